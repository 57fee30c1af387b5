import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Bot } from '../bot.ts';
import { sourceLines } from '../core/answer/sources.ts';
import { PrivateText } from '../core/private-text.ts';
import type { Reply } from '../core/reply.ts';
import { textBubbles } from '../core/text-reply.ts';
import { fold } from '../core/vietnamese/fold.ts';
import { strayFigures } from './stray-figures.ts';
import { wilson } from './wilson.ts';

const labelled = z.object({
  id: z.string(),
  kind: z.string(),
  turns: z.array(
    z.object({
      text: z.string(),
      outcome: z.string(),
      says: z.array(z.array(z.string())).default([]),
      notSays: z.array(z.string()).default([]),
      cites: z.array(z.object({ document: z.string(), locator: z.string() })).default([]),
    }),
  ),
});
type Expected = z.infer<typeof labelled>['turns'][number];

type Options = { file: string; folded: boolean; failures: boolean };
type Tally = { asked: number; right: number; cited: number };

/** Asks every labelled question in its own conversation and prints correctness and citation by kind. */
export async function evalQuestions(bot: Bot, options: Options): Promise<void> {
  const { tallies, replies, unsupported } = await evalQuestionsOf(bot, { ...options, limit: Number.POSITIVE_INFINITY });
  for (const [kind, tally] of tallies)
    process.stdout.write(
      `${kind.padEnd(10)} ${String(tally.asked).padStart(4)} turns  correct ${share(tally.right, tally.asked)}  correct and cited ${share(tally.cited, tally.asked)}\n`,
    );
  process.stdout.write(`replies with a figure that no cited passage has: ${unsupported} of ${replies}\n`);
  const { all: _all, ...kinds } = Object.fromEntries(tallies);
  process.stdout.write(
    `${JSON.stringify({ file: options.file, folded: options.folded, ...kinds, unsupportedFigures: unsupported })}\n`,
  );
}

/** The same of at most `limit` items, as counts by kind, `all` last. Prints only what failed, where wished. */
export async function evalQuestionsOf(
  bot: Bot,
  options: Omit<Options, 'failures'> & { failures?: boolean; limit: number },
): Promise<{ tallies: Map<string, Tally>; replies: number; unsupported: number }> {
  const items = readFileSync(options.file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, options.limit)
    .map((line) => labelled.parse(JSON.parse(line)));
  const tallies = new Map<string, Tally>();
  const figures = { replies: 0, unsupported: 0 };
  for (const item of items) {
    for (const [turn, expected] of item.turns.entries()) {
      const text = options.folded ? fold(expected.text) : expected.text;
      const reply = await bot.turn({
        id: `${item.id}.${turn}`,
        channel: 'terminal',
        contact: `eval:${options.folded ? 'folded:' : ''}${item.id}`,
        sentAt: new Date(),
        content: { kind: 'text', text: new PrivateText(text) },
      });
      const wrong = judge(reply, expected, bot);
      const cited = wrong === null && citesRight(reply, expected);
      const tally = tallies.get(item.kind) ?? { asked: 0, right: 0, cited: 0 };
      tallies.set(item.kind, {
        asked: tally.asked + 1,
        right: tally.right + (wrong === null ? 1 : 0),
        cited: tally.cited + (cited ? 1 : 0),
      });
      figures.replies++;
      const stray = strayFigures(reply, text, bot.library);
      if (stray.length > 0) {
        figures.unsupported++;
        if (options.failures) process.stdout.write(`FIGURE ${item.id}.${turn} ${stray.join(' ')}\n`);
      }
      if (options.failures && !cited) {
        const got = reply.citations.map((cite) => `${cite.document} ${cite.locator}`).join(' | ');
        const what = wrong ?? 'citation';
        process.stdout.write(
          `${item.id}.${turn} [${what}] ${text}\n   → ${reply.outcome}: ${reply.bubbles[0]?.replaceAll('\n', ' / ').slice(0, 220)}\n   cites ${got}\n   wants ${JSON.stringify(expected.says)} ${expected.cites.map((cite) => `${cite.document} ${cite.locator}`).join(' | ')}\n`,
        );
      }
    }
  }
  const all = [...tallies.values()].reduce((sum, one) => ({
    asked: sum.asked + one.asked,
    right: sum.right + one.right,
    cited: sum.cited + one.cited,
  }));
  tallies.set('all', all);
  return { tallies, ...figures };
}

function share(part: number, whole: number): string {
  const [low, high] = wilson(part, whole);
  const percent = (value: number) => (value * 100).toFixed(1);
  return `${percent(part / whole)} % [${percent(low)}–${percent(high)}]`;
}

/** What is wrong with the reply, or `null`. */
function judge(reply: Reply, expected: Expected, bot: Bot): string | null {
  if (reply.outcome !== expected.outcome && !(expected.outcome === 'menu' && reply.outcome === 'smalltalk'))
    return `outcome ${reply.outcome} for ${expected.outcome}`;
  const said = comparable(textBubbles(reply, (cites) => sourceLines(cites, bot.library.knowledge)).join('\n'));
  const missing = expected.says.find((group) => !group.some((one) => said.includes(comparable(one))));
  if (missing) return `does not say ${missing[0]}`;
  // A decline is held to what it must not say too: no superseded amount as if it applied.
  const forbidden = expected.notSays.find((one) => ` ${said} `.includes(` ${comparable(one)} `));
  return forbidden ? `says ${forbidden}` : null;
}

function citesRight(reply: Reply, expected: Expected): boolean {
  if (expected.cites.length === 0) return true;
  return expected.cites.some((want) =>
    reply.citations.some(
      (cite) => cite.document === want.document && (want.locator === '*' || sameProvision(cite.locator, want.locator)),
    ),
  );
}

/** The same article, be it as a whole or by clause; never a sister clause, never another target of the plan. */
export function sameProvision(one: string, other: string): boolean {
  const [a, b] = [planName(one), planName(other)];
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}

/** The plan numbers its parts "I.", "II.", "1.": the same place has more than one right name. */
const planNames: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:(?:Phần|Mục) )?I\.1$/, 'Mục tiêu tổng quát'],
  [/^(?:(?:Phần|Mục) )?II$/, 'Phần II'],
  [/^(?:Phần ký|Ký ban hành|Nơi nhận, ký|Nơi nhận)$/, 'Người ký'],
];

function planName(locator: string): string {
  return planNames.find(([name]) => name.test(locator))?.[1] ?? locator;
}

function comparable(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/(\d)\s*(?:đến|tới)\s*(\d)/g, '$1-$2')
    .replace(/(\d)\s*-\s*(\d)/g, '$1-$2')
    .replace(/(\d)\s+%/g, '$1%')
    .replace(/(?<!\d)0+(?=\d)/g, '')
    .replace(/\s+/g, ' ');
}
