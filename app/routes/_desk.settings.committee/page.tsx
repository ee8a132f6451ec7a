import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { fieldOf } from '#app/committee/template/template-form.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { action, loader } from './route.tsx';

/** Who should be heard at every account, before anybody is asked. */
export function CommitteeTemplatePage() {
  const { seats, saved } = useLoaderData<typeof loader>();
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  const typed: Partial<Record<string, string>> = values;
  return (
    <>
      <PageHead
        title="Committee"
        lead="Who should be heard at every account. Coverage is counted against it, role by role: many of one never stand in for another."
      />
      <Form method="post" noValidate key={JSON.stringify(values)}>
        <ErrorSummary faults={faults} />
        {seats.map(({ persona, people }) => {
          const field = fieldOf(persona.id);
          return (
            <Field
              key={persona.id}
              id={field}
              label={<PersonaName {...laneIdentity(persona)} name={persona.plural} />}
              help={persona.definition}
              error={fieldErrors[field]}
            >
              <TextInput
                name={field}
                inputMode="numeric"
                size={4}
                autoComplete="off"
                defaultValue={typed[field] ?? String(people)}
              />
            </Field>
          );
        })}
        <p className="small quiet after">
          0 where a persona need not be at every account. Advocates may sit outside any account, so none is
          ever missing.
        </p>
        <p className="cluster form-foot">
          <Button variant="primary">Save</Button>
          {saved && faults.length === 0 && (
            <span className="saved" role="status">
              Saved.
            </span>
          )}
        </p>
      </Form>
    </>
  );
}
