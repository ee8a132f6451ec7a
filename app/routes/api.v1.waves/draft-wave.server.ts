import { personaRequiredAt } from '#app/persona/persona-wire.ts';
import { readPersonas } from '#app/persona/read-personas.server.ts';
import { logRefusal } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import { type Answer, saying } from '#app/platform/http/problem.server.ts';
import { toSlug } from '#app/platform/ids.ts';
import { invalid, invalidAt, pointerTo } from '#app/platform/wire/problem.ts';
import type { Actor, Workspace } from '#app/platform/workspace.ts';
import { createWave } from '#app/programme/create-wave.server.ts';
import { pageWaves } from '#app/programme/wire/page-waves.server.ts';
import { mismatchProblem } from '#app/programme/wire/programme-problems.ts';
import { toWaveOut, WaveIn } from '#app/programme/wire/wave-wire.ts';

/** Drafts a wave from a body, and says in the words of the API why not. */
export async function draftWave(
  house: House,
  workspace: Workspace,
  actor: Actor,
  body: unknown,
): Promise<Answer> {
  const parsed = WaveIn.safeParse(body);
  if (!parsed.success) {
    const withoutPersona = parsed.error.issues.some(({ path }) => path[0] === 'surveys' && path.length === 1);
    return withoutPersona ? requirePersona(house, workspace, actor) : saying(invalid(parsed.error));
  }
  const { programme: programmeId, name, surveys } = parsed.data;
  const lanes = Object.entries(surveys).map(([personaId, versionId]) => ({ personaId, versionId }));
  const created = await createWave(house, workspace, { programmeId, name, lanes, actor });
  switch (created.kind) {
    case 'created': {
      const [wave] = await pageWaves(house.db, workspace, { waveId: created.id });
      return { status: 201, body: toWaveOut(wave!) };
    }
    case 'refused':
      return saying(mismatchProblem(created));
    case 'unknown_programme':
      return wrong(['programme'], 'There is no such programme here that can be asked in.');
    case 'unknown_version': {
      const lane = lanes.find(({ versionId }) => versionId === created.versionId);
      const slug = toSlug('version', created.versionId);
      return wrong(['surveys', lane!.personaId], `This programme published no version ${slug}.`);
    }
    default:
      return created satisfies never;
  }
}

async function requirePersona(house: House, workspace: Workspace, actor: Actor): Promise<Answer> {
  const refusal = { at: house.clock.now(), actor };
  await logRefusal(house.db, workspace, { ...refusal, code: 'PERSONA_REQUIRED', asked: 'create wave' });
  return saying(personaRequiredAt('#/surveys', await readPersonas(house.db, workspace)));
}

function wrong(path: string[], detail: string): Answer {
  return saying(invalidAt([{ pointer: pointerTo(path), detail }]));
}
