import fc from 'fast-check';
import { expect } from 'vitest';
import { parseConfig, settings } from '../../../src/config.ts';
import { AppError } from '../../../src/core/errors.ts';
import { readFile, writeFile } from '../../../src/knowledge/documents/front.ts';
import { readDocument } from '../../../src/knowledge/documents/reading.ts';
import { splitLegalText } from '../../../src/knowledge/documents/structure/split.ts';
import { parseLaw } from '../../../src/knowledge/law-file.ts';
import type { ContentFiles } from '../../../src/knowledge/load.ts';
import { parseKnowledge } from '../../../src/knowledge/load.ts';
import { parseReplies, readReplies } from '../../../src/knowledge/replies.ts';
import { cards } from '../../../src/knowledge/schemas.ts';
import { unpackSenses } from '../../../src/knowledge/senses.ts';
import { loadServices } from '../../../src/knowledge/services.ts';
import { loadSignals } from '../../../src/knowledge/signals.ts';
import { readYaml } from '../../../src/knowledge/yaml-file.ts';
import { makeSeal } from '../../../src/postgres/mailbox/seal.ts';
import { isSealedTo, newPair, openLetter, sealLetter } from '../../../src/sealing/letter.ts';
import { docx, html, markdown } from '../../documents/files.ts';
import { content } from '../../fakes.ts';
import { holds, holdsLater, type Target } from '../target.ts';
import { anyText, json, text } from '../texts.ts';

/** Runs something that may refuse what it is given, but only in its own words. */
function orRefuses<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

