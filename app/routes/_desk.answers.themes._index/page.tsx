import { Form, Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { TextArea, TextInput } from '#app/ui/control.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import type { action, loader } from './route.tsx';

type View = ReturnType<typeof useLoaderData<typeof loader>>;

/** What comments are sorted by. How many raise one is said where a persona is, not here. */
export function ThemesPage() {
  const { themes } = useLoaderData<typeof loader>();
  const open = themes.filter(({ isClosed }) => !isClosed);
  const closed = themes.filter(({ isClosed }) => isClosed);
  return (
    <>
      <PageHead
        crumb={<Link to="/answers">Answers</Link>}
        title="Themes"
        lead="What comments are about. A theme belongs to no persona; who raises it is counted for each."
        tools={<Link to="/answers/tag">Tag comments</Link>}
      />
      {open.length === 0 ? (
        <EmptyState title="No theme yet">
          Name the first one below, or while you tag comments: it is made as you type its name.
        </EmptyState>
      ) : (
        <ThemeList themes={open} />
      )}
      <NewTheme key={themes.length} />
      {closed.length > 0 && (
        <Section title="Closed">
          <ThemeList themes={closed} />
        </Section>
      )}
    </>
  );
}

function ThemeList({ themes }: { themes: View['themes'] }) {
  return (
    <ul className="rows">
      {themes.map(({ slug, name, definition, mergedInto }) => (
        <li key={slug}>
          <Link to={`/answers/themes/${slug}`}>{name}</Link>
          {mergedInto && <span className="quiet"> merged into {mergedInto}</span>}
          {definition && <p className="small quiet">{definition}</p>}
        </li>
      ))}
    </ul>
  );
}

function NewTheme() {
  const { fieldErrors = {}, values = {} } = useActionData<typeof action>() ?? {};
  const faults = Object.entries(fieldErrors).map(([field, message]) => ({ field, message }));
  return (
    <Section title="A new theme">
      <Form method="post" noValidate className="measure" key={JSON.stringify(values)}>
        <ErrorSummary faults={faults} />
        <Field id="name" label="Name" help="In a word or a few." error={fieldErrors.name}>
          <TextInput name="name" maxLength={60} defaultValue={values.name} autoComplete="off" />
        </Field>
        <Field
          id="definition"
          label="What belongs to it"
          help="And what does not, so that two people tag alike."
          error={fieldErrors.definition}
        >
          <TextArea name="definition" maxLength={300} rows={2} defaultValue={values.definition} />
        </Field>
        <p className="cluster form-foot">
          <Button variant="primary">Name it</Button>
        </p>
      </Form>
    </Section>
  );
}
