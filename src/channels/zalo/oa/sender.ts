import type { Sender, SendResult } from '../../../core/mailbox.ts';
import type { Alarms } from '../alarms.ts';
import { render, renderErased, type Words } from '../render.ts';
import { decodeAddress, isWithinWindow } from './address.ts';
import type { Answer, SendText } from './api.ts';
import type { Held, Keeper } from './keeper.ts';
import type { Meaning } from './meaning.ts';
import { secondsUntilMorning } from './night.ts';
import type { OperatorWord } from './words.ts';

type Options = {
  sendText: SendText;
  keeper: Pick<Keeper, 'access' | 'renew'>;
  words: Words;
  alarms: Alarms<OperatorWord>;
  /** Told of a refusal, by Zalo's code only. */
  onRefusal: (code: number) => void;
  now: () => Date;
};

/** While Zalo is away; while there is no token; while the operator must do something first. */
const troubleSeconds = 5;
const tokenSeconds = 30;
const operatorSeconds = 300;
const floodSeconds = 60;
/** Failures in a row that are an outage and not a hiccup. */
const outageAfter = 3;

/** How replies reach people through the Official Account, which lets nothing be removed. */
export function oaSender({ sendText, keeper, words, alarms, onRefusal, now }: Options): Sender {
  let unsent = 0;

  /** Sends with a token that holds: once more when Zalo no longer takes the one we have. */
  async function sendWith(held: Held, person: string, text: string): Promise<Answer> {
    const answer = await sendText(held.token, person, text);
    if (answer.kind !== 'refusal' || answer.meaning !== 'token') return answer;
    const fresh = await keeper.renew(held.version);
    return fresh === null ? answer : sendText(fresh.token, person, text);
  }

  function resultOf(answer: Answer): SendResult {
    unsent = answer.kind === 'down' ? unsent + 1 : 0;
    if (unsent >= outageAfter) alarms.raise('down');
    if (answer.kind === 'sent') {
      alarms.clear('down');
      return { kind: 'sent', ids: [] };
    }
    if (answer.kind === 'down')
      return { kind: 'retry', afterSeconds: troubleSeconds, ...(answer.unsure ? { unsure: true } : {}) };
    onRefusal(answer.code);
    return refusal(answer.meaning, answer.afterSeconds);
  }

  function refusal(meaning: Meaning, afterSeconds: number | null): SendResult {
    switch (meaning) {
      case 'flood':
        return { kind: 'retry', afterSeconds: afterSeconds ?? floodSeconds };
      case 'token':
        alarms.raise('token');
        return { kind: 'retry', afterSeconds: tokenSeconds };
      case 'stop':
      case 'window':
        return { kind: 'gone' };
      case 'night':
        alarms.raise('night');
        return { kind: 'retry', afterSeconds: secondsUntilMorning(now()) };
      case 'quota':
      case 'disabled':
      case 'configuration':
      case 'billing':
        alarms.raise(meaning);
        return { kind: 'retry', afterSeconds: operatorSeconds };
      case 'refused':
        alarms.raise('message-refused');
        return { kind: 'refused' };
    }
  }

  return {
    render: (reply) => render(reply, words),
    renderErased: (reply) => renderErased(reply, words),

    async send(address, { text }) {
      const to = decodeAddress(address);
      // Only this message is let go: whoever wrote since has an address of their own.
      if (!isWithinWindow(to, now())) return { kind: 'refused' };
      const held = await keeper.access();
      if (held === null) return { kind: 'retry', afterSeconds: tokenSeconds };
      return resultOf(await sendWith(held, to.person, `${text}`));
    },
  };
}
