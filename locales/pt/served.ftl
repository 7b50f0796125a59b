### Os textos das páginas que só o servidor produz, em português de Portugal.

## Rodapé

footer-promise = Nenhum contacto muda sem todas as aceitações necessárias.
choose-theme = Aspeto
theme-system = Sistema
theme-light = Claro
theme-dark = Escuro

## Início de sessão

sign-in-lead = Decida quem administra cada um dos seus serviços, quem trata da parte técnica e quem paga.
sign-in-first = Inicie sessão para continuar. Depois, regressa a esta página.
login-label = ID de cliente ou endereço de e-mail
password-label = Palavra-passe
email-new = Novo endereço de e-mail
password-new = Nova palavra-passe
login-hint = Por exemplo, xx11111-ovh
wrong-format-login = { $field }: não é um ID de cliente nem um endereço de e-mail. O formato é xx11111-ovh ou nome@example.org.
forgotten-link = Esqueceu-se da palavra-passe?
sign-up-link = Criar uma conta

## Criar uma conta

sign-up-title = Criar uma conta
sign-up-lead = Vai receber o seu ID de cliente por e-mail. Com ele, pode ser contacto administrador, técnico ou de faturação de um serviço.
name-hint = O seu ou o da sua empresa.
address-hint = Enviamos um e-mail para confirmar que este endereço é seu. É também aqui que recebe os seus códigos.
sign-up-submit = Criar a conta
sign-up-already = Já tenho uma conta
sign-up-sent = Enviámos um e-mail para { $address }. Siga as instruções desse e-mail no prazo de 24 horas.
sign-up-confirm-title = Ative a sua conta
sign-up-confirm-address = Introduza a sua palavra-passe e prima o botão para confirmar o endereço { $address } e ativar a sua conta.
sign-up-confirm-code = Introduza o código do nosso e-mail e a sua palavra-passe e prima o botão para confirmar o seu endereço e ativar a sua conta.
sign-up-confirm-password = A que definiu ao criar a conta.
sign-up-confirm-other = Se a sua palavra-passe não for aceite aqui, enganou-se ao introduzi-la da primeira vez, ou outra pessoa pediu uma conta com o seu endereço: crie novamente a conta e abra o link do último e-mail recebido.
sign-up-confirm-submit = Confirmar e ativar a minha conta
sign-up-done-title = A sua conta está ativa
sign-up-done-lead = Este é o seu ID de cliente:
sign-up-done-text = Também lho enviámos por e-mail. Os outros clientes precisam dele para lhe transferir uma função de contacto. Inicie sessão com este ID, ou com o seu endereço de e-mail, e a palavra-passe que definiu.
sign-up-stale = Se já ativou a sua conta, inicie sessão. Caso contrário, preencha novamente o formulário: recebe um novo link.

## Palavras-passe esquecidas

forgotten-title = Esqueceu-se da palavra-passe?
forgotten-lead = Indique o seu ID de cliente ou o seu endereço de e-mail. Enviamos-lhe um e-mail com um link para definir uma nova palavra-passe.
forgotten-submit = Enviar o e-mail
# Em vez de `$login` pode vir `sent-to-you`.
forgotten-sent = Se houver uma conta para { $login }, está um e-mail a caminho do endereço dessa conta. Abra o link no prazo de uma hora para definir uma nova palavra-passe.
reset-title = Definir uma nova palavra-passe
reset-lead = Assim que a definir, a anterior deixa de funcionar e as sessões são terminadas em todos os dispositivos.
reset-stale = Se a sua palavra-passe ainda não foi alterada, peça um novo link. Cada link funciona uma única vez, durante uma hora.
reset-again = Receber um novo link
invite-title = Defina a sua palavra-passe
invite-lead = A sua conta { $account } está pronta. Defina a palavra-passe: ainda ninguém a conhece.
choose-own-title = Defina uma palavra-passe só sua
choose-own-lead = A palavra-passe com que entrou foi atribuída a { $account } pelo apoio ao cliente. Para continuar, defina uma que só o titular da conta conheça.
sent-title = Consulte o seu e-mail
sent-to-you = o seu endereço
sent-nothing = Não recebeu nada? O e-mail pode demorar alguns minutos ou estar na pasta de spam. Não enviamos mais de três destes e-mails por hora ao mesmo destinatário.
sent-again = Voltar ao formulário
stale-title = Este link já não é válido

## Perfil

