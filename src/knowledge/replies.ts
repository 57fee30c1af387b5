import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cards } from '../core/care/card.ts';
import { steps } from '../core/care/next.ts';
import { AppError } from '../core/errors.ts';
import type { Replies } from '../core/ports.ts';
import type { ContentFiles } from './load.ts';
import { ContentInvalid, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const front = z.strictObject({
  id: z.string(),
  variables: z.array(z.string()).default([]),
  /** What a button that leads here says; neutral, because it may be read over a shoulder. */
  label: z.string().max(40).optional(),
  /** Ids of replies to offer under this one. */
  offers: z.array(z.string()).default([]),
  cites: z.array(z.strictObject({ document: z.string(), locator: z.string() })).default([]),
  approved: z.string().nullable(),
});

/** Every fixed reply the turn may ask for by name; start-up refuses to run without one of them. */
export const neededReplies = [
  ...cards,
  ...Object.values(steps),
  'abroad-ask',
  'abroad-no',
  'abroad-yes',
  'absent',
  'answers-off',
  'aside',
  'away',
  'cannot-read',
  'care-thanks',
  'concern-ask',
  'concern-line',
  'concern-no',
  'daily',
  'daily-on',
  'decline',
  'desk-added',
  'desk-agreed',
  'desk-ask-word',
  'desk-case-closed',
  'desk-code-word',
  'desk-commune',
  'desk-confirm',
  'desk-crowded',
  'desk-emergency',
  'desk-gone',
  'desk-how-back',
  'desk-human-in',
  'desk-intro',
  'desk-kept',
  'desk-late',
  'desk-left',
  'desk-letter',
  'desk-no-match',
  'desk-none',
  'desk-not-agreed',
  'desk-not-passed-on',
  'desk-nothing-new',
  'desk-open-now',
  'desk-over',
  'desk-passed-on',
  'desk-paused',
  'desk-paused-danger',
  'desk-person',
  'desk-privacy',
  'desk-receipt',
  'desk-shut-now',
  'desk-stale',
  'desk-stopped',
  'desk-too-long',
  'desk-trouble',
  'desk-unclear',
  'desk-wait',
  'desk-waiting',
  'desk-wants',
  'desk-way',
  'desk-when',
  'desk-who',
  'desk-withdrawn',
  'desk-word-length',
  'desk-words',
  'elsewhere',
  'emoji',
  'empty',
  'erased',
  'erased-both-sides',
  'erased-by-hand',
  'erased-partly',
  'foreign-language',
  'free-of-charge',
  'gibberish',
  'group',
  'group-stays',
  'help-offer-line',
  'hold',
  'hold-again',
  'hold-other',
  'hold-perpetrator',
  'languages',
  'law-page',
  'lead',
  'leave-care',
  'lessons',
  'menu',
  'more-none',
  'news',
  'news-message',
  'news-message-on',
  'news-not-here',
  'news-not-now',
  'news-off',
  'news-on-daily',
  'news-on-days',
  'not-useful',
  'out-of-scope',
  'path-after',
  'path-before',
  'path-begin',
  'path-check',
  'path-done',
  'path-lesson',
  'path-noted',
  'plan-page',
  'privacy-notice',
  'quiz',
  'quiz-choose',
  'quiz-done',
  'quiz-next',
  'quiz-none',
  'quiz-right',
  'quiz-run',
  'quiz-share',
  'quiz-stopped',
  'quiz-wrong',
  'reached',
  'retract',
  'short-words',
  'stray-number',
  'suicide-no',
  'suicide-yes',
  'thanks-useful',
  'too-long',
  'too-many',
  'trouble',
  'unheld',
  'unread-contact',
  'unread-edited',
  'unread-hidden',
  'unread-picture',
  'unread-place',
  'unread-sticker',
  'unread-voice',
  'voice-heard',
  'wishes',
  'voice-unclear',
  'welcome',
  'closed',
  'closing-soon',
] as const;

/** Under which names the fixed texts stand among the content files. */
export const repliesFolder = 'prompts/replies/';

type Front = z.infer<typeof front>;
type Loaded = { front: Front; bubbles: string[] };

export type LoadedReplies = Replies & {
  ids: string[];
  /** Ids whose words nobody has approved yet. */
  awaitingApproval: string[];
};

/** Reads the fixed texts under `folder` as content files. Throws `knowledge-invalid` when it cannot be read. */
export function readReplies(folder: string): ContentFiles {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
    return new Map(names.sort().map((name) => [`${repliesFolder}${name}`, readFileSync(join(folder, name), 'utf8')]));
  } catch {
    throw new AppError(
      'knowledge-invalid',
      `Không đọc được thư mục lời trả lời "${folder}". Kiểm tra PROMPTS_DIR và quyền đọc.`,
    );
  }
}

