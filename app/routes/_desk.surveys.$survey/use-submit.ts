import { useSubmit as useRemixSubmit } from '@remix-run/react';
import { type FormEvent, useCallback } from 'react';
import type { Builder } from '#app/survey/draft/builder-state.ts';
import type { DraftAct } from '#app/survey/draft/draft-act.ts';
import { readSentAct } from '#app/survey/draft/draft-form.ts';

interface Submitting {
  isAlive: boolean;
  act(act: DraftAct): void;
  save(): Promise<boolean>;
  peek(): Builder;
}

/** The same buttons that send the form without script act on the page with it; only publishing goes to the server. */
export function useSubmit({ isAlive, act, save, peek }: Submitting) {
  const submit = useRemixSubmit();
  const publish = useCallback(async () => {
    if (!(await save())) return;
    const fields = { intent: 'publish', revision: String(peek().revision) };
    submit(fields, { method: 'post', preventScrollReset: true });
  }, [save, peek, submit]);
  return useCallback(
    (event: FormEvent<HTMLFormElement>) => {
      if (!isAlive) return;
      event.preventDefault();
      const { submitter } = event.nativeEvent as SubmitEvent;
      const form = new FormData(event.currentTarget, submitter);
      const intent = form.get('intent');
      if (intent === 'publish') void publish();
      else if (intent === 'save') void save();
      else act(readSentAct(form));
    },
    [isAlive, act, save, publish],
  );
}
