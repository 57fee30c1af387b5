import { actNumbers, toldNumber } from './act-number.ts';
import { firstDate, isoDate, writtenDate } from './dates.ts';
import type { LegalText } from './legal-text.ts';
import { lowerFirst, officeName, sentenceCase, upperFirst } from './names.ts';

/** What a text says of itself; `null` where it does not say. Proposals for an editor, not facts. */
export type About = {
  number: string | null;
  /** "Luật", "Nghị định", … */
  kind: string | null;
  title: string | null;
  issuer: string | null;
  issued: string | null;
  inForceFrom: string | null;
  /** Acts that it says it replaces or repeals. */
  replaces: string[];
  /** A consolidated text has a number of its own that nobody cites; `number` is then the original act's. */
  consolidated: boolean;
};

const kinds =
  'Bộ luật|Luật|Nghị định|Nghị quyết liên tịch|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định|Pháp lệnh|Chỉ thị|Hiến pháp';
const kindAlone = new RegExp(`^(${kinds})$`, 'iu');
const kindFirst = new RegExp(`^(${kinds})\\s+(?!số)(\\S.*)$`, 'iu');
const rule = /^[-_*=–—.\s]+$/;
const endsTitle = new RegExp(
  `^(?:căn cứ|theo đề nghị|xét |thực hiện |để |quốc hội |chính phủ |bộ trưởng |thủ tướng |ủy ban |uỷ ban |hội đồng |chủ tịch |quyết định:?$|quyết nghị:?$|\\(|(?:${kinds}) .{0,200}số \\d)`,
  'iu',
);
const mostTitleLines = 6;

/** Reads what a text says of itself in its head, in its closing lines and where it speaks of its own force. */
export function readAbout(text: LegalText): About {
  const cells = text.head.flatMap((line) => line.split(' | ')).map((cell) => cell.trim());
  const grounds = cells.findIndex((cell) => /^căn cứ /i.test(cell));
  const top = grounds === -1 ? cells : cells.slice(0, grounds);
  const own = first(top, toldNumber);
  const consolidated = own?.includes('VBHN') ?? false;
  const number = consolidated ? (first(cells, namedWithNumber) ?? null) : own;
  const { kind, title } = titleOf(top, number);
  const issued = consolidated
    ? first(cells, (line) => (namedWithNumber(line) === null ? null : dateLine(line)))
    : (first(top, dateLine) ?? passedOn(text));
  return {
    number,
    kind,
    title,
    issuer: issuerOf(number, top),
    issued,
    inForceFrom: inForceFrom(text, issued),
    replaces: replacedIn(text).filter((one) => one !== number),
    consolidated,
  };
}

function first<T>(lines: string[], read: (line: string) => T | null): T | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}

/** The act a consolidated text gathers: "Luật Bình đẳng giới số 73/2006/QH11 ngày …". */
function namedWithNumber(line: string): string | null {
  return new RegExp(`^(?:${kinds}) `, 'iu').test(line) ? toldNumber(line) : null;
}

function dateLine(line: string): string | null {
  const [, day, month, year] = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/i.exec(line) ?? [];
  return isoDate(day, month, year);
}

function passedOn({ closing }: LegalText): string | null {
  return first(closing.slice(0, 3), (line) => (/thông qua/.test(line) ? firstDate(line) : null));
}

const byNumber: Array<[form: RegExp, kind: string]> = [
  [/\/NĐ-/, 'Nghị định'],
  [/\/TTLT-/, 'Thông tư liên tịch'],
  [/\/TT-/, 'Thông tư'],
  [/\/QĐ-/, 'Quyết định'],
  [/\/NQ-/, 'Nghị quyết'],
  [/\/CT-/, 'Chỉ thị'],
  [/\/QH\d+$/, 'Luật'],
];

function titleOf(cells: string[], number: string | null): { kind: string | null; title: string | null } {
  const fromNumber = byNumber.find(([form]) => form.test(number ?? ''))?.[1] ?? null;
  const alone = cells.findIndex((cell) => kindAlone.test(cell));
  const at = alone === -1 ? cells.findIndex((cell) => kindFirst.test(cell) && !toldNumber(cell)) : alone;
  const line = cells[at];
  if (line === undefined) return { kind: fromNumber, title: null };
  const [, written = '', rest = ''] = kindAlone.exec(line) ?? kindFirst.exec(line) ?? [];
  const words = rest === '' ? [] : [rest];
  for (const next of cells.slice(at + 1, at + 1 + mostTitleLines)) {
    if (endsTitle.test(next)) break;
    if (!rule.test(next)) words.push(next.replace(/\s*[-_–—]{3,}$/, ''));
  }
  const kind = upperFirst(written.toLocaleLowerCase('vi'));
  const name = sentenceCase(words.join(' ').trim());
  if (name === '') return { kind, title: null };
  return {
    kind,
    title: /^(?:Bộ luật|Luật|Pháp lệnh)$/.test(kind) ? `${kind} ${upperFirst(name)}` : `${kind} ${lowerFirst(name)}`,
  };
}

function issuerOf(number: string | null, cells: string[]): string | null {
  if (number !== null) {
    if (/\/QH\d+$/.test(number)) return 'Quốc hội';
    if (/UBTVQH/.test(number)) return 'Ủy ban Thường vụ Quốc hội';
    if (/-TTg$/.test(number)) return 'Thủ tướng Chính phủ';
    if (/-CP$/.test(number)) return 'Chính phủ';
  }
  const office = first(
    cells,
    (cell) =>
      /^(?:BỘ|ỦY BAN|UỶ BAN|HỘI ĐỒNG|TÒA ÁN|TOÀ ÁN|VIỆN|NGÂN HÀNG|THANH TRA|SỞ|BAN) [^\p{Ll}]{3,80}/u.exec(cell)?.[0] ??
      null,
  );
  return office === null
    ? null
    : officeName(
        office
          .replace(/\s*(?:-{2,}|_{2,}|SỐ\s*:).*$/i, '')
          .replace(/\s+\p{Lu}$/u, '')
          .trim(),
      );
}

const ownForce = new RegExp(
  `(?:${kinds}) này (?:bắt đầu )?có hiệu lực(?: thi hành)?,? (?:kể )?từ (?:${writtenDate}|(ngày ký))`,
  'iu',
);

function inForceFrom(text: LegalText, issued: string | null): string | null {
  const said = ownForce.exec(linesOf(text).join('\n'));
  if (said) return said[4] === undefined ? isoDate(said[1], said[2], said[3]) : issued;
  // A consolidated text tells it of the original act, on top.
  return first(text.head, (line) => {
    const [, force] = /có hiệu lực(?: thi hành)? (?:kể )?từ (.{5,40})/.exec(line) ?? [];
    return force === undefined ? null : firstDate(force);
  });
}

function replacedIn(text: LegalText): string[] {
  const sentences = linesOf(text).flatMap((line) => line.split(/(?<=[.;])\s/));
  const ending = sentences.filter((one) => /thay thế|hết hiệu lực|bãi bỏ/i.test(one));
  return [...new Set(ending.flatMap(actNumbers))];
}

function linesOf({ articles }: LegalText): string[] {
  return articles.flatMap(({ title, lead, clauses, points }) => [
    title,
    ...lead,
    ...points.flatMap((point) => point.lines),
    ...clauses.flatMap((clause) => [...clause.lead, ...clause.points.flatMap((point) => point.lines)]),
  ]);
}
