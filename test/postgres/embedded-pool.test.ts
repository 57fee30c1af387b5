import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { embeddedPools } from '../../src/postgres/embedded-pool.ts';
import { transaction } from '../../src/postgres/sql.ts';

let db: PGlite;
let pool: ReturnType<typeof embeddedPools>['pool'];
let urgent: typeof pool;

beforeAll(async () => {
  db = await PGlite.create();
  ({ pool, urgent } = embeddedPools(db));
  await pool.query('create table account (id int primary key, sum int not null)');
  await pool.query('insert into account values (1, 1000), (2, 1000)');
});
afterAll(async () => {
  await Promise.all([pool.end(), urgent.end()]);
  await db.close();
});

const sums = async () => (await pool.query('select sum from account order by id')).rows.map((row) => row.sum);

test('a hundred transactions at once leave a consistent sum, failed ones nothing', async () => {
  const work = Array.from({ length: 100 }, (_, at) =>
    transaction(pool, async (client) => {
      await client.query('update account set sum = sum - 1 where id = 1');
      if (at % 3 === 0) throw new Error('given up');
      await client.query('update account set sum = sum + 1 where id = 2');
    }).catch(() => {}),
  );
  const reads = Array.from({ length: 50 }, () => pool.query('select sum(sum)::int as all from account'));
  await Promise.all(work);
  for (const read of await Promise.all(reads)) expect(read.rows[0].all).toBe(2000);
  expect(await sums()).toEqual([934, 1066]);
});

test('a client given back inside a transaction is rolled back', async () => {
  const before = await sums();
  const client = await pool.connect();
  await client.query('begin');
  await client.query('update account set sum = 0');
  client.release();
  expect(await sums()).toEqual(before);
});

test('another client sees nothing of an open transaction', async () => {
  const client = await pool.connect();
  await client.query('begin');
  await client.query('update account set sum = 7 where id = 1');
  const other = pool.query('select sum from account where id = 1');
  await client.query('rollback');
  client.release();
  expect((await other).rows[0].sum).not.toBe(7);
});

test('a failed statement leaves the client usable', async () => {
  await expect(pool.query('select nonsense')).rejects.toMatchObject({ code: '42703' });
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});

test('what is urgent comes before what waits', async () => {
  const order: string[] = [];
  const client = await pool.connect();
  await client.query('begin');
  const waiting = ['a', 'b', 'c'].map((name) => pool.query('select 1').then(() => order.push(name)));
  await new Promise((resolve) => setTimeout(resolve, 20));
  const hurried = urgent.query('select 1').then(() => order.push('urgent'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  await client.query('commit');
  client.release();
  await Promise.all([...waiting, hurried]);
  expect(order).toEqual(['urgent', 'a', 'b', 'c']);
});

test('a named statement is read once for all clients', async () => {
  const text = 'select sum from account where id = $1';
  const one = await pool.connect();
  const other = await pool.connect();
  const ask = (client: typeof one) => client.query({ name: 'one account', text, values: [1] });
  expect((await ask(one)).rows).toEqual((await ask(other)).rows);
  for (const client of [one, other]) client.release();
  expect((await urgent.query({ name: 'one account', text, values: [2] })).rows).toHaveLength(1);
  const { rows } = await pool.query("select count(*)::int as n from pg_prepared_statements where name = 'one account'");
  expect(rows).toEqual([{ n: 1 }]);
});