profile-id = ID de cliente
profile-name = Nome
profile-email = Endereço de e-mail
profile-organisation = Organização
name-title = Nome e organização
name-text = É assim que nos dirigimos a si.
name-submit = Guardar nome e organização
email-title = Endereço de e-mail
email-text = Os seus códigos e avisos são enviados para este endereço.
email-pending = { $address } aguarda a sua confirmação: abra o link do e-mail que enviámos para esse endereço.
email-submit = Alterar o endereço
language-title = Idioma
language-text = O idioma das páginas e dos e-mails.
password-title = Palavra-passe
password-hint = Pelo menos 12 caracteres. Algumas palavras sem relação entre si são uma boa escolha.
password-current = Palavra-passe atual
password-submit = Alterar a palavra-passe
sessions-title = Onde tem sessão iniciada
sessions-text = Se não reconhecer um dispositivo, termine a sessão dele e escolha uma nova palavra-passe.
sessions-device = Dispositivo
sessions-since = Início de sessão
sessions-used = Última utilização
sessions-unknown = Dispositivo desconhecido
sessions-here = Este dispositivo
sessions-end = Terminar sessão
sessions-end-label = Terminar sessão: { $device }
sessions-end-others = Terminar sessão em todos os outros dispositivos
blocked-title = Clientes bloqueados
blocked-text = Um cliente bloqueado não lhe pode fazer pedidos: não lhe enviamos e-mails nem lhe mostramos pedidos deste cliente, que não é informado. Os pedidos que ficaram ocultos continuam ocultos depois de o desbloquear.
blocked-none = Não bloqueou nenhum cliente.
blocked-since = Data do bloqueio
block-submit = Bloquear este cliente
unblock = Desbloquear
unblock-label = Desbloquear: { $account }
confirm-email-title = Confirme o seu endereço de e-mail
confirm-email-text = Prima o botão para passar a utilizar o novo endereço.
confirm-email-address = Prima o botão para passar a receber os nossos e-mails em { $address }. Os códigos enviados para o endereço anterior deixam de funcionar.
confirm-email-submit = Confirmar o endereço
email-stale = Se o seu perfil ainda mostrar o endereço anterior, altere-o de novo e enviamos-lhe um novo link.
notice-email-asked = Enviámos um e-mail para o novo endereço. Abra o link desse e-mail para confirmar o endereço.
notice-email-confirmed = O seu endereço de e-mail foi alterado. Os códigos enviados para o anterior deixaram de funcionar; peça novos códigos na página de cada pedido.
notice-password = A sua palavra-passe foi alterada. As suas outras sessões foram terminadas.
notice-session-ended = A sessão nesse dispositivo terminou.
notice-sessions-ended = As sessões em todos os seus outros dispositivos terminaram.
notice-password-reset = A sua palavra-passe foi alterada e todas as sessões foram terminadas. Inicie sessão com a nova palavra-passe.
notice-password-chosen = A sua palavra-passe está definida. Inicie sessão com ela.
notice-name = O seu nome e a sua organização foram guardados.
notice-customer-blocked = O cliente está bloqueado e deixa de lhe poder fazer pedidos.
notice-customer-unblocked = O cliente está desbloqueado. Os pedidos que estavam ocultos continuam ocultos.
notice-signed-out = A sua sessão foi terminada.

## Ajuda

