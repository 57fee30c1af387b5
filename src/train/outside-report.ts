import type { Thresholds } from '../core/triage/judge.ts';
import type { Model } from './model.ts';
import type { OutsideVoice } from './outside.ts';

/** What the thresholds would have given on each writer that was left out, as typed and without diacritics. */
export function outsideReport({ card, outside }: Model): string {
  const writers = [...new Set(outside.map((one) => one.message.writer))].sort();
  const rows = [
    ...writers.map((name) => row(name, ofWriter(outside, name), card.thresholds)),
    row('all', outside, card.thresholds),
  ];
  const title = 'writer   told  ≥concern     card | urgent     card emergency | ordinary     card ≥concern\n';
  return `${title}${rows.join('')}${JSON.stringify(card.thresholds)}\n`;
}

function ofWriter(outside: OutsideVoice[], name: string): OutsideVoice[] {
  return outside.filter((one) => one.message.writer === name);
}

function row(name: string, voices: OutsideVoice[], t: Thresholds): string {
  const told = voices.filter((one) => one.message.level !== 'none');
  const urgent = voices.filter((one) => one.message.level === 'emergency');
  const plain = voices.filter((one) => one.message.level === 'none');
  const share = (list: OutsideVoice[], passes: (one: OutsideVoice) => boolean) =>
    list.length === 0 ? '    –' : `${((100 * list.filter(passes).length) / list.length).toFixed(1).padStart(5)}`;
  const isEmergency = (one: OutsideVoice) => one.emergency >= t.emergency && one.disclosure >= t.urgent;
  const isCard = (one: OutsideVoice) => isEmergency(one) || one.disclosure >= t[one.shape];
  const isConcern = (one: OutsideVoice) => one.disclosure >= t.concern;
  return `${name.padEnd(8)} ${String(told.length).padStart(4)}   ${share(told, isConcern)}    ${share(told, isCard)}  | ${String(urgent.length).padStart(5)}   ${share(urgent, isCard)}     ${share(urgent, isEmergency)} | ${String(plain.length).padStart(6)}   ${share(plain, isCard)}    ${share(plain, isConcern)}\n`;
}
