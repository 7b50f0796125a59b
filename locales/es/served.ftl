### Los textos de las páginas que solo genera el servidor, en español de España.

## Pie de página

footer-promise = Ningún contacto cambia sin todas las aceptaciones necesarias.
choose-theme = Aspecto
theme-system = Sistema
theme-light = Claro
theme-dark = Oscuro

## Inicio de sesión

sign-in-lead = Decida quién gestiona, mantiene y paga cada uno de sus servicios.
sign-in-first = Inicie sesión y le llevaremos a la página que quería abrir.
login-label = Identificador de cliente o dirección de correo electrónico
password-label = Contraseña
email-new = Nueva dirección de correo electrónico
password-new = Nueva contraseña
login-hint = Por ejemplo, xx11111-ovh
wrong-format-login = { $field }: no es ni un identificador de cliente ni una dirección de correo electrónico. El formato es xx11111-ovh o nombre@example.org.
forgotten-link = ¿Ha olvidado su contraseña?
sign-up-link = Crear una cuenta

## Crear una cuenta

sign-up-title = Crear una cuenta
sign-up-lead = Recibirá su identificador de cliente por correo electrónico. Con él podrá ser contacto de servicios: administrador, técnico o de facturación.
name-hint = El suyo o el de su empresa.
address-hint = Le enviaremos un correo para comprobar que es suya; ahí recibirá también sus códigos.
sign-up-submit = Crear la cuenta
sign-up-already = Ya tengo una cuenta
sign-up-sent = Hemos enviado un correo a { $address }. Abra en las próximas 24 horas el enlace que contiene; allí verá cómo continuar.
sign-up-confirm-title = Abra su cuenta
sign-up-confirm-address = Introduzca su contraseña y pulse el botón para confirmar la dirección { $address } y abrir su cuenta.
sign-up-confirm-code = Introduzca el código de nuestro correo y su contraseña, y pulse el botón para confirmar su dirección y abrir su cuenta.
sign-up-confirm-password = La que eligió al crear la cuenta.
sign-up-confirm-other = Si no se acepta su contraseña, es que se escribió mal al crear la cuenta o que otra persona ha pedido una cuenta con su dirección: vuelva a crear la cuenta y abra el enlace del último correo recibido.
sign-up-confirm-submit = Confirmar y abrir mi cuenta
sign-up-done-title = Su cuenta está lista
sign-up-done-lead = Este es su identificador de cliente:
sign-up-done-text = También se lo hemos enviado por correo electrónico. Los demás clientes lo necesitan para transferirle un rol de contacto. Inicie sesión con él, o con su dirección de correo electrónico, y con la contraseña que ha elegido.
sign-up-stale = Si ya ha abierto su cuenta, inicie sesión. Si no, vuelva a rellenar el formulario: recibirá un nuevo enlace.

## Contraseñas olvidadas

forgotten-title = ¿Ha olvidado su contraseña?
forgotten-lead = Indíquenos su identificador de cliente o su dirección de correo electrónico. Le enviaremos un correo con un enlace para elegir una nueva contraseña.
forgotten-submit = Enviar el correo
forgotten-sent = Si existe una cuenta para { $login }, un correo está en camino a la dirección de esa cuenta. Tiene una hora para abrir el enlace que contiene y elegir una nueva contraseña.
reset-title = Elija una nueva contraseña
reset-lead = En cuanto la elija, la anterior dejará de funcionar y se cerrará la sesión en todos los dispositivos.
reset-stale = Si todavía no ha cambiado su contraseña, pida un nuevo enlace. Cada enlace funciona una sola vez, durante una hora.
reset-again = Pedir un nuevo enlace
invite-title = Elija su contraseña
invite-lead = Su cuenta { $account } está lista. Elija su contraseña: todavía no la conoce nadie.
choose-own-title = Elija su propia contraseña
choose-own-lead = La contraseña con la que ha entrado la asignó atención al cliente a { $account }. Para continuar, elija una que solo conozca usted.
sent-title = Consulte su correo
# Ocupa el lugar de la dirección o del identificador: «Hemos enviado un correo a su dirección.»
sent-to-you = su dirección
sent-nothing = ¿No ha llegado nada? Puede tardar unos minutos o estar en la carpeta de correo no deseado. Enviamos a cada destinatario tres de estos correos por hora como máximo.
sent-again = Volver al formulario
stale-title = Este enlace ya no se puede usar

## Perfil

