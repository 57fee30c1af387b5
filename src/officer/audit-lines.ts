import { AppError } from '../core/errors.ts';
import { actionName, brokenWords } from '../core/officers/audit.ts';
import type { AuditLog } from '../core/officers/ports.ts';
import { localTime } from '../dashboard/local-time.ts';

/** Checks the audit log and tells its last lines. Throws when it was changed. */
export async function auditLines(audit: AuditLog, say: (line: string) => void, last: number): Promise<void> {
  for (const { seq, at, actor, action, subject, detail } of (await audit.read(last, null)).reverse())
    say(
      [String(seq).padStart(6), localTime(at), actor ?? 'dòng lệnh', actionName(action), subject, detail]
        .join('  ')
        .trimEnd(),
    );
  const state = await audit.verify();
  if (state.kind !== 'whole') {
    const { what, toDo } = brokenWords(state);
    throw new AppError('internal', `${what} ${toDo}`);
  }
  say(`Nhật ký nguyên vẹn: ${state.count} dòng, dấu cuối ${state.head || 'chưa có'}.`);
}
