import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Acted } from './acts.server.ts';
import { OFFERS } from './orders.ts';
import type { ExportsView } from './page.tsx';

interface OrderFormProps {
  view: ExportsView;
  answered: Acted | undefined;
}

export function OrderForm({ view: { programmes, mayHaveRows, of }, answered }: OrderFormProps) {
  const values = answered && 'values' in answered ? answered.values : { of, file: '' };
  const fieldErrors = answered?.kind === 'faulty' ? answered.fieldErrors : {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  const scopes = programmes.flatMap(({ value, name, waves }) => [
    ...waves.map((wave) => ({ value: wave.value, label: `${wave.name}, ${name}` })),
    ...(waves.length > 1 ? [{ value, label: `${name}: all ${waves.length} waves` }] : []),
  ]);
  const offers = OFFERS.filter(({ what }) => mayHaveRows || what === 'figures');
  return (
    <Section title="Order a file">
      <Form method="post" action="?index" noValidate key={JSON.stringify(values)}>
        <ErrorSummary faults={faults} />
        <Field id="of" label="Of what" error={fieldErrors.of}>
          <Select name="of" options={scopes} prompt="Choose a wave or a programme" defaultValue={values.of} />
        </Field>
        <Field
          id="file"
          label="What"
          help="No file has a total over personas. Answers without a confirmed role come in a file of their own."
          error={fieldErrors.file}
        >
          <Select
            name="file"
            options={offers.map(({ value, label }) => ({ value, label }))}
            prompt="Choose what it holds"
            defaultValue={values.file}
          />
        </Field>
        <p className="form-foot">
          <Button variant="primary" name="intent" value="order">
            Order the file
          </Button>
        </p>
      </Form>
    </Section>
  );
}
