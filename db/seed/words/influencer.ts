import type { Said } from './line.ts';

export const INFLUENCER_SAID: Said = {
  earlier: {
    promoter: [
      'On-time deliveries went from a monthly argument to a daily number. I answer for that number, so thank you.',
      'I showed the delay chart to the works council and the discussion was over in ten minutes.',
      'We cut standing time at the quay by a fifth. Your report is how I could prove it.',
      'First supplier whose figures match our own ledger at the end of the month.',
    ],
    passive: [
      'The figures are right. Getting them into our monthly pack takes my assistant a day.',
      'Good on deliveries, thin on returns, and returns are where my money goes.',
      'I trust the totals and check the details. It should be the other way round by now.',
    ],
    detractor: [
      {
        words: 'You count a train as on time when it leaves. My passengers count when it arrives.',
        by: 'Noor El-Amin',
      },
      'Three definitions of “late” in one report. I was asked which one I believe.',
    ],
  },
  latest: {
    promoter: [
      {
        words: 'I forward your monthly report and nobody asks me a second question. That is new.',
        by: 'Chiamaka Lund',
      },
      {
        words: 'Claims are settled two days sooner since we plan by your queue. I have that in writing.',
        by: 'Takumi Arai',
      },
      'The one-page PDF you promised arrived, and it is one page.',
      'I needed breakage by shift, asked on Monday and had it on Thursday.',
    ],
    passive: [
      'Got the result, but through my analyst and not through your product.',
      'Service level by region: yes. By contract, which is what I am paid on: not yet.',
      'It tells me what happened very well. I am asked what will happen.',
      'I get my number. Only never on the first of the month, when I have to present it.',
    ],
    detractor: [
      {
        words:
          'We still report arrivals from the old system, because yours and the regulator’s differ by four points.',
        by: 'Noor El-Amin',
      },
      'My planners are happy and my cost per pallet has not moved. I cannot present happy.',
    ],
  },
};
