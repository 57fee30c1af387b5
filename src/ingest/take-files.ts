import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../core/errors.ts';
import { fileName } from '../knowledge/documents/folder.ts';
import { readFile } from '../knowledge/documents/front.ts';
import { mergeReading } from '../knowledge/documents/merge.ts';
import { mostBytes } from '../knowledge/documents/read/source.ts';
import { readDocument, sha256, type Told } from '../knowledge/documents/reading.ts';
import { fileOf } from './decide.ts';
import type { House } from './house.ts';
import { missingIn, stateNames, tellChanges } from './words.ts';

/** What became of one file. */
type Taken = 'fresh' | 'changed' | 'same';

/**
 * Reads files into drafts, one after the other; a file that cannot be taken leaves everything as it was and the next
 * goes on. Returns how many were refused.
 */
export async function takeFiles(house: House, files: string[], told: Told, refuse: (line: string) => void) {
  const { say } = house;
  const counts: Record<Taken | 'refused', number> = { fresh: 0, changed: 0, same: 0, refused: 0 };
  const seen = new Map<string, string>();
  for (const [at, file] of files.entries()) {
    say(`${at + 1}/${files.length} ${basename(file)}: đang đọc…`);
    try {
      counts[await takeFile(house, file, told, seen)]++;
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'document-refused') throw error;
      counts.refused++;
      refuse(`${basename(file)}: ${error.message}`);
    }
  }
  say(
    `Xong: ${counts.fresh} bản nháp mới, ${counts.changed} bản nháp cập nhật, ${counts.same} không đổi, ${counts.refused} tệp không nhận.`,
  );
  return counts.refused;
}

async function takeFile(house: House, file: string, told: Told, seen: Map<string, string>): Promise<Taken> {
  const { folder, say } = house;
  const name = basename(file);
  const bytes = bytesOf(file);
  const mark = sha256(bytes);
  const twin = folder
    .all()
    .find((one) => one.state !== 'withdrawn' && readFile(one.text)?.front.source.sha256 === mark);
  const twinNumber = twin && readFile(twin.text)?.front.number;
  if (twin && (told.number === undefined || told.number === twinNumber)) {
    say(`  Tệp này đã nạp rồi (${twinNumber}, ${stateNames[twin.state]}). Không có gì đổi.`);
    return 'same';
  }
  const reading = await readDocument(name, bytes, told, house.today);
  const { number, title } = reading.front;
  const other = seen.get(number);
  if (other !== undefined)
    throw new AppError(
      'document-refused',
      `cùng số hiệu ${number} với tệp "${other}" vừa nạp nhưng nội dung khác. Chọn một tệp đúng rồi nạp lại.`,
    );
  seen.set(number, name);
  const { articles, clauses, points } = reading.counts;
  say(`  ${number}${title ? `: ${title}` : ''}`);
  say(`  Tách được ${articles} điều, ${clauses} khoản, ${points} điểm.`);
  const before = folder.find(number)[0] ?? null;
  // A draft that cannot be read must not be written over: someone's work is in it.
  if (before) fileOf(before);
  const { file: text, changes, remarks } = mergeReading(before?.text ?? null, reading);
  const changed = changes.fresh.length + changes.changed.length + changes.gone.length > 0;
  if (before?.state === 'approved' && !changed) {
    say('  Nội dung giống bản đã duyệt. Không có gì đổi.');
    return 'same';
  }
  const path = folder.keep('drafts', number, text);
  folder.remove('withdrawn', number);
  say(before === null ? `  Bản nháp mới.` : `  So với ${stateNames[before.state]}: ${tellChanges(changes)}.`);
  for (const remark of [...reading.remarks, ...remarks]) say(`  Chú ý: ${remark}`);
  if (existsSync(join(house.config.knowledgeDir, 'laws', fileName(number))))
    say('  Chú ý: kho đã có bản tóm tắt của văn bản này; khi duyệt chỉ thêm những điều kho chưa có.');
  const missing = missingIn(readFile(text)?.front ?? reading.front);
  if (missing.length > 0) say(`  Còn thiếu: ${missing.join('; ')}.`);
  say(`  Đã giữ ở ${path}. Bản nháp chưa trả lời ai. Đọc lại với bản gốc rồi duyệt:`);
  say(`    npm run ingest -- --approve "${number}" --by "Họ tên, chức vụ"`);
  return before === null ? 'fresh' : changed ? 'changed' : 'same';
}

function bytesOf(file: string): Buffer {
  try {
    const { size } = statSync(file);
    if (size > mostBytes)
      throw new AppError(
        'document-refused',
        `tệp lớn hơn ${mostBytes / 1024 / 1024} MB. Bỏ ảnh, tách phụ lục ra rồi nạp lại.`,
      );
    return readFileSync(file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    throw new AppError(
      'document-refused',
      code === 'ENOENT'
        ? 'không thấy tệp này. Kiểm tra lại đường dẫn.'
        : code === 'EISDIR'
          ? 'đây là thư mục. Ghi rõ từng tệp cần nạp.'
          : 'không mở được tệp. Kiểm tra quyền đọc.',
    );
  }
}
