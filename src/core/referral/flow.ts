import { atLeast, worse } from '../triage.ts';
import type { Referral, SafeTime, Want } from './case.ts';
import { safeTimes, wants } from './case.ts';
import type { Desk } from './desk.ts';
import { type Heard, says, saysNo, saysYes } from './heard.ts';
import { optionsOf, stepAfter, stepBefore } from './options.ts';
import type { DeskTalk, Draft, Step } from './talk.ts';
import { actsIn } from './typed.ts';
import { summaryOf } from './words.ts';
import { impliesUnder16 } from './young.ts';

export type DraftTalk = Extract<DeskTalk, { stage: 'draft' }>;

/** What to do with an update on the way to the yes. */
export type Move =
  /** Ask the step of `talk` (again); `note` says first why. */
  | { do: 'ask'; talk: DraftTalk; note: Note | null }
  /** The ordinary policy answers; the draft waits. `paused`: it waits from now on, which is told. */
  | { do: 'policy'; talk: DraftTalk; paused: boolean }
  /** The draft is destroyed, and this said: `child` is the card for children. */
  | { do: 'end'; reply: 'desk-stopped' | 'desk-not-agreed' | 'child' }
  /** The deliberate, fresh yes to what was shown. */
  | { do: 'refer'; talk: DraftTalk; referral: Referral };

/** Fixed texts that stand before a question asked again. */
export type Note = 'desk-stale' | 'desk-unclear' | 'desk-word-length' | 'desk-too-long' | 'desk-added';

/** A draft lives so long from its beginning, whatever happens. */
export const draftMs = 30 * 60_000;
/** A yes counts so long after the summary was shown; later it is shown again. */
const freshMs = 10 * 60_000;
const mostWordsChars = 1_500;
/** Fewer words than this after the summary are an unclear answer, not a piece of the story. */
const leastPiece = 4;

/** The first stage, for whoever may enter: what will happen and who will read it, before anything is asked. */
export function begin(heard: Heard): Move {
  const { care, now, update } = heard;
  if (isChild(heard)) return { do: 'end', reply: 'child' };
  const draft: Draft = { about: null, wants: [], when: null, way: null, codeWord: null, commune: null, words: null };
  const level = care?.level ?? 'none';
  return ask({ stage: 'draft', step: 'intro', draft, level, begunAt: now, askedAt: now, paused: false, last: update });
}

/** A child tells of themselves: by what was disclosed, or by these very words. */
function isChild({ care, folded, year }: Heard): boolean {
  const told = care?.types.includes('child') === true && care.subject !== 'other';
  return told || impliesUnder16(folded, year);
}

/** What an update means at this step. `stamp` is that of the state: buttons of any other are stale. */
export function move(before: DraftTalk, stamp: string, heard: Heard, desk: Pick<Desk, 'withoutTheirYes'>): Move {
  // Delivered again: it was taken in before.
  if (heard.update === before.last) return { do: 'ask', talk: before, note: null };
  const talk = { ...before, last: heard.update, level: worse(before.level, heard.verdict.level) };
  if (heard.tap) {
    // A stale button is not consent, and nothing else either.
    if (heard.tap.stamp !== stamp) return ask(talk, heard, 'desk-stale');
    return act(talk, heard.tap.act, heard, desk);
  }
  if (heard.text === null) return policy(talk);
  if (impliesUnder16(heard.folded, heard.year)) return { do: 'end', reply: 'child' };
  if (heard.commands) return policy(talk);
  // Nothing is sent yet: to withdraw is to stop.
  if (says(heard, 'stop') || says(heard, 'withdraw')) return { do: 'end', reply: 'desk-stopped' };
  if (talk.paused) return says(heard, 'resume') ? ask(talk, heard) : policy(talk);
  if (isDanger(talk.step, heard)) return policy(taken(talk, heard.text, heard, desk));
  for (const control of ['back', 'skip', 'keep'] as const)
    if (says(heard, control)) return act(talk, control, heard, desk);
  return typed(talk, heard.text, heard, desk);
}

/** A button or its number. One that this step does not have asks again. */
function act(talk: DraftTalk, chosen: string, heard: Heard, desk: Pick<Desk, 'withoutTheirYes'>): Move {
  const { step, draft } = talk;
  if (chosen === 'resume' || !optionsOf(step, draft).some((one) => one.act === chosen))
    return ask(talk, heard, chosen === 'resume' ? null : 'desk-unclear');
  const onWith = (more: Partial<Draft>) => go({ ...talk, draft: { ...draft, ...more } }, heard);
  switch (chosen) {
    case 'stop':
      return { do: 'end', reply: 'desk-stopped' };
    case 'young':
      return { do: 'end', reply: 'child' };
    case 'back':
      return ask({ ...talk, step: stepBefore(step, draft) }, heard);
    case 'self':
      return onWith({ about: 'self' });
    case 'other':
      return onWith({ about: null });
    case 'agreed':
      return onWith({ about: 'other-agreed' });
    case 'not-agreed':
      return desk.withoutTheirYes && inDanger(talk, heard)
        ? onWith({ about: 'other-in-danger' })
        : { do: 'end', reply: 'desk-not-agreed' };
    case 'skip':
      return onWith(step === 'commune' ? { commune: null } : { words: null });
    case 'yes':
      return agree(talk, heard);
    case 'start':
    case 'keep':
      return onWith({});
    default:
      return onWith(step === 'wants' ? { wants: [chosen as Want] } : whenTo(chosen as SafeTime, draft));
  }
}

