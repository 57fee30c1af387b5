import type { Channel } from '../update.ts';

/** What a person wants to be told unasked: something each day, or only on the campaign days. */
export const wants = ['daily', 'days'] as const;
export type Want = (typeof wants)[number];

/**
 * What a turn does to its contact's subscription. 'end' is one and the same for whoever opts out and for whoever must never
 * be pushed anything: from here on nothing tells them apart.
 */
export type SubscriptionChange = Want | 'end';

/** How many messages a second may be pushed on a channel: what its platform takes, less what replies may need. */
const perSecond: Partial<Record<Channel, number>> = { telegram: 25, 'zalo-oa': 50, 'zalo-bot': 1 };

/** Channels that can write to a person first. */
export function canPush(channel: Channel): boolean {
  return perSecond[channel] !== undefined;
}

/** Messages a second that may be pushed on the channel; 0 where nothing can be. */
export function pushedPerSecond(channel: Channel): number {
  return perSecond[channel] ?? 0;
}
