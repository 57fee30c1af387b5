import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { type Consent, codeIn, type Granted, type OAuth } from '../channels/zalo/oa/oauth.ts';
import { AppError } from '../core/errors.ts';
import type { TokenStore } from '../core/oa-tokens.ts';

type Options = {
  consent: Consent;
  oauth: Pick<OAuth, 'exchange'>;
  store: Pick<TokenStore, 'replace'>;
  input: Readable;
  output: Writable;
};

const wrongAddress = {
  'no-address': 'Đó chưa phải là một địa chỉ. Chép cả dòng trên thanh địa chỉ, bắt đầu bằng https://',
  'other-state': 'Địa chỉ này không phải của lần đăng nhập này. Mở lại địa chỉ ở bước 1, đồng ý rồi chép dòng mới.',
  'no-code': 'Địa chỉ này không có mã. Có thể bạn chưa bấm đồng ý. Mở lại địa chỉ ở bước 1.',
} as const;

/**
 * Walks an operator through the consent page and keeps the first tokens. Throws `login-failed` with what to do. The
 * code is worth nothing without the verifier, which never leaves this process except to Zalo.
 */
export async function logIn({ consent, oauth, store, input, output }: Options): Promise<void> {
  const say = (...lines: string[]) => output.write(`${lines.join('\n')}\n`);
  say(
    'Đăng nhập Zalo Official Account cho Hoa Ban.',
    '',
    '1. Mở địa chỉ sau bằng trình duyệt, với tài khoản quản trị OA, rồi bấm đồng ý:',
    '',
    `   ${consent.url}`,
    '',
    '2. Trình duyệt chuyển sang một trang khác (trang trắng hay báo lỗi cũng được). Trong 10 phút, chép cả dòng trên',
    '   thanh địa chỉ của trang đó, dán vào đây rồi nhấn Enter:',
    '',
  );
  const code = await askForCode();
  const granted = await oauth.exchange(code, consent.verifier);
  if (granted.kind !== 'tokens') throw new AppError('login-failed', failure(granted));
  await store.replace(granted.tokens);
  say('', 'Xong. Đã cất khóa gửi tin (mã hóa). Dịch vụ đang chạy sẽ tự dùng trong một phút; chưa chạy thì: npm start');

  async function askForCode(): Promise<string> {
    const lines = createInterface({ input, output, historySize: 0 });
    try {
      for await (const line of lines) {
        if (line.trim() === '') continue;
        const found = codeIn(line, consent);
        if (typeof found === 'object') return found.code;
        say(wrongAddress[found]);
      }
    } finally {
      lines.close();
    }
    throw new AppError('login-failed', 'Chưa có địa chỉ nào được dán vào. Chạy lại: npm run zalo:login');
  }
}

function failure(granted: Exclude<Granted, { kind: 'tokens' }>): string {
  switch (granted.kind) {
    case 'unspent':
    case 'unknown':
      return 'Không nối được với Zalo, hoặc Zalo đang hỏng. Xem mạng rồi chạy lại: npm run zalo:login';
    case 'reused':
    case 'refused':
      return 'Zalo không nhận mã này (quá 10 phút, đã dùng, hoặc ZALO_OA_APP_ID, ZALO_OA_APP_SECRET sai). Chạy lại: npm run zalo:login';
  }
}
