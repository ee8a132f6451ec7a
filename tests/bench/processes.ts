import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Linux counts a process's time in hundredths of a second (`getconf CLK_TCK`). */
const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

/** Seconds that a process has spent on a processor, its threads included; 0 once it is gone. */
export function cpuSeconds(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return 0;
  // The name in brackets may hold blanks, so fields are counted from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Seconds that all processors of this machine have worked, whoever for. */
export function machineSeconds(): number {
  const [user, nice, system, , , interrupts, soft, stolen] = (read('/proc/stat') ?? '')
    .split(/\s+/)
    .slice(1, 9);
  const ticks = [user, nice, system, interrupts, soft, stolen].map((count) => Number(count ?? 0));
  return ticks.reduce((sum, count) => sum + count, 0) / TICKS_PER_SECOND;
}

/** Seconds of this process and of those it has started and seen to their end. */
export function ownSeconds(): number {
  const stat = read('/proc/self/stat') ?? '';
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0) / TICKS_PER_SECOND;
}

/** Bytes of a process that lie in memory. */
export function residentBytes(pid: number): number {
  return Number(read(`/proc/${pid}/statm`)?.split(' ')[1] ?? 0) * PAGE_BYTES;
}

/** The server has a core of its own and the load another, so that neither takes time from the other. */
export const CORE = { server: 0, load: 1 } as const;

/** The same program held to one core, where that is possible. */
export function pinned(core: number, program: string, args: readonly string[]): [string, string[]] {
  if (!isPinning) return [program, [...args]];
  return ['taskset', ['-c', String(core), program, ...args]];
}

export const isPinning = existsSync('/usr/bin/taskset') && availableParallelism() > 1;

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
