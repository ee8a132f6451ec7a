import type { ColumnType } from 'kysely';
import type { Confidentiality } from './asking.ts';

type Frozen<T> = ColumnType<T, T, never>;

export interface AnswerTables {
  response: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    wave_id: Frozen<string>;
    persona_id: Frozen<string>;
    survey_version_id: Frozen<string>;
    source: Frozen<'invited' | 'imported'>;
    invitation_id: Frozen<string | null>;
    import_id: Frozen<string | null>;
    persona_at_invite: Frozen<string | null>;
    role_assignment_id: Frozen<string | null>;
    person_id: Frozen<string | null>;
    account_id: Frozen<string | null>;
    confidentiality: Frozen<Confidentiality>;
    language: Frozen<string>;
    submit_id: Frozen<string>;
    answered_at: Frozen<number>;
    received_at: Frozen<number>;
  };
  answer: {
    workspace_id: Frozen<string>;
    response_id: Frozen<string>;
    question_key: Frozen<string>;
    wave_id: Frozen<string>;
    persona_id: Frozen<string>;
    survey_version_id: Frozen<string>;
    score: Frozen<number | null>;
    /** JSON array of option keys. */
    choices: Frozen<string | null>;
    verbatim: Frozen<string | null>;
  };
  answer_tally: {
    workspace_id: string;
    wave_id: string;
    persona_id: string;
    survey_version_id: string;
    question_key: string;
    /** Empty when the answer came without an account. */
    account_id: string;
    /** The score as digits, or an option key. */
    value: string;
    people: number;
  };
  /** How many answered in each lane. */
  lane_heard: {
    workspace_id: string;
    wave_id: string;
    persona_id: string;
    survey_version_id: string;
    responses: number;
  };
  unplaced_answer: {
    workspace_id: string;
    id: string;
    import_id: string;
    wave_id: string;
    line: number;
    /** As `response.submit_id` will be once it is placed: the same row never comes in twice. */
    submit_id: string;
    code: string;
    reason: string;
    /** The role cell as it was written, and its key; blank where the cell said nothing. */
    word: string;
    word_key: string;
    /** JSON: the row as it was read; opaque to every query. */
    cells: string;
    /** Lower-case text of the row, for search. */
    search_key: string;
    created_at: number;
  };
}
