import { hash, verify } from '@node-rs/argon2';

/** 19 MiB and two passes: what OWASP asks of argon2id (Password Storage Cheat Sheet). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Thrown when too many passwords are being looked at already. */
export class TooBusy extends Error {}

export type Passwords = {
  hash(password: string): Promise<string>;
  /** Whether it is the password. `null`, nobody's hash, takes as long and is always `false`. */
  fits(hash: string | null, password: string): Promise<boolean>;
};

/** Looks at `atOnce` passwords at a time and lets `mostWaiting` wait, so that a flood costs neither memory nor turns. */
export function makePasswords({ atOnce = 2, mostWaiting = 20 } = {}): Passwords {
  let running = 0;
  const waiting: Array<() => void> = [];
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new TooBusy();
      await new Promise<void>((go) => waiting.push(go));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
  const plain = (password: string) => password.normalize('NFKC');
  let nobody: Promise<string> | null = null;
  return {
    hash: (password) => inTurn(() => hash(plain(password), cost)),
    fits: (known, password) =>
      inTurn(async () => {
        nobody ??= hash('nobody has this password', cost);
        const fits = await verify(known ?? (await nobody), plain(password));
        return known !== null && fits;
      }),
  };
}
