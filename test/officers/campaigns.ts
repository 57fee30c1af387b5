import { campaignDoor } from '../../src/campaigns.ts';
import type { Daily } from '../../src/core/daily.ts';
import type { Knowledge } from '../../src/core/knowledge.ts';
import type { CampaignDoor } from '../../src/dashboard/campaigns/door.ts';
import type { Words } from '../../src/live/words.ts';
import type { Database } from '../../src/postgres/open.ts';

const fact = (id: string, text: string, passage = 'luat') => ({ id, text, passage, approved: null });

/** A little invented content; the test changes it. */
export const daily: Daily = {
  facts: [
    fact('viec-nha', 'Việc nhà là việc chung của cả nhà, ai cũng làm được.'),
    fact('hoc', 'Con gái, con trai được đi học như nhau.'),
    fact('cu', 'Điều này dựa vào một luật đã hết hiệu lực.', 'luat-cu'),
  ],
  days: [
    {
      id: 'ngay-8-3',
      name: 'Ngày Quốc tế Phụ nữ',
      short: 'Ngày Quốc tế Phụ nữ',
      from: '03-08',
      to: '03-08',
      passage: 'luat',
    },
  ],
  hours: { from: '08:00', to: '20:00' },
};

const passage = (id: string, inForceTo: string | null) => ({
  id,
  inForceFrom: '2000-01-01',
  inForceTo,
  cites: [{ document: '73/2006/QH11', locator: 'Điều 18' }],
});
const knowledge = {
  passages: new Map([
    ['luat', passage('luat', null)],
    ['luat-cu', passage('luat-cu', '2020-01-01')],
  ]),
  documents: new Map(),
} as unknown as Knowledge;
const replies = {
  get: (id: string, { fact: told = '', day = '' }: Record<string, string> = {}) => ({
    bubbles:
      id === 'lead'
        ? ['Hoa Ban']
        : [`${day === '' ? '' : `Đang là ${day}.\n`}Điều hôm nay: ${told}`, 'Muốn thôi: gõ "thôi nhận tin".'],
    offers: [],
    cites: [],
  }),
} as unknown as Words['replies'];

/** The door of campaigns over the database of a test. */
export function tinyCampaigns(pool: Database['pool'], auditKey: Buffer, now: () => Date): CampaignDoor {
  const words = { knowledge, replies, daily };
  return campaignDoor(pool, auditKey, { content: { current: () => ({ words, answers: { off: false } }) } }, now);
}
