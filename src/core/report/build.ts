import type { Knowledge } from '../knowledge.ts';
import type { ContentState } from '../measures/content-state.ts';
import { monthWords } from '../measures/month.ts';
import type { UnansweredTerm } from '../measures/ports.ts';
import { least } from '../measures/release.ts';
import { end, start, type Table, text } from '../measures/table.ts';
import { nearestTable, topicTable, unansweredTable } from '../measures/topics.ts';
import { type Names, pooled } from '../measures/words.ts';
import type { CampaignDay, NewsItem } from '../news.ts';
import { newsReady, officesTold, peopleLearn } from './awareness.ts';
import { besideBefore, firstRows, withoutColumn } from './beside.ts';
import { dueDay } from './due.ts';
import { centreWorks, reachedHelp } from './harm.ts';
import { type Evidence, indicatorParts } from './indicator.ts';
import { fill, heading, type Part, paragraph, point, type Report, table } from './report.ts';
import { lateStart, timeWords, type Year } from './year.ts';

/** What a report is made of. Figures and terms come already safe to show. */
export type ReportSource = {
  year: Year;
  /** Of the months that the report tells of. */
  terms: readonly UnansweredTerm[];
  names: Names;
  content: ContentState;
  knowledge: Knowledge;
  news: NewsItem[];
  days: CampaignDay[];
  /** The day it is made, `YYYY-MM-DD`. */
  today: string;
  isDemo: boolean;
};

/** The yearly report on what the bot can tell of the plan's indicators. */
export function buildReport(source: ReportSource): Report {
  const { year, knowledge } = source;
  const parts = [
    ...opening(source),
    heading(1, 'I. PHẠM VI VÀ CÁCH ĐỌC SỐ LIỆU'),
    ...scope(source),
    heading(1, 'II. KẾT QUẢ THEO CÁC CHỈ TIÊU CỦA KẾ HOẠCH'),
    ...evidences(source).flatMap((one) => indicatorParts(one, knowledge)),
    heading(1, 'III. NGƯỜI DÂN HỎI GÌ'),
    table(
      firstRows(
        besideBefore(year, (one) => withoutColumn({ ...topicTable(one, source.names), note: null }, 1)),
        15,
      ),
      1,
    ),
    heading(1, 'IV. ĐIỀU CHƯA TRẢ LỜI ĐƯỢC'),
    table(firstRows(withoutColumn(unansweredTable(source.terms, source.names), 3), 15), 1),
    table(firstRows(nearestTable(year.now, source.names), 10), 1),
    heading(1, 'V. CẬP NHẬT KHO KIẾN THỨC'),
    ...updates(source),
    heading(1, 'VI. ĐÁNH GIÁ VÀ KIẾN NGHỊ'),
    fill('Đánh giá chung, khó khăn và nguyên nhân'),
    fill('Kiến nghị'),
    fill('Việc làm trong năm tới'),
  ];
  return {
    year: year.year,
    subject: `Kết quả của kênh hỏi đáp Hoa Ban trong việc thực hiện kế hoạch về bình đẳng giới năm ${year.year}`,
    isDemo: source.isDemo,
    parts: numbered(parts),
  };
}

function evidences({ year, names, content, knowledge, news, days, today }: ReportSource): Evidence[] {
  return [
    reachedHelp(year),
    centreWorks(year, content.directory, today),
    peopleLearn(year, names, today),
    officesTold(year, names),
    newsReady(year, knowledge, news, days),
  ];
}

function opening({ year, knowledge }: ReportSource): Part[] {
  const plan = knowledge.documents.get(knowledge.plan);
  const due = dueDay(knowledge, year.year);
  return [
    ...(plan === undefined
      ? []
      : [
          paragraph(
            `Thực hiện ${plan.short} (${plan.title}), cơ quan báo cáo phần mà kênh hỏi đáp Hoa Ban (gọi tắt là Hoa Ban) ghi lại được trong năm ${year.year} như sau.`,
          ),
        ]),
    ...(due === null
      ? []
      : [paragraph(`Theo kế hoạch, báo cáo hằng năm gửi trước ngày ${due.split('-').reverse().join('/')}.`)]),
  ];
}

