/** What an OpenAPI document leaves room for: every slot for a number, and whose it must be. */
export interface Slot {
  operation: string;
  name: string;
  /** From the body of the answer to the number. */
  path: string;
  /** It stands in an object that must name one persona, under a key that is one, or between two named ends. */
  isNamed: boolean;
}

type Schema = Record<string, unknown>;
type Schemas = Record<string, Schema>;

interface Document {
  paths: Record<string, Record<string, { operationId?: string; responses?: Record<string, Schema> }>>;
  components: { schemas: Schemas };
}

/** The slots of everything that is answered; what is sent in is nobody's figure. */
export function slotsOf(contract: unknown): Slot[] {
  const { paths, components } = contract as Document;
  const slots: Slot[] = [];
  for (const ways of Object.values(paths))
    for (const { operationId: operation = '', responses = {} } of Object.values(ways))
      for (const schema of bodiesOf(responses))
        walk(
          schema,
          { operation, path: '', name: '', isNamed: false, seen: [] },
          { slots, schemas: components.schemas },
        );
  return slots;
}

function bodiesOf(responses: Record<string, Schema>): Schema[] {
  return Object.values(responses).flatMap(({ content = {} }) =>
    Object.values(content as Record<string, { schema?: Schema }>).flatMap(({ schema }) =>
      schema ? [schema] : [],
    ),
  );
}

type At = Slot & { seen: readonly string[] };
type Found = { slots: Slot[]; schemas: Schemas };

function walk(given: Schema, at: At, found: Found): void {
  const name = refOf(given);
  if (name !== null && at.seen.includes(name)) return;
  const schema = resolve(given, found.schemas);
  const inside = { ...at, seen: name === null ? at.seen : [...at.seen, name] };
  const isNumber = [schema.type].flat().some((type) => type === 'number' || type === 'integer');
  if (isNumber)
    found.slots.push({ operation: at.operation, name: at.name, path: at.path, isNamed: at.isNamed });
  for (const part of ['anyOf', 'oneOf', 'allOf', 'prefixItems'])
    for (const one of (schema[part] as Schema[] | undefined) ?? []) walk(one, inside, found);
  if (isSchema(schema.items)) walk(schema.items, inside, found);
  if (isSchema(schema.additionalProperties))
    walk(schema.additionalProperties, { ...inside, isNamed: at.isNamed || at.name === 'by_persona' }, found);
  const isNamed = at.isNamed || namesOne(schema, found.schemas) || namesTwoEnds(schema, found.schemas);
  for (const [key, one] of Object.entries(propertiesOf(schema)))
    walk(one, { ...inside, name: key, path: `${at.path}/${key}`, isNamed }, found);
}

/** It has to be there and cannot be null. */
function namesOne(schema: Schema, schemas: Schemas): boolean {
  const { persona } = propertiesOf(schema);
  if (!persona || !isRequired(schema, 'persona')) return false;
  const { type } = resolve(persona, schemas);
  return type === 'string' || type === 'object';
}

function namesTwoEnds(schema: Schema, schemas: Schemas): boolean {
  return ['higher', 'lower'].every((end) => {
    const side = propertiesOf(schema)[end];
    return side !== undefined && isRequired(schema, end) && namesOne(resolve(side, schemas), schemas);
  });
}

function isRequired({ required }: Schema, name: string): boolean {
  return Array.isArray(required) && required.includes(name);
}

function propertiesOf({ properties }: Schema): Schemas {
  return (properties as Schemas | undefined) ?? {};
}

function refOf({ $ref }: Schema): string | null {
  return typeof $ref === 'string' ? $ref.split('/').at(-1)! : null;
}

function resolve(schema: Schema, schemas: Schemas): Schema {
  const name = refOf(schema);
  return name === null ? schema : schemas[name]!;
}

function isSchema(part: unknown): part is Schema {
  return typeof part === 'object' && part !== null;
}
