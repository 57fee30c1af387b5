import { reasonWords } from './core/content/switch.ts';
import type { Snapshot } from './live/content.ts';

/** What the operator should know of the content desk at a start, one line a kind; nothing when all is well. */
export function contentNews({
  broken,
  conflicts,
  answers,
}: Pick<Snapshot, 'broken' | 'conflicts' | 'answers'>): string[] {
  const named = (list: Array<{ id: string }>) => list.map(({ id }) => id).join(', ');
  return [
    ...(answers.off
      ? [
          `Câu trả lời đang TẮT (${reasonWords(answers.reason).toLowerCase()}): thẻ giúp đỡ vẫn chạy. Bật lại ở /can-bo/cong-tac.`,
        ]
      : []),
    ...(broken.length > 0
      ? [
          `Bàn biên tập: ${broken.length} mục đã công bố không còn dùng được, máy nói theo tệp: ${named(broken)}. Xem /can-bo/noi-dung.`,
        ]
      : []),
    ...(conflicts.length > 0
      ? [
          `Bàn biên tập: tệp đã đổi dưới ${conflicts.length} mục đã công bố: ${named(conflicts)}. Chọn một bản ở /can-bo/noi-dung.`,
        ]
      : []),
  ];
}
