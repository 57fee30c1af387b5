// An answer that grows: what may be seen of it comes first, the whole of it last.

/**
 * Reads an answer that comes as events, telling `onPreview` what is there so far; resolves with the status it has and the
 * answer. Rejects when the answer never comes.
 */
export async function readPieces(body, onPreview) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let rest = ''; ; ) {
    const { value, done } = await reader.read();
    if (done) throw new Error('cut off');
    const events = (rest + value).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const [, kind, data] = /^event: (\w+)\ndata: (.*)$/.exec(event) ?? [];
      if (kind === 'preview') onPreview(JSON.parse(data).text);
      if (kind === 'answer') return JSON.parse(data);
    }
  }
}
