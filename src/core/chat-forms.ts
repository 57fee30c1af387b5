import type { Question } from './question/understand.ts';

/** Words by which people call the bot, or themselves, folded. */
const you =
  '(?:ban|bot|ad|admin|may|hoa ban|em|chau|cau|app|ung dung|trang nay|kenh nay|cai nay|ben nay|he thong|con bot)';
const bot = '(?:ban|bot|ad|admin|may|hoa ban|app|chau|em)';
const me = '(?:toi|minh|em|chau|bac|co|chu|anh|chi|ong|ba|tui|tao|to|con|me|bo)';
const anybody = `(?:ban|bot|ad|admin|hoa ban|can bo|moi nguoi|cac ban|ca nha|${me})`;
/** Up to so many words in between. */
const upTo = (most: number) => `(?: \\S+){0,${most}}`;
const places =
  '(?:lam|nuong|ruong|ray|dong|cho|hoc|an|ngu|ca|lop|viec|nau|com|tam|gat|cay|cat co|rung|hop|truong|day hoc|don con|vuon)';
const tongues = '(?:mong|hmong|dao|tay|nung|giay|thai|ha nhi|phu la|xa pho|muong|anh|trung|kinh|dan toc|viet)';

/** What people ask the knowledge about: a message with such a word is left to it. */
const subject =
  /\b(?:luat|phap|phat|toi(?= (?:gi|pham|danh))|tu(?= (?:may|bao nhieu|nam))|hon(?= nhan)|(?:ket|ly|li|tao|ngoai|tai) hon|cuoi(?= (?:vo|chong|xin|hoi|nhau|duoc))|lay (?:vo|chong)|vo chong|chong|tai san|dat|so do|thai san|bau|mang thai|(?:sinh|de|nuoi) con|nghi(?= (?:thai|de|huu|viec|sinh|bao|phep|may))|luong|cong ty|bao hiem|huu|toa|don|thu tuc|ho so|giay|quyen|nghia vu|tre em|bao luc|danh(?= (?:vo|dap|nhau|con|toi|em|minh|bo|me))|ke hoach|chi tieu|muc tieu|tro giup|tro cap|khieu nai|to cao|to giac|trinh bao|bao tin|binh dang|gioi tinh|quay roi|xam hai|lua|ban(?= sang)|dang k[iy](?= ket| khai)|cap duong|thua ke|di chuc|hoa giai|cam tiep xuc|tam lanh|nghi dinh|quy dinh|cong an|giup(?= (?:toi|em|minh|chau|voi))|cuu|can cuoc|khai sinh)\b/;

/** One act of talk: its fixed reply and its form over the folded words; `asks` where the act itself is a question. */
type Form = { reply: string; form: RegExp; asks?: true };

