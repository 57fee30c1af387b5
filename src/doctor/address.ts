import { connect } from 'node:tls';
import type { Config } from '../config.ts';
import { ask } from './ask.ts';
import { bad, type Finding, look, ok, unknown } from './finding.ts';

const dayMs = 86_400_000;
const soonDays = 14;

/** The addresses by which the world reaches this service: https, a certificate that holds, a proxy that leads here. */
export async function examineAddress({ telegram, zaloBot, host, port }: Config, now: Date): Promise<Finding[]> {
  const urls = [telegram, zaloBot].flatMap((one) =>
    one.kind === 'on' && one.mode.kind === 'webhook' ? [one.mode.url] : [],
  );
  const origins = [...new Set(urls.map((url) => new URL(url).origin))];
  const near = host === 'localhost' || host.startsWith('127.') || host === '::1';
  if (origins.length === 0)
    return [
      near
        ? look(
            'address',
            `Trang web chỉ mở được trên máy này (HOST=${host}). Cho người dân dùng thì đặt một proxy có https phía trước.`,
          )
        : look(
            'address',
            `Cổng ${port} mở ra ngoài máy. Trang cán bộ cần https: đặt proxy có chứng chỉ phía trước và chặn cổng này từ ngoài.`,
          ),
    ];
  return (await Promise.all(origins.map((origin) => examineOrigin(origin, now)))).flat();
}

async function examineOrigin(origin: string, now: Date): Promise<Finding[]> {
  const { protocol, hostname, port } = new URL(origin);
  if (protocol !== 'https:')
    return [
      bad(
        'address',
        'Địa chỉ webhook phải bắt đầu bằng https://. Đặt proxy có chứng chỉ (ví dụ Caddy) phía trước rồi sửa lại địa chỉ.',
      ),
    ];
  const until = await certificateUntil(hostname, Number(port) || 443);
  const asked = await ask(`${origin}/health`);
  if (asked.kind === 'unreached')
    return [
      asked.certificate
        ? bad(
            'address',
            `Chứng chỉ https của ${hostname} không hợp lệ. Xin lại chứng chỉ; Zalo và Telegram sẽ không giao tin.`,
          )
        : unknown(
            'address',
            `Không tới được ${hostname} từ máy này nên chưa xem được https. Thử mở địa chỉ đó từ máy khác.`,
          ),
    ];
  const leads = asked.status === 200 && (asked.body as { ok?: unknown } | null)?.ok === true;
  return [
    leads
      ? ok('address', `${hostname} có https và dẫn tới Hoa Ban.`)
      : bad(
          'address',
          `${hostname} trả lời nhưng không dẫn tới Hoa Ban. Xem lại cài đặt proxy, và Hoa Ban có đang chạy không.`,
        ),
    until !== null && until.getTime() - now.getTime() < soonDays * dayMs
      ? bad(
          'address',
          `Chứng chỉ https của ${hostname} hết hạn trong ${Math.max(0, Math.floor((until.getTime() - now.getTime()) / dayMs))} ngày. Gia hạn ngay.`,
        )
      : [],
  ].flat();
}

/** When the certificate ends; `null` when it cannot be seen. Never rejects. */
function certificateUntil(hostname: string, port: number): Promise<Date | null> {
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port, servername: hostname, rejectUnauthorized: false, timeout: 5_000 });
    const end = (until: Date | null) => {
      socket.destroy();
      resolve(until);
    };
    socket.once('secureConnect', () => {
      const until = new Date(socket.getPeerCertificate().valid_to);
      end(Number.isNaN(until.getTime()) ? null : until);
    });
    socket.once('error', () => end(null));
    socket.once('timeout', () => end(null));
  });
}
