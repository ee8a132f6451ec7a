import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { longDay, sayDebt } from '#app/programme/told/debt.ts';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import type { SendView } from './page.tsx';

/** Whether each persona heard what came of its answers, and the way to tell them. */
export function ToldSection({ view: { debts, personas, slug } }: { view: SendView }) {
  if (debts.length === 0) return null;
  // In lane order, as everywhere.
  const lanes = personas.flatMap((persona) =>
    debts.filter(({ personaId }) => personaId === persona.id).map((debt) => ({ persona, debt })),
  );
  return (
    <Section
      id="told"
      title="Told what came of it"
      lead="A send is finished when everybody who answered has heard what came of it."
    >
      <ul className="rows sides">
        {lanes.map(({ persona, debt }) => (
          <li key={persona.id}>
            <PersonaName {...laneIdentity(persona)} name={persona.plural} />
            <span className="small">
              <Standing debt={debt} />
            </span>
            <Link to={`/sends/${slug}/told/${persona.id}`}>
              {debt.owed === 0 ? 'See what they were told' : 'Tell them'}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Standing({ debt }: { debt: SendView['debts'][number] }) {
  const { heard, owed, promiseOn, isOverdue, isBraking, isQuiet } = debt;
  if (isQuiet && owed === 0) return <>All who answered were told</>;
  if (isQuiet) return <>{sayDebt(debt, debt)}</>;
  if (owed === 0) return <>All {heard} who answered were told</>;
  const by = promiseOn === null ? '' : `, promised ${isOverdue ? 'for' : 'by'} ${longDay(promiseOn)}`;
  return (
    <>
      {isOverdue ? <b>{`${owed} of ${heard} not told${by}`}</b> : `${owed} of ${heard} to be told${by}`}
      {isBraking && '. The next send to them waits for it'}
    </>
  );
}
