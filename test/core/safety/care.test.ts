import { describe, expect, test } from 'vitest';
import { decideInCare } from '../../../src/core/care/decide-in-care.ts';
import { helpWords } from '../../../src/core/care/help-words.ts';
import { inContext } from '../../../src/core/care/in-context.ts';
import { type CareWord, hearCareWord, makeCareWords } from '../../../src/core/care/words.ts';
import type { Care } from '../../../src/core/conversation.ts';
import type { Reading } from '../../../src/core/decide.ts';
import { calm } from '../../../src/core/triage.ts';
import { fold } from '../../../src/core/vietnamese/fold.ts';
import { directory, saying, service } from './small.ts';

const care = (more: Partial<Care> = {}): Care => ({
  level: 'support',
  types: ['physical'],
  subject: 'self',
  said: 'help',
  ...more,
});
const word = (kind: CareWord['kind'], more: Partial<CareWord> = {}): CareWord => ({
  id: kind,
  kind,
  reply: null,
  yields: false,
  subject: null,
  ask: [],
  ...more,
});
const spoken = (message: string) => message.split(' ').map((raw) => ({ raw, folded: fold(raw) }));
const met = (told: Care, reading: Partial<Reading>, folded = '') => decideInCare(told, calm, saying(folded, reading));
const still = { level: 'support', types: ['physical'], subject: 'self' };
const says = (reply: string, more: object = {}) => ({
  kind: 'care',
  reply,
  heard: still,
  shows: false,
  leaves: false,
  ...more,
});

describe('after a disclosure', () => {
  test('short words that answer the bot have their own replies, and only some end the careful mode', () => {
    expect(met(care(), { careWord: word('retract') })).toEqual(says('retract'));
    expect(met(care(), { careWord: word('thanks') })).toEqual(says('care-thanks'));
    expect(met(care(), { careWord: word('leave') })).toEqual(says('leave-care', { leaves: true }));
    expect(met(care(), { careWord: word('no') })).toEqual(says('hold'));
    expect(met(care(), { careWord: word('yes') })).toEqual(says('hold'));
  });

  test('"no" to the gentle question ends it, and what was only a concern stays one', () => {
    const worried = care({ level: 'concern' });
    const heard = { ...still, level: 'concern' };
    expect(met(worried, { careWord: word('no') })).toEqual(says('concern-no', { heard, leaves: true }));
    expect(met(worried, { careWord: word('yes') })).toEqual(says('hold', { heard }));
    expect(met(care({ level: 'emergency' }), { careWord: word('yes') })).toEqual(says('hold'));
  });

  test('the answer to "do you mean to die" is met as danger, or with relief', () => {
    const asked = care({ said: 'suicide' });
    const danger = says('suicide-yes', { heard: { ...still, level: 'emergency' }, shows: true });
    expect(met(asked, { careWord: word('yes') })).toEqual(danger);
    expect(met(asked, { careWord: word('no') })).toEqual(says('suicide-no'));
    expect(met(asked, { careWord: word('thanks') })).toEqual(says('care-thanks'));
    expect(met(asked, {})).toEqual(says('hold'));
  });

  test('what stands in the way of help is met with its text; a clear question of law in it is answered first', () => {
    const guide = word('guide', { reply: 'no-money' });
    expect(met(care(), { careWord: guide })).toEqual(says('no-money'));
    expect(met(care(), { careWord: guide, asks: true })).toEqual(says('no-money'));
    const yields = { ...guide, yields: true };
    expect(met(care(), { careWord: yields })).toEqual(says('no-money'));
    // The answer shows the lines to call under it: what was told is not over with it.
    expect(met(care(), { careWord: yields, asks: true })).toEqual({
      kind: 'answer',
      heard: { ...still, level: 'concern' },
      otherwise: 'no-money',
      alone: true,
    });
    expect(met(care(), { careWord: word('guide') })).toEqual(says('hold'));
  });

  test('a question on the plan is no word of the writer’s own need', () => {
    const guide = word('guide', { reply: 'no-money' });
    const plain = { kind: 'answer', heard: calm, otherwise: null };
    expect(met(care(), { careWord: guide, asks: true, ofPlan: true })).toEqual(plain);
    expect(met(care(), { careWord: guide, ofPlan: true })).toEqual(says('no-money'));
  });

  test('the person is held with other words the second time, and whoever hurts with words of their own', () => {
    expect(met(care({ said: 'hold' }), {})).toEqual(says('hold-again'));
    const heard = { ...still, subject: 'perpetrator' };
    expect(met(care({ subject: 'perpetrator' }), {})).toEqual(says('hold-perpetrator', { heard }));
    expect(met(care({ subject: 'perpetrator', said: 'hold' }), {})).toEqual(says('hold-perpetrator', { heard }));
  });

  test('whoever hurts others gets none of the texts for the hurt, and learns how to stop', () => {
    const guided = (subject: Care['subject'], reply: string) => {
      const said = met(care({ subject }), { careWord: word('guide', { reply }) });
      return said.kind === 'care' ? said.reply : said.kind;
    };
    expect(guided('perpetrator', 'safety-plan')).toBe('calm-down');
    for (const reply of ['shelter', 'not-your-fault', 'rights', 'afraid-known', 'device', 'for-children'])
      expect(guided('perpetrator', reply), reply).toBe('hold-perpetrator');
    for (const reply of ['what-if-call', 'cannot-call', 'calm-down']) expect(guided('perpetrator', reply)).toBe(reply);
    for (const subject of ['self', 'other', 'none'] as const) expect(guided(subject, 'shelter')).toBe('shelter');
  });

  test('who asks what they speak to is told; other small talk is held, a farewell thanked', () => {
    for (const reply of ['who-are-you', 'who-made-you', 'are-you-human', 'privacy', 'talk-to-person']) {
      expect(met(care(), { plainReply: reply }, 'ban la ai')).toEqual({ kind: 'say', reply });
      expect(met(care(), { plainReply: reply }, 'lo cai gi')).toEqual(says('hold'));
    }
    for (const folded of [
      'ban ten gi',
      'bot ten gi',
      'may ten gi',
      'ad ten gi',
      'admin dau',
      'day la gi',
      'cai nay la gi',
      'hoa ban la gi',
      'ai vay',
      'nguoi that khong',
      'who is it',
      'are you real',
    ])
      expect(met(care(), { plainReply: 'who-are-you' }, folded), folded).toMatchObject({ kind: 'say' });
    expect(met(care(), { plainReply: 'who-are-you' }, 'banh nay')).toMatchObject({ kind: 'say' });
    expect(met(care(), { plainReply: 'who-are-you' }, 'banh maybe')).toEqual(says('hold'));
    expect(met(care(), { plainReply: 'greeting' }, 'chao ban')).toEqual(says('hold'));
    expect(met(care(), { plainReply: 'goodbye' }, 'tam biet')).toEqual(says('care-thanks'));
  });

  test('a question of few words leans on what was told, unless it names a law', () => {
    const leaning = { ...still, level: 'concern' };
    const asked = (more: Partial<Reading>) => met(care(), { asks: true, ...more });
    expect(asked({ contentWords: 2 })).toEqual({ kind: 'answer', heard: leaning, otherwise: 'hold' });
    expect(asked({ contentWords: 2, named: true })).toEqual({ kind: 'answer', heard: calm, otherwise: 'hold' });
    expect(asked({ contentWords: 3 })).toEqual({ kind: 'answer', heard: calm, otherwise: null });
    expect(asked({ contentWords: 3, personal: true })).toEqual({ kind: 'answer', heard: calm, otherwise: 'hold' });
  });

  test('what has a subject of its own and nothing of a disclosure is answered; all else is held', () => {
    const other = { contentWords: 3, likelihood: 0.01 };
    expect(met(care(), other)).toEqual({ kind: 'answer', heard: calm, otherwise: null });
    expect(met(care(), { ...other, likelihood: 0.015 })).toEqual(says('hold'));
    expect(met(care(), { ...other, contentWords: 2 })).toEqual(says('hold'));
    expect(met(care(), { ...other, personal: true })).toEqual(says('hold'));
  });
});

