import { Button } from '#app/ui/button.tsx';
import { TextArea } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';

/** What respondents read before the first question, in the mail and on the page. */
export function OpeningFields({ intro, error }: { intro: string; error: string | undefined }) {
  return (
    <>
      <h2>Words before the questions</h2>
      <Field
        id="intro"
        label="What they read first"
        help="Two sentences at most. Left empty, the mail says as whom they are asked and why."
        error={error}
      >
        <TextArea key={intro} name="intro" rows={4} defaultValue={intro} maxLength={600} />
      </Field>
      <p className="cluster">
        <Button name="intent" value="save">
          Save
        </Button>
      </p>
    </>
  );
}
