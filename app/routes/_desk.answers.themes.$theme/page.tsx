import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Select, TextArea, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import type { action, loader } from './route.tsx';

type View = ReturnType<typeof useLoaderData<typeof loader>>;
type Typed = Partial<Record<string, string>>;

/** One theme: what belongs to it, and whether it goes on. */
export function ThemePage() {
  const view = useLoaderData<typeof loader>();
  const faulty = useActionData<typeof action>();
  const { theme, mergedInto, done } = view;
  const errors = faulty?.fieldErrors ?? {};
  const typed = faulty?.values ?? {};
  return (
    <>
      <PageHead
        crumb={<Link to="/answers/themes">Themes</Link>}
        title={theme.name}
        lead={theme.isClosed && !mergedInto ? 'Closed: its tags stay, and it takes no new ones.' : undefined}
        tools={<Link to={`/answers/tag?theme=${theme.slug}`}>Comments tagged with it</Link>}
      />
      {done && !faulty && (
        <p className="said" role="status">
          Kept.
        </p>
      )}
      {mergedInto ? (
        <p className="lead">
          Its tags are at <Link to={`/answers/themes/${mergedInto.slug}`}>{mergedInto.name}</Link> now.
        </p>
      ) : (
        <>
          <ErrorSummary faults={Object.entries(errors).map(([field, message]) => ({ field, message }))} />
          <Words view={view} errors={errors} typed={typed} />
          {!theme.isClosed && view.others.length > 0 && <Merge view={view} errors={errors} typed={typed} />}
          <CloseOrOpen isClosed={theme.isClosed} />
        </>
      )}
    </>
  );
}

function Words({ view: { theme }, errors, typed }: { view: View; errors: Typed; typed: Typed }) {
  return (
    <Form method="post" noValidate className="measure" key={JSON.stringify([theme, typed])}>
      <Field id="name" label="Name" error={errors.name}>
        <TextInput name="name" maxLength={60} defaultValue={typed.name ?? theme.name} autoComplete="off" />
      </Field>
      <Field
        id="definition"
        label="What belongs to it"
        help="And what does not, so that two people tag alike."
        error={errors.definition}
      >
        <TextArea
          name="definition"
          maxLength={300}
          rows={2}
          defaultValue={typed.definition ?? theme.definition}
        />
      </Field>
      <p className="cluster form-foot">
        <Button variant="primary" name="intent" value="reword">
          Keep it
        </Button>
      </p>
    </Form>
  );
}

function Merge({ view: { others, theme }, errors, typed }: { view: View; errors: Typed; typed: Typed }) {
  return (
    <Section
      title="Is it the same as another one?"
      lead="Its tags, follow-ups and rules go to the other theme and this one closes. A person who raised both counts once. It cannot be undone."
    >
      <Form method="post" noValidate className="measure">
        <Field id="into" label="The theme that stays" error={errors.into}>
          <Select name="into" prompt="Choose" options={others} defaultValue={typed.into ?? ''} />
        </Field>
        <p className="cluster">
          <Button name="intent" value="merge">
            Merge {theme.name} into it
          </Button>
        </p>
      </Form>
    </Section>
  );
}

function CloseOrOpen({ isClosed }: { isClosed: boolean }) {
  return (
    <Section
      title={isClosed ? 'Is it needed again?' : 'Is it over?'}
      lead={
        isClosed
          ? 'Opened again, it can be tagged, and waits for decisions as before.'
          : 'Closed, it keeps its tags and is offered no more. You can open it again.'
      }
    >
      <Form method="post">
        <Button name="intent" value={isClosed ? 'open_again' : 'close'}>
          {isClosed ? 'Open it again' : 'Close it'}
        </Button>
      </Form>
    </Section>
  );
}
