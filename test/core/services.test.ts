import fc from 'fast-check';
import { expect, test } from 'vitest';
import { helpWords } from '../../src/core/care/help-words.ts';
import { alarms } from '../../src/core/service-alarms.ts';
import { centreOn, type Mark, type Service, shownOn, told } from '../../src/core/services.ts';
import { loadServices } from '../../src/knowledge/services.ts';
import { content } from '../fakes.ts';

const source = content.get('knowledge/services.yaml') ?? '';
const directory = loadServices(source);
const any = directory.services.find((one) => one.id === 'anh-duong-dien-bien') as Service;
const service = (changes: Partial<Service>): Service => ({ ...any, checkedOn: '2026-11-22', ...changes });
const lines = (kind: 'first' | 'second' | 'hidden', day: string) =>
  directory.services.filter((one) => shownOn(one, day).as === kind).map((one) => one.number);

test('the next place to call is one for people who are hurt, not a line for floods', () => {
  expect(helpWords(directory, '2026-11-25').second).toMatch(/1900 96 96 80 .*nguồn 12\/2023/);
});

test('by its marks the directory shows the emergency lines first and two others as a second choice', () => {
  expect(lines('first', '2026-11-25')).toEqual(['113', '115', '114', '111', '112']);
  expect(lines('second', '2026-11-25')).toEqual(['1900 96 96 80', '1800 1768']);
});

test('an entry known from older sources says the day of its source until someone called it', () => {
  expect(shownOn(service({ mark: 'B+', sourceDate: '2025-11-27' }), '2026-11-25')).toEqual({
    as: 'second',
    since: '2025-11-27',
  });
  expect(shownOn(service({ mark: 'B+', lastTestCall: '2026-12-01' }), '2026-12-02')).toEqual({ as: 'first' });
});

test('a weakly sourced number is shown only after a test call, and never as the first choice', () => {
  expect(shownOn(service({ mark: 'B' }), '2026-11-25')).toEqual({ as: 'hidden', why: 'uncalled' });
  expect(shownOn(service({ mark: 'B', lastTestCall: '2026-12-01' }), '2026-12-02')).toEqual({
    as: 'second',
    since: '2026-12-01',
  });
});

test.each<[age: string, day: string, as: string]>([
  ['90 days', '2027-02-20', 'first'],
  ['91 days', '2027-02-21', 'second'],
  ['180 days', '2027-05-21', 'second'],
  ['181 days', '2027-05-22', 'hidden'],
])('%s after its last check an entry is %s', (_age, day, as) => {
  expect(shownOn(service({ mark: 'A' }), day).as).toBe(as);
});

test('the emergency lines never vanish, and the operator is told', () => {
  const late = '2036-01-01';
  expect(lines('first', late)).toEqual(['113', '115', '114', '111']);
  const told = alarms(directory, late);
  for (const id of ['cong-an-113', 'cap-cuu-115', 'cuu-nan-114', 'tre-em-111'])
    expect(told).toContainEqual({ what: 'lifeline-overdue', service: id });
  expect(alarms(directory, '2026-11-25').some((one) => one.what === 'lifeline-overdue')).toBe(false);
});

test('weak entries stay hidden whatever happens to them', () => {
  fc.assert(
    fc.property(
      fc.constantFrom<Mark>('C', 'U'),
      fc.option(fc.integer({ min: 2020, max: 2040 }).map((year) => `${year}-06-01`)),
      fc.integer({ min: 2020, max: 2040 }).map((year) => `${year}-07-01`),
      (mark, lastTestCall, day) => {
        expect(shownOn(service({ mark, lastTestCall }), day)).toEqual({ as: 'hidden', why: 'weak' });
      },
    ),
  );
});

test('as days pass an entry only sinks', () => {
  const rank = { first: 0, second: 1, hidden: 2 };
  fc.assert(
    fc.property(fc.constantFrom<Mark>('A', 'B+', 'B'), fc.boolean(), fc.array(fc.nat(400)), (mark, called, ages) => {
      const one = service({ mark, lastTestCall: called ? '2026-11-23' : null });
      const seen = ages
        .sort((a, b) => a - b)
        .map((age) => {
          const day = new Date(Date.UTC(2026, 10, 23 + age)).toISOString().slice(0, 10);
          return rank[shownOn(one, day).as];
        });
      expect(seen).toEqual([...seen].sort());
    }),
  );
});

test('a detail is told by its own mark', () => {
  const detail = (mark: Mark) => ({ said: 'cả ngày và đêm', mark });
  expect(told(detail('A'), { lastTestCall: null })).toBe('cả ngày và đêm');
  expect(told(detail('B'), { lastTestCall: null })).toBeNull();
  expect(told(detail('B'), { lastTestCall: '2026-11-24' })).toBe('cả ngày và đêm');
  expect(told(detail('U'), { lastTestCall: '2026-11-24' })).toBeNull();
});

test('until its own contact is confirmed the Centre is reached through others, and the gap is an alarm', () => {
  expect(centreOn(directory.centre, '2026-11-25')).toEqual({ by: 'others' });
  expect(alarms(directory, '2026-11-25')[0]).toEqual({ what: 'centre-without-contact' });
  const contact = {
    number: '0214 000 0000',
    address: null,
    hours: null,
    cost: null,
    confirmedOn: '2026-12-01',
    confirmedBy: 'trưởng phòng',
  };
  const confirmed = { ...directory.centre, contact };
  expect(centreOn(confirmed, '2026-12-02')).toEqual({ by: 'contact', contact });
  expect(centreOn(confirmed, '2027-12-02')).toEqual({ by: 'others' });
  expect(alarms({ ...directory, centre: confirmed }, '2027-04-02')[0]).toEqual({ what: 'centre-contact-overdue' });
});

test.each([
  ['a number on the list of wrong ones', 'number: 1800 1768', 'number: 1800 599 999', /không bao giờ nói/],
  ['a number used twice', 'number: 1800 1768', 'number: "113"', /số 113 đã có/],
  ['a number that is none', 'number: 1800 1768', 'number: "20"', /không giống một số điện thoại/],
  ['an id used twice', 'id: ngay-mai', 'id: csaga', /mã "csaga" dùng hai lần/],
  ['a mark that does not exist', 'mark: B+', 'mark: D', /"services\.4\.mark"/],
  ['a test call without a caller', 'lastTestCall: null', 'lastTestCall: "2026-12-01"', /ngày gọi thử và người gọi thử/],
  ['a lifeline that is not certain', 'lifeline: true\n    mark: A', 'lifeline: true\n    mark: B', /phải có mức A/],
])('%s is refused with file and line', (_what, before, after, message) => {
  expect(() => loadServices(source.replace(before, after))).toThrow(message);
  expect(() => loadServices(source.replace(before, after))).toThrow(/knowledge\/services\.yaml:\d+:/);
});
