import { afterEach, describe, expect, test, vi } from 'vitest';
import { type WebOptions, webChannel } from '../../src/channels/web.ts';
import type { FirstLook } from '../../src/core/first-look.ts';
import type { Reply } from '../../src/core/reply.ts';
import type { Content, Update } from '../../src/core/update.ts';

const session = 'phien-thu-0123456789';
const plain: Reply = {
  bubbles: ['Nam từ đủ 20 tuổi.'],
  citations: [{ document: '52/2014/QH13', locator: 'Điều 8' }],
  offers: [{ label: 'Xem thêm', choice: { kind: 'more' } }],
  outcome: 'answer',
  level: 'none',
  types: [],
  subject: 'none',
  helpOffered: false,
  welcome: 'Mình là Hoa Ban.',
};

const card: Reply = { ...plain, bubbles: ['Gọi 113, 115, 111.'], outcome: 'help', level: 'support', helpOffered: true };
/** What these tests take for a cry for help: a word that stands for one. */
const firstLook = (content: Content): FirstLook => {
  if (content.kind !== 'text')
    return { calm: content.kind === 'choice' && content.choice.kind !== 'erase', card: null };
  const cries = content.text.reveal().includes('cứu');
  return { calm: !cries, card: cries ? card : null };
};

function open(options: Partial<WebOptions> = {}) {
  const updates: Update[] = [];
  const erased: string[] = [];
  const app = webChannel({
    turn: async (update) => {
      updates.push(update);
      return plain;
    },
    erase: async (contact) => {
      erased.push(contact);
    },
    contactKey: Buffer.alloc(32, 7),
    firstLook,
    ...options,
  });
  const post = (path: string, body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  const say = (text: string, from = session) => post('/tin', JSON.stringify({ session: from, text }));
  return { app, post, say, updates, erased };
}

const lines = (text: string) => expect(text).toMatch(/113[\s\S]*115[\s\S]*111/);

afterEach(() => {
  vi.useRealTimers();
});

describe('an answer that grows', () => {
  const ask = (app: ReturnType<typeof open>['app'], text: string) =>
    app.request('/tin', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({ session, text }),
    });
  const growing = async (_update: Update, preview?: (text: string) => void) => {
    preview?.('Nam từ đủ');
    preview?.('Nam từ đủ 20 tuổi.');
    return plain;
  };

  test('comes in pieces, the whole of it last, to a page that asks for it', async () => {
    const response = await ask(open({ turn: growing, grows: true }).app, 'x');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = (await response.text()).trim().split('\n\n');
    expect(events.map((one) => one.split('\n')[0])).toEqual(['event: preview', 'event: preview', 'event: answer']);
    expect(JSON.parse(events.at(-1)?.split('data: ')[1] ?? '')).toMatchObject({
      status: 200,
      answer: { bubbles: plain.bubbles },
    });
  });

  test('comes whole where nothing grows, or the page does not ask', async () => {
    expect(await (await ask(open({ turn: growing }).app, 'x')).json()).toMatchObject({ bubbles: plain.bubbles });
    const { say } = open({ turn: growing, grows: true });
    expect(await (await say('x')).json()).toMatchObject({ bubbles: plain.bubbles });
  });

  test('a turn that fails still ends with words that help', async () => {
    const failing = async () => {
      throw new Error('down');
    };
    lines(await (await ask(open({ turn: failing, grows: true }).app, 'x')).text());
  });
});

test('a message becomes an update from a pseudonym, and the reply comes back', async () => {
  const { say, updates } = open();
  const response = await say('bao nhieu tuoi duoc cuoi');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    bubbles: ['Nam từ đủ 20 tuổi.'],
    sources: ['Điều 8 – 52/2014/QH13'],
    offers: [{ label: 'Xem thêm', choice: 'more' }],
    welcome: 'Mình là Hoa Ban.',
    help: false,
  });
  const [update] = updates;
  expect(update?.channel).toBe('web');
  expect(update?.contact).toMatch(/^[0-9a-f]{64}$/);
  expect(update?.content.kind === 'text' && update.content.text.reveal()).toBe('bao nhieu tuoi duoc cuoi');
});

test('one session is one contact, another session another, and another key hides both', async () => {
  const { say, updates } = open();
  await say('một');
  await say('hai');
  await say('ba', 'phien-khac-0123456789');
  const other = open({ contactKey: Buffer.alloc(32, 8) });
  await other.say('một');
  const [first, second, third] = updates.map((update) => update.contact);
  expect(first).toBe(second);
  expect(third).not.toBe(first);
  expect(other.updates[0]?.contact).not.toBe(first);
  expect(new Set(updates.map((update) => update.id)).size).toBe(3);
});

