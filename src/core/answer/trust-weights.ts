import type { TrustName } from './trust.ts';

/** What each ground speaks for or against the best candidate. Written by `npm run fit -- answers`; not by hand. */
export const trustWeights: Readonly<Partial<Record<TrustName, number>>> = {
  always: -4.2414,
  share: 3.8091,
  score: 0.34987,
  gap: -0.20562,
  likeness: 0.061857,
  'close-likeness': 0.54895,
  'phrasing-met': 1.3571,
  'asked-met': -1.344,
  coverage: -0.52801,
  'core-coverage': 0.93211,
  'pair-coverage': 0.16291,
  written: 0.32874,
  unheard: -0.033597,
  'pairs-unheard': -0.56804,
  'rarest-missing': -0.41849,
  'pairs-unasked': -1.4787,
  'elsewhere-gap': -0.30484,
  'elsewhere-likeness': 0.27389,
  'wants-said': 0.26886,
  'wants-missing': -0.010663,
  'prison-missing': -0.094751,
  'other-document': -1.2604,
  company: 0.3143,
  short: 0.021505,
};
