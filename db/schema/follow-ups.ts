import type { ColumnType } from 'kysely';

type Frozen<T> = ColumnType<T, T, never>;

export type FollowUpState = 'open' | 'doing' | 'done' | 'declined';
/** `lane`: a rule on answers given in confidence, which leads to nobody. */
export type FollowUpOrigin = 'hand' | 'answer' | 'lane' | 'correction' | 'silence';
export type FollowUpNoteKind =
  | 'opened'
  | 'commented'
  | 'reassigned'
  | 'doing'
  | 'done'
  | 'declined'
  | 'due_moved'
  | 'told';
export type FollowUpRuleKind = 'score' | 'choice' | 'left' | 'role_correction' | 'silence' | 'theme';

/** What is to be done about what one persona said, and who looks after it. Times are ms since 1970 UTC. */
export interface FollowUpTables {
  follow_up: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    programme_id: Frozen<string>;
    wave_id: Frozen<string | null>;
    persona_id: Frozen<string>;
    survey_version_id: Frozen<string | null>;
    account_id: Frozen<string | null>;
    person_id: Frozen<string | null>;
    response_id: Frozen<string | null>;
    invitation_id: Frozen<string | null>;
    came_from: Frozen<FollowUpOrigin>;
    rule_id: Frozen<string | null>;
    /** What the rule opened it for: it does so once, however often it looks. */
    about: Frozen<string | null>;
    what: Frozen<string>;
    owner_id: string;
    due_at: number;
    state: FollowUpState;
    because: string | null;
    outcome: string | null;
    opened_at: Frozen<number>;
    first_act_at: number | null;
    closed_at: number | null;
    /** When the person was told what came of it. */
    told_at: number | null;
    /** Grows with each act, so that a page that knows an older one is told. */
    revision: number;
  };
  /** What was done and said about a follow-up, in the order it was. */
  follow_up_note: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    follow_up_id: Frozen<string>;
    at: Frozen<number>;
    actor: Frozen<string>;
    kind: Frozen<FollowUpNoteKind>;
    words: Frozen<string>;
  };
  follow_up_rule: {
    workspace_id: string;
    id: string;
    programme_id: string;
    persona_id: string;
    kind: FollowUpRuleKind;
    /** A key means one question within one survey only. */
    survey_id: string | null;
    question_key: string | null;
    at_most: number | null;
    choice_key: string | null;
    theme_id: string | null;
    silent_days: number | null;
    renewal_days: number | null;
    what: string;
    /** Null: whoever owns the programme. */
    owner_id: string | null;
    /** Working hours until it is due. */
    hours: number;
    is_on: number;
    /** When it was last switched on: what came before is none of its business. */
    since: number;
    looked_until: number;
    created_at: number;
  };
  /** Out of office, from one day to another, both included, by the clock of the workspace. */
  member_away: {
    workspace_id: string;
    id: string;
    member_id: string;
    deputy_id: string;
    from_day: string;
    to_day: string;
    created_at: number;
  };
  /** The mail of one's own queue: whether it comes, and the last day on which somebody looked what is in it. */
  queue_mail: { workspace_id: string; member_id: string; is_off: number; looked_on: string };
}
