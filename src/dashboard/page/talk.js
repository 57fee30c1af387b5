// Speaks to the server in JSON, for what is sealed here.

/** The answer's body and status; `null` when the server cannot be reached. Leaves when the visit is over. */
export async function talk(url, body) {
  try {
    const response = await fetch(url, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.status === 401) location.replace('/can-bo/vao?vi=het-gio');
    return { status: response.status, body: await response.json() };
  } catch {
    return null;
  }
}

/** An element with text and children. Text is always text. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Shows one line in a place that is read aloud. */
export function say(id, text) {
  const place = document.getElementById(id);
  if (place === null) return;
  place.textContent = text;
  place.hidden = text === '';
}
