/** What a request asks for, for counting: something of a page, an answer to a message, a try to sign in. */
export type Asked = 'page' | 'message' | 'try';

/**
 * Whether one more request of this kind fits into what its network address may ask for in a minute. `env` is what the
 * server hands over beside the request. True where the address cannot be told. Counts the request.
 */
export type Within = (request: Request, env: unknown, asked: Asked) => boolean;
