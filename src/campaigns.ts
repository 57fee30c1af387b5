import type { Pool } from 'pg';
import { render as onTelegram } from './channels/telegram/render.ts';
import { render as onZalo } from './channels/zalo/render.ts';
import { sourceLines } from './core/answer/sources.ts';
import { planned } from './core/broadcast/campaign.ts';
import { series } from './core/broadcast/series.ts';
import type { Citation } from './core/passage.ts';
import { holds } from './core/quiz.ts';
import type { Reply } from './core/reply.ts';
import type { CampaignDoor, Preview } from './dashboard/campaigns/door.ts';
import { campaignStore } from './postgres/broadcast/campaigns.ts';
import { type Contents, messageOf } from './pushing.ts';

/** The officers' side of it. */
export function campaignDoor(pool: Pool, auditKey: Buffer, { content }: Contents, now: () => Date): CampaignDoor {
  const words = () => content.current().words;
  return {
    campaigns: campaignStore(pool, auditKey),
    daily: () => words().daily,
    check(plan) {
      const { daily, knowledge } = words();
      const facts = daily.facts.filter(({ passage }) => holds(passage, knowledge, plan.day));
      const found = planned(plan, facts, daily.hours, now());
      if (typeof found === 'string') return found;
      const { time: _none, ...rest } = plan;
      return { ...rest, ...found };
    },
    series: (from, count, time) => series(from, count, time, words().daily, words().knowledge),
    preview(message) {
      const reply = messageOf(message, { content });
      return reply === null ? null : previewsOf(reply, content);
    },
  };
}

function previewsOf(reply: Reply, content: Contents['content']): Preview[] {
  const { replies, knowledge } = content.current().words;
  const sources = (cites: Citation[]) => sourceLines(cites, knowledge);
  const telegram = onTelegram(reply, { lead: replies.get('lead').bubbles.join(' '), sourceLines: sources });
  const zalo = onZalo(reply, { replies, sourceLines: sources });
  return [
    {
      channel: 'Telegram',
      texts: telegram.map(({ text }) => text),
      buttons: telegram.flatMap(({ buttons }) => buttons.flat().map(({ text }) => text)),
    },
    { channel: 'Zalo', texts: zalo.map(({ text }) => `${text}`), buttons: [] },
  ];
}
