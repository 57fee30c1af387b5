import { describe, expect, test } from 'vitest';
import { audiences } from '../../src/core/quiz.ts';
import { loadQuiz } from '../../src/knowledge/quiz.ts';
import { content, games, library } from '../fakes.ts';

const day = '2026-11-24';
const file = 'knowledge/quiz/thu.yaml';
const lessons = 'knowledge/lessons/thu.yaml';

/** What start-up makes of the real content with one more file. */
function loaded(name: string, text: string, on = day) {
  try {
    return loadQuiz(new Map([...content, [name, text]]), library.knowledge, on);
  } catch (error) {
    return (error as Error).message;
  }
}

const question = (more: Record<string, unknown> = {}) =>
  JSON.stringify([
    {
      id: 'thu',
      ask: 'Trẻ em là người bao nhiêu tuổi?',
      options: ['Dưới 16 tuổi', 'Dưới 20 tuổi'],
      right: 1,
      why: 'Trẻ em là người dưới 16 tuổi.',
      passage: '102-2016-qh13/d1',
      level: 1,
      ...more,
    },
  ]);

describe('the questions as they are', () => {
  test('are at least eighty, all rest on what holds today, and every group has its own', () => {
    expect(games.quiz.length).toBeGreaterThanOrEqual(80);
    expect(games.lapsed).toEqual([]);
    for (const audience of audiences)
      expect(games.quiz.filter((one) => one.audiences.includes(audience)).length, audience).toBeGreaterThanOrEqual(15);
  });

  test('put the right answer in every place about as often', () => {
    const three = games.quiz.filter((one) => one.options.length === 3);
    for (const place of [1, 2, 3]) {
      const share = three.filter((one) => one.right === place).length / three.length;
      expect(share, `${place}`).toBeGreaterThan(0.24);
      expect(share, `${place}`).toBeLessThan(0.45);
    }
  });

  test('the right answer is not told by its length', () => {
    const longest = games.quiz.filter((one) => {
      const lengths = one.options.map((option) => option.length);
      return lengths[one.right - 1] === Math.max(...lengths) && new Set(lengths).size > 1;
    });
    expect(longest.length / games.quiz.length).toBeLessThan(0.6);
  });

  test('no option speaks for the person: typed in full it is taken as an answer, whatever it tells', () => {
    for (const one of games.quiz)
      for (const option of one.options)
        expect(option, one.id).not.toMatch(/(?<!\p{L})(tôi|(?<!trẻ )em|mình|cháu|tao|tớ)(?!\p{L})/iu);
  });

  test('no two options of a question read alike without tones', () => {
    for (const one of games.quiz)
      expect(new Set(one.options.map((option) => option.toLowerCase())).size, one.id).toBe(one.options.length);
  });
});

describe('a question that is wrong is refused with file, line and mend', () => {
  test.each([
    [{ passage: 'khong-co' }, /thu\.yaml:1: "passage" nêu "khong-co"/],
    [{ why: 'Trẻ em là người dưới 17 tuổi.' }, /nói 17 mà đoạn "102-2016-qh13\/d1" không có/],
    [{ options: ['Dưới 15 tuổi', 'Dưới 20 tuổi'] }, /nói 15 mà đoạn/],
    [{ right: 3 }, /"right" lớn hơn số đáp án/],
    [{ options: ['Có', 'Có'], why: 'Có.' }, /hai đáp án giống nhau/],
    [{ ask: 'Bạo lực gia đình là gì?' }, /không che màn hình được/],
    [{ place: 'Điều 99' }, /"place" nêu "Điều 99"/],
    [{ id: 'tuoi-cuoi' }, /tên "tuoi-cuoi" đã dùng/],
    [{ level: 4 }, /mục "0\.level"/],
    [{ for: ['men'] }, /mục "0\.for/],
  ])('%o', (more, says) => {
    expect(loaded(file, question(more))).toMatch(says);
  });

  test('a good one is taken', () => expect(loaded(file, question())).toMatchObject({ lapsed: [] }));
});

describe('law that ends', () => {
  test('does not keep the bot from starting: the operator is told file, line and mend', () => {
    const ended = { passage: '11-2017-qh14/d7k2-den-2026-12-31', why: 'Miễn phí.', options: ['Có', 'Không'] };
    expect(loaded(file, question(ended))).toMatchObject({ lapsed: [] });
    const later = loaded(file, question(ended), '2027-02-01');
    expect(typeof later === 'string' ? later : later.lapsed.join('\n')).toMatch(
      /knowledge\/quiz\/thu\.yaml:1: câu đố "thu" dựa vào đoạn .* không còn hiệu lực/,
    );
  });
});

describe('a path of lessons that is wrong is refused with file, line and mend', () => {
  const path = (more: Record<string, unknown> = {}, lesson: Record<string, unknown> = {}) =>
    JSON.stringify([
      {
        id: 'thu',
        title: 'Bài thử',
        measure: ['viec-nha', 'tuoi-cuoi'],
        lessons: [
          {
            title: 'Một',
            text: 'Trẻ em là người dưới 16 tuổi.',
            passages: ['102-2016-qh13/d1'],
            check: 'so-do',
            ...lesson,
          },
          { title: 'Hai', text: 'Nam nữ ngang nhau.', passages: ['73-2006-qh11/d5k3'], check: 'thua-ke' },
        ],
        ...more,
      },
    ]);
  test.each([
    [{ measure: ['viec-nha', 'khong-co'] }, {}, /nêu câu đố "khong-co"/],
    [{ measure: ['viec-nha', 'so-do'] }, {}, /được hỏi ở hai chỗ/],
    [{ id: 'co-ban' }, {}, /tên "co-ban" đã dùng/],
    [{}, { passages: ['khong-co'] }, /"passages" nêu "khong-co"/],
    [{}, { text: 'Trẻ em là người dưới 17 tuổi.' }, /"text" nói 17/],
  ])('%o %o', (more, lesson, says) => {
    expect(loaded(lessons, path(more, lesson))).toMatch(says);
  });

  test('a good one is taken', () => expect(loaded(lessons, path())).toMatchObject({ lapsed: [] }));
});
