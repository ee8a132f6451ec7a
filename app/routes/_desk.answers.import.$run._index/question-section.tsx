import { SCALE_WORDS } from '#app/answering/import/answer-words.ts';
import { RadioGroup } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Faulty, ImportView } from './page.tsx';

const SCALES = Object.entries(SCALE_WORDS).map(([value, { name, help }]) => ({ value, label: name, help }));

/** What the score column asked and on which scale. Nothing of it is read from the numbers. */
export function QuestionSection({
  view,
  faulty: { fieldErrors, values },
}: {
  view: ImportView;
  faulty: Faulty;
}) {
  const { question, blanks } = view.choices;
  const said: Record<string, string | undefined> = { ...question, blanks: blanks.join(', '), ...values };
  const field = (name: string, label: string, help?: string) => (
    <Field id={name} label={label} help={help} error={fieldErrors[name]}>
      <TextInput name={name} defaultValue={said[name]} autoComplete="off" />
    </Field>
  );
  return (
    <Section title="The question behind the score">
      <RadioGroup
        id="scale"
        name="scale"
        label="On which scale was it answered?"
        options={SCALES}
        error={fieldErrors.scale}
        {...(said.scale ? { defaultValue: said.scale } : {})}
      />
      <div className="other-question">
        {field(
          'concept',
          'What it asked, in two or three words',
          'Such as “Job satisfaction”. The figure is called by it.',
        )}
        {field('wording', 'The question, as it was asked')}
      </div>
      <div className="rating-ends">
        {field('low', 'The lowest number meant')}
        {field('high', 'The highest number meant')}
      </div>
      {field(
        'blanks',
        'Codes that mean “no answer”',
        'Between commas, such as 99, NA. Without one, they are set aside.',
      )}
    </Section>
  );
}
