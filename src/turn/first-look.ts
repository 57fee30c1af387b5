import { commandOf } from '../core/commands.ts';
import { bareWords, eraseWord, safeWord } from '../core/decide.ts';
import type { FirstLook } from '../core/first-look.ts';
import { asksForDesk } from '../core/referral/heard.ts';
import { calm, type Verdict } from '../core/triage.ts';
import type { Choice, Content } from '../core/update.ts';
import { assess, verdictOf } from './assess.ts';
import { lastResort } from './last-resort.ts';
import type { Parts } from './parts.ts';
import { checked } from './shown.ts';

/** Looks at a message by itself, without the talk before it and without the database. Never throws. */
export function firstLook(
  content: Content,
  parts: Pick<Parts, 'triage' | 'replies' | 'directory' | 'today' | 'onTrouble'>,
): FirstLook {
  // Whoever is shown a card is held for somebody who may need it, also where their words told of nothing.
  const card = (verdict: Verdict) => {
    const level = verdict.level === 'emergency' ? 'emergency' : 'support';
    return { calm: false, card: checked(lastResort({ ...verdict, level }, null, parts.replies).reply, parts) };
  };
  // No words: it may be a cry for help all the same.
  if (content.kind === 'unsupported') return card(calm);
  const ofTap = (choice: Choice) => (choice.kind === 'help' ? card(calm) : { calm: isCalm(choice), card: null });
  if (content.kind === 'choice') return ofTap(content.choice);
  const message = content.text.reveal();
  const verdict = verdictOf(assess(message, parts.triage));
  if (verdict.level !== 'none') return card(verdict);
  const words = bareWords(message);
  if (safeWord.test(words)) return card(calm);
  const command = commandOf(message);
  if (command !== null) return ofTap(command);
  return { calm: !eraseWord.test(words) && !asksForDesk(words), card: null };
}

/** Whether a tap may wait: it is neither about help nor about leaving no trace. */
function isCalm({ kind }: Choice): boolean {
  switch (kind) {
    case 'help':
    case 'guide':
    case 'desk':
    case 'reached':
    case 'erase':
    case 'leave':
    case 'news-off':
      return false;
    case 'more':
    case 'menu':
    case 'ask':
    case 'page':
    case 'quiz':
    case 'play':
    case 'lessons':
    case 'path':
    case 'guess':
    case 'today':
    case 'share':
    case 'news':
    case 'news-on':
    case 'useful':
    case 'abroad':
      return true;
  }
}
