import { type Directory, daysBetween, demotedAfterDays, lastCheck, type Service, shownOn } from './services.ts';

/** What the operator must see to. `service` is an id. */
export type Alarm =
  | { what: 'lifeline-overdue' | 'never-called' | 'demoted' | 'hidden'; service: string }
  | { what: 'centre-without-contact' | 'centre-contact-overdue' };

/** Everything in the directory that needs a test call or a confirmation on `day`, the most pressing first. */
export function alarms(directory: Directory, day: string): Alarm[] {
  const { services, centre } = directory;
  const overdue = (service: Service) => daysBetween(lastCheck(service), day) > demotedAfterDays;
  const named = (what: 'lifeline-overdue' | 'never-called' | 'demoted' | 'hidden', which: Service[]): Alarm[] =>
    which.map((service) => ({ what, service: service.id }));
  const others = services.filter((one) => !one.lifeline);
  const isStale = (service: Service) => {
    const shown = shownOn(service, day);
    return shown.as === 'hidden' && shown.why === 'stale';
  };
  const centreAlarm: Alarm[] =
    centre.contact === null
      ? [{ what: 'centre-without-contact' }]
      : daysBetween(centre.contact.confirmedOn, day) > demotedAfterDays
        ? [{ what: 'centre-contact-overdue' }]
        : [];
  return [
    ...centreAlarm,
    ...named(
      'lifeline-overdue',
      services.filter((one) => one.lifeline && overdue(one)),
    ),
    ...named('hidden', others.filter(isStale)),
    ...named(
      'demoted',
      others.filter((one) => shownOn(one, day).as === 'second' && overdue(one)),
    ),
    ...named(
      'never-called',
      services.filter((one) => one.lastTestCall === null && one.mark !== 'C' && one.mark !== 'U'),
    ),
  ];
}
