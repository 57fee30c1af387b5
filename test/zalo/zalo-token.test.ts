import { afterEach, describe, expect, test } from 'vitest';
import { makeAlarms } from '../../src/channels/zalo/alarms.ts';
import { zaloHttp } from '../../src/channels/zalo/http.ts';
import { encodeAddress } from '../../src/channels/zalo/oa/address.ts';
import { type Keeper, makeKeeper } from '../../src/channels/zalo/oa/keeper.ts';
import { oauth } from '../../src/channels/zalo/oa/oauth.ts';
import { operatorWords } from '../../src/channels/zalo/oa/words.ts';
import type { TokenStore } from '../../src/core/oa-tokens.ts';
import { makeSeal } from '../../src/postgres/mailbox/seal.ts';
import { postgresTokens } from '../../src/postgres/oa-tokens.ts';
import type { Database } from '../../src/postgres/open.ts';
import { engines, openAt, openEmpty, until, usualKey } from '../worker/house.ts';
import { memoryTokens, type OaHouse, openOaHouse, pairOf } from './oa-house.ts';
import { type OaPeer, openOaPeer } from './oa-peer.ts';

const an = '501501501';
const minutes = 60_000;
const hours = 60 * minutes;
const login = 'npm run zalo:login';
let ends: Array<() => Promise<unknown>> = [];

afterEach(async () => {
  for (const end of ends.reverse()) await end();
  ends = [];
});

async function openPeer(): Promise<OaPeer> {
  const peer = await openOaPeer();
  ends.push(() => peer.close());
  return peer;
}

/** One replica's keeper, with a clock of its own. */
function keeperOf(peer: OaPeer, store: TokenStore, clock = { now: new Date() }) {
  const told: string[] = [];
  const now = () => clock.now;
  const keeper: Keeper = makeKeeper({
    store,
    oauth: oauth(zaloHttp(peer.url, { once: true }), peer, now),
    alarms: makeAlarms(operatorWords, { tell: (line) => told.push(line), onTrouble: () => {}, nowMs: () => +now() }),
    now,
    checkMs: 50,
  });
  ends.push(() => keeper.stop());
  const later = (ms: number) => {
    clock.now = new Date(clock.now.getTime() + ms);
  };
  return { keeper, told, later };
}

describe('one keeper', () => {
  test('refreshes early, and the new pair is stored before anybody uses it', async () => {
    const peer = await openPeer();
    const store = memoryTokens(pairOf(peer));
    const old = peer.current;
    const { keeper, told, later } = keeperOf(peer, store);
    keeper.start();
    await until(() => told.length > 0);
    expect((await keeper.access())?.token).toBe(old.access);
    expect(peer.refreshes).toEqual([]);
    later(19 * hours);
    store.failing = 3;
    await until(() => told.some((line) => line.includes('không cất được')));
    // Zalo has given a new pair, and it is not stored: the old token serves.
    expect(peer.current.access).not.toBe(old.access);
    expect((await keeper.access())?.token).toBe(old.access);
    await until(async () => (await keeper.access())?.token === peer.current.access);
    expect(store.kept()).toMatchObject({ version: 2, refresh: 'idle', tokens: peer.current });
    expect(peer.refreshes).toEqual([{ token: old.refresh, outcome: 'granted' }]);
  });

  test('before the first login, and when the key has changed, the operator is told to log in', async () => {
    const peer = await openPeer();
    const store = memoryTokens(null);
    const { keeper, told } = keeperOf(peer, store);
    keeper.start();
    await until(() => told.length > 0);
    expect(told[0]).toContain(login);
    expect(await keeper.access()).toBeNull();
    await store.replace(pairOf(peer));
    await until(async () => (await keeper.access()) !== null);
    await until(() => told.length > 1);
    expect(told.at(-1)).toContain('còn tốt');
  });

  test('an answer that was lost: the old token serves, the operator is told, and it is shown again only at the end', async () => {
    const peer = await openPeer();
    const store = memoryTokens(pairOf(peer));
    const { keeper, told, later } = keeperOf(peer, store);
    const old = peer.current.access;
    peer.fail('access_token', { lost: true, times: 1 });
    later(20 * hours);
    keeper.start();
    await until(() => told.some((line) => line.includes('đứt giữa chừng') && line.includes(login)));
    expect(store.kept()?.refresh).toBe('begun');
    expect((await keeper.access())?.token).toBe(old);
    later(4 * hours);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(peer.refreshes).toHaveLength(1);
    expect((await keeper.access())?.token).toBe(old);
    // Nothing is lost any more: it is tried, and Zalo says that it was spent.
    later(55 * minutes);
    await until(() => told.some((line) => line.includes('-14020') && line.includes(login)));
    expect(peer.refreshes.map(({ outcome }) => outcome)).toEqual(['granted', 'reused']);
    expect((await keeper.access())?.token).toBe(old);
    later(6 * minutes);
    expect(await keeper.access()).toBeNull();
    expect(peer.refreshes).toHaveLength(2);
  });

  test('an answer that was lost before Zalo did anything: the last try brings a new pair', async () => {
    const peer = await openPeer();
    const store = memoryTokens(pairOf(peer));
    const { keeper, told, later } = keeperOf(peer, store);
    peer.fail('access_token', { code: 502, body: '<html>', times: 1 });
    later(20 * hours);
    keeper.start();
    await until(() => told.some((line) => line.includes('đứt giữa chừng')));
    later(4 * hours + 55 * minutes);
    await until(async () => (await keeper.access())?.token === peer.current.access);
    await until(() => told.at(-1)?.includes('còn tốt') === true);
  });

  test('a login meanwhile ends all of it', async () => {
    const peer = await openPeer();
    const store = memoryTokens(pairOf(peer));
    const { keeper, told, later } = keeperOf(peer, store);
    peer.fail('access_token', { lost: true, times: 1 });
    later(20 * hours);
    keeper.start();
    await until(() => told.some((line) => line.includes('đứt giữa chừng')));
    await store.replace(pairOf(peer, 90_000, new Date(Date.now() + 20 * hours)));
    await until(async () => (await keeper.access())?.token === peer.current.access);
    await until(() => told.at(-1)?.includes('còn tốt') === true);
  });

  test('out of reach, or refused: the token is not spent, and the operator is told long before the end', async () => {
    const peer = await openPeer();
    const store = memoryTokens(pairOf(peer));
    const { keeper, told, later } = keeperOf(peer, store);
    peer.fail('access_token', { code: 200, body: '{"error":-14099}', times: 1 });
    later(20 * hours);
    keeper.start();
    await until(() => told.some((line) => line.includes('không cho đổi khóa')));
    expect(store.kept()?.refresh).toBe('idle');
    later(2 * hours);
    await until(async () => (await keeper.access())?.token === peer.current.access);
    const silent = keeperOf({ ...peer, url: 'http://127.0.0.1:9' }, memoryTokens(pairOf(peer)));
    silent.later(23 * hours);
    silent.keeper.start();
    await until(() => silent.told.some((line) => line.includes('sắp hết hạn') && line.includes(login)));
    expect(silent.told.some((line) => line.includes('không nối được'))).toBe(true);
    expect((await silent.keeper.access())?.token).toBe(peer.current.access);
  });

  test('a refresh token near its own end is told two weeks before', async () => {
    const peer = await openPeer();
    const refreshUntil = new Date(Date.now() + 13 * 24 * hours);
    const { keeper, told } = keeperOf(peer, memoryTokens({ ...pairOf(peer), refreshUntil }));
    keeper.start();
    await until(() => told.length > 0);
    expect(told[0]).toContain('dưới 14 ngày');
  });
});

