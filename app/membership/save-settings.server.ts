import { writeAudit } from '#app/platform/audit.store.server.ts';
import type { House } from '#app/platform/house.ts';
import type { Workspace } from '#app/platform/workspace.ts';
import { readSettingsRow, updateSettingsRow } from './workspace.store.server.ts';
import { type Threshold, tooLoose, type WorkspaceSettings } from './workspace-settings.ts';

export type SettingsSaved =
  | { kind: 'saved' }
  /** The thresholds that were to be looser than the house allows. Nothing was saved. */
  | { kind: 'too_loose'; settings: Threshold[] };

export async function saveSettings(
  house: House,
  workspace: Workspace,
  { settings, actor }: { settings: WorkspaceSettings; actor: string },
): Promise<SettingsSaved> {
  const loose = tooLoose(settings);
  if (loose.length > 0) return { kind: 'too_loose', settings: loose };
  return house.db.transaction().execute(async (tx) => {
    const before = await readSettingsRow(tx, workspace);
    await updateSettingsRow(tx, workspace, settings);
    const [id, at] = [house.ids.make(), house.clock.now()];
    const detail = { before, after: settings };
    await writeAudit(tx, workspace, { id, at, actor, act: 'save_settings', subject: workspace.id, detail });
    return { kind: 'saved' };
  });
}
