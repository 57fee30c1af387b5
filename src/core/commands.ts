import { PrivateText } from './private-text.ts';
import type { Choice, Content } from './update.ts';

/** What can be typed with a slash, in the order a messenger lists it, and what it means. */
const commands: ReadonlyArray<readonly [name: string, choice: Choice]> = [
  ['start', { kind: 'menu' }],
  ['trogiup', { kind: 'help' }],
  ['luat', { kind: 'page', id: 'law' }],
  ['kehoach', { kind: 'page', id: 'plan' }],
  ['dovui', { kind: 'quiz' }],
  ['baihoc', { kind: 'lessons' }],
  ['homnay', { kind: 'today' }],
  ['nhantin', { kind: 'news' }],
  ['thoinhan', { kind: 'news-off' }],
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

/** Words that leave at once, typed without a slash: whoever types them is in a hurry. */
const leaving = /^\s*(thoát|thoat)[.!\s]*$/iu;

/** What words typed in a messenger are: a command, the wish to leave, or a message. */
export function spoken(typed: string): Content {
  const text = typed.toWellFormed();
  const command = commandOf(text);
  if (command) return { kind: 'choice', choice: command };
  if (leaving.test(text.normalize('NFC'))) return { kind: 'choice', choice: { kind: 'leave' } };
  return { kind: 'text', text: new PrivateText(text) };
}
