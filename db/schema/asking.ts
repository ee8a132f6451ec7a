import type { ColumnType, Generated } from 'kysely';

type Frozen<T> = ColumnType<T, T, never>;

export type QuestionKind =
  | 'recommend'
  | 'single'
  | 'multiple'
  | 'text'
  | 'rating'
  | 'csat'
  | 'ces'
  | 'ranking'
  | 'matrix'
  | 'number'
  | 'date'
  | 'statement'
  | 'consent'
  | 'role';
export type Scale =
  | 'ltr_0_10'
  | 'other_0_10'
  | 'csat_1_5'
  | 'ces_1_7'
  | 'rating_1_5'
  | 'rating_1_7'
  | 'single'
  | 'multiple'
  | 'ranking'
  | 'matrix'
  | 'number'
  | 'date'
  | 'text'
  | 'consent'
  | 'role'
  | 'none';
export type Confidentiality = 'attributed' | 'confidential' | 'unlinkable';
export type MessageState =
  | 'queued'
  | 'claimed'
  | 'committed_to_send'
  | 'accepted'
  | 'deferred'
  | 'failed'
  | 'suppressed'
  | 'in_doubt';

/** `late`: it was to begin long ago, so a person has to say that it still may. */
export type PausedWhy = 'member' | 'late' | 'bounces' | 'complaints' | 'refused';
export type MessageOutcome = 'delayed' | 'delivered' | 'soft_bounce' | 'hard_bounce' | 'complaint';

export interface AskingTables {
  purpose: {
    workspace_id: string;
    id: string;
    programme_id: string;
    persona_id: string;
    unknown: string;
    decision: string;
    decider: string;
    decide_on: string;
    change_rule: string;
    rule_bound: 'lower' | 'upper' | null;
    rule_side: 'above' | 'below' | null;
    rule_threshold: number | null;
    promise: string;
    promise_on: string;
    created_at: number;
    updated_at: number;
  };
  survey: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    programme_id: Frozen<string>;
    persona_id: Frozen<string>;
    name: string;
    language: string;
    /** JSON: the question set being written. */
    draft: string;
    revision: number;
    created_at: number;
    updated_at: number;
    /** A member; null where nobody did since it was created. */
    updated_by: string | null;
  };
  survey_translation: {
    workspace_id: Frozen<string>;
    survey_id: Frozen<string>;
    language: Frozen<string>;
    /** JSON: see `survey/translation`. */
    texts: string;
    revision: number;
    updated_at: number;
    updated_by: string;
  };
  survey_version: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    survey_id: Frozen<string>;
    programme_id: Frozen<string>;
    persona_id: Frozen<string>;
    number: Frozen<number>;
    /** JSON: the question set as it was frozen. */
    definition: Frozen<string>;
    published_by: Frozen<string>;
    published_at: Frozen<number>;
  };
  question: {
    workspace_id: Frozen<string>;
    survey_version_id: Frozen<string>;
    question_key: Frozen<string>;
    position: Frozen<number>;
    kind: Frozen<QuestionKind>;
    scale: Frozen<Scale>;
    concept: Frozen<string>;
    wording: Frozen<string>;
    /** Equal for equal wordings: a difference between waves needs the same key. */
    wording_key: Frozen<string>;
    /** JSON array of {key, label}: the choices, or the two labelled ends of a scale. */
    options: Frozen<string>;
  };
  wave: {
    workspace_id: string;
    id: string;
    programme_id: string;
    name: string;
    state: 'draft' | 'open' | 'closed';
    /** `link`: its answers came through a link for a page or chat, from whoever found it. */
    kind: 'asked' | 'link';
    headline: string | null;
    headline_by: string | null;
    /** The admin who answers for sending it to many while the records of the mail's domain are not in order. */
    mail_vouched_by: string | null;
    created_at: number;
    sent_at: number | null;
    closed_at: number | null;
    /** When its mails may begin to go out; null for at once. */
    send_at: number | null;
    /** 1 where each person is written to in the hours that the workspace chose, by their own clock. */
    in_hours: Generated<number>;
    /** When its first mail was taken up. */
    started_at: number | null;
    paused_at: number | null;
    paused_why: PausedWhy | null;
    /** The member who paused it; null where the sender did. */
    paused_by: string | null;
    /** How many reminders the silent get. */
    reminders: Generated<number>;
    remind_after_days: Generated<number>;
    reminded_first: Generated<number>;
    reminded_second: Generated<number>;
  };
  /** When and how often people may be asked; without a row the rules that every workspace starts with hold. */
  asking_rule: {
    workspace_id: string;
    rest_days: number;
    role_rest_days: number;
    /** People of one account within a week; null for any number. */
    account_week: number | null;
    /** Minutes since midnight, by the clock of whoever is asked. */
    hours_from: number;
    hours_to: number;
    /** ISO weekdays with commas between, such as `1,2,3,4`. */
    weekdays: string;
    /** JSON array of ISO days. */
    quiet_days: string;
    /** For people of whom no zone is known. */
    time_zone: string;
    updated_at: number;
    /** Of those heard in a lane, how many in a hundred may still be owed an answer after the day promised. */
    debt_percent: Generated<number>;
  };
  wave_lane: {
    workspace_id: string;
    wave_id: string;
    programme_id: string;
    persona_id: string;
    survey_version_id: string;
    /** N: people who held the persona's role when the wave was sent and did not say that it is not theirs; null while unknown. */
    known_people: number | null;
    chosen_response_id: string | null;
    /** ISO day until which its respondents were to hear what came of it; null until it is sent. */
    promise_on: Generated<string | null>;
    /** How many of those heard were told what came of it. */
    told: Generated<number>;
  };
  invitation: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    wave_id: Frozen<string>;
    persona_id: Frozen<string>;
    survey_version_id: Frozen<string>;
    role_assignment_id: Frozen<string>;
    person_id: Frozen<string>;
    account_id: Frozen<string>;
    generation: number;
    created_at: number;
    revoked_at: number | null;
    came_from: Frozen<'referral' | 'correction' | null>;
    from_invitation_id: Frozen<string | null>;
    /** The persona they were first asked in, where it was another one. */
    persona_at_invite: Frozen<string | null>;
    /** The confirmation that was too old when they were asked, 0 for none; null where the role was known. */
    stale_confirmation: Frozen<number | null>;
  };
  link: {
    token_hash: string;
    kind: 'answer' | 'unsubscribe';
    workspace_id: string;
    invitation_id: string;
    revoked_at: number | null;
    /** Which secret made the token, so that it can be made again. */
    key_id: string;
  };
  outbound_message: {
    workspace_id: string;
    id: string;
    invitation_id: string;
    wave_id: string;
    kind: 'invitation' | 'reminder' | 'told_back';
    /** Of its kind: the letter of a renewed link is another invitation. */
    ordinal: number;
    state: MessageState;
    to_address: string;
    subject: string;
    message_id: string;
    bytes: Buffer | null;
    attempts: number;
    next_at: number;
    fence: number;
    lease_until: number | null;
    provider_id: string | null;
    reason: string | null;
    created_at: number;
    settled_at: number | null;
    /** Since when nobody knows whether it arrived; stays when somebody does. */
    doubted_at: number | null;
    /** 1 once it went out for a second time, because nobody knew of the first. */
    resent: number;
    /** What came back about it, the gravest; null while nothing did. */
    outcome: Generated<MessageOutcome | null>;
    outcome_at: Generated<number | null>;
    outcome_detail: Generated<string | null>;
  };
}
