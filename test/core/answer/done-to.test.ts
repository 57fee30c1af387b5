import { describe, expect, test } from 'vitest';
import { turnsAbout } from '../../../src/core/answer/done-to.ts';

describe('what is done to one spouse is not done to the other', () => {
  test.each([
    ['vo dang bau thi chong co xin bo duoc khong', 'dang co bau ra toa bo chong duoc khong'],
    ['vo danh chong thi co bi phat khong', 'chong danh vo co bi phat khong'],
    ['chong ban dat khong hoi vo duoc khong', 'vo co quyen khong cho chong ban dat chung khong'],
    ['vo ban dat khong hoi chong duoc khong', 'vo co quyen khong cho chong ban dat chung khong'],
    ['chong kien vo duoc khong', 'vo kien chong duoc khong'],
  ])('"%s" and "%s"', (one, other) => {
    expect(turnsAbout(one, other)).toBe(true);
    expect(turnsAbout(other, one)).toBe(true);
  });
});

describe('the same people in the same parts', () => {
  test.each([
    ['chong doi bo vo co duoc khong', 'con chua day nam chong bo vo duoc khong'],
    ['dang co bau bo chong duoc khong', 'vo bau tu bo chong duoc khong'],
    ['con may tuoi thi toa hoi', 'con 7 tuoi toa co hoi khong'],
    ['hai vo chong thuan tinh l hon', 'vo chong dong y bo nhau'],
  ])('"%s" and "%s"', (one, other) => {
    expect(turnsAbout(one, other)).toBe(false);
  });
});