const yamlCrumbs = fc
  .array(
    fc.constantFrom(
      ...[
        '- ',
        'id: ',
        'a: &x ',
        '*x',
        '<<: *x',
        '[',
        ']',
        '{',
        '}',
        '"',
        "'",
        '|',
        '>',
        '\n',
        '\n  ',
        ': ',
        ', ',
        '# ',
        '!!map ',
        '? ',
        '---\n',
        '%YAML 9\n',
        'say: Chào',
        '2026-05-01',
        '0x1F',
        '.nan',
        '\t',
        '~',
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** A file with a stretch taken out, put twice, or replaced. */
function torn(file: string): fc.Arbitrary<string> {
  const at = fc.nat(Math.max(0, file.length - 1));
  return fc
    .tuple(at, fc.nat(200), fc.oneof(fc.constant(''), text, yamlCrumbs), fc.boolean())
    .map(([from, many, put, twice]) => {
      const cut = file.slice(from, from + many);
      return file.slice(0, from) + put + (twice ? cut + cut : '') + file.slice(from + many);
    });
}

/** One file of the reviewed content, broken somewhere. */
const brokenContent = fc
  .constantFrom(...content.keys())
  .chain((name) => fc.tuple(fc.constant(name), torn(content.get(name) ?? '')));
const replyFiles = readReplies(new URL('../../../prompts/replies', import.meta.url).pathname);
const brokenReply = fc
  .constantFrom(...replyFiles.keys())
  .chain((name) => fc.tuple(fc.constant(name), torn(replyFiles.get(name) ?? '')));

const legalLine = fc.oneof(
  fc.constantFrom(
    'Số: 12/2026/NĐ-CP',
    'NGHỊ ĐỊNH',
    'LUẬT',
    'Chương I',
    'QUY ĐỊNH CHUNG',
    'Điều 1. Phạm vi',
    'Điều 2.',
    'Điều 99a. X',
    '1. Một',
    '2. Hai',
    'a) điểm',
    'đ) điểm',
    '“1. trích',
    '”',
    'Phụ lục',
    'TM. CHÍNH PHỦ',
    '[1] Điều này được sửa',
    'Hà Nội, ngày 31 tháng 2 năm 2026',
    'Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    '| a | b |',
  ),
  text,
);
const legal = fc.array(legalLine, { maxLength: 40 });
const settingValue = fc.oneof(
  text,
  fc.constantFrom(
    '',
    '0',
    '-1',
    '65536',
    '1e9',
    'NaN',
    'on',
    'own',
    'postgres://x',
    'https://x.example/a',
    'http://',
    '10.0.0.0/8',
    '2027-02-31',
    '2027-03-31',
    'a@b.vn, c',
    '-100',
    'x'.repeat(64),
  ),
);

/** Every file and setting that people write, and what was sealed. */
export const files: Target[] = [
  holds('YAML: read, or told with its line', 6, fc.oneof(yamlCrumbs, text), (source) => {
    const problems: Parameters<typeof readYaml>[3] = [];
    const read = readYaml('thu.yaml', source, cards, problems);
    expect(read === null).toBe(problems.length > 0);
    for (const { line, what } of problems) {
      expect(line).toBeGreaterThan(0);
      expect(what).not.toBe('');
    }
  }),
  holds('knowledge with a broken file: refused in its own words, or whole', 0.15, brokenContent, ([name, source]) => {
    const files: ContentFiles = new Map(content);
    files.set(name, source);
    const read = orRefuses(() => parseKnowledge(files));
    if (read !== null) expect(read.passages.size).toBeGreaterThan(0);
    orRefuses(() => loadSignals(files));
  }),
  holds(
    'the directory and the fixed texts, broken',
    2,
    fc.tuple(torn(content.get('knowledge/services.yaml') ?? ''), brokenReply),
    ([services, [name, source]]) => {
      orRefuses(() => loadServices(services));
      orRefuses(() => parseReplies(new Map([...replyFiles, [name, source]])));
    },
  ),
  holds('law files: split, or told what is wrong', 4, fc.tuple(legal, fc.boolean()), ([lines, isWhole]) => {
    const problems: Parameters<typeof parseLaw>[2] = [];
    const source = [...(isWhole ? ['---', 'number: x', '---'] : []), ...lines].join('\n');
    const read = parseLaw('thu.md', source, problems);
    if (read === null) expect(problems).not.toEqual([]);
  }),
  holds(
    'legal texts: no line of an article is lost to another',
    4,
    fc.tuple(legal, fc.boolean()),
    ([lines, printed]) => {
      const { articles } = splitLegalText(lines, printed);
      for (const { number } of articles) expect(number).toMatch(/^\d/);
    },
  ),
  holdsLater(
    'documents of an operator: read, or refused in words',
    1.5,
    fc.tuple(
      fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.docx', 'a.pdf', 'a.xyz', ''),
      fc.oneof(legal, fc.uint8Array({ maxLength: 400 })),
      fc.nat(4),
    ),
    async () => ({
      async check([name, given, how]) {
        const lines = given instanceof Uint8Array ? [] : given;
        const made = [
          markdown(lines),
          Buffer.from(html(lines)),
          docx(lines),
          Buffer.from('%PDF-1.4\n'),
          Buffer.from(lines.join('\n')),
        ];
        const bytes = given instanceof Uint8Array ? Buffer.from(given) : (made[how] ?? Buffer.alloc(0));
        try {
          const { front, stretches } = await readDocument(name, bytes, {}, '2026-11-26');
          expect(stretches.length).toBeGreaterThan(0);
          expect(readFile(writeFile(front, 'x'))).not.toBeNull();
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      },
    }),
  ),
  holds(
    'front parts and learned senses: read or refused',
    4,
    fc.tuple(fc.oneof(text, yamlCrumbs), fc.uint8Array({ maxLength: 64 })),
    ([yaml, bytes]) => {
      readFile(`---\n${yaml}\n---\nx`);
      unpackSenses(bytes);
    },
  ),
  holds(
    'settings: a configuration, or each wrong one named and no value repeated',
    6,
    fc.dictionary(fc.constantFrom(...settings), settingValue, { maxKeys: 8 }),
    (env) => {
      try {
        parseConfig(env);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
        const { message } = error as AppError;
        for (const line of message.split('\n')) expect(line).toMatch(/^[A-Z0-9_]+: /);
        for (const value of Object.values(env)) if (value.length > 40) expect(message).not.toContain(value);
      }
    },
  ),
  holds(
    'sealed values: open as they were, and not at all once touched',
    5,
    fc.tuple(anyText, text, fc.nat(), fc.integer({ min: 1, max: 255 }), fc.uint8Array({ maxLength: 60 })),
    ([plain, about, at, change, junk]) => {
      const seal = makeSeal('mot-bi-mat-cua-bai-thu-dai-hon-32-ky-tu');
      const closed = seal.close(plain.toWellFormed(), about.toWellFormed());
      expect(seal.open(closed, about.toWellFormed())).toBe(plain.toWellFormed());
      const touched = Buffer.from(closed);
      const byte = at % touched.length;
      touched[byte] = (touched[byte] ?? 0) ^ change;
      expect(seal.open(touched, about.toWellFormed())).toBeNull();
      expect(seal.open(closed, `${about.toWellFormed()}x`)).toBeNull();
      expect(seal.open(junk, '')).toBeNull();
    },
  ),
  holds(
    'letters of a case: open for whom they are sealed to, junk opens for nobody',
    1.5,
    fc.tuple(
      json,
      fc.oneof(
        text,
        json.map((one) => JSON.stringify(one)),
      ),
    ),
    ([value, junk]) => {
      const [mine, other] = [newPair(), newPair()];
      const place = { case: 'ca-thu', kind: 'referral' } as const;
      const letter = sealLetter(value, place, [mine.publicKey]);
      expect(openLetter(letter, place, mine.privateKey)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(openLetter(letter, place, other.privateKey)).toBeUndefined();
      expect(openLetter(letter, { ...place, case: 'ca-khac' }, mine.privateKey)).toBeUndefined();
      expect(openLetter(junk, place, mine.privateKey)).toBeUndefined();
      expect(isSealedTo(junk, [mine.publicKey])).toBe(false);
    },
  ),
];
