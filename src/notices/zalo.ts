import type { Bell } from '../core/officers/notice.ts';

/** One call of the Zalo Bot Platform; never rejects. */
type Api = (method: 'sendMessage', call: { chat_id: string; text: string }) => Promise<{ kind: string }>;

/** Rings in a chat of officers with the Zalo bot. */
export function zaloBell(api: Api, chat: string): Bell {
  return {
    async ring(text) {
      const { kind } = await api('sendMessage', { chat_id: chat, text });
      if (kind !== 'ok') throw new Error('notice not sent');
    },
  };
}
