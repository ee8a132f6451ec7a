import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { PurposeFacts } from '#app/programme/purpose/purpose-facts.tsx';
import { PURPOSE_LABELS } from '#app/programme/purpose/purpose-words.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import type { ProgrammeView } from './page.tsx';

interface LaneSectionProps {
  lane: ProgrammeView['lanes'][number];
  programme: ProgrammeView['programme'];
}

/** One persona of a programme: the next step is always the one that is still open. */
export function LaneSection({ lane, programme }: LaneSectionProps) {
  const { persona, purpose, missing, surveys } = lane;
  const base = `/programmes/${programme.slug}/purpose/${persona.id}`;
  const isWhole = missing.length === 0;
  return (
    <section className="asked-lane" id={persona.id} aria-label={persona.plural}>
      <h3>
        <PersonaName {...laneIdentity(persona)} name={persona.plural} size={16} />
      </h3>
      <div className="stack-2">
        {purpose && <PurposeFacts purpose={purpose} />}
        {purpose && !isWhole && (
          <p className="dashed measure">
            <b>Not whole yet.</b> Still open:{' '}
            {missing.map((field) => inSentence(PURPOSE_LABELS[field])).join(', ')}. Nothing can be published
            to {inSentence(persona.plural)} before.
          </p>
        )}
        <SurveyLinks lane={lane} />
        {programme.origin === 'asked' && !persona.closedAt && (
          <p className="cluster">
            {isWhole && surveys.length === 0 ? (
              <ButtonLink
                variant="tiny"
                to={`/surveys/new?programme=${programme.slug}&persona=${persona.id}`}
              >
                Write the questions
              </ButtonLink>
            ) : null}
            <ButtonLink variant="tiny" to={base}>
              {purpose ? 'Change why' : `Write why ${inSentence(persona.plural)} are asked`}
            </ButtonLink>
          </p>
        )}
      </div>
    </section>
  );
}

function SurveyLinks({ lane: { surveys } }: { lane: LaneSectionProps['lane'] }) {
  if (surveys.length === 0) return null;
  return (
    <ul className="small">
      {surveys.map(({ slug, name, published, questions }) => (
        <li key={slug}>
          <Link to={`/surveys/${slug}`}>{name}</Link>{' '}
          <span className="quiet">
            {questions === 1 ? '1 question' : `${questions} questions`},{' '}
            {published === null ? 'not published yet' : `published as v${published}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
