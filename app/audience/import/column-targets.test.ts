import { expect, test } from 'vitest';
import { suggestAnswerTargets } from './answer-columns.ts';
import { headerKey } from './column-match.ts';
import {
  OLD_SCORE_NOTE,
  PERSON_TARGET_LABELS,
  PERSON_TARGETS,
  type PersonTarget,
  suggestTargets,
} from './column-targets.ts';

const mapped = (headers: string[], remembered = new Map<string, PersonTarget>()) =>
  Object.fromEntries(suggestTargets(headers, remembered).map(({ header, target }) => [header, target]));

test('a Salesforce export maps itself', () => {
  expect(
    mapped([
      'Contact ID',
      'Salutation',
      'First Name',
      'Last Name',
      'Email',
      'Title',
      'Account Name',
      'Account ID',
      'Contact Role',
      'Mailing Country',
    ]),
  ).toEqual({
    'Contact ID': 'person.external_id',
    Salutation: 'leave_out',
    'First Name': 'person.first_name',
    'Last Name': 'person.last_name',
    Email: 'person.email',
    Title: 'person.job_title',
    'Account Name': 'account.name',
    'Account ID': 'account.external_id',
    'Contact Role': 'role.persona',
    'Mailing Country': 'leave_out',
  });
});

test('a HubSpot export maps itself; the id of the person is not the id of the company', () => {
  expect(
    mapped([
      'Record ID - Contact',
      'First Name',
      'Last Name',
      'Email',
      'Job Title',
      'Associated Company',
      'Associated Company IDs',
      'Associated Company IDs (Primary)',
      'hs_buying_role',
      'Lead Status',
      'Time Zone',
    ]),
  ).toEqual({
    'Record ID - Contact': 'person.external_id',
    'First Name': 'person.first_name',
    'Last Name': 'person.last_name',
    Email: 'person.email',
    'Job Title': 'person.job_title',
    'Associated Company': 'account.name',
    'Associated Company IDs': 'leave_out',
    'Associated Company IDs (Primary)': 'account.external_id',
    hs_buying_role: 'role.persona',
    'Lead Status': 'leave_out',
    'Time Zone': 'person.time_zone',
  });
});

test('a Pipedrive export maps itself', () => {
  expect(
    mapped([
      'Person - Name',
      'Person - Email - Work',
      'Person - ID',
      'Person - Organization',
      'Organization - ID',
    ]),
  ).toEqual({
    'Person - Name': 'person.name',
    'Person - Email - Work': 'person.email',
    'Person - ID': 'person.external_id',
    'Person - Organization': 'account.name',
    'Organization - ID': 'account.external_id',
  });
});

test.each<[string, Record<string, PersonTarget>]>([
  [
    'the mockup',
    {
      'Full Name': 'person.name',
      'Work Email': 'person.email',
      Company: 'account.name',
      'Job Title': 'person.job_title',
      'Role in deal': 'role.persona',
      'Last NPS': 'leave_out',
      Renewal: 'account.renewal_date',
    },
  ],
  [
    'German',
    {
      Vorname: 'person.first_name',
      Name: 'person.last_name',
      'E-Mail-Adresse': 'person.email',
      Firma: 'account.name',
      Funktion: 'person.job_title',
      Rolle: 'role.persona',
      Vertragsende: 'account.renewal_date',
      Sprache: 'person.language',
    },
  ],
  [
    'French',
    {
      Prénom: 'person.first_name',
      Nom: 'person.last_name',
      Courriel: 'person.email',
      Société: 'account.name',
      Fonction: 'person.job_title',
      Rôle: 'role.persona',
    },
  ],
  [
    'Spanish',
    {
      Nombre: 'person.first_name',
      Apellidos: 'person.last_name',
      'Correo electrónico': 'person.email',
      Empresa: 'account.name',
      Cargo: 'person.job_title',
      Rol: 'role.persona',
    },
  ],
  ['one column for the name', { Nom: 'person.name', 'E-mail': 'person.email' }],
  ['one column for the name, in Spanish', { Nombre: 'person.name', Correo: 'person.email' }],
  [
    'any spelling',
    { '  JOB_TITLE ': 'person.job_title', 'e mail': 'person.email', 'account-name': 'account.name' },
  ],
])('headers as people write them: %s', (_, expected) => {
  expect(mapped(Object.keys(expected))).toEqual(expected);
});

test('what was chosen before goes before the usual headers', () => {
  const remembered = new Map<string, PersonTarget>([
    [headerKey('Title'), 'role.persona'],
    [headerKey('Role'), 'leave_out'],
    [headerKey('Kostenstelle'), 'account.external_id'],
  ]);
  expect(mapped(['title', 'Role', 'Kostenstelle', 'Account ID'], remembered)).toEqual({
    title: 'role.persona',
    Role: 'leave_out',
    Kostenstelle: 'account.external_id',
    'Account ID': 'leave_out',
  });
});

test('no target is given twice, and the column left out says which one has it', () => {
  const columns = suggestTargets(['Email 1', 'Work Email', 'Work Email'], new Map());
  expect(columns.map(({ target }) => target)).toEqual(['leave_out', 'person.email', 'leave_out']);
  expect(columns[0]!.note).toBe('“Work Email” already gives this.');
});

test.each(['NPS', 'Last NPS', 'nps_score', 'Score', 'CSAT 2024'])(
  'a column of old scores is left out with the reason: %s',
  (header) => {
    expect(suggestTargets([header], new Map())[0]).toMatchObject({
      target: 'leave_out',
      note: OLD_SCORE_NOTE,
    });
  },
);

test('an unknown or empty header is left out without a reason', () => {
  expect(suggestTargets(['Favourite colour', ''], new Map())).toMatchObject([
    { target: 'leave_out', because: null, note: null },
    { target: 'leave_out', because: null, note: null },
  ]);
});

test('every target has a label, and no two share one', () => {
  expect(new Set(PERSON_TARGETS.map((target) => PERSON_TARGET_LABELS[target])).size).toBe(
    PERSON_TARGETS.length,
  );
});

test('past answers: usual headers, whole questions as headers, and nothing guessed from a bare name', () => {
  const headers = [
    'Respondent role',
    'How likely are you to recommend us to a colleague?',
    'Recorded Date',
    'Company',
    'Comment',
    'Email',
    'PurchaseInfluence',
    'JobSat',
  ];
  const columns = suggestAnswerTargets(headers, new Map([[headerKey('purchaseinfluence'), 'persona']]));
  expect(columns.map(({ target }) => target)).toEqual([
    'leave_out',
    'score',
    'date',
    'account',
    'verbatim',
    'email',
    'persona',
    'leave_out',
  ]);
  expect(
    suggestAnswerTargets(['PurchaseInfluence', 'JobSat'], new Map()).map(({ target }) => target),
  ).toEqual(['leave_out', 'leave_out']);
});