describe('a token that Zalo no longer takes', () => {
  let house: OaHouse;
  const address = () => encodeAddress({ person: an, wroteAt: Date.now() });
  const open = async () => {
    house = await openOaHouse();
    ends.push(() => house.close());
    await house.say(an, 'chào');
  };

  test('is refreshed once, and the message goes with the new one', async () => {
    await open();
    const old = house.peer.current.access;
    house.peer.revoke();
    expect((await house.say(an, 'bao nhiêu tuổi được kết hôn')).join()).toContain('Nam từ đủ 20 tuổi');
    expect(house.peer.refreshes).toHaveLength(1);
    expect(house.peer.sends.slice(-2).map(({ access }) => access)).toEqual([old, house.peer.current.access]);
  });

  test.each([-216, -220])('%d again with a new one is not tried for ever', async (code) => {
    await open();
    house.peer.refuse(code, 2);
    expect(await house.oa.sender.send(address(), { text: 'a' })).toEqual({ kind: 'retry', afterSeconds: 30 });
    expect(house.peer.refreshes).toHaveLength(1);
    expect(house.told.at(-1)).toContain(login);
  });

  test('many messages at once refresh once', async () => {
    await open();
    house.peer.revoke();
    const sent = await Promise.all(Array.from({ length: 8 }, () => house.oa.sender.send(address(), { text: 'a' })));
    expect(sent.filter(({ kind }) => kind === 'sent')).toHaveLength(8);
    expect(house.peer.refreshes).toHaveLength(1);
  });
});

describe('stopping', () => {
  test('finishes a refresh that was begun: cut off, nobody would know whether it was spent', async () => {
    const peer = await openPeer();
    const store = memoryTokens(pairOf(peer));
    const { keeper, later } = keeperOf(peer, store);
    peer.holdRefresh();
    later(20 * hours);
    keeper.start();
    await until(() => peer.refreshes.length === 1);
    const stopped = keeper.stop();
    peer.releaseRefresh();
    await stopped;
    expect(store.kept()).toMatchObject({ version: 2, refresh: 'idle', tokens: peer.current });
  });
});

