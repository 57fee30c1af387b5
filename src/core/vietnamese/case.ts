/** `word` (lower case) written the way `like` is: CAPITALS, Capital, or lower case. */
export function casedLike(word: string, like: string): string {
  const lower = like.toLowerCase();
  if (lower === like) return word;
  if (like.length > 1 && like.toUpperCase() === like) return word.toUpperCase();
  const first = like.charAt(0);
  return first !== first.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
