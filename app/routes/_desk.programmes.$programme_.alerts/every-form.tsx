import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { AlertRulesView, Faulty } from './page.tsx';

const FIELDS = ['everyPoints', 'everyMembers'];

/** "Any persona falls": as many rules as there are personas, each with its name. */
export function EveryForm({ view, faulty }: { view: AlertRulesView; faulty: Faulty }) {
  const { asked, members, rules } = view;
  if (asked.length === 0) return null;
  const { fieldErrors = {}, values = {}, ticked = [] } = faulty ?? {};
  const faults = Object.entries(fieldErrors)
    .filter(([field]) => FIELDS.includes(field))
    .map(([field, message]) => ({ field, message }));
  return (
    <Section
      title="Any persona falls"
      id="every"
      lead={`Makes a rule of its own for each persona that this programme asks: ${asked.map(({ name }) => name).join(', ')}. No rule is of several.`}
    >
      <Form method="post" noValidate className="measure" key={JSON.stringify([values, rules.length])}>
        <ErrorSummary faults={faults} />
        <Field
          id="everyPoints"
          label="Falls by at least so many points"
          help="From one closed wave to the next, where the interval of the difference excludes 0."
          error={fieldErrors.everyPoints}
        >
          <TextInput
            name="everyPoints"
            inputMode="numeric"
            size={4}
            defaultValue={values.everyPoints ?? '20'}
          />
        </Field>
        <CheckboxGroup
          id="everyMembers"
          name="everyMembers"
          label="Whom they mail"
          options={members}
          defaultValues={ticked}
          error={fieldErrors.everyMembers}
        />
        <p className="cluster form-foot">
          <Button name="intent" value="every">
            Make a rule for each persona
          </Button>
        </p>
      </Form>
    </Section>
  );
}
