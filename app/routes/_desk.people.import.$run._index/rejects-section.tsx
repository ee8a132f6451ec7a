import { DataTable } from '#app/ui/data-table.tsx';
import { Pager } from '#app/ui/pager.tsx';
import { Section } from '#app/ui/section.tsx';
import type { ImportView } from './page.tsx';

/** Rows that wait for a person, each with its line, who it is about and why. None of them holds up the others. */
export function RejectsSection({ view }: { view: ImportView }) {
  const { rejects, moreAfter, after, slug, report, state } = view;
  if (rejects.length === 0) return null;
  const count = state === 'done' ? report.needYou + report.waitForWord : report.needYou;
  return (
    <Section title={count === 1 ? '1 row needs a person' : `${count} rows need a person`} lead={leadOf(view)}>
      <DataTable
        caption="Rows that need a person"
        captionHidden
        head={[{ label: 'Line' }, { label: 'Who' }, { label: 'To settle' }]}
        rows={rejects.map(({ line, cells, reason }) => ({
          key: String(line),
          cells: [line, whoOf(cells, view), reason.sentence],
        }))}
      />
      <Pager
        label="Rows that need a person"
        previous={after > 0 ? '?' : null}
        next={moreAfter ? `?after=${moreAfter}` : null}
      />
      <p className="small after">
        <a href={`/people/import/${slug}/rejects`}>All of them as CSV</a>, to mend in a spreadsheet and bring
        back.
      </p>
    </Section>
  );
}

/** What waits for a word waits for no mended file: the file as it is, read again, asks for the word. */
function leadOf({ report, state }: ImportView): string {
  const mend = 'Mend it in the file and bring the file again, or settle it on the person’s page.';
  if (state !== 'done') return `Nothing of this comes in. ${mend}`;
  const words =
    report.waitForWord > 0
      ? ' Where a word has no meaning yet, bring the same file again: it asks what the word means.'
      : '';
  return `Nothing of this came in. ${mend}${words}`;
}

const NAMING = ['person.name', 'person.first_name', 'person.last_name', 'person.email'] as const;

/** The name as the row has it, or else the address: enough to find the row by. */
function whoOf(cells: readonly string[], { choices }: ImportView): string {
  const [name = '', first = '', last = '', email = ''] = NAMING.map(
    (target) => cells[choices.targets?.indexOf(target) ?? -1],
  );
  return name || `${first} ${last}`.trim() || email || 'No name';
}