test('a tap is decoded as a choice', async () => {
  const { post, updates } = open();
  await post('/tin', JSON.stringify({ session, choice: 'ask:cards/tuoi-ket-hon' }));
  expect(updates[0]?.content).toEqual({ kind: 'choice', choice: { kind: 'ask', passage: 'cards/tuoi-ket-hon' } });
});

test('sources are named the way the operator names them', async () => {
  const { say } = open({ sourceLines: () => ['Điều 8 – Luật Hôn nhân và gia đình 2014'] });
  expect(((await (await say('a')).json()) as { sources: string[] }).sources).toEqual([
    'Điều 8 – Luật Hôn nhân và gia đình 2014',
  ]);
});

const bytes = (...values: number[]) => new Uint8Array(values);
const wrongBodies: Array<[what: string, body: NonNullable<RequestInit['body']>]> = [
  ['nothing', ''],
  ['broken UTF-8', new Blob(['{"session":"phien-thu-0123456789","text":"', bytes(0xc3, 0x28, 0xff), '"}'])],
  ['half a JSON', '{"session":"phien-thu-0123456789","te'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a number', '7'],
  ['no session', JSON.stringify({ text: '<b>x</b>' })],
  ['no text', JSON.stringify({ session })],
  ['blank text', JSON.stringify({ session, text: ' \n\t ' })],
  ['text that is a number', JSON.stringify({ session, text: 5 })],
  ['text that is an object', JSON.stringify({ session, text: { a: '<b>x</b>' } })],
  ['a session of odd signs', JSON.stringify({ session: '<script>alert(1)</script>', text: 'a' })],
  ['a short session', JSON.stringify({ session: 'a', text: 'a' })],
  ['a long session', JSON.stringify({ session: 'a'.repeat(500), text: 'a' })],
  ['an unknown choice', JSON.stringify({ session, choice: 'drop<b>x</b>' })],
  ['text and choice at once', JSON.stringify({ session, text: 'a', choice: 'more' })],
  ['a foreign field', JSON.stringify({ session, text: 'a', level: 'none' })],
  ['__proto__', `{"session":"${session}","__proto__":{"text":"a"}}`],
];

test.each(wrongBodies)('%s is refused kindly, with the lines and without an echo', async (_what, body) => {
  const { post, updates } = open();
  const response = await post('/tin', body);
  const text = await response.text();
  expect(response.status).toBe(400);
  lines(text);
  expect(text).not.toMatch(/<b>|script|level|proto/);
  expect(updates).toEqual([]);
});

test('64 KB are taken, more is refused, also when its length is not declared', async () => {
  const { post, updates } = open();
  expect((await post('/tin', JSON.stringify({ session, text: 'a'.repeat(60_000) }))).status).toBe(200);
  const large = JSON.stringify({ session, text: 'a'.repeat(70_000) });
  const declared = await post('/tin', large);
  expect(declared.status).toBe(413);
  lines(await declared.text());
  const stream = new Blob([large]).stream();
  const streamed = new Request('http://localhost/tin', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: stream,
    duplex: 'half',
  } as RequestInit);
  expect((await open().app.request(streamed)).status).toBe(413);
  expect(updates).toHaveLength(1);
});

test('half a surrogate pair does not travel on', async () => {
  const { post, updates } = open();
  await post('/tin', `{"session":"${session}","text":"a\\ud800"}`);
  const content = updates[0]?.content;
  expect(content?.kind === 'text' && content.text.reveal()).toBe('a\ufffd');
});

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
  ['another origin', { origin: 'https://ke-khac.example' }, 403],
  ['no origin at all', { origin: 'null' }, 403],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['plain text', { 'content-type': 'text/plain;application/json' }, 415],
  ['our page', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' }, 200],
  ['our page behind a proxy', { origin: 'https://tinh.example', 'x-forwarded-host': 'tinh.example' }, 200],
  ['our page in an old browser', { origin: 'http://localhost', host: 'localhost' }, 200],
])('a message from %s', async (_who, headers, status) => {
  const { post } = open();
  const response = await post('/tin', JSON.stringify({ session, text: 'a' }), headers);
  expect(response.status).toBe(status);
  if (status !== 200) lines(await response.text());
});

