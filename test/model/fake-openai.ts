import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localEmbedding } from '../../src/bench/local-embedding.ts';

/** A call as the server got it. */
export type Call = { path: string; body: string; headers: string };

/** What the server does with a chat call: says this text, or takes the answer into its own hands. */
export type Chat = (asked: {
  system: string;
  user: string;
  schema: string;
}) => string | ((response: ServerResponse) => void);

export type FakeOpenAI = {
  url: string;
  calls: Call[];
  /** How the next chat calls are answered. */
  chat: Chat;
  /** Calls for vectors that fail before one is answered; whether they hang; another length than asked for. */
  embedFails: number;
  /** What every recording says; `null`: transcribing fails. */
  transcript: string | null;
  embedHangs: boolean;
  embedDimensions: number | null;
  close: () => Promise<void>;
};

/** A local OpenAI-compatible server. */
export async function fakeOpenAI(chat: Chat): Promise<FakeOpenAI> {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      calls.push({ path: request.url ?? '', body, headers: JSON.stringify(request.headers) });
      if (request.url?.endsWith('/chat/completions')) return answerChat(body, response);
      if (request.url?.endsWith('/audio/transcriptions')) {
        if (fake.transcript === null) return response.writeHead(500).end('{}');
        response.writeHead(200, { 'content-type': 'application/json' });
        return response.end(JSON.stringify({ text: fake.transcript }));
      }
      if (request.url?.endsWith('/embeddings')) return answerVectors(body, response);
      response.writeHead(404).end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeOpenAI = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    chat,
    embedFails: 0,
    transcript: '',
    embedHangs: false,
    embedDimensions: null,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  function answerChat(body: string, response: ServerResponse): void {
    const { messages, response_format, stream } = JSON.parse(body);
    const of = (role: string) => messages.findLast((one: { role: string }) => one.role === role)?.content ?? '';
    const schema = Object.keys(response_format?.json_schema?.schema?.properties ?? {}).join(' ');
    const said = fake.chat({ system: textOf(of('system')), user: textOf(of('user')), schema });
    if (typeof said !== 'string') said(response);
    else if (stream) void sayPieces(response, said.match(/.{1,24}/gsu) ?? []);
    else sayChat(response, said);
  }
  function answerVectors(body: string, response: ServerResponse): void {
    if (fake.embedHangs) return;
    if (fake.embedFails > 0) {
      fake.embedFails--;
      response.writeHead(503).end('{}');
      return;
    }
    const { input, dimensions, encoding_format } = JSON.parse(body);
    const data = [input].flat().map((text: string, index: number) => {
      const vector = localEmbedding(text, fake.embedDimensions ?? dimensions);
      const embedding =
        encoding_format === 'base64' ? Buffer.from(Float32Array.from(vector).buffer).toString('base64') : vector;
      return { object: 'embedding', index, embedding };
    });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ object: 'list', model: 'fake', data, usage: { prompt_tokens: 1, total_tokens: 1 } }));
  }
  return fake;
}

function textOf(content: string | Array<{ text?: string }>): string {
  return typeof content === 'string' ? content : content.map((one) => one.text ?? '').join('');
}

/** Answers a chat call in the usual form. */
export function sayChat(response: ServerResponse, content: string, refusal: string | null = null): void {
  const message = { role: 'assistant', content, refusal };
  const usage = { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 };
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({
      id: 'c',
      object: 'chat.completion',
      created: 1,
      model: 'fake',
      choices: [{ index: 0, finish_reason: 'stop', message }],
      usage,
    }),
  );
}

/** Answers a chat call piece by piece; `end` does what comes after the last, the usual end when absent. */
export async function sayPieces(
  response: ServerResponse,
  pieces: string[],
  pause: (piece: number) => Promise<unknown> = async () => {},
  end: (response: ServerResponse) => void = (open) => void open.end('data: [DONE]\n\n'),
): Promise<void> {
  const whole = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'fake' };
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const write = (choices: unknown[], more = {}) =>
    response.write(`data: ${JSON.stringify({ ...whole, choices, ...more })}\n\n`);
  for (const [at, content] of pieces.entries()) {
    await pause(at);
    write([{ index: 0, delta: { role: 'assistant', content }, finish_reason: null }]);
  }
  await pause(pieces.length);
  write([{ index: 0, delta: {}, finish_reason: 'stop' }]);
  write([], { usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 } });
  end(response);
}

/** The passages that a call shows, by label. */
export function passagesIn(user: string): Map<string, { title: string; text: string }> {
  const found = [...user.matchAll(/^\[(P\d+)\] (.*)\n([\s\S]*?)(?=\n\n\[P\d+\] |$(?![\s\S]))/gm)];
  return new Map(found.map(([, label = '', title = '', text = '']) => [label, { title, text }]));
}

/** The message or question line of a call. */
export function lineIn(user: string, name: string): string {
  return new RegExp(`^${name}: (.*)$`, 'm').exec(user)?.[1] ?? '';
}

/** A model that helps as it should: keeps the question, and says the first sentence of the first passage. */
export const honest: Chat = ({ user, schema }) => {
  if (schema.startsWith('question')) return JSON.stringify({ question: lineIn(user, 'tin'), about: 'law' });
  const [label, passage] = [...passagesIn(user)][0] ?? ['P1', { title: '', text: '' }];
  const first = passage.text.split(/(?<=[.!?])\s+(?=\p{Lu})|\n/u)[0] ?? '';
  return JSON.stringify({ answerable: true, sentences: [{ text: first, passages: [label] }] });
};
