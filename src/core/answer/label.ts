import type { Passage } from '../passage.ts';
import { fold } from '../vietnamese/fold.ts';

/** What fits on a button of a small phone. */
export const labelChars = 60;

const marked = /[à-ỹđ]/i;

/** What a button that leads to the passage says: its plain name, or a short way people ask for it. */
export function labelOf(passage: Passage): string {
  const { facts, ask } = passage;
  // Parts of a document may have no title of their own; a messenger refuses a button without words.
  const title = passage.title.trim() === '' ? passage.locator : passage.title;
  if (facts.kind === 'indicator') return facts.label;
  if (facts.kind === 'objective') return shortened(title.replace(/: Trong (?:lĩnh vực )?/, ': '));
  const asked = ask.find((one) => marked.test(one) && one.length <= labelChars);
  if (facts.kind === 'card' || facts.kind === 'unknown') return capital(asked ?? shortened(title));
  return capital(title.length <= labelChars ? title : (asked ?? shortened(title)));
}

/** The text cut to a button's length, at a comma or "và" where that keeps half of it, else at a word. */
export function shortened(text: string): string {
  if (text.length <= labelChars) return text;
  const window = text.slice(0, labelChars);
  const pause = Math.max(window.lastIndexOf(', '), window.lastIndexOf('; '), window.lastIndexOf(' và '));
  if (pause >= labelChars / 2) return window.slice(0, pause);
  return `${window.slice(0, Math.max(1, window.lastIndexOf(' ', labelChars - 2)))}…`;
}

/** Whether two labels would read as the same choice. */
export function sameLabel(one: string, other: string): boolean {
  const words = (text: string) =>
    new Set(
      fold(text)
        .split(/[^a-z0-9]+/)
        .filter(Boolean),
    );
  const [first, second] = [words(one), words(other)];
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(1, Math.min(first.size, second.size)) > 0.8;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
