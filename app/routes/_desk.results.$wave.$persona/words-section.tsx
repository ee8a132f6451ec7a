import { Form, Link } from '@remix-run/react';
import { formatComments } from '#app/results/display.ts';
import { Button } from '#app/ui/button.tsx';
import { Section } from '#app/ui/section.tsx';
import type { PersonaView } from './page.tsx';

/** What this persona wrote. Names stand here only where respondents agreed to be seen. */
export function WordsSection({ view }: { view: PersonaView }) {
  const { verbatims, texts, wave, older, persona } = view;
  const promise =
    wave.confidentiality === 'attributed'
      ? 'Respondents agreed that the team sees names.'
      : 'Answered in confidence: no names, and only together with enough others.';
  return (
    <Section title="In their words" lead={`${verbatims.length} of ${formatComments(texts)}. ${promise}`}>
      {texts === 0 && (
        <p className="small quiet">None of these {persona.plural.toLowerCase()} wrote a comment.</p>
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
          {older && <Link to={`?before=${older}`}>Older comments</Link>}
          {view.mayChoose && (
            <Link to={`/answers?wave=${view.slug}&persona=${persona.id}`}>All comments</Link>
          )}
        </p>
      )}
    </Section>
  );
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
