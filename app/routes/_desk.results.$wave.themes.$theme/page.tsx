import { Link, useLoaderData } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { sayRaised } from '#app/results/theme/raised.ts';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { Quote } from '#app/ui/quote.tsx';
import type { loader } from './route.tsx';

type View = ReturnType<typeof useLoaderData<typeof loader>>;
type Column = View['columns'][number];

/** One theme in the words of each persona, with as much room for each whatever the number of voices. */
export function ThemeQuotesPage() {
  const view = useLoaderData<typeof loader>();
  const { theme, wave, slug, columns, mayAct } = view;
  return (
    <>
      <PageHead
        crumb={
          <>
            <Link to={`/results/${slug}/themes`}>Who raised what</Link>
            <span>{wave.name}</span>
          </>
        }
        tools={mayAct ? <Acts view={view} /> : undefined}
        title={theme.name}
        lead={theme.definition || 'In the words of each persona, side by side.'}
      />
      <div className="persona-columns">
        {columns.map((column) => (
          <PersonaColumn key={column.persona.id} column={column} view={view} />
        ))}
      </div>
    </>
  );
}

function Acts({ view: { theme, slug, programme } }: { view: View }) {
  const about = new URLSearchParams({ theme: theme.slug, wave: slug, programme });
  return (
    <>
      <Link to={`/answers/themes/${theme.slug}`}>Edit the theme</Link>
      <Link to={`/follow-ups/new?${about}`}>Open a follow-up</Link>
      <Link to={`/programmes/${programme}/decisions?theme=${theme.slug}#new`}>Decide on it</Link>
    </>
  );
}

function PersonaColumn({ column, view }: { column: Column; view: View }) {
  const { persona, raised, quotes } = column;
  const more = `/results/${view.slug}/${persona.id}?theme=${view.theme.slug}#words`;
  return (
    <section aria-label={persona.plural}>
      <h2>
        <PersonaName {...laneIdentity(persona)} name={persona.plural} />
      </h2>
      <p className="small quiet">{said(column)}</p>
      {quotes.map((quote) => (
        <Quote key={`${quote.by.name} ${quote.words}`} by={<Speaker quote={quote} persona={persona.name} />}>
          <span className="verbatim-words">{quote.words}</span>
        </Quote>
      ))}
      {raised.kind === 'raised' && raised.speakers > quotes.length && quotes.length > 0 && (
        <p className="small after">
          <Link to={more}>
            All who raised it<span className="vh">, {inSentence(persona.plural)}</span>
          </Link>
        </p>
      )}
    </section>
  );
}

/** An empty column says which kind of empty it is (DOMAIN A12). */
function said({ persona, raised, known }: Column): string {
  if (raised.kind === 'not_heard') return known ? `Not heard: none of ${known} answered.` : 'Not heard.';
  if (raised.kind === 'not_raised') return `Heard, didn’t raise it: ${raised.heard} answered.`;
  return sayRaised(raised, persona);
}

function Speaker({
  quote: { by, score, about },
  persona,
}: {
  quote: Column['quotes'][number];
  persona: string;
}) {
  const who = [[by.name, by.title].filter(Boolean).join(', '), by.account].filter(Boolean).join(' at ');
  return (
    <>
      <bdi>{who || persona}</bdi>
      {score !== null && `, answered ${score}`}
      {about && `. ${about}`}
    </>
  );
}
