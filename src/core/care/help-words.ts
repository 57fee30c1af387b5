import { centreOn, type Directory, type Service, shownOn, told } from '../services.ts';

/**
 * What the fixed texts say of services on `day`: `centre`, how a person gets to the Social Work Centre, as a sentence;
 * `second`, a further line that may be shown after the others, or nothing.
 */
export function helpWords({ services, centre }: Directory, day: string): { centre: string; second: string } {
  const way = centreOn(centre, day);
  const call = way.by === 'contact' ? [way.contact.number, way.contact.hours].filter((one) => one !== null) : null;
  const further = services.filter(({ suits }) => suits.adult).flatMap((one) => furtherLine(one, day));
  return {
    centre: call === null ? centre.reach : `${centre.name}: ${call.join(', ')}. ${centre.offers}`,
    second: further[0] ?? '',
  };
}

/** A line beyond the emergency ones, with what is known of it and since when. */
function furtherLine(service: Service, day: string): string[] {
  const shown = shownOn(service, day);
  if (service.lifeline || shown.as === 'hidden') return [];
  const details = [told(service.hours, service), told(service.cost, service)].filter((one) => one !== null);
  const since = shown.as === 'second' ? [`số theo nguồn ${monthOf(shown.since)}`] : [];
  return [`– ${service.name}: ${service.number} (${[...details, ...since].join('; ')}).`];
}

/** "2023-12-01" → "12/2023". */
function monthOf(day: string): string {
  return day.slice(0, 7).split('-').reverse().join('/').replace(/^0/, '');
}
