import { describe, expect, test } from 'vitest';
import type { CareWord } from '../../../src/core/care/words.ts';
import { commandNames, commandOf, spoken } from '../../../src/core/commands.ts';
import type { Care, Conversation, Topic } from '../../../src/core/conversation.ts';
import { bareWords, decide, eraseWord, menuWord, type Reading, safeWord } from '../../../src/core/decide.ts';
import { menuOf, pickedIn } from '../../../src/core/menu.ts';
import { PrivateText } from '../../../src/core/private-text.ts';
import type { Offer } from '../../../src/core/reply.ts';
import { calm, type Level, type Verdict } from '../../../src/core/triage.ts';
import type { Choice, Content } from '../../../src/core/update.ts';
import { saying } from './small.ts';

const text: Content = { kind: 'text', text: new PrivateText('') };
const topic: Topic = { passages: ['a'], shown: 0, offered: ['ask:b'] };
const talk = (care: Care | null = null, more: object = {}): Conversation => ({
  stage: 'open',
  seenAt: new Date(0),
  topic,
  care,
  ...more,
});
const told = (more: Partial<Care> = {}): Care => ({
  level: 'support',
  types: ['physical'],
  subject: 'self',
  said: 'help',
  ...more,
});
const heard = (level: Level, more: Partial<Verdict> = {}): Verdict => ({
  level,
  types: ['physical'],
  subject: 'self',
  ...more,
});
const says = (conversation: Conversation, verdict: Verdict, folded: string, more: Partial<Reading> = {}) =>
  decide(conversation, text, verdict, saying(folded, more));
const taps = (choice: Choice, care: Care | null = null) =>
  decide(talk(care), { kind: 'choice', choice }, calm, saying(''));
const word = (kind: CareWord['kind'], more: Partial<CareWord> = {}): CareWord => ({
  id: kind,
  kind,
  reply: `${kind}-reply`,
  yields: false,
  subject: null,
  ask: [],
  ...more,
});

describe('words that always work', () => {
  const own: Array<[pattern: RegExp, yes: string[], no: string[]]> = [
    [
      safeWord,
      'sos|soss|s o s|tro giup|can tro giup|cuu|cuu voi|cuu toi|cuu toi voi|cuu em|cuu em voi|cuu minh|cuu minh voi|cuu chau|cuu chau voi|giup voi|help|help me'.split(
        '|',
      ),
      ['so', 'sos a', 'a sos', 'cuu ho', 'xin cuu', 'tro giup phap ly', 'helper', 'giup voi a', 'cuu toii voi'],
    ],
    [
      eraseWord,
      'xoa|/xoa|xoa het|xoa di|xoa tin|xoa tin nhan|xoa cuoc noi chuyen|xoa cuoc tro chuyen|xoa lich su|xoa chat'.split(
        '|',
      ),
      ['xoa doi', 'dung xoa', '//xoa'],
    ],
    [
      menuWord,
      'menu|/menu|bat dau|start|huong dan|tro ve|quay lai|danh muc'.split('|'),
      ['menus', 'a menu', 'bat dau tu dau'],
    ],
  ];
  test.each(own)('%s', (pattern, yes, no) => {
    for (const one of yes) expect(pattern.test(one), one).toBe(true);
    for (const one of no) expect(pattern.test(one), one).toBe(false);
  });

  test('a safe word brings the card, in the light of what was told', () => {
    const card = { kind: 'help', card: 'help', alsoAnswer: false };
    expect(says({ stage: 'new' }, calm, 'sos')).toEqual({
      ...card,
      heard: { level: 'support', types: [], subject: 'none' },
    });
    expect(says(talk(told({ subject: 'other' })), calm, 'sos')).toEqual({
      ...card,
      heard: heard('support', { subject: 'other' }),
    });
  });

  test('bare words are folded, with single blanks', () => {
    expect(bareWords('  Trợ, giúp!!  /xoá 1/2 ')).toBe('tro giup /xoa 1/2');
  });

  test('"stop" ends a game that is under way, "menu" opens the menu, "xem thêm" goes on', () => {
    const playing = talk(null, { play: { kind: 'set' } });
    for (const stop of 'thoi|dung|dung lai|nghi|nghi choi|thoi khong choi|khong choi nua|thoi nhe|bo qua|ket thuc'.split(
      '|',
    ))
      expect(says(playing, calm, stop), stop).toEqual({ kind: 'game', move: { kind: 'stop' } });
    expect(says(playing, calm, 'thoi di')).toMatchObject({ kind: 'answer' });
    for (const more of ['dung choi', 'con nghi hoc thoi', 'tai sao bo qua'])
      expect(says(playing, calm, more), more).toMatchObject({ kind: 'answer' });
    expect(says(talk(), calm, 'thoi')).toMatchObject({ kind: 'answer' });
    expect(says(talk(), calm, 'menu')).toEqual({ kind: 'menu' });
    expect(says(talk(), calm, 'nua', { wantsMore: true })).toEqual({ kind: 'more' });
    expect(says(talk(), calm, 'nua')).toMatchObject({ kind: 'answer' });
    expect(says(talk(null, { topic: { ...topic, passages: [] } }), calm, 'nua', { wantsMore: true })).toMatchObject({
      kind: 'answer',
    });
    expect(says(talk(null, { topic: null }), calm, 'nua', { wantsMore: true })).toMatchObject({ kind: 'answer' });
  });
});

