/** What the page gets back for one message. Everything in it is shown as text, never as markup. */
export type Answer = {
  bubbles: string[];
  sources: string[];
  offers: Array<{ label: string; choice: string }>;
  welcome: string | null;
  /** Whether this answer shows where to get help. */
  help: boolean;
};

/** Every fixed text of this door ends with the lines that work without us. */
const lines = 'Đang nguy hiểm: gọi 113. Bị thương: gọi 115. Trẻ em: gọi 111 (miễn phí).';

const said = {
  trouble: 'Máy của mình đang trục trặc nên chưa trả lời được. Không phải lỗi của bạn. Bạn hỏi lại sau ít phút nhé.',
  unreadable: 'Mình chưa đọc được tin này. Bạn gõ lại giúp mình nhé.',
  'too-large': 'Tin dài quá, mình không nhận hết được. Bạn hỏi ngắn lại từng câu một nhé.',
  'not-from-page': 'Mình chỉ nhận tin gửi từ chính trang này. Bạn mở lại trang rồi gõ giúp mình nhé.',
  'too-many': 'Bạn gửi nhanh quá, mình chưa kịp trả lời. Bạn chờ một phút rồi gửi tiếp nhé.',
  'many-here': 'Nhiều tin cùng gửi từ mạng bạn đang dùng, mình chưa kịp trả lời hết. Bạn chờ một phút rồi gửi lại nhé.',
  busy: 'Đang có nhiều người hỏi cùng lúc. Bạn chờ một chút rồi gửi lại nhé.',
  'erase-failed':
    'Mình chưa xoá được phía máy chủ. Phần còn lại tự mất sau 30 phút; máy chủ không giữ lời bạn đã gõ. Bạn có thể bấm xoá lần nữa.',
  'no-such-page': 'Không có trang này. Bạn mở lại trang đầu nhé.',
} as const;

export type Said = keyof typeof said;

/** A fixed text of this door, with the emergency lines. */
export function fixedText(what: Said): string {
  return `${said[what]}\n${lines}`;
}

/** A fixed text as an answer the page can show. */
export function fixedAnswer(what: Said): Answer {
  return { bubbles: [fixedText(what)], sources: [], offers: [], welcome: null, help: true };
}
