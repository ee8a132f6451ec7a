import { Link } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { Notice } from '#app/ui/notice.tsx';
import { DEBT_WAYS, type LaneDebt, sayDebt } from './debt.ts';

export type ShownDebt = LaneDebt & { waveSlug: string };

/** Who waits for an answer before anybody asks them again, with the ways out. */
export function DebtNotice({ debts, programmeSlug }: { debts: readonly ShownDebt[]; programmeSlug: string }) {
  if (debts.length === 0) return null;
  return (
    <Notice
      heading="Answer back before you ask again"
      sentence={`${DEBT_WAYS} Until then nobody of them is asked in this programme.`}
      foot={<Link to={`/programmes/${programmeSlug}/shut`}>Shut the programme</Link>}
    >
      <ul className="rows">
        {debts.map((debt) => (
          <li key={`${debt.waveId} ${debt.personaId}`}>
            {sayDebt(debt, { isOverdue: true })}{' '}
            <Link to={`/sends/${debt.waveSlug}/told/${debt.personaId}`}>
              Tell {inSentence(debt.plural)} what came of it
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
