/** What the team sorted the latest comments by: for each persona, how the texts that raise it begin. */
export interface SaidTheme {
  name: string;
  definition: string;
  raisedBy: Readonly<Record<string, readonly string[]>>;
}

export const THEMES: readonly SaidTheme[] = [
  {
    name: 'Loading time',
    definition: 'How long it takes until a screen can be used. Not: that a screen is missing.',
    raisedBy: {
      end_user: [
        'It used to be coffee first',
        'Whatever you did to the loading',
        'Two seconds. I timed',
        'Nå åpner den',
        'Por fin el mapa carga',
        '朝の一覧',
      ],
    },
  },
  {
    name: 'Alerts',
    definition: 'What warns them, when, and who took it up.',
    raisedBy: {
      end_user: [
        'The alert said quay 4',
        'Grouping alerts by route',
        'I can see who acknowledged',
        'Terskelen',
      ],
    },
  },
  {
    name: 'A price that can be explained',
    definition: 'What they pay and why, in words they can repeat. Not: that it is high.',
    raisedBy: {
      buyer: [
        'I can’t defend a price',
        'Twelve per cent more',
        'Show me the year',
        'You showed me which seats',
      ],
    },
  },
  {
    name: 'Figures to present',
    definition: 'Numbers that go on from them to somebody else: a board, a regulator, a month-end pack.',
    raisedBy: {
      influencer: [
        'I forward your monthly report',
        'The one-page PDF',
        'I get my number',
        'We still report arrivals',
        'My planners are happy',
      ],
      buyer: ['Nothing to complain about', 'The outage report named'],
    },
  },
  {
    name: 'Somebody to call',
    definition: 'Whether a person with a name answers.',
    raisedBy: {
      end_user: ['I got a reply from a person'],
      buyer: ['Three account managers', 'My board asks what would happen'],
      advocate: ['I stopped naming you after two friends'],
    },
  },
];
