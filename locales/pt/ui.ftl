### Os textos da interface, em português de Portugal: tratamento formal, na terceira pessoa, sem «você».
### O mesmo termo é sempre a mesma palavra: a lista está em `docs/glossary/pt.md`.
### Em «n.º { $number }», o espaço é inseparável. As aspas são « », sem espaços no interior.

# O nome do próprio idioma, para o menu dos idiomas.
language-name = Português

## Datas. Os meses só aparecem em `date-pattern`.

month-january = janeiro
month-february = fevereiro
month-march = março
month-april = abril
month-may = maio
month-june = junho
month-july = julho
month-august = agosto
month-september = setembro
month-october = outubro
month-november = novembro
month-december = dezembro
# 27 de novembro de 2026
date-pattern = { NUMBER($day) } de { $month } de { NUMBER($year) }
# 27 de novembro de 2026, 14:05 UTC. Vírgula, porque «às» não serve para a 01:05.
date-time-pattern = { $date }, { $time } UTC

## O tempo que ainda falta

left-days =
    { $days ->
        [one] falta { $days } dia
       *[other] faltam { $days } dias
    }
left-hours =
    { $hours ->
        [one] falta { $hours } hora
       *[other] faltam { $hours } horas
    }
left-under-an-hour = falta menos de uma hora

## Em todas as páginas

skip-link = Ir para o conteúdo
home = { -brand }, os meus serviços
account-menu = A minha conta
contact-management = Gestão dos contactos
my-services = Os meus serviços
my-requests = Os meus pedidos
profile = Perfil
help = Ajuda
help-mail = O que fazer quando um e-mail não chega
help-roles = O que pode fazer cada um dos três contactos
help-states = O que significa cada estado
sign-out = Terminar sessão
choose-language = Idioma
banner-decide =
    { $count ->
        [one] { $count } pedido aguarda a sua decisão.
       *[other] { $count } pedidos aguardam a sua decisão.
    }
banner-waiting =
    { $count ->
        [one] { $count } dos seus pedidos aguarda a decisão do outro contacto.
       *[other] { $count } dos seus pedidos aguardam a decisão do outro contacto.
    }
banner-show = Ver
live-lost = Ligação perdida: o que vê pode estar desatualizado. A tentar novamente…
loading = A carregar…
error-title = Erro: { $title }
page-title = { $title } · { -brand }
me-mark = eu
previous-page = Anterior
next-page = Seguinte
pages = Páginas
back-to-requests = Voltar aos meus pedidos

## Início de sessão

sign-in = Iniciar sessão

## Funções, categorias, estados

role-admin = Administrador
role-tech = Técnico
role-billing = Faturação
role-admin-long = contacto administrador
role-tech-long = contacto técnico
role-billing-long = contacto de faturação
category-domain = Nome de domínio
category-dns-zone = Zona DNS
category-pair = Nome de domínio e zona DNS
category-hosting = Alojamento web
category-database = Base de dados
category-vps = VPS
category-dedicated-server = Servidor dedicado
category-public-cloud = Projeto public cloud
category-email = E-mail
# Não «telefonia», que em Portugal é também a rádio.
category-telephony = Serviço telefónico
category-internet-access = Acesso à Internet
status-ok = Ativo
status-in-creation = Em criação
status-expired = Expirado
status-pending-debt = Pagamento pendente
status-unpaid = Por pagar
state-todo = Por tratar
state-check-validity = Em verificação
state-validating = A aguardar aceitação
state-doing = Em execução
state-done = Concluído
state-refused = Recusado
state-aborted = Cancelado
state-expired = Expirado
state-error = Falhado

## Os meus serviços

services-caption = Os serviços dos quais é contacto
column-name = Serviço
column-category = Categoria
column-status = Estado
column-expiry = Expiração
column-actions = Ações
search-label = Pesquisar
search-hint = Serviço ou ID de cliente
filter-category = Categoria
filter-role = A minha função
# Serve para uma categoria, uma função ou um estado: nem masculino nem feminino.
filter-all = Tudo
apply-filters = Filtrar
clear-filters = Mostrar tudo
services-count =
    { $count ->
        [0] Nenhum serviço
        [one] { $count } serviço
       *[other] { $count } serviços
    }