profile-id = Identificador de cliente
profile-name = Nombre
profile-email = Dirección de correo electrónico
profile-organisation = Organización
name-title = Nombre y organización
name-text = Los usamos para dirigirnos a usted.
name-submit = Guardar nombre y organización
email-title = Dirección de correo electrónico
email-text = A esta dirección enviamos sus códigos y avisos.
email-pending = { $address } está pendiente de su confirmación: abra el enlace del correo que hemos enviado a esa dirección.
email-submit = Cambiar la dirección
language-title = Idioma
language-text = Verá las páginas y recibirá los correos en este idioma.
password-title = Contraseña
password-hint = 12 caracteres como mínimo. Unas cuantas palabras sin relación entre sí son una buena opción.
password-current = Contraseña actual
password-submit = Cambiar la contraseña
sessions-title = Dónde ha iniciado sesión
sessions-text = Si no reconoce un dispositivo, cierre su sesión y elija una contraseña nueva.
sessions-device = Dispositivo
sessions-since = Inicio de sesión
sessions-used = Último uso
sessions-unknown = Dispositivo desconocido
sessions-here = Este dispositivo
sessions-end = Cerrar sesión
sessions-end-label = Cerrar sesión: { $device }
sessions-end-others = Cerrar sesión en todos los demás dispositivos
blocked-title = Clientes bloqueados
blocked-text = Un cliente bloqueado ya no puede solicitarle nada: usted no recibe correos ni ve sus solicitudes. No le informamos del bloqueo. Las solicitudes que estaban ocultas siguen ocultas después de desbloquearlo.
blocked-none = No ha bloqueado a ningún cliente.
blocked-since = Fecha del bloqueo
block-submit = Bloquear a este cliente
unblock = Desbloquear
unblock-label = Desbloquear: { $account }
confirm-email-title = Confirme su dirección de correo electrónico
confirm-email-text = Pulse el botón para usar la nueva dirección a partir de ahora.
confirm-email-address = Pulse el botón para recibir a partir de ahora nuestros correos en { $address }. Los códigos enviados a la dirección anterior dejarán de funcionar.
confirm-email-submit = Confirmar la dirección
email-stale = Si su perfil aún muestra la dirección anterior, cámbiela de nuevo y le enviaremos otro enlace.
notice-email-asked = Hemos enviado un correo a la nueva dirección. Abra el enlace que contiene para confirmarla.
notice-email-confirmed = Su dirección de correo electrónico ha cambiado. Los códigos enviados a la anterior ya no funcionan; pida otros en la página de cada solicitud.
notice-password = Su contraseña ha cambiado. Sus demás sesiones se han cerrado.
notice-session-ended = Se ha cerrado la sesión en el dispositivo.
notice-sessions-ended = Se ha cerrado la sesión en todos sus demás dispositivos.
notice-password-reset = Su contraseña ha cambiado y todas las sesiones se han cerrado. Inicie sesión con la nueva contraseña.
notice-password-chosen = Su contraseña está lista. Inicie sesión con ella.
notice-name = Su nombre y su organización se han guardado.
notice-customer-blocked = Ha bloqueado a este cliente y ya no recibirá solicitudes de su parte.
notice-customer-unblocked = Ha desbloqueado a este cliente. Las solicitudes que estaban ocultas siguen ocultas.
notice-signed-out = Ha cerrado la sesión.

## Ayuda

