import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import { unsupportedFigures } from '../core/figures.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { QuizQuestion } from '../core/quiz.ts';
import type { ContentFiles } from './load.ts';
import { describeProblems, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const questions = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'chỉ dùng chữ thường không dấu, số và dấu gạch'),
    ask: z.string().max(200),
    /** An option stands on a button. */
    options: z.array(z.string().min(1).max(40)).min(2).max(4),
    right: z.int().min(1).max(4),
    why: z.string().max(300),
    passage: z.string(),
    cover: z.boolean().default(true),
  }),
);

/** Reads `knowledge/quiz`. Throws `knowledge-invalid` with file, line and mend. */
export function loadQuiz(files: ContentFiles, knowledge: Knowledge): QuizQuestion[] {
  const problems: Problem[] = [];
  const all: QuizQuestion[] = [];
  for (const [file, text] of files) {
    if (!file.startsWith('knowledge/quiz/')) continue;
    const read = readYaml(file, text, questions, problems);
    read?.value.forEach((one, at) => {
      for (const what of wrongWith(one, all, knowledge)) problems.push({ file, line: read.lineOf([at]), what });
      all.push(one);
    });
  }
  if (problems.length > 0) throw new AppError('knowledge-invalid', `Câu đố chưa đúng:\n${describeProblems(problems)}`);
  return all;
}

function wrongWith(one: QuizQuestion, before: QuizQuestion[], knowledge: Knowledge): string[] {
  const passage = knowledge.passages.get(one.passage);
  const strange = passage ? unsupportedFigures(one.why, [passage.text]) : [];
  return [
    ...(before.some((other) => other.id === one.id) ? [`tên "${one.id}" đã dùng cho câu khác.`] : []),
    ...(one.right > one.options.length ? ['"right" lớn hơn số đáp án.'] : []),
    ...(passage ? [] : [`"passage" nêu "${one.passage}" nhưng không có đoạn kiến thức nào tên đó.`]),
    ...strange.map((figure) => `"why" nói ${figure} mà đoạn "${one.passage}" không có con số đó.`),
  ];
}
