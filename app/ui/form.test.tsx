import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { barriers, draw } from '#tests/support/draw.tsx';
import { Button } from './button.tsx';
import { CheckboxGroup, RadioGroup } from './choice.tsx';
import { Select, TextArea, TextInput } from './control.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { FilterBar } from './filter-bar.tsx';

const fault = '“Contacts” doesn’t say what these people do. Name what they hold.';

/** The texts an element points at with aria-describedby, in order. */
function descriptions(element: HTMLElement): (string | null | undefined)[] {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent);
}

test('a control is named by its label and described by its error and its help', () => {
  draw(
    <Field label="Persona’s name" help="In the singular." error={fault}>
      <TextInput name="name" defaultValue="Contacts" />
    </Field>,
  );

  const control = screen.getByRole<HTMLInputElement>('textbox', { name: 'Persona’s name' });
  expect(descriptions(control)).toEqual([fault, 'In the singular.']);
  expect(control.getAttribute('aria-invalid')).toBe('true');
  expect(control.value).toBe('Contacts');
});

test('a control without an error is not called invalid and points at nothing', () => {
  draw(
    <Field label="Wording">
      <TextArea name="wording" />
    </Field>,
  );

  const control = screen.getByRole('textbox', { name: 'Wording' });
  expect(control.hasAttribute('aria-invalid')).toBe(false);
  expect(control.hasAttribute('aria-describedby')).toBe(false);
});

test('each line of the summary leads to its field and takes the focus when it appears', () => {
  draw(
    <>
      <ErrorSummary faults={[{ field: 'persona-name', message: fault }]} />
      <Field id="persona-name" label="Persona’s name" error={fault}>
        <TextInput name="name" />
      </Field>
    </>,
  );

  const link = screen.getByRole('link', { name: fault });
  expect(document.querySelector(link.getAttribute('href') ?? '')).toBe(screen.getByRole('textbox'));
  expect(document.activeElement).toBe(screen.getByRole('alert', { name: 'One thing to mend' }));
});

test('a group of choices is one question, and its error reaches the group and every choice', () => {
  const options = [
    { value: 'en', label: 'English' },
    { value: 'de', label: 'German' },
  ];
  draw(
    <CheckboxGroup
      label="Languages"
      name="language"
      options={options}
      defaultValues={['de']}
      error="Choose at least one."
    />,
  );

  expect(descriptions(screen.getByRole('group', { name: 'Languages' }))).toEqual(['Choose at least one.']);
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes.map((box) => box.checked)).toEqual([false, true]);
  expect(boxes.map((box) => box.getAttribute('aria-invalid'))).toEqual(['true', 'true']);
});

test('nothing is chosen unless the page says so', () => {
  draw(
    <>
      <RadioGroup label="Who sees the answers" name="who" options={[{ value: 'team', label: 'The team' }]} />
      <Field label="Champion means">
        <Select name="champion" prompt="Choose" options={[{ value: 'buyer', label: 'Buyer' }]} />
      </Field>
    </>,
  );

  expect(screen.getByRole<HTMLInputElement>('radio').checked).toBe(false);
  expect(screen.getByRole<HTMLSelectElement>('combobox').value).toBe('');
});

test('a blocked button can be reached, says why, and neither acts nor sends', () => {
  const pressed = vi.fn();
  const sent = vi.fn((event: SubmitEvent) => event.preventDefault());
  draw(
    <form onSubmit={(event) => sent(event.nativeEvent as SubmitEvent)}>
      <Button blockedBecause="Question 4 serves nothing yet." onClick={pressed}>
        Freeze as v4
      </Button>
    </form>,
  );

  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Freeze as v4' });
  fireEvent.click(button);
  expect(button.disabled).toBe(false);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(descriptions(button)).toEqual(['Question 4 serves nothing yet.']);
  expect(pressed).not.toHaveBeenCalled();
  expect(sent).not.toHaveBeenCalled();
});

test('filters are a form that puts its state into the address and keeps what else was there', () => {
  const { container } = draw(
    <FilterBar
      search={{ name: 'q', label: 'Name', value: 'ruth' }}
      filters={[
        {
          name: 'wave',
          label: 'Wave',
          value: 'b',
          options: [
            { value: 'a', label: 'A' },
            { value: 'b', label: 'B' },
          ],
        },
      ]}
      keep={{ sort: 'name' }}
      clearTo="/people"
    />,
  );

  const form = container.querySelector('form');
  expect(form?.method).toBe('get');
  expect(Object.fromEntries(new FormData(form ?? undefined))).toEqual({ sort: 'name', q: 'ruth', wave: 'b' });
  expect(screen.getByRole('link', { name: 'Clear' }).getAttribute('href')).toBe('/people');
});

test('axe finds nothing wrong with a form full of errors', async () => {
  draw(
    <main>
      <h1>Form</h1>
      <ErrorSummary faults={[{ field: 'persona-name', message: fault }]} />
      <Field id="persona-name" label="Persona’s name" help="Help." error={fault}>
        <TextInput name="name" />
      </Field>
      <CheckboxGroup
        label="Languages"
        name="l"
        options={[{ value: 'en', label: 'English' }]}
        error="Choose one."
      />
      <Button blockedBecause="Not yet.">Send</Button>
    </main>,
  );

  expect(await barriers()).toEqual([]);
});
