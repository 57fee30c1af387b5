import { describe, expect, test } from 'vitest';
import type { Intake } from '../../src/core/referral/intake.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { memoryDesk } from '../desk.ts';
import { makeParts, updateOf } from '../fakes.ts';

const fails = async () => {
  throw new Error('bí mật');
};
const hangs = () => new Promise<never>(() => {});

/** A talk with a desk one of whose parts does not work from some moment on. */
function talkWith(broken: Partial<Record<keyof Intake, () => Promise<never>>>) {
  const house = memoryDesk();
  let isBroken = false;
  const intake = Object.fromEntries(
    Object.entries(house.parts.intake).map(([name, work]) => [
      name,
      (...given: unknown[]) => {
        const instead = broken[name as keyof Intake];
        return isBroken && instead ? instead() : (work as (...all: unknown[]) => unknown)(...given);
      },
    ]),
  ) as unknown as Intake;
  const trouble: string[] = [];
  const parts = makeParts({ desk: { ...house.parts, intake }, onTrouble: (code) => trouble.push(code) });
  const turn = makeTurn(parts);
  const contact = `hong:${Math.random()}`;
  const say = async (text: string) => {
    parts.clock.now = new Date(parts.clock.now.getTime() + 1_000);
    return turn({ ...updateOf(text, contact), sentAt: parts.clock.now });
  };
  const toConfirm = async () => {
    for (const text of ['gửi lời', '1', '1', '1', '1', 'hoa mận', 'bỏ qua', 'bỏ qua']) await say(text);
  };
  return { house, say, toConfirm, trouble, break: () => (isBroken = true), mend: () => (isBroken = false) };
}

describe('when the desk fails', () => {
  test.each([
    ['fails', fails],
    ['hangs', hangs],
  ])('a disclosure gets its card while the store %s', async (_, how) => {
    const talk = talkWith({ load: how, ready: how, keep: how });
    talk.break();
    const reply = await talk.say('tối qua em bị chồng đánh');
    expect(reply.outcome).toBe('help');
    expect(reply.bubbles[0]).toContain('113');
    // A desk that cannot be reached is not offered.
    expect(reply.offers.map((one) => one.label)).not.toContain('Nhắn cho người trực');
  });

  test('a yes that cannot be carried out is told so, with the lines, and works when the store is back', async () => {
    const talk = talkWith({ refer: fails });
    await talk.toConfirm();
    talk.break();
    const reply = await talk.say('đồng ý');
    expect(reply.bubbles.join()).toMatch(/chưa chắc đã gửi được[\s\S]*111[\s\S]*113[\s\S]*115/);
    expect(reply.bubbles.join()).not.toContain('bí mật.');
    expect(talk.house.cases.size).toBe(0);
    expect(talk.trouble).toContain('desk');
    talk.mend();
    expect((await talk.say('đồng ý')).bubbles.join()).toContain('Đã gửi. Mã của bạn');
    expect(talk.house.cases.size).toBe(1);
  });

  test('a step that cannot be kept is told so, and the safe word still works', async () => {
    const talk = talkWith({ keep: fails, drop: fails });
    await talk.toConfirm();
    talk.break();
    expect((await talk.say('quay lại')).bubbles.join()).toContain('chưa chắc đã gửi được');
    expect((await talk.say('dừng')).bubbles.join()).toContain('113');
    for (const text of ['SOS', 'nó đang cầm dao đuổi em', 'em 14 tuổi']) {
      const reply = await talk.say(text);
      expect(reply.outcome).toBe('help');
      expect(reply.bubbles[0]).toMatch(/\b11[13]\b/);
    }
  });

  test('words that could not be passed on are not said to be', async () => {
    const talk = talkWith({ write: fails });
    await talk.toConfirm();
    await talk.say('đồng ý');
    talk.house.officer.claims();
    talk.break();
    const reply = await talk.say('mai em qua được');
    expect(reply.bubbles.join()).toContain('chưa chuyển được');
  });
});

test('an update delivered twice is taken in once', async () => {
  const house = memoryDesk();
  const parts = makeParts({ desk: house.parts });
  const turn = makeTurn(parts);
  for (const text of ['gửi lời', '1']) await turn({ ...updateOf(text, 'hai:1'), sentAt: parts.clock.now });
  const again = { ...updateOf('1', 'hai:1'), sentAt: parts.clock.now };
  const [first, second] = [await turn(again), await turn(again)];
  expect(first.bubbles).toEqual(second.bubbles);
  expect(first.bubbles.join()).toContain('Bạn cần gì?');
});

test('while a channel is flooded with guesses the person is told it is not them, with the lines, and the operator by code', async () => {
  const house = memoryDesk();
  const trouble: string[] = [];
  const intake: Intake = { ...house.parts.intake, comeBack: async () => 'crowded' };
  const parts = makeParts({ desk: { ...house.parts, intake }, onTrouble: (code) => trouble.push(code) });
  const reply = await makeTurn(parts)(updateOf('234-567-892-345-635 hoa mận', 'dong:1'));
  expect(reply.bubbles.join()).toMatch(/không phải lỗi của bạn[\s\S]*111[\s\S]*113/);
  expect(trouble).toEqual(['desk-guesses']);
});
