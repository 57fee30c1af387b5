import { Command, CommanderError } from 'commander';
import { AppError } from '../core/errors.ts';
import { type Role, roleName, roles } from '../core/officers/role.ts';
import { addOfficer, changeRole, lockOfficer, resetOfficer } from '../dashboard/access/accounts.ts';
import type { AccessParts } from '../dashboard/access/door.ts';
import { localTime } from '../dashboard/local-time.ts';
import { auditLines } from './audit-lines.ts';

const titles: Record<string, string> = { 'Usage:': 'Cách dùng:', 'Options:': 'Tuỳ chọn:', 'Commands:': 'Các lệnh:' };

type Say = (line: string) => void;
type Work = (parts: AccessParts, say: Say) => Promise<void>;

/** The accounts for one command. */
export type Opened = { parts: AccessParts; close: () => Promise<void> };

/**
 * Runs one command of the operator on the accounts, which are opened only when the command can be carried out. Throws
 * `AppError` with one clear message.
 */
export async function runOfficer(args: string[], open: () => Promise<Opened>, say: Say): Promise<void> {
  const chosen = readArgs(args, say);
  if (chosen === null) return;
  const { parts, close } = await open();
  try {
    await chosen(parts, say);
  } finally {
    await close();
  }
}

/** What the arguments ask for; `null` when only help was asked for. */
function readArgs(args: string[], say: Say): Work | null {
  let chosen: Work | null = null;
  const program = new Command('npm run officer --');
  const verb = (shape: string, what: string) => program.command(shape).description(what).helpOption(false);
  program
    .description('Tài khoản của cán bộ. Tài khoản quản trị đầu tiên được tạo ở đây; không có mật khẩu đặt sẵn.')
    .helpOption('-h, --help', 'xem hướng dẫn này')
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ writeOut: (text) => say(text.trimEnd()), outputError: () => {} })
    .exitOverride();
  verb('add <ten>', `thêm tài khoản và in mã lập tài khoản, một lần`)
    .requiredOption('--role <vai-tro>', `vai trò: ${roles.join(', ')}`)
    .action((name: string, { role }: { role: string }) => {
      const wanted = readRole(role);
      chosen = (parts, tell) => add(parts, tell, name, wanted);
    });
  verb('list', 'liệt kê các tài khoản').action(() => {
    chosen = list;
  });
  verb('role <ten> <vai-tro>', 'đổi vai trò').action((name: string, role: string) => {
    const wanted = readRole(role);
    chosen = async (parts, tell) => {
      ended(await changeRole(parts, name, wanted, null), name);
      tell(`Đã đổi vai trò của ${name}: ${roleName(wanted)}.`);
    };
  });
  verb('reset <ten>', 'bỏ mật khẩu và mã cũ, in mã lập tài khoản mới').action((name: string) => {
    chosen = (parts, tell) => reset(parts, tell, name);
  });
  for (const [word, lock, what] of [
    ['lock', true, 'khoá tài khoản và đăng xuất khỏi mọi máy'],
    ['unlock', false, 'mở khoá tài khoản'],
  ] as const)
    verb(`${word} <ten>`, what).action((name: string) => {
      chosen = async (parts, tell) => {
        ended(await lockOfficer(parts, name, lock, null), name);
        tell(lock ? `Đã khoá ${name}.` : `Đã mở khoá ${name}.`);
      };
    });
  verb('audit', 'kiểm tra nhật ký có còn nguyên vẹn, và in các dòng mới nhất')
    .option('--last <so>', 'in bao nhiêu dòng', '20')
    .action(({ last }: { last: string }) => {
      chosen = (parts, tell) => auditLines(parts.audit, tell, Math.min(Number.parseInt(last, 10) || 20, 10_000));
    });
  try {
    program.parse(args.length === 0 ? ['--help'] : args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return null;
    throw new AppError('config-invalid', 'Lệnh chưa đúng. Xem cách dùng: npm run officer -- --help');
  }
  return chosen;
}

function readRole(text: string): Role {
  const role = roles.find((one) => one === text);
  if (role === undefined)
    throw new AppError(
      'config-invalid',
      `Vai trò cần là một trong: ${roles.map((one) => `${one} (${roleName(one)})`).join(', ')}.`,
    );
  return role;
}

const add = async (parts: AccessParts, say: Say, name: string, role: Role) => {
  const added = await addOfficer(parts, name, role, null);
  switch (added.kind) {
    case 'bad-name':
      throw new AppError('config-invalid', 'Tên đăng nhập cần 3 đến 32 ký tự: chữ không dấu, số, dấu chấm, gạch nối.');
    case 'name-taken':
      throw new AppError('config-invalid', 'Tên đăng nhập này đã có. Xem: npm run officer -- list');
    case 'added':
      tellCode(say, `Đã thêm ${added.name}, vai trò ${roleName(role)}.`, added.code);
  }
};

const reset = async (parts: AccessParts, say: Say, name: string) => {
  const came = await resetOfficer(parts, name, null);
  if (came.kind === 'absent') throw new AppError('config-invalid', `Không có tài khoản "${name}".`);
  tellCode(say, `Mật khẩu và mã cũ của ${came.name} hết dùng được.`, came.code);
};

function tellCode(say: Say, what: string, code: string): void {
  say(what);
  say(`Mã lập tài khoản (chỉ hiện lần này, dùng một lần, trong 3 ngày): ${code}`);
  say('Mở /can-bo/lap trên địa chỉ của Hoa Ban, gõ tên và mã này.');
}

const list: Work = async (parts, say) => {
  const officers = await parts.officers.list();
  if (officers.length === 0) say('Chưa có tài khoản nào. Thêm: npm run officer -- add ten --role admin');
  const states = { active: 'đang dùng', waiting: 'chờ lập', locked: 'đã khoá' };
  for (const { name, role, state, signedInAt } of officers)
    say(
      `${name.padEnd(20)} ${roleName(role).padEnd(18)} ${states[state].padEnd(10)} ${signedInAt === null ? 'chưa đăng nhập' : localTime(signedInAt)}`,
    );
};

function ended(changed: 'changed' | 'absent' | 'last-admin', name: string): void {
  if (changed === 'absent') throw new AppError('config-invalid', `Không có tài khoản "${name}".`);
  if (changed === 'last-admin')
    throw new AppError('config-invalid', `${name} là người quản trị duy nhất. Hãy có thêm một người quản trị trước.`);
}
