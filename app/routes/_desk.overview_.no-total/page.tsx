import { Link, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { formatCount, formatList, formatScore } from '#app/results/display.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { MixShift } from '#app/ui/mix-shift.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import type { loader } from './route.tsx';

type View = ReturnType<typeof useLoaderData<typeof loader>>;
type Shown = NonNullable<View['shown']>;

export function NoTotalPage() {
  const { shown, why } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumb={<Link to="/overview">Overview</Link>} title="How a total would mislead" />
      {shown ? (
        <OwnShape shown={shown} />
      ) : (
        <EmptyState
          title={NOT_SHOWN[why ?? 'unchanged']}
          action={<Link to="/docs/orples">The example with other people</Link>}
        />
      )}
    </>
  );
}

const NOT_SHOWN = {
  no_earlier: 'It takes two waves that asked by name, to show it with your own people.',
  in_confidence: 'How many answered in confidence is not told one by one, so it is not shown with them.',
  unchanged:
    'The same part of each persona answered both times, so here a total would not mislead. It will once another part of them answers.',
} as const;

/** The people are theirs, and the scores are made up: no number here hangs on anything anybody answered. */
function OwnShape({ shown: { shift, earlier, later } }: { shown: Shown }) {
  const { lanes, fall } = shift;
  return (
    <>
      <p className="lead">
        These are the people who answered you, with scores that we made up: each persona likes you less than
        before, by {formatCount(fall, 'point')}. A total would have gone up, because other people answered.
      </p>
      <MixShift
        waves={[earlier, later]}
        lanes={lanes.map(({ persona, from, to }) => ({
          ...{ ...laneIdentity(persona), key: persona.id, name: persona.plural, from, to },
        }))}
        total={shift.drawn}
      />
      <DataTable
        caption="Who answered: counted. What they said: made up."
        head={[{ label: 'Persona' }, { label: earlier, numeric: true }, { label: later, numeric: true }]}
        rows={lanes.map(({ persona, earlier: before, later: now, from, to }) => ({
          key: persona.id,
          cells: [
            <PersonaName key="name" {...laneIdentity(persona)} name={persona.plural} />,
            `${before} heard, suppose ${formatScore(from)}`,
            `${now} heard, suppose ${formatScore(to)}`,
          ],
        }))}
      />
      <div className="measure stack-2 after">
        <p>
          {grewWords(lanes)} That is all it takes. With your own scores it can go either way, and nobody could
          tell who answered from what they think.
        </p>
        <p>
          <Link to="/docs/why-no-total">In numbers, and why no weighting mends it</Link>
        </p>
      </div>
    </>
  );
}

/** "End-users were 40 of 62 heard and are 120 of 130." People are counted, which is free (DOMAIN R3). */
function grewWords(lanes: Shown['shift']['lanes']): string {
  const [before, now] = [
    lanes.reduce((sum, lane) => sum + lane.earlier, 0),
    lanes.reduce((sum, lane) => sum + lane.later, 0),
  ];
  const grew = lanes.filter((lane) => lane.later / now > lane.earlier / before);
  const said = grew.map(
    ({ persona, earlier, later }) =>
      `${inSentence(persona.plural)} were ${earlier} of ${before} heard and are ${later} of ${now}`,
  );
  const words = formatList(said);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
