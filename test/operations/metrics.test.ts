import { describe, expect, test } from 'vitest';
import { counted } from '../../src/metrics/counted.ts';
import { metricsDoor } from '../../src/metrics/door.ts';
import { labelled } from '../../src/metrics/label.ts';
import { makeMetrics, type Readings } from '../../src/metrics/metrics.ts';

const readings: Readings = {
  running: { leaving: false, knowledge: true, database: true, queue: null },
  waiting: { inbox: 2, outbox: 1, oldestSeconds: 7.5 },
  approvals: 3,
  directory: { 'centre-without-contact': 1 },
  model: {},
  passages: 12,
};
const make = (given: Partial<Readings> = {}) => makeMetrics(async () => ({ ...readings, ...given }));
const get = (door: ReturnType<typeof metricsDoor>, headers: Record<string, string> = {}, path = '/metrics') =>
  door.request(path, { headers });

describe('the figures', () => {
  test('count turns without level, outcome, person or word', async () => {
    const metrics = make();
    metrics.turn('web', false, 0.012);
    metrics.turn('telegram', true, 3);
    const text = await metrics.text();
    expect(text).toContain('hoa_ban_turns_total{channel="web",ended="answered"} 1');
    expect(text).toContain('hoa_ban_turns_total{channel="telegram",ended="trouble"} 1');
    expect(text).toContain('hoa_ban_turn_seconds_count 2');
    expect(text).not.toMatch(/support|emergency|concern|disclos|level/);
  });

  test('show what waits and what is to be seen to; what cannot be read is left out', async () => {
    const text = await make().text();
    expect(text).toContain('hoa_ban_waiting{box="inbox"} 2');
    expect(text).toContain('hoa_ban_waiting_oldest_seconds 7.5');
    expect(text).toContain('hoa_ban_directory_alarms{what="centre-without-contact"} 1');
    expect(text).toContain('hoa_ban_part_up{part="database"} 1');
    expect(text).not.toContain('part="queue"');
    expect(await make({ waiting: null }).text()).not.toContain('box="inbox"');
  });

  test('never grow without end, nor take a label that may hold words', async () => {
    const metrics = make();
    for (let at = 0; at < 1_000; at++) metrics.trouble(`code-${at}`);
    metrics.trouble('tối qua em bị chồng đánh');
    metrics.trouble('chat 123456789');
    const text = await metrics.text();
    expect(text.split('\n').filter((line) => line.startsWith('hoa_ban_trouble_total{')).length).toBe(201);
    expect(text).toContain('hoa_ban_trouble_total{code="other"} 802');
    expect(text).not.toMatch(/chồng|123456789/);
    expect(labelled(1)('a')).toBe('a');
  });
});

describe('the door of the figures', () => {
  test('with a token it opens to nobody else', async () => {
    const door = metricsDoor(make(), 'an invented token of the tests');
    expect((await get(door)).status).toBe(401);
    expect((await get(door, { Authorization: 'Bearer wrong' })).status).toBe(401);
    expect((await get(door, { Authorization: 'Bearer an invented token of the tests' })).status).toBe(200);
    expect((await get(door, {}, '/')).status).toBe(404);
  });

  test('on this machine alone it needs none', async () => {
    const response = await get(metricsDoor(make(), null));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('text/plain');
  });
});

test('requests are counted by door, whatever the path holds', async () => {
  const seen: Array<[string, number]> = [];
  const app = { fetch: (request: Request) => new Response('', { status: request.url.endsWith('/tin') ? 200 : 404 }) };
  const around = counted(app, { request: (door, status) => seen.push([door, status]) });
  await around.fetch(new Request('http://localhost/tin'));
  await around.fetch(new Request('http://localhost/bi-mat-123?x=y'));
  expect(seen).toEqual([
    ['message', 200],
    ['elsewhere', 404],
  ]);
});
