import { Form } from '@remix-run/react';
import { inSentence } from '#app/persona/persona.ts';
import { Button } from '#app/ui/button.tsx';
import { Choice } from '#app/ui/choice.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import type { ShownHeld } from './held-item.tsx';
import type { HeldFault, HeldView } from './page.tsx';

interface DecideFormProps {
  intent: 'release' | 'discard';
  line: ShownHeld;
  persona: HeldView['personas'][number];
  fault: HeldFault | undefined;
}

const WORDS = {
  release: { open: 'Release', reason: 'Why it may count', press: 'Release it' },
  discard: { open: 'Discard', reason: 'Why it does not count', press: 'Discard it' },
} as const;

/** Opens to one field and one button; the reason that was typed stays when it could not be done. */
export function DecideForm({ intent, line, persona, fault }: DecideFormProps) {
  const { open, reason, press } = WORDS[intent];
  const own = fault?.intent === intent ? fault : undefined;
  const which = `the answer of one ${inSentence(persona.name)}${line.accountName ? ` at ${line.accountName}` : ''}`;
  return (
    <details open={own !== undefined || undefined}>
      <summary className="small">
        {open}
        <span className="vh"> {which}</span>
      </summary>
      <Form method="post" className="held-form">
        <input type="hidden" name="held" value={line.slug} />
        <input type="hidden" name="seen" value={line.decision === 'discarded' ? 'discarded' : 'waiting'} />
        <Field label={reason} error={own?.message}>
          <TextInput name="reason" required maxLength={300} defaultValue={own?.reason ?? ''} />
        </Field>
        {intent === 'release' && <Hint hint={line.hint} persona={persona} />}
        <Button name="intent" value={intent}>
          {press}
          <span className="vh">: {which}</span>
        </Button>
      </Form>
    </details>
  );
}

/** Whose address it is, as far as the workspace knows. Nobody is named unless a member says so. */
function Hint({ hint, persona }: { hint: ShownHeld['hint']; persona: HeldView['personas'][number] }) {
  if (!hint) return null;
  const { kind, name } = hint;
  switch (kind) {
    case 'may_be':
      return (
        <Choice
          type="checkbox"
          name="named"
          value="yes"
          label={`This is ${name}, and they hold this role`}
          help="Otherwise it counts under nobody’s name."
        />
      );
    case 'other_role':
      return (
        <p className="note">
          The address is {name}’s, who holds no role as {inSentence(persona.name)} there. It counts under
          nobody’s name.
        </p>
      );
    case 'invited':
      return (
        <p className="note">
          The address is {name}’s, who has an invitation of their own. This one counts under nobody’s name.
        </p>
      );
    default:
      return kind satisfies never;
  }
}
