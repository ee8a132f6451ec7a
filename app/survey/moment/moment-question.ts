/** A question about a moment: of a survey of the moment's own persona. A key means the same in all its versions. */
export interface MomentQuestion {
  surveyId: string;
  key: string;
}

/** A question that a moment of the persona can be linked to, as it was last published. */
export interface LinkableQuestion extends MomentQuestion {
  surveyName: string;
  programmeId: string;
  wording: string;
}

export const MOST_LINKS = 12;

/** Both parts in one text, as a form holds them. */
export function linkKey({ surveyId, key }: MomentQuestion): string {
  return `${surveyId} ${key}`;
}
