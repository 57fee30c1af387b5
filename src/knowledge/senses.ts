import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Senses } from '../core/answer/senses.ts';
import { AppError } from '../core/errors.ts';

/** Where the learned senses stand in the content folder. */
export const sensesFile = 'senses.bin';

/** Two whole numbers stand before the dimensions of the terms: how many terms, and the width. */
const headBytes = 8;
const dimensionBytes = 4;

/** Senses as bytes: number of terms, width, the terms' dimensions, then the table. Little-endian. */
export function packSenses({ width, rows, table }: Senses): Uint8Array {
  const bytes = new Uint8Array(headBytes + rows.size * dimensionBytes + table.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, rows.size, true);
  view.setUint32(4, width, true);
  for (const [dimension, row] of rows) view.setUint32(headBytes + row * dimensionBytes, dimension, true);
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.length), headBytes + rows.size * dimensionBytes);
  return bytes;
}

/** Reads what `packSenses` made; `null` when the length does not fit what the head says. */
export function unpackSenses(bytes: Uint8Array): Senses | null {
  if (bytes.length < headBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const terms = view.getUint32(0, true);
  const width = view.getUint32(4, true);
  const from = headBytes + terms * dimensionBytes;
  if (bytes.length !== from + terms * width) return null;
  const rows = new Map<number, number>();
  for (let row = 0; row < terms; row++) rows.set(view.getUint32(headBytes + row * dimensionBytes, true), row);
  return { width, rows, table: new Int8Array(bytes.subarray(from)) };
}

/** Reads the learned senses under the content folder. Throws `knowledge-invalid` with the mend. */
export function loadSenses(knowledgeDir: string): Senses {
  const mend = 'Lấy lại tệp đi kèm bản cài, hoặc chạy "npm run fit -- senses".';
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(knowledgeDir, sensesFile));
  } catch {
    throw new AppError('knowledge-invalid', `Không đọc được knowledge/${sensesFile}. ${mend}`);
  }
  const senses = unpackSenses(bytes);
  if (senses === null) throw new AppError('knowledge-invalid', `knowledge/${sensesFile} bị hỏng. ${mend}`);
  return senses;
}
