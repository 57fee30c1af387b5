import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { makeLibrary } from '../../src/core/answer/library.ts';
import { AppError } from '../../src/core/errors.ts';
import type { Reply } from '../../src/core/reply.ts';
import { memorySearch } from '../../src/core/search/memory-search.ts';
import { runIngest } from '../../src/ingest/command.ts';
import { readApproved } from '../../src/knowledge/documents/folder.ts';
import { parseKnowledge } from '../../src/knowledge/load.ts';
import { makeTurn } from '../../src/turn/turn.ts';
import { changed, decree } from '../documents/decree.ts';
import { docx, html, markdown } from '../documents/files.ts';
import { content, makeParts, senses, updateOf } from '../fakes.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-ingest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let house = 0;
type Ended = { code: number; out: string; err: string };

/** A data folder of its own, and the operator's commands run on it: `ingest` here, `run` as a process of its own. */
function fresh() {
  const dataDir = join(folder, `data-${++house}`);
  const ingestWith = async (env: Record<string, string>, args: string[]): Promise<Ended> => {
    const out: string[] = [];
    const err: string[] = [];
    const voice = { say: (line: string) => out.push(line), warn: (line: string) => err.push(line) };
    const config = parseConfig({
      DATA_DIR: dataDir,
      KNOWLEDGE_DIR: join(root, 'knowledge'),
      PROMPTS_DIR: join(root, 'prompts'),
      ...env,
    });
    const ended = (code: number) => ({ code, out: `${out.join('\n')}\n`, err: err.join('\n') });
    try {
      return ended((await runIngest(args, config, '2026-11-26', voice)) > 0 ? 1 : 0);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      err.push(error.message);
      return ended(1);
    }
  };
  const run = (script: string, args: string[], input = '') =>
    new Promise<Ended>((resolve) => {
      const child = spawn(process.execPath, ['--import', 'tsx', `src/${script}.ts`, ...args], {
        cwd: root,
        env: { PATH: process.env.PATH ?? '', DATA_DIR: dataDir },
      });
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk) => (out += chunk));
      child.stderr.on('data', (chunk) => (err += chunk));
      child.on('close', (code) => resolve({ code: code ?? -1, out, err }));
      child.stdin.end(input);
    });
  const kept = (state: string) => {
    const place = join(dataDir, 'documents', state);
    return existsSync(place) ? readdirSync(place) : [];
  };
  return { dataDir, kept, ingest: (...args: string[]) => ingestWith({}, args), ingestWith, run };
}

