import { type FigureFacts, intervalCell } from '#app/results/figure-view.tsx';
import { type Panel, panelSentence } from '#app/results/panel/panel.ts';
import { wordsAmong } from '#app/results/together.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/section.tsx';
import { signed } from '#app/ui/signed.ts';
import { scoreCell } from './figure-cells.tsx';
import type { PersonaView } from './page.tsx';

const HEAD = [
  { label: 'Who' },
  { label: 'Wave' },
  { label: 'Each person once', numeric: true },
  { label: 'Each account once', numeric: true },
  { label: 'Interval', numeric: true },
  { label: 'Heard', numeric: true },
];
const MOVED_HEAD = [{ label: 'Who' }, { label: 'Before', numeric: true }, { label: 'Now', numeric: true }];

/** The same people held against themselves; whoever came or went stands apart (DOMAIN 2.1). */
export function PanelSection({ view }: { view: PersonaView }) {
  const panel = view.panel as Panel | null;
  if (panel?.kind !== 'paired') return null;
  return (
    <Section title="The same people" lead={panelSentence(view.persona, panel.counts)}>
      <Paired panel={panel} view={view} />
    </Section>
  );
}

function Paired({ panel, view }: { panel: Extract<Panel, { kind: 'paired' }>; view: PersonaView }) {
  const { change, because, moved } = panel;
  return (
    <div className="stack">
      {change ? (
        <p>
          Of {change.n} people {change.movers.up} moved up, {change.movers.down} moved down and{' '}
          {change.movers.same} stayed, between 0 to 6, 7 and 8, and 9 and 10. With each person counted once
          that is {signed(change.points)} points: {wordsAmong('panel', change.words, view.together)}.
        </p>
      ) : (
        <p className="note">{because}</p>
      )}
      <DataTable
        caption={`${view.persona.plural} of two waves`}
        captionHidden
        head={HEAD}
        rows={rowsOf(panel, view)}
      />
      {moved.length > 0 && (
        <DataTable
          caption="Everybody was heard both times. Who moved"
          head={MOVED_HEAD}
          rows={moved.map(({ name, before, after }) => ({ key: name, cells: [name, before, after] }))}
        />
      )}
    </div>
  );
}

function rowsOf(
  { before, after, newcomers, leavers }: Extract<Panel, { kind: 'paired' }>,
  view: PersonaView,
) {
  const rows = [
    { who: 'The same people', wave: view.waveBefore ?? '', figure: before },
    { who: 'The same people', wave: view.wave.name, figure: after },
    { who: 'Only in this wave', wave: view.wave.name, figure: newcomers },
    { who: 'Only in the wave before', wave: view.waveBefore ?? '', figure: leavers },
  ];
  return rows.flatMap(({ who, wave, figure }) =>
    figure ? [{ key: `${who} ${wave}`, cells: [who, wave, ...countedCells(figure), figure.n] }] : [],
  );
}

/** Both ways of counting, as the sentence above is of people, and whose the interval is. */
function countedCells(figure: FigureFacts): string[] {
  const { score, perPerson, perAccount, basis } = figure;
  if (score === null) return [scoreCell(figure), '', intervalCell(figure)];
  const [people, accounts] = [perPerson, perAccount].map((one) => (one === null ? 'not known' : signed(one)));
  return [people!, accounts!, `${intervalCell(figure)}, by ${basis}`];
}
