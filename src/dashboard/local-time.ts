const shape = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as it is read in Viet Nam: "26/11/2026, 08:05". */
export function localTime(at: Date): string {
  const parts = new Map(shape.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: string) => parts.get(type as Intl.DateTimeFormatPartTypes) ?? '';
  return `${part('day')}/${part('month')}/${part('year')}, ${part('hour')}:${part('minute')}`;
}
