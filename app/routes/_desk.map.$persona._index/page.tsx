import { Form, Link, useLoaderData } from '@remix-run/react';
import { type ColumnFacts, MomentStrip } from '#app/committee/map/moment-strip.tsx';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { isBase } from '#app/persona/persona.ts';
import { TrademarkNote } from '#app/results/trademark-note.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { PersonaTabs } from '#app/ui/tabs.tsx';
import { When } from '#app/ui/time.tsx';
import { PeopleSection } from './people-section.tsx';
import { RoleSection } from './role-section.tsx';
import type { loader } from './route.tsx';

export type MapView = ReturnType<typeof useLoaderData<typeof loader>>;

/** One persona sideways: who they are, what they need, and the moments in which they actually meet us. */
export function MapPage() {
  const view = useLoaderData<typeof loader>();
  const { persona, personas, mayEdit } = view;
  const open = personas.filter(({ id, closedAt }) => closedAt === null || id === persona.id);
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/map">Map</Link>
            <span>One persona, the moments in which they meet us</span>
          </>
        }
        tools={mayEdit && <Tools view={view} />}
        title={
          <span className="persona">
            <Glyph {...laneIdentity(persona)} size={24} /> {persona.plural}
          </span>
        }
      />
      <PersonaTabs
        tabs={open.map(({ id, base, plural }) => ({
          to: `/map/${id}`,
          lane: base,
          core: !isBase(id),
          name: plural,
          current: id === persona.id,
        }))}
      />
      <RoleSection view={view} />
      <MomentsSection view={view} />
      <PeopleSection view={view} />
      <TrademarkNote />
    </>
  );
}

function Tools({ view: { persona } }: { view: MapView }) {
  return (
    <>
      <Link to="/map/touches/import">Bring touches in</Link>
      {persona.closedAt === null && (
        <ButtonLink to={`/map/${persona.id}/moments/new`}>Add a moment</ButtonLink>
      )}
    </>
  );
}

function MomentsSection({ view }: { view: MapView }) {
  const { persona, mayEdit, closed } = view;
  const columns = view.columns as readonly ColumnFacts[];
  if (columns.length === 0 && closed.length === 0) return <NoMoment view={view} />;
  return (
    <Section
      title="Moments"
      lead="Side by side and in no order: people come in anywhere, come back and leave anywhere. Where a moment stands here is for the eye alone."
    >
      <MomentStrip
        columns={columns}
        persona={persona}
        {...(mayEdit && {
          acts: (column: ColumnFacts, at: number) => (
            <MomentActs view={view} column={column} isFirst={at === 0} isLast={at === columns.length - 1} />
          ),
        })}
      />
      {closed.length > 0 && (
        <details className="after">
          <summary>Closed moments: {closed.length}</summary>
          <ul className="rows">
            {closed.map(({ slug, name, closedAt }) => (
              <li key={slug} className="small">
                {name}, closed <When at={closedAt ?? 0} zone="UTC" locale="en-GB" />. Its touches stay.
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function MomentActs({
  view: { persona },
  column: { slug, moment },
  isFirst,
  isLast,
}: {
  view: MapView;
  column: ColumnFacts;
  isFirst: boolean;
  isLast: boolean;
}) {
  return (
    <>
      <Link className="small" to={`/map/${persona.id}/moments/${slug}`}>
        Change<span className="vh"> {moment.name}</span>
      </Link>
      <Form method="post" action={`/map/${persona.id}?index`} preventScrollReset className="row-acts">
        <input type="hidden" name="moment" value={slug} />
        {!isFirst && (
          <Button variant="tiny" name="towards" value="first">
            Move left<span className="vh">: {moment.name}</span>
          </Button>
        )}
        {!isLast && (
          <Button variant="tiny" name="towards" value="last">
            Move right<span className="vh">: {moment.name}</span>
          </Button>
        )}
      </Form>
    </>
  );
}

function NoMoment({ view: { persona, mayEdit } }: { view: MapView }) {
  return (
    <Section title="Moments">
      <EmptyState
        title={`No moment of ${persona.plural} yet`}
        action={
          mayEdit &&
          persona.closedAt === null && (
            <ButtonLink variant="primary" to={`/map/${persona.id}/moments/new`}>
              Write down the first moment
            </ButtonLink>
          )
        }
      >
        A moment is where they actually meet us, such as the day an invoice arrives, and what they try to get
        done then.
      </EmptyState>
    </Section>
  );
}
