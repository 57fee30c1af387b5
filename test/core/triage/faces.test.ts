import { expect, test } from 'vitest';
import { facesIn } from '../../../src/core/triage/faces.ts';
import { featuresOf } from '../../../src/core/triage/features.ts';
import { hear } from '../../../src/core/triage/hear.ts';
import { makeWordClasses } from '../../../src/core/triage/word-classes.ts';

test.each([
  ['trời ơi buồn cười quá 😂', ['laughs']],
  ['thôi xong rồi :)))', ['laughs']],
  ['kkkk đội mình thắng', ['laughs']],
  ['em mệt lắm 😭', ['cries']],
  ['vừa cười vừa khóc 🤣 :((', ['laughs', 'cries']],
  ['nhớ nhà ❤', ['loves']],
  ['mưa to ☔', ['other']],
  ['chồng em đánh em', []],
  ['hôm nay học bài 3: luật và đời', []],
  ['giờ làm việc: Vào lúc nào', []],
])('the faces in "%s" are %j', (text, faces) => {
  expect(facesIn(text)).toEqual(faces);
});

test('a face is seen by the classifier with and without diacritics, and words alone show none', () => {
  const classes = makeWordClasses({});
  const places = (text: string) => new Set(featuresOf(hear(text), classes).places);
  const onlyWith = (text: string) => [...places(`${text} 😂`)].filter((place) => !places(text).has(place));
  expect(onlyWith('thôi xong rồi').length).toBe(1);
  expect(onlyWith('thoi xong roi')).toEqual(onlyWith('thôi xong rồi'));
});

const each = (faces: string) => faces.split(' ');

test.each([
  ...each('😂 🤣 😆 😁 😄 😅 😝 😜 😹 :)) :))) =) =)) :v :V :D :d'),
  ...each('haha HAHA hahaha hihi hehe héhé háhá hehé kkk kkkkk KKK lol LOL'),
])('"%s" laughs', (face) => {
  for (const text of [face, `vui ${face} ghê`, `vui ${face}`, `(${face})`])
    expect(facesIn(text), text).toEqual(['laughs']);
});

test.each(each('😭 🥺 😢 😥 😞 😔 💔 :( :(( T_T'))('"%s" cries', (face) =>
  expect(facesIn(`ui ${face} ơi`)).toEqual(['cries']),
);
test.each(each('😍 🥰 😘 ❤ 💕 😻 <3 :3'))('"%s" loves', (face) => expect(facesIn(`ui ${face} ơi`)).toEqual(['loves']));

test.each([
  ...[
    ':)',
    ':',
    '=',
    ')',
    'ha',
    'hi hi ha',
    'kk',
    'hahaa',
    'ahaha',
    'kkka',
    'akkk',
    'lola',
    'alol',
    ':vui',
    ':dạ',
    ': v',
  ],
  ...['(', 'T', 'TT', '_', '<', '3', '< 3', 'hoho', ''],
])('"%s" shows no face', (text) => expect(facesIn(text)).toEqual([]));

test('faces of several kinds are all told, others only where none of them is', () => {
  expect(facesIn('😂 ☔')).toEqual(['laughs']);
  expect(facesIn('😭 😍 haha')).toEqual(['laughs', 'cries', 'loves']);
  expect(facesIn('☔ 🎉')).toEqual(['other']);
});
