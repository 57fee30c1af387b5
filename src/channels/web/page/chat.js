// The talk: takes words and taps, sends them one after another, and shows what comes back.
import { answerMessage, growingMessage, ownMessage } from './bubbles.js';
import { forget, sessionId, whenForgotten } from './leave.js';
import { readPieces } from './pieces.js';

const patienceMs = 25_000;
const part = (id) => document.getElementById(id);
const [start, log, words, failed, sure, erased] = ['start', 'log', 'words', 'failed', 'sure', 'erased'].map(part);

/** Messages on their way, oldest first: `{ say, choice, shown }`; `choice` is `null` for typed words. */
let waiting = [];
let underway = null;
/** The tap that failed last; typed words that failed are back in the input instead. */
let failedChoice = null;

function ask(say, choice) {
  failed.hidden = true;
  failedChoice = null;
  erased.textContent = '';
  start.hidden = true;
  const shown = ownMessage(say);
  log.append(shown.node);
  shown.node.scrollIntoView({ block: 'nearest' });
  waiting.push({ say, choice, shown });
  log.dataset.busy = '';
  if (underway === null) void sendAll();
  return shown.node;
}

async function sendAll() {
  while (waiting.length > 0) {
    const call = new AbortController();
    underway = call;
    const timer = setTimeout(() => call.abort(), patienceMs);
    const outcome = await send(waiting[0], call.signal);
    clearTimeout(timer);
    // The talk was erased meanwhile: this answer belongs to nobody.
    if (underway !== call) return;
    underway = null;
    if (waiting.length < 2 || outcome.trouble) delete log.dataset.busy;
    if (outcome.trouble) return giveBack(outcome.trouble);
    show(outcome.answer, waiting.shift());
  }
}

/** The answer, or the trouble to show: words from the server, or the name of a text that is in the page. */
async function send({ say, choice }, signal) {
  const growing = growingMessage();
  const body = choice === null ? { session: sessionId(), text: say } : { session: sessionId(), choice };
  try {
    const response = await fetch('/tin', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' },
      body: JSON.stringify(body),
      credentials: 'omit',
      signal,
    });
    if (/^text\/event-stream/.test(response.headers.get('content-type'))) {
      const { status, answer } = await readPieces(response.body, (text) => {
        // The talk may have been erased meanwhile.
        if (signal.aborted) return;
        growing.grow(text);
        log.append(growing.node);
        growing.node.scrollIntoView({ block: 'nearest' });
      });
      return status === 200 ? { answer } : { trouble: answer.bubbles[0] };
    }
    const answer = await response.json();
    return response.ok ? { answer } : { trouble: answer.bubbles[0] };
  } catch {
    return { trouble: signal.aborted ? 'late' : 'offline' };
  } finally {
    growing.node.remove();
  }
}

function show(answer, { shown }) {
  shown.sent();
  // Only the newest offers stay: an old button must not answer a new question.
  for (const old of log.querySelectorAll('.offers')) old.remove();
  const message = answerMessage(answer, (offer) => {
    if (offer.choice === 'erase') askSure();
    else ask(offer.label, offer.choice).focus({ preventScroll: true });
  });
  log.append(message);
  message.scrollIntoView({ block: 'nearest' });
}

/** Takes unsent messages off the page and puts typed words back where the person can change or send them. */
function giveBack(trouble) {
  const unsent = waiting;
  waiting = [];
  for (const { shown } of unsent) shown.node.remove();
  const typed = unsent.filter(({ choice }) => choice === null).map(({ say }) => say);
  words.value = [...typed, words.value]
    .filter((one) => one.trim() !== '')
    .join('\n')
    .slice(0, words.maxLength);
  failedChoice = typed.length > 0 ? null : unsent[0];
  if (log.childElementCount === 0) start.hidden = false;
  const why = part('failed-why');
  why.textContent = why.dataset[trouble] || trouble;
  failed.hidden = false;
  grow();
}

function submit() {
  const say = words.value.trim();
  if (say === '') return words.focus();
  words.value = '';
  grow();
  if (/^\/?(xoá|xóa|xoa)( hết| het)?$/i.test(say)) askSure();
  else ask(say, null);
}

/** The input grows with its words; the counter shows only near the limit. */
function grow() {
  words.style.height = 'auto';
  words.style.height = `${words.scrollHeight + 2}px`;
  const left = words.maxLength - words.value.length;
  part('left').textContent = left <= 200 ? `Còn ${left} chữ cái` : '';
}

function askSure() {
  sure.hidden = false;
  part('erase').setAttribute('aria-expanded', 'true');
  part('sure-no').focus();
}

function closeSure() {
  sure.hidden = true;
  part('erase').setAttribute('aria-expanded', 'false');
}

async function erase() {
  closeSure();
  const session = forget();
  words.focus();
  let done = session === null;
  try {
    const body = JSON.stringify({ session });
    const sent = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body, credentials: 'omit' };
    if (session !== null) done = (await fetch('/xoa', sent)).ok;
  } catch {
    // Said below.
  }
  erased.textContent = done ? erased.dataset.done : erased.dataset.failed;
}

whenForgotten(() => {
  if (underway !== null) underway.abort();
  underway = null;
  waiting = [];
  failedChoice = null;
  words.value = '';
  log.textContent = '';
  delete log.dataset.busy;
  erased.textContent = '';
  failed.hidden = true;
  start.hidden = false;
  closeSure();
  grow();
});

part('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  submit();
});
words.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  submit();
});
words.addEventListener('input', grow);
part('examples').addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button) ask(button.textContent, null).focus({ preventScroll: true });
});
part('retry').addEventListener('click', () => {
  if (failedChoice === null) submit();
  else ask(failedChoice.say, failedChoice.choice);
  words.focus();
});
part('erase').addEventListener('click', () => (sure.hidden ? askSure() : closeSure()));
part('sure-yes').addEventListener('click', erase);
part('sure-no').addEventListener('click', () => {
  closeSure();
  words.focus();
});
part('urgent').addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !part('urgent').open) return;
  part('urgent').open = false;
  part('urgent').querySelector('summary').focus();
});
addEventListener('click', (event) => {
  const urgent = part('urgent');
  if (urgent && !urgent.contains(event.target)) urgent.open = false;
});

// Large text on a small screen: the words keep the room, and only the ways to help and out stay in place.
const frame = [document.querySelector('header'), part('ask'), part('erase')];
function settle() {
  document.body.classList.remove('cramped');
  const tall = frame.reduce((sum, { offsetHeight }) => sum + offsetHeight, 0);
  document.body.classList.toggle('cramped', tall > innerHeight * 0.45);
}
const watch = new ResizeObserver(settle);
for (const one of [...frame, document.documentElement]) watch.observe(one);
addEventListener('resize', settle);
