import { type Context, Hono } from 'hono';
import { isDayName } from '../../core/broadcast/campaign.ts';
import type { Deed } from '../../core/broadcast/ports.ts';
import { progressOf } from '../../core/broadcast/result.ts';
import { isDay } from '../../core/calendar.ts';
import { markedOn } from '../../core/daily.ts';
import { typed } from '../form.ts';
import type { Env, House } from '../house.ts';
import { only, visitOf } from '../only.ts';
import { refusal } from '../pages/refused.ts';
import { calendarPage } from './calendar-page.ts';
import type { CampaignDoor } from './door.ts';
import { farWords } from './message.ts';
import { here, messagePage } from './message-page.ts';
import { seriesLengths } from './plan-forms.ts';
import { problemWords } from './words.ts';

type C = Context<Env>;

/** What is sent to subscribers: planned by one, approved by another, stopped by any of them, seen by those who read figures. */
export function campaignRoutes(house: House, door: CampaignDoor): Hono<Env> {
  const app = new Hono<Env>();
  const { campaigns } = door;
  const deedOf = (c: C): Deed => ({ by: visitOf(c).credentials.officer.name, at: house.now() });
  const idOf = (c: C) => (/^\d{1,9}$/.test(c.req.param('tin') ?? '') ? Number(c.req.param('tin')) : 0);
  const oneOf = (c: C) => campaigns.byId(idOf(c));

  app.get('/chien-dich', only('campaigns'), (c) =>
    calendarPage(c, house, door, { what: doneWords(c.req.query('xong'), c.req.query('so')) }),
  );
  app.post('/chien-dich', only('content-write'), async (c) => {
    const body = await c.req.parseBody();
    const day = typed(body, 'ngay');
    const name = typed(body, 'ten-ngay') || null;
    const isNamed = name === null || (await namesOf(day)).includes(name);
    const plan = {
      day,
      time: typed(body, 'gio'),
      audience: typed(body, 'nguoi-nhan') === 'daily' ? ('daily' as const) : ('all' as const),
      dayName: name,
      fact: typed(body, 'dieu'),
    };
    const planned = isNamed ? door.check(plan) : 'day-name';
    const id = typeof planned === 'string' ? planned : ((await campaigns.plan(planned, deedOf(c))) ?? 'taken');
    if (typeof id === 'string') return calendarPage(c, house, door, { why: problemWords(id, door.daily().hours) });
    return c.redirect(`${here}/${id}?xong=soan`, 303);
  });
  app.post('/chien-dich/nhieu-ngay', only('content-write'), async (c) => {
    const body = await c.req.parseBody();
    const count = seriesLengths.find((length) => String(length) === typed(body, 'so-ngay')) ?? seriesLengths[0];
    const first = door.check({
      day: typed(body, 'ngay'),
      time: typed(body, 'gio'),
      audience: 'all',
      dayName: null,
      fact: '',
    });
    // Only its day and hour are looked at here; the facts come from the series.
    if (typeof first === 'string' && first !== 'fact')
      return calendarPage(c, house, door, { why: problemWords(first, door.daily().hours) });
    let made = 0;
    for (const plan of door.series(typed(body, 'ngay'), count, typed(body, 'gio'))) {
      const planned = door.check(plan);
      if (typeof planned !== 'string' && (await campaigns.plan(planned, deedOf(c))) !== null) made++;
    }
    return c.redirect(`${here}?xong=nhieu-ngay&so=${made}`, 303);
  });
  app.post('/chien-dich/duyet', only('content'), async (c) => {
    const body = await c.req.parseBody({ all: true });
    const chosen = [body.tin ?? []]
      .flat()
      .filter((one): one is string => typeof one === 'string' && /^\d{1,9}$/.test(one));
    let approved = 0;
    for (const id of chosen) {
      const words = typed(body, `loi-${id}`);
      if ((await campaigns.approve(Number(id), words, deedOf(c))) === 'approved') approved++;
    }
    if (approved === 0)
      return calendarPage(c, house, door, {
        why: 'Chưa duyệt được tin nào: tin do chính bạn soạn, đã đổi, hoặc không còn chờ duyệt.',
      });
    return c.redirect(`${here}?xong=duyet&so=${approved}`, 303);
  });
  app.post('/chien-dich/ngay', only('content-write'), async (c) => {
    const body = await c.req.parseBody();
    const name = typed(body, 'ten').trim().normalize('NFC');
    const day = monthDayOf(typed(body, 'ngay'));
    if (day === null) return calendarPage(c, house, door, { why: 'Ghi ngày rồi tháng, ví dụ 26/3.' });
    if (!isDayName(name))
      return calendarPage(c, house, door, {
        why: 'Tên ngày cần 3 đến 60 chữ cái, không có chữ lộ chuyện riêng, không có đường dẫn hay số điện thoại.',
      });
    if (!(await campaigns.addDay({ name, day }, deedOf(c))))
      return calendarPage(c, house, door, { why: 'Đã có một ngày tên này.' });
    return c.redirect(`${here}?xong=ngay`, 303);
  });
  app.post('/chien-dich/ngay/:ngay/bo', only('content-write'), async (c) => {
    const id = Number(/^\d{1,9}$/.exec(c.req.param('ngay') ?? '')?.[0] ?? 0);
    if (!(await campaigns.dropDay(id, deedOf(c)))) return calendarPage(c, house, door, { why: 'Ngày này không còn.' });
    return c.redirect(`${here}?xong=bo-ngay`, 303);
  });
  app.get('/chien-dich/:tin', only('campaigns'), async (c) => {
    const one = await oneOf(c);
    return one === null
      ? refusal(c, 404)
      : messagePage(c, one, door, {
          what: c.req.query('xong') === 'soan' ? 'Đã soạn. Một người khác cần duyệt thì tin mới được gửi.' : null,
        });
  });
  app.get('/chien-dich/:tin/tien-do', only('campaigns'), async (c) => {
    const one = await oneOf(c);
    if (one === null) return c.json({ error: 'absent' }, 404);
    const far = progressOf(one);
    return c.json({ state: one.state, far, words: far && farWords(far) });
  });
  app.post('/chien-dich/:tin/dung', only('content'), async (c) => {
    if (await campaigns.stop(idOf(c), deedOf(c))) return c.redirect(`${here}?xong=dung`, 303);
    return calendarPage(c, house, door, { why: 'Tin này không còn gì để dừng.' });
  });
  return app;

  /** What a day may be called in a message. */
  async function namesOf(day: string): Promise<string[]> {
    const known = markedOn(door.daily().days, day);
    const added = (await campaigns.days()).filter((one) => one.day === day.slice(5)).map(({ name }) => name);
    const around = door.daily().days.filter(({ from, to }) => from <= day.slice(5) && day.slice(5) <= to);
    return [...(known ? [known.short] : []), ...around.map(({ short }) => short), ...added];
  }
}

/** "26/3" as `MM-DD`; `null` when it is no day of a year. */
function monthDayOf(typedDay: string): string | null {
  const [, day = '', month = ''] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(typedDay) ?? [];
  // A day that comes every year.
  if (day === '' || !isDay(2023, Number(month), Number(day))) return null;
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function doneWords(what: string | undefined, count = ''): string | null {
  const many = /^\d{1,3}$/.test(count) ? count : '';
  switch (what) {
    case 'nhieu-ngay':
      return `Đã soạn ${many} tin. Một người khác cần duyệt thì tin mới được gửi.`;
    case 'duyet':
      return `Đã duyệt ${many} tin.`;
    case 'dung':
      return 'Đã dừng tin. Tin đang trên đường thì không gọi lại được.';
    case 'ngay':
      return 'Đã thêm ngày.';
    case 'bo-ngay':
      return 'Đã bỏ ngày.';
    default:
      return null;
  }
}
