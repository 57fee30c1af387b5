import { z } from 'zod';

const one = z.object({ text: z.string(), passages: z.array(z.string()) });

/**
 * The sentences of a draft that are whole in the beginning of its JSON: none before it says that there is an answer. A
 * piece that is no sentence ends them. Never throws.
 */
export function sentencesSoFar(json: string): Array<z.infer<typeof one>> {
  const start = /^\s*\{\s*"answerable"\s*:\s*true\s*,\s*"sentences"\s*:\s*\[/.exec(json);
  if (!start) return [];
  const found: Array<z.infer<typeof one>> = [];
  for (let at = start[0].length; ; ) {
    const from = json.indexOf('{', at);
    if (from < 0 || !/^[\s,]*$/.test(json.slice(at, from))) return found;
    const to = closing(json, from);
    if (to < 0) return found;
    const read = one.safeParse(parsed(json.slice(from, to)));
    if (!read.success) return found;
    found.push(read.data);
    at = to;
  }
}

/** Behind the brace that closes the one at `from`; -1 where it is not there yet. */
function closing(json: string, from: number): number {
  let depth = 0;
  for (let at = from; at < json.length; at++) {
    const sign = json[at];
    if (sign === '"') {
      const end = /^"(?:[^"\\]|\\.)*"/su.exec(json.slice(at))?.[0].length;
      if (end === undefined) return -1;
      at += end - 1;
    } else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
