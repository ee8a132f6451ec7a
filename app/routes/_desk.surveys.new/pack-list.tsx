import { inSentence } from '#app/persona/persona.ts';
import { PURPOSE_LABELS } from '#app/programme/purpose/purpose-words.ts';
import { sayMinutes } from '#app/survey/pack/say-minutes.ts';
import type { ShownOccasion, ShownPack } from '#app/survey/pack/show-pack.ts';
import { Choice } from '#app/ui/choice.tsx';

interface PackListProps {
  occasions: readonly ShownOccasion[];
  plural: string;
  /** What is chosen, such as `pack:relationship`. */
  start: string;
}

/** The packs of one persona, and for which occasions there is none. */
export function PackList({ occasions, plural, start }: PackListProps) {
  const without = occasions.filter(({ pack }) => pack === null);
  return (
    <>
      {occasions.map(
        ({ occasion, name, pack }) =>
          pack && (
            <div key={occasion} className="pack">
              <Choice
                type="radio"
                name="start"
                value={`pack:${occasion}`}
                defaultChecked={start === `pack:${occasion}`}
                label={
                  <>
                    <b>
                      {name}: {inSentence(pack.name)}
                    </b>{' '}
                    <span className="quiet">{sayExtent(pack)}</span>
                  </>
                }
                help={pack.why}
              />
              <PackDetails name={name} pack={pack} />
            </div>
          ),
      )}
      {without.length > 0 && (
        <details className="pack small">
          <summary>Occasions without a pack for {inSentence(plural)}</summary>
          <dl className="why-not">
            {without.map(({ occasion, name, whyNot }) => (
              <div key={occasion}>
                <dt>{name}</dt>
                <dd>{whyNot}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

function sayExtent({ questions, seconds }: ShownPack): string {
  return `${questions.length} questions, ${sayMinutes(seconds)}`;
}

function PackDetails({ name, pack: { questions, hints } }: { name: string; pack: ShownPack }) {
  return (
    <details className="small">
      <summary>
        See the questions<span className="vh"> of {name}</span>
      </summary>
      <ol className="pack-questions">
        {questions.map(({ key, wording, kindWords, labels, isBranch }) => (
          <li key={key}>
            <p>{wording}</p>
            <p className="note">
              {kindWords}
              {isBranch && ', asked of some by what they answered before'}
              {labels.length > 0 && `: ${labels.join(' · ')}`}
            </p>
          </li>
        ))}
      </ol>
      <p className="note">Ideas for why you ask. Nothing of this is filled in for you.</p>
      <dl className="why-not">
        {(['unknown', 'decision', 'changeRule'] as const).map((line) => (
          <div key={line}>
            <dt>{PURPOSE_LABELS[line]}</dt>
            <dd>{hints[line]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
