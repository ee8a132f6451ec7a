import { Link } from '@remix-run/react';
import { ROOMS, roomOf } from '#app/survey/question/rooms.ts';
import { Select } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { EDITOR_FORM } from './editor-form.ts';
import type { EditorView } from './page.tsx';

interface QuestionListProps {
  view: EditorView;
  shownKey: string | null;
  showsOpening: boolean;
}

/** The questions in their order, each with its way up, down and out. */
export function QuestionList({ view, shownKey, showsOpening }: QuestionListProps) {
  const { survey, seconds, slug } = view;
  const { questions, intro } = survey.draft;
  const count = questions.length === 1 ? '1 question' : `${questions.length} questions`;
  return (
    <section className="question-list" aria-labelledby="questions">
      <h2 id="questions" tabIndex={-1}>
        {count}
        {seconds > 0 && `, about ${seconds} seconds`}
      </h2>
      <ol>
        <li aria-current={showsOpening ? 'true' : undefined}>
          <p>
            <Link to={`/surveys/${slug}?q=opening`} preventScrollReset>
              Words before the questions
            </Link>
          </p>
          <p className="note">{intro === '' ? 'None' : intro}</p>
        </li>
        {questions.map((question, index) => (
          <QuestionLine
            key={question.key}
            view={view}
            question={question}
            index={index}
            isShown={question.key === shownKey}
          />
        ))}
      </ol>
      <AddQuestion />
    </section>
  );
}

interface QuestionLineProps {
  view: EditorView;
  question: EditorView['survey']['draft']['questions'][number];
  index: number;
  isShown: boolean;
}

function QuestionLine({ view, question, index, isShown }: QuestionLineProps) {
  const { key, concept, wording, required } = question;
  const fault = view.faults.find((found) => found.key === key);
  const last = view.survey.draft.questions.length - 1;
  return (
    <li aria-current={isShown ? 'true' : undefined}>
      <p>
        <Link to={`/surveys/${view.slug}?q=${key}`} preventScrollReset>
          {index + 1}. {wording || 'Not written yet'}
        </Link>
      </p>
      <p className="note">
        {roomOf(question).words.short}
        {concept && `, about ${concept}`}
        {required && ', must be answered'}
      </p>
      {fault && <p className="dashed">{fault.sentence}</p>}
      <p className="row-acts">
        {index > 0 && <Act act="up" id={key} words="Up" about={`question ${index + 1}`} />}
        {index < last && <Act act="down" id={key} words="Down" about={`question ${index + 1}`} />}
        <Act act="remove" id={key} words="Drop" about={`question ${index + 1}`} />
      </p>
    </li>
  );
}

function Act({
  act,
  id,
  words,
  about,
}: {
  act: 'up' | 'down' | 'remove';
  id: string;
  words: string;
  about: string;
}) {
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

function AddQuestion() {
  const options = ROOMS.map(({ kind, words }) => ({ value: kind, label: words.choose }));
  return (
    <div className="add-question">
      <Field label="Another question">
        <Select name="new" form={EDITOR_FORM} options={options} />
      </Field>
      <button className="button" type="submit" form={EDITOR_FORM} name="intent" value="add">
        Add it
      </button>
    </div>
  );
}
