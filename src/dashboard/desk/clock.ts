import { html } from 'hono/html';
import { clockOf, safeNow, spanWords, urgencyNames, wantNames, whenNames } from '../../core/officers/case-words.ts';
import type { QueuedCase } from '../../core/referral/case-desk.ts';
import type { Markup } from '../frame.ts';

/** How urgent, what is wanted, when it is safe: all that is shown of a case that is not open. */
export function caseFacts({ urgency, wants, when }: QueuedCase, now: Date): Markup {
  const safe = safeNow(when, now);
  const warned = safe === 'no' ? 'Bây giờ không phải giờ an toàn: đừng gọi, đừng nhắn.' : '';
  return html`<span class="urgency ${urgency}">${urgencyNames[urgency]}</span>
<span class="wants">${wants.map((want) => wantNames[want]).join(' · ')}</span>
<span class="safe"><b>Lúc an toàn:</b> ${whenNames[when]}${warned === '' ? '' : html` <em>${warned}</em>`}</span>`;
}

/** The waiting clock of a case. */
export function caseClock({ answerBy, createdAt, unread }: QueuedCase, now: Date): Markup {
  const clock = clockOf(answerBy, now);
  const age = spanWords(now.getTime() - createdAt.getTime());
  const fresh = unread === 0 ? '' : html` <b>${unread} thư chưa đọc.</b>`;
  switch (clock.kind) {
    case 'answered':
      return html`<span class="clock">Không có thư chờ trả lời. Mở từ ${age} trước.${fresh}</span>`;
    case 'due':
      return html`<span class="clock">Còn ${clock.ms < 60_000 ? 'chưa tới một phút' : spanWords(clock.ms)} để trả lời đúng hẹn.${fresh}</span>`;
    case 'late':
      return html`<span class="clock late">${clock.ms < 60_000 ? 'Vừa quá hẹn' : `Quá hẹn ${spanWords(clock.ms)}`}.${fresh}</span>`;
  }
}
