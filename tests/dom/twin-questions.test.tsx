import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Twin } from '#app/survey/compare/asked.ts';
import { TwinQuestions } from '#app/survey/compare/twin-questions.tsx';
import { barriers, draw } from '#tests/support/draw.tsx';

const BUYER = { id: 'buyer', base: 'buyer', name: 'Buyer', plural: 'Buyers' } as const;
const INFLUENCER = {
  id: 'influencer',
  base: 'influencer',
  name: 'Influencer',
  plural: 'Influencers',
} as const;
const own = { persona: BUYER, version: 'draft of v4' };
const asked = {
  wording: 'What made the last renewal hardest to sign?',
  scale: 'single',
  kindWords: 'One choice',
} as const;

const twin = (more: Partial<Twin> = {}): Twin => ({
  ...{ ...asked, key: 'q2', number: 2, concept: 'hardest part', version: 'v2', persona: INFLUENCER },
  ...{ surveyId: '019aa8a4-1b2c-7000-8000-000000000001', surveyName: 'Their result' },
  wording: 'What made the last renewal hardest to argue for?',
  ...more,
});

describe('twin questions', () => {
  test('underline what each persona reads otherwise, and say that they are two series', async () => {
    draw(
      <main>
        <h1>Builder</h1>
        <h2>Question 2</h2>
        <TwinQuestions own={own} question={asked} twins={[twin()]} />
      </main>,
    );
    const group = screen.getByRole('region', { name: 'The same idea, asked of Influencers' });
    expect([...group.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'sign',
      'argue for',
    ]);
    expect(
      within(group).getByText(/^Two questions, two series\..*“asked in different words”\.$/),
    ).toBeDefined();
    expect(within(group).getByRole('link', { name: 'Open the Influencer question' })).toBeDefined();
    expect(await barriers()).toEqual([]);
  });

  test('on different scales promise no gap', () => {
    draw(
      <TwinQuestions
        own={own}
        question={asked}
        twins={[twin({ scale: 'rating_1_5', kindWords: '1 to 5' })]}
      />,
    );
    expect(
      screen.getByText(/Their scales differ: answers stand side by side, without a gap\./),
    ).toBeDefined();
    expect(screen.getByText('1 to 5')).toBeDefined();
  });

  test('name every persona that is asked, and draw nothing where nobody is', () => {
    const advocate = { id: 'advocate', base: 'advocate', name: 'Advocate', plural: 'Advocates' } as const;
    draw(
      <TwinQuestions own={own} question={asked} twins={[twin(), twin({ key: 'q3', persona: advocate })]} />,
    );
    expect(screen.getByRole('heading').textContent).toBe('The same idea, asked of Influencers and Advocates');
    const { container } = draw(<TwinQuestions own={own} question={asked} twins={[]} />);
    expect(container.textContent).toBe('');
  });
});
