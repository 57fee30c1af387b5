import { isDiscreet } from '../../core/discreet.ts';
import { menuOf } from '../../core/menu.ts';
import type { Citation } from '../../core/passage.ts';
import type { Offer, Reply } from '../../core/reply.ts';
import { split } from '../../core/split.ts';
import { encodeChoice } from '../../core/update.ts';

export type Entity = { type: 'italic' | 'bold'; offset: number; length: number };
export type Button = { text: string; callback_data: string };

/** One message as Telegram takes it: plain text with entities, never markup that words could break out of. */
export type TelegramMessage = { text: string; entities: Entity[]; buttons: Button[][] };

export type Words = {
  /** Stands before a text whose first words would give the talk away on a locked screen. */
  lead: string;
  /** Citations as people read them. */
  sourceLines: (citations: Citation[]) => string[];
};

export const maxTextChars = 4_096;
/** How much of a message a locked screen shows at least. */
const previewChars = 80;
const maxDataBytes = 64;

/** The messages that show a reply: one, unless it is longer than Telegram takes. Buttons stand under the last. */
export function render(reply: Reply, words: Words): TelegramMessage[] {
  const numbered = menuOf(reply.offers).filter(({ choice }) => choice.kind !== 'reached');
  const veiled = veiledOf(numbered);
  const listed = numbered.flatMap((offer, at) => (veiled.has(offer) ? [`${at + 1}. ${offer.label}`] : []));
  const parts = [...reply.bubbles];
  const sources = words.sourceLines(reply.citations);
  const source = sources.length > 0 ? `Căn cứ: ${sources.join('. ')}.` : null;
  // Under a card the answer comes last; elsewhere it comes first.
  if (source) parts.splice(reply.outcome === 'help' ? parts.length : 1, 0, source);
  const guesses = reply.offers.some(({ choice }) => choice.kind === 'guess');
  const invites = guesses ? 'Bấm số để trả lời' : 'Hỏi tiếp thì bấm số';
  if (listed.length > 0) parts.push(`${invites}:\n${listed.join('\n')}`);
  if (reply.welcome) parts.push(reply.welcome);
  const whole = parts.join('\n\n');
  // Words about our own trouble say nothing of the person's.
  const neutral = reply.outcome === 'trouble' || isDiscreet(whole.slice(0, previewChars));
  const text = neutral ? whole : `${words.lead}\n\n${whole}`;
  const buttons = rowsOf(reply, numbered, veiled);
  const messages = cut(text, entitiesOf(text, source, reply));
  return messages.map((one, at) => ({ ...one, buttons: at === messages.length - 1 ? buttons : [] }));
}

/** Sources in italics; where help is shown, the numbers to call in bold. */
function entitiesOf(text: string, source: string | null, reply: Reply): Entity[] {
  const entities: Entity[] = [];
  if (source) entities.push({ type: 'italic', offset: text.indexOf(source), length: source.length });
  if (reply.helpOffered)
    for (const found of text.matchAll(/(?<![\d.,/])11[1345](?![\d.,]\d|\d|\/)/g))
      entities.push({ type: 'bold', offset: found.index, length: 3 });
  return entities.sort((a, b) => a.offset - b.offset);
}

/** The text in messages of its own, each with its share of the entities. */
function cut(text: string, entities: Entity[]): Array<Omit<TelegramMessage, 'buttons'>> {
  let from = 0;
  return split(text, maxTextChars).map((part) => {
    const start = text.indexOf(part, from);
    const end = start + part.length;
    from = end;
    const within = entities.flatMap((one) => {
      const [first, last] = [Math.max(one.offset, start), Math.min(one.offset + one.length, end)];
      return last > first ? [{ ...one, offset: first - start, length: last - first }] : [];
    });
    return { text: part, entities: within };
  });
}

/** The offers whose button is their number: labels that would tell, and with one option of a question all of them. */
function veiledOf(numbered: Offer[]): ReadonlySet<Offer> {
  const telling = numbered.filter(({ label }) => !isDiscreet(label));
  // Else the one that stands apart would look like the answer.
  const asks = telling.some(({ choice }) => choice.kind === 'guess');
  return new Set(asks ? numbered : telling);
}

/** One button a row, pairs beside each other; labels that would tell the subject become their number. */
function rowsOf(reply: Reply, numbered: Offer[], veiled: ReadonlySet<Offer>): Button[][] {
  const { offers } = reply;
  const asksReached = offers.some(({ choice }) => choice.kind === 'reached');
  const button = (offer: Offer): Button[] => {
    const callback_data = encodeChoice(offer.choice);
    const at = numbered.indexOf(offer);
    const text = veiled.has(offer) ? `${at + 1}` : offer.label;
    return Buffer.byteLength(callback_data) <= maxDataBytes ? [{ text, callback_data }] : [];
  };
  const of = (kind: Offer['choice']['kind']) => offers.filter(({ choice }) => choice.kind === kind).flatMap(button);
  const single = offers.filter(
    ({ choice }) =>
      choice.kind !== 'useful' &&
      choice.kind !== 'reached' &&
      // "Không gọi được" beside it says the same.
      !(asksReached && choice.kind === 'guide' && choice.id === 'cannot-call'),
  );
  const numbers = single.flatMap(button).filter(({ text }) => /^\d$/.test(text));
  const rows = single.flatMap(button).flatMap((one) => (/^\d$/.test(one.text) ? [] : [[one]]));
  const careful = reply.helpOffered && (reply.level === 'support' || reply.level === 'concern');
  const wipe: Button[] = careful ? [{ text: 'Dọn tin', callback_data: 'erase' }] : [];
  return [numbers, ...rows, of('reached'), of('useful'), wipe].filter((row) => row.length > 0);
}
