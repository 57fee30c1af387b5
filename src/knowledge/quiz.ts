import { z } from 'zod';
import { isDiscreet } from '../core/discreet.ts';
import { unsupportedFigures } from '../core/figures.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { LearningPath } from '../core/quiz/path.ts';
import { audiences, holds, type QuizQuestion } from '../core/quiz.ts';
import { checkPaths, paths } from './lessons.ts';
import type { ContentFiles } from './load.ts';
import { ContentInvalid, describeProblems, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'chỉ dùng chữ thường không dấu, số và dấu gạch');

const questions = z.array(
  z.strictObject({
    id,
    ask: z.string().max(200),
    /** An option stands on a button. */
    options: z.array(z.string().min(1).max(40)).min(2).max(4),
    right: z.int().min(1).max(4),
    why: z.string().max(300),
    passage: z.string(),
    place: z.string().optional(),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    for: z.array(z.enum(audiences)).default([]),
    cover: z.boolean().default(true),
  }),
);

/** The questions and the lessons, and what the operator should know of them today. */
export type LoadedQuiz = { quiz: QuizQuestion[]; paths: LearningPath[]; lapsed: string[] };

/**
 * Reads `knowledge/quiz` and `knowledge/lessons`. Throws `knowledge-invalid` with file, line and mend. What rests on law
 * that does not hold on `day` is not asked; `lapsed` tells file, line and mend of it, for a law that ends must not keep
 * the bot from starting.
 */
export function loadQuiz(files: ContentFiles, knowledge: Knowledge, day: string): LoadedQuiz {
  const problems: Problem[] = [];
  const lapsed: Problem[] = [];
  const quiz: QuizQuestion[] = [];
  for (const [file, text] of files) {
    if (!file.startsWith('knowledge/quiz/')) continue;
    const read = readYaml(file, text, questions, problems);
    read?.value.forEach(({ for: suits, ...question }, at) => {
      const one = { ...question, audiences: suits };
      const line = read.lineOf([at]);
      for (const what of wrongWith(one, quiz, knowledge)) problems.push({ file, line, what });
      if (!holds(one.passage, knowledge, day))
        lapsed.push({
          file,
          line,
          what: `câu đố "${one.id}" dựa vào đoạn "${one.passage}" nay không còn hiệu lực. Sửa lại.`,
        });
      quiz.push(one);
    });
  }
  const learning: LearningPath[] = [];
  for (const [file, text] of files) {
    if (!file.startsWith('knowledge/lessons/')) continue;
    const read = readYaml(file, text, paths, problems);
    if (read) {
      const found = checkPaths(read.value, learning, quiz, knowledge, day);
      const placed = (one: { at: PropertyKey[]; what: string }) => ({
        file,
        line: read.lineOf(one.at),
        what: one.what,
      });
      problems.push(...found.wrong.map(placed));
      lapsed.push(...found.lapsed.map(placed));
      learning.push(...read.value);
    }
  }
  if (problems.length > 0) throw new ContentInvalid(problems, `Câu đố, bài học chưa đúng:`);
  return { quiz, paths: learning, lapsed: lapsed.map((one) => describeProblems([one])) };
}

function wrongWith(one: QuizQuestion, before: QuizQuestion[], knowledge: Knowledge): string[] {
  const passage = knowledge.passages.get(one.passage);
  const right = one.options[one.right - 1] ?? '';
  const strange = passage ? unsupportedFigures(`${right}\n${one.why}`, [passage.text]) : [];
  const telling = one.cover && !isDiscreet([one.ask, one.why, ...one.options].join('\n'));
  return [
    ...(before.some((other) => other.id === one.id) ? [`tên "${one.id}" đã dùng cho câu khác.`] : []),
    ...(one.right > one.options.length ? ['"right" lớn hơn số đáp án.'] : []),
    ...(new Set(one.options).size < one.options.length ? ['có hai đáp án giống nhau.'] : []),
    ...(passage && one.place !== undefined && !passage.cites.some((cite) => cite.locator === one.place)
      ? [`"place" nêu "${one.place}" nhưng đoạn "${one.passage}" không có căn cứ đó.`]
      : []),
    ...(passage ? [] : [`"passage" nêu "${one.passage}" nhưng không có đoạn kiến thức nào tên đó.`]),
    ...strange.map((figure) => `đáp án đúng hoặc "why" nói ${figure} mà đoạn "${one.passage}" không có con số đó.`),
    ...(telling ? ['câu này có chữ lộ chuyện riêng, không che màn hình được. Đổi chữ, hoặc ghi "cover: false".'] : []),
  ];
}
