import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { readSource } from '../../src/knowledge/documents/read/source.ts';
import { mostUnpackedBytes, writeZip } from '../../src/knowledge/documents/read/zip.ts';
import { splitLegalText } from '../../src/knowledge/documents/structure/split.ts';
import { launchChromium } from '../browser/chromium.ts';
import { decree } from '../documents/decree.ts';
import { docx, docxParts, html, markdown } from '../documents/files.ts';
import { tcvn3Of } from '../documents/tcvn3.ts';

type Chromium = Awaited<ReturnType<typeof launchChromium>>;
let chromium: Chromium;
beforeAll(async () => {
  chromium = await launchChromium();
});
afterAll(() => chromium.close());

const style = 'body{font:14pt serif;text-align:justify} p{text-indent:1.2cm;margin:0 0 6pt}';

/** A page as a PDF file, as a ministry's printer would make it. */
async function pdf(body: string, options: { head?: string; foot?: string } = {}): Promise<Buffer> {
  const page = await chromium.newPage();
  await page.setContent(`<style>${style}</style>${body}`);
  const small = (text: string) => `<div style="font-size:9px;width:100%;text-align:center">${text}</div>`;
  const bytes = await page.pdf({
    format: 'A4',
    displayHeaderFooter: true,
    headerTemplate: small(options.head ?? ''),
    footerTemplate: small(options.foot ?? ''),
    margin: { top: '2cm', bottom: '2cm', left: '3cm', right: '2cm' },
  });
  await page.close();
  return bytes;
}

const articlesOf = async (name: string, bytes: Buffer) => {
  const { lines, printed } = await readSource(name, bytes);
  return splitLegalText(lines, printed).articles;
};
const whole = splitLegalText(decree, false).articles;

async function refusal(name: string, bytes: Buffer): Promise<string> {
  try {
    await readSource(name, bytes);
  } catch (error) {
    if (error instanceof AppError && error.code === 'document-refused') return error.message;
    throw error;
  }
  return 'accepted';
}

describe('the same decree reads the same', () => {
  test('from Word', async () => expect(await articlesOf('a.docx', docx(decree))).toEqual(whole));
  test('from Markdown', async () => expect(await articlesOf('a.md', markdown(decree))).toEqual(whole));
  test('from a web page', async () => expect(await articlesOf('a.html', Buffer.from(html(decree)))).toEqual(whole));
  test('from plain text', async () =>
    expect(await articlesOf('a.txt', Buffer.from(decree.join('\r\n')))).toEqual(whole));

  test('from PDF, over pages with running heads and feet', async () => {
    const filler = Array.from(
      { length: 12 },
      (_, at) =>
        `<p>Nơi đặt tổ ong thứ ${at + 1} phải ở trong rừng tự nhiên, xa đường đi, xa nguồn nước, có biển báo dễ đọc và có người trông coi suốt mùa mật theo quy định tại Điều 3 của Nghị định này và các quy định khác có liên quan về bảo vệ rừng, phòng cháy, chữa cháy rừng ở địa phương.</p>`,
    );
    const body = decree.map(
      (line) => `<p>${line}</p>${line.startsWith('Nghị định này quy định') ? filler.join('') : ''}`,
    );
    const bytes = await pdf(body.join(''), {
      head: '<span class="pageNumber"></span>',
      foot: 'CÔNG BÁO/Số <span class="pageNumber"></span>',
    });
    const [first, ...others] = await articlesOf('a.pdf', bytes);
    expect(others).toEqual(whole.slice(1));
    expect(first?.lead).toHaveLength(13);
    expect(first?.lead[12]).toMatch(/^Nơi đặt tổ ong thứ 12 .* ở địa phương\.$/);
  });
});

