import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxTextChars, render } from '../../src/channels/telegram/render.ts';
import { helpWords } from '../../src/core/care/help-words.ts';
import { isDiscreet } from '../../src/core/discreet.ts';
import { plainReply, type Reply } from '../../src/core/reply.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { library, makeParts, replies, updateOf } from '../fakes.ts';

const lead = replies.get('lead').bubbles.join(' ');
const words = { lead, sourceLines: () => ['Điều 8 khoản 1 – 52/2014/QH13'] };
const plain: Reply = {
  ...plainReply(['Nam từ đủ 20 tuổi.'], 'answer'),
  citations: [{ document: '52/2014/QH13', locator: 'Điều 8 khoản 1' }],
};

test('signs that mean something in a markup are plain text', () => {
  const text = '<b>*_[a](b)_*</b> & `c` \\ ~d~ ||e||';
  expect(render({ ...plain, bubbles: [text] }, words)[0]?.text).toContain(text);
});

test('messages fit, lose nothing, and keep their formatting in place', () => {
  const word = fc.constantFrom('Điều 25 khoản 1', '10–20 triệu đồng', '113', 'bạn', '👩‍👩‍👧', 'được.', 'gọi\n');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 1_500 }), (all) => {
      const text = all.join(' ').trim();
      const messages = render({ ...plain, helpOffered: true, bubbles: [text] }, words);
      const whole = messages.map((one) => one.text).join(' ');
      expect(whole.replace(/\s+/g, '')).toContain(text.replace(/\s+/g, ''));
      for (const message of messages) {
        expect(message.text.length).toBeLessThanOrEqual(maxTextChars);
        for (const { type, offset, length } of message.entities) {
          const marked = message.text.slice(offset, offset + length);
          expect(marked.length).toBe(length);
          if (type === 'bold') expect(marked).toMatch(/^11[1345]$/);
        }
      }
      const italics = messages.flatMap((one) =>
        one.entities
          .filter(({ type }) => type === 'italic')
          .map((at) => one.text.slice(at.offset, at.offset + at.length)),
      );
      expect(italics.join(' ')).toBe('Căn cứ: Điều 8 khoản 1 – 52/2014/QH13.');
    }),
    { numRuns: 50 },
  );
});

test('no first words give the talk away, whatever fixed text it is', () => {
  const vars = { topics: '', question: '', why: '', right: '', ...helpWords(makeParts().directory, '2026-11-25') };
  for (const id of replies.ids) {
    const [message] = render({ ...plain, citations: [], bubbles: replies.get(id, vars).bubbles }, words);
    expect(isDiscreet(message?.text.slice(0, 50) ?? ''), id).toBe(true);
  }
  // The control: without the lead it would.
  expect(isDiscreet(replies.get('help', vars).bubbles[0]?.slice(0, 50) ?? '')).toBe(false);
});

test('labels on buttons are neutral: what tells the subject stands in the text, under its number', () => {
  const offers: Reply['offers'] = [
    { label: 'Bao nhiêu tuổi được cưới?', choice: { kind: 'ask', passage: 'a' } },
    { label: 'Đánh vợ bị phạt bao nhiêu?', choice: { kind: 'ask', passage: 'b' } },
  ];
  const [message] = render({ ...plain, offers }, words);
  expect(message?.buttons).toEqual([
    [{ text: '2', callback_data: 'ask:b' }],
    [{ text: 'Bao nhiêu tuổi được cưới?', callback_data: 'ask:a' }],
  ]);
  expect(message?.text).toContain('2. Đánh vợ bị phạt bao nhiêu?');
});

test('real replies: every button is neutral and fits, every card can be wiped, an emergency has none', async () => {
  const asked = [
    ...[...library.knowledge.passages.values()].flatMap((one) => one.ask.slice(0, 1)).filter((_, at) => at % 25 === 0),
    'tối qua em bị chồng đánh',
    'con hàng xóm hay bị bố đánh',
    'tôi hay đánh vợ, tôi muốn dừng lại',
    'em không muốn sống nữa',
    'no dang cam dao duoi toi',
  ];
  const turn = makeTurn(makeParts());
  for (const [at, text] of asked.entries()) {
    const reply = await turn(updateOf(text, `test:${at}`));
    const [last] = render(reply, words).slice(-1);
    for (const button of last?.buttons.flat() ?? []) {
      expect(Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64);
      if (!button.callback_data.startsWith('guide:')) expect(isDiscreet(button.text), button.text).toBe(true);
    }
    const data = last?.buttons.flat().map((one) => one.callback_data) ?? [];
    if (reply.outcome === 'help') expect(data.includes('erase'), text).toBe(reply.level !== 'emergency');
  }
});

test('where one option of a question would tell, all of them are numbers, so that none stands apart', () => {
  const options = ['Đợi đến mai', 'Báo công an xã', 'Hỏi bạn bè'];
  const offers = options.map((label, at) => ({ label, choice: { kind: 'guess', quiz: 'x', option: at + 1 } as const }));
  const [message] = render({ ...plainReply(['Câu 1/5: Làm gì cho đúng?'], 'smalltalk'), offers }, words);
  expect(message?.buttons[0]?.map((one) => one.text)).toEqual(['1', '2', '3']);
  expect(message?.text).toContain('Bấm số để trả lời:\n1. Đợi đến mai\n2. Báo công an xã\n3. Hỏi bạn bè');
});
