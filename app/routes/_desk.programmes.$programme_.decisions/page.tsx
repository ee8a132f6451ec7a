import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { VERDICT_WORDS } from '#app/followup/decision/decision.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import { NewDecisionForm } from './new-decision-form.tsx';
import type { action, loader } from './route.tsx';
import { ThemeSize, WaitingThemes } from './waiting-themes.tsx';

export type DecisionsView = ReturnType<typeof useLoaderData<typeof loader>>;
export type DecisionFaults = ReturnType<typeof useActionData<typeof action>>;

/** What a programme decided upon hearing its respondents. */
export function DecisionsPage() {
  const view = useLoaderData<typeof loader>();
  const faulty = useActionData<typeof action>();
  const { programme, decisions, made } = view;
  return (
    <>
      <PageHead
        crumb={<Link to={`/programmes/${programme.slug}`}>{programme.name}</Link>}
        title="Decisions"
        lead="What was said becomes something that is done, or that is not done and why. Each names the personas it answers; their letters begin with it."
      />
      {made && !faulty && (
        <p className="said" role="status">
          Kept. It stands as it is; what follows is another decision.
        </p>
      )}
      <WaitingThemes view={view} />
      {decisions.length === 0 ? (
        <EmptyState title="Nothing decided yet">Write down the first decision below.</EmptyState>
      ) : (
        <Section title="Decided">
          <ul className="rows">
            {decisions.map((decision) => (
              <DecisionItem key={decision.id} decision={decision} view={view} />
            ))}
          </ul>
        </Section>
      )}
      <NewDecisionForm key={JSON.stringify([decisions.length, view.begun])} view={view} faulty={faulty} />
      <ThemeSize view={view} faulty={faulty} />
    </>
  );
}

function DecisionItem({
  decision,
  view,
}: {
  decision: DecisionsView['decisions'][number];
  view: DecisionsView;
}) {
  const { verdict, what, because, personaIds, byName, decidedAt, followUps, themes } = decision;
  return (
    <li>
      <p>
        <b>{VERDICT_WORDS[verdict]}:</b> {what}
      </p>
      {because && <p className="small">{because}</p>}
      <p className="small cluster">
        {view.personas
          .filter(({ id }) => personaIds.includes(id))
          .map((persona) => (
            <PersonaName key={persona.id} {...laneIdentity(persona)} name={persona.plural} />
          ))}
      </p>
      <p className="by">
        {byName ?? 'By the API'}, <When at={decidedAt} zone="UTC" locale="en-GB" />
      </p>
      {themes.length > 0 && (
        <p className="small">
          On{' '}
          {themes.map((one, at) => (
            <span key={one.slug}>
              {at > 0 && ', '}
              <Link to={`/answers/themes/${one.slug}`}>{one.name}</Link>
            </span>
          ))}
        </p>
      )}
      {followUps.length > 0 && (
        <p className="small">
          About{' '}
          {followUps.map((one, at) => (
            <span key={one.slug}>
              {at > 0 && ', '}
              <Link to={`/follow-ups/${one.slug}`}>{one.what}</Link>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}
