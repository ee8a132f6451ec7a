import { Link, useLoaderData } from '@remix-run/react';
import { traceWords } from '#app/committee/map/map-words.ts';
import { countWays } from '#app/committee/map/snake.ts';
import { SnakeView } from '#app/committee/map/snake-view.tsx';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { Glyph } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import { AnswersSection } from './answers-section.tsx';
import type { loader } from './route.tsx';
import { TouchTable } from './touch-table.tsx';

export type TraceView = ReturnType<typeof useLoaderData<typeof loader>>;

/** The snake: what one person really did, in its order, with its loops and returns. */
export function TracePage() {
  const view = useLoaderData<typeof loader>();
  const { persona, person, touches, older, zone, slug, isPaged } = view;
  const title = `${person.name} as ${inSentence(persona.name)}: the way they took`;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/map">Map</Link>
            <Link to={`/map/${persona.id}`}>{persona.plural}</Link>
          </>
        }
        title={
          <span className="persona">
            <Glyph {...laneIdentity(persona)} size={24} />{' '}
            <span>
              <bdi>{person.name}</bdi> as {inSentence(persona.name)}
            </span>
          </span>
        }
        lead={<Roles view={view} />}
        tools={<Link to={`/people/${slug}`}>Everything about {person.name}</Link>}
      />
      <Section title="The way they took" lead={touches.length > 0 ? leadOf(view) : undefined}>
        {touches.length === 0 ? (
          <p>
            No contact with {person.name} as {inSentence(persona.name)} is known.
          </p>
        ) : (
          <>
            <SnakeView
              {...laneIdentity(persona)}
              title={title}
              touches={touches}
              before={older}
              zone={zone}
            />
            <TouchTable view={view} />
            <Pager
              label="Touches"
              previous={older > 0 ? `?before=${touches[0]!.slug}` : null}
              next={isPaged ? '?' : null}
            />
          </>
        )}
      </Section>
      <AnswersSection view={view} />
    </>
  );
}

function leadOf({ touches, older }: TraceView): string {
  const told = traceWords(countWays(touches));
  return older > 0 ? `${told} ${older} older ones stand before these.` : told;
}

function Roles({ view: { roles, persona } }: { view: TraceView }) {
  if (roles.length === 0) return <>Was never known as {inSentence(persona.name)}.</>;
  return roles.map(({ id, accountName, startedAt, endedAt }, at) => (
    <span key={id}>
      {at > 0 && ', '}
      {accountName}, since <When at={startedAt} zone="UTC" locale="en-GB" />
      {endedAt !== null && (
        <>
          {' '}
          until <When at={endedAt} zone="UTC" locale="en-GB" />
        </>
      )}
    </span>
  ));
}
