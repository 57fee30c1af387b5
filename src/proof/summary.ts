import type { Cell, Section } from './page.ts';
import { isShare } from './page.ts';
import { percent } from './told.ts';

/** The page in a few Vietnamese sentences, with the figures of the tables below. */
export function summaryOf(triage: Section, answers: Section, retrieval: Section): string[] {
  const [heard = [], , byPhrases = [], byWords = []] = triage.tables[0]?.rows ?? [];
  const all = answers.tables[0]?.rows.find(([kind]) => kind === 'all') ?? [];
  const searched = retrieval.tables[0]?.rows ?? [];
  const others = searched.slice(1).map((row) => shareOf(row[1]));
  return [
    `Trong nửa thử nghiệm, bot nghe ra ${said(heard[1])} tin kêu cứu và nghe nhầm ${said(heard[3])} tin thường. Danh sách cụm từ khóa: nghe ra ${said(byPhrases[1])}, nghe nhầm ${said(byPhrases[3])}. Thêm cả từ đơn: nghe ra ${said(byWords[1])}, nghe nhầm ${said(byWords[3])}.`,
    `Câu hỏi được trả lời đúng và có căn cứ: ${said(all[2])}.`,
    `Tìm đúng ngay đoạn đầu tiên: ${said(searched[0]?.[1])}; cách khác tốt nhất: ${percent(Math.max(0, ...others)).replace('.', ',')} %.`,
    'Câu thử do dự án tự đặt và tự chấm, không phải tin của người thật. Giới hạn ghi ở cuối trang.',
  ];
}

function shareOf(cell: Cell | undefined): number {
  return cell !== undefined && isShare(cell) && cell.whole > 0 ? cell.part / cell.whole : 0;
}

function said(cell: Cell | undefined): string {
  return `${percent(shareOf(cell)).replace('.', ',')} %`;
}
