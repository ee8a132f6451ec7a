import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { draw } from '#tests/support/draw.tsx';
import { Histogram } from './histogram.tsx';

/** Eleven counts from the answers themselves. */
function counts(...answers: number[]): number[] {
  return Array.from({ length: 11 }, (_, score) => answers.filter((answer) => answer === score).length);
}

const nines = (howMany: number) => counts(...Array.from({ length: howMany }, () => 9));

test('up to 20 answers every answer is drawn as one mark of its persona', () => {
  const { container } = draw(<Histogram lane="influencer" counts={nines(20)} title="20 answers" />);

  expect(container.querySelectorAll('.mark.influencer')).toHaveLength(20);
  expect(container.querySelectorAll('.bar')).toHaveLength(0);
});

test('21 answers are drawn as bars', () => {
  const { container } = draw(<Histogram lane="influencer" counts={nines(21)} title="21 answers" />);

  expect(container.querySelectorAll('.mark')).toHaveLength(0);
  expect(container.querySelectorAll('.bar')).toHaveLength(1);
});

test('a pile of 20 answers stays inside the drawing', () => {
  const { container } = draw(<Histogram lane="influencer" counts={nines(20)} title="20 answers" />);

  const heights = [...container.querySelectorAll('.mark')].map((mark) =>
    Number.parseFloat(mark.getAttribute('y') ?? ''),
  );
  expect(Math.min(...heights)).toBeGreaterThan(0);
});

test('a low pile of large marks has no empty paper over it', () => {
  const heightOf = (answers: number[]) => {
    const { container } = draw(<Histogram large lane="buyer" counts={counts(...answers)} title="Buyers" />);
    return Number.parseFloat(container.querySelector('svg')?.getAttribute('height') ?? '');
  };

  expect(heightOf([3, 8, 9])).toBeLessThan(heightOf([9, 9, 9, 9]));
});

test('the description counts what was answered, so the picture can be heard', () => {
  draw(<Histogram lane="buyer" counts={counts(3, 8, 9, 9)} title="4 buyer answers" />);

  const picture = screen.getByRole('img', { name: '4 buyer answers' });
  const description = document.getElementById(picture.getAttribute('aria-describedby') ?? '');
  expect(description?.textContent).toBe('1 answered 3, 1 answered 8, 2 answered 9.');
});

test('nobody answering draws an empty axis', () => {
  const { container } = draw(<Histogram lane="buyer" counts={counts()} title="No buyer answers" />);

  expect(container.querySelectorAll('.mark, .bar')).toHaveLength(0);
  expect(container.querySelector('desc')?.textContent).toBe('No answers.');
});

test('the large drawing writes the count over each bar and sums each group from the same counts', () => {
  const { container } = draw(
    <Histogram
      large
      lane="end_user"
      counts={[0, 0, 0, 0, 1, 1, 2, 4, 8, 17, 8]}
      title="41 answers"
      groups={[{ label: 'detractors', from: 0, to: 6 }]}
    />,
  );

  expect([...container.querySelectorAll('.val')].map((value) => value.textContent)).toEqual([
    '1',
    '1',
    '2',
    '4',
    '8',
    '17',
    '8',
  ]);
  expect(screen.getByText('detractors').previousElementSibling?.textContent).toBe('4');
});
