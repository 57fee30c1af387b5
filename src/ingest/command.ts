import { Command, CommanderError } from 'commander';
import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { firstDate } from '../knowledge/documents/structure/dates.ts';
import { approve, type Values, withdraw } from './decide.ts';
import { alone, makeHouse } from './house.ts';
import { prepare } from './prepare.ts';
import { list, show } from './show.ts';
import { takeFiles } from './take-files.ts';

/** Where the command's lines go. */
export type Voice = { say: (line: string) => void; warn: (line: string) => void };

type Options = Values & {
  number?: string;
  by?: string;
  list?: boolean;
  show?: string;
  approve?: string;
  withdraw?: string;
};

const titles: Record<string, string> = { 'Usage:': 'Cách dùng:', 'Arguments:': 'Tệp:', 'Options:': 'Tuỳ chọn:' };

/** Runs one command of the operator. Returns how many files were refused; throws `AppError` with one clear message. */
export async function runIngest(args: string[], config: Config, today: string, voice: Voice): Promise<number> {
  const program = makeProgram(voice.say);
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    throw new AppError('config-invalid', 'Lệnh chưa đúng. Xem cách dùng: npm run ingest -- --help');
  }
  const {
    number,
    by,
    list: lists,
    show: one,
    approve: toApprove,
    withdraw: toWithdraw,
    ...values
  } = program.opts<Options>();
  const house = makeHouse(config, today, voice.say);
  const files = program.args;
  if (lists) list(house);
  else if (one !== undefined) show(house, one);
  else if (toApprove !== undefined) await alone(house, () => approve(house, toApprove, by, values));
  else if (toWithdraw !== undefined) await alone(house, () => withdraw(house, toWithdraw));
  else if (files.length === 0) await prepare(house);
  else {
    if (number !== undefined && files.length > 1)
      throw new AppError('config-invalid', 'Chỉ dùng --number khi nạp một tệp. Nạp từng tệp một.');
    const { title } = values;
    const told = { ...(number === undefined ? {} : { number }), ...(title === undefined ? {} : { title }) };
    return alone(house, () => takeFiles(house, files, told, voice.warn));
  }
  return 0;
}

function makeProgram(say: (line: string) => void): Command {
  return new Command('npm run ingest --')
    .usage('[tuỳ chọn] [tệp…]')
    .description(
      'Nạp văn bản luật của đơn vị (.docx, .pdf, .html, .md, .txt) thành bản nháp. Không ghi tệp nào: kiểm tra và chuẩn bị kho kiến thức.',
    )
    .argument('[files...]', 'các tệp cần nạp')
    .option('--number <số hiệu>', 'số hiệu, khi tệp không tự ghi (chỉ cho một tệp)')
    .option('--list', 'liệt kê văn bản đã nạp')
    .option('--show <số hiệu>', 'xem một văn bản: còn thiếu gì, có những điều nào')
    .option('--approve <số hiệu>', 'duyệt: từ đó văn bản được dùng để trả lời')
    .option('--by <người duyệt>', 'họ tên, chức vụ người duyệt')
    .option('--title <tên>', 'tên văn bản')
    .option('--short <tên ngắn>', 'tên ngắn hiện ở dòng căn cứ')
    .option('--issuer <cơ quan>', 'cơ quan ban hành')
    .option('--issued <ngày>', 'ngày ban hành, như 2026-03-16', readDay)
    .option('--in-force-from <ngày>', 'ngày có hiệu lực, như 2026-05-01', readDay)
    .option('--in-force-to <ngày>', 'ngày cuối còn hiệu lực', readDay)
    .option('--withdraw <số hiệu>', 'rút: từ đó văn bản không trả lời nữa')
    .helpOption('-h, --help', 'xem hướng dẫn này')
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ writeOut: (text) => say(text.trimEnd()), outputError: () => {} })
    .exitOverride();
}

/** A day as typed, "2026-05-01" or "01/5/2026". */
function readDay(typed: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed) ?? [];
  const read = firstDate(year === undefined ? typed : `${day}/${month}/${year}`);
  if (read === null) throw new AppError('config-invalid', `Ngày "${typed}" chưa đúng. Viết dạng 2026-05-01.`);
  return read;
}
