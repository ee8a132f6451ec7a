import { intervalCell } from '#app/results/figure-view.tsx';
import { peopleTold, scoreTold } from '#app/results/sentence.ts';
import { DataTable, ShowAsTable } from '#app/ui/data-table.tsx';
import type { LaneView } from './lane-view.ts';

const HEAD = [
  { label: 'Persona' },
  { label: 'Score', numeric: true },
  { label: 'Interval', numeric: true },
  { label: 'Heard', numeric: true },
  { label: 'Known', numeric: true },
  { label: 'Accounts', numeric: true },
  { label: 'Since the wave before' },
];

/** The lanes as a table, one row per persona and no foot. */
export function OverviewTable({ waveName, lanes }: { waveName: string; lanes: readonly LaneView[] }) {
  const rows = lanes.map(({ persona, figure, known, since, heardTold }) => ({
    key: persona.id,
    cells: [
      persona.plural,
      (figure && scoreTold(figure)) ?? 'none',
      figure ? intervalCell(figure) : 'none',
      figure ? peopleTold(figure) : heardTold,
      known ?? 'not known',
      figure?.accounts ?? 'not known',
      since?.words ?? 'the first wave',
    ],
  }));
  const caption = `${waveName}, one row per persona. Scores are comparable only within one persona.`;
  return (
    <ShowAsTable>
      <DataTable caption={caption} head={HEAD} rows={rows} />
    </ShowAsTable>
  );
}