/** Words at a step. */
function typed(talk: DraftTalk, text: string, heard: Heard, desk: Pick<Desk, 'withoutTheirYes'>): Move {
  const { step, draft } = talk;
  const onWith = (more: Partial<Draft>) => go({ ...talk, draft: { ...draft, ...more } }, heard);
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length;
  switch (step) {
    case 'words':
      return text.length > mostWordsChars ? ask(talk, heard, 'desk-too-long') : onWith({ words: text });
    case 'way':
    case 'commune': {
      if (text.includes('?') || letters < 2) return ask(talk, heard, 'desk-unclear');
      if (text.length > 200) return ask(talk, heard, 'desk-too-long');
      return onWith(step === 'way' ? { way: text } : { commune: text });
    }
    case 'code-word': {
      const fits = letters >= 3 && text.length <= 30 && text.split(/\s+/).length <= 4 && !text.includes('?');
      return fits ? onWith({ codeWord: text }) : ask(talk, heard, 'desk-word-length');
    }
    case 'confirm':
      if (saysYes(text)) return agree(talk, heard);
      if (saysNo(heard)) return { do: 'end', reply: 'desk-stopped' };
      return added(talk, text, heard);
    case 'wants': {
      const several = severalOf(heard.folded);
      const named = several.length > 0 ? several : (actsIn(step, heard.folded) as Want[]);
      return named.length > 0 ? onWith({ wants: named }) : otherwise(talk, heard);
    }
    case 'intro':
    case 'who':
    case 'agreed':
    case 'when': {
      // A yes to the first page is no consent to anything: it only begins.
      const named = step === 'intro' && saysYes(text) ? 'start' : actsIn(step, heard.folded)[0];
      return named === undefined ? otherwise(talk, heard) : act(talk, named, heard, desk);
    }
  }
}

/** People tell in pieces: what comes after the summary is added to it, and the whole shown anew. */
function added(talk: DraftTalk, text: string, heard: Heard): Move {
  const words = [talk.draft.words, text].filter((one) => one !== null).join('\n');
  if (heard.asks || text.split(/\s+/).length < leastPiece) return otherwise(talk, heard);
  if (words.length > mostWordsChars) return ask(talk, heard, 'desk-too-long');
  return ask({ ...talk, draft: { ...talk.draft, words } }, heard, 'desk-added');
}

/** What answers no question of ours: a disclosure or a question is the ordinary policy's, the rest is asked again. */
function otherwise(talk: DraftTalk, heard: Heard): Move {
  return heard.asks || atLeast(heard.verdict.level, 'support') ? policy(talk) : ask(talk, heard, 'desk-unclear');
}

/** "1 3", "1,3", "1 và 3" as what is wanted. */
function severalOf(folded: string): Want[] {
  if (!/^[1-4](?: ?(?:va )?[1-4])+$/.test(folded)) return [];
  return wants.filter((_, at) => folded.includes(String(at + 1)));
}

const whenTo = (when: SafeTime, { way }: Draft): Partial<Draft> =>
  safeTimes.includes(when) ? { when, way: when === 'here' ? null : way } : {};

/** The yes: only to the summary as it stands, and only while it is fresh. */
function agree(talk: DraftTalk, heard: Heard): Move {
  const { about, when, codeWord } = talk.draft;
  const isFresh = heard.now.getTime() - talk.askedAt.getTime() <= freshMs;
  // Messengers tell whole seconds.
  const isTapped = heard.tap !== null && !heard.tap.typed;
  const isAnswer = isTapped || heard.sentAt.getTime() >= Math.floor(talk.askedAt.getTime() / 1_000) * 1_000;
  if (!isFresh || !isAnswer || about === null || when === null || codeWord === null)
    return ask(talk, heard, 'desk-stale');
  const told = { ...talk.draft, about, when, codeWord };
  return { do: 'refer', talk, referral: { ...told, shown: summaryOf(told) } };
}

function inDanger(talk: DraftTalk, { care }: Heard): boolean {
  const types = care?.types ?? [];
  return talk.level === 'emergency' || types.includes('child') || types.includes('suicide');
}

/** Where a few plain words are due ("nhắn em gái em"), only words that are sure to mean danger do. */
function isDanger(step: Step, { verdict, sureDanger }: Heard): boolean {
  const isShortStep = step === 'way' || step === 'code-word' || step === 'commune';
  return verdict.level === 'emergency' && (sureDanger || !isShortStep);
}

/** What was told in danger is not lost: where words are due, they are in the draft when it goes on. */
function taken(talk: DraftTalk, text: string, heard: Heard, desk: Pick<Desk, 'withoutTheirYes'>): DraftTalk {
  if (talk.step !== 'words' && talk.step !== 'confirm') return talk;
  const made = typed(talk, text, heard, desk);
  return made.do === 'ask' && (made.note === null || made.note === 'desk-added') ? made.talk : talk;
}

function go(talk: DraftTalk, heard: Heard): Move {
  return ask({ ...talk, step: stepAfter(talk.step, talk.draft) }, heard);
}

function ask(talk: DraftTalk, heard?: Heard, note: Note | null = null): Move {
  return { do: 'ask', talk: { ...talk, paused: false, askedAt: heard?.now ?? talk.askedAt }, note };
}

function policy(talk: DraftTalk): Move {
  return { do: 'policy', talk: { ...talk, paused: true }, paused: !talk.paused };
}