function file(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const word = file('ong.docx', docx(decree));
const number = '999/2025/NĐ-CP';
const by = ['--by', 'Người thử'];

test('files become drafts, told with progress and what they lack', async () => {
  const { ingest, kept } = fresh();
  const page = file(
    'mat.html',
    html(
      changed({
        'Số: 999/2025/NĐ-CP | Hà Nội, ngày 01 tháng 02 năm 2025': 'Số: 997/2025/NĐ-CP',
        'Nghị định này có hiệu lực thi hành kể từ ngày 15 tháng 3 năm 2025 và thay thế Nghị định số 998/2020/NĐ-CP.':
          'Hết.',
      }),
    ),
  );
  const { code, out } = await ingest(word, page);
  expect(code).toBe(0);
  expect(out).toMatch(
    /1\/2 ong\.docx: đang đọc…[\s\S]*999\/2025\/NĐ-CP: Nghị định quy định về nuôi ong rừng[\s\S]*5 điều, 6 khoản, 7 điểm/,
  );
  expect(out).toMatch(/2\/2 mat\.html[\s\S]*Còn thiếu: ngày có hiệu lực \(mục inForceFrom/);
  expect(out).toMatch(/Xong: 2 bản nháp mới, 0 bản nháp cập nhật, 0 không đổi, 0 tệp không nhận\./);
  expect(kept('drafts')).toEqual(['997-2025-nd-cp.md', '999-2025-nd-cp.md']);
});

test('taking the same file again changes nothing; a new version tells what changed', async () => {
  const { dataDir, ingest, kept } = fresh();
  await ingest(word);
  const path = join(dataDir, 'documents', 'drafts', '999-2025-nd-cp.md');
  const before = readFileSync(path, 'utf8');
  expect((await ingest(word)).out).toMatch(/đã nạp rồi .*Không có gì đổi[\s\S]*1 không đổi/);
  expect(readFileSync(path, 'utf8')).toBe(before);
  const newer = file(
    'ong-moi.md',
    markdown(
      changed({
        'b) Số tổ ong;': 'b) Số tổ ong, số đàn ong;',
        'Điều 5. Hiệu lực thi hành': 'Điều 4a. Mật giả\nCấm.\nĐiều 5. Hiệu lực thi hành',
      }),
    ),
  );
  expect((await ingest(newer)).out).toMatch(/1 điều mới \(Điều 4a\), 1 điều đổi \(Điều 3\), 4 điều giữ nguyên/);
  expect(kept('drafts')).toEqual(['999-2025-nd-cp.md']);
});

test('a file that cannot be taken is one clear line and leaves nothing; the others are taken', async () => {
  const { ingest, kept } = fresh();
  const twin = file('ban-khac.md', markdown([...decree, 'Phụ lục I']));
  const { code, out, err } = await ingest(
    file('rong.pdf', ''),
    word,
    join(folder, 'khong-co.docx'),
    twin,
    file('anh.png', 'x'),
    folder,
  );
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(/^rong\.pdf: tệp rỗng/),
    expect.stringMatching(/^khong-co\.docx: không thấy tệp này/),
    expect.stringMatching(/^ban-khac\.md: cùng số hiệu 999\/2025\/NĐ-CP với tệp "ong\.docx"/),
    expect.stringMatching(/^anh\.png: chưa đọc được loại tệp "\.png"/),
    expect.stringMatching(/đây là thư mục/),
  ]);
  expect(out).toMatch(/1 bản nháp mới, 0 bản nháp cập nhật, 0 không đổi, 5 tệp không nhận/);
  expect(kept('drafts')).toEqual(['999-2025-nd-cp.md']);
});

/** What a person gets for these messages from the knowledge that start-up would load from the data folder. */
async function asked(dataDir: string, turns: string[]): Promise<Reply[]> {
  const knowledge = parseKnowledge(new Map([...content, ...readApproved(join(dataDir, 'documents'))]));
  const library = makeLibrary(knowledge, senses);
  const search = memorySearch(library.index.rows, (id) => knowledge.passages.get(id));
  const turn = makeTurn(makeParts({ library, search, fallback: search }));
  const replies: Reply[] = [];
  for (const one of turns) replies.push(await turn(updateOf(one)));
  return replies;
}

const questions = ['đốt tổ ong lấy mật phạt bao nhiêu', 'điều 3 khoản 1 nghị định 999/2025/NĐ-CP nói gì'];

test('a draft answers nothing; approved it answers with its citation; withdrawn it answers no more', async () => {
  const { dataDir, ingest, kept } = fresh();
  const declined = async () => {
    for (const { outcome, bubbles, citations } of await asked(dataDir, questions)) {
      expect(outcome).toBe('decline');
      expect(citations).toEqual([]);
      expect(bubbles.join()).not.toMatch(/300\.000|07 ngày/);
    }
  };
  await ingest(word);
  await declined();
  expect((await ingest('--approve', number, ...by)).out).toMatch(/Đã duyệt 999\/2025\/NĐ-CP: \d+ đoạn/);
  const [fine, place] = await asked(dataDir, questions);
  expect(fine).toMatchObject({
    outcome: 'answer',
    citations: [{ document: number, locator: 'Điều 4 khoản 1 điểm b' }],
    bubbles: [expect.stringMatching(/300\.000 đồng đến 500\.000 đồng/)],
  });
  expect(place).toMatchObject({ outcome: 'answer', citations: [{ document: number, locator: 'Điều 3 khoản 1' }] });
  expect((await ingest('--withdraw', number)).out).toMatch(/Đã rút 999\/2025\/NĐ-CP/);
  expect([kept('drafts'), kept('approved'), kept('withdrawn')]).toEqual([[], [], ['999-2025-nd-cp.md']]);
  await declined();
  expect((await ingest(word)).out).toMatch(/So với đã rút, không trả lời: 5 điều giữ nguyên/);
  expect([kept('drafts'), kept('withdrawn')]).toEqual([['999-2025-nd-cp.md'], []]);
}, 120_000);

