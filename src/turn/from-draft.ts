import { asItStands, type Composed, distinct } from '../core/answer/composed.ts';
import { holdsFact } from '../core/answer/holds-fact.ts';
import type { DraftSentence, Ground, Rejection } from '../core/grounding.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { Passage } from '../core/passage.ts';
import type { Question } from '../core/question/understand.ts';
import { wantedFact } from '../core/question/wanted.ts';

/** One phone screen: a longer draft says more than was asked. */
const mostTextChars = 500;

/** What holds of a draft, or of its beginning, as an answer; `null` when that answers nothing. With why the rest was dropped. */
export function fromDraft(
  draft: DraftSentence[],
  retrieved: ReadonlyMap<string, Passage>,
  question: Question,
  ground: Ground,
  knowledge: Knowledge,
): { composed: Composed | null; dropped: Rejection[] } {
  const { kept, dropped } = ground(draft, retrieved, knowledge);
  const used = [...new Set(kept.flatMap((one) => one.passages))];
  const text = kept.map((one) => one.text).join(' ');
  const wanted = wantedFact(question.asked);
  const [first] = used;
  if (first === undefined || (wanted !== null && !holdsFact(text, wanted)) || text.length > mostTextChars)
    return { composed: null, dropped };
  const composed: Composed = {
    text,
    cites: distinct(used.flatMap((one) => asItStands(one).cites)),
    passages: used.map((one) => one.id),
    more: first.more,
    outcome: 'answer',
  };
  return { composed, dropped };
}
