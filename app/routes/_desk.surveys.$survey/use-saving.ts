import { useCallback, useEffect, useRef, useState } from 'react';
import type { Builder } from '#app/survey/draft/builder-state.ts';
import type { Draft } from '#app/survey/draft/draft.ts';
import { same } from '#app/survey/merge/same.ts';
import { sendDraft } from './send-draft.ts';
import type { Change } from './use-builder.ts';

export type SaveStatus =
  | { kind: 'saved' | 'saving' }
  /** Tried and will be tried again, or refused until something changes. */
  | { kind: 'waiting' | 'refused'; sentence: string };

/** How long a pause in typing is before it is saved, and the first and longest wait after a failure, in ms. */
const PAUSE = 600;
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 30_000;

/** Saves the draft whenever it differs from what the server holds, one save at a time. */
export function useSaving(
  slug: string,
  state: Builder,
  { peek, change }: { peek(): Builder; change(change: Change): void },
) {
  const [status, setStatus] = useState<SaveStatus>({ kind: 'saved' });
  const running = useRef<Promise<boolean> | null>(null);
  const failures = useRef(0);
  /** Drafts that were sent and never answered: meeting one of them on the server is meeting oneself. */
  const unsure = useRef<Draft[]>([]);

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const { draft, revision } = peek();
    setStatus({ kind: 'saving' });
    const sent = await sendDraft(slug, revision, draft);
    switch (sent.kind) {
      case 'saved':
        change({ ...sent, sent: draft });
        break;
      case 'conflict': {
        const own = unsure.current.find((one) => same(one, sent.theirs));
        const { revision, savedAt: at, theirs, by } = sent;
        if (own) change({ kind: 'saved', sent: own, revision, at, accepted: theirs.accepted });
        else change({ kind: 'met', theirs, revision, by, at });
        break;
      }
      case 'unknown':
        setStatus({ kind: 'refused', sentence: 'this survey is not there any more' });
        return false;
      case 'refused':
        setStatus(sent);
        return false;
      case 'unreached':
        unsure.current = [...unsure.current.slice(-4), draft];
        failures.current += 1;
        setStatus({ kind: 'waiting', sentence: sent.sentence });
        return false;
      default:
        return sent satisfies never;
    }
    failures.current = 0;
    unsure.current = [];
    return true;
  }, [slug, peek, change]);

  const save = useCallback((): Promise<boolean> => {
    running.current ??= (async () => {
      while (peek().draft !== peek().base) if (!(await saveOnce())) return false;
      setStatus({ kind: 'saved' });
      return true;
    })().finally(() => {
      running.current = null;
    });
    return running.current;
  }, [peek, saveOnce]);

  const isSaved = state.draft === state.base;
  const isTyping = state.past.at(-1)?.typedIn != null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the draft starts the pause anew
  useEffect(() => {
    if (isSaved) return;
    const timer = setTimeout(save, isTyping ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [state.draft, isSaved, isTyping, save]);

  useEffect(() => {
    if (status.kind !== 'waiting') return;
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (failures.current - 1));
    const timer = setTimeout(save, wait);
    window.addEventListener('online', save);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', save);
    };
  }, [status, save]);

  // Leaving the page for another of ours: what is in hand goes out first.
  useEffect(() => () => void save(), [save]);

  return { status, save };
}
