import { type Audience, audiencesOf, type Bell, noticeText } from './core/officers/notice.ts';
import type { CaseDesk } from './core/referral/case-desk.ts';
import type { Addresses, NoticesConfig } from './notices-config.ts';

export type Bells = Record<Audience, Bell[]>;

type Options = {
  cases: Pick<CaseDesk, 'takeNotices'>;
  bells: Bells;
  now: () => Date;
  onTrouble: (code: string) => void;
};

/** What is left to ring, at one bell. */
type Due = { bell: Bell; text: string; tries: number };

/** An hour of minutes: later the page, where the case stands in red, has to do. */
const mostTries = 60;
const mostDue = 500;

export type Telling = {
  look: () => Promise<void>;
  /** Resolves when no round is at work. */
  quiet: () => Promise<void>;
};

/** Tells officers of new and late cases. `look` is one round; a bell that failed is rung again in the next. */
export function makeTelling({ cases, bells, now, onTrouble }: Options): Telling {
  let due: Due[] = [];
  let running: Promise<void> | null = null;
  const round = async () => {
    const notices = await cases.takeNotices(now());
    const fresh = notices.flatMap((notice) =>
      audiencesOf(notice)
        .flatMap((audience) => bells[audience])
        .map((bell) => ({ bell, text: noticeText(notice), tries: 0 })),
    );
    const all = [...due, ...fresh].slice(-mostDue);
    const rung = await Promise.allSettled(all.map(({ bell, text }) => bell.ring(text)));
    due = all.flatMap((one, at) => (rung[at]?.status === 'rejected' ? [{ ...one, tries: one.tries + 1 }] : []));
    if (due.length > 0) onTrouble('notice-not-sent');
    due = due.filter(({ tries }) => tries < mostTries);
  };
  return {
    look: () => {
      running ??= round()
        .catch(() => onTrouble('notices-not-read'))
        .finally(() => {
          running = null;
        });
      return running;
    },
    quiet: async () => {
      await running;
    },
  };
}

const everyMs = 60_000;

/** Looks now and every minute. Returns its end, which waits for the round at work. */
export function keepTelling(options: Options): () => Promise<void> {
  const { look, quiet } = makeTelling(options);
  void look();
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await quiet();
  };
}

/** The bells that are set up. Their libraries are loaded only where they are used. */
export async function openBells({ mail, telegram, zalo, desk, supervisor }: NoticesConfig): Promise<Bells> {
  const bellsOf = async ({ mail: to, chat, zaloChat }: Addresses): Promise<Bell[]> => [
    ...(mail !== null && to.length > 0 ? [(await import('./notices/mail.ts')).mailBell(mail.url, mail.from, to)] : []),
    ...(telegram !== null && chat !== null
      ? [(await import('./notices/telegram.ts')).telegramBell(telegram.token, telegram.apiRoot, chat)]
      : []),
    ...(zalo !== null && zaloChat !== null ? [await zaloBellOf(zalo, zaloChat)] : []),
  ];
  return { desk: await bellsOf(desk), supervisor: await bellsOf(supervisor) };
}

async function zaloBellOf({ token, apiRoot }: NonNullable<NoticesConfig['zalo']>, chat: string): Promise<Bell> {
  const [{ zaloBell }, { botApi }, { zaloHttp }] = await Promise.all([
    import('./notices/zalo.ts'),
    import('./channels/zalo/bot/api.ts'),
    import('./channels/zalo/http.ts'),
  ]);
  return zaloBell(botApi(zaloHttp(apiRoot), token), chat);
}
