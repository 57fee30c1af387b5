import { Hono } from 'hono';
import { html } from 'hono/html';
import { loadAssets } from '../assets.ts';
import { page } from '../frame.ts';
import { guard } from '../guard.ts';
import { base, type Env } from '../house.ts';

/** The only officers' page while the operator has set no key. */
export function unsetPage(): Hono<Env> {
  const app = new Hono<Env>().basePath(base);
  guard(app);
  for (const { path, type, body } of loadAssets()) app.get(path, (c) => c.body(body, 200, { 'Content-Type': type }));
  app.all('*', (c) =>
    page(
      c,
      {
        title: 'Trang cán bộ chưa mở',
        narrow: true,
        body: html`<p>Người vận hành cần đặt <code>OFFICER_KEY</code> trên máy chủ, giống nhau trên mọi máy cùng chạy, rồi chạy lại Hoa Ban. Xem <code>.env.example</code>.</p>
<p>Trang hỏi đáp cho người dân <a href="/">vẫn chạy</a>.</p>`,
      },
      503,
    ),
  );
  return app;
}
