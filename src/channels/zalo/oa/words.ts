const login = 'Chạy: npm run zalo:login';

/** What the operator is told of this channel. Each says what to do. */
export const operatorWords = {
  online: 'Zalo OA: khóa gửi tin còn tốt, đang nhận tin.',
  login: `Zalo OA: chưa đăng nhập Official Account nên chưa trả lời được. ${login}`,
  unreadable: `Zalo OA: không mở được khóa gửi tin đã cất (QUEUE_KEY hoặc thư mục keys đã đổi), nên chưa trả lời được. ${login}`,
  uncertain: `Zalo OA: việc đổi khóa gửi tin bị đứt giữa chừng, không rõ Zalo đã đổi chưa. Khóa cũ còn dùng được tới khi hết hạn, nhiều nhất 25 giờ; trước lúc đó phải đăng nhập lại. ${login}`,
  spent: `Zalo OA: Zalo báo khóa đổi đã dùng rồi (-14020), không đổi được nữa. Khóa cũ còn dùng được tới khi hết hạn, nhiều nhất 25 giờ. ${login}`,
  refused: `Zalo OA: Zalo không cho đổi khóa gửi tin. Xem ZALO_OA_APP_ID, ZALO_OA_APP_SECRET, quyền của ứng dụng. Hoa Ban tự thử lại; vẫn không được thì đăng nhập lại. ${login}`,
  unstored:
    'Zalo OA: đã đổi được khóa gửi tin mà không cất được vào cơ sở dữ liệu. Đừng tắt dịch vụ; xem cơ sở dữ liệu còn chạy, ổ đĩa còn chỗ. Hoa Ban tự thử lại.',
  ending: `Zalo OA: khóa gửi tin sắp hết hạn mà chưa đổi được. Hết hạn thì không trả lời được ai. ${login}`,
  'refresh-ending': `Zalo OA: khóa đổi còn dưới 14 ngày. ${login}`,
  token: `Zalo OA: Zalo không nhận khóa gửi tin và chưa đổi được khóa mới, nên chưa trả lời được. ${login}`,
  down: 'Zalo OA: không nối được với Zalo, hoặc Zalo đang hỏng. Hoa Ban tự thử lại. Nếu kéo dài: xem mạng, báo người dân gọi thẳng các số trên tờ in. Các kênh khác vẫn chạy.',
  night:
    'Zalo OA: Zalo không cho gửi loại tin này từ 22 giờ đến 6 giờ, nên người nhắn ban đêm chưa được trả lời. Hỏi Zalo ngay; trong lúc chờ, báo người dân ban đêm gọi thẳng 113, 115, 111.',
  quota:
    'Zalo OA: đã hết hạn mức gửi tin. Có người nhắn mà chưa được trả lời. Xem hạn mức của gói trong trang quản lý OA.',
  disabled:
    'Zalo OA: OA hoặc ứng dụng đã bị tắt, hoặc không còn. Xem trang quản lý OA và trang ứng dụng. Trong lúc chờ, báo người dân gọi thẳng các số trên tờ in.',
  configuration:
    'Zalo OA: ứng dụng chưa được bật hoặc chưa được cấp quyền gửi tin, OA chưa xác thực, hoặc cần gói trả phí. Xem trang ứng dụng và trang quản lý OA.',
  billing: 'Zalo OA: chưa có tài khoản Zalo Cloud, hoặc tài khoản hết tiền. Nạp tiền trong trang Zalo Cloud.',
  'message-refused':
    'Zalo OA: Zalo không nhận một tin của Hoa Ban. Người nhắn được gửi câu có số gọi thay vào. Xem mã lỗi trong nhật ký, báo cho người sửa chương trình.',
  forged:
    'Zalo OA: có tin tới mà chữ ký không khớp, nên đã bỏ qua; người nhắn không được trả lời. Nếu đó là tin thật: xem ZALO_OA_SECRET (khóa của OA, không phải của ứng dụng), rồi thử ZALO_OA_SIGNED_TIMESTAMP=either. Nếu cài đặt vẫn đúng thì có người giả làm Zalo.',
  old: 'Zalo OA: có tin tới mà thời điểm ghi trong tin cách giờ máy này quá xa, nên đã bỏ qua. Xem đồng hồ của máy có đúng không.',
  'signed-body': 'Zalo OA: chữ ký khớp với thời điểm trong thân tin. Đặt ZALO_OA_SIGNED_TIMESTAMP=body.',
  'signed-header': 'Zalo OA: chữ ký khớp với thời điểm ở đầu tin. Đặt ZALO_OA_SIGNED_TIMESTAMP=header.',
} as const;

export type OperatorWord = keyof typeof operatorWords;
