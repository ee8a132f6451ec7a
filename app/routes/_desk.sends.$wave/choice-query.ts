import { fromSlug } from '#app/platform/ids.ts';
import type { Choice } from '#app/programme/pile/choice.ts';

/**
 * Reads whom to ask from an address or a form: `persona` and `hat` any number of times, `account` once.
 * Without `chosen` nobody has chosen yet, and every persona of the send is in.
 */
export function readChoice(
  fields: URLSearchParams | FormData,
  lanes: readonly { personaId: string }[],
): Choice {
  const all = (name: string) => fields.getAll(name).filter((value) => typeof value === 'string');
  const known = lanes.map(({ personaId }) => personaId);
  const [account = ''] = all('account');
  return {
    personas: fields.has('chosen') ? known.filter((id) => all('persona').includes(id)) : known,
    accountId: account === '' ? null : (fromSlug('account', account) ?? account),
    // What is no id stays as it came, so that the send refuses it by name instead of overlooking it.
    hats: all('hat').map((slug) => fromSlug('role', slug) ?? slug),
  };
}
