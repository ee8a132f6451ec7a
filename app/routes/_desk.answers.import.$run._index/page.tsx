import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { sumOf } from '#app/answering/import/answer-words.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Steps } from '#app/ui/steps.tsx';
import { AtWork } from './at-work.tsx';
import { BringInBar } from './bring-in-bar.tsx';
import { DeclareForm } from './declare-form.tsx';
import { RejectsSection } from './rejects-section.tsx';
import type { action, loader } from './route.tsx';
import { TallySection } from './tally-section.tsx';
import { WordsSection } from './words-section.tsx';

export type ImportView = ReturnType<typeof useLoaderData<typeof loader>>;
/** What was wrong with the form just sent, by field, and what was typed. */
export interface Faulty {
  fieldErrors: Record<string, string>;
  values: Record<string, string>;
}

const STEPS = ['File', 'Columns and question', 'Dry run', 'Bring in'];
const STEP = { mapping: 1, checking: 2, checked: 2, queued: 3, running: 3, done: 3, failed: 0 } as const;

export function AnswerImportPage() {
  const view = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const faulty: Faulty = { fieldErrors: said?.fieldErrors ?? {}, values: said?.values ?? {} };
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/answers">Answers</Link>
            <Link to="/answers/import">Import past answers</Link>
            <span>{view.fileName}</span>
          </>
        }
        title={titleOf(view)}
        lead={leadOf(view)}
      />
      <Steps steps={STEPS} current={STEP[view.state]} />
      <Body view={view} faulty={faulty} />
    </>
  );
}

function Body({ view, faulty }: { view: ImportView; faulty: Faulty }) {
  switch (view.state) {
    case 'mapping':
      return <DeclareForm view={view} faulty={faulty} />;
    case 'checking':
    case 'queued':
    case 'running':
      return <AtWork view={view} />;
    case 'checked':
      return (
        <>
          <TallySection view={view} />
          <WordsSection view={view} faulty={faulty} />
          <BringInBar view={view} faulty={faulty} />
          <RejectsSection view={view} />
          <DeclareAgain view={view} faulty={faulty} />
        </>
      );
    case 'done':
      return (
        <>
          <TallySection view={view} />
          <Onward view={view} />
          <RejectsSection view={view} />
        </>
      );
    case 'failed':
      return (
        <Notice
          heading="This file can’t be read to its end"
          sentence={view.failure}
          foot={<Link to="/answers/import">Choose another file</Link>}
        />
      );
    default:
      return view.state satisfies never;
  }
}

/** The same form under the dry run; open when something in it has to be mended. */
function DeclareAgain({ view, faulty }: { view: ImportView; faulty: Faulty }) {
  return (
    <details className="again" open={faulty.values.intent === 'declare' || undefined}>
      <summary>Change the columns, the question or the wave</summary>
      <DeclareForm view={view} faulty={faulty} />
    </details>
  );
}

/** Where the answers are now. */
function Onward({ view: { waveSlug, report } }: { view: ImportView }) {
  return (
    <p className="cluster after">
      {sumOf(report.placed) + report.alreadyHere > 0 && (
        <ButtonLink variant="primary" to={`/results?wave=${waveSlug}`}>
          Open the results
        </ButtonLink>
      )}
      <Link to={`/answers?wave=${waveSlug}`}>Read the answers</Link>
      {sumOf(report.unplaced) > 0 && (
        <Link to="/answers/unplaced">Place the {sumOf(report.unplaced)} unplaced</Link>
      )}
    </p>
  );
}

function titleOf({ state, report, rowsTotal, fileName }: ImportView): string {
  if (state === 'mapping') return `What is in ${fileName}?`;
  if (state === 'checked') return `${rowsTotal} rows read. ${sumOf(report.placed)} answers have a persona.`;
  if (state === 'done') return `${sumOf(report.placed)} answers came in.`;
  return fileName;
}

function leadOf({ state }: ImportView): string | undefined {
  if (state === 'mapping')
    return 'A number alone says nothing: tell in which role it was given, when, and to which question.';
  if (state === 'checked')
    return 'This is a dry run. You see what would happen; the file waits until you say so.';
  return undefined;
}
