import { describe, expect, it } from 'vitest';
import type { PersonaBase } from '#app/persona/persona.ts';
import { checkWording } from './check-wording.ts';
import { NO_PERSONA_RULE } from './no-persona-words.ts';

function found(language: string, text: string, base: PersonaBase = 'buyer') {
  const persona = { base, plural: 'Buyers', name: 'Buyer' };
  const { findings } = checkWording([{ place: 'intro', text, role: 'prose' }], { language, persona });
  return findings.filter(({ rule }) => rule === NO_PERSONA_RULE);
}

describe('a word that names no persona', () => {
  it.each([
    ['en', 'What do our customers need?', 'our customers'],
    ['en', 'What makes a good Customer stay?', 'Customer'],
    ['en', 'Thank you for being a loyal customer.', 'a loyal customer'],
    ['en', 'Take the customer’s view.', 'customer’s'],
    ['en-US', 'Dear customers,', 'Dear customers'],
    ['de', 'Was wünschen sich Kunden?', 'Kunden'],
    ['de-CH', 'Liebe Kundinnen und Kunden', 'Kunden'],
    ['de', 'Sehr geehrte Kundin', 'Sehr geehrte Kundin'],
    ['fr', 'Merci d’être l’un de nos clients.', 'clients'],
    ['es', '¿Qué necesita un cliente?', 'cliente'],
    ['pt', 'O que um cliente precisa?', 'cliente'],
    ['it', 'Che cosa serve a un cliente?', 'cliente'],
    ['nl', 'Wat heeft een klant nodig?', 'klant'],
    ['pl', 'Czego potrzebują klienci?', 'klienci'],
    ['pl', 'Dla naszych klientów', 'klientów'],
    ['ja', '大切なお客様へ', 'お客様'],
    ['ja', '顧客の声', '顧客'],
    ['zh-Hans', '尊敬的客户', '客户'],
    ['zh-Hant', '親愛的客戶', '客戶'],
    ['ar', 'عزيزي العميل', 'العميل'],
    ['ar', 'رأي عملائنا', 'عملائنا'],
    ['he', 'לקוחות יקרים', 'לקוחות'],
    ['he', 'דעתו של הלקוח', 'הלקוח'],
  ])('is to be settled in %s: %s', (language, text, words) => {
    expect(found(language, text)).toContainEqual(expect.objectContaining({ words, weight: 'settle' }));
  });

  it.each([
    ['en', 'Our clients come first.', 'Our clients'],
    ['en', 'How do your customers pay?', 'your customers'],
    ['en', 'Ask customer support.', 'customer support'],
    ['de', 'Fragen Sie den Kundenservice.', 'Kundenservice'],
    ['de', 'Unsere Mandanten', 'Mandanten'],
    ['fr', 'Le service client répond.', 'service client'],
    ['fr', 'Que disent vos clients ?', 'vos clients'],
    ['es', 'La atención al cliente', 'atención al cliente'],
    ['pt', 'O suporte ao cliente', 'suporte ao cliente'],
    ['it', 'Il servizio clienti', 'servizio clienti'],
    ['nl', 'De klantenservice', 'klantenservice'],
  ])('may stand in %s: %s', (language, text, words) => {
    expect(found(language, text)).toMatchObject([{ words, weight: 'advice' }]);
  });

  it.each([
    ['en', 'Which e-mail client do you use?'],
    ['en', 'Is the client-side code fast?'],
    ['en', 'Which customs apply? Is it customised, accustomed?'],
    ['en', 'Who is on the buying committee?'],
    ['de', 'Die Urkunde ist kundig geschrieben, Kundgebung hin oder her.'],
    ['fr', 'Un résultat clignotant'],
    ['ar', 'ما رأيك في العمل معنا؟'],
    ['he', 'מה דעתך על העבודה איתנו?'],
    ['ja', '製品をどう思いますか？'],
    ['sv', 'Vad tycker du om verktyget?'],
  ])('is not found in %s: %s', (language, text) => {
    expect(found(language, text)).toEqual([]);
  });

  it('is told of with the personas it could be and the one it goes to', () => {
    const [first] = found('en', 'Dear customer, how are you?');
    expect(first?.sentence).toBe(
      '“Dear customer” could be any of four personas. This goes to Buyers. Say what they do here.',
    );
    expect(first?.suggestion).toBe('Hello');
  });

  it.each([
    ['buyer', 'As the person who signs the renewal'],
    ['end_user', 'As someone who works with it'],
    ['influencer', 'As someone others ask for advice on it'],
    ['advocate', 'As someone who speaks for us'],
  ] as const)('makes way for what a persona under %s does', (base, suggestion) => {
    expect(found('en', 'As a valued customer, what do you need?', base)).toMatchObject([{ suggestion }]);
  });

  it.each([
    ['en', 'What do other customers say?', 'people who sign the renewal'],
    ['en', 'Would a customer pay?', 'the person who signs the renewal'],
    ['en', 'Customer support is quick.', 'Support'],
    ['de', 'Was brauchen Sie als Kunde?', 'als die Person, die die Verlängerung unterschreibt'],
    ['de', 'Unser Kundenservice', 'Service'],
    ['fr', 'En tant que client, que voyez-vous ?', 'En tant que personne qui signe le renouvellement'],
    ['es', 'Como cliente, ¿qué ve?', 'Como persona que firma la renovación'],
    ['pt', 'Como cliente, o que vê?', 'Como pessoa que assina a renovação'],
    ['it', 'Come cliente, che cosa vede?', 'Come persona che firma il rinnovo'],
    ['nl', 'Wat ziet u als klant?', 'als degene die de verlenging tekent'],
    ['de', 'Liebe Kunden', 'Guten Tag'],
    ['fr', 'Cher client,', 'Bonjour'],
    ['pl', 'Drogi kliencie', null],
  ])('has words to put in its place in %s: %s', (language, text, suggestion) => {
    expect(found(language, text)).toMatchObject([{ suggestion }]);
  });

  it('counts a whole firm addressed as one', () => {
    expect(found('en', 'What do you guys at Acme think?')).toMatchObject([
      { words: 'you guys', suggestion: 'you', weight: 'settle' },
    ]);
  });
});
