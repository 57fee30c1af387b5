import { afterEach, describe, expect, test } from 'vitest';
import { encodeAddress } from '../../src/channels/zalo/oa/address.ts';
import { secondsUntilMorning } from '../../src/channels/zalo/oa/night.ts';
import { type OaHouse, openOaHouse } from './oa-house.ts';

const an = '501501501';
const hours = 3_600_000;
let house: OaHouse;

afterEach(async () => {
  await house.close();
});

const freshAddress = (person = an, wroteAt = Date.now()) => encodeAddress({ person, wroteAt });

describe('what people send', () => {
  test('a question is answered with its source, and what goes on with a number', async () => {
    house = await openOaHouse();
    const [reply = ''] = await house.say(an, 'bao nhiêu tuổi được kết hôn');
    expect(reply).toContain('Nam từ đủ 20 tuổi');
    expect(reply).toMatch(/Căn cứ: Điều 8/);
    expect((await house.say(an, '1')).join()).toMatch(/Căn cứ: /);
    expect(house.told).toEqual([expect.stringContaining('khóa gửi tin còn tốt')]);
  });

  test('a person is a keyed hash, a message too, and nothing else of them goes on', async () => {
    house = await openOaHouse();
    await house.say(an, 'chào');
    const [incoming] = house.mailbox.taken;
    expect(incoming?.update).toMatchObject({ channel: 'zalo-oa', contact: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(JSON.stringify({ ...incoming, address: '' })).not.toMatch(/501501501|app-|tin-|chào/);
    expect(incoming?.messageIds).toEqual([]);
  });

  test.each([
    ['user_send_image', 'ảnh'],
    ['user_send_gif', 'ảnh'],
    ['user_send_audio', 'tiếng nói'],
    ['user_send_sticker', 'hình dán'],
    ['user_send_location', 'vị trí'],
    ['user_send_business_card', 'số điện thoại'],
    ['user_send_something_new', 'đọc được chữ'],
    ['user_send_text', 'chưa xem được tin'],
  ])('%s without words gets a fitting reply with the lines', async (event, fitting) => {
    house = await openOaHouse();
    const said = await house.happen(
      an,
      house.peer.does(an, event, { attachments: [{ payload: { url: 'https://a' } }] }),
    );
    expect(said.join()).toContain(fitting);
    for (const line of ['113', '115', '111']) expect(said.join()).toContain(line);
    expect(JSON.stringify(house.mailbox.taken)).not.toContain('https://a');
  });

  test('words under a picture are heard', async () => {
    house = await openOaHouse();
    const event = house.peer.does(an, 'user_send_image', { text: 'tối qua em bị chồng đánh' });
    expect((await house.happen(an, event)).join()).toMatch(/113[\s\S]*115[\s\S]*111/);
  });

  test('whoever follows is shown what can be asked; whoever leaves is let go', async () => {
    house = await openOaHouse();
    const said = await house.happen(an, house.peer.does(an, 'follow'));
    expect(said.join()).toContain('Bạn hỏi bằng lời của bạn');
    expect(said.join()).toContain('Người chịu trách nhiệm');
    expect(await house.peer.deliver(house.peer.does(an, 'unfollow'))).toBe(200);
    expect(house.mailbox.gonePeople).toEqual([house.mailbox.taken[0]?.update.contact]);
  });

  test('our own messages, receipts and groups are passed over', async () => {
    house = await openOaHouse();
    for (const event of ['oa_send_text', 'user_received_message', 'user_seen_message', 'user_send_group_text'])
      expect(await house.peer.deliver(house.peer.does(an, event, { text: 'x' }))).toBe(200);
    expect(house.mailbox.taken).toEqual([]);
  });

  test('erasing says honestly that the messages stay', async () => {
    house = await openOaHouse();
    await house.say(an, 'tối qua em bị chồng đánh');
    const said = (await house.say(an, 'xoá')).join();
    expect(said).toContain('Zalo không cho mình xoá tin đã gửi');
    expect(house.conversations.stored.size).toBe(0);
  });
});

describe('the door', () => {
  test('only what Zalo signed with the secret of the account comes in, over the bytes as they came', async () => {
    house = await openOaHouse();
    const { peer } = house;
    expect(await peer.deliver(peer.says(an, 'chào'))).toBe(200);
    expect(await peer.deliver(peer.says(an, 'chào'), { prefix: '' })).toBe(200);
    expect(await peer.deliver(peer.says(an, 'chào'), { secret: 'sai' })).toBe(401);
    expect(await peer.deliver(peer.says(an, 'chào'), { prefix: 'mac=0' })).toBe(401);
    // The same JSON in other bytes.
    const event = peer.says(an, 'chào');
    const { createHash } = await import('node:crypto');
    const signed = createHash('sha256')
      .update(`${peer.appId}${JSON.stringify(event)}${event.timestamp}${peer.oaSecret}`)
      .digest('hex');
    const post = (body: string, headers: Record<string, string>) =>
      fetch(peer.hookUrl, { method: 'POST', body, headers }).then((response) => response.status);
    expect(await post(JSON.stringify(event, null, 1), { 'x-zevent-signature': `mac=${signed}` })).toBe(401);
    expect(await post(JSON.stringify(event), {})).toBe(401);
    expect(await post('{"event_name":', { 'x-zevent-signature': 'mac=0' })).toBe(400);
    expect(await post('null', { 'x-zevent-signature': 'mac=0' })).toBe(401);
    expect(await post(`{"a":"${'a'.repeat(300_000)}"}`, {})).toBe(413);
    await house.mailbox.settled();
    expect(house.mailbox.taken).toHaveLength(2);
    expect(house.told.filter((line) => line.includes('chữ ký không khớp'))).toHaveLength(1);
  });

  test('whatever knocks without the name of our app alarms nobody', async () => {
    house = await openOaHouse();
    await house.peer.until('online', () => house.told.length === 1);
    for (const body of ['{}', '{"app_id":"1","timestamp":"1"}'])
      await fetch(house.peer.hookUrl, { method: 'POST', body, headers: { 'x-zevent-signature': 'mac=0' } });
    expect(house.told).toHaveLength(1);
  });

  test('the other documented timestamp is refused unless it is set; while both are tried, the right one is told', async () => {
    house = await openOaHouse();
    const inHeader = { where: 'header' } as const;
    // Signed over another moment than the body's.
    const deliver = async (target: OaHouse) => {
      const { createHash } = await import('node:crypto');
      const { peer } = target;
      const body = JSON.stringify(peer.says(an, 'chào'));
      const moment = `${Date.now() + 1}`;
      const mac = createHash('sha256').update(`${peer.appId}${body}${moment}${peer.oaSecret}`).digest('hex');
      const headers = { 'x-zevent-signature': `mac=${mac}`, 'x-zevent-timestamp': moment };
      return (await fetch(peer.hookUrl, { method: 'POST', body, headers })).status;
    };
    expect(await deliver(house)).toBe(401);
    await house.close();
    house = await openOaHouse({ signed: 'header' });
    expect(await deliver(house)).toBe(200);
    expect(await house.peer.deliver(house.peer.says(an, 'chào'))).toBe(401);
    expect(await house.peer.deliver(house.peer.says(an, 'chào'), inHeader)).toBe(200);
    await house.close();
    house = await openOaHouse({ signed: 'either' });
    expect(await deliver(house)).toBe(200);
    expect(house.told.at(-1)).toContain('ZALO_OA_SIGNED_TIMESTAMP=header');
    expect(await house.peer.deliver(house.peer.says(an, 'chào'))).toBe(200);
    expect(house.told.at(-1)).toContain('ZALO_OA_SIGNED_TIMESTAMP=body');
  });

  test('an event that is old, or of the future, is refused', async () => {
    house = await openOaHouse();
    const at = (ms: number) => ({ ...house.peer.says(an, 'chào'), timestamp: `${Date.now() + ms}` });
    expect(await house.peer.deliver(at(-61 * 60_000))).toBe(401);
    expect(await house.peer.deliver(at(10 * 60_000))).toBe(401);
    expect(house.told.at(-1)).toContain('đồng hồ');
    expect(await house.peer.deliver(at(-30 * 60_000))).toBe(200);
  });

  test('duplicates and another order change nothing', async () => {
    house = await openOaHouse();
    const [first, second] = [house.peer.says(an, 'chào'), house.peer.says('502', 'chào')];
    for (const event of [second, first, first, second]) expect(await house.peer.deliver(event)).toBe(200);
    await house.mailbox.settled();
    expect(house.mailbox.taken).toHaveLength(2);
    const [late, early] = house.mailbox.taken.map(({ sequence }) => sequence ?? 0);
    expect(early).toBeLessThan(late ?? 0);
  });

  test('what the mailbox cannot take is delivered again', async () => {
    house = await openOaHouse({ mailbox: { accept: () => Promise.reject(new Error('ill')), gone: async () => {} } });
    expect(await house.peer.deliver(house.peer.says(an, 'chào'))).toBe(503);
  });
});

describe('what Zalo answers inside 200', () => {
  const send = async (code: number) => {
    house.peer.refuse(code);
    return house.oa.sender.send(freshAddress(), { text: 'a' });
  };

  test.each([
    [-32, { kind: 'retry', afterSeconds: 60 }, null],
    [-201, { kind: 'refused' }, 'không nhận một tin'],
    [-210, { kind: 'refused' }, 'không nhận một tin'],
    [-248, { kind: 'refused' }, 'không nhận một tin'],
    [-99999, { kind: 'refused' }, 'không nhận một tin'],
    [-204, { kind: 'retry', afterSeconds: 300 }, 'đã bị tắt'],
    [-212, { kind: 'retry', afterSeconds: 300 }, 'chưa được cấp quyền'],
    [-224, { kind: 'retry', afterSeconds: 300 }, 'chưa được cấp quyền'],
    [-211, { kind: 'retry', afterSeconds: 300 }, 'hết hạn mức'],
    [-218, { kind: 'retry', afterSeconds: 300 }, 'hết hạn mức'],
    [-321, { kind: 'retry', afterSeconds: 300 }, 'hết tiền'],
    [-213, { kind: 'gone' }, null],
    [-227, { kind: 'gone' }, null],
    [-230, { kind: 'gone' }, null],
    [-232, { kind: 'gone' }, null],
  ])('%d becomes %o', async (code, result, told) => {
    house = await openOaHouse();
    await house.say(an, 'chào');
    expect(await send(code)).toEqual(result);
    expect(house.troubles).toContain(`refusal${code}`);
    const alarms = house.told.slice(1);
    expect(alarms).toEqual(told === null ? [] : [expect.stringContaining(told)]);
    // Said once in an hour.
    expect(await send(code)).toEqual(result);
    expect(house.told.slice(1)).toHaveLength(alarms.length);
  });

  test('at night: alarmed, and tried again in the morning', async () => {
    const night = new Date('2026-11-26T16:30:00Z'); // 23:30 in Viet Nam
    house = await openOaHouse({ peer: { nightWindow: true, nowMs: () => night.getTime() }, now: () => night });
    house.tokens.set({ version: 1, refresh: 'idle', tokens: tokensAt(night) });
    expect(await house.oa.sender.send(freshAddress(an, night.getTime()), { text: 'a' })).toEqual({
      kind: 'retry',
      afterSeconds: 6.5 * 3_600,
    });
    expect(house.told.at(-1)).toContain('từ 22 giờ đến 6 giờ');
    expect(secondsUntilMorning(new Date('2026-11-26T22:59:00Z'))).toBe(60);
  });

  function tokensAt(now: Date) {
    const until = new Date(now.getTime() + 25 * hours);
    return {
      ...house.peer.current,
      takenAt: now,
      accessUntil: until,
      refreshUntil: new Date(now.getTime() + 80 * 24 * hours),
    };
  }

  test('the rate of a minute is heeded', async () => {
    house = await openOaHouse({ peer: { perMinute: 1 } });
    await house.say(an, 'chào');
    expect(await house.oa.sender.send(freshAddress(), { text: 'a' })).toEqual({ kind: 'retry', afterSeconds: 60 });
  });

  test('502, 504 as pages, a broken line and a slow answer lose nothing; an outage is told once', async () => {
    house = await openOaHouse();
    house.peer.fail('cs', { code: 502, body: '<html>', times: 2 });
    house.peer.fail('cs', { code: 504, times: 1 });
    house.peer.fail('cs', { drop: true, times: 1 });
    house.peer.fail('cs', { slowMs: 100, times: 1 });
    expect(await house.say(an, 'chào')).toHaveLength(1);
    expect(house.told.filter((line) => line.includes('không nối được'))).toHaveLength(1);
  });
});

describe('windows', () => {
  test('nothing is pushed to whoever did not write for two days, not even asked for', async () => {
    house = await openOaHouse();
    await house.say(an, 'chào');
    const before = house.peer.sends.length;
    for (const age of [48, 7 * 24, 30 * 24])
      expect(await house.oa.sender.send(freshAddress(an, Date.now() - age * hours), { text: 'a' })).toEqual({
        kind: 'refused',
      });
    expect(house.peer.sends).toHaveLength(before);
    expect((await house.oa.sender.send(freshAddress(an, Date.now() - 46 * hours), { text: 'a' })).kind).toBe('sent');
  });

  test('nothing but messages is ever asked of Zalo: no profile of anybody', async () => {
    house = await openOaHouse();
    await house.happen(an, house.peer.does(an, 'follow'));
    await house.say(an, 'tối qua em bị chồng đánh');
    expect(house.peer.asked.every((path) => path === '/v3.0/oa/message/cs')).toBe(true);
  });
});
