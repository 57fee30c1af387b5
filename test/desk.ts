import type { Referral } from '../src/core/referral/case.ts';
import type { Desk } from '../src/core/referral/desk.ts';
import type { Intake } from '../src/core/referral/intake.ts';
import { receiptOf } from '../src/core/referral/receipt.ts';
import type { CaseKey, DeskTalk } from '../src/core/referral/talk.ts';
import { fold } from '../src/core/vietnamese/fold.ts';
import type { DeskParts } from '../src/turn/desk/parts.ts';

/** An invented desk: week days 7:30–11:30 and 13:00–17:00, two hours promised. */
export const testDesk: Desk = {
  name: 'Trung tâm Công tác xã hội',
  readers: 'người trực của Trung tâm Công tác xã hội',
  hours: [
    { days: [1, 2, 3, 4, 5], from: '07:30', to: '11:30' },
    { days: [1, 2, 3, 4, 5], from: '13:00', to: '17:00' },
  ],
  closedOn: ['2026-12-01'],
  promisedMinutes: 120,
  keepClosedDays: 90,
  withoutTheirYes: false,
};

type Case = {
  receipt: string;
  word: string;
  referral: Referral;
  urgent: boolean;
  answerBy: Date | null;
  held: boolean;
  closed: boolean;
  fromPerson: string[];
  fromDesk: string[];
};

/** A desk in memory, and its officer: for what a person sees. Sealing and races are tested on the real store. */
export function memoryDesk(overrides: Partial<DeskParts> = {}) {
  const talks = new Map<string, { talk: DeskTalk; stamp: string; until: Date }>();
  const cases = new Map<string, Case>();
  let stamps = 0;
  let made = 0;
  const present = (contact: string, now: Date) => {
    const found = talks.get(contact);
    return found && found.until > now ? found : null;
  };
  const intake: Intake = {
    ready: async () => true,
    load: async (contact, now) => present(contact, now),
    async keep(contact, from, to, now) {
      if ((present(contact, now)?.stamp ?? null) !== from) return false;
      talks.set(contact, to);
      return true;
    },
    async drop(contact) {
      talks.delete(contact);
    },
    async refer(contact, from, { referral, urgency, answerBy, update, stamp, until }, now) {
      if (present(contact, now)?.stamp !== from) return 'stale';
      const id = `ca-${++made}`;
      const receipt = receiptOf(`2345678923456${(made % 8) + 2}`);
      const word = fold(referral.codeWord).toLowerCase();
      cases.set(id, {
        ...{ receipt, word, referral, urgent: urgency === 'urgent', answerBy },
        ...{ held: false, closed: false, fromPerson: [], fromDesk: [] },
      });
      const key: CaseKey = { case: id, privateKey: '' };
      talks.set(contact, {
        talk: { stage: 'visit', key, seen: null, receipt, told: false, last: update },
        stamp,
        until,
      });
      return { receipt };
    },
    async comeBack(_comer, receipt, codeWord) {
      const same = ([, one]: [string, Case]) =>
        one.receipt.replaceAll('-', '') === receipt && one.word === fold(codeWord).toLowerCase();
      const id = [...cases].find(same)?.[0];
      return id === undefined ? null : { case: id, privateKey: '' };
    },
    async visit(key, seen) {
      const one = cases.get(key.case);
      if (!one) return null;
      const { held, closed, answerBy, fromDesk } = one;
      const letters = fromDesk.slice(Number(seen ?? 0));
      return { letters, seen: String(fromDesk.length), held, closed, answerBy, repliedAt: null };
    },
    async write(key, words, about) {
      const one = cases.get(key.case);
      if (!one || one.closed) return false;
      one.fromPerson.push(words);
      one.answerBy ??= about.answerBy;
      one.urgent ||= about.urgent;
      return true;
    },
    async withdraw(key) {
      cases.delete(key.case);
    },
  };
  const last = () => [...cases.values()].at(-1);
  /** What the invented officer does to the last case. */
  const officer = {
    claims: () => Object.assign(last() ?? {}, { held: true }),
    replies(text: string) {
      last()?.fromDesk.push(text);
      Object.assign(last() ?? {}, { answerBy: null });
    },
    closes: () => Object.assign(last() ?? {}, { closed: true, answerBy: null }),
  };
  const parts: DeskParts = {
    desk: testDesk,
    staffed: true,
    intake,
    newStamp: () => `s${++stamps}`,
    ...overrides,
  };
  return { parts, cases, talks, officer, last };
}
