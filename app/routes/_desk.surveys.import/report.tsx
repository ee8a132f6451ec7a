import type { ReportLine } from '#app/survey/foreign/brought.ts';
import { DataTable } from '#app/ui/data-table.tsx';
import { Section } from '#app/ui/section.tsx';

const HEAD = [{ label: 'What it was' }, { label: 'Where' }, { label: 'What becomes of it' }];

const PARTS = [
  { outcome: 'left_out', title: 'Left out' },
  { outcome: 'changed', title: 'Comes in changed' },
  { outcome: 'carried', title: 'Comes in as it is' },
] as const;

const NAMES: Readonly<Record<string, string>> = {
  ...{ surveyjs: 'SurveyJS', qualtrics: 'Qualtrics', formbricks: 'Formbricks', rolecall: 'Rolecall' },
};

/** What became of each thing in the file: what is lost first, because it needs a look. */
export function ImportReport({ report, from }: { report: readonly ReportLine[]; from: string }) {
  const count = (outcome: ReportLine['outcome']) => report.filter((line) => line.outcome === outcome).length;
  return (
    <>
      <p role="status" className="after">
        Read as {NAMES[from]}: {count('carried')} as it is, {count('changed')} changed, {count('left_out')}{' '}
        left out. Nothing is written yet.
      </p>
      {PARTS.filter(({ outcome }) => count(outcome) > 0).map(({ outcome, title }) => (
        <Section key={outcome} title={`${title}: ${count(outcome)}`}>
          <DataTable
            caption={title}
            captionHidden
            head={HEAD}
            rows={report
              .filter((line) => line.outcome === outcome)
              .map(({ what, place, sentence }, index) => ({
                key: String(index),
                cells: [what, place, sentence],
              }))}
          />
        </Section>
      ))}
    </>
  );
}
