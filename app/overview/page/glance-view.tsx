import type { Glance } from './glance.ts';

/** The five questions over the lanes: the answer in bold, and under it what stands behind it. */
export function GlanceView({ glance }: { glance: readonly Glance[] }) {
  return (
    <section className="glance" aria-label="In one look">
      <dl>
        {glance.map(({ term, value, more }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value.split(/(follow-ups?)/).map(heldTogether)}</dd>
            {more && <dd className="note">{more}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A line does not end at a hyphen: every second piece is a word that has one. */
function heldTogether(piece: string, at: number) {
  return at % 2 === 0 ? (
    piece
  ) : (
    <span className="nowrap" key={at}>
      {piece}
    </span>
  );
}
