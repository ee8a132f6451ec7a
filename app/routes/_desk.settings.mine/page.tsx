import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { Day } from '#app/ui/day.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import type { action, loader } from './route.tsx';

type View = ReturnType<typeof useLoaderData<typeof loader>>;

/** What a member settles for themselves alone. */
export function OwnSettingsPage() {
  const view = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title="Yours" lead="What holds for you alone." />
      {view.saved && (
        <p className="said" role="status">
          Saved.
        </p>
      )}
      <Section
        title="Out of office"
        lead="New follow-ups go to your deputy meanwhile, and say so. Those you have stay yours."
      >
        <Times view={view} />
        {view.members.length === 0 ? (
          <p className="measure">Nobody else of the workspace works on follow-ups, so nobody can stand in.</p>
        ) : (
          <AwayFields view={view} />
        )}
      </Section>
      <Section
        title="Your queue by mail"
        lead="On working days, when the hours begin, and only where something waits for you."
      >
        <Form method="post" className="measure stack-2" key={String(view.mail.isOn)}>
          <Choice
            type="checkbox"
            name="mail"
            value="yes"
            label="Mail me what waits for me"
            defaultChecked={view.mail.isOn}
          />
          <Button name="intent" value="mail">
            Keep it so
          </Button>
        </Form>
      </Section>
      <Section title="The overview by mail" lead="On Monday morning, one line per persona.">
        <p>
          <Link to="/overview/monday">Whether and when it comes, and what it would say</Link>
        </p>
      </Section>
    </>
  );
}

function Times({ view: { away, today } }: { view: View }) {
  if (away.length === 0) return null;
  return (
    <ul className="held-answers">
      {away.map(({ slug, fromDay, toDay, deputyName }) => (
        <li key={slug}>
          <p>
            {fromDay <= today ? 'Away' : 'You will be away'} from <Day day={fromDay} /> to <Day day={toDay} />
            ; {deputyName} stands in.
          </p>
          <Form method="post" className="held-acts">
            <input type="hidden" name="away" value={slug} />
            <Button variant="tiny" name="intent" value="back">
              {fromDay <= today ? 'I am back' : 'I stay'}
              <span className="vh">: {fromDay}</span>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}

function AwayFields({ view: { members, away } }: { view: View }) {
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Form method="post" noValidate className="measure" key={JSON.stringify([values, away.length])}>
      <ErrorSummary faults={faults} />
      <Field id="fromDay" label="First day" error={fieldErrors.fromDay}>
        <TextInput type="date" name="fromDay" required defaultValue={values.fromDay} />
      </Field>
      <Field id="toDay" label="Last day" error={fieldErrors.toDay}>
        <TextInput type="date" name="toDay" required defaultValue={values.toDay} />
      </Field>
      <Field id="deputy" label="Who stands in" error={fieldErrors.deputy}>
        <Select name="deputy" prompt="Choose" options={members} defaultValue={values.deputy ?? ''} />
      </Field>
      <p className="cluster form-foot">
        <Button name="intent" value="away">
          Be away
        </Button>
      </p>
    </Form>
  );
}
