import { Form, useNavigation } from '@remix-run/react';
import { VERDICT_WORDS, VERDICTS } from '#app/followup/decision/decision.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup, RadioGroup } from '#app/ui/choice.tsx';
import { TextArea, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { DecisionFaults, DecisionsView } from './page.tsx';

export function NewDecisionForm({ view, faulty }: { view: DecisionsView; faulty: DecisionFaults }) {
  const own = faulty?.values.intent === 'size' ? undefined : faulty;
  const { fieldErrors = {}, values = {}, ticked = { ...view.begun, followUps: [] } } = own ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  const isKeeping = useNavigation().state === 'submitting';
  return (
    <Section title="A new decision" id="new">
      <Form method="post" noValidate>
        <ErrorSummary faults={faults} />
        <RadioGroup
          id="verdict"
          label="Done or not"
          name="verdict"
          error={fieldErrors.verdict}
          options={VERDICTS.map((value) => ({ value, label: VERDICT_WORDS[value] }))}
          defaultValue={values.verdict ?? 'do'}
        />
        <Field
          id="what"
          label="What"
          help="In a sentence that respondents can read."
          error={fieldErrors.what}
        >
          <TextInput name="what" maxLength={300} defaultValue={values.what} />
        </Field>
        <Field
          id="because"
          label="Why"
          help="Needed where it is not done: a no without its reason is no answer."
          error={fieldErrors.because}
        >
          <TextArea name="because" rows={3} defaultValue={values.because} />
        </Field>
        <CheckboxGroup
          id="personas"
          label="Whom it answers"
          name="personas"
          help="Each persona that it claims to serve."
          error={fieldErrors.personas}
          options={view.personas
            .filter(({ id }) => view.asked.includes(id))
            .map(({ id, plural }) => ({ value: id, label: plural }))}
          defaultValues={ticked.personas}
        />
        {view.themes.length > 0 && (
          <CheckboxGroup
            id="themes"
            label="Themes that it groups"
            name="themes"
            error={fieldErrors.themes}
            options={view.themes}
            defaultValues={ticked.themes}
          />
        )}
        {view.followUps.length > 0 && (
          <CheckboxGroup
            id="followUps"
            label="Follow-ups that it settles or begins"
            name="followUps"
            error={fieldErrors.followUps}
            options={view.followUps.map((one) => ({ value: one.slug, label: nameOf(one, view) }))}
            defaultValues={ticked.followUps}
          />
        )}
        <p className="cluster form-foot">
          <Button variant="primary">{isKeeping ? 'Keeping' : 'Keep it'}</Button>
        </p>
      </Form>
    </Section>
  );
}

function nameOf(
  { what, personaId, accountName }: DecisionsView['followUps'][number],
  { personas }: DecisionsView,
): string {
  const persona = personas.find(({ id }) => id === personaId)?.name;
  return [`${what} (${persona}`, accountName].filter(Boolean).join(', ').concat(')');
}
