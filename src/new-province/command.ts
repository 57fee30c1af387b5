import { join } from 'node:path';
import { Command } from 'commander';
import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { localDay } from '../core/local-day.ts';
import { makeProvince } from './make.ts';

/** Makes the content folder of another province. Throws `AppError` with what to do. */
export function runNewProvince(
  args: string[],
  { knowledgeDir, promptsDir }: Pick<Config, 'knowledgeDir' | 'promptsDir'>,
  say: (line: string) => void,
  now = new Date(),
): void {
  const program = new Command('new-province')
    .description('Tạo thư mục nội dung cho một tỉnh khác: giữ luật chung, bỏ phần riêng của tỉnh cũ.')
    .requiredOption('--name <tên>', 'tên tỉnh, không có chữ "tỉnh" ở đầu')
    .requiredOption('--out <thư mục>', 'thư mục sẽ tạo, ví dụ knowledge-xyz')
    .option('--plan <số hiệu>', 'số hiệu kế hoạch về bình đẳng giới của tỉnh, ví dụ 12/KH-UBND');
  program.parse(args, { from: 'user' });
  const { name, out, plan } = program.opts<{ name: string; out: string; plan?: string }>();
  if (!/^\p{Lu}[\p{L}\p{M} -]{1,40}$/u.test(name))
    throw new AppError('config-invalid', 'Tên tỉnh ghi bằng chữ, viết hoa đầu từ, ví dụ: --name "Hoa Sơn".');
  const made = makeProvince(knowledgeDir, join(promptsDir, 'replies'), out, {
    name,
    plan: plan ?? null,
    day: localDay(now),
  });
  say(
    `Đã tạo "${out}" cho tỉnh ${name}: ${made.passages} đoạn kiến thức chung, ${made.services} số giúp đỡ; bỏ ${made.gone} mục riêng của tỉnh cũ.`,
  );
  for (const line of next(out)) say(line);
}

function next(out: string): string[] {
  return [
    'Việc tiếp theo:',
    `  1. ${out}/plan/: ghi kế hoạch của tỉnh.`,
    `  2. ${out}/communes.yaml: ghi xã, phường.`,
    `  3. ${out}/services.yaml, mục centre: ghi Trung tâm Công tác xã hội khi đã xác nhận; gọi thử từng số.`,
    `  4. KNOWLEDGE_DIR=${out} npm run doctor, rồi KNOWLEDGE_DIR=${out} npm start`,
  ];
}
