import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NewRuleForm } from '#app/routes/_desk.programmes.$programme_.rules/new-rule-form.tsx';
import type { RulesView } from '#app/routes/_desk.programmes.$programme_.rules/page.tsx';
import { BreakdownSection } from '#app/routes/_desk.results.$wave.$persona/breakdown-section.tsx';
import type { PersonaView } from '#app/routes/_desk.results.$wave.$persona/page.tsx';
import { draw } from '#tests/support/draw.tsx';

const BUYER = { id: 'buyer', base: 'buyer', name: 'Buyer', plural: 'Buyers', closedAt: null };

test.each(['attributed', 'confidential'] as const)(
  'each field of a new rule, %s, stands in the form itself, so that all are equally far apart',
  (confidentiality) => {
    const question = { value: 'q1', wording: 'How likely?', personaId: 'buyer', surveyName: 'Check-in' };
    const view = {
      ...{ personas: [BUYER], programme: { name: 'Check-in', confidentiality }, members: [], rules: [] },
      ...{ questions: [{ ...question, choices: [{ key: 'o1', label: 'Price' }] }], themes: [] },
    };
    const { container } = draw(<NewRuleForm view={view as unknown as RulesView} faulty={undefined} />);
    const fields = [...container.querySelectorAll('.field')];
    expect(fields.length).toBeGreaterThan(6);
    expect(fields.filter(({ parentElement }) => parentElement?.tagName !== 'FORM')).toEqual([]);
    expect(container.querySelectorAll('form > :not(.field, .form-foot)')).toHaveLength(0);
  },
);

const undecided = (ways: { value: string; name: string }[], mayChoose: boolean) => {
  const breakdown = { ways, way: null, rows: [], further: 0, rule: 'decide_once', because: null };
  const view = { breakdown, persona: BUYER, figure: {}, slug: 'wav_1', mayChoose };
  return draw(<BreakdownSection view={view as unknown as PersonaView} />);
};
const REGION = { value: 'att_1', name: 'Region' };

test('where an admin may decide by what and there is nothing to decide by, they are led to where it is defined', () => {
  undecided([], true);
  expect(screen.getByText(/^There is no attribute of accounts to choose\./)).toBeDefined();
  expect(screen.getByRole('link', { name: 'Define one' }).getAttribute('href')).toBe('/settings/attributes');
  expect(screen.queryByRole('button', { name: 'Decide, for good' })).toBeNull();
});

test('where there is an attribute they decide, and an executive is told that nobody has', () => {
  undecided([REGION], true);
  expect(screen.getByRole('button', { name: 'Decide, for good' })).toBeDefined();
  undecided([REGION], false);
  expect(screen.getByText(/^Nobody has decided by what yet\./)).toBeDefined();
  expect(screen.getAllByRole('button', { name: 'Decide, for good' })).toHaveLength(1);
});
