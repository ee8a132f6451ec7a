/** The field of a form that holds the value of this attribute. */
export function fieldOf(name: string): string {
  return `own.${name}`;
}

/** By the name of an attribute, what its field holds. */
export function valuesIn(form: FormData): Record<string, string> {
  const sent = [...form].filter(([field]) => field.startsWith(fieldOf('')));
  return Object.fromEntries(sent.map(([field, value]) => [field.slice(fieldOf('').length), String(value)]));
}
