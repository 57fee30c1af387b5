// Keeps the progress of a message fresh while it goes out, and shows the page anew when its state changes.

const everyMs = 2_000;
const answerMs = 15_000;

async function look() {
  const bar = document.getElementById('progress');
  const state = document.getElementById('state');
  try {
    const response = await fetch(`${location.pathname}/tien-do`, {
      headers: { accept: 'application/json', 'x-live': '1' },
      signal: AbortSignal.timeout(answerMs),
    });
    if (response.status === 401) return location.replace('/can-bo/vao?vi=het-gio');
    if (response.ok) {
      const now = await response.json();
      if (now.state !== state.dataset.state) return location.replace(location.pathname);
      if (bar !== null && now.far !== null) {
        bar.value = now.far.done;
        document.getElementById('far').textContent = now.words;
      }
    }
  } catch {
    // The next look may reach the server again.
  }
  return setTimeout(look, everyMs);
}

setTimeout(look, everyMs);
