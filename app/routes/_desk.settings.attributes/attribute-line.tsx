import { Form } from '@remix-run/react';
import { MOST } from '#app/audience/attribute/attribute.ts';
import { Button } from '#app/ui/button.tsx';
import { TextInput } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import type { Faulty, ListedAttribute } from './page.tsx';

/** One attribute, who has a value, and behind a summary its new name or its end. */
export function AttributeLine({ attribute, faulty }: { attribute: ListedAttribute; faulty: Faulty }) {
  const { slug, name } = attribute;
  const { fieldErrors, values } = faulty;
  return (
    <li id={slug}>
      <p>
        <b>{name}</b> <span className="small quiet">{held(attribute)}</span>
      </p>
      <details open={fieldErrors.newName !== undefined}>
        <summary>
          Change<span className="vh"> {name}</span>
        </summary>
        <Form method="post" className="stack-2" key={JSON.stringify([values, name])}>
          <input type="hidden" name="attribute" value={slug} />
          <Field id={`name-${slug}`} label="Name" error={fieldErrors.newName}>
            <TextInput
              name="newName"
              maxLength={MOST.name}
              autoComplete="off"
              defaultValue={values.newName ?? name}
            />
          </Field>
          <p className="form-foot">
            <Button name="intent" value="rename">
              Rename
            </Button>
          </p>
        </Form>
        <Form method="post" className="stack-2">
          <input type="hidden" name="attribute" value={slug} />
          <p className="small">{lost(attribute)}</p>
          <p className="form-foot">
            <Button variant="tiny" name="intent" value="delete">
              Delete for good<span className="vh">: {name}</span>
            </Button>
          </p>
        </Form>
      </details>
    </li>
  );
}

function held({ about, holders }: ListedAttribute): string {
  if (holders === 0) return about === 'person' ? 'Nobody has a value' : 'No account has a value';
  const one = about === 'person' ? '1 person has a value' : '1 account has a value';
  const many = `${holders} ${about === 'person' ? 'people' : 'accounts'} have a value`;
  return holders === 1 ? one : many;
}

function lost({ name, about, holders }: ListedAttribute): string {
  if (holders === 0) return `No value is lost when ${name} is deleted.`;
  const whose = `${holders} ${about === 'person' ? (holders === 1 ? 'person' : 'people') : holders === 1 ? 'account' : 'accounts'}`;
  return `Deleting ${name} loses what is known of ${whose}. No send can pick by it any more.`;
}
