import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command } from 'commander';
import { AppError } from '../core/errors.ts';
import type { FiguresDoor } from '../dashboard/figures/door.ts';
import { reportDocument } from '../dashboard/report/document.ts';
import { makeReport, reportYears } from '../dashboard/report/make.ts';

export type Opened = { figures: FiguresDoor; close: () => Promise<void> };

/** Writes the yearly report into a new file. Throws `AppError` with what to do. */
export async function runYearlyReport(
  args: string[],
  open: () => Promise<Opened>,
  now: Date,
  say: (text: string) => void,
): Promise<void> {
  const program = new Command('yearly-report')
    .description('Lập báo cáo năm (Word) từ số liệu đã đếm, theo các chỉ tiêu của kế hoạch.')
    .requiredOption('--year <năm>', 'năm báo cáo, ví dụ 2026')
    .requiredOption('--out <tệp>', 'ghi ra tệp .docx');
  program.parse(args, { from: 'user' });
  const { year: given, out } = program.opts<{ year: string; out: string }>();
  const years = reportYears(now);
  const year = years.find((one) => String(one) === given.trim());
  if (year === undefined)
    throw new AppError(
      'config-invalid',
      `Năm ghi một trong các số sau: ${years.join(', ')}. Ví dụ: --year ${years[0]}.`,
    );
  if (extname(out).toLowerCase() !== '.docx') throw new AppError('config-invalid', 'Tên tệp phải kết thúc bằng .docx.');
  const { figures, close } = await open();
  try {
    const report = await makeReport(figures, year, now);
    if (report === null)
      throw new AppError('config-invalid', `Năm ${year} chưa có tháng nào khép lại, nên chưa có gì để báo cáo.`);
    await writeFile(out, await reportDocument(report), { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
      throw new AppError(
        'folder-unreadable',
        error.code === 'EEXIST'
          ? `Tệp "${out}" đã có. Đặt tên khác, hoặc xoá tệp cũ rồi làm lại.`
          : `Không ghi được tệp "${out}". Kiểm tra thư mục và quyền ghi.`,
      );
    });
    say(`Đã ghi báo cáo năm ${year} vào ${out}. Điền các chỗ có dấu […] rồi đọc lại trước khi ký.\n`);
  } finally {
    await close();
  }
}
