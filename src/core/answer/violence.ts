import type { Passage } from '../passage.ts';
import { fold } from '../vietnamese/fold.ts';

const violence =
  /bao luc|danh dap|danh (vo|chong|con|nguoi)|xam hai|mua ban (nguoi|phu nu|tre em)|bi (mua )?ban|quay roi|cuong (ep|hiep|dam|buc)|hiep dam|dam o|nguoc dai|hanh ha|tam lanh|cam tiep xuc|tao hon|giam cam|nhot|ep (quan he|cuoi|buoc|lay)|de doa|chui|lang ma|bo doi|keo vo/;

/** Kinds of passage that tell of acts, money and offices, even where violence is their field. */
const ofOffices = new Set<Passage['facts']['kind']>([
  'act',
  'budget',
  'agency',
  'model',
  'update',
  'commune',
  'objective',
]);

/**
 * Whether the passage is about violence itself, so that its answer ends with the quiet offer of help: its title says
 * so, or its answer does and so do many of the ways people ask for it. An act's entry into force is about the act.
 */
export function speaksOfViolence(passage: Passage): boolean {
  const before = known.get(passage);
  if (before !== undefined) return before;
  const speaks = isOfViolence(passage);
  known.set(passage, speaks);
  return speaks;
}

/** Read when first wanted, and kept: a passage does not change. */
const known = new WeakMap<Passage, boolean>();

function isOfViolence({ facts, title, say, ask }: Passage): boolean {
  const named = fold(title);
  if (ofOffices.has(facts.kind) || /\bhieu luc\b|\btham quyen\b|\bpham vi dieu chinh\b/.test(named)) return false;
  if (violence.test(facts.kind === 'indicator' ? fold(facts.label) : named)) return true;
  if (!violence.test(fold(say)) || ask.length === 0) return false;
  return ask.filter((one) => violence.test(fold(one))).length * 3 >= ask.length;
}