/**
 * Parses the fixed texts. `always` holds variables that are the same in every turn, such as who runs the bot. Throws
 * `knowledge-invalid` naming file, line and mend.
 */
export function parseReplies(files: ContentFiles, always: Record<string, string> = {}): LoadedReplies {
  const problems: Problem[] = [];
  const replies = new Map<string, Loaded>();
  for (const [file, text] of files) {
    if (!file.startsWith(repliesFolder)) continue;
    const parsed = parseReply(file, text, problems);
    if (parsed) replies.set(parsed.front.id, parsed);
  }
  for (const id of neededReplies)
    if (!replies.has(id)) problems.push({ file: `prompts/replies/${id}.md`, line: 1, what: 'thiếu lời trả lời này.' });
  for (const { front } of replies.values())
    for (const id of front.offers)
      if (replies.get(id)?.front.label === undefined)
        problems.push({
          file: `prompts/replies/${front.id}.md`,
          line: 1,
          what: `"offers" nêu "${id}" nhưng không có lời trả lời nào tên đó mang "label".`,
        });
  if (problems.length > 0) throw new ContentInvalid(problems, `Lời trả lời trong prompts/ chưa đúng:`);
  return {
    ids: [...replies.keys()],
    awaitingApproval: [...replies.values()].filter(({ front }) => front.approved === null).map(({ front }) => front.id),
    get(id, variables = {}) {
      const reply = replies.get(id);
      if (!reply) throw new AppError('knowledge-invalid', `Thiếu lời trả lời "${id}" trong prompts/replies.`);
      const fill = (bubble: string) =>
        reply.front.variables.reduce(
          // As a function: a person's words may hold "$&".
          (text, name) => text.replaceAll(`{{${name}}}`, () => variables[name] ?? always[name] ?? ''),
          bubble,
        );
      return {
        bubbles: reply.bubbles.map((bubble) => fill(bubble).trim()),
        offers: reply.front.offers.map((offer) => ({ id: offer, label: replies.get(offer)?.front.label ?? offer })),
        cites: reply.front.cites,
      };
    },
  };
}

function parseReply(file: string, source: string, problems: Problem[]): Loaded | null {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source.normalize('NFC'));
  // The blank line stands for the opening "---", so that mistakes are told with the line of the file.
  const read = parts ? readYaml(file, `\n${parts[1] ?? ''}`, front, problems) : null;
  if (!parts || !read) {
    if (!parts) problems.push({ file, line: 1, what: 'thiếu phần đầu giữa hai dòng "---".' });
    return null;
  }
  const bubbles = (parts[2] ?? '').split(/^---$/m).map((one) => one.trim());
  const used = [...(parts[2] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((one) => one[1] ?? '');
  const stray = used.filter((name) => !read.value.variables.includes(name));
  if (stray.length > 0) problems.push({ file, line: 1, what: `biến {{${stray[0]}}} chưa khai ở "variables".` });
  if (bubbles.some((one) => one === '')) problems.push({ file, line: 1, what: 'có đoạn trống giữa hai dòng "---".' });
  return { front: read.value, bubbles };
}
