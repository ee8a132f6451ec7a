import type { WHO } from '../who.ts';

export const who = {
  'who.title': 'Quem responde',
  'who.wrote': 'Escrevemos para <b>{name}</b> como <b>{persona}</b> em <b>{account}</b>.',
  'who.legend': '{name}, o que faz em {account}?',
  'who.passed': 'Alguém da sua equipe nos deu o seu nome. O que faz em {account}?',
  'who.still_asked': '{name}, continua como <b>{persona}</b> em <b>{account}</b>?',
  'who.yes': 'Sim',
  'who.still': 'Continuo como {persona}',
  'who.now': 'Agora como {persona}',
  'who.none': 'Nenhum destes',
  'who.words': 'O que faz, em poucas palavras, se quiser',
  'who.left': 'Já não estou em {account}',
  'who.on': 'Continuar',
  'who.choose': 'Escolha uma opção para continuar.',
  'who.again':
    'Isto chegou como uma máquina o enviaria: alguns filtros de e-mail clicam em botões por si próprios. Clique mais uma vez, por favor.',
  'who.not_me': 'Não é {name}?',
  'who.pass': 'Enviar a outra pessoa da minha empresa',
  'who.self': 'Responder em meu próprio nome',
  'who.back': 'Voltar',

  'changed.other':
    'Respondeu como <b>{from}</b>, e isso fica tal como o deu. A partir de agora, para nós o seu papel é <b>{to}</b>.',
  'changed.none':
    'Respondeu como <b>{from}</b>, e isso fica tal como o deu. A partir de agora sabemos que nenhum dos nossos papéis é o seu.',
  'changed.left':
    'Respondeu como <b>{from}</b>, e isso fica tal como o deu. A partir de agora sabemos que já não está em {account}.',

  'noted.title': 'Obrigado',
  'noted.heading': 'Obrigado. Tomamos nota.',
  'noted.none':
    'Nenhum dos nossos papéis é o seu, por isso desta vez não há perguntas para responder. Nada foi contado em seu nome.',
  'noted.left':
    'Já não está em {account}, por isso não há perguntas para responder. Nada foi contado em seu nome.',
  'noted.not_asked':
    'A partir de agora, para nós o seu papel é <b>{persona}</b> em <b>{account}</b>. Desta vez não há perguntas para esse papel.',

  'pass.title': 'Enviar a outra pessoa da minha empresa',
  'pass.heading': 'Quem deve receber?',
  'pass.after':
    'Essa pessoa recebe um e-mail e um link próprio. O seu continua válido, e ela não vê nada do que escreveu.',
  'pass.name': 'Nome da pessoa',
  'pass.email': 'Endereço de e-mail da pessoa',
  'pass.send': 'Enviar a essa pessoa',
  'pass.fault_name': 'Escreva o nome só com letras.',
  'pass.fault_email': 'Escreva o endereço de uma só pessoa, como name@example.com.',
  'pass.fault_own': 'Foi enviado exatamente para esse endereço. Escreva o da outra pessoa.',
  'pass.done': 'Obrigado.',
  'pass.done_after': 'Se for permitido escrever a essa pessoa, ela receberá um e-mail.',
  'pass.before': 'Já tinha sido encaminhado.',
  'pass.before_after': 'Um link só pode ser encaminhado uma vez, por isso nada mudou.',

  'self.title': 'Responder em meu próprio nome',
  'self.heading': 'O que faz em {account}?',
  'self.after':
    'O convite era para {name}, por isso as suas respostas são guardadas à parte. Só contam se alguém da equipe as aceitar, e as perguntas para {name} continuam abertas.',
  'self.none': 'Então não há perguntas para responder.',
  'self.not_asked': 'Desta vez não há perguntas para esse papel.',
  'self.nothing_kept': 'Obrigado pela visita. Nada foi guardado.',
  'self.as': 'Responde em seu próprio nome, como <b>{persona}</b> em <b>{account}</b>.',
  'self.you': 'Qual é o seu nome?',
  'self.you_after':
    'Ambos podem ficar em branco. Dizem à equipe de quem vem a resposta, e mais ninguém os vê.',
  'self.name': 'O seu nome',
  'self.email': 'O seu endereço de e-mail',
  'self.send': 'Enviar as minhas respostas',
  'self.done': 'Recebido. Obrigado.',
  'self.done_after': 'As suas respostas são guardadas à parte. Só contam se alguém da equipe as aceitar.',
  'self.full': 'Por este link já chegou tudo o que ele permite.',
  'self.full_after':
    'O que acabou de enviar não foi guardado. Peça um link próprio a quem escreveu a essa outra pessoa.',

  'self.sees': 'A equipe que pergunta, com o que disser sobre si no final.',
} as const satisfies Record<keyof typeof WHO, string>;