describe('a disclosure', () => {
  test('has its card; a question in it is answered too, unless there is danger now', () => {
    expect(says(talk(), heard('support'), '')).toEqual({
      kind: 'help',
      card: 'help',
      heard: heard('support'),
      alsoAnswer: false,
    });
    expect(says(talk(), heard('support'), '', { asks: true })).toMatchObject({ kind: 'help', alsoAnswer: true });
    const vague = { asks: true, givesWay: 0.6 };
    expect(says(talk(), heard('support'), '', vague)).toMatchObject({ kind: 'help', givesWay: 0.6 });
    expect(says(talk(), heard('emergency'), '', vague)).toMatchObject({ kind: 'help', alsoAnswer: false });
    const law = { ...vague, asksPenalty: true };
    expect(says(talk(), heard('emergency'), '', law)).toMatchObject({ kind: 'help', alsoAnswer: true });
    expect(says(talk(), heard('emergency'), '', { asks: true })).toMatchObject({
      card: 'emergency',
      alsoAnswer: false,
    });
  });

  test('told again has other words, except in danger', () => {
    expect(says(talk(told()), heard('support'), '')).toMatchObject({ card: 'help-again' });
    expect(says(talk(told({ said: 'child' })), heard('support'), '')).toMatchObject({ card: 'help' });
    expect(says(talk(told({ said: 'emergency' })), heard('emergency'), '')).toMatchObject({
      card: 'emergency',
      brief: true,
    });
    const child = heard('emergency', { types: ['child'], subject: 'other' });
    expect(says(talk(told({ said: 'child-other', types: ['child'], subject: 'other' })), child, '')).toMatchObject({
      card: 'child-other',
    });
  });

  test('in danger the card is for what is told now, unless that is a guess', () => {
    const dying = talk(told({ types: ['suicide'], said: 'suicide' }));
    const knife = heard('emergency', { types: ['physical'] });
    expect(says(dying, knife, 'no cam dao ngoai cua')).toMatchObject({
      card: 'emergency',
      heard: { types: ['physical', 'suicide'] },
    });
    expect(says(dying, knife, 'nhanh len', { guessed: true })).toMatchObject({ card: 'suicide-again' });
    // Another harm has a card of its own once, and never two of the same.
    const beaten = heard('support', { types: ['physical'] });
    expect(says(dying, beaten, 'no danh em', { phrased: true })).toMatchObject({ card: 'help' });
    expect(says(dying, beaten, 'no danh em')).toMatchObject({ card: 'suicide-again' });
    const both = talk(told({ types: ['suicide', 'physical'], said: 'hold', shown: ['suicide', 'help'] }));
    expect(says(both, beaten, 'no danh em', { phrased: true })).toMatchObject({ card: 'help-again' });
  });

  test('is read with what was told before: its types, and its person where it names none', () => {
    const verdict = heard('support', { types: ['child'], subject: 'none' });
    expect(says(talk(told({ subject: 'other' })), verdict, '')).toMatchObject({
      card: 'child-other',
      heard: { level: 'support', types: ['child', 'physical'], subject: 'other' },
    });
    const named = heard('support', { types: ['physical'], subject: 'self' });
    const goesOn = (folded: string, subject: Verdict['subject'] = 'other', phrased = true) =>
      says(talk(told({ subject })), named, folded, { phrased });
    expect(goesOn('em cung bi danh')).toMatchObject({ heard: { types: ['physical'], subject: 'self' } });
    // Only plain words tell anew whom it is about.
    expect(goesOn('co lo em khong', 'other', false)).toMatchObject({ heard: { subject: 'other' } });
    expect(goesOn('toi muon xin loi', 'perpetrator', false)).toMatchObject({ heard: { subject: 'perpetrator' } });
    const accused = heard('support', { types: ['perpetrator', 'psychological'], subject: 'perpetrator' });
    expect(says(talk(told()), accused, 'em co phai nguoi vo toi khong')).toMatchObject({
      heard: { types: ['psychological', 'physical'], subject: 'self' },
    });
    // Nobody speaks of themselves here, so that it goes on about the other.
    expect(goesOn('no khong dam noi voi bo me')).toMatchObject({ heard: { subject: 'other' } });
    // "Em không biết mình đang ở đâu" of somebody taken away is no talk of dying, though it may sound so alone.
    const taken = talk(told({ types: ['trafficking'], said: 'trafficking' }));
    const dying = heard('support', { types: ['suicide'] });
    expect(says(taken, dying, 'em', { guessed: true })).toMatchObject({
      card: 'help-again',
      heard: { types: ['trafficking'] },
    });
    expect(says(taken, dying, 'em')).toMatchObject({ card: 'suicide' });
    // Nor is "em không muốn đi nữa", unless it is very likely or said in reviewed words.
    expect(says(taken, dying, 'em', { dying: 0.7 })).toMatchObject({ heard: { types: ['trafficking'] } });
    expect(says(taken, dying, 'em', { dying: 0.7, phrased: true })).toMatchObject({ card: 'suicide' });
    // Of anybody else dying is heard sooner, and not where it is no likelier than something else.
    expect(says(talk(told()), dying, 'em', { dying: 0.7 })).toMatchObject({ card: 'suicide' });
    expect(says(talk(told()), dying, 'em', { dying: 0.5 })).toMatchObject({ heard: { types: ['physical'] } });
    // What only sounded like harm gives way to what is told now.
    const sounded = talk(told({ level: 'concern', types: ['suicide'], subject: 'none', said: 'concern-ask' }));
    expect(says(sounded, heard('support'), 'em')).toMatchObject({ heard: { types: ['physical'] } });
    expect(goesOn('no khong dam noi voi bo me', 'perpetrator')).toMatchObject({ heard: { subject: 'self' } });
  });

  test('"yes" to the gentle question is one; to anything else it is not', () => {
    const worried = talk(told({ level: 'concern', types: [], subject: 'none', said: 'hold' }));
    expect(says(worried, calm, '', { careWord: word('yes') })).toEqual({
      kind: 'help',
      card: 'help',
      heard: { level: 'support', types: [], subject: 'self' },
      alsoAnswer: false,
    });
    const other = talk(told({ level: 'concern', types: [], subject: 'other' }));
    expect(says(other, calm, '', { careWord: word('yes') })).toMatchObject({
      card: 'other',
      heard: { subject: 'other' },
    });
    expect(says(talk(told()), calm, '', { careWord: word('yes') })).toMatchObject({ kind: 'care' });
    expect(says(talk(), calm, '', { careWord: word('yes') })).toMatchObject({ kind: 'answer' });
  });

  test('words of danger after it mean danger now; after a mere concern, or alone, they do not', () => {
    const danger = { careWord: word('danger') };
    expect(says(talk(told()), calm, '', danger)).toMatchObject({
      kind: 'help',
      heard: { level: 'emergency', types: ['physical'] },
    });
    expect(says(talk(told({ level: 'concern' })), calm, '', danger)).toMatchObject({ kind: 'care' });
    expect(says(talk(), calm, '', danger)).toMatchObject({ kind: 'answer' });
  });

  test('a short word on what stands in the way of help is met as such after a card, not with the card again', () => {
    const barrier = { careWord: word('guide'), contentWords: 5 };
    expect(says(talk(told()), heard('support'), '', barrier)).toMatchObject({ kind: 'care', reply: 'guide-reply' });
    const long = { ...barrier, contentWords: 6 };
    expect(says(talk(told({ said: 'child' })), heard('support'), '', long)).toMatchObject({ kind: 'help' });
    expect(says(talk(told()), heard('support'), '', long)).toMatchObject({ kind: 'care', reply: 'guide-reply' });
    const inDanger = talk(told({ said: 'emergency' }));
    expect(says(inDanger, heard('emergency'), '', barrier)).toMatchObject({ kind: 'help', brief: true });
    const noPhone = { ...barrier, careWord: { ...word('guide'), reply: 'cannot-call' } };
    expect(says(inDanger, heard('emergency'), '', noPhone)).toMatchObject({ kind: 'care', reply: 'cannot-call' });
    expect(says(inDanger, heard('emergency'), '', { ...noPhone, phrased: true })).toMatchObject({ brief: true });
    expect(says(talk(told()), heard('emergency'), '', barrier)).toMatchObject({ kind: 'help' });
    expect(says(talk(told({ level: 'concern' })), heard('support'), '', barrier)).toMatchObject({ kind: 'help' });
    expect(says(talk(), heard('support'), '', barrier)).toMatchObject({ kind: 'help' });
    expect(says(talk(told()), heard('support'), '', { careWord: word('thanks'), contentWords: 2 })).toMatchObject({
      kind: 'help',
    });
  });

  test('a question on the law of what was told gets the answer and one line, not the card again', () => {
    const law = { asks: true, asksPenalty: true };
    const answer = { kind: 'answer', heard: { ...heard('support'), level: 'concern' }, otherwise: 'help-again' };
    const about = { about: ['physical'] };
    expect(says(talk(told()), heard('support'), '', law)).toEqual({ ...answer, ...about });
    expect(says(talk(told()), heard('support'), '', { ...law, contentWords: 3 })).toEqual(answer);
    expect(says(talk(told()), heard('support'), '', { asks: true, named: true })).toEqual(answer);
    expect(says(talk(told()), heard('support'), '', { asks: true })).toEqual({ ...answer, shows: true });
    expect(says(talk(told()), heard('support'), '', { asks: true, phrased: true })).toMatchObject({ kind: 'help' });
    expect(says(talk(told()), heard('support'), '', { asksPenalty: true })).toMatchObject({ kind: 'help' });
    expect(says(talk(told()), heard('emergency'), '', law)).toMatchObject({ kind: 'help' });
    expect(says(talk(told({ level: 'concern' })), heard('support'), '', law)).toMatchObject({ kind: 'help' });
    expect(says(talk(told({ types: ['child'] })), heard('support', { types: ['suicide'] }), '', law)).toMatchObject({
      kind: 'help',
    });
    expect(says(talk(), heard('support'), '', law)).toMatchObject({ kind: 'help' });
  });

  test('below a card: a question is asked gently, and after one the careful mode goes on', () => {
    expect(says(talk(), heard('concern'), '')).toEqual({
      kind: 'answer',
      heard: heard('concern'),
      otherwise: 'concern-ask',
    });
    expect(says(talk(told()), heard('concern'), '')).toMatchObject({ kind: 'care', reply: 'hold' });
  });
});

