import { describe, expect, test } from 'vitest';
import { stepsOf } from '../../src/core/quiz/path.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Choice } from '../../src/core/update.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { games, makeParts, memoryConversations, updateOf } from '../fakes.ts';

function open() {
  const conversations = memoryConversations();
  const parts = makeParts({ conversations });
  const turn = makeTurn(parts);
  return {
    ...conversations,
    parts,
    tap: (choice: Choice) => turn(updateOf({ kind: 'choice', choice })),
    say: (text: string) => turn(updateOf(text)),
  };
}

/** The choice that answers the open question rightly, or wrongly. */
function answerTo(reply: Reply, rightly: boolean): Choice {
  for (const { choice } of reply.offers)
    if (choice.kind === 'guess') {
      const right = games.quiz.find((one) => one.id === choice.quiz)?.right;
      if ((choice.option === right) === rightly) return choice;
    }
  throw new Error('no question is open');
}
const kinds = (reply: Reply) => reply.offers.map((one) => one.choice.kind);

describe('a set of five', () => {
  test('goes from question to question, ends with the score, and leaves one fact without words', async () => {
    const { tap, facts } = open();
    expect(kinds(await tap({ kind: 'quiz' }))).toEqual([...Array(5).fill('play'), 'lessons']);
    let reply = await tap({ kind: 'play', group: 'farmers' });
    for (const rightly of [true, false, true, true, true]) {
      expect(reply.outcome).toBe('smalltalk');
      reply = await tap(answerTo(reply, rightly));
      expect(reply.bubbles[0]).toMatch(rightly ? /^Đúng rồi/ : /^Chưa đúng/);
      expect(reply.citations).toHaveLength(1);
    }
    expect(reply.bubbles.join('\n')).toMatch(/đúng 4\/5 câu[\s\S]*đúng liền 3 câu/);
    expect(kinds(reply)).toEqual(['play', 'lessons', 'share']);
    expect(facts.filter((fact) => fact.learned)).toHaveLength(1);
    expect(facts.at(-1)).toMatchObject({
      topic: 'quiz-set-farmers',
      learned: { what: 'set', asked: 5, before: null, right: 4 },
    });
    const shared = await tap({ kind: 'share', right: 4 });
    expect(shared.bubbles.at(-1)).toMatch(/đúng 4\/5 câu/);
  });

  test('every option typed in full is taken as the answer it is', async () => {
    const { tap, say } = open();
    let reply = await tap({ kind: 'play', group: 'workers' });
    for (let at = 0; at < 5; at++) {
      reply = await say(reply.offers.at(-1)?.label.toUpperCase() ?? '');
      expect(reply.bubbles[0]).toMatch(/^(Đúng rồi|Chưa đúng)/);
    }
  });

  test('a second tap on the same question is told, and not counted', async () => {
    const { tap } = open();
    let reply = await tap({ kind: 'play', group: 'all' });
    const first = answerTo(reply, true);
    const asked = reply.offers;
    reply = await tap(first);
    const again = await tap(first);
    expect(again.bubbles[0]).toMatch(/^Đúng rồi/);
    expect(kinds(again)).toEqual(['quiz']);
    const resumed = await tap({ kind: 'quiz' });
    expect(resumed.bubbles[0]).toMatch(/^Câu 2\/5/);
    expect(resumed.offers).not.toEqual(asked);
  });

  test('an ordinary question in between is answered, and the game goes on when asked for', async () => {
    const { tap, say } = open();
    const first = await tap({ kind: 'play', group: 'all' });
    expect((await say('bao nhiêu tuổi được kết hôn')).outcome).toBe('answer');
    expect((await say('đố vui')).bubbles).toEqual(first.bubbles);
  });

  test('ends at a word, and after that the word means what it meant before', async () => {
    const { tap, say, stored } = open();
    await tap({ kind: 'play', group: 'all' });
    expect((await say('thôi')).bubbles.join()).toMatch(/nghỉ ở đây/);
    expect(JSON.stringify([...stored.values()])).not.toMatch(/"kind":"set"/);
  });

  test('is forgotten after a quarter of an hour', async () => {
    const { tap, parts } = open();
    const reply = await tap({ kind: 'play', group: 'all' });
    parts.clock.now = new Date(parts.clock.now.getTime() + 16 * 60_000);
    expect(kinds(await tap(answerTo(reply, true)))).toEqual(['quiz']);
  });
});

