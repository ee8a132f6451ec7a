import { Form, Link, useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { useRef, useState } from 'react';
import { sayProgress } from '#app/survey/translation/progress.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { When } from '#app/ui/time.tsx';
import { Outcome } from './outcome.tsx';
import type { action, loader } from './route.tsx';
import { TextRow } from './text-row.tsx';
import { useSaveBySelf } from './use-save-by-self.ts';

export type LanguageView = ReturnType<typeof useLoaderData<typeof loader>>;

/** One language of a survey: what is asked beside how it is said. */
export function LanguagePage() {
  const view = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return (
    <>
      <Head view={view} />
      <Shown view={view} />
      <Texts key={search} view={view} />
      <Files view={view} />
    </>
  );
}

/** What is shown stays shown while it is worked on, also once it is no longer missing. */
function Texts({ view }: { view: LanguageView }) {
  const [first] = useState(view.rows);
  const now = new Map(view.rows.map((row) => [row.place, row]));
  const rows = first.map((row) => now.get(row.place) ?? row);
  return rows.length > 0 ? <TextForm view={view} rows={rows} /> : <NoTexts view={view} />;
}

function NoTexts({ view: { progress, target } }: { view: LanguageView }) {
  if (progress.total === 0)
    return <EmptyState title="Nothing to translate yet">The survey has no texts so far.</EmptyState>;
  return (
    <EmptyState title={`${target.name} is complete`} action={<Link to=".">Show all texts</Link>}>
      {sayProgress(progress)}
    </EmptyState>
  );
}

function Head({ view: { slug, survey, source, target, savedAt, progress } }: { view: LanguageView }) {
  const pages = `/surveys/${slug}/languages`;
  return (
    <PageHead
      crumb={
        <>
          <Link to="/surveys">Surveys</Link>
          <Link to={`/surveys/${slug}`}>{survey}</Link>
          <Link to={pages}>Languages</Link>
          <span>{target.name}</span>
        </>
      }
      title={target.name}
      lead={`From ${source.name}. ${sayProgress(progress)}.`}
      tools={
        <>
          <span className="saved">
            Saved <When at={savedAt} zone="UTC" locale="en-GB" precision="minute" />
          </span>
          <a href={`/surveys/${slug}/preview?lang=${target.tag}`}>See it in {target.name}</a>
        </>
      }
    />
  );
}

function Shown({ view: { progress, open, onlyOpen } }: { view: LanguageView }) {
  return (
    <nav className="tabs" aria-label="Texts shown">
      <ul>
        <li>
          <Link to="." aria-current={onlyOpen ? undefined : 'page'}>
            All {progress.total}
          </Link>
        </li>
        <li>
          <Link to="?show=open" aria-current={onlyOpen ? 'page' : undefined}>
            Missing or changed {open}
          </Link>
        </li>
      </ul>
    </nav>
  );
}

function TextForm({ view, rows }: { view: LanguageView; rows: LanguageView['rows'] }) {
  const pressed = useActionData<typeof action>();
  const form = useRef<HTMLFormElement>(null);
  const { saving, outcome = pressed, sent } = useSaveBySelf(form);
  const faults = (outcome?.faults ?? []).map(({ place, sentence }) => ({ field: place, message: sentence }));
  return (
    <Form method="post" ref={form} preventScrollReset noValidate>
      <input type="hidden" name="revision" value={outcome?.revision ?? view.revision} />
      {outcome === pressed && <ErrorSummary faults={faults} />}
      <Outcome outcome={outcome} />
      <ul className="rows beside">
        {rows.map((row) => (
          <TextRow key={row.place} row={row} view={view} outcome={outcome} sent={sent} />
        ))}
      </ul>
      <p className="form-foot cluster">
        <Button variant="primary">Save</Button>
        <span className="saved" role="status">
          {saving}
        </span>
        <Pages view={view} />
      </p>
    </Form>
  );
}

function Pages({ view: { page, pages, onlyOpen } }: { view: LanguageView }) {
  if (pages === 1) return null;
  const to = (number: number) => `?page=${number}${onlyOpen ? '&show=open' : ''}`;
  return (
    <>
      {page > 1 && <Link to={to(page - 1)}>Texts before these</Link>}
      {page < pages && <Link to={to(page + 1)}>Texts after these</Link>}
      <span className="note">
        Part {page} of {pages}
      </span>
    </>
  );
}

function Files({ view: { slug, target, progress } }: { view: LanguageView }) {
  if (progress.total === 0) return null;
  const here = `/surveys/${slug}/languages/${target.tag}`;
  return (
    <section className="section" aria-labelledby="files">
      <h2 id="files">With a translator</h2>
      <p className="section-lead small quiet">
        Export what is there, send it, and bring back what comes. XLIFF is for a translator’s program, CSV for
        a spreadsheet.
      </p>
      <p className="cluster">
        <a href={`${here}/texts.xliff`} download>
          Export as XLIFF 2.0
        </a>
        <a href={`${here}/texts.csv`} download>
          Export as CSV
        </a>
        <Link to={`${here}/import`}>Bring a file in</Link>
      </p>
    </section>
  );
}
