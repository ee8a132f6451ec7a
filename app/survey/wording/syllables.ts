/** Languages whose syllables can be counted from their spelling well enough for a reading ease. */
export type CountedLanguage = keyof typeof COUNTERS;

const COUNTERS = { en: english, de: german, nl: dutch, fr: french, es: spanish, pt: portuguese, it: italian };

/** How many syllables a written word has, estimated from its letters; a figure counts one for each digit. */
export function countSyllables(word: string, language: CountedLanguage): number {
  const letters = word.normalize('NFC').toLowerCase();
  const digits = letters.replace(/\D/g, '').length;
  if (digits > 0) return digits;
  return Math.max(1, COUNTERS[language](letters));
}

function count(letters: string, pattern: RegExp): number {
  return letters.match(pattern)?.length ?? 0;
}

const ENGLISH_ODD = new Map(
  Object.entries({
    business: 2,
    businesses: 3,
    every: 2,
    everyone: 3,
    everything: 3,
    friend: 1,
    friends: 1,
    element: 3,
    elements: 3,
  }),
);
/** Neighbouring vowels that are spoken apart, e.g. in "reliable", "evaluate", "experience". */
const ENGLISH_APART = [
  /(?:^|[^tcsgl])ia(?!ge)|lia(?!ns?$|r)|[tc]iat/g,
  /(?:[^tcfgsx]|^sc)ie(?:n[tc]|t)/g,
  /(?:^|[^tscgxl])io|[^l]lio|ratio/g,
  /(?:id|th|(?:^|r)g)eo/g,
  /[^qg]u(?:a|ou)(?!de)/g,
  /[^q]uen[tc]|tui|rui|flui/g,
  /creat(?!ure)|reac[tq]|ideal?|area|real[iy]/g,
  /[eo]ing|[^aeiou]ying/g,
];
/** A silent e before the end of a word: "useful", "statement", "someone". */
const ENGLISH_SILENT = /[^aeiouyl]e(?=(?:ly|ments?|ful|fully|less|ness|things?|times?|where|ware)$)/g;

function english(word: string): number {
  const letters = word.replace(/'s$|[^a-z]/g, '');
  const odd = ENGLISH_ODD.get(letters);
  if (odd !== undefined) return odd;
  const apart = ENGLISH_APART.reduce((sum, pattern) => sum + count(letters, pattern), 0);
  const silentEnd = /(?:[^aeiouy]|gu|qu)e$/.test(letters) && !/[^aeiouyl]le$/.test(letters);
  const silentPlural =
    /(?:[^aeiouycgsxz]|gu|qu)es$/.test(letters) && !/(?:[cs]h|[^aeiouyl]l)es$/.test(letters);
  const silentPast = /[^aeiouytd]ed$/.test(letters);
  const silent = count(letters, ENGLISH_SILENT) + Number(silentEnd || silentPlural || silentPast);
  return count(letters, /[aeiou]+(?:y(?![aeiou]))?|y(?![aeiou])/g) + apart - silent;
}

function german(word: string): number {
  return count(word.replaceAll('qu', 'q'), /aa|ee|oo|ai|au|äu|ei|eu|ie|oi|[aeiouyäöüéèàáâêô]/g);
}

function dutch(word: string): number {
  return count(
    word.replaceAll('qu', 'q'),
    /aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ou|au|ij|ei|ai|[aeiouyäëïöüéèáóíúàê]/g,
  );
}

const FRENCH_VOWELS = /[aeiouyàâäéèêëîïôöùûüœæ]/;

function french(word: string): number {
  const letters = word.replaceAll('qu', 'q').replace(/gu(?=[eiéèê])/g, 'g');
  const spoken = letters
    .replace(/([aâàoôu])y(?=[aeiouéèê])/g, '$1j')
    .replace(/é(?=[aeouâô])/g, 'é-')
    .replace(/[ïëü]/g, '-i')
    .replace(/([bcdfgpt][lr])i(?=[aeoé])/g, '$1i-');
  const stem = spoken.replace(/([^aeiouyàâäéèêëîïôöùûüœæ-])es?$/, '$1');
  const counted = FRENCH_VOWELS.test(stem) ? stem : spoken;
  return count(counted, /[aeiouyàâäéèêëîïôöùûüœæ]+/g);
}

/** In Spanish and Italian, i and u glide along with a strong vowel; two strong vowels part. */
function glides(letters: string, strong: RegExp): number {
  const groups = letters.match(/[aeiouyáéíóúüàèìòùâêôãõ]+/g) ?? [];
  return groups.reduce((sum, group) => sum + Math.max(1, count(group, strong)), 0);
}

function spanish(word: string): number {
  return glides(word.replace(/y(?=[aeiouáéíóú])/g, 'j'), /[aeoáéíóú]/g);
}

function italian(word: string): number {
  return glides(word.replace(/([aeou])i(?=[aeou])/g, '$1j'), /[aeoàèéìòù]/g);
}

function portuguese(word: string): number {
  const letters = word
    .replace(/[qg]u(?=[aeioáéíóâêôã])/g, 'q')
    .replace(/ão|ãe|õe/g, 'ã')
    .replace(/([aeouáéóâêô])[iu](?![aeoáéíóúâêô]|nh)/g, '$1');
  // After an accent, a last -ia or -io is spoken as one: "experiência", but "melhoria".
  const joined = /[áéíóúâêô].*[iu][aeo]s?$/.test(letters) ? letters.replace(/[iu](?=[aeo]s?$)/, '') : letters;
  return count(joined, /[aeiouáéíóúâêôãõàü]/g);
}
