import { laneIdentity } from '#app/persona/lane-identity.ts';
import { intervalCell } from '#app/results/figure-view.tsx';
import { peopleTold } from '#app/results/sentence.ts';
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
const SERIES = { label: 'Series' };

/** The same persona wave by wave; where the question is not the same any more, another line begins and says why. */
export function TrendSection({ view: { trend, persona, since } }: { view: PersonaView }) {
  if (trend.length < 2) return null;
  const waves = trend.map(({ wave, figure, broken }) => ({
    label: wave.name,
    note:
      figure.confidentiality === 'attributed'
        ? `${figure.n} at ${figure.accounts ?? '?'}`
        : peopleTold(figure),
    score: figure.score,
    interval: figure.interval.kind === 'none' || figure.interval.kind === 'census' ? null : figure.interval,
    broken: broken?.words ?? null,
  }));
  const breaks = trend.flatMap(({ broken }) => (broken ? [broken.sentence] : []));
  const rows = trend.map(({ wave, figure, broken }, at) => {
    const score = figure.score === null ? 'none' : signed(figure.score);
    const goesOn = at === 0 ? 'First shown' : 'As before';
    const begins = broken?.by === 'basis' ? '' : 'New series. ';
    const series = breaks.length > 0 ? [broken ? `${begins}${broken.words}.` : goesOn] : [];
    return { key: wave.id, cells: [wave.name, score, intervalCell(figure), peopleTold(figure), ...series] };
  });
  return (
    <Section title="Wave by wave" lead={since ? `Since the wave before: ${since.words}.` : undefined}>
      <SideScroll label={`${persona.plural}, wave by wave, as a drawing`}>
        <TrendChart {...laneIdentity(persona)} title={`${persona.plural}, wave by wave`} waves={waves} />
      </SideScroll>
      {breaks.map((sentence) => (
        <p key={sentence} className="note">
          {sentence}
        </p>
      ))}
      <ShowAsTable>
        <DataTable
          caption={`${persona.plural}, wave by wave`}
          head={breaks.length > 0 ? [...HEAD, SERIES] : HEAD}
          rows={rows}
        />
      </ShowAsTable>
    </Section>
  );
}
