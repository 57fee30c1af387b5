import type { Passage } from '../passage.ts';
import { fold } from '../vietnamese/fold.ts';

const violence =
  /bao luc|danh dap|xam hai|mua ban (nguoi|phu nu|tre em)|bi mua ban|quay roi|cuong (ep|hiep|dam)|hiep dam|nguoc dai|hanh ha|tam lanh|cam tiep xuc|tao hon|giam cam|ep quan he|de doa/;

/** Whether the passage speaks of violence, so that its answer ends with the quiet offer of help. */
export function speaksOfViolence(passage: Passage): boolean {
  return violence.test(fold(`${passage.title} ${passage.say}`));
}
