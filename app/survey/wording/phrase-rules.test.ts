import { describe, expect, it } from 'vitest';
import { checkWording } from './check-wording.ts';
import type { CheckedText, WordingRule } from './finding.ts';

const persona = { base: 'buyer', plural: 'Buyers', name: 'Buyer' } as const;

function found(rule: WordingRule, language: string, text: string, role: CheckedText['role'] = 'question') {
  const { findings } = checkWording([{ place: 'q1.wording', text, role }], { language, persona });
  return findings.filter((finding) => finding.rule === rule);
}

describe('a leading question', () => {
  it.each([
    ['en', 'Don’t you agree that it is fast?', 'Don’t you agree', 'Do you agree'],
    ['en', "Wouldn't you pay more?", "Wouldn't you", 'Would you'],
    ['en', "Won't you renew?", "Won't you", 'Will you'],
    ['en', "It is fast, isn't it?", "isn't it", null],
    ['en', 'How great is our support?', 'How great', null],
    ['en', 'How much did you love the launch?', 'How much did you love', null],
    ['en', 'As you know, prices rise. What would you pay?', 'As you know', null],
    ['en', 'How useful is our award-winning editor?', 'award-winning', null],
    ['en', 'Obviously support matters. How is ours?', 'Obviously', null],
    ['en', 'What do you think of our best-in-class support?', 'our best-in-class', null],
    ['en', 'How useful is our powerful editor?', 'our powerful', null],
    ['de', 'Finden Sie nicht auch, dass es hilft?', 'Finden Sie nicht auch', null],
    ['de', 'Der Support ist gut, oder?', 'oder', null],
    ['de', 'Wie gut ist unser preisgekrönter Editor?', 'preisgekrönter', null],
    ['de', 'Wie Sie wissen, steigen Preise. Was zahlen Sie?', 'Wie Sie wissen', null],
    ['fr', 'Ne pensez-vous pas que c’est utile ?', 'Ne pensez-vous pas', null],
    ['fr', 'C’est utile, n’est-ce pas ?', 'n’est-ce pas', null],
    ['fr', 'Que pensez-vous de notre excellent support ?', 'notre excellent', null],
    ['es', '¿No cree que es útil?', 'No cree', null],
    ['es', 'Es útil, ¿verdad?', 'verdad', null],
    ['es', '¿Qué opina de nuestra excelente ayuda?', 'nuestra excelente', null],
    ['pt', 'Não acha que ajuda?', 'Não acha', null],
    ['it', 'Non crede che sia utile?', 'Non crede che', null],
    ['nl', 'Vindt u niet dat het helpt?', 'Vindt u niet', null],
  ])('is to be settled in %s: %s', (language, text, words, suggestion) => {
    expect(found('leading', language, text)).toMatchObject([{ words, suggestion, weight: 'settle' }]);
  });

  it.each([
    ['en', "Why didn't you renew?"],
    ['en', "What don't you like?"],
    ['en', 'How much did you pay?'],
    ['en', 'How greatly did plans change?'],
    ['en', 'How clearly do we write?'],
    ['en', 'What is a great day at work?'],
    ['en', 'Do you know of other tools?'],
    ['de', 'Wie gefällt Ihnen der Editor?'],
    ['de', 'Kaufen oder mieten Sie?'],
    ['fr', 'Que pensez-vous du support ?'],
    ['es', '¿Qué opina del soporte?'],
    ['es', '¿Por qué no renovó?'],
  ])('is not seen in %s: %s', (language, text) => {
    expect(found('leading', language, text)).toEqual([]);
  });

  it('is advice in the words before the questions, and no matter in a choice', () => {
    expect(found('leading', 'en', 'Our award-winning team asks.', 'prose')).toMatchObject([
      { weight: 'advice' },
    ]);
    expect(found('leading', 'en', 'Award-winning', 'label')).toEqual([]);
  });
});

describe('an absolute', () => {
  it.each([
    ['en', 'Do you always call us first?', 'always'],
    ['en', 'Is every ticket solved?', 'every'],
    ['de', 'Rufen Sie uns immer zuerst an?', 'immer'],
    ['fr', 'Nous appelez-vous toujours ?', 'toujours'],
    ['es', '¿Siempre nos llama?', 'Siempre'],
    ['pt', 'Sempre nos liga?', 'Sempre'],
    ['it', 'Ci chiama sempre?', 'sempre'],
    ['nl', 'Belt u ons altijd?', 'altijd'],
  ])('is pointed out in %s: %s', (language, text, words) => {
    expect(found('absolute', language, text)).toMatchObject([{ words, weight: 'advice' }]);
  });

  it.each([
    ['en', 'How many hours do you work in it every day?'],
    ['en', 'Which of these do you use? Choose all that apply.'],
    ['en', 'Has it helped at all?'],
    ['en', 'Overall, how did it go?'],
    ['de', 'Wie oft nutzen Sie es jeden Tag?'],
    ['de', 'Hakt es immer noch?'],
    ['fr', 'L’utilisez-vous tous les jours ?'],
    ['es', '¿Lo usa todos los días?'],
    ['it', 'Lo usa ogni giorno?'],
    ['nl', 'Gebruikt u het elke dag?'],
  ])('is not seen in %s: %s', (language, text) => {
    expect(found('absolute', language, text)).toEqual([]);
  });
});

