// Keeps a page of the desk fresh and moves between its pages without leaving: an unlocked key lives in this page only.
// It asks for a short mark of the queue and fetches the page only when that changed: no line is held open, which proxies
// cut or keep back, and any replica can answer.

const everyMs = 4_000;
/** Behind other windows; the browser makes it rarer still. */
const everyHiddenMs = 20_000;
/** The clocks on the page go on while nothing changes. */
const clockMs = 60_000;
const longestWaitMs = 30_000;
const answerMs = 15_000;
const here = () => location.pathname + location.search;

/** A page of ours as a document: no script of it runs. `null` when the server cannot be reached. */
function fetchPage(url, { method = 'GET', body = null, live = false } = {}) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.responseType = 'document';
    if (live) {
      request.setRequestHeader('x-live', '1');
      request.timeout = answerMs;
    }
    if (body !== null) request.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
    request.onload = () => resolve({ page: request.responseXML, url: request.responseURL });
    request.onerror = () => resolve(null);
    request.ontimeout = () => resolve(null);
    request.send(body);
  });
}

/** Leaves for the sign-in page when the visit is over. */
function isSignedOut({ url }) {
  if (!new URL(url).pathname.startsWith('/can-bo/vao')) return false;
  location.replace('/can-bo/vao?vi=het-gio');
  return true;
}

/** Shows another page of the desk in place of this one. */
export async function go(url, options = {}) {
  const came = await fetchPage(url, options);
  const main = came?.page?.querySelector('main');
  if (!came || !main) return location.assign(url);
  if (isSignedOut(came)) return undefined;
  document.querySelector('main').replaceWith(document.adoptNode(main));
  document.title = came.page.title;
  freshAt = Date.now();
  const shown = addressOf(came.url, url, options);
  if (options.back !== true && shown !== here()) history.pushState(null, '', shown);
  document.querySelector('main').focus();
  dispatchEvent(new Event('desk-page'));
  return undefined;
}

/** Where the page shown can be asked for again: a form that was refused is answered with the queue. */
function addressOf(came, asked, { method = 'GET' }) {
  if (method === 'POST' && came === new URL(asked, location.href).href) return '/can-bo/ca';
  const { pathname, search } = new URL(came);
  return pathname + search;
}

/** Puts what changed on the server in its place, leaving the rest of the page (and what is typed in it) alone. */
async function refresh() {
  const came = await fetchPage(here(), { live: true });
  if (!came?.page?.querySelector('main')) return false;
  if (isSignedOut(came)) return true;
  for (const old of document.querySelectorAll('[data-live]')) {
    const fresh = came.page.getElementById(old.id);
    // Withdrawn, closed, or in other hands: what is open here must not stay.
    if (fresh === null || fresh.dataset.hands !== old.dataset.hands) {
      await go(here(), { back: true });
      return true;
    }
    if (old.textContent === fresh.textContent) continue;
    tell(old, fresh);
    const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
    old.replaceWith(document.adoptNode(fresh));
    if (focused !== '') document.getElementById(focused)?.focus();
  }
  document.title = came.page.title;
  return true;
}

/** Says aloud that more waits than before. */
function tell(old, fresh) {
  const news = document.getElementById('news');
  if (news !== null && Number(fresh.dataset.waiting) > Number(old.dataset.waiting))
    news.textContent = fresh.dataset.news;
}

let mark = null;
let freshAt = Date.now();
let failures = 0;
let timer = 0;
let looking = false;

/** Whether the server answered. */
async function look() {
  try {
    const response = await fetch('/can-bo/ca/dau', {
      headers: { accept: 'application/json', 'x-live': '1' },
      signal: AbortSignal.timeout(answerMs),
    });
    if (response.status === 401) location.replace('/can-bo/vao?vi=het-gio');
    if (!response.ok) return false;
    const { mark: now } = await response.json();
    if (now === mark && failures === 0 && Date.now() - freshAt < clockMs) return true;
    // The first mark says nothing of the page, which may be older: it is fetched once more.
    if (!(await refresh())) return false;
    mark = now;
    freshAt = Date.now();
    return true;
  } catch {
    return false;
  }
}

/** Looks once, says when the line is lost and when it is back, and looks again later: ever more rarely while it is lost. */
async function keepLooking() {
  if (looking) return;
  looking = true;
  clearTimeout(timer);
  const isHere = document.querySelector('[data-live]') === null || (await look());
  failures = isHere ? 0 : failures + 1;
  sayLine();
  looking = false;
  const usual = document.hidden ? everyHiddenMs : everyMs;
  timer = setTimeout(keepLooking, Math.min(usual * 2 ** failures, Math.max(usual, longestWaitMs)));
}

/** One lost look is a hiccup; from the second on the officer must know that the page may be old. */
function sayLine() {
  const line = document.getElementById('line');
  if (line === null) return;
  const at = new Date(freshAt).toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'short' });
  const said = failures < 2 ? '' : `Mất nối với máy chủ. Trang này là lúc ${at}, có thể đã cũ. Đang tự nối lại.`;
  if (line.textContent !== said) line.textContent = said;
  line.hidden = said === '';
}

addEventListener('click', (event) => {
  const link = event.target.closest('a[data-stay]');
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.href);
});
addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('form[data-stay]')) return;
  event.preventDefault();
  go(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)).toString() });
});
addEventListener('popstate', () => go(here(), { back: true }));
addEventListener('online', keepLooking);
addEventListener('pageshow', keepLooking);
document.addEventListener('visibilitychange', keepLooking);
