import { describe, expect, test } from 'vitest';
import { judgeName } from './attribute-name.ts';

const codeOf = (name: string, about: 'person' | 'account' = 'person') => {
  const judged = judgeName(about, name);
  return judged.kind === 'refused' ? judged.code : judged.kind;
};

const FINE = [
  'Region',
  'Product',
  'Onboarding cohort',
  'Package',
  'Stage',
  'Usage',
  'Language level',
  'Average tickets',
  'Trace id',
  'Sector',
  'Sussex office',
  'Healthcare segment',
  'Manager',
  'Mailing list',
  'Array size',
  'Credit union branch',
  'Family of products',
  'Lead generation',
  'Single sign-on',
  'Party invited by',
  'Enterprise plan',
  'Country',
  'Controller',
  'Programme',
];

const REFUSED: Record<'PROTECTED_ATTRIBUTE' | 'MONEY_SEGMENT' | 'PERSONA_REQUIRED', string[]> = {
  PROTECTED_ATTRIBUTE: [
    ...['Gender', 'SEX', 'is_female', 'Preferred pronouns', 'Geschlecht', 'Sexe', 'Género'],
    ...['Age', 'Age group', 'AgeGroup', 'age2027', 'SeniorCitizen', 'Date of birth', 'Alter', 'Âge', 'Edad'],
    ...['Ethnicity', 'Race', 'Hautfarbe', 'Origine ethnique', 'Etnia'],
    ...['Religion', 'Religious holidays', 'Konfession', 'Croyances', 'Religión'],
    ...['Health', 'Sick days', 'Gesundheit', 'Santé', 'Salud'],
    ...['Disability', 'Behinderung', 'Handicap', 'Discapacidad'],
    ...['Sexual orientation', 'LGBTQ', 'Sexualität', 'Orientation sexuelle'],
    ...['Marital status', 'Children', 'Familienstand', 'Situation familiale', 'Estado civil'],
    ...['Nationality', 'Citizenship', 'Staatsangehörigkeit', 'Nationalité', 'Nacionalidad'],
    ...['Trade union', 'Political views', 'Gewerkschaft', 'Syndicat', 'Afiliación política'],
  ],
  MONEY_SEGMENT: [
    ...[
      'ARR',
      'arr_2026',
      'ARR2026',
      'MRR band',
      'ACV',
      'Annual revenue',
      'List price',
      'Deal size',
      'Spend',
    ],
    ...['Contract value', 'Discount', 'LTV', 'Tier by €', 'Umsatz', 'Rabatt', 'Chiffre d’affaires', 'Precio'],
  ],
  PERSONA_REQUIRED: ['Persona', 'Role', 'Buyer type', 'buyerType', 'Decision-maker', 'Rolle', 'Rôle', 'Rol'],
};

describe('the name of an own attribute', () => {
  test.each(FINE)('%s is taken', (name) => {
    expect(codeOf(name)).toBe('fine');
    expect(codeOf(name, 'account')).toBe('fine');
  });

  test.each(Object.entries(REFUSED).flatMap(([code, names]) => names.map((name) => [name, code])))(
    '%s is refused as %s',
    (name, code) => {
      expect(codeOf(name)).toBe(code);
    },
  );

  test('what a firm has too may be said of an account', () => {
    expect(codeOf('Health score', 'account')).toBe('fine');
    expect(codeOf('Account age', 'account')).toBe('fine');
    expect(codeOf('Share of women', 'account')).toBe('PROTECTED_ATTRIBUTE');
  });

  test('it says why in a sentence, and in the words that were written', () => {
    expect(judgeName('person', ' Age  group ')).toMatchObject({
      sentence: expect.stringMatching(/^“Age {2}group” describes a person’s age\. /),
    });
    expect(judgeName('account', 'Deal size')).toMatchObject({
      sentence: expect.stringMatching(/^“Deal size” sorts by what they pay you\. /),
    });
    expect(judgeName('person', 'Role')).toMatchObject({ sentence: expect.stringContaining('by persona') });
  });

  test('it has one to forty characters', () => {
    expect(judgeName('person', '   ').kind).toBe('unfit');
    expect(judgeName('person', 'x'.repeat(40)).kind).toBe('fine');
    expect(judgeName('person', 'x'.repeat(41)).kind).toBe('unfit');
  });
});
