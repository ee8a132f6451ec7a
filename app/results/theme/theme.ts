import { z } from 'zod';

/** Something that people talk about. It belongs to no persona: who raises it is counted by persona. */
export interface Theme {
  id: string;
  name: string;
  /** What belongs to it and what does not, so that two members tag alike. */
  definition: string;
  /** ms; a closed theme keeps its tags and takes no new ones. */
  closedAt: number | null;
  /** The theme that its tags went to. */
  mergedInto: string | null;
}

const line = (text: z.ZodString) =>
  text.refine((said) => !said.includes('\0'), 'This text holds a character that cannot be kept.');

export const ThemeName = line(
  z
    .string({ error: 'Name the theme.' })
    .trim()
    .min(2, 'Name the theme in a word or a few.')
    .max(60, 'Keep it to 60 characters.'),
);
export const ThemeDefinition = line(z.string().trim().max(300, 'Keep it to 300 characters.'));

export const ThemeForm = z.object({ name: ThemeName, definition: ThemeDefinition.default('') });
export type NewTheme = z.infer<typeof ThemeForm>;

/** A text that one person wrote to one question. */
export interface TextAt {
  /** Where a member names it in confidence, the handle of its response. */
  responseId: string;
  questionKey: string;
}

/** A lane of a wave: everything said of tags is said within one. */
export interface LaneAt {
  waveId: string;
  personaId: string;
}

/** As many texts as one act may be about. */
export const MOST_AT_ONCE = 200;

/** One tag: this theme, on this text. */
export interface TagAt extends TextAt {
  themeId: string;
}

/** A tag as it is kept; a machine's counts once it is confirmed. */
export interface TagRow extends TagAt {
  madeBy: 'member' | 'machine';
  why: string;
  confirmedAt: number | null;
}
