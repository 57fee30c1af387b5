/** More than any answer of ours needs; a server that sends more is cut off. */
const mostBytes = 256 * 1024;

/**
 * `fetch` for a model's server: never follows a redirect, since words would go where nobody declared, and reads only a
 * bounded answer.
 */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'error' });
  const { body, status, headers } = response;
  if (body === null) return response;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    // Leaving the loop ends the download.
    if (bytes > mostBytes) throw new Error('too much');
    chunks.push(chunk);
  }
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name);
  return new Response(bytes === 0 ? null : Buffer.concat(chunks), { status, headers: kept });
}
