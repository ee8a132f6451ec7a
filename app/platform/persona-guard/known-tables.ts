import type { Tables } from '#db/schema/tables.ts';

const TABLES = {
  account: true,
  answer: true,
  answer_tally: true,
  answered_invitation: true,
  api_key: true,
  asking_rule: true,
  audit_entry: true,
  begun_response: true,
  brand_logo: true,
  column_memory: true,
  employment: true,
  held_response: true,
  idempotency_key: true,
  import_chunk: true,
  import_reject: true,
  import_run: true,
  installation: true,
  invitation: true,
  lane_heard: true,
  link: true,
  mailbox_message: true,
  member: true,
  member_link: true,
  outbound_message: true,
  persona: true,
  person: true,
  person_address: true,
  programme: true,
  programme_brand: true,
  programme_suppression: true,
  purpose: true,
  question: true,
  referral: true,
  refusal: true,
  response: true,
  role_assignment: true,
  role_correction: true,
  role_word: true,
  session: true,
  shared_link: true,
  shared_link_device: true,
  sign_in_throttle: true,
  suppression: true,
  survey: true,
  survey_translation: true,
  survey_version: true,
  unplaced_answer: true,
  wave: true,
  wave_lane: true,
  workspace: true,
} satisfies Record<keyof Tables, true>;

/** What a query may read from. A view is in no list: it could hide a blend behind a name. */
export const KNOWN_TABLES: ReadonlySet<string> = new Set(Object.keys(TABLES));

/** The tables that hold answer values, with the columns that are, or count by, a value. */
const VALUES = {
  answer: ['score', 'choices', 'verbatim'],
  answer_tally: ['value', 'people'],
} satisfies { [T in 'answer' | 'answer_tally']: readonly (keyof Tables[T])[] };

export const GUARDED_TABLES: ReadonlySet<string> = new Set(Object.keys(VALUES));
export const VALUE_COLUMNS: ReadonlySet<string> = new Set(Object.values(VALUES).flat());