help-title = Ajuda
help-lead = Quem pode fazer o quê, como se transfere uma função e o que fazer quando algo não corre como esperava.
help-on-this-page = Nesta página
help-roles-title = Os três contactos
help-roles-text = Em cada serviço, cada função pertence a uma única conta. A mesma conta pode ter as três.
help-drawing-title = Um serviço e os seus três contactos
help-drawing-service = Serviço
help-drawing-admin = gere todo o serviço
help-drawing-tech = gere a parte técnica
help-drawing-billing = paga o serviço
help-admin = Gere todo o serviço. Pode nomear outro contacto técnico ou de faturação, assumir essas funções, nomear outro administrador em seu lugar e alterar os dados do proprietário de um nome de domínio.
help-tech = Gere a parte técnica do serviço. Pode nomear outro contacto técnico em seu lugar, e mais nada.
help-billing = Paga o serviço e é informado antes de este expirar. Pode nomear outro contacto de faturação em seu lugar, e mais nada.
help-owner = O proprietário é o titular legal de um nome de domínio: não é um contacto nem uma função. Só o contacto administrador pode alterar os dados do proprietário, que é informado no endereço de e-mail anterior e no novo.
help-id-title = O ID de cliente
help-id-text = O seu ID de cliente é composto por duas letras, algarismos e uma terminação, por exemplo xx11111-ovh. Recebeu-o por e-mail quando a sua conta foi criada e encontra-o no topo de cada página. Para transferir uma função, precisa do ID de cliente do novo contacto: peça-lho.
help-steps-title = Como se transfere uma função
help-step-1 = Em «Os meus serviços», abra «Alterar os contactos» e introduza o ID de cliente do novo contacto. Pode acrescentar uma mensagem. Antes do envio, a página indica quem tem de aceitar, quem será informado e o que possa impedir a alteração.
help-step-2 = O autor do pedido e o novo contacto recebem um e-mail, cada um com o seu código pessoal. O link abre o pedido com o código já preenchido.
help-step-3 = Ambos aceitam. Pedir não é aceitar: quem pede também tem de aceitar. Quando um administrador assume uma função, basta a sua própria aceitação. Uma recusa põe fim ao pedido.
help-step-4 = Com a última aceitação, a alteração é efetuada de imediato e os interessados são informados, incluindo o contacto anterior.
help-step-5 = Um nome de domínio e a sua zona DNS podem ser alterados em conjunto: ou mudam ambos, ou nenhum.
help-states-title = O que significa cada estado
help-state-validating = Falta pelo menos uma aceitação. O pedido indica de quem e até quando.
help-state-doing = Todos aceitaram este pedido; falta a aceitação do pedido associado.
help-state-done = A alteração foi efetuada. O histórico do serviço indica quem pediu e quem aceitou.
help-state-refused = Um dos intervenientes recusou. Nada mudou.
help-state-aborted = O autor do pedido cancelou-o, ou algo impediu a alteração no final: um contacto mudou, uma conta foi encerrada ou havia uma fatura por pagar. O pedido indica o motivo.
help-state-expired = Nem todos aceitaram dentro do prazo. Nada mudou; o autor do pedido pode repeti-lo com um clique.
help-state-error = Ocorreu um erro do nosso lado e nada mudou. Repita o pedido.
help-mail-title = O e-mail não chega
help-mail-1 = Procure na pasta de spam.
help-mail-2 = Na página do pedido, a «Cronologia» mostra se o nosso e-mail foi enviado, está a caminho ou foi definitivamente recusado pelo seu servidor de e-mail.
help-mail-3 = Verifique o endereço no seu perfil. Se já não for o seu, altere-o aí.
help-mail-4 = Em seguida, peça o reenvio do e-mail na página do pedido. O novo código substitui o anterior.
help-codes-title = Códigos
help-codes-text = Um código é pessoal e de utilização única. Após cinco tentativas falhadas, deixa de ser válido: peça um novo na página do pedido. Abrir um link não decide nada: só «Aceitar» ou «Recusar» o fazem. Nunca transmita um código: mais ninguém precisa dele, nem nós.
help-billing-title = Faturas por pagar
help-billing-text = O contacto de faturação só pode ser alterado se nem o atual nem o novo tiverem faturas por pagar. A verificação é feita no envio do pedido e novamente na sua execução. Só o devedor fica a saber de quem é a fatura.
help-support-title = Apoio ao cliente
help-support-text = Aqui respondem pessoas:
help-history-title = Quem alterou o quê
help-history-text = Cada serviço tem um histórico: quem pediu, quem aceitou, quando, de quem para quem. Os contactos atuais consultam-no em «Os meus serviços» e podem descarregá-lo.

## Histórico

history-title = Histórico de { $service }
history-lead = Quem pediu, quem aceitou e quando. Visível para os contactos atuais do serviço.
history-when = Data
history-role = Alteração
history-asked-by = Autor
history-accepted-by = Aceite por
history-added = serviço adicionado
history-owner = Proprietário: { $fields }
history-csv = Descarregar em CSV

## O proprietário de um serviço

