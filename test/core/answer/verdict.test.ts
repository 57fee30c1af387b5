import { describe, expect, test } from 'vitest';
import { asItStands } from '../../../src/core/answer/composed.ts';
import { judged } from '../../../src/core/answer/verdict.ts';
import { understand } from '../../../src/core/question/understand.ts';
import { library } from '../../fakes.ts';

/** The answer of a real passage, with other words where `say` is given, judged for a question. */
function told(document: string, locator: string, message: string, say?: string): string {
  const passage = library.places.get(document)?.get(locator)?.[0];
  if (!passage) throw new Error(`no passage at ${locator}`);
  const composed = { ...asItStands(passage), ...(say === undefined ? {} : { text: say }) };
  return judged(composed, passage, understand(message, library.names)).text;
}

describe('what costs nothing', () => {
  const say = 'Bạn nộp đề nghị ở Ủy ban nhân dân xã; không mất phí.';
  test.each(['nộp đề nghị cấm tiếp xúc có mất phí không', 'de nghi cam tiep xuc co phai nop tien khong a'])(
    '"%s"',
    (message) => {
      expect(told('13/2022/QH15', 'Điều 25', message, say)).toBe(`Không mất tiền. ${say}`);
    },
  );

  test('is not said of what may cost something', () => {
    const fee = 'Vợ chồng thỏa thuận ai chịu lệ phí.';
    expect(told('13/2022/QH15', 'Điều 25', 'ly hôn có mất phí không', fee)).toBe(fee);
  });
});

describe('a figure claimed', () => {
  test('is confirmed where the rule has no other of its unit', () => {
    expect(told('41/2024/QH15', 'Điều 51', 'khám thai được nghỉ 5 lần đúng không')).toMatch(/^Đúng\. /);
  });

  test.each([
    ['41/2024/QH15', 'Điều 53 khoản 2', 'chồng được nghỉ 5 ngày khi vợ sinh mổ đúng không'],
    ['41/2024/QH15', 'Điều 51', 'khám thai được nghỉ 5 lần do công an cho đúng không'],
    ['52/2014/QH13', 'Điều 8', 'kết hôn từ 18 tuổi đúng không'],
  ])('%s %s: "%s" is not', (document, locator, message) => {
    expect(told(document, locator, message)).not.toMatch(/^Đúng/);
  });
});

describe('a rule in the very words asked', () => {
  const say = 'Hòa giải không bắt buộc. Người hòa giải phải giữ kín chuyện riêng.';
  test('that denies them is a no', () => {
    const message = 'biện pháp thúc đẩy bình đẳng giới có phải là phân biệt đối xử về giới không';
    const plain = 'Biện pháp thúc đẩy bình đẳng giới không bị coi là phân biệt đối xử về giới.';
    expect(told('73/2006/QH11', 'Điều 6 khoản 3', message, plain)).toBe(`Không phải. ${plain}`);
  });

  test('that hangs on something else is left', () => {
    const message = 'người hòa giải có phải giữ kín chuyện riêng không';
    const hanging = 'Người hòa giải phải giữ kín chuyện riêng, trừ khi có nguy hiểm.';
    expect(told('13/2022/QH15', 'Điều 17', message, hanging)).toBe(hanging);
    expect(told('13/2022/QH15', 'Điều 17', 'hòa giải ở đâu', say)).toBe(say);
  });
});

test('a limit to some people that the rule does not have is set right', () => {
  const message = 'chồng nghỉ chăm vợ đẻ chỉ dành cho công chức nhà nước đúng không';
  expect(told('41/2024/QH15', 'Điều 53 khoản 2', message)).toMatch(/^Không đúng: quy định không ghi giới hạn đó\./);
});

test('a figure is not confirmed of what the answer sets apart from its rule', () => {
  const passage = [...library.knowledge.passages.values()].find(({ say }) => say.includes('không phải tỷ lệ trúng cử'));
  if (!passage) throw new Error('no answer that sets the elected apart');
  const say = (message: string) => judged(asItStands(passage), passage, understand(message, library.names)).text;
  expect(say('ít nhất 35% người ứng cử đại biểu hội đồng nhân dân là phụ nữ đúng không')).toMatch(/^Đúng\./);
  expect(say('ít nhất 35% người trúng cử đại biểu hội đồng nhân dân là phụ nữ đúng không')).not.toMatch(/^Đúng/);
});