services-more = Mais de { NUMBER($count) } serviços
services-none = Ainda não é contacto de nenhum serviço.
services-none-next = Assim que for contratado um serviço com o seu ID de cliente, ou lhe for transferida uma função, o serviço aparece aqui.
services-no-match = Nenhum serviço corresponde à sua pesquisa.
actions-for = Ações para { $service } ({ $category })
edit-contacts = Alterar os contactos
# Segue-se uma data.
expires-on = Expira a
owner-link = Proprietário
history = Histórico
show-request = Ver o pedido
show-request-number = Ver o pedido n.º { $number }
change-pending = alteração pendente

## Alterar os contactos

edit-title = Alterar os contactos de { $service }
edit-lead = Introduza o ID de cliente de cada novo contacto. Nada muda sem a aceitação de todos os intervenientes, cada um com o seu código pessoal.
edit-meanwhile = Entretanto, este serviço ou os pedidos que lhe dizem respeito mudaram.
field-admin = Contacto administrador
field-tech = Contacto técnico
field-billing = Contacto de faturação
field-hint = ID de cliente, com ou sem { $suffix }
closed-not-yours = Só o contacto administrador e o { $role } podem transferir esta função.
closed-admin = Só o contacto administrador pode transferir esta função.
closed-pending = Esta função já tem uma alteração pendente.
replaces-pending = O pedido n.º { $number } está pendente para esta função. Se indicar aqui outro contacto, esse pedido termina e os interessados são informados.
use-me = Eu
use-me-for = Eu, como: { $field }
message-label = Mensagem para o novo contacto (opcional)
message-hint = Até 500 caracteres. É incluída no e-mail e na página do pedido.
companion-dns-zone = Alterar também a zona DNS com o mesmo nome: tudo ou nada
companion-domain = Alterar também o nome de domínio correspondente: tudo ou nada
submit-request = Confirmar
preview-request = Verificar primeiro
cancel-edit = Voltar sem alterar nada
what-happens = O que vai acontecer
preview-nothing = Altere um campo para ver quem tem de aceitar e quem será informado.
preview-move = { $role }: { $from } → { $to }
preview-accept = Aceitação necessária: { $accounts }
preview-told = Aviso de conclusão para: { $accounts }
preview-replaces = Isto termina o pedido n.º { $number }, e os interessados são informados.
preview-days =
    { $days ->
        [one] O prazo para aceitar é de { $days } dia; depois, o pedido expira.
       *[other] O prazo para aceitar é de { $days } dias; depois, o pedido expira.
    }
preview-count-linked =
    { $count ->
        [one] Será criado { $count } pedido.
       *[other] Serão criados { $count } pedidos. Cada um é aceite em separado; ou são todos executados, ou nenhum.
    }
preview-count =
    { $count ->
        [one] Será criado { $count } pedido.
       *[other] Serão criados { $count } pedidos, cada um aceite em separado.
    }
preview-debt-own = Tem uma fatura por pagar. O contacto de faturação poderá ser alterado assim que a pagar.
preview-debt = Nem o contacto de faturação atual nem o novo podem ter faturas por pagar. A verificação é feita no envio do pedido e novamente na sua execução.

## Os meus pedidos

requests-caption = Os pedidos que enviou ou recebeu, do mais recente para o mais antigo
column-request = Pedido
column-date = Data
column-roles = Funções
column-from = De
column-to = Para
column-state = Estado
filter-state = Estado
filter-open = Em curso
requests-none = Ainda não há pedidos.
requests-none-next = Quando transferir uma função, ou quando alguém lhe transferir uma, o pedido aparece aqui.
requests-no-match = Não há pedidos neste estado.
waiting-for-you = A aguardar a sua decisão
waiting-for = A aguardar { $accounts }
decide-now = Aceitar ou recusar
open-request = Abrir
# Também no meio de uma frase, e em listas.
request-number = n.º { $number }

## Um pedido

