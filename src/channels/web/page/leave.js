// Leaving fast, and what is known of this visit. Loaded on its own, so that it works even when the chat does not.

let session = null;
const forgetters = [];

/** The random id of this visit. It lives in this variable only: no cookie, no storage. */
export function sessionId() {
  if (session === null) {
    const bytes = crypto.getRandomValues(new Uint8Array(20));
    session = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }
  return session;
}

/** Has `forget` called whenever the words on the page must go. */
export function whenForgotten(forget) {
  forgetters.push(forget);
}

/** Clears the page and the session; the caller tells the server. Returns the old session, or `null`. */
export function forget() {
  const old = session;
  session = null;
  for (const one of forgetters) {
    try {
      one();
    } catch {
      // One part that fails to clear must not keep the others.
    }
  }
  return old;
}

/** Forgets, and tells the server with a beacon, which outlives the page. */
function forgetEverywhere() {
  const old = forget();
  if (old === null) return;
  try {
    navigator.sendBeacon('/xoa', new Blob([JSON.stringify({ session: old })], { type: 'application/json' }));
  } catch {
    // The server forgets by itself; leaving comes first.
  }
}

/** Shows the calendar at once, without the network, then goes to it so that "back" does not lead here. */
function leave() {
  forgetEverywhere();
  const template = document.getElementById('cover');
  // Already left: the calendar is on its way.
  if (template === null) return;
  const cover = template.content.cloneNode(true);
  document.getElementById('page-style').remove();
  document.getElementById('cover-style').media = 'all';
  document.querySelector('link[rel=icon]').href = 'data:,';
  document.title = 'Lịch';
  document.body.textContent = '';
  document.body.append(cover);
  // The same title as the calendar's own page: "Tháng 11 2026" is its heading.
  const heading = document.querySelector('h1')?.textContent ?? '';
  document.title = heading.replace(/^T(háng \d+) (\d+)$/, 'Lịch t$1 năm $2') || 'Lịch';
  scrollTo(0, 0);
  if (navigator.onLine === false) history.replaceState(null, '', '/lich');
  else location.replace(document.body.dataset.exit);
}

document.getElementById('leave').addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});

let lastEscape = Number.NEGATIVE_INFINITY;
addEventListener(
  'keydown',
  (event) => {
    if (event.key !== 'Escape' || event.repeat) return;
    if (event.timeStamp - lastEscape < 2000) leave();
    lastEscape = event.timeStamp;
  },
  true,
);

// A page kept for the "back" button must hold no words, whichever way the person left.
addEventListener('pagehide', forgetEverywhere);
addEventListener('pageshow', (event) => {
  if (event.persisted) forgetEverywhere();
});
