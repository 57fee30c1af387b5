import { afterEach, describe, expect, test } from 'vitest';
import { commandNames } from '../../src/core/commands.ts';
import { plainReply } from '../../src/core/reply.ts';
import { type House, openHouse } from '../telegram/house.ts';

const an = 501;
const binh = 502;
const lines = /113[\s\S]*115[\s\S]*111/;
let house: House;

afterEach(async () => {
  await house.close();
});

describe('by fetching', () => {
  test('a question is answered with its source, silently, without markup', async () => {
    house = await openHouse();
    house.api.says(an, 'bao nhiêu tuổi được kết hôn');
    expect(await house.said(an)).toContain('Nam từ đủ 20 tuổi');
    const [, reply] = house.api.seen(an);
    expect(reply?.silent).toBe(true);
    expect(reply?.entities.map((one) => one.type)).toContain('italic');
    const italic = reply?.entities.find((one) => one.type === 'italic');
    expect(reply?.text.slice(italic?.offset, (italic?.offset ?? 0) + (italic?.length ?? 0))).toMatch(/^Căn cứ: Điều 8/);
    expect(reply?.buttons.flat().map((one) => one.text)).toEqual(expect.arrayContaining(['Có ích', 'Chưa']));
  });

  test('an answer that grows is a draft of Telegram: nothing of it stays, and a server that has none is left in peace', async () => {
    house = await openHouse();
    house.api.says(an, 'xin chào');
    await house.said(an);
    const before = house.api.seen(an).length;
    const { sender } = house.telegram;
    expect(await sender.preview?.(`${an}`, 'update-1', 'Nam từ đủ 20 tuổi.')).toBe(true);
    const [draft] = house.api.calls.filter((one) => one.method === 'sendMessageDraft');
    expect(draft?.call).toMatchObject({ chat_id: an, text: expect.stringContaining('Nam từ đủ 20 tuổi.') });
    expect(house.api.seen(an)).toHaveLength(before);
    house.api.fail('sendMessageDraft', { code: 404, times: 1 });
    expect(await sender.preview?.(`${an}`, 'update-1', 'Nam')).toBe(false);
    expect(await sender.preview?.('not a chat', 'update-1', 'Nam')).toBe(false);
  });

  test('the commands are registered, and each is answered', async () => {
    house = await openHouse();
    await house.api.until('commands', () => house.api.commands().length > 0);
    expect(house.api.commands().map((one) => one.command)).toEqual(commandNames);
    for (const [at, command] of ['start', 'trogiup', 'luat', 'kehoach', 'dovui', 'rieng_tu'].entries()) {
      house.api.says(an + at, `/${command}`);
      expect(await house.said(an + at), command).not.toBe('');
    }
    expect(house.mailbox.taken.every(({ update }) => update.content.kind === 'choice')).toBe(true);
  });

  test('a person is a keyed hash, and nothing else of them goes on', async () => {
    house = await openHouse();
    house.api.says(an, 'chào');
    await house.said(an);
    const [incoming] = house.mailbox.taken;
    expect(incoming?.update.contact).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(incoming)).not.toMatch(/"An"|first_name|language|chào/);
    expect(incoming).toMatchObject({ address: `${an}`, messageIds: ['1'] });
  });

  test('a button is answered, its clock stopped, and a question that was answered disappears', async () => {
    house = await openHouse();
    house.api.says(an, 'bao nhiêu tuổi được kết hôn');
    await house.said(an);
    house.api.taps(an, 'Chưa');
    await house.said(an, 2);
    await house.api.until('the clock stops', () => house.api.calls.some((one) => one.method === 'answerCallbackQuery'));
    await house.api.until(
      'the pair is gone',
      () =>
        !house.api
          .seen(an)[1]
          ?.buttons.flat()
          .some((one) => one.text === 'Chưa'),
    );
    expect(house.conversations.facts.at(-1)?.feedback).toBe('not-useful');
  });

  test('a card shows the lines, can be wiped, and its first words give nothing away', async () => {
    house = await openHouse();
    house.api.says(an, 'tối qua em bị chồng đánh');
    const card = await house.said(an);
    expect(card).toMatch(lines);
    expect(card.slice(0, 50)).not.toMatch(/113|đánh|đau|lỗi/);
    const [, reply] = house.api.seen(an);
    const labels = reply?.buttons.flat().map((one) => one.text) ?? [];
    expect(labels).toEqual(expect.arrayContaining(['Gọi được', 'Không gọi được', 'Dọn tin']));
    for (const label of labels) expect(label).not.toMatch(/bạo lực|đánh|chồng|vợ|SOS|113/i);
    expect(reply?.entities.filter((one) => one.type === 'bold').length).toBeGreaterThan(2);
  });

  test('a number that could not be reached leads to what else can be done', async () => {
    house = await openHouse();
    house.api.says(an, 'tối qua em bị chồng đánh');
    await house.said(an);
    house.api.taps(an, 'Không gọi được');
    expect(await house.said(an, 2)).toContain('Chưa gọi được thì còn cách khác');
  });

  test('an emergency has no buttons', async () => {
    house = await openHouse();
    house.api.says(an, 'no dang cam dao duoi toi');
    expect(await house.said(an)).toContain('Gọi 113 ngay');
    expect(house.api.seen(an).at(-1)?.buttons).toEqual([]);
  });

  test.each([
    ['a voice note', { voice: { file_id: 'f0', duration: 3, mime_type: 'audio/ogg' } }, 'tiếng nói'],
    ['a picture', { photo: [{ file_id: 'f1', width: 9, height: 9 }] }, 'ảnh'],
    ['a file', { document: { file_id: 'f2' } }, 'tệp'],
    ['a sticker', { sticker: { file_id: 'f3' } }, 'hình dán'],
    ['a place', { location: { latitude: 22.3, longitude: 103.9 } }, 'vị trí'],
    ['a phone number', { contact: { phone_number: '+84900000000', first_name: 'An' } }, 'số điện thoại'],
    ['a poll', { poll: { id: '1' } }, 'đọc được chữ'],
  ])('%s gets a fitting reply with the lines, and nothing of it goes on', async (_what, sent, fitting) => {
    house = await openHouse();
    house.api.sends(an, sent);
    const reply = await house.said(an);
    expect(reply).toMatch(lines);
    expect(reply).toContain(fitting);
    expect(JSON.stringify(house.mailbox.taken)).not.toMatch(/file_id|22\.3|8490|phone/);
  });

  test('words under a picture are heard', async () => {
    house = await openHouse();
    house.api.sends(an, { photo: [{ file_id: 'f1' }], caption: 'tối qua em bị chồng đánh' });
    expect(await house.said(an)).toMatch(lines);
    expect(house.mailbox.taken[0]?.update.content.kind).toBe('text');
  });

  test('an album gets one reply', async () => {
    house = await openHouse();
    for (let at = 0; at < 4; at++) house.api.sends(an, { photo: [{ file_id: `f${at}` }], media_group_id: 'g1' });
    house.api.says(an, 'chào');
    await house.said(an, 2);
    expect(house.api.seen(an).filter((one) => one.from === 'bot')).toHaveLength(2);
  });

  test('an edited message is not read again; a moving place is passed over', async () => {
    house = await openHouse();
    house.api.says(an, 'chào');
    await house.said(an);
    house.api.edits(an, 1, 'tối qua em bị chồng đánh');
    expect(await house.said(an, 2)).toContain('Tin đã sửa thì mình không đọc lại');
    expect(JSON.stringify(house.mailbox.taken)).not.toContain('chồng');
    house.api.delivery.push({
      edited_message: {
        message_id: 1,
        date: 1,
        chat: { id: an, type: 'private' },
        location: { latitude: 1, longitude: 1 },
      },
    });
    house.api.says(an, 'cảm ơn');
    await house.said(an, 3);
    expect(house.mailbox.taken).toHaveLength(3);
  });

  test('a group is left politely, once, and nothing said there is heard', async () => {
    house = await openHouse();
    house.api.adds(-77);
    house.api.says(-77, 'bao nhiêu tuổi được kết hôn');
    await house.api.until('left', () => house.api.calls.some((one) => one.method === 'leaveChat'));
    const said = house.api.seen(-77).filter((one) => one.from === 'bot');
    expect(said.map((one) => one.text).join()).toContain('nhắn riêng cho mình');
    expect(said).toHaveLength(1);
    expect(house.mailbox.taken).toEqual([]);
  });

  test('who blocks the bot is let go', async () => {
    house = await openHouse();
    house.api.says(an, 'chào');
    await house.said(an);
    house.api.blocks(an);
    await house.api.until('noticed', () => house.mailbox.gonePeople.length === 1);
    expect(house.mailbox.gonePeople[0]).toBe(house.mailbox.taken[0]?.update.contact);
    expect(await house.telegram.sender.send(`${an}`, { text: 'a', entities: [], buttons: [] })).toEqual({
      kind: 'gone',
    });
  });

  test('notices of the messenger itself and updates of other kinds are passed over', async () => {
    house = await openHouse();
    house.api.sends(an, { message_auto_delete_timer_changed: { message_auto_delete_time: 60 } });
    house.api.delivery.push({ message: { message_id: 'x' } });
    house.api.delivery.push({ message: { message_id: 1, date: 1, chat: { id: an, type: 'private' }, text: { a: 1 } } });
    house.api.delivery.push({
      callback_query: { id: '1', data: 'drop table', message: { message_id: 1, chat: { id: an, type: 'private' } } },
    });
    house.api.says(an, 'chào');
    await house.said(an);
    expect(house.mailbox.taken).toHaveLength(1);
  });

  test('an update delivered twice is answered once', async () => {
    house = await openHouse();
    const update = house.api.says(an, 'chào');
    await house.said(an);
    house.api.delivery.again(update);
    house.api.says(an, 'cảm ơn');
    await house.said(an, 2);
    expect(house.api.seen(an).filter((one) => one.from === 'bot')).toHaveLength(2);
  });

  test('what could not be taken is fetched again: Telegram is not told it was', async () => {
    let refuse = true;
    const taken: string[] = [];
    house = await openHouse({
      mailbox: {
        accept: async ({ update }) => {
          if (refuse) {
            refuse = false;
            throw new Error('the process is ill');
          }
          taken.push(update.id);
          return 'taken';
        },
        gone: async () => {},
      },
    });
    const { update_id } = house.api.says(an, 'chào');
    await house.api.until('taken', () => taken.length === 1);
    expect(taken).toEqual([`${update_id}`]);
  });
});

