import type { WHO } from '../who.ts';

export const who = {
  'who.title': 'Qui répond',
  'who.wrote': 'Nous avons écrit à <b>{name}</b> en tant que <b>{persona}</b> chez <b>{account}</b>.',
  'who.legend': '{name}, que faites-vous chez {account} ?',
  'who.passed': 'Un ou une collègue nous a donné votre nom. Que faites-vous chez {account} ?',
  'who.still_asked': '{name}, êtes-vous toujours <b>{persona}</b> chez <b>{account}</b> ?',
  'who.yes': 'Oui',
  'who.still': 'Toujours {persona}',
  'who.now': 'Désormais {persona}',
  'who.none': 'Aucun de ces rôles',
  'who.words': 'Ce que vous faites, en quelques mots, si vous le souhaitez',
  'who.left': 'Je ne suis plus chez {account}',
  'who.on': 'Continuer',
  'who.choose': 'Choisissez une réponse pour continuer.',
  'who.again':
    'Cet envoi ressemblait à celui d’une machine : certains filtres de messagerie cliquent d’eux-mêmes sur les boutons. Cliquez encore une fois, s’il vous plaît.',
  'who.not_me': 'Vous n’êtes pas {name} ?',
  'who.pass': 'Transmettre à un ou une collègue',
  'who.self': 'Répondre en mon nom',
  'who.back': 'Retour',

  'changed.other':
    'Vous avez répondu en tant que <b>{from}</b>, et cela reste tel que vous l’avez donné. Désormais, nous vous connaissons en tant que <b>{to}</b>.',
  'changed.none':
    'Vous avez répondu en tant que <b>{from}</b>, et cela reste tel que vous l’avez donné. Désormais, nous savons qu’aucun de nos rôles ne vous correspond.',
  'changed.left':
    'Vous avez répondu en tant que <b>{from}</b>, et cela reste tel que vous l’avez donné. Désormais, nous savons que vous avez quitté {account}.',

  'noted.title': 'Merci',
  'noted.heading': 'Merci. Nous en avons pris note.',
  'noted.none':
    'Aucun de nos rôles ne vous correspond, il n’y a donc pas de questions pour vous cette fois. Rien n’a été compté en votre nom.',
  'noted.left':
    'Vous avez quitté {account}, il n’y a donc pas de questions pour vous. Rien n’a été compté en votre nom.',
  'noted.not_asked':
    'Désormais, nous vous connaissons en tant que <b>{persona}</b> chez <b>{account}</b>. Cette fois, il n’y a pas de questions pour ce rôle.',

  'pass.title': 'Transmettre à un ou une collègue',
  'pass.heading': 'À qui transmettre ?',
  'pass.after':
    'Cette personne recevra un e-mail et un lien à elle. Le vôtre reste valable, et elle ne voit rien de ce que vous avez écrit.',
  'pass.name': 'Son nom',
  'pass.email': 'Son adresse e-mail',
  'pass.send': 'Lui transmettre',
  'pass.fault_name': 'Écrivez son nom avec des lettres uniquement.',
  'pass.fault_email': 'Écrivez l’adresse d’une seule personne, comme name@example.com.',
  'pass.fault_own': 'C’est à cette adresse que le message est parti. Écrivez celle de votre collègue.',
  'pass.done': 'Merci.',
  'pass.done_after': 'Si nous pouvons lui écrire, cette personne recevra un e-mail.',
  'pass.before': 'Le lien a déjà été transmis.',
  'pass.before_after': 'Un lien ne peut être transmis qu’une fois ; rien n’a donc changé.',

  'self.title': 'Répondre en mon nom',
  'self.heading': 'Que faites-vous chez {account} ?',
  'self.after':
    'Vous n’êtes pas {name}, vos réponses sont donc conservées à part. Elles ne comptent que si quelqu’un de l’équipe les accepte, et les questions destinées à {name} restent ouvertes.',
  'self.none': 'Il n’y a donc pas de questions pour vous.',
  'self.not_asked': 'Cette fois, il n’y a pas de questions pour ce rôle.',
  'self.nothing_kept': 'Merci de votre visite. Rien n’a été enregistré.',
  'self.as': 'Vous répondez en votre propre nom, en tant que <b>{persona}</b> chez <b>{account}</b>.',
  'self.you': 'Qui êtes-vous ?',
  'self.you_after':
    'Les deux champs peuvent rester vides. Ils disent à l’équipe de qui vient cet avis, et personne d’autre ne les voit.',
  'self.name': 'Votre nom',
  'self.email': 'Votre adresse e-mail',
  'self.send': 'Envoyer mes réponses',
  'self.done': 'Bien reçu. Merci.',
  'self.done_after':
    'Vos réponses sont conservées à part. Elles ne comptent que si quelqu’un de l’équipe les accepte.',
  'self.full': 'Ce lien a déjà apporté tout ce qu’il pouvait.',
  'self.full_after':
    'Ce que vous venez d’envoyer n’a pas été enregistré. Demandez votre propre lien à qui a écrit à votre collègue.',

  'self.sees': 'L’équipe qui vous interroge, avec ce que vous direz de vous à la fin.',
} as const satisfies Record<keyof typeof WHO, string>;
