import { Link, useLoaderData } from '@remix-run/react';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import type { loader } from './route.tsx';
import { TitleRow } from './title-row.tsx';
import { useFocusNext } from './use-focus-next.ts';

export type UnplacedView = ReturnType<typeof useLoaderData<typeof loader>>;

export function UnplacedPage() {
  const view = useLoaderData<typeof loader>();
  const { people, titles, offset, next } = view;
  useFocusNext();
  return (
    <>
      <PageHead
        crumb={<Link to="/people">People</Link>}
        title={
          people === 0
            ? 'Everybody has a role'
            : `Role missing: ${people} ${people === 1 ? 'person' : 'people'}`
        }
        lead="A title only suggests a role. You confirm it, title by title, or person by person. Nothing is filled in for you."
      />
      {titles.length === 0 ? (
        <EmptyState title="Nobody is waiting for a role." action={<Link to="/sends">Go to sends</Link>}>
          Whoever comes in without one stands here until a person says what they do.
        </EmptyState>
      ) : (
        <ul className="rows">
          {titles.map((title) => (
            <TitleRow key={title.titleKey ?? ''} title={title} view={view} />
          ))}
        </ul>
      )}
      <Pager
        label="Titles"
        previous={offset > 0 ? '?' : null}
        next={next === null ? null : `?from=${next}`}
      />
    </>
  );
}
