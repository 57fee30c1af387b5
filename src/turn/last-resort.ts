import type { Care } from '../core/conversation.ts';
import type { Replies } from '../core/ports.ts';
import { plainReply, type Reply } from '../core/reply.ts';
import { atLeast, type Verdict } from '../core/triage.ts';
import type { Carried } from './carry-out.ts';

/** Said when even the fixed texts fail. Kept in code so that no file, model or database stands before it. */
const help =
  'Mình tin bạn. Đang nguy hiểm: gọi 113. Bị thương: gọi 115. Trẻ em, hoặc bị lừa bán: gọi 111 (miễn phí). ' +
  'Công an xã, Ủy ban nhân dân xã hoặc Hội Phụ nữ xã có thể nối bạn với Trung tâm Công tác xã hội.';
const trouble =
  'Máy của mình đang trục trặc nên chưa trả lời được. Không phải lỗi của bạn. Bạn hỏi lại sau ít phút nhé. ' +
  'Đang nguy hiểm: gọi 113. Bị thương: gọi 115. Trẻ em: gọi 111.';

/** What to say when carrying out the decision failed: help where help was called for, else an honest "trouble". */
export function lastResort(verdict: Verdict, care: Care | null, replies: Replies): Carried {
  const hears = atLeast(verdict.level, 'support') || care !== null;
  const level = hears && !atLeast(verdict.level, 'support') ? 'support' : verdict.level;
  const words = textOf(hears ? 'help' : 'trouble', replies) ?? [hears ? help : trouble];
  const reply = { ...plainReply(words, hears ? 'help' : 'trouble'), ...verdict, level, helpOffered: true };
  const said = { level, types: verdict.types, subject: verdict.subject, said: 'help' } as const;
  return { reply, topic: null, care: hears ? said : care, erased: false, subject: hears ? 'help' : 'trouble' };
}

/** The words kept in code, for a reply that may not be sent as it is. */
export function linesOnly(outcome: Reply['outcome']): Pick<Reply, 'bubbles' | 'outcome' | 'helpOffered'> {
  const hears = outcome === 'help';
  return { bubbles: [hears ? help : trouble], outcome: hears ? 'help' : 'trouble', helpOffered: true };
}

function textOf(id: string, replies: Replies): string[] | null {
  try {
    return replies.get(id).bubbles;
  } catch {
    return null;
  }
}
