import { Link } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { formatList } from '#app/results/display.ts';
import { partWords, type Raised } from '#app/results/theme/raised.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import type { WaveThemesView } from './page.tsx';

/** A row a theme, a column a persona. Nobody heard and nobody raised it are two things, and both are said. */
export function ThemeGrid({ view }: { view: WaveThemesView }) {
  const { lanes, rows, slug } = view;
  return (
    <DataTable
      caption="Themes by persona"
      captionHidden
      head={[{ label: 'Theme', plain: true }, ...lanes.map(({ persona }) => ({ label: persona.plural }))]}
      rows={rows.map(({ theme, raised }) => ({
        key: theme.slug,
        cells: [
          <>
            <Link to={`/results/${slug}/themes/${theme.slug}`}>{theme.name}</Link>
            {theme.isClosed && <span className="quiet"> (closed)</span>}
            <RaisedBySeveral raised={raised} lanes={lanes} />
          </>,
          ...lanes.map(({ persona }) => <Cell key={persona.id} raised={raised[persona.id]!} />),
        ],
      }))}
    />
  );
}

function RaisedBySeveral({
  raised,
  lanes,
}: {
  raised: Record<string, Raised>;
  lanes: WaveThemesView['lanes'];
}) {
  const by = lanes.filter(({ persona }) => raised[persona.id]?.kind === 'raised');
  if (by.length < 2) return null;
  const names = by.map(({ persona }) => inSentence(persona.plural));
  return (
    <span className="note">
      <br />
      Raised by {by.length === 2 ? 'both ' : ''}
      {formatList(names)}
    </span>
  );
}

function Cell({ raised }: { raised: Raised }) {
  switch (raised.kind) {
    case 'raised':
      return <b>{partWords(raised)}</b>;
    case 'not_raised':
      return <span className="quiet">Heard, didn’t raise it</span>;
    case 'not_heard':
      return <span className="quiet">Not heard</span>;
    case 'withheld':
      return <span className="quiet">Too few to say</span>;
    case 'not_yet':
      return <span className="quiet">Once all is shown</span>;
    default:
      return raised satisfies never;
  }
}
