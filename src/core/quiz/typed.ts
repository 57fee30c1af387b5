import { bareWords } from '../decide.ts';
import type { QuizQuestion } from '../quiz.ts';
import { type Choice, decodeChoice } from '../update.ts';

/** Options are also called by letters, as at school. */
const letters = /^(?:(?:cau|dap an|chon|y) )?([abcd])$/;

/**
 * The option of the question under which `offered` stands that somebody typed by its letter or in full; `null` for
 * anything else, and where no question stands.
 */
export function optionTyped(message: string, offered: string[], quiz: QuizQuestion[]): Choice | null {
  const choices = offered.flatMap((wire) => {
    const choice = decodeChoice(wire);
    return choice?.kind === 'guess' ? [choice] : [];
  });
  if (choices.length === 0) return null;
  const typed = bareWords(message);
  const letter = letters.exec(typed)?.[1];
  if (letter) return choices['abcd'.indexOf(letter)] ?? null;
  const labelOf = (id: string, option: number) => quiz.find((one) => one.id === id)?.options[option - 1];
  return choices.find((one) => bareWords(labelOf(one.quiz, one.option) ?? '') === typed) ?? null;
}
