import { isStopWord } from '../question/stop-words.ts';
import { fold } from '../vietnamese/fold.ts';
import type { Token } from '../vietnamese/normalise.ts';
import { hide, type Message } from './spans.ts';

/** Words that a person's name may follow. */
const titles = new Set(
  (
    'anh chị em cô chú bác ông bà cậu mợ dì thím dượng cháu con bé thằng chồng vợ bố ba cha mẹ má bầm sếp thầy giáo bạn ' +
    'trai gái yêu hàng xóm đồng nghiệp chủ tịch trưởng phó phòng ban cán bộ công an bí thư y tá bác sĩ luật sư mụ lão ' +
    'tên gọi nick'
  ).split(' '),
);
const calls = new Set('tên ten nick danh'.split(' '));
/** Those that mean little else without diacritics. */
const foldedTitles = new Set(
  'anh chi em co chu bac ong ba cau chau con be thang chong vo bo cha me sep thay ban ten chu tich'.split(' '),
);

/** Family names that hardly mean anything else, and those that do. */
const surnames = new Set(
  (
    'nguyễn trần phạm huỳnh bùi đặng ngô dương đoàn trịnh giàng sùng thào tẩn chảo hạng vừ lầu tráng lồ phàn thền vàng lù hảng ' +
    'sầm nông hoàng lương triệu cứ mùa ly phùng tống quách lừu'
  ).split(' '),
);
const foldedSure = new Set(
  'nguyen pham huynh giang sung thao tan chao hang lau trang phan then hoang luong phung tong quach'.split(' '),
);
const looseSurnames = new Set(
  'lê lý lò vũ võ hồ đỗ đinh phan mai cao hà tô ma má mã cư châu lưu tạ đào chu la lô lự lục kim thái tăng vương đàm thân bàn đồng hờ khang thạch'.split(
    ' ',
  ),
);
/** All of them without diacritics. */
const foldedLoose = new Set([...surnames, ...looseSurnames].map(fold));
const middle = new Set(
  'văn van thị thi a đức duc hữu huu ngọc ngoc minh thanh thu xuân xuan quang đình dinh seo thế the mí mi láo lao'.split(
    ' ',
  ),
);

/** Given names people have; after a title they are hidden however they are written. */
const given = new Set(
  (
    'lan hoa huệ hương hường hồng hằng hạnh hà hải hùng hưng dũng dương dung dư duy đạt đông đức giang hiếu hiền hòa hoàng huy huyền khánh khoa kiên lâm ' +
    'liên linh loan long lộc lực mai mạnh mẩy minh my mỹ nam nga ngân ngọc nhàn nhung oanh páo phong phúc phương quang quân quý quyên quỳnh sơn sử tâm tài tân ' +
    'thảo thắng thanh thành thái thu thủy thùy thúy thuận tiến toàn trang trinh trung trường tuấn tú tùng tuyết uyên vân việt vinh vũ xuân yến dế dinh pằng ' +
    'súa sáng chính chư vừ sính mỷ dở páo tủa vàng mị xuyến đào nguyệt hậu hảo thơm bích chi diệp cường chiến kiều phượng thơ nhi trâm trúc thùy hân vy toản thịnh tường ' +
    'luân quyết duyên đăng điệp gấm hiên hoài khuê khương lệ liễu lụa lượm mận miên mừng na nguyên nhã nhạn phụng sen sương thắm thêu thoa tươi uyển xoan bống tèo tí tũn'
  ).split(' '),
);
const foldedGiven = new Set([...given].map(fold).filter((one) => !/^(?:lam|tam|thu|tai|chi|dat|an|than)$/.test(one)));
/** Given names that mean something else after these titles, in ordinary talk. */
const ordinary =
  /^(?:con (?:nam|trai|gái)|bạn (?:nam|nữ|trai|gái|đời)|chị (?:em)|công (?:an|nhân|ty)|bà (?:bầu|con|nội|ngoại)|người (?:việt|nam|tày|dao)|ban (?:chi|công)|phòng trung|giáo (?:dục|viên)|trưởng (?:thành|phòng)|chủ (?:tịch|nhà)|con (?:chung|riêng|nuôi)|họ (?:hàng)|gái (?:trinh)|con (?:tâm))$/;

/** Hides people's names: after a title or "tên là", led by a family name, or written with capitals in a sentence. */
export function hideNames(message: Message, known: (word: Token) => boolean, proper: (words: string) => boolean): void {
  afterTitles(message, known);
  introduced(message, known);
  bySurname(message, known);
  byCapitals(message, proper);
}

function afterTitles(message: Message, known: (word: Token) => boolean): void {
  const { words, typed, bare } = message;
  words.forEach((word, at) => {
    if (!(titles.has(word.raw) || (bare && foldedTitles.has(word.folded)))) return;
    let from = at + 1;
    // "Chồng em là", "tên của nó là".
    while (
      from - at <= 3 &&
      /^(?:là|la|tên|ten|của|cua|em|tôi|toi|mình|minh|nó|no|ấy|ay|tui|cháu|chau)$/.test(words[from]?.raw ?? '')
    )
      from++;
    const told = words.slice(at, from).some((one) => calls.has(one.raw));
    let to = told && words[from] && !noName.has(words[from]?.folded ?? '') ? from + 1 : from;
    while (to - from < 4 && isName(message, to, told && to - from < 3, known)) to++;
    const phrase = `${words[from - 1]?.raw} ${words[from]?.raw}`;
    const capital = /^\p{Lu}/u.test(typed[from] ?? '') && !isShouted(typed);
    if (to > from && (told || capital || !ordinary.test(phrase))) hide(message, from, to, 'tên');
  });
}

