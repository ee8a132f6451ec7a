import { laneIdentity } from '#app/persona/lane-identity.ts';
import { intervalCell } from '#app/results/figure-view.tsx';
import { TrendChart } from '#app/ui/chart-trend.tsx';
import { DataTable, ShowAsTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/section.tsx';
import { SideScroll } from '#app/ui/side-scroll.tsx';
import { signed } from '#app/ui/signed.ts';
import type { PersonaView } from './page.tsx';

const HEAD = [
  { label: 'Wave' },
  { label: 'Score', numeric: true },
  { label: 'Interval', numeric: true },
  { label: 'Heard', numeric: true },
];

/** The same persona wave by wave; a change of wording breaks the line. */
export function TrendSection({ view: { trend, persona, since } }: { view: PersonaView }) {
  if (trend.length < 2) return null;
  const waves = trend.map(({ wave, figure }, i) => ({
    label: wave.name,
    note: `${figure.n} at ${figure.accounts ?? '?'}`,
    score: figure.score,
    interval: figure.interval.kind === 'none' || figure.interval.kind === 'census' ? null : figure.interval,
    reworded: i > 0 && trend[i - 1]!.figure.question.wordingKey !== figure.question.wordingKey,
  }));
  const rows = trend.map(({ wave, figure }) => ({
    key: wave.id,
    cells: [wave.name, figure.score === null ? 'none' : signed(figure.score), intervalCell(figure), figure.n],
  }));
  return (
    <Section title="Wave by wave" lead={since ? `Since the wave before: ${since.words}.` : undefined}>
      <SideScroll label={`${persona.plural}, wave by wave, as a drawing`}>
        <TrendChart {...laneIdentity(persona)} title={`${persona.plural}, wave by wave`} waves={waves} />
      </SideScroll>
      <ShowAsTable>
        <DataTable caption={`${persona.plural}, wave by wave`} head={HEAD} rows={rows} />
      </ShowAsTable>
    </Section>
  );
}
