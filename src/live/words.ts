import type { Daily } from '../core/daily.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { LearningPath } from '../core/quiz/path.ts';
import type { QuizQuestion } from '../core/quiz.ts';
import type { Directory } from '../core/services.ts';
import { loadDaily } from '../knowledge/daily.ts';
import { type ContentFiles, parseKnowledge } from '../knowledge/load.ts';
import { loadNews } from '../knowledge/news.ts';
import { loadQuiz } from '../knowledge/quiz.ts';
import { type LoadedReplies, parseReplies, repliesFolder } from '../knowledge/replies.ts';
import { loadSendingHours } from '../knowledge/sending-hours.ts';
import { loadServices } from '../knowledge/services.ts';

/** All that the bot tells, read from one set of files and checked against each other. */
export type Words = {
  files: ContentFiles;
  knowledge: Knowledge;
  replies: LoadedReplies;
  directory: Directory;
  quiz: QuizQuestion[];
  paths: LearningPath[];
  daily: Daily;
  /** What rests on law that no longer holds, in lines for the operator: it waits. */
  lapsed: string[];
};

export type ReadOptions = {
  /** Who runs the bot, as the fixed texts say it. */
  operator: string;
  /** Today in the province. */
  today: string;
};

const noKnowledge = /^(?:prompts\/|knowledge\/(?:services\.yaml|quiz\/|lessons\/|campaigns\/|news\/))/;

/**
 * Reads knowledge, fixed texts, directory, quiz and days. Throws `ContentInvalid` at the first of them that does not
 * hold. What comes of the same files as `before` is not read again.
 */
export function readWords(files: ContentFiles, { operator, today }: ReadOptions, before?: Words): Words {
  const isSame = (concerns: (name: string) => boolean) =>
    before !== undefined && [...files].every(([name, text]) => !concerns(name) || before.files.get(name) === text);
  const knowledge =
    before && isSame((name) => !noKnowledge.test(name))
      ? before.knowledge
      : parseKnowledge(new Map([...files].filter(([name]) => !name.startsWith(repliesFolder))));
  const replies =
    before && isSame((name) => name.startsWith(repliesFolder)) ? before.replies : parseReplies(files, { operator });
  // The news themselves go out by a command of their own; what is wrong in them is refused here.
  const { days } = loadNews(files, knowledge);
  const { facts, lapsed } = loadDaily(files, knowledge, days, today);
  const games = loadQuiz(files, knowledge, today);
  return {
    files,
    knowledge,
    replies,
    directory: loadServices(files.get('knowledge/services.yaml') ?? ''),
    quiz: games.quiz,
    paths: games.paths,
    daily: { facts, days, hours: loadSendingHours(files) },
    lapsed: [...games.lapsed, ...lapsed],
  };
}
