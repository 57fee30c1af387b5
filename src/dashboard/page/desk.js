// The desk in the officer's browser: unlocks the key, opens letters, seals replies. Words live in this page alone.
import { unlockKey } from './keys.js';
import { openLetter, sealLetter } from './letter.js';
import './live.js';
import { make, say, talk } from './talk.js';
import { warningsOf } from './warnings.js';

/** Unlocked keys; they cannot be read out of the page, and are gone with it. */
let keys = [];
/** The case that is open: its id and whom a reply is sealed to. */
let opened = null;
let lastTouch = Date.now();
const lockAfterMs = 15 * 60_000;

addEventListener('submit', (event) => {
  if (event.target.id === 'open') run(event, openCase);
  if (event.target.id === 'reply') run(event, reply);
});
addEventListener('change', (event) => {
  if (event.target.id === 'template') useTemplate(event.target);
});
addEventListener('click', (event) => {
  if (event.target.closest('#lock')) lock();
});
addEventListener('desk-page', prepare);
addEventListener('pagehide', lock);
for (const sign of ['pointerdown', 'keydown'])
  addEventListener(sign, () => {
    lastTouch = Date.now();
  });
setInterval(() => {
  if (keys.length > 0 && Date.now() - lastTouch > lockAfterMs) lock();
}, 30_000);
prepare();

/** Runs what a form asks for, once at a time. */
async function run(event, work) {
  event.preventDefault();
  const button = event.target.querySelector('[type=submit]');
  button.disabled = true;
  await work(event.target).finally(() => {
    button.disabled = false;
  });
}

/** What the page shows before anything is opened. */
function prepare() {
  opened = null;
  const passphrase = document.getElementById('passphrase');
  if (passphrase === null) return;
  passphrase.required = keys.length === 0;
  passphrase.closest('.field').hidden = keys.length > 0;
}

/** Forgets the keys and wipes what was opened. */
function lock() {
  keys = [];
  for (const id of ['letters', 'words']) {
    const place = document.getElementById(id);
    if (place) place.replaceChildren();
    if (place?.value) place.value = '';
  }
  for (const id of ['opened']) document.getElementById(id)?.setAttribute('hidden', '');
  document.getElementById('open')?.removeAttribute('hidden');
  prepare();
}

async function openCase(form) {
  say('open-fault', '');
  if (keys.length === 0 && !(await unlock(form.passphrase.value))) return;
  form.passphrase.value = '';
  const { id } = form.dataset;
  const came = await talk(`/can-bo/ca/${id}/mo`, { reason: form.reason.value });
  if (came?.status !== 200) return say('open-fault', came?.body?.why ?? 'Chưa nối được với máy chủ. Thử lại.');
  opened = { id, replyTo: came.body.replyTo };
  const letters = document.getElementById('letters');
  letters.replaceChildren(...(await Promise.all(came.body.letters.map((one) => show(id, one)))));
  document.getElementById('opened').hidden = false;
  form.hidden = true;
  document.getElementById('letters-title').focus();
}

async function unlock(passphrase) {
  say('open-wait', 'Đang mở khoá…');
  const came = await talk('/can-bo/khoa/toi/cac-khoa');
  const wrapped = came?.body?.wrapped ?? [];
  const tried = await Promise.allSettled(wrapped.map((one) => unlockKey(one, passphrase)));
  keys = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  say('open-wait', '');
  if (keys.length > 0) return true;
  say(
    'open-fault',
    came === null
      ? 'Chưa nối được với máy chủ. Thử lại.'
      : wrapped.length === 0
        ? 'Bạn chưa được trao khoá bàn trực. Hãy nhờ đồng nghiệp đang có khoá trao cho bạn.'
        : 'Mật khẩu bàn trực chưa đúng.',
  );
  return false;
}

/** A letter as an element; one that our keys do not open says so. */
async function show(caseId, { kind, sealed, at }) {
  const who =
    kind === 'from-officer' ? 'Trung tâm trả lời' : kind === 'referral' ? 'Lời nhắn đầu tiên' : 'Người nhắn viết thêm';
  const head = make(
    'p',
    { class: 'when' },
    `${who}, ${new Date(at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short', timeStyle: 'short' })}`,
  );
  for (const key of keys) {
    try {
      const value = await openLetter(sealed, { case: caseId, kind }, key);
      return make(
        'li',
        { class: kind },
        head,
        kind === 'referral' ? referral(value) : make('p', { class: 'words' }, value.text),
      );
    } catch {
      // Sealed to another key: the next one may open it.
    }
  }
  return make(
    'li',
    { class: kind },
    head,
    make('p', { class: 'note' }, 'Thư này được niêm phong bằng khoá khác, bạn không mở được.'),
  );
}

const aboutWords = {
  self: 'Chính người nhắn',
  'other-agreed': 'Người khác, người ấy đã bằng lòng',
  'other-in-danger': 'Người khác, đang nguy hiểm',
};

function referral({ about, way, codeWord, commune, words }) {
  const lines = [
    ['Chuyện của', aboutWords[about] ?? about],
    ['Cách liên lạc an toàn', way],
    ['Từ bí mật', codeWord],
    ['Xã, phường', commune],
    ['Lời kể', words],
  ].filter(([, text]) => text);
  return make(
    'dl',
    {},
    ...lines.flatMap(([name, text]) => [make('dt', {}, name), make('dd', { class: 'words' }, text)]),
  );
}

function useTemplate(select) {
  const words = document.getElementById('words');
  const text = select.selectedOptions[0]?.dataset.text ?? '';
  if (text !== '') words.value = words.value.trim() === '' ? text : `${words.value.trim()}\n\n${text}`;
  select.value = '';
  words.focus();
}

async function reply(form) {
  say('sent', '');
  const words = form.words.value;
  const hour = (new Date().getUTCHours() + 7) % 24;
  const warnings = warningsOf(words, { phones: form.dataset.phones.split(' '), when: form.dataset.when, hour });
  const list = document.getElementById('warnings');
  const isSure = form.sure.checked && list.dataset.for === words;
  list.replaceChildren(...warnings.map((one) => make('li', {}, one)));
  list.dataset.for = words;
  document.getElementById('warned').hidden = warnings.length === 0;
  if (words.trim() === '' || (warnings.length > 0 && !isSure)) {
    form.sure.checked = false;
    return document.getElementById('warned').focus();
  }
  if (opened === null) return say('sent', 'Hãy mở ca trước.');
  const sealed = await sealLetter({ text: words.trim() }, { case: opened.id, kind: 'from-officer' }, opened.replyTo);
  const came = await talk(`/can-bo/ca/${opened.id}/tra-loi`, { sealed });
  if (came?.status !== 200) return say('sent', came?.body?.why ?? 'Chưa gửi được, chữ vẫn còn ở ô trên. Thử lại.');
  const item = await show(opened.id, { kind: 'from-officer', sealed, at: Date.now() });
  document.getElementById('letters').append(item);
  form.words.value = '';
  form.sure.checked = false;
  document.getElementById('warned').hidden = true;
  return say('sent', 'Đã gửi. Thư chờ tới khi người nhắn quay lại xem.');
}