test('replies of one session keep their order, sessions do not wait for each other', async () => {
  const order: string[] = [];
  const { say } = open({
    turn: async ({ content }) => {
      const text = content.kind === 'text' ? content.text.reveal() : '';
      await new Promise((resolve) => setTimeout(resolve, text === 'chậm' ? 40 : 1));
      order.push(text);
      return { ...plain, bubbles: [text] };
    },
  });
  const all = await Promise.all([say('chậm'), say('hai'), say('ba'), say('người khác', 'phien-khac-0123456789')]);
  expect(order).toEqual(['người khác', 'chậm', 'hai', 'ba']);
  const said = await Promise.all(all.map(async (one) => ((await one.json()) as { bubbles: string[] }).bubbles[0]));
  expect(said).toEqual(['chậm', 'hai', 'ba', 'người khác']);
});

test.each([
  ['throws', async () => Promise.reject(new Error('<b>bí mật</b>'))],
  [
    'throws at once',
    () => {
      throw new Error('<b>bí mật</b>');
    },
  ],
  ['gives nothing', async () => undefined as unknown as Reply],
])('a turn that %s still gives the lines, with status 200', async (_how, turn) => {
  const response = await open({ turn }).say('cứu');
  const text = await response.text();
  expect(response.status).toBe(200);
  lines(text);
  expect(text).not.toContain('bí mật');
  expect(JSON.parse(text).help).toBe(true);
});

test('a turn that hangs gives the lines after eight seconds, and the next message is still heard', async () => {
  vi.useFakeTimers();
  let first = true;
  const { say } = open({
    turn: () => {
      if (!first) return Promise.resolve(plain);
      first = false;
      return new Promise(() => {});
    },
  });
  const hanging = say('một');
  const next = say('hai');
  await vi.advanceTimersByTimeAsync(7_900);
  expect(await Promise.race([hanging, 'chưa'])).toBe('chưa');
  await vi.advanceTimersByTimeAsync(200);
  lines(await (await hanging).text());
  expect(await (await next).json()).toMatchObject({ bubbles: plain.bubbles });
});

test('too many messages in a minute get a kind line, and the minute passes', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { say } = open({ maxPerMinute: 2 });
  expect((await say('1')).status).toBe(200);
  expect((await say('2')).status).toBe(200);
  const third = await say('3');
  expect(third.status).toBe(429);
  lines(await third.text());
  expect((await say('a', 'phien-khac-0123456789')).status).toBe(200);
  vi.setSystemTime(Date.now() + 60_001);
  expect((await say('4')).status).toBe(200);
});

test('a cry for help among too many messages is answered, by the contact’s count and by the address’s', async () => {
  const often = open({ maxPerMinute: 0 });
  const many = open({ within: (_request, _env, asked) => asked !== 'message' });
  for (const { say, post, updates } of [often, many]) {
    const calm = await say('tuổi kết hôn');
    expect(calm.status).toBe(429);
    expect(calm.headers.get('retry-after')).toBe('60');
    lines(await calm.text());
    expect(updates).toHaveLength(0);
    expect((await say('cứu tôi')).status).toBe(200);
    expect((await post('/tin', JSON.stringify({ session, choice: 'erase' }))).status).toBe(200);
    expect(updates).toHaveLength(2);
  }
});

test('whoever was shown help is not turned away afterwards, until they erase the talk', async () => {
  const { say, post } = open({ maxPerMinute: 0, turn: async () => card });
  expect((await say('hôm nay')).status).toBe(429);
  expect((await say('cứu')).status).toBe(200);
  expect((await say('rồi sao nữa')).status).toBe(200);
  expect((await say('rồi sao nữa', 'phien-khac-0123456789')).status).toBe(429);
  await post('/xoa', JSON.stringify({ session }));
  expect((await say('rồi sao nữa')).status).toBe(429);
});

test('pages are counted by address, and who is refused sees the lines; erasing is not counted', async () => {
  const asked: string[] = [];
  const { app, post } = open({
    within: (_request, _env, what) => {
      asked.push(what);
      return false;
    },
  });
  const page = await app.request('/');
  expect(page.status).toBe(429);
  lines(await page.text());
  expect((await post('/xoa', JSON.stringify({ session }))).status).toBe(200);
  expect(asked).toEqual(['page']);
});

test('with every lane full a cry still gets its card, and so does one whose turn fails', async () => {
  const { say } = open({ turn: () => new Promise(() => {}) });
  const waiting = Array.from({ length: 6 }, () => say('a'));
  const cry = await say('cứu');
  expect(await cry.json()).toMatchObject({ bubbles: card.bubbles, help: true });
  expect((await say('a')).status).toBe(429);
  void Promise.allSettled(waiting);
  const failing = await open({ turn: async () => Promise.reject(new Error('x')) }).say('cứu');
  expect(await failing.json()).toMatchObject({ bubbles: card.bubbles });
});

