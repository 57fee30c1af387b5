import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { settings } from '../../src/config.ts';
import { makeMetrics } from '../../src/metrics/metrics.ts';

// Containers cannot run everywhere tests do: what can be read of the files is checked instead.
const root = new URL('../..', import.meta.url).pathname;
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const compose = parse(read('compose.yaml'), { merge: true });
const dockerfile = read('Dockerfile');
const { scripts } = JSON.parse(read('package.json'));

describe('Dockerfile', () => {
  const lines = dockerfile.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const stages = dockerfile.split(/^FROM /m).length - 1;
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  test('has two stages and runs as nobody special, with a health check', () => {
    expect(stages).toBe(2);
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK .*\\\n\s+CMD \[/m);
    expect(last).not.toMatch(/npm ci|COPY \. /);
    for (const line of lines.filter((one) => /^(CMD|ENTRYPOINT) /.test(one.trim())))
      expect(() => JSON.parse(line.trim().replace(/^\w+ /, ''))).not.toThrow();
  });

  test('copies only what is there and what .dockerignore lets through', () => {
    const lets = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    expect(copied.filter((name) => !lets.includes(name))).toEqual([]);
    expect(lets).not.toContain('.env');
  });

  test('starts the program as the unit and the script do', () => {
    const how = 'node --max-semi-space-size=1 --max-old-space-size=384 --optimize-for-size dist/main.js';
    expect(JSON.parse(/^CMD (.*)$/m.exec(last.slice(last.lastIndexOf('\nCMD ') + 1))?.[1] ?? '[]').join(' ')).toBe(how);
    expect(scripts.serve).toBe(how);
    expect(read('deploy/hoa-ban@.service')).toContain(`ExecStart=/usr/bin/${how}\n`);
  });
});

describe('compose.yaml', () => {
  const services: Record<string, Record<string, unknown>> = compose.services;
  const replicas = ['replica-1', 'replica-2'].map((name) => services[name] ?? {});

  test('has two replicas that can write nowhere and gain nothing', () => {
    expect(replicas.map((one) => [one.read_only, one.cap_drop, one.security_opt])).toEqual(
      replicas.map(() => [true, ['ALL'], ['no-new-privileges:true']]),
    );
    expect(replicas[0]).toEqual(replicas[1]);
  });

  test('names only services, networks and volumes that it has', () => {
    for (const service of Object.values(services)) {
      const needed = service.depends_on ?? [];
      for (const name of Array.isArray(needed) ? needed : Object.keys(needed)) expect(services).toHaveProperty([name]);
      for (const name of service.networks as string[]) expect(compose.networks).toHaveProperty([name]);
      for (const volume of (service.volumes ?? []) as string[]) {
        const [from = ''] = volume.split(':');
        if (from.startsWith('./')) expect(existsSync(join(root, from))).toBe(true);
        else expect(compose.volumes).toHaveProperty([from]);
      }
    }
  });

  test('holds no secret: each comes from the environment, and its absence stops the start', () => {
    const text = read('compose.yaml');
    for (const [, name = ''] of text.matchAll(/(PASSWORD|\w*_KEY|\w*_TOKEN): (?!\$\{\w+:\?)/g)) expect(name).toBe('');
    expect(Object.keys((replicas[0]?.environment ?? {}) as object).filter((name) => !settings.includes(name))).toEqual(
      [],
    );
  });

  test('gives a replica longer to stop than it takes to be seen leaving', () => {
    const { DRAIN_SECONDS } = (replicas[0]?.environment ?? {}) as Record<string, string>;
    expect(Number(DRAIN_SECONDS)).toBeGreaterThan(2 * 2);
    expect(Number.parseInt(String(replicas[0]?.stop_grace_period), 10)).toBeGreaterThan(Number(DRAIN_SECONDS) + 30);
  });

  test('replicas believe the network of the proxy and no other, and the proxy believes nobody', () => {
    const shared = ((services.proxy?.networks ?? []) as string[]).filter((name) =>
      replicas.every((one) => (one.networks as string[]).includes(name)),
    );
    expect(shared).toHaveLength(1);
    const [subnet] = compose.networks[shared[0] ?? ''].ipam.config.map((one: { subnet: string }) => one.subnet);
    expect(replicas.map((one) => (one.environment as Record<string, string>).TRUSTED_PROXY)).toEqual([subnet, subnet]);
    // Else the address that a caller claims for itself would come through.
    expect(read('deploy/Caddyfile')).not.toMatch(/trusted_proxies|header_up\s+X-Forwarded/i);
    expect(read('deploy/hoa-ban@.service')).toContain('Environment=TRUSTED_PROXY=127.0.0.1,::1\n');
  });

  test('only the proxy is reached from outside, and leads to the replicas alone', () => {
    expect(Object.entries(services).flatMap(([name, { ports }]) => (ports ? [name] : []))).toEqual(['proxy']);
    const caddy = read('deploy/Caddyfile');
    for (const [, name = ''] of caddy.matchAll(/(\S+):3000/g)) expect(services).toHaveProperty([name]);
    expect(caddy).toMatch(/respond @inside 404/);
    expect(caddy.split('{').length).toBe(caddy.split('}').length);
  });
});

describe('watching', () => {
  const metrics = makeMetrics(async () => ({
    running: { leaving: false, knowledge: true, database: true, queue: true },
    waiting: { inbox: 0, outbox: 0, oldestSeconds: 0 },
    approvals: 1,
    directory: { hidden: 1 },
    model: { calls: 1 },
    passages: 1,
  }));
  const names = async () => {
    metrics.turn('web', false, 1);
    return new Set((await metrics.text()).split('\n').flatMap((line) => /^# TYPE (\S+)/.exec(line)?.[1] ?? []));
  };
  /** Names of figures in an expression, without what Prometheus adds to them. */
  const used = (expression: string) =>
    [...expression.matchAll(/\b(?:hoa_ban|process|nodejs)_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
  const rules: Array<{ alert: string; expr: string; annotations: { summary: string } }> = parse(
    read('deploy/alerts.yaml'),
  ).groups.flatMap((group: { rules: unknown[] }) => group.rules);
  const dashboard = JSON.parse(read('deploy/grafana/hoa-ban.json'));

  test('alerts and dashboard ask only for figures that there are', async () => {
    const known = await names();
    const asked = [
      ...rules.map((rule) => rule.expr),
      ...dashboard.panels.flatMap((panel: { targets: Array<{ expr: string }> }) =>
        panel.targets.map((one) => one.expr),
      ),
    ].flatMap(used);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });

  test('each alert has one name and says what to do', () => {
    expect(new Set(rules.map((rule) => rule.alert)).size).toBe(rules.length);
    for (const { annotations } of rules) expect(annotations.summary).toMatch(/[.:] .+\.$/);
  });

  test('Prometheus fetches from the replicas', () => {
    const [{ static_configs: targets }] = parse(read('deploy/prometheus.yaml')).scrape_configs;
    expect(targets[0].targets).toEqual(['replica-1:9464', 'replica-2:9464']);
  });
});

describe('without containers', () => {
  test.each(['hoa-ban@.service', 'hoa-ban-backup.service', 'hoa-ban-backup.timer'])('%s is a unit', (name) => {
    const lines = read(`deploy/${name}`)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(lines.filter((line) => !/^(\[(Unit|Service|Timer|Install)\]|[A-Z]\w+=.*)$/.test(line))).toEqual([]);
  });

  test('the backup script can be read by the shell', () => {
    expect(() => execFileSync('bash', ['-n', join(root, 'deploy/backup.sh')])).not.toThrow();
  });
});
