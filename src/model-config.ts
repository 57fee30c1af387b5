import type { ModelPlace } from './core/clearance/clear.ts';

/** How a language model is used. A setting that cannot work leaves the bot as it is without one, and says what to do. */
export type ModelConfig = { kind: 'off' } | { kind: 'unusable'; why: string } | ModelOn;

export type ModelOn = {
  kind: 'on';
  /** Where the OpenAI-compatible server is; `null`: the maker's own. */
  baseUrl: string | null;
  apiKey: string;
  model: string;
  place: ModelPlace;
  /** The longest a person waits for a reply. */
  budgetMs: number;
  /** Calls at once. */
  atOnce: number;
  limits: DailyLimits;
  /** The model of vectors; `null`: no index by meaning. */
  embedding: { model: string; dimensions: number } | null;
  /** The model that turns speech into words; `null`: voice notes are not listened to. */
  transcription: string | null;
  /** How long an answer waits for a second ear for a cry for help; `null`: there is none. */
  secondEarMs: number | null;
};

/** What may be spent in a day; `cost` in the money of the prices, `null` where no price was given. */
export type DailyLimits = {
  tokens: number;
  cost: { most: number; perMillionIn: number; perMillionOut: number } | null;
};

type Settings = Record<(typeof modelSettings)[number], string | undefined>;

export const modelSettings = [
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'OPENAI_LOG',
  'LANGSMITH_TRACING',
  'LANGSMITH_TRACING_V2',
  'LANGCHAIN_TRACING',
  'LANGCHAIN_TRACING_V2',
  'MODEL_NAME',
  'MODEL_LOCATION',
  'MODEL_TRANSFER_FILE',
  'MODEL_BUDGET_MS',
  'MODEL_AT_ONCE',
  'MODEL_DAILY_TOKENS',
  'MODEL_DAILY_COST',
  'MODEL_PRICE_IN',
  'MODEL_PRICE_OUT',
  'MODEL_TRIAGE',
  'TRANSCRIPTION_MODEL',
  'EMBEDDING_MODEL',
  'EMBEDDING_DIMENSIONS',
] as const;

const usualModel = 'gpt-4.1-mini';
const secondEarMs = 2_500;
/** The web chat waits no longer. */
const mostBudgetMs = 8_000;

/** Reads the settings of the model. Values are never repeated. Without key and address there is none. */
export function modelConfig(given: Partial<Settings>): ModelConfig {
  if (given.OPENAI_API_KEY === undefined && given.OPENAI_BASE_URL === undefined) return { kind: 'off' };
  const problem = problemOf(given);
  if (problem !== null)
    return { kind: 'unusable', why: `Mô hình ngôn ngữ không chạy: ${problem} Bot vẫn trả lời bằng kho kiến thức.` };
  const baseUrl = given.OPENAI_BASE_URL?.replace(/\/+$/, '') ?? null;
  const location = given.MODEL_LOCATION;
  const cost = numberOf(given.MODEL_DAILY_COST);
  return {
    kind: 'on',
    baseUrl,
    apiKey: given.OPENAI_API_KEY ?? 'none',
    model: given.MODEL_NAME ?? usualModel,
    place:
      location === 'own' || location === 'vn'
        ? { location }
        : { location: 'abroad', filed: given.MODEL_TRANSFER_FILE !== undefined },
    budgetMs: numberOf(given.MODEL_BUDGET_MS) ?? mostBudgetMs,
    atOnce: numberOf(given.MODEL_AT_ONCE) ?? 4,
    transcription: given.TRANSCRIPTION_MODEL ?? null,
    secondEarMs: given.MODEL_TRIAGE === 'on' ? secondEarMs : null,
    embedding:
      given.EMBEDDING_MODEL === undefined
        ? null
        : { model: given.EMBEDDING_MODEL, dimensions: numberOf(given.EMBEDDING_DIMENSIONS) ?? 0 },
    limits: {
      tokens: numberOf(given.MODEL_DAILY_TOKENS) ?? 500_000,
      cost:
        cost === null
          ? null
          : {
              most: cost,
              perMillionIn: numberOf(given.MODEL_PRICE_IN) ?? 0,
              perMillionOut: numberOf(given.MODEL_PRICE_OUT) ?? 0,
            },
    },
  };
}

