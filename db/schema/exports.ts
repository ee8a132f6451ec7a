import type { ColumnType } from 'kysely';

type Frozen<T> = ColumnType<T, T, never>;

export type ExportWhat = 'rows' | 'figures';
export type ExportFormat = 'csv' | 'xlsx' | 'ndjson' | 'parquet' | 'json';
export type ExportState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'expired';

/** Files made in the background. The views `bi_*` are for programs outside and no part of these types. */
export interface ExportTables {
  export_job: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    what: Frozen<ExportWhat>;
    format: Frozen<ExportFormat>;
    programme_id: Frozen<string>;
    /** Null: every wave of the programme. */
    wave_id: Frozen<string | null>;
    state: ExportState;
    ordered_by: Frozen<string>;
    ordered_at: Frozen<number>;
    /** Grows each time that a process takes it up: what an earlier one still writes fits nowhere. */
    attempt: number;
    let_go: number;
    lease_until: number | null;
    begun_at: number | null;
    rows_done: number;
    rows_total: number | null;
    /** JSON array of persona ids whose answers are not in it. */
    withheld: string;
    failure: string | null;
    finished_at: number | null;
    expires_at: number | null;
    /** 1 while pieces lie there that nobody can have any more. */
    has_litter: number;
  };
  export_file: {
    workspace_id: Frozen<string>;
    export_id: Frozen<string>;
    number: Frozen<number>;
    name: Frozen<string>;
    rows: Frozen<number>;
    size: Frozen<number>;
    /** Of the whole file, in hexadecimal digits. */
    sha256: Frozen<string>;
    pieces: Frozen<number>;
  };
  /** A part of a file, packed by itself. */
  export_piece: {
    workspace_id: Frozen<string>;
    export_id: Frozen<string>;
    attempt: Frozen<number>;
    file: Frozen<number>;
    position: Frozen<number>;
    bytes: Frozen<Buffer>;
  };
}
