import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { toPersonaOut } from '#app/persona/persona-wire.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { answerApi, refuseMethod } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';

export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'audience:read');
    readQuery(request, z.strictObject({}));
    const personas = await readPersonas(context.house.db, workspace);
    return { status: 200, body: { data: personas.map(toPersonaOut) } };
  });
}

export const action = refuseMethod('GET');