describe('erasing and leaving', () => {
  test('the messages of both sides go, and it is said what remains', async () => {
    house = await openHouse();
    house.api.says(an, 'tối qua em bị chồng đánh');
    await house.said(an);
    house.api.taps(an, 'Dọn tin');
    await house.api.until('erased', () => house.api.seen(an).length === 1 && house.api.seen(an)[0]?.from === 'bot');
    const text = house.api.seen(an)[0]?.text ?? '';
    expect(text).toContain('thông báo đã hiện');
    expect(text).toContain('nhấn giữ cuộc trò chuyện');
    expect(text.slice(0, 40)).not.toMatch(/xo[áa]/);
    expect(house.conversations.stored.size).toBe(0);
  });

  test('a copy whose id nobody noted goes with the messages around it', async () => {
    house = await openHouse();
    const { sender } = house.telegram;
    house.api.says(an, 'chào');
    await house.said(an);
    const lost = sender.render({ ...plainReply(['bản đầu'], 'answer') })[0] ?? {};
    await sender.send(`${an}`, lost);
    house.api.says(an, '/xoa');
    await house.api.until('erased', () => house.api.seen(an).length === 1);
    expect(house.api.seen(an)[0]?.text).not.toContain('bản đầu');
  });

  test('what is older than 48 hours stays, and the person is told so', async () => {
    let now = Date.now();
    house = await openHouse({ server: { nowMs: () => now } });
    house.api.says(an, 'chào');
    await house.said(an);
    now += 49 * 3_600_000;
    house.api.says(an, '/xoa');
    await house.api.until('told', () => house.api.seen(an).some((one) => one.text.includes('mình chưa xoá được')));
    expect(house.api.seen(an).map((one) => one.text)).toContain('chào');
    expect(house.api.seen(an).map((one) => one.text)).not.toContain('/xoa');
  });

  test.each(['/thoat', 'Thoát', 'thoat'])('"%s" leaves a harmless question and nothing else', async (typed) => {
    house = await openHouse();
    house.api.says(an, 'tối qua em bị chồng đánh');
    await house.said(an);
    house.api.says(an, typed);
    await house.api.until('covered', () => house.api.seen(an).length === 1);
    const [cover] = house.api.seen(an);
    expect(cover?.text).toMatch(/^Đố vui: /);
    expect(cover?.text).not.toMatch(/xo[áa]|Hoa Ban đã/);
    house.api.taps(an, cover?.buttons[0]?.[0]?.text ?? '');
    expect(await house.said(an, 2)).toMatch(/^(Đúng rồi|Chưa đúng)/);
  });
});

