import type { CsvCell } from '#app/platform/safe-csv.ts';
import type { TouchPlan } from './touch-file.ts';

/** The rows that need somebody, to mend in a spreadsheet and bring back: columns added here are passed over then. */
export function setAsideRows({ names, setAside }: TouchPlan): { header: string[]; rows: CsvCell[][] } {
  return {
    header: ['Line', 'To settle', ...names],
    rows: setAside.map(({ line, reason, cells }) => [line, reason, ...cells]),
  };
}
