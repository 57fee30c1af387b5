import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { roles } from '../../../src/core/officers/role.ts';
import { openContentHouse } from '../../content-desk/house.ts';
import { type Owner, setUp, signedIn } from '../../officers/house.ts';
import { holdsLater, type Target } from '../target.ts';
import { json, text } from '../texts.ts';

/** Every page and form there is, and every field a form reads, as the sources name them. */
const folder = new URL('../../../src/dashboard', import.meta.url).pathname;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const found = (pattern: RegExp) => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map((one) => one[1] ?? ''))),
];
const routes = found(/app\.(?:get|post)\(\s*['`](\/[^'`]*)/g);
const fields = found(/\bname="([a-z-]+)"/g).concat(found(/\('([a-z]+(?:-[a-z]+)*)'\)/g), found(/body, '([a-z-]+)'/g));

const segment = fc.oneof(
  fc.constantFrom(
    'card',
    'the',
    'cau-hoi',
    'tuoi-ket-hon',
    'nop',
    'tra',
    'xem',
    '2026-11',
    '2026-11-26',
    '1',
    '0',
    '-1',
    '..',
    '%00',
    'a'.repeat(300),
  ),
  text.map((one) => encodeURIComponent(one.toWellFormed())),
);
const value = fc.oneof(
  text,
  fc.constantFrom(
    '',
    '1',
    '-1',
    '2026-11-26',
    '2026-13-45',
    '09:00',
    'card-x',
    'quan.tri',
    'admin',
    'on',
    'bật',
    '9'.repeat(40),
    '<script>alert(1)</script>',
  ),
);
const path = fc
  .tuple(fc.constantFrom(...routes), fc.array(segment, { minLength: 4, maxLength: 4 }))
  .map(([route, parts]) => {
    let at = 0;
    return route.replace(/:[a-z]+|\$\{[^}]+\}/g, () => parts[at++ % parts.length] || 'x');
  });
const asked = fc.record({
  role: fc.constantFrom(...roles),
  path,
  query: fc.dictionary(
    fc.constantFrom('tu', 'den', 'kenh', 'xong', 'vi', 'tu-thang', 'den-thang', 'nam', 'trang'),
    value,
    { maxKeys: 3 },
  ),
  form: fc.oneof(
    { weight: 3, arbitrary: fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 6 }) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  body: fc.oneof(json, fc.uint8Array({ maxLength: 80 })),
  how: fc.constantFrom('get', 'form', 'json', 'parts'),
});

/** Whether somebody's own visit ends by it: that is no fault, and signing in again takes long. */
const ends = (where: string) => /\/(ra|ra-het)$/.test(where);

/** The officers' pages and forms: whatever is sent, a page, a form with its fault, or a refusal. */
export const officers: Target[] = [
  holdsLater('officers’ pages and forms: never broken, nothing of a form becomes markup', 1, asked, async () => {
    const house = await openContentHouse();
    const owners = new Map<string, Owner>();
    for (const role of roles) owners.set(role, await setUp(house, `co.${role.replace('-', '.')}`, role));
    return {
      close: () => house.close(),
      async check({ role, path: where, query, form, body, how }) {
        if (ends(where)) return;
        const owner = owners.get(role);
        if (!owner) throw new Error(role);
        const wellFormed = (given: Record<string, string>) =>
          Object.fromEntries(Object.entries(given).map(([name, one]) => [name, one.toWellFormed()]));
        const address = `${where}?${new URLSearchParams(wellFormed(query))}`;
        const told = wellFormed(form ?? {});
        const parts = new FormData();
        for (const [name, one] of Object.entries(told)) parts.append(name, one);
        const raw = body instanceof Uint8Array ? (body as never) : (JSON.stringify(body) ?? '');
        const sent =
          how === 'get'
            ? await owner.browser.get(address)
            : how === 'form'
              ? await owner.browser.post(address, told)
              : await owner.browser.send(address, {
                  method: 'POST',
                  body: how === 'parts' ? parts : raw,
                  ...(how === 'json' ? { headers: { 'content-type': 'application/json' } } : {}),
                });
        expect(sent.status).toBeLessThan(500);
        expect(sent.text).not.toContain('<script>alert(1)</script>');
        // Whoever was locked or changed by another account's form comes back in.
        if (sent.to?.includes('/vao')) owners.set(role, { ...owner, browser: await signedIn(house, owner) });
      },
    };
  }),
];
