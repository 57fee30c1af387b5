import type { Bot, OpenOptions } from './bot.ts';
import type { Config } from './config.ts';
import { localDay } from './core/local-day.ts';
import type { Model, ModelTrouble } from './model/open.ts';
import { modelWords, noEmbeddings } from './model-words.ts';
import { embeddingStore } from './postgres/embeddings.ts';
import { modelUse } from './postgres/model-use.ts';
import type { Database } from './postgres/open.ts';

/** The model that is set up, if one may be used here. Its library is loaded only then. */
export async function openTheModel(
  { model, promptsDir }: Config,
  options: OpenOptions,
  { pool, vector }: Pick<Database, 'pool' | 'vector'>,
  recordings: Bot['recordings'],
): Promise<Model | null> {
  if (options.model === undefined || model.kind === 'off') return null;
  const { tell } = options.model;
  if (model.kind === 'unusable') {
    tell(model.why);
    return null;
  }
  const { openModel } = await import('./model/open.ts');
  // A throw-away copy would be embedded anew each time.
  const wanted = options.scratch ? null : model.embedding;
  const store = wanted && vector ? await embeddingStore(pool, wanted).catch(() => null) : null;
  if (wanted && !store) tell(noEmbeddings);
  const embedding = wanted && store && { ...wanted, store };
  const onTrouble = (code: ModelTrouble) => {
    options.onTrouble?.(code);
    const words = modelWords[code];
    if (words !== null) tell(words);
  };
  const use = modelUse(pool);
  const hearing = model.transcription === null ? null : { model: model.transcription, recordings };
  return openModel({
    ...model,
    embedding,
    hearing,
    promptsDir,
    use,
    today: () => localDay(new Date()),
    onTrouble,
    onProgress: tell,
  });
}

/** Counts that logs and metrics may hold: none of them tells how many messages had to do with harm. */
export function withoutLevels(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([what]) => !/^(?:opinion-|kept-back)/.test(what)));
}
