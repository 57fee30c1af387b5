import type { Chat, Chats, Message } from './chats.ts';
import type { Delivery, Update } from './delivery.ts';
import { botUser, shown, type World } from './methods.ts';

/** Something a person sends that is not plain words, as it stands on the wire. */
export type Sent = Record<string, unknown>;

export type People = {
  says(chat: number, text: string): Update;
  /** Sends something else: `{ voice: … }`, `{ photo: …, caption: … }`. `ageSeconds` makes it older than it is. */
  sends(chat: number, what: Sent, ageSeconds?: number): Update;
  edits(chat: number, message: number, text: string): Update;
  /** Taps the newest button whose label or data is `what`. Throws when there is none. */
  taps(chat: number, what: string): Update;
  blocks(chat: number): Update;
  returns(chat: number): Update;
  adds(group: number): Update;
};

let queries = 0;

/** What people do in the local Telegram; every act becomes an update for the bot. */
export function makePeople(chats: Chats, delivery: Delivery, world: World, nowMs: () => number): People {
  const write = (id: number, text: string): { chat: Chat; message: Message } => {
    const chat = chats.open(id);
    const message = chats.add(chat, { from: 'person', text, entities: [], buttons: [], silent: false });
    return { chat, message };
  };
  const standing = (id: number, from: string, to: string): Update => {
    const chat = chats.open(id);
    const date = Math.floor(nowMs() / 1000);
    const { chat: where, from: who } = shown(chat, { ...blank, date });
    const member = (status: string) => ({ status, user: botUser });
    const told = { chat: where, from: who, date, old_chat_member: member(from), new_chat_member: member(to) };
    return delivery.push({ my_chat_member: told });
  };
  return {
    says(id, text) {
      const { chat, message } = write(id, text);
      const command = /^\/[a-z0-9_]+(@\w+)?/i.exec(text)?.[0];
      const entities = command ? [{ type: 'bot_command', offset: 0, length: command.length }] : undefined;
      return delivery.push({ message: { ...shown(chat, message), ...(entities ? { entities } : {}) } });
    },
    sends(id, what, ageSeconds = 0) {
      const { chat, message } = write(id, '');
      message.date -= ageSeconds;
      const { text: _none, ...told } = shown(chat, message);
      return delivery.push({ message: { ...told, ...what } });
    },
    edits(id, messageId, text) {
      const chat = chats.open(id);
      const message = chat.messages.get(messageId);
      if (message?.from !== 'person') throw new Error('nothing of this person to edit');
      message.text = text;
      return delivery.push({ edited_message: { ...shown(chat, message), edit_date: Math.floor(nowMs() / 1000) } });
    },
    taps(id, what) {
      const chat = chats.open(id);
      for (const message of [...chat.messages.values()].reverse()) {
        const button = message.buttons
          .flat()
          .find(({ text, callback_data }) => text === what || callback_data === what);
        if (!button) continue;
        const query = `q${++queries}`;
        world.openQueries.add(query);
        const from = { id, is_bot: false, first_name: 'An', language_code: 'vi' };
        const told = { id: query, from, chat_instance: '1', data: button.callback_data, message: shown(chat, message) };
        return delivery.push({ callback_query: told });
      }
      throw new Error(`no button "${what}"`);
    },
    blocks(id) {
      chats.open(id).blocked = true;
      return standing(id, 'member', 'kicked');
    },
    returns(id) {
      chats.open(id).blocked = false;
      return standing(id, 'kicked', 'member');
    },
    adds: (id) => standing(id, 'left', 'member'),
  };
}

const blank: Message = { message_id: 0, date: 0, from: 'person', text: '', entities: [], buttons: [], silent: false };
