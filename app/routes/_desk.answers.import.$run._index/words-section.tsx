import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/control.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Faulty, ImportView } from './page.tsx';

const HEAD = [{ label: 'In the file' }, { label: 'Answers', numeric: true }, { label: 'Given as' }];

/** Each distinct word is decided by a person. Nothing is chosen beforehand, and there is no “assign all”. */
export function WordsSection({ view: { words, personas }, faulty }: { view: ImportView; faulty: Faulty }) {
  if (words.length === 0) return null;
  const options = [
    ...personas.map(({ id, name }) => ({ value: id, label: name })),
    { value: 'no_role:', label: 'No role: stays unplaced' },
  ];
  return (
    <Section
      id="words"
      title="What the words mean"
      lead="Say once what each word of the role column means in this file. Until then its answers stay unplaced. There is no “assign all”."
    >
      {faulty.fieldErrors.words && <p className="fault">{faulty.fieldErrors.words}</p>}
      <Form method="post" action="?index">
        <DataTable
          caption="Words of the role column and the persona each means"
          captionHidden
          head={HEAD}
          rows={words.map(({ word, rows, personaId, hint }) => ({
            key: word,
            cells: [
              word,
              rows,
              <Field
                key="meaning"
                label={<span className="vh">“{word}” means</span>}
                help={personaId === undefined && hint}
              >
                <input type="hidden" name="word" value={word} />
                <Select
                  key={String(personaId)}
                  name="meaning"
                  prompt="Decide later: stays unplaced"
                  options={options}
                  defaultValue={personaId === null ? 'no_role:' : (personaId ?? '')}
                />
              </Field>,
            ],
          }))}
        />
        <p className="form-foot">
          <Button name="intent" value="words">
            Read again with these meanings
          </Button>
        </p>
      </Form>
    </Section>
  );
}
