import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { LaneFields } from '#app/programme/wave/lane-fields.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, FieldGroup } from '#app/ui/field.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { action, loader } from './route.tsx';

export function NewLinkPage() {
  const { programmes, programme, lanes } = useLoaderData<typeof loader>();
  const canAsk = lanes.some(({ versions }) => versions.length > 0);
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/sends">Sends</Link>
            <Link to="/sends/links">Links</Link>
          </>
        }
        title="New link"
        lead="Whoever opens it says first what they do. Each persona then gets its own questions."
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
      {programme && canAsk && <NewLinkForm {...programme} />}
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
      A link asks what was published, so that everybody gets the same words.
    </EmptyState>
  );
}

function NewLinkForm({ slug, isAttributed }: { slug: string; isAttributed: boolean }) {
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
        id="place"
        label="Where it will hang"
        help="Results stand under it, with the words “through a link, self-declared”. Such as “Help pages”."
        error={fieldErrors.place}
      >
        <TextInput name="place" defaultValue={values?.place} autoComplete="off" required maxLength={40} />
      </Field>
      {copyTo && (
        <p className="small">
          <Link to={copyTo}>Copy these questions for them</Link>
        </p>
      )}
      <LaneFields
        label="Who gets which questions"
        help="Whether answers are held or counted was chosen with each survey. Where the surveys differ, they are held."
        lanes={lanes}
        values={values}
        error={fieldErrors.lanes}
      />
      <FieldGroup id="devices" label="One answer per device">
        <Choice
          type="checkbox"
          name="onePerDevice"
          value="1"
          label="Take one answer from each phone or computer"
          help="A mark stays on the device, and nothing joins it to the answer. Leave it out where people share one screen."
          defaultChecked={values ? values.onePerDevice !== undefined : true}
        />
      </FieldGroup>
      {!isAttributed && (
        <p className="dashed measure small">
          This programme promises that answers show from several accounts on. Whoever comes through a link
          names no account, so its scores are never shown; a programme of its own suits a link better.
        </p>
      )}
      <p className="cluster form-foot">
        <Button variant="primary">Make the link</Button>
      </p>
    </Form>
  );
}