help-title = Ayuda
help-lead = Quién puede hacer qué, cómo se transfiere un rol y qué hacer cuando algo no sale como esperaba.
help-on-this-page = En esta página
help-roles-title = Los tres contactos
help-roles-text = En cada servicio, cada rol lo tiene una sola cuenta. Una misma cuenta puede tener los tres.
help-drawing-title = Un servicio y sus tres contactos
help-drawing-service = Servicio
help-drawing-admin = lo gestiona
help-drawing-tech = lo mantiene
help-drawing-billing = lo paga
help-admin = Gestiona el servicio en su conjunto. Puede designar a otro contacto técnico o de facturación, asumir esos roles, designar a otro administrador en su lugar y modificar los datos del titular de un nombre de dominio.
help-tech = Mantiene el servicio. Puede designar a otro contacto técnico en su lugar, y nada más.
help-billing = Paga el servicio y recibe un aviso antes de que caduque. Puede designar a otro contacto de facturación en su lugar, y nada más.
help-owner = El titular es el propietario legal de un nombre de dominio: no es un contacto ni un rol. Solo el contacto administrador puede modificar sus datos; de cada modificación informamos a la dirección anterior del titular y a la nueva.
help-id-title = El identificador de cliente
help-id-text = Su identificador de cliente consta de dos letras, varias cifras y una terminación; por ejemplo, xx11111-ovh. Lo recibió por correo electrónico al crear su cuenta y figura en la parte superior de todas las páginas. Para transferir un rol necesita el identificador de cliente del nuevo contacto: pídaselo.
help-steps-title = Cómo se transfiere un rol
help-step-1 = En «Mis servicios», abra «Modificar los contactos» e introduzca el identificador de cliente del nuevo contacto. Puede añadir un mensaje. Antes del envío, la página indica quién debe aceptar, a quién se informa y si algo impide el cambio.
help-step-2 = Usted y el nuevo contacto reciben cada uno un correo con un código personal. El enlace del correo abre la solicitud con el código ya introducido.
help-step-3 = Los dos aceptan. Solicitar no es aceptar: usted también confirma el cambio con su código. Cuando un administrador asume un rol, basta con su propia aceptación. Un rechazo pone fin a la solicitud.
help-step-4 = Con la última aceptación, el cambio se realiza al instante y se informa a todos los interesados, incluido el contacto anterior.
help-step-5 = Un nombre de dominio y su zona DNS pueden cambiar de contactos a la vez: cambian los dos o ninguno.
help-states-title = Qué significa cada estado
help-state-validating = Alguien todavía tiene que aceptar. La solicitud indica quién y hasta cuándo.
help-state-doing = Todas las partes han aceptado esta solicitud; espera a la solicitud vinculada.
help-state-done = El cambio se ha realizado. El historial del servicio indica quién lo solicitó y quién lo aceptó.
help-state-refused = Una de las dos partes ha rechazado el cambio. No ha cambiado nada.
help-state-aborted = El solicitante canceló la solicitud, o algo impidió aplicarla al final: un contacto había cambiado, una cuenta se había cerrado o había una factura impagada. La solicitud indica el motivo.
help-state-expired = No todas las partes aceptaron a tiempo. No ha cambiado nada; el solicitante puede repetir la solicitud con un solo clic.
help-state-error = Se ha producido un error por nuestra parte y no ha cambiado nada. Repita la solicitud.
help-mail-title = El correo no llega
help-mail-1 = Mire en la carpeta de correo no deseado.
help-mail-2 = En la página de la solicitud, «Cronología» indica si nuestro correo se ha enviado, está en camino o ha sido rechazado definitivamente por su servidor de correo.
help-mail-3 = Compruebe la dirección que figura en su perfil. Si ya no es la suya, cámbiela ahí.
help-mail-4 = Después, en la página de la solicitud, pulse «Volver a enviar el correo». El nuevo código sustituye al anterior.
help-codes-title = Los códigos
help-codes-text = Un código es personal y solo sirve una vez. Tras cinco intentos fallidos deja de ser válido y hay que pedir otro en la página de la solicitud. Abrir un enlace no decide nada: solo cuentan «Aceptar» y «Rechazar». No comparta nunca un código: nadie más lo necesita, y nosotros tampoco.
help-billing-title = Las facturas impagadas
help-billing-text = El contacto de facturación solo puede cambiar si ni el actual ni el nuevo tienen facturas impagadas. Se comprueba al enviar la solicitud y de nuevo al aplicarla. Solo al propio deudor se le dice que la factura es suya.
help-support-title = Atención al cliente
help-support-text = Aquí le responden personas:
help-history-title = Quién ha cambiado qué
help-history-text = Cada servicio tiene un historial: quién solicitó el cambio, quién lo aceptó, cuándo y de quién a quién pasó el rol. Sus contactos actuales lo consultan desde «Mis servicios» y pueden descargarlo.

## Historial

history-title = Historial de { $service }
history-lead = Quién solicitó cada cambio, quién lo aceptó y cuándo. Visible para los contactos actuales del servicio.
history-when = Fecha
history-role = Cambio
history-asked-by = Solicitante
history-accepted-by = Aceptado por
history-added = alta del servicio
history-owner = Titular: { $fields }
history-csv = Descargar en CSV

## El titular de un servicio

