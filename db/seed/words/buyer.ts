import type { Said } from './line.ts';

export const BUYER_SAID: Said = {
  earlier: {
    promoter: [
      'One invoice, the amount we agreed, and it comes on the first. You would be surprised how rare that is.',
      'When the interface failed you rang me before my own people did.',
    ],
    passive: [
      {
        words: 'My teams like it. I would like to see what liking it saves us.',
        by: 'Ingrid Solberg',
      },
      'Reasonable. I could not name the person I would call if it were not.',
      'The price is fair for what Halle uses and high for what Leipzig uses.',
      'Keep the terms as they are and I will not look elsewhere this year.',
    ],
    detractor: [
      {
        words: 'The increase came as a line in a mail footer. I would have read a letter.',
        by: 'Tomás Herrera',
      },
      {
        words: 'I signed for nine hundred seats. I am told that four hundred are used, and not by you.',
        by: 'João Brito',
      },
      'I ask for the sum behind the price list each spring, and each spring I am sent a brochure.',
      'A return on investment that starts with “clients like you” does not survive my audit committee.',
      'We pay for support in our language and get it in yours.',
    ],
  },
  latest: {
    promoter: [
      {
        words: 'You showed me which seats to give back. I renewed the rest the same day.',
        by: 'Mei Castellano',
      },
      'The outage report named the cause, the cost and the person. I took it to the board as it was.',
    ],
    passive: [
      'Show me the year in one page, in our own currency, and I can defend it.',
      'Nothing to complain about, and nothing I could put on a slide either.',
    ],
    detractor: [
      {
        words: 'I can’t defend a price I can’t explain. Send me the sum, not the brochure.',
        by: 'Tomás Herrera',
      },
      {
        words: 'Three account managers in a year. I have explained our business three times, unpaid.',
        by: 'Marguerite Oyelaran',
      },
      'My board asks what would happen without you. I could not say, and neither could your people.',
      'I hear good things from the floor. The invoice is the only thing I hear from you.',
      'Twelve per cent more for the same seats. What did the twelve per cent do?',
    ],
  },
};
