import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';

/** Gives the one backend to one client at a time, first come first served; those in a hurry before the others. */
class Gate {
  #owner: object | null = null;
  readonly #waiting: Array<{ client: object; go: () => void }> = [];

  async enter(client: object, urgent: boolean): Promise<void> {
    if (this.#owner === null || this.#owner === client) {
      this.#owner = client;
      return;
    }
    await new Promise<void>((go) => this.#waiting[urgent ? 'unshift' : 'push']({ client, go }));
  }

  leave(client: object): void {
    if (this.#owner !== client) return;
    const next = this.#waiting.shift();
    this.#owner = next?.client ?? null;
    // Statements run in this very thread: between two of them the outside world gets its turn.
    if (next) setImmediate(next.go);
  }
}

/** The transaction status pg keeps for itself: 'I' idle, 'T' in a transaction, 'E' failed. Pinned and tested. */
type WithStatus = { _txStatus?: string | null };

/** What pg keeps for itself of prepared statements, by name. Pinned and tested. */
type Prepared = { parsedStatements: Record<string, string>; submittedNamedStatements: Record<string, string> };

/** `urgent` is for short statements that somebody outside waits for: they come before what waits in `pool`. */
export type EmbeddedPools = { pool: pg.Pool; urgent: pg.Pool };

/**
 * Ordinary `pg.Pool`s over one in-process PGlite. The database has a single backend, so a client holds the gate until
 * its transaction ends, and all clients share what pg remembers of prepared statements.
 */
export function embeddedPools(db: PGlite): EmbeddedPools {
  const gate = new Gate();
  const prepared: Prepared = { parsedStatements: {}, submittedNamedStatements: {} };
  const listening = new Set<EmbeddedClient>();
  // The backend tells one session; every client that listens is told in its turn.
  db.onNotification((channel, payload) => {
    for (const client of listening) client.emit('notification', { channel, payload, processId: 0 });
  });
  class EmbeddedClient extends pg.Client {
    #last: Promise<unknown> = Promise.resolve();
    protected readonly urgent: boolean = false;

    constructor(config?: pg.ClientConfig) {
      super({ ...config, ...createPgConfig(db) } as pg.ClientConfig);
      Object.assign((this as unknown as { connection: Prepared }).connection, prepared);
    }

    // pg's overloads cannot be matched by one implementation; the behaviour is pg's own.
    // biome-ignore lint/suspicious/noExplicitAny: the signature is pg's
    override query(...args: any[]): any {
      const [statement, values, callback] = typeof args[1] === 'function' ? [args[0], undefined, args[1]] : args;
      const text = typeof statement === 'string' ? statement : (statement?.text ?? '');
      if (/^\s*listen\b/i.test(text)) listening.add(this);
      else if (/^\s*unlisten\b/i.test(text)) listening.delete(this);
      const run = this.#last.then(async () => {
        await gate.enter(this, this.urgent);
        try {
          return await super.query(statement, values);
        } finally {
          if (isIdle(this)) gate.leave(this);
        }
      });
      this.#last = run.catch(() => {});
      if (!callback) return run;
      run.then(
        (result) => callback(null, result),
        (error) => callback(error),
      );
    }

    // biome-ignore lint/suspicious/noExplicitAny: the signature is pg's
    override end(callback?: any): any {
      listening.delete(this);
      const finish = () => {
        gate.leave(this);
        return super.end(callback);
      };
      return isIdle(this) ? finish() : this.query('rollback').then(finish, finish);
    }
  }
  class UrgentClient extends EmbeddedClient {
    protected override readonly urgent = true;
  }
  return { pool: poolOf(EmbeddedClient, 8), urgent: poolOf(UrgentClient, 2) };
}

function poolOf(Client: new (config?: pg.ClientConfig) => pg.Client, max: number): pg.Pool {
  const pool = new pg.Pool({ max, Client: Client as unknown as typeof pg.Client } as pg.PoolConfig);
  // A client given back inside a transaction must not leave the only backend in it.
  pool.on('release', (_error, client) => {
    if (!isIdle(client)) client.query('rollback').catch(() => {});
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function isIdle(client: object): boolean {
  const status = (client as WithStatus)._txStatus;
  return status === 'I' || status === null || status === undefined;
}
