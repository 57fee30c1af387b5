import type { Token } from '../vietnamese/normalise.ts';
import type { Clause } from './clauses.ts';

/** One clause of a sentence: its words from `from` up to, not including, `to`. */
type Span = Pick<Clause, 'part' | 'head'> & { from: number; to: number; limits: boolean };
/** A sentence by its clauses; a "Có." or "Không." before it belongs to it. */
export type Sentence = { words: Token[]; spans: Span[] };

/** Fewer words than this say nothing by themselves. */
const leastWords = 3;

/** The sentences that clauses make up. A heading given stands in front of each. */
export function sentencesIn(clauses: Clause[], heading: Token[] = []): Sentence[] {
  const made: Sentence[] = [];
  let last: number | null = null;
  for (const { words, sentence, part, head } of clauses) {
    const open = made.at(-1);
    const goesOn = open && (sentence === last || open.words.length - heading.length < leastWords);
    last = sentence;
    const into = goesOn ? open : { words: [...heading], spans: titled(heading) };
    if (!goesOn) made.push(into);
    const from = into.words.length;
    into.words.push(...words);
    // "…; trừ …" takes from what stands before the semicolon.
    const takes = into.spans.at(-1)?.part !== part && /^(?:trừ|ngoại|nhưng|riêng)$/.test(words[0]?.raw ?? '');
    into.spans.push({ from, to: into.words.length, part: takes ? part - 1 : part, head, limits: limits(words) });
  }
  return made;
}

function titled(heading: Token[]): Span[] {
  return heading.length === 0 ? [] : [{ from: 0, to: heading.length, part: -1, head: false, limits: false }];
}

/**
 * Whether a sentence retells one of the evidence: whole clauses of it, word for word and in order. A condition, an
 * exception or a doubt beside them is not left out, nor the head of a list. Nothing is added but words that say nothing.
 */
export function retells(said: Token[], { words, spans }: Sentence): boolean {
  if (said.length < leastWords) return false;
  /** Where the last retold word may stand. */
  let ends = new Set([-1]);
  for (const word of said) {
    const next = new Set<number>(filling.has(word.raw) ? ends : []);
    for (const [at, other] of words.entries())
      if (spelled(other) === spelled(word) && [...ends].some((end) => end < at && mayPass(words, spans, end, at)))
        next.add(at);
    ends = next;
  }
  return [...ends].some((end) => mayPass(words, spans, end, words.length));
}

/** Whether what stands between two retold words may be left out; -1 and the number of words are the ends. */
function mayPass(words: Token[], spans: Span[], end: number, at: number): boolean {
  const spanAt = (place: number) => spans.findIndex((one) => place >= one.from && place < one.to);
  const isLight = (from: number, to: number) => words.slice(from, to).every((word) => light.has(word.raw));
  const [from, to] = [end < 0 ? -1 : spanAt(end), at >= words.length ? spans.length : spanAt(at)];
  if (from === to) return isLight(end + 1, at);
  const [before, after] = [spans[from], spans[to]];
  if (before && !isLight(end + 1, before.to)) return false;
  if (after && !isLight(after.from, at)) return false;
  return spans
    .slice(from + 1, to)
    .every(
      ({ part, head, limits }) => !(limits && (part === before?.part || part === after?.part)) && !(head && after),
    );
}

/** A word as it is compared: "06" is 6. */
function spelled({ raw }: Token): string {
  return raw.replace(/^0+(?=\d)/, '');
}

/** Words that may be left out anywhere, and those that may be put in. */
const light = new Set('thì mà nhé ạ này đó đây ấy vẫn cũng đều việc các những'.split(' '));
const filling = new Set(['nhé', 'ạ']);

const binding = /^(?:nếu|khi|trừ|nhưng|riêng|chỉ|miễn|song|tuy|ngoại|trường hợp|trong trường hợp|với điều kiện)(?: |$)/;

/** Whether a clause limits what stands beside it: a condition, an exception, a doubt. */
function limits(words: Token[]): boolean {
  const raw = words.map((word) => word.raw).join(' ');
  return binding.test(raw) || /(?:^| )(?:trừ|sai|lầm|chưa rõ|xác minh)(?: |$)/.test(raw);
}
