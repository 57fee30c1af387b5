import type { Incoming, Mailbox, Sender } from '../../src/core/mailbox.ts';
import type { Reply } from '../../src/core/reply.ts';
import { replies } from '../fakes.ts';

const trouble: Reply = {
  bubbles: replies.get('trouble').bubbles,
  citations: [],
  offers: [],
  outcome: 'trouble',
  level: 'none',
  types: [],
  subject: 'none',
  helpOffered: true,
  welcome: null,
};

/** What a turn left, as far as a mailbox must know. */
export type Turned = { reply: Reply; erased: boolean };

export type MemoryMailbox = Mailbox & {
  taken: Incoming[];
  gone: (contact: string) => Promise<void>;
  gonePeople: string[];
  /** Resolves when all that was taken is answered. */
  settled(): Promise<void>;
};

/** A mailbox that keeps all in memory and does at once what the durable one does in its own time. */
export function memoryMailbox(turn: (incoming: Incoming) => Promise<Turned>, sender: () => Sender): MemoryMailbox {
  const seen = new Set<string>();
  const ids = new Map<string, string[]>();
  const lanes = new Map<string, Promise<void>>();
  const taken: Incoming[] = [];
  const gonePeople: string[] = [];

  async function answer(incoming: Incoming): Promise<void> {
    const { contact } = incoming.update;
    const { address } = incoming;
    const known = ids.get(contact) ?? [];
    ids.set(contact, known);
    known.push(...incoming.messageIds);
    const { reply, erased } = await turn(incoming).catch(() => ({ reply: trouble, erased: false }));
    const out = sender();
    let messages = out.render(reply);
    if (erased) {
      const all = known.splice(0);
      const { remove } = out;
      const removed = remove ? await again(() => remove(address, all)) : ({ kind: 'gone' } as const);
      const left = removed.kind === 'removed' ? removed.left : all.length;
      messages = out.renderErased?.(reply, { known: all.length, left }) ?? messages;
    }
    for (const message of messages) {
      const sent = await again(() => out.send(address, message));
      if (sent.kind === 'sent') known.push(...sent.ids);
    }
  }

  return {
    taken,
    gonePeople,
    async accept(incoming) {
      if (seen.has(incoming.update.id)) return 'seen';
      seen.add(incoming.update.id);
      taken.push(incoming);
      const { contact } = incoming.update;
      const before = lanes.get(contact) ?? Promise.resolve();
      lanes.set(
        contact,
        before.then(() => answer(incoming)).catch(() => {}),
      );
      return 'taken';
    },
    async gone(contact) {
      gonePeople.push(contact);
    },
    async settled() {
      await Promise.all(lanes.values());
    },
  };
}

/** Tries until it is no longer "not now"; never waits as long as it is told, so that tests are quick. */
async function again<R extends { kind: string }>(work: () => Promise<R>): Promise<R> {
  for (let tries = 0; ; tries++) {
    const result = await work();
    if (result.kind !== 'retry' || tries > 20) return result;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
