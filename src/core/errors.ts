/** Everything that can go wrong that an operator can do something about. */
export type ErrorCode =
  | 'folder-in-use'
  | 'folder-unreadable'
  | 'disk-full'
  | 'database-unreachable'
  | 'migration-failed'
  | 'knowledge-invalid'
  | 'document-refused'
  | 'config-invalid'
  | 'port-in-use'
  | 'login-failed'
  | 'internal';

/** A failure with a message that says what to do. Carries no foreign cause: those may hold words or secrets. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** Whether trying again later may help. */
  readonly retry: boolean;

  constructor(code: ErrorCode, message: string, options: { retry?: boolean } = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.retry = options.retry ?? false;
  }
}
