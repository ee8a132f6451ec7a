import { Form, Link, useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { useEffect } from 'react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { PurposeFacts } from '#app/programme/purpose/purpose-facts.tsx';
import type { DraftQuestion } from '#app/survey/draft.ts';
import { Glyph } from '#app/ui/glyph.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { When } from '#app/ui/time.tsx';
import { EDITOR_FORM } from './editor-form.ts';
import { OpeningFields } from './opening-fields.tsx';
import { PublishBar } from './publish-bar.tsx';
import { QuestionFields } from './question-fields.tsx';
import { QuestionList } from './question-list.tsx';
import type { action, loader } from './route.tsx';

export type EditorView = ReturnType<typeof useLoaderData<typeof loader>>;

export function EditorPage() {
  const view = useLoaderData<typeof loader>();
  useFocusOnTarget();
  return (
    <>
      <div className="top">
        <div className="crumb">
          <Link to="/surveys">Surveys</Link>
          <Link to={`/programmes/${view.programmeSlug}`}>{view.survey.programmeName}</Link>
          <span>{view.survey.name}</span>
        </div>
        <p className="saved">
          Saved <When at={view.survey.updatedAt} zone="UTC" locale="en-GB" precision="minute" />
        </p>
      </div>
      <ForWhom view={view} />
      <Outcome />
      <Bench view={view} />
      <PublishBar view={view} />
    </>
  );
}

/** For whom and why stand above every question. */
function ForWhom({ view: { persona, known, purpose, programmeSlug, missing } }: { view: EditorView }) {
  return (
    <section className="for-whom" aria-labelledby="for-whom">
      <div>
        <h1 id="for-whom">
          <Glyph {...laneIdentity(persona)} size={24} />
          For {persona.plural}
        </h1>
        <p className="small quiet">
          {persona.definition} {known.people} known at{' '}
          {known.accounts === 1 ? '1 account' : `${known.accounts} accounts`}.
        </p>
      </div>
      <div className="stack">
        <PurposeFacts purpose={purpose} />
        <p className="small">
          <Link to={`/programmes/${programmeSlug}/purpose/${persona.id}`}>
            {missing.length === 0 ? 'Change why' : 'Write why'}
          </Link>
        </p>
      </div>
    </section>
  );
}

/** What came of the last press of a button, where it was not simply done. */
function Outcome() {
  const outcome = useActionData<typeof action>();
  switch (outcome?.kind) {
    case 'conflict':
      return (
        <Notice
          heading="Somebody else saved this survey while you were writing"
          sentence="Their version is in the list below, your words are still in the form. Save to put yours in; nothing of theirs in other questions is lost."
        />
      );
    case 'purpose_missing':
      return (
        <Notice
          heading={outcome.message}
          sentence="Nothing was published. Every line of why has to be written first."
        />
      );
    case 'faults':
      return (
        <Notice heading="Not published yet" sentence="A question still lacks something; it is named below." />
      );
    default:
      return null;
  }
}

function Bench({ view }: { view: EditorView }) {
  const outcome = useActionData<typeof action>();
  const typed = outcome?.typed;
  const question: DraftQuestion | null = typed?.question ?? view.shown;
  const intro = typed?.around?.intro ?? view.survey.draft.intro;
  const errors = outcome?.kind === 'overlong' ? outcome.fieldErrors : {};
  const showsOpening = typed ? typed.around !== null : view.showsOpening;
  return (
    <div className="bench">
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
      <QuestionList
        view={view}
        shownKey={showsOpening ? null : (question?.key ?? null)}
        showsOpening={showsOpening}
      />
      <Form method="post" id={EDITOR_FORM} preventScrollReset noValidate>
        <input type="hidden" name="revision" value={view.survey.revision} />
        {showsOpening ? (
          <OpeningFields intro={intro} error={errors.intro} />
        ) : (
          <QuestionFields
            key={question ? `${question.key} ${view.survey.revision}` : ''}
            question={question}
            number={view.survey.draft.questions.findIndex(({ key }) => key === question?.key) + 1}
            errors={errors}
          />
        )}
      </Form>
    </div>
  );
}

/** After a press the focus goes to what it was about; a new page would begin at the top. */
function useFocusOnTarget(): void {
  const { hash, key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same target twice is two arrivals
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.focus();
  }, [hash, key]);
}
