import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { draw } from '#tests/support/draw.tsx';
import { TrendChart } from './chart-trend.tsx';
import { ScoreLine } from './score-line.tsx';

const words = { title: 'Buyers, autumn: −20', description: 'Interval −33 to 0.' };

test('a score line is a picture named by its title and explained by its description', () => {
  draw(<ScoreLine lane="buyer" score={-20} interval={{ lo: -33, hi: 0 }} {...words} />);

  const picture = screen.getByRole('img', { name: 'Buyers, autumn: −20' });
  const description = document.getElementById(picture.getAttribute('aria-describedby') ?? '');
  expect(description?.textContent).toBe('Interval −33 to 0.');
});

test('the score is drawn as the mark of its persona and the interval as a bar with both ends written', () => {
  const { container } = draw(<ScoreLine lane="buyer" score={-20} interval={{ lo: -33, hi: 0 }} {...words} />);

  expect(container.querySelectorAll('.mark.buyer')).toHaveLength(1);
  expect(container.querySelectorAll('.ci')).toHaveLength(1);
  expect([...container.querySelectorAll('.val')].map((value) => value.textContent)).toEqual(['−33', '0']);
});

test('−100, 0 and +100 stand at the ends and in the middle of the line', () => {
  const at = (score: number) => {
    const { container, unmount } = draw(<ScoreLine lane="buyer" score={score} interval={null} {...words} />);
    const place = container.querySelector('.mark')?.getAttribute('x');
    unmount();
    return place;
  };

  expect([at(-100), at(0), at(100)]).toEqual(['11%', '50%', '89%']);
});

test('without a score the line is drawn empty: no mark, no interval, no second way of counting', () => {
  const { container } = draw(
    <ScoreLine lane="advocate" score={null} interval={{ lo: -10, hi: 10 }} secondary={5} {...words} />,
  );

  expect(container.querySelector('.axis')).not.toBeNull();
  expect(container.querySelectorAll('.mark, .ci, .second, .val')).toHaveLength(0);
});

test('two lines on one page never share an id', () => {
  const { container } = draw(
    <>
      <ScoreLine lane="buyer" score={1} interval={null} {...words} />
      <ScoreLine lane="buyer" score={2} interval={null} {...words} />
    </>,
  );

  const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

const wave = (label: string, score: number | null, broken: string | null = null) => ({
  label,
  note: '20 at 9',
  score,
  interval: score === null ? null : { lo: score - 10, hi: score + 10 },
  broken,
});

test('no line of the trend crosses a change of wording, and the change is named', () => {
  const { container } = draw(
    <TrendChart
      lane="end_user"
      title="Waves"
      waves={[wave('1', 10), wave('2', 20), wave('3', 30, 'Wording changed'), wave('4', 5)]}
    />,
  );

  expect(container.querySelectorAll('.course')).toHaveLength(2);
  expect(screen.getByText('Wording changed')).toBeDefined();
});

test('a wave without a score has no mark, and no line leads to it or from it', () => {
  const { container } = draw(
    <TrendChart lane="end_user" title="Waves" waves={[wave('1', 10), wave('2', null), wave('3', 30)]} />,
  );

  expect(container.querySelectorAll('.mark')).toHaveLength(2);
  expect(container.querySelectorAll('.course')).toHaveLength(0);
  expect(screen.getByText('no score')).toBeDefined();
});

test('in a table whose column has them, the ends of the interval are heard and not written twice', () => {
  const { container } = draw(
    <ScoreLine lane="buyer" score={-20} interval={{ lo: -33, hi: 12 }} unlabelled {...words} />,
  );
  expect(container.querySelectorAll('.ci')).toHaveLength(1);
  expect(container.querySelectorAll('.val')).toHaveLength(0);
  expect(container.textContent).toContain(words.description);
});
