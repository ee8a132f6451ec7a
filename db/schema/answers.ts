import type { ColumnType, Generated } from 'kysely';
import type { Confidentiality } from './asking.ts';

type Frozen<T> = ColumnType<T, T, never>;

export interface AnswerTables {
  response: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    wave_id: Frozen<string>;
    persona_id: Frozen<string>;
    survey_version_id: Frozen<string>;
    source: Frozen<'invited' | 'imported' | 'self_declared' | 'link'>;
    invitation_id: Frozen<string | null>;
    import_id: Frozen<string | null>;
    /** What was held until a member released it. */
    held_id: Frozen<string | null>;
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
  /** How many of each lane were asked: an invitation more, a person more. */
  lane_asked: {
    workspace_id: string;
    wave_id: string;
    persona_id: string;
    survey_version_id: string;
    people: number;
    /** To how many the letter went out; null while any of them may still change, and then they are counted. */
    delivered: number | null;
    /** Who had begun when it could be sent no more, of answers that carry names; those who can still send are in `begun_response`. */
    unsent: Generated<number>;
    /** Who was silent only because no letter reached them, once the wave is over; null before, and then they are counted. */
    unreached: Generated<number | null>;
  };
  /** What the tally of one question of a lane comes to, whatever the number of accounts. */
  lane_sum: {
    workspace_id: Frozen<string>;
    wave_id: Frozen<string>;
    persona_id: Frozen<string>;
    survey_version_id: Frozen<string>;
    question_key: Frozen<string>;
    /** JSON: people by value, and accounts by how many people answered there; opaque to every query. */
    sums: Frozen<string>;
  };
  /** How many answered in each lane. */
  lane_heard: {
    workspace_id: string;
    wave_id: string;
    persona_id: string;
    survey_version_id: string;
    responses: number;
  };
  /** What the responses of one commit add to the two tables above, until it is added: read with them, never without. */
  waiting_count: {
    workspace_id: Frozen<string>;
    wave_id: Frozen<string>;
    persona_id: Frozen<string>;
    survey_version_id: Frozen<string>;
    /** That of one of the responses. */
    id: Frozen<string>;
    responses: Frozen<number>;
    /** JSON array of [account_id, question_key, value, people], as `answer_tally` has them; opaque to every query. */
    counts: Frozen<string>;
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
  /** What a respondent has filled in and not sent: one row an invitation, written over as they go on. */
  begun_response: {
    workspace_id: string;
    invitation_id: string;
    /** JSON: the form as it stands; opaque to every query. */
    given: string;
    page: number;
    /** Grows with each save, so that a page that knows an older one is told. */
    revision: number;
    device_hash: string;
    updated_at: number;
  };
  /** That an unlinkable invitation was answered: no time and no order, nothing to join a response by. */
  answered_invitation: {
    workspace_id: Frozen<string>;
    invitation_id: Frozen<string>;
  };
  /** Received but doubtful: in no statistic until a member releases it. */
  held_response: {
    workspace_id: Frozen<string>;
    id: Frozen<string>;
    wave_id: Frozen<string>;
    persona_id: Frozen<string>;
    survey_version_id: Frozen<string>;
    reason: Frozen<'machine' | 'self_declared'>;
    /** JSON array: what made it look like a machine. */
    evidence: Frozen<string>;
    invitation_id: Frozen<string | null>;
    shared_link_id: Frozen<string | null>;
    account_id: Frozen<string | null>;
    said_name: Frozen<string | null>;
    said_email: Frozen<string | null>;
    /** Name and address as search looks through them; see `nameKey`. */
    said_key: Generated<string | null>;
    /** JSON: the form as it was sent; opaque to every query. */
    given: Frozen<string>;
    language: Frozen<string>;
    submit_id: Frozen<string>;
    received_at: Frozen<number>;
    /** `answered`: the person pressed again by hand, and that is what counts. */
    decision: 'released' | 'discarded' | 'answered' | null;
    decided_by: string | null;
    decided_at: number | null;
    decision_reason: string | null;
  };
  /** What a respondent said of the role they were asked in. */
  role_correction: {
    workspace_id: string;
    id: string;
    invitation_id: string;
    said: 'still' | 'other' | 'none' | 'left';
    from_persona_id: string;
    to_persona_id: string | null;
    to_invitation_id: string | null;
    words: string;
    at: number;
    settled_by: string | null;
    settled_at: number | null;
    /** When the owner of the programme was told that somebody left. */
    told_at: Generated<number | null>;
  };
  /** That an invitation was passed on: once, whether or not the colleague may be written to. */
  referral: {
    workspace_id: string;
    invitation_id: string;
    /** Null where nobody was asked. */
    to_invitation_id: string | null;
    at: number;
  };
}
