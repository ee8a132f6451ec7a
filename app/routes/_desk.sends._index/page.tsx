import { Link, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { WAVE_STATE_WORDS } from '#app/programme/wave/wave-words.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import type { loader } from './route.tsx';

const HEAD = [
  { label: 'Send' },
  { label: 'Programme' },
  { label: 'State' },
  { label: 'Sent' },
  { label: 'Asked', plain: true },
];

type ListedSend = ReturnType<typeof useLoaderData<typeof loader>>['waves'][number];

export function SendsPage() {
  const { waves, canSend } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Sends"
        lead="Each send asks chosen people in one role each. Who has no role is not asked."
        tools={
          <>
            <ButtonLink to="/sends/links">Links for a page or chat</ButtonLink>
            {waves.length > 0 && <ButtonLink to="/sends/new">New send</ButtonLink>}
          </>
        }
      />
      {waves.length === 0 ? (
        <NoSend canSend={canSend} />
      ) : (
        <DataTable
          caption="All sends, the newest first"
          captionHidden
          head={HEAD}
          rows={waves.map((wave) => ({ key: wave.slug, cells: cellsOf(wave) }))}
        />
      )}
    </>
  );
}

function cellsOf({ slug, name, programmeSlug, programmeName, state, sentAt, asked }: ListedSend) {
  return [
    <Link key="name" to={`/sends/${slug}`}>
      {name}
    </Link>,
    <Link key="programme" to={`/programmes/${programmeSlug}`}>
      {programmeName}
    </Link>,
    WAVE_STATE_WORDS[state],
    sentAt ? <When key="sent" at={sentAt} zone="UTC" locale="en-GB" /> : 'Not yet',
    <Asked key="asked" asked={asked} />,
  ];
}

/** How many of each persona: never one number for all of them. */
function Asked({ asked }: { asked: ListedSend['asked'] }) {
  if (asked.length === 0) return <span className="quiet">Nobody yet</span>;
  return (
    <span className="cluster">
      {asked.map(({ persona, people }) => (
        <span key={persona.id} className="split-part nowrap">
          <Glyph {...laneIdentity(persona)} size={13} />
          {people} {inSentence(people === 1 ? persona.name : persona.plural)}
        </span>
      ))}
    </span>
  );
}

function NoSend({ canSend }: { canSend: boolean }) {
  const [to, label] = canSend ? ['/sends/new', 'Prepare the first send'] : ['/surveys', 'Go to the surveys'];
  return (
    <EmptyState
      title="Nothing sent yet"
      action={
        <ButtonLink variant="primary" to={to}>
          {label}
        </ButtonLink>
      }
    >
      {canSend
        ? 'Choose which persona gets which questions, then see who is ready to be asked.'
        : 'A send needs published questions for at least one persona.'}
    </EmptyState>
  );
}
