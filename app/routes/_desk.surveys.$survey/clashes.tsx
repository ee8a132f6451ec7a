import type { DraftQuestion } from '#app/survey/draft/draft.ts';
import type { Clash, FieldValue } from '#app/survey/merge/merge-drafts.ts';
import { isLines } from '#app/survey/question/part.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { Button } from '#app/ui/button.tsx';
import { useDesk } from './desk-view.tsx';

/** What both editors wrote in one field: theirs stands, mine waits beside it. */
export function Clashes({
  clashes,
  question,
}: {
  clashes: readonly Clash[];
  question: DraftQuestion | null;
}) {
  const { change } = useDesk();
  if (clashes.length === 0) return null;
  const settle = (clash: Clash, keep: 'mine' | 'theirs') =>
    change({ kind: 'settle', clash, keep, at: Date.now() });
  return (
    <section className="clashes" aria-labelledby="clashes">
      <h2 id="clashes" tabIndex={-1}>
        Written by both of you
      </h2>
      <ul>
        {clashes.map((clash) => (
          <li key={`${clash.field} ${say(clash.mine)}`}>
            <dl>
              <dt>{nameField(clash.field, question)}: theirs, which stands now</dt>
              <dd>{say(clash.theirs)}</dd>
              <dt>Yours</dt>
              <dd>{say(clash.mine)}</dd>
            </dl>
            <p className="cluster">
              <Button variant="tiny" type="button" onClick={() => settle(clash, 'mine')}>
                Use mine
              </Button>
              <Button variant="tiny" type="button" onClick={() => settle(clash, 'theirs')}>
                Keep theirs
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const NAMES: Record<string, string> = {
  intro: 'Words before the questions',
  closing: 'Words after the questions',
  shared: 'Answers through a link',
  concept: 'What it is about',
  wording: 'Wording',
  help: 'The line below it',
  required: 'Must be answered',
  declinable: 'Offer “prefer not to say”',
  serves: 'The line it serves',
  assumes: 'Written for',
  showIf: 'Asked when',
  jumps: 'Then',
};

function nameField(field: string, question: DraftQuestion | null): string {
  const [head = '', name = ''] = field.split('.');
  if (head !== 'parts' || !question) return NAMES[head] ?? field;
  return roomOf(question).parts.find((part) => part.name === name)?.label ?? name;
}

function say(value: FieldValue): string {
  if (value === undefined || value === null || value === '') return 'Nothing';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return count(value.tests.length, 'test');
  if (isLines(value as never) && value.every((one) => 'label' in one))
    return value.map((one) => ('label' in one ? one.label : '')).join(', ');
  return count(value.length, 'way on');
}

function count(number: number, thing: string): string {
  if (number === 0) return 'Nothing';
  return number === 1 ? `One ${thing}` : `${number} of these: ${thing}s`;
}
