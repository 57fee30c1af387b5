// Seals open cases anew after keys changed. Words pass through this page's memory and are shown to nobody.
import { unlockKey } from './keys.js';
import { openLetter, sealLetter } from './letter.js';
import { say, talk } from './talk.js';

const at = '/can-bo/khoa/toi/niem-phong';
const offline = 'Mất nối giữa chừng. Việc đã làm được giữ lại; bấm lại để làm tiếp.';

/** Does all that this officer may, letter by letter. Safe to repeat: what is done is not done again. */
export async function reseal(form) {
  const keys = await unlocked(form.passphrase.value);
  if (typeof keys === 'string') return keys;
  const due = await talk(at);
  if (due?.status !== 200) return offline;
  const { cases, others } = due.body;
  const bar = form.querySelector('progress');
  bar.max = Math.max(1, cases.length);
  bar.hidden = false;
  let shut = 0;
  for (const [done, id] of cases.entries()) {
    bar.value = done;
    say('reseal-said', `Đang niêm phong lại: ${done}/${cases.length} ca.`);
    const came = await sealCase(id, keys);
    if (typeof came === 'string') return came;
    shut += came;
  }
  bar.value = bar.max;
  form.reset();
  return [
    `Xong ${cases.length - shut}/${cases.length} ca.`,
    shut === 0
      ? ''
      : `${shut} ca có thư niêm phong bằng khoá bạn không có: nhờ người giữ khoá ấy, hoặc dùng mã dự phòng.`,
    others === 0 ? '' : `${others} ca do đồng nghiệp giữ: họ làm ở trang này của họ.`,
  ]
    .filter((line) => line !== '')
    .join(' ');
}

/** Every key the passphrase opens, or why none. */
async function unlocked(passphrase) {
  say('reseal-said', 'Đang mở khoá…');
  const came = await talk('/can-bo/khoa/toi/cac-khoa');
  if (came?.status !== 200) return offline;
  const tried = await Promise.allSettled(came.body.wrapped.map((one) => unlockKey(one, passphrase)));
  const keys = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return keys.length === 0 ? 'Mật khẩu bàn trực chưa đúng.' : keys;
}

/** 0 when the case is sealed anew (or is not ours any more), 1 when a letter does not open; or why to stop. */
async function sealCase(id, keys) {
  const came = await talk(`${at}/${id}/lay`, {});
  if (came?.status === 409) return 0;
  if (came?.status !== 200) return offline;
  let shut = 0;
  for (const letter of came.body.letters) {
    const sealed = await sealedAnew(id, letter, keys);
    if (sealed === null) {
      shut = 1;
      continue;
    }
    const put = await talk(`${at}/${id}`, { letter: letter.id, sealed });
    if (put?.status !== 200) return put?.body?.why ?? offline;
  }
  return shut;
}

/** The letter sealed to those it is due to; `null` when none of our keys opens it. */
async function sealedAnew(id, { kind, sealed, to }, keys) {
  const place = { case: id, kind };
  const value = await opened(sealed, place, keys);
  if (value === undefined) return null;
  const fresh = await sealLetter(value, place, to);
  // Whoever holds a new key already looks that nothing was lost before the old letter goes.
  const holdsNew = keys.some((key) => to.some((one) => one.id === key.id));
  const same = !holdsNew || JSON.stringify(await opened(fresh, place, keys)) === JSON.stringify(value);
  return same ? fresh : null;
}

async function opened(sealed, place, keys) {
  for (const key of keys) {
    try {
      return await openLetter(sealed, place, key);
    } catch {
      // Sealed to another key: the next one may open it.
    }
  }
  return undefined;
}
