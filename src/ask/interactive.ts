import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Bot } from '../bot.ts';
import { sourceLines } from '../core/answer/sources.ts';
import { PrivateText } from '../core/private-text.ts';
import { textBubbles } from '../core/text-reply.ts';

type Screen = { input: Readable; output: Writable };

/** Answers `first` and ends, or talks until the person leaves. Nothing typed is kept after the command ends. */
export async function interactive(
  bot: Pick<Bot, 'turn' | 'library' | 'replies'>,
  first: string,
  { input, output }: Screen = { input: process.stdin, output: process.stdout },
): Promise<void> {
  const contact = `terminal:${randomUUID()}`;
  const say = async (message: string) => {
    const content = { kind: 'text', text: new PrivateText(message) } as const;
    const update = { id: randomUUID(), channel: 'terminal', contact, sentAt: new Date(), content } as const;
    const reply = await bot.turn(update).catch(() => null);
    if (reply === null) {
      output.write(`\n${bot.replies.get('trouble').bubbles.join('\n\n')}\n\n`);
      return;
    }
    const welcome = reply.welcome && first === '' ? [reply.welcome] : [];
    output.write(
      `\n${[...textBubbles(reply, (cites) => sourceLines(cites, bot.library.knowledge)), ...welcome].join('\n\n')}\n\n`,
    );
  };
  if (first !== '') return say(first);
  output.write('Hoa Ban. Bạn gõ câu hỏi rồi nhấn Enter. Gõ "thoát" để nghỉ.\n\n');
  const lines = createInterface({ input, output, prompt: 'Bạn: ', historySize: 0 });
  lines.prompt();
  for await (const message of lines) {
    if (/^\s*(thoát|thoat|exit|quit)\s*$/i.test(message)) break;
    if (message.trim() !== '') await say(message);
    lines.prompt();
  }
  lines.close();
}
