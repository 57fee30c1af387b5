import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sourceLines } from '../src/core/answer/sources.ts';
import type { Reply } from '../src/core/reply.ts';
import { textBubbles } from '../src/core/text-reply.ts';
import { makeTurn } from '../src/turn/turn.ts';
import { memoryDesk } from './desk.ts';
import { library, makeParts, memoryConversations, updateOf } from './fakes.ts';

const folder = new URL('./conversations/', import.meta.url);

type Step = { person: string; after: number; rules: Array<[name: string, value: string]> };

/**
 * "> words" is the person (`> (im lặng 20 phút) words` lets time pass first; `> [label]` presses the button of that
 * name under the last reply; `{mã}` is the last receipt); "name: value" lines are what must hold; "desk: …" lines are what
 * an officer does before the next words. Files named `referral-…` have a desk in them, the others none; in `telegram-…` the
 * person is on Telegram, and `subscription:` is what they are subscribed to.
 */
function parseTranscript(text: string): Step[] {
  const steps: Step[] = [];
  for (const line of text.split('\n')) {
    const said = /^>\s?(?:\(im lặng (\d+) phút\)\s*)?(.*)$/.exec(line);
    const rule =
      /^(outcome|says|not|cites|level|help|welcome|offers|label|cases|drafts|desk|subscription):\s*(.*)$/.exec(line);
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
    case 'label':
      expect(reply.offers.map((one) => one.label)).toContain(value);
      return;
    default:
      throw new Error(`no rule is named ${name}`);
  }
}

type House = ReturnType<typeof memoryDesk>;

/** A desk where the transcript wants one; erasing a talk erases its draft, as in the whole program. */
function partsFor(name: string) {
  const conversations = memoryConversations();
  const { subscriptions } = conversations;
  if (!name.startsWith('referral-')) return { parts: makeParts({ conversations }), house: null, subscriptions };
  const house: House = memoryDesk();
  const erase = async (contact: string) => {
    await house.parts.intake.drop(contact);
    await conversations.erase(contact);
  };
  return { parts: makeParts({ desk: house.parts, conversations: { ...conversations, erase } }), house, subscriptions };
}

/** Words, or the button they name. */
function updateFor(person: string, last: Reply | null, receipt: string) {
  const label = /^\[(.+)\]$/.exec(person)?.[1];
  if (label === undefined) return updateOf(person.replace('{mã}', receipt));
  const offer = last?.offers.find((one) => one.label === label);
  if (!offer) throw new Error(`the last reply has no button "${label}"`);
  return updateOf({ kind: 'choice', choice: offer.choice });
}

function atDesk(house: House, name: string, value: string): void {
  const [deed = '', ...words] = value.split(' ');
  if (name === 'cases') expect(String(house.cases.size)).toBe(value);
  else if (name === 'drafts') expect(String(house.talks.size)).toBe(value);
  else if (deed === 'claims') house.officer.claims();
  else if (deed === 'closes') house.officer.closes();
  else if (deed === 'replies') house.officer.replies(words.join(' '));
  else if (deed === 'got') expect(house.last()?.fromPerson).toContain(words.join(' '));
  else throw new Error(`the desk does not know "${value}"`);
}

describe.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', (name) => {
  const steps = parseTranscript(readFileSync(new URL(name, folder), 'utf8'));
  test('has something to prove', () => expect(steps.flatMap((one) => one.rules).length).toBeGreaterThan(0));
  test('goes as written', async () => {
    const { parts, house, subscriptions } = partsFor(name);
    const turn = makeTurn(parts);
    let reply: Reply | null = null;
    let receipt = '';
    for (const step of steps) {
      parts.clock.now = new Date(parts.clock.now.getTime() + step.after * 60_000 + 1_000);
      const channel = name.startsWith('telegram-') ? ('telegram' as const) : ('web' as const);
      const update = { ...updateFor(step.person, reply, receipt), channel, sentAt: parts.clock.now };
      reply = await turn(update);
      receipt = /\d{3}(?:-\d{3}){4}/.exec(reply.bubbles.join())?.[0] ?? receipt;
      for (const [rule, value] of step.rules)
        if (rule === 'subscription') expect(subscriptions.get(update.contact) ?? 'none').toBe(value);
        else if (house && ['cases', 'drafts', 'desk'].includes(rule)) atDesk(house, rule, value);
        else holds(reply, rule, value);
    }
  });
});
