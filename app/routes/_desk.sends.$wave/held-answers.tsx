import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { Glyph } from '#app/ui/glyph.tsx';
import type { SendView } from './page.tsx';

/** What came in doubtful, persona by persona: it counts nowhere until a member releases it. */
export function HeldAnswers({ view: { heldAnswers, personas, slug } }: { view: SendView }) {
  // In lane order, like everything that stands persona by persona.
  const lanes = personas.flatMap((persona) => {
    const own = heldAnswers.find(({ personaId }) => personaId === persona.id);
    return own ? [{ persona, answers: own.answers }] : [];
  });
  return (
    <p className="small cluster after">
      Held, not counted:
      {lanes.map(({ persona, answers }) => (
        <Link
          key={persona.id}
          className="split-part nowrap"
          to={`/answers/held?${new URLSearchParams({ wave: slug, persona: persona.id })}`}
        >
          <Glyph {...laneIdentity(persona)} size={13} />
          {persona.plural}: {answers}
        </Link>
      ))}
    </p>
  );
}
