/**
 * Keeps labels few and plain: at most `most` different ones, each a short code; all others become "other". A label that
 * held more would be kept for ever, and might hold what a person wrote.
 */
export function labelled(most: number): (text: string) => string {
  const known = new Set<string>();
  return (text) => {
    if (known.has(text)) return text;
    if (known.size >= most || !/^[a-z][a-z0-9-]{0,40}$/.test(text)) return 'other';
    known.add(text);
    return text;
  };
}
