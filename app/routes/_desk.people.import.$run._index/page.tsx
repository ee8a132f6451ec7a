import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { readyRows, waitingRows } from '#app/audience/import/import-counts.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Steps } from '#app/ui/steps.tsx';
import { AtWork } from './at-work.tsx';
import { BringInBar } from './bring-in-bar.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { RejectsSection } from './rejects-section.tsx';
import type { action, loader } from './route.tsx';
import { TallySection } from './tally-section.tsx';
import { WordsSection } from './words-section.tsx';

export type ImportView = ReturnType<typeof useLoaderData<typeof loader>>;
/** What was wrong with the form just sent, by field, and what was chosen. */
export interface Faulty {
  fieldErrors: Record<string, string>;
  values: Record<string, string>;
}

const STEPS = ['File', 'Columns', 'Dry run', 'Bring in'];
const STEP = { mapping: 1, checking: 2, checked: 2, queued: 3, running: 3, done: 3, failed: 0 } as const;

export function PeopleImportPage() {
  const view = useLoaderData<typeof loader>();
  const said = useActionData<typeof action>();
  const faulty: Faulty = { fieldErrors: said?.fieldErrors ?? {}, values: said?.values ?? {} };
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to="/people">People</Link>
            <Link to="/people/import">Import</Link>
            <span>{view.fileName}</span>
          </>
        }
        tools={view.state === 'checked' && <span className="saved">Nobody has been brought in yet</span>}
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
      return <ColumnsForm view={view} faulty={faulty} />;
    case 'checking':
    case 'queued':
    case 'running':
      return <AtWork view={view} />;
    case 'checked':
      return (
        <>
          <TallySection view={view} />
          <WordsSection view={view} faulty={faulty} />
          <RejectsSection view={view} />
          <ColumnsForm view={view} faulty={faulty} />
          <BringInBar view={view} />
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
          heading="This file can’t be read to its end, so nothing of it came in"
          sentence={view.failure}
          foot={<Link to="/people/import">Choose another file</Link>}
        />
      );
    default:
      return view.state satisfies never;
  }
}

function Onward({ view: { report } }: { view: ImportView }) {
  return (
    <p className="cluster after">
      <ButtonLink variant="primary" to="/people">
        See the people
      </ButtonLink>
      {report.roleMissing > 0 && <Link to="/people/unplaced">Find the roles that are missing</Link>}
      <Link to="/programmes">Go on to why you ask them</Link>
    </p>
  );
}

function titleOf({ state, report, rowsTotal, fileName }: ImportView): string {
  switch (state) {
    case 'mapping':
      return `What is in ${fileName}?`;
    case 'checked':
      return checkedTitle(rowsTotal ?? 0, report);
    case 'done':
      return `${report.newPeople + report.roleMissing} new people came in.`;
    default:
      return fileName;
  }
}

/** "134 rows read. 108 are ready, 12 have no role, 14 need you." A number never stands apart from its word. */
function checkedTitle(rows: number, report: ImportView['report']): string {
  const [ready, bare, waiting] = [readyRows(report), report.roleMissing, waitingRows(report)];
  return [
    `${rows}\u00a0${rows === 1 ? 'row' : 'rows'} read.`,
    `${ready}\u00a0${ready === 1 ? 'is' : 'are'}\u00a0ready,`,
    `${bare}\u00a0${bare === 1 ? 'has' : 'have'} no\u00a0role,`,
    `${waiting}\u00a0${waiting === 1 ? 'needs' : 'need'}\u00a0you.`,
  ].join(' ');
}

function leadOf({ state, columns, choices }: ImportView): string | undefined {
  switch (state) {
    case 'mapping':
      return columns?.encodingGuessed
        ? `The file does not say how its letters are written; it was read as ${columns.encoding.toUpperCase()}. Look at the names.`
        : 'Say where each column goes. Your choice is remembered for the next file.';
    case 'checked':
      return choices.targets?.includes('role.persona')
        ? 'This is a dry run. You see what would happen; the file waits until you say so.'
        : 'This is a dry run. No column says what people do, so they come in without a role: choose one below, or confirm roles by title afterwards.';
    default:
      return undefined;
  }
}
