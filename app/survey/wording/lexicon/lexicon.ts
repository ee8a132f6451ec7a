/** What the rules know of one language. Lists are words parted by blanks, `a*` for words that begin so. */
export interface Lexicon {
  and: string;
  or: string;
  /** Words that make a question a measurement: "satisfied", "easy", "rate". */
  scale: string;
  /** First words of a yes-or-no question, where the language shows them. */
  yesNo: string;
  /** "is", "are": joins two judgements in a statement to agree with. */
  copulas: string;
  /** Words that begin a second question after "and". */
  asks: string;
  /** "And why?" asks for the reason of the same answer. */
  why: string;
  /** Words that make "or" a choice to be made, not two questions. */
  choice: string;
  /** Words that take both sides of the next "and". */
  between: string;
  /** Words that open a clause about the circumstances: "when you set up and test". */
  clause: readonly string[];
  /** Words that may stand before the second thing asked. */
  skip: string;
  /** Phrases with "and" or "or" that mean one thing. */
  pairs: readonly string[];
  nudges: readonly string[];
  praise: readonly string[];
  absolutes: readonly string[];
  /** Uses of those words that are no absolutes. */
  noAbsolutes: readonly string[];
  /** Words of which two make a positive, and words that turn one of them round. */
  negators: string;
  weakNegators: string;
  noNegators: readonly string[];
  /** Jargon and what to say instead; a key that begins with `~` may stand. */
  jargon: Readonly<Record<string, string | null>>;
}

/** Written alike in all these languages; `roi` in small letters is a French king. */
export const ACRONYMS = { '~ROI|TCO|KPI|KPIs|QBR|QBRs|GTM|TTV|ARR|CSAT|NPS': null } as const;
