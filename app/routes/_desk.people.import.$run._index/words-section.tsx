import { Form, Link } from '@remix-run/react';
import { laneIdentity } from '#app/persona/lane-identity.ts';
import { inSentence } from '#app/persona/persona.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/control.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { Field } from '#app/ui/field.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Faulty, ImportView } from './page.tsx';

const HEAD = [{ label: 'In the file' }, { label: 'Rows', numeric: true }, { label: 'Persona' }];
const SHOWN = 60;

/** Each distinct word is decided by a person. Nothing is chosen beforehand, and there is no “assign all”. */
export function WordsSection({ view, faulty }: { view: ImportView; faulty: Faulty }) {
  const { words, report, choices } = view;
  if (words.length === 0) return null;
  const column = choices.headers[choices.targets?.indexOf('role.persona') ?? -1] ?? 'The role';
  const open = words.some((word) => isOpen(word, view));
  const rows = words.slice(0, SHOWN).map((word) => ({
    key: word.key,
    cells: [
      word.word,
      word.rows,
      isOpen(word, view) ? (
        <Choose key="m" word={word} view={view} />
      ) : (
        <Meaning key="m" word={word} view={view} />
      ),
    ],
  }));
  if (report.withoutWord > 0)
    rows.push({ key: '', cells: ['(blank)', report.withoutWord, <Blank key="m" />] });
  return (
    <Section
      id="words"
      title={`“${column}” means`}
      lead="Say once what each word in the file means. It is remembered for the next file. There is no “assign all”."
    >
      {words.length > SHOWN && (
        <p className="said">
          {words.length} different words. That is many for a column of roles: is it the right column?
        </p>
      )}
      {faulty.fieldErrors.words && (
        <p className="fault" role="alert">
          {faulty.fieldErrors.words}
        </p>
      )}
      <Form method="post" action="?index" className="words">
        <DataTable
          caption="Words of the role column and the persona each means"
          captionHidden
          head={HEAD}
          rows={rows}
        />
        {open && (
          <p className="form-foot">
            <Button name="intent" value="words">
              Keep these meanings and read again
            </Button>
          </p>
        )}
      </Form>
    </Section>
  );
}

type Word = ImportView['words'][number];

function isOpen({ key, personaId }: Word, { change }: ImportView): boolean {
  return personaId === undefined || key === change;
}

function Choose({ word: { word, personaId, hint }, view: { personas } }: { word: Word; view: ImportView }) {
  const options = [
    ...personas.map(({ id, name, definition }) => ({
      value: id,
      label: `${name}: ${inSentence(definition)}`,
    })),
    { value: 'no_role:', label: 'None: these rows come in without a role' },
  ];
  return (
    <Field label={<span className="vh">“{word}” means</span>} help={hint}>
      <input type="hidden" name="word" value={word} />
      <Select
        name="meaning"
        prompt="Choose what they do here"
        options={options}
        defaultValue={personaId === null ? 'no_role:' : (personaId ?? '')}
      />
    </Field>
  );
}

function Meaning({ word: { key, word, personaId }, view: { personas } }: { word: Word; view: ImportView }) {
  const persona = personas.find(({ id }) => id === personaId);
  return (
    <span className="cluster">
      {persona ? <PersonaName {...laneIdentity(persona)} name={persona.name} /> : <b>No role in this file</b>}
      <Link className="small" to={`?change=${encodeURIComponent(key)}#words`} preventScrollReset>
        Change<span className="vh">: {word}</span>
      </Link>
    </span>
  );
}

function Blank() {
  return (
    <>
      <b>Role missing.</b> They come in without one and can’t be asked yet.
    </>
  );
}
