/** "2025-07-01" → "1/7/2025", as the plan and the laws write days. */
export function spokenDay(day: string): string {
  return day.split('-').reverse().map(Number).join('/');
}

/** The day after `day` (`YYYY-MM-DD`). */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
