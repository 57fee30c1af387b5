import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Running } from '../core/running.ts';
import { labelled } from './label.ts';

/** What is read from elsewhere when somebody asks for the figures; a part that cannot be read is left out. */
export type Readings = {
  running: Running;
  waiting: { inbox: number; outbox: number; oldestSeconds: number } | null;
  /** Counts by name: what waits for approval, what of the directory is overdue, what a model was used for. */
  approvals: number;
  directory: Record<string, number>;
  model: Record<string, number>;
  passages: number;
};

export type Metrics = {
  /** A turn ended; `trouble` when the person was told of trouble. Neither level nor outcome: both would tell of a person. */
  turn: (channel: string, trouble: boolean, seconds: number) => void;
  trouble: (code: string) => void;
  request: (door: string, status: number) => void;
  /** All figures in the form of Prometheus. */
  text: () => Promise<string>;
  type: string;
};

/** Counts of one replica. Nothing in them stands for one person: no words, no ids, no levels, labels from closed lists. */
export function makeMetrics(read: () => Promise<Readings>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name: `hoa_ban_${name}`, help, labelNames, registers });
  const turns = new Counter({
    name: 'hoa_ban_turns_total',
    help: 'Turns, by channel and whether the person was told of trouble',
    labelNames: ['channel', 'ended'],
    registers,
  });
  const seconds = new Histogram({
    name: 'hoa_ban_turn_seconds',
    help: 'How long turns took, without waiting and sending',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const troubles = new Counter({
    name: 'hoa_ban_trouble_total',
    help: 'Trouble, by code',
    labelNames: ['code'],
    registers,
  });
  const requests = new Counter({
    name: 'hoa_ban_requests_total',
    help: 'Requests, by door and kind of status',
    labelNames: ['door', 'status'],
    registers,
  });
  const up = gauge('part_up', 'Whether a part works: 1 or 0', ['part']);
  const waiting = gauge('waiting', 'Rows that wait in the queue', ['box']);
  const oldest = gauge('waiting_oldest_seconds', 'How long the oldest due row of the queue has waited');
  const passages = gauge('passages', 'Passages of the knowledge');
  const approvals = gauge('approvals_awaited', 'Fixed texts that nobody approved yet');
  const directory = gauge('directory_alarms', 'Entries of the services directory to see to, by kind', ['what']);
  const model = gauge('model_use_today', 'What a language model was used for today, by kind', ['kind']);
  const codes = labelled(200);

  const collect = async () => {
    const { running, waiting: rows, ...known } = await read();
    const { leaving, ...parts } = running;
    for (const [part, works] of Object.entries({ ...parts, serving: !leaving }))
      if (works !== null) up.set({ part }, works ? 1 : 0);
    waiting.reset();
    oldest.reset();
    if (rows) {
      waiting.set({ box: 'inbox' }, rows.inbox);
      waiting.set({ box: 'outbox' }, rows.outbox);
      oldest.set(rows.oldestSeconds);
    }
    passages.set(known.passages);
    approvals.set(known.approvals);
    directory.reset();
    for (const [what, count] of Object.entries(known.directory)) directory.set({ what: codes(what) }, count);
    model.reset();
    for (const [kind, count] of Object.entries(known.model)) model.set({ kind: codes(kind) }, count);
  };
  return {
    turn(channel, trouble, took) {
      turns.inc({ channel: codes(channel), ended: trouble ? 'trouble' : 'answered' });
      seconds.observe(took);
    },
    trouble: (code) => troubles.inc({ code: codes(code) }),
    request: (door, status) => requests.inc({ door: codes(door), status: `${Math.floor(status / 100)}xx` }),
    async text() {
      await collect();
      return registry.metrics();
    },
    type: registry.contentType,
  };
}
