import { ABOUT, type About, type Attribute } from '../attribute/attribute.ts';

/** A column that holds an own attribute, by its id. */
export type OwnTarget = `${About}.own:${string}`;
/** A column that becomes a new attribute, under the column's own name. */
export type NewTarget = `${About}.new`;

export const NEW_TARGETS = ['person.new', 'account.new'] as const satisfies readonly NewTarget[];

export const NEW_TARGET_LABELS = {
  'person.new': 'New attribute of people',
  'account.new': 'New attribute of accounts',
} as const satisfies Record<NewTarget, string>;

export function ownTarget({ about, id }: Pick<Attribute, 'about' | 'id'>): OwnTarget {
  return `${about}.own:${id}`;
}

export function ownLabel({ about, name }: Pick<Attribute, 'about' | 'name'>): string {
  return `${about === 'person' ? 'Person' : 'Account'}: ${name}`;
}

/** Which attribute a target is, or null where it is something else. */
export function readOwnTarget(target: string): { about: About; id: string } | null {
  for (const about of ABOUT) {
    const start = `${about}.own:`;
    if (target.startsWith(start)) return { about, id: target.slice(start.length) };
  }
  return null;
}

export function isOwnTarget(target: string): target is OwnTarget {
  return readOwnTarget(target) !== null;
}

export function isNewTarget(target: string): target is NewTarget {
  return (NEW_TARGETS as readonly string[]).includes(target);
}

export function aboutOf(target: NewTarget): About {
  return target === 'person.new' ? 'person' : 'account';
}
