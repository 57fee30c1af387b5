import { expect, test } from 'vitest';
import { understand } from '../../src/core/question/understand.ts';
import { calm } from '../../src/core/triage.ts';
import { answer } from '../../src/turn/answer.ts';
import { carryOut } from '../../src/turn/carry-out.ts';
import { library, makeParts, search, updateOf } from '../fakes.ts';

const asked = (message: string) =>
  answer(understand(message, library.names), message, null, '2026-11-24', library, search);

test.each([
  ['nông dân muốn đóng bảo hiểm tự nguyện mỗi tháng nộp mấy', 'bảo hiểm xã hội'],
  ['báo tin chồng đánh vợ thì được thưởng mấy đồng', 'tiền thưởng'],
  ['bị phạt xong có bị ghi vào lý lịch không', 'lý lịch'],
])('"%s" is far more like what people ask elsewhere, and is told whose matter it is', async (message, topic) => {
  const found = await asked(message);
  expect(found.kind).toBe('outside');
  expect(found.kind === 'outside' && found.topic).toContain(topic);
});

test.each(['đánh vợ bị phạt bao nhiêu', 'sinh con được nghỉ mấy tháng'])(
  'what lies elsewhere and far behind takes no answer from "%s"',
  async (message) => {
    expect((await asked(message)).kind).toBe('answer');
  },
);

test('what sounds a little like harm is told whose matter it is, with the way to help, rather than asked back', async () => {
  const message = 'tra giúp em hồ sơ của em đã duyệt chưa';
  const parts = makeParts();
  const heard = { ...calm, level: 'concern' as const };
  const { reply } = await carryOut(
    { kind: 'answer', heard, otherwise: 'concern-ask' },
    {
      parts,
      conversation: { stage: 'new' },
      update: updateOf(message),
      question: understand(message, library.names),
      message,
      until: performance.now() + 60_000,
      preview: null,
    },
  );
  expect(reply.outcome).toBe('decline');
  expect(reply.helpOffered).toBe(true);
  expect(reply.bubbles.join('\n')).toContain('SOS');
});