describe('when Telegram has trouble', () => {
  test('a flood limit, trouble of the server and a slow answer lose nothing and double nothing', async () => {
    house = await openHouse();
    house.api.fail('sendMessage', { code: 429, retryAfter: 1, times: 1 });
    house.api.fail('sendMessage', { code: 502, times: 2 });
    house.api.fail('sendMessage', { slowMs: 300, times: 1 });
    house.api.says(an, 'chào');
    await house.said(an);
    await house.mailbox.settled();
    expect(house.api.seen(an).filter((one) => one.from === 'bot')).toHaveLength(1);
  });

  test('a long wait is reported, not waited for', async () => {
    house = await openHouse();
    house.api.says(an, 'chào');
    await house.said(an);
    house.api.fail('sendMessage', { code: 429, retryAfter: 30, times: 1 });
    const message = { text: 'a', entities: [], buttons: [] };
    expect(await house.telegram.sender.send(`${an}`, message)).toEqual({ kind: 'retry', afterSeconds: 30 });
    expect(await house.telegram.sender.send('999', message)).toEqual({ kind: 'gone' });
    expect(await house.telegram.sender.send(`${an}`, { ...message, text: ' ' })).toEqual({ kind: 'refused' });
  });

  test('fetching goes on after the line broke, and the operator is told once', async () => {
    house = await openHouse();
    await house.api.until('online', () => house.told.length === 1);
    house.api.fail('getUpdates', { drop: true, times: 3 });
    house.api.says(an, 'chào');
    await house.said(an);
    house.api.says(an, 'cảm ơn');
    await house.said(an, 2);
    expect(house.told.filter((line) => line.includes('chưa nối được')).length).toBeLessThanOrEqual(1);
    expect(house.told.at(-1)).toContain('đã nối');
  });

  test('out of reach at the start: it tries again by itself', async () => {
    house = await openHouse({ started: false });
    house.api.fail('getMe', { drop: true, times: 3 });
    house.telegram.start(house.mailbox);
    await house.api.until('online', () => house.told.some((line) => line.includes('đã nối')));
    expect(house.told[0]).toContain('chưa nối được với máy chủ Telegram');
    expect(house.told).toHaveLength(2);
  });

  test('a wrong token: the operator is told what to do, and nothing is tried again', async () => {
    house = await openHouse({ token: '123456:sai-hoan-toan-abcdefghijklmnopqrstuvwxyz' });
    await house.api.until('told', () => house.told.length === 1);
    expect(house.told[0]).toContain('@BotFather');
    expect(house.told[0]).not.toContain('sai-hoan-toan');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(house.told).toHaveLength(1);
  });

  test('another program with the same token: told, and tried again', async () => {
    house = await openHouse();
    await house.api.until('online', () => house.told.length === 1);
    house.api.fail('getUpdates', { code: 409, times: 1 });
    house.api.says(an, 'chào');
    await house.said(an);
    house.api.says(an, 'cảm ơn');
    await house.said(an, 2);
  });

  test('stopping lets go of the fetch at once', async () => {
    house = await openHouse();
    await house.api.until('online', () => house.told.length === 1);
    const from = Date.now();
    await house.telegram.stop();
    expect(Date.now() - from).toBeLessThan(5_000);
  });
});

