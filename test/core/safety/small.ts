import type { Reading } from '../../../src/core/decide.ts';
import type { Directory, Service } from '../../../src/core/services.ts';

/** A line as the directory holds it, established and called the day it was checked. */
export const service = (changes: Partial<Service>): Service => ({
  id: 'thu',
  number: '1900 1234',
  name: 'Đường dây thử',
  operator: 'thử',
  purpose: 'thử',
  lifeline: false,
  mark: 'A',
  hours: { said: 'cả ngày đêm', mark: 'A' },
  cost: { said: 'miễn phí', mark: 'A' },
  languages: { said: 'tiếng Việt', mark: 'A' },
  trace: [],
  suits: { child: true, adult: true, trafficking: false },
  source: 'thử',
  sourceDate: '2023-12-01',
  checkedOn: '2026-11-01',
  lastTestCall: '2026-11-01',
  testedBy: 'thử',
  note: null,
  ...changes,
});

export const lifeline = (number: string) => service({ id: `so-${number}`, number, lifeline: true });

/** A small directory: the three emergency lines, and what else a test puts in. */
export const directory = (...more: Service[]): Directory => ({
  services: [...['113', '115', '111'].map(lifeline), ...more],
  places: [],
  centre: {
    name: 'Trung tâm thử',
    offers: 'Giúp chỗ ở.',
    reach: 'Hỏi Ủy ban nhân dân xã.',
    known: [],
    contact: null,
    source: 'thử',
    sourceDate: '2026-11-01',
  },
  neverShown: [],
  reporting: { say: '', document: '', locator: '' },
});

/** What is known of a message, with nothing in it but its words. */
export const saying = (folded: string, more: Partial<Reading> = {}): Reading => ({
  folded,
  plainReply: null,
  onlyTells: false,
  wantsMore: false,
  command: null,
  option: null,
  wish: null,
  news: null,
  careWord: null,
  asks: false,
  named: false,
  ofPlan: false,
  asksHow: false,
  plainly: false,
  asksPenalty: false,
  personal: false,
  guessed: false,
  phrased: false,
  ofSomebody: false,
  family: true,
  givesWay: null,
  contentWords: 0,
  likelihood: 0.5,
  urgency: 0,
  dying: 1,
  ...more,
});
