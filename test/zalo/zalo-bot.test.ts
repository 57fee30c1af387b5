import { afterEach, describe, expect, test } from 'vitest';
import { type BotHouse, openBotHouse, secret } from './bot-house.ts';
import type { BotEvent } from './bot-peer.ts';

const an = 'nguoi-an-501';
const binh = 'nguoi-binh-502';
const lines = /11[13][\s\S]*11[35][\s\S]*11[15]/;
let house: BotHouse;

afterEach(async () => {
  await house.close();
});

describe('by fetching', () => {
  test('a question is answered with its source in one message, and what goes on with a number', async () => {
    house = await openBotHouse();
    house.peer.says(an, 'bao nhiêu tuổi được kết hôn');
    const [reply = ''] = await house.said(an);
    expect(reply).toContain('Nam từ đủ 20 tuổi');
    expect(reply).toMatch(/Căn cứ: Điều 8/);
    const first = /^1\. (.+)$/m.exec(reply)?.[1];
    expect(first).toBeTruthy();
    house.peer.says(an, '1');
    const [, next = ''] = await house.said(an, 2);
    expect(next).toMatch(/Căn cứ: /);
    expect(house.mailbox.taken).toHaveLength(2);
  });

  test('a digit means nothing once the list is no longer fresh, and says nothing of it', async () => {
    house = await openBotHouse();
    house.peer.says(an, 'tối qua em bị chồng đánh');
    await house.said(an);
    const stored = [...house.conversations.stored.entries()][0];
    if (stored?.[1].stage !== 'open') throw new Error('nothing stored');
    expect(stored[1].topic?.offered.length).toBeGreaterThan(1);
    house.conversations.stored.set(stored[0], { ...stored[1], seenAt: new Date(Date.now() - 20 * 60_000) });
    house.peer.says(an, '1');
    const [, stale = ''] = await house.said(an, 2);
    expect(stale).toContain('chưa rõ số này');
    expect(stale).not.toMatch(/đánh|113|lỗi/);
  });

  test('a person is a keyed hash, a message too, and nothing else of them goes on', async () => {
    house = await openBotHouse();
    house.peer.says(an, 'chào');
    await house.said(an);
    const [incoming] = house.mailbox.taken;
    expect(incoming?.update.contact).toMatch(/^[0-9a-f]{64}$/);
    expect(incoming?.update.id).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(incoming)).not.toMatch(/An Thử|display_name|tin-|chào/);
    expect(incoming).toMatchObject({ address: an, messageIds: [] });
  });

  test.each([
    ['image', { photo_url: 'https://anh.example/1.jpg' }, 'ảnh'],
    ['sticker', { sticker: 's1', url: 'https://anh.example/s' }, 'hình dán'],
    ['voice', { voice_url: 'https://anh.example/v.aac' }, 'tiếng nói'],
    ['location', { latitude: 22.3 }, 'đọc được chữ'],
  ])('%s gets a fitting reply with the lines, and nothing of it goes on', async (what, more, fitting) => {
    house = await openBotHouse();
    house.peer.sends(an, what, more);
    const [reply = ''] = await house.said(an);
    expect(reply).toMatch(lines);
    expect(reply).toContain(fitting);
    expect(JSON.stringify(house.mailbox.taken)).not.toMatch(/anh\.example|22\.3/);
  });

  test('words under a picture are heard', async () => {
    house = await openBotHouse();
    house.peer.sends(an, 'image', { photo_url: 'https://anh.example/1.jpg', caption: 'tối qua em bị chồng đánh' });
    expect((await house.said(an)).join()).toMatch(/113[\s\S]*115[\s\S]*111/);
    expect(house.mailbox.taken[0]?.update.content.kind).toBe('text');
  });

  test('an empty event gets the fixed line with 111, 113 and 115, alone, each time, and changes nothing', async () => {
    house = await openBotHouse();
    for (let nth = 1; nth <= 3; nth++) {
      house.peer.sends(an, 'unsupported');
      const said = await house.said(an, nth);
      expect(said.at(-1)).toMatch(/111[\s\S]*113[\s\S]*115/);
      expect(said.at(-1)).not.toMatch(/luật|kế hoạch|Hoa Ban|bạo lực|Người chịu trách nhiệm/);
      expect(said.at(-1)?.slice(0, 80)).not.toMatch(/11[135]/);
    }
    // Whoever writes words afterwards is introduced to the bot as anybody.
    house.peer.says(an, 'chào');
    expect((await house.said(an, 4)).at(-1)).toContain('Người chịu trách nhiệm');
  });

  test('an empty event without an id, a time or a chat of its own is answered as well', async () => {
    house = await openBotHouse();
    const event = house.peer.sends(an, 'unsupported', { message_id: undefined, date: undefined, chat: undefined });
    expect(JSON.stringify(event)).not.toContain('message_id');
    expect((await house.said(an)).join()).toMatch(/111[\s\S]*113[\s\S]*115/);
  });

  test('a message of words without words counts as empty', async () => {
    house = await openBotHouse();
    house.peer.sends(an, 'text', { text: ' ' });
    expect((await house.said(an)).join()).toMatch(/111[\s\S]*113[\s\S]*115/);
  });

  test('in a group nothing is heard, and that is said once', async () => {
    house = await openBotHouse();
    house.peer.saysInGroup('nhom-1', 'tối qua em bị chồng đánh');
    house.peer.saysInGroup('nhom-1', 'bao nhiêu tuổi được kết hôn');
    house.peer.says(an, 'chào');
    await house.said(an);
    const said = house.peer.seen('nhom-1').filter((one) => one.from === 'bot');
    expect(said.map((one) => one.text)).toEqual([expect.stringContaining('nhắn riêng cho mình')]);
    expect(house.mailbox.taken).toHaveLength(1);
  });

  test('erasing says honestly that the messages stay, and how to remove them by hand', async () => {
    house = await openBotHouse();
    house.peer.says(an, 'tối qua em bị chồng đánh');
    await house.said(an);
    house.peer.says(an, 'xoá');
    const [, text = ''] = await house.said(an, 2);
    expect(house.conversations.stored.size).toBe(0);
    expect(text).toContain('Zalo không cho mình xoá tin đã gửi');
    expect(text).toContain('nhấn giữ cuộc trò chuyện');
    expect(text.slice(0, 40)).not.toMatch(/xo[áa]/);
  });

  test('leaving erases, and leaves a harmless question with digits', async () => {
    house = await openBotHouse();
    house.peer.says(an, 'tối qua em bị chồng đánh');
    await house.said(an);
    house.peer.says(an, 'Thoát');
    const [, cover = ''] = await house.said(an, 2);
    expect(cover).toMatch(/^Đố vui: [\s\S]*\n1\. /);
    expect(cover).not.toMatch(/xo[áa]|Hoa Ban đã/);
    expect(house.conversations.stored.size).toBe(0);
  });

  test('events that are none of ours are passed over; what cannot be read is noted by code', async () => {
    house = await openBotHouse();
    const push = (event: unknown) => house.peer.again(event as BotEvent);
    push({ event_name: 'bot.added', message: { chat: { id: an, chat_type: 'PRIVATE' } } });
    push({ event_name: 'message.text.received' });
    push({ event_name: 'message.text.received', message: { chat: { id: an }, from: { id: 'b', is_bot: true } } });
    push({ hello: 1 });
    push(['x']);
    house.peer.says(an, 'chào');
    await house.said(an);
    expect(house.mailbox.taken).toHaveLength(1);
    expect(house.troubles).toContain('malformed');
  });

  test('messages wait in the order of their sending, whatever order they come in', async () => {
    house = await openBotHouse();
    house.peer.says(an, 'một');
    house.peer.says(an, 'hai');
    await house.said(an, 2);
    const [first, second] = house.mailbox.taken.map(({ sequence }) => sequence ?? 0);
    expect(first).toBeLessThan(second ?? 0);
  });

  test('an event that could not be taken is tried again: Zalo would not give it out twice', async () => {
    let refuse = 2;
    const taken: string[] = [];
    house = await openBotHouse({
      mailbox: {
        accept: async ({ update }) => {
          if (refuse-- > 0) throw new Error('the process is ill');
          taken.push(update.id);
          return 'taken';
        },
        gone: async () => {},
      },
    });
    house.peer.says(an, 'chào');
    house.peer.says(binh, 'chào');
    await house.peer.until('both are taken', () => taken.length === 2);
  });

  test('a long turn shows that the bot is at work', async () => {
    house = await openBotHouse();
    await house.bot.sender.busy?.(an);
    expect(house.peer.typing).toEqual([an]);
  });

  test('stopping lets go of the fetch', async () => {
    house = await openBotHouse({ peer: { heldMs: 60_000 } });
    await house.peer.until('fetching', () => house.peer.calls.some((one) => one.method === 'getUpdates'));
    await house.bot.stop();
  });
});

