import { useEffect, useRef } from 'react';
import { SHARED_ANSWERS, type SharedAnswers } from '#app/survey/shared-answers.ts';
import { Field, FieldGroup } from '#app/ui/field.tsx';
import { useDesk } from './desk-view.tsx';

interface OpeningFieldsProps {
  intro: string;
  closing: string;
  shared: SharedAnswers;
  errors: Record<string, string>;
}

/** What respondents read before the first question and after the last. */
export function OpeningFields({ intro, closing, shared, errors }: OpeningFieldsProps) {
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
      <SharedChoice shared={shared} />
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

const CHOICES = {
  held: {
    label: 'Hold them until a member accepts them',
    help: 'Kept and readable, and in no figure until somebody has looked at each.',
  },
  counted: {
    label: 'Count them at once',
    help: 'They stand in a wave of their own, named “self-declared”, and are never compared with people asked by name.',
  },
} as const satisfies Record<SharedAnswers, { label: string; help: string }>;

/** Chosen before anything is published, because nobody may choose it with the answers in view. */
function SharedChoice({ shared }: { shared: SharedAnswers }) {
  const { change } = useDesk();
  return (
    <FieldGroup
      id="shared"
      label="Answers through a link on a page or in a chat"
      help="People who come through such a link say themselves what they do. What is chosen here is published with the questions and stays so for that version."
    >
      {SHARED_ANSWERS.map((value) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name="shared"
            value={value}
            checked={shared === value}
            onChange={() => change({ kind: 'chose_shared', shared: value, at: Date.now() })}
          />
          <span>
            {CHOICES[value].label}
            <span className="note choice-help">{CHOICES[value].help}</span>
          </span>
        </label>
      ))}
    </FieldGroup>
  );
}