describe('a probe', () => {
  const probe = (more: Partial<CareWord> = {}, reading: Partial<Reading> = {}) => ({
    careWord: word('probe', more),
    ...reading,
  });
  test('about anybody reveals nothing and is a concern', () => {
    expect(says(talk(), calm, '', probe())).toEqual({
      kind: 'care',
      reply: 'probe-reply',
      heard: { level: 'concern', types: [], subject: 'none' },
      shows: false,
      leaves: false,
    });
    expect(says(talk(), calm, '', probe({ reply: null }))).toMatchObject({ reply: 'hold' });
  });

  test('that betrays somebody counts only in a question, and is met as a card', () => {
    const own = { subject: 'self' } as const;
    expect(says(talk(), calm, '', probe(own))).toMatchObject({ kind: 'answer' });
    expect(says(talk(), calm, '', probe(own, { asksHow: true }))).toMatchObject({
      kind: 'care',
      heard: { level: 'support', types: [], subject: 'self' },
      shows: true,
    });
    const harm = { subject: 'perpetrator' } as const;
    expect(says(talk(), calm, '', probe(harm, { asks: true }))).toMatchObject({
      heard: { level: 'support', types: ['perpetrator'], subject: 'perpetrator' },
    });
    const yields = { ...harm, yields: true };
    expect(says(talk(), calm, '', probe(yields, { asks: true, asksPenalty: true }))).toMatchObject({ kind: 'answer' });
    expect(says(talk(), calm, '', probe(yields, { asks: true }))).toMatchObject({ kind: 'care' });
    expect(says(talk(), calm, '', { careWord: word('guide', harm), asks: true })).toMatchObject({ kind: 'answer' });
  });

  test('of whoever hurts comes before the card for them; nobody else’s does', () => {
    const asking = probe({ subject: 'perpetrator' }, { asks: true });
    expect(says(talk(), heard('support', { subject: 'perpetrator' }), '', asking)).toMatchObject({
      reply: 'probe-reply',
    });
    expect(says(talk(), heard('support', { subject: 'perpetrator' }), '', probe({}, { asks: true }))).toMatchObject({
      kind: 'help',
    });
    const beaten = { ...asking, phrased: true };
    expect(says(talk(), heard('support'), '', beaten)).toMatchObject({ kind: 'help' });
  });
});

