import { Link } from '@remix-run/react';
import { count } from '#app/committee/map/map-words.ts';
import { REQUIREMENT_WORDS, type Requirements } from '#app/persona/requirements/requirements.ts';
import { Facts } from '#app/ui/facts.tsx';
import { Section } from '#app/ui/section.tsx';
import type { MapView } from './page.tsx';

const PARTS = Object.keys(REQUIREMENT_WORDS) as (keyof Requirements)[];

/** Who they are and what they need, before any moment. */
export function RoleSection({ view: { persona, requirements, holders, mayEdit } }: { view: MapView }) {
  const written = PARTS.filter((part) => requirements[part] !== '');
  const facts = written.map((part) => ({
    term: REQUIREMENT_WORDS[part].term,
    value: <span className="verbatim-words">{requirements[part]}</span>,
  }));
  return (
    <Section title="Role and requirements">
      <p className="lead">{persona.definition}</p>
      <p className="small quiet">
        Told apart by: “{persona.question}”{' '}
        {holders.people === 0
          ? 'Nobody is known to hold this role now.'
          : `${count(holders.people, 'person holds', 'people hold')} this role now, at ${count(holders.accounts, 'account', 'accounts')}.`}
      </p>
      {facts.length > 0 ? (
        <div className="after">
          <Facts facts={facts} />
        </div>
      ) : (
        <p className="after quiet">Nobody has written down what they need, or how to work with them.</p>
      )}
      {mayEdit && (
        <p className="small after">
          <Link to={`/map/${persona.id}/requirements`}>
            {facts.length > 0 ? 'Change the requirements' : 'Write the requirements down'}
          </Link>
        </p>
      )}
    </Section>
  );
}
