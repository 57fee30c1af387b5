import { hkdfSync } from 'node:crypto';
import type { Sealing } from '../core/referral/sealing.ts';
import { isPublicKey, isSealedTo, openLetter, sealLetter } from './letter.ts';
import { newReceipt } from './receipt.ts';
import { lookupOf, makeReturn, openReturn } from './return-key.ts';

/** Sealing with a secret that is kept outside the database; it must stay the same as long as cases are open. */
export function makeSealing(secret: string): Sealing {
  const pepper = Buffer.from(hkdfSync('sha256', secret, 'hoa-ban', 'desk returns', 32));
  const nobody = Buffer.alloc(128);
  return {
    seal: sealLetter,
    open: openLetter,
    isSealedTo,
    isPublicKey,
    async makeReturn(codeWord) {
      const receipt = newReceipt();
      return { receipt, ...(await makeReturn(receipt, codeWord, pepper)) };
    },
    openReturn: (lock, receipt, codeWord) => openReturn(lock ?? nobody, receipt, codeWord, pepper),
    lookupOf: (receipt) => lookupOf(receipt, pepper),
  };
}
