import { ShareBar } from '#app/ui/bars.tsx';
import { DataTable, ShowAsTable } from '#app/ui/data-table.tsx';
import type { LaneName } from '#app/ui/glyph.tsx';
import { formatShare } from './display.ts';
import type { GridRow } from './grid.ts';
import { QuestionNotes } from './question-notes.tsx';
import type { QuestionResult } from './question-result.ts';
import { peopleTold } from './sentence.ts';

type GridResult = Extract<QuestionResult, { view: 'grid' }>;

interface GridViewProps {
  result: Omit<GridResult, 'grid'> & { grid: Omit<GridResult['grid'], symbol> };
  lane: LaneName;
}

/** Heads the column of row names, for ears alone. */
const THING = { label: 'Thing', hidden: true } as const;

type Bar = NonNullable<GridRow['shares']['bars']>[number];

/** Each row by itself: how many of those who answered it chose which column. */
export function GridView({ result, lane }: GridViewProps) {
  const { grid, askedOf } = result;
  return (
    <div className={`grid-shares ${lane}`}>
      <QuestionNotes of={grid} askedOf={askedOf} />
      {grid.ordered ? <Places result={result} /> : <Columns result={result} />}
    </div>
  );
}

function Columns({ result: { grid, rows, columns } }: Pick<GridViewProps, 'result'>) {
  return (
    <DataTable
      captionHidden
      caption={grid.question.wording}
      head={[THING, ...columns.map(({ label }) => ({ label })), { label: 'Answers', numeric: true }]}
      rows={grid.rows.map((row) => ({
        key: row.key,
        cells: [labelOf(rows, row.key), ...cellsOf(row, columns.length), peopleTold(row.shares)],
      }))}
    />
  );
}

/** Who was put first stands first; how many gave which place is one click away. */
function Places({ result: { grid, rows, columns } }: Pick<GridViewProps, 'result'>) {
  const ranked = [...grid.rows].sort((a, b) => firsts(b) - firsts(a));
  const [leading] = grid.rows.flatMap((row) => row.leading ?? []);
  const head = [THING, { label: 'Put first' }];
  return (
    <>
      <DataTable
        captionHidden
        caption={grid.question.wording}
        head={leading ? [...head, { label: `In the first ${leading.places}` }] : head}
        rows={ranked.map((row) => ({
          key: row.key,
          cells: [
            labelOf(rows, row.key),
            ...cellsOf(row, 1),
            ...(row.leading ? [<ShareCell key="leading" {...row.leading.share} />] : []),
          ],
        }))}
      />
      <ShowAsTable>
        <DataTable
          caption="How many gave it which place"
          head={[THING, ...columns.map(({ label }) => ({ label: `Place ${label}`, numeric: true }))]}
          rows={ranked.map(({ key, shares }) => ({
            key,
            cells: [labelOf(rows, key), ...(shares.bars ?? []).map(({ people }) => people)],
          }))}
        />
      </ShowAsTable>
    </>
  );
}

function firsts({ shares }: GridRow): number {
  return shares.bars?.[0]?.people ?? shares.bars?.[0]?.share?.share ?? 0;
}

/** The first cells of a row: shares, or counts where too few answered, or why there is nothing. */
function cellsOf({ shares }: GridRow, count: number) {
  if (shares.bars === null) {
    const rest = Array.from({ length: count - 1 }, () => null);
    return [<span key="none">{shares.shortage}</span>, ...rest];
  }
  return shares.bars.slice(0, count).map((bar) => <BarCell key={bar.value} bar={bar} />);
}

function BarCell({ bar: { people, share } }: { bar: Bar }) {
  return share ? <ShareCell {...share} /> : people;
}

function ShareCell(row: { share: number; lo: number; hi: number }) {
  return (
    <span className="share-cell">
      <ShareBar row={row} />
      {formatShare(row.share)}{' '}
      <span className="note">
        {formatShare(row.lo)} to {formatShare(row.hi)}
      </span>
    </span>
  );
}

function labelOf(options: readonly { key: string; label: string }[], key: string): string {
  return options.find((option) => option.key === key)?.label ?? key;
}
