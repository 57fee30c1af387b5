import { type Flight, Pacer } from '../../core/broadcast/pacer.ts';
import type { Send, Settled } from '../../core/broadcast/ports.ts';
import type { Outgoing, Sender, SendResult } from '../../core/mailbox.ts';
import type { Channel } from '../../core/update.ts';
import { within } from '../../turn/within.ts';
import { sendLimitMs } from '../parts.ts';
import type { BroadcastParts } from './parts.ts';

/** Sends under way at once. */
const mostFlying = 64;
/** What was settled meanwhile is noted this often at most, together with what is taken next. */
const tickMs = 25;
/** While nothing is sent, the channel is kept by a sign every so often. */
const signMs = 5_000;
const storeWaitMs = 1_000;
const longestPauseSeconds = 300;
/** A message that another replica began is known after the next look. */
const unknownSeconds = 5;

/** A campaign's message in the channel's own form: `null` when it may not be sent, `undefined` when it is not known yet. */
export type MessageOf = (campaign: number) => Outgoing | null | undefined;

/**
 * Sends what waits on one channel until nothing more can be taken, within what the platform takes in a second. Never
 * rejects.
 */
export async function sendOn(
  channel: Channel,
  sender: Sender,
  messageOf: MessageOf,
  parts: BroadcastParts,
): Promise<void> {
  const { sends, stopping, onTrouble } = parts;
  const holder = parts.newHolder();
  try {
    if (!(await sends.take(channel, holder, parts.now()))) return;
  } catch {
    return onTrouble('broadcast-store');
  }
  const pacer = new Pacer(parts.perSecond(channel));
  const settled: Settled[] = [];
  let flying = 0;
  let pausedUntil = 0;
  let unsure = 0;
  let wake = () => {};

  for (;;) {
    const at = performance.now();
    const isPaused = at < pausedUntil;
    const most = stopping() || isPaused ? 0 : Math.max(0, Math.min(pacer.free(at), roomFor()));
    const noted = settled.splice(0);
    let taken: Send[] | null;
    try {
      taken = await sends.exchange(channel, holder, noted, most, parts.now());
    } catch {
      // Noted the next time; what is sent and cannot be noted is uncertain, never sent twice.
      settled.unshift(...noted);
      onTrouble('broadcast-store');
      if (stopping() && flying === 0) return;
      await pause(storeWaitMs);
      continue;
    }
    if (taken === null) return;
    for (const send of taken) {
      flying++;
      void fly(send, pacer.take());
    }
    const isIdle = flying === 0 && settled.length === 0 && taken.length === 0;
    if (isIdle && (most > 0 || stopping())) break;
    const nextMs = taken.length < most ? signMs : most > 0 ? 0 : pacer.waitMs(performance.now());
    await pause(waitMs(isPaused ? 0 : nextMs));
  }
  await sends.leave(channel, holder).catch(() => onTrouble('broadcast-store'));

  /** After an answer that told nothing, one at a time until an answer comes. */
  function roomFor(): number {
    return (unsure > 0 ? 1 : mostFlying) - flying;
  }

  function waitMs(pacedMs: number): number {
    if (settled.length > 0) return tickMs;
    const pausedMs = pausedUntil - performance.now();
    if (pausedMs > 0) return Math.min(signMs, pausedMs);
    return flying >= mostFlying || stopping() ? signMs : Math.max(tickMs, pacedMs);
  }

  /** Waits, but not once there is something to note and the tick is over. */
  async function pause(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      timer = setTimeout(resolve, ms);
      if (ms > tickMs) wake = () => setTimeout(resolve, tickMs);
    });
    clearTimeout(timer);
    wake = () => {};
  }

  async function fly({ campaign, contact, address }: Send, flight: Flight): Promise<void> {
    const message = messageOf(campaign);
    const result: SendResult =
      message === undefined
        ? { kind: 'retry', afterSeconds: unknownSeconds }
        : message === null || parts.isEnding(contact)
          ? { kind: 'refused' }
          : await within(sendLimitMs, sender.send(address, message)).catch(
              (): SendResult => ({ kind: 'retry', afterSeconds: 0, unsure: true }),
            );
    pacer.heard(flight, performance.now());
    settled.push({ campaign, contact, outcome: outcomeOf(result), ids: result.kind === 'sent' ? result.ids : [] });
    flying--;
    wake();
  }

  function outcomeOf(result: SendResult): Settled['outcome'] {
    switch (result.kind) {
      case 'sent':
      case 'gone':
      case 'refused':
        unsure = 0;
        return result.kind;
      case 'retry': {
        if (result.unsure) {
          onTrouble('broadcast-line');
          unsure++;
        }
        const backoff = result.unsure ? 2 ** Math.min(unsure, 10) : 0;
        const seconds = Math.min(longestPauseSeconds, Math.max(result.afterSeconds, backoff));
        pausedUntil = Math.max(pausedUntil, performance.now() + seconds * 1_000);
        return result.unsure ? 'uncertain' : 'again';
      }
    }
  }
}
