import { DESK, type Permission } from '#app/membership/permission.ts';
import type { ExportFormat, ExportWhat } from '#app/results/export/export-job.ts';

export interface Offer {
  value: string;
  what: ExportWhat;
  format: ExportFormat;
  label: string;
}

/** Every kind of file, the most asked for first. */
export const OFFERS: readonly Offer[] = [
  { value: 'rows.xlsx', what: 'rows', format: 'xlsx', label: 'Answers, a line each: workbook (XLSX)' },
  { value: 'rows.csv', what: 'rows', format: 'csv', label: 'Answers, a line each: CSV' },
  {
    value: 'rows.ndjson',
    what: 'rows',
    format: 'ndjson',
    label: 'Answers, a line each: NDJSON for programs',
  },
  {
    value: 'rows.parquet',
    what: 'rows',
    format: 'parquet',
    label: 'Answers, a line each: Parquet for analysts',
  },
  {
    value: 'figures.xlsx',
    what: 'figures',
    format: 'xlsx',
    label: 'Figures of each persona: workbook (XLSX)',
  },
  { value: 'figures.csv', what: 'figures', format: 'csv', label: 'Figures of each persona: CSV' },
  {
    value: 'figures.json',
    what: 'figures',
    format: 'json',
    label: 'Figures of each persona: JSON, with every input',
  },
];

/** Answers one by one are for the desk; figures are for everybody. */
export function mayOrder(permission: Permission, what: ExportWhat): boolean {
  return what === 'figures' || DESK.includes(permission);
}
