import { timeLeftInWords } from '#app/delivery/time-left/time-left.ts';
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
  /** Attempts that ended because a process was asked to stop. */
  letGo: number;
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

/** "about 4 minutes left", from how far it came since it was begun; undefined while too little is done to say. */
export function exportTimeLeft(
  { state, begunAt, rowsDone, rowsTotal }: ExportJob,
  now: number,
): string | undefined {
  if (state !== 'running' || begunAt === null || rowsTotal === null || rowsDone === 0) return undefined;
  return timeLeftInWords(((rowsTotal - rowsDone) * (now - begunAt)) / rowsDone);
}

/** "3.4 MB" */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} kB`;
  return bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** Media types by the end of a file's name. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json',
  txt: 'text/plain; charset=utf-8',
};

export function mediaType(fileName: string): string {
  return MEDIA_TYPES[fileName.slice(fileName.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}
