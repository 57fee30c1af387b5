/** An invented decree about an invented matter, one paragraph a line, as a careful typist would leave it. */
export const decree = [
  'CHÍNH PHỦ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'Số: 999/2025/NĐ-CP | Hà Nội, ngày 01 tháng 02 năm 2025',
  'NGHỊ ĐỊNH',
  'QUY ĐỊNH VỀ NUÔI ONG RỪNG',
  'Căn cứ Luật Ong rừng số 1/2024/QH15 ngày 01 tháng 01 năm 2024;',
  'Theo đề nghị của Bộ trưởng Bộ Ong;',
  'Chính phủ ban hành Nghị định quy định về nuôi ong rừng.',
  'Chương I',
  'QUY ĐỊNH CHUNG',
  'Điều 1. Phạm vi điều chỉnh',
  'Nghị định này quy định về việc nuôi ong rừng và lấy mật.',
  'Điều 2. Giải thích từ ngữ',
  '1. Ong rừng là ong sống trong rừng tự nhiên.',
  '2. Mùa mật là thời gian từ tháng 4 đến tháng 6 hằng năm.',
  'Chương II',
  'LẤY MẬT',
  'Mục 1',
  'BÁO TRƯỚC',
  'Điều 3. Báo trước khi lấy mật',
  '1. Người lấy mật phải báo cho Ủy ban nhân dân xã trước 07 ngày.',
  '2. Việc báo gồm các nội dung sau đây:',
  'a) Nơi đặt tổ ong;',
  'b) Số tổ ong;',
  'c) Ngày lấy mật;',
  'd) Số người cùng đi;',
  'đ) Cách dập khói.',
  'Mục 2',
  'XỬ PHẠT',
  'Điều 4. Xử phạt',
  '1. Phạt tiền từ 300.000 đồng đến 500.000 đồng đối với một trong các hành vi sau đây:',
  'a) Lấy mật mà không báo trước;',
  'b) Đốt tổ ong để lấy mật.',
  '2. Mức phạt tại khoản 1 Điều này tăng gấp hai lần khi lấy mật ngoài mùa mật.',
  'Chương III',
  'ĐIỀU KHOẢN THI HÀNH',
  'Điều 5. Hiệu lực thi hành',
  'Nghị định này có hiệu lực thi hành kể từ ngày 15 tháng 3 năm 2025 và thay thế Nghị định số 998/2020/NĐ-CP.',
  'Nơi nhận:',
  '- Văn phòng Chính phủ;',
  '- Lưu: VT. | TM. CHÍNH PHỦ',
];

/** The decree with some lines put in place of others. */
export function changed(changes: Record<string, string | null>): string[] {
  return decree.flatMap((line) => {
    const other = line in changes ? changes[line] : line;
    return other === null || other === undefined ? [] : other.split('\n');
  });
}