test('the terminal door answers from an approved document', async () => {
  const { ingest, run } = fresh();
  await ingest(word);
  await ingest('--approve', number, ...by);
  const { out } = await run('ask', ['--batch'], JSON.stringify({ id: 'x', text: questions[0] }));
  expect(JSON.parse(out)).toMatchObject({ outcome: 'answer', citations: [{ document: number }] });
}, 240_000);

test('an approval needs a person and every field, and takes what is said along', async () => {
  const { ingest, kept } = fresh();
  const open = file(
    'thieu-ngay.md',
    markdown(
      changed({
        'Nghị định này có hiệu lực thi hành kể từ ngày 15 tháng 3 năm 2025 và thay thế Nghị định số 998/2020/NĐ-CP.':
          'Hết.',
      }),
    ),
  );
  await ingest(open);
  expect((await ingest('--approve', number)).err).toMatch(/cần ghi ai duyệt\. Thêm --by/);
  const missing = await ingest('--approve', number, ...by);
  expect([missing.code, kept('approved')]).toEqual([1, []]);
  expect(missing.err).toMatch(
    /còn thiếu ngày có hiệu lực \(mục inForceFrom trong tệp, hoặc thêm --in-force-from 2026-05-01\)/,
  );
  expect((await ingest('--approve', number, ...by, '--in-force-from', '31/02/2025')).err).toMatch(
    /Ngày "31\/02\/2025" chưa đúng/,
  );
  expect(
    (await ingest('--approve', number, ...by, '--in-force-from', '2025-05-01', '--in-force-to', '2025-04-01')).err,
  ).toMatch(/đứng trước ngày có hiệu lực/);
  expect(kept('approved')).toEqual([]);
  expect((await ingest('--approve', number, ...by, '--in-force-from', '1/5/2025')).code).toBe(0);
  expect((await ingest('--approve', number, ...by)).out).toMatch(/đã duyệt rồi/);
  expect([kept('drafts'), kept('approved')]).toEqual([[], ['999-2025-nd-cp.md']]);
}, 120_000);

test('a draft that its editor spoilt is told with file, line and mend, and is never written over', async () => {
  const { dataDir, ingest } = fresh();
  await ingest(word);
  const path = join(dataDir, 'documents', 'drafts', '999-2025-nd-cp.md');
  const whole = readFileSync(path, 'utf8');
  const line = whole.split('\n').findIndex((one) => one.startsWith('inForceFrom')) + 1;
  const spoilt = whole.replace(/^inForceFrom: .*$/m, 'inForceFrom: "mai"');
  writeFileSync(path, spoilt);
  const newer = file('ong-4.md', markdown(changed({ 'b) Số tổ ong;': 'b) Số đàn ong;' })));
  for (const args of [[newer], ['--approve', number, ...by], ['--show', number]])
    expect((await ingest(...args)).err).toContain(`${path}:${line}: mục "inForceFrom" chưa đúng: ngày viết dạng`);
  expect(readFileSync(path, 'utf8')).toBe(spoilt);
  writeFileSync(path, whole.replace('### Khoản 1\n', '### Khoan mot\n'));
  expect((await ingest('--approve', number, ...by)).err).toMatch(
    /drafts\/999-2025-nd-cp\.md:\d+: tiêu đề "### Khoan mot"/,
  );
}, 120_000);

test('a new version waits as a draft while the approved one goes on answering', async () => {
  const { ingest, kept } = fresh();
  await ingest(word);
  await ingest('--approve', number, ...by);
  const newer = file('ong-2.md', markdown(changed({ 'b) Số tổ ong;': 'b) Số đàn ong;' })));
  expect((await ingest(newer)).out).toMatch(/So với đã duyệt, đang trả lời: 1 điều đổi \(Điều 3\)/);
  expect([kept('drafts'), kept('approved')]).toEqual([['999-2025-nd-cp.md'], ['999-2025-nd-cp.md']]);
  expect((await ingest(file('ong-3.md', markdown(decree)))).out).toMatch(/1 điều đổi \(Điều 3\)/);
}, 120_000);

