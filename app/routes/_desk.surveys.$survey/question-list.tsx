import { memo, useCallback, useRef } from 'react';
import { OPENING } from '#app/survey/draft/builder-state.ts';
import type { Draft } from '#app/survey/draft/draft.ts';
import { ROOMS } from '#app/survey/question/rooms.ts';
import { Field, useFieldWiring } from '#app/ui/field.tsx';
import { useDesk } from './desk-view.tsx';
import { EDITOR_FORM } from './editor-form.ts';
import { QuestionLine } from './question-line.tsx';
import { useDrag } from './use-drag.ts';

interface QuestionListProps {
  draft: Draft;
  shown: string | null;
  /** The first thing that a question lacks, by key. */
  lacking: ReadonlyMap<string, string>;
  clashing: ReadonlySet<string>;
  /** How long it takes, in words. */
  length: string;
}

/** From here on the rows out of sight are not drawn. */
const LONG_LIST = 40;

/** The questions in their order; the one that is shown with its ways up, down and out. */
export const QuestionList = memo(function QuestionList(props: QuestionListProps) {
  const { draft, shown, lacking, clashing, length } = props;
  const { questions } = draft;
  const { act, isAlive, view } = useDesk();
  const list = useRef<HTMLOListElement>(null);
  const drop = useCallback((key: string, to: number) => act({ kind: 'move', key, to }), [act]);
  const onGrab = useDrag(list, drop);
  const count = questions.length === 1 ? '1 question' : `${questions.length} questions`;
  return (
    <section className="question-list" aria-labelledby="questions">
      <h2 id="questions" tabIndex={-1}>
        {count}
        {length && `, ${length}`}
      </h2>
      <ol ref={list} data-long={draft.questions.length > LONG_LIST || undefined}>
        <OpeningLine isShown={shown === OPENING} intro={draft.intro} />
        {questions.map((question, index) => (
          <QuestionLine
            key={question.key}
            slug={view.slug}
            question={question}
            index={index}
            count={questions.length}
            isShown={question.key === shown}
            isClashing={clashing.has(question.key)}
            lack={lacking.get(question.key)}
            isAlive={isAlive}
            act={act}
            onGrab={onGrab}
          />
        ))}
      </ol>
      <AddQuestion after={shown} />
      {isAlive && questions.length > 1 && (
        <p className="note">Drag the dots, or focus them and use the arrow keys.</p>
      )}
    </section>
  );
});

function OpeningLine({ isShown, intro }: { isShown: boolean; intro: string }) {
  const { view, change } = useDesk();
  return (
    <li aria-current={isShown ? 'true' : undefined}>
      <div>
        <p>
          <a
            href={`/surveys/${view.slug}?q=${OPENING}`}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              change({ kind: 'show', key: OPENING, focus: 'intro' });
            }}
          >
            Words before and after
          </a>
        </p>
        <p className="note">{intro === '' ? 'None before the questions' : intro}</p>
      </div>
    </li>
  );
}

const GROUPS = [
  ['scale', 'On a scale'],
  ['choice', 'A choice'],
  ['words', 'Words, numbers, days'],
  ['other', 'Other'],
] as const;

/** A new question comes after the one that is shown. */
function AddQuestion({ after }: { after: string | null }) {
  return (
    <div className="add-question">
      <Field label="Another question">
        <KindSelect />
      </Field>
      <input type="hidden" name="after" form={EDITOR_FORM} value={after ?? ''} />
      <button className="button" type="submit" form={EDITOR_FORM} name="intent" value="add">
        Add it
      </button>
    </div>
  );
}

function KindSelect() {
  return (
    <select className="input" name="new" form={EDITOR_FORM} {...useFieldWiring()}>
      {GROUPS.map(([group, label]) => (
        <optgroup key={group} label={label}>
          {ROOMS.filter((room) => room.group === group).map(({ kind, words }) => (
            <option key={kind} value={kind}>
              {words.choose}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
