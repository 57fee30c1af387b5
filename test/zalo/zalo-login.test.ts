import { PassThrough } from 'node:stream';
import { afterEach, expect, test } from 'vitest';
import { zaloHttp } from '../../src/channels/zalo/http.ts';
import { consent, oauth } from '../../src/channels/zalo/oa/oauth.ts';
import { logIn } from '../../src/zalo-login/dialog.ts';
import { memoryTokens } from './oa-house.ts';
import { type OaPeer, openOaPeer } from './oa-peer.ts';

let peer: OaPeer;
afterEach(() => peer.close());

/** An operator at the keyboard; `types` gets the consent address and returns the lines to type. */
async function operator(types: (url: string) => Promise<string[]>, now = () => new Date()) {
  peer = await openOaPeer({ nowMs: () => now().getTime() });
  const store = memoryTokens(null);
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.on('data', (data) => {
    shown += data;
  });
  const begun = consent(peer.url, peer.appId, peer.redirectUrl);
  const done = logIn({ consent: begun, oauth: oauth(zaloHttp(peer.url), peer, now), store, input, output }).catch(
    (error) => error as Error,
  );
  const url = /http:\/\/\S+/.exec(shown)?.[0] ?? '';
  for (const line of await types(url)) input.write(`${line}\n`);
  input.end();
  return { failed: await done, shown, store, begun };
}

test('the operator agrees on the page, pastes the address, and the first tokens are kept', async () => {
  const { failed, shown, store, begun } = await operator(async (url) => [await peer.agree(url)]);
  expect(failed).toBeUndefined();
  expect(store.kept()).toMatchObject({ version: 1, refresh: 'idle', tokens: peer.current });
  expect(shown).toContain('Đã cất khóa');
  for (const secret of [peer.current.access, peer.current.refresh, peer.appSecret, begun.verifier])
    expect(shown).not.toContain(secret);
});

test('what is pasted by mistake is met with what to do, and the right address still counts', async () => {
  const { failed, shown } = await operator(async (url) => [
    'xin chào',
    '',
    `${peer.redirectUrl}?code=abc&state=cua-nguoi-khac`,
    `${peer.redirectUrl}?state=${new URL(url).searchParams.get('state')}`,
    `  ${await peer.agree(url)}  `,
  ]);
  expect(failed).toBeUndefined();
  for (const said of ['chưa phải là một địa chỉ', 'không phải của lần đăng nhập này', 'không có mã'])
    expect(shown).toContain(said);
});

test('a code of another consent is worth nothing: the verifier does not fit', async () => {
  const { failed, store } = await operator(async (url) => {
    const state = new URL(url).searchParams.get('state') ?? '';
    const stolen = new URL(await peer.agree(consent(peer.url, peer.appId, peer.redirectUrl).url));
    stolen.searchParams.set('state', state);
    return [stolen.href];
  });
  expect(String(failed)).toContain('Zalo không nhận mã này');
  expect(store.kept()).toBeNull();
});

test('a code that is too old, and a page that was closed: the operator is told to begin again', async () => {
  let now = new Date();
  const old = await operator(
    async (url) => {
      const address = await peer.agree(url);
      now = new Date(now.getTime() + 11 * 60_000);
      return [address];
    },
    () => now,
  );
  expect(String(old.failed)).toContain('npm run zalo:login');
  await peer.close();
  const closed = await operator(async () => []);
  expect(String(closed.failed)).toContain('npm run zalo:login');
});
