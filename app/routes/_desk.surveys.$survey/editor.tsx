import { Form, Link } from '@remix-run/react';
import { type ReactNode, useMemo, useState } from 'react';
import { OPENING } from '#app/survey/draft/builder-state.ts';
import { shapeOf } from '#app/survey/draft/field-path.ts';
import { same } from '#app/survey/merge/same.ts';
import { Button } from '#app/ui/button.tsx';
import { Clashes } from './clashes.tsx';
import { DeskProvider } from './desk-view.tsx';
import { EDITOR_FORM } from './editor-form.ts';
import { FoundWords } from './found-words.tsx';
import { LengthNote } from './length-note.tsx';
import { OpeningFields } from './opening-fields.tsx';
import type { EditorView } from './page.tsx';
import { type Look, Preview } from './preview.tsx';
import { PublishBar } from './publish-bar.tsx';
import { QuestionForm } from './question-form.tsx';
import { QuestionList } from './question-list.tsx';
import { SavedLine } from './saved-line.tsx';
import { type EditorState, useEditor } from './use-editor.ts';

interface PartProps {
  view: EditorView;
  editor: EditorState;
}

/** The whole desk of one survey. Script keeps the draft in the page; without it every button is a form. */
export function Editor({ view, children }: { view: EditorView; children: ReactNode }) {
  const editor = useEditor(view);
  const { state, checks, wording, onMend } = editor;
  return (
    <DeskProvider value={editor.desk}>
      <Top view={view} editor={editor} />
      {children}
      <Bench view={view} editor={editor} />
      <PublishBar
        questions={state.draft.questions}
        faults={checks.faults}
        wording={wording.open}
        isPublished={view.isPublished && same(state.draft, view.survey.draft)}
        onMend={onMend}
      />
    </DeskProvider>
  );
}

/** Where one is, what was saved when, and what happened meanwhile. */
function Top({ view, editor: { state, status, kept } }: PartProps) {
  return (
    <>
      <div className="top">
        <div className="crumb">
          <Link to="/surveys">Surveys</Link>
          <Link to={`/programmes/${view.programmeSlug}`}>{view.survey.programmeName}</Link>
          <span>{view.survey.name}</span>
        </div>
        <SavedLine state={state} status={status} />
      </div>
      <p className="vh" role="status">
        {state.said}
      </p>
      {state.news && <p className="said">{state.news}</p>}
      {kept.found && <FoundWords found={kept.found} onDone={kept.dismiss} />}
    </>
  );
}

/** The list, the form of what is shown, and what respondents will see of it. */
function Bench({ view, editor }: PartProps) {
  const { state, checks, isAlive } = editor;
  const [look, setLook] = useState<Look>('phone');
  const clashing = useMemo(() => new Set(state.clashes.map(({ key }) => key ?? OPENING)), [state.clashes]);
  const lacking = useMemo(() => firstLacks(checks.faults), [checks.faults]);
  return (
    <div className="bench" data-look={look}>
      {/* Enter in a field presses the first button of its form: that is to be Save. */}
      <button
        className="vh"
        type="submit"
        form={EDITOR_FORM}
        name="intent"
        value="save"
        tabIndex={-1}
        aria-hidden="true"
      >
        Save
      </button>
      <div>
        <QuestionList
          draft={state.draft}
          shown={state.shown}
          lacking={lacking}
          clashing={clashing}
          length={checks.length.words}
        />
        <LengthNote length={checks.length} />
      </div>
      <ShownForm view={view} editor={editor} />
      {isAlive && <Preview draft={state.draft} shown={state.shown} look={look} onLook={setLook} />}
    </div>
  );
}

/** The form that every button of the editor sends where there is no script. */
function ShownForm({ editor }: PartProps) {
  const { state, outcome, isAlive, onSubmit } = editor;
  const { questions } = state.draft;
  const question = questions.find(({ key }) => key === state.shown) ?? outcome?.typed?.question ?? null;
  return (
    <Form method="post" id={EDITOR_FORM} preventScrollReset noValidate onSubmit={onSubmit}>
      <input type="hidden" name="revision" value={state.revision} />
      <Clashes
        clashes={state.clashes.filter(({ key }) => (key ?? OPENING) === state.shown)}
        question={question}
      />
      <ShownFields editor={editor} question={question} />
      {!isAlive && (question || state.shown === OPENING) && (
        <p className="cluster form-foot">
          <Button name="intent" value="save">
            Save
          </Button>
        </p>
      )}
    </Form>
  );
}

type ShownQuestion = EditorView['survey']['draft']['questions'][number] | null;

function ShownFields({ editor, question }: { editor: EditorState; question: ShownQuestion }) {
  const { state, outcome, checks, insists, wording } = editor;
  const errors = outcome?.kind === 'overlong' ? outcome.fieldErrors : {};
  if (state.shown === OPENING)
    return (
      <OpeningFields
        intro={outcome?.typed?.around?.intro ?? state.draft.intro}
        closing={outcome?.typed?.around?.closing ?? state.draft.closing}
        shared={outcome?.typed?.around?.shared ?? state.draft.shared}
        errors={errors}
      />
    );
  if (!question)
    return (
      <p className="dashed measure">
        <b>Nothing asked yet.</b> Add the first question; three are enough for most decisions.
      </p>
    );
  return (
    <QuestionForm
      key={shapeOf(question)}
      question={question}
      questions={state.draft.questions}
      faults={checks.faults.filter(({ key }) => key === question.key)}
      insists={insists}
      errors={errors}
      findings={wording.findings}
    />
  );
}

function firstLacks(faults: EditorView['checks']['faults']): ReadonlyMap<string, string> {
  const lacks = new Map<string, string>();
  for (const { key, sentence } of faults) if (key && !lacks.has(key)) lacks.set(key, sentence);
  return lacks;
}
