import type { Sender } from '../../../core/mailbox.ts';
import { render, renderErased, type Words } from '../render.ts';
import type { Answer, BotApi } from './api.ts';

type Options = { api: BotApi; words: Words; onAnswer: (answer: Answer) => void };

/** While Zalo is away or the token does not hold. */
const troubleSeconds = 5;
const unauthorisedSeconds = 60;

/** How replies reach people through the Bot Platform, which lets nothing be removed. */
export function botSender({ api, words, onAnswer }: Options): Sender {
  return {
    render: (reply) => render(reply, words),
    renderErased: (reply) => renderErased(reply, words),

    async send(address, { text }) {
      const answer = await api('sendMessage', { chat_id: address, text });
      onAnswer(answer);
      switch (answer.kind) {
        case 'ok':
          return { kind: 'sent', ids: [] };
        case 'refused':
          return { kind: 'refused' };
        case 'quota':
          return { kind: 'retry', afterSeconds: answer.afterSeconds };
        case 'unauthorised':
          return { kind: 'retry', afterSeconds: unauthorisedSeconds };
        case 'nothing':
          return { kind: 'retry', afterSeconds: troubleSeconds, unsure: true };
        case 'down':
          return { kind: 'retry', afterSeconds: troubleSeconds, ...(answer.unsure ? { unsure: true } : {}) };
      }
    },

    async busy(address) {
      await api('sendChatAction', { chat_id: address, action: 'typing' });
    },
  };
}
