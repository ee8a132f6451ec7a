import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { barriers, draw } from '#tests/support/draw.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Shell } from './shell.tsx';

const nav = [
  { to: '/overview', label: 'Overview' },
  { to: '/people', label: 'People', also: ['/accounts'] },
];

function drawShell(path = '/people') {
  return draw(
    <Shell workspaceName="Northwind" memberName="Ifeoma Okonkwo" permission="runs programmes" nav={nav}>
      <h1>People</h1>
      <label>
        Note <input />
      </label>
    </Shell>,
    path,
  );
}

test('the current page is marked in the navigation, and only that one', () => {
  drawShell('/people/per_1');

  const links = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link');
  expect(links.map((link) => [link.textContent, link.getAttribute('aria-current')])).toEqual([
    ['Overview', null],
    ['People', 'page'],
  ]);
});

test('a page outside the addresses of its place marks the place that it belongs to', () => {
  drawShell('/accounts/acc_1');

  const current = within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', {
    current: 'page',
  });
  expect(current.textContent).toBe('People');
});

test('the first link leads past the navigation to the page', () => {
  const { container } = drawShell();

  const first = container.querySelector('a');
  expect(first?.textContent).toBe('Skip to the page');
  expect(container.querySelector(first?.getAttribute('href') ?? '')).toBe(screen.getByRole('main'));
});

test('the menu of a phone opens and closes by link, without a script', () => {
  const { container } = drawShell();

  const opened = container.querySelector(
    screen.getByRole('link', { name: 'Menu' }).getAttribute('href') ?? '',
  );
  expect(opened?.contains(screen.getByRole('navigation', { name: 'Main' }))).toBe(true);
  expect(screen.getByRole('link', { name: 'Close menu' }).getAttribute('href')).toBe('#main');
});

test('moving on closes the menu and brings the focus to the page', async () => {
  const { container } = drawShell('/people');
  const menuBefore = container.querySelector('#menu');

  fireEvent.click(screen.getByRole('link', { name: 'Overview' }));

  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')));
  expect(container.querySelector('#menu')).not.toBe(menuBefore);
});

test('"Go to" is a plain form that asks /go', () => {
  drawShell();

  const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Go to' });
  expect(field.name).toBe('q');
  expect([field.form?.method, field.form?.getAttribute('action')]).toEqual(['get', '/go']);
});

test('"/" and Cmd-K bring the cursor to "Go to"; "/" typed into a field stays there', () => {
  drawShell();
  const goTo = screen.getByRole('searchbox', { name: 'Go to' });
  const note = screen.getByRole('textbox', { name: 'Note' });

  note.focus();
  fireEvent.keyDown(note, { key: '/' });
  expect(document.activeElement).toBe(note);
  fireEvent.keyDown(note, { key: 'k', metaKey: true });
  expect(document.activeElement).toBe(goTo);
  goTo.blur();
  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(goTo);
});

test('"/" brings the cursor to the search of the list on the page, Cmd-K to "Go to" even there', () => {
  draw(
    <Shell workspaceName="Northwind" memberName="Ifeoma Okonkwo" permission="runs programmes" nav={nav}>
      <FilterBar search={{ name: 'q', label: 'Name or e-mail', value: '' }} />
    </Shell>,
    '/people',
  );

  fireEvent.keyDown(document.body, { key: '/' });
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Name or e-mail' }));
  fireEvent.keyDown(document.body, { key: 'k', metaKey: true });
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Go to' }));
});

test('signing out is a post, so no link can do it', () => {
  drawShell();

  const form = screen.getByRole<HTMLButtonElement>('button', { name: 'Sign out' }).form;
  expect([form?.method, form?.getAttribute('action')]).toEqual(['post', '/sign-out']);
});

test('axe finds nothing wrong with the frame', async () => {
  drawShell();

  expect(await barriers()).toEqual([]);
});