describe('what words mean around a disclosure', () => {
  const words = makeCareWords(
    [
      word('guide', { id: 'phone', ask: ['khong goi duoc', 'khong co {thing}'] }),
      word('probe', { id: 'harm', ask: ['danh * khong dau', 'danh'] }),
      word('danger', { id: 'knife', ask: ['cam dao'] }),
      word('yes', { id: 'yes', ask: ['vâng', 'đúng', 'nhé'] }),
      word('no', { id: 'no', ask: ['không'] }),
      word('retract', { id: 'joke', ask: ['đùa thôi'] }),
      word('thanks', { id: 'thanks', ask: ['cảm ơn'] }),
      word('leave', { id: 'leave', ask: ['chuyện khác'] }),
    ],
    { thing: ['dien thoai', 'tien'] },
  );
  const heard = (folded: string) => hearCareWord(spoken(folded), words)?.id ?? null;

  test.each([
    ['em khong goi duoc', 'phone'],
    ['khong co dien thoai', 'phone'],
    ['nha khong co tien dau', 'phone'],
    ['khong co tienn', null],
    ['no danh', 'harm'],
    ['danh vao dau khong dau', 'harm'],
    ['no cam dao danh', 'knife'],
    ['vang', 'yes'],
    ['da vang a', 'yes'],
    ['em vang', 'yes'],
    ['da em vang chi a', 'yes'],
    ['vang nhung ma', null],
    ['khong', 'no'],
    ['khong goi', null],
    ['dua thoi', 'joke'],
    ['chuyenk hac', null],
    ['cam on ban nhe', 'thanks'],
    ['chuyen khac', 'leave'],
    ['dat vang', null],
    ['nhe', 'yes'],
    ['a', null],
    ['khong goi duoc danh', 'phone'],
    ['', null],
  ])('"%s" is %s', (folded, id) => expect(heard(folded)).toBe(id));

  test('marks that spell another word are not heard as what stands in the way, but danger is', () => {
    const spelled = makeCareWords([
      word('guide', { id: 'far', ask: ['ở xa', 'sợ xã'] }),
      word('danger', { id: 'knife', ask: ['cầm dao'] }),
      word('guide', { id: 'lost', ask: ['không có xe', 'sợ * ngã'] }),
    ]);
    const id = (message: string) => hearCareWord(spoken(message), spelled)?.id ?? null;
    for (const one of ['nhà ở xa', 'nha o xa', 'nhà em o xa', 'em ở xa', 'ở xá'])
      expect(id(one), one).toBe(one === 'ở xá' ? null : 'far');
    // Said twice, once as it is spelled.
    expect(id('nhà không có xe xé')).toBe('lost');
    expect(id('không có xé')).toBeNull();
    expect(id('em sợ hay ngả')).toBe('lost');
    expect(id('nó câm dáo')).toBe('knife');
  });

  test('the longest phrase decides, and a slot that is missing matches nothing', () => {
    expect(heard('danh mot hai khong dau')).toBe('harm');
    expect(words.inside).toHaveLength(3);
    expect(words.list).toHaveLength(8);
    const between = makeCareWords([word('probe', { ask: ['danh * khong  dau'] })]);
    for (const one of ['danh khong dau', 'danh a khong dau', 'danh a b khong dau'])
      expect(hearCareWord(spoken(one), between)?.id, one).toBe('probe');
    const alike = makeCareWords([
      word('probe', { id: 'first', ask: ['mot hai'] }),
      word('probe', { id: 'second', ask: ['ba bonn'] }),
    ]);
    expect(hearCareWord(spoken('ba bonn mot hai'), alike)?.id).toBe('first');
    const bare = makeCareWords([word('guide', { ask: ['co {none} day', 'co {a}b day', 'co x{a} day'] })], { a: ['c'] });
    expect(hearCareWord(spoken('co c day'), bare)).toBeNull();
    expect(hearCareWord(spoken('co gi day'), bare)).toBeNull();
    expect(
      hearCareWord(spoken('danh dau gi day khong dau'), makeCareWords([word('probe', { ask: ['danh * khong dau'] })])),
    ).toBeNull();
  });
});

