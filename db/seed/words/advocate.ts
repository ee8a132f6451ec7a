import type { Said } from './line.ts';

export const ADVOCATE_SAID: Said = {
  earlier: {
    promoter: [
      'I put your alert screen on a slide and got more questions about it than about my own talk.',
      'When peers ask who calls back, I name you. I leave out the phone app.',
    ],
    passive: ['I recommend you for planning and keep quiet about forecasting.'],
    detractor: [],
  },
  latest: {
    promoter: [
      'I tell the story of our first winter with you. I leave nothing out; it ends well.',
      'I leave out how long the contract took. By the second coffee they ask anyway.',
    ],
    passive: [
      {
        words: 'I say your name on stage, then people ask me about the API and I change the subject.',
        by: 'Petra Vance',
      },
    ],
    detractor: [
      'I stopped naming you after two friends waited six weeks for a reply from sales. They told me about it.',
    ],
  },
};
