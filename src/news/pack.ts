import { sourceLines } from '../core/answer/sources.ts';
import type { Knowledge } from '../core/knowledge.ts';
import { type CampaignDay, daysIn, type NewsItem, newsOf, type Quarter } from '../core/news.ts';

/** One item as a commune gets it. */
export type PackedItem = {
  title: string;
  paragraphs: string[];
  /** How long it takes to read aloud, slowly. */
  minutes: string;
  sources: string;
  /** Whether somebody answerable agreed to the text. */
  approved: boolean;
};

/** A quarter's items, ready to be written in any form. */
export type Pack = { title: string; lead: string[]; items: PackedItem[] };

/** Syllables a minute, read slowly over a loudspeaker. */
const pace = 150;
const romans = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const;

/** The pack of a quarter from reviewed content. Has fewer than four items when not so many hold through the quarter. */
export function makePack(
  { items, days }: { items: NewsItem[]; days: CampaignDay[] },
  quarter: Quarter,
  knowledge: Knowledge,
): Pack {
  const chosen = newsOf(items, days, quarter, knowledge).map((item) => packed(item, knowledge));
  const named = daysIn(days, quarter).map((day) => `${day.name} (${spoken(day)})`);
  return {
    title: `Tin, bài về bình đẳng giới – Quý ${romans[quarter.number]} năm ${quarter.year}`,
    lead: [
      'Dùng cho loa truyền thanh và trang tin của xã, phường. Luật dẫn ở đây có hiệu lực trong cả quý này, theo kho kiến thức lúc lấy tin.',
      ...(named.length > 0 ? [`Trong quý có: ${named.join('; ')}.`] : []),
      ...(chosen.some((one) => !one.approved)
        ? ['Tin ghi "chưa duyệt" thì người có trách nhiệm đọc lại và đồng ý rồi mới phát.']
        : []),
    ],
    items: chosen,
  };
}

function packed(item: NewsItem, knowledge: Knowledge): PackedItem {
  const cites = item.passages.flatMap((id) => knowledge.passages.get(id)?.cites.slice(0, 1) ?? []);
  const halves = Math.max(2, Math.ceil((item.text.split(/\s+/).length / pace) * 2));
  return {
    title: item.title,
    paragraphs: item.text.trim().split(/\n\s*\n/),
    minutes: String(halves / 2).replace('.', ','),
    sources: `${sourceLines(cites, knowledge).join('. ')}.`,
    approved: item.approved !== null,
  };
}

/** "8/3", "15/11 đến 15/12". */
function spoken({ from, to }: CampaignDay): string {
  const day = (monthDay: string) => monthDay.split('-').reverse().map(Number).join('/');
  return from === to ? day(from) : `${day(from)} đến ${day(to)}`;
}

/** What stands under an item's title. */
export function noteOf({ minutes, approved }: PackedItem): string {
  return `Đọc chậm chừng ${minutes} phút${approved ? '' : '; chưa duyệt'}`;
}