/** What follows "tên" and is no name. */
const noName = new Set(
  'gi nao chung rieng ai ca hai con vo chong bo me toi em minh anh chi cua ho tren trong so do va thi khai cung moi giup'.split(
    ' ',
  ),
);

/** "Em là Hải", and a name that opens the message: "Cường không cho tôi đi học". */
function introduced(message: Message, known: (word: Token) => boolean): void {
  const { words, typed } = message;
  words.forEach((word, at) => {
    const says = at === 0 || (/^(?:là|la)$/.test(word.raw) && pronouns.has(words[at - 1]?.folded ?? ''));
    if (!says) return;
    const from = at === 0 && !/^(?:là|la)$/.test(word.raw) ? at : at + 1;
    const opens = from === 0;
    if (opens && !(/^\p{Lu}/u.test(typed[0] ?? '') && given.has(word.raw) && !isVerbHere(words, 0))) return;
    let to = opens ? 1 : from;
    while (to - from < 4 && isName(message, to, false, known)) to++;
    hide(message, from, to, 'tên');
  });
}

/** Whether the word may be part of a name here. `told`: the person said that a name follows. */
function isName({ words, typed, bare }: Message, at: number, told: boolean, known: (word: Token) => boolean): boolean {
  const word = words[at];
  if (!word || !/^\p{L}+$/u.test(word.raw)) return false;
  if (/^\p{Lu}/u.test(typed[at] ?? '') && !isShouted(typed)) return true;
  if (titles.has(word.raw) || pronouns.has(word.folded)) return false;
  if (told) return !isStopWord(word) || given.has(word.raw);
  if (surnames.has(word.raw) || given.has(word.raw) || (bare && foldedGiven.has(word.folded)))
    return !isVerbHere(words, at);
  return !known(word) && !isStopWord(word);
}

const pronouns = new Set('em toi minh tui no ay ta ho day do nay kia'.split(' '));

/** A given name that with the next word is something else: "vợ sinh con", "chồng thu tiền". */
function isVerbHere(words: Token[], at: number): boolean {
  const pair = `${words[at]?.folded} ${words[at + 1]?.folded}`;
  return /^(?:l[yi] (?:hon|do|luan|thuyet|thich)|dan toc|thu (?:tien|luong|nhap)|nam (?:gioi|nu|nay|ngoai|sau|nhan|\d.*)|duc|long|trung (?:tam|uong|hoc)|hoa (?:giai|thuan)|giang (?:day)|tam (?:ly|than|thu|lanh|giu|hoan|tru)|tai (?:san|khoan|sao|lieu|nan|hon)|chinh (?:quyen|sach|thuc|phu)|chi (?:phi|tieu|em|tra)|thanh (?:toan|nien|thieu|pho|vien|tich)|phong (?:tuc|chong|ban)|duong (?:su)|tien (?:luong|an|bac|thuong|tro|hanh)|quan (?:he|ly|tam|doi)|hanh (?:ha|vi|hung|chinh)|manh (?:tay)|tu (?:van|choi)|van (?:de|ban|hoa)|viet nam|tuyet doi|phuong (?:phap|tien|thuc)|truong (?:hop|hoc|thon|ban)|hieu (?:luc|biet)|thai (?:san|do|nhi)|hai (?:vo|con|nguoi|dua)|dao duc|ngan (?:hang|chan)|thang (?:do|kia|nay|chong|may))$/.test(
    pair,
  );
}

function bySurname(message: Message, known: (word: Token) => boolean): void {
  const { words, typed, bare } = message;
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (!next) return;
    const sure = surnames.has(word.raw) || (bare && foldedSure.has(word.folded));
    const loose = looseSurnames.has(word.raw) || (bare && foldedLoose.has(word.folded));
    const third = words[at + 2];
    const isGiven = (one: Token) => given.has(one.raw) || (one.raw === one.folded && foldedGiven.has(one.folded));
    const hasMiddle = middle.has(next.raw) && third !== undefined && (isGiven(third) || !isStopWord(third));
    const bothCapital = [typed[at], typed[at + 1]].every((one) => /^\p{Lu}/u.test(one ?? '')) && !isShouted(typed);
    const named = given.has(next.raw) || (bare && foldedGiven.has(next.folded) && sure);
    if (isVerbHere(words, at)) return;
    if (!(((sure || loose) && (hasMiddle || bothCapital)) || (sure && named))) return;
    let to = at + 2;
    while (to - at < 5 && (to === at + 2 ? hasMiddle : isName(message, to, false, known))) to++;
    hide(message, at, to, 'tên');
  });
}

/** Words written with a capital inside a sentence that are no name the knowledge has. */
function byCapitals(message: Message, proper: (words: string) => boolean): void {
  const { words, typed } = message;
  if (isShouted(typed)) return;
  for (let at = 0; at < words.length; ) {
    let to = at;
    while (/^\p{Lu}/u.test(typed[to] ?? '')) to++;
    if (to > at) {
      const run = words.slice(at, to).map((word) => word.raw);
      const opens = at === 0;
      const rest = opens ? run.slice(1) : run;
      const alone = rest.length === 1 && given.has(rest[0] ?? '') && !proper(`${rest[0]} ${words[to]?.raw}`);
      if (rest.length > 0 && (alone || !proper(rest.join(' '))))
        hide(message, opens ? (run.length > 1 ? at : at + 1) : at, to, 'tên');
    }
    at = Math.max(to, at + 1);
  }
}

/** Typed in capitals throughout, or each word with one: capitals then say nothing. */
function isShouted(typed: string[]): boolean {
  const letters = typed.filter((one) => /^\p{L}/u.test(one));
  return letters.length > 1 && letters.filter((one) => /^\p{Lu}/u.test(one)).length > letters.length * 0.6;
}
