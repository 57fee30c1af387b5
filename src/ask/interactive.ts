import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import type { Bot } from '../app.ts';
import { PrivateText } from '../core/private-text.ts';
import { textBubbles } from '../text-reply.ts';

/** Answers `first` and ends, or talks until the person leaves. Nothing typed is kept after the command ends. */
export async function interactive(bot: Bot, first: string): Promise<void> {
  const contact = `terminal:${randomUUID()}`;
  const say = async (message: string) => {
    const reply = await bot.turn({
      id: randomUUID(),
      channel: 'terminal',
      contact,
      sentAt: new Date(),
      content: { kind: 'text', text: new PrivateText(message) },
    });
    const welcome = reply.welcome && first === '' ? [reply.welcome] : [];
    process.stdout.write(`\n${[...textBubbles(reply, bot.library), ...welcome].join('\n\n')}\n\n`);
  };
  if (first !== '') return say(first);
  process.stdout.write('Hoa Ban. Bạn gõ câu hỏi rồi nhấn Enter. Gõ "thoát" để nghỉ.\n\n');
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: 'Bạn: ', historySize: 0 });
  lines.prompt();
  for await (const message of lines) {
    if (/^\s*(thoát|thoat|exit|quit)\s*$/i.test(message)) break;
    if (message.trim() !== '') await say(message);
    lines.prompt();
  }
  lines.close();
}
