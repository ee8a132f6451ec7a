import type { Change, ComparedQuestion, ComparedVersions } from '#app/survey/compare/compare-versions.ts';
import { type DiffPart, diffAsRead, sideOf } from '#app/survey/compare/word-diff.ts';
import { withoutPipes } from '#app/survey/logic/piping.ts';

interface DifferenceProps {
  compared: ComparedVersions;
  /** The version before this one. */
  earlier: number;
  personaName: string;
}

/** What changed since the version before, question by question, with every break of a trend named. */
export function Difference({ compared, earlier, personaName }: DifferenceProps) {
  const changed = compared.questions.filter(({ kind }) => kind !== 'same');
  const same = compared.questions.length - changed.length;
  return (
    <section className="difference" aria-labelledby="since">
      <h2 id="since">Since version {earlier}</h2>
      {compared.isSame && <p className="quiet">Every text and every rule reads the same.</p>}
      <Changes changes={compared.around} personaName={personaName} />
      <ol className="rows">
        {changed.map((question) => (
          <ChangedQuestion
            key={`${question.kind} ${question.key}`}
            question={question}
            personaName={personaName}
          />
        ))}
      </ol>
      {!compared.isSame && same > 0 && (
        <p className="note">{same === 1 ? '1 question is' : `${same} questions are`} the same.</p>
      )}
    </section>
  );
}

const KIND_WORDS = {
  added: 'new',
  gone: 'gone',
  changed: 'changed',
  moved: 'moved, same words',
  same: 'same',
} as const satisfies Record<ComparedQuestion['kind'], string>;

interface ChangedProps {
  question: ComparedQuestion;
  personaName: string;
}

function ChangedQuestion({ question, personaName }: ChangedProps) {
  const { number, wording, kind, changes, trendBreak } = question;
  return (
    <li>
      <h3>
        {number}. {withoutPipes(wording, personaName)} <span className="note">{KIND_WORDS[kind]}</span>
      </h3>
      <Changes changes={changes} personaName={personaName} />
      {trendBreak && (
        <p className="dashed">
          <b>A new series begins.</b> {trendBreak}
        </p>
      )}
    </li>
  );
}

function Changes({ changes, personaName }: { changes: readonly Change[]; personaName: string }) {
  if (changes.length === 0) return null;
  return (
    <table className="changes">
      <caption className="vh">What reads differently</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Before</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ what, before, after }) => {
          const parts = diffAsRead(before, after, personaName);
          return (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td>
                <Marked parts={sideOf(parts, 'before')} />
              </td>
              <td>
                <Marked parts={sideOf(parts, 'after')} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A text with its own words marked; what is not there is said. */
function Marked({ parts }: { parts: readonly DiffPart[] }) {
  if (parts.length === 0) return <span className="quiet">none</span>;
  return parts.map(({ kind, text }, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name than their place
    if (kind === 'same') return <span key={at}>{text}</span>;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name than their place
    return kind === 'gone' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>;
  });
}
