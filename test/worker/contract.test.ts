import { openQueue, type Queue } from '../../src/queue.ts';
import type { Thought } from '../../src/turn/turn.ts';
import { contract, type Door, type Turn } from '../channels/contract.ts';
import { replies } from '../fakes.ts';
import { telegramDoor } from '../telegram/door.ts';
import { openHouse } from '../telegram/house.ts';
import { count, openEmpty, until, usualKey } from './house.ts';

// The contract of channels once more, from a local Telegram through the durable queue and back.
contract('Telegram over the durable queue', async (turn): Promise<Door> => {
  const database = await openEmpty('embedded');
  const house = await openHouse({ byWebhook: true, started: false });
  const queue: Queue = await openQueue({
    bot: { database, replies, turn, thinking: { think: thinkingOf(turn), record: async () => {} } },
    senders: new Map([['telegram', house.telegram.sender]]),
    queueKey: [usualKey],
    onTrouble: () => {},
    pace: { pollMs: 50, sweepMs: 100, waitedSeconds: 1, backoffSeconds: () => 0.02 },
  });
  const { api } = house;
  house.telegram.start(queue);
  await api.until('connected', () => house.told.length > 0);
  const waiting = async () => (await count(database, 'inbox')) + (await count(database, 'outbox'));
  const delivered = async (act: () => void) => {
    const acks = api.delivery.acks.length;
    act();
    await api.until('delivered', () => api.delivery.acks.length > acks);
    await until(async () => (await waiting()) === 0);
  };
  return telegramDoor(house, { answered: delivered, delivered, taken: waiting }, async () => {
    await house.telegram.stop();
    await queue.stop();
    await house.close();
  });
});

/** A turn that keeps its own state, as the queue wants to see it. */
function thinkingOf(turn: Turn) {
  return async (update: Parameters<Turn>[0]): Promise<Thought> => {
    const reply = await turn(update);
    const at = new Date();
    const { content, contact, channel } = update;
    if (content.kind === 'choice' && content.choice.kind === 'erase')
      return { reply, record: null, at, ordinary: false };
    const { outcome, level } = reply;
    const fact = { bucket: at, channel, topic: null, document: null, outcome, level, latencyMs: 1, feedback: null };
    return { reply, record: { contact, next: { stage: 'new' }, fact }, at, ordinary: false };
  };
}
