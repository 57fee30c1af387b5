import { Command } from 'commander';
import { examine } from './doctor/examine.ts';
import { printed } from './doctor/print.ts';
import { stopWithMessage } from './stop.ts';

const program = new Command('doctor')
  .description('Xem cài đặt, cơ sở dữ liệu, kênh, danh bạ, khóa, ổ đĩa… và nói phải làm gì. Không sửa gì.')
  .option('--json', 'in cho máy đọc: một mảng {about, state, say}')
  .option('--offline', 'không hỏi máy nào ở ngoài');

try {
  const { json, offline } = program.parse().opts<{ json?: boolean; offline?: boolean }>();
  const findings = await examine({ env: process.env, now: () => new Date(), online: !offline });
  const coloured = process.stdout.isTTY && process.stdout.hasColors();
  const lines = json ? [JSON.stringify(findings)] : printed(findings, coloured);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.exitCode = findings.some(({ state }) => state === 'bad') ? 1 : 0;
} catch (error) {
  stopWithMessage(error);
}
