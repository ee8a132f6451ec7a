import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { type Option, Select } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { Section } from '#app/ui/section.tsx';
import type { UnplacedView } from './page.tsx';
import { wordFormKey } from './placing-form.ts';

interface WordsSectionProps {
  view: UnplacedView;
  options: readonly Option[];
  fault: { key: string; message: string } | undefined;
}

/** Each word by itself. Answers whose file names no role, or two, are placed one by one below. */
export function WordsSection({ view: { words }, options, fault }: WordsSectionProps) {
  return (
    <Section
      title="Words to decide"
      lead="One word, one decision: it places every answer that holds the word in that wave. There is no “assign all”."
    >
      <ul className="word-decisions">
        {words.map(({ word, wordKey, waveSlug, waveName, answers, hint }) => {
          const key = wordFormKey(waveSlug, wordKey);
          return (
            <li key={key}>
              <div>
                <p>“{word}”</p>
                <p className="note">
                  {answers === 1 ? '1 answer' : `${answers} answers`} in {waveName}. {hint}
                </p>
              </div>
              <Form method="post" className="place-form">
                <input type="hidden" name="wave" value={waveSlug} />
                <input type="hidden" name="word" value={wordKey} />
                <Field
                  label={
                    <span className="vh">
                      “{word}” in {waveName} was given as
                    </span>
                  }
                  error={fault?.key === key ? fault.message : undefined}
                >
                  <Select name="persona" prompt="Given as …" options={options} defaultValue="" />
                </Field>
                <Button>
                  Place {answers}
                  <span className="vh"> with the word “{word}”</span>
                </Button>
              </Form>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
