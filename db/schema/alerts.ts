import type { ColumnType } from 'kysely';

type Frozen<T> = ColumnType<T, T, never>;

/** `fell`: a score between two closed waves; `owed`: who answered and is to hear what came of it. */
export type AlertKind = 'fell' | 'silence' | 'owed' | 'left';

/** Word that something needs a look, raised by rules of ONE persona each. Times are ms since 1970 UTC. */
export interface AlertTables {
  alert_rule: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    programme_id: Frozen<string>;
    persona_id: Frozen<string>;
    name: string;
    kind: Frozen<AlertKind>;
    points: number | null;
    silent_days: number | null;
    renewal_days: number | null;
    within_days: number | null;
    is_on: number;
    /** When it was last switched on: what came before is none of its business. */
    since: number;
    looked_until: number;
    created_at: number;
    /** Deleted: what it raised stays readable. */
    gone_at: number | null;
  };
  /** Whom a rule mails. */
  alert_rule_member: { workspace_id: string; rule_id: string; member_id: string };
  alert: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    rule_id: Frozen<string>;
    /** What the rule raised it for: it does so once, however often it looks. */
    about: Frozen<string>;
    kind: Frozen<AlertKind>;
    programme_id: Frozen<string>;
    persona_id: Frozen<string>;
    wave_id: Frozen<string | null>;
    account_id: Frozen<string | null>;
    person_id: Frozen<string | null>;
    /** A sentence that names the persona and no person. */
    what: Frozen<string>;
    raised_at: Frozen<number>;
    seen_by: string | null;
    seen_at: number | null;
  };
}
