import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Command } from 'commander';
import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { itemsPerQuarter, parseQuarter } from '../core/news.ts';
import { readApproved } from '../knowledge/documents/folder.ts';
import { parseKnowledge, readContent } from '../knowledge/load.ts';
import { loadNews } from '../knowledge/news.ts';
import { namingFiles } from '../knowledge/problem.ts';
import { documentPack } from './document.ts';
import { makePack } from './pack.ts';
import { plainPack } from './plain.ts';

const wrongQuarter = 'Quý ghi như sau: --quarter 2026-Q4 (năm, dấu gạch, chữ Q và số từ 1 đến 4).';

/** Makes the pack of a quarter, to a file or to `say`. Throws `AppError` with what to do. */
export async function runNewsPack(
  args: string[],
  config: Pick<Config, 'knowledgeDir' | 'documentsDir'>,
  say: (text: string) => void,
): Promise<void> {
  const program = new Command('news-pack')
    .description('Lấy bốn tin ngắn về bình đẳng giới của một quý cho loa và trang tin của xã.')
    .requiredOption('--quarter <quý>', 'quý cần lấy tin, ví dụ 2026-Q4')
    .option('--out <tệp>', 'ghi ra tệp .docx hoặc .txt; để trống thì in ra màn hình');
  program.parse(args, { from: 'user' });
  const { quarter: given, out } = program.opts<{ quarter: string; out?: string }>();
  const quarter = parseQuarter(given);
  if (!quarter) throw new AppError('config-invalid', wrongQuarter);
  const files = new Map([...readContent(config.knowledgeDir), ...readApproved(config.documentsDir)]);
  const knowledge = namingFiles(config, () => parseKnowledge(files));
  const pack = makePack(loadNews(files, knowledge), quarter, knowledge);
  if (pack.items.length < itemsPerQuarter)
    throw new AppError(
      'knowledge-invalid',
      `Chỉ có ${pack.items.length} tin dựa vào luật có hiệu lực cả quý này, cần ${itemsPerQuarter}. Thêm hoặc sửa tin trong knowledge/news.`,
    );
  if (out === undefined) return say(plainPack(pack));
  const form = extname(out).toLowerCase();
  if (form !== '.docx' && form !== '.txt')
    throw new AppError('config-invalid', 'Tên tệp phải kết thúc bằng .docx hoặc .txt.');
  await writeFile(out, form === '.docx' ? await documentPack(pack) : plainPack(pack), { flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      throw new AppError(
        'folder-unreadable',
        error.code === 'EEXIST'
          ? `Tệp "${out}" đã có. Đặt tên khác, hoặc xoá tệp cũ rồi làm lại.`
          : `Không ghi được tệp "${out}". Kiểm tra thư mục và quyền ghi.`,
      );
    },
  );
  say(`Đã ghi ${pack.items.length} tin của quý vào ${out}\n`);
}
