### Os textos dos e-mails, em português de Portugal.
### Os nomes das funções vêm depois de dois pontos, entre parênteses ou isolados, nunca no meio de uma frase.
### `$service` é o nome de um serviço, `$account`, `$to`, `$from`, `$by` são ID de cliente, `$roles` é uma lista de funções.

## Todos os e-mails

brand = { -brand }
# A última linha de cada e-mail.
footer = Enviado por { -brand }
footer-automatic = Esta é uma mensagem automática destinada ao cliente { $account }; as respostas não são lidas.
# Para quem não tem conta, ou não deve ficar a saber o ID de cliente.
footer-automatic-unnamed = Esta é uma mensagem automática; as respostas não são lidas.
footer-support = Apoio ao cliente: { $address }
footer-safety = Nunca pedimos a sua palavra-passe por e-mail. Os links dos nossos e-mails começam sempre por { $origin }
greeting = Olá, { $name },
# Para um endereço que pode não ser do cliente.
greeting-unnamed = Olá,
# Depois de uma etiqueta, na versão de texto de um e-mail.
colon = { ":" }

## Nomes

role-admin = contacto administrador
role-tech = contacto técnico
role-billing = contacto de faturação
# Nos assuntos, entre parênteses.
role-admin-short = administrador
role-tech-short = técnico
role-billing-short = faturação
# Um nome de domínio e a sua zona DNS, alterados em conjunto.
service-pair = { $service } (nome de domínio e zona DNS)
# example.org (nome de domínio)
service-of-category = { $service } ({ $category })
category-domain = nome de domínio
category-dns-zone = zona DNS
category-hosting = alojamento web
category-database = base de dados
category-vps = VPS
category-dedicated-server = servidor dedicado
category-public-cloud = projeto public cloud
category-email = serviço de e-mail
category-telephony = linha telefónica
category-internet-access = acesso à Internet
# Assinala o ID de cliente do próprio destinatário.
account-you = { $account } (a sua conta)

## O quadro dos dados

fact-service = Serviço
fact-roles =
    { $count ->
        [one] Função
       *[other] Funções
    }
fact-holder = Contacto atual
fact-former = Contacto anterior
fact-new = Novo contacto
fact-proposed = Contacto proposto
fact-asked-by = Autor do pedido
# What else the same form asks of the service; roles and a customer ID follow.
fact-siblings = Pedido em conjunto
# In place of a customer ID that the recipient may not see.
other-customer = outro cliente
# Seguem-se `$count` contas.
fact-must-accept =
    { $count ->
        [one] Tem de aceitar
       *[other] Têm de aceitar
    }
fact-still-to-accept = Falta a decisão de
fact-not-accepted =
    { $count ->
        [one] Não aceitou
       *[other] Não aceitaram
    }
fact-until = Decidir até
fact-changed-at = Data da alteração
fact-number = Pedido
# 42
fact-number-value = N.º { $number }
fact-changed-by = Alterado por
# Seguem-se `$count` dados.
fact-details =
    { $count ->
        [one] Dado alterado
       *[other] Dados alterados
    }
fact-expires = Expira a
fact-stops = Interrupção
fact-your-role = A sua função
fact-account = ID de cliente
fact-new-address = Novo endereço
fact-name = Nome
fact-organisation = Organização
fact-valid-until = Válido até
fact-date = Data

## Código, botão, mensagem

code-label = O seu código de validação
code-hint = É pessoal e de utilização única. Não o transmita a ninguém.
button-request = Abrir o pedido
button-decide = Aceitar ou recusar
button-hint = O código já vem preenchido. Abrir a página não decide nada: é lá que escolhe «Aceitar» ou «Recusar».
# Por baixo do botão; segue-se o endereço da página.
button-instead = Se o botão não funcionar, introduza o código nesta página:
quote-message = Mensagem de { $by }, tal como foi escrita
quote-reason = Motivo indicado por { $by }
quote-reason-administrator = Motivo indicado pelo administrador
quote-reason-staff = Motivo indicado pelo apoio ao cliente

## Foi feito um pedido: aos intervenientes

asked-own-subject = { $service }: confirme a alteração de contacto ({ $roles })
asked-own-heading = Confirme a alteração de contacto
asked-own-lead =
    { $count ->
        [one] Pediu a transferência desta função no serviço { $service } para { $to }: { $roles }.
       *[other] Pediu a transferência destas funções no serviço { $service } para { $to }: { $roles }.
    }
