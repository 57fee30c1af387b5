import type { ModelTrouble } from './model/open.ts';
import type { ModelOn } from './model-config.ts';

/** What the operator is told about the model's trouble; `null`: only the log is. */
export const modelWords: Record<ModelTrouble, string | null> = {
  'model-failed': null,
  'model-resting': 'Máy chủ mô hình ngôn ngữ lỗi nhiều lần, tạm nghỉ nửa phút. Bot vẫn trả lời bằng kho kiến thức.',
  'model-budget-near':
    'CẢNH BÁO: mô hình ngôn ngữ đã dùng hơn 80 % hạn mức hôm nay (MODEL_DAILY_TOKENS, MODEL_DAILY_COST).',
  'model-budget-spent':
    'BÁO ĐỘNG: mô hình ngôn ngữ đã hết hạn mức hôm nay. Từ giờ tới nửa đêm bot chỉ trả lời bằng kho kiến thức. Xem MODEL_DAILY_TOKENS, MODEL_DAILY_COST.',
};

/** When vectors cannot be kept. */
export const noEmbeddings =
  'Không có chỉ mục ngữ nghĩa: cơ sở dữ liệu thiếu pgvector, hoặc tài khoản không được tạo bảng. Bot vẫn tìm theo từ như thường.';

/** What a start says about a model that is on. */
export function modelNews({ model, place }: ModelOn): string {
  const where = {
    own: 'trên máy chủ của đơn vị',
    vn: 'đặt tại Việt Nam',
    abroad: 'ở nước ngoài, chỉ khi người hỏi bấm đồng ý',
  }[place.location];
  return `Mô hình ngôn ngữ: ${model}, ${where}. Tin có dấu hiệu bị hại không bao giờ được gửi đi.`;
}
