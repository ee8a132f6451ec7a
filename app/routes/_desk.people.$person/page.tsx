import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { OpenFollowUps } from '#app/followup/open-follow-ups.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { AddRole } from './add-role.tsx';
import { AddressNotice } from './address-return.tsx';
import { Attributes } from './attributes.tsx';
import { Details } from './details.tsx';
import { OwnWords } from './own-words.tsx';
import { RoleTable } from './role-table.tsx';
import { RoleTimeline } from './role-timeline.tsx';
import type { action, loader } from './route.tsx';
import { ToldSection } from './told-section.tsx';
import { Workplaces } from './workplaces.tsx';

export type PersonView = ReturnType<typeof useLoaderData<typeof loader>>;
/** What was wrong with the form of this intent, by field, and what was typed. */
export interface Faulty {
  fieldErrors: Record<string, string>;
  values: Record<string, string>;
}

export function PersonPage() {
  const view = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const faultyOf = (intent: string): Faulty =>
    said?.kind === 'faulty' && said.values.intent === intent ? said : { fieldErrors: {}, values: {} };
  const { person, roles } = view;
  return (
    <>
      <PageHead
        crumb={<Link to="/people">People</Link>}
        title={<bdi>{person.name}</bdi>}
        lead={<Lead view={view} />}
      />
      <AddressNotice view={view} />
      <Section
        title="Roles over time"
        lead="A role is held at one account from a day on. What was answered in it stays under it."
      >
        {roles.length === 0 ? (
          <p className="said">
            Role missing. Until somebody says what {person.name} does, no question can be asked.
          </p>
        ) : (
          <>
            <RoleTimeline view={view} />
            <RoleTable view={view} faulty={faultyOf('end')} />
          </>
        )}
      </Section>
      <OwnWords view={view} />
      <ToldSection view={view} />
      <OpenFollowUps lines={view.followUps} newTo={`/follow-ups/new?person=${view.slug}`} now={view.now} />
      <div className="person-forms">
        <AddRole view={view} faulty={faultyOf('assign')} />
        <Workplaces view={view} faulty={faultyOf('employ')} />
      </div>
      <Attributes view={view} faulty={faultyOf('attributes')} />
      <Details view={view} faulty={faultyOf('details')} />
    </>
  );
}

function Lead({ view: { employments, addresses } }: { view: PersonView }) {
  const open = employments.filter(({ endedAt }) => endedAt === null);
  const places = open.map(({ title, accountName }) => (title ? `${title} at ${accountName}` : accountName));
  return (
    <>
      {places.length > 0 ? places.join(' and ') : 'Works at no account now'}
      {addresses[0] ? `, ${addresses[0].email}` : ', no address to write to'}
    </>
  );
}
