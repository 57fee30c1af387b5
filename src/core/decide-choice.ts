import { guideFor } from './care/next.ts';
import type { Care } from './conversation.ts';
import type { Decision } from './decide.ts';
import type { Verdict } from './triage.ts';
import type { Choice, Page } from './update.ts';

/** What a button, a typed command or an option that was picked leads to. */
export function ofChoice(choice: Choice, care: Care | null): Decision {
  switch (choice.kind) {
    case 'help':
      return { kind: 'help', card: 'help', heard: asked(care), alsoAnswer: false };
    case 'guide':
      return {
        kind: 'care',
        reply: guideFor(choice.id, { ...asked(care), shown: care?.shown }),
        heard: asked(care),
        shows: false,
        leaves: false,
      };
    case 'ask':
      return { kind: 'passage', id: choice.passage };
    case 'abroad':
      return { kind: 'abroad', yes: choice.yes };
    case 'more':
      return { kind: 'more' };
    case 'menu':
      return { kind: 'menu' };
    case 'erase':
      return { kind: 'erase' };
    case 'leave':
      return { kind: 'leave' };
    case 'page':
      return { kind: 'say', reply: pageReplies[choice.id] };
    case 'quiz':
    case 'play':
    case 'lessons':
    case 'today':
    case 'path':
    case 'guess':
    case 'share':
      return { kind: 'game', move: choice };
    // Nothing is pushed to somebody who disclosed; the button may be an old one.
    case 'news':
      return care === null ? { kind: 'news', to: 'offer' } : { kind: 'say', reply: 'news-not-now' };
    case 'news-on':
      return care === null ? { kind: 'news', to: choice.want } : { kind: 'say', reply: 'news-not-now' };
    case 'news-off':
      return { kind: 'news', to: 'off' };
    // Where there is a desk its own stages come first; this is a button of one that is gone.
    case 'desk':
      return { kind: 'say', reply: 'desk-none' };
    case 'useful':
      return {
        kind: 'feedback',
        said: choice.yes ? 'useful' : 'not-useful',
        next: { kind: 'say', reply: choice.yes ? 'thanks-useful' : 'not-useful' },
      };
    case 'reached':
      return {
        kind: 'feedback',
        said: choice.yes ? 'reached' : 'not-reached',
        next: {
          kind: 'care',
          reply: choice.yes ? 'reached' : 'cannot-call',
          heard: asked(care),
          shows: false,
          leaves: false,
        },
      };
  }
}

const pageReplies: Record<Page, string> = { law: 'law-page', plan: 'plan-page', privacy: 'privacy-notice' };

/** Help that was asked for outright, in the light of what was disclosed before. */
export function asked(care: Care | null): Verdict {
  return { level: 'support', types: care?.types ?? [], subject: care?.subject ?? 'none' };
}
