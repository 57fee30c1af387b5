import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeTurn } from '../../src/turn/turn.ts';
import { makeParts, updateOf } from '../fakes.ts';

const turn = makeTurn(makeParts());
const outcomes = ['answer', 'help', 'decline', 'smalltalk', 'menu'];

test.each([
  ['nothing', ''],
  ['blanks', ' \n\t '],
  ['6,000 characters', 'bình đẳng giới là gì '.repeat(300)],
  ['one endless word', 'a'.repeat(6_000)],
  ['only emoji', '😭😭🙏'],
  ['control characters', '\u0000\u0007\u001b[31m'],
  ['broken surrogates', '\ud800 bình \udfff đẳng'],
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['SQL', "'; drop table passage; --"],
  ['a regular expression', '(((((a+)+)+)+)+$ [[[ \\'],
  ['right-to-left marks', '\u202eadmin\u202c'],
])('%s gets a fitting reply', async (_name, message) => {
  const reply = await turn(updateOf(message, `bad:${_name}`));
  expect(outcomes).toContain(reply.outcome);
  expect(reply.bubbles.join('').trim()).not.toBe('');
  expect(reply.bubbles.join('\n')).not.toContain('<script>');
});

test('any text at all gets a reply, never a failure', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (message) => {
      const reply = await turn(updateOf(message, 'bad:any'));
      expect(outcomes).toContain(reply.outcome);
      expect(reply.bubbles.length).toBeGreaterThan(0);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['first', (told: string, rest: string) => `${told}. ${rest}`],
  ['in the middle', (told: string, rest: string) => `${rest}. ${told}. ${rest}`],
  ['last', (told: string, rest: string) => `${rest}. ${told}`],
])('what is told %s in a long message is heard', async (name, message) => {
  const rest = 'hôm nay trời đẹp, cả nhà đi chợ phiên mua rau. '.repeat(60);
  const reply = await turn(updateOf(message('chồng em đánh em gãy tay', rest), `bad:long ${name}`));
  expect(reply.outcome).toBe('help');
  expect((await turn(updateOf(rest, `bad:long without, ${name}`))).outcome).not.toBe('help');
});

test.each(['bố dượng sờ vào người cháu', 'chong toi danh toi chay mau', 'em muốn chết, em không sống nổi nữa'])(
  '"%s" is heard among chatter that is harmless',
  async (cry) => {
    const rest = 'hôm nay trời đẹp. cả nhà đi chợ phiên mua rau. ok. mai họp thôn';
    expect((await turn(updateOf(`${rest}. ${cry}. ${rest}`, `bad:among ${cry}`))).outcome).toBe('help');
    expect((await turn(updateOf(`${rest}. ${rest}`, `bad:among nothing, ${cry}`))).outcome).not.toBe('help');
  },
);

test.each(['chào tạm biệt', 'tam biet nhe', 'em là ai', 'hẹn gặp lại'])(
  '"%s" is a courtesy and no cry for help',
  async (words) => {
    expect((await turn(updateOf(words, `bad:${words}`))).outcome).toBe('smalltalk');
  },
);

test('a farewell that tells more is heard', async () => {
  const reply = await turn(updateOf('tạm biệt, em uống thuốc chết đây', 'bad:farewell'));
  expect(reply.outcome).toBe('help');
});
