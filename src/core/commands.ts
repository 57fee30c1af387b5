import type { Choice } from './update.ts';

/** What can be typed with a slash, in the order a messenger lists it, and what it means. */
const commands: ReadonlyArray<readonly [name: string, choice: Choice]> = [
  ['start', { kind: 'menu' }],
  ['trogiup', { kind: 'help' }],
  ['luat', { kind: 'page', id: 'law' }],
  ['kehoach', { kind: 'page', id: 'plan' }],
  ['dovui', { kind: 'quiz' }],
  ['rieng_tu', { kind: 'page', id: 'privacy' }],
  ['xoa', { kind: 'erase' }],
  ['thoat', { kind: 'leave' }],
];

/** Names of the commands, without the slash. */
export const commandNames = commands.map(([name]) => name);

/**
 * The choice a message of one command stands for, or `null`. What follows the command is not looked at; "/xoa@name", the
 * form with the bot's name, is understood.
 */
export function commandOf(message: string): Choice | null {
  const [, typed = ''] = /^\/([a-z]+(?:_[a-z]+)*)(?:@\w+)?(?:\s|$)/i.exec(message.trim()) ?? [];
  return commands.find(([name]) => name === typed.toLowerCase())?.[1] ?? null;
}
