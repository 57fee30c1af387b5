const amended = /(?:được|bị)\s+(?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính)|hết hiệu lực|sửa đổi, bổ sung/;
const marked = /^\[(\d{1,3})\]\s*(\S.*?)\s*↑?$/;
/** At the foot of a page without a sign after the number; at the end of a Word text with an arrow back. */
const numbered = /^(\d{1,3})(?:\s+(\S.*)|[.)]\s+(\S.*?)\s*↑)$/;
const speaksOfPlace =
  /^(?:Các |Tên |Đoạn |Nội dung |Cụm từ |Tiêu đề )?(?:Điều|Khoản|Điểm|Chương|Mục|Phụ lục|Biểu|Luật|Nghị định|Thông tư|Cụm từ|đoạn|khoản|điểm|điều)\s?.{0,60}?(?:này|số)\b/;
const mark = /\s?\[(\d{1,3})\]/g;

/** Notes of a consolidated text that tell which act changed a place, by number. */
export type Notes = Map<string, string>;

/** Takes the notes out of a text: at the foot of its pages, or at its end as Word and web pages have them. */
export function takeNotes(lines: string[]): { lines: string[]; notes: Notes } {
  const notes: Notes = new Map();
  const rest = lines.filter((line) => {
    const found = noteOf(line);
    if (found) notes.set(found.number, found.text);
    return found === null;
  });
  return { lines: rest, notes };
}

function noteOf(line: string): { number: string; text: string } | null {
  const withMark = marked.exec(line);
  if (withMark?.[1] && withMark[2] && amended.test(withMark[2])) return { number: withMark[1], text: withMark[2] };
  const [, number, foot, end] = numbered.exec(line) ?? [];
  if (number === undefined) return null;
  if (end !== undefined) return { number, text: end };
  const isNote = foot !== undefined && amended.test(foot) && speaksOfPlace.test(foot) && !/[:“"]/.test(foot);
  return isNote ? { number, text: foot } : null;
}

/** A line without the marks that lead to notes, and the notes they lead to. */
export function withoutMarks(line: string, notes: Notes): { text: string; told: string[] } {
  const told: string[] = [];
  const text = line.replace(mark, (all, number: string) => {
    const note = notes.get(number);
    if (note === undefined) return all;
    told.push(note);
    return '';
  });
  return { text: text.trim(), told };
}
