import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { loadDesk } from '../knowledge/desk.ts';
import { bad, type Finding, look, ok, unknown } from './finding.ts';

/** Whether a desk that is said to be staffed can take cases, and whether anybody can sign in. */
export async function examineDesk(config: Config, pool: Pool | null): Promise<Finding[]> {
  const isStaffed = staffed(config.knowledgeDir);
  if (pool === null)
    return isStaffed
      ? [unknown('desk', 'Bàn trực đã bật; khóa của bàn trực xem ở trang /can-bo/khoa.'), ...examineBells(config)]
      : [];
  const count = async (text: string) => {
    const { rows } = await pool.query(text);
    return Number(rows[0]?.count ?? 0);
  };
  const tables = await count(
    "select count(*) from pg_tables where schemaname = current_schema() and tablename in ('officer', 'desk_key')",
  );
  if (tables < 2) return [];
  const admins = await count("select count(*) from officer where role = 'admin' and locked_at is null");
  const active = await count("select count(*) from desk_key where state = 'active' and kind = 'desk'");
  const paper = await count("select count(*) from desk_key where state = 'active' and kind = 'recovery'");
  const officers =
    admins > 0
      ? ok('officers', 'Có người quản trị.')
      : look('officers', 'Chưa có tài khoản quản trị. Tạo bằng: npm run officer -- add TÊN --role admin');
  if (!isStaffed) return [officers];
  return [
    officers,
    active > 0
      ? ok('desk', 'Bàn trực có khóa.')
      : bad(
          'desk',
          'Bàn trực đã bật nhưng chưa có khóa nên không nhận lời nhắn nào. Người quản trị tạo khóa ở trang /can-bo/khoa.',
        ),
    active > 0 && paper === 0
      ? look('desk', 'Chưa có khóa dự phòng trên giấy: quên hết mật khẩu là mất mọi ca. Tạo ở trang /can-bo/khoa.')
      : [],
    ...examineBells(config),
  ].flat();
}

function examineBells({ notices: { desk, supervisor } }: Config): Finding[] {
  const hasBell = (one: typeof desk) =>
    one.mail.length > 0 || Object.values(one).some((way) => typeof way === 'string');
  return [
    hasBell(desk)
      ? []
      : look('notices', 'Bàn trực đã bật mà không ai được báo khi có ca. Đặt OFFICER_MAIL_TO hoặc một nhóm chat.'),
    hasBell(supervisor)
      ? []
      : look('notices', 'Không ai được báo khi ca quá hẹn. Đặt SUPERVISOR_MAIL_TO hoặc một nhóm chat.'),
  ].flat();
}

function staffed(knowledgeDir: string): boolean {
  try {
    return loadDesk(readFileSync(join(knowledgeDir, 'desk.yaml'), 'utf8'))?.staffed ?? false;
  } catch {
    // Missing is no desk; malformed is told with the content.
    return false;
  }
}