describe('Word', () => {
  test('numbers that Word counts by itself are read', async () => {
    const bytes = docx([
      ...decree.slice(0, 7),
      { text: 'Phạm vi', list: 1, level: 0 },
      'Nói về ong.',
      { text: 'Lấy mật', list: 1, level: 0 },
      { text: 'Báo trước.', list: 1, level: 1 },
      { text: 'Nội dung:', list: 1, level: 1 },
      { text: 'Nơi đặt tổ;', list: 1, level: 2 },
      { text: 'Số tổ.', list: 1, level: 2 },
      { text: 'Hiệu lực', list: 1, level: 0 },
      { text: 'Từ ngày ký.', list: 1, level: 1 },
    ]);
    expect(await articlesOf('a.docx', bytes)).toMatchObject([
      { number: '1', title: 'Phạm vi', lead: ['Nói về ong.'] },
      {
        number: '2',
        clauses: [{ lead: ['Báo trước.'] }, { points: [{ letter: 'a' }, { letter: 'b', lines: ['Số tổ.'] }] }],
      },
      { number: '3', clauses: [{ number: '1' }] },
    ]);
  });

  test('runs in a TCVN3 font are read, its fonts of capitals as capitals', async () => {
    const bytes = docx([
      ...decree.slice(0, 9),
      { text: tcvn3Of('Điều 1. Phạm vi điều chỉnh'), font: '.VnTime' },
      { text: tcvn3Of('ủy ban nhân dân cấp xã'), font: '.VnTimeH' },
    ]);
    expect(await articlesOf('a.docx', bytes)).toMatchObject([
      { title: 'Phạm vi điều chỉnh', lead: ['ỦY BAN NHÂN DÂN CẤP XÃ'] },
    ]);
  });

  test('a table stays text, one row a line', async () => {
    const lines = [...decree.slice(0, 11), 'Loài ong | Mức phí', 'Ong khoái | 20.000 đồng', ...decree.slice(11)];
    const [first] = await articlesOf('a.docx', docx(lines));
    expect(first?.lead.slice(1)).toEqual(['Loài ong | Mức phí', 'Ong khoái | 20.000 đồng']);
  });

  test.each<[string, Buffer, RegExp]>([
    ['that is cut off', docx(decree).subarray(0, 900), /bị hỏng.*lưu lại thành \.docx/],
    [
      'whose text is cut off',
      writeZip(docxParts(decree).set('word/document.xml', Buffer.from('<w:document><w:body><w:p'))),
      /bị hỏng|không có chữ|Điều/,
    ],
    ['without a text', writeZip(new Map([['a.txt', Buffer.from('x')]])), /không có phần nội dung/],
    [
      'with a password',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('EncryptedPackage', 'utf16le')]),
      /mật khẩu/,
    ],
    ['that is an old .doc renamed', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0]), /\.doc đời cũ/],
    ['that is none', Buffer.from('Điều 1. Ong'), /không phải tệp Word/],
    [
      'with a document type of its own',
      writeZip(docxParts(decree).set('word/styles.xml', Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x/>'))),
      /bung ra quá lớn/,
    ],
  ])('a file %s is refused', async (_what, bytes, why) => expect(await refusal('a.docx', bytes)).toMatch(why));

  test.each([
    ['that says so', mostUnpackedBytes + 1],
    ['that lies about its size', 10],
  ])('a bomb %s is refused without unpacking it', async (_what, told) => {
    const bomb = packed('word/document.xml', Buffer.alloc(mostUnpackedBytes + 1_000), told);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal('a.docx', bomb)).toMatch(/bung ra quá lớn/);
  });
});

/** A ZIP archive of one deflated entry whose directory claims it unpacks to `told` bytes. */
function packed(name: string, content: Buffer, told: number): Buffer {
  const data = deflateRawSync(content);
  const archive = writeZip(new Map([[name, data]]));
  const directory = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  archive.writeUInt16LE(8, directory + 10);
  archive.writeUInt32LE(told, directory + 24);
  return archive;
}

