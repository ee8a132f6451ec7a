import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { PurposeFacts } from '#app/programme/purpose/purpose-facts.tsx';
import { PURPOSE_LABELS } from '#app/programme/purpose/purpose-words.ts';
import { Glyph } from '#app/ui/glyph.tsx';
import type { NewSurveyView } from './page.tsx';

interface WhySectionProps {
  persona: NonNullable<NewSurveyView['persona']>;
  programme: NonNullable<NewSurveyView['programme']>;
  why: NonNullable<NewSurveyView['why']>;
}

/** For whom and why stand before anything can be written. */
export function WhySection({ persona, programme, why: { purpose, missing } }: WhySectionProps) {
  const plural = inSentence(persona.plural);
  const to = `/programmes/${programme.slug}/purpose/${persona.id}`;
  return (
    <section className="for-whom" aria-labelledby="for-whom">
      <div>
        <h2 id="for-whom">
          <Glyph {...laneIdentity(persona)} size={24} />
          For {persona.plural}
        </h2>
        <p className="small quiet">
          {persona.definition} <Link to={`/surveys/new?programme=${programme.slug}`}>Not for them?</Link>
        </p>
      </div>
      <div className="stack">
        <h3>
          Why {plural} are asked in {programme.name}
        </h3>
        {purpose && <PurposeFacts purpose={purpose} />}
        {missing.length > 0 && (
          <p className="dashed measure">
            <b>{purpose ? 'Not whole yet.' : 'Still to be written.'}</b>{' '}
            {purpose && `Open: ${missing.map((field) => inSentence(PURPOSE_LABELS[field])).join(', ')}. `}
            You can write the questions first. Nothing can be published to {plural} before why is written.
          </p>
        )}
        <p className="small">
          <Link to={to}>{missing.length === 0 ? 'Change why' : 'Write why'}</Link>
        </p>
      </div>
    </section>
  );
}
