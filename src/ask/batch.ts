import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Bot } from '../bot.ts';
import { sourceLines } from '../core/answer/sources.ts';
import { PrivateText } from '../core/private-text.ts';
import { textBubbles } from '../core/text-reply.ts';
import { placed } from './placed.ts';

const line = z.union([
  z.object({ id: z.string(), text: z.string() }),
  z.object({ id: z.string(), turns: z.array(z.string()).min(1) }),
]);

/** One JSON line in, one JSON line a turn out, in order. A malformed line yields an error line and the run goes on. */
export async function batch(bot: Bot, input: Readable, output: Writable): Promise<void> {
  let number = 0;
  const write = async (value: unknown) => {
    if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, 'drain');
  };
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() === '') continue;
    const read = parseLine(text);
    if (typeof read === 'string') {
      await write({ id: null, error: read, line: number });
      continue;
    }
    const turns = 'turns' in read ? read.turns : [read.text];
    const contact = `terminal:${number}`;
    for (const [turn, message] of turns.entries()) {
      const started = performance.now();
      const reply = await bot.turn({
        id: `${number}.${turn}`,
        channel: 'terminal',
        contact,
        sentAt: new Date(),
        content: { kind: 'text', text: new PrivateText(message) },
      });
      const { level, types, subject, outcome, helpOffered, citations, welcome } = reply;
      const ms = Math.round((performance.now() - started) * 10) / 10;
      const words = textBubbles(reply, (cites) => sourceLines(cites, bot.library.knowledge)).join('\n\n');
      const said = {
        id: read.id,
        turn,
        level,
        types,
        subject,
        outcome,
        helpOffered,
        reply: words,
        citations: placed(citations),
        ms,
      };
      await write(welcome === null ? said : { ...said, welcome });
    }
  }
}

function parseLine(text: string): z.infer<typeof line> | string {
  try {
    const read = line.safeParse(JSON.parse(text));
    return read.success ? read.data : 'needs "id" and "text", or "id" and "turns"';
  } catch {
    return 'not valid JSON';
  }
}
