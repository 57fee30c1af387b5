import { byStep, sumOf } from './figures.ts';
import { type Reading, turnsOf } from './reading.ts';
import type { Block } from './release.ts';
import { type Cell, count, end, share, start, type Table, text } from './table.ts';
import { type Names, pooled, unnamedTopic } from './words.ts';

/** How learning went, over those who came to the end. */
export type Learning = {
  topic: string | null;
  finished: number;
  /** People who did, each counted once a month, in full fives; 0 when fewer than five. */
  people: number;
  /** Parts of the questions that were right, 0 to 1; `before` is `null` where nobody was asked before. */
  before: number | null;
  right: number;
};

/** Paths of lessons, or sets of questions, that were finished; most first. */
export function learningOf(now: Reading, what: 'path' | 'set'): Learning[] {
  const blocks = turnsOf(now).filter(({ path }) => path[0] === 'learned' && path[1] === what);
  return byStep(blocks, ['learned', what]).flatMap(({ key, blocks: some }) => gained(key, some, what));
}

function gained(topic: string | null, blocks: readonly Block[], what: 'path' | 'set'): Learning[] {
  // A running month tells how many, and not yet how well.
  const known = blocks.filter(({ sums }) => (sums.asked ?? 0) > 0);
  const total = (key: string) => known.reduce((sum, { sums }) => sum + (sums[key] ?? 0), 0);
  const asked = total('asked');
  if (asked === 0) return [];
  const before = what === 'path' ? total('before') / asked : null;
  return [{ topic, finished: sumOf(blocks), people: total('people'), before, right: total('right') / asked }];
}

/** Lessons: how many finished, and what they knew before and after. */
export function pathTable(now: Reading, names: Names): Table {
  return {
    id: 'bai-hoc',
    title: 'Bài học: trước và sau khi học',
    note: 'Học hết một bài là đã có kiến thức cơ bản của bài đó. Cùng những câu hỏi ấy được hỏi trước và hỏi lại sau.',
    columns: [
      start('Bài học'),
      end('Lượt học hết'),
      end('Số người'),
      end('Đúng trước'),
      end('Đúng sau'),
      end('Tăng (điểm phần trăm)'),
    ],
    rows: learningOf(now, 'path').map(({ topic, finished, people, before, right }) => [
      text(title(topic, names)),
      count(finished),
      count(people),
      before === null ? nothing : { kind: 'share', of: before },
      { kind: 'share', of: right },
      before === null ? nothing : { kind: 'share', of: right - before },
    ]),
  };
}

/** Sets of quiz questions: how many finished, and how well. */
export function setTable(now: Reading, names: Names): Table {
  return {
    id: 'cau-do',
    title: 'Câu đố',
    note: null,
    columns: [start('Bộ câu đố'), end('Lượt chơi hết'), end('Số người'), end('Trả lời đúng')],
    rows: learningOf(now, 'set').map(({ topic, finished, people, right }) => [
      text(title(topic, names)),
      count(finished),
      count(people),
      { kind: 'share', of: right },
    ]),
  };
}

const nothing: Cell = { kind: 'none' };

const title = (topic: string | null, names: Names) =>
  topic === null ? pooled : topic === '' ? unnamedTopic : names.topic(topic);

/** What people tapped about answers, and about numbers they tried to call; by what it was about. */
export function feedbackTable(now: Reading, names: Names, about: 'answers' | 'numbers'): Table {
  const [good, bad] = about === 'answers' ? ['useful', 'not-useful'] : ['reached', 'not-reached'];
  const blocks = turnsOf(now).filter(({ path }) => path[0] === 'feedback');
  const told = blocks.filter(({ path }) => path[2] === good || path[2] === bad);
  const rows = byStep(told, ['feedback']).map(({ key, n, blocks: some }) => {
    const of = (said: string) => sumOf(some.filter(({ path }) => path[2] === said));
    // A part is told only where neither side is too few.
    const part = of(good) > 0 && of(bad) > 0 ? share(of(good), n) : nothing;
    return [text(title(key, names)), count(of(good)), count(of(bad)), part];
  });
  return about === 'answers'
    ? {
        id: 'gop-y',
        title: 'Góp ý theo câu trả lời',
        note: 'Câu bị chê nhiều thì nên xem lại trước.',
        columns: [start('Câu trả lời'), end('Có ích'), end('Chưa có ích'), end('Phần có ích')],
        rows,
      }
    : {
        id: 'goi-duoc',
        title: 'Số điện thoại: gọi được hay không',
        note: 'Nhiều người không gọi được thì hãy gọi thử số trong danh bạ.',
        columns: [start('Hiện cùng lời'), end('Gọi được'), end('Không gọi được'), end('Phần gọi được')],
        rows,
      };
}