test('a pile of waiting messages is bounded', async () => {
  let go = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const { say } = open({ turn: () => gate.then(() => plain) });
  const sent = Array.from({ length: 10 }, () => say('a'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  go();
  const statuses = (await Promise.all(sent)).map((one) => one.status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(6);
  expect(statuses.filter((status) => status === 429)).toHaveLength(4);
});

test('erasing names the same contact, comes by beacon too, and is honest when it fails', async () => {
  const { say, post, updates, erased } = open();
  await say('a');
  const done = await post('/xoa', JSON.stringify({ session }));
  expect(await done.json()).toEqual({ erased: true });
  await post('/xoa', JSON.stringify({ session }), { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' });
  expect(erased).toEqual([updates[0]?.contact, updates[0]?.contact]);
  const failing = await open({ erase: async () => Promise.reject(new Error('bí mật')) }).post(
    '/xoa',
    JSON.stringify({ session }),
  );
  const text = await failing.text();
  expect(failing.status).toBe(503);
  lines(text);
  expect(text).not.toContain('bí mật');
  expect((await post('/xoa', 'x')).status).toBe(400);
  expect((await post('/xoa', JSON.stringify({ session }), { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
});

test('an erase comes after the turns before it, and again after a turn that hung', async () => {
  vi.useFakeTimers();
  const events: string[] = [];
  let finish = (_reply: Reply) => {};
  const { say, post } = open({
    turn: () =>
      new Promise<Reply>((resolve) => {
        finish = resolve;
      }).then((reply) => {
        events.push('recorded');
        return reply;
      }),
    erase: async () => {
      events.push('erased');
    },
  });
  const answer = say('a');
  const erase = post('/xoa', JSON.stringify({ session }));
  await vi.advanceTimersByTimeAsync(8_100);
  await Promise.all([answer, erase]);
  expect(events).toEqual(['erased']);
  finish(plain);
  await vi.advanceTimersByTimeAsync(1);
  expect(events).toEqual(['erased', 'recorded', 'erased']);
});

const everywhere = ['/', '/lich', '/page.css', '/calendar.css', '/chat.js', '/leave.js', '/bubbles.js', '/flower.svg'];

test.each([...everywhere, '/branch.svg', '/khong-co-trang-nay'])('%s carries the guards', async (path) => {
  const response = await open().app.request(path);
  expect(response.status).toBe(path.startsWith('/khong') ? 404 : 200);
  expect(response.headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  );
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(response.headers.get('permissions-policy')).toContain('geolocation=()');
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('refused messages carry the guards too', async () => {
  const response = await open().post('/tin', 'x');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test('the page has a neutral name, the lines without a server, and nothing from elsewhere', async () => {
  const html = await (await open().app.request('/')).text();
  expect(html).toContain('<title>Hoa Ban – hỏi đáp luật</title>');
  for (const line of ['113', '115', '111']) expect(html).toContain(`href="tel:${line}"`);
  lines(/<noscript>([\s\S]*)<\/noscript>/.exec(html)?.[1] ?? '');
  expect(html).not.toMatch(/bạo lực|bạo hành|nạn nhân/i);
  expect(html).not.toMatch(/https?:|style=|onclick|<script>(?!<)/);
  expect(html).not.toContain('{{');
});

test('the page with all its files weighs less than 30 KB', async () => {
  const { app } = open();
  const paths = [...everywhere.filter((path) => path !== '/lich'), '/branch.svg'];
  const sizes = await Promise.all(
    paths.map(async (path) => (await (await app.request(path)).arrayBuffer()).byteLength),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(30_000);
});

test('the cover page is this month in Viet Nam, and other months can be leafed through', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-31T18:00:00Z') });
  const { app } = open();
  const now = await (await app.request('/lich')).text();
  expect(now).toContain('Lịch tháng 1 năm 2027');
  expect(now).toContain('<td class="nay" aria-current="date">1</td>');
  expect(now.match(/<td[^>]*>\d+<\/td>/g)).toHaveLength(31);
  expect(now).not.toMatch(/Hoa Ban|luật|hỏi|113/i);
  const february = await (await app.request('/lich?thang=2028-02')).text();
  expect(february.match(/<td[^>]*>\d+<\/td>/g)).toHaveLength(29);
  const odd = await (await app.request('/lich?thang=%3Cscript%3E')).text();
  expect(odd).toContain('Lịch tháng 1 năm 2027');
  expect(odd).not.toContain('script');
});

test('the exit address of the operator is written into the page safely', async () => {
  const html = await (await open({ exitUrl: 'https://thoi-tiet.example/?a="><b>' }).app.request('/')).text();
  expect(html).toContain('data-exit="https://thoi-tiet.example/?a=&#34;&#62;&#60;b&#62;"');
});
