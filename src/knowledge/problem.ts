import { AppError } from '../core/errors.ts';

/** One mistake in a content file, said so that the person who edits the file can mend it. */
export type Problem = { file: string; line: number; what: string };

/** "knowledge/answers/x.yaml:12: …", one problem a line. */
export function describeProblems(problems: Problem[]): string {
  return problems.map((one) => `${one.file}:${one.line}: ${one.what}`).join('\n');
}

/**
 * Content that cannot be used, with every mistake that was found. `following` may only be there because of the others:
 * they are counted, not told one by one.
 */
export class ContentInvalid extends AppError {
  readonly problems: Problem[];

  constructor(problems: Problem[], heading?: string, following: Problem[] = []) {
    const more =
      following.length === 0
        ? []
        : [`Còn ${following.length} chỗ nữa ở các tệp khác, có thể chỉ vì những chỗ trên. Sửa xong hãy chạy lại.`];
    super(
      'knowledge-invalid',
      [...(heading === undefined ? [] : [heading]), describeProblems(problems), ...more].join('\n'),
    );
    this.problems = [...problems, ...following];
  }
}

/** Where content lies that messages name "knowledge/" and "prompts/". */
type Folders = { knowledgeDir: string; promptsDir?: string };

/** Does `work`; what it says of content files names them as they lie. */
export function namingFiles<T>({ knowledgeDir, promptsDir = 'prompts' }: Folders, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ContentInvalid)
      for (const [name, folder] of [
        ['knowledge', knowledgeDir],
        ['prompts', promptsDir],
      ] as const)
        error.message = error.message.replaceAll(
          new RegExp(`(^|^(?:Nội dung|Lời trả lời) trong )${name}/`, 'gm'),
          (_, before: string) => `${before}${folder.replace(/\/$/, '')}/`,
        );
    throw error;
  }
}