describe('a path of lessons', () => {
  test.each(games.paths)('$id goes to its end and tells what was known before and after', async (path) => {
    const { tap, facts } = open();
    await tap({ kind: 'lessons' });
    let reply = await tap({ kind: 'path', id: path.id });
    for (const step of stepsOf(path)) {
      reply = await tap(answerTo(reply, step.part !== 'before' || step.number === 1));
      // What was right is not told before the lessons.
      if (step.part === 'before') expect(reply.bubbles.join()).not.toMatch(/Đúng rồi|Chưa đúng/);
      else expect(reply.bubbles[0]).toMatch(/^Đúng rồi/);
    }
    const asked = path.measure.length;
    expect(reply.bubbles.join('\n')).toContain(`đúng 1/${asked} câu, học xong đúng ${asked}/${asked} câu`);
    expect(facts.filter((fact) => fact.learned)).toHaveLength(1);
    expect(facts.at(-1)).toMatchObject({
      topic: `path-${path.id}`,
      learned: { what: 'path', asked, before: 1, right: asked },
    });
  });

  test('every lesson fits a screen and cites what it rests on', async () => {
    for (const path of games.paths) {
      const { tap } = open();
      let reply = await tap({ kind: 'path', id: path.id });
      for (const step of stepsOf(path)) {
        if (step.part === 'lesson') expect(reply.citations.length).toBeGreaterThan(0);
        reply = await tap(answerTo(reply, true));
      }
    }
  });

  test('a path that is gone leads to the list', async () => {
    const { tap } = open();
    expect(kinds(await tap({ kind: 'path', id: 'da-bo' }))).toEqual(games.paths.map(() => 'path'));
  });
});

describe('safety in the middle of a game', () => {
  const places: Array<[string, Choice[]]> = [
    ['the choice of groups', [{ kind: 'quiz' }]],
    ['a set', [{ kind: 'play', group: 'pupils' }]],
    ['the list of lessons', [{ kind: 'lessons' }]],
    ['a path', [{ kind: 'path', id: 'co-ban' }]],
    ['the words to share', [{ kind: 'share', right: 5 }]],
  ];
  test.each(places)('the safe word interrupts %s, and the game is over', async (_, way) => {
    const { tap, say, stored } = open();
    for (const choice of way) await tap(choice);
    expect((await say('SOS')).outcome).toBe('help');
    expect(JSON.stringify([...stored.values()])).not.toMatch(/"play":\{/);
  });

  test.each(places)('a disclosure typed as an answer in %s is heard, and digits no longer play', async (_, way) => {
    const { tap, say } = open();
    for (const choice of way) await tap(choice);
    const card = await say('chồng em đánh em suốt');
    expect(card).toMatchObject({ outcome: 'help', helpOffered: true });
    const after = await say('1');
    expect(after.level).toBe('support');
    expect(after.bubbles.join()).not.toMatch(/Đúng rồi|Chưa đúng|Câu \d\/5/);
  });

  /** Every point of a set and of a path, by how many answers were given before. */
  const points: Array<[string, Choice, number]> = [
    ...[0, 1, 2, 3, 4, 5].map((given): [string, Choice, number] => [
      'a set',
      { kind: 'play', group: 'workers' },
      given,
    ]),
    ...games.paths.flatMap((path) =>
      stepsOf(path).map((_, given): [string, Choice, number] => [
        `path ${path.id}`,
        { kind: 'path', id: path.id },
        given,
      ]),
    ),
  ];
  async function arrived(begin: Choice, given: number) {
    const game = open();
    let reply = await game.tap(begin);
    for (let at = 0; at < given; at++) reply = await game.tap(answerTo(reply, at % 2 === 0));
    return game;
  }

  test.each(points)(
    'in %s the safe word and a disclosure are heard after every answer (%#)',
    async (_, begin, given) => {
      const typed = ['SOS', 'a, mà bố dượng cứ đêm là sờ soạng em', 'chắc là 2. hôm qua em bị chồng đánh bầm mặt'];
      for (const words of typed) {
        const { say, tap, stored } = await arrived(begin, given);
        expect(await say(words), words).toMatchObject({ outcome: 'help', helpOffered: true });
        expect(JSON.stringify([...stored.values()])).not.toMatch(/"play":\{/);
        // A button of the game that is still on the screen counts nothing, and nobody is asked on.
        expect((await tap({ kind: 'quiz' })).bubbles.join()).not.toMatch(/Câu \d\/5|Hỏi (trước|sau)/);
      }
    },
  );

  test('a question that may be a disclosure ends the game as well', async () => {
    const { tap, say, stored } = open();
    await tap({ kind: 'play', group: 'all' });
    const reply = await say('nếu bị chồng kiểm soát tiền thì phải làm sao');
    if (reply.level !== 'none') expect(JSON.stringify([...stored.values()])).not.toMatch(/"play":\{/);
  });

  test('what stands under a matter of violence ends with the quiet line', async () => {
    const { tap } = open();
    const reply = await tap({ kind: 'guess', quiz: 'hang-xom', option: 1 });
    expect(reply.bubbles.join('\n')).toContain('gõ SOS');
  });
});

test('all that a talk keeps of a game are ids and counts', async () => {
  const { tap, say, stored } = open();
  await tap({ kind: 'play', group: 'all' });
  await say('một câu trả lời không có trong các đáp án');
  const [state] = stored.values();
  const texts = JSON.stringify(state).match(/"[^"]*"/g) ?? [];
  for (const text of texts) expect(text).toMatch(/^"[\w:/.-]*"$/);
});
