import { atMost, packFrom } from '../pack.ts';
import { DEFENCE_ADVOCATE, HESITATION, RECOMMEND, SOMETHING_ELSE, TOLD } from '../steady.ts';

export const relationshipAdvocate = packFrom({
  occasion: 'relationship',
  base: 'advocate',
  name: 'What they tell others',
  why: 'What those who speak about you say, and whether they can still back it up.',
  purposeHints: {
    unknown: 'What do they tell others, and does it still hold?',
    decision: 'Which stories and figures we give them this year',
    changeRule: 'Advocates’ lower end below +30',
  },
  intro: [
    'You tell others about working with us. We would like to know what you say, and what you need for it.',
    'Sie erzählen anderen von der Zusammenarbeit mit uns. Wir möchten wissen, was Sie sagen und was Sie dafür brauchen.',
  ],
  questions: [
    RECOMMEND,
    TOLD,
    DEFENCE_ADVOCATE,
    {
      key: 'proof',
      kind: 'single',
      concept: 'proof needed',
      serves: 'decision',
      assumes: 'advocate',
      showIf: atMost('defence', 3),
      wording: [
        'What would help you most to back it up?',
        'Was würde Ihnen am meisten helfen, es zu belegen?',
      ],
      options: [
        ['figures', 'Figures from this year', 'Zahlen aus diesem Jahr'],
        ['story', 'A story from a company like theirs', 'Ein Beispiel aus einem Unternehmen wie dem ihren'],
        ['person', 'Someone they can call', 'Jemand, den sie anrufen können'],
        ['plans', 'News of what is planned', 'Neues über das, was geplant ist'],
      ],
      other: SOMETHING_ELSE,
      shuffle: true,
    },
    HESITATION,
  ],
});
