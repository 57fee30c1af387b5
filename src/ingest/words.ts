import type { State } from '../knowledge/documents/folder.ts';
import type { Front } from '../knowledge/documents/front.ts';
import type { Changes } from '../knowledge/documents/merge.ts';

export const stateNames: Record<State, string> = {
  drafts: 'bản nháp, chưa trả lời',
  approved: 'đã duyệt, đang trả lời',
  withdrawn: 'đã rút, không trả lời',
};

/** What a document still lacks before it can be approved: field, its name, the option that gives it. */
const owed = [
  ['title', 'tên văn bản', '--title "…"'],
  ['short', 'tên ngắn', '--short "…"'],
  ['issuer', 'cơ quan ban hành', '--issuer "…"'],
  ['inForceFrom', 'ngày có hiệu lực', '--in-force-from 2026-05-01'],
] as const;

/** "ngày có hiệu lực (inForceFrom, hoặc --in-force-from …)", one entry for each thing that is missing. */
export function missingIn(front: Front): string[] {
  return owed
    .filter(([field]) => front[field] === null || front[field] === undefined)
    .map(([field, name, option]) => `${name} (mục ${field} trong tệp, hoặc thêm ${option})`);
}

/** "2 điều mới (Điều 5, Điều 6), 1 điều đổi (Điều 3), 40 điều giữ nguyên". */
export function tellChanges({ fresh, changed, same, gone }: Changes): string {
  const parts = [
    fresh.length > 0 ? `${fresh.length} điều mới${named(fresh)}` : '',
    changed.length > 0 ? `${changed.length} điều đổi${named(changed)}` : '',
    gone.length > 0 ? `${gone.length} điều bỏ${named(gone)}` : '',
    same.length > 0 ? `${same.length} điều giữ nguyên` : '',
  ];
  return parts.filter(Boolean).join(', ');
}

function named(articles: string[]): string {
  return articles.length > 8 ? ` (${articles.slice(0, 8).join(', ')}…)` : ` (${articles.join(', ')})`;
}
