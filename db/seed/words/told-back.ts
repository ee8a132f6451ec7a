import type { ToldDraft } from '#app/programme/told/told.ts';

type Letter = Omit<ToldDraft, 'toSilent'>;

/** What each persona was told came of the earlier wave, in the words of the firm. */
export const TOLD_BACK = {
  end_user: {
    heard:
      'The dashboards are quicker to read than to open. You named the weekly load page most often, and the export that times out.',
    willDo:
      '- The weekly load page is repaired first, by the end of next month.\n- The export runs in the background from the month after, and mails you when it is ready.',
    willNot:
      'We do not bring the old loader back: it cannot hold the larger files that half of you now send.',
  },
  influencer: {
    heard:
      'You can answer for a result with the monthly report, but you rebuild two of its tables by hand each time.',
    willDo: 'Those two tables come ready made in the report of next quarter, with the filters you use.',
    willNot:
      'The report stays monthly. A weekly one would show movements that mean nothing, and you would have to explain them.',
  },
  buyer: {
    heard: 'It is less the price than that nobody could explain it to you in one meeting.',
    willDo: 'You get the price on one page, with what changes and what does not, before the list comes in.',
    willNot: 'We do not go back to a price for each user: it punished those who let more people look.',
  },
  procurement: {
    heard: 'Two papers take most of the twelve weeks: the processing terms and the security answers.',
    willDo: 'Both come filled in with the first offer from the next quarter on.',
    willNot:
      'We cannot sign your own processing terms as they are; the list of what differs comes with ours.',
  },
  advocate: {
    heard:
      'You would speak for us sooner if you saw what is coming, and you are tired of telling the same story twice.',
    willDo:
      'The early preview of the API opens to you next month. You are asked for a story once a season at most.',
    willNot: 'We do not pay for references. You told us that it would make them worth less.',
  },
} as const satisfies Record<string, Letter>;