request-title = Pedido n.º { $number }
request-service = Serviço
request-roles = Funções a transferir
request-by = Autor do pedido
request-expires = Pode ser aceite até
request-ended = Terminou a
request-message = Mensagem de { $account }
request-siblings = Pedido em conjunto
# In place of a customer ID that the reader may not see.
other-customer = outro cliente
siblings-linked = São executados em conjunto, ou nenhum é executado.
signatures-title = Aceitações necessárias
signed = Aceitou
signed-not = Recusou
signed-never = Não aceitou
signed-not-yet = Ainda não aceitou
timeline-title = Cronologia
your-decision = A sua decisão
code-label = Código de validação
code-hint = Está no e-mail que enviámos para { $address }. É pessoal e de utilização única.
accept = Aceitar
refuse = Recusar
refuse-ask = Recusar…
refuse-sure = A recusa põe fim ao pedido para todos e é definitiva.
refuse-confirm = Recusar a alteração
resend-title = Não recebeu o e-mail?
resend-text = Enviamos os códigos para { $address }. Um novo código substitui o anterior.
resend = Reenviar o e-mail
wrong-address = Endereço errado? Altere-o no seu perfil.
cancel-ask = Cancelar o pedido…
cancel-text = O pedido termina e o outro contacto é informado.
cancel-text-administrator = Como administrador deste serviço, pode terminar este pedido. Nada muda e os dois contactos são informados.
cancel-linked = Os pedidos associados também terminam: { $requests }.
cancel-reason = Motivo (opcional)
cancel-request = Cancelar o pedido
# `$account` is the customer ID of whoever asks the reader.
block-ask = Bloquear { $account }…
block-text = O cliente { $account } deixa de lhe poder fazer pedidos: não lhe enviaremos e-mails nem lhe mostraremos pedidos deste cliente. Os que ainda não aceitou desaparecem daqui e expiram. O cliente não é informado.
block-limits = As suas funções e os pedidos que já aceitou não mudam. Pode desbloquear este cliente no seu perfil; os pedidos ocultados até lá continuam ocultos.
block-confirm = Bloquear { $account }
block-done = Bloqueou { $account }.
block-undo = Alterar no seu perfil
decided-already = A sua aceitação está registada. O pedido aguarda a decisão de: { $accounts }.
waits-for-linked = Todos aceitaram este pedido. Será executado juntamente com o pedido associado, assim que esse também for aceite.
ended-done = A alteração foi efetuada.
ended-refused = { $account } recusou. Nada mudou.
ended-expired = Nem todos aceitaram dentro do prazo. Nada mudou; o autor do pedido pode repeti-lo com um clique.
ended-error = Ocorreu um erro do nosso lado. Nada mudou.
only-watching = Vê este pedido porque é contacto do serviço. O pedido aguarda a decisão de: { $accounts }.
aborted-cancelled = O autor do pedido cancelou-o. Nada mudou.
aborted-right-lost = O autor do pedido já não tem permissão para pedir esta alteração. Nada mudou.
aborted-contact-changed = O contacto a substituir mudou entretanto. Este pedido não alterou nada.
aborted-debt = O contacto de faturação atual ou o novo não tem os pagamentos em dia. Nada mudou.
aborted-account-disabled = A conta de um dos intervenientes já não está ativa. Nada mudou.
aborted-linked-ended = O pedido associado terminou sem efeito. Nada mudou.
aborted-cancelled-by-administrator = O administrador do serviço cancelou o pedido. Nada mudou.
aborted-superseded = O administrador do serviço pediu outra alteração em seu lugar. Este pedido não alterou nada.
aborted-staff = O apoio ao cliente terminou o pedido. Nada mudou.
cancel-reason-given = Motivo: { $reason }
pay-invoice = Pagar a minha fatura
ask-again = Repetir o pedido
ask-otherwise = Fazer outro pedido
event-asked = { $account } pediu a alteração
event-accepted = { $account } aceitou
event-refused = { $account } recusou
event-cancelled = { $account } cancelou
event-cancelled-by-administrator = O administrador do serviço cancelou
event-aborted = Pedido interrompido
event-expired = Prazo esgotado
event-done = Alteração efetuada
event-error = Pedido falhado
mail-asked = código
mail-resent = novo código
mail-reminder = lembrete
mail-done = confirmação
mail-replaced = informação
mail-refused = recusa
mail-cancelled = cancelamento
mail-aborted = informação
mail-expired = expiração
mail-pending = E-mail para { $account } a caminho ({ $subject })
mail-waiting = E-mail para { $account } ainda não entregue ao servidor, continuamos a tentar ({ $subject })
mail-sent = E-mail para { $account } enviado ({ $subject })
mail-owed = E-mail para { $account } ({ $subject })
mail-dead = E-mail para { $account } não entregue ({ $subject })
mail-outdated = E-mail para { $account } não enviado por já não ser necessário ({ $subject })

## O que acaba de ser feito

