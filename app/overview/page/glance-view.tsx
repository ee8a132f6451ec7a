import type { Glance } from './glance.ts';

/** The five questions over the lanes: the answer in bold, and under it what stands behind it. */
export function GlanceView({ glance }: { glance: readonly Glance[] }) {
  return (
    <section className="glance" aria-label="In one look">
      <dl>
        {glance.map(({ term, value, more }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
            {more && <dd className="note">{more}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}
