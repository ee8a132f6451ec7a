import { Form, Link } from '@remix-run/react';
import { PersonaAndKind } from '#app/followup/rule/persona-and-kind.tsx';
import { RULE_KIND_WORDS, RULE_KINDS, refusedBy } from '#app/followup/rule/rule.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Faulty, RulesView } from './page.tsx';

type Typed = Partial<Record<string, string>>;
interface Parts {
  view: RulesView;
  errors: Typed;
  typed: Typed;
}

/**
 * A rule is one persona, what opens a follow-up, and who does what by when. Only the fields of the kind chosen show. Each field stands
 * in the form itself, which is what keeps them equally far apart.
 */
export function NewRuleForm({ view, faulty }: { view: RulesView; faulty: Faulty }) {
  const { fieldErrors = {}, values = {} } = faulty ?? {};
  const parts = { view, errors: fieldErrors, typed: values };
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Section title="New rule" id="new">
      <Form
        method="post"
        noValidate
        className="rule-form measure"
        key={JSON.stringify([values, view.rules.length])}
      >
        <ErrorSummary faults={faults} />
        <Whom {...parts} />
        <OfAnAnswer {...parts} />
        <OfSilence {...parts} />
        <OfATheme {...parts} />
        <WhoDoesIt {...parts} />
        <p className="cluster form-foot">
          <Button variant="primary" name="intent" value="make">
            Make the rule
          </Button>
        </p>
      </Form>
    </Section>
  );
}

function Whom({ view: { personas, programme }, errors, typed }: Parts) {
  const kinds = RULE_KINDS.map((value) => {
    const refusal = refusedBy(programme.confidentiality, value);
    return { value, label: RULE_KIND_WORDS[value], ...(refusal && { help: refusal }) };
  });
  return (
    <PersonaAndKind
      label="What opens a follow-up"
      personas={personas}
      kinds={kinds}
      errors={errors}
      typed={typed}
    />
  );
}

function OfAnAnswer({ view: { questions, personas, programme }, errors, typed }: Parts) {
  if (questions.length === 0 || programme.confidentiality === 'unlinkable') return null;
  const nameOf = (personaId: string) => personas.find(({ id }) => id === personaId)?.name ?? '';
  const asked = questions.map(({ value, wording, personaId, surveyName }) => ({
    value,
    label: `${nameOf(personaId)}: ${wording} (${surveyName})`,
  }));
  const choices = questions.flatMap(({ value, wording, choices: own }) =>
    own.map(({ key, label }) => ({ value: `${value}|${key}`, label: `${label} (${wording})` })),
  );
  return (
    <>
      <Field
        id="question"
        label="Question"
        help={`For an answer up to a number, and for a choice. One that this persona is asked.${
          programme.confidentiality === 'confidential' ? IN_CONFIDENCE : ''
        }`}
        error={errors.question}
      >
        <Select name="question" prompt="Choose" options={asked} defaultValue={typed.question ?? ''} />
      </Field>
      <Field id="atMost" label="Up to" help="For an answer up to a number." error={errors.atMost}>
        <TextInput name="atMost" inputMode="numeric" size={4} defaultValue={typed.atMost} />
      </Field>
      {choices.length > 0 && (
        <Field id="choice" label="Choice" help="For a choice, of the same question." error={errors.choice}>
          <Select name="choice" prompt="Choose" options={choices} defaultValue={typed.choice ?? ''} />
        </Field>
      )}
    </>
  );
}

const IN_CONFIDENCE =
  ' Answers are given in confidence here: a rule opens one follow-up for all people of the persona, when the send is closed and enough of them said so, and it leads to nobody.';

function OfSilence({ view: { programme }, errors, typed }: Parts) {
  if (refusedBy(programme.confidentiality, 'silence') !== null) return null;
  return (
    <>
      <Field
        id="silentDays"
        label="Days without a word"
        help="For silence before a renewal."
        error={errors.silentDays}
      >
        <TextInput name="silentDays" inputMode="numeric" size={4} defaultValue={typed.silentDays} />
      </Field>
      <Field
        id="renewalDays"
        label="Days until the renewal"
        help="For silence before a renewal."
        error={errors.renewalDays}
      >
        <TextInput name="renewalDays" inputMode="numeric" size={4} defaultValue={typed.renewalDays} />
      </Field>
    </>
  );
}

function OfATheme({ view: { programme, themes }, errors, typed }: Parts) {
  if (refusedBy(programme.confidentiality, 'theme') !== null) return null;
  return (
    <Field id="theme" label="Theme" help={<ThemeHelp none={themes.length === 0} />} error={errors.theme}>
      <Select name="theme" prompt="Choose" options={themes} defaultValue={typed.theme ?? ''} />
    </Field>
  );
}

function ThemeHelp({ none }: { none: boolean }) {
  return (
    <>
      For an answer that raises a theme, once somebody confirmed that it does.
      {none && (
        <>
          {' '}
          There is no theme yet. <Link to="/answers/themes">Make the first one</Link>.
        </>
      )}
    </>
  );
}

function WhoDoesIt({ view: { members }, errors, typed }: Parts) {
  return (
    <>
      <Field id="what" label="What is to be done" error={errors.what}>
        <TextInput name="what" maxLength={200} defaultValue={typed.what} autoComplete="off" />
      </Field>
      <Field
        id="owner"
        label="Who does it"
        help="Whoever owns the programme, where you choose nobody."
        error={errors.owner}
      >
        <Select
          name="owner"
          prompt="Nobody in particular"
          options={members}
          defaultValue={typed.owner ?? ''}
        />
      </Field>
      <Field
        id="hours"
        label="Within how many working hours"
        help="The hours and days on which people are asked, by the clock of the workspace."
        error={errors.hours}
      >
        <TextInput name="hours" inputMode="numeric" size={4} defaultValue={typed.hours ?? '8'} />
      </Field>
    </>
  );
}
