import { randomUUID } from 'node:crypto';
import type { BotApi } from '../../test/telegram/bot-api.ts';

/** What people noticed. `asked` and `helped` count cries for help; `lost` messages that were taken and never answered. */
export type Noticed = {
  written: number;
  lost: number;
  doubled: number;
  cries: number;
  criesWithoutHelp: number;
  /** How many were told of trouble, or that the bot had been away, instead of an answer; each with the lines. */
  trouble: number;
  away: number;
  webCries: number;
  webWithoutHelp: number;
  slowestSeconds: number;
};

/** Invented. */
const cry = 'tối qua em bị chồng đánh';
const questions = ['bao nhiêu tuổi được kết hôn', 'chỉ tiêu lãnh đạo nữ 2030', 'cấm tiếp xúc mấy ngày', 'chào bạn'];
const hasLines = (text: string) => /\b113\b/.test(text) && /\b11[15]\b/.test(text);
const restMs = 120;

let nextChat = 1_000;

export type Crowd = {
  /** Writes no more, waits until everybody was answered or `patienceMs` have gone by, and tells what they saw. */
  end: (patienceMs: number) => Promise<Noticed>;
};

/** People who write one after the other on Telegram and on the web page, every second one crying for help. */
export function gatherCrowd(api: BotApi, site: string): Crowd {
  const chats: Array<{ chat: number; cries: boolean; at: number; took: number | null }> = [];
  const web: Array<Promise<boolean>> = [];
  let writing = true;
  const written = (async () => {
    for (let nth = 0; writing; nth++) {
      const cries = nth % 2 === 0;
      const chat = nextChat++;
      api.says(chat, cries ? cry : (questions[nth % questions.length] ?? ''));
      chats.push({ chat, cries, at: performance.now(), took: null });
      if (nth % 5 === 0) web.push(cryOnPage(site));
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
  })();
  const heard = (chat: number) => api.seen(chat).filter((one) => one.from === 'bot');
  const look = () => {
    for (const one of chats) if (one.took === null && heard(one.chat).length > 0) one.took = performance.now() - one.at;
  };
  const looking = setInterval(look, 50);
  return {
    async end(patienceMs) {
      writing = false;
      await written;
      const until = performance.now() + patienceMs;
      while (chats.some((one) => one.took === null) && performance.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 100));
      // A second copy would come now.
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      clearInterval(looking);
      look();
      const helped = await Promise.all(web);
      const texts = chats.map(({ chat }) => heard(chat).map(({ text }) => text));
      const said = (pattern: RegExp) => texts.filter((all) => all.some((text) => pattern.test(text))).length;
      const cries = chats.filter((one) => one.cries);
      return {
        written: chats.length,
        lost: chats.filter((one) => one.took === null).length,
        doubled: texts.filter((all) => new Set(all).size < all.length).length,
        cries: cries.length,
        criesWithoutHelp: cries.filter(({ chat }) => !heard(chat).some(({ text }) => hasLines(text))).length,
        trouble: said(/trục trặc/),
        away: said(/vừa hoạt động lại/),
        webCries: helped.length,
        webWithoutHelp: helped.filter((one) => !one).length,
        slowestSeconds: Math.round(Math.max(0, ...chats.map((one) => one.took ?? 0)) / 100) / 10,
      };
    },
  };
}

/** Whether somebody who cries for help on the page gets the lines. */
async function cryOnPage(site: string): Promise<boolean> {
  try {
    const response = await fetch(`${site}/tin`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session: randomUUID(), text: cry }),
    });
    return hasLines(await response.text());
  } catch {
    return false;
  }
}
