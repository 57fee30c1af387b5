/** One mistake in a content file, said so that the person who edits the file can mend it. */
export type Problem = { file: string; line: number; what: string };

/** "knowledge/answers/x.yaml:12: …", one problem a line. */
export function describeProblems(problems: Problem[]): string {
  return problems.map((one) => `${one.file}:${one.line}: ${one.what}`).join('\n');
}
