import { Link } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { sayDebt } from '#app/programme/told/debt.ts';
import { Section } from '#app/ui/section.tsx';
import type { ProgrammeView } from './page.tsx';

/** Who answered and has not heard back, before it holds anything up and when it does. */
export function OwingSection({ view: { owing } }: { view: ProgrammeView }) {
  if (owing.length === 0) return null;
  return (
    <Section
      id="owing"
      title="Owed an answer"
      lead="What a persona is owed past the day promised holds up the next send to it."
    >
      <ul className="rows">
        {owing.map((debt) => (
          <li key={`${debt.waveId} ${debt.personaId}`}>
            <p>
              {sayDebt(debt, debt)} {debt.isBraking && <b>The next send to them waits for this.</b>}
            </p>
            <p className="small">
              <Link to={`/sends/${debt.waveSlug}/told/${debt.personaId}`}>
                Tell {inSentence(debt.plural)} what came of it
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
