import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { barriers, draw } from '#tests/support/draw.tsx';
import { FigureNumber } from './figure-number.tsx';
import { Glyph, LANES, PersonaName } from './glyph.tsx';
import { Histogram } from './histogram.tsx';
import { KeptList } from './kept-list.tsx';
import { Lane, Lanes, NotHeardLane } from './lane.tsx';
import { Quote } from './quote.tsx';
import { ScoreLine } from './score-line.tsx';
import { StateMark } from './state-mark.tsx';

function drawLanes() {
  return draw(
    <main>
      <h1>Autumn</h1>
      <Lanes title="The autumn wave by persona" changeHead="Since spring" explainTo="/why-no-total">
        <Lane
          lane="end_user"
          name="End-users"
          heard="41 of 118 heard"
          figure={<FigureNumber value={39} />}
          line={
            <ScoreLine
              lane="end_user"
              score={39}
              interval={null}
              title="End-users +39"
              description="Alone."
            />
          }
          histogram={<Histogram lane="end_user" counts={Array(11).fill(1)} title="11 answers" />}
          change={<StateMark verdict="clears" />}
          said={<Quote by="Planner">It opens first.</Quote>}
          kept={<KeptList promised="Speed" done="18 Sep" />}
        />
        <NotHeardLane lane="buyer" core name="Procurement lead" seats={['outline', 'vacant']}>
          0 of 2 seats.
        </NotHeardLane>
      </Lanes>
    </main>,
  );
}

test('every lane is a region named by its persona', () => {
  drawLanes();

  const lane = screen.getByRole('region', { name: 'End-users' });
  expect(within(lane).getByText('+39')).toBeDefined();
  expect(within(lane).getByText('Clears the rule')).toBeDefined();
});

test('where a total would stand there is the sentence, the way to its reason, and no figure', () => {
  const { container } = drawLanes();

  const foot = container.querySelector('.lanes > :last-child');
  expect(foot?.textContent).toContain('No total: these are different people answering different questions.');
  expect(foot?.textContent).not.toMatch(/\d/);
  expect(screen.getByRole('link', { name: 'Watch how a total would mislead' }).getAttribute('href')).toBe(
    '/why-no-total',
  );
});

test('every figure stands inside a lane', () => {
  const { container } = drawLanes();

  for (const figure of container.querySelectorAll('.figure-n'))
    expect(figure.closest('.lane')).not.toBeNull();
});

test('a persona not heard is drawn as its seats, each saying what it is, with no figure and no 0', () => {
  drawLanes();

  const lane = screen.getByRole('region', { name: 'Procurement lead' });
  expect(within(lane).getByText('Not heard.')).toBeDefined();
  expect(
    within(lane)
      .getAllByRole('img')
      .map((seat) => seat.getAttribute('aria-label')),
  ).toEqual(['Not heard', 'Empty seat']);
  expect(lane.querySelector('.figure-n, .mark')).toBeNull();
});

test('axe finds nothing wrong with the lanes', async () => {
  drawLanes();

  expect(await barriers()).toEqual([]);
});

test('each lane has its own shape, so hue is never the only difference', () => {
  const { container } = draw(LANES.map((lane) => <Glyph key={lane} lane={lane} />));

  const shapes = [...container.querySelectorAll('path')].map((path) => path.getAttribute('d'));
  expect(new Set(shapes).size).toBe(4);
});

test('the five states of a seat and a custom persona are all drawn differently', () => {
  const { container } = draw(
    <>
      {(['filled', 'outline', 'bar', 'struck', 'vacant'] as const).map((state) => (
        <Glyph key={state} lane="buyer" state={state} />
      ))}
      <Glyph lane="buyer" core />
    </>,
  );

  const drawings = [...container.querySelectorAll('svg')].map((svg) => svg.innerHTML);
  expect(new Set(drawings).size).toBe(6);
});

test('a glyph beside its word is not read twice', () => {
  const { container } = draw(<PersonaName lane="buyer" name="Buyer" />);

  expect(screen.queryByRole('img')).toBeNull();
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});

test('scores carry a sign: plus, a real minus, or neither for 0', () => {
  const { container } = draw([39, -20, 0, -0.4].map((value) => <FigureNumber key={value} value={value} />));

  expect([...container.querySelectorAll('.figure-n')].map((figure) => figure.textContent)).toEqual([
    '+39',
    '−20',
    '0',
    '0',
  ]);
});
