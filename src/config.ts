import { z } from 'zod';
import { AppError } from './core/errors.ts';
import { type ModelConfig, modelConfig, modelSettings } from './model-config.ts';
import { type NoticesConfig, noticesConfig } from './notices-config.ts';
import { type OperationsConfig, operationsConfig, operationsSettings } from './operations-config.ts';
import { type TelegramConfig, telegramConfig } from './telegram-config.ts';
import { type ZaloBotConfig, type ZaloOaConfig, zaloBotConfig, zaloOaConfig } from './zalo-config.ts';

/** Settings of the program, all from the environment; each has a sensible default. */
export type Config = {
  /** Postgres to use; `null` means the embedded database in `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  knowledgeDir: string;
  promptsDir: string;
  /** Legal documents that the operator brought: drafts, approved, withdrawn. */
  documentsDir: string;
  host: string;
  port: number;
  /** Secret for pseudonyms of contacts; `null`: made anew at every start, so talks do not outlive it. */
  contactKey: string | null;
  /** Secret that messages waiting for their answer are sealed with; `null`: one kept in `dataDir`. */
  queueKey: string | null;
  /** The secret before it: opens what still waits from its time. */
  queueKeyOld: string | null;
  /** Secret of the officers' side; `null`: one kept in `dataDir`, or none with a server. */
  officerKey: string | null;
  /** How officers are told of cases. */
  notices: NoticesConfig;
  telegram: TelegramConfig;
  zaloBot: ZaloBotConfig;
  zaloOa: ZaloOaConfig;
  model: ModelConfig;
  /** Where quick exit leads; `null`: our own calendar page. */
  exitUrl: string | null;
  /** Who runs the bot, as told to everybody in the first message; `null`: said to be a trial. */
  operatorName: string | null;
  operations: OperationsConfig;
};

const shape = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'phải bắt đầu bằng postgres://')
    .optional(),
  DATA_DIR: z.string().min(1).default('data'),
  KNOWLEDGE_DIR: z.string().min(1).default('knowledge'),
  PROMPTS_DIR: z.string().min(1).default('prompts'),
  DOCUMENTS_DIR: z.string().min(1).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number('phải là một số')
    .int('phải là số nguyên')
    .min(0, 'từ 0 đến 65535')
    .max(65535, 'từ 0 đến 65535')
    .default(3000),
  CONTACT_KEY: z.string().min(32, 'cần ít nhất 32 ký tự ngẫu nhiên').optional(),
  QUEUE_KEY: z.string().min(32, 'cần ít nhất 32 ký tự ngẫu nhiên').optional(),
  QUEUE_KEY_OLD: z.string().min(32, 'cần ít nhất 32 ký tự ngẫu nhiên').optional(),
  OFFICER_KEY: z.string().min(32, 'cần ít nhất 32 ký tự ngẫu nhiên').optional(),
  OFFICER_MAIL_URL: z.string().optional(),
  OFFICER_MAIL_FROM: z.string().optional(),
  OFFICER_MAIL_TO: z.string().optional(),
  OFFICER_TELEGRAM_CHAT: z.string().optional(),
  SUPERVISOR_MAIL_TO: z.string().optional(),
  SUPERVISOR_TELEGRAM_CHAT: z.string().optional(),
  OFFICER_ZALO_CHAT: z.string().optional(),
  SUPERVISOR_ZALO_CHAT: z.string().optional(),
  TELEGRAM_BOT_TOKEN: z.string().optional(),
  TELEGRAM_API_ROOT: z.string().optional(),
  TELEGRAM_WEBHOOK_URL: z.string().optional(),
  TELEGRAM_WEBHOOK_SECRET: z.string().optional(),
  ZALO_BOT_TOKEN: z.string().optional(),
  ZALO_BOT_API_ROOT: z.string().optional(),
  ZALO_BOT_WEBHOOK_URL: z.string().optional(),
  ZALO_BOT_WEBHOOK_SECRET: z.string().optional(),
  ZALO_OA_APP_ID: z.string().optional(),
  ZALO_OA_APP_SECRET: z.string().optional(),
  ZALO_OA_SECRET: z.string().optional(),
  ZALO_OA_SIGNED_TIMESTAMP: z.string().optional(),
  ZALO_OA_REDIRECT_URL: z.string().optional(),
  ZALO_OA_API_ROOT: z.string().optional(),
  ZALO_OA_LOGIN_ROOT: z.string().optional(),
  ...Object.fromEntries([...modelSettings, ...operationsSettings].map((name) => [name, z.string().optional()])),
  WEB_EXIT_URL: z.url('phải là một địa chỉ đầy đủ, ví dụ https://…').optional(),
  OPERATOR_NAME: z
    .string()
    .max(80, 'dài nhất 80 ký tự')
    .regex(/^[^\d{}<>\n]+$/u, 'chỉ ghi tên cơ quan, không ghi số điện thoại')
    .optional(),
});

/** Reads the settings. Throws `config-invalid` with one line per wrong variable; values are never repeated. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.keys(shape.shape).flatMap((key) => (env[key] ? [[key, env[key]]] : [])));
  const read = shape.safeParse(given);
  const wrong = (read.error?.issues ?? []).map(({ path, message }) => wrongSetting(String(path[0]), message));
  const operations = operationsConfig(given, (name, must) => wrong.push(wrongSetting(name, must)));
  if (!read.success || wrong.length > 0) throw new AppError('config-invalid', wrong.join('\n'));
  const { DATABASE_URL, DATA_DIR, KNOWLEDGE_DIR, PROMPTS_DIR, DOCUMENTS_DIR, HOST, PORT, WEB_EXIT_URL } = read.data;
  const { CONTACT_KEY, QUEUE_KEY, OFFICER_KEY } = read.data;
  const telegram = telegramConfig(read.data);
  const zaloBot = zaloBotConfig(read.data);
  return {
    databaseUrl: DATABASE_URL ?? null,
    dataDir: DATA_DIR,
    knowledgeDir: KNOWLEDGE_DIR,
    promptsDir: PROMPTS_DIR,
    documentsDir: DOCUMENTS_DIR ?? `${DATA_DIR}/documents`,
    host: HOST,
    port: PORT,
    contactKey: CONTACT_KEY ?? null,
    queueKey: QUEUE_KEY ?? null,
    queueKeyOld: read.data.QUEUE_KEY_OLD ?? null,
    officerKey: OFFICER_KEY ?? null,
    notices: noticesConfig(read.data, telegram, zaloBot),
    telegram,
    zaloBot,
    zaloOa: zaloOaConfig(read.data),
    model: modelConfig(given),
    exitUrl: WEB_EXIT_URL ?? null,
    operatorName: read.data.OPERATOR_NAME ?? null,
    operations,
  };
}

/** The names of all settings. */
export const settings: readonly string[] = Object.keys(shape.shape);

function wrongSetting(name: string, must: string): string {
  return `${name}: ${must}. Xem .env.example.`;
}
