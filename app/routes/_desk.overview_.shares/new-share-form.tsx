import { Form, Link } from '@remix-run/react';
import { FIRST_DAYS, MOST_DAYS, SHARED_ANSWERS } from '#app/overview/share/share.ts';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { View } from './page.tsx';

interface NewShareFormProps {
  view: View;
  faulty?: { fieldErrors: Record<string, string>; values: Record<string, string> };
}

const NAMES = [
  {
    value: 'yes',
    label: 'Show names of people and accounts',
    help: 'The words that were chosen, with who said them, and the account that most answers came from.',
  },
];

/** Makes a link to the page that it was reached from. */
export function NewShareForm({ view: { subject, apart }, faulty }: NewShareFormProps) {
  if (!subject)
    return apart ? null : (
      <EmptyState title="Nobody has been asked yet." action={<Link to="/sends">Sends</Link>}>
        There is a page to share as soon as the first wave was sent.
      </EmptyState>
    );
  const { fieldErrors = {}, values = {} } = faulty ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  const page = subject.againstName ? `${subject.waveName} beside ${subject.againstName}` : subject.waveName;
  return (
    <Section
      title={`Share ${page}`}
      lead={`Outside, a persona shows a figure from ${SHARED_ANSWERS} answers on. Your sentence at the top, promises and rules stand there as written; committees and follow-ups stay inside.`}
    >
      <Form method="post" noValidate className="measure" key={JSON.stringify(values)}>
        <ErrorSummary faults={faults} />
        <input type="hidden" name="wave" value={subject.wave} />
        <input type="hidden" name="with" value={subject.with} />
        <Field
          id="days"
          label="Open for how many days"
          help={`At most ${MOST_DAYS}.`}
          error={fieldErrors.days}
        >
          <TextInput name="days" inputMode="numeric" defaultValue={values.days ?? String(FIRST_DAYS)} />
        </Field>
        {subject.mayName ? (
          <CheckboxGroup
            id="showsNames"
            label="Names"
            name="showsNames"
            options={NAMES}
            defaultValues={values.showsNames ? ['yes'] : []}
            error={fieldErrors.showsNames}
          />
        ) : (
          <p className="small">These answers were given in confidence: no link can show names.</p>
        )}
        <p className="cluster form-foot">
          <Button variant="primary" name="intent" value="make">
            Make the link
          </Button>
        </p>
      </Form>
    </Section>
  );
}
