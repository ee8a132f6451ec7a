import { useEffect, useState } from 'react';
import { asQuestion, checkDraft, type DraftFault, readQuestion } from '#app/survey/draft/check-draft.ts';
import type { Draft, DraftQuestion } from '#app/survey/draft/draft.ts';
import { sayLength } from '#app/survey/length/say-length.ts';
import type { Question } from '#app/survey/question.ts';
import type { PlacedFinding, WordingAim } from '#app/survey/wording/open-findings.ts';

export interface Checks {
  faults: DraftFault[];
  length: ReturnType<typeof sayLength>;
}

/** How long a pause is before the whole draft is looked at again, in ms. */
const PAUSE = 250;

/** What keeps the draft from being published, and how long it takes: a moment after the last change. */
export function useChecks(draft: Draft, first: Checks, persona: Parameters<typeof checkDraft>[1]): Checks {
  const [checks, setChecks] = useState(first);
  const [checkedDraft] = useState({ current: draft });
  useEffect(() => {
    if (checkedDraft.current === draft) return;
    return soon(() => {
      checkedDraft.current = draft;
      const checked = checkDraft(draft, persona);
      const faults = checked.kind === 'faults' ? checked.faults : [];
      setChecks({ faults, length: sayLength(readableOf(draft)) });
    });
  }, [draft, persona, checkedDraft]);
  return checks;
}

const READ = new WeakMap<DraftQuestion, Question | null>();

/** The questions that are whole; each is read once as long as it stays the same. */
export function readableOf({ questions }: Draft): Question[] {
  return questions.flatMap((question) => {
    if (!READ.has(question)) READ.set(question, readQuestion(question));
    return READ.get(question) ?? [];
  });
}

/** The language check of every text, a few questions at a time; its word lists are fetched when the page is there. */
export function useFindings(draft: Draft, aim: WordingAim): readonly PlacedFinding[] | null {
  const [findings, setFindings] = useState<readonly PlacedFinding[] | null>(null);
  useEffect(() => {
    let isOver = false;
    const stop = soon(async () => {
      const { findingsOf } = await import('#app/survey/wording/findings-of.ts');
      const find = (question: DraftQuestion) =>
        findingsOf({ intro: '', questions: [asQuestion(question) as Question] }, aim);
      const around = findingsOf({ intro: draft.intro, closing: draft.closing, questions: [] }, aim);
      const found = await inTurns(draft.questions, find, () => isOver);
      if (!isOver) setFindings([...around, ...found]);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [draft, aim]);
  return findings;
}

const FOUND = new WeakMap<DraftQuestion, readonly PlacedFinding[]>();
/** No longer than this at once, in ms, so that a key pressed meanwhile is heard. */
const TURN = 8;

async function inTurns(
  questions: readonly DraftQuestion[],
  find: (question: DraftQuestion) => readonly PlacedFinding[],
  isOver: () => boolean,
): Promise<PlacedFinding[]> {
  let began = performance.now();
  for (const question of questions) {
    if (FOUND.has(question)) continue;
    if (performance.now() - began > TURN) {
      await new Promise((resolve) => setTimeout(resolve));
      if (isOver()) return [];
      began = performance.now();
    }
    FOUND.set(question, find(question));
  }
  return questions.flatMap((question) => FOUND.get(question) ?? []);
}

/** After a pause, when the browser has nothing better to do. */
export function soon(work: () => void, pause = PAUSE): () => void {
  let idle = 0;
  const timer = setTimeout(() => {
    if ('requestIdleCallback' in window) idle = window.requestIdleCallback(work, { timeout: 1000 });
    else work();
  }, pause);
  return () => {
    clearTimeout(timer);
    if (idle) window.cancelIdleCallback(idle);
  };
}
