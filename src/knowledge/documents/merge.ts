import { readStretches, type Stretch } from './article-file.ts';
import { changeFront, type Front, readFile, writeFile } from './front.ts';
import type { Reading } from './reading.ts';

/** What a reading changes against the one before, by article: "Điều 5", "Điều 5a". */
export type Changes = { fresh: string[]; changed: string[]; same: string[]; gone: string[] };

export type Merged = { file: string; changes: Changes; remarks: string[] };

/**
 * The draft's file after a reading. Articles that are word for word as they were read before keep what an editor made
 * of them; a changed article takes the new words, keeps its questions and loses its answer.
 */
export function mergeReading(before: string | null, { front, stretches }: Reading): Merged {
  const kept = before === null ? null : readFile(before);
  const old = kept === null ? new Map<string, string>() : byName(readStretches(kept.body));
  const oldMarks = marksIn(kept?.front.read ?? '');
  const changes: Changes = { fresh: [], changed: [], same: [], gone: [] };
  const lost: string[] = [];
  const newMarks = marksIn(front.read);
  const body = stretches.map((one) => {
    if (one.kind === 'headings') return one.text;
    const text = old.get(one.name);
    if (!oldMarks.has(one.name)) changes.fresh.push(one.name);
    else if (oldMarks.get(one.name) === newMarks.get(one.name)) {
      changes.same.push(one.name);
      return text ?? one.text;
    } else {
      changes.changed.push(one.name);
      if (text !== undefined && /^- Trả lời:/m.test(text)) lost.push(one.name);
    }
    return text === undefined ? one.text : withQuestions(one.text, text);
  });
  for (const name of oldMarks.keys()) if (!newMarks.has(name)) changes.gone.push(name);
  // What an editor added and no reading ever held stays at the end.
  for (const [name, text] of old) if (!oldMarks.has(name) && !newMarks.has(name)) body.push(text);
  const remarks =
    lost.length > 0 ? [`${lost.join(', ')} đã đổi nên câu trả lời viết tay ở đó không giữ lại. Viết lại nếu cần.`] : [];
  const text = `\n${body.join('\n\n')}\n`;
  const file =
    kept === null
      ? writeFile(front, text)
      : changeFront(`---\n${kept.yaml}\n---\n${text}`, stillOpen(kept.front, front));
  return { file, changes, remarks };
}

/** What a new reading sets in a front part: what the machine notes, and what an editor has left open. */
function stillOpen(before: Front, fresh: Front): Partial<Front> {
  const { status, approvedBy, source, read, checkedOn, sources } = fresh;
  const open = Object.entries(fresh).filter(([name]) => (before[name as keyof Front] ?? null) === null);
  return { ...Object.fromEntries(open), status, approvedBy, source, read, checkedOn, sources };
}

function byName(stretches: Stretch[]): Map<string, string> {
  return new Map(stretches.flatMap((one) => (one.kind === 'article' ? [[one.name, one.text] as const] : [])));
}

function marksIn(read: string): Map<string, string> {
  return new Map(
    read
      .split(' ')
      .filter((one) => one.includes('='))
      .map((one) => [`Điều ${one.split('=')[0]}`, one.split('=')[1] ?? ''] as const),
  );
}

/** The new words of an article with the questions that editors wrote under the same headings. */
function withQuestions(fresh: string, old: string): string {
  const questions = new Map<string, string[]>();
  let heading = '';
  for (const line of old.split('\n')) {
    if (line.startsWith('#')) heading = headingKey(line);
    else if (line.startsWith('- Hỏi:')) questions.set(heading, [...(questions.get(heading) ?? []), line]);
  }
  return fresh
    .split('\n')
    .flatMap((line) => (line.startsWith('#') ? [line, ...(questions.get(headingKey(line)) ?? [])] : [line]))
    .join('\n');
}

/** A heading without the title that may have changed. */
function headingKey(line: string): string {
  return (
    /^#+\s+(?:Điều\s+\d+[a-zđ]?|Khoản\s+\d+[a-zđ]?(?:\s+điểm\s+[a-zđ]\d*)?|Điểm\s+[a-zđ]\d*)/.exec(line)?.[0] ?? line
  );
}
