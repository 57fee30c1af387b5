import { z } from 'zod';

// What of an update is looked at. Everything else a messenger tells of a person (name, language, phone) is dropped here.
const chat = z.object({ id: z.int(), type: z.string() });
/** Present or not is all we want to know of these. */
const present = z.unknown().optional();

export const message = z.object({
  message_id: z.int(),
  date: z.int().nonnegative(),
  chat,
  from: z.object({ is_bot: z.boolean() }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().max(64).optional(),
  voice: present,
  audio: present,
  video_note: present,
  photo: present,
  video: present,
  animation: present,
  document: present,
  paid_media: present,
  sticker: present,
  dice: present,
  location: present,
  venue: present,
  contact: present,
  poll: present,
  game: present,
  story: present,
  checklist: present,
});
export type WireMessage = z.infer<typeof message>;

const recording = z.object({ file_id: z.string().max(256) });

/** What a voice note is fetched by; `undefined` where it has another form than known. */
export function recordingOf({ voice }: WireMessage): string | undefined {
  return recording.safeParse(voice).data?.file_id;
}

const button = z.object({ text: z.string(), callback_data: z.string().optional() });
const query = z.object({
  id: z.string().max(128),
  data: z.string().max(64).optional(),
  message: z
    .object({
      message_id: z.int(),
      chat,
      reply_markup: z.object({ inline_keyboard: z.array(z.array(button)) }).optional(),
    })
    .optional(),
});
const member = z.object({ chat, new_chat_member: z.object({ status: z.string() }) });

export const update = z.object({
  update_id: z.int().nonnegative(),
  message: message.optional(),
  edited_message: message.optional(),
  callback_query: query.optional(),
  my_chat_member: member.optional(),
});

/** The kinds of update we ask Telegram for. */
export const wanted = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;
