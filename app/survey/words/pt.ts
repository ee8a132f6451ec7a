import type { en } from './en.ts';
import { letter } from './letter/pt.ts';
import { who } from './who/pt.ts';

/** Worded so that it reads well on both sides of the ocean. */
export const pt = {
  ...who,
  ...letter,

  'scale.unlikely': 'nada provável',
  'scale.likely': 'muito provável',
  'ranking.help': 'Atribua um lugar a cada item. O 1 vem primeiro.',

  'missing.choice': 'Escolha uma resposta para continuar.',
  'missing.rows': 'Escolha uma resposta em cada linha para continuar.',
  'missing.order': 'Ordene os itens para continuar.',
  'missing.words': 'Escreva algumas palavras para continuar.',
  'missing.number': 'Escreva um número para continuar.',
  'missing.day': 'Escolha uma data para continuar.',
  'missing.tick': 'Marque a caixa para continuar.',

  'fault.nothing': 'Responda a pelo menos uma pergunta antes de enviar.',
  'fault.score': 'Escolha um número de {low} a {high}.',
  'fault.one': 'Escolha uma das respostas.',
  'fault.shown': 'Escolha entre as respostas apresentadas.',
  'fault.other': 'Escreva ao lado de “{other}” a que se refere ou escolha outra resposta.',
  'fault.lone': '«{choice}» não pode acompanhar outra resposta. Desmarque-a, ou desmarque as outras.',
  'fault.too_few': 'Escolha pelo menos {count, plural, one {# resposta} other {# respostas}}.',
  'fault.too_many': 'Escolha no máximo {count, plural, one {# resposta} other {# respostas}}.',
  'fault.places':
    '{most, plural, =1 {Atribua o lugar 1 uma só vez.} other {Atribua cada lugar de 1 a {most} uma só vez.}}',
  'fault.row': 'Escolha uma só resposta em cada linha.',
  'fault.rows': 'Escolha uma resposta em cada linha.',
  'fault.tick': 'Marque a caixa ou deixe-a vazia.',
  'fault.day': 'Escreva uma data como 2027-02-26.',
  'fault.day_before': 'Escolha uma data a partir de {earliest, date, day}.',
  'fault.day_after': 'Escolha uma data até {latest, date, day}.',
  'fault.number': 'Escreva um número com algarismos.',
  'fault.number_least': 'Escreva um número não menor que {least, number, plain}.',
  'fault.number_most': 'Escreva um número não maior que {most, number, plain}.',
  'fault.number_range': 'Escreva um número de {least, number, plain} a {most, number, plain}.',
  'fault.decimals':
    '{count, plural, =0 {Escreva um número inteiro.} one {Escreva no máximo # casa decimal.} other {Escreva no máximo # casas decimais.}}',
  'fault.email': 'Escreva um endereço como name@example.com.',
  'fault.url': 'Escreva um endereço web que comece por https://.',
  'fault.phone': 'Escreva um número como +49 30 123456.',
  'fault.character': 'Este texto contém um caractere que não pode ser guardado; escreva-o sem ele.',
  'fault.long': 'Escreva no máximo {most, plural, one {# caractere} other {# caracteres}}.',

  'page.title': 'Algumas perguntas de {workspace}',
  'page.card': 'Um breve questionário',
  'page.asks': '{workspace} pergunta',
  'page.as': '{name}, as suas respostas são dadas como <b>{persona}</b> em <b>{account}</b>.',
  'page.last': 'Essa foi a última pergunta.',
  'page.send': 'Enviar as minhas respostas',
  'page.confirm': 'Confirmar {number} e enviar as minhas respostas',
  'page.on': 'Continuar',
  'page.back': 'Voltar',

  'question.place': 'Pergunta {number} de {count}',
  'question.place_most': 'Pergunta {number} de {count} no máximo',
  'question.optional': '{place}, pode ficar em branco',
  'question.declined': 'Prefiro não responder',
  'question.tapped': 'No e-mail foi escolhido <b>{number}</b>. Nada é enviado antes da sua confirmação.',

  'why.ask': 'Por que perguntamos',
  'why.decide': 'Decidimos até {day}: {decision}',
  'why.sees': 'Quem vê',
  'why.attributed': 'A equipe que pergunta, com o seu nome.',
  'why.confidential':
    'A equipe que pergunta, nunca com o seu nome e somente em conjunto com pelo menos outras quatro pessoas com o mesmo papel.',
  'why.unlinkable':
    'A equipe que pergunta. Ninguém pode ligar uma resposta a um nome, nem mesmo um administrador.',
  'why.back': 'O que recebe em troca',
  'why.promise': 'Até {day}: {promise}',

  'done.title': 'Obrigado',
  'done.heading': 'Recebido. Obrigado, {name}.',
  'done.kept': 'As suas respostas como {persona} em {account}, {moment}.',
  'done.hear': '<b>Receberá notícias nossas até {day}:</b> {promise}',

  'before.title': 'Já recebido',
  'before.heading': 'Já temos as suas respostas.',
  'before.after':
    'Foram enviadas antes, a partir de outra página. O que acabou de enviar não foi guardado e nada mudou.',

  'closed.title': 'Encerrado',
  'closed.heading': 'Este questionário está encerrado.',
  'closed.after': 'Já não é possível enviar respostas. Obrigado pela visita.',

  'unknown.title': 'Não há nenhum questionário aqui',
  'unknown.heading': 'Este link não abre nada.',
  'unknown.after':
    'Pode ter sido encurtado no caminho ou substituído por um mais recente. O link válido está no e-mail mais recente de quem lhe perguntou.',

  'page.look_over': 'Rever as minhas respostas',
  'page.not_you': 'Não é a pessoa indicada, ou este papel já não é o seu?',
  'page.met_others': 'Chegaram também respostas de outra aba ou de outro dispositivo, e estão guardadas.',
  'page.elsewhere': 'Respondida em outro dispositivo e guardada. Responda aqui para a substituir.',
  'page.elsewhere_short': 'Respondida em outro dispositivo',

  'review.heading': 'As suas respostas, antes de as enviar',
  'review.empty': 'Em branco',
  'review.change': 'Alterar',
  'review.change_that': 'Alterar: {question}',

  'script.sending': 'Envio em curso…',
  'script.saving': 'Salvamento em curso…',
  'script.saved': 'Guardado. Pode continuar aqui mais tarde.',
  'script.offline': 'Sem conexão. Tudo o que escreveu continua aqui; a nova tentativa é automática.',
  'script.busy':
    'Neste momento não conseguimos receber. Tudo o que escreveu continua aqui; a nova tentativa é automática.',
  'script.retry': 'Tentar agora',
  'script.newer': 'Este questionário foi continuado em outra aba ou em outro dispositivo.',
  'script.reload': 'Mostrar as respostas mais recentes',
  'script.hint': 'As teclas numéricas escolhem uma resposta',

  'again.title': 'Mais um clique',
  'again.heading': 'Mais um clique, por favor.',
  'again.after':
    'Isto chegou como uma máquina o enviaria: alguns filtros de e-mail clicam em botões por si próprios. As suas respostas estão todas aqui; clique mais uma vez para as enviar.',
  'again.send': 'Sim, são as minhas respostas',

  'stop.title': 'Sem mais perguntas',
  'stop.heading': 'Sem mais perguntas de {workspace}?',
  'stop.after':
    'Não voltaremos a escrever para o seu endereço. As respostas que deu ficam com quem as recebeu.',
  'stop.send': 'Não me perguntem mais, por favor',
  'stop.done': 'Feito.',
  'stop.done_after': '{workspace} não voltará a escrever para este endereço.',
  'stop.series': 'Parar apenas esta série de perguntas',
  'stop.series_after': 'Outras pessoas em {workspace} ainda poderão escrever-lhe.',
  'stop.series_done':
    'Não receberá mais mensagens desta série. Outras pessoas em {workspace} ainda poderão escrever-lhe.',
  'stop.else': 'Ou trata-se de outra coisa?',
  'stop.role': 'O meu papel não é {persona}',
  'stop.role_asked':
    'A partir de agora, para nós o seu papel é <b>{persona}</b> em <b>{account}</b>. A ligação na sua mensagem abre as perguntas para esse papel.',

  'crowded.title': 'Um pouco mais tarde',
  'crowded.heading': 'Um pouco mais tarde, por favor.',
  'crowded.after':
    'Por este link chegam agora mais respostas do que ele aceita de uma vez, por isso as suas ainda não estão guardadas. Nada se perdeu: tudo o que escreveu está nesta página. Envie de novo {when}, por favor.',

  'trouble.title': 'Ainda não guardado',
  'trouble.heading': 'Neste momento não conseguimos receber.',
  'trouble.kept':
    'Nada se perdeu: tudo o que escreveu está nesta página. Aguarde um momento e envie de novo.',
  'trouble.later': 'Abra o link de novo dentro de um minuto, por favor.',
  'trouble.send': 'Enviar de novo',

  'done.kept_untimed':
    'As suas respostas como {persona} em {account}. Nenhum registro as liga ao seu nome nem a esta empresa.',

  'shared.ask': 'O que faz?',
  'shared.ask_help': 'A cada papel se pergunta algo diferente. Escolha aquele em que responde.',
  'shared.none': 'Nenhum destes',
  'shared.none_help': 'Então nada é perguntado e nada é guardado.',
  'shared.choose': 'Escolha o que faz, ou “Nenhum destes”.',
  'shared.known': 'O que sabemos a seu respeito',
  'shared.known_nobody':
    'Só o que disser aqui. Com as suas respostas não é guardado nenhum nome, empresa ou endereço, a não ser que os escreva.',
  'shared.held': 'Alguém da equipe vê cada resposta antes de ela contar.',
  'shared.counted': 'Conta à parte das respostas de quem foi convidado pelo nome.',
  'shared.device':
    'Neste dispositivo fica uma marca, para que responda uma só vez; nada a liga às suas respostas.',
  'shared.as': 'As suas respostas são dadas como <b>{persona}</b>.',
  'shared.other': 'Faz outra coisa?',
  'shared.sees': 'A equipe que pergunta. Vê o que responde e o que faz, e nenhum nome.',
  'shared.sees_together':
    'A equipe que pergunta, e somente em conjunto com pelo menos outras quatro pessoas que fazem o mesmo. Não vê nenhum nome.',
  'shared.bye': 'Obrigado pela visita.',
  'shared.bye_none':
    'Nenhuma das nossas perguntas corresponde ao que faz, por isso nada é perguntado e nada foi guardado.',
  'shared.bye_not_asked': 'Desta vez não há perguntas para <b>{persona}</b>. Nada foi guardado.',
  'shared.answered': 'Este dispositivo já respondeu.',
  'shared.answered_after': 'É aceita uma resposta por dispositivo. Agora nada mais foi guardado.',
  'shared.received': 'Recebido. Obrigado.',
  'shared.received_as': 'As suas respostas como <b>{persona}</b>.',
  'shared.back': '<b>O que resultará daqui, até {day}:</b> {promise}',
} as const satisfies Record<keyof typeof en, string>;