asked-own-rule = Nada muda sem a sua aceitação e a de { $to }. Cada um recebe o seu próprio código.
asked-self-lead =
    { $count ->
        [one] Pediu para assumir esta função no serviço { $service }: { $roles }.
       *[other] Pediu para assumir estas funções no serviço { $service }: { $roles }.
    }
asked-self-rule = Basta a sua aceitação. A alteração é efetuada assim que aceitar.
asked-new-subject = { $service }: pedido para ser contacto ({ $roles })
asked-new-heading = Pedem-lhe que seja contacto de um serviço
asked-new-lead =
    { $count ->
        [one] { $by } pede-lhe que assuma esta função no serviço { $service }: { $roles }.
       *[other] { $by } pede-lhe que assuma estas funções no serviço { $service }: { $roles }.
    }
asked-new-rule = Nada muda sem a sua aceitação e a de { $by }. Cada um recebe o seu próprio código.
duty-title =
    { $count ->
        [one] O que implica esta função
       *[other] O que implicam estas funções
    }
duty-admin = O contacto administrador gere todo o serviço, nomeia os outros contactos e pode alterar os dados do proprietário.
duty-tech = O contacto técnico gere a parte técnica do serviço.
duty-billing = O contacto de faturação paga o serviço e é informado das renovações.
linked-title = Mais do que um pedido
linked-text = Este pedido e os que foram enviados com ele são executados em conjunto, ou nenhum é executado. Cada um tem o seu e-mail e o seu código.
doubt-own-title = Não fez este pedido?
doubt-own-text = Abra o pedido e escolha «Recusar»: nada mudará. Em seguida, altere a sua palavra-passe, porque alguém utilizou a sua conta.
doubt-new-title = Não esperava este pedido?
doubt-new-text = Abra o pedido e escolha «Recusar»: nada mudará e { $by } receberá um aviso. Se não fizer nada, o pedido expira a { $date }.
# To be asked no more; the address of the request's page follows.
block-title = Não deseja receber mais pedidos de { $by }?
block-text = Pode bloquear este cliente na página do pedido. Abri-la não decide nada:

## Um novo código em vez do anterior

resent-subject = { $service }: o seu novo código de validação ({ $roles })
resent-heading = O seu novo código de validação
resent-lead = Aqui está o novo código que pediu. Os códigos anteriores deste pedido deixaram de funcionar.

## Muitos pedidos em pouco tempo: um só e-mail reúne-os

digest-subject =
    { $count ->
        [one] { $count } pedido aguarda a sua decisão
       *[other] { $count } pedidos aguardam a sua decisão
    }
digest-lead = Em pouco tempo, foram-lhe propostas várias alterações de contacto. Este e-mail reúne esses pedidos.
digest-rule = A sua decisão é independente para cada pedido. Nada muda sem a sua aceitação.
digest-more-title =
    { $count ->
        [one] E mais { $count } pedido
       *[other] E mais { $count } pedidos
    }
digest-more-text = Os respetivos códigos não estão neste e-mail. Na página de cada pedido, pode pedir um código:
digest-doubt-text = Abra os pedidos e escolha «Recusar»: nada mudará. Se não fizer nada, cada pedido expira na data indicada.
button-requests = Abrir os meus pedidos
digest-ended-subject =
    { $count ->
        [one] { $count } pedido terminou
       *[other] { $count } pedidos terminaram
    }
digest-ended-lead = Tínhamos-lhe escrito sobre estes pedidos. Já terminaram: nada mudou e os seus códigos deixaram de funcionar.
digest-ended-title = Pedidos terminados
digest-cancelled = { $request }: cancelado
digest-refused = { $request }: recusado
digest-aborted = { $request }: não executado
digest-ended-more =
    { $count ->
        [one] E mais { $count }.
       *[other] E mais { $count }.
    }

## Faltam dois dias

reminder-subject = { $service }: a sua decisão é necessária até { $date } ({ $roles })
reminder-heading = A sua decisão é necessária
reminder-lead =
    { $count ->
        [one] Uma alteração de contacto no serviço { $service } continua a aguardar a sua decisão. Diz respeito a esta função: { $roles }.
       *[other] Uma alteração de contacto no serviço { $service } continua a aguardar a sua decisão. Diz respeito a estas funções: { $roles }.
    }
