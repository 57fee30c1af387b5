import { readFileSync } from 'node:fs';
import type { Bot } from '../bot.ts';
import { PrivateText } from '../core/private-text.ts';
import { atLeast, type Level } from '../core/triage.ts';
import { fold } from '../core/vietnamese/fold.ts';
import { labelledMessage } from '../eval/triage.ts';
import type { Section, Share } from './page.ts';

export type Message = { level: 'none' | 'support' | 'emergency'; text: string };

/** What a listener made of a message: who is `helped` saw the way to help, whatever it was called. */
export type Judged = { message: Message; helped: boolean; level: Level };

/** Phrases that a careful list of rules by hand would hold: harm, fear, weapons, wanting to die. Folded; peers to compare with. */
const phrases = [
  ...['danh dap', 'bi danh', 'danh em', 'danh toi', 'danh vo', 'bao luc', 'bao hanh', 'hanh ha', 'hanh hung'],
  ...['hiep dam', 'hiep', 'xam hai', 'quay roi', 'so mo', 'ep cuoi', 'bat coc', 'lua ban', 'buon nguoi'],
  ...['cuu', 'giup toi', 'giup em', 'giet', 'doa', 'tu tu', 'khong muon song', 'muon chet', 'cam dao', 'chay mau'],
];
/** Single words, as lists grow when nothing may be missed. */
const words = [
  ...['danh', 'dam', 'tat', 'da', 'chui', 'ep', 'nhot', 'troi', 'duoi', 'keo', 'loi', 'siet', 'bop', 'chem', 'dao'],
  ...['so', 'khoc', 'dau', 'chet', 'chay', 'cuong', 'hon', 'ban', 'cuop', 'nhuc', 'khon', 'tuyet vong'],
];
export type Keywords = 'phrases' | 'words too';

export function keywordsHear(text: string, which: Keywords): boolean {
  const folded = ` ${fold(text).replaceAll(/[^a-z0-9]+/g, ' ')} `;
  const listed = which === 'phrases' ? phrases : [...phrases, ...words];
  return listed.some((one) => folded.includes(` ${one} `));
}

export function messagesOf(file: string): Message[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => labelledMessage.parse(JSON.parse(line)));
}

/** Sends every message, each as a new person, and notes what came back. */
export async function hear(bot: Pick<Bot, 'turn'>, messages: Message[], name: string): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const [nth, message] of messages.entries()) {
    const contact = `proof:${name}:${nth}`;
    const content = { kind: 'text', text: new PrivateText(message.text) } as const;
    const reply = await bot.turn({ id: contact, channel: 'terminal', contact, sentAt: new Date(), content });
    judged.push({ message, helped: atLeast(reply.level, 'support'), level: reply.level });
  }
  return judged;
}

export function hearByKeywords(messages: Message[], which: Keywords): Judged[] {
  return messages.map((message) => {
    const helped = keywordsHear(message.text, which);
    return { message, helped, level: helped ? 'support' : 'none' };
  });
}

/** Of the disclosures, of the emergencies, and of ordinary messages: how many were taken for a cry for help. */
export function sharesOf(judged: Judged[]): { disclosures: Share; emergencies: Share; ordinary: Share } {
  const share = (some: Judged[]): Share => ({ part: some.filter((one) => one.helped).length, whole: some.length });
  return {
    disclosures: share(judged.filter(({ message }) => message.level !== 'none')),
    emergencies: share(judged.filter(({ message }) => message.level === 'emergency')),
    ordinary: share(judged.filter(({ message }) => message.level === 'none')),
  };
}

export async function triageSection(bot: Pick<Bot, 'turn'>, limit: number): Promise<Section> {
  const typed = messagesOf('test/eval/triage.test.jsonl').slice(0, limit);
  const folded = typed.map((one) => ({ ...one, text: fold(one.text) }));
  const rows = [];
  for (const [name, judged] of [
    ['Hoa Ban', await hear(bot, typed, 'typed')],
    ['Hoa Ban, no diacritics', await hear(bot, folded, 'folded')],
    ['keyword rules, phrases', hearByKeywords(typed, 'phrases')],
    ['keyword rules, single words too', hearByKeywords(typed, 'words too')],
  ] as const) {
    const { disclosures, emergencies, ordinary } = sharesOf(judged);
    rows.push([name, disclosures, emergencies, ordinary]);
  }
  return {
    title: 'Hearing a cry for help',
    text: [
      'Invented, labelled messages of the test half, each as a new person through the whole bot. Half of the ordinary messages are hard: words of violence without a disclosure. Nobody tunes to this half.',
      'Keyword rules on the same messages: a list of folded phrases of harm, fear and weapons as one writes it by hand, and the same with single words, as such lists grow when nothing may be missed.',
    ],
    tables: [
      {
        caption: 'Taken for a cry for help (level support or higher)',
        columns: ['', 'disclosures (more is better)', 'emergencies (more is better)', 'ordinary (less is better)'],
        rows,
      },
    ],
    commands: ['npm run eval -- triage --half test'],
  };
}
