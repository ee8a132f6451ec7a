import { describe, expect, it } from 'vitest';
import { checkWording } from './check-wording.ts';
import type { CheckedText } from './finding.ts';

const persona = { base: 'buyer', plural: 'Buyers', name: 'Buyer' } as const;

function found(language: string, text: string, role: CheckedText['role'] = 'question') {
  const { findings } = checkWording([{ place: 'q1.wording', text, role }], { language, persona });
  return findings.filter(({ rule }) => rule === 'double_barrelled');
}

describe('a question that asks two things', () => {
  it.each([
    ['en', 'How satisfied are you with price and support?', 'price and support'],
    ['en', 'How satisfied are you with our price or our support?', 'price or our support'],
    ['en', 'How satisfied are you with price, support and training?', 'support and training'],
    ['en', 'How easy is it to set up and use the editor?', 'up and use'],
    ['en', 'How clear & useful was the report?', 'clear & useful'],
    ['en', 'How likely are you to renew and what would change your mind?', 'renew and what'],
    ['en', 'When you last called, how quick and friendly were we?', 'quick and friendly'],
    ['en', 'The product is fast and easy to use.', 'fast and easy'],
    [
      'en',
      'Please rate {{product.name|the product}} and our support?',
      '{{product.name|the product}} and our support',
    ],
    ['de', 'Wie zufrieden sind Sie mit Preis und Support?', 'Preis und Support'],
    ['de', 'Wie einfach sind Einrichtung oder Bedienung?', 'Einrichtung oder Bedienung'],
    ['de', 'Das Produkt ist schnell und zuverlässig.', 'schnell und zuverlässig'],
    ['fr', 'Êtes-vous satisfait du prix et du support ?', 'prix et du support'],
    ['fr', 'Le support est-il rapide et l’équipe claire ?', 'rapide et l’équipe'],
    ['es', '¿Qué tan satisfecho está con el precio y el soporte?', 'precio y el soporte'],
    ['es', '¿Qué tan fácil fue la compra e instalación?', 'compra e instalación'],
    ['pt', 'Quão satisfeito está com o preço e o suporte?', 'preço e o suporte'],
    ['it', 'Quanto è soddisfatto del prezzo e del supporto?', 'prezzo e del supporto'],
    ['nl', 'Hoe tevreden bent u met de prijs en de ondersteuning?', 'prijs en de ondersteuning'],
  ])('is to be settled in %s: %s', (language, text, words) => {
    expect(found(language, text)).toMatchObject([{ words, weight: 'settle' }]);
  });

  it.each([
    ['en', 'Do you use the editor and the viewer?', 'editor and the viewer'],
    ['en', 'Which parts do you use, and which do you avoid?', 'use, and which'],
    ['de', 'Welche Teile nutzen Sie, und welche meiden Sie?', 'Sie, und welche'],
    [
      'en',
      'What works well for you here? Which parts would you drop first?',
      'Which parts would you drop first?',
    ],
    ['fr', 'Êtes-vous content ? Que manque-t-il encore ?', 'Que manque-t-il encore ?'],
  ])('is found in %s: %s', (language, text, words) => {
    expect(found(language, text)).toMatchObject([{ words }]);
  });

  it.each([
    ['en', 'How clear are our terms and conditions?'],
    ['en', 'How well did we weigh the pros and cons?'],
    ['en', 'How useful is it, as more and more people join?'],
    ['en', 'How likely are you to renew, and why?'],
    ['en', 'How likely are you to renew? Why?'],
    ['en', 'How likely are you to renew? And why is that?'],
    ['en', 'What went wrong? What else?'],
    ['en', 'How hard is it to choose between price and support?'],
    ['en', 'Are you satisfied, yes or no?'],
    ['en', 'How likely are you to recommend us to a friend or colleague?'],
    ['en', 'How likely are you to recommend us to a colleague or peer at another company?'],
    ['en', 'How likely are you to recommend working with us to someone in a role like yours?'],
    ['en', 'How satisfied or dissatisfied are you with support?'],
    ['en', 'How easy or difficult was it to get help?'],
    ['en', 'How strongly do you agree or disagree with this?'],
    ['en', 'How well do we know you and your work?'],
    ['en', 'How easy was it to get help when you set up and tested the link?'],
    ['en', 'How satisfied are you, where 0 is poor and 10 is excellent?'],
    ['en', 'Would you rather have a good price or good support?'],
    ['en', 'Do you sign, approve or pay for the product?'],
    ['en', 'Who decides about budgets and contracts?'],
    ['en', 'What happened and when?'],
    ['en', 'Think of price and support. How satisfied are you with our work?'],
    ['en', 'How quickly did research and development answer?'],
    ['en', 'How satisfied are you with Q&A sessions?'],
    ['en', 'How well does it fit your plans for the next year or two?'],
    ['en', 'Really??'],
    ['de', 'Wie wahrscheinlich ist eine Verlängerung, und warum?'],
    ['de', 'Wie gut kennen Sie die Vor- und Nachteile?'],
    ['de', 'Wie einfach oder schwierig war es?'],
    ['de', 'Sind Sie zufrieden, ja oder nein?'],
    ['de', 'Wie wahrscheinlich ist es, dass Sie uns Freunden oder Kollegen empfehlen?'],
    ['de', 'Wie leicht fällt die Wahl zwischen Preis und Support?'],
    ['de', 'Wie schnell bekamen Sie Hilfe, wenn Sie Daten laden und prüfen?'],
    ['fr', 'Êtes-vous satisfait, oui ou non ?'],
    ['fr', 'Êtes-vous satisfait, et pourquoi ?'],
    ['fr', 'Êtes-vous plus ou moins satisfait ?'],
    ['fr', 'Où travaillez-vous ?'],
    ['fr', 'Est-il facile de choisir entre prix et support ?'],
    ['fr', 'Est-il probable que vous nous recommandiez à un ami ou à un collègue ?'],
    ['es', '¿Está satisfecho, sí o no?'],
    ['es', '¿Qué tan probable es que renueve y por qué?'],
    ['es', '¿Qué tan claros son los pros y contras?'],
    ['es', '¿Es probable que nos recomiende a un amigo o colega?'],
    ['pt', 'Está satisfeito, sim ou não?'],
    ['pt', 'O suporte é bem claro?'],
    ['pt', 'Quão claros são os termos e condições?'],
    ['it', 'È soddisfatto, sì o no?'],
    ['it', 'Quanto sono chiari i termini e condizioni?'],
    ['it', 'Il supporto è veloce?'],
    ['nl', 'Bent u tevreden, ja of nee?'],
    ['nl', 'Hoe duidelijk zijn de voor- en nadelen?'],
    ['nl', 'Hoe waarschijnlijk is het dat u ons aan een vriend of collega aanraadt?'],
    ['pl', 'Co Pan sądzi? Co Pan zmieni u siebie?'],
  ])('is not seen in %s: %s', (language, text) => {
    expect(found(language, text)).toEqual([]);
  });

  it.each(['label', 'prose'] as const)('is not looked for in a %s', (role) => {
    expect(found('en', 'How satisfied are you with price and support?', role)).toEqual([]);
  });
});