notice-registered = O seu pedido está registado. Cada interveniente recebe um e-mail com um código pessoal; o seu está a caminho.
notice-waiting = A sua aceitação está registada. O pedido ainda aguarda a decisão do outro contacto.
notice-linked = A sua aceitação está registada. A alteração será efetuada assim que o pedido associado também for aceite.
notice-done = Todos aceitaram e a alteração foi efetuada. Os interessados serão informados por e-mail.
notice-refused = A sua recusa está registada. O pedido terminou e o outro contacto será informado.
notice-cancelled = O pedido foi cancelado e os interessados serão informados.
notice-blocked = O cliente está bloqueado e deixa de lhe poder fazer pedidos. Pode desbloqueá-lo no seu perfil.
notice-resent = Um novo código está a caminho de { $address }. O anterior deixou de funcionar.

## Problemas

problem-title = Há um problema
problem-signed-out = A sua sessão terminou. Inicie sessão e tente novamente.
problem-not-found = O que procura não existe ou não lhe está acessível.
problem-nothing-changed = Ainda não alterou nada: altere pelo menos um campo.
problem-not-your-role = Não pode transferir a função de { $role } deste serviço.
problem-contact-changed = O { $role } é agora { $account }: mudou depois de ter aberto a página. Verifique o que introduziu e envie novamente.
problem-busy = Já há uma alteração do { $role } a aguardar aceitação.
problem-of-companion = Sobre o serviço com o mesmo nome, a alterar em conjunto: { $problem } Desmarque-o para alterar apenas este serviço.
problem-companion-gone = O serviço com o mesmo nome já não pode ser alterado juntamente com este. Nada foi enviado. Recarregue a página.
problem-busy-link = Ver o pedido em curso
problem-debt-own = Tem uma fatura por pagar. Pague-a e, em seguida, repita o pedido.
problem-debt = De momento, o contacto de faturação não pode ser alterado: o atual ou o novo não tem os pagamentos em dia.
problem-wrong-code =
    { $left ->
        [0] Este código não está correto. Era a última tentativa: peça um novo código.
        [one] Este código não está correto. Resta { $left } tentativa.
       *[other] Este código não está correto. Restam { $left } tentativas.
    }
problem-code-void = Este código já não é válido: houve demasiadas tentativas falhadas. Peça um novo.
problem-code-replaced = Este código foi substituído por um mais recente. Utilize o do nosso último e-mail ou peça um novo.
problem-decided = A sua decisão já está registada.
problem-ended = O pedido já terminou. Estado: { $state }.
problem-not-requester = Só o autor do pedido pode fazer isto.
problem-too-many-blocked = Já bloqueou { NUMBER($count) } clientes, o máximo possível. Desbloqueie primeiro um deles no seu perfil.
problem-too-many =
    { $minutes ->
        [one] Demasiadas tentativas. Tente novamente dentro de { $minutes } minuto.
       *[other] Demasiadas tentativas. Tente novamente dentro de { $minutes } minutos.
    }
problem-contended = Outra pessoa está a alterar isto neste momento. Nada foi alterado. Tente novamente dentro de alguns segundos.
problem-overloaded = O servidor está muito ocupado neste momento. Nada foi alterado. Tente novamente dentro de alguns segundos.
problem-cross-site = O envio veio de outro site e não foi processado.
problem-malformed = O servidor não compreendeu o que foi enviado. Recarregue a página e tente novamente.
problem-unreachable = Não há ligação ao servidor. O que introduziu continua aqui; tente novamente.
problem-internal = Ocorreu um erro do nosso lado. Se estava a alterar algo, veja se já está feito antes de tentar novamente. Se voltar a acontecer, indique-nos este número: { $id }
wrong-empty = { $field }: preencha este campo.
wrong-format-id = { $field }: não é um ID de cliente. O formato é xx11111-ovh.
wrong-format-code = { $field }: não é um dos nossos códigos. Um código tem 28 letras e algarismos.
wrong-format-text = { $field }: contém caracteres não permitidos.
# O nome do campo tanto é masculino como feminino.
wrong-too-long = { $field }: excede o tamanho permitido.
wrong-too-long-note = { $field }: excede o tamanho permitido. Utilize, no máximo, { NUMBER($count) } caracteres.

## Página não encontrada

not-found-title = Página não encontrada
not-found-text = Não há nada aqui, ou não tem acesso a esta página. Se seguiu o link de um e-mail, verifique se iniciou sessão com a conta que o recebeu.
not-found-home = Ir para os meus serviços
