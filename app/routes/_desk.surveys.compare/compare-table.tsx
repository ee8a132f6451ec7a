import { Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { type AskedCell, TWINSHIP_WORDS, twinshipOf } from '#app/survey/compare/asked.ts';
import { type MarkedPart, markDifferences } from '#app/survey/compare/mark-differences.ts';
import { MarkedWords } from '#app/survey/compare/marked-words.tsx';
import { withoutPipes } from '#app/survey/logic/piping.ts';
import { PersonaName } from '#app/ui/glyph.tsx';
import type { ComparedView } from './page.tsx';

type Row = ComparedView['rows'][number];
type Column = ComparedView['columns'][number];

interface CompareTableProps {
  caption: string;
  view: ComparedView;
  rows: readonly Row[];
}

/** Its display changes on a phone, which browsers take for the end of a table; so every part says its role. */
const STAYS = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

/** Concepts down, personas across; on a phone each concept is a list under the heads of its personas. */
export function CompareTable({ caption, view: { columns }, rows }: CompareTableProps) {
  return (
    <table className="compare" {...STAYS.table}>
      <caption className="vh">{caption}</caption>
      <thead {...STAYS.rowgroup}>
        <tr {...STAYS.row}>
          <th scope="col" {...STAYS.columnheader}>
            Concept
          </th>
          {columns.map((column) => (
            <th key={column.persona.id} scope="col" {...STAYS.columnheader}>
              <ColumnHead column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...STAYS.rowgroup}>
        {rows.map((row) => (
          <ConceptRow key={keyOf(row)} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function ColumnHead({ column: { persona, surveys } }: { column: Column }) {
  return (
    <>
      <PersonaName {...laneIdentity(persona)} name={persona.plural} />
      {surveys.map(({ slug, name, version }) => (
        <span className="under" key={slug}>
          <Link to={`/surveys/${slug}`}>{name}</Link>, {version}
        </span>
      ))}
      {surveys.length === 0 && <span className="under">no survey yet</span>}
    </>
  );
}

function ConceptRow({ row, columns }: { row: Row; columns: readonly Column[] }) {
  const cells = columns.flatMap(({ persona }) => row.cells[persona.id] ?? []);
  const marked = new Map(
    markDifferences(cells.map(({ wording }) => withoutPipes(wording))).map((parts, at) => [
      cells[at]!,
      parts,
    ]),
  );
  return (
    <tr {...STAYS.row}>
      <th scope="row" {...STAYS.rowheader}>
        {row.concept || <span className="quiet">No concept yet</span>}
        {row.personas > 1 && <span className="under note">{TWINSHIP_WORDS[twinshipOf(cells)]}</span>}
      </th>
      {columns.map(({ persona, surveys }) => (
        <td key={persona.id} {...STAYS.cell} data-empty={row.cells[persona.id] ? undefined : ''}>
          <span className="compare-head" aria-hidden="true">
            <PersonaName {...laneIdentity(persona)} name={persona.plural} />
          </span>
          {row.cells[persona.id]?.map((cell) => (
            <Asked
              key={`${cell.surveyId} ${cell.key}`}
              cell={cell}
              slug={surveys.find(({ surveyId }) => surveyId === cell.surveyId)!.slug}
              parts={
                row.personas > 1 ? marked.get(cell)! : [{ text: withoutPipes(cell.wording), differs: false }]
              }
              isOneOfSeveral={surveys.length > 1}
            />
          )) ?? <span className="quiet">not asked</span>}
        </td>
      ))}
    </tr>
  );
}

interface AskedProps {
  cell: AskedCell;
  slug: string;
  parts: readonly MarkedPart[];
  /** The persona is asked in several surveys, so each says which. */
  isOneOfSeveral: boolean;
}

function Asked({ cell, slug, parts, isOneOfSeveral }: AskedProps) {
  const { key, number, kindWords, wording, surveyName, version } = cell;
  return (
    <div className="asked">
      <p>
        {wording.trim() === '' ? <span className="quiet">No words yet</span> : <MarkedWords parts={parts} />}
      </p>
      <p className="note">
        {kindWords} · <Link to={`/surveys/${slug}?q=${key}`}>question {number}</Link>
        {isOneOfSeveral && ` of ${surveyName}, ${version}`}
      </p>
    </div>
  );
}

function keyOf({ concept, cells }: Row): string {
  const [cell] = Object.values(cells).flat();
  return `${concept} ${cell?.surveyId} ${cell?.key}`;
}
