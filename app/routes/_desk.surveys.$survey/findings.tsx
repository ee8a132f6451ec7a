import { useState } from 'react';
import { findingNumber } from '#app/survey/wording/finding-number.ts';
import type { PlacedFinding } from '#app/survey/wording/open-findings.ts';
import { Button } from '#app/ui/button.tsx';
import { useDesk } from './desk-view.tsx';
import { EDITOR_FORM } from './editor-form.ts';
import { useFields } from './fields-context.tsx';

/** What the language check says of one text, under its field. */
export function Findings({ place, field }: { place: string; field: string }) {
  const { findings } = useFields();
  const here = findings.filter((finding) => finding.place === place);
  if (here.length === 0) return null;
  return (
    <ul className="findings">
      {here.map((finding) => (
        <li key={`${finding.language} ${finding.id} ${finding.start}`}>
          <OneFinding finding={finding} field={field} />
        </li>
      ))}
    </ul>
  );
}

/** The words in their place, what to do about them, and a way to stand by them. */
function OneFinding({ finding, field }: { finding: PlacedFinding; field: string }) {
  const { form } = useFields();
  const { suggestion, text, start, end } = finding;
  const use = () => {
    const control = document.getElementsByName(field)[0];
    const rewritten = text.slice(0, start) + suggestion + text.slice(end);
    // Typed in, so that it can be undone like typing; the field may have moved on since it was checked.
    if (form.getValues(field as 'wording') === text) typeInto(control, rewritten);
  };
  return (
    <>
      <p>
        <Quote {...finding} /> {finding.sentence}
      </p>
      <p className="cluster">
        {suggestion !== null && (
          <Button variant="tiny" type="button" onClick={use}>
            Use “{suggestion}”
          </Button>
        )}
        {finding.weight === 'settle' && <StandBy finding={finding} />}
      </p>
    </>
  );
}

function typeInto(control: HTMLElement | undefined, text: string): void {
  if (!(control instanceof HTMLTextAreaElement || control instanceof HTMLInputElement)) return;
  control.setRangeText(text, 0, control.value.length, 'end');
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

const AROUND = 24;

/** A few words on either side, so that one knows which ones are meant. */
export function Quote({ text, start, end }: Pick<PlacedFinding, 'text' | 'start' | 'end'>) {
  const [before, after] = [text.slice(Math.max(0, start - AROUND), start), text.slice(end, end + AROUND)];
  return (
    <q>
      {start > AROUND && '…'}
      {before}
      <u>{text.slice(start, end)}</u>
      {after}
      {end + AROUND < text.length && '…'}
    </q>
  );
}

/** “Keep it, because …”: needs a reason, which is written down with the name of who gave it. */
export function StandBy({ finding }: { finding: PlacedFinding }) {
  const { isAlive, act } = useDesk();
  const [reason, setReason] = useState('');
  const number = findingNumber(finding);
  const keep = () => {
    if (reason.trim() !== '') act({ kind: 'accept', finding: finding.id, reason });
  };
  return (
    <details className="stand-by">
      <summary>Keep it, because …</summary>
      <input type="hidden" name={`finding.${number}`} value={finding.id} form={EDITOR_FORM} />
      <span className="stand-by-row">
        <input
          className="input"
          name={`reason.${number}`}
          aria-label={`Why “${finding.words}” stays`}
          form={EDITOR_FORM}
          maxLength={300}
          autoComplete="off"
          value={isAlive ? reason : undefined}
          onChange={isAlive ? ({ target }) => setReason(target.value) : undefined}
        />
        <Button
          variant="tiny"
          name="intent"
          value={`accept:${number}`}
          form={EDITOR_FORM}
          type={isAlive ? 'button' : 'submit'}
          onClick={isAlive ? keep : undefined}
        >
          Keep it
        </Button>
      </span>
    </details>
  );
}
