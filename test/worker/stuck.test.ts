import { expect, test } from 'vitest';
import type { Lanes } from '../../src/core/lanes.ts';
import { freeingLanes } from '../../src/postgres/mailbox/stuck.ts';

const hold = { contact: 'a', holder: '1/x' };

test('a lane that could not be given back is freed when the database is there again, once', async () => {
  let away = true;
  const freed: unknown[] = [];
  const sql = {
    async query({ values }: { values: unknown[] }) {
      if (away) throw new Error('away');
      freed.push(values[0]);
      return { rows: [] };
    },
  };
  const leave = async () => {
    if (away) throw new Error('away');
    return false;
  };
  const { lanes, free } = freeingLanes(sql as never, { leave } as unknown as Lanes);
  await free();
  await expect(lanes.leave(hold)).rejects.toThrow('away');
  await expect(free()).rejects.toThrow('away');
  away = false;
  await free();
  await free();
  expect(freed).toEqual([['1/x']]);
});

test('a lane that was given back after all needs no freeing', async () => {
  let away = true;
  const freed: unknown[] = [];
  const sql = { query: async ({ values }: { values: unknown[] }) => ({ rows: [freed.push(values)] }) };
  const leave = async () => {
    if (away) throw new Error('away');
    return false;
  };
  const { lanes, free } = freeingLanes(sql as never, { leave } as unknown as Lanes);
  await expect(lanes.leave(hold)).rejects.toThrow();
  away = false;
  await lanes.leave(hold);
  await free();
  expect(freed).toEqual([]);
});

test('a lane of which it is not known whether it was taken is freed too', async () => {
  const freed: unknown[] = [];
  const sql = { query: async ({ values }: { values: unknown[] }) => ({ rows: [freed.push(values[0])] }) };
  const { doubt, free } = freeingLanes(sql as never, {} as Lanes);
  doubt(['1/x', '1/y']);
  await free();
  await free();
  expect(freed).toEqual([['1/x', '1/y']]);
});
