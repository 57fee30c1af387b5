import type { CaseEvent } from '../referral/case-desk.ts';

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
  'case-created',
  'case-claimed',
  'case-let-go',
  'case-handed-over',
  'case-received',
  'case-opened',
  'case-replied',
  'case-resealed',
  'case-closed',
  'case-withdrawn',
  'case-destroyed',
  'case-alarmed',
  'case-taken-back',
  'desk-key-added',
  'desk-key-wrapped',
  'desk-key-dropped',
  'desk-key-revoked',
  'content-drafted',
  'content-offered',
  'content-sent-back',
  'content-dropped',
  'content-published',
  'content-taken-back',
  'content-approved',
  'content-called',
  'content-not-answered',
  'content-settled',
  'answers-off',
  'answers-on',
  'campaign-planned',
  'campaign-approved',
  'campaign-stopped',
  'campaign-day-added',
  'campaign-day-dropped',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** One line to write down. `actor` is an account name, or `null` for the operator's command. */
export type AuditNote = {
  at: Date;
  actor: string | null;
  action: AuditAction;
  /** Whom or what it was done to: an account name, a case code. */
  subject: string | null;
  /** A role, a reason, an outcome, a key's fingerprint; never typed freely. */
  detail: string | null;
};

export type AuditEntry = AuditNote & { seq: number };

/** A deed at a case as the audit log names it. */
export function caseAction(what: CaseEvent['what']): AuditAction {
  return `case-${what}`;
}

/** What the audit log says of itself. */
export type AuditState =
  | { kind: 'whole'; count: number; head: string }
  /** The first entry that does not follow from the one before. */
  | { kind: 'broken'; at: number }
  /**
   * None of the first `to` of `count` entries fits the key, all after them do: another key made them, or somebody wrote
   * that whole part anew.
   */
  | { kind: 'other-key'; to: number; count: number };

/** What is said of a log that does not hold. A changed key is no harmless answer: whoever knows must confirm it. */
export function brokenWords(state: Exclude<AuditState, { kind: 'whole' }>): { what: string; toDo: string } {
  if (state.kind === 'broken')
    return {
      what: `Nhật ký đã bị sửa từ dòng ${state.at}.`,
      toDo: 'Ai đó đã sửa thẳng trong cơ sở dữ liệu. Hãy báo ngay cho người phụ trách và giữ nguyên máy chủ để kiểm tra.',
    };
  const part = state.to === state.count ? 'Cả nhật ký' : `Nhật ký từ dòng 1 đến dòng ${state.to}`;
  return {
    what: `${part} không kiểm được bằng khóa OFFICER_KEY đang dùng.`,
    toDo:
      'Có thể khóa đã được thay, cũng có thể có người đã viết lại phần này. Hãy hỏi người vận hành: khóa có được thay không, và thay hôm nào? ' +
      `Ngày thay phải khớp với dòng ${state.to}, và dấu cuối chép trong sổ phải khớp khi kiểm lại bằng khóa cũ. Không ai thay khóa, hoặc không khớp, thì đó là sự cố: báo ngay cho người phụ trách và giữ nguyên máy chủ.`,
  };
}

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
    case 'case-created':
      return 'Có ca mới';
    case 'case-claimed':
      return 'Nhận ca';
    case 'case-let-go':
      return 'Trả ca về hàng chờ';
    case 'case-handed-over':
      return 'Giao ca cho người khác';
    case 'case-received':
      return 'Được giao ca';
    case 'case-opened':
      return 'Mở đọc ca';
    case 'case-replied':
      return 'Trả lời ca';
    case 'case-resealed':
      return 'Niêm phong lại ca bằng khoá mới';
    case 'case-closed':
      return 'Khép ca';
    case 'case-withdrawn':
      return 'Người nhắn rút ca';
    case 'case-destroyed':
      return 'Huỷ ca';
    case 'case-alarmed':
      return 'Báo ca quá hẹn';
    case 'case-taken-back':
      return 'Người quản trị đưa ca về hàng chờ';
    case 'desk-key-added':
      return 'Thêm khoá bàn trực';
    case 'desk-key-wrapped':
      return 'Trao khoá bàn trực';
    case 'desk-key-dropped':
      return 'Thu khoá bàn trực';
    case 'desk-key-revoked':
      return 'Huỷ khoá bàn trực';
    case 'campaign-planned':
      return 'Soạn tin gửi';
    case 'campaign-approved':
      return 'Duyệt tin gửi';
    case 'campaign-stopped':
      return 'Dừng tin gửi';
    case 'campaign-day-added':
      return 'Thêm ngày trong năm';
    case 'campaign-day-dropped':
      return 'Bỏ ngày đã thêm';
    case 'content-drafted':
      return 'Soạn nội dung';
    case 'content-offered':
      return 'Gửi nội dung đi duyệt';
    case 'content-sent-back':
      return 'Trả nội dung cho người soạn';
    case 'content-dropped':
      return 'Bỏ bản nháp';
    case 'content-published':
      return 'Duyệt và công bố nội dung';
    case 'content-taken-back':
      return 'Lấy lại nội dung trước';
    case 'content-approved':
      return 'Duyệt lời của máy';
    case 'content-called':
      return 'Gọi thử số: có người nghe';
    case 'content-not-answered':
      return 'Gọi thử số: không ai nghe';
    case 'content-settled':
      return 'Chọn giữa bản công bố và tệp';
    case 'answers-off':
      return 'Tắt câu trả lời';
    case 'answers-on':
      return 'Bật lại câu trả lời';
  }
}
