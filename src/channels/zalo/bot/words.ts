/** What the operator is told of this channel. Each says what to do. */
export const operatorWords = {
  online: 'Zalo Bot: đã nối, đang nhận tin.',
  unauthorised:
    'Zalo Bot: token không đúng hoặc đã bị thu lại, nên kênh này không chạy. Lấy lại token nơi tạo bot, đặt vào ZALO_BOT_TOKEN rồi chạy lại. Các kênh khác vẫn chạy.',
  down: 'Zalo Bot: không nối được với Zalo, hoặc Zalo đang hỏng. Hoa Ban tự thử lại. Nếu kéo dài: xem mạng, báo người dân gọi thẳng các số trên tờ in. Các kênh khác vẫn chạy.',
  quota:
    'Zalo Bot: Zalo báo đã hết lượt gửi. Có người nhắn mà chưa nhận được trả lời. Xem hạn mức của gói (gói Basic: 50 người, 3.000 tin mỗi tháng); hết hạn mức thì đổi gói hoặc chuyển sang Official Account.',
  conflict:
    'Zalo Bot: Zalo không cho lấy tin; có thể chương trình khác đang dùng cùng token hoặc đã đặt webhook. Tắt chương trình đó. Hoa Ban tự thử lại.',
  'webhook-refused':
    'Zalo Bot: Zalo không nhận địa chỉ webhook, nên kênh này không chạy. ZALO_BOT_WEBHOOK_URL phải bắt đầu bằng https:// và vào được từ Internet. Các kênh khác vẫn chạy.',
  'webhook-unreachable':
    'Zalo Bot: Zalo thử gọi địa chỉ webhook mà không được. Xem tên miền, chứng chỉ https, tường lửa (đừng chặn chương trình tên Java) và đường dẫn về cổng của dịch vụ. Hoa Ban tự thử lại sau ít phút.',
} as const;

export type OperatorWord = keyof typeof operatorWords;
