const OWN_NAMES: Readonly<Record<string, string>> = {
  ...{ 'ZH-S': 'zh-Hans', 'ZH-T': 'zh-Hant', 'ES-ES': 'es-ES', 'SR-ME': 'sr-ME' },
};

/** A language as BCP 47 writes it: `EN` is `en`, `pt-br` is `pt-BR`; null for what is no language. */
export function languageTag(name: string): string | null {
  const known = Object.hasOwn(OWN_NAMES, name.toUpperCase()) ? OWN_NAMES[name.toUpperCase()]! : name;
  const plain = known.replaceAll('_', '-');
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}$/i.test(plain)) return null;
  try {
    return Intl.getCanonicalLocales(plain)[0] ?? null;
  } catch {
    return null;
  }
}
