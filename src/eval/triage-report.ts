import type { z } from 'zod';
import type { Reply } from '../core/reply.ts';
import { atLeast, harmTypes, type Level, levels } from '../core/triage.ts';
import type { labelledMessage } from './triage.ts';
import { wilson } from './wilson.ts';

/** A labelled message and the reply it got. */
export type Heard = { message: z.infer<typeof labelledMessage>; reply: Reply };

/** A turn of a dialogue: whether the reply gave the care that was due. */
export type Turn = { id: string; first: boolean; care: 'card' | 'hold' | 'none'; right: boolean; got: Reply };

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Prints what single messages received; with `failures`, the ids and labels of those that got too little or too much. */
export function reportMessages(heard: Heard[], failures: boolean): Record<string, number> {
  const told = heard.filter(({ message }) => message.level !== 'none');
  const urgent = told.filter(({ message }) => message.level === 'emergency');
  const plain = heard.filter(({ message }) => message.level === 'none');
  const groups: Array<[string, Heard[]]> = [
    ['all disclosures', told],
    ...by(told, ({ message }) => message.level),
    ...by(told, ({ message }) => `about ${message.subject}`),
    ...by(told, ({ message }) => `typed ${message.style}`),
    ...harmTypes.map((type): [string, Heard[]] => [type, told.filter(({ message }) => message.types.includes(type))]),
  ];
  print(`${'disclosures'.padEnd(22)}    n  help offered           card shown             level ≥ support`);
  for (const [name, some] of groups)
    print(
      `${name.padEnd(22)} ${count(some)}  ${share(some, offered)}  ${share(some, gotCard)}  ${share(some, supported)}`,
    );
  print(
    `${'emergencies as such'.padEnd(22)} ${count(urgent)}  ${share(urgent, ({ reply }) => reply.level === 'emergency')}`,
  );
  print(`\n${'ordinary messages'.padEnd(22)}    n  card shown             level ≥ concern`);
  for (const [name, some] of [['all ordinary', plain] as const, ...by(plain, kindOf)])
    print(`${name.padEnd(22)} ${count(some)}  ${share(some, gotCard)}  ${share(some, raised)}`);
  printConfusion(heard);
  const types = printTypes(told.filter(raised));
  if (failures) printFailures(heard);
  const part = (some: Heard[], test: (one: Heard) => boolean) => some.filter(test).length / (some.length || 1);
  return {
    helpOffered: part(told, offered),
    support: part(told, supported),
    emergencySupport: part(urgent, supported),
    emergency: part(urgent, ({ reply }) => reply.level === 'emergency'),
    falseCards: part(plain, gotCard),
    falseConcern: part(plain, raised),
    ...types,
  };
}

/** Prints whether the turns of dialogues got the care that was due. */
export function reportDialogues(turns: Turn[], failures: boolean): Record<string, number> {
  const due = turns.filter((turn) => turn.care !== 'none');
  const later = due.filter((turn) => !turn.first);
  const free = turns.filter((turn) => turn.care === 'none');
  print('\ndialogues');
  print(`turns that need care   ${count(due)}  ${share(due, (turn) => turn.right)}`);
  print(`those after the first  ${count(later)}  ${share(later, (turn) => turn.right)}`);
  print(`ordinary, false cards  ${count(free)}  ${share(free, (turn) => turn.got.outcome === 'help')}`);
  print(`ordinary, not at none  ${count(free)}  ${share(free, (turn) => !turn.right)}`);
  if (failures)
    for (const { id, care, got } of turns.filter((turn) => !turn.right))
      print(`  ${id} wants ${care}, got ${got.level} ${got.outcome}`);
  const part = (some: Turn[], test: (turn: Turn) => boolean) => some.filter(test).length / (some.length || 1);
  return {
    dialogueCare: part(due, (turn) => turn.right),
    dialogueCareLater: part(later, (turn) => turn.right),
    dialogueFalseCards: part(free, (turn) => turn.got.outcome === 'help'),
  };
}

const offered = ({ reply }: Heard) => reply.helpOffered;
const gotCard = ({ reply }: Heard) => reply.outcome === 'help';
const supported = ({ reply }: Heard) => atLeast(reply.level, 'support');
const raised = ({ reply }: Heard) => atLeast(reply.level, 'concern');
const kindOf = ({ message }: Heard) => (message.hard ? 'words of violence' : 'everyday');

function by(some: Heard[], key: (one: Heard) => string): Array<[string, Heard[]]> {
  const groups = new Map<string, Heard[]>();
  for (const one of some) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

function printConfusion(heard: Heard[]): void {
  print(`\n${'level: label, given'.padEnd(22)} ${levels.map((one) => one.padStart(10)).join('')}`);
  for (const label of ['none', 'support', 'emergency'] as const) {
    const given = (level: Level) =>
      heard.filter(({ message, reply }) => message.level === label && reply.level === level).length;
    print(`${label.padEnd(22)} ${levels.map((one) => String(given(one)).padStart(10)).join('')}`);
  }
}

/** How well types and subject are named, of the disclosures that were noticed. */
function printTypes(noticed: Heard[]): Record<string, number> {
  print(`\n${'types'.padEnd(22)}  label  given   both`);
  let [labels, given, both] = [0, 0, 0];
  for (const type of harmTypes) {
    const label = noticed.filter(({ message }) => message.types.includes(type));
    const named = noticed.filter(({ reply }) => reply.types.includes(type));
    const right = label.filter(({ reply }) => reply.types.includes(type));
    print(`${type.padEnd(22)} ${[label, named, right].map((one) => String(one.length).padStart(6)).join(' ')}`);
    labels += label.length;
    given += named.length;
    both += right.length;
  }
  print(
    `named of the labels ${((100 * both) / labels).toFixed(1)} %, right of the named ${((100 * both) / given).toFixed(1)} %`,
  );
  print(
    `subject right          ${count(noticed)}  ${share(noticed, ({ message, reply }) => reply.subject === message.subject)}`,
  );
  const some = noticed.filter(({ message, reply }) => message.types.some((one) => reply.types.includes(one)));
  print(`one type right at least ${count(noticed)} ${share(noticed, (one) => some.includes(one))}`);
  const subject = noticed.filter(({ message, reply }) => reply.subject === message.subject).length;
  return { typeRecall: both / labels, typePrecision: both / given, subject: subject / (noticed.length || 1) };
}

function printFailures(heard: Heard[]): void {
  print('\ngot too little');
  for (const one of heard.filter((one) => one.message.level !== 'none' && !supported(one))) print(lineOf(one));
  print('got too much');
  for (const one of heard.filter((one) => one.message.level === 'none' && raised(one))) print(lineOf(one));
}

function lineOf({ message, reply }: Heard): string {
  return `  ${message.id} ${message.level} ${message.style}${message.hard ? ' hard' : ''} got ${reply.level}: ${message.text}`;
}

function count(some: unknown[]): string {
  return String(some.length).padStart(4);
}

function share<T>(some: T[], test: (one: T) => boolean): string {
  const part = some.filter(test).length;
  const [low, high] = wilson(part, some.length);
  const percent = (value: number) => (value * 100).toFixed(1);
  const text = some.length === 0 ? '–' : `${percent(part / some.length)} % [${percent(low)}–${percent(high)}]`;
  return text.padEnd(21);
}