owner-title = Titular de { $service }
owner-lead = El titular es el propietario legal del servicio. Los tres contactos ven estos datos; solo el contacto administrador puede modificarlos.
owner-none = Todavía no consta ningún titular.
owner-none-yours = Todavía no consta ningún titular. Introduzca los datos del propietario legal.
owner-none-other = El contacto administrador, { $account }, puede introducir los datos.
owner-edit-title = Modificar los datos
owner-enter-title = Introducir los datos
owner-not-yours = Solo el contacto administrador, { $account }, puede modificar estos datos.
# `$date` y `$account` son una fecha con hora y un identificador de cliente.
owner-last-edit = Última modificación: { $date }, por { $account }.
owner-told = Informamos de cada modificación a la dirección de correo electrónico del titular, tanto a la anterior como a la nueva.
owner-submit = Guardar
owner-back = Volver a los contactos del servicio
owner-name = Nombre
owner-name-hint = La persona, o quien represente a la organización
owner-organisation = Organización (opcional)
owner-street = Calle y número
owner-street-hint = De una a tres líneas
owner-postal-code = Código postal
owner-postal-code-hint = Déjelo vacío si en ese país no existe
owner-city = Localidad
owner-country = País
owner-country-choose = Elija un país
owner-phone = Teléfono
owner-phone-hint = Por ejemplo, +34 612 34 56 78
owner-email = Dirección de correo electrónico del titular
owner-now-title = Datos guardados actualmente
# Lo que otra modificación ha cambiado con el formulario abierto; `$fields` son nombres de campos.
owner-meanwhile =
    { $count ->
        [one] { $account } ha modificado este dato ({ $date }): { $fields }.
       *[other] { $account } ha modificado estos datos ({ $date }): { $fields }.
    }
