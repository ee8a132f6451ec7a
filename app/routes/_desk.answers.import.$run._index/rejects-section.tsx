import { DataTable } from '#app/ui/data-table.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Section } from '#app/ui/section.tsx';
import type { ImportView } from './page.tsx';

/** Rows that give no answer, each with its line and reason; nothing is clamped, guessed or dropped. */
export function RejectsSection({ view: { rejects, moreAfter, after, slug } }: { view: ImportView }) {
  if (rejects.length === 0) return null;
  return (
    <Section
      title="Rows that give no answer"
      lead="A value outside the scale is kept here as it came. It is never moved into the scale."
    >
      <DataTable
        caption="Rows that give no answer"
        captionHidden
        head={[{ label: 'Line', numeric: false }, { label: 'Why' }]}
        rows={rejects.map(({ line, reason }) => ({ key: String(line), cells: [line, reason.sentence] }))}
      />
      <Pager
        label="Rows that give no answer"
        previous={after > 0 ? '?' : null}
        next={moreAfter ? `?after=${moreAfter}` : null}
      />
      <p className="small after">
        <a href={`/answers/import/${slug}/rejects`}>All of them as CSV</a>, to mend in a spreadsheet and bring
        back.
      </p>
    </Section>
  );
}