const forms: readonly Form[] = [
  // Who answers here, whose it is, what it costs, what it can do.
  {
    reply: 'are-you-human',
    form: new RegExp(
      `^ai (?:dang |ngoi |la nguoi )*(?:nhan|noi|tra loi|chat|go|viet)(?: (?:tin|chuyen|lai))?${upTo(4)}$`,
    ),
    asks: true,
  },
  {
    reply: 'who-made-you',
    form: new RegExp(
      `^(?:the )?${you}${upTo(2)} (?:cua|do|thuoc)(?: co phai)?${upTo(3)} (?:ai|nha nuoc|tu nhan|co quan nao|so nao|ben nao|don vi nao|so noi vu|hoi phu nu|cong ty nao|tinh)\\b|^ai (?:la nguoi )?(?:lam|tao|viet|lap|quan l[iy]|sinh)(?: ra)? ${you}\\b`,
    ),
    asks: true,
  },
  {
    reply: 'free-of-charge',
    form: new RegExp(
      `^(?:hoi|nhan|nhan tin|dung|su dung|xai|chat|noi chuyen|tu van|tra loi|${you}|o day)${upTo(5)} (?:(?:mat|ton|tinh|thu|tra|dong) (?:\\S+ )?(?:tien|phi|cuoc|xu)|mien phi)${upTo(4)}$|^(?:co )?(?:phai|can) (?:dang k[iy]|dang nhap|tao|tai|cai|nap)${upTo(2)} (?:tai khoan|app|ung dung|phan mem|tien|the)${upTo(4)}$`,
    ),
    asks: true,
  },
  {
    reply: 'languages',
    form: new RegExp(
      `^(?:the )?(?:${anybody} )?(?:co )?(?:the )?(?:biet |hieu )?(?:noi|biet|hieu|nghe|doc|dung|tra loi|viet|nhan|go)(?: bang| duoc)? tieng ${tongues}\\b${upTo(5)}$`,
    ),
    asks: true,
  },
  {
    reply: 'menu',
    form: new RegExp(
      `^(?:the )?(?:${you} |day )?(?:co the )?(?:giup|lam|tra loi|tu van|ho tro|biet|noi)(?: \\S+)?(?: duoc)?(?: ${me}| nguoi dan| ba con)? (?:nhung |cac )?(?:viec |dieu |chuyen |cai |thu )?gi${upTo(5)}$|^(?:\\S+ ){0,7}(?<!(?:khong|chang|cha) )hoi (?:duoc )?(?:nhung |cac )?(?:gi|chuyen gi|viec gi|cai gi)(?: duoc)?${upTo(2)}$|^${you} (?:dung |la )?(?:de|dung de) (?:lam )?gi${upTo(3)}$|^(?:\\S+ ){0,2}(?:cach|huong dan|chi)(?: (?:cho|cach|${me}|su)){0,3} (?:hoi|dung|xai)(?: (?:${you}|the nao|voi|di|nhe|day|a))*$`,
    ),
    asks: true,
  },
  { reply: 'who-are-you', form: /\bten\b.*\bhoa ban\b|\bhoa ban\b.*\b(?:ten|dep|hay)\b/, asks: true },
  // Talk about the bot as if it were somebody.
  {
    reply: 'chat',
    form: new RegExp(
      `^(?:the )?${bot}(?: co)? (?:que|nha|song|o dau|thich|ghet|so gi|yeu|biet (?:buon|vui|yeu|hat|ke|nau|choi)|may tuoi|bao nhieu tuoi|cao|hoc lop|(?:bao gio|khi nao|may gio)(?: thi)? (?:ngu|nghi|an))${upTo(4)}$`,
    ),
    asks: true,
  },
  {
    reply: 'chat',
    form: new RegExp(
      `^(?:\\S+ ){0,3}(?:hat|ke|doc|lam|nhay|rap)${upTo(4)} (?:bai(?: hat| tho)?|truyen|chuyen (?:cuoi|vui|ma|hai)|tho|nghe|vui|cuoi)${upTo(3)}$|^(?:\\S+ ){0,4}(?:di choi|ket ban|lam quen|hen ho)\\b${upTo(3)}$|^(?:${bot} )?(?:co the )?noi chuyen (?:mot luc|ti|chut|cho vui|voi (?:minh|toi|em|chau|bac))\\b${upTo(7)}$`,
    ),
    asks: true,
  },
  // What goes wrong between the two.
  {
    reply: 'not-useful',
    form: new RegExp(
      `^(?:${you} |sao )?(?:tra loi|noi|rep|nhan)${upTo(3)} (?:sai|chan|cham|dai|linh tinh|lung tung|lac de|khong dung|chua dung|kho hieu|nham|te|do|khong lien quan|lau)\\b${upTo(3)}$|^(?:sao )?(?:lau|cham) (?:the|qua|vay)|^(?:${me} )?(?:doc )?(?:chua|khong|chang) hieu${upTo(4)}$|^(?:noi|giai thich|tra loi|nhac|viet|doc) lai\\b${upTo(5)}$|^(?:khong phai|sai roi|nham y|khong dung y|y ${me})${upTo(7)}$|^(?:${you} )(?:chua|khong) (?:tra loi|hieu|noi)${upTo(5)}$|^sao (?:khong|chua|lau)${upTo(1)} (?:tra loi|rep)${upTo(3)}$`,
    ),
  },
  {
    reply: 'short-words',
    form: /\b(?:khong biet (?:doc|chu|viet)|it chu|biet it chu|(?:noi|doc|go) cham|(?:viet|noi|tra loi) (?:ngan|don gian|de hieu)|mat (?:\S+ )?(?:kem|mo|yeu)|khong thao (?:chu|may|dien thoai))\b/,
  },
  {
    reply: 'filler',
    form: /\b(?:go|nhan|bam|gui|viet|an|danh) (?:nham|lon|bay|lung tung|linh tinh)\b|\b(?:nham|(?<!nguoi )lon) (?:may|so|nguoi|roi)\b|\bnghich (?:may|dien thoai)\b|^(?:sorry|so ri|xin loi)\b(?: \S+){0,4}$|^u+h*m*(?: (?:dung|the|duoc|vay)(?: \S+){0,2})?$/,
  },
  // Courtesies.
  {
    reply: 'wishes',
    form: /^(?:\S+ ){0,2}chuc (?:mung )?(?:\S+ ){0,6}\S+$|^(?:happy|merry) \S+(?: \S+){0,3}$|^nam moi \S+(?: \S+){0,4}$/,
  },
  {
    reply: 'goodbye',
    form: new RegExp(
      `^(?:(?:thoi|gio|the|vay|muon roi|trua roi|toi roi) )*(?:${me} )?(?:phai |sap |chuan bi )?(?:di|ra|vao|len|ve|xuong)(?: (?:ra|vao|len|ve))? ${places}\\b${upTo(4)}$|^(?:thoi )?(?:het|xong|du)(?: roi)?,? ?(?:khong|chang)? ?(?:con |can )?(?:hoi|gi)${upTo(4)}$|^khong (?:con gi|hoi|can)${upTo(3)} (?:nua|dau|roi)${upTo(2)}$`,
    ),
  },
  {
    reply: 'thanks',
    form: new RegExp(
      `^(?:hay|tot|gioi|tuyet|ok|de hieu|huu ich|bo ich|chuan|thich|nhanh|ro) (?:qua|lam|that|the|phet|ghe|day|roi|vay|nhi)\\b${upTo(12)}$|^${bot}${upTo(3)} (?:gioi|hay|nhanh|thong minh|de thuong|nhiet tinh|de hieu|hieu biet|dang yeu|tuyet|vui tinh|tot bung|xin)\\b${upTo(3)}$|^(?:\\S+ ){0,3}(?:cam )?on ${anybody}\\b${upTo(8)}$`,
    ),
  },
  // Whoever comes for the first time, greets, or says who they are.
  {
    reply: 'greeting',
    form: new RegExp(
      `^(?:\\S+ ){0,4}(?:(?<=^|${me} |day la |nay |la )lan dau(?: tien)?(?! mat\\b)(?= (?:${me}|dung|vao|xai|nhan|hoi|chat|noi|biet|tro|su|ghe|lam quen|den|toi)|$)|moi (?:dung|vao|xai|(?:tai|biet|cai) (?:cai nay|app|ung dung|bot|trang|kenh|ve)))\\b${upTo(6)}$|^(?:${me} )?(?:xin )?chao ${anybody}\\b${upTo(10)}$|^(?:\\S+ ){0,9}chao ${anybody}(?: (?:a|nhe|nha))?$|^(?:a ?lo|hello|hey|e) (?:\\S+ ){0,3}(?:khong|chua|day|di|nghe|ro)$|^co ai (?:o do|o day|truc|day|dang)${upTo(4)}$|^${anybody} oi(?: cho ${me})?(?: hoi (?:ti|chut|cai|mot|may|xiu)${upTo(3)})?$`,
    ),
  },
  {
    reply: 'aside',
    form: new RegExp(
      `^(?:\\S+ ){0,2}(?:troi|thoi tiet|hom nay|toi nay|sang nay|trua nay|dao nay)${upTo(4)} (?:lanh|ret|nong|mua|nang|dep|mat me|am|oi buc|bao|gio|chan|vui|met)\\b${upTo(4)}$`,
    ),
  },
];

