import { useEffect, useRef, useState } from 'react';
import { tidy } from '#app/survey/translation/kept-text.ts';
import type { TranslationRow } from '#app/survey/translation/translation-rows.ts';
import { Choice } from '#app/ui/choice.tsx';
import { TextArea } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import type { LanguageView } from './page.tsx';
import type { SaveOutcome } from './use-save-by-self.ts';

interface TextRowProps {
  row: TranslationRow;
  view: LanguageView;
  outcome: SaveOutcome | undefined;
  /** What this page itself sent last, by place. */
  sent: ReadonlyMap<string, string>;
}

/** An original and the field for its translation, side by side. */
export function TextRow({ row, view: { source, target }, outcome, sent }: TextRowProps) {
  const { place, where, text, tooLong } = row;
  const fault = outcome?.faults.find((one) => one.place === place);
  const clash = outcome?.clashes.find((one) => one.place === place);
  const { field, shown, seen } = useShownText(row, sent, clash?.mine ?? fault?.text);
  return (
    <li>
      <div>
        <p className="note">{where}</p>
        <p className="verbatim-words" lang={source.tag} dir="auto">
          {text}
        </p>
        <Changed row={row} lang={source.tag} />
      </div>
      <div>
        <input type="hidden" name={`seen.${place}`} value={clash?.seen ?? seen} />
        <Field
          id={place}
          label={<span className="vh">{`${where} in ${target.name}: ${text}`}</span>}
          error={fault?.sentence}
          help={tooLong}
        >
          <TextAreaInLanguage
            {...{ place, field, target }}
            initial={clash?.mine ?? fault?.text ?? row.translation}
            kept={shown}
            rows={rowsFor(text)}
          />
        </Field>
        {clash && <Clash row={row} theirs={clash.theirs} lang={target.tag} />}
      </div>
    </li>
  );
}

interface TextAreaInLanguageProps {
  place: string;
  field: React.RefObject<HTMLDivElement>;
  target: LanguageView['target'];
  initial: string;
  /** What is kept as far as this field knows: what differs from it is sent. */
  kept: string;
  rows: number;
}

function TextAreaInLanguage({ place, field, target, initial, kept, rows }: TextAreaInLanguageProps) {
  return (
    <div ref={field}>
      <TextArea
        name={`text.${place}`}
        lang={target.tag}
        dir={initial === '' ? target.direction : 'auto'}
        rows={rows}
        maxLength={1000}
        defaultValue={initial}
        data-kept={kept}
      />
    </div>
  );
}

/** Says that the original moved on, how it read, and lets somebody stand by the words as they are. */
function Changed({
  row: { state, before, place, translation },
  lang,
}: {
  row: TranslationRow;
  lang: string;
}) {
  if (state !== 'stale') return null;
  return (
    <div className="stack">
      <p className="note">
        <b>Changed since it was translated.</b>{' '}
        {before !== '' && (
          <>
            It read:{' '}
            <span lang={lang} dir="auto">
              {before}
            </span>
          </>
        )}
      </p>
      <Choice
        key={`${before} ${translation}`}
        type="checkbox"
        name={`ok.${place}`}
        value="on"
        label="The translation is still right"
      />
    </div>
  );
}

function Clash({ row, theirs, lang }: { row: TranslationRow; theirs: string; lang: string }) {
  return (
    <div className="said after">
      <p className="small">
        <b>Theirs:</b>{' '}
        <span lang={lang} dir="auto">
          {theirs || '(taken away)'}
        </span>
      </p>
      <Choice
        type="checkbox"
        name={`over.${row.place}`}
        value={row.seen}
        label="Put mine in place of theirs"
      />
    </div>
  );
}

/**
 * Follows what is kept without taking words from under the hand: an untouched field shows what another one wrote, a
 * touched one keeps its words and what it was written over, so that saving tells the clash.
 */
function useShownText(row: TranslationRow, sent: ReadonlyMap<string, string>, pending: string | undefined) {
  const field = useRef<HTMLDivElement>(null);
  const [base, setBase] = useState({ text: row.translation, seen: row.seen });
  const { place, translation, seen } = row;
  useEffect(() => {
    const control = field.current?.querySelector('textarea');
    if (!control || seen === base.seen) return;
    const typed = tidy(control.value);
    const isUntouched = typed === base.text && pending === undefined;
    if (isUntouched) control.value = translation;
    const isOwn = translation === typed || translation === tidy(sent.get(place) ?? '\0');
    if (isUntouched || isOwn || translation === base.text) setBase({ text: translation, seen });
  }, [place, translation, seen, base, sent, pending]);
  return { field, shown: base.text, seen: base.seen };
}

function rowsFor(original: string): number {
  const lines = original.split('\n').length;
  return Math.min(8, Math.max(lines, Math.ceil(original.length / 60)));
}
