import { RadioGroup } from '#app/ui/choice.tsx';
import { Select } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';

type Typed = Partial<Record<string, string>>;

interface Props {
  personas: readonly { id: string; name: string; closedAt: number | null }[];
  /** What it looks for; `help` says why the promise of the programme refuses a kind. */
  kinds: readonly { value: string; label: string; help?: string }[];
  label: string;
  errors: Typed;
  typed: Typed;
}

/** What every rule begins with: the one persona it is of, and what it looks for. */
export function PersonaAndKind({ personas, kinds, label, errors, typed }: Props) {
  const open = personas.filter(({ closedAt }) => closedAt === null);
  return (
    <>
      <Field id="persona" label="Persona" error={errors.persona}>
        <Select
          name="persona"
          prompt="Choose"
          options={open.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={typed.persona ?? ''}
        />
      </Field>
      <RadioGroup
        id="kind"
        name="kind"
        label={label}
        options={kinds}
        error={errors.kind}
        {...(typed.kind ? { defaultValue: typed.kind } : {})}
      />
    </>
  );
}
