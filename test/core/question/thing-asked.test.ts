import { expect, test } from 'vitest';
import { thingMissing } from '../../../src/core/answer/holds-thing.ts';
import { asksForeignLaw } from '../../../src/core/question/foreign-law.ts';
import { isStopWord } from '../../../src/core/question/stop-words.ts';
import { thingAsked } from '../../../src/core/question/thing-asked.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { unheldIn } from '../../../src/core/question/unheld.ts';
import { library } from '../../fakes.ts';

const asked = (message: string) =>
  thingAsked(understand(message, library.names).folded, (word) => isStopWord({ raw: word, folded: word }));

test.each([
  ['trung tâm có mấy nhân viên', 'count', 'nhan vien'],
  ['nhà đó có bao nhiêu camera', 'count', 'camera'],
  ['bệnh viện nào ở Lào Cai khám tốt', 'name', 'benh vien'],
  ['đơn viết mực màu gì', 'detail', 'mau'],
  ['tờ khai đó là mẫu số mấy', 'name', 'mau'],
  ['có phải lấy số thứ tự không', 'detail', 'so thu tu'],
] as const)('"%s" asks for a %s: %s', (message, asking, thing) => {
  expect(asked(message)).toMatchObject({ asking, thing });
});

test.each([
  'phạt bao nhiêu tiền',
  'bầu tháng thứ mấy thì công ty không được bắt làm đêm',
  'kế hoạch có mấy mục tiêu',
  'nhà máy phải làm gì',
  'trường hợp nào được giảm',
  'nghề này có được nghỉ không',
])('"%s" asks for no thing of the world', (message) => {
  expect(asked(message)).toBeNull();
});

/** Kinds that are told by what is asked alone; the others give way to an answer that is sure. */
const kinds = ['opinion', 'forecast', 'world'];

test('no known way of asking for what is held is taken for one that wants something else', () => {
  const taken = [...library.knowledge.passages.values()]
    .filter(({ facts }) => facts.kind !== 'elsewhere' && facts.kind !== 'unknown')
    .flatMap((passage) =>
      passage.ask.filter((phrasing) => {
        const question = understand(phrasing, library.names);
        return (
          kinds.includes(unheldIn(question) ?? '') ||
          asksForeignLaw(question.folded) ||
          thingMissing(question.folded, passage) !== null
        );
      }),
    );
  expect(taken).toEqual([]);
});

test('the law counts "lao động" where people say "nhân viên"', () => {
  const room = library.knowledge.passages.get('145-2020-nd-cp/d80');
  if (!room) throw new Error('the rule on the room is gone');
  const folded = (message: string) => understand(message, library.names).folded;
  expect(thingMissing(folded('bao nhiêu nhân viên nữ thì phải có phòng vắt sữa'), room)).toBeNull();
  expect(thingMissing(folded('bao nhiêu luật sư thì phải có phòng vắt sữa'), room)).not.toBeNull();
});

test.each(['đặt vòng nghỉ mấy bữa', 'đánh vợ phạt mấy chai', 'phạt bao nhiêu lít'])(
  '"%s" counts days or money',
  (message) => {
    expect(asked(message)).toBeNull();
  },
);
