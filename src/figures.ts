import { join } from 'node:path';
import type { Config } from './config.ts';
import { addDays } from './core/calendar.ts';
import { localDay } from './core/local-day.ts';
import type { ContentState } from './core/measures/content-state.ts';
import { addToMonth, monthOf, monthsOf } from './core/measures/month.ts';
import type { MeasureStore } from './core/measures/ports.ts';
import { alarms } from './core/service-alarms.ts';
import type { FiguresDoor } from './dashboard/figures/door.ts';
import { namesOf } from './dashboard/figures/names.ts';
import { loadDeskTemplates } from './knowledge/desk-templates.ts';
import { loadNews } from './knowledge/news.ts';
import type { LiveContent } from './live/content.ts';
import type { Words } from './live/words.ts';
import { measureStore } from './postgres/measures/store.ts';
import { usedSince } from './postgres/model-use.ts';
import type { Database } from './postgres/open.ts';

type Bot = { database: Pick<Database, 'pool'>; content: Pick<LiveContent, 'current'> };

/** What the pages of figures work with: the database, and names and freshness by the content of the moment. */
export function figuresDoor({ database, content }: Bot, { promptsDir, model }: Config, now: () => Date): FiguresDoor {
  const templates = loadDeskTemplates(join(promptsDir, 'desk-templates.yaml'));
  return {
    store: measureStore(database.pool),
    names() {
      const { knowledge, paths } = content.current().words;
      return namesOf(knowledge, paths);
    },
    async model(today) {
      if (model.kind !== 'on') return null;
      const use = await usedSince(database.pool, addDays(today, -7));
      const counts: Record<string, number> = {};
      for (const { day, what, count } of use) if (day < today) counts[what] = (counts[what] ?? 0) + count;
      const tokens = use.filter((one) => one.day === today && /^tokens-/.test(one.what));
      return {
        counts,
        tokensToday: tokens.reduce((sum, one) => sum + one.count, 0),
        mostTokens: model.limits.tokens,
      };
    },
    content() {
      const { words } = content.current();
      const state = stateOf(words, localDay(now()));
      const { approved, templates: texts } = templates;
      const desk = approved === null ? [{ file: 'prompts/desk-templates.yaml', texts: texts.length }] : [];
      return { ...state, awaiting: [...desk, ...state.awaiting] };
    },
    published() {
      const { files, knowledge } = content.current().words;
      const { items, days } = loadNews(files, knowledge);
      return { knowledge, news: items, days };
    },
  };
}

/** Reads two years of figures while the first officer signs in, so that nobody waits for them. */
export function readAhead(store: MeasureStore, now: Date): void {
  const current = monthOf(localDay(now));
  // Whoever opens a page reads them again and is told when that fails.
  void store.months(monthsOf({ from: addToMonth(current, -24), to: current }), now).catch(() => {});
}

function stateOf({ files, knowledge, replies, directory, lapsed }: Words, today: string): ContentState {
  const checked = checkedDays(files);
  const passages = new Map<string, number>();
  for (const { document } of knowledge.passages.values()) passages.set(document, (passages.get(document) ?? 0) + 1);
  return {
    documents: [...knowledge.documents.values()].map(({ number, short, inForceTo }) => ({
      name: short,
      checkedOn: checked.get(number) ?? null,
      inForceTo,
      passages: passages.get(number) ?? 0,
    })),
    directory,
    alarms: alarms(directory, today),
    awaiting: replies.awaitingApproval.map((id) => ({ file: `prompts/replies/${id}.md`, texts: 1 })),
    lapsed,
  };
}

/** When each legal act was last read again, by its number: the front part of its file tells. */
function checkedDays(files: Words['files']): Map<string, string> {
  const days = new Map<string, string>();
  for (const [name, text] of files) {
    if (!name.startsWith('knowledge/laws/')) continue;
    const [, number] = /^number: *"?([^"\n]+?)"? *$/m.exec(text) ?? [];
    const [, day] = /^checkedOn: *"?(\d{4}-\d\d-\d\d)"? *$/m.exec(text) ?? [];
    if (number && day) days.set(number, day);
  }
  return days;
}
