import { Form, useActionData } from '@remix-run/react';
import { EndpointFields } from '#app/followup/hook/endpoint/endpoint-fields.tsx';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Viewed } from './page.tsx';
import type { action } from './route.tsx';

export function ChangeForm({ view: { endpoint, kinds } }: { view: Viewed }) {
  const answered = useActionData<typeof action>();
  const faulty = answered?.kind === 'faulty' && answered.values.intent === 'change' ? answered : undefined;
  const { fieldErrors = {} } = faulty ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  const values = faulty
    ? {
        ...{ url: faulty.values.url ?? '', description: faulty.values.description ?? '' },
        ...{ kinds: faulty.ticked, carriesNames: faulty.values.carriesNames === 'yes' },
      }
    : endpoint;
  return (
    <Section title="Change it" lead="What waits goes to the new address, with what the boxes say then.">
      <Form method="post" noValidate key={JSON.stringify(values)}>
        <ErrorSummary faults={faults} />
        <EndpointFields
          values={{ ...values, format: endpoint.format }}
          fieldErrors={fieldErrors}
          kinds={kinds}
          choosesFormat={false}
        />
        <p className="form-foot">
          <Button name="intent" value="change">
            Save
          </Button>
        </p>
      </Form>
    </Section>
  );
}
