import { inSentence } from '#app/persona/persona.ts';
import type { SaidLength } from '#app/survey/length/say-length.ts';
import { useDesk } from './desk-view.tsx';

/** A warning past two minutes, and what share would stay to the end. Both are estimates and say so. */
export function LengthNote({ length }: { length: SaidLength }) {
  const { persona } = useDesk().view;
  if (length.words === '') return null;
  const plural = inSentence(persona.plural);
  return (
    <div className="length-note small">
      {length.isLong && (
        <p className="dashed">
          <b>Longer than two minutes.</b> Drop what no decision needs, or ask it only of some.
        </p>
      )}
      <p className="note">
        Of 100 {plural} who begin, about {length.finishers} would finish. A rule of thumb from published web
        surveys, until it is known how many {plural} finish.
      </p>
    </div>
  );
}
