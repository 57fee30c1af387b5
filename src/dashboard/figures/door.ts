import type { ContentState } from '../../core/measures/content-state.ts';
import type { MeasureStore } from '../../core/measures/ports.ts';
import type { Names } from '../../core/measures/words.ts';

/** What the pages of figures work with. */
export type FiguresDoor = {
  store: MeasureStore;
  /** Names by the knowledge of this moment. */
  names: () => Names;
  content: () => ContentState;
};
