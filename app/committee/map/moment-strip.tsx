import type { ReactNode } from 'react';
import type { PersonaLabel } from '#app/persona/persona.ts';
import { SideScroll } from '#app/ui/side-scroll.tsx';
import { FeltCell, type FeltFacts } from './felt-cell.tsx';
import { contactWords, silentWords } from './map-words.ts';

/** One moment as it comes over the wire. */
export interface ColumnFacts {
  slug: string;
  moment: { name: string; tryingTo: string; promise: string; evidence: string | null };
  contact: { touches: number; people: number; accounts: number } | null;
  questions: number;
  felt: readonly (FeltFacts & {
    wave: { id: string; name: string; slug: string; closedAt: number | null };
  } & {
    heard: number;
    of: number | null;
  })[];
}

interface MomentStripProps {
  columns: readonly ColumnFacts[];
  persona: PersonaLabel;
  /** What a member can do with a moment. */
  acts?(column: ColumnFacts, at: number): ReactNode;
}

/** The moments of one persona side by side. A list without an order: nobody goes through them from left to right. */
export function MomentStrip({ columns, persona, acts }: MomentStripProps) {
  return (
    <SideScroll label={`Moments of ${persona.plural}`}>
      <ul className="moments">
        {columns.map((column, at) => (
          <li key={column.slug} id={column.slug}>
            <h3>{column.moment.name}</h3>
            <MomentCells column={column} persona={persona} />
            {acts && <div className="row-acts">{acts(column, at)}</div>}
          </li>
        ))}
      </ul>
    </SideScroll>
  );
}

function MomentCells({ column, persona }: { column: ColumnFacts; persona: PersonaLabel }) {
  const { moment, contact, felt } = column;
  return (
    <dl>
      <Cell term="They try to">{moment.tryingTo}</Cell>
      <Cell term="We promise">
        {moment.promise || <span className="quiet">Nothing is promised here.</span>}
      </Cell>
      <Cell term="Contact">
        <span className={contact ? undefined : 'quiet'}>{contactWords(contact)}</span>
      </Cell>
      <Cell term="Felt">
        {felt.length > 0 ? (
          <FeltCell felt={felt} persona={persona} />
        ) : (
          <span className="quiet">Nothing was heard.</span>
        )}
      </Cell>
      <Cell term="Silent">
        {silentWords(column, persona).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </Cell>
      {moment.evidence !== null && (
        <Cell term="How we know">
          {moment.evidence || <span className="quiet">Nobody wrote down how.</span>}
        </Cell>
      )}
    </dl>
  );
}

function Cell({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
