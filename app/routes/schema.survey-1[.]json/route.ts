import { refuseMethod } from '#app/platform/http/problem.server.ts';
import { surveyDocumentSchema } from '#app/survey/document/survey-document.ts';

/** The JSON Schema of a survey as it is exported and brought in, open to everybody: it holds nobody's data. */
export function loader(): Response {
  return Response.json(surveyDocumentSchema(), {
    headers: { 'content-type': 'application/schema+json', 'cache-control': 'public, max-age=300' },
  });
}

export const action = refuseMethod('GET');
