import type { Conversation } from './conversation.ts';
import { atLeast, type Level, type Verdict } from './triage.ts';
import type { Content } from './update.ts';
import { fold } from './vietnamese/fold.ts';

/** What the bot does with one update; the whole policy chooses among these. */
export type Decision =
  | { kind: 'help'; card: 'emergency' | 'suicide' | 'help'; level: Level }
  | { kind: 'erase' }
  | { kind: 'menu' }
  | { kind: 'more' }
  | { kind: 'say'; reply: string }
  | { kind: 'passage'; id: string }
  | { kind: 'answer' };

/** What is known of a message apart from its level, all worked out without the outside world. */
export type Reading = {
  /** Folded words, single spaces. */
  folded: string;
  /** The fixed reply that fits when the message is not a question: small talk, gibberish, only emoji … */
  plainReply: string | null;
  wantsMore: boolean;
};

const safeWord = /^(sos|s o s|tro giup|cuu|cuu voi|cuu toi|cuu em|cuu minh|giup voi|help me|help)$/;
const eraseWord =
  /^\/?(xoa|xoa het|xoa di|xoa tin|xoa tin nhan|xoa cuoc noi chuyen|xoa cuoc tro chuyen|xoa lich su|xoa chat)$/;
const menuWord = /^\/?(menu|bat dau|start|huong dan|tro ve|quay lai|danh muc)$/;

/**
 * The policy: safety first, then the person's commands, then small talk, then the question. Pure: the same input
 * always gives the same decision.
 */
export function decide(conversation: Conversation, content: Content, verdict: Verdict, reading: Reading): Decision {
  if (content.kind === 'unsupported') return { kind: 'say', reply: 'cannot-read' };
  if (content.kind === 'choice') {
    switch (content.choice.kind) {
      case 'help':
        return { kind: 'help', card: 'help', level: 'support' };
      case 'ask':
        return { kind: 'passage', id: content.choice.passage };
      case 'more':
        return { kind: 'more' };
      case 'menu':
        return { kind: 'menu' };
      case 'erase':
        return { kind: 'erase' };
    }
  }
  const { folded } = reading;
  if (safeWord.test(folded)) return { kind: 'help', card: 'help', level: 'support' };
  if (atLeast(verdict.level, 'support')) {
    const card = verdict.types.includes('suicide') ? 'suicide' : verdict.level === 'emergency' ? 'emergency' : 'help';
    return { kind: 'help', card, level: verdict.level };
  }
  if (eraseWord.test(folded)) return { kind: 'erase' };
  if (menuWord.test(folded)) return { kind: 'menu' };
  if (conversation.stage === 'open' && conversation.topic) {
    if (reading.wantsMore) return { kind: 'more' };
    const picked = /^\d$/.test(folded) ? conversation.topic.offered[Number(folded) - 1] : undefined;
    if (picked !== undefined) return { kind: 'passage', id: picked };
  }
  if (reading.plainReply !== null) return { kind: 'say', reply: reading.plainReply };
  return { kind: 'answer' };
}

/** The message folded to bare words, as `Reading.folded` wants it. */
export function bareWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
}