const longest = 16;
const asking =
  /\b(?:khong|chua|gi|nao|sao|ai|dau|may(?! (?:tra|nay|nghe|hieu))|bao nhieu|bao lau|lam the nao|muon hoi|muon biet|hoi ve)\b/;

/** The fixed reply to talk that is told by its form alone, or `null`. `said`: the folded words. */
export function chatReply(said: string, asks: Question['asks']): string | null {
  if (said.split(' ').length > longest || subject.test(said)) return null;
  const statement =
    !asking.test(said.replace(/\bkhong (?:hieu|phai|biet (?:chu|doc|viet))\b/g, '')) && !asks.has('more');
  return forms.find((one) => (one.asks || statement || isTalkItself(one.reply)) && one.form.test(said))?.reply ?? null;
}

/** Forms that hold a word of asking or denying without asking anything. */
function isTalkItself(reply: string): boolean {
  return reply === 'not-useful' || reply === 'goodbye' || reply === 'greeting';
}

const request = /\b(?:cho|giup|ho|gium|dum|gui|viet|dich|lam|tim|chi|muon|can|xin|nho|hoi|tra cuu|mua|ban|gia)\b/;
/** At the head of what is to be shown: "cách nấu thắng cố ngon". */
const wantsShown = /^(?:cach|huong dan|cong thuc|meo|bi quyet)\b/;
const talking = new RegExp(`\\b${anybody}\\b|\\b(?:nhe|nha|nhi|ghe|phet|qua|lam|day|roi|the|haha|hihi|hehe)\\b`);

/** Whether the message only tells something, as one does in a talk: it asks for nothing and names no subject held here. */
export function onlyTells(said: string, asks: Question['asks']): boolean {
  if (asks.size > 0 || asking.test(said) || request.test(said) || wantsShown.test(said) || subject.test(said))
    return false;
  return talking.test(said);
}
