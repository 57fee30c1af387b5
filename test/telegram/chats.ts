/** One message as a chat of the local Telegram keeps it. `date` is in seconds, as on the wire. */
export type Message = {
  message_id: number;
  date: number;
  from: 'person' | 'bot';
  text: string;
  entities: Entity[];
  buttons: Array<Array<{ text: string; callback_data: string }>>;
  silent: boolean;
};
export type Entity = { type: string; offset: number; length: number };

export type Chat = {
  id: number;
  type: 'private' | 'group';
  /** What can be seen in the chat, oldest first. */
  messages: Map<number, Message>;
  nextId: number;
  blocked: boolean;
  /** Whether the bot is (still) in the group. */
  member: boolean;
};

export type Chats = {
  chats: Map<number, Chat>;
  open(id: number): Chat;
  add(chat: Chat, message: Omit<Message, 'message_id' | 'date'>): Message;
  /** Whether the message is there and may not be removed. */
  kept(chat: Chat, id: number): boolean;
  /** Removes a message; why not, in Telegram's words, when it may not be removed. */
  remove(chat: Chat, id: number): string | null;
};

/** A bot may delete a message for this long. */
const deletableSeconds = 48 * 3600;

/** The chats of the local Telegram: message ids are counted per chat, and deleting follows the rule of 48 hours. */
export function makeChats(nowMs: () => number): Chats {
  const chats = new Map<number, Chat>();
  const seconds = () => Math.floor(nowMs() / 1000);
  function kept(chat: Chat, id: number): boolean {
    const message = chat.messages.get(id);
    if (!message) return false;
    return seconds() - message.date > deletableSeconds || (chat.type === 'group' && message.from === 'person');
  }
  return {
    chats,
    open(id) {
      const known = chats.get(id);
      if (known) return known;
      const type = id < 0 ? 'group' : 'private';
      const chat: Chat = { id, type, messages: new Map(), nextId: 1, blocked: false, member: true };
      chats.set(id, chat);
      return chat;
    },
    add(chat, message) {
      const kept = { ...message, message_id: chat.nextId++, date: seconds() };
      chat.messages.set(kept.message_id, kept);
      return kept;
    },
    kept,
    remove(chat, id) {
      if (!chat.messages.has(id)) return 'message to delete not found';
      if (kept(chat, id)) return "message can't be deleted";
      chat.messages.delete(id);
      return null;
    },
  };
}
