import type { Pool } from 'pg';
import type { Chore } from './core/chore.ts';
import { type Audience, audiencesOf, type Bell, noticeText } from './core/officers/notice.ts';
import type { CaseDesk, Notice } from './core/referral/case-desk.ts';
import type { Addresses, NoticesConfig } from './notices-config.ts';
import { bellTask, freeBells, postBells } from './postgres/bells.ts';
import type { Tasks } from './postgres/mailbox/runner.ts';

export type Bells = Record<Audience, Bell[]>;

/** One notice that is left to ring at one bell: the `nth` of an audience's. */
export type Due = { notice: Notice; audience: Audience; nth: number };

type Options = {
  cases: Pick<CaseDesk, 'takeNotices'>;
  bells: Bells;
  /** Keeps what is left to ring, until `ring` did not reject. */
  post: (due: Due[]) => Promise<void>;
  now: () => Date;
  onTrouble: (code: 'notice-not-sent' | 'notices-not-read') => void;
};

export type Telling = {
  /** Takes what officers must be told of, and posts it for each bell. */
  look: () => Promise<void>;
  /** Rings one bell. Rejects when it has to be rung again. */
  ring: (due: Due) => Promise<void>;
};

/** Tells officers of new and late cases. */
export function makeTelling({ cases, bells, post, now, onTrouble }: Options): Telling {
  /** Taken, and not posted yet: the database went away in between. */
  let left: Due[] = [];
  return {
    async look() {
      try {
        const notices = await cases.takeNotices(now());
        const due = notices.flatMap((notice) =>
          audiencesOf(notice).flatMap((audience) => bells[audience].map((_, nth) => ({ notice, audience, nth }))),
        );
        left.push(...due);
        if (left.length > 0) await post(left);
        left = [];
      } catch {
        onTrouble('notices-not-read');
      }
    },
    async ring({ notice, audience, nth }) {
      try {
        // One that was taken out of the settings meanwhile is rung no more.
        await bells[audience][nth]?.ring(noticeText(notice));
      } catch {
        onTrouble('notice-not-sent');
        throw new Error('not rung');
      }
    },
  };
}

/** Telling officers, as work that the replicas share: one looks each minute, and any of them rings until it rang. */
export function bellWork(pool: Pool, options: Omit<Options, 'post'>): { chores: Chore[]; tasks: Tasks } {
  const telling = makeTelling({ ...options, post: (due) => postBells(pool, due) });
  const work = async () => {
    await freeBells(pool);
    await telling.look();
  };
  return {
    chores: [{ name: 'bells', everyMinutes: 1, work }],
    tasks: { [bellTask]: (due) => telling.ring(due as Due) },
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
