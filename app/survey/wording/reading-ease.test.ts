import { describe, expect, it } from 'vitest';
import { easeOf, readingEase } from './reading-ease.ts';
import { readText } from './survey-text.ts';
import { countSyllables } from './syllables.ts';

describe('reading ease', () => {
  // By hand: base - sentence factor * words / sentences - word factor * syllables / words.
  it.each([
    ['en', { words: 6, sentences: 1, syllables: 6 }, 116.145],
    ['en', { words: 13, sentences: 1, syllables: 24 }, 37.455],
    ['en', { words: 100, sentences: 5, syllables: 150 }, 59.635],
    ['de', { words: 100, sentences: 5, syllables: 170 }, 60.55],
    ['fr', { words: 100, sentences: 5, syllables: 160 }, 68.94],
    ['es', { words: 100, sentences: 5, syllables: 200 }, 66.44],
    ['it', { words: 100, sentences: 5, syllables: 200 }, 56],
    ['nl', { words: 100, sentences: 5, syllables: 160 }, 65.04],
    ['pt', { words: 100, sentences: 5, syllables: 200 }, 59.335],
  ] as const)('follows the formula of %s for %o', (language, counts, score) => {
    expect(readingEase(language, counts)).toBeCloseTo(score, 3);
  });

  it('agrees with a published score of 60 for 29 sentences, 249 words and 406 syllables', () => {
    expect(Math.round(readingEase('en', { words: 249, sentences: 29, syllables: 406 }))).toBe(60);
  });

  it('agrees with published scores of whole sentences', () => {
    const platypus = 'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.';
    const passage = 'This sentence, taken as a reading passage unto itself, is being used to prove a point.';
    expect(easeOf(readText(platypus, 'en'), 'en')?.score).toBe(37.5);
    expect(easeOf(readText(passage, 'en'), 'en')?.score).toBe(69);
  });

  // Syllables counted by hand.
  it.each([
    ['de', 'Wie zufrieden sind Sie heute mit unserer Hilfe am Telefon?', 10, 18, 64.7],
    ['fr', 'Dans quelle mesure notre aide au téléphone vous est utile ?', 10, 14, 93.8],
    ['es', 'Cuando llama por teléfono, nuestra ayuda es muy rápida.', 9, 19, 71],
    ['nl', 'Hoe tevreden bent u vandaag met onze hulp aan de telefoon?', 11, 17, 77.6],
    ['it', 'Quando chiama al telefono, il nostro aiuto è veloce.', 9, 19, 59.8],
    ['pt', 'Quando liga por telefone, a nossa ajuda é muito rápida.', 10, 21, 61],
  ] as const)('scores %s: %s', (language, text, words, syllables, score) => {
    expect(readingEase(language, { words, sentences: 1, syllables }).toFixed(1)).toBe(score.toFixed(1));
    expect(easeOf(readText(text, language), language)?.score).toBe(score);
  });

  it('is not given for fewer than eight words, however they are joined', () => {
    expect(easeOf(readText('How easy is our e-mail to read?', 'en'), 'en')).toBeNull();
    expect(easeOf(readText('How easy is our new e-mail to read?', 'en'), 'en')).not.toBeNull();
  });

  it('takes a placeholder for one plain word', () => {
    const plain = easeOf(readText('How easy was the last renewal at London for you?', 'en'), 'en');
    const filled = easeOf(
      readText(
        'How easy was the last renewal at {{account.name|your extraordinary organisation}} for you?',
        'en',
      ),
      'en',
    );
    expect(filled?.score).toBe(plain?.score);
  });

  it('names the longest words', () => {
    const text = 'How would you evaluate the interoperability of our administration tools here?';
    expect(easeOf(readText(text, 'en'), 'en')?.longest).toEqual(['interoperability', 'administration']);
  });
});

describe('syllables', () => {
  it.each([
    [
      'en',
      'satisfied 3 likely 2 recommend 3 software 2 business 2 evaluate 4 experience 4 idea 3 area 3 create 2',
    ],
    [
      'en',
      'reliable 4 science 2 client 2 team 1 use 1 used 1 needed 2 changes 2 makes 1 people 2 little 2 able 2',
    ],
    [
      'en',
      'usually 4 social 2 solution 3 previous 3 various 3 usual 3 manual 3 quality 3 question 2 region 2',
    ],
    [
      'en',
      'continuous 4 video 3 someone 2 beyond 2 employee 3 player 2 trying 2 being 2 useful 2 management 3',
    ],
    [
      'en',
      'improvement 3 colleague 2 technique 2 value 2 articles 3 services 3 created 3 valued 2 friend 1 every 2',
    ],
    [
      'en',
      'organisation 5 implementation 5 the 1 renewal 3 priority 4 annual 3 quiet 2 material 4 million 2 day 1',
    ],
    [
      'de',
      'zufrieden 3 unser 2 Häuser 2 Preis 1 Euro 2 Familie 3 Theater 3 Qualität 3 Verlängerung 4 neue 2 See 1',
    ],
    [
      'fr',
      'satisfait 3 utile 2 réaliser 4 employé 3 payer 2 question 2 que 1 vous 1 bien 1 client 2 qualité 3 des 1',
    ],
    [
      'es',
      'precio 2 soporte 3 día 2 renovación 4 muy 1 cuatro 2 aéreo 4 país 2 ayuda 3 y 1 empresa 3 queso 2',
    ],
    ['pt', 'não 1 preço 2 experiência 5 melhoria 4 dia 2 suporte 3 qualidade 4 muito 2 coração 3 ações 2'],
    ['it', 'prezzo 2 supporto 3 azienda 3 servizio 3 qualità 3 perché 2 nostro 2 lavoro 3'],
    [
      'nl',
      'tevreden 3 ondersteuning 4 mooie 2 bureau 2 eerlijk 2 nieuw 1 leeuw 1 ideeën 3 kwaliteit 3 huis 1',
    ],
  ] as const)('are counted in %s: %s', (language, list) => {
    const pairs = [...list.matchAll(/(\S+) (\d)/g)].map(([, word, number]) => [word, Number(number)]);
    expect(pairs.map(([word]) => [word, countSyllables(String(word), language)])).toEqual(pairs);
  });

  it('are one for each digit of a figure', () => {
    expect(countSyllables('2026', 'en')).toBe(4);
  });
});