describe('PDF', () => {
  test('a sentence broken over lines is one again, and a reference at a line start begins nothing', async () => {
    const long =
      'Người nuôi ong rừng phải báo cho Ủy ban nhân dân xã nơi đặt tổ ong biết trước khi lấy mật, trừ trường hợp quy định tại khoản 2 Điều 6 của Nghị định này. ';
    const bytes = await pdf(`<p>Điều 1. Ong</p><p>1. ${long.repeat(9)}</p><p>2. Hết.</p>`);
    const [article] = await articlesOf('a.pdf', bytes);
    expect(article?.clauses).toMatchObject([{ lead: [long.repeat(9).trim()] }, { lead: ['Hết.'] }]);
  });

  test('a scanned one is refused', async () => {
    const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"><rect width="300" height="300" fill="gray"/></svg>')}`;
    expect(await refusal('a.pdf', await pdf(`<img src="${picture}">`))).toMatch(/bản quét \(ảnh\).*OCR/);
  });

  test('one with a scanned page in the middle is refused, naming the page', async () => {
    const leaf = (text: string) => `<div style="break-after:page">${text}</div>`;
    const body = [
      leaf(decree.slice(0, 12).join('<br>')),
      leaf('<svg width="9" height="9"></svg>'),
      leaf(decree.slice(12).join('<br>')),
    ];
    expect(await refusal('a.pdf', await pdf(body.join('')))).toMatch(/trang 2 .* ảnh quét/);
  });

  test.each([
    ['broken', Buffer.from('%PDF-1.7\nkhông phải'), /bị hỏng/],
    ['none', Buffer.from('PK\x03\x04'), /không phải tệp PDF/],
  ])('a file that is %s is refused', async (_what, bytes, why) => expect(await refusal('a.pdf', bytes)).toMatch(why));
});

describe('web pages', () => {
  test('a page in a code page of Windows is read', async () => {
    const page = Buffer.from(
      html(
        decree.map((line) => line.replace(/[^\x00-\x7f]/g, '')),
        '',
      ),
      'latin1',
    );
    expect(await refusal('a.html', page)).toBe('accepted');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(html(decree), 'utf16le')]);
    expect(await articlesOf('a.html', utf16)).toEqual(whole);
  });

  test('a text that stands whole in a cell of a layout table keeps its lines', async () => {
    const body = decree.map((line) => `<p>${line}</p>`).join('');
    const page = `<table><tr><td>Trang chủ<br>Tin tức</td><td>${body}</td></tr></table>`;
    expect(await articlesOf('a.html', Buffer.from(page))).toEqual(whole);
  });

  test('lists are numbered as the page shows them, and notes at the end find their places', async () => {
    const page = `<p>Điều 1. Ong</p><ol><li><p>Phải báo.<sup><a href="#n1">[1]</a></sup></p></li><li>Không được:<ol type="a"><li>Đốt;</li><li>Chặt.</li></ol></li></ol>
      <p>Nơi nhận: Lưu.</p><ol><li id="n1"><p>Khoản này được bổ sung theo quy định tại Điều 1 Luật số 9/2025/QH15. <a>↑</a></p></li></ol>`;
    expect(await articlesOf('a.html', Buffer.from(page))).toMatchObject([
      {
        clauses: [
          { lead: ['Phải báo.'], notes: [expect.stringContaining('được bổ sung')] },
          {
            lead: ['Không được:'],
            points: [
              { letter: 'a', lines: ['Đốt;'] },
              { letter: 'b', lines: ['Chặt.'] },
            ],
          },
        ],
      },
    ]);
  });

  test('letters read in the wrong code are read again', async () => {
    const wrong = Buffer.from(html(decree)).toString('latin1');
    const { lines, remarks } = await readSource('a.html', Buffer.from(wrong, 'utf8'));
    expect(splitLegalText(lines, false).articles.map((one) => one.number)).toEqual(['1', '2', '3', '4', '5']);
    expect(remarks.join()).toMatch(/sai mã/);
  });
});

