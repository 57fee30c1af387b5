/** What is written down for good. Never anybody's words, never a secret. */
export const auditActions = [
  'account-added',
  'account-set-up',
  'account-reset',
  'account-locked',
  'account-unlocked',
  'role-changed',
  'password-changed',
  'recovery-renewed',
  'recovery-used',
  'signed-in',
  'sign-in-failed',
  'sign-in-shut',
  'signed-out',
  'signed-out-everywhere',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** One line to write down. `actor` is an account name, or `null` for the operator's command. */
export type AuditNote = {
  at: Date;
  actor: string | null;
  action: AuditAction;
  /** Whom or what it was done to: an account name, a case code. */
  subject: string | null;
  /** A code or a role; chosen from a list, never typed freely. */
  detail: string | null;
};

export type AuditEntry = AuditNote & { seq: number };

/** What the audit log says of itself. */
export type AuditState =
  | { kind: 'whole'; count: number; head: string }
  /** The first entry that does not follow from the one before. */
  | { kind: 'broken'; at: number };

/** The bytes that an entry's mark is made of, besides the mark of the entry before. The same entry, the same text. */
export function auditLine({ seq, at, actor, action, subject, detail }: AuditEntry): string {
  return JSON.stringify([seq, at.toISOString(), actor, action, subject, detail]);
}

/** The action as officers read it. */
export function actionName(action: AuditAction): string {
  switch (action) {
    case 'account-added':
      return 'Thêm tài khoản';
    case 'account-set-up':
      return 'Lập xong tài khoản';
    case 'account-reset':
      return 'Cấp lại mã lập tài khoản';
    case 'account-locked':
      return 'Khoá tài khoản';
    case 'account-unlocked':
      return 'Mở khoá tài khoản';
    case 'role-changed':
      return 'Đổi vai trò';
    case 'password-changed':
      return 'Đổi mật khẩu';
    case 'recovery-renewed':
      return 'Tạo mã dự phòng mới';
    case 'recovery-used':
      return 'Dùng một mã dự phòng';
    case 'signed-in':
      return 'Đăng nhập';
    case 'sign-in-failed':
      return 'Đăng nhập sai';
    case 'sign-in-shut':
      return 'Tạm dừng đăng nhập vì sai nhiều lần';
    case 'signed-out':
      return 'Đăng xuất';
    case 'signed-out-everywhere':
      return 'Đăng xuất khỏi mọi máy';
  }
}
