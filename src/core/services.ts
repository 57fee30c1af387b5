/**
 * How well an entry of the services directory is established (DESIGN §1.10): A by a legal act or two recent sources, B+
 * by several, B by one or an old one, C by one weak one, U by none.
 */
export type Mark = 'A' | 'B+' | 'B' | 'C' | 'U';

/** Words about a service that stand on their own mark, apart from the number they belong to. */
export type Stated = { said: string; mark: Mark };

/** Whether the operator of a line keeps the call, or passes a report on, as far as is known. */
export type Trace = 'call-stored' | 'passes-reports' | 'phone-bill' | 'call-log';

/** Whom a service is for. */
export type Suits = { child: boolean; adult: boolean; trafficking: boolean };

/** A line that can be called. Dates are `YYYY-MM-DD`. */
export type Service = {
  id: string;
  /** As people dial and read it, e.g. "1900 96 96 80". */
  number: string;
  name: string;
  operator: string;
  /** What it does, in plain words. */
  purpose: string;
  /** 113, 114, 115, 111: never hidden; they alarm the operator instead. */
  lifeline: boolean;
  mark: Mark;
  hours: Stated;
  cost: Stated;
  languages: Stated;
  trace: Trace[];
  suits: Suits;
  source: string;
  sourceDate: string;
  /** The day someone last compared this entry with its sources. */
  checkedOn: string;
  /** The day someone last dialled the number, or `null`. */
  lastTestCall: string | null;
  testedBy: string | null;
  note: string | null;
};

/** Somewhere to go in person; the bot knows no number for it. */
export type Place = {
  id: string;
  name: string;
  purpose: string;
  /** How to reach it without a number. */
  reach: string;
  mark: Mark;
  suits: Suits;
  source: string;
};

/** The Social Work Centre's own way to be reached, filled in by the operator once the Centre confirmed it. */
export type CentreContact = {
  number: string;
  address: string | null;
  hours: string | null;
  cost: string | null;
  confirmedOn: string;
  confirmedBy: string;
};

export type Centre = {
  name: string;
  offers: string;
  /** Who can connect a person with the Centre while `contact` is `null`. */
  reach: string;
  known: Stated[];
  contact: CentreContact | null;
  source: string;
  sourceDate: string;
};

/** A number or item often copied into help lists that must not be shown, and why. */
export type NeverShown = { numbers: string[]; item: string; why: string };

export type Directory = {
  services: Service[];
  places: Place[];
  centre: Centre;
  neverShown: NeverShown[];
  /** Where the law lets anyone report without knowing a number. */
  reporting: { say: string; document: string; locator: string };
};

/** What the reply may do with a service on a day. */
export type Shown =
  | { as: 'first' }
  /** Offered after the others, with the day of the source or test call it rests on. */
  | { as: 'second'; since: string }
  | { as: 'hidden'; why: 'weak' | 'uncalled' | 'stale' };

/** Days after its last check at which an entry becomes a second choice, and at which it is hidden. */
export const demotedAfterDays = 90;
export const hiddenAfterDays = 180;

const dayMs = 86_400_000;

/** Whole days from `from` to `to`, both `YYYY-MM-DD`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** The last test call or, until the first one, the day the entry was compared with its sources. */
export function lastCheck(service: Pick<Service, 'lastTestCall' | 'checkedOn'>): string {
  return service.lastTestCall ?? service.checkedOn;
}

/**
 * Whether and how a service is shown on `day`. C and U never; B only after a test call and then as a second choice; B+
 * as a second choice until someone called it; every entry ages from its last check. Lifelines are always first.
 */
export function shownOn(service: Service, day: string): Shown {
  if (service.lifeline) return { as: 'first' };
  if (service.mark === 'C' || service.mark === 'U') return { as: 'hidden', why: 'weak' };
  const called = service.lastTestCall;
  if (service.mark === 'B' && called === null) return { as: 'hidden', why: 'uncalled' };
  const age = daysBetween(lastCheck(service), day);
  if (age > hiddenAfterDays) return { as: 'hidden', why: 'stale' };
  const second = service.mark === 'B' || (service.mark === 'B+' && called === null) || age > demotedAfterDays;
  return second ? { as: 'second', since: called ?? service.sourceDate } : { as: 'first' };
}

/** The words of a detail when they may be told: A and B+ as they are, B after a test call, C and U never. */
export function told(detail: Stated, service: Pick<Service, 'lastTestCall'>): string | null {
  switch (detail.mark) {
    case 'A':
    case 'B+':
      return detail.said;
    case 'B':
      return service.lastTestCall === null ? null : detail.said;
    case 'C':
    case 'U':
      return null;
  }
}

/** The Centre's own contact while it is confirmed and fresh; otherwise who can connect the person. */
export function centreOn(centre: Centre, day: string): { by: 'contact'; contact: CentreContact } | { by: 'others' } {
  const { contact } = centre;
  return contact !== null && daysBetween(contact.confirmedOn, day) <= hiddenAfterDays
    ? { by: 'contact', contact }
    : { by: 'others' };
}