notice-owner = Los datos del titular se han guardado e informamos al titular por correo electrónico.
problem-changed = Alguien ha guardado otros datos desde que usted abrió esta página. Lo que ha introducido sigue en el formulario: compárelo con los datos guardados y vuelva a guardar.
problem-credentials = El identificador de cliente, la dirección de correo electrónico o la contraseña no son correctos.
problem-stale-link = El enlace ya se ha utilizado, se ha enviado otro más reciente o su plazo ha terminado.
wrong-too-short = { $field }: es demasiado corta.
wrong-guessable = { $field }: es demasiado fácil de adivinar. Elija unas cuantas palabras sin relación entre sí.
wrong-related = { $field }: contiene su nombre, su dirección, su identificador de cliente o un nombre de este servicio. Elija unas cuantas palabras que no tengan que ver ni con usted ni con nosotros.
wrong-pattern = { $field }: es una palabra corriente con un año, cifras o signos. Elija unas cuantas palabras sin relación entre sí.
wrong-mismatch = { $field }: no es correcta.
wrong-unchanged = { $field }: coincide con la actual.
wrong-same-password = { $field }: es la que tiene ahora. Elija otra.
wrong-taken = { $field }: otra cuenta usa esta dirección.
wrong-own = { $field }: es su propio identificador. Indique otro.
wrong-blocked = { $field }: ya ha bloqueado a este cliente.
wrong-format-email = { $field }: no es una dirección de correo electrónico. El formato es nombre@example.org.
problem-not-administrator = Solo el contacto administrador del servicio puede hacer esto.
wrong-format-phone = { $field }: no es un número de teléfono. Empiece por + y el prefijo del país; por ejemplo, +34 612 34 56 78.
wrong-format-postal-code = { $field }: no es un código postal del país elegido.
wrong-format-country = { $field }: elija un país de la lista.
# Una línea por país: su código de dos letras y su nombre, en orden alfabético español.
country-names =
    AF Afganistán
    AL Albania
    DE Alemania
    AD Andorra
    AO Angola
    AI Anguila
    AQ Antártida
    AG Antigua y Barbuda
    SA Arabia Saudí
    DZ Argelia
    AR Argentina
    AM Armenia
    AW Aruba
    AU Australia
    AT Austria
    AZ Azerbaiyán
    BS Bahamas
    BD Bangladés
    BB Barbados
    BH Baréin
    BE Bélgica
    BZ Belice
    BJ Benín
    BM Bermudas
    BY Bielorrusia
    BO Bolivia
    BA Bosnia y Herzegovina
    BW Botsuana
    BR Brasil
    BN Brunéi
    BG Bulgaria
    BF Burkina Faso
    BI Burundi
    BT Bután
    CV Cabo Verde
    KH Camboya
    CM Camerún
    CA Canadá
    BQ Caribe neerlandés
    QA Catar
    TD Chad
    CZ Chequia
    CL Chile
    CN China
    CY Chipre
    VA Ciudad del Vaticano
    CO Colombia
    KM Comoras
    CG Congo (Brazzaville)
    CD Congo (Kinsasa)
    KP Corea del Norte
    KR Corea del Sur
    CI Costa de Marfil
    CR Costa Rica
    HR Croacia
    CU Cuba
    CW Curazao
    DK Dinamarca
    DM Dominica
    EC Ecuador
    EG Egipto
    SV El Salvador
    AE Emiratos Árabes Unidos
    ER Eritrea
    SK Eslovaquia
    SI Eslovenia
    ES España
    US Estados Unidos
    EE Estonia
    SZ Esuatini
    ET Etiopía
    PH Filipinas
    FI Finlandia
    FJ Fiyi
    FR Francia
    GA Gabón
    GM Gambia
    GE Georgia
    GH Ghana
    GI Gibraltar
    GD Granada
    GR Grecia
    GL Groenlandia
    GP Guadalupe
    GU Guam
    GT Guatemala
    GF Guayana Francesa
    GG Guernsey
    GN Guinea
    GW Guinea-Bisáu
    GQ Guinea Ecuatorial
    GY Guyana
    HT Haití
    HN Honduras
    HK Hong Kong
    HU Hungría
    IN India
    ID Indonesia
    IQ Irak
    IR Irán
    IE Irlanda
    BV Isla Bouvet
    IM Isla de Man
    CX Isla de Navidad
    NF Isla Norfolk
    IS Islandia
    AX Islas Åland
    KY Islas Caimán
    CC Islas Cocos
    CK Islas Cook
    FO Islas Feroe
    GS Islas Georgias del Sur y Sandwich del Sur
    HM Islas Heard y McDonald
    FK Islas Malvinas
    MP Islas Marianas del Norte
    MH Islas Marshall
    UM Islas menores alejadas de los Estados Unidos
    PN Islas Pitcairn
    SB Islas Salomón
    TC Islas Turcas y Caicos
    VG Islas Vírgenes Británicas
    VI Islas Vírgenes de los Estados Unidos
    IL Israel
    IT Italia
    JM Jamaica
    JP Japón
    JE Jersey
    JO Jordania
    KZ Kazajistán
    KE Kenia
    KG Kirguistán
    KI Kiribati
    KW Kuwait
    LA Laos
    LS Lesoto
    LV Letonia
    LB Líbano
    LR Liberia
    LY Libia
    LI Liechtenstein
    LT Lituania
    LU Luxemburgo
    MO Macao
    MK Macedonia del Norte
    MG Madagascar
    MY Malasia
    MW Malaui
    MV Maldivas
    ML Mali
    MT Malta
    MA Marruecos
    MQ Martinica
    MU Mauricio
    MR Mauritania
    YT Mayotte
    MX México
    FM Micronesia
    MD Moldavia
    MC Mónaco
    MN Mongolia
    ME Montenegro
    MS Montserrat
    MZ Mozambique
    MM Myanmar (Birmania)
    NA Namibia
    NR Nauru
    NP Nepal
    NI Nicaragua
    NE Níger
    NG Nigeria
    NU Niue
    NO Noruega
    NC Nueva Caledonia
    NZ Nueva Zelanda
    OM Omán
    NL Países Bajos
    PK Pakistán
    PW Palaos
    PS Palestina
    PA Panamá
    PG Papúa Nueva Guinea
    PY Paraguay
    PE Perú
    PF Polinesia Francesa
    PL Polonia
    PT Portugal
    PR Puerto Rico
    GB Reino Unido
    CF República Centroafricana
    DO República Dominicana
    RE Reunión
    RW Ruanda
    RO Rumanía
    RU Rusia
    EH Sáhara Occidental
    WS Samoa
    AS Samoa Americana
    BL San Bartolomé
    KN San Cristóbal y Nieves
    SM San Marino
    MF San Martín (parte francesa)
    SX San Martín (parte neerlandesa)
    PM San Pedro y Miquelón
    VC San Vicente y las Granadinas
    SH Santa Elena
    LC Santa Lucía
    ST Santo Tomé y Príncipe
    SN Senegal
    RS Serbia
    SC Seychelles
    SL Sierra Leona
    SG Singapur
    SY Siria
    SO Somalia
    LK Sri Lanka
    ZA Sudáfrica
    SD Sudán
    SS Sudán del Sur
    SE Suecia
    CH Suiza
    SR Surinam
    SJ Svalbard y Jan Mayen
    TH Tailandia
    TW Taiwán
    TZ Tanzania
    TJ Tayikistán
    IO Territorio Británico del Océano Índico
    TF Territorios Australes Franceses
    TL Timor Oriental
    TG Togo
    TK Tokelau
    TO Tonga
    TT Trinidad y Tobago
    TN Túnez
    TM Turkmenistán
    TR Turquía
    TV Tuvalu
    UA Ucrania
    UG Uganda
    UY Uruguay
    UZ Uzbekistán
    VU Vanuatu
    VE Venezuela
    VN Vietnam
    WF Wallis y Futuna
    YE Yemen
    DJ Yibuti
    ZM Zambia
    ZW Zimbabue
