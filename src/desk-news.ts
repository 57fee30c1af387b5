import type { DeskHouse } from './desk.ts';

/**
 * What the operator must know of the desk at a start; no line where there is none. Says nothing of any person. `isRung`:
 * somebody is told of new cases.
 */
export async function deskNews({ parts, keys, cases }: DeskHouse, isRung: boolean): Promise<string[]> {
  if (parts === null) return [];
  const open = (await cases.queue()).length;
  const left = open === 0 ? '' : ` Đang có ${open} ca chưa khép.`;
  if (!parts.staffed)
    return [`Bàn trực đóng, không nhận lời nhắn mới; ai đã gửi vẫn quay lại đọc được.${left} (knowledge/desk.yaml)`];
  const active = (await keys.list()).filter(({ state }) => state === 'active');
  if (active.length === 0)
    return [
      `Bàn trực đã bật nhưng chưa có khóa nên chưa nhận lời nhắn nào: người quản trị tạo khóa ở trang /can-bo/khoa.${left}`,
    ];
  const paper = active.some(({ kind }) => kind === 'recovery')
    ? ''
    : ' Chưa có khóa dự phòng trên giấy: quên hết mật khẩu là mất mọi ca.';
  const silent = isRung
    ? ''
    : ' Chưa đặt nơi báo tin (OFFICER_MAIL_TO, OFFICER_TELEGRAM_CHAT hoặc OFFICER_ZALO_CHAT): phải có người mở sẵn trang /can-bo/ca.';
  return [`Bàn trực đang mở.${left}${paper}${silent}`];
}
