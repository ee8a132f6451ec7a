import { DAY, MINUTE } from '#app/platform/clock.ts';

/** What can be had of a wave or a programme, and as which kind of file. */
export const EXPORT_FORMATS = {
  rows: ['csv', 'xlsx', 'ndjson', 'parquet'],
  figures: ['json', 'csv', 'xlsx'],
} as const;
export type ExportWhat = keyof typeof EXPORT_FORMATS;
export type ExportFormat = (typeof EXPORT_FORMATS)[ExportWhat][number];
export type ExportState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired';

export interface ExportJob {
  id: string;
  what: ExportWhat;
  format: ExportFormat;
  programmeId: string;
  programmeName: string;
  /** Null: every wave of the programme. */
  waveId: string | null;
  waveName: string | null;
  state: ExportState;
  orderedBy: string;
  orderedAt: number;
  attempt: number;
  begunAt: number | null;
  rowsDone: number;
  rowsTotal: number | null;
  /** Persona ids whose answers are not in it. */
  withheld: string[];
  failure: string | null;
  finishedAt: number | null;
  expiresAt: number | null;
}

export interface ExportFile {
  number: number;
  name: string;
  rows: number;
  size: number;
  sha256: string;
  pieces: number;
}

/** How long a file lies ready. */
export const KEPT_FOR = 7 * DAY;
/** How long its line stays in the list after that. */
export const REMEMBERED_FOR = 30 * DAY;
/** An export whose process died is taken up again after this. */
export const LEASE = MINUTE;
/** Of one member or key: those waiting, those in the making and those that lie ready. */
export const MOST_EXPORTS = 20;
/** A process that ended three times over the same export would end a fourth time. */
export const MOST_ATTEMPTS = 3;
/** Bytes of one export: what a database should have to carry for a week. */
export const MOST_BYTES = 2 * 1024 ** 3;

export function isFormatOf(what: ExportWhat, format: string): format is ExportFormat {
  return (EXPORT_FORMATS[what] as readonly string[]).includes(format);
}

/** A name for a file that no system stumbles over, from whatever a wave is called. */
export function fileStem(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain.toLowerCase().slice(0, 60) || 'export';
}