describe('what the fixed texts say of services', () => {
  const day = '2026-11-20';
  test('without a confirmed contact it is told who connects; with a fresh one its number', () => {
    expect(helpWords(directory(), day)).toEqual({ centre: 'Hỏi Ủy ban nhân dân xã.', second: '' });
    const contact = {
      number: '0214 123',
      address: null,
      hours: 'giờ hành chính',
      cost: null,
      confirmedOn: '2026-11-01',
      confirmedBy: 'x',
    };
    const known = directory();
    known.centre = { ...known.centre, contact };
    expect(helpWords(known, day).centre).toBe('Trung tâm thử: 0214 123, giờ hành chính. Giúp chỗ ở.');
    known.centre = { ...known.centre, contact: { ...contact, hours: null } };
    expect(helpWords(known, day).centre).toBe('Trung tâm thử: 0214 123. Giúp chỗ ở.');
  });

  test('a further line for adults is told with what is known of it, and since when', () => {
    const second = (...more: Parameters<typeof directory>) => helpWords(directory(...more), day).second;
    expect(second(service({}))).toBe('– Đường dây thử: 1900 1234 (cả ngày đêm; miễn phí).');
    expect(second(service({ mark: 'B' }))).toBe(
      '– Đường dây thử: 1900 1234 (cả ngày đêm; miễn phí; số theo nguồn 11/2026).',
    );
    const old = service({ mark: 'B+', lastTestCall: null, sourceDate: '2023-05-01', cost: { said: 'x', mark: 'C' } });
    expect(second(old)).toBe('– Đường dây thử: 1900 1234 (cả ngày đêm; số theo nguồn 5/2023).');
    expect(second(service({ mark: 'C' }))).toBe('');
    expect(second(service({ lifeline: true }))).toBe('');
    expect(second(service({ suits: { child: true, adult: false, trafficking: true } }))).toBe('');
    expect(second(service({ mark: 'U' }), service({ name: 'Thứ hai' }), service({ name: 'Thứ ba' }))).toContain(
      'Thứ hai',
    );
  });
});

describe('danger in a talk of harm', () => {
  const urgent = saying('', { urgency: 0.6, likelihood: 0.2 });

  test('is heard in words that alone tell too little', () => {
    const danger = { level: 'emergency', types: ['physical'], subject: 'self' };
    expect(inContext(calm, care(), urgent)).toEqual(danger);
    expect(inContext({ ...calm, level: 'concern' }, care(), urgent)).toMatchObject({ level: 'emergency' });
  });

  test('is not made of haste alone, of a word with a meaning of its own, or where nothing was told', () => {
    expect(inContext(calm, care(), { ...urgent, likelihood: 0.05 })).toEqual(calm);
    expect(inContext(calm, care(), { ...urgent, urgency: 0.4 })).toEqual(calm);
    expect(inContext(calm, care(), { ...urgent, careWord: word('thanks') })).toEqual(calm);
    expect(inContext(calm, care({ level: 'concern' }), urgent)).toEqual(calm);
    expect(inContext(calm, null, urgent)).toEqual(calm);
  });
});
