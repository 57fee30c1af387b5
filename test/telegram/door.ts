import type { Door } from '../channels/contract.ts';
import type { House } from './house.ts';

const an = 501;

/** How a house tells that it is done: with what was said, with what came again, and how much it took at all. */
export type Waits = {
  answered: (act: () => void) => Promise<void>;
  delivered: (act: () => void) => Promise<void>;
  taken: () => number | Promise<number>;
};

/** An invented person on Telegram, in a talk of their own with the bot, by webhook. */
export function telegramDoor(
  { api, hookUrl }: Pick<House, 'api' | 'hookUrl'>,
  { answered, delivered, taken }: Waits,
  close: () => Promise<void>,
): Door {
  const bot = () => api.seen(an).filter((one) => one.from === 'bot');
  const replyTo = async (act: () => void) => {
    const before = new Set(bot().map((one) => one.message_id));
    await answered(act);
    return bot()
      .filter((one) => !before.has(one.message_id))
      .map((one) => one.text);
  };
  let last: ReturnType<typeof api.says> | null = null;
  return {
    channel: 'telegram',
    say: (words) =>
      replyTo(() => {
        last = api.says(an, words);
      }),
    pickFirst: () => replyTo(() => api.taps(an, bot().at(-1)?.buttons[0]?.[0]?.callback_data ?? '')),
    async erase() {
      await replyTo(() => api.says(an, '/xoa'));
    },
    async forge() {
      const body = JSON.stringify({ ...last, update_id: 7 });
      const before = await taken();
      const headers = { 'x-telegram-bot-api-secret-token': 'doan-mo' };
      const response = await fetch(hookUrl ?? '', { method: 'POST', body, headers });
      return response.status === 401 && (await taken()) === before;
    },
    async again() {
      const before = bot().length;
      await delivered(() => void (last && api.delivery.again(last)));
      return bot().length - before;
    },
    close,
  };
}
