import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Day } from '#app/ui/day.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import { type Overdue, overWords } from './overdue.ts';

const HEAD = [{ label: 'Promise' }, { label: 'To whom', plain: true }, { label: 'Over by', numeric: true }];

/** @param moreTo where those that are not listed stand; missing where the reader may not go there */
export function OverdueSection({ overdue: { first, more }, moreTo }: { overdue: Overdue; moreTo?: string }) {
  if (first.length === 0)
    return <Section title="Overdue promises" lead="None: what was promised by today was kept." />;
  return (
    <Section title="Overdue promises">
      <DataTable
        caption="Promises past their day, the longest overdue first"
        captionHidden
        head={HEAD}
        rows={first.map(({ key, what, persona, about, dueOn, days }) => ({
          key,
          cells: [
            <span key="what">
              {what}
              <span className="note under">{about}</span>
            </span>,
            <PersonaName key="persona" {...laneIdentity(persona)} name={persona.plural} />,
            <span key="days">
              {overWords(days)}
              <span className="note under">
                due <Day day={dueOn} />
              </span>
            </span>,
          ],
        }))}
      />
      {more > 0 && (
        <p className="small">{moreTo ? <Link to={moreTo}>And {more} more</Link> : <>And {more} more.</>}</p>
      )}
    </Section>
  );
}
