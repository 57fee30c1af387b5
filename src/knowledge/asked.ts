import type { FirstWords } from '../core/passage.ts';

const arrow = /\s*=>\s*/;

/**
 * Ways of asking as the files hold them: "câu hỏi", or "câu hỏi => Không được." with what is said first to whoever asks
 * so. `firstWords` is left out where none has any.
 */
export function askedOf(lines: readonly string[]): { ask: string[]; firstWords?: FirstWords[] } {
  const firstWords: FirstWords[] = [];
  const ask = lines.map((line) => {
    const [asked = '', say] = line.split(arrow);
    if (say) firstWords.push({ ask: asked, say });
    return asked;
  });
  return firstWords.length > 0 ? { ask, firstWords } : { ask };
}
