import { useFetcher } from '@remix-run/react';
import { type RefObject, useEffect, useRef } from 'react';
import { tidy } from '#app/survey/translation/kept-text.ts';
import type { action } from './route.tsx';

export type SaveOutcome = NonNullable<ReturnType<typeof useFetcher<typeof action>>['data']>;

const PAUSE = 1500;

/**
 * Saves what was typed once the hand rests, and at once when a field is left. Only fields that differ from what the page
 * was given are sent. Without script none of this runs, and the button saves.
 */
export function useSaveBySelf(form: RefObject<HTMLFormElement | null>) {
  const { submit, state, data } = useFetcher<typeof action>();
  /** What was last sent by place, so that a field knows its own words when they come back. */
  const sent = useRef(new Map<string, string>());
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      const changed = changedFields(element);
      if (!changed) return;
      for (const [name, text] of changed)
        if (name.startsWith('text.')) sent.current.set(name.slice('text.'.length), String(text));
      submit(changed, { method: 'post' });
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE);
    };
    element.addEventListener('input', later);
    element.addEventListener('change', save);
    return () => {
      clearTimeout(timer);
      element.removeEventListener('input', later);
      element.removeEventListener('change', save);
    };
  }, [form, submit]);
  return { outcome: data, saving: sayState(state, data), sent: sent.current };
}

function sayState(state: string, outcome: SaveOutcome | undefined): string {
  if (state !== 'idle') return 'Saving';
  if (!outcome) return '';
  return outcome.clashes.length + outcome.faults.length > 0 ? 'Not everything is saved yet' : 'Saved';
}

/** The fields of the places where something changed; null for none. A clash is sent again, and told again, until it is decided. */
function changedFields(form: HTMLFormElement): FormData | null {
  const all = new FormData(form);
  const changed = [...all.keys()]
    .filter((name) => name.startsWith('text.'))
    .map((name) => name.slice('text.'.length))
    .filter((place) => isChanged(form, place));
  if (changed.length === 0) return null;
  const part = new FormData();
  part.set('revision', String(all.get('revision')));
  part.set('bySelf', 'on');
  for (const place of changed)
    for (const name of ['text', 'seen', 'ok', 'over'])
      if (all.has(`${name}.${place}`)) part.set(`${name}.${place}`, String(all.get(`${name}.${place}`)));
  return part;
}

function isChanged(form: HTMLFormElement, place: string): boolean {
  const field = form.elements.namedItem(`text.${place}`);
  const stillRight = form.elements.namedItem(`ok.${place}`);
  const isTyped = field instanceof HTMLTextAreaElement && tidy(field.value) !== field.dataset.kept;
  return isTyped || (stillRight instanceof HTMLInputElement && stillRight.checked);
}
