import { closingStage, erasedFrom } from './core/closing.ts';
import { spokenDay } from './core/spoken-day.ts';

/** What the operator must know of the end that was set; no line while the service goes on. */
export function closingNews(closesOn: string | null, today: string): string[] {
  if (closesOn === null) return [];
  const erased = `Mọi dữ liệu về người dân bị xoá sau đó ít nhất 30 ngày (không trước ${spokenDay(erasedFrom(closesOn, closesOn))}).`;
  const back = 'Bỏ CLOSES_ON thì mọi việc lại như cũ.';
  return closingStage(closesOn, today) === 'announced'
    ? [`Đã hẹn ngừng từ ngày ${spokenDay(closesOn)}: mỗi người mới hỏi đều được báo trước. ${erased} ${back}`]
    : [
        `Đã ngừng từ ngày ${spokenDay(closesOn)}: chỉ còn lời báo và thẻ giúp đỡ, bàn trực không nhận việc mới. ${erased} ${back}`,
      ];
}
