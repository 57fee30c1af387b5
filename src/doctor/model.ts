import type { Config } from '../config.ts';
import { ask } from './ask.ts';
import { bad, type Finding, ok, unknown } from './finding.ts';

const usualBase = 'https://api.openai.com/v1';

/** Whether the language model, where one is on, can be reached and takes the key. */
export async function examineModel({ model }: Config): Promise<Finding[]> {
  if (model.kind === 'off') return [ok('model', 'Không dùng mô hình ngôn ngữ; bot trả lời bằng kho kiến thức.')];
  if (model.kind === 'unusable') return [];
  const asked = await ask(`${model.baseUrl ?? usualBase}/models`, {
    headers: { Authorization: `Bearer ${model.apiKey}` },
  });
  if (asked.kind === 'unreached')
    return [
      unknown(
        'model',
        'Không tới được máy chủ mô hình (OPENAI_BASE_URL). Xem máy đó có chạy không; bot vẫn trả lời bằng kho kiến thức.',
      ),
    ];
  if (asked.status === 401 || asked.status === 403)
    return [bad('model', 'Máy chủ mô hình không nhận OPENAI_API_KEY. Lấy lại khóa.')];
  return [
    asked.status < 500
      ? ok('model', 'Máy chủ mô hình trả lời.')
      : unknown('model', 'Máy chủ mô hình đang trục trặc. Xem lại sau.'),
  ];
}
