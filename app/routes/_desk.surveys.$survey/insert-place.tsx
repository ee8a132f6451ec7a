import { FACTS, type Fact } from '#app/survey/logic/piping.ts';
import { roomOf } from '#app/survey/question/rooms.ts';
import { useDesk } from './desk-view.tsx';
import { useFields } from './fields-context.tsx';
import { questionTitle } from './question-title.ts';

/** What stands there when nothing is known. */
const FALLBACKS = {
  'person.first_name': 'you',
  'person.name': 'you',
  'account.name': 'your company',
  'persona.name': 'your role',
  'workspace.name': 'us',
} as const satisfies Record<Fact, string>;

/** Puts a place that is filled in for each respondent where the cursor stands. Needs script; it can be typed as well. */
export function InsertPlace({ into }: { into: string }) {
  const { isAlive, view } = useDesk();
  const { question, questions } = useFields();
  if (!isAlive) return null;
  const earlier = questions.slice(0, Math.max(0, questions.indexOf(question)));
  return (
    <label className="insert small">
      Insert{' '}
      <select className="input" value="" onChange={({ target }) => insert(into, target.value)}>
        <option value="">what is known of them…</option>
        <optgroup label="Who is asked">
          {Object.entries(FACTS).map(([fact, label]) => (
            <option key={fact} value={`{{${fact}|${FALLBACKS[fact as Fact]}}}`}>
              {label}
            </option>
          ))}
        </optgroup>
        {earlier.length > 0 && (
          <optgroup label="An earlier answer">
            {earlier.map((one, at) =>
              roomOf(one).asks ? (
                <option key={one.key} value={`{{${one.key}|that}}`}>
                  {at + 1}. {questionTitle(one, view.persona.name).slice(0, 60)}
                </option>
              ) : null,
            )}
          </optgroup>
        )}
      </select>
    </label>
  );
}

/** Writes into the field as if it were typed, so that everything that listens to typing hears of it. */
function insert(id: string, text: string): void {
  const field = document.getElementById(id);
  if (text === '' || !(field instanceof HTMLTextAreaElement)) return;
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}
