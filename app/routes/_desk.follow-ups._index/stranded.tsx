import { Form } from '@remix-run/react';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/control.tsx';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { QueueView, Refused } from './page.tsx';

/** What waits with somebody who cannot do it any more: said to everybody, whoever's list they look at. */
export function Stranded({ view, refused }: { view: QueueView; refused: Refused }) {
  return view.stranded.map((one) => (
    <Notice
      key={one.slug}
      heading={
        one.followUps === 1
          ? `A follow-up waits with ${one.name}`
          : `${one.followUps} follow-ups wait with ${one.name}`
      }
      sentence="They can’t act on follow-ups any more, so what was promised is kept by nobody. Give it to somebody who can."
    >
      <Form method="post" className="measure" noValidate>
        <input type="hidden" name="intent" value="hand_over" />
        <input type="hidden" name="owner" value={one.slug} />
        <Field
          id={`heir-${one.slug}`}
          label={`Who gets what ${one.name} had`}
          error={refused?.fieldErrors[`heir-${one.slug}`]}
        >
          <Select name="heir" prompt="Choose" options={view.members} />
        </Field>
        <p className="cluster form-foot">
          <Button>{one.followUps === 1 ? 'Give it to them' : 'Give all to them'}</Button>
        </p>
      </Form>
    </Notice>
  ));
}