describe.each(engines)('in the %s database', (engine) => {
  const seal = makeSeal(usualKey, 'tokens');
  const storeOn = ({ pool, kind }: Database, peer: OaPeer) => postgresTokens(pool, kind, seal, peer.appId);
  const open = async () => {
    const database = await openEmpty(engine);
    await database.pool.query('truncate zalo_oa_token');
    ends.push(() => database.close());
    return database;
  };

  test('the tokens are sealed, and open with no other key', async () => {
    const [database, peer] = [await open(), await openPeer()];
    const store = storeOn(database, peer);
    expect(await store.load()).toBe('none');
    const pair = pairOf(peer);
    await store.replace(pair);
    expect(await store.load()).toEqual({ version: 1, tokens: pair, refresh: 'idle' });
    const { rows } = await database.pool.query(
      'select t::text as row, encode(sealed, $1) as raw from zalo_oa_token t',
      ['escape'],
    );
    expect(JSON.stringify(rows)).not.toMatch(/acc-gia|ref-gia/);
    const other = postgresTokens(database.pool, database.kind, makeSeal('another key', 'tokens'), peer.appId);
    expect(await other.load()).toBe('unreadable');
    const { keeper, told } = keeperOf(peer, other);
    keeper.start();
    await until(() => told.length > 0);
    expect(told[0]).toContain(login);
  });

  test('a pair that is no longer current is neither begun nor replaced', async () => {
    const [database, peer] = [await open(), await openPeer()];
    const store = storeOn(database, peer);
    await store.replace(pairOf(peer));
    expect(await store.begin(1)).toBe(true);
    expect(await store.begin(1)).toBe(false);
    const pair = pairOf(peer);
    await store.store(1, pair);
    expect(await store.begin(1)).toBe(false);
    await store.store(1, { ...pair, access: 'cu' });
    expect(await store.load()).toEqual({ version: 2, tokens: pair, refresh: 'idle' });
  });
});

describe.skipIf(engines.length < 2)('two replicas on one server', () => {
  const seal = makeSeal(usualKey, 'tokens');
  async function openTwo() {
    const first = await openEmpty('postgres');
    const second = await openAt(first.url ?? '');
    const peer = await openPeer();
    ends.push(() => first.close().catch(() => {}));
    ends.push(() => second.close());
    const stores = [first, second].map(({ pool, kind }) => postgresTokens(pool, kind, seal, peer.appId));
    const [one, other] = stores as [TokenStore, TokenStore];
    await one.replace(pairOf(peer));
    return { peer, one, other, first };
  }

  /** Both find out at the same moment that the token does not hold, a few times over. */
  async function race(peer: OaPeer, one: TokenStore, other: TokenStore): Promise<void> {
    const keepers = [keeperOf(peer, one), keeperOf(peer, other)].map(({ keeper }) => keeper);
    for (let round = 1; round <= 5; round++) {
      const held = await Promise.all(keepers.map((keeper) => keeper.access()));
      expect(new Set(held.map((one) => one?.token)).size).toBe(1);
      await Promise.all(keepers.map((keeper) => keeper.renew(held[0]?.version ?? 0)));
      for (const keeper of keepers)
        await until(async () => (await keeper.renew(held[0]?.version ?? 0))?.token === peer.current.access);
    }
  }

  test('refreshing at the same moment spend one token', async () => {
    const { peer, one, other } = await openTwo();
    await race(peer, one, other);
    expect(peer.refreshes.map(({ outcome }) => outcome)).toEqual(Array(5).fill('granted'));
  });

  test('the race would show: without the lock and the note, a token is spent twice', async () => {
    const { peer, one, other } = await openTwo();
    const careless = (store: TokenStore): TokenStore => ({
      ...store,
      alone: (work) => work(),
      begin: async () => true,
    });
    peer.holdRefresh();
    const keepers = [careless(one), careless(other)].map((store) => keeperOf(peer, store).keeper);
    await Promise.all(keepers.map((keeper) => keeper.access()));
    const both = Promise.all(keepers.map((keeper) => keeper.renew(1)));
    await until(() => peer.refreshes.length === 2);
    peer.releaseRefresh();
    await both;
    expect(peer.refreshes.map(({ outcome }) => outcome)).toEqual(['granted', 'reused']);
  });

  test('one that died between refreshing and storing: the other serves the old token and names the login', async () => {
    const { peer, one, other, first } = await openTwo();
    const old = peer.current;
    // Zalo has granted a new pair; the process dies before it is stored, and its connections with it.
    void one
      .alone(async () => {
        await one.begin(1);
        await oauth(zaloHttp(peer.url, { once: true }), peer, () => new Date()).refresh(old.refresh);
        await new Promise<void>((resolve) => {
          ends.push(async () => resolve());
        });
      })
      .catch(() => {});
    await until(() => peer.current.access !== old.access);
    const { keeper, told } = keeperOf(peer, other);
    keeper.start();
    const { rows } = await (await openSame(first)).query(
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 2242023`,
    );
    expect(rows).toHaveLength(1);
    await until(() => told.some((line) => line.includes('đứt giữa chừng') && line.includes(login)));
    expect((await keeper.access())?.token).toBe(old.access);
    expect(peer.refreshes).toHaveLength(1);
  });

  async function openSame(database: Database & { url?: string }) {
    const same = await openAt(database.url ?? '');
    ends.push(() => same.close());
    return same.pool;
  }
});
