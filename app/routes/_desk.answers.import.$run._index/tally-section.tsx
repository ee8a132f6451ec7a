import { SET_ASIDE_REASONS, sumOf, UNPLACED_REASONS } from '#app/answering/import/answer-words.ts';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import { Tally } from '#app/ui/tally.tsx';
import type { ImportView } from './page.tsx';

/** What happens to every row: the counts add up to the file, and placed answers stand by persona. */
export function TallySection({ view }: { view: ImportView }) {
  const { report, personas, rowsTotal, state } = view;
  const placed = personas.filter(({ id }) => report.placed[id]);
  const counts = [
    { count: sumOf(report.placed), label: 'placed, by persona below' },
    { count: sumOf(report.unplaced), label: 'kept unplaced, in no figure' },
    { count: sumOf(report.setAside), label: 'set aside: no answer on this scale' },
    { count: report.silent, label: 'say nothing' },
    { count: report.needYou, label: 'need you: mend and bring back' },
    { count: report.alreadyHere, label: 'here already' },
  ];
  return (
    <Section
      title={state === 'done' ? 'What happened' : 'What would happen'}
      lead={`${rowsTotal} rows, and each is in one of these.${accountsSentence(report.newAccounts)}`}
    >
      <Tally counts={counts.filter(({ count }, at) => at < 2 || count > 0)} />
      {placed.length > 0 && (
        <div className="counted">
          <DataTable
            caption="Placed, by persona"
            head={[{ label: 'Persona' }, { label: 'Answers', numeric: true }]}
            rows={placed.map((persona) => ({
              key: persona.id,
              cells: [
                <PersonaName key="name" {...laneIdentity(persona)} name={persona.plural} />,
                report.placed[persona.id],
              ],
            }))}
          />
        </div>
      )}
      <Reasons report={report} />
    </Section>
  );
}

function Reasons({ report }: { report: ImportView['report'] }) {
  const reasons = [
    ...Object.entries(report.unplaced).map(([code, rows]) => ({
      key: `unplaced ${code}`,
      cells: ['Unplaced', UNPLACED_REASONS[code as keyof typeof UNPLACED_REASONS] ?? code, rows],
    })),
    ...Object.entries(report.setAside).map(([code, rows]) => ({
      key: `aside ${code}`,
      cells: ['Set aside', SET_ASIDE_REASONS[code] ?? code, rows],
    })),
  ];
  if (reasons.length === 0) return null;
  const head = [{ label: 'Not placed' }, { label: 'Why' }, { label: 'Rows', numeric: true }];
  return (
    <div className="counted">
      <DataTable caption="Not placed, by reason" head={head} rows={reasons} />
    </div>
  );
}

function accountsSentence(newAccounts: number): string {
  if (newAccounts === 0) return '';
  return newAccounts === 1
    ? ' They name 1 account that is new here.'
    : ` They name ${newAccounts} accounts that are new here.`;
}