describe('text files', () => {
  test('Markdown marks are not text', async () => {
    const lines = [
      '# **NGHỊ ĐỊNH**',
      '## Chương I. CHUNG',
      '### **Điều 1. Phạm *vi***',
      '- 1\\. Nói về __ong__ và [mật](http://x).',
      '| Loài | Phí |',
      '|---|---|',
      '| Ong | 1 |',
      '* a) Một;',
      'Điều 2\\. Hết',
      'Có.',
    ];
    expect(await articlesOf('a.md', markdown(lines))).toMatchObject([
      {
        title: 'Phạm vi',
        clauses: [{ lead: ['Nói về ong và mật.', 'Loài | Phí', 'Ong | 1'], points: [{ lines: ['Một;'] }] }],
      },
      { title: 'Hết' },
    ]);
  });

  test('lines broken at a width are joined, blank lines part', async () => {
    const rule =
      '1. Người nuôi ong rừng phải báo cho Ủy ban nhân dân xã nơi đặt tổ ong biết trước khi lấy mật, trừ trường hợp quy định tại khoản 2 Điều 6 của Nghị định này và các quy định khác có liên quan về bảo vệ rừng, phòng cháy, chữa cháy rừng ở địa phương nơi có rừng.';
    const text = `Điều 1. Ong\n\n${broken(rule, 60)}\n2. Hết.\n`;
    const [article] = await articlesOf('a.txt', Buffer.from(text));
    expect(article?.clauses.map((one) => one.lead.length)).toEqual([1, 1]);
    expect(article?.clauses[0]?.lead[0]).toMatch(/Điều 6 của Nghị định này/);
  });
});

/** Text broken where the next word would pass `width`. */
function broken(text: string, width: number): string {
  let line = '';
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > width) lines.push(line);
    line = line === '' || line.length + word.length + 1 > width ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

describe('what cannot be taken', () => {
  test.each<[string, string, Buffer | string, RegExp]>([
    ['an empty file', 'a.md', '', /tệp rỗng/],
    ['blanks alone', 'a.md', ' \n\n ', /không có chữ/],
    ['another kind of file', 'a.xlsx', 'x', /loại tệp "\.xlsx".*Chỉ nhận \.docx, \.pdf/],
    ['a file without an ending', 'luat', 'x', /không có đuôi/],
    ['an old .doc', 'a.doc', 'x', /lưu lại thành \.docx/],
    ['a picture called a text', 'a.md', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /không phải tệp chữ/],
    [
      'a text in a VNI font',
      'a.md',
      'Luaät phoøng, choáng baïo löïc gia ñình. Ñieàu 1. Phaïm vi ñieàu chænh. '.repeat(5),
      /phông cũ VNI.*Unicode/,
    ],
    ['letters of no known code', 'a.md', 'Ƶøŧ ƀåř ǿæ ðþ ƀŧ łđħ ŋøŧ æßð '.repeat(9), /không đọc ra chữ tiếng Việt/],
  ])('%s is refused', async (_what, name, content, why) =>
    expect(await refusal(name, Buffer.from(content as string))).toMatch(why),
  );

  test('a file of more than 20 MB is refused', async () =>
    expect(await refusal('a.md', Buffer.alloc(21 * 1024 * 1024, 'a'))).toMatch(/lớn hơn 20 MB/));

  test('every refusal is one line', async () => {
    for (const [name, bytes] of [
      ['a.doc', 'x'],
      ['a.md', ''],
      ['a.pdf', 'x'],
    ] as const)
      expect((await refusal(name, Buffer.from(bytes))).split('\n')).toHaveLength(1);
  });
});

test('a text in a TCVN3 font is read, and its editor is told', async () => {
  const { lines, remarks } = await readSource('a.txt', Buffer.from(decree.map(tcvn3Of).join('\n'), 'utf8'));
  expect(remarks.join()).toMatch(/TCVN3/);
  expect(splitLegalText(lines, false).articles[3]?.clauses).toMatchObject(whole[3]?.clauses ?? []);
});
