/** Prints named figures as an aligned table and then as one line of JSON, the last line of the output. */
export function printFigures(title: string, figures: Record<string, number | string>): void {
  const width = Math.max(...Object.keys(figures).map((name) => name.length));
  process.stdout.write(`\n${title}\n`);
  for (const [name, value] of Object.entries(figures)) process.stdout.write(`  ${name.padEnd(width)}  ${value}\n`);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

/** The value below which the share `p` (0–1) of the numbers lies. */
export function percentile(numbers: number[], p: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0);
}

/** Three decimals. */
export function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

/** Prints tables of rows that have the same figures, one row a column, and then all as one line of JSON. */
export function printRows(title: string, tables: Record<string, ReadonlyArray<Record<string, number>>>): void {
  for (const [name, all] of Object.entries(tables)) {
    process.stdout.write(`\n${title}: ${name}\n`);
    const figures = Object.keys(all[0] ?? {});
    const width = Math.max(...figures.map((one) => one.length));
    for (const figure of figures) {
      const values = all.map((row) => String(row[figure] ?? '').padStart(12));
      process.stdout.write(`  ${figure.padEnd(width)}${values.join('')}\n`);
    }
  }
  process.stdout.write(`${JSON.stringify(tables)}\n`);
}
