import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { sayDebt } from '#app/programme/told/debt.ts';
import { SHUT_NOTE } from '#app/programme/told/shut-form.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import type { action, loader } from './route.tsx';

export function ShutPage() {
  const { programme } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/programmes">Programmes</Link>
            <Link to={`/programmes/${programme.slug}`}>{programme.name}</Link>
          </>
        }
        title="Shut the programme"
        lead="Asking without acting does more harm than good. What cannot be acted on is better ended, and said so."
      />
      {programme.state === 'shut' ? (
        <Notice heading="It is shut" sentence="Nobody is asked in it any more." />
      ) : (
        <Shutting />
      )}
    </>
  );
}

function Shutting() {
  const { openWaves, owing } = useLoaderData<typeof loader>();
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  const isShutting = useNavigation().state === 'submitting';
  return (
    <Form method="post" noValidate>
      <ErrorSummary faults={faults} />
      <Section title="What happens">
        <ul className="rows">
          <li>
            {openWaves.length === 0
              ? 'No send is open.'
              : `Closed at once, with all mail that has not left: ${openWaves.join(', ')}.`}
          </li>
          {owing.map((debt) => (
            <li key={`${debt.waveId} ${debt.personaId}`}>{sayDebt(debt, debt)} They get the note below.</li>
          ))}
          <li>Results, answers and roles stay. It cannot be opened again; a new programme can be made.</li>
        </ul>
      </Section>
      <Section title="Why" lead="For yourselves: it stays with the programme.">
        <Field id="reason" label="Reason" error={fieldErrors.reason}>
          <TextInput name="reason" maxLength={300} defaultValue={values.reason} />
        </Field>
      </Section>
      <Section
        title="The note to whoever is owed an answer"
        lead={owing.length === 0 ? 'Nobody is: it goes to nobody.' : 'To each persona by itself, by name.'}
      >
        <Field id="heard" label="What we heard" error={fieldErrors.heard}>
          <TextArea name="heard" rows={4} defaultValue={values.heard ?? SHUT_NOTE.heard} />
        </Field>
        <Field id="willNot" label="What we will not do, and why" error={fieldErrors.willNot}>
          <TextArea name="willNot" rows={5} defaultValue={values.willNot ?? SHUT_NOTE.willNot} />
        </Field>
      </Section>
      <p className="cluster form-foot">
        <Button variant="primary">{isShutting ? 'Shutting' : 'Shut it for good'}</Button>
      </p>
    </Form>
  );
}
