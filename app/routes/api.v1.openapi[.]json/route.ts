import { refuseMethod } from '#app/platform/http/problem.server.ts';
import { openApiDocument } from './document.ts';

/** The contract, open to everybody: it holds nobody's data. */
export function loader(): Response {
  return Response.json(openApiDocument(), { headers: { 'cache-control': 'public, max-age=300' } });
}

export const action = refuseMethod('GET');
