import { Form } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Faulty, PersonView } from './page.tsx';

/** A role is given with an account and a reason; nothing is chosen beforehand but the one place of work. */
export function AddRole({ view, faulty: { fieldErrors, values } }: { view: PersonView; faulty: Faulty }) {
  const { personas, employments, accounts } = view;
  const places = employments.filter(({ endedAt }) => endedAt === null);
  const first = places.map(({ accountSlug, accountName }) => ({ value: accountSlug, label: accountName }));
  const others = accounts
    .filter(({ slug }) => !first.some(({ value }) => value === slug))
    .map(({ slug, name }) => ({ value: slug, label: name }));
  const options = personas
    .filter(({ closedAt }) => closedAt === null)
    .map((persona) => ({
      value: persona.id,
      label: <PersonaName {...laneIdentity(persona)} name={persona.name} />,
      help: persona.definition,
    }));
  return (
    <Section title="Add a role">
      <Form method="post" preventScrollReset key={JSON.stringify(values)}>
        <RadioGroup
          id="persona"
          name="persona"
          label="What they do there"
          options={options}
          error={fieldErrors.persona}
          {...(values.persona ? { defaultValue: values.persona } : {})}
        />
        <Field id="account" label="At" error={fieldErrors.account}>
          <Select
            name="account"
            prompt="Choose the account"
            options={[...first, ...others]}
            defaultValue={values.account ?? (first.length === 1 ? first[0]?.value : '')}
          />
        </Field>
        <Field
          id="evidence"
          label="How you know"
          help="Such as “said so on the call of 3 May”."
          error={fieldErrors.evidence}
        >
          <TextInput name="evidence" maxLength={300} defaultValue={values.evidence ?? ''} />
        </Field>
        <Field id="startedOn" label="Since" help="Empty means today." error={fieldErrors.startedOn}>
          <TextInput type="date" name="startedOn" defaultValue={values.startedOn ?? ''} />
        </Field>
        <p className="form-foot">
          <Button name="intent" value="assign">
            Add and confirm the role
          </Button>
        </p>
      </Form>
    </Section>
  );
}
