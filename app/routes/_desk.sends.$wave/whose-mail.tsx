import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Glyph } from '#app/ui/glyph.tsx';
import type { SendView } from './page.tsx';

interface WhoseMailProps {
  line: { personaId: string; personSlug: string; personName: string; accountName: string };
  view: SendView;
}

/** Whom a mail went to: in which persona, who, and at which account. */
export function WhoseMail({ line, view: { personas } }: WhoseMailProps) {
  const persona = personas.find(({ id }) => id === line.personaId)!;
  return (
    <>
      <Glyph {...laneIdentity(persona)} size={14} label={persona.name} />
      <Link to={`/people/${line.personSlug}`}>
        <bdi>{line.personName}</bdi>
      </Link>
      , {line.accountName}
    </>
  );
}
