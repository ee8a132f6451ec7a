/** A send that would ask people whose role is not known, or not known to be true any more. */
export interface SendRefusal {
  kind: 'refused';
  code: 'PERSONA_REQUIRED' | 'STALE_ROLE';
  status: 422;
  message: string;
  /** What was asked for and has no role here; role ids, or addresses where addresses were given. */
  missing: string[];
  /** Role ids that somebody has to confirm first. */
  stale: string[];
  /** How many of those asked for could be asked. */
  ready: number;
}

/** @param total how many were asked for, the missing ones included. */
export function personaRequired(missing: string[], total: number): SendRefusal {
  const ready = total - missing.length;
  const [count, verb] = [missing.length, missing.length === 1 ? 'has' : 'have'];
  const way = ready === 0 ? `Fill in the ${count}.` : `Fill in the ${count} or send to the ${ready}.`;
  const message = `${count} of ${total} people ${verb} no role here. Without it their answers can’t mean anything. ${way}`;
  return { kind: 'refused', code: 'PERSONA_REQUIRED', status: 422, message, missing, stale: [], ready };
}

export function staleRole(stale: string[], total: number, reviewDays: number): SendRefusal {
  const ready = total - stale.length;
  const [count, verb] = [stale.length, stale.length === 1 ? 'was' : 'were'];
  const ways = `Confirm the ${count}, or ask them first whether they still hold it`;
  const way = ready === 0 ? `${ways}.` : `${ways}, or send to the ${ready}.`;
  const message = `${count} of ${total} roles ${verb} not confirmed in the last ${reviewDays} days. People change roles; ask those whose role is known. ${way}`;
  return { kind: 'refused', code: 'STALE_ROLE', status: 422, message, missing: [], stale, ready };
}
