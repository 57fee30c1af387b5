import { may } from '../../core/officers/role.ts';
import type { Ctx } from '../house.ts';
import { visitOf } from '../only.ts';

/** Whether whoever looks may write drafts. */
export function mayWrite(c: Ctx): boolean {
  return may(visitOf(c).credentials.officer.role, 'content-write');
}
