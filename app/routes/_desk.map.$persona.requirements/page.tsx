import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { REQUIREMENT_WORDS, type Requirements } from '#app/persona/requirements/requirements.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { action, loader } from './route.tsx';

const PARTS = Object.keys(REQUIREMENT_WORDS) as (keyof Requirements)[];

/** What one persona needs of us, in our own words. */
export function RequirementsPage() {
  const { persona, requirements } = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const { fieldErrors = {}, values = {} } = said ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/map">Map</Link>
            <Link to={`/map/${persona.id}`}>{persona.plural}</Link>
          </>
        }
        title="Requirements"
        lead={`What ${inSentence(persona.plural)} need of us, and how to work with them. Leave empty what nobody knows yet.`}
      />
      <Form method="post" noValidate className="section">
        <ErrorSummary faults={faults} />
        {PARTS.map((part) => (
          <Field
            key={part}
            id={part}
            label={REQUIREMENT_WORDS[part].term}
            help={REQUIREMENT_WORDS[part].help}
            error={fieldErrors[part]}
          >
            <TextArea name={part} rows={3} defaultValue={values[part] ?? requirements[part]} />
          </Field>
        ))}
        <p className="form-foot">
          <Button variant="primary">Keep the requirements</Button>
        </p>
      </Form>
    </>
  );
}
