import { Form, Link, useActionData } from '@remix-run/react';
import { isBase } from '#app/persona/persona.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { Glyph } from '#app/ui/glyph.tsx';
import { OneByOne } from './one-by-one.tsx';
import type { UnplacedView } from './page.tsx';
import type { action } from './route.tsx';

type Title = UnplacedView['titles'][number];

/** One distinct title: what it suggests and why, and buttons that say how many they place as what. */
export function TitleRow({ title, view }: { title: Title; view: UnplacedView }) {
  const acted = useActionData<typeof action>();
  const fault = acted && acted.title === (title.titleKey ?? '') ? acted.sentence : undefined;
  const isOpen = view.opened !== null && view.opened.titleKey === title.titleKey;
  return (
    <li data-title>
      <div className="title-row">
        <div>
          <b>{title.title ?? 'No title'}</b>
          <p className="small quiet">{title.people === 1 ? '1 person' : `${title.people} people`}</p>
        </div>
        <Suggestion title={title} view={view} />
        <div className="acts">
          {title.titleKey !== null && <Confirm title={title} view={view} fault={fault} />}
          <Link
            className="small"
            preventScrollReset
            to={isOpen ? '?' : `?title=${encodeURIComponent(title.titleKey ?? '')}`}
          >
            {isOpen ? 'Close' : 'One by one'}
            <span className="vh"> {title.title ?? 'people without a title'}</span>
          </Link>
        </div>
      </div>
      {isOpen && <OneByOne titleKey={title.titleKey} view={view} />}
      {isOpen && fault && title.titleKey === null && <p className="fault">{fault}</p>}
    </li>
  );
}

function Suggestion({ title: { hint }, view }: { title: Title; view: UnplacedView }) {
  const persona = suggestedBy(hint, view);
  return (
    <div>
      {persona ? (
        <p className="persona">
          Suggested: <Glyph lane={persona.base} core={!isBase(persona.id)} state="outline" /> {persona.name}
        </p>
      ) : (
        <b>No suggestion</b>
      )}
      <p className="small quiet">{hint.reason}</p>
    </div>
  );
}

/** The suggestion has a button of its own; every other persona is chosen from a list that starts on none. */
function Confirm({ title, view, fault }: { title: Title; view: UnplacedView; fault: string | undefined }) {
  const persona = suggestedBy(title.hint, view);
  const all = title.people === 1 ? 'Confirm' : `Confirm ${title.people}`;
  const options = view.personas.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      {persona && (
        <Form method="post" preventScrollReset>
          <Hidden title={title} />
          <input type="hidden" name="persona" value={persona.id} />
          <Button variant="tiny">
            {all} as {persona.name}
          </Button>
        </Form>
      )}
      <Form method="post" preventScrollReset className="choose-role">
        <Hidden title={title} />
        <Field label={<span className="vh">{title.title} means</span>} error={fault}>
          <Select name="persona" prompt={persona ? 'Choose another' : 'Choose a role'} options={options} />
        </Field>
        <Button variant="tiny">
          {all}
          <span className="vh"> {title.title}</span>
        </Button>
      </Form>
    </>
  );
}

function suggestedBy(hint: Title['hint'], { personas }: UnplacedView) {
  return hint.kind === 'suggestion' ? personas.find(({ id }) => id === hint.personaId) : undefined;
}

function Hidden({ title }: { title: Title }) {
  return (
    <>
      <input type="hidden" name="title" value={title.titleKey ?? ''} />
      <input type="hidden" name="people" value={title.people} />
    </>
  );
}