describe('a double negative', () => {
  it.each([
    ['en', "Would you not renew if we didn't train you?", "not renew if we didn't"],
    ['en', 'Are you not unhappy with it?', 'not unhappy'],
    ['en', 'Do you disagree that it should not change?', 'disagree that it should not'],
    ['de', 'Sind Sie nicht unzufrieden?', 'nicht unzufrieden'],
    ['de', 'Arbeiten Sie nie ohne Vertrag?', 'nie ohne'],
    ['fr', 'N’êtes-vous pas insatisfait ?', 'pas insatisfait'],
    ['es', '¿No está insatisfecho?', 'No está insatisfecho'],
    ['pt', 'Não está insatisfeito?', 'Não está insatisfeito'],
    ['it', 'Non è insoddisfatto?', 'Non è insoddisfatto'],
    ['nl', 'Bent u niet ontevreden?', 'niet ontevreden'],
  ])('is to be settled in %s: %s', (language, text, words) => {
    expect(found('double_negative', language, text)).toMatchObject([{ words, weight: 'settle' }]);
  });

  it.each([
    ['en', "If you don't renew, why not?"],
    ['en', 'Is it not only fast but never down?'],
    ['en', 'What is not clear?'],
    ['en', 'It does not open. Did nobody answer?'],
    ['de', 'Was ist nicht klar, oder nicht?'],
    ['fr', 'Vous n’avez jamais rien demandé ?'],
    ['es', '¿No ha pedido nunca nada?'],
    ['it', 'Non ha mai chiesto nulla?'],
  ])('is not seen in %s: %s', (language, text) => {
    expect(found('double_negative', language, text)).toEqual([]);
  });
});

describe('jargon', () => {
  it.each([
    ['en', 'How do you leverage it?', 'leverage', 'use', 'settle'],
    ['en', 'Leveraging it helps?', 'Leveraging', 'Using', 'settle'],
    ['en', 'Which touchpoints help?', 'touchpoints', 'contacts', 'settle'],
    ['en', 'Which omni-channel reports help?', 'omni-channel', 'in any channel', 'settle'],
    ['en', 'Is the value proposition clear?', 'value proposition', 'what it is good for', 'settle'],
    ['en', 'Did you reach the ROI?', 'ROI', 'what you get back for what you pay', 'advice'],
    ['en', 'Which KPIs move?', 'KPIs', 'key figures', 'advice'],
    ['en', 'Which stakeholders agree?', 'stakeholders', 'people involved', 'advice'],
    ['en', 'What does our solution miss?', 'our solution', 'our product', 'advice'],
    ['de', 'Welche Touchpoints helfen?', 'Touchpoints', 'Kontakte', 'settle'],
    ['de', 'Welche Synergien entstehen?', 'Synergien', 'Zusammenarbeit', 'settle'],
    ['fr', 'Quelles synergies voyez-vous ?', 'synergies', 'travail en commun', 'settle'],
    ['fr', 'Quel est le ROI ?', 'ROI', null, 'advice'],
    ['es', '¿Qué sinergias ve?', 'sinergias', 'trabajo conjunto', 'settle'],
    ['pt', 'Que sinergias vê?', 'sinergias', 'trabalho conjunto', 'settle'],
    ['it', 'Quali sinergie vede?', 'sinergie', 'lavoro comune', 'settle'],
    ['nl', 'Welke synergie ziet u?', 'synergie', 'samenwerking', 'settle'],
  ])('is found in %s: %s', (language, text, words, suggestion, weight) => {
    expect(found('jargon', language, text)).toMatchObject([{ words, suggestion, weight }]);
  });

  it.each([
    ['en', 'Which solution to the outage helped?'],
    ['en', 'How did onboarding go?'],
    ['en', 'How far did prices go forward?'],
    ['fr', 'Le roi dort-il ?'],
    ['de', 'Wie lösen Sie das heute?'],
  ])('is not seen in %s: %s', (language, text) => {
    expect(found('jargon', language, text)).toEqual([]);
  });

  it('is told of with the people it goes to', () => {
    expect(found('jargon', 'fr', 'Quel est le ROI ?')[0]?.sentence).toBe(
      'Spell out “ROI”: not all Buyers read it alike.',
    );
  });
});
