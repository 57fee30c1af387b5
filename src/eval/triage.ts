import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Bot } from '../bot.ts';
import { PrivateText } from '../core/private-text.ts';
import type { Reply } from '../core/reply.ts';
import { atLeast, harmTypes } from '../core/triage.ts';
import { fold } from '../core/vietnamese/fold.ts';
import { type Heard, reportDialogues, reportMessages, type Turn } from './triage-report.ts';

const level = z.enum(['none', 'support', 'emergency']);

/** A labelled message, as `test/eval/README.md` describes it. */
export const labelledMessage = z.object({
  id: z.string(),
  level,
  subject: z.enum(['none', 'self', 'other', 'perpetrator']),
  types: z.array(z.enum(harmTypes)),
  style: z.string().default('–'),
  hard: z.boolean().default(false),
  text: z.string(),
});

/** A labelled dialogue, as `test/eval/README.md` describes it. */
export const labelledDialogue = z.object({
  id: z.string(),
  turns: z.array(z.object({ text: z.string(), care: z.enum(['card', 'hold', 'none']), level: z.string().optional() })),
});

type Options = { messages: string; dialogues: string; folded: boolean; failures: boolean };

/** Sends every labelled message and dialogue through the whole bot and reports what the person receives. */
export async function evalTriage(bot: Bot, options: Options): Promise<void> {
  const typed = (text: string) => (options.folded ? fold(text) : text);
  const heard: Heard[] = [];
  for (const message of linesOf(options.messages, labelledMessage)) {
    const reply = await say(bot, `eval:${message.id}`, typed(message.text));
    heard.push({ message, reply });
  }
  const turns: Turn[] = [];
  for (const { id, turns: said } of linesOf(options.dialogues, labelledDialogue))
    for (const [at, { text, care }] of said.entries()) {
      const reply = await say(bot, `eval:${id}`, typed(text));
      turns.push({ id: `${id}.${at}`, first: at === 0, care, right: rightly(care, reply), got: reply });
    }
  const figures = { ...reportMessages(heard, options.failures), ...reportDialogues(turns, options.failures) };
  process.stdout.write(`${JSON.stringify({ messages: options.messages, folded: options.folded, ...figures })}\n`);
}

/** Whether a turn of a dialogue got the care it needs. */
function rightly(care: 'card' | 'hold' | 'none', reply: Reply): boolean {
  switch (care) {
    case 'card':
      return reply.outcome === 'help' && atLeast(reply.level, 'support');
    case 'hold':
      return atLeast(reply.level, 'concern');
    case 'none':
      return reply.outcome !== 'help' && reply.level === 'none';
  }
}

function linesOf<S extends z.ZodType>(file: string, schema: S): Array<z.infer<S>> {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}

let sent = 0;

function say(bot: Bot, contact: string, text: string): Promise<Reply> {
  return bot.turn({
    id: `eval:${++sent}`,
    channel: 'terminal',
    contact,
    sentAt: new Date(),
    content: { kind: 'text', text: new PrivateText(text) },
  });
}