owner-title = Proprietário de { $service }
owner-lead = O proprietário é o titular legal do serviço. Os três contactos veem estes dados; só o contacto administrador os pode alterar.
owner-none = Ainda não há proprietário registado.
owner-none-yours = Ainda não há proprietário registado. Introduza os dados do titular legal.
owner-none-other = O contacto administrador, { $account }, pode introduzir os dados.
owner-edit-title = Alterar os dados
owner-enter-title = Introduzir os dados
owner-not-yours = Só o contacto administrador, { $account }, pode alterar estes dados.
# Uma data e um ID de cliente tomam o lugar de `$date` e `$account`.
owner-last-edit = Última alteração: { $date }, por { $account }.
owner-told = O proprietário é informado por e-mail, no endereço anterior e no novo.
owner-submit = Guardar
owner-back = Voltar aos contactos do serviço
owner-name = Nome
owner-name-hint = A pessoa, ou quem representa a organização
owner-organisation = Organização (opcional)
owner-street = Rua e número
owner-street-hint = De uma a três linhas
owner-postal-code = Código postal
owner-postal-code-hint = Se não existir, deixe em branco
owner-city = Localidade
owner-country = País
owner-country-choose = Escolha um país
owner-phone = Telefone
owner-phone-hint = Por exemplo, +351 912 345 678
owner-email = Endereço de e-mail do proprietário
owner-now-title = Dados registados atualmente
# O que outra edição alterou enquanto o formulário estava aberto; `$fields` são nomes de campos.
owner-meanwhile =
    { $count ->
        [one] { $account } alterou este dado ({ $date }): { $fields }.
       *[other] { $account } alterou estes dados ({ $date }): { $fields }.
    }
