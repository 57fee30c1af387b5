// Keeps a page of the desk fresh and moves between its pages without leaving: an unlocked key lives in this page only.

const everyMs = 10_000;
const here = () => location.pathname + location.search;

/** A page of ours as a document: no script of it runs. `null` when the server cannot be reached. */
function fetchPage(url, { method = 'GET', body = null, live = false } = {}) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    request.responseType = 'document';
    if (live) request.setRequestHeader('x-live', '1');
    if (body !== null) request.setRequestHeader('content-type', 'application/x-www-form-urlencoded');
    request.onload = () => resolve({ page: request.responseXML, url: request.responseURL });
    request.onerror = () => resolve(null);
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
  const { pathname, search } = new URL(came.url);
  if (options.back !== true && pathname + search !== here()) history.pushState(null, '', pathname + search);
  document.querySelector('main').focus();
  dispatchEvent(new Event('desk-page'));
  return undefined;
}

/** Puts what changed on the server in its place, leaving the rest of the page (and what is typed in it) alone. */
async function refresh() {
  if (document.hidden || document.querySelector('[data-live]') === null) return;
  const came = await fetchPage(here(), { live: true });
  if (came === null || !came.page) return;
  if (isSignedOut(came)) return;
  for (const fresh of came.page.querySelectorAll('[data-live]')) {
    const old = document.getElementById(fresh.id);
    if (old === null || old.textContent === fresh.textContent) continue;
    tell(old, fresh);
    const focused = old.contains(document.activeElement) ? document.activeElement.id : '';
    old.replaceWith(document.adoptNode(fresh));
    if (focused !== '') document.getElementById(focused)?.focus();
  }
}

/** Says aloud that more waits than before. */
function tell(old, fresh) {
  const news = document.getElementById('news');
  if (news !== null && Number(fresh.dataset.waiting) > Number(old.dataset.waiting))
    news.textContent = fresh.dataset.news;
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
setInterval(refresh, everyMs);
document.addEventListener('visibilitychange', refresh);
