import { nameKey } from '#app/audience/keys.ts';
import { fromSlug, toSlug } from '#app/platform/ids.ts';
import type { Choice } from '#app/programme/pile/choice.ts';
import type { Pick } from '#app/programme/pile/pick.ts';
import { STALE_CHOICES } from '#app/programme/pile/pile.ts';

/**
 * Reads whom to ask from an address or a form: `persona` and `hat` any number of times, `account`, `heard`, `title` and `stale` once.
 * A field such as `is.att_1` holds a value of that attribute, any number of times. Without `chosen` nobody has chosen yet, and every persona of the send is in.
 */
export function readChoice(
  fields: URLSearchParams | FormData,
  lanes: readonly { personaId: string }[],
): Choice {
  const all = (name: string) => fields.getAll(name).filter((value) => typeof value === 'string');
  const known = lanes.map(({ personaId }) => personaId);
  const [account = ''] = all('account');
  const [title = ''] = all('title');
  return {
    personas: fields.has('chosen') ? known.filter((id) => all('persona').includes(id)) : known,
    accountId: account === '' ? null : (fromSlug('account', account) ?? account),
    unheard: readUnheard(all('heard')[0] ?? ''),
    title: title.trim().slice(0, 100),
    attributes: readPicks(fields),
    // What is no id stays as it came, so that the send refuses it by name instead of overlooking it.
    hats: all('hat').map((slug) => fromSlug('role', slug) ?? slug),
    stale: STALE_CHOICES.find((known) => known === all('stale')[0]) ?? 'leave_out',
  };
}

/** The choices of the page, in days; what is none of them asks for nothing. */
const UNHEARD_DAYS = [90, 180, 365];

function readUnheard(text: string): Choice['unheard'] {
  if (text === 'never') return 'never';
  return UNHEARD_DAYS.find((days) => String(days) === text) ?? null;
}

const IS = 'is.';

/** The field that holds the values of this attribute. */
export function pickField(attributeId: string): string {
  return `${IS}${toSlug('attribute', attributeId)}`;
}

/** What is no id stays as it came: it names no attribute, and the choice is refused for it instead of reaching more. */
function readPicks(fields: URLSearchParams | FormData): Pick[] {
  const names = new Set([...fields.keys()].filter((name) => name.startsWith(IS)));
  return [...names].map((name) => {
    const slug = name.slice(IS.length);
    const values = fields.getAll(name).map((value) => nameKey(String(value)));
    return { attributeId: fromSlug('attribute', slug) ?? slug, values: [...new Set(values)].slice(0, 200) };
  });
}
