import { Link } from '@remix-run/react';
import { SORT_WORDS } from '#app/committee/list/committee-query.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { addressOf } from './committees-address.ts';
import type { CommitteesView } from './page.tsx';

/** The order that was asked for says nothing; those that do are one click away, and the list stands in the first of them. */
export function RefusedSort({
  view,
  refusal: { message, sorts, personas, why },
}: {
  view: CommitteesView;
  refusal: NonNullable<CommitteesView['refusal']>;
}) {
  return (
    <Notice
      heading="By whose answers?"
      sentence={message}
      foot={
        <p>
          One number for both would be an <Link to={why}>orple</Link>.
        </p>
      }
    >
      <p className="small after">By what one persona answered:</p>
      <ul className="cluster">
        {personas.map((persona) => (
          <li key={persona.id}>
            <Link to={`?${addressOf(view, { sort: 'score', persona: persona.id, after: '' })}`}>
              <PersonaName {...laneIdentity(persona)} name={persona.plural} />
            </Link>
          </li>
        ))}
      </ul>
      <p className="small after">Or by what is true of the account:</p>
      <ul className="cluster">
        {sorts.map((sort) => (
          <li key={sort}>
            <Link to={`?${addressOf(view, { sort, persona: '', after: '' })}`}>{SORT_WORDS[sort]}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
