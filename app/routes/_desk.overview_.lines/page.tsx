import { Link, useLoaderData } from '@remix-run/react';
import { TextArea } from '#app/ui/control.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Section } from '#app/ui/section.tsx';
import type { loader } from './route.tsx';

type View = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['view']>;

const LEAD =
  'For those who want one line: one line per persona. For a slide: a picture that carries its persona, n and interval.';

/** What leaves the page in pieces, each of which says whose it is. */
export function LinesPage() {
  const { view, apart } = useLoaderData<typeof loader>();
  const crumb = <Link to={`/overview${view?.query ?? ''}`}>Overview</Link>;
  if (!view)
    return (
      <>
        <PageHead crumb={crumb} title="Lines and pictures" lead={LEAD} />
        {apart ? (
          <Notice heading="These two are not compared" sentence={apart} />
        ) : (
          <EmptyState title="Nobody has been asked yet.">
            The first wave shows here as soon as it was sent.
          </EmptyState>
        )}
      </>
    );
  return (
    <>
      <PageHead crumb={crumb} title={`${view.waveName} in lines and pictures`} lead={LEAD} />
      <Lines view={view} />
      <Pictures view={view} />
    </>
  );
}

function Lines({ view: { lines, query } }: { view: View }) {
  return (
    <Section title="One line per persona">
      <Field label="To copy" help="Whole lines only: a number without its persona is about nobody.">
        <TextArea
          name="lines"
          readOnly
          rows={lines.split('\n').length * 3}
          defaultValue={lines}
          key={lines}
        />
      </Field>
      <p className="form-foot">
        <a href={`/overview/lines.csv${query}`} download>
          The same as CSV
        </a>
      </p>
    </Section>
  );
}

function Pictures({ view: { pictures } }: { view: View }) {
  return (
    <Section
      title="One picture per persona"
      lead="1200 pixels wide, on white. Each comes with its words, to be read out where it cannot be seen."
    >
      <ul className="lane-pictures">
        {pictures.map(({ persona, src, alt }) => (
          <li key={persona.id}>
            <img src={src} alt={alt} width={1200} height={560} loading="lazy" />
            <Field
              label={`What the picture of ${persona.plural} says`}
              help="Copy it into the picture’s alternative text."
            >
              <TextArea name={`alt-${persona.id}`} readOnly rows={5} defaultValue={alt} key={alt} />
            </Field>
            <p className="small">
              <a href={src} download={`${persona.plural}.png`}>
                Download the picture of {persona.plural}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
