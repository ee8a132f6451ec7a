import { Form, Link, useLoaderData } from '@remix-run/react';
import { isBase } from '#app/persona/persona.ts';
import { TrademarkNote } from '#app/results/trademark-note.tsx';
import { Button } from '#app/ui/button.tsx';
import { CheckboxGroup } from '#app/ui/choice.tsx';
import { Select } from '#app/ui/control.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { PersonaTabs } from '#app/ui/tabs.tsx';
import { AnsweredCard } from './answered-card.tsx';
import type { loader } from './route.tsx';

export type ResultsView = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['view']>;

export function ResultsPage() {
  const { view } = useLoaderData<typeof loader>();
  if (!view) {
    return (
      <>
        <PageHead title="Results" />
        <EmptyState title="No answers yet." action={<Link to="/overview">Go to the overview</Link>}>
          Results stand here, one persona at a time, as soon as a wave was sent or past answers were imported.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead
        crumb={
          <span>
            {view.wave.name}, {view.wave.programmeName}
          </span>
        }
        tools={
          <>
            <Link to={`/results/${view.slug}/themes`}>Themes</Link>
            <a href={`/results.csv?wave=${view.slug}`}>CSV</a>
            <Link to={`/exports?of=${view.slug}`}>Exports</Link>
          </>
        }
        title="What did they answer?"
        lead="Choose a persona, or ask for several and get each on its own line."
      />
      <PersonaTabs
        tabs={view.lanes.map(({ persona }) => ({
          to: `/results/${view.slug}/${persona.id}`,
          lane: persona.base,
          core: !isBase(persona.id),
          name: persona.plural,
          current: false,
        }))}
      />
      <Filters view={view} />
      <AnsweredCard view={view} />
      <TrademarkNote />
    </>
  );
}

const MORE_ACCOUNTS = 'The first 500 by name; the results of any other stand on a link from its own page.';

function Filters({ view }: { view: ResultsView }) {
  return (
    <Form method="get" className="filters" key={`${view.slug}-${view.account}-${view.personas.join()}`}>
      <Field label="Wave">
        <Select name="wave" options={view.waves} defaultValue={view.slug} />
      </Field>
      {view.wave.confidentiality === 'attributed' && (
        <Field label="Accounts" help={view.areMore ? MORE_ACCOUNTS : undefined}>
          <Select
            name="account"
            options={[{ value: '', label: 'All accounts' }, ...view.accounts]}
            defaultValue={view.account}
          />
        </Field>
      )}
      <CheckboxGroup
        label="Personas"
        name="persona"
        options={view.lanes.map(({ persona }) => ({ value: persona.id, label: persona.plural }))}
        defaultValues={view.personas}
      />
      <Button>Show</Button>
    </Form>
  );
}
