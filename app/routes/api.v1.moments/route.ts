import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { createMoment } from '#app/audience/moment/create-moment.server.ts';
import { listMoments } from '#app/audience/moment/list-moments.server.ts';
import { MOST_MOMENTS } from '#app/audience/moment/moment.ts';
import { readMoment } from '#app/audience/moment/read-moment.server.ts';
import { MOMENT_PROBLEMS } from '#app/audience/moment/wire/moment-problems.ts';
import { MomentIn, MomentQuery, toMomentOut } from '#app/audience/moment/wire/moment-wire.ts';
import { explainWith, personaMissing } from '#app/audience/moment/wire/persona-missing.server.ts';
import { requireKey } from '#app/membership/api-guard.server.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { once } from '#app/platform/http/idempotency.server.ts';
import { answerApi, saying } from '#app/platform/http/problem.server.ts';
import { readJson, readQuery } from '#app/platform/http/read-wire.server.ts';
import { problemOf } from '#app/platform/wire/problem.ts';

/** The moments of one persona. There is no list of everybody's. */
export function loader({ request, context }: LoaderFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'audience:read');
    const { persona } = readQuery(request, MomentQuery);
    const known = (await readPersonas(house.db, workspace)).find(({ id }) => id === persona);
    if (!known) return saying(await personaMissing(house, workspace, { actor, asked: 'list moments' }));
    const moments = await listMoments(house.db, workspace, known.id);
    return { status: 200, body: { data: moments.map(toMomentOut) } };
  });
}

export function action({ request, context }: ActionFunctionArgs): Promise<Response> {
  return answerApi(context, async () => {
    const { house } = context;
    const { workspace, actor } = await requireKey(request, context, 'audience:write');
    const sent = await readJson(request);
    const about = { actor, asked: 'create moment' };
    const parsed = MomentIn.safeParse(sent.value);
    if (!parsed.success) return saying(await explainWith(house, workspace, about)(parsed.error, sent.value));
    const { persona: personaId, trying_to: tryingTo, ...words } = parsed.data;
    return once(house, workspace, request, sent, async () => {
      const created = await createMoment(house, workspace, { ...words, tryingTo, personaId, actor });
      switch (created.kind) {
        case 'created': {
          const moment = await readMoment(house.db, workspace, created.id);
          return { status: 201, body: toMomentOut(moment!) };
        }
        case 'unknown_persona':
          return saying(await personaMissing(house, workspace, about));
        case 'name_taken':
          return saying(refuse('MOMENT_NAME_TAKEN', `There is an open moment called “${words.name}”.`));
        case 'too_many':
          return saying(refuse('TOO_MANY_MOMENTS', `There are ${MOST_MOMENTS} open moments.`));
        default:
          return created satisfies never;
      }
    });
  });
}

const refuse = (code: keyof typeof MOMENT_PROBLEMS, detail: string) =>
  problemOf(MOMENT_PROBLEMS, code, detail);
