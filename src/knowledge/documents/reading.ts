import { createHash } from 'node:crypto';
import { slug } from '../laws.ts';
import { markOfArticle, type Stretch, writeStretches } from './article-file.ts';
import type { Front } from './front.ts';
import { refused } from './read/refused.ts';
import { readSource } from './read/source.ts';
import { tidyNumber } from './structure/act-number.ts';
import { type About, readAbout } from './structure/head.ts';
import type { LegalText } from './structure/legal-text.ts';
import { splitLegalText } from './structure/split.ts';

/** A file read as a legal document: what it says of itself, its articles, and what its editor should look at. */
export type Reading = { front: Front; stretches: Stretch[]; counts: Counts; remarks: string[] };
export type Counts = { articles: number; clauses: number; points: number };

/** What the operator says of the file because it does not say so itself. */
export type Told = { number?: string; title?: string };

/**
 * Reads one file as a legal document. Throws `document-refused` with one line that says what to do: then nothing of
 * the file is kept.
 */
export async function readDocument(name: string, bytes: Buffer, told: Told, today: string): Promise<Reading> {
  const source = await readSource(name, bytes);
  const text = splitLegalText(source.lines, source.printed);
  if (text.articles.length === 0)
    throw refused(
      'không thấy "Điều" nào ở đầu dòng nên không tách được. Kiểm tra đây có phải văn bản luật, chữ có dấu không.',
    );
  const about = readAbout(text);
  const number = told.number === undefined ? about.number : tidyNumber(told.number);
  if (number === null)
    throw refused('không thấy dòng "Số: …" (số hiệu văn bản). Nạp lại kèm số hiệu: --number "12/2026/NĐ-CP".');
  const stretches = writeStretches(text);
  const front: Front = {
    number,
    ...namesOf({ ...about, number, title: told.title ?? about.title }),
    issuer: about.issuer,
    issued: about.issued,
    inForceFrom: about.inForceFrom,
    inForceTo: null,
    ...sizeOf(text),
    sources: [`Tệp của đơn vị: ${name}`],
    checkedOn: null,
    confidence: 'văn bản do đơn vị nạp',
    ...(about.consolidated ? { note: 'Đọc từ văn bản hợp nhất; căn cứ ghi theo số hiệu văn bản gốc.' } : {}),
    status: 'draft',
    approvedBy: null,
    source: { file: name, sha256: sha256(bytes), readOn: today },
    read: marksOf(stretches),
  };
  return { front, stretches, counts: countsOf(text), remarks: [...source.remarks, ...remarksOn(text, about)] };
}

export function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function marksOf(stretches: Stretch[]): string {
  return stretches
    .flatMap((one) => (one.kind === 'article' ? [`${one.name.replace('Điều ', '')}=${markOfArticle(one.text)}`] : []))
    .join(' ');
}

/** The title, the short name people read in a citation, and other names people call it by. */
function namesOf({
  number,
  kind,
  title,
  issued,
}: About & { number: string }): Pick<Front, 'title' | 'short' | 'aliases'> {
  const isLaw = kind !== null && /^(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)$/.test(kind);
  const year = /\/(\d{4})\//.exec(number)?.[1] ?? issued?.slice(0, 4) ?? '';
  const short = isLaw && title !== null ? `${title} ${year}`.trim() : `${kind ?? 'Văn bản'} ${number}`;
  const said = (kind ?? '').toLocaleLowerCase('vi');
  const brief = number.split('/').slice(0, 2).join('/');
  const aliases =
    said === '' ? [] : [`${said} ${brief}`, `${said} ${number}`].filter((one) => slug(one) !== slug(short));
  return { title, short, aliases: [...new Set(aliases)] };
}

function countsOf({ articles }: LegalText): Counts {
  const clauses = articles.flatMap((one) => one.clauses);
  const points = [...articles, ...clauses].reduce((sum, one) => sum + one.points.length, 0);
  return { articles: articles.length, clauses: clauses.length, points };
}

/** How many chapters and articles it has; not of a text that skips numbers. */
function sizeOf(text: LegalText): { chapters: number | null; articles: number | null } {
  const chapters = new Set(text.articles.flatMap((one) => one.under.filter((heading) => heading.startsWith('Chương'))));
  const whole = missingNumbers(text).length === 0;
  return { chapters: whole && chapters.size > 0 ? chapters.size : null, articles: whole ? text.articles.length : null };
}

function missingNumbers({ articles }: LegalText): number[] {
  const numbers = new Set(articles.map((one) => Number.parseInt(one.number, 10)));
  return Array.from({ length: Math.max(...numbers) }, (_, at) => at + 1).filter((one) => !numbers.has(one));
}

/** What an editor should look at before approving. */
function remarksOn(text: LegalText, about: About): string[] {
  const missing = missingNumbers(text);
  const attached = text.closing.filter((line) => /^Điều 1[.:]/i.test(line)).length > 0;
  const annexes = text.closing.filter((line) => /^phụ lục/i.test(line)).length;
  return [
    ...(missing.length > 0
      ? [`Không thấy Điều ${missing.slice(0, 10).join(', ')}: xem bản gốc có điều đó không.`]
      : []),
    ...(attached ? ['Có văn bản ban hành kèm theo sau phần chữ ký: phần đó không được đưa vào.'] : []),
    ...(annexes > 0 ? [`Có ${annexes} phụ lục: phụ lục không được đưa vào.`] : []),
    ...(text.looseNotes.length > 0
      ? [`Có ${text.looseNotes.length} ghi chú sửa đổi không rõ thuộc điều nào: xem bản gốc.`]
      : []),
    ...(about.replaces.length > 0
      ? [`Văn bản nói nó thay thế hoặc bãi bỏ: ${about.replaces.join(', ')}. Xem lại ngày hết hiệu lực của văn bản cũ.`]
      : []),
  ];
}
