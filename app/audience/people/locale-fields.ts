import { z } from 'zod';
import { readLanguage, readTimeZone } from '../import/locale-cells.ts';

/** The language and the time zone of a person as a form sends them. Empty is null, and a field that was not there keeps what is known. */
const cell = (read: (text: string) => string | null, sentence: string) =>
  z
    .string()
    .trim()
    .transform((text, ctx) => {
      const value = text === '' ? null : read(text);
      if (text !== '' && value === null) ctx.addIssue(sentence);
      return value;
    })
    .optional();

export const LanguageField = cell(readLanguage, 'Choose a language of the list.');
export const TimeZoneField = cell(readTimeZone, 'Write a time zone such as Europe/Oslo, or leave it empty.');
