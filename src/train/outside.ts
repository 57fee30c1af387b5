import type { WordClasses } from '../core/triage/word-classes.ts';
import type { Labelled } from './labelled.ts';
import { type Effort, isDisclosure, isEmergency, type Lessons, learn, oddsOf, read } from './learn.ts';
import { unmarked } from './vary.ts';

/** A message as typed or without diacritics, judged by heads that never saw its writer. */
export type OutsideVoice = { message: Labelled; bare: boolean; disclosure: number; emergency: number };

/**
 * Leaves voices out in turn, learns from all others, and judges what was left out: the honest estimate for voices nobody
 * has heard. A random split would flatter, because every writer has turns of phrase.
 */
export function judgeOutside(
  lessons: Lessons,
  classes: WordClasses,
  effort: Effort,
  onFold: (name: string) => void,
): OutsideVoice[] {
  const foldOf = foldsOf(lessons.messages);
  return [...new Set(foldOf.values())].flatMap((fold) => {
    onFold(fold);
    const questions = [isDisclosure, isEmergency];
    const [disclosure, emergency] = learn(lessons, questions, (message) => foldOf.get(message.id) !== fold, effort);
    if (!disclosure || !emergency) return [];
    return lessons.messages
      .filter((message) => foldOf.get(message.id) === fold)
      .flatMap((message) =>
        [message.text, unmarked(message.text)].map((text, at) => {
          const features = read(text, classes);
          const [told, urgent] = [oddsOf(disclosure, features), oddsOf(emergency, features)];
          return { message, bare: at === 1, disclosure: told, emergency: urgent };
        }),
      );
  });
}

/** Writers who wrote messages of every kind, each left out whole. */
const wholeVoices = ['td1', 'td2', 'td3'];

/**
 * The fold of each message, by id. Whoever wrote mostly disclosures, mostly ordinary messages or pairs of both cannot be
 * left out whole (what is left would be lopsided): such writers are cut into runs of neighbouring lines, which were
 * written in one go, and shared out over the folds.
 */
function foldsOf(messages: Labelled[]): Map<string, string> {
  const writers = new Map<string, Labelled[]>();
  for (const message of messages) writers.set(message.writer, [...(writers.get(message.writer) ?? []), message]);
  const whole = wholeVoices.filter((name) => writers.has(name));
  const folds = new Map<string, string>();
  for (const [name, wrote] of writers)
    wrote.forEach((message, at) => {
      const run = whole[Math.floor((at * whole.length) / wrote.length)] ?? name;
      folds.set(message.id, whole.includes(name) ? name : run);
    });
  return folds;
}
