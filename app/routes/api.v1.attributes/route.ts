import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { listAttributes } from '#app/audience/attribute/list-attributes.server.ts';
import { toAttributeList } from '#app/audience/wire/attribute-wire.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { answerApi, refuseMethod } from '#app/platform/http/problem.server.ts';
import { readQuery } from '#app/platform/http/read-wire.server.ts';

export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { workspace } = await requireKey(request, context, 'audience:read');
    readQuery(request, z.strictObject({}));
    const attributes = await listAttributes(context.house.db, workspace);
    return { status: 200, body: toAttributeList(attributes) };
  });
}

export const action = refuseMethod('GET');
