import { Link } from '@remix-run/react';
import { useId } from 'react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import type { PersonaLabel } from '#app/persona/persona.ts';
import { toSlug } from '#app/platform/ids.ts';
import { PersonaName } from '#app/ui/glyph.tsx';
import { withoutPipes } from '../logic/piping.ts';
import { type AskedQuestion, TWINSHIP_WORDS, type Twin, twinshipOf } from './asked.ts';
import { markDifferences } from './mark-differences.ts';
import { MarkedWords } from './marked-words.tsx';

interface TwinQuestionsProps {
  /** `Twins.own` of the survey that is open. */
  own: { persona: PersonaLabel; version: string };
  /** As it stands in the editor. */
  question: Pick<AskedQuestion, 'wording' | 'scale' | 'kindWords'>;
  /** `twinsOf(twins.others, question.concept)`; without any nothing is drawn. */
  twins: readonly Twin[];
}

/** The same idea as other personas are asked it, the differences in wording underlined. */
export function TwinQuestions({ own, question, twins }: TwinQuestionsProps) {
  const headingId = useId();
  if (twins.length === 0) return null;
  const lines = [
    { ...own, ...question, place: 'own', to: null },
    ...twins.map((twin) => ({
      ...twin,
      place: `${twin.surveyId} ${twin.key}`,
      to: `/surveys/${toSlug('survey', twin.surveyId)}?q=${twin.key}`,
    })),
  ];
  const marked = markDifferences(lines.map(({ wording }) => withoutPipes(wording)));
  const twinship = twinshipOf(lines);
  return (
    <section className="twin" aria-labelledby={headingId}>
      <h3 id={headingId}>The same idea, asked of {sayOthers(twins)}</h3>
      <table className="restack">
        <caption className="vh">Wordings of the twin questions, differences marked</caption>
        <tbody>
          {lines.map(({ place, persona, version, to, kindWords }, index) => (
            <tr key={place}>
              <th scope="row">
                <PersonaName {...laneIdentity(persona)} name={persona.name} />{' '}
                <span className="note">{version}</span>
              </th>
              <td>
                <MarkedWords parts={marked[index]!} />
                {twinship === 'other_scale' && <span className="under note">{kindWords}</span>}
                {to && (
                  <>
                    {' '}
                    <Link className="note" to={to} aria-label={`Open the ${persona.name} question`}>
                      Open
                    </Link>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="note">
        {lines.length === 2
          ? 'Two questions, two series.'
          : `${lines.length} questions, each its own series.`}{' '}
        {TWINSHIP_WORDS[twinship]}
      </p>
    </section>
  );
}

function sayOthers(twins: readonly Twin[]): string {
  const plurals = [...new Set(twins.map(({ persona }) => persona.plural))];
  return plurals.length === 1 ? plurals[0]! : `${plurals.slice(0, -1).join(', ')} and ${plurals.at(-1)}`;
}
