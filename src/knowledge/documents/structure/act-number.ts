const form = /\d{1,5}[a-z]?\s*(?:\/\s*\d{4}\s*)?\/\s*[A-ZĐ][\p{L}\d]*(?:\s*-\s*[\p{L}\d]+)*/iu;
const told = new RegExp(`(?:^|[\\s|(])số\\s*:?\\s*(${form.source})`, 'iu');

/** The number after "Số:" in a line, tidied, or `null`. */
export function toldNumber(line: string): string | null {
  const found = told.exec(line)?.[1];
  return found === undefined ? null : tidyNumber(found);
}

/** All act numbers in a text, tidied. */
export function actNumbers(text: string): string[] {
  return (text.match(new RegExp(form.source, 'giu')) ?? []).flatMap((one) => tidyNumber(one) ?? []);
}

/** "76 /2026/nd-cp" → "76/2026/NĐ-CP"; `null` when it is no number of an act. */
export function tidyNumber(written: string): string | null {
  const tight = written
    .normalize('NFC')
    .replaceAll('Ð', 'Đ')
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/\/(N|Q)D-/, '/$1Đ-')
    .replace(/-TTG$/, '-TTg');
  return /^\d{1,5}[A-Z]?\/(?:\d{4}\/)?[A-ZĐ][A-ZĐ\d]*(?:-[A-ZĐ][A-ZĐg\d]*)*$/.test(tight) ? tight : null;
}
