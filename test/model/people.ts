import { fold } from '../../src/core/vietnamese/fold.ts';
import { random } from './attacks.ts';

/** An invented person's message, and what in it must not go out. */
export type Told = { message: string; planted: string[] };

const surnames = 'Nguyễn Trần Phạm Hoàng Bùi Giàng Sùng Thào Lò Vàng Tẩn Chảo Má Lý Lê Đặng Vừ Hạng Phàn Lù'.split(' ');
const middles = 'Văn Thị A Đức Ngọc Seo Minh Thu'.split(' ');
const givens = 'Lan Hùng Dũng Mẩy Páo Hương Tuấn Nga Thảo Sơn Hoa Chư Tủa Xuyến Linh Quân Trang Yến'.split(' ');
const kin = ['chồng em', 'vợ mình', 'anh', 'chị', 'cô', 'sếp', 'bạn trai', 'mẹ chồng', 'chú', 'thằng'];
const communes = ['xã Bản Hồ', 'xã Tả Phìn', 'xã Nậm Chày', 'phường Cam Đường', 'xã Mường Hum', 'xã Bảo Thắng'];
const hamlets = ['thôn Séo Mý Tỷ', 'bản Phùng', 'xóm Đồi Chè', 'thôn Tả Chải', 'tổ 14', 'thôn Lao Chải'];
const mails = ['lan.nguyen98@gmail.com', 'hung_pao@yahoo.com.vn', 'sung.a.tua@mail.vn'];
const asks = [
  'ly hôn thì con ở với ai',
  'được nghỉ thai sản mấy tháng',
  'công ty không trả lương thai sản thì làm sao',
  'đất đứng tên chung thì chia thế nào',
  'muốn kết hôn thì bao nhiêu tuổi',
  'cấp dưỡng nuôi con bao nhiêu tiền',
  'có được hưởng bảo hiểm không',
];

/** Seeded messages with a name, a number, a place or an address planted, typed in the many ways people type. */
export function people(count: number, seed: number): Told[] {
  const pick = random(seed);
  const of = (list: readonly string[]) => list[pick(list.length)] ?? '';
  const digits = (many: number) => Array.from({ length: many }, () => pick(10)).join('');
  const phone = () => {
    const all = `0${of(['9', '3', '8', '7'])}${digits(8)}`;
    return of([
      all,
      `${all.slice(0, 4)} ${all.slice(4, 7)} ${all.slice(7)}`,
      `${all.slice(0, 4)}.${all.slice(4, 7)}.${all.slice(7)}`,
      `+84${all.slice(1)}`,
      all.split('').join(' '),
    ]);
  };
  return Array.from({ length: count }, () => {
    const name = `${of(surnames)} ${of(middles)} ${of(givens)}`;
    const given = of(givens);
    const who = of(kin);
    const number = phone();
    const paper = `0${digits(11)}`;
    const mail = of(mails);
    const home = `${of(hamlets)}, ${of(communes)}`;
    const born = `${1 + pick(28)}/${1 + pick(12)}/${1960 + pick(45)}`;
    const shape = pick(9);
    const [said, planted] = [
      [`em tên là ${name}, ${of(asks)}`, [name]],
      [`${who} ${given} hỏi ${of(asks)}`, [`${who.split(' ').at(-1)} ${given}`]],
      [`sđt của em ${number}, ${of(asks)}`, [number]],
      [`căn cước ${paper}, ${of(asks)}`, [paper]],
      [`gửi về ${mail} giúp em, ${of(asks)}`, [mail]],
      [`nhà em ở ${home}, ${of(asks)}`, home.split(', ').map((one) => one.replace(/^\S+ /, ''))],
      [`em sinh ngày ${born}, ${of(asks)}`, [born]],
      [`${name} ở ${of(communes)} số ${number} hỏi ${of(asks)}`, [name, number]],
      [`${who} tên ${given} sinh ngày ${born}, ${of(asks)}`, [`tên ${given}`, born]],
    ][shape] as [string, string[]];
    const typed = pick(5);
    const plain = typed === 0 ? fold(said) : typed === 1 ? said.toLowerCase() : typed === 2 ? said.toUpperCase() : said;
    return { message: plain, planted };
  });
}

/** Whether something planted is in a text, however it is written there. */
export function holds(text: string, planted: string): boolean {
  const bare = (some: string) =>
    fold(some)
      .replace(/[^\p{L}\p{N}@]+/gu, ' ')
      .trim();
  if (/^[+\d]/.test(planted) && planted.replace(/\D/g, '').length >= 6)
    return text.replace(/[^\d]/g, '').includes(planted.replace(/\D/g, '').replace(/^84/, ''));
  return ` ${bare(text)} `.includes(` ${bare(planted)} `);
}
