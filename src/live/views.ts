import type { ItemLine, ItemView, TellsNow } from '../core/content/desk.ts';
import type { Draft } from '../core/content/draft.ts';
import { type ItemBody, type ItemKey, nameOf } from '../core/content/item.ts';
import { type Publication, scheduledIn } from '../core/content/publication.ts';
import { titleOf } from '../core/content/title.ts';
import { alarms } from '../core/service-alarms.ts';
import { shownOn } from '../core/services.ts';
import type { LiveContent, Snapshot } from './content.ts';

/** How a thing stands in lists and on its page. */
export function lineOf(key: ItemKey, drafts: ReadonlyMap<string, Draft>, content: LiveContent): ItemLine {
  const now = content.current();
  const name = nameOf(key);
  const draft = drafts.get(name) ?? null;
  const item = now.items().get(name);
  const scheduled = scheduledIn(historyIn(now, key), now.day);
  return {
    kind: key.kind,
    id: key.id,
    title: titleOf(key, item?.body ?? draft?.body ?? null),
    file: item?.file ?? draft?.file ?? '',
    tells: tellsNow(key, now),
    draft: draft?.state ?? null,
    waits: scheduled === null ? waitsFor(key, item?.body ?? null, now) : `đổi từ ngày ${dayWords(scheduled.from)}`,
  };
}

function tellsNow(key: ItemKey, { conflicts, broken, over }: Snapshot): TellsNow {
  const isIn = (list: Publication[]) => list.some((one) => nameOf(one) === nameOf(key));
  if (isIn(broken)) return 'broken';
  if (isIn(conflicts)) return 'conflict';
  return isIn(over) ? 'over' : 'file';
}

function waitsFor({ kind, id }: ItemKey, body: ItemBody | null, { words, day }: Snapshot): string | null {
  if (kind === 'reply') return body !== null && body.approved === null ? 'chưa duyệt' : null;
  if (kind !== 'service' && kind !== 'centre') return null;
  const alarm = alarms(words.directory, day).find((one) =>
    'service' in one ? kind === 'service' && one.service === id : kind === 'centre',
  );
  switch (alarm?.what) {
    case 'never-called':
      return 'chưa ai gọi thử';
    case 'demoted':
      return 'quá 90 ngày chưa kiểm tra';
    case 'hidden':
      return 'quá 180 ngày, đang ẩn';
    case 'centre-without-contact':
      return 'chưa có số đã xác nhận';
    case 'centre-contact-overdue':
    case 'lifeline-overdue':
      return 'quá hạn kiểm tra';
    default:
      return null;
  }
}

/** The changes of one thing, newest first. */
export function historyIn({ publications }: Snapshot, key: ItemKey): Publication[] {
  return publications.filter((one) => nameOf(one) === nameOf(key)).reverse();
}

/** The whole page of a thing; `null` when there is neither such a thing, nor a draft, nor a past of it. */
export function viewOf(key: ItemKey, draft: Draft | null, content: LiveContent): ItemView | null {
  const now = content.current();
  const name = nameOf(key);
  const told = now.items().get(name)?.body ?? null;
  const history = historyIn(now, key);
  if (told === null && draft === null && history.length === 0) return null;
  const line = lineOf(key, new Map(draft ? [[name, draft]] : []), content);
  return {
    ...line,
    file: line.file || (history[0]?.file ?? ''),
    title: titleOf(key, told ?? draft?.body ?? history.find(({ body }) => body !== null)?.body ?? null),
    now: told,
    inFile: content.catalogue().get(name)?.body ?? null,
    whole: draft,
    scheduled: scheduledIn(history, now.day),
    history,
    notes: notesOf(key, told, history, now),
  };
}

function notesOf(
  { kind, id }: ItemKey,
  body: ItemBody | null,
  history: Publication[],
  { words, day }: Snapshot,
): string[] {
  if (body === null) return [];
  if (kind === 'reply') return [body.approved === null ? 'Chưa ai duyệt lời này.' : `Đã duyệt: ${body.approved}.`];
  const service = kind === 'service' ? words.directory.services.find((one) => one.id === id) : undefined;
  if (service === undefined) return [];
  const since = history.findIndex(({ deed }) => deed === 'called');
  const unheard = history.slice(0, since === -1 ? undefined : since).filter(({ deed }) => deed === 'not-answered');
  return [
    shownWords(shownOn(service, day)),
    service.lastTestCall === null
      ? 'Chưa ai gọi thử số này.'
      : `Gọi thử có người nghe gần nhất: ${dayWords(service.lastTestCall)} (${service.testedBy}).`,
    ...(unheard.length === 0
      ? []
      : [
          `Từ đó đã gọi ${unheard.length} lần không ai nghe. Nếu số này hỏng thật, hãy đổi mức tin cậy sang C để máy thôi nói.`,
        ]),
  ];
}

function shownWords(shown: ReturnType<typeof shownOn>): string {
  switch (shown.as) {
    case 'first':
      return 'Hôm nay máy nói số này trước.';
    case 'second':
      return 'Hôm nay máy nói số này sau các số khác.';
    case 'hidden':
      return {
        weak: 'Máy không nói số này vì chưa đủ tin cậy.',
        uncalled: 'Máy không nói số này cho tới khi có người gọi thử.',
        stale: 'Máy không nói số này vì lâu quá chưa ai kiểm tra.',
      }[shown.why];
  }
}

/** "2026-11-26" → "26/11/2026". */
export function dayWords(day: string): string {
  return day.split('-').reverse().join('/');
}
