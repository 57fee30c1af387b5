/** What the files of a new province begin with. */
export type Province = { name: string; plan: string | null; day: string };

/** The number a plan is cited by while nobody wrote its real one. */
const unnumbered = 'Kế hoạch bình đẳng giới của tỉnh';

/** The plan's files and the others that belong to one province alone, empty, with a line that says how to fill them. */
export function skeletonOf({ name, plan, day }: Province): Map<string, string> {
  const number = plan ?? unnumbered;
  const quoted = JSON.stringify;
  const list = (what: string) => `# ${what} Cách ghi: xem cùng tệp này trong thư mục gốc và knowledge/README.md.\n[]\n`;
  return new Map([
    [
      'plan/document.yaml',
      [
        '# Kế hoạch về bình đẳng giới của tỉnh. Sửa cho đúng văn bản: số, tên, ngày ban hành, giai đoạn.',
        `number: ${quoted(number)}`,
        `title: ${quoted(`Kế hoạch về bình đẳng giới tỉnh ${name}`)}`,
        `short: ${quoted(plan === null ? `Kế hoạch bình đẳng giới tỉnh ${name}` : `Kế hoạch ${plan} tỉnh ${name}`)}`,
        'aliases:',
        `  - ${quoted(`kế hoạch bình đẳng giới ${name}`)}`,
        '  - kế hoạch của tỉnh về bình đẳng giới',
        `issuer: ${quoted(`Ủy ban nhân dân tỉnh ${name}`)}`,
        '# Chưa rõ ngày ban hành thì để null.',
        'issued: null',
        `inForceFrom: "${day}"`,
        'inForceTo: null',
        'period: chưa ghi',
        `checkedOn: "${day}"`,
        '',
      ].join('\n'),
    ],
    [
      'plan/objectives.yaml',
      `# Mục tiêu và chỉ tiêu của kế hoạch. Cách ghi: xem cùng tệp này trong thư mục gốc.\ndocument: ${quoted(number)}\nobjectives: []\n`,
    ],
    ['plan/sections.yaml', list('Các phần của kế hoạch.')],
    ['plan/models.yaml', list('Các mô hình trong kế hoạch.')],
    ['plan/budget.yaml', list('Kinh phí của kế hoạch.')],
    ['plan/agencies.yaml', list('Các cơ quan và việc của từng cơ quan theo kế hoạch.')],
    ['plan/updates.yaml', list('Những gì đã đổi sau khi kế hoạch ban hành.')],
    [
      'communes.md',
      [
        `# Xã, phường của tỉnh ${name}`,
        '',
        'Tạo tệp communes.yaml cạnh tệp này, cách ghi như communes.yaml của thư mục gốc. Chưa có tệp ấy thì bot không trả lời được',
        'câu hỏi về xã cũ, xã mới, và chưa phân biệt được câu hỏi về tỉnh khác.',
        '',
      ].join('\n'),
    ],
  ]);
}

/** The Social Work Centre of a province that nobody filled in yet. */
export function emptyCentre({ day }: Province): Record<string, unknown> {
  return {
    name: 'Trung tâm Công tác xã hội',
    offers: 'Tư vấn, chăm sóc, hỗ trợ người bị bạo lực giới, người bị mua bán trở về và trẻ em cần bảo vệ.',
    reach: 'Hội Phụ nữ, Ủy ban nhân dân xã hoặc công an xã nối bạn với Trung tâm Công tác xã hội, nơi tư vấn, hỗ trợ.',
    known: [],
    contact: null,
    source: 'Chưa có; người vận hành điền khi Trung tâm đã xác nhận',
    sourceDate: day,
  };
}
