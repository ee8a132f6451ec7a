import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { DebtNotice } from '#app/programme/told/debt-notice.tsx';
import { LaneFields } from '#app/programme/wave/lane-fields.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { action, loader } from './route.tsx';

export function NewSendPage() {
  const { programmes, programme, lanes, brakes } = useLoaderData<typeof loader>();
  const canAsk = lanes.some(({ versions }) => versions.length > 0);
  return (
    <>
      <PageHead
        crumb={<Link to="/sends">Sends</Link>}
        title="New send"
        lead="Each persona gets its own questions. Who is asked comes next; nothing leaves yet."
      />
      {programmes.length > 1 && (
        <FilterBar
          filters={[
            {
              name: 'programme',
              label: 'Programme',
              options: [{ value: '', label: 'Choose a programme' }, ...programmes],
              value: programme?.slug ?? '',
            },
          ]}
        />
      )}
      {programme && <DebtNotice debts={brakes} programmeSlug={programme.slug} />}
      {programme && canAsk && <NewSendForm slug={programme.slug} name={programme.name} />}
      {((programme && !canAsk) || programmes.length === 0) && <NothingToAsk slug={programme?.slug} />}
    </>
  );
}

function NothingToAsk({ slug }: { slug: string | undefined }) {
  const to = slug ? `/programmes/${slug}` : '/programmes';
  return (
    <EmptyState
      title="No published questions yet"
      action={
        <ButtonLink variant="primary" to={to}>
          Go to the programme
        </ButtonLink>
      }
    >
      A send asks what was published, so that everybody gets the same words.
    </EmptyState>
  );
}

function NewSendForm({ slug, name }: { slug: string; name: string }) {
  const { lanes } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { fieldErrors = {}, values } = outcome ?? {};
  const copyTo = outcome && 'copyTo' in outcome ? String(outcome.copyTo) : null;
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Form method="post" noValidate key={`${slug} ${JSON.stringify(values)}`}>
      <ErrorSummary faults={faults} />
      <input type="hidden" name="programme" value={slug} />
      <Field
        id="name"
        label="Name"
        help={`Results stand under it, within ${name}. Such as “Winter 2027”.`}
        error={fieldErrors.name}
      >
        <TextInput name="name" defaultValue={values?.name} autoComplete="off" required maxLength={80} />
      </Field>
      {copyTo && (
        <p className="small">
          <Link to={copyTo}>Copy these questions for them</Link>
        </p>
      )}
      <LaneFields label="Who gets which questions" lanes={lanes} values={values} error={fieldErrors.lanes} />
      <p className="cluster form-foot">
        <Button variant="primary">See who is ready</Button>
      </p>
    </Form>
  );
}
