import type { Chat, Chats, Entity, Message } from './chats.ts';

export type Call = Record<string, unknown>;
export type Answer = { ok: true; result: unknown } | { ok: false; code: number; why: string; retryAfter?: number };

const ok = (result: unknown): Answer => ({ ok: true, result });
const bad = (why: string, code = 400): Answer => ({
  ok: false,
  code,
  why: `${code === 403 ? 'Forbidden' : 'Bad Request'}: ${why}`,
});

/** What the methods need of the server around them. */
export type World = {
  chats: Chats;
  token: string;
  /** Callback queries that were sent and not yet answered. */
  openQueries: Set<string>;
  files: Map<string, { path: string; size: number }>;
  commands: Array<{ command: string; description: string }>;
};

export const botUser = { id: 7_000_001, is_bot: true, first_name: 'Hoa Ban thử', username: 'hoa_ban_thu_bot' };

/** The methods of the Bot API that answer at once, by name. */
export const methods: Record<string, (world: World, call: Call) => Answer> = {
  getMe: () =>
    ok({ ...botUser, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false }),

  setMyCommands(world, { commands }) {
    if (!Array.isArray(commands) || commands.length > 100) return bad('too many commands specified');
    for (const { command, description } of commands)
      if (!/^[a-z0-9_]{1,32}$/.test(command) || !description || description.length > 256)
        return bad('BOT_COMMAND_INVALID');
    world.commands = commands;
    return ok(true);
  },
  getMyCommands: (world) => ok(world.commands),

  sendMessage(world, call) {
    const chat = reachable(world, call);
    if ('ok' in chat) return chat;
    const text = typeof call.text === 'string' ? call.text : '';
    const wrong = wrongText(text, call) ?? wrongButtons(call);
    if (wrong) return bad(wrong);
    const message = world.chats.add(chat, {
      from: 'bot',
      text: text.trim(),
      entities: entitiesOf(call),
      buttons: buttonsOf(call),
      silent: call.disable_notification === true,
    });
    return ok(shown(chat, message));
  },

  editMessageText(world, call) {
    const found = own(world, call);
    if ('ok' in found) return found;
    const text = typeof call.text === 'string' ? call.text : '';
    const wrong = wrongText(text, call) ?? wrongButtons(call);
    if (wrong) return bad(wrong);
    if (text === found.message.text) return bad('message is not modified');
    Object.assign(found.message, { text, entities: entitiesOf(call), buttons: buttonsOf(call) });
    return ok(shown(found.chat, found.message));
  },

  editMessageReplyMarkup(world, call) {
    const found = own(world, call);
    if ('ok' in found) return found;
    const buttons = buttonsOf(call);
    if (wrongButtons(call)) return bad(wrongButtons(call) ?? '');
    if (JSON.stringify(buttons) === JSON.stringify(found.message.buttons)) return bad('message is not modified');
    found.message.buttons = buttons;
    return ok(shown(found.chat, found.message));
  },

  deleteMessage(world, call) {
    const chat = reachable(world, call);
    if ('ok' in chat) return chat;
    const wrong = world.chats.remove(chat, Number(call.message_id));
    return wrong ? bad(wrong) : ok(true);
  },

  /** What cannot be found is passed over in silence; one that may not be deleted refuses the call. */
  deleteMessages(world, call) {
    const chat = reachable(world, call);
    if ('ok' in chat) return chat;
    const ids = call.message_ids;
    if (!Array.isArray(ids) || ids.length < 1 || ids.length > 100) return bad('wrong message identifiers');
    if (ids.some((id) => world.chats.kept(chat, Number(id)))) return bad("message can't be deleted");
    for (const id of ids) world.chats.remove(chat, Number(id));
    return ok(true);
  },

  answerCallbackQuery(world, { callback_query_id }) {
    if (!world.openQueries.delete(String(callback_query_id)))
      return bad('query is too old and response timeout expired or query ID is invalid');
    return ok(true);
  },

  sendMessageDraft(world, call) {
    const chat = reachable(world, call);
    if ('ok' in chat) return chat;
    return typeof call.chat_id === 'number' && Number.isInteger(call.draft_id) && call.draft_id !== 0
      ? ok(true)
      : bad('DRAFT_ID_INVALID');
  },

  sendChatAction(world, call) {
    const chat = reachable(world, call);
    if ('ok' in chat) return chat;
    return call.action === 'typing' ? ok(true) : bad('wrong parameter action in request');
  },

  leaveChat(world, call) {
    const chat = reachable(world, call);
    if ('ok' in chat) return chat;
    if (chat.type === 'private') return bad("chat member status can't be changed in private chats");
    chat.member = false;
    return ok(true);
  },

  getFile(world, { file_id }) {
    const file = world.files.get(String(file_id));
    if (!file) return bad('wrong file_id or the file is temporarily unavailable');
    if (file.size > 20 * 1024 * 1024) return bad('file is too big');
    return ok({ file_id, file_unique_id: `u${file_id}`, file_size: file.size, file_path: file.path });
  },
};

function reachable(world: World, call: Call): Chat | Answer {
  const chat = world.chats.chats.get(Number(call.chat_id));
  if (!chat) return bad('chat not found');
  if (chat.blocked) return bad('bot was blocked by the user', 403);
  if (!chat.member) return bad('bot is not a member of the group chat', 403);
  return chat;
}

function own(world: World, call: Call): { chat: Chat; message: Message } | Answer {
  const chat = reachable(world, call);
  if ('ok' in chat) return chat;
  const message = chat.messages.get(Number(call.message_id));
  if (!message) return bad('message to edit not found');
  return message.from === 'bot' ? { chat, message } : bad("message can't be edited");
}

/** Markup is refused here: the bot speaks by entities. */
function wrongText(text: string, call: Call): string | null {
  if (call.parse_mode !== undefined) return `can't parse entities: ${String(call.parse_mode)}`;
  if (text.trim() === '') return 'message text is empty';
  if (text.length > 4096) return 'message is too long';
  for (const { offset, length } of entitiesOf(call))
    if (offset < 0 || length < 1 || offset + length > text.length) return 'ENTITY_BOUNDS_INVALID';
  return null;
}

function wrongButtons(call: Call): string | null {
  for (const { text, callback_data } of buttonsOf(call).flat()) {
    if (!text) return "can't parse inline keyboard button: text is empty";
    const bytes = Buffer.byteLength(callback_data ?? '');
    if (bytes < 1 || bytes > 64) return 'BUTTON_DATA_INVALID';
  }
  return null;
}

function entitiesOf(call: Call): Entity[] {
  return Array.isArray(call.entities) ? call.entities : [];
}

function buttonsOf(call: Call): Message['buttons'] {
  const markup = call.reply_markup as { inline_keyboard?: Message['buttons'] } | undefined;
  return markup?.inline_keyboard ?? [];
}

/** A message in the form of the wire. */
export function shown(chat: Chat, message: Message): Record<string, unknown> {
  const { message_id, date, text, entities, buttons } = message;
  return {
    message_id,
    date,
    chat: { id: chat.id, type: chat.type, ...(chat.type === 'private' ? { first_name: 'An' } : { title: 'Nhóm thử' }) },
    from: message.from === 'bot' ? botUser : { id: chat.id, is_bot: false, first_name: 'An', language_code: 'vi' },
    text,
    ...(entities.length > 0 ? { entities } : {}),
    ...(buttons.length > 0 ? { reply_markup: { inline_keyboard: buttons } } : {}),
  };
}