test('documents are listed and shown', async () => {
  const { ingest } = fresh();
  expect((await ingest('--list')).out).toMatch(/Chưa nạp văn bản nào/);
  await ingest(word);
  expect((await ingest('--list')).out).toBe(
    '999/2025/NĐ-CP – Nghị định quy định về nuôi ong rừng (bản nháp, chưa trả lời)\n',
  );
  expect((await ingest('--show', '999/2025/nd-cp')).out).toMatch(
    /Chương II\. LẤY MẬT\n\s+Mục 1\. BÁO TRƯỚC\n\s+Điều 3\. Báo trước khi lấy mật \(2 khoản\)/,
  );
  for (const option of ['--show', '--approve', '--withdraw']) {
    const { code, err } = await ingest(option, '1/2025/NĐ-CP');
    expect([code, err.trim()]).toEqual([
      1,
      expect.stringMatching(/^Không có văn bản nào mang số hiệu "1\/2025\/NĐ-CP"/),
    ]);
  }
}, 120_000);

test('a number that the file does not tell is taken from the command', async () => {
  const { ingest, kept } = fresh();
  const path = file(
    'khong-so.md',
    markdown(changed({ 'Số: 999/2025/NĐ-CP | Hà Nội, ngày 01 tháng 02 năm 2025': null })),
  );
  expect((await ingest(path)).err).toMatch(/--number/);
  expect((await ingest(path, word, '--number', '5/2025/NĐ-CP')).err).toMatch(/Chỉ dùng --number khi nạp một tệp/);
  expect((await ingest(path, '--number', '5/2025/NĐ-CP')).code).toBe(0);
  expect(kept('drafts')).toEqual(['5-2025-nd-cp.md']);
}, 120_000);

test('without files the knowledge is checked and prepared, and what changed is told', async () => {
  const { dataDir, ingestWith } = fresh();
  const content = join(folder, 'knowledge');
  cpSync(join(root, 'knowledge'), content, { recursive: true });
  const ingest = () => ingestWith({ KNOWLEDGE_DIR: content }, []);
  expect((await ingest()).out).toMatch(/Kiến thức: \d+ đoạn từ \d+ văn bản\.[\s\S]*Gồm: \d+ đoạn luật/);
  expect(readdirSync(join(dataDir, 'prepared')).some((name) => name.startsWith('prepared-'))).toBe(true);
  expect(existsSync(join(dataDir, 'db'))).toBe(false);
  expect((await ingest()).out).toMatch(/Không có gì đổi so với lần trước/);
  const law = join(content, 'laws', '73-2006-qh11.md');
  writeFileSync(law, `${readFileSync(law, 'utf8')}\n## Phần: Thử\nNội dung thử.\n`);
  expect((await ingest()).out).toMatch(/So với lần trước: 1 đoạn mới\.\n\s+73\/2006\/QH11: 1 đoạn mới\n/);
  writeFileSync(law, `${readFileSync(law, 'utf8')}\n### Khoan mot\nx\n`);
  const { code, err } = await ingest();
  expect([code, err]).toEqual([1, expect.stringMatching(/73-2006-qh11\.md:\d+: tiêu đề/)]);
}, 300_000);

test('as a process it ends with 1 and one line on standard error, without a stack', async () => {
  const { run } = fresh();
  expect(await run('ingest', [file('rong.md', '')])).toMatchObject({
    code: 1,
    err: 'rong.md: tệp rỗng. Kiểm tra lại tệp rồi nạp lại.\n',
  });
  expect(await run('ingest', ['--khong-co'])).toMatchObject({
    code: 1,
    err: '\nLệnh chưa đúng. Xem cách dùng: npm run ingest -- --help\n',
  });
});

test('a command that is wrong, or runs beside another, says so in one line', async () => {
  const { dataDir, ingest } = fresh();
  expect((await ingest('--khong-co')).err.trim()).toBe('Lệnh chưa đúng. Xem cách dùng: npm run ingest -- --help');
  expect((await ingest('--help')).out).toMatch(/--withdraw <số hiệu>/);
  mkdirSync(join(dataDir, 'documents'), { recursive: true });
  writeFileSync(join(dataDir, 'documents', 'ingest.lock'), `${process.pid} `);
  expect((await ingest(word)).err.trim()).toBe('Một lệnh nạp văn bản khác đang chạy. Chờ nó xong rồi chạy lại.');
  rmSync(join(dataDir, 'documents'), { recursive: true });
  writeFileSync(join(dataDir, 'documents'), '');
  expect((await ingest(word)).err.trim()).toMatch(/^Không đọc ghi được thư mục văn bản/);
});
