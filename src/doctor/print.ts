import type { Finding } from './finding.ts';

const marks: Record<Finding['state'], { mark: string; colour: number }> = {
  ok: { mark: 'Tốt   ', colour: 32 },
  look: { mark: 'Xem   ', colour: 33 },
  unknown: { mark: 'Chưa rõ', colour: 36 },
  bad: { mark: 'HỎNG  ', colour: 31 },
};

/** One line a finding, the gravest last, where it is read; then what it comes to. */
export function printed(findings: Finding[], coloured: boolean): string[] {
  const order: Array<Finding['state']> = ['ok', 'unknown', 'look', 'bad'];
  const lines = order
    .flatMap((state) => findings.filter((one) => one.state === state))
    .map(({ state, say }) => {
      const { mark, colour } = marks[state];
      const shown = mark.padEnd(8);
      return `${coloured ? `\u001b[${colour}m${shown}\u001b[0m` : shown}${say}`;
    });
  const count = (state: Finding['state']) => findings.filter((one) => one.state === state).length;
  const end =
    count('bad') > 0
      ? `Có ${count('bad')} chỗ hỏng phải sửa, ${count('look')} chỗ nên xem.`
      : `Không có chỗ nào hỏng; ${count('look')} chỗ nên xem, ${count('unknown')} chỗ chưa rõ.`;
  return [...lines, '', end];
}
