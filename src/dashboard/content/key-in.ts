import type { Context } from 'hono';
import type { ContentDesk, ItemView } from '../../core/content/desk.ts';
import type { ItemKey } from '../../core/content/item.ts';
import type { Env } from '../house.ts';
import { idIn, kindIn } from './address.ts';

/** The thing that the address names. */
export function keyIn(c: Context<Env>): ItemKey | null {
  const kind = kindIn(c.req.param('loai'));
  const id = idIn(c.req.param('ma'));
  return kind === null || id === null ? null : { kind, id };
}

export async function viewIn(c: Context<Env>, desk: ContentDesk): Promise<ItemView | null> {
  const key = keyIn(c);
  return key === null ? null : desk.view(key);
}
