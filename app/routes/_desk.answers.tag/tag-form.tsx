import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Select, TextInput } from '#app/ui/control.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { ListKeys } from '#app/ui/list-keys.tsx';
import { Section } from '#app/ui/section.tsx';
import { LaneFields } from './lane-fields.tsx';
import type { Refused, TaggingView } from './page.tsx';
import { TextItem } from './text-item.tsx';

/** The comments, and what to do with those ticked. */
export function TagForm({
  page,
  refused,
  settle,
}: {
  page: TaggingView;
  refused: Refused;
  /** The form of the small buttons. */
  settle: string;
}) {
  const errors = refused?.fieldErrors ?? {};
  const faults = Object.entries(errors).map(([field, message]) => ({ field, message }));
  return (
    <Form
      method="post"
      noValidate
      key={JSON.stringify(refused ?? page.texts.map(({ at, tags }) => [at, tags]))}
    >
      <LaneFields page={page} />
      <ErrorSummary faults={faults} />
      <p className="small quiet">
        Keys: j and k move through the list, x ticks a comment, t goes to the theme.
      </p>
      <ListKeys list="on" act="theme" />
      {errors.on && <p className="fault">{errors.on}</p>}
      <ul className="unplaced-answers" id="on" tabIndex={-1}>
        {page.texts.map((text) => (
          <TextItem
            key={text.at}
            text={text}
            persona={page.persona}
            settle={settle}
            isTicked={refused?.ticked.includes(text.at) ?? false}
          />
        ))}
      </ul>
      <Bulk page={page} refused={refused} />
    </Form>
  );
}

function Bulk({ page, refused }: { page: TaggingView; refused: Refused }) {
  const { theme = '', newTheme = '' } = refused?.values ?? {};
  const errors = refused?.fieldErrors ?? {};
  return (
    <Section title="With those ticked">
      <div className="two">
        <Field id="theme" label="Theme" error={errors.theme}>
          <Select name="theme" prompt="Choose" options={page.themes} defaultValue={theme} />
        </Field>
        <Field
          id="newTheme"
          label="Or a new theme"
          help="Its name in a word or a few."
          error={errors.newTheme}
        >
          <TextInput name="newTheme" maxLength={60} defaultValue={newTheme} autoComplete="off" />
        </Field>
      </div>
      <p className="cluster form-foot">
        <Button variant="primary" name="intent" value="tag">
          They raise this theme
        </Button>
        {page.counts.suggested > 0 && (
          <Button name="intent" value="confirm">
            Confirm what is suggested on them
          </Button>
        )}
      </p>
    </Section>
  );
}
