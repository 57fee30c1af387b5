/** What the operator is told of this channel. Each says what to do. */
export const operatorWords = {
  unauthorised:
    'Telegram: token không đúng hoặc đã bị thu lại, nên kênh Telegram không chạy. Lấy token ở @BotFather, đặt vào TELEGRAM_BOT_TOKEN rồi chạy lại. Các kênh khác vẫn chạy.',
  down: 'Telegram: chưa nối được với máy chủ Telegram (mạng ở Việt Nam hay chặn). Hoa Ban tự thử lại, lâu nhất một phút một lần. Các kênh khác vẫn chạy. Nếu bị chặn hẳn: đặt TELEGRAM_API_ROOT là địa chỉ một máy trung gian của đơn vị.',
  conflict:
    'Telegram: có chương trình khác đang nhận tin bằng cùng token. Tắt chương trình đó, hoặc dùng webhook khi chạy nhiều máy. Hoa Ban tự thử lại.',
  'webhook-refused':
    'Telegram không nhận địa chỉ webhook, nên kênh Telegram không chạy. TELEGRAM_WEBHOOK_URL phải bắt đầu bằng https://, vào được từ Internet, cổng 443, 80, 88 hoặc 8443. Các kênh khác vẫn chạy.',
  online: 'Telegram: đã nối, đang nhận tin.',
} as const;

export type OperatorWord = keyof typeof operatorWords;

/** What the list of commands in the messenger says: neutral, for it can be read over a shoulder. */
export const commandWords: Record<string, string> = {
  start: 'Bắt đầu, xem hỏi được gì',
  trogiup: 'Chỗ gọi khi cần',
  luat: 'Hỏi về luật',
  kehoach: 'Hỏi về kế hoạch của tỉnh',
  dovui: 'Đố vui, năm câu một lượt',
  baihoc: 'Bài học ngắn',
  homnay: 'Mỗi ngày một điều',
  nhantin: 'Nhận tin mỗi ngày',
  thoinhan: 'Thôi nhận tin',
  rieng_tu: 'Giữ gì, không giữ gì',
  xoa: 'Dọn cuộc trò chuyện này',
  thoat: 'Nghỉ',
};
