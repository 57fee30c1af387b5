import type { Knowledge } from '../../core/knowledge.ts';
import type { ContentState } from '../../core/measures/content-state.ts';
import type { ModelWeek } from '../../core/measures/model-week.ts';
import type { MeasureStore } from '../../core/measures/ports.ts';
import type { Names } from '../../core/measures/words.ts';
import type { CampaignDay, NewsItem } from '../../core/news.ts';

/** What the pages of figures work with. */
export type FiguresDoor = {
  store: MeasureStore;
  /** Names by the knowledge of this moment. */
  names: () => Names;
  content: () => ContentState;
  /** What a language model was used for; `null` where none is on. */
  model: (today: string) => Promise<ModelWeek | null>;
  /** What the bot tells at this moment, and the items for communes: what the yearly report quotes. */
  published: () => { knowledge: Knowledge; news: NewsItem[]; days: CampaignDay[] };
};
