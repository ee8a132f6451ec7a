import { Form } from '@remix-run/react';
import { IN_DOUBT_RULES, IN_DOUBT_WORDS } from '#app/programme/in-doubt.ts';
import { Button } from '#app/ui/button.tsx';
import { RadioGroup } from '#app/ui/choice.tsx';
import { Section } from '#app/ui/section.tsx';
import type { ProgrammeView } from './page.tsx';

/** What becomes of mails in doubt, while sends go too: what is decided holds for those that wait. */
export function InDoubtForm({ view: { programme }, error }: { view: ProgrammeView; error?: string }) {
  if (programme.origin === 'imported') return null;
  return (
    <Section id="in-doubt" title="A mail in doubt" lead={IN_DOUBT_WORDS[programme.inDoubt].name}>
      <details open={error !== undefined}>
        <summary className="small">Change what becomes of it</summary>
        <Form method="post" className="more" preventScrollReset key={programme.inDoubt}>
          <RadioGroup
            label="When nobody knows whether a mail arrived"
            name="inDoubt"
            help="Holds for every send of this programme from now on, and for mails that are in doubt and wait."
            options={IN_DOUBT_RULES.map((value) => ({
              value,
              label: IN_DOUBT_WORDS[value].name,
              help: IN_DOUBT_WORDS[value].help,
            }))}
            error={error}
            defaultValue={programme.inDoubt}
          />
          <Button name="intent" value="in_doubt">
            Save
          </Button>
        </Form>
      </details>
    </Section>
  );
}
