import { expect, test } from 'vitest';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { opened } from '../../../src/core/answer/opener.ts';
import type { Passage } from '../../../src/core/passage.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

function passage(say: string, ask: string[]): Passage {
  return {
    id: 'p',
    document: 'd',
    locator: 'Điều 1',
    title: ask[0] ?? '',
    text: say,
    say,
    more: null,
    ask,
    inForceFrom: '2020-01-01',
    inForceTo: null,
    cites: [{ document: 'd', locator: 'Điều 1' }],
    related: [],
    facts: { kind: 'card' },
  };
}

const slap = passage('Có. Tát vợ là bạo lực gia đình. Người làm bị phạt tiền.', [
  'tát vợ có phải bạo lực gia đình không',
  'tát vợ một cái có sao không',
]);
const night = passage('Không. Người mang thai từ tháng thứ 7 không phải làm đêm.', [
  'mang thai tháng thứ 7 có phải làm đêm không',
]);

const say = (message: string, one: Passage) =>
  opened(asItStands(one), one, understand(message, library.names), library).text;

test('a reviewed yes stays for the yes/no question it was written for', () => {
  expect(say('tát vợ một cái có tính là bạo lực gia đình không', slap)).toMatch(/^Có\. Tát vợ/);
});

test('it goes where the question is not answered by yes or no', () => {
  expect(say('tát vợ thì luật nói gì', slap)).toMatch(/^Tát vợ là bạo lực/);
});

test('it goes where a yes would mean the opposite', () => {
  expect(say('tát vợ có được không', slap)).toMatch(/^Tát vợ là bạo lực/);
  expect(say('mang thai tháng thứ 7 không phải làm đêm đúng không', night)).toMatch(/^Người mang thai/);
});

test('what is right and wrong is said first where the law condemns the act', () => {
  expect(say('tát vợ có đúng luật không', slap)).toMatch(/^Không đúng luật\. Tát vợ/);
  expect(say('tát vợ lần đầu thì không bị phạt đúng không', passage('Tát vợ: phạt tiền 5 triệu đồng.', []))).toMatch(
    /^Không phải vậy\./,
  );
});

test('a yes to prison is not drawn from a fine', () => {
  expect(say('tát vợ có bị tù không', passage('Tát vợ: phạt tiền 5 triệu đồng.', []))).toMatch(/^Tát vợ/);
});

test('no yes is put before an answer that leaves the matter open', () => {
  const little = passage('Chỉ đưa ít tiền thì chưa hẳn là bạo lực. Kiểm soát tiền để người nhà lệ thuộc thì có.', []);
  expect(say('đưa ít tiền có phải bạo lực không', little)).toMatch(/^Chỉ đưa ít tiền/);
});

test('no yes to prison is put before an answer that says there is none', () => {
  const fined = passage('Làm lại là tội tổ chức tảo hôn: phạt tiền, không có hình phạt tù.', []);
  expect(say('tổ chức tảo hôn có bị đi tù không', fined)).toMatch(/^Làm lại/);
});

test('a yes to one claim confirms no other', () => {
  const reports = passage('Có. Hằng năm có báo cáo về bình đẳng giới.', [
    'hằng năm có báo cáo về bình đẳng giới đúng không',
    'có báo cáo bình đẳng giới không',
  ]);
  expect(say('hằng năm có báo cáo về bình đẳng giới đúng không', reports)).toMatch(/^Có\./);
  expect(say('báo cáo nộp cho sở trước ngày 31/12 đúng không', reports)).toMatch(/^Hằng năm/);
});

test('that something is so in one case alone is confirmed by nothing that says it is so', () => {
  expect(say('phải tát nhiều lần mới tính là bạo lực gia đình đúng không', slap)).toMatch(/^Tát vợ/);
  // Control: asked whether it is so, the same answer says yes.
  expect(say('tát vợ có tính là bạo lực gia đình không', slap)).toMatch(/^Có\./);
});
