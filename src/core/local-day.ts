const offsetMs = 7 * 3_600_000;

/** The calendar day in Viet Nam (UTC+7, no daylight saving), `YYYY-MM-DD`. */
export function localDay(now: Date): string {
  return new Date(now.getTime() + offsetMs).toISOString().slice(0, 10);
}

/** The moment of a day (`YYYY-MM-DD`) and time (`HH:MM`) in Viet Nam. */
export function localMoment(day: string, time: string): Date {
  return new Date(Date.parse(`${day}T${time}:00Z`) - offsetMs);
}
