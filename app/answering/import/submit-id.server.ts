import { createHash } from 'node:crypto';

/**
 * The id under which one row of a file is answered once: the same line with the same cells into the same wave
 * is the same answer, however often the file comes.
 */
export function submitIdOf(waveId: string, line: number, cells: readonly string[]): string {
  const row = JSON.stringify([waveId, line, cells]);
  return `imported-${createHash('sha256').update(row).digest('hex').slice(0, 40)}`;
}
