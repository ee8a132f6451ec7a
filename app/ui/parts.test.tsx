import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { barriers, draw } from '#tests/support/draw.tsx';
import { ActionBar } from './action-bar.tsx';
import { ChoiceBars } from './bars.tsx';
import { Button } from './button.tsx';
import { DataTable, ShowAsTable } from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { Facts } from './facts.tsx';
import { Funnel } from './funnel.tsx';
import { GapLine } from './gap-line.tsx';
import { Notice } from './notice.tsx';
import { PageHead } from './page-head.tsx';
import { Pager } from './pager.tsx';
import { Piles } from './piles.tsx';
import { Progress } from './progress.tsx';
import { Section } from './section.tsx';
import { SideScroll } from './side-scroll.tsx';
import { StateMark } from './state-mark.tsx';
import { Steps } from './steps.tsx';
import { PersonaTabs } from './tabs.tsx';
import { Tally } from './tally.tsx';
import { When } from './time.tsx';

const piles = [
  { label: 'Ready', count: 43, href: '#ready' },
  { label: 'Role missing', count: 12, href: '#missing' },
  { label: 'Role stale', count: 0, href: '#stale' },
] as const;

const table = (
  <DataTable
    caption="People"
    head={[
      { label: 'Person', sort: { to: '?sort=name', now: 'ascending' } },
      { label: 'Answers', numeric: true },
      { label: 'Do', hidden: true },
    ]}
    rows={[
      {
        key: 'per_1',
        cells: [
          'Devika Nair',
          3,
          <button key="do" type="button">
            Ask first
          </button>,
        ],
      },
    ]}
  />
);

test('a table keeps its roles when it restacks, and each cell says its column', () => {
  draw(table);

  for (const role of ['table', 'row', 'columnheader', 'rowheader', 'cell'])
    for (const part of screen.getAllByRole(role)) expect(part.getAttribute('role')).toBe(role);
  expect(screen.getByRole('cell', { name: '3' }).dataset.label).toBe('Answers');
  expect(screen.getByRole('columnheader', { name: 'Person' }).getAttribute('aria-sort')).toBe('ascending');
});

test('the widths of the piles are in proportion to their counts', () => {
  const { container } = draw(<Piles label="Piles" piles={piles} />);

  const widths = [...container.querySelectorAll('svg')].map((bar) => Number(bar.getAttribute('width')));
  expect(widths[0]).toBeCloseTo((widths[1] ?? 0) * (43 / 12));
  expect(widths[2]).toBe(0);
  expect(screen.getByRole('link', { name: /12\s*Role missing/ }).getAttribute('href')).toBe('#missing');
});

test('a choice is drawn with its interval and read with it', () => {
  const { container } = draw(
    <ChoiceBars
      lane="buyer"
      caption="What was hard"
      rows={[{ label: 'Price', count: 5, share: 0.42, lo: 0.19, hi: 0.68 }]}
    />,
  );

  expect(screen.getByText('42%, between 19% and 68%')).toBeDefined();
  expect(container.querySelector('.ci')?.getAttribute('x')).toBe('19%');
  expect(container.querySelector('.bar')?.getAttribute('width')).toBe('42%');
});

test('a moment is written for its reader, with its zone on hover', () => {
  draw(<When at={Date.UTC(2027, 0, 28, 23, 30)} zone="Asia/Tokyo" locale="en-GB" />);

  const time = screen.getByText('29 January 2027');
  expect(time.title).toContain('Asia/Tokyo');
  expect(time.getAttribute('datetime')).toBe('2027-01-28T23:30:00.000Z');
});

test('progress says how much is done of how much, and admits what is not counted yet', () => {
  draw(
    <>
      <Progress label="Import" done={43} total={120} left="about 2 minutes left" />
      <Progress label="Export" done={7} total={null} />
    </>,
  );

  expect(screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Import' }).value).toBe(43);
  expect(screen.getByText('43 of 120, about 2 minutes left')).toBeDefined();
  expect(screen.getByRole('progressbar', { name: 'Export' }).hasAttribute('value')).toBe(false);
});

test('a refusal is an article named by its fact, not an alert', () => {
  draw(<Notice heading="These 51 answers come from two personas." sentence="We don’t blend personas." />);

  expect(screen.getByRole('article', { name: 'These 51 answers come from two personas.' })).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a pager names its directions and leaves out the one that does not exist', () => {
  const { container } = draw(<Pager label="People" previous={null} next="?after=per_9" />);

  expect(container.querySelector('[rel="next"]')?.getAttribute('href')).toBe('/?after=per_9');
  expect(container.querySelector('[rel="prev"]')).toBeNull();
});

test('the current step and the current persona are marked as such', () => {
  draw(
    <>
      <Steps steps={['File', 'Columns']} current={1} />
      <PersonaTabs
        tabs={[
          { to: '?p=a', lane: 'end_user', name: 'End-users', current: false },
          { to: '?p=b', lane: 'buyer', name: 'Buyers', current: true },
        ]}
      />
    </>,
  );

  expect(screen.getByText('2. Columns').getAttribute('aria-current')).toBe('step');
  const tabs = within(screen.getByRole('navigation', { name: 'Persona' })).getAllByRole('link');
  expect(tabs.map((tab) => tab.getAttribute('aria-current'))).toEqual([null, 'page']);
});

test('a verdict is told in words and by its picture, each its own', () => {
  const { container } = draw(
    <>
      <StateMark verdict="clears" />
      <StateMark verdict="not" />
      <StateMark verdict="cant" />
    </>,
  );

  const pictures = [...container.querySelectorAll('path')].map((path) => path.getAttribute('d'));
  expect(new Set(pictures).size).toBe(3);
  expect([...container.querySelectorAll('.state')].map((state) => state.textContent)).toEqual([
    'Clears the rule',
    'Does not clear',
    'Can’t tell',
  ]);
});

test('axe finds nothing wrong with the parts, and none needs an inline style', async () => {
  const { container } = draw(
    <main>
      <PageHead
        crumb={<span>Sends</span>}
        title="Who is ready"
        lead="61 people."
        tools={<a href="#csv">CSV</a>}
      />
      <Piles label="Piles" piles={piles} />
      <Tally counts={[{ count: 69, label: 'new people' }]} />
      <Facts facts={[{ term: 'By when', value: '26 February' }]} />
      <Section title="People" lead="All of them.">
        {table}
        <ShowAsTable>The numbers</ShowAsTable>
        <ChoiceBars
          lane="buyer"
          caption="Hard"
          rows={[{ label: 'Price', count: 5, share: 0.4, lo: 0.1, hi: 0.7 }]}
        />
        <Funnel
          lane="buyer"
          caption="Funnel"
          steps={[
            { label: 'Known', count: 12 },
            { label: 'Heard', count: 10, of: 'of 12 known' },
          ]}
        />
        <SideScroll label="Gap">
          <GapLine
            low={{ lane: 'buyer', name: 'Buyer', at: 4 }}
            high={{ lane: 'end_user', name: 'End-users', at: 9 }}
          />
        </SideScroll>
      </Section>
      <Notice heading="Two personas" sentence="Not blended." foot={<a href="#lanes">See the lanes</a>} />
      <EmptyState title="Nobody sits here yet." action={<Button variant="primary">Import people</Button>} />
      <Progress label="Import" done={1} total={2} />
      <ActionBar label="Send" action={<Button variant="primary">Send to 38 people</Button>}>
        18 stay here.
      </ActionBar>
    </main>,
  );

  expect(await barriers()).toEqual([]);
  expect(container.querySelector('[style]')).toBeNull();
});
