import { z } from 'zod';
import { QUESTION_KINDS } from '../question/rooms.ts';
import { key } from '../question/shared.ts';
import { MOST_QUESTIONS, QuestionSet } from '../question.ts';

/** Where the schema of this format stands, below the address of the installation. */
export const SCHEMA_PATH = '/schema/survey-1.json';

const { questions, shared, translations } = QuestionSet.shape;

const around = {
  $schema: z.string().max(500).optional(),
  format: z.literal('rolecall-survey'),
  formatVersion: z.literal(1),
  name: z.string().trim().min(1).max(80),
  language: z.string().max(35).meta({ description: 'The BCP 47 tag of the language that it is written in.' }),
  persona: z.string().max(80).optional().meta({
    description: 'Whom it was written for, in words. Whoever brings it in chooses the persona anew.',
  }),
  version: z.int().min(1).optional().meta({ description: 'The published version; absent for a draft.' }),
  intro: z.string().max(600),
  closing: z.string().max(600).optional(),
  shared: shared.meta({
    description: 'What a link for a page or chat makes of its answers; absent means that they are held.',
  }),
  translations,
};

/** A published version, or a draft that could be one. */
export const CompleteDocument = z.strictObject({ complete: z.literal(true), ...around, questions });

const Incomplete = z
  .strictObject({
    complete: z.literal(false),
    ...around,
    questions: z.array(z.looseObject({ key, kind: z.enum(QUESTION_KINDS) })).max(MOST_QUESTIONS),
  })
  .meta({ description: 'A draft that is not ready: any part of a question may be blank or missing.' });

/** A survey as it is carried from one Rolecall to another. */
export const SurveyDocument = z.discriminatedUnion('complete', [CompleteDocument, Incomplete]);
export type SurveyDocument = z.infer<typeof SurveyDocument>;

/** The JSON Schema of the format. It holds no address, so that every installation publishes the same. */
export function surveyDocumentSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(SurveyDocument, {
    target: 'draft-2020-12',
    io: 'input',
    reused: 'ref',
  });
  return { $schema, title: 'A survey of Rolecall, version 1 of the format', ...schema };
}
