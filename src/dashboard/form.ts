import { html, raw } from 'hono/html';
import type { Markup } from './frame.ts';

type Field = {
  id: string;
  label: string;
  type?: 'text' | 'password';
  autocomplete: string;
  hint?: string;
  value?: string;
  /** Figures only: phones show the number keys. */
  numeric?: boolean;
  focus?: boolean;
};

/** One labelled input; its name in the form is its id. */
export function field({ id, label, type = 'text', autocomplete, hint, value = '', numeric, focus }: Field): Markup {
  return html`<p class="field">
<label for="${id}">${label}</label>
<input id="${id}" name="${id}" type="${type}" required maxlength="200" autocomplete="${autocomplete}" autocapitalize="none" spellcheck="false" value="${value}"${numeric ? raw(' inputmode="numeric"') : ''}${hint === undefined ? '' : html` aria-describedby="${id}-hint"`}${focus ? raw(' autofocus') : ''}>
${hint === undefined ? '' : html`<small id="${id}-hint">${hint}</small>`}
</p>`;
}

/** Says why something was not done. Read out at once. */
export function fault(why: string | null): Markup | '' {
  return why === null ? '' : html`<p class="fault" role="alert">${why}</p>`;
}

/** Says that something was done. */
export function done(what: string | null): Markup | '' {
  return what === null ? '' : html`<p class="done" role="status">${what}</p>`;
}

/** The text of a field of a submitted form; empty when it is missing or a file. */
export function typed(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}

/** How long to wait, as people say it. */
export function waitWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000);
  return ms < 60_000 ? `${Math.ceil(ms / 1000)} giây` : `${minutes} phút`;
}