describe('everything else', () => {
  test('a number picks what is offered; a stale one says so, and after a disclosure tells nothing', () => {
    expect(says(talk(), calm, '1')).toEqual({ kind: 'passage', id: 'b' });
    expect(says(talk(), calm, '2')).toEqual({ kind: 'say', reply: 'stray-number' });
    expect(says(talk(told({ level: 'concern' })), calm, '2')).toEqual({ kind: 'say', reply: 'stray-number' });
    expect(says(talk(told()), calm, '2')).toMatchObject({ kind: 'care', reply: 'hold' });
  });

  test.each([
    ['1', 1],
    ['9', 9],
    ['so 2', 2],
    ['chon so 3', 3],
    ['go 4 nhe', 4],
    ['bam 5 a', 5],
    ['cau 6 nha', 6],
    ['dap an 7 di', 7],
    ['dap 7 di', 7],
    ['an 8', 8],
    ['0', null],
    ['10', null],
    ['chon chon so 1', null],
    ['1 con', null],
    ['a 1', null],
  ])('"%s" picks %s', (folded, number) => expect(pickedIn(folded)).toBe(number));

  test('only what can be picked is numbered, nine at most', () => {
    const offer = (choice: Choice): Offer => ({ label: 'x', choice });
    const kinds = (...choices: Choice[]) => menuOf(choices.map(offer)).map(({ choice }) => choice.kind);
    expect(kinds({ kind: 'more' }, { kind: 'useful', yes: true }, { kind: 'help' }, { kind: 'news-off' })).toEqual([]);
    const all: Choice[] = [
      { kind: 'ask', passage: 'a' },
      { kind: 'guess', quiz: 'a', option: 1 },
      { kind: 'quiz' },
      { kind: 'play', group: 'all' },
      { kind: 'lessons' },
      { kind: 'today' },
      { kind: 'path', id: 'a' },
    ];
    expect(kinds(...all)).toEqual(all.map(({ kind }) => kind));
    const rest: Choice[] = [
      { kind: 'share', right: 1 },
      { kind: 'desk', act: 'a', stamp: 'b' },
      { kind: 'abroad', yes: true },
      { kind: 'news' },
      { kind: 'news-on', want: 'daily' },
      { kind: 'guide', id: 'rights' },
    ];
    expect(kinds(...rest)).toEqual(rest.map(({ kind }) => kind));
    expect(kinds(...Array.from({ length: 12 }, () => ({ kind: 'quiz' }) as const))).toHaveLength(9);
    const cannot: Choice = { kind: 'guide', id: 'cannot-call' };
    expect(kinds(cannot)).toEqual(['guide']);
    const rights: Choice = { kind: 'guide', id: 'rights' };
    const reached: Choice = { kind: 'reached', yes: true };
    expect(menuOf([reached, cannot, rights].map(offer)).map(({ choice }) => choice)).toEqual([reached, rights]);
    expect(kinds({ kind: 'reached', yes: true }, { kind: 'ask', passage: 'cannot-call' })).toEqual(['reached', 'ask']);
  });

  test('wishes: news, their end, games', () => {
    expect(says(talk(), calm, '', { news: 'news-off' })).toEqual({ kind: 'news', to: 'off' });
    expect(says(talk(), calm, '', { news: 'news' })).toEqual({ kind: 'news', to: 'offer' });
    expect(says(talk(told()), calm, '', { news: 'news' })).toEqual({ kind: 'say', reply: 'news-not-now' });
    expect(says(talk(), calm, '', { wish: 'quiz' })).toEqual({ kind: 'game', move: { kind: 'quiz' } });
    expect(says(talk(), calm, '', { news: 'halt' })).toEqual({ kind: 'news', to: 'off' });
    expect(says(talk(told()), calm, '', { news: 'halt' })).toMatchObject({ kind: 'care' });
    expect(says(talk(), heard('concern'), '', { news: 'halt' })).toMatchObject({
      kind: 'answer',
      otherwise: 'concern-ask',
    });
    expect(says(talk(), calm, '', { news: 'halt', wish: 'today' })).toMatchObject({ kind: 'game' });
  });

  test('an option of the quiz is what it stands for, whatever else it sounds like', () => {
    const option: Choice = { kind: 'guess', quiz: 'a', option: 2 };
    expect(says(talk(), heard('support'), '', { option })).toEqual({ kind: 'game', move: option });
  });

  test('small talk, the way to the desk, and a question', () => {
    expect(says(talk(), calm, 'chao', { plainReply: 'greeting' })).toEqual({ kind: 'say', reply: 'greeting' });
    expect(says(talk(), calm, 'nhan trung tam')).toEqual({ kind: 'say', reply: 'desk-none' });
    expect(says(talk(), calm, 'la gi')).toEqual({ kind: 'answer', heard: calm, otherwise: null });
  });

  test('what is no words is told apart by its kind', () => {
    expect(decide(talk(), { kind: 'unsupported', what: 'picture' }, calm, saying('sos'))).toEqual({
      kind: 'unread',
      what: 'picture',
    });
  });

  test.each<[Choice, object]>([
    [
      { kind: 'help' },
      { kind: 'help', card: 'help', heard: { level: 'support', types: [], subject: 'none' }, alsoAnswer: false },
    ],
    [
      { kind: 'guide', id: 'rights' },
      {
        kind: 'care',
        reply: 'rights',
        heard: { level: 'support', types: [], subject: 'none' },
        shows: false,
        leaves: false,
      },
    ],
    [
      { kind: 'ask', passage: 'p' },
      { kind: 'passage', id: 'p' },
    ],
    [
      { kind: 'abroad', yes: true },
      { kind: 'abroad', yes: true },
    ],
    [{ kind: 'more' }, { kind: 'more' }],
    [{ kind: 'menu' }, { kind: 'menu' }],
    [{ kind: 'erase' }, { kind: 'erase' }],
    [{ kind: 'leave' }, { kind: 'leave' }],
    [
      { kind: 'page', id: 'law' },
      { kind: 'say', reply: 'law-page' },
    ],
    [
      { kind: 'page', id: 'plan' },
      { kind: 'say', reply: 'plan-page' },
    ],
    [
      { kind: 'page', id: 'privacy' },
      { kind: 'say', reply: 'privacy-notice' },
    ],
    [{ kind: 'quiz' }, { kind: 'game', move: { kind: 'quiz' } }],
    [{ kind: 'today' }, { kind: 'game', move: { kind: 'today' } }],
    [{ kind: 'news' }, { kind: 'news', to: 'offer' }],
    [
      { kind: 'news-on', want: 'days' },
      { kind: 'news', to: 'days' },
    ],
    [{ kind: 'news-off' }, { kind: 'news', to: 'off' }],
    [
      { kind: 'desk', act: 'a', stamp: 'b' },
      { kind: 'say', reply: 'desk-none' },
    ],
    [
      { kind: 'useful', yes: true },
      { kind: 'feedback', said: 'useful', next: { kind: 'say', reply: 'thanks-useful' } },
    ],
    [
      { kind: 'useful', yes: false },
      { kind: 'feedback', said: 'not-useful', next: { kind: 'say', reply: 'not-useful' } },
    ],
  ])('the tap %o', (choice, decision) => expect(taps(choice)).toEqual(decision));

  test('a tap after a disclosure is read in its light', () => {
    expect(taps({ kind: 'help' }, told())).toMatchObject({ heard: heard('support') });
    const next = { kind: 'care', heard: heard('support'), shows: false, leaves: false };
    expect(taps({ kind: 'reached', yes: true }, told())).toEqual({
      kind: 'feedback',
      said: 'reached',
      next: { ...next, reply: 'reached' },
    });
    expect(taps({ kind: 'reached', yes: false }, told())).toEqual({
      kind: 'feedback',
      said: 'not-reached',
      next: { ...next, reply: 'cannot-call' },
    });
    for (const choice of [{ kind: 'news' }, { kind: 'news-on', want: 'daily' }] as const)
      expect(taps(choice, told())).toEqual({ kind: 'say', reply: 'news-not-now' });
  });
});

