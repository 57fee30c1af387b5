/** What came of asking a server. Nothing foreign is kept: addresses may hold tokens. */
export type Asked =
  | { kind: 'answered'; status: number; body: unknown; at: Date | null }
  /** `certificate`: the other side could not prove who it is. */
  | { kind: 'unreached'; certificate: boolean };

const patienceMs = 15_000;

/** How a connection ends that the other side let go of while we spoke. */
const droppedCodes = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

type Options = { method?: string; headers?: Record<string, string> };

/** Asks; once more where the connection was dropped, as a kept one is that idled too long. Never rejects. */
export async function ask(url: string, options: Options = {}): Promise<Asked> {
  const first = await askOnce(url, options);
  const last = first === 'dropped' ? await askOnce(url, options) : first;
  return last === 'dropped' ? { kind: 'unreached', certificate: false } : last;
}

async function askOnce(url: string, options: Options): Promise<Asked | 'dropped'> {
  try {
    const response = await fetch(url, { ...options, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    const told = Date.parse(response.headers.get('date') ?? '');
    const body = await response.json().catch(() => null);
    return { kind: 'answered', status: response.status, body, at: Number.isNaN(told) ? null : new Date(told) };
  } catch (error) {
    const code = String((error as { cause?: { code?: unknown } }).cause?.code ?? '');
    if (droppedCodes.has(code)) return 'dropped';
    return { kind: 'unreached', certificate: /CERT|SELF_SIGNED|VERIFY|ALTNAME/.test(code) };
  }
}