reminder-rule = Se faltar alguma aceitação, o pedido expira a { $date } e nada muda.
reminder-code = O seu código está no e-mail que já lhe enviámos sobre este pedido. Se não o encontrar, peça um novo na página do pedido.
reminder-doubt-text = Abra o pedido e escolha «Recusar»: nada mudará e o outro contacto será informado.

## A alteração foi efetuada

done-subject = { $service }: o contacto foi alterado ({ $roles })
done-heading = O contacto foi alterado
done-new-lead =
    { $count ->
        [one] A sua conta tem agora esta função no serviço { $service }: { $roles }.
       *[other] A sua conta tem agora estas funções no serviço { $service }: { $roles }.
    }
done-former-lead =
    { $count ->
        [one] { $to } aceitou. A sua conta deixou de ter esta função no serviço { $service }: { $roles }.
       *[other] { $to } aceitou. A sua conta deixou de ter estas funções no serviço { $service }: { $roles }.
    }
done-own-lead =
    { $count ->
        [one] A alteração que pediu foi efetuada. { $to } tem agora esta função no serviço { $service }: { $roles }.
       *[other] A alteração que pediu foi efetuada. { $to } tem agora estas funções no serviço { $service }: { $roles }.
    }
done-nothing-to-do = Não precisa de fazer mais nada.
done-doubt-title = Não aceitou esta alteração?
done-doubt-text = Altere imediatamente a sua palavra-passe e contacte o apoio ao cliente, indicando o número do pedido.
replaced-subject = { $service }: a sua conta deixou de ser contacto ({ $roles })
replaced-heading = A sua conta deixou de ser contacto
replaced-lead =
    { $count ->
        [one] A pedido de { $by }, a sua conta deixou de ter esta função no serviço { $service }: { $roles }.
       *[other] A pedido de { $by }, a sua conta deixou de ter estas funções no serviço { $service }: { $roles }.
    }
replaced-rest = As suas outras funções, se as tiver, mantêm-se. Não precisa de fazer nada.
replaced-doubt-title = Não esperava esta alteração?
replaced-doubt-text = O contacto administrador de um serviço pode decidir esta alteração sem a sua aceitação. Fale com { $by } ou contacte o apoio ao cliente, indicando o número do pedido.

## A alteração não foi efetuada

nothing-changed = Nada mudou e os códigos enviados para este pedido deixaram de funcionar.
refused-subject = { $service }: a alteração de contacto foi recusada ({ $roles })
refused-heading = A alteração de contacto foi recusada
refused-lead = { $by } recusou o pedido relativo ao serviço { $service }.
cancelled-subject = { $service }: a alteração de contacto foi cancelada ({ $roles })
cancelled-heading = A alteração de contacto foi cancelada
cancelled-lead = { $by } cancelou o pedido relativo ao serviço { $service }.
cancelled-by-administrator-lead = O administrador do serviço { $service } cancelou o pedido.
aborted-subject = { $service }: a alteração de contacto não foi efetuada ({ $roles })
aborted-heading = A alteração de contacto não foi efetuada
aborted-lead = Não foi possível executar o pedido relativo ao serviço { $service }. O pedido terminou.
expired-subject = { $service }: o pedido de alteração de contacto expirou ({ $roles })
expired-heading = O pedido expirou
expired-lead = O pedido relativo ao serviço { $service } não foi aceite por todos dentro do prazo.
again-own = Se ainda quiser esta alteração, faça um novo pedido.
again-other = Se a alteração ainda for necessária, { $by } pode fazer um novo pedido.

reason-cancelled = O autor do pedido cancelou-o.
reason-right-lost = O autor do pedido já não tem permissão para pedir esta alteração.
reason-contact-changed = O contacto a substituir mudou entretanto.
# Não diz a ninguém de quem é a dívida.
reason-debt = As condições para alterar o contacto de faturação não estão reunidas. Se tiver uma fatura por pagar, pague-a antes de fazer um novo pedido.
reason-account-disabled = A conta de um dos intervenientes já não está ativa.
reason-linked-ended = Um pedido que devia ser executado juntamente com este terminou sem efeito.
reason-cancelled-by-administrator = O administrador do serviço cancelou-o.
reason-superseded = O administrador do serviço pediu outra alteração em seu lugar.
reason-staff = O apoio ao cliente terminou-o.

