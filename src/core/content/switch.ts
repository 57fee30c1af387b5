/** Why answers may be switched off. */
export const offReasons = ['wrong-answer', 'law-changed', 'content-review', 'misuse', 'fault'] as const;
export type OffReason = (typeof offReasons)[number];

/** Whether the bot answers from the knowledge. Help and safety do not hang on it. */
export type AnswerSwitch = { off: false } | { off: true; reason: OffReason; note: string; by: string; since: Date };

/** One turn of the switch, as it is kept. */
export type SwitchTurn = { off: boolean; reason: OffReason | null; note: string; by: string; at: Date };

/** The reason as officers read it. */
export function reasonWords(reason: OffReason): string {
  switch (reason) {
    case 'wrong-answer':
      return 'Có câu trả lời sai';
    case 'law-changed':
      return 'Luật vừa đổi, nội dung chưa kịp sửa';
    case 'content-review':
      return 'Đang rà soát nội dung';
    case 'misuse':
      return 'Có người phá';
    case 'fault':
      return 'Máy trục trặc';
  }
}

/** How long a note at the switch may be. */
export const longestNote = 200;
