import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../core/errors.ts';
import type { Replies } from '../core/ports.ts';
import { describeProblems, type Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const front = z.strictObject({
  id: z.string(),
  variables: z.array(z.string()).default([]),
  approved: z.string().nullable(),
});

/** Every fixed reply the turn may ask for; start-up refuses to run without one of them. */
export const neededReplies = [
  'absent',
  'cannot-read',
  'decline',
  'emergency',
  'emoji',
  'empty',
  'erased',
  'foreign-language',
  'gibberish',
  'help',
  'help-offer-line',
  'menu',
  'more-none',
  'out-of-scope',
  'suicide',
  'too-long',
  'trouble',
  'welcome',
] as const;

type FixedReply = { bubbles: string[]; variables: string[]; approved: string | null };

export type LoadedReplies = Replies & {
  ids: string[];
  /** Ids whose words nobody has approved yet. */
  awaitingApproval: string[];
};

/** Loads `prompts/replies`. Throws `knowledge-invalid` naming file, line and mend. */
export function loadReplies(folder: string): LoadedReplies {
  const problems: Problem[] = [];
  const replies = new Map<string, FixedReply>();
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  } catch {
    throw new AppError(
      'knowledge-invalid',
      `Không đọc được thư mục lời trả lời "${folder}". Kiểm tra PROMPTS_DIR và quyền đọc.`,
    );
  }
  for (const name of names.sort()) {
    const file = `prompts/replies/${name}`;
    const parsed = parseReply(file, readFileSync(join(folder, name), 'utf8'), problems);
    if (parsed) replies.set(parsed.id, parsed.reply);
  }
  for (const id of neededReplies)
    if (!replies.has(id)) problems.push({ file: `prompts/replies/${id}.md`, line: 1, what: 'thiếu lời trả lời này.' });
  if (problems.length > 0)
    throw new AppError('knowledge-invalid', `Lời trả lời trong prompts/ chưa đúng:\n${describeProblems(problems)}`);
  return {
    ids: [...replies.keys()],
    awaitingApproval: [...replies].filter(([, reply]) => reply.approved === null).map(([id]) => id),
    say(id, variables = {}) {
      const reply = replies.get(id);
      if (!reply) throw new AppError('knowledge-invalid', `Thiếu lời trả lời "${id}" trong prompts/replies.`);
      return reply.bubbles.map((bubble) =>
        reply.variables.reduce((text, name) => text.replaceAll(`{{${name}}}`, variables[name] ?? ''), bubble).trim(),
      );
    },
  };
}

function parseReply(file: string, source: string, problems: Problem[]): { id: string; reply: FixedReply } | null {
  const parts = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source.normalize('NFC'));
  const read = parts ? readYaml(file, parts[1] ?? '', front, problems) : null;
  if (!parts || !read) {
    if (!parts) problems.push({ file, line: 1, what: 'thiếu phần đầu giữa hai dòng "---".' });
    return null;
  }
  const bubbles = (parts[2] ?? '').split(/^---$/m).map((one) => one.trim());
  const used = [...(parts[2] ?? '').matchAll(/\{\{(\w+)\}\}/g)].map((one) => one[1] ?? '');
  const stray = used.filter((name) => !read.value.variables.includes(name));
  if (stray.length > 0) problems.push({ file, line: 1, what: `biến {{${stray[0]}}} chưa khai ở "variables".` });
  if (bubbles.some((one) => one === '')) problems.push({ file, line: 1, what: 'có đoạn trống giữa hai dòng "---".' });
  const { id, variables, approved } = read.value;
  return { id, reply: { bubbles, variables, approved } };
}
