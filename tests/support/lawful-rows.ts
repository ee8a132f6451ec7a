import type { Kysely } from 'kysely';
import type { Tables } from '#db/schema/tables.ts';
import { insertKeyedRows } from './keyed-rows.ts';

export type Row = Record<string, string | number | null>;

const w = { workspace_id: 'w1' };
const lane = { wave_id: 'w1-wave', persona_id: 'w1-buyer', survey_version_id: 'w1-buyer-version' };
const asked = { ...w, programme_id: 'w1-programme', persona_id: 'w1-buyer' };
const atBolt = { role_assignment_id: 'w1-new-role', person_id: 'w1-buyer-at-acme', account_id: 'w1-bolt' };
const atAcme = { role_assignment_id: 'w1-asked-role', person_id: 'w1-buyer-at-bolt', account_id: 'w1-acme' };

/** One more row of each table of the chain, which both engines take once `insertSpares` has run. */
export const lawful = {
  survey: {
    ...asked,
    id: 's',
    name: 's',
    language: 'en',
    draft: '',
    revision: 1,
    created_at: 1,
    updated_at: 1,
  },
  survey_version: {
    ...{ ...asked, id: 'v', survey_id: 'w1-buyer-survey', number: 2 },
    ...{ definition: '{}', published_by: 'ada', published_at: 1 },
  },
  wave_lane: {
    ...{ ...w, wave_id: 'w1-wave2', programme_id: 'w1-programme' },
    ...{ persona_id: 'w1-buyer', survey_version_id: 'w1-buyer-version' },
  },
  invitation: { ...w, ...lane, ...atBolt, id: 'i', generation: 1, created_at: 1 },
  role_correction: {
    ...{ ...w, id: 'c', invitation_id: 'w1-buyer-at-acme-invitation', said: 'other', words: '', at: 1 },
    ...{ from_persona_id: 'w1-buyer', to_persona_id: 'w1-end-user', to_invitation_id: 'w1-new-invitation' },
  },
  referral: {
    ...{ ...w, invitation_id: 'w1-buyer-at-acme-invitation', to_invitation_id: 'w1-new-invitation', at: 1 },
  },
  response: {
    ...{ ...w, ...lane, ...atAcme, id: 'r', source: 'invited', invitation_id: 'w1-new-invitation' },
    ...{ confidentiality: 'attributed', language: 'en', submit_id: 'r', answered_at: 1, received_at: 1 },
  },
  answer: {
    ...{ ...w, ...lane, response_id: 'w1-buyer-at-acme-response', question_key: 'second' },
    ...{ score: 7, choices: null, verbatim: null },
  },
  lane_heard: { ...w, ...lane, responses: 1 },
  lane_sum: { ...w, ...lane, question_key: 'second', sums: '{"values":[],"parts":[]}' },
  lane_asked: { ...w, ...lane, people: 1, delivered: null },
  answer_tally: { ...w, ...lane, question_key: 'second', account_id: '', value: '7', people: 1 },
  question: {
    ...{ ...w, survey_version_id: 'w1-buyer-version', question_key: 'third', position: 2, kind: 'recommend' },
    ...{ scale: 'ltr_0_10', concept: 'ltr', wording: '?', wording_key: '?', options: '[]' },
  },
  outbound_message: {
    ...{ ...w, id: 'm', invitation_id: 'w1-buyer-at-acme-invitation', wave_id: 'w1-wave', ordinal: 2 },
    ...{ kind: 'invitation', state: 'queued', to_address: 'a@b.example', subject: '', attempts: 0 },
    ...{ message_id: '<i.m@b.example>', next_at: 1, fence: 0, resent: 0, created_at: 1 },
  },
  mail_event: {
    ...{ ...w, provider: 'ses', event_id: 'e', kind: 'delivered', status: null, detail: '', occurred_at: 1 },
    ...{ received_at: 1, state: 'matched', tries: 0, next_at: 1, settled_at: 1, message_id: 'w1-message' },
  },
  mail_event_token: { token_hash: 't', seen_at: 1 },
  wave_return: {
    ...{ ...w, wave_id: 'w1-wave2', hard_bounces: 1, complaints: 0, looked_bounces: 0, looked_complaints: 0 },
    ...{ stopped_bounces: 0, stopped_complaints: 0, stopped_at: null, stopped_why: null },
  },
  notice: {
    ...{ ...w, id: 'n', kind: 'reply', about: 'e', message_id: 'w1-message', to_name: '', subject: '' },
    ...{ to_address: 'a@b.example', body: '', state: 'queued', attempts: 0, next_at: 1, fence: 0 },
    ...{ resent: 0, created_at: 1 },
  },
  role_assignment: {
    ...{ ...w, id: 'e', person_id: 'w1-buyer-at-acme', account_id: 'w1-acme', persona_id: 'w1-end-user' },
    ...{ source: 'csm', evidence: '', started_at: 1, created_at: 1 },
  },
  person_attribute: {
    ...{ ...w, holder_id: 'w1-buyer-at-acme', attribute_id: 'w1-attribute', value: 'A', value_key: 'a' },
  },
  account_attribute: {
    ...{ ...w, holder_id: 'w1-acme', attribute_id: 'w1-attribute', value: 'A', value_key: 'a' },
  },
} satisfies { [T in keyof Tables]?: Row };

/** What the lawful rows lean on and the chain lacks: a second wave and question, open roles, unused rows. */
export async function insertSpares(db: Kysely<Tables>): Promise<void> {
  const persona = {
    ...w,
    base: 'buyer',
    plural: '',
    definition: '',
    question: '',
    position: 9,
    created_at: 1,
  };
  const spare = { persona_id: 'w1-spare' };
  const free = { ...lawful.role_assignment, persona_id: 'w1-buyer', account_id: 'w1-bolt' };
  const rows = {
    persona: [{ ...persona, id: 'w1-unused', name: 'unused', name_key: 'unused' }],
    wave: [
      { ...w, id: 'w1-wave2', programme_id: 'w1-programme', name: 'Autumn', state: 'draft', created_at: 1 },
    ],
    attribute: ['w1', 'w2'].map((workspace_id) => ({
      ...{ workspace_id, id: `${workspace_id}-attribute`, about: 'person', name: 'A', name_key: 'a' },
      created_at: 1,
    })),
    survey: [{ ...lawful.survey, ...spare, id: 'w1-spare-survey' }],
    survey_version: [
      { ...lawful.survey_version, ...spare, id: 'w1-spare-version', survey_id: 'w1-spare-survey' },
      { ...lawful.survey_version, id: 'w1-loose-version', number: 3 },
    ],
    question: [{ ...lawful.question, question_key: 'second', position: 1 }],
    role_assignment: [
      { ...free, id: 'w1-new-role' },
      { ...free, ...spare, id: 'w1-unasked-role' },
      { ...free, id: 'w1-asked-role', person_id: 'w1-buyer-at-bolt', account_id: 'w1-acme' },
    ],
    invitation: [{ ...lawful.invitation, ...atAcme, id: 'w1-new-invitation' }],
    outbound_message: [
      { ...lawful.outbound_message, id: 'w1-message', ordinal: 1, message_id: '<i.w1@b.example>' },
    ],
  };
  await insertKeyedRows(db, rows as Parameters<typeof insertKeyedRows>[1]);
}