## A própria conta

email-confirm-subject = Confirme o seu novo endereço de e-mail
email-confirm-heading = Confirme o seu novo endereço de e-mail
email-confirm-lead = Este endereço foi indicado como novo endereço de e-mail do cliente { $account }. Assim que for confirmado, os nossos e-mails passam a ser enviados para aqui.
email-confirm-button = Confirmar este endereço
email-confirm-hint = O código já vem preenchido. Se ainda não tiver iniciado sessão, terá de o fazer primeiro.
email-confirm-doubt-title = Não sabe do que se trata?
email-confirm-doubt-text = Ignore este e-mail. Nada muda sem o código e sem que o próprio cliente inicie sessão.
email-announce-subject = Foi indicado um novo endereço de e-mail para a sua conta
email-announce-heading = O seu endereço de e-mail vai mudar
email-announce-lead = Foi indicado um novo endereço de e-mail para a sua conta. Assim que for confirmado, os nossos e-mails passam a ser enviados para lá e deixam de chegar aqui.
email-announce-doubt-title = Não pediu esta alteração?
email-announce-doubt-text = Altere imediatamente a sua palavra-passe, porque alguém utilizou a sua conta. Em seguida, contacte o apoio ao cliente.
button-profile = Abrir o meu perfil
password-changed-subject = A sua palavra-passe foi alterada
password-changed-heading = A sua palavra-passe foi alterada
password-changed-lead = A palavra-passe da sua conta foi alterada. As sessões foram terminadas em todos os dispositivos.
password-changed-doubt-title = Não fez esta alteração?
password-changed-doubt-text = Contacte imediatamente o apoio ao cliente: alguém utilizou a sua conta.
password-reset-subject = Defina uma nova palavra-passe
password-reset-heading = Defina uma nova palavra-passe
password-reset-lead = Foi pedida uma nova palavra-passe para a sua conta. Se fez este pedido, defina-a na página que se abre a partir deste e-mail. Até lá, a sua palavra-passe atual continua válida.
password-reset-button = Definir uma nova palavra-passe
password-reset-hint = O código já vem preenchido. Assim que for definida uma nova palavra-passe, o link deixa de funcionar.
password-reset-doubt-title = Não fez este pedido?
password-reset-doubt-text = Ignore este e-mail: sem o código, ninguém pode alterar a sua palavra-passe.
name-changed-subject = O seu nome ou a sua organização foi alterado
name-changed-lead = O nome ou a organização da sua conta foi alterado. Estes são os dados atuais.
name-changed-doubt-title = Não pretendia esta alteração?
name-changed-doubt-text = Altere imediatamente a sua palavra-passe, porque alguém pode ter utilizado a sua conta. Em seguida, contacte o apoio ao cliente.
invite-subject = Defina a palavra-passe da sua nova conta
invite-heading = A sua conta está pronta
invite-lead = Foi criada uma conta para si. Defina a palavra-passe na página que se abre a partir deste e-mail e inicie sessão com o seu ID de cliente ou com este endereço de e-mail.
invite-button = Definir a minha palavra-passe
invite-hint = O código já vem preenchido. Se o link tiver expirado, peça outro na página de início de sessão, em «Esqueceu-se da palavra-passe?».
invite-doubt-title = Não esperava este e-mail?
invite-doubt-text = Alguém indicou o seu endereço. Informe o apoio ao cliente.
account-disabled-subject = A sua conta está desativada
account-disabled-lead = Foi pedida uma nova conta ou uma nova palavra-passe com este endereço. Pertence à sua conta, que está desativada: ninguém pode iniciar sessão nela e nenhuma outra conta pode utilizar o endereço. Se quiser voltar a utilizá-la, contacte o apoio ao cliente.
account-disabled-button = Como nos contactar
account-disabled-doubt-title = Não fez este pedido?
account-disabled-doubt-text = Ignore este e-mail: nada mudou e quem fez o pedido não ficou a saber que tem uma conta.
sign-up-confirm-subject = Confirme o seu endereço de e-mail para ativar a sua conta
sign-up-confirm-heading = Confirme o seu endereço de e-mail
sign-up-confirm-lead = Este endereço foi indicado para criar uma conta. A sua conta fica pronta assim que confirmar o endereço.
sign-up-confirm-button = Confirmar e ativar a minha conta
sign-up-confirm-hint = O código já vem preenchido. Abrir a página não basta: a conta só é ativada quando aí introduzir a palavra-passe que definiu e premir o botão.
sign-up-confirm-doubt-title = Não fez este pedido?
sign-up-confirm-doubt-text = Ignore este e-mail: sem o código, nenhuma conta é ativada e os dados introduzidos são eliminados.
sign-up-known-subject = Já tem uma conta
sign-up-known-heading = Já tem uma conta
sign-up-known-lead = Este endereço foi indicado para criar uma conta, mas já está associado a uma. Inicie sessão com este endereço de e-mail e a sua palavra-passe.
sign-up-known-forgotten-title = Esqueceu-se da palavra-passe?
sign-up-known-forgotten-text = Defina uma nova nesta página:
sign-up-known-doubt-title = Não fez este pedido?
sign-up-known-doubt-text = Ignore este e-mail: nada mudou e quem indicou o seu endereço não ficou a saber que tem uma conta.
welcome-subject = O seu ID de cliente
welcome-heading = Damos-lhe as boas-vindas: este é o seu ID de cliente
welcome-lead = A sua conta está pronta. Inicie sessão com o seu ID de cliente, ou com este endereço de e-mail, e a sua palavra-passe.
welcome-use = Os outros clientes precisam do seu ID de cliente para lhe transferir uma função de contacto. Guarde este e-mail.
button-sign-in = Iniciar sessão
welcome-doubt-title = Não criou uma conta?
welcome-doubt-text = Alguém indicou o seu endereço. Informe o apoio ao cliente.

