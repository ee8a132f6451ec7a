import { Form, Link } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import type { UnplacedView } from './page.tsx';

/** The people of one title, each with a choice of their own. */
export function OneByOne({
  titleKey,
  view: { opened, personas },
}: {
  titleKey: string | null;
  view: UnplacedView;
}) {
  const people = opened?.people ?? [];
  const options = personas.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ul className="one-by-one">
      {people.map(({ slug, name, accountSlug, accountName }) => (
        <li key={`${slug} ${accountSlug}`} data-person>
          <span>
            <Link to={`/people/${slug}`}>
              <bdi>{name}</bdi>
            </Link>
            , {accountName}
          </span>
          <Form method="post" preventScrollReset className="choose-role">
            <input type="hidden" name="title" value={titleKey ?? ''} />
            <input type="hidden" name="person" value={slug} />
            <input type="hidden" name="account" value={accountSlug} />
            <Field label={<span className="vh">{name} is</span>}>
              <Select name="persona" prompt="What do they do?" options={options} />
            </Field>
            <Button variant="tiny" name="intent" value="person">
              Confirm<span className="vh"> {name}</span>
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
