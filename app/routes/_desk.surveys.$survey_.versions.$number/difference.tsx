import type { Change, ComparedQuestion, ComparedVersions } from '#app/survey/compare/compare-versions.ts';
import { type DiffPart, diffWords, sideOf } from '#app/survey/compare/word-diff.ts';

interface DifferenceProps {
  compared: ComparedVersions;
  /** The version before this one. */
  earlier: number;
}

/** What changed since the version before, question by question, with every break of a trend named. */
export function Difference({ compared, earlier }: DifferenceProps) {
  const changed = compared.questions.filter(({ kind }) => kind !== 'same');
  const same = compared.questions.length - changed.length;
  return (
    <section className="difference" aria-labelledby="since">
      <h2 id="since">Since version {earlier}</h2>
      {compared.isSame && <p className="quiet">Every text and every rule reads the same.</p>}
      <Changes changes={compared.around} />
      <ol className="rows">
        {changed.map((question) => (
          <ChangedQuestion key={`${question.kind} ${question.key}`} question={question} />
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

function ChangedQuestion({ question }: { question: ComparedQuestion }) {
  const { number, wording, kind, changes, trendBreak } = question;
  return (
    <li>
      <h3>
        {number}. {wording} <span className="note">{KIND_WORDS[kind]}</span>
      </h3>
      <Changes changes={changes} />
      {trendBreak && (
        <p className="dashed">
          <b>A new series begins.</b> {trendBreak}
        </p>
      )}
    </li>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
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
          const parts = diffWords(before, after);
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
