import { AppError } from '../core/errors.ts';

/** One mistake in a content file, said so that the person who edits the file can mend it. */
export type Problem = { file: string; line: number; what: string };

/** "knowledge/answers/x.yaml:12: …", one problem a line. */
export function describeProblems(problems: Problem[]): string {
  return problems.map((one) => `${one.file}:${one.line}: ${one.what}`).join('\n');
}

/** Content that cannot be used, with every mistake that was found. */
export class ContentInvalid extends AppError {
  readonly problems: Problem[];

  constructor(problems: Problem[], heading?: string) {
    super('knowledge-invalid', [...(heading === undefined ? [] : [heading]), describeProblems(problems)].join('\n'));
    this.problems = problems;
  }
}
