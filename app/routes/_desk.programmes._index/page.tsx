import { Link, useLoaderData } from '@remix-run/react';
import { PROGRAMME_STATE_WORDS, PROMISE_WORDS } from '#app/programme/programme-words.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import type { loader } from './route.tsx';

const HEAD = [
  { label: 'Programme' },
  { label: 'State' },
  { label: 'Respondents are promised' },
  { label: 'Mail comes from' },
  { label: 'Since' },
];

export function ProgrammesPage() {
  const { programmes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Programmes"
        lead="A standing intent to listen: why we ask whom, and what they are promised."
        tools={programmes.length > 0 && <ButtonLink to="/programmes/new">New programme</ButtonLink>}
      />
      {programmes.length === 0 ? (
        <EmptyState
          title="No programme yet"
          action={
            <ButtonLink variant="primary" to="/programmes/new">
              Start a programme
            </ButtonLink>
          }
        >
          Write down what you can’t answer today and what would change your mind. Questions come after that.
        </EmptyState>
      ) : (
        <DataTable
          caption="All programmes, the newest first"
          captionHidden
          head={HEAD}
          rows={programmes.map(({ slug, name, state, origin, confidentiality, senderName, createdAt }) => ({
            key: slug,
            cells: [
              <Link key="name" to={`/programmes/${slug}`}>
                {name}
              </Link>,
              origin === 'imported' ? 'Imported answers' : PROGRAMME_STATE_WORDS[state],
              PROMISE_WORDS[confidentiality].name,
              senderName,
              <When key="since" at={createdAt} zone="UTC" locale="en-GB" />,
            ],
          }))}
        />
      )}
    </>
  );
}
