import { z } from 'zod';
import { unsupportedFigures } from '../core/figures.ts';
import type { Knowledge } from '../core/knowledge.ts';
import { type LearningPath, stepsOf } from '../core/quiz/path.ts';
import { holds, type QuizQuestion } from '../core/quiz.ts';

const lesson = z.strictObject({
  title: z.string().min(1).max(60),
  text: z.string().min(1).max(500),
  passages: z.array(z.string()).min(1),
  check: z.string(),
});

/** The form of a file in `knowledge/lessons`. */
export const paths = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'chỉ dùng chữ thường không dấu, số và dấu gạch'),
    /** Stands on a button. */
    title: z.string().min(1).max(40),
    measure: z.array(z.string()).min(2).max(4),
    lessons: z.array(lesson).min(2).max(6),
  }),
);

/** A mistake and the place in the file it stands at. */
type Placed = { at: PropertyKey[]; what: string };

/** What is wrong with the paths of one file, and what rests on law that does not hold on `day`. */
export function checkPaths(
  file: LearningPath[],
  before: LearningPath[],
  quiz: QuizQuestion[],
  knowledge: Knowledge,
  day: string,
): { wrong: Placed[]; lapsed: Placed[] } {
  const wrong: Placed[] = [];
  const lapsed: Placed[] = [];
  const known = new Set(quiz.map((one) => one.id));
  const names = new Set(before.map((one) => one.id));
  file.forEach((path, at) => {
    if (names.has(path.id)) wrong.push({ at: [at], what: `tên "${path.id}" đã dùng cho bài khác.` });
    names.add(path.id);
    const asked = [...path.measure, ...path.lessons.map((one) => one.check)];
    for (const id of new Set(stepsOf(path).map((one) => one.question)))
      if (!known.has(id)) wrong.push({ at: [at], what: `nêu câu đố "${id}" nhưng không có câu nào tên đó.` });
    if (new Set(asked).size < asked.length)
      wrong.push({ at: [at], what: 'một câu đố được hỏi ở hai chỗ, nên đo không đúng. Chọn câu khác.' });
    path.lessons.forEach(({ title, text, passages }, number) => {
      const place = [at, 'lessons', number];
      for (const id of passages) {
        if (!knowledge.passages.has(id))
          wrong.push({ at: place, what: `"passages" nêu "${id}" nhưng không có đoạn kiến thức nào tên đó.` });
        else if (!holds(id, knowledge, day))
          lapsed.push({ at: place, what: `phần "${title}" dựa vào đoạn "${id}" nay không còn hiệu lực. Sửa lại.` });
      }
      const sources = passages.flatMap((id) => knowledge.passages.get(id)?.text ?? []);
      for (const figure of unsupportedFigures(text, sources))
        wrong.push({ at: place, what: `"text" nói ${figure} mà các đoạn ở "passages" không có con số đó.` });
    });
  });
  return { wrong, lapsed };
}
