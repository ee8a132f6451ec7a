import { ChoiceBars } from '#app/ui/bars.tsx';
import { Section } from '#app/ui/section.tsx';
import type { PersonaView } from './page.tsx';

type Shown = PersonaView['shares'][number];

/** Ratings and choices are shown as they spread; they never become a score. */
export function SharesSection({ view: { shares, persona } }: { view: PersonaView }) {
  if (shares.length === 0) return null;
  return (
    <Section title="The other questions">
      <div className="stack-2">
        {shares.map((shown) => (
          <Question key={shown.shares.question.key} shown={shown} lane={persona.base} />
        ))}
      </div>
    </Section>
  );
}

function Question({
  shown: { shares, labels },
  lane,
}: {
  shown: Shown;
  lane: PersonaView['persona']['base'];
}) {
  const rows = (shares.bars ?? []).flatMap(({ value, people, share }) =>
    share
      ? [{ label: labels.get(value) ?? value, count: people, share: share.share, lo: share.lo, hi: share.hi }]
      : [],
  );
  const listed = (shares.bars ?? []).filter(({ people }) => people > 0);
  return (
    <div>
      <h3>{shares.question.wording}</h3>
      {rows.length > 0 ? (
        <ChoiceBars lane={lane} rows={rows} caption={shares.question.wording} />
      ) : (
        <p className="small quiet">
          {listed.map(({ value, people }) => `${labels.get(value) ?? value}: ${people}`).join(' · ')}.{' '}
          {shares.shortage}
        </p>
      )}
    </div>
  );
}
