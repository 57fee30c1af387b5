import { describe, expect, test } from 'vitest';
import { ClearedText, clear } from '../../src/core/clearance/clear.ts';
import { commonsOf, redact } from '../../src/core/clearance/redact.ts';
import { library } from '../fakes.ts';
import { holds, people } from '../model/people.ts';

const commons = commonsOf(library);
const ordinary = { level: 'none', inCare: false, place: { location: 'vn' }, consent: 'unasked' } as const;

test('of 1,000 invented people nothing that was planted is left, however they type', () => {
  const leaks = people(1_000, 224).flatMap(({ message, planted }) => {
    const left = redact(message, commons);
    return left === null ? [] : planted.filter((one) => holds(left.text, one)).map((one) => `${one} in ${left.text}`);
  });
  expect(leaks).toEqual([]);
});

test('the control: before redaction they are all there', () => {
  expect(people(200, 224).every(({ message, planted }) => planted.every((one) => holds(message, one)))).toBe(true);
});

test.each([
  ['con bé Bống 3 tuổi ly hôn ai nuôi', 'bống'],
  ['gặp bác sĩ Nhân ở phòng 302', '302'],
  ['số không chín tám bảy sáu năm bốn của em', 'bảy'],
  ['nick zalo: meo.con.98 hỏi luật', 'meo'],
  ['đường Trần Hưng Đạo số 45 có tranh chấp', 'hưng'],
  ['biển số 24B1-123.45 đâm vào nhà', '123'],
  ['mã bảo hiểm 1020304050 nghỉ ốm', '1020304050'],
  ['Cường không cho tôi đi làm', 'cường'],
])('%s: what leads to somebody is hidden', (message, planted) => {
  expect(redact(message, commons)?.text).not.toContain(planted);
});

test.each([
  'bao nhiêu tuổi được kết hôn',
  'vợ sinh con thứ ba thì chồng được nghỉ mấy ngày',
  'phạt 5.000.000 đồng có đúng không',
  'nghị định 282/2025/nđ-cp quy định gì',
  'bao hiem xa hoi nghi om may ngay',
  'anh em trong nhà tranh chấp đất thì chia thế nào',
])('%s: an ordinary question goes as it is', (message) => {
  expect(redact(message, commons)).toMatchObject({ text: message, hidden: 0 });
});

describe('the gate', () => {
  const words = 'bao nhiêu tuổi được kết hôn';
  const why = (leave: Parameters<typeof clear>[1], message = words) => {
    const found = clear(message, leave, commons);
    return found.kind === 'kept' ? found.why : 'cleared';
  };

  test.each(['concern', 'support', 'emergency'] as const)('%s stays, wherever the model is', (level) => {
    for (const location of ['own', 'vn'] as const)
      expect(why({ ...ordinary, level, place: { location } })).toBe('level');
    expect(why({ ...ordinary, level, place: { location: 'abroad', filed: true }, consent: 'yes' })).toBe('level');
  });

  test('a talk that is careful after a disclosure stays', () => {
    expect(why({ ...ordinary, inCare: true })).toBe('level');
  });

  test('abroad needs the file and a yes in this talk', () => {
    const abroad = { ...ordinary, place: { location: 'abroad', filed: true } } as const;
    expect(why({ ...abroad, place: { location: 'abroad', filed: false }, consent: 'yes' })).toBe('not-filed');
    for (const consent of ['unasked', 'asked', 'no'] as const) expect(why({ ...abroad, consent })).toBe('no-consent');
    expect(why({ ...abroad, consent: 'yes' })).toBe('cleared');
  });

  test('what is all names and numbers stays', () => {
    expect(why(ordinary, '0987654321')).toBe('nothing-left');
    expect(why(ordinary, 'zxqw plmk trfg')).toBe('nothing-left');
  });

  test('redaction that fails closes the gate', () => {
    const broken = {
      ...commons,
      known: () => {
        throw new Error('broken');
      },
    };
    expect(clear(words, ordinary, broken)).toEqual({ kind: 'kept', why: 'not-redactable' });
  });

  test('nothing else makes cleared text, and it does not print', () => {
    expect(
      () => new (ClearedText as unknown as new (key: symbol, text: string) => unknown)(Symbol('made by clear()'), 'x'),
    ).toThrow();
    const found = clear(words, ordinary, commons);
    expect(`${found.kind === 'cleared' ? found.text : ''}${JSON.stringify(found)}`).not.toContain('tuổi');
  });
});
