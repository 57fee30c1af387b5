/** What came of asking a server. Nothing foreign is kept: addresses may hold tokens. */
export type Asked =
  | { kind: 'answered'; status: number; body: unknown; at: Date | null }
  /** `certificate`: the other side could not prove who it is. */
  | { kind: 'unreached'; certificate: boolean };

const patienceMs = 15_000;

/** Asks once. Never rejects. */
export async function ask(
  url: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Asked> {
  try {
    const response = await fetch(url, { ...options, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) });
    const told = Date.parse(response.headers.get('date') ?? '');
    const body = await response.json().catch(() => null);
    return { kind: 'answered', status: response.status, body, at: Number.isNaN(told) ? null : new Date(told) };
  } catch (error) {
    const code = String((error as { cause?: { code?: unknown } }).cause?.code ?? '');
    return { kind: 'unreached', certificate: /CERT|SELF_SIGNED|VERIFY|ALTNAME/.test(code) };
  }
}
