import type { Embeddable, EmbeddingStore } from '../core/embedding.ts';
import type { Dense } from '../core/ports.ts';
import type { Breaker } from './breaker.ts';
import type { Budget } from './budget.ts';
import { type Embedder, mostAtOnce } from './embedder.ts';
import type { Tally } from './tally.ts';

export type DenseOptions = {
  store: EmbeddingStore;
  /** For passages, which may take their time, and for a question, which may not. */
  embedders: { passages: Embedder; question: Embedder };
  breaker: Breaker;
  budget: Budget;
  tally: Tally;
  onProgress: (step: string) => void;
  /** Waits before what failed is tried again; shorter in tests. */
  waitMs?: number;
};

/** The dense arm: answers nothing until every passage has its vector. */
export type DenseArm = Dense & {
  /** Embeds what is missing, batch by batch; what is saved is never embedded again. Never rejects. */
  fill: (passages: Embeddable[]) => Promise<'ready' | 'given-up'>;
  stop: () => void;
};

const mostTries = 6;

export function makeDense(options: DenseOptions): DenseArm {
  const { store, embedders, breaker, budget, tally, onProgress, waitMs = 10_000 } = options;
  let ready = false;
  let stopped = false;
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

  async function fillOnce(passages: Embeddable[]): Promise<void> {
    const wanted = new Set(await store.missing(passages));
    const missing = passages.filter((one) => wanted.has(one.id));
    for (let at = 0; at < missing.length && !stopped; at += mostAtOnce) {
      const batch = missing.slice(at, at + mostAtOnce);
      const vectors = await embedders.passages.embed(batch.map((one) => one.text));
      await store.save(batch.map((one, each) => ({ ...one, vector: vectors[each] ?? [] })));
      tally.count('passages-embedded', batch.length);
      if (at % (mostAtOnce * 20) === 0)
        onProgress(`Đang lập chỉ mục ngữ nghĩa: ${at + batch.length}/${missing.length} đoạn`);
    }
    if (stopped) return;
    await store.finish(passages.map((one) => one.id));
    ready = true;
    if (missing.length > 0) onProgress(`Đã lập xong chỉ mục ngữ nghĩa: ${missing.length} đoạn mới.`);
  }

  return {
    async fill(passages) {
      for (let tries = 0; tries < mostTries && !stopped; tries++) {
        try {
          await fillOnce(passages);
          return ready ? 'ready' : 'given-up';
        } catch {
          await pause(waitMs * 2 ** tries);
        }
      }
      onProgress(
        'Chưa lập được chỉ mục ngữ nghĩa: máy chủ embedding không trả lời. Lần chạy sau sẽ làm tiếp phần còn lại.',
      );
      return 'given-up';
    },
    async nearest(question, k, day) {
      if (!ready || stopped || !breaker.allows()) return [];
      const text = question.outgoing();
      const settle = budget.reserve(Math.ceil(text.length / 2), 0);
      if (settle === null) return [];
      tally.count('questions-embedded');
      try {
        const [vector = []] = await embedders.question.embed([text]);
        breaker.succeeded();
        return await store.nearest(vector, k, day);
      } catch {
        breaker.failed();
        return [];
      }
    },
    stop() {
      stopped = true;
    },
  };
}
