import { Link, useLoaderData } from '@remix-run/react';
import { LINK_STATE_WORDS, linkStateOf } from '#app/programme/shared-link/shared-link-words.ts';
import { SHARED_ANSWERS_WORDS } from '#app/survey/shared-answers.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import type { loader } from './route.tsx';

const HEAD = [
  { label: 'Place' },
  { label: 'Programme' },
  { label: 'State' },
  { label: 'Made' },
  { label: 'Its answers are', plain: true },
];

type ListedLink = ReturnType<typeof useLoaderData<typeof loader>>['links'][number];

export function SharedLinksPage() {
  const { links, canShare } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        crumb={<Link to="/sends">Sends</Link>}
        title="Links for a page or chat"
        lead="Whoever opens one says first what they do, then gets the questions of that persona. Nobody is asked by name."
        tools={links.length > 0 && <ButtonLink to="/sends/links/new">New link</ButtonLink>}
      />
      {links.length === 0 ? (
        <NoLink canShare={canShare} />
      ) : (
        <DataTable
          caption="All links, the newest first"
          captionHidden
          head={HEAD}
          rows={links.map((link) => ({ key: link.slug, cells: cellsOf(link) }))}
        />
      )}
    </>
  );
}

function cellsOf(link: ListedLink) {
  return [
    <Link key="place" to={`/sends/links/${link.slug}`}>
      {link.place}
    </Link>,
    <Link key="programme" to={`/programmes/${link.programmeSlug}`}>
      {link.programmeName}
    </Link>,
    LINK_STATE_WORDS[linkStateOf(link)],
    <When key="made" at={link.createdAt} zone="UTC" locale="en-GB" />,
    SHARED_ANSWERS_WORDS[link.answersAre],
  ];
}

function NoLink({ canShare }: { canShare: boolean }) {
  const [to, label] = canShare
    ? ['/sends/links/new', 'Make the first link']
    : ['/surveys', 'Go to the surveys'];
  return (
    <EmptyState
      title="No link yet"
      action={
        <ButtonLink variant="primary" to={to}>
          {label}
        </ButtonLink>
      }
    >
      {canShare
        ? 'Put one on your help pages, in a chat or at the end of a talk, where nobody knows who will come by.'
        : 'A link needs published questions for at least one persona.'}
    </EmptyState>
  );
}
