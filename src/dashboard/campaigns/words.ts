import type { Audience, CampaignState, PlanProblem, SendOutcome } from '../../core/broadcast/campaign.ts';
import type { SendingHours } from '../../core/daily.ts';

export const stateNames: Record<CampaignState, string> = {
  planned: 'Chờ duyệt',
  approved: 'Đã duyệt, chờ tới giờ',
  sending: 'Đang gửi',
  done: 'Đã gửi xong',
  stopped: 'Đã dừng',
  withheld: 'Không gửi',
};

export const outcomeNames: Record<SendOutcome, string> = {
  sent: 'Đã tới',
  refused: 'Ứng dụng không nhận',
  gone: 'Người nhận đã chặn',
  uncertain: 'Không rõ đã tới chưa',
  late: 'Hết giờ, không gửi nữa',
};

export const audienceNames: Record<Audience, string> = {
  all: 'Mọi người đã bật nhận tin',
  daily: 'Chỉ người nhận mỗi ngày',
};

/** Too few by themselves, told together. */
export const pooledOutcome = 'Các mục ít người, gộp lại';

export function problemWords(problem: PlanProblem | 'taken', hours: SendingHours): string {
  switch (problem) {
    case 'day':
      return 'Ngày gửi chưa đúng.';
    case 'past':
      return 'Giờ gửi đã qua. Chọn giờ khác hoặc ngày khác.';
    case 'far':
      return 'Ngày gửi xa quá một năm.';
    case 'hours':
      return `Chỉ gửi trong khoảng ${hours.from} đến ${hours.to}.`;
    case 'fact':
      return 'Điều này không có, hoặc dựa vào luật không còn hiệu lực vào ngày gửi. Chọn điều khác.';
    case 'day-name':
      return 'Tên ngày không hợp với ngày gửi.';
    case 'taken':
      return 'Ngày này đã có một tin. Mỗi ngày chỉ gửi một tin: dừng tin kia trước.';
  }
}

/** "Chủ nhật, 8/3/2026" */
export function dayWords(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return `${weekdays[weekday]}, ${date}/${month}/${year}`;
}

/** "8/3", or "15/11 đến 15/12" */
export function yearlyWords({ from, to }: { from: string; to: string }): string {
  const spoken = (monthDay: string) => monthDay.split('-').map(Number).reverse().join('/');
  return from === to ? spoken(from) : `${spoken(from)} đến ${spoken(to)}`;
}

const weekdays = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy'];
