import type { Done, TellsNow } from '../../core/content/desk.ts';
import type { Deed } from '../../core/content/publication.ts';

/** Why a deed was not done, for whoever wanted it. Mends are shown by themselves. */
export function whyNot(came: Exclude<Done, { kind: 'done' | 'mends' }>): string {
  switch (came.kind) {
    case 'overtaken':
      return 'Có người vừa làm trước bạn. Hãy xem lại bản hiện nay rồi làm tiếp.';
    case 'own-work':
      return 'Bạn đã soạn bản này. Người duyệt phải là một người khác.';
    case 'moved-on':
      return 'Bản đang dùng đã đổi sau khi bản nháp này bắt đầu. Người soạn hãy mở bản nháp, xem cả hai bản rồi lưu lại.';
    case 'scheduled':
      return 'Có một bản đã duyệt đang chờ tới ngày. Hãy lấy lại bản ấy trước.';
    case 'absent':
      return 'Không có mục này.';
  }
}

/** What was done, after the page came back. */
export function doneWords(what: string | undefined): string | null {
  switch (what) {
    case 'luu':
      return 'Đã lưu bản nháp. Người dân chưa thấy.';
    case 'gui':
      return 'Đã gửi. Một người khác xem và duyệt.';
    case 'tra':
      return 'Đã trả về cho người soạn.';
    case 'bo':
      return 'Đã bỏ bản nháp.';
    case 'duyet':
      return 'Đã công bố. Mọi máy đang chạy dùng bản này sau vài giây, hoặc từ ngày đã hẹn.';
    case 'lay-lai':
      return 'Đã lấy lại. Người dân đọc bản này sau vài giây.';
    case 'duyet-loi':
      return 'Đã ghi lời này là đã duyệt.';
    case 'goi':
      return 'Đã ghi cuộc gọi thử hôm nay.';
    case 'chon':
      return 'Đã chọn xong.';
    default:
      return null;
  }
}

export function tellsWords(tells: TellsNow): string | null {
  switch (tells) {
    case 'file':
      return null;
    case 'over':
      return 'bản công bố ở đây';
    case 'conflict':
      return 'tệp vừa đổi, phải chọn';
    case 'broken':
      return 'hỏng, đang dùng bản trong tệp';
  }
}

export function deedWords(deed: Deed): string {
  switch (deed) {
    case 'published':
      return 'Công bố';
    case 'taken-back':
      return 'Lấy lại bản trước';
    case 'approved':
      return 'Duyệt lời';
    case 'called':
      return 'Gọi thử: có người nghe';
    case 'not-answered':
      return 'Gọi thử: không ai nghe';
    case 'kept':
      return 'Giữ bản công bố';
    case 'left-to-file':
      return 'Dùng bản trong tệp';
  }
}

/** "2026-11-26" → "26/11/2026". */
export function dayWords(day: string): string {
  return day.split('-').reverse().join('/');
}
