/** Where a wish leads. */
export type Wish = 'quiz' | 'lessons' | 'today';

/** Words around a wish that change nothing of it. */
const around = new Set(
  (
    'a anh bat ban cac chau chi cho choi chung co cung dau di doc duoc em giup ha hay hoi k khong lam lan may minh moi mot ' +
    'mo muon ngay nao nha nhe nua oi o ra rui ta thich thu tiep tim toi tra tui va vai vao vo voi xem xin xiu 1'
  ).split(' '),
);

const said = (wish: Wish, ...all: string[]) => all.map((words) => [words, wish] as const);
/** What people say in full, or what is left of it. */
const wishes: ReadonlyMap<string, Wish> = new Map([
  ...said('quiz', 'do vui', 'cau do', 'cau do vui', 'do cau', 'do vui luat', 'do vui phap luat', 'quiz', 'choi tiep'),
  ...said('quiz', 'do minh di', 'do toi di', 'do em di'),
  ...said('lessons', 'bai hoc', 'bai hoc ngan', 'hoc bai', 'hoc bai ngan'),
  ...said('today', 'dieu hom nay', 'dieu hay hom nay', 'chuyen hay hom nay', 'hom nay co gi hay', 'moi ngay mot dieu'),
]);
/** Typed with tones, "câu đó", "cầu đò" and "đồ vui" are no riddles. */
const toned = /[\u0300-\u036f]/;
const riddle = /đố/iu;

/** Where a whole message wishes to go ("cho em chơi đố vui nhé"), or `null`. `folded` are its bare folded words. */
export function wishOf(message: string, folded: string): Wish | null {
  const left = folded.split(' ').filter((word) => !around.has(word));
  const wish = wishes.get(folded) ?? wishes.get(left.join(' ')) ?? (left.join(' ') === 'do' ? ofRiddle(folded) : null);
  const spelled =
    !left.includes('do') || !toned.test(message.normalize('NFD')) || riddle.test(message.normalize('NFC'));
  return spelled ? wish : null;
}

/** "đố mình một câu" */
function ofRiddle(folded: string): Wish | null {
  return /\bcau\b/.test(folded) ? 'quiz' : null;
}
