import { Api } from 'grammy';
import type { Bell } from '../core/officers/notice.ts';

/** Rings in a chat of officers that the bot was added to. */
export function telegramBell(token: string, apiRoot: string, chat: string): Bell {
  const api = new Api(token, { apiRoot, timeoutSeconds: 20 });
  return {
    async ring(text) {
      // The library's errors hold the token and the message: they stop here.
      await api.sendMessage(chat, text).catch(() => {
        throw new Error('notice not sent');
      });
    },
  };
}
