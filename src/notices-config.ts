import type { TelegramConfig } from './telegram-config.ts';
import type { ZaloBotConfig } from './zalo-config.ts';

/** How officers are told of cases. What is set but cannot work is said to the operator and left out. */
export type NoticesConfig = {
  mail: { url: string; from: string } | null;
  telegram: Bot | null;
  zalo: Bot | null;
  desk: Addresses;
  supervisor: Addresses;
  /** Lines for the operator about settings that cannot work. */
  unusable: string[];
};
/** Whom notices go to; `chat` is one of Telegram, `zaloChat` one of the Zalo Bot Platform. */
export type Addresses = { mail: string[]; chat: string | null; zaloChat: string | null };
type Bot = { token: string; apiRoot: string };

type Settings = {
  OFFICER_MAIL_URL?: string | undefined;
  OFFICER_MAIL_FROM?: string | undefined;
  OFFICER_MAIL_TO?: string | undefined;
  OFFICER_TELEGRAM_CHAT?: string | undefined;
  SUPERVISOR_MAIL_TO?: string | undefined;
  SUPERVISOR_TELEGRAM_CHAT?: string | undefined;
  OFFICER_ZALO_CHAT?: string | undefined;
  SUPERVISOR_ZALO_CHAT?: string | undefined;
};

const isMail = (text: string) => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(text);

/** Reads the settings. Values are never repeated. */
export function noticesConfig(given: Settings, telegram: TelegramConfig, zaloBot: ZaloBotConfig): NoticesConfig {
  const { OFFICER_MAIL_URL: url, OFFICER_MAIL_FROM: from } = given;
  const unusable: string[] = [];
  const refuse = (why: string) => {
    unusable.push(`Báo tin cho cán bộ: ${why}`);
    return null;
  };
  const addresses = (name: 'OFFICER_MAIL_TO' | 'SUPERVISOR_MAIL_TO'): string[] => {
    const all = (given[name] ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== '');
    const wrong = all.filter((one) => !isMail(one));
    if (wrong.length > 0) refuse(`${name} có địa chỉ không đúng mẫu ten@noi.vn; địa chỉ ấy bị bỏ qua.`);
    return all.filter(isMail);
  };
  const chat = (name: 'OFFICER_TELEGRAM_CHAT' | 'SUPERVISOR_TELEGRAM_CHAT'): string | null => {
    const id = given[name];
    if (id === undefined) return null;
    if (!/^(?:-?\d{4,20}|@\w{5,32})$/.test(id))
      return refuse(`${name} phải là mã số của nhóm chat, ví dụ -1001234567890.`);
    return telegram.kind === 'on' ? id : refuse(`${name} cần TELEGRAM_BOT_TOKEN dùng được.`);
  };
  const zaloChat = (name: 'OFFICER_ZALO_CHAT' | 'SUPERVISOR_ZALO_CHAT'): string | null => {
    const id = given[name];
    if (id === undefined) return null;
    if (!/^[\w.=-]{4,128}$/.test(id))
      return refuse(`${name} phải là mã "chat.id" mà Zalo đặt cho cuộc trò chuyện với bot.`);
    return zaloBot.kind === 'on' ? id : refuse(`${name} cần ZALO_BOT_TOKEN dùng được.`);
  };
  const desk = {
    mail: addresses('OFFICER_MAIL_TO'),
    chat: chat('OFFICER_TELEGRAM_CHAT'),
    zaloChat: zaloChat('OFFICER_ZALO_CHAT'),
  };
  const supervisor = {
    mail: addresses('SUPERVISOR_MAIL_TO'),
    chat: chat('SUPERVISOR_TELEGRAM_CHAT'),
    zaloChat: zaloChat('SUPERVISOR_ZALO_CHAT'),
  };
  const wantsMail = desk.mail.length + supervisor.mail.length > 0;
  const mail = () => {
    if (!wantsMail) return null;
    if (url === undefined || !/^smtps?:\/\/[^\s/]+/.test(url))
      return refuse('OFFICER_MAIL_URL phải có dạng smtps://ten:matkhau@may-chu:465.');
    if (from === undefined || !isMail(from)) return refuse('OFFICER_MAIL_FROM phải là một địa chỉ thư.');
    return { url, from };
  };
  return {
    mail: mail(),
    telegram: telegram.kind === 'on' ? { token: telegram.token, apiRoot: telegram.apiRoot } : null,
    zalo: zaloBot.kind === 'on' ? { token: zaloBot.token, apiRoot: zaloBot.apiRoot } : null,
    desk,
    supervisor,
    unusable,
  };
}
