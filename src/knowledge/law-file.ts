import type { Problem } from './problem.ts';

/** One article or clause of a law file, before it becomes a passage. */
export type LawBlock = {
  line: number;
  /**
   * `Điều 25`, `Điều 25 khoản 1`, `Điều 3 khoản 1 điểm a`; `Phần thời hiệu` where the article's number is not
   * known; `Mục tiêu 3, Chỉ tiêu 2` in a strategy.
   */
  locator: string;
  title: string;
  ask: string[];
  say: string | null;
  text: string;
  inForceFrom: string | null;
  inForceTo: string | null;
};

export type LawFile = { frontMatter: string; blocks: LawBlock[] };

const article = /^##\s+(Điều\s+\d+[a-zđ]?|Mục tiêu\s+\d+|Mục tiêu tổng quát)\.?\s*(.*)$/;
const target = /^###\s+Chỉ tiêu\s+(\d+)\.?\s*(.*)$/;
/** A part whose article number no source gives: cited by its subject rather than by a guessed number. */
const part = /^##\s+Phần:\s*(\S.*)$/;
const clause = /^###\s+[Kk]hoản\s+(\d+[a-zđ]?)(?:\s+điểm\s+([a-zđ]\d*))?\.?\s*(.*)$/;
const point = /^###\s+[Đđ]iểm\s+([a-zđ]\d*)\.?\s*(.*)$/;
/** Chapters and the like order the file for its readers; nothing is cited by them. */
const chapter = /^#\s/;
const meta = /^-\s+(Hỏi|Trả lời|Hiệu lực từ|Hiệu lực đến|Kiểm chứng|Nguồn):\s*(.*)$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Splits a law file by article and clause (or by subject, `## Phần: …`), never across. Lines "- Hỏi:", "- Trả lời:", "- Hiệu lực từ/đến:" right
 * under a heading describe that block; `# …` lines order the file; the rest is its digest. Mistakes go to `problems`.
 */
export function parseLaw(file: string, source: string, problems: Problem[]): LawFile | null {
  const lines = source.normalize('NFC').split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end === -1) {
    problems.push({ file, line: 1, what: 'thiếu phần đầu giữa hai dòng "---" (số hiệu, tên, ngày hiệu lực).' });
    return null;
  }
  const blocks: LawBlock[] = [];
  let current: LawBlock | null = null;
  let parent = '';
  let parentTitle = '';
  const open = (locator: string, title: string, line: number) => {
    current = { line, locator, title, ask: [], say: null, text: '', inForceFrom: null, inForceTo: null };
    blocks.push(current);
  };
  for (let at = end + 1; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const number = at + 1;
    const heading = article.exec(line);
    const subject = part.exec(line)?.[1]?.trim();
    const sub = clause.exec(line) ?? null;
    const dot = point.exec(line) ?? null;
    const aim = target.exec(line) ?? null;
    if (heading) {
      parent = heading[1]?.replace(/\s+/, ' ') ?? '';
      parentTitle = heading[2]?.trim() ?? '';
      open(parent, parentTitle, number);
    } else if (subject) {
      parentTitle = subject;
      parent = `Phần ${subject.charAt(0).toLocaleLowerCase('vi')}${subject.slice(1)}`;
      open(parent, subject, number);
    } else if (sub) {
      const letter = sub[2] ? ` điểm ${sub[2]}` : '';
      open(`${parent} khoản ${sub[1]}${letter}`, sub[3]?.trim() || parentTitle, number);
    } else if (dot) {
      open(`${parent} điểm ${dot[1]}`, dot[2]?.trim() || parentTitle, number);
    } else if (aim) {
      open(`${parent}, Chỉ tiêu ${aim[1]}`, aim[2]?.trim() || parentTitle, number);
    } else if (/^#{2,}/.test(line)) {
      problems.push({
        file,
        line: number,
        what: `tiêu đề "${line}" không theo mẫu "## Điều 5. Tên", "### Khoản 1" hoặc "## Phần: Tên".`,
      });
    } else if (current && !chapter.test(line)) readLine(file, current, line, number, problems);
  }
  // The blank line stands for the opening "---", so that mistakes are told with the line of the file.
  return { frontMatter: ['', ...lines.slice(1, end)].join('\n'), blocks };
}

function readLine(file: string, block: LawBlock, line: string, number: number, problems: Problem[]): void {
  const found = meta.exec(line);
  if (!found) {
    // A backslash keeps a line of law that looks like a heading or a note from being read as one.
    block.text = `${block.text}\n${line.replace(/^\\/, '')}`.trim();
    return;
  }
  const value = found[2]?.trim() ?? '';
  switch (found[1]) {
    case 'Hỏi':
      block.ask.push(
        ...value
          .split('|')
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      );
      break;
    case 'Trả lời':
      block.say = value;
      break;
    case 'Hiệu lực từ':
    case 'Hiệu lực đến':
      if (!day.test(value)) problems.push({ file, line: number, what: `ngày "${value}" phải viết dạng 2026-05-01.` });
      else if (found[1] === 'Hiệu lực từ') block.inForceFrom = value;
      else block.inForceTo = value;
      break;
    default:
      break;
  }
}
