/** More than any answer of ours needs; a server that sends more is cut off. */
const mostBytes = 256 * 1024;

/**
 * `fetch` for a model's server: never follows a redirect, since words would go where nobody declared, and lets only a
 * bounded answer through, as it comes.
 */
export async function boundedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, redirect: 'error' });
  const { body, status, headers } = response;
  if (body === null) return response;
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, through) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) throw new Error('too much');
      through.enqueue(chunk);
    },
  });
  const kept = new Headers(headers);
  for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) kept.delete(name);
  return new Response(body.pipeThrough(counted), { status, headers: kept });
}

/**
 * The same for an answer that was asked for piece by piece: a server that gives it whole all the same is read as if it
 * came in one piece.
 */
export async function boundedPieces(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await boundedFetch(input, init);
  if (!response.ok || !/^application\/json\b/.test(response.headers.get('content-type') ?? '')) return response;
  const { choices = [], ...whole } = (await response.json()) as { choices?: Array<Record<string, unknown>> };
  const pieces = choices.map(({ message, ...rest }) => ({ ...rest, delta: message }));
  const body = `data: ${JSON.stringify({ ...whole, choices: pieces })}\n\ndata: [DONE]\n\n`;
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}
