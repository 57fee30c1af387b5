import type { Bot } from '../bot.ts';
import { evalQuestionsOf } from '../eval/questions.ts';
import type { Section } from './page.ts';

/** Correct answers by kind on the test half, as typed and without diacritics. */
export async function answersSection(bot: Bot, limit: number): Promise<Section> {
  const file = 'test/eval/questions.test.jsonl';
  const typed = await evalQuestionsOf(bot, { file, folded: false, limit });
  const folded = await evalQuestionsOf(bot, { file, folded: true, limit });
  const rows = [...typed.tallies].map(([kind, { asked, right, cited }]) => [
    kind,
    { part: right, whole: asked },
    { part: cited, whole: asked },
    { part: folded.tallies.get(kind)?.cited ?? 0, whole: asked },
  ]);
  return {
    title: 'Answers',
    text: [
      'Invented, labelled questions of the test half through the whole bot: correct means that the reply says the facts that the label names, none that it must not say, and declines where nothing is established; cited means that it also names the article or target.',
      `Replies with a figure that no cited passage has: ${typed.unsupported} of ${typed.replies}.`,
    ],
    tables: [
      { caption: 'Turns answered', columns: ['kind', 'correct', 'correct and cited', 'the same, no diacritics'], rows },
    ],
    commands: ['npm run eval -- --half test'],
  };
}