describe('when Zalo has trouble', () => {
  test('502, 504 as pages, slow answers and a broken line lose nothing', async () => {
    house = await openBotHouse();
    house.peer.fail('sendMessage', { code: 502, body: '<html>Bad Gateway</html>', times: 2 });
    house.peer.fail('sendMessage', { code: 504, body: '', times: 1 });
    house.peer.fail('sendMessage', { drop: true, times: 1 });
    house.peer.fail('sendMessage', { slowMs: 200, times: 1 });
    house.peer.says(an, 'chào');
    expect(await house.said(an)).toHaveLength(1);
    expect(house.told.filter((line) => line.includes('không nối được'))).toHaveLength(1);
    expect(house.troubles).toContain('down');
  });

  test('the operator is told when the quota is used up, once', async () => {
    house = await openBotHouse({ peer: { quota: 1 } });
    house.peer.says(an, 'chào');
    await house.said(an);
    const message = { text: 'a' };
    expect(await house.bot.sender.send(an, message)).toEqual({ kind: 'retry', afterSeconds: 60 });
    expect(await house.bot.sender.send(an, message)).toEqual({ kind: 'retry', afterSeconds: 60 });
    expect(house.told.filter((line) => line.includes('hết lượt gửi'))).toHaveLength(1);
  });

  test('how long to wait is heeded, and never for more than an hour', async () => {
    house = await openBotHouse();
    house.peer.fail('sendMessage', { code: 429, headers: { 'retry-after': '7' }, times: 1 });
    house.peer.fail('sendMessage', { code: 429, headers: { 'retry-after': '999999' }, times: 1 });
    expect(await house.bot.sender.send(an, { text: 'a' })).toEqual({ kind: 'retry', afterSeconds: 7 });
    expect(await house.bot.sender.send(an, { text: 'a' })).toEqual({ kind: 'retry', afterSeconds: 60 });
  });

  test('what Zalo will never take is not tried again', async () => {
    house = await openBotHouse();
    expect(await house.bot.sender.send('nobody', { text: 'a' })).toEqual({ kind: 'refused' });
  });

  test('an answer that leads elsewhere is not followed, one that is far too long is not read', async () => {
    house = await openBotHouse();
    house.peer.says(an, 'chào');
    await house.said(an);
    house.peer.fail('sendMessage', { code: 302, headers: { location: `${house.peer.url}/elsewhere` }, times: 1 });
    house.peer.fail('sendMessage', { code: 200, body: `{"ok":true,"x":"${'a'.repeat(400_000)}"}`, times: 1 });
    expect(await house.bot.sender.send(an, { text: 'a' })).toEqual({ kind: 'retry', afterSeconds: 5, unsure: true });
    expect(await house.bot.sender.send(an, { text: 'a' })).toEqual({ kind: 'retry', afterSeconds: 5, unsure: true });
    expect(house.peer.calls.map((one) => one.method)).not.toContain('elsewhere');
  });

  test('out of reach at the start: it tries again by itself', async () => {
    house = await openBotHouse({ started: false });
    house.peer.fail('getMe', { drop: true, times: 4 });
    house.bot.start(house.mailbox);
    await house.peer.until('online', () => house.told.some((line) => line.includes('đã nối')));
    expect(house.told[0]).toContain('không nối được');
    expect(house.told).toHaveLength(2);
  });

  test('a wrong token: the operator is told what to do, and nothing is tried again', async () => {
    house = await openBotHouse({ token: '99:sai-hoan-toan' });
    await house.peer.until('told', () => house.told.length === 1);
    expect(house.told[0]).toContain('ZALO_BOT_TOKEN');
    expect(house.told[0]).not.toContain('sai-hoan-toan');
  });

  test('a webhook set by somebody else: told, and tried again', async () => {
    house = await openBotHouse();
    await house.peer.until('online', () => house.told.length === 1);
    house.peer.fail('getUpdates', { code: 400, body: '{"ok":false,"error_code":400}', times: 2 });
    house.peer.says(an, 'chào');
    await house.said(an);
    await house.peer.until('told', () => house.told.some((line) => line.includes('không cho lấy tin')));
  });
});