describe('commands', () => {
  const meant: Record<string, string> = {
    start: 'menu',
    trogiup: 'help',
    luat: 'page:law',
    kehoach: 'page:plan',
    dovui: 'quiz',
    baihoc: 'lessons',
    homnay: 'today',
    nhantin: 'news',
    thoinhan: 'news-off',
    rieng_tu: 'page:privacy',
    xoa: 'erase',
    thoat: 'leave',
  };
  test('each means what it means, with a name, other letters or words behind it', () => {
    expect(commandNames).toEqual(Object.keys(meant));
    for (const [name, wire] of Object.entries(meant)) {
      const [kind, id] = wire.split(':');
      const choice = id === undefined ? { kind } : { kind, id };
      for (const typed of [`/${name}`, ` /${name.toUpperCase()} `, `/${name}@hoa_ban`, `/${name} gì đó`]) {
        expect(commandOf(typed), typed).toEqual(choice);
        expect(spoken(typed)).toEqual({ kind: 'choice', choice });
      }
    }
    for (const other of ['xoa', '/xoaa', '/xoa1', 'a /xoa', '/', '//xoa', '/rieng', '/xoa-het'])
      expect(commandOf(other), other).toBeNull();
  });

  test('"thoát" leaves at once, within a sentence it does not; words stay private', () => {
    for (const leaving of ['thoát', ' THOÁT! ', 'thoat', 'thoát..', 'thoát'.normalize('NFD')])
      expect(spoken(leaving)).toEqual({ kind: 'choice', choice: { kind: 'leave' } });
    for (const words of ['thoát nghèo', 'xin thoát', 'a\ud800']) {
      const content = spoken(words);
      expect(content.kind === 'text' && content.text.reveal()).toBe(words.toWellFormed());
    }
  });
});
