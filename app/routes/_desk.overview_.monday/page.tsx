import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { MORNING } from '#app/overview/digest/monday.ts';
import { Button } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import type { action, loader } from './route.tsx';

type View = ReturnType<typeof useLoaderData<typeof loader>>;

/** A member's own Monday mail: whether, when, and what it would say now. */
export function MondayPage() {
  const view = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        crumb={<Link to="/overview">Overview</Link>}
        title="Monday mail"
        lead="The overview in lines, one per persona, to you alone. A week without news brings none, unless a promise is overdue."
      />
      {view.saved && (
        <p className="said" role="status">
          Saved.
        </p>
      )}
      <Wish view={view} />
      <Preview view={view} />
    </>
  );
}

function Wish({ view: { wish } }: { view: View }) {
  const faulty = useActionData<typeof action>();
  const isOn = faulty?.isOn ?? wish.isOn;
  return (
    <Section title="Yours">
      <Form method="post" className="measure stack-2" key={JSON.stringify([wish, faulty?.zone])}>
        <ErrorSummary faults={faulty ? [{ field: 'zone', message: faulty.fault }] : []} />
        <Choice type="checkbox" name="mail" value="yes" label="Mail me on Monday" defaultChecked={isOn} />
        <Field
          id="zone"
          label="Your time zone"
          help={`It comes after ${MORNING} in the morning there. Empty: ${wish.workspaceZone}, as the workspace has it.`}
          error={faulty?.fault}
        >
          <TextInput name="zone" defaultValue={faulty?.zone ?? wish.ownZone ?? ''} autoComplete="off" />
        </Field>
        <Button>Keep it so</Button>
      </Form>
    </Section>
  );
}

function Preview({ view: { preview } }: { view: View }) {
  if (!preview)
    return (
      <Section title="What it would say now" lead="Nothing: nobody has been asked yet, so no mail comes." />
    );
  return (
    <Section title="What it would say now" lead={`To ${preview.to}. Subject: ${preview.subject}`}>
      <div className="mail-preview">
        {preview.text.split('\n\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </Section>
  );
}