describe('by webhook', () => {
  const url = 'https://tinh.example/tg/cua-vao';
  const secret = 'bi-mat-cua-webhook-0123456789';
  const knock = (body: string, headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': secret }) => {
    const { door } = house.telegram;
    if (!door) throw new Error('no door');
    return door.request('/tg/cua-vao', { method: 'POST', body, headers });
  };
  const update = (id: number, text: string) =>
    JSON.stringify({
      update_id: id,
      message: { message_id: id, date: Math.floor(Date.now() / 1000), chat: { id: an, type: 'private' }, text },
    });

  test('the address and the secret are told to Telegram, and the kinds of update we want', async () => {
    house = await openHouse({ mode: { kind: 'webhook', url, secret } });
    await house.api.until('set', () => house.api.calls.some((one) => one.method === 'setWebhook'));
    expect(house.api.calls.find((one) => one.method === 'setWebhook')?.call).toMatchObject({
      url,
      secret_token: secret,
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    });
    expect(house.api.calls.some((one) => one.method === 'getUpdates')).toBe(false);
  });

  test('with the secret an update is taken; without, with another, or half of it, refused', async () => {
    house = await openHouse({ mode: { kind: 'webhook', url, secret } });
    house.api.says(binh, 'mở cuộc trò chuyện');
    expect((await knock(update(1, 'chào'))).status).toBe(200);
    for (const wrong of ['', 'sai', secret.slice(1), `${secret}x`])
      expect((await knock(update(2, 'chào'), { 'x-telegram-bot-api-secret-token': wrong })).status).toBe(401);
    expect((await knock(update(2, 'chào'), {})).status).toBe(401);
    expect(house.mailbox.taken.map(({ update: { id } }) => id)).toEqual(['1']);
  });

  test.each([
    ['nothing', ''],
    ['half a JSON', '{"update_id":1,"mess'],
    ['a list', '[]'],
    ['no id', '{"message":{}}'],
    ['an id that is a word', '{"update_id":"1"}'],
    [
      'text that is an object',
      '{"update_id":1,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":{}}}',
    ],
  ])('%s is refused without an echo', async (_what, body) => {
    house = await openHouse({ mode: { kind: 'webhook', url, secret } });
    const response = await knock(body);
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('');
    expect(house.mailbox.taken).toEqual([]);
  });

  test('a body far too large is refused, a kind we do not know is taken and passed over', async () => {
    house = await openHouse({ mode: { kind: 'webhook', url, secret } });
    expect((await knock(update(3, 'a'.repeat(600_000)))).status).toBe(413);
    expect((await knock('{"update_id":4,"poll_answer":{}}')).status).toBe(200);
  });

  test('what the mailbox cannot take is delivered again', async () => {
    house = await openHouse({
      mode: { kind: 'webhook', url, secret },
      mailbox: { accept: () => Promise.reject(new Error('ill')), gone: async () => {} },
    });
    expect((await knock(update(5, 'chào'))).status).toBe(503);
  });

  test('an address that Telegram refuses: the operator is told, nothing else stops', async () => {
    house = await openHouse({ mode: { kind: 'webhook', url, secret }, started: false });
    house.api.fail('setWebhook', { code: 400, times: 1 });
    house.telegram.start(house.mailbox);
    await house.api.until('told', () => house.told.length === 1);
    expect(house.told[0]).toContain('TELEGRAM_WEBHOOK_URL');
  });
});
