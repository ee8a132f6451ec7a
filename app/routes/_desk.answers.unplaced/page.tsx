import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Section } from '#app/ui/section.tsx';
import type { action, loader } from './route.tsx';
import { UnplacedLine } from './unplaced-line.tsx';
import { WordsSection } from './words-section.tsx';

export type UnplacedView = ReturnType<typeof useLoaderData<typeof loader>>;

/** Answers without a confirmed role: kept, readable, searchable, and in no figure. */
export function UnplacedPage() {
  const view = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  const { total, placed } = view;
  return (
    <>
      <PageHead
        crumb={<Link to="/answers">Answers</Link>}
        title={total === 1 ? '1 unplaced answer' : `${total} unplaced answers`}
        lead="They came without a confirmed role. They are kept and can be read; no figure holds them until a person says in which role they were given."
      />
      {placed > 0 && (
        <p className="said" role="status">
          {placed === 1 ? '1 answer is' : `${placed} answers are`} placed and counted under that persona now.
        </p>
      )}
      {total === 0 ? <Empty /> : <Unplaced view={view} fault={fault} />}
    </>
  );
}

function Unplaced({
  view,
  fault,
}: {
  view: UnplacedView;
  fault: { key: string; message: string } | undefined;
}) {
  const { search, found, answers, next, isPaged, personas } = view;
  const options = personas.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {view.words.length > 0 && <WordsSection view={view} options={options} fault={fault} />}
      <Section title="The answers">
        <FilterBar
          search={{ name: 'q', label: 'Words, account or role', value: search }}
          {...(search ? { clearTo: '/answers/unplaced' } : {})}
        />
        <p className="small quiet after">
          {search
            ? `${found} of ${view.total} hold “${search}”.`
            : 'In the order of their files, the newest file first.'}
        </p>
        <ul className="unplaced-answers">
          {answers.map((answer) => (
            <UnplacedLine
              key={answer.slug}
              answer={answer}
              options={options}
              fault={fault?.key === answer.slug ? fault.message : undefined}
            />
          ))}
        </ul>
        <Pager
          label="Unplaced answers"
          previous={isPaged ? `?${new URLSearchParams({ q: search })}` : null}
          next={next && `?${new URLSearchParams({ q: search, after: next })}`}
        />
      </Section>
    </>
  );
}

function Empty() {
  return (
    <EmptyState title="Every answer has a persona" action={<Link to="/answers">Read the answers</Link>}>
      Answers that come in without a confirmed role wait here.
    </EmptyState>
  );
}
