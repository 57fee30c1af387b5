import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runNewProvince } from '../../src/new-province/command.ts';
import { strip, stripLines } from '../../src/new-province/strip.ts';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-province-'));
const out = join(folder, 'knowledge-hoa-son');
const base = { knowledgeDir: join(root, 'knowledge'), promptsDir: join(root, 'prompts') };
const told: string[] = [];
const make = (args: string[]) => runNewProvince(args, base, (line) => told.push(line));

beforeAll(() => make(['--name', 'Hoa Sơn', '--out', out, '--plan', '99/KH-UBND']), 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every content file that may be told to people. */
function tellable(): string {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /\.(yaml|md|txt)$/.test(name) && !/^(?:triage|signals|laws|provinces\.yaml|README)/.test(name))
    .map((name) => readFileSync(join(out, name), 'utf8'))
    .join('\n');
}

describe('a new province', () => {
  test('keeps the law of the whole country and nothing of the old one', () => {
    expect(told[0]).toMatch(/Đã tạo .* cho tỉnh Hoa Sơn: \d{3,} đoạn kiến thức chung/);
    expect(existsSync(join(out, 'laws', '73-2006-qh11.md'))).toBe(true);
    expect(tellable()).not.toMatch(/lào cai|224\/KH-UBND|yên bái/i);
    expect(readFileSync(join(out, 'plan', 'document.yaml'), 'utf8')).toContain('99/KH-UBND');
  });

  test('never overwrites a folder, and wants a name', () => {
    expect(() => make(['--name', 'Hoa Sơn', '--out', out])).toThrow(/đã có/);
    expect(() => make(['--name', 'hoa sơn 2', '--out', join(folder, 'x')])).toThrow(/viết hoa đầu từ/);
  });

  test('answers from its own plan once that is written down', { timeout: 240_000 }, () => {
    writeFileSync(
      join(out, 'plan', 'objectives.yaml'),
      `document: 99/KH-UBND
objectives:
  - number: 1
    field: Trong lĩnh vực nước sạch
    say: "Mục tiêu 1 về lĩnh vực nước sạch: nam và nữ cùng quyết định việc nước sạch của bản."
    ask: [mục tiêu 1 là gì, mục tiêu về nước sạch]
    indicators:
      - number: 1
        label: Nữ trong tổ nước sạch
        text: "Chỉ tiêu 1: Đến năm 2030, tỷ lệ nữ trong tổ quản lý nước sạch của bản đạt 45 %."
        ask: [tỷ lệ nữ trong tổ quản lý nước sạch, bao nhiêu phụ nữ trong tổ nước sạch]
        measures:
          - id: nu-to-nuoc-sach
            name: tỷ lệ nữ trong tổ quản lý nước sạch
            unit: "%"
            direction: up
            values:
              "2030": { value: 45, said: "45 %" }
            ask: [nữ tổ nước sạch]
`,
    );
    writeFileSync(
      join(out, 'communes.yaml'),
      `document: 7/NQ-HS
locator: Toàn văn
province: Hoa Sơn
since: "2025-07-01"
caveat: Cần làm giấy tờ thì bạn hỏi lại xã.
source: Nghị quyết 7/NQ-HS
checkedOn: "2026-11-22"
spellings: []
communes:
  - { code: "99001", kind: xã, name: Suối Hoa, area: Hoa Sơn, home: huyện Suối Hoa, parts: [xã Suối Đá, xã Bản Nước] }
`,
    );
    const asked = [
      'tỷ lệ nữ trong tổ quản lý nước sạch đến năm 2030 là bao nhiêu',
      'bao nhiêu tuổi được kết hôn',
      'tối qua em bị chồng đánh',
      'kế hoạch bình đẳng giới của Lào Cai có mấy mục tiêu',
      'xã Suối Đá nay thuộc xã nào',
      'theo kế hoạch 99 tỷ lệ nữ trong tổ quản lý nước sạch đến năm 2030 là bao nhiêu',
    ];
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/ask.ts', '--batch'], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', DATA_DIR: join(folder, 'data'), KNOWLEDGE_DIR: out },
      input: asked.map((text, at) => JSON.stringify({ id: String(at), text })).join('\n'),
    });
    expect(stderr).not.toMatch(/Lỗi/);
    const [plan, age, help, other, commune, byNumber] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(plan.outcome).toBe('answer');
    expect(plan.citations).toContainEqual({ document: '99/KH-UBND', locator: 'Mục tiêu 1, Chỉ tiêu 1' });
    expect(plan.reply).toContain('45 %');
    expect(age.reply).toMatch(/20 tuổi/);
    expect(help).toMatchObject({ outcome: 'help', level: 'support' });
    expect(help.reply).toMatch(/113/);
    expect(other.outcome).toBe('decline');
    expect(commune.reply).toContain('Suối Hoa');
    expect(byNumber.citations).toContainEqual({ document: '99/KH-UBND', locator: 'Mục tiêu 1, Chỉ tiêu 1' });
    expect(stdout).not.toMatch(/224\/KH-UBND|tỉnh Lào Cai/);
  });
});

describe('taking out of a file', () => {
  const file = '# Đầu tệp\n- id: a\n  ask: [ở Đây, ở kia, ở đó] # cách hỏi\n  say: Chung\n- id: b\n  say: Chỉ ở Đây\n';
  const isHere = (text: string) => text.includes('Đây');

  test('a way of asking goes alone, an entry that tells it goes whole, the rest stays as written', () => {
    const { text, gone } = strip(file, isHere);
    expect(gone).toEqual(['b']);
    expect(text).toContain('# Đầu tệp');
    expect(text).toContain('ở kia');
    expect(text).not.toContain('Đây');
    expect(strip(file, () => false).text).toBe(file);
  });

  test('the entry on a line goes, and no other', () => {
    expect(stripLines(file, new Set([5])).gone).toEqual(['b']);
    expect(stripLines(file, new Set([3])).gone).toEqual(['a']);
    expect(stripLines(file, new Set()).text).toBe(file);
  });
});
