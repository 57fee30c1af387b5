import { readdirSync, readFileSync } from 'node:fs';

/** Processor time a process has used, in ms; other work on the machine does not count. 0 where the system does not say. */
export function cpuMsOf(pid: number): number {
  const fields = fieldsOf(pid);
  return msOfTicks(fields[11]) + msOfTicks(fields[12]);
}

/** The same of a process with all that it has started, also what has ended since. */
export function familyCpuMsOf(pid: number): number {
  const own = fieldsOf(pid);
  const ended = msOfTicks(own[13]) + msOfTicks(own[14]);
  return cpuMsOf(pid) + ended + childrenOf(pid).reduce((sum, child) => sum + cpuMsOf(child), 0);
}

/** Memory of a process in MB: held now, or at most so far. 0 where the system does not say. */
export function memoryMbOf(pid: number, what: 'VmRSS' | 'VmHWM'): number {
  const kilobytes = new RegExp(`${what}:\\s+(\\d+)`).exec(told(String(pid), 'status'))?.[1];
  return Math.round(Number(kilobytes ?? 0) / 1_024);
}

/** Linux counts in hundredths of a second. */
const msOfTicks = (ticks: string | undefined) => Number(ticks ?? 0) * 10;

/** What stands in `stat` after the name, from the state on. */
function fieldsOf(pid: number | string): string[] {
  return told(String(pid), 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
}

function childrenOf(pid: number): number[] {
  let all: string[];
  try {
    all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return all.filter((one) => Number(fieldsOf(one)[1]) === pid).map(Number);
}

function told(pid: string, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
