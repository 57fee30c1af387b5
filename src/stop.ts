import { AppError } from './core/errors.ts';

/** Ends the process with one clear message that says what to do; a defect of ours shows its stack instead. */
export function stopWithMessage(error: unknown): never {
  if (error instanceof AppError) process.stderr.write(`\n${error.message}\n`);
  else process.stderr.write(`\nLỗi trong chương trình:\n${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
