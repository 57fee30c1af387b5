import type { HarmType, Level, Verdict } from '../triage.ts';
import type { Scores } from './classifier.ts';
import type { Shape } from './shape.ts';

/**
 * Chances (0 to 1) from which a message counts, kept beside the weights. What sounds urgent
 * counts from `urgent` on: haste alone ("đang ở đâu") is no cry for help, but it makes one likelier. Otherwise a card takes
 * `whole`, `part` or `law`, by what the message is made of (`shape.ts`): the less of a disclosure stands in it, the more
 * likely it must be one. Below, from `concern` on, the message gets its answer and the offer.
 */
export type Thresholds = Record<'concern' | 'urgent' | 'emergency' | 'type' | Shape, number>;

/**
 * A verdict; `guessed` when no type is likely enough and it names the likeliest one. `dying`: how likely (0 to 1) what is
 * disclosed is of dying.
 */
export type Judgement = Verdict & { guessed: boolean; dying: number };

/** The verdict of the classifier. Between `concern` and a card lies what it is unsure of. */
export function judge(scores: Scores, thresholds: Thresholds, shape: Shape): Judgement {
  const level = levelOf(scores, thresholds, shape);
  if (level === 'none') return { level, types: [], subject: 'none', guessed: false, dying: 0 };
  const who = [...scores.subjects].reduce((best, one) => (one[1] > best[1] ? one : best));
  const { types } = scores;
  return { level, ...typesOf(types, thresholds.type), subject: who[0], dying: types.get('suicide') ?? 0 };
}

function levelOf({ disclosure, emergency }: Scores, thresholds: Thresholds, shape: Shape): Level {
  if (emergency >= thresholds.emergency && disclosure >= thresholds.urgent) return 'emergency';
  if (disclosure >= thresholds[shape]) return 'support';
  return disclosure >= thresholds.concern ? 'concern' : 'none';
}

/** Every type likely enough; the likeliest one when none is. */
function typesOf(chances: Map<HarmType, number>, enough: number): Pick<Judgement, 'types' | 'guessed'> {
  const ranked = [...chances].sort((a, b) => b[1] - a[1]);
  const likely = ranked.filter(([, chance]) => chance >= enough);
  const guessed = likely.length === 0;
  return { types: (guessed ? ranked.slice(0, 1) : likely).map(([name]) => name), guessed };
}
