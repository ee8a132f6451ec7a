import { useEffect, useRef } from 'react';
import { Field } from '#app/ui/field.tsx';
import { useDesk } from './desk-view.tsx';

interface OpeningFieldsProps {
  intro: string;
  closing: string;
  errors: Record<string, string>;
}

/** What respondents read before the first question and after the last. */
export function OpeningFields({ intro, closing, errors }: OpeningFieldsProps) {
  return (
    <>
      <h2>Words before and after the questions</h2>
      <Field
        id="intro"
        label="What they read first"
        help="Two sentences at most. Left empty, the mail says as whom they are asked and why."
        error={errors.intro}
      >
        <AroundText name="intro" text={intro} />
      </Field>
      <Field
        id="closing"
        label="What they read when they are done"
        help="Left empty, they are thanked and told when they hear from you."
        error={errors.closing}
      >
        <AroundText name="closing" text={closing} />
      </Field>
    </>
  );
}

/** Keeps its own text while it is typed; an undo or another editor's words come in from outside. */
function AroundText({ name, text }: { name: 'intro' | 'closing'; text: string }) {
  const { change } = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (field.current && field.current.value !== text) field.current.value = text;
  }, [text]);
  return (
    <textarea
      ref={field}
      className="input"
      id={name}
      name={name}
      rows={4}
      defaultValue={text}
      maxLength={600}
      aria-describedby={`${name}-help`}
      onChange={({ target }) =>
        change({ kind: 'typed_around', field: name, text: target.value, at: Date.now() })
      }
    />
  );
}
