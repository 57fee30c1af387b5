import { expect, test } from 'vitest';
import { modelConfig } from '../../src/model-config.ts';

const own = { OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1', MODEL_LOCATION: 'own', MODEL_NAME: 'some-model' };

test('without key and address there is no model', () => {
  expect(modelConfig({})).toEqual({ kind: 'off' });
  expect(modelConfig({ MODEL_LOCATION: 'own' })).toEqual({ kind: 'off' });
});

test("a server of the operator's needs no key", () => {
  expect(modelConfig(own)).toMatchObject({ kind: 'on', place: { location: 'own' }, budgetMs: 8_000 });
});

test('abroad works once the transfer file is lodged', () => {
  const abroad = { OPENAI_API_KEY: 'secret-key', MODEL_LOCATION: 'abroad' };
  expect(modelConfig(abroad)).toMatchObject({ kind: 'unusable' });
  expect(modelConfig({ ...abroad, MODEL_TRANSFER_FILE: '12/HS, 20/11/2026' })).toMatchObject({
    kind: 'on',
    place: { location: 'abroad', filed: true },
  });
});

test.each([
  [{ OPENAI_API_KEY: 'secret-key' }, 'MODEL_LOCATION'],
  [{ OPENAI_API_KEY: 'secret-key', MODEL_LOCATION: 'own' }, 'OPENAI_BASE_URL'],
  [{ ...own, OPENAI_BASE_URL: 'https://api.openai.com/v1' }, 'OPENAI_BASE_URL'],
  [{ ...own, OPENAI_BASE_URL: 'http://mo-hinh.example/v1' }, 'https://'],
  [{ ...own, MODEL_NAME: undefined }, 'MODEL_NAME'],
  [{ ...own, MODEL_LOCATION: 'đâu đó' }, 'own, vn'],
  [{ ...own, MODEL_BUDGET_MS: '20000' }, 'MODEL_BUDGET_MS'],
  [{ ...own, MODEL_DAILY_COST: '5' }, 'MODEL_PRICE_IN'],
  [{ ...own, LANGSMITH_TRACING: 'true' }, 'LANGSMITH_TRACING'],
  [{ ...own, LANGCHAIN_TRACING_V2: '1' }, 'LANGCHAIN_TRACING_V2'],
  [{ ...own, OPENAI_LOG: 'debug' }, 'OPENAI_LOG'],
])('a setting that cannot work leaves the bot without a model, and says what to do (%#)', (given, named) => {
  const config = modelConfig(given);
  expect(config).toMatchObject({ kind: 'unusable' });
  if (config.kind !== 'unusable') return;
  expect(config.why).toContain(named);
  expect(config.why).not.toContain('secret-key');
});
