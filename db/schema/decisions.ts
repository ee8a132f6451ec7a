import type { ColumnType } from 'kysely';

type Frozen<T> = ColumnType<T, T, never>;

/** What was decided upon hearing respondents. Times are ms since 1970 UTC. */
export interface DecisionTables {
  decision: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    programme_id: Frozen<string>;
    verdict: Frozen<'do' | 'no'>;
    what: Frozen<string>;
    because: Frozen<string | null>;
    decided_by: Frozen<string>;
    decided_at: Frozen<number>;
  };
  decision_persona: {
    workspace_id: string;
    decision_id: string;
    persona_id: string;
  };
  decision_follow_up: {
    workspace_id: string;
    decision_id: string;
    follow_up_id: string;
  };
}
