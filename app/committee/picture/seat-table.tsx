import { DataTable } from '#app/ui/data-table.tsx';
import type { CommitteeLane } from './committee.ts';
import type { Seat } from './seat.ts';
import { markWords, standingWords } from './seat-words.ts';
import { dayWords } from './time-scale.ts';

const HEAD = [
  { label: 'Person' },
  { label: 'Persona' },
  { label: 'In the seat' },
  { label: 'In this wave' },
  { label: 'Asked and answered' },
];

/** The picture in words, seat by seat. */
export function SeatTable({ lanes }: { lanes: readonly CommitteeLane[] }) {
  const rows = lanes.flatMap((lane) => [
    ...[...lane.sitting, ...lane.left].map((seat) => seatRow(lane, seat)),
    ...(lane.vacant > 0 ? [vacantRow(lane)] : []),
  ]);
  return <DataTable caption="Every seat, in the order of lanes" head={HEAD} rows={rows} />;
}

function seatRow({ persona }: CommitteeLane, seat: Seat) {
  const name = seat.personName ?? 'Not named';
  const until = seat.endedAt === null ? 'now' : dayWords(seat.endedAt);
  return {
    key: seat.roleId,
    cells: [
      <bdi key="name">{name}</bdi>,
      persona.name,
      `${dayWords(seat.startedAt)} to ${until}`,
      standingWords(seat),
      seat.marks.length === 0 ? 'Never asked' : seat.marks.map(markWords).join(' '),
    ],
  };
}

function vacantRow({ persona, vacant, emptySince }: CommitteeLane) {
  const since = emptySince === null ? 'Nobody was ever named' : `Empty since ${dayWords(emptySince)}`;
  return {
    key: `vacant-${persona.id}`,
    cells: ['Nobody', persona.name, since, vacant === 1 ? 'Empty seat' : `${vacant} empty seats`, ''],
  };
}
