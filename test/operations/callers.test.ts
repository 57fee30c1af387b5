import { connect } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { type Belongs, callerAddress, networkOf, networks } from '../../src/caller-address.ts';
import { makeCallers } from '../../src/callers.ts';
import { parseConfig } from '../../src/config.ts';
import { listen } from '../../src/http.ts';

const trusting = (...list: string[]) => networks(list) as Belongs;
const nobody = trusting();

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['no proxy', '203.0.113.9', undefined, [], '203.0.113.9'],
  ['a caller who writes the header', '203.0.113.9', '198.51.100.1', [], '203.0.113.9'],
  ['a named proxy', '10.0.0.2', '203.0.113.9', ['10.0.0.2'], '203.0.113.9'],
  [
    'a named proxy that took over what the caller wrote',
    '10.0.0.2',
    '1.1.1.1, 203.0.113.9',
    ['10.0.0.0/8'],
    '203.0.113.9',
  ],
  ['two proxies', '10.0.0.2', '1.1.1.1, 203.0.113.9, 10.9.9.9', ['10.0.0.0/8'], '203.0.113.9'],
  ['the IPv6 form of an IPv4 proxy', '::ffff:10.0.0.2', '203.0.113.9', ['10.0.0.2'], '203.0.113.9'],
  ['a port', '10.0.0.2', '203.0.113.9:4711', ['10.0.0.2'], '203.0.113.9'],
  ['brackets, a port and a zone', '10.0.0.2', '[2001:db8::1%eth0]:80', ['10.0.0.2'], '2001:db8::1'],
])('%s', (_how, peer, forwarded, list, address) => {
  expect(callerAddress(peer, forwarded, trusting(...list))).toEqual({ kind: 'known', address });
});

test('where a request came from is not guessed', () => {
  expect(callerAddress(undefined, '1.1.1.1', nobody)).toEqual({ kind: 'unknown' });
  expect(callerAddress('10.0.0.2', undefined, trusting('10.0.0.2'))).toEqual({ kind: 'unknown' });
  expect(callerAddress('10.0.0.2', 'unknown', trusting('10.0.0.2'))).toEqual({ kind: 'unknown' });
  // A proxy nobody named: all people would count as one.
  for (const peer of ['127.0.0.1', '::1', '172.20.0.4', 'fd00::2'])
    expect(callerAddress(peer, '203.0.113.9', nobody)).toEqual({ kind: 'unnamed-proxy' });
  // A proxy on this machine may write no such header at all.
  expect(callerAddress('127.0.0.1', undefined, nobody)).toEqual({ kind: 'unknown' });
  expect(callerAddress('172.20.0.4', undefined, nobody)).toEqual({ kind: 'known', address: '172.20.0.4' });
});

test('IPv6 is counted by what one household has, IPv4 whole', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
  expect(networkOf('2001:db8:0:1:aaaa::1')).toBe(networkOf('2001:0db8::1:0:0:0:2'));
  expect(networkOf('2001:db8:0:1::1')).not.toBe(networkOf('2001:db8:0:2::1'));
  expect(networkOf('::1')).toBe('0:0:0:0');
});

test('a list that trusts everybody, or is none, is refused at the start', () => {
  for (const wrong of ['0.0.0.0/0', '::/0', '10.0.0.0/33', '10.0.0', 'proxy', '10.0.0.1/8/9', '10.0.0.0/x'])
    expect(() => parseConfig({ TRUSTED_PROXY: wrong })).toThrow(/TRUSTED_PROXY/);
  expect(() => parseConfig({ MESSAGES_PER_ADDRESS: '5' })).toThrow(/MESSAGES_PER_ADDRESS: phải là số từ 60/);
  expect(parseConfig({ TRUSTED_PROXY: '127.0.0.1, ::1,10.0.0.0/8' }).operations.trustedProxies).toHaveLength(3);
});

const from = (address: string, forwarded?: string) =>
  [
    new Request('http://localhost/', forwarded === undefined ? {} : { headers: { 'x-forwarded-for': forwarded } }),
    { incoming: { socket: { remoteAddress: address } } },
  ] as const;

test('an address is counted for a minute, each kind by itself, and no other address with it', () => {
  vi.useFakeTimers();
  const within = makeCallers({ isTrusted: nobody, messagesPerMinute: 3, onUnnamedProxy: () => {} });
  const send = (address: string) => within(...from(address), 'message');
  expect([1, 2, 3, 4].map(() => send('203.0.113.9'))).toEqual([true, true, true, false]);
  expect(send('203.0.113.10')).toBe(true);
  expect(within(...from('203.0.113.9'), 'page')).toBe(true);
  expect(within(...from('203.0.113.9'), 'try')).toBe(true);
  vi.advanceTimersByTime(60_000);
  expect(send('203.0.113.9')).toBe(true);
});

test('a caller gains nothing by writing the header; behind a named proxy each is counted apart', () => {
  const open = makeCallers({ isTrusted: nobody, messagesPerMinute: 1, onUnnamedProxy: () => {} });
  expect(open(...from('203.0.113.9', '1.1.1.1'), 'message')).toBe(true);
  expect(open(...from('203.0.113.9', '2.2.2.2'), 'message')).toBe(false);
  const behind = makeCallers({ isTrusted: trusting('10.0.0.2'), messagesPerMinute: 1, onUnnamedProxy: () => {} });
  expect(behind(...from('10.0.0.2', '9.9.9.9, 1.1.1.1'), 'message')).toBe(true);
  expect(behind(...from('10.0.0.2', '8.8.8.8, 1.1.1.1'), 'message')).toBe(false);
  expect(behind(...from('10.0.0.2', '2.2.2.2'), 'message')).toBe(true);
});

test('behind a proxy that nobody named nobody is turned away, and the operator is told once', () => {
  let told = 0;
  const within = makeCallers({ isTrusted: nobody, messagesPerMinute: 1, onUnnamedProxy: () => told++ });
  const answers = [1, 2, 3].map((at) => within(...from('127.0.0.1', `203.0.113.${at}`), 'message'));
  expect(answers).toEqual([true, true, true]);
  expect(told).toBe(1);
});

test('a request that comes in too slowly is cut off, an ordinary one is not', async () => {
  const served = await listen({ fetch: () => new Response('ok') }, '127.0.0.1', 0, {
    headersTimeout: 100,
    requestTimeout: 200,
    connectionsCheckingInterval: 20,
  });
  const said = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1', () => socket.write('POST / HTTP/1.1\r\nHo'));
    socket.on('data', (chunk) => (text += chunk));
    socket.on('close', () => resolve(text));
  });
  expect(said).toMatch(/^HTTP\/1\.1 408/);
  expect(await (await fetch(served.url)).text()).toBe('ok');
  await served.close();
});
