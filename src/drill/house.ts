import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBotApi } from '../../test/telegram/bot-api.ts';
import { newDatabase, type Server, startServer } from '../bench/private-server.ts';
import { type Balancer, openBalancer } from './balancer.ts';
import { type Cable, layCable } from './cable.ts';
import { type Crowd, gatherCrowd } from './people.ts';
import { type Replica, startReplica } from './replica.ts';

/** Two replicas behind a balancer, a private database behind a cable, and a local Telegram. */
export type House = {
  server: Server;
  cable: Cable;
  replicas: Replica[];
  balancer: Balancer;
  /** Another replica like the others. */
  start: (imports?: string[]) => Promise<Replica>;
  /** Leads people to these from now on. */
  lead: (replicas: Replica[]) => void;
  gather: () => Crowd;
  /** Fills the disk of the database, where that is a small one; returns how it is emptied. */
  fillDisk?: () => () => void;
  close: () => Promise<void>;
};

/** Invented, for a database that lives as long as the drill. */
const keys = Object.fromEntries(
  ['QUEUE_KEY', 'CONTACT_KEY', 'OFFICER_KEY'].map((name) => [name, `only-for-the-drill-${name}-0123456789`]),
);

/** `databaseFolder`: where the database's files are; `imports`: loaded before the second replica. */
export async function openHouse(options: { databaseFolder?: string; imports?: string[] } = {}): Promise<House> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hoa-ban-drill-'));
  const server = await startServer(options.databaseFolder);
  const url = new URL(await newDatabase(server));
  const cable = await layCable(Number(url.port));
  url.port = String(cable.port);
  const api = await openBotApi();
  const balancer = await openBalancer();
  const all = new Set<Replica>();
  const start = async (imports: string[] = []) => {
    const replica = await startReplica(
      {
        ...keys,
        DATABASE_URL: url.href,
        DATA_DIR: dataDir,
        DRAIN_SECONDS: '1',
        TELEGRAM_BOT_TOKEN: api.token,
        TELEGRAM_API_ROOT: api.url,
        TELEGRAM_WEBHOOK_URL: `${balancer.url}/telegram`,
        TELEGRAM_WEBHOOK_SECRET: 'only-for-the-drill-0123',
      },
      imports,
    );
    all.add(replica);
    return replica;
  };
  const lead = (replicas: Replica[]) => balancer.lead(replicas.map((one) => one.url));
  const close = async () => {
    await Promise.all([...all].map((one) => one.kill()));
    balancer.close();
    cable.close();
    await api.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const replicas = [await start(), await start(options.imports)];
    lead(replicas);
    return { server, cable, replicas, balancer, start, lead, gather: () => gatherCrowd(api, balancer.url), close };
  } catch (error) {
    await close();
    throw error;
  }
}
