import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceLines } from '../src/core/answer/sources.ts';
import type { Reply } from '../src/core/reply.ts';
import { textBubbles } from '../src/core/text-reply.ts';
import { makeTurn } from '../src/turn/turn.ts';
import { library, makeParts, updateOf } from './fakes.ts';

const folder = new URL('./conversations/', import.meta.url);

type Step = { person: string; after: number; rules: Array<[name: string, value: string]> };

/** "> words" is the person (`> (im lặng 20 phút) words` lets time pass first); "name: value" lines are what must hold. */
function parseTranscript(text: string): Step[] {
  const steps: Step[] = [];
  for (const line of text.split('\n')) {
    const said = /^>\s?(?:\(im lặng (\d+) phút\)\s*)?(.*)$/.exec(line);
    const rule = /^(outcome|says|not|cites|level|help|welcome|offers):\s*(.*)$/.exec(line);
    if (said) steps.push({ person: said[2] ?? '', after: Number(said[1] ?? 0), rules: [] });
    else if (rule) steps.at(-1)?.rules.push([rule[1] ?? '', rule[2] ?? '']);
  }
  return steps;
}

function holds(reply: Reply, name: string, value: string): void {
  const words = textBubbles(reply, (cites) => sourceLines(cites, library.knowledge)).join('\n');
  switch (name) {
    case 'outcome':
      expect(reply.outcome).toBe(value);
      return;
    case 'says':
      expect(words).toContain(value);
      return;
    case 'not':
      expect(words).not.toContain(value);
      return;
    case 'cites':
      expect(reply.citations.map((cite) => cite.locator)).toContain(value);
      return;
    case 'level':
      expect(reply.level).toBe(value);
      return;
    case 'help':
      expect(String(reply.helpOffered)).toBe(value);
      return;
    case 'welcome':
      expect(String(reply.welcome !== null)).toBe(value);
      return;
    case 'offers':
      expect(reply.offers.map((one) => one.choice.kind)).toContain(value);
      return;
    default:
      throw new Error(`no rule is named ${name}`);
  }
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', (name) => {
  const steps = parseTranscript(readFileSync(new URL(name, folder), 'utf8'));
  test('has something to prove', () => expect(steps.flatMap((one) => one.rules).length).toBeGreaterThan(0));
  test('goes as written', async () => {
    const parts = makeParts();
    const turn = makeTurn(parts);
    for (const step of steps) {
      parts.clock.now = new Date(parts.clock.now.getTime() + step.after * 60_000 + 1_000);
      const reply = await turn(updateOf(step.person));
      for (const [rule, value] of step.rules) holds(reply, rule, value);
    }
  });
});
