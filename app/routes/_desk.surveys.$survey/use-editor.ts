import { useActionData } from '@remix-run/react';
import { useCallback, useMemo, useState } from 'react';
import { OPENING, openBuilder } from '#app/survey/draft/builder-state.ts';
import type { DraftAct } from '#app/survey/draft/draft-act.ts';
import { openFindings } from '#app/survey/wording/open-findings.ts';
import type { Desk } from './desk-view.tsx';
import type { EditorView } from './page.tsx';
import type { action } from './route.tsx';
import { useBuilder } from './use-builder.ts';
import { useChecks, useFindings } from './use-checks.ts';
import { useFocus, useIsAlive, useShownAddress } from './use-focus.ts';
import { useKeptWords } from './use-kept-words.ts';
import { useSaving } from './use-saving.ts';
import { useSubmit } from './use-submit.ts';
import { useUndoKeys } from './use-undo-keys.ts';

export type EditorState = ReturnType<typeof useEditor>;

/** The draft as it is kept in the page, its saving and its checks: everything that the parts of the editor show. */
export function useEditor(view: EditorView) {
  const outcome = useActionData<typeof action>();
  const builder = useBuilder(() => openView(view, outcome?.typed));
  const { state, change } = builder;
  const isAlive = useIsAlive();
  const { status, save } = useSaving(view.slug, state, builder);
  const kept = useKeptWords(view.slug, state);
  const [insists, setInsists] = useState(view.mends || outcome?.kind === 'faults');
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
  return { outcome, state, isAlive, status, kept, insists, desk, onSubmit, checks, wording, onMend };
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