/** What keeps the model from running, in words for the operator, or `null`. */
function problemOf(given: Partial<Settings>): string | null {
  const { OPENAI_BASE_URL: url, MODEL_LOCATION: location, MODEL_TRANSFER_FILE: file } = given;
  for (const name of modelSettings)
    if (/TRACING/.test(name) && /^(?:true|1)$/i.test(given[name] ?? ''))
      return `${name} đang bật, sẽ gửi lời người hỏi đi nơi khác. Bỏ biến này.`;
  if (given.OPENAI_LOG !== undefined && given.OPENAI_LOG !== 'off')
    return 'OPENAI_LOG đang bật, sẽ ghi lời người hỏi ra nhật ký. Bỏ biến này.';
  if (location === undefined)
    return 'thiếu MODEL_LOCATION. Ghi own (máy chủ của chính đơn vị), vn (đặt tại Việt Nam) hoặc abroad (ở nước ngoài).';
  if (!/^(?:own|vn|abroad)$/.test(location)) return 'MODEL_LOCATION chỉ nhận own, vn hoặc abroad.';
  if (url !== undefined && !(/^https?:\/\//.test(url) && URL.canParse(url)))
    return 'OPENAI_BASE_URL phải là một địa chỉ đầy đủ, ví dụ https://…/v1.';
  if (location !== 'abroad' && (url === undefined || /(?:^|\.)openai\.com$/.test(new URL(url).hostname)))
    return 'MODEL_LOCATION là own hoặc vn thì OPENAI_BASE_URL phải là máy chủ đó. Máy chủ mặc định ở nước ngoài.';
  if (url?.startsWith('http:') && !isNear(new URL(url).hostname))
    return 'OPENAI_BASE_URL phải bắt đầu bằng https://, trừ máy trong mạng riêng của đơn vị.';
  if (location === 'abroad' && file === undefined)
    return 'máy ở nước ngoài thì phải nộp hồ sơ chuyển dữ liệu trước (Luật 91/2025/QH15 Điều 20). Nộp xong thì ghi số và ngày nộp vào MODEL_TRANSFER_FILE.';
  if (url !== undefined && location !== 'abroad' && given.MODEL_NAME === undefined)
    return 'thiếu MODEL_NAME, tên mô hình trên máy chủ đó.';
  if (given.MODEL_TRIAGE !== undefined && !/^(?:on|off)$/.test(given.MODEL_TRIAGE))
    return 'MODEL_TRIAGE chỉ nhận on hoặc off.';
  if (location !== 'own' && (given.MODEL_TRIAGE === 'on' || given.TRANSCRIPTION_MODEL !== undefined))
    return 'MODEL_TRIAGE và TRANSCRIPTION_MODEL chỉ dùng được khi MODEL_LOCATION=own: lời kể và tiếng nói không được ra khỏi máy của đơn vị.';
  if (given.EMBEDDING_MODEL !== undefined && given.EMBEDDING_DIMENSIONS === undefined)
    return 'có EMBEDDING_MODEL thì cần EMBEDDING_DIMENSIONS (độ dài véc-tơ, nhiều nhất 2000).';
  return problemOfNumbers(given);
}

const ranges: ReadonlyArray<readonly [name: keyof Settings, least: number, most: number]> = [
  ['MODEL_BUDGET_MS', 2_500, mostBudgetMs],
  ['MODEL_AT_ONCE', 1, 64],
  ['EMBEDDING_DIMENSIONS', 8, 2_000],
  ['MODEL_DAILY_TOKENS', 0, 1e12],
  ['MODEL_DAILY_COST', 0, 1e12],
  ['MODEL_PRICE_IN', 0, 1e9],
  ['MODEL_PRICE_OUT', 0, 1e9],
];

function problemOfNumbers(given: Partial<Settings>): string | null {
  for (const [name, least, most] of ranges) {
    const value = numberOf(given[name]);
    if (value !== null && !(value >= least && value <= most)) return `${name} phải là số từ ${least} đến ${most}.`;
  }
  if (given.MODEL_DAILY_COST !== undefined && (given.MODEL_PRICE_IN ?? given.MODEL_PRICE_OUT) === undefined)
    return 'có MODEL_DAILY_COST thì cần MODEL_PRICE_IN và MODEL_PRICE_OUT (giá một triệu token).';
  return null;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** An address of this machine or of a private network. */
function isNear(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|[a-z0-9-]+)$/i.test(
    host,
  );
}
