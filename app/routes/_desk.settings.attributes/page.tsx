import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { ABOUT_WORDS, MOST } from '#app/audience/attribute/attribute.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { AttributeLine } from './attribute-line.tsx';
import type { action, loader } from './route.tsx';

export type ListedAttribute = ReturnType<typeof useLoaderData<typeof loader>>['attributes'][number];

/** What was wrong with the form of one line, or of the new one, and what was typed. */
export interface Faulty {
  fieldErrors: Record<string, string>;
  values: Record<string, string>;
}

const NO_FAULT: Faulty = { fieldErrors: {}, values: {} };

export function AttributesPage() {
  const { attributes } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const faulty: Faulty = said?.kind === 'faulty' ? said : NO_FAULT;
  return (
    <>
      <PageHead
        title="Attributes"
        lead="What you want to know about people and accounts, under names of your own. A send can pick by them."
      />
      {(['person', 'account'] as const).map((about) => (
        <Listed key={about} attributes={attributes.filter((one) => one.about === about)} faulty={faulty} />
      ))}
      <AddForm faulty={faulty.values.intent === 'add' ? faulty : NO_FAULT} />
    </>
  );
}

function Listed({ attributes, faulty }: { attributes: ListedAttribute[]; faulty: Faulty }) {
  const [first] = attributes;
  if (!first) return null;
  const lead = first.about === 'account' ? 'What holds for an account holds for everyone there.' : undefined;
  return (
    <Section title={`Of ${ABOUT_WORDS[first.about]}`} lead={lead}>
      <ul className="rows">
        {attributes.map((one) => (
          <AttributeLine
            key={one.slug}
            attribute={one}
            faulty={faulty.values.attribute === one.slug ? faulty : NO_FAULT}
          />
        ))}
      </ul>
    </Section>
  );
}

const ABOUT_OPTIONS = [
  {
    value: 'person',
    label: 'People',
    help: 'Each person has a value of their own, such as a product they use.',
  },
  { value: 'account', label: 'Accounts', help: 'Everyone at the account shares it, such as a region.' },
];

function AddForm({ faulty: { fieldErrors, values } }: { faulty: Faulty }) {
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Section
      title="Add an attribute"
      lead="Not for what people are by birth, body or belief, for what an account pays, or for roles: nobody is picked by the first two, and roles have a place of their own."
    >
      <Form method="post" noValidate key={JSON.stringify(values)}>
        <ErrorSummary faults={faults} />
        <Field
          id="name"
          label="Name"
          help={`Such as “Region” or “Onboarding cohort”. At most ${MOST.each} of each kind.`}
          error={fieldErrors.name}
        >
          <TextInput
            name="name"
            maxLength={MOST.name}
            autoComplete="off"
            defaultValue={values.name}
            required
          />
        </Field>
        <RadioGroup
          id="about"
          label="It says something about"
          name="about"
          options={ABOUT_OPTIONS}
          error={fieldErrors.about}
          defaultValue={values.about ?? 'person'}
        />
        <p className="cluster form-foot">
          <Button variant="primary" name="intent" value="add">
            Add the attribute
          </Button>
        </p>
      </Form>
    </Section>
  );
}
