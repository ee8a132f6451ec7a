import { nameKey } from '#app/audience/keys.ts';
import type { Db } from '#app/platform/db.server.ts';
import type { Workspace } from '#app/platform/workspace.ts';

/** Which held responses are meant. */
export interface HeldFilter {
  state: 'waiting' | 'decided' | 'all';
  waveId?: string | undefined;
  personaId?: string | undefined;
  /** As typed. */
  search: string;
}

function held(db: Db, workspace: Workspace, { state, waveId, personaId, search }: HeldFilter) {
  let query = db
    .selectFrom('held_response as h')
    .innerJoin('wave as w', (on) =>
      on.onRef('w.workspace_id', '=', 'h.workspace_id').onRef('w.id', '=', 'h.wave_id'),
    )
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'w.workspace_id').onRef('p.id', '=', 'w.programme_id'),
    )
    .leftJoin('account as a', (on) =>
      on.onRef('a.workspace_id', '=', 'h.workspace_id').onRef('a.id', '=', 'h.account_id'),
    )
    .leftJoin('shared_link as s', (on) =>
      on.onRef('s.workspace_id', '=', 'h.workspace_id').onRef('s.id', '=', 'h.shared_link_id'),
    )
    .leftJoin('invitation as i', (on) =>
      on.onRef('i.workspace_id', '=', 'h.workspace_id').onRef('i.id', '=', 'h.invitation_id'),
    )
    // In confidence nobody is named: not on the page, and not by searching for a name and seeing what is found.
    .leftJoin('person as i_person', (on) =>
      on
        .onRef('i_person.workspace_id', '=', 'i.workspace_id')
        .onRef('i_person.id', '=', 'i.person_id')
        .on('p.confidentiality', '=', 'attributed')
        .on('h.reason', '=', 'machine'),
    )
    .where('h.workspace_id', '=', workspace.id);
  if (state !== 'all') query = query.where('h.decision', state === 'waiting' ? 'is' : 'is not', null);
  if (waveId) query = query.where('h.wave_id', '=', waveId);
  if (personaId) query = query.where('h.persona_id', '=', personaId);
  const wanted = nameKey(search);
  if (wanted === '') return query;
  return query.where((eb) => {
    // A text that loses something when the words are taken out holds them; LIKE would read % and _ as wildcards.
    const holds = (text: 'a.name_key' | 'i_person.search_key' | 'h.said_key') =>
      eb(eb.fn<string>('replace', [text, eb.val(wanted), eb.val('')]), '!=', eb.ref(text));
    const isOpen = eb('p.confidentiality', '=', 'attributed');
    return eb.or([holds('a.name_key'), holds('i_person.search_key'), eb.and([isOpen, holds('h.said_key')])]);
  });
}

export async function countHeldRows(db: Db, workspace: Workspace, filter: HeldFilter): Promise<number> {
  const row = await held(db, workspace, filter)
    .select((eb) => eb.fn.countAll<number>().as('responses'))
    .executeTakeFirstOrThrow();
  return Number(row.responses);
}

/** The newest first, those after `after`; never what was answered. */
export async function listHeldRows(
  db: Db,
  workspace: Workspace,
  filter: HeldFilter,
  page: { after?: string | undefined; limit: number },
) {
  let query = rows(db, workspace, filter);
  const place = page.after === undefined ? undefined : await placeOf(db, workspace, page.after);
  if (place)
    query = query.where((row) =>
      row(row.refTuple('h.received_at', 'h.id'), '<', row.tuple(place.receivedAt, place.id)),
    );
  return query.orderBy('h.received_at', 'desc').orderBy('h.id', 'desc').limit(page.limit).execute();
}

export type HeldListRow = Awaited<ReturnType<typeof listHeldRows>>[number];

export async function findHeldRow(
  db: Db,
  workspace: Workspace,
  id: string,
): Promise<HeldListRow | undefined> {
  return rows(db, workspace, { state: 'all', search: '' }).where('h.id', '=', id).executeTakeFirst();
}

function rows(db: Db, workspace: Workspace, filter: HeldFilter) {
  return held(db, workspace, filter)
    .leftJoin('member as m', (on) =>
      on.onRef('m.workspace_id', '=', 'h.workspace_id').onRef('m.id', '=', 'h.decided_by'),
    )
    .select(['h.id', 'h.reason', 'h.evidence', 'h.received_at as receivedAt', 'h.persona_id as personaId'])
    .select(['h.account_id as accountId', 'a.name as accountName', 's.place'])
    .select(['h.wave_id as waveId', 'w.name as waveName', 'w.programme_id as programmeId'])
    .select(['p.confidentiality', 'h.survey_version_id as surveyVersionId', 'h.language'])
    .select(['i_person.name as personName', 'h.said_name as saidName', 'h.said_email as saidEmail'])
    .select(['h.decision', 'h.decided_at as decidedAt', 'h.decision_reason as decisionReason'])
    .select(['h.decided_by as decidedBy', 'm.name as decidedByName']);
}

function placeOf(db: Db, workspace: Workspace, id: string) {
  return db
    .selectFrom('held_response')
    .select(['id', 'received_at as receivedAt'])
    .where('workspace_id', '=', workspace.id)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What was answered, as the forms that came in; of an attributed programme only, whatever ids are asked for. */
export async function listHeldForms(
  db: Db,
  workspace: Workspace,
  ids: readonly string[],
): Promise<{ id: string; given: string; definition: string }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('held_response as h')
    .innerJoin('survey_version as v', (on) =>
      on.onRef('v.workspace_id', '=', 'h.workspace_id').onRef('v.id', '=', 'h.survey_version_id'),
    )
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'v.workspace_id').onRef('p.id', '=', 'v.programme_id'),
    )
    .select(['h.id', 'h.given', 'v.definition'])
    .where('h.workspace_id', '=', workspace.id)
    .where('h.id', 'in', ids)
    .where('p.confidentiality', '=', 'attributed')
    .execute();
}

/** How many wait in each lane of a wave, by persona. */
export async function countWaiting(
  db: Db,
  workspace: Workspace,
  waveId: string,
): Promise<Map<string, number>> {
  const found = await db
    .selectFrom('held_response')
    .select((eb) => ['persona_id', eb.fn.countAll<number>().as('responses')])
    .where('workspace_id', '=', workspace.id)
    .where('wave_id', '=', waveId)
    .where('decision', 'is', null)
    .groupBy('persona_id')
    .execute();
  return new Map(found.map(({ persona_id, responses }) => [persona_id, Number(responses)]));
}

/** The waves that something was ever held in, the newest first, for the filter. */
export async function listHeldWaves(
  db: Db,
  workspace: Workspace,
): Promise<{ id: string; name: string; programmeName: string }[]> {
  return db
    .selectFrom('wave as w')
    .innerJoin('programme as p', (on) =>
      on.onRef('p.workspace_id', '=', 'w.workspace_id').onRef('p.id', '=', 'w.programme_id'),
    )
    .select(['w.id', 'w.name', 'p.name as programmeName'])
    .where('w.workspace_id', '=', workspace.id)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('held_response as h')
          .select('h.id')
          .whereRef('h.workspace_id', '=', 'w.workspace_id')
          .whereRef('h.wave_id', '=', 'w.id'),
      ),
    )
    .orderBy('w.created_at', 'desc')
    .orderBy('w.id', 'desc')
    .execute();
}
