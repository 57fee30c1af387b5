import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { localDay } from '../core/local-day.ts';
import { usedSince } from '../postgres/model-use.ts';
import { ask } from './ask.ts';
import { bad, type Finding, look, ok, unknown } from './finding.ts';

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

/** A share of the day's budget from which the operator is told. */
const near = 0.8;

/** How much of today's budget a model has used; nothing where none is on or the database cannot tell. */
export async function examineModelBudget({ model }: Config, pool: Pool | null, now: Date): Promise<Finding[]> {
  if (model.kind !== 'on' || pool === null) return [];
  const used = await usedSince(pool, localDay(now)).catch(() => null);
  if (used === null) return [];
  const of = (what: string) => used.find((one) => one.what === what)?.count ?? 0;
  const [tokensIn, tokensOut] = [of('tokens-in'), of('tokens-out')];
  const { tokens, cost } = model.limits;
  const money = cost === null ? 0 : (tokensIn * cost.perMillionIn + tokensOut * cost.perMillionOut) / 1e6;
  const share = Math.max(part(tokensIn + tokensOut, tokens), cost === null ? 0 : part(money, cost.most));
  const percent = `${Math.round(100 * Math.min(share, 1))} %`;
  return [
    share >= near
      ? look(
          'model',
          `Mô hình đã dùng ${percent} hạn mức hôm nay; hết thì bot chỉ trả lời bằng kho kiến thức tới nửa đêm. Xem MODEL_DAILY_TOKENS, MODEL_DAILY_COST.`,
        )
      : ok('model', `Mô hình đã dùng ${percent} hạn mức hôm nay.`),
  ];
}

function part(used: number, most: number): number {
  return most === 0 ? 1 : used / most;
}
