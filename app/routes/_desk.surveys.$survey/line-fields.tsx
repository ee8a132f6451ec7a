import { type ClipboardEvent, useCallback, useRef } from 'react';
import { linesOf } from '#app/survey/draft/draft.ts';
import type { Part } from '#app/survey/question/part.ts';
import type { Option } from '#app/survey/question/shared.ts';
import { Button } from '#app/ui/button.tsx';
import { FieldGroup } from '#app/ui/field.tsx';
import { useDesk } from './desk-view.tsx';
import { useFields } from './fields-context.tsx';
import { Findings } from './findings.tsx';
import { Grip } from './grip.tsx';
import { useDrag } from './use-drag.ts';

type LinesPart = Extract<Part, { control: 'lines' }>;

/** A list of choices, rows or columns: added, moved, dropped, or pasted several at once. */
export function LineFields({ part }: { part: LinesPart }) {
  const { question, errorAt } = useFields();
  const { act, isAlive } = useDesk();
  const lines = linesOf(question, part.name);
  const list = useRef<HTMLOListElement>(null);
  const { name } = part;
  const drop = useCallback(
    (line: string, to: number) => act({ kind: 'move_line', name, line, to }),
    [act, name],
  );
  const onGrab = useDrag(list, drop);
  return (
    <FieldGroup
      id={part.name}
      label={part.label}
      help={isAlive ? 'Paste several lines to fill several at once.' : undefined}
      error={errorAt(`parts.${part.name}`)}
    >
      <ol className="option-list" ref={list}>
        {lines.map((line, at) => (
          <li key={line.key} data-row>
            {isAlive ? (
              <Grip
                id={`line-grip-${line.key}`}
                label={`Move ${part.one.toLowerCase()} ${at + 1}`}
                onMove={(by) => {
                  const to = Math.min(lines.length - 1, Math.max(0, at + by));
                  if (to !== at) drop(line.key, to);
                }}
                onGrab={(event) => onGrab(event, line.key)}
              />
            ) : (
              <span />
            )}
            <LineField part={part} line={line} at={at} />
            <LineActs part={part} line={line} at={at} last={lines.length - 1} />
          </li>
        ))}
      </ol>
      {lines.length < part.most && (
        <Button variant="tiny" id={`add-${part.name}`} name="intent" value={`add_line:${part.name}`}>
          Add a {part.one.toLowerCase()}
        </Button>
      )}
    </FieldGroup>
  );
}

interface LineProps {
  part: LinesPart;
  line: Option;
  at: number;
}

function LineField({ part, line, at }: LineProps) {
  const { question, form, errorAt } = useFields();
  const { act } = useDesk();
  const field = `parts.${part.name}.${at}.label` as 'wording';
  const error = errorAt(field);
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const labels = linesIn(event.clipboardData.getData('text'));
    if (labels.length < 2) return;
    event.preventDefault();
    act({ kind: 'paste_lines', name: part.name, line: line.key, labels });
  };
  return (
    <div className={error ? 'field wrong' : undefined}>
      <input type="hidden" name={`parts.${part.name}.${at}.key`} value={line.key} />
      <input
        className="input"
        id={`line-${line.key}`}
        aria-label={`${part.one} ${at + 1}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `line-${line.key}-error` : undefined}
        defaultValue={line.label}
        maxLength={200}
        autoComplete="off"
        onPaste={onPaste}
        {...form.register(field)}
      />
      {error && (
        <p className="fault" id={`line-${line.key}-error`}>
          {error}
        </p>
      )}
      <Findings place={`${question.key}.${part.name}.${line.key}`} field={field} />
    </div>
  );
}

/** What a spreadsheet or a text has on its lines, without the bullets and numbers before them. */
function linesIn(text: string): string[] {
  return text
    .split(/\r?\n|\r/)
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '');
}

function LineActs({ part, line, at, last }: LineProps & { last: number }) {
  const { isAlive } = useDesk();
  const about = `${part.one.toLowerCase()} ${at + 1}`;
  const acts = [
    ...(!isAlive && at > 0 ? [['line_up', 'Up'] as const] : []),
    ...(!isAlive && at < last ? [['line_down', 'Down'] as const] : []),
    ['remove_line', 'Drop'] as const,
  ];
  return (
    <span className="row-acts">
      {acts.map(([act, words]) => (
        <Button key={act} variant="plain" name="intent" value={`${act}:${part.name}:${line.key}`}>
          {words}
          <span className="vh"> {about}</span>
        </Button>
      ))}
    </span>
  );
}
