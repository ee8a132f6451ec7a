import { en } from './en.ts';

type Catalogue = Readonly<Partial<Record<keyof typeof en, string>>>;

const WRITTEN = { en };

export type WrittenLanguage = keyof typeof WRITTEN;

/** The languages that the product itself speaks to respondents. What one lacks is said in English. */
export const CATALOGUES: Readonly<Record<WrittenLanguage, Catalogue>> = WRITTEN;
