import { speaksOfViolence } from '../core/answer/violence.ts';
import type { Play, Topic } from '../core/conversation.ts';
import type { Citation } from '../core/passage.ts';
import { askable, type QuizQuestion } from '../core/quiz.ts';
import { type Offer, plainReply } from '../core/reply.ts';
import type { Choice } from '../core/update.ts';
import type { Carried, Turn } from './carry-out.ts';

/** What a move in the game leaves of a turn. */
export type Played = Pick<Carried, 'reply' | 'topic' | 'subject' | 'play' | 'learned'>;

/** The question with its options, under what comes before it. `id` names the fixed text that leads it in. */
export function posed(
  question: QuizQuestion,
  id: string,
  variables: Record<string, string>,
  before: string[],
  { parts }: Turn,
): Played {
  const offers = question.options.map((label, at) => ({
    label,
    choice: { kind: 'guess', quiz: question.id, option: at + 1 } as const,
  }));
  const { bubbles } = parts.replies.get(id, { ...variables, question: question.ask });
  const reply = { ...plainReply([...before, ...bubbles], 'smalltalk'), offers };
  return { reply, topic: noTopic, subject: `quiz-${question.id}` };
}

/** Right or not, why, and what that rests on. */
export function told(question: QuizQuestion, option: number, turn: Turn): { bubbles: string[]; citations: Citation[] } {
  const { parts } = turn;
  const id = question.right === option ? 'quiz-right' : 'quiz-wrong';
  const right = question.options[question.right - 1] ?? '';
  const { bubbles } = parts.replies.get(id, { right, why: question.why });
  const cites = parts.library.knowledge.passages.get(question.passage)?.cites ?? [];
  const citations = cites.filter((one, at) => (question.place ? one.locator === question.place : at === 0));
  return { bubbles: [...bubbles, ...quietOffer([question.passage], turn)], citations };
}

/** The quiet line under whatever rests on a passage about violence. */
export function quietOffer(passages: string[], { parts }: Turn): string[] {
  const found = passages.flatMap((id) => parts.library.knowledge.passages.get(id) ?? []);
  return found.some(speaksOfViolence) ? parts.replies.get('help-offer-line').bubbles : [];
}

/** A fixed text of the game with what to do next. */
export function said(id: string, variables: Record<string, string>, { parts }: Turn, next: Choice[]): Played {
  const { bubbles } = parts.replies.get(id, variables);
  const offers = next.map((choice) => ({ label: labelOf(choice), choice }));
  return { reply: { ...plainReply(bubbles, 'smalltalk'), offers }, topic: noTopic, subject: id };
}

/** The questions that rest on what holds today. */
export function openQuestions({ parts }: Turn): QuizQuestion[] {
  return askable(parts.quiz, parts.library.knowledge, parts.today());
}

/** What is under way in the talk. */
export function playOf({ conversation }: Turn): Play | undefined {
  return conversation.stage === 'open' ? conversation.play : undefined;
}

export const noTopic: Topic = { passages: [], shown: 0, offered: [] };
export const another: Choice = { kind: 'quiz' };

/** What leads from elsewhere into the game. */
export const gameOffers: Offer[] = (['quiz', 'lessons', 'today'] as const).map((kind) => ({
  label: labelOf({ kind }),
  choice: { kind },
}));

const groupLabels = {
  all: 'Ai cũng chơi được',
  pupils: 'Học sinh',
  workers: 'Người đi làm',
  farmers: 'Nhà nông',
  officials: 'Cán bộ',
} as const;

export function labelOf(choice: Choice): string {
  switch (choice.kind) {
    case 'play':
      return groupLabels[choice.group];
    case 'lessons':
      return 'Bài học ngắn';
    case 'today':
      return 'Mỗi ngày một điều';
    case 'share':
      return 'Gửi cho bạn bè';
    case 'news':
      return 'Nhận tin mỗi ngày';
    case 'news-on':
      return choice.want === 'daily' ? 'Mỗi ngày một tin' : 'Chỉ ngày đặc biệt';
    case 'news-off':
      return 'Thôi nhận tin';
    default:
      return 'Đố vui 5 câu';
  }
}
