import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { MomentFields } from '#app/audience/moment/moment-fields.tsx';
import { inSentence } from '#app/persona/persona.ts';
import { Button } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { action, loader } from './route.tsx';

export function NewMomentPage() {
  const { persona } = useLoaderData<typeof loader>();
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
        title="A new moment"
        lead={`Where ${inSentence(persona.plural)} actually meet us. Another persona who is there too has a moment of its own.`}
      />
      <Form method="post" noValidate className="section">
        <ErrorSummary faults={faults} />
        <MomentFields values={values} errors={fieldErrors} />
        <p className="form-foot">
          <Button variant="primary">Add the moment</Button>
        </p>
      </Form>
    </>
  );
}
