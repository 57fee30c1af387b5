import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type House, openHouse } from './house.ts';
import type { Noticed } from './people.ts';

/** A failure on purpose. `people` are writing all the while; `pace` stretches the times. */
export type Drill = {
  name: string;
  says: string;
  open: () => Promise<House>;
  fail: (house: House, pace: number) => Promise<void>;
};

/** After the failure is over, everybody should have been answered by then. */
const patienceMs = 90_000;
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
/** Another clock than the rest of the world: twenty minutes ahead. */
const ahead = `data:text/javascript,${encodeURIComponent(`
  const Real = Date;
  const now = () => Real.now() + 20 * 60_000;
  globalThis.Date = class extends Real {
    constructor(...given) { if (given.length === 0) super(now()); else super(...given); }
    static now() { return now(); }
  };`)}`;

export const drills: readonly Drill[] = [
  {
    name: 'database-restart',
    says: 'the database ends at once and starts again',
    open: openHouse,
    async fail({ server }, pace) {
      await server.crash();
      await wait(3_000 * pace);
      await server.restart();
    },
  },
  {
    name: 'network-cut',
    says: 'the line to the database is cut, then silent, then back',
    open: openHouse,
    async fail({ cable }, pace) {
      cable.set({ kind: 'cut' });
      await wait(3_000 * pace);
      cable.set({ kind: 'silent' });
      await wait(8_000 * pace);
      cable.set({ kind: 'sound' });
    },
  },
  {
    name: 'slow-database',
    says: 'every word to and from the database takes a third of a second',
    open: openHouse,
    async fail({ cable }, pace) {
      cable.set({ kind: 'slow', ms: 300 });
      await wait(8_000 * pace);
      cable.set({ kind: 'sound' });
    },
  },
  {
    name: 'replica-killed',
    says: 'one of two replicas is killed (-9), later another takes its place',
    open: openHouse,
    async fail(house, pace) {
      const [first, second] = house.replicas;
      await first?.kill();
      await wait(3_000 * pace);
      if (second) house.lead([second, await house.start()]);
    },
  },
  {
    name: 'rolling-restart',
    says: 'each replica is replaced by a new one, as a new version would be',
    open: openHouse,
    async fail(house) {
      const [first, second] = house.replicas;
      if (!first || !second) return;
      const third = await house.start();
      house.lead([first, second, third]);
      if ((await first.stop()) !== 0) throw new Error('a replica did not stop well');
      const fourth = await house.start();
      house.lead([second, third, fourth]);
      if ((await second.stop()) !== 0) throw new Error('a replica did not stop well');
      house.lead([third, fourth]);
    },
  },
  {
    name: 'clock-skew',
    says: 'the clock of one replica is twenty minutes ahead',
    open: () => openHouse({ imports: [ahead] }),
    fail: (_house, pace) => wait(6_000 * pace),
  },
  {
    name: 'disk-full',
    says: 'the disk of the database is full, then has room again',
    open: openOnSmallDisk,
    async fail({ server, fillDisk }, pace) {
      const empty = fillDisk?.();
      await wait(6_000 * pace);
      empty?.();
      if (!server.runs()) await server.restart();
    },
  },
];

/** Runs a drill from start to end. */
export async function run(drill: Drill, pace: number): Promise<Noticed> {
  const house = await drill.open();
  try {
    const crowd = house.gather();
    await wait(1_500);
    await drill.fail(house, pace);
    await wait(1_500);
    return await crowd.end(patienceMs);
  } finally {
    await house.close();
  }
}

/** Why a drill cannot be run here, or `null`. */
export function whyNot({ name }: Drill): string | null {
  if (name !== 'disk-full') return null;
  return canMount() ? null : 'a small disk can be mounted by root only';
}

const diskMegabytes = 220;

function mount(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMegabytes}m,mode=755`, 'tmpfs', folder], { stdio: 'ignore' });
  return folder;
}

function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
}

function canMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    unmount(mount());
    return true;
  } catch {
    return false;
  }
}

async function openOnSmallDisk(): Promise<House> {
  const folder = mount();
  try {
    const house = await openHouse({ databaseFolder: folder });
    const ballast = join(folder, 'ballast');
    return {
      ...house,
      fillDisk() {
        const { bavail, bsize } = statfsSync(folder);
        writeFileSync(ballast, Buffer.alloc(bavail * bsize));
        return () => rmSync(ballast);
      },
      async close() {
        await house.close();
        unmount(folder);
      },
    };
  } catch (error) {
    unmount(folder);
    throw error;
  }
}
