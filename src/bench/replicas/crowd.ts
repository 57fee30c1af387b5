import type { BotApi } from '../../../test/telegram/bot-api.ts';
import { actAt } from '../telegram/mix.ts';
import { type Judged, judge, type Known, startOf, tellApart } from './order.ts';

/** After so many messages somebody else writes: nobody writes without end. Some are sent without waiting between them. */
const talkLength = 10;
const atOnce = 3;
/** Who has no answer by then has lost a message. */
const patienceMs = 60_000;
/** A reply of several messages has come whole when nothing more came for so long. */
const settledMs = 1_500;
const hello = 'chào bạn';

/** What a load came to. `times`: from each message to the first of its reply, in ms. */
export type Load = Judged & { turns: number; seconds: number; times: number[] };

/** Messages sent without waiting, and what each is answered with when they come in this order. */
type Burst = { messages: string[]; known: Known };

export type Crowd = {
  /** Told of every message the bot sends; to be given to the local Telegram. */
  heard: (chat: number, text: string) => void;
  /** Learns how the bot replies to some of what is `asked`, so that the order of replies can be told. */
  learn: (api: BotApi, asked: string[]) => Promise<void>;
  /** Lets `people` write at a time until `turns` are answered after `warmUp` others, which are not counted. `begins` is told when those are over. */
  load: (api: BotApi, plan: { people: number; turns: number; warmUp: number }, begins: () => void) => Promise<Load>;
};

/** People on Telegram who each wait for a reply before they write again, and now and then do not. */
export function makeCrowd(): Crowd {
  const waiting = new Map<number, (text: string) => void>();
  let questions: string[] = [];
  let bursts: Burst[] = [];
  let nextChat = 1;

  /** Resolves when the bot sends anything to the chat, with what it sends; `null` when it never does. */
  const reply = (chat: number) =>
    new Promise<string | null>((resolve) => {
      const timer = setTimeout(resolve, patienceMs, null);
      waiting.set(chat, (text) => {
        clearTimeout(timer);
        waiting.delete(chat);
        resolve(text);
      });
    });

  const says = (api: BotApi, chat: number, text: string) => {
    const replied = reply(chat);
    api.says(chat, text);
    return replied;
  };

  /** Messages one right after the other, and what was wrong with the replies. */
  async function burst(api: BotApi, chat: number, { messages: sent, known }: Burst, times: number[]): Promise<Judged> {
    const before = fromBot(api, chat).length;
    const from = performance.now();
    const replies: string[] = [];
    const all = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patienceMs);
      const missing = new Set(sent);
      waiting.set(chat, (text) => {
        replies.push(text);
        if (!missing.delete(known.get(startOf(text)) ?? '')) return;
        times.push(performance.now() - from);
        if (missing.size > 0) return;
        clearTimeout(timer);
        waiting.delete(chat);
        resolve();
      });
    });
    for (const text of sent) api.says(chat, text);
    await all;
    const seen = fromBot(api, chat).slice(before);
    return judge(sent, seen.length >= replies.length ? seen : replies, known);
  }

  function act(api: BotApi, chat: number, at: number): Promise<string | null> {
    const what = actAt(at, questions);
    const replied = reply(chat);
    const button = what.kind === 'taps' ? lastButton(api, chat) : null;
    if (button !== null) api.taps(chat, button);
    else if (what.kind === 'voice') api.sends(chat, { voice: { file_id: 'f', duration: 2 } });
    else api.says(chat, what.kind === 'says' ? what.text : 'chào');
    return replied;
  }

  return {
    heard: (chat, text) => waiting.get(chat)?.(text),
    async learn(api, asked) {
      questions = asked;
      const tried = Array.from({ length: 10 }, (_, group) =>
        Array.from({ length: atOnce }, (_, nth) => asked[((group * atOnce + nth) * 7919 + 13) % asked.length] ?? ''),
      );
      const learned = await Promise.all(
        tried.map(async (messages) => {
          const chat = nextChat++;
          const replies = new Map<string, string>();
          for (const message of [hello, ...messages]) {
            const before = fromBot(api, chat).length;
            api.says(chat, message);
            const reply = (await settled(api, chat, before + 1))[before];
            if (reply !== undefined && message !== hello) replies.set(message, reply);
          }
          return { messages, known: tellApart(replies) };
        }),
      );
      bursts = learned.filter(({ messages, known }) => known.size === messages.length);
      if (bursts.length === 0) throw new Error('the replies cannot be told apart');
    },
    async load(api, { people, turns, warmUp }, begins) {
      const sum: Judged = { outOfOrder: 0, lost: 0, doubled: 0 };
      let times: number[] = [];
      let [next, answered, counted, began] = [0, 0, 0, performance.now()];
      const done = (count: number) => {
        const before = answered;
        answered += count;
        if (before >= warmUp) counted += count;
        if (before >= warmUp || answered < warmUp) return;
        times = [];
        began = performance.now();
        begins();
      };
      const single = async (doing: () => Promise<string | null>) => {
        const from = performance.now();
        if ((await doing()) !== null) times.push(performance.now() - from);
        else sum.lost++;
        done(1);
      };
      const person = async () => {
        const chat = nextChat++;
        const at = next;
        next += 1 + atOnce;
        await single(() => says(api, chat, hello));
        const told = bursts[at % bursts.length];
        if (told === undefined) return;
        const judged = await burst(api, chat, told, times);
        for (const what of ['outOfOrder', 'lost', 'doubled'] as const) sum[what] += judged[what];
        done(atOnce);
        for (let acts = 1 + atOnce; acts < talkLength && next < turns + warmUp; acts++)
          await single(() => act(api, chat, next++));
      };
      const place = async () => {
        while (next < turns + warmUp) await person();
      };
      await Promise.all(Array.from({ length: people }, place));
      return { ...sum, turns: counted, seconds: (performance.now() - began) / 1_000, times };
    },
  };
}

function fromBot(api: BotApi, chat: number): string[] {
  return api.seen(chat).flatMap(({ from, text }) => (from === 'bot' ? [text] : []));
}

/** What the bot has said in the chat when it has said so much and then nothing more for a while. */
async function settled(api: BotApi, chat: number, atLeast: number): Promise<string[]> {
  const until = performance.now() + patienceMs;
  let said: string[] = [];
  for (let quietSince = performance.now(); performance.now() < until; ) {
    const now = fromBot(api, chat);
    if (now.length !== said.length) quietSince = performance.now();
    said = now;
    if (said.length >= atLeast && performance.now() - quietSince > settledMs) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return said;
}

/** A button of the newest message that has any and does not erase. */
export function lastButton(api: BotApi, chat: number): string | null {
  for (const message of api.seen(chat).reverse()) {
    const button = message.buttons.flat().find((one) => one.callback_data !== 'erase');
    if (button) return button.callback_data;
  }
  return null;
}
