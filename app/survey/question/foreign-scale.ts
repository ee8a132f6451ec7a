import type { ForeignElement, Said } from './foreign.ts';

/** A row of numbers as another product asks it. */
export interface ForeignScale {
  low: number;
  high: number;
  lowWords: Said;
  highWords: Said;
  /** Stars or faces in place of numbers. */
  drawn: boolean;
}

/** The scale of a SurveyJS rating; null for one that steps oddly or whose marks have words of their own. */
export function surveyJsScale(element: ForeignElement): ForeignScale | null {
  if (element.type !== 'rating') return null;
  const values = element.lines('rateValues');
  if (values.some(({ theirs, label }) => label.text !== theirs)) return null;
  const marks = values.map(({ theirs }) => Number(theirs));
  const low = marks[0] ?? element.number('rateMin') ?? 1;
  const count = element.number('rateCount');
  const high = marks.at(-1) ?? element.number('rateMax') ?? (count ? low + count - 1 : 5);
  const isEven = marks.every((mark, at) => mark === low + at) && (element.number('rateStep') ?? 1) === 1;
  if (!isEven || !isWholeRange(low, high)) return null;
  return {
    ...{ low, high, lowWords: element.said('minRateDescription') },
    highWords: element.said('maxRateDescription'),
    drawn: ['stars', 'smileys'].includes(element.text('rateType') || element.text('rateDisplayMode')),
  };
}

const FORMBRICKS_POINTS: Readonly<Record<string, number>> = { rating: 5, csat: 5, ces: 7 };

/** The scale of a rating, CSAT, CES or NPS question of Formbricks. */
export function formbricksScale(element: ForeignElement): ForeignScale | null {
  const isNps = element.type === 'nps';
  const points = Object.hasOwn(FORMBRICKS_POINTS, element.type) ? FORMBRICKS_POINTS[element.type]! : null;
  if (!isNps && points === null) return null;
  const high = isNps ? 10 : (element.number('range') ?? points!);
  if (!isWholeRange(isNps ? 0 : 1, high)) return null;
  return {
    ...{ low: isNps ? 0 : 1, high, lowWords: element.said('lowerLabel') },
    highWords: element.said('upperLabel'),
    drawn: ['star', 'smiley'].includes(element.text('scale')),
  };
}

/** The scale of an NPS question or of a row of stars in a QSF file. */
export function qualtricsScale(element: ForeignElement): ForeignScale | null {
  const isNps = element.type === 'MC/NPS';
  if (!isNps && element.type !== 'Slider/STAR') return null;
  const ends = element.lines('ColumnLabels');
  const stars = element.number('Configuration.StarCount') ?? 5;
  const none: Said = { text: '', others: new Map() };
  return {
    ...{ low: isNps ? 0 : 1, high: isNps ? 10 : stars, drawn: !isNps },
    ...{ lowWords: ends[0]?.label ?? none, highWords: ends.at(-1)?.label ?? none },
  };
}

function isWholeRange(low: number, high: number): boolean {
  return Number.isInteger(low) && Number.isInteger(high) && low < high && high - low <= 100;
}

export const DRAWN = 'Stars and faces become numbers, all of one look.';

/**
 * The verb "to recommend" in languages that surveys are written in. Nouns do not count: "how good are our
 * recommendations" is another question.
 */
const RECOMMENDS =
  /recommend(?!ed|ation)|recommand(?!ation)|recomend(?!aci|aç)|raccomand(?!azion)|consigliere|empfehlen|empfiehl|aanbevelen|aanraden|anbefale|rekommendera|suosittel|polec|doporuč|ajánl|recomand|рекоменд(?!ац)|tavsiye|önerme|勧め|薦め|すすめ|推荐|推薦|추천/iu;

/** Whether the words ask how likely somebody is to recommend. */
export function asksToRecommend(wording: Said): boolean {
  return [wording.text, ...wording.others.values()].some((text) => RECOMMENDS.test(text));
}
