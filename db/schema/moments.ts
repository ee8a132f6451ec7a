import type { ColumnType } from 'kysely';

type Frozen<T> = ColumnType<T, T, never>;

/** Where one persona meets us, and who did when. Times are ms since 1970 UTC. */
export interface MomentTables {
  persona_requirements: {
    workspace_id: string;
    persona_id: string;
    context: string;
    needs: string;
    expectations: string;
    way_of_working: string;
    evidence: string;
    updated_by: string;
    updated_at: number;
  };
  moment: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    persona_id: Frozen<string>;
    name: string;
    name_key: string;
    trying_to: string;
    promise: string;
    evidence: string;
    position: number;
    created_at: number;
    closed_at: number | null;
  };
  moment_question: {
    workspace_id: string;
    moment_id: string;
    survey_id: string;
    question_key: string;
    programme_id: string;
    persona_id: string;
  };
  touch: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    person_id: Frozen<string>;
    account_id: Frozen<string>;
    persona_id: Frozen<string>;
    moment_id: Frozen<string>;
    at: Frozen<number>;
    source: Frozen<string>;
    external_id: Frozen<string | null>;
    recorded_by: Frozen<string>;
    recorded_at: Frozen<number>;
  };
}
