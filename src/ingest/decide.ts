import { AppError } from '../core/errors.ts';
import type { Knowledge } from '../core/knowledge.ts';
import { fileName, type Kept } from '../knowledge/documents/folder.ts';
import { anyDocument, changeFront, readFile } from '../knowledge/documents/front.ts';
import { parseLaw } from '../knowledge/law-file.ts';
import { approvedFolder } from '../knowledge/load.ts';
import { describeProblems, type Problem } from '../knowledge/problem.ts';
import { readYaml } from '../knowledge/yaml-file.ts';
import { type House, knowledgeWith, takesEffect } from './house.ts';
import { missingIn } from './words.ts';

/** What an approver says along with the approval, by the names of the front part. */
export type Values = {
  title?: string;
  short?: string;
  issuer?: string;
  issued?: string;
  inForceFrom?: string;
  inForceTo?: string;
};

/** Makes a draft, or a withdrawn document, answer. Throws `document-refused` and changes nothing when it may not. */
export function approve(house: House, number: string, by: string | undefined, values: Values): void {
  const { folder, say, today } = house;
  const found = folder.find(number);
  const kept = found.find((one) => one.state !== 'approved') ?? (isEmpty(values) ? undefined : found[0]);
  if (!kept) {
    if (found.length === 0) throw unknown(number);
    say(`${number} đã duyệt rồi, đang trả lời. Không có gì đổi.`);
    return;
  }
  const front = fileOf(kept).front;
  const refuse = (why: string) => new AppError('document-refused', `Chưa duyệt được ${front.number}: ${why}`);
  if (by === undefined) throw refuse('cần ghi ai duyệt. Thêm --by "Họ tên, chức vụ".');
  const filled = changeFront(kept.text, { ...values, status: 'approved', approvedBy: by, checkedOn: today });
  const missing = missingIn(readFile(filled)?.front ?? front);
  if (missing.length > 0) throw refuse(`còn thiếu ${missing.join('; ')}. Tệp: ${kept.path}`);
  const before = knowledgeWith(house, front.number, null);
  const after = checkedWith(house, front.number, filled, kept.path);
  const added = after.passages.size - before.passages.size;
  if (added === 0)
    throw refuse(
      'kho đã có sẵn mọi điều của văn bản này nên không có gì để thêm. Muốn sửa thì sửa tệp trong knowledge/laws.',
    );
  folder.keep('approved', front.number, filled);
  if (kept.state !== 'approved') folder.remove(kept.state, front.number);
  say(`Đã duyệt ${front.number}: ${added} đoạn sẽ trả lời người dân. ${takesEffect(house)}`);
  const from = readFile(filled)?.front.inForceFrom ?? '';
  if (from > today) say(`Văn bản có hiệu lực từ ${from}: trước ngày đó chưa dùng để trả lời.`);
  say(`Muốn thôi trả lời từ văn bản này: npm run ingest -- --withdraw "${front.number}"`);
}

/** The knowledge with the document, which must pass the checks of start-up; mistakes are told by the file to mend. */
function checkedWith(house: House, number: string, text: string, path: string): Knowledge {
  try {
    return knowledgeWith(house, number, text);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const told = error.message.replaceAll(`${approvedFolder}${fileName(number)}`, path);
    throw new AppError('document-refused', `Chưa duyệt được ${number}. ${told}`);
  }
}

function isEmpty(values: Values): boolean {
  return Object.values(values).every((value) => value === undefined);
}

/** Makes a document answer no more, and keeps it. Throws `document-refused` when other content rests on it. */
export function withdraw(house: House, number: string): void {
  const { folder, say } = house;
  const kept = folder.find(number).find((one) => one.state !== 'withdrawn');
  const approved = folder.find(number).find((one) => one.state === 'approved') ?? kept;
  if (!approved) {
    if (folder.find(number).length === 0) throw unknown(number);
    say(`${number} đã rút rồi. Không có gì đổi.`);
    return;
  }
  const { front } = fileOf(approved);
  if (approved.state === 'approved') restsOnNothing(house, front.number);
  folder.keep('withdrawn', front.number, changeFront(approved.text, { status: 'withdrawn', approvedBy: null }));
  folder.remove(approved.state, front.number);
  say(
    approved.state === 'approved'
      ? `Đã rút ${front.number}. ${takesEffect(house)} Muốn dùng lại thì duyệt lại.`
      : `Đã cất bản nháp ${front.number} đi. Muốn dùng lại thì duyệt hoặc nạp lại.`,
  );
}

function restsOnNothing(house: House, number: string): void {
  try {
    knowledgeWith(house, number, null);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(
      'document-refused',
      `Chưa rút được ${number}: có nội dung khác dựa vào văn bản này. Sửa các chỗ sau trước:\n${error.message}`,
    );
  }
}

export function unknown(number: string): AppError {
  return new AppError(
    'document-refused',
    `Không có văn bản nào mang số hiệu "${number}" trong các tệp đã nạp. Xem danh sách: npm run ingest -- --list`,
  );
}

/** A kept document taken apart. Throws `document-refused` with file, line and mend when an editor spoilt its form. */
export function fileOf(kept: Kept): NonNullable<ReturnType<typeof readFile>> {
  const file = readFile(kept.text);
  if (file) return file;
  const problems: Problem[] = [];
  const law = parseLaw(kept.path, kept.text, problems);
  if (law) readYaml(kept.path, law.frontMatter, anyDocument, problems);
  throw new AppError(
    'document-refused',
    `Phần đầu của tệp chưa đúng mẫu. Sửa trước đã:\n${describeProblems(problems)}`,
  );
}
