import { isDiscreet } from '../../core/discreet.ts';
import type { Outgoing } from '../../core/mailbox.ts';
import type { Citation } from '../../core/passage.ts';
import type { Replies } from '../../core/ports.ts';
import type { Reply } from '../../core/reply.ts';
import { split } from '../../core/split.ts';
import { textBubbles } from '../../core/text-reply.ts';

export type Words = {
  replies: Replies;
  /** Citations as people read them. */
  sourceLines: (citations: Citation[]) => string[];
};

/** What both products of Zalo take at once. */
export const maxTextChars = 2_000;
/** How much of a message a locked screen shows at least. */
const previewChars = 80;

/** The messages that show a reply: one, unless it is longer than Zalo takes. Nothing sent can be taken back. */
export function render(reply: Reply, { replies, sourceLines }: Words): Outgoing[] {
  const parts = textBubbles(reply, sourceLines);
  if (reply.welcome) parts.push(reply.welcome);
  const whole = parts.join('\n\n');
  // Words about our own trouble say nothing of the person's.
  const neutral = reply.outcome === 'trouble' || isDiscreet(whole.slice(0, previewChars));
  const text = neutral ? whole : `${replies.get('lead').bubbles.join(' ')}\n\n${whole}`;
  return split(text, maxTextChars).map((part) => ({ text: part }));
}

/** What to say once a conversation was erased: Zalo lets no message be removed, and whoever asks is told so. */
export function renderErased(reply: Reply, words: Words): Outgoing[] {
  // Who leaves gets the harmless question alone.
  if (reply.offers.some(({ choice }) => choice.kind === 'guess' || choice.kind === 'quiz')) return render(reply, words);
  return render({ ...reply, bubbles: words.replies.get('erased-by-hand').bubbles, offers: [], citations: [] }, words);
}
