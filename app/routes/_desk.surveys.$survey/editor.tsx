import { Form, Link, useActionData } from '@remix-run/react';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { OPENING, openBuilder } from '#app/survey/draft/builder-state.ts';
import type { DraftAct } from '#app/survey/draft/draft-act.ts';
import { shapeOf } from '#app/survey/draft/field-path.ts';
import { same } from '#app/survey/merge/same.ts';
import { openFindings } from '#app/survey/wording/open-findings.ts';
import { Button } from '#app/ui/button.tsx';
import { Clashes } from './clashes.tsx';
import { type Desk, DeskProvider } from './desk-view.tsx';
import { EDITOR_FORM } from './editor-form.ts';
import { FoundWords } from './found-words.tsx';
import { LengthNote } from './length-note.tsx';
import { OpeningFields } from './opening-fields.tsx';
import type { EditorView } from './page.tsx';
import { type Look, Preview } from './preview.tsx';
import { PublishBar } from './publish-bar.tsx';
import { QuestionForm } from './question-form.tsx';
import { QuestionList } from './question-list.tsx';
import type { action } from './route.tsx';
import { SavedLine } from './saved-line.tsx';
import { useBuilder } from './use-builder.ts';
import { useChecks, useFindings } from './use-checks.ts';
import { useFocus, useIsAlive, useShownAddress } from './use-focus.ts';
import { useKeptWords } from './use-kept-words.ts';
import { useSaving } from './use-saving.ts';
import { useSubmit } from './use-submit.ts';
import { useUndoKeys } from './use-undo-keys.ts';

/** The whole desk of one survey. Script keeps the draft in the page; without it every button is a form. */
export function Editor({ view, children }: { view: EditorView; children: ReactNode }) {
  const outcome = useActionData<typeof action>();
  const builder = useBuilder(() => openView(view, outcome?.typed));
  const { state, change } = builder;
  const isAlive = useIsAlive();
  const { status, save } = useSaving(view.slug, state, builder);
  const kept = useKeptWords(view.slug, state);
  const [insists, setInsists] = useState(view.mends || outcome?.kind === 'faults');
  const [look, setLook] = useState<Look>('phone');
  const act = useCallback(
    (wanted: DraftAct) => change({ kind: 'act', act: wanted, at: Date.now() }),
    [change],
  );
  const desk = useMemo<Desk>(() => ({ view, isAlive, change, act }), [view, isAlive, change, act]);
  const onSubmit = useSubmit({ isAlive, act, save, peek: builder.peek });
  const checks = useChecks(state.draft, view.checks, view.persona);
  const wording = useWording(view, state.draft);
  useUndoKeys(change);
  useFocus(state.focus);
  useShownAddress(view.slug, state.shown, isAlive);
  const onMend = useCallback(
    (key: string, field: string) => {
      setInsists(true);
      change({ kind: 'show', key, focus: field });
    },
    [change],
  );
  useEffect(() => {
    if (outcome?.kind !== 'conflict' || !('theirs' in outcome) || outcome.typed.question) return;
    const { theirs, revision, by, savedAt: at } = outcome;
    change({ kind: 'met', theirs, revision, by, at });
  }, [outcome, change]);
  const { questions } = state.draft;
  const question = questions.find(({ key }) => key === state.shown) ?? outcome?.typed?.question ?? null;
  const clashing = useMemo(() => new Set(state.clashes.map(({ key }) => key ?? OPENING)), [state.clashes]);
  const lacking = useMemo(() => firstLacks(checks.faults), [checks.faults]);
  const errors = outcome?.kind === 'overlong' ? outcome.fieldErrors : {};
  return (
    <DeskProvider value={desk}>
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
      {children}
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
        <Form method="post" id={EDITOR_FORM} preventScrollReset noValidate onSubmit={onSubmit}>
          <input type="hidden" name="revision" value={state.revision} />
          <Clashes
            clashes={state.clashes.filter(({ key }) => (key ?? OPENING) === state.shown)}
            question={question}
          />
          {state.shown === OPENING ? (
            <OpeningFields
              intro={outcome?.typed?.around?.intro ?? state.draft.intro}
              closing={outcome?.typed?.around?.closing ?? state.draft.closing}
              errors={errors}
            />
          ) : question ? (
            <QuestionForm
              key={shapeOf(question)}
              question={question}
              questions={questions}
              faults={checks.faults.filter(({ key }) => key === question.key)}
              insists={insists}
              errors={errors}
              findings={wording.findings}
            />
          ) : (
            <p className="dashed measure">
              <b>Nothing asked yet.</b> Add the first question; three are enough for most decisions.
            </p>
          )}
          {!isAlive && (question || state.shown === OPENING) && (
            <p className="cluster form-foot">
              <Button name="intent" value="save">
                Save
              </Button>
            </p>
          )}
        </Form>
        {isAlive && <Preview draft={state.draft} shown={state.shown} look={look} onLook={setLook} />}
      </div>
      <PublishBar
        questions={questions}
        faults={checks.faults}
        wording={wording.open}
        isPublished={view.isPublished && same(state.draft, view.survey.draft)}
        onMend={onMend}
      />
    </DeskProvider>
  );
}

function openView(
  view: EditorView,
  typed: { question: { key: string } | null; around: object | null } | undefined,
) {
  const { draft, revision, updatedAt: savedAt } = view.survey;
  const shown = typed?.around ? OPENING : (typed?.question?.key ?? view.shown);
  return openBuilder({ draft, revision, savedAt, shown });
}

/** The findings of the language check, and those among them that keep it from being published. */
function useWording(view: EditorView, draft: EditorView['survey']['draft']) {
  const { language } = view.survey;
  const aim = useMemo(() => ({ language, persona: view.persona }), [language, view.persona]);
  const findings = useFindings(draft, aim);
  const open = useMemo(() => {
    const elsewhere = view.wording.filter((finding) => finding.language !== language);
    const here = findings ?? view.wording.filter((finding) => finding.language === language);
    return openFindings([...here, ...elsewhere], draft.accepted);
  }, [view.wording, language, findings, draft.accepted]);
  return { findings: findings ?? view.wording, open };
}

function firstLacks(faults: EditorView['checks']['faults']): ReadonlyMap<string, string> {
  const lacks = new Map<string, string>();
  for (const { key, sentence } of faults) if (key && !lacks.has(key)) lacks.set(key, sentence);
  return lacks;
}
