import { memo, type PointerEvent } from 'react';
import { PURPOSE_LABELS } from '#app/programme/purpose/purpose-words.ts';
import type { DraftQuestion } from '#app/survey/draft/draft.ts';
import type { DraftAct } from '#app/survey/draft/draft-act.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { useDesk } from './desk-view.tsx';
import { EDITOR_FORM } from './editor-form.ts';
import { Grip } from './grip.tsx';
import { questionTitle } from './question-title.ts';

interface QuestionLineProps {
  slug: string;
  question: DraftQuestion;
  index: number;
  count: number;
  isShown: boolean;
  isClashing: boolean;
  lack: string | undefined;
  isAlive: boolean;
  act(act: DraftAct): void;
  onGrab(event: PointerEvent<HTMLButtonElement>, key: string): void;
}

/** One question of the list. Drawn anew only when something of its own changed: a survey has up to 200. */
export const QuestionLine = memo(function QuestionLine(props: QuestionLineProps) {
  const { question, index, count, isShown, isClashing, lack, isAlive, act, onGrab } = props;
  const { key } = question;
  const title = questionTitle(question, useDesk().view.persona.name);
  const move = (by: number) => act({ kind: 'move', key, to: Math.min(count - 1, Math.max(0, index + by)) });
  return (
    <li data-row aria-current={isShown ? 'true' : undefined}>
      {isAlive ? (
        <Grip
          id={`grip-${key}`}
          label={`Move question ${index + 1}: ${title}`}
          onMove={move}
          onGrab={(event) => onGrab(event, key)}
        />
      ) : (
        <span />
      )}
      <div>
        <p>
          <LineLink question={question} number={index + 1} title={title} />
        </p>
        <p className="note">{noteOf(question)}</p>
        {isClashing && (
          <p className="dashed">
            <b>Written by both of you.</b> Open it and choose.
          </p>
        )}
        {lack && <p className="dashed">{lack}</p>}
        {isShown && <RowActs question={question} index={index} count={count} />}
      </div>
    </li>
  );
});

function LineLink({
  question: { key },
  number,
  title,
}: {
  question: DraftQuestion;
  number: number;
  title: string;
}) {
  const { view, change } = useDesk();
  return (
    <a
      href={`/surveys/${view.slug}?q=${key}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        change({ kind: 'show', key, focus: 'wording' });
      }}
    >
      {number}. {title}
    </a>
  );
}

/** `0 to 10 · serves “what we can’t answer today”` */
function noteOf(question: DraftQuestion): string {
  const { serves, required, showIf, jumps } = question;
  const { words, asks } = roomOf(question);
  const line = serves === '' ? null : PURPOSE_LABELS[serves];
  const parts = [
    words.short,
    line && `serves “${line.charAt(0).toLowerCase()}${line.slice(1)}”`,
    required && asks && 'must be answered',
    showIf && 'asked only of some',
    jumps.length > 0 && 'leads elsewhere',
  ];
  return parts.filter(Boolean).join(' · ');
}

function RowActs({
  question: { key },
  index,
  count,
}: {
  question: DraftQuestion;
  index: number;
  count: number;
}) {
  const about = `question ${index + 1}`;
  return (
    <p className="row-acts">
      {index > 0 && <Act act="up" id={key} words="Up" about={about} />}
      {index < count - 1 && <Act act="down" id={key} words="Down" about={about} />}
      <Act act="copy" id={key} words="Copy" about={about} />
      <Act act="remove" id={key} words="Drop" about={about} />
    </p>
  );
}

interface ActProps {
  act: 'up' | 'down' | 'copy' | 'remove';
  id: string;
  words: string;
  about: string;
}

function Act({ act, id, words, about }: ActProps) {
  return (
    <button
      className="button plain small"
      id={`${act}-${id}`}
      type="submit"
      form={EDITOR_FORM}
      name="intent"
      value={`${act}:${id}`}
    >
      {words}
      <span className="vh">: {about}</span>
    </button>
  );
}
