import fc from 'fast-check';

/** Something that must hold of whatever comes in. `weight` shares the cases of a run out: cheap targets get more. */
export type Target = {
  name: string;
  weight: number;
  open: () => Promise<Opened>;
};
type Property = Parameters<typeof fc.check>[0];
type Opened = { property: Property; close?: () => Promise<void> };

/** A target that needs nothing opened. */
export function holds<T>(name: string, weight: number, given: fc.Arbitrary<T>, check: (one: T) => void): Target {
  return { name, weight, open: async () => ({ property: fc.property(given, check) as Property }) };
}

/** A target whose check waits for something; `make` opens what it works on. */
export function holdsLater<T>(
  name: string,
  weight: number,
  given: fc.Arbitrary<T>,
  make: () => Promise<{ check: (one: T) => Promise<void>; close?: () => Promise<void> }>,
): Target {
  return {
    name,
    weight,
    async open() {
      const { check, ...rest } = await make();
      return { property: fc.asyncProperty(given, check) as Property, ...rest };
    },
  };
}

/** How many of `total` cases each target gets; never none. */
export function shareOut(targets: readonly Target[], total: number): number[] {
  const all = targets.reduce((sum, { weight }) => sum + weight, 0);
  return targets.map(({ weight }) => Math.max(1, Math.round((total * weight) / all)));
}

export type Ran = { cases: number; failure: string | null };

/** Runs one target. The same seed and number of cases give the same cases. `failure` holds the smallest one found. */
export async function run({ open }: Target, cases: number, seed: number): Promise<Ran> {
  const { property, close } = await open();
  try {
    const ran = await fc.check(property, { seed, numRuns: cases });
    return { cases: ran.numRuns, failure: ran.failed ? (fc.defaultReportMessage(ran as never) ?? 'failed') : null };
  } finally {
    await close?.();
  }
}