notice-owner = Os dados foram guardados e o proprietário será informado por e-mail.
problem-changed = Foram guardados outros dados depois de ter aberto esta página. O que introduziu continua no formulário: compare-o com os dados registados atualmente e guarde novamente.
problem-credentials = O ID de cliente, o endereço de e-mail ou a palavra-passe não estão corretos.
problem-stale-link = O link já foi utilizado, foi enviado um mais recente ou o prazo terminou.
wrong-too-short = { $field }: não tem caracteres suficientes.
wrong-guessable = { $field }: é demasiado fácil de adivinhar. Utilize algumas palavras sem relação entre si.
wrong-related = { $field }: contém o seu nome, o seu endereço, o seu ID de cliente ou um nome deste serviço. Utilize algumas palavras que não tenham nada a ver consigo nem connosco.
wrong-pattern = { $field }: é uma palavra comum com um ano, algarismos ou sinais. Utilize algumas palavras sem relação entre si.
wrong-mismatch = { $field }: o que introduziu não está correto.
wrong-unchanged = { $field }: já é o valor atual.
wrong-same-password = { $field }: é a que tem atualmente. Escolha outra.
wrong-taken = { $field }: outra conta já utiliza este endereço.
wrong-own = { $field }: é o seu próprio ID. Indique outro.
wrong-blocked = { $field }: já bloqueou este cliente.
wrong-format-email = { $field }: não é um endereço de e-mail. O formato é nome@example.org.
problem-not-administrator = Só o contacto administrador do serviço pode fazer isto.
wrong-format-phone = { $field }: não é um número de telefone. Comece por + e pelo indicativo do país, por exemplo +351 912 345 678.
wrong-format-postal-code = { $field }: não é um código postal do país que escolheu.
wrong-format-country = { $field }: escolha um país da lista.
# Uma linha por país: o código de duas letras e o nome, pela ordem em que o leitor os procura.
country-names =
    AF Afeganistão
    ZA África do Sul
    AL Albânia
    DE Alemanha
    AD Andorra
    AO Angola
    AI Anguila
    AQ Antártida
    AG Antígua e Barbuda
    SA Arábia Saudita
    DZ Argélia
    AR Argentina
    AM Arménia
    AW Aruba
    AU Austrália
    AT Áustria
    AZ Azerbaijão
    BS Baamas
    BD Bangladeche
    BB Barbados
    BH Barém
    BE Bélgica
    BZ Belize
    BJ Benim
    BM Bermudas
    BY Bielorrússia
    BO Bolívia
    BA Bósnia-Herzegovina
    BW Botsuana
    BR Brasil
    BN Brunei
    BG Bulgária
    BF Burquina Faso
    BI Burundi
    BT Butão
    CV Cabo Verde
    CM Camarões
    KH Camboja
    CA Canadá
    QA Catar
    KZ Cazaquistão
    TD Chade
    CZ Chéquia
    CL Chile
    CN China
    CY Chipre
    CO Colômbia
    KM Comores
    CG Congo (Brazzaville)
    CD Congo (Kinshasa)
    KP Coreia do Norte
    KR Coreia do Sul
    CI Costa do Marfim
    CR Costa Rica
    HR Croácia
    CU Cuba
    CW Curaçau
    DK Dinamarca
    DM Domínica
    EG Egito
    AE Emirados Árabes Unidos
    EC Equador
    ER Eritreia
    SK Eslováquia
    SI Eslovénia
    ES Espanha
    SZ Essuatíni
    US Estados Unidos
    EE Estónia
    ET Etiópia
    FJ Fiji
    PH Filipinas
    FI Finlândia
    FR França
    GA Gabão
    GM Gâmbia
    GH Gana
    GE Geórgia
    GS Geórgia do Sul e Ilhas Sandwich do Sul
    GI Gibraltar
    GD Granada
    GR Grécia
    GL Gronelândia
    GP Guadalupe
    GU Guame
    GT Guatemala
    GG Guernesey
    GY Guiana
    GF Guiana Francesa
    GN Guiné
    GQ Guiné Equatorial
    GW Guiné-Bissau
    HT Haiti
    HN Honduras
    HK Hong Kong
    HU Hungria
    YE Iémen
    BV Ilha Bouvet
    IM Ilha de Man
    CX Ilha do Natal
    NF Ilha Norfolk
    AX Ilhas Åland
    KY Ilhas Caimão
    CC Ilhas Cocos (Keeling)
    CK Ilhas Cook
    FK Ilhas Falkland (Malvinas)
    FO Ilhas Faroé
    HM Ilhas Heard e McDonald
    MP Ilhas Marianas do Norte
    MH Ilhas Marshall
    UM Ilhas Menores Afastadas dos Estados Unidos
    PN Ilhas Pitcairn
    SB Ilhas Salomão
    TC Ilhas Turcas e Caicos
    VI Ilhas Virgens Americanas
    VG Ilhas Virgens Britânicas
    IN Índia
    ID Indonésia
    IR Irão
    IQ Iraque
    IE Irlanda
    IS Islândia
    IL Israel
    IT Itália
    JM Jamaica
    JP Japão
    JE Jersey
    DJ Jibuti
    JO Jordânia
    KW Koweit
    LA Laos
    LS Lesoto
    LV Letónia
    LB Líbano
    LR Libéria
    LY Líbia
    LI Liechtenstein
    LT Lituânia
    LU Luxemburgo
    MO Macau
    MK Macedónia do Norte
    MG Madagáscar
    MY Malásia
    MW Maláui
    MV Maldivas
    ML Mali
    MT Malta
    MA Marrocos
    MQ Martinica
    MU Maurícia
    MR Mauritânia
    YT Mayotte
    MX México
    MM Mianmar (Birmânia)
    FM Micronésia
    MZ Moçambique
    MD Moldávia
    MC Mónaco
    MN Mongólia
    MS Monserrate
    ME Montenegro
    NA Namíbia
    NR Nauru
    NP Nepal
    NI Nicarágua
    NE Níger
    NG Nigéria
    NU Niuê
    NO Noruega
    NC Nova Caledónia
    NZ Nova Zelândia
    OM Omã
    NL Países Baixos
    BQ Países Baixos Caribenhos
    PW Palau
    PS Palestina
    PA Panamá
    PG Papua-Nova Guiné
    PK Paquistão
    PY Paraguai
    PE Peru
    PF Polinésia Francesa
    PL Polónia
    PR Porto Rico
    PT Portugal
    KE Quénia
    KG Quirguistão
    KI Quiribáti
    GB Reino Unido
    CF República Centro-Africana
    DO República Dominicana
    RE Reunião
    RO Roménia
    RW Ruanda
    RU Rússia
    SV Salvador
    WS Samoa
    AS Samoa Americana
    SH Santa Helena
    LC Santa Lúcia
    BL São Bartolomeu
    KN São Cristóvão e Neves
    SM São Marinho
    MF São Martinho
    SX São Martinho (parte neerlandesa)
    PM São Pedro e Miquelão
    ST São Tomé e Príncipe
    VC São Vicente e Granadinas
    EH Sara Ocidental
    SC Seicheles
    SN Senegal
    SL Serra Leoa
    RS Sérvia
    SG Singapura
    SY Síria
    SO Somália
    LK Sri Lanca
    SD Sudão
    SS Sudão do Sul
    SE Suécia
    CH Suíça
    SR Suriname
    SJ Svalbard e Jan Mayen
    TH Tailândia
    TW Taiwan
    TJ Tajiquistão
    TZ Tanzânia
    IO Território Britânico do Oceano Índico
    TF Territórios Austrais Franceses
    TL Timor-Leste
    TG Togo
    TO Tonga
    TK Toquelau
    TT Trindade e Tobago
    TN Tunísia
    TM Turquemenistão
    TR Turquia
    TV Tuvalu
    UA Ucrânia
    UG Uganda
    UY Uruguai
    UZ Usbequistão
    VU Vanuatu
    VA Vaticano
    VE Venezuela
    VN Vietname
    WF Wallis e Futuna
    ZM Zâmbia
    ZW Zimbabué
