import type { Preview } from '../../core/ports.ts';
import type { Answer } from './words.ts';

/** An answer, and what its status would be had it come whole. */
export type Answered = { status: 200 | 429; answer: Answer };

const kind = 'text/event-stream';

/** Whether the page asked to see an answer grow. */
export function takesPieces(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes(kind);
}

/**
 * The answer as events: `preview` with what may be seen of it so far, any number of times, then once `answer`. A page
 * that is gone is written to no more; the turn goes on.
 */
export function inPieces(make: (preview: Preview) => Promise<Answered>): Response {
  let isOpen = true;
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(stream) {
      const write = (event: string, data: unknown) => {
        if (isOpen) stream.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
      };
      write('answer', await make((text) => write('preview', { text })));
      if (isOpen) stream.close();
      isOpen = false;
    },
    cancel() {
      isOpen = false;
    },
  });
  // Proxies must not hold the pieces back.
  return new Response(body, { headers: { 'Content-Type': kind, 'X-Accel-Buffering': 'no' } });
}