## Os dados do proprietário foram alterados: ao endereço anterior e ao atual. Nada do que neles consta é revelado.

owner-changed-subject = { $service }: os dados do proprietário foram alterados
owner-changed-heading = Os dados do proprietário foram alterados
owner-first-subject = { $service }: foram introduzidos os dados do proprietário
owner-first-heading = Foram introduzidos os dados do proprietário
owner-changed-lead = { $by }, contacto administrador do serviço { $service }, alterou os dados do proprietário.
owner-first-lead = { $by }, contacto administrador do serviço { $service }, introduziu os dados do proprietário.
owner-changed-why = Recebe este e-mail porque o seu endereço é, ou era até agora, o endereço de e-mail do proprietário. Se a alteração estiver correta, não precisa de fazer nada.
owner-doubt-title = A alteração não está correta?
owner-doubt-text = Fale com { $by }, o único contacto que pode alterar estes dados, ou contacte o apoio ao cliente, indicando o nome do serviço. O proprietário é o titular legal do serviço: é importante que os dados estejam corretos.
owner-name = nome
owner-organisation = organização
owner-street = rua
owner-postal-code = código postal
owner-city = localidade
owner-country = país
owner-phone = telefone
owner-email = endereço de e-mail

## Um serviço está a chegar ao fim: ao contacto de faturação

# `$date` é um dia: 27 de novembro de 2026.
renewal-subject = { $service }: expira a { $date }
renewal-heading = Um serviço expira em breve
renewal-lead =
    { $days ->
        [one] { $service } expira a { $date }, dentro de { $days } dia.
       *[other] { $service } expira a { $date }, dentro de { $days } dias.
    }
renewal-rule = Se quiser mantê-lo, renove-o antes dessa data. Se já tratou da renovação, não precisa de fazer nada.
renewal-doubt-title = Não é responsável pelo pagamento deste serviço?
renewal-doubt-text = Recebe este e-mail como contacto de faturação do serviço. Na página do serviço, pode transferir esta função para outro cliente.
button-service = Abrir o serviço
# O serviço tem uma fatura por pagar.
unpaid-subject = { $service }: fatura por pagar, interrupção a { $date }
unpaid-heading = Um serviço pode ser interrompido em breve
unpaid-lead =
    { $days ->
        [one] { $service } tem uma fatura por pagar. Sem pagamento, o serviço é interrompido a { $date }, dentro de { $days } dia.
       *[other] { $service } tem uma fatura por pagar. Sem pagamento, o serviço é interrompido a { $date }, dentro de { $days } dias.
    }
unpaid-rule = Pague a fatura antes dessa data para manter o serviço. Um pagamento pode demorar algum tempo a chegar-nos: se acabou de pagar, não precisa de fazer mais nada.
button-pay = Pagar as minhas faturas
