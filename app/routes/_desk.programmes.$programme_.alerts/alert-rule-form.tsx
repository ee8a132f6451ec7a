import { Form } from '@remix-run/react';
import { ALERT_KIND_WORDS, ALERT_KINDS, refusedBy } from '#app/followup/alert/rule/alert-rule.ts';
import { PersonaAndKind } from '#app/followup/rule/persona-and-kind.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { AlertRulesView, Faulty } from './page.tsx';

type Typed = Partial<Record<string, string>>;
interface Parts {
  view: AlertRulesView;
  errors: Typed;
  typed: Typed;
}

/** A rule is one persona, what raises an alert, its name, and whom it mails. Only the fields of the kind chosen show. */
export function AlertRuleForm({ view, faulty }: { view: AlertRulesView; faulty: Faulty }) {
  const { fieldErrors = {}, values = {}, ticked = [] } = faulty ?? {};
  const parts = { view, errors: fieldErrors, typed: values };
  const faults = Object.entries(fieldErrors)
    .filter(([field]) => !field.startsWith('every'))
    .map(([field, message]) => ({ field, message }));
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
        <HowMuch {...parts} />
        <Field id="name" label="Name" help="It stands in the alert." error={fieldErrors.name}>
          <TextInput name="name" maxLength={100} defaultValue={values.name} autoComplete="off" />
        </Field>
        <CheckboxGroup
          id="members"
          name="members"
          label="Whom it mails"
          help="Mails wait for the hours in which people are asked. Webhooks that want alerts hear of it at once."
          options={view.members}
          defaultValues={ticked}
          error={fieldErrors.members}
        />
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
  const kinds = ALERT_KINDS.map((value) => {
    const refusal = refusedBy(programme.confidentiality, value);
    return { value, label: ALERT_KIND_WORDS[value], ...(refusal && { help: refusal }) };
  });
  return (
    <PersonaAndKind
      label="What raises an alert"
      personas={personas}
      kinds={kinds}
      errors={errors}
      typed={typed}
    />
  );
}

const FIELDS = [
  {
    name: 'points',
    label: 'Points',
    help: 'For a score that fell: at least so many, and only where the interval of the difference excludes 0.',
  },
  { name: 'silentDays', label: 'Days without a word', help: 'For silence before a renewal.' },
  { name: 'renewalDays', label: 'Days until the renewal', help: 'For silence before a renewal.' },
  {
    name: 'withinDays',
    label: 'Days ahead',
    help: 'For an answer that is owed: so many days before they may not be asked again; 0 for only then.',
  },
] as const;

function HowMuch({ view: { programme }, errors, typed }: Parts) {
  const hasSilence = refusedBy(programme.confidentiality, 'silence') === null;
  return FIELDS.filter(({ name }) => hasSilence || (name !== 'silentDays' && name !== 'renewalDays')).map(
    ({ name, label, help }) => (
      <Field key={name} id={name} label={label} help={help} error={errors[name]}>
        <TextInput name={name} inputMode="numeric" size={4} defaultValue={typed[name]} />
      </Field>
    ),
  );
}
