import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { endingOf } from '../core/oa-tokens.ts';
import { zaloTokens } from '../zalo-login/tokens.ts';
import { bad, type Finding, look, ok, unknown } from './finding.ts';

/** How the tokens of the Official Account stand in the database. Zalo is not asked: that would spend one. */
export async function examineZaloOa(config: Config, pool: Pool | null, now: Date): Promise<Finding[]> {
  const { zaloOa } = config;
  if (zaloOa.kind !== 'on') return [];
  if (pool === null)
    return [
      unknown(
        'zalo-oa',
        'Token của Zalo OA chỉ xem được khi dùng PostgreSQL; khi chạy, bot tự báo lúc token sắp hết hạn.',
      ),
    ];
  const database = { pool, urgent: pool, kind: 'postgres' as const, vector: false, close: async () => {} };
  try {
    const kept = await zaloTokens(database, config, zaloOa.appId).load();
    if (kept === 'none') return [bad('zalo-oa', 'Zalo OA chưa có token. Chạy: npm run zalo:login')];
    if (kept === 'unreadable')
      return [
        bad(
          'zalo-oa',
          'Token của Zalo OA được cất bằng khóa khác. Trả lại QUEUE_KEY cũ, hoặc chạy lại: npm run zalo:login',
        ),
      ];
    switch (endingOf(kept, now)) {
      case 'access':
        return [
          bad(
            'zalo-oa',
            'Token của Zalo OA sắp hết mà chưa đổi được. Xem Hoa Ban có chạy không; nếu không đổi được thì chạy: npm run zalo:login',
          ),
        ];
      case 'refresh':
        return [look('zalo-oa', 'Lần đăng nhập Zalo OA còn chưa đầy 14 ngày. Chạy lại: npm run zalo:login')];
      case null:
        return [ok('zalo-oa', 'Token của Zalo OA còn hạn.')];
    }
  } catch (error) {
    if (error instanceof AppError) return [bad('zalo-oa', error.message)];
    return [look('zalo-oa', 'Chưa có bảng token của Zalo OA. Chạy npm start một lần rồi npm run zalo:login.')];
  }
}