describe('by webhook', () => {
  const knock = (body: string, headers: Record<string, string> = { 'x-bot-api-secret-token': secret }) =>
    fetch(house.hookUrl ?? '', { method: 'POST', body, headers });
  const event = (id: string, text: string) => ({
    event_name: 'message.text.received',
    message: { message_id: id, date: Date.now(), from: { id: an }, chat: { id: an, chat_type: 'PRIVATE' }, text },
  });

  test('Zalo is told the address and the secret, tries it, and nothing is fetched', async () => {
    house = await openBotHouse({ byWebhook: true });
    await house.peer.until('online', () => house.told.some((line) => line.includes('đã nối')));
    const set = house.peer.calls.find((one) => one.method === 'setWebhook');
    expect(set?.call).toEqual({ url: house.hookUrl, secret_token: secret });
    expect(house.peer.calls.some((one) => one.method === 'getUpdates')).toBe(false);
  });

  test('wrapped and bare events are both taken; duplicates and another order change nothing', async () => {
    house = await openBotHouse({ byWebhook: true });
    await house.peer.until('online', () => house.told.length > 0);
    house.peer.hold();
    const first = house.peer.says(an, 'một');
    house.peer.says(binh, 'hai');
    house.peer.release((events) => [...events, first].reverse());
    await house.peer.until('all delivered', () => house.peer.acks.length === 3);
    await house.said(an);
    await house.said(binh);
    expect(house.mailbox.taken).toHaveLength(2);
    expect((await knock(JSON.stringify(event('tran-1', 'chào')))).status).toBe(200);
    expect(house.mailbox.taken).toHaveLength(3);
  });

  test('without the secret, with another, or half of it: refused without an echo', async () => {
    house = await openBotHouse({ byWebhook: true });
    const body = JSON.stringify(event('x1', 'chào'));
    for (const wrong of ['', 'sai', secret.slice(1), `${secret}x`]) {
      const response = await knock(body, { 'x-bot-api-secret-token': wrong });
      expect([response.status, await response.text()]).toEqual([401, '']);
    }
    expect((await knock(body, {})).status).toBe(401);
    expect(house.mailbox.taken).toEqual([]);
  });

  test('what is no JSON, or far too large, is refused', async () => {
    house = await openBotHouse({ byWebhook: true });
    expect((await knock('{"event_name":"mess')).status).toBe(400);
    expect((await knock(JSON.stringify(event('x2', 'a'.repeat(1_200_000))))).status).toBe(413);
  });

  test('what the mailbox cannot take is delivered again', async () => {
    house = await openBotHouse({
      byWebhook: true,
      mailbox: { accept: () => Promise.reject(new Error('ill')), gone: async () => {} },
    });
    expect((await knock(JSON.stringify(event('x3', 'chào')))).status).toBe(503);
  });

  test('an address that Zalo refuses, or cannot reach: the operator is told, nothing else stops', async () => {
    house = await openBotHouse({ byWebhook: true, started: false });
    house.peer.fail('setWebhook', { code: 400, times: 1 });
    house.bot.start(house.mailbox);
    await house.peer.until('told', () => house.told.length === 1);
    expect(house.told[0]).toContain('ZALO_BOT_WEBHOOK_URL');
    await house.close();
    const mode = { kind: 'webhook', url: 'http://127.0.0.1:9/zalo-bot', secret } as const;
    house = await openBotHouse({ mode });
    await house.peer.until('told', () => house.told.length === 1);
    expect(house.told[0]).toContain('thử gọi địa chỉ webhook mà không được');
  });
});
