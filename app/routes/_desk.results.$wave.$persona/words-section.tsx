import { Form, Link } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { formatComments } from '#app/results/display.ts';
import { BANDS } from '#app/results/narrowing.ts';
import { Button } from '#app/ui/button.tsx';
import { FilterBar } from '#app/ui/filter-bar.tsx';
import { Section } from '#app/ui/section.tsx';
import { addressOf } from './address.ts';
import type { PersonaView } from './page.tsx';

/** What this persona wrote. Names stand here only where respondents agreed to be seen. */
export function WordsSection({ view }: { view: PersonaView }) {
  const { verbatims, texts, wave, older, persona } = view;
  const promise =
    wave.confidentiality === 'attributed'
      ? 'Respondents agreed that the team sees names.'
      : 'Answered in confidence: no names, and only together with enough others.';
  return (
    <Section
      id="words"
      title="In their words"
      lead={`${verbatims.length} of ${formatComments(texts)}. ${promise}`}
    >
      {texts > 0 && <WordsFilter view={view} />}
      {isNarrow(view) && verbatims.length === 0 && <p className="small quiet">{nothingLeft(view)}</p>}
      {texts === 0 && (
        <p className="small quiet">None of these {inSentence(persona.plural)} wrote a comment.</p>
      )}
      <ul className="verbatims">
        {verbatims.map((verbatim) => (
          <VerbatimItem
            key={`${verbatim.responseId}-${verbatim.about}-${verbatim.words}`}
            verbatim={verbatim}
            view={view}
          />
        ))}
      </ul>
      {verbatims.length < texts && (
        <p className="small cluster after">
          {older && <Link to={`?${addressOf(view, { before: older })}#words`}>Older comments</Link>}
          {view.mayChoose && (
            <Link to={`/answers?wave=${view.slug}&persona=${persona.id}`}>All comments</Link>
          )}
        </p>
      )}
    </Section>
  );
}

function WordsFilter({ view }: { view: PersonaView }) {
  const { filter, themes, maySearch, mayBand } = view;
  const any = { value: '', label: 'Any' };
  const bands = Object.entries(BANDS).map(([value, { label }]) => ({ value, label }));
  return (
    <div className="no-print">
      <FilterBar
        {...(maySearch ? { search: { name: 'q', label: 'Words', value: filter.q } } : {})}
        filters={[
          { name: 'theme', label: 'Theme', value: filter.theme, options: [any, ...themes] },
          ...(mayBand
            ? [{ name: 'band', label: 'Answered', value: filter.band, options: [any, ...bands] }]
            : []),
        ]}
        {...(isNarrow(view) ? { clearTo: '?#words' } : {})}
      />
    </div>
  );
}

function isNarrow({ filter }: PersonaView): boolean {
  return Object.values(filter).some((said) => said !== '');
}

function nothingLeft({ isWithheld }: PersonaView): string {
  return isWithheld
    ? 'Answered in confidence: a part of the comments shows only where enough people wrote it, and enough wrote the rest.'
    : 'No comment is left by this.';
}

function VerbatimItem({ verbatim, view }: { verbatim: PersonaView['verbatims'][number]; view: PersonaView }) {
  const { name, title, account } = verbatim.by;
  const who = [name, title].filter(Boolean).join(', ');
  const isChosen = view.chosen === verbatim.responseId;
  return (
    <li className={view.persona.base}>
      <span className="verbatim-score">{verbatim.score ?? ''}</span>
      <div>
        <p>{verbatim.words}</p>
        {verbatim.about && <p className="small quiet">{verbatim.about}</p>}
        {(who || account) && (
          <p className="by">
            {who && <bdi>{who}</bdi>}
            {who && account && ' at '}
            {account && <bdi>{account}</bdi>}
          </p>
        )}
        {view.mayChoose && verbatim.beside === null && (
          <Form method="post" className="no-print">
            <input type="hidden" name="response" value={isChosen ? '' : verbatim.responseId} />
            <Button variant="plain">{isChosen ? 'Take off the overview' : 'Show on the overview'}</Button>
          </Form>
        )}
      </div>
    </li>
  );
}
