import type { Notice } from '../referral/case-desk.ts';
import { spokenCode, urgencyNames } from './case-words.ts';

/** Something that reaches officers away from their pages: a mailbox, a chat. */
export interface Bell {
  /** Rejects when the words did not get there. */
  ring(text: string): Promise<void>;
}

/** Whom a notice is for. */
export type Audience = 'desk' | 'supervisor';

/** A case that waits too long is told to whoever watches over the desk as well. */
export function audiencesOf({ kind }: Notice): Audience[] {
  return kind === 'late' ? ['supervisor', 'desk'] : ['desk'];
}

/** A notice in words: a code and an urgency, nothing else. It may be read on a locked screen. */
export function noticeText({ case: id, urgency, kind }: Notice): string {
  const what = kind === 'new' ? 'Có việc mới' : 'Có việc quá hẹn trả lời';
  return `Hoa Ban. ${what}, mã ${spokenCode(id)}, mức: ${urgencyNames[urgency].toLowerCase()}.`;
}
