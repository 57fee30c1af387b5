import { readStretches } from '../knowledge/documents/article-file.ts';
import { readFile } from '../knowledge/documents/front.ts';
import { fileOf, unknown } from './decide.ts';
import type { House } from './house.ts';
import { missingIn, stateNames } from './words.ts';

/** Lists all documents that were brought, one a line. */
export function list({ folder, say }: House): void {
  const all = folder.all();
  if (all.length === 0) say('Chưa nạp văn bản nào. Nạp một tệp: npm run ingest -- van-ban.docx');
  for (const kept of all) {
    const front = readFile(kept.text)?.front;
    const name = front ? `${front.number} – ${front.title ?? 'chưa có tên'}` : kept.path;
    say(`${name} (${front ? stateNames[kept.state] : 'phần đầu sai mẫu, xem lại tệp'})`);
  }
}

/** Tells what is kept under a number: what it says of itself, what is missing, and its articles. */
export function show({ folder, say }: House, number: string): void {
  const found = folder.find(number);
  if (found.length === 0) throw unknown(number);
  for (const kept of found) {
    const { front, body } = fileOf(kept);
    say(`${front.number} – ${front.title ?? 'chưa có tên'} (${stateNames[kept.state]})`);
    say(`  Tệp: ${kept.path}`);
    say(`  Đọc từ: ${front.source.file}, ngày ${front.source.readOn}`);
    say(`  Cơ quan ban hành: ${front.issuer ?? 'chưa có'}. Ngày ban hành: ${front.issued ?? 'chưa có'}`);
    say(`  Có hiệu lực từ: ${front.inForceFrom ?? 'chưa có'}. Hết hiệu lực: ${front.inForceTo ?? 'chưa'}`);
    if (front.approvedBy) say(`  Người duyệt: ${front.approvedBy}, ngày ${front.checkedOn ?? ''}`);
    const missing = missingIn(front);
    if (missing.length > 0) say(`  Còn thiếu: ${missing.join('; ')}`);
    for (const stretch of readStretches(body)) {
      const [heading = ''] = stretch.text.split('\n', 1);
      const clauses = stretch.text.match(/^### Khoản \d+[a-zđ]?\s*(?!.*điểm)/gm)?.length ?? 0;
      const indent = stretch.kind === 'headings' ? '  ' : '    ';
      if (stretch.kind === 'headings')
        for (const line of stretch.text.split('\n')) say(`${indent}${line.replace(/^#+ /, '')}`);
      else say(`${indent}${heading.replace(/^#+ /, '')}${clauses > 0 ? ` (${clauses} khoản)` : ''}`);
    }
  }
}
