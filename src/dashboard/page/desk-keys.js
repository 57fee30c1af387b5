// Keys of the desk in the browser: made, handed on, wrapped anew. No passphrase and no private half is ever sent.
import { isStrong, makeKey, makeRecoveryKey, rewrapKey, unlockKey, wrapRecovered } from './keys.js';
import { reseal } from './reseal.js';
import { say, talk } from './talk.js';

const forms = { 'new-key': newKey, 'new-recovery': newRecovery, rewrap, 'wrap-for': wrapFor, recover, reseal };

addEventListener('submit', async (event) => {
  const work = forms[event.target.id];
  if (work === undefined) return;
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  say(`${form.id}-said`, 'Đang làm…');
  const why = await work(form).catch(() => 'Chưa làm được. Kiểm tra lại rồi thử lần nữa.');
  say(`${form.id}-said`, why);
  button.disabled = false;
});

const weak = 'Mật khẩu bàn trực cần ít nhất 16 ký tự: năm từ không liên quan nhau là tốt.';
const differs = 'Hai lần gõ chưa giống nhau.';
const offline = 'Chưa nối được với máy chủ. Thử lại.';

/** Why a new passphrase cannot be taken; empty when it can. */
function wrongWith(form) {
  if (!isStrong(form.first.value)) return weak;
  return form.first.value === form.again.value ? '' : differs;
}

async function newKey(form) {
  const why = wrongWith(form);
  if (why !== '') return why;
  const { publicKey, wrapped } = await makeKey(form.first.value);
  return finished(form, await talk('/can-bo/khoa', { kind: 'desk', publicKey, officer: form.officer.value, wrapped }));
}

async function newRecovery(form) {
  const { publicKey, code } = await makeRecoveryKey();
  const came = await talk('/can-bo/khoa', { kind: 'recovery', publicKey });
  if (came?.status !== 200) return came?.body?.why ?? offline;
  document.getElementById('recovery-code').textContent = code;
  document.getElementById('recovery-shown').hidden = false;
  form.hidden = true;
  document.getElementById('recovery-shown').focus();
  return '';
}

async function rewrap(form) {
  const why = wrongWith(form);
  if (why !== '') return why;
  return wrapAll(form, form.old.value, form.first.value, form.dataset.self);
}

async function wrapFor(form) {
  const why = wrongWith(form);
  if (why !== '') return why;
  return wrapAll(form, form.old.value, form.first.value, form.officer.value);
}

/** Wraps every key that the old passphrase opens with the next one, for the officer. */
async function wrapAll(form, old, next, officer) {
  const came = await talk('/can-bo/khoa/toi/cac-khoa');
  if (came?.status !== 200) return offline;
  let done = 0;
  for (const one of came.body.wrapped) {
    const opens = await unlockKey(one, old).then(
      () => true,
      () => false,
    );
    if (!opens) continue;
    const wrapped = await rewrapKey(one, old, next);
    const sent = await talk('/can-bo/khoa/toi/trao', { key: JSON.parse(one).key, officer, wrapped });
    if (sent?.status !== 200) return sent?.body?.why ?? offline;
    done += 1;
  }
  if (done === 0) return 'Mật khẩu bàn trực đang dùng chưa đúng.';
  form.reset();
  return 'Xong. Hãy nói mật khẩu tận tai, đừng nhắn.';
}

/** Goes on with a recovery code after every passphrase was lost. */
async function recover(form) {
  const why = wrongWith(form);
  if (why !== '') return why;
  const { publicKey, wrapped } = await wrapRecovered(form.code.value, form.first.value);
  const came = await talk('/can-bo/khoa/toi/trao', { key: publicKey.id, officer: form.dataset.self, wrapped });
  if (came?.status !== 200) return came?.body?.why ?? offline;
  form.reset();
  return 'Xong. Bạn mở được các ca bằng mật khẩu mới.';
}

function finished(form, came) {
  if (came?.status !== 200) return came?.body?.why ?? offline;
  form.reset();
  location.reload();
  return 'Xong.';
}
