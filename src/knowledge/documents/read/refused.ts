import { AppError } from '../../../core/errors.ts';

/** A document that cannot be taken: one line for the operator that says why and what to do. Nothing is kept of it. */
export function refused(why: string): AppError {
  return new AppError('document-refused', why);
}
