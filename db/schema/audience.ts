import type { ColumnType } from 'kysely';

/** A column that a trigger keeps as it was written. */
type Frozen<T> = ColumnType<T, T, never>;

export type PersonaBase = 'end_user' | 'influencer' | 'buyer' | 'advocate';
export type RoleSource = 'self' | 'csm' | 'crm' | 'import' | 'title' | 'colleague';
export type ImportState = 'mapping' | 'checking' | 'checked' | 'queued' | 'running' | 'done' | 'failed';

export interface AudienceTables {
  persona: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    base: Frozen<PersonaBase>;
    name: string;
    plural: string;
    name_key: string;
    definition: string;
    question: string;
    position: number;
    created_at: number;
    closed_at: number | null;
  };
  account: {
    workspace_id: string;
    id: string;
    external_id: string | null;
    name: string;
    name_key: string;
    /** ISO day, e.g. 2027-01-11. */
    renewal_on: string | null;
    created_at: number;
    updated_at: number;
  };
  person: {
    workspace_id: string;
    id: string;
    external_id: string | null;
    name: string;
    name_key: string;
    /** Lower-case name and addresses, for search. */
    search_key: string;
    language: string | null;
    time_zone: string | null;
    created_at: number;
    updated_at: number;
  };
  person_address: {
    workspace_id: string;
    email_key: string;
    email: string;
    person_id: string;
    /** 0 is the address that is written to. */
    position: number;
    created_at: number;
  };
  employment: {
    workspace_id: string;
    id: string;
    person_id: string;
    account_id: string;
    title: string | null;
    title_key: string | null;
    source: 'self' | 'csm' | 'crm' | 'import';
    started_at: number | null;
    ended_at: number | null;
    created_at: number;
  };
  programme: {
    workspace_id: string;
    id: string;
    name: string;
    state: 'draft' | 'live' | 'paused' | 'shut';
    confidentiality: 'attributed' | 'confidential' | 'unlinkable';
    origin: 'asked' | 'imported';
    owner_id: string;
    sender_name: string;
    /** What becomes of a mail that nobody knows to have arrived. */
    in_doubt: 'resend_once' | 'hold';
    created_at: number;
    shut_at: number | null;
    shut_reason: string | null;
  };
  /** An episode: who it joins never changes; its end and its last confirmation are the only cells that move. */
  role_assignment: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    person_id: Frozen<string>;
    account_id: Frozen<string>;
    programme_id: Frozen<string | null>;
    persona_id: Frozen<string>;
    source: Frozen<RoleSource>;
    evidence: string;
    started_at: Frozen<number>;
    confirmed_at: number | null;
    confirmed_by: string | null;
    ended_at: number | null;
    end_reason: string | null;
    created_at: number;
  };
  import_run: {
    workspace_id: string;
    id: string;
    kind: 'people' | 'answers';
    state: ImportState;
    file_name: string;
    file_size: number;
    /** JSON: separator, column targets, words, date order. */
    choices: string;
    /** JSON: counts by outcome. */
    report: string;
    rows_read: number;
    rows_total: number | null;
    failure: string | null;
    created_by: string;
    created_at: number;
    finished_at: number | null;
    lease_until: number | null;
  };
  import_chunk: { workspace_id: string; import_id: string; position: number; bytes: Buffer };
  import_reject: {
    workspace_id: string;
    import_id: string;
    line: number;
    code: string;
    reason: string;
    /** JSON array of the row's cells. */
    cells: string;
  };
  column_memory: {
    workspace_id: string;
    kind: 'people' | 'answers';
    header_key: string;
    target: string;
    updated_at: number;
  };
  role_word: {
    workspace_id: string;
    word_key: string;
    word: string;
    persona_id: string;
    confirmed_by: string;
    confirmed_at: number;
  };
}
