import type { ModelPlace } from '../../src/core/clearance/clear.ts';
import { commonsOf } from '../../src/core/clearance/redact.ts';
import { type Ground, ground } from '../../src/core/grounding.ts';
import type { ModelUse } from '../../src/core/model-use.ts';
import { type Model, type ModelTrouble, openModel } from '../../src/model/open.ts';
import type { Parts } from '../../src/turn/parts.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { library, makeParts } from '../fakes.ts';
import { type Chat, type FakeOpenAI, fakeOpenAI, honest } from './fake-openai.ts';

export const commons = commonsOf(library);

/** Counts of a day in a map. */
export function memoryUse(): ModelUse & { days: Map<string, Record<string, number>> } {
  const days = new Map<string, Record<string, number>>();
  return {
    days,
    async add(day, counts) {
      const all = days.get(day) ?? {};
      for (const [what, many] of Object.entries(counts)) all[what] = (all[what] ?? 0) + many;
      days.set(day, all);
      return { ...all };
    },
  };
}

export type House = {
  server: FakeOpenAI;
  model: Model;
  turn: ReturnType<typeof makeTurn>;
  parts: ReturnType<typeof makeParts>;
  trouble: ModelTrouble[];
  close: () => Promise<void>;
};

type Options = Partial<Parameters<typeof openModel>[0]> & {
  ground?: Ground;
  chat?: Chat;
  place?: ModelPlace;
  parts?: Partial<Parts>;
};

/** A whole turn over the real content with a model on a local server. */
export async function openHouse({ chat = honest, parts: given = {}, ...options }: Options = {}): Promise<House> {
  const server = await fakeOpenAI(chat);
  const trouble: ModelTrouble[] = [];
  const model = openModel({
    baseUrl: server.url,
    apiKey: 'key-of-a-test',
    model: 'fake',
    place: { location: 'own' },
    // Tests prove what happens, not how fast: a busy machine must not change it.
    budgetMs: 300_000,
    atOnce: 4,
    limits: { tokens: 1e9, cost: null },
    promptsDir: new URL('../../prompts', import.meta.url).pathname,
    use: memoryUse(),
    embedding: null,
    hearing: null,
    secondEarMs: null,
    onProgress: () => {},
    today: () => '2026-11-24',
    onTrouble: (code) => trouble.push(code),
    ...options,
  });
  const parts = makeParts({
    writing: { commons, ground: options.ground ?? ground, ...model },
    ...given,
  });
  return { server, model, turn: makeTurn(parts), parts, trouble, close: server.close };
}

/** A question that is answered from search, not outright, so that a model is asked. */
export const ordinary = 'vợ chồng ly hôn thì tài sản chung chia thế nào';
