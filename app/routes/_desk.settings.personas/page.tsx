import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { Persona } from '#app/persona/persona.ts';
import { Button } from '#app/ui/button.tsx';
import { PersonaName } from '#app/ui/glyph.tsx';
import { PageHead } from '#app/ui/page-head.tsx';
import { AddPersonaForm } from './add-persona-form.tsx';
import type { action, loader } from './route.tsx';

type ListedPersona = Persona & { isBase: boolean };

export function PersonasPage() {
  const { personas } = useLoaderData<typeof loader>();
  const faulty = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Personas"
        lead="The roles people answer in. Every figure belongs to exactly one of them, and no figure is made across them."
      />
      <ul className="rows sides">
        {personas.map((persona) => (
          <PersonaLine key={persona.id} persona={persona} />
        ))}
      </ul>
      <AddPersonaForm
        bases={personas.filter(({ isBase }) => isBase)}
        fieldErrors={faulty?.fieldErrors ?? {}}
        values={faulty?.values ?? {}}
      />
    </>
  );
}

function PersonaLine({ persona }: { persona: ListedPersona }) {
  const { id, base, name, definition, question, isBase, closedAt } = persona;
  return (
    <li id={id}>
      <div>
        <PersonaName lane={base} core={!isBase} name={name} />
        <p className="small">{definition}</p>
      </div>
      <p className="small quiet">{question && `Ask: “${question}”`}</p>
      {isBase ? <span className="note">Base role</span> : <Ending persona={persona} closedAt={closedAt} />}
    </li>
  );
}

function Ending({ persona: { id, name }, closedAt }: { persona: ListedPersona; closedAt: number | null }) {
  if (closedAt) return <span className="note">Closed; past answers keep it</span>;
  return (
    <Form method="post">
      <input type="hidden" name="persona" value={id} />
      <Button variant="tiny" name="intent" value="close">
        Close<span className="vh"> {name}: nobody new is given it, past answers keep it</span>
      </Button>
    </Form>
  );
}
