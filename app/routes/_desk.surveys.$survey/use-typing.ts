import { useEffect, useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { DraftQuestion } from '#app/survey/draft/draft.ts';
import { fieldsOf, withField } from '#app/survey/draft/field-path.ts';
import type { Change } from './use-builder.ts';

/**
 * Ties the form to the draft both ways: what is typed goes into the draft, and what an undo or another editor changed
 * comes into the fields, without drawing the form anew or moving the cursor.
 */
export function useTyping(
  form: UseFormReturn<DraftQuestion>,
  question: DraftQuestion,
  change: (change: Change) => void,
): void {
  const known = useRef(question);
  useEffect(() => {
    const watching = form.watch((_values, { name, type }) => {
      if (!name || type !== 'change') return;
      known.current = typedInto(known.current, name, form.getValues(name));
      change({ kind: 'typed', question: known.current, field: name, at: Date.now() });
    });
    return () => watching.unsubscribe();
  }, [form, change]);
  useEffect(() => {
    if (known.current === question) return;
    const before = fieldsOf(known.current);
    known.current = question;
    for (const [name, value] of fieldsOf(question))
      if (before.get(name) !== value) form.setValue(name as 'wording', value as string);
  }, [form, question]);
}

/** Testing another question begins anew: the old value is none of its answers. */
function typedInto(question: DraftQuestion, name: string, value: unknown): DraftQuestion {
  const typed = withField(question, name, value);
  const tested = /^(.*tests\.\d+)\.question$/.exec(name);
  if (!tested) return typed;
  const begun = withField(typed, `${tested[1]}.op`, 'answered');
  return withField(begun, `${tested[1]}.value`, '');
}
