import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { type Option, Select } from '#app/ui/control.tsx';
import { Day } from '#app/ui/day.tsx';
import { Field } from '#app/ui/field.tsx';
import type { UnplacedView } from './page.tsx';

interface UnplacedLineProps {
  answer: UnplacedView['answers'][number];
  options: readonly Option[];
  fault: string | undefined;
}

export function UnplacedLine({
  answer: { slug, waveName, line, reason, row },
  options,
  fault,
}: UnplacedLineProps) {
  return (
    <li>
      <span className="verbatim-score quiet">{row.score ?? ''}</span>
      <div>
        {row.words && <p className="verbatim-words">{row.words}</p>}
        <p className="small">{reason}</p>
        <p className="by">
          {waveName}, line {line}
          {row.account && `, ${row.account.name}`}, <Day day={row.answeredOn} />
        </p>
        <details className="place-one" open={fault !== undefined || undefined}>
          <summary className="small">Place this answer</summary>
          <Form method="post" className="place-form">
            <input type="hidden" name="answer" value={slug} />
            <Field label={<span className="vh">Line {line} was given as</span>} error={fault}>
              <Select name="persona" prompt="Given as …" options={options} defaultValue="" />
            </Field>
            <Button>
              Place
              <span className="vh">
                {' '}
                line {line} of {waveName}
              </span>
            </Button>
          </Form>
        </details>
      </div>
    </li>
  );
}
