import type { en } from './en.ts';
import { letter } from './letter/fr.ts';
import { who } from './who/fr.ts';

export const fr = {
  ...who,
  ...letter,

  'scale.unlikely': 'pas du tout probable',
  'scale.likely': 'très probable',
  'ranking.help': 'Donnez une place à chaque élément. Le 1 vient en premier.',

  'missing.choice': 'Choisissez une réponse pour continuer.',
  'missing.rows': 'Choisissez une réponse à chaque ligne pour continuer.',
  'missing.order': 'Classez les éléments pour continuer.',
  'missing.words': 'Écrivez quelques mots pour continuer.',
  'missing.number': 'Indiquez un nombre pour continuer.',
  'missing.day': 'Choisissez une date pour continuer.',
  'missing.tick': 'Cochez la case pour continuer.',

  'fault.nothing': 'Répondez à au moins une question avant d’envoyer.',
  'fault.score': 'Choisissez un nombre de {low} à {high}.',
  'fault.one': 'Choisissez une des réponses.',
  'fault.shown': 'Choisissez parmi les réponses affichées.',
  'fault.other': 'Précisez votre réponse à côté de « {other} », ou choisissez-en une autre.',
  'fault.lone': '« {choice} » ne va avec aucune autre réponse. Décochez-la, ou décochez les autres.',
  'fault.too_few': 'Choisissez au moins {count, plural, one {# réponse} other {# réponses}}.',
  'fault.too_many': 'Choisissez au plus {count, plural, one {# réponse} other {# réponses}}.',
  'fault.places':
    '{most, plural, =1 {Attribuez la place 1 une seule fois.} other {Attribuez chaque place de 1 à {most} une seule fois.}}',
  'fault.row': 'Choisissez une seule réponse par ligne.',
  'fault.rows': 'Choisissez une réponse à chaque ligne.',
  'fault.tick': 'Cochez la case ou laissez-la vide.',
  'fault.day': 'Écrivez une date sous la forme 2027-02-26.',
  'fault.day_before': 'Choisissez une date à partir du {earliest, date, day}.',
  'fault.day_after': 'Choisissez une date jusqu’au {latest, date, day}.',
  'fault.number': 'Écrivez un nombre en chiffres.',
  'fault.number_least': 'Écrivez un nombre d’au moins {least, number, plain}.',
  'fault.number_most': 'Écrivez un nombre d’au plus {most, number, plain}.',
  'fault.number_range': 'Écrivez un nombre de {least, number, plain} à {most, number, plain}.',
  'fault.decimals':
    '{count, plural, =0 {Écrivez un nombre entier.} one {Écrivez au plus # décimale.} other {Écrivez au plus # décimales.}}',
  'fault.email': 'Écrivez une adresse comme name@example.com.',
  'fault.url': 'Écrivez une adresse web qui commence par https://.',
  'fault.phone': 'Écrivez un numéro comme +49 30 123456.',
  'fault.character': 'Ce texte contient un caractère impossible à enregistrer ; veuillez l’en retirer.',
  'fault.long': 'Limitez votre texte à {most, plural, one {# caractère} other {# caractères}}.',

  'page.title': 'Quelques questions de {workspace}',
  'page.card': 'Un court questionnaire',
  'page.asks': '{workspace} vous interroge',
  'page.as': '{name}, vous répondez en tant que <b>{persona}</b> chez <b>{account}</b>.',
  'page.last': 'C’était la dernière question.',
  'page.send': 'Envoyer mes réponses',
  'page.confirm': 'Confirmer {number} et envoyer mes réponses',
  'page.on': 'Continuer',
  'page.back': 'Retour',

  'question.place': 'Question {number} sur {count}',
  'question.place_most': 'Question {number} sur {count} au plus',
  'question.optional': '{place}, facultative',
  'question.declined': 'Je préfère ne pas répondre',
  'question.tapped':
    'Vous avez choisi <b>{number}</b> dans l’e-mail. Rien n’est envoyé avant votre confirmation.',

  'why.ask': 'Pourquoi cette question',
  'why.decide': 'Nous déciderons d’ici le {day} : {decision}',
  'why.sees': 'Qui voit vos réponses',
  'why.attributed': 'L’équipe qui vous interroge, avec votre nom.',
  'why.confidential':
    'L’équipe qui vous interroge, jamais avec votre nom et seulement avec les réponses d’au moins quatre autres personnes dans votre rôle.',
  'why.unlinkable':
    'L’équipe qui vous interroge. Personne ne peut relier une réponse à un nom, pas même un administrateur.',
  'why.back': 'Ce que vous aurez en retour',
  'why.promise': 'D’ici le {day} : {promise}',

  'done.title': 'Merci',
  'done.heading': 'Bien reçu. Merci, {name}.',
  'done.kept': 'Vos réponses en tant que {persona} chez {account}, le {moment}.',
  'done.hear': '<b>Vous aurez de nos nouvelles d’ici le {day} :</b> {promise}',

  'before.title': 'Déjà reçu',
  'before.heading': 'Nous avons déjà vos réponses.',
  'before.after':
    'Elles ont été envoyées auparavant depuis une autre page. Ce que vous venez d’envoyer n’a pas été enregistré, et rien n’a changé.',

  'closed.title': 'Terminé',
  'closed.heading': 'Ce questionnaire est terminé.',
  'closed.after': 'Il n’est plus possible d’y répondre. Merci de votre visite.',

  'unknown.title': 'Aucun questionnaire ici',
  'unknown.heading': 'Ce lien n’ouvre rien.',
  'unknown.after':
    'Il a peut-être été raccourci en chemin, ou remplacé par un plus récent. Le lien valable se trouve dans l’e-mail le plus récent de l’équipe qui vous interroge.',

  'page.look_over': 'Relire mes réponses',
  'page.not_you': 'Ce n’est pas vous, ou ce n’est plus votre rôle ?',
  'page.met_others': 'Des réponses d’un autre onglet ou appareil sont arrivées aussi et sont enregistrées.',
  'page.elsewhere':
    'Répondu sur un autre appareil, et enregistré. Répondez ici pour remplacer cette réponse.',
  'page.elsewhere_short': 'Répondu sur un autre appareil',

  'review.heading': 'Vos réponses, avant de les envoyer',
  'review.empty': 'Laissé vide',
  'review.change': 'Modifier',
  'review.change_that': 'Modifier : {question}',

  'script.sending': 'Envoi en cours…',
  'script.saving': 'Enregistrement…',
  'script.saved': 'Enregistré. Vous pourrez continuer ici plus tard.',
  'script.offline':
    'Pas de connexion. Tout ce que vous avez écrit est encore là ; un nouvel essai se fait tout seul.',
  'script.busy':
    'Nous ne pouvons pas le recevoir pour le moment. Tout ce que vous avez écrit est encore là ; un nouvel essai se fait tout seul.',
  'script.retry': 'Essayer maintenant',
  'script.newer': 'Ce questionnaire a été poursuivi dans un autre onglet ou appareil.',
  'script.reload': 'Afficher les réponses plus récentes',
  'script.hint': 'Les touches numériques choisissent une réponse',

  'again.title': 'Encore un clic',
  'again.heading': 'Encore un clic, s’il vous plaît.',
  'again.after':
    'Cet envoi ressemblait à celui d’une machine : certains filtres de messagerie cliquent d’eux-mêmes sur les boutons. Vos réponses sont toutes là ; cliquez encore une fois pour les envoyer.',
  'again.send': 'Oui, ce sont mes réponses',

  'stop.title': 'Plus de questions',
  'stop.heading': 'Plus de questions de {workspace} ?',
  'stop.after':
    'Plus aucun message ne sera envoyé à votre adresse. Les réponses que vous avez données restent à ceux à qui vous les avez données.',
  'stop.send': 'Ne plus me poser de questions',
  'stop.done': 'C’est fait.',
  'stop.done_after': '{workspace} n’écrira plus à cette adresse.',
  'stop.series': 'Arrêter seulement cette série de questions',
  'stop.series_after': 'D’autres personnes chez {workspace} pourront encore vous écrire.',
  'stop.series_done':
    'Vous ne recevrez plus de messages de cette série. D’autres personnes chez {workspace} pourront encore vous écrire.',
  'stop.else': 'Ou s’agit-il d’autre chose ?',
  'stop.role': 'Mon rôle n’est pas {persona}',
  'stop.role_asked':
    'Désormais, nous vous connaissons en tant que <b>{persona}</b> chez <b>{account}</b>. Le lien de votre message ouvre les questions pour ce rôle.',

  'crowded.title': 'Un peu plus tard',
  'crowded.heading': 'Un peu plus tard, s’il vous plaît.',
  'crowded.after':
    'Ce lien reçoit en ce moment plus de réponses qu’il n’en accepte à la fois ; les vôtres ne sont pas encore enregistrées. Rien n’est perdu : tout ce que vous avez écrit est dans cette page. Veuillez l’envoyer à nouveau {when}.',

  'trouble.title': 'Pas encore enregistré',
  'trouble.heading': 'Nous ne pouvons pas le recevoir pour le moment.',
  'trouble.kept':
    'Rien n’est perdu : tout ce que vous avez écrit est dans cette page. Patientez un instant, puis envoyez-le à nouveau.',
  'trouble.later': 'Veuillez rouvrir le lien dans une minute.',
  'trouble.send': 'Envoyer à nouveau',

  'done.kept_untimed':
    'Vos réponses en tant que {persona} chez {account}. Aucune donnée ne les relie à votre nom ni à cette entreprise.',

  'shared.ask': 'Que faites-vous ?',
  'shared.ask_help': 'Les questions dépendent du rôle. Choisissez celui dans lequel vous répondez.',
  'shared.none': 'Aucun de ces rôles',
  'shared.none_help': 'Dans ce cas, rien n’est demandé et rien n’est enregistré.',
  'shared.choose': 'Choisissez ce que vous faites, ou « Aucun de ces rôles ».',
  'shared.known': 'Ce que nous savons de vous',
  'shared.known_nobody':
    'Seulement ce que vous dites ici. Aucun nom, aucune entreprise et aucune adresse n’est enregistré avec vos réponses, sauf si vous en écrivez.',
  'shared.held': 'Quelqu’un de l’équipe regarde chaque réponse avant qu’elle ne compte.',
  'shared.counted': 'Elle compte à part de celles des personnes interrogées nommément.',
  'shared.device':
    'Une marque reste sur cet appareil pour qu’il ne réponde qu’une fois ; rien ne la relie à vos réponses.',
  'shared.as': 'Vous répondez en tant que <b>{persona}</b>.',
  'shared.other': 'Vous faites autre chose ?',
  'shared.sees': 'L’équipe qui vous interroge. Elle voit vos réponses et ce que vous faites, et aucun nom.',
  'shared.sees_together':
    'L’équipe qui vous interroge, et seulement avec les réponses d’au moins quatre autres personnes qui font la même chose. Elle ne voit aucun nom.',
  'shared.bye': 'Merci de votre visite.',
  'shared.bye_none':
    'Aucune de nos questions ne correspond à ce que vous faites ; rien n’est donc demandé, et rien n’a été enregistré.',
  'shared.bye_not_asked':
    'En tant que <b>{persona}</b>, aucune question ne vous est posée cette fois. Rien n’a été enregistré.',
  'shared.answered': 'Cet appareil a déjà répondu.',
  'shared.answered_after':
    'Une seule réponse est acceptée par appareil. Rien de plus n’a été enregistré à l’instant.',
  'shared.received': 'Bien reçu. Merci.',
  'shared.received_as': 'Vos réponses en tant que <b>{persona}</b>.',
  'shared.back': '<b>Ce qui en sortira, d’ici le {day} :</b> {promise}',
} as const satisfies Record<keyof typeof en, string>;
