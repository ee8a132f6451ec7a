import { Form } from '@remix-run/react';
import { NOTE_WORDS } from '#app/followup/follow-up.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import { When } from '#app/ui/time.tsx';
import type { Faulty, FollowUpView } from './page.tsx';

/** Everything that was done and said about it, in order. Nothing in it is ever changed. */
export function History({
  view: { history, followUp, zone },
  faulty,
}: {
  view: FollowUpView;
  faulty: Faulty;
}) {
  const own = faulty?.values.intent === 'comment' ? faulty : undefined;
  return (
    <Section title="What happened" id="history">
      <ul className="held-answers">
        {history.map(({ id, at, by, kind, words }) => (
          <li key={id}>
            <p>
              {by ?? (kind === 'opened' && followUp.cameFrom !== 'hand' ? 'A rule' : 'An API key')}{' '}
              {NOTE_WORDS[kind]}
            </p>
            {words && <p className="verbatim-words small">{words}</p>}
            <p className="by">
              <When at={at} zone={zone} locale="en-GB" precision="minute" />
            </p>
          </li>
        ))}
      </ul>
      <Form method="post" className="measure stack-2 after" key={history.length}>
        <Field
          label="Add a word"
          help="For colleagues. Nobody outside reads it."
          error={own?.fieldErrors.words}
        >
          <TextArea name="words" maxLength={2000} defaultValue={own?.values.words} />
        </Field>
        <Button name="intent" value="comment">
          Add it
        </Button>
      </Form>
    </Section>
  );
}
