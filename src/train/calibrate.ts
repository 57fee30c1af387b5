/** Odds a head gave a message it had not learned from, and whether the answer was yes. */
export type Outside = { odds: number; yes: boolean };

/**
 * The line that turns odds into honest ones (Platt): `slope · odds + offset` is the log odds of a yes among messages
 * like these. Fitted by Newton's method on smoothed answers.
 */
export function calibrate(outside: Outside[]): { slope: number; offset: number } {
  const yes = outside.filter((one) => one.yes).length;
  const no = outside.length - yes;
  const high = (yes + 1) / (yes + 2);
  const low = 1 / (no + 2);
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 50; round++) {
    let [gs, go, hss, hso, hoo] = [0, 0, 1e-9, 0, 1e-9];
    for (const { odds, yes: truth } of outside) {
      const chance = 1 / (1 + Math.exp(-(slope * odds + offset)));
      const miss = chance - (truth ? high : low);
      const spread = chance * (1 - chance);
      gs += miss * odds;
      go += miss;
      hss += spread * odds * odds;
      hso += spread * odds;
      hoo += spread;
    }
    const det = hss * hoo - hso * hso;
    const [ds, dO] = [(hoo * gs - hso * go) / det, (hss * go - hso * gs) / det];
    slope -= ds;
    offset -= dO;
    if (Math.abs(ds) + Math.abs(dO) < 1e-9) break;
  }
  return { slope, offset };
}
