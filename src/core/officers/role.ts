/** What an officer is for. One each: whoever reads figures never reads cases (safety rule 46). */
export const roles = ['analyst', 'case-worker', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** A part of the officers' pages that only some roles may enter. */
export type Area =
  | 'own'
  | 'accounts'
  | 'audit'
  /** Opening cases and answering them. */
  | 'cases'
  /** The queue of cases: codes and clocks, nothing that a person said. */
  | 'case-queue'
  /** Keys of the desk: which there are, making and ending them. Nobody who manages them can open a case. */
  | 'case-keys'
  /** What the bot tells: reading it, and being the second person who lets a change through. */
  | 'content'
  /** Writing drafts of it. */
  | 'content-write'
  /** Switching answers off and on. */
  | 'switch'
  /** Counts of what happened, and their exports. Nothing of a case, nothing anybody said. */
  | 'figures'
  /** The yearly report on them, which an office signs and sends. */
  | 'yearly-report'
  /** What is sent to subscribers and what came of it; planning it and agreeing to it go with the content. */
  | 'campaigns';

const areas: Record<Role, readonly Area[]> = {
  analyst: ['own', 'figures', 'yearly-report', 'campaigns'],
  'case-worker': ['own', 'cases', 'case-queue'],
  editor: ['own', 'content', 'content-write', 'figures', 'campaigns'],
  admin: [
    'own',
    'accounts',
    'audit',
    'case-queue',
    'case-keys',
    'content',
    'switch',
    'figures',
    'yearly-report',
    'campaigns',
  ],
};

/** Whether the role may enter the area. What is not listed is refused. */
export function may(role: Role, area: Area): boolean {
  return areas[role].includes(area);
}

/** The role as officers read it. */
export function roleName(role: Role): string {
  switch (role) {
    case 'analyst':
      return 'Xem số liệu';
    case 'case-worker':
      return 'Cán bộ hỗ trợ';
    case 'editor':
      return 'Biên tập nội dung';
    case 'admin':
      return 'Quản trị';
  }
}
