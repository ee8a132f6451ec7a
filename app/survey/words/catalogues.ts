import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { zhHans } from './zh-hans.ts';

type Catalogue = Readonly<Record<keyof typeof en, string>>;

const WRITTEN = { en, de, fr, es, pt, it, nl, pl, ja, 'zh-Hans': zhHans, ar, he };

export type WrittenLanguage = keyof typeof WRITTEN;

/** The languages that the product itself speaks to respondents, each whole. */
export const CATALOGUES: Readonly<Record<WrittenLanguage, Catalogue>> = WRITTEN;
