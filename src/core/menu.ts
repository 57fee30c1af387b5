import type { Offer } from './reply.ts';
import type { Choice } from './update.ts';

/** What can be picked by its number; whether an answer was of use is only asked where there are buttons. */
const numbered: ReadonlySet<Choice['kind']> = new Set([
  ...([
    'ask',
    'guide',
    'guess',
    'quiz',
    'play',
    'lessons',
    'today',
    'path',
    'share',
    'reached',
    'desk',
    'abroad',
    'news',
    'news-on',
  ] as const),
]);

/**
 * The offers of a reply that are numbered on channels without buttons, in the order of their numbers: what is shown and
 * what a digit is understood as come from this one place.
 */
export function menuOf(offers: Offer[]): Offer[] {
  const asksReached = offers.some(({ choice }) => choice.kind === 'reached');
  return (
    offers
      .filter(({ choice }) => numbered.has(choice.kind))
      // "Không gọi được" beside it says the same.
      .filter(({ choice }) => !(asksReached && choice.kind === 'guide' && choice.id === 'cannot-call'))
      .slice(0, 9)
  );
}

/** The number picked by a whole message of bare folded words ("2", "so 2", "chon 2 nhe"), or `null`. */
export function pickedIn(folded: string): number | null {
  const [, digit] = /^(?:(?:chon|go|bam|so|cau|dap|an) ){0,2}([1-9])(?: (?:a|nhe|nha|di))?$/.exec(folded) ?? [];
  return digit === undefined ? null : Number(digit);
}