function scope({ year }: ReportSource): Part[] {
  const { now, before } = year;
  const late = before === null ? null : lateStart(before);
  return [
    point(`Thời gian: ${timeWords(year)}. Tháng chưa hết thì chưa đếm; số của tháng ấy xem ở trang số liệu.`),
    point(comparison(year, late)),
    ...(lateStart(now) === null
      ? []
      : [point(`Năm ${year.year} có số liệu từ tháng ${monthWords(lateStart(now) ?? '')}.`)]),
    point(
      'Mọi số là do máy đếm lượt nhắn tin. Trong số liệu không có lời của ai, không có tên, tuổi, giới tính hay nơi ở.',
    ),
    point(
      `Số dưới ${least} ghi là “dưới ${least}” và không có trong tổng nào, để không ai đoán ra chuyện của một người. Vì vậy tổng có thể nhỏ hơn thực tế một chút.`,
    ),
    point(`Dòng “${pooled}” gồm những mục mà từng mục trong tháng chưa đủ ${least} lượt, nên không kể riêng được.`),
    point(
      'Người nhắn cho Hoa Ban không đại diện cho người dân cả tỉnh. Đừng dùng các số này thay cho thống kê, điều tra.',
    ),
    point('Chỗ có dấu […] là phần cơ quan tự điền. Số của cơ quan và số của Hoa Ban để riêng, không cộng vào nhau.'),
  ];
}

function comparison({ year, before }: Year, late: string | null): string {
  if (before === null) return `Chưa có số liệu cùng kỳ năm ${year - 1} để đặt bên cạnh.`;
  const beside = `Đặt bên cạnh là số của cùng những tháng ấy năm ${year - 1}.`;
  return late === null
    ? beside
    : `${beside} Năm ấy chỉ có số liệu từ tháng ${monthWords(late)}, nên đừng so thẳng hai cột với nhau.`;
}

function updates({ year, content }: ReportSource): Part[] {
  const readAgain = content.documents
    .filter(({ checkedOn }) => checkedOn?.startsWith(`${year.year}-`))
    .sort((a, b) => ((b.checkedOn ?? '') < (a.checkedOn ?? '') ? -1 : 1));
  const awaiting = content.awaiting.reduce((sum, { texts }) => sum + texts, 0);
  return [
    point(
      `Kho kiến thức có ${content.documents.length} văn bản; ${readAgain.length} văn bản đã được đọc lại trong năm.`,
    ),
    point(`Lời soạn sẵn đang chờ người có trách nhiệm duyệt: ${awaiting}.`),
    ...(content.lapsed.length === 0
      ? []
      : [point(`Câu đố, bài học, tin ngắn dựa vào luật đã hết hiệu lực, đang tạm cất: ${content.lapsed.length}.`)]),
    ...(readAgain.length === 0 ? [] : [table(firstRows(readTable(readAgain), 10))]),
  ];
}

function readTable(documents: ContentState['documents']): Table {
  return {
    id: 'doc-lai',
    title: 'Văn bản được đọc lại trong năm, gần đây nhất trước',
    note: null,
    columns: [start('Văn bản'), end('Số đoạn'), end('Ngày đọc lại')],
    rows: documents.map(({ name, passages, checkedOn }) => [
      text(name),
      text(String(passages)),
      text((checkedOn ?? '').split('-').reverse().join('/')),
    ]),
  };
}

/** Sections and tables with their numbers, and tables without rows told in a sentence. */
function numbered(parts: readonly Part[]): Part[] {
  let section = 0;
  let last = 0;
  return parts.map((part) => {
    if (part.kind === 'heading' && part.level === 2) return heading(2, `${++section}. ${part.text}`);
    if (part.kind !== 'table') return part;
    const { title, rows } = part.table;
    if (rows.length === 0) return paragraph(`${title}: chưa có gì để kể, vì chưa có mục nào đủ ${least} lượt.`);
    last++;
    return { ...part, table: { ...part.table, title: `Bảng ${last}. ${title}` } };
  });
}
