### Los textos de la interfaz, en español de España.
### El espacio entre «n.º» y el número es de no separación.

# El nombre del propio idioma, para el menú de idiomas.
language-name = Español

## Fechas

month-january = enero
month-february = febrero
month-march = marzo
month-april = abril
month-may = mayo
month-june = junio
month-july = julio
month-august = agosto
month-september = septiembre
month-october = octubre
month-november = noviembre
month-december = diciembre
# 27 de noviembre de 2026
date-pattern = { NUMBER($day) } de { $month } de { NUMBER($year) }
# 27 de noviembre de 2026, 14:05 UTC (la coma evita elegir entre «a la» y «a las»)
date-time-pattern = { $date }, { $time } UTC

## Tiempo restante

left-days =
    { $days ->
        [one] queda { $days } día
       *[other] quedan { $days } días
    }
left-hours =
    { $hours ->
        [one] queda { $hours } hora
       *[other] quedan { $hours } horas
    }
left-under-an-hour = queda menos de una hora

## En todas partes

skip-link = Ir al contenido
home = { -brand }, mis servicios
account-menu = Mi cuenta
contact-management = Gestión de contactos
my-services = Mis servicios
my-requests = Mis solicitudes
profile = Perfil
help = Ayuda
help-mail = Qué hacer si un correo no llega
help-roles = Qué puede hacer cada contacto
help-states = Qué significa cada estado
sign-out = Cerrar sesión
choose-language = Idioma
banner-decide =
    { $count ->
        [one] { $count } solicitud espera su decisión.
       *[other] { $count } solicitudes esperan su decisión.
    }
banner-waiting =
    { $count ->
        [one] { $count } de sus solicitudes espera la aceptación del otro contacto.
       *[other] { $count } de sus solicitudes esperan la aceptación del otro contacto.
    }
banner-show = Ver
live-lost = Conexión perdida: es posible que lo que ve no esté actualizado. Reintentando…
loading = Cargando…
error-title = Error: { $title }
page-title = { $title } · { -brand }
me-mark = yo
previous-page = Anterior
next-page = Siguiente
pages = Páginas
back-to-requests = Volver a mis solicitudes

## Inicio de sesión

sign-in = Iniciar sesión

## Roles, categorías, estados

role-admin = Administrador
role-tech = Técnico
role-billing = Facturación
role-admin-long = contacto administrador
role-tech-long = contacto técnico
role-billing-long = contacto de facturación
category-domain = Nombre de dominio
category-dns-zone = Zona DNS
category-pair = Nombre de dominio y zona DNS
category-hosting = Alojamiento web
category-database = Base de datos
category-vps = VPS
category-dedicated-server = Servidor dedicado
category-public-cloud = Proyecto Public Cloud
category-email = Correo electrónico
category-telephony = Telefonía
category-internet-access = Acceso a internet
# El estado de un servicio.
status-ok = Activo
status-in-creation = En creación
status-expired = Caducado
status-pending-debt = Pago pendiente
status-unpaid = Impagado
# El estado de una solicitud: en femenino.
state-todo = Por tramitar
state-check-validity = En comprobación
state-validating = Pendiente de aceptación
state-doing = En ejecución
state-done = Realizada
state-refused = Rechazada
state-aborted = Cancelada
state-expired = Caducada
state-error = Fallida

## Mis servicios

services-caption = Los servicios de los que usted es contacto
column-name = Servicio
column-category = Categoría
column-status = Estado
column-expiry = Caducidad
column-actions = Acciones
search-label = Buscar
search-hint = Servicio o identificador de cliente
filter-category = Categoría
filter-role = Mi rol
# Vale para una categoría, un rol o un estado: ni masculino ni femenino.
filter-all = Cualquiera
apply-filters = Filtrar
clear-filters = Mostrar todo
services-count =
    { $count ->
        [0] Ningún servicio
        [one] { $count } servicio
       *[other] { $count } servicios
    }
services-more = Más de { NUMBER($count) } servicios
services-none = Usted todavía no es contacto de ningún servicio.
services-none-next = En cuanto se contrate un servicio con su identificador de cliente, o se le transfiera un rol, aparecerá aquí.
services-no-match = Ningún servicio coincide con su búsqueda.
actions-for = Acciones de { $service } ({ $category })
edit-contacts = Modificar los contactos
# Sigue una fecha.
expires-on = Caduca el
owner-link = Titular
history = Historial
show-request = Ver la solicitud
show-request-number = Ver la solicitud n.º { $number }
change-pending = cambio pendiente

## Modificar los contactos

edit-title = Modificar los contactos de { $service }
edit-lead = Introduzca el identificador de cliente de cada nuevo contacto. No cambia nada hasta que todas las partes hayan aceptado con su código personal.
edit-meanwhile = Entretanto, este servicio o sus solicitudes han cambiado.
field-admin = Contacto administrador
field-tech = Contacto técnico
field-billing = Contacto de facturación
field-hint = Identificador de cliente, con o sin { $suffix }
closed-not-yours = Solo el contacto administrador y el { $role } pueden transferir este rol.
closed-admin = Solo el contacto administrador puede transferir este rol.
closed-pending = Ya hay un cambio pendiente de este rol.
replaces-pending = La solicitud n.º { $number } está pendiente para este rol. Si indica aquí otro contacto, esa solicitud finaliza y se informa a los interesados.
use-me = Yo
use-me-for = Yo, como: { $field }
message-label = Mensaje para el nuevo contacto (opcional)
message-hint = 500 caracteres como máximo. Aparece en el correo y en la página de la solicitud.
companion-dns-zone = Cambiar también los contactos de la zona DNS del mismo nombre: todo o nada
companion-domain = Cambiar también los contactos del nombre de dominio correspondiente: todo o nada
submit-request = Confirmar
preview-request = Ver qué va a ocurrir
cancel-edit = Volver sin cambiar nada
what-happens = Qué va a ocurrir
preview-nothing = Modifique un campo para ver quién debe aceptar y a quién se informa.
preview-move = { $role }: { $from } → { $to }
preview-accept = Aceptación necesaria de: { $accounts }
preview-told = Al realizarse el cambio, se informa a: { $accounts }
preview-replaces = Con esto finaliza la solicitud n.º { $number } y se informa a los interesados.
preview-days =
    { $days ->
        [one] Cada parte tiene { $days } día para aceptar; después, la solicitud caduca.
       *[other] Cada parte tiene { $days } días para aceptar; después, la solicitud caduca.
    }
preview-count-linked =
    { $count ->
        [one] Se creará { $count } solicitud.
       *[other] Se crearán { $count } solicitudes. Cada una se acepta por separado; se aplican todas a la vez o no se aplica ninguna.
    }
preview-count =
    { $count ->
        [one] Se creará { $count } solicitud.
       *[other] Se crearán { $count } solicitudes, que se aceptan por separado.
    }
preview-debt-own = Tiene una factura impagada. El contacto de facturación podrá cambiarse cuando esté pagada.
preview-debt = Ni el contacto de facturación actual ni el nuevo pueden tener facturas impagadas. Se comprueba al enviar la solicitud y de nuevo al aplicarla.

## Mis solicitudes

requests-caption = Las solicitudes que ha enviado o recibido, de la más reciente a la más antigua
column-request = Solicitud
column-date = Fecha
column-roles = Roles
column-from = De
column-to = A
column-state = Estado
filter-state = Estado
filter-open = En curso
requests-none = Todavía no hay ninguna solicitud.
requests-none-next = Cuando transfiera un rol, o alguien le transfiera uno, la solicitud aparecerá aquí.
requests-no-match = No hay ninguna solicitud en este estado.
waiting-for-you = Pendiente de su decisión
waiting-for = Pendiente de { $accounts }
decide-now = Aceptar o rechazar
open-request = Abrir
request-number = n.º { $number }

## Una solicitud

request-title = Solicitud n.º { $number }
request-service = Servicio
request-roles = Roles que se transfieren
request-by = Solicitante
request-expires = Puede aceptarse hasta el
request-ended = Finalizada el
request-message = Mensaje de { $account }
request-siblings = Solicitado a la vez
# In place of a customer ID that the reader may not see.
other-customer = otro cliente
siblings-linked = Se aplican todas a la vez o no se aplica ninguna.
signatures-title = Aceptaciones necesarias
signed = Ha aceptado
signed-not = Ha rechazado
signed-never = No aceptó
signed-not-yet = Aún no ha aceptado
timeline-title = Cronología
your-decision = Su decisión
code-label = Código de verificación
code-hint = Está en el correo que hemos enviado a { $address }. Es personal y solo sirve una vez.
accept = Aceptar
refuse = Rechazar
refuse-ask = Rechazar…
refuse-sure = Un rechazo pone fin a la solicitud para todas las partes. No se puede deshacer.
refuse-confirm = Rechazar el cambio
resend-title = ¿No le llega el correo?
resend-text = Enviamos los códigos a { $address }. Un nuevo código sustituye al anterior.
resend = Volver a enviar el correo
wrong-address = ¿La dirección no es correcta? Cámbiela en su perfil.
cancel-ask = Cancelar la solicitud…
cancel-text = La solicitud finaliza y se informa al otro contacto.
cancel-text-administrator = Como administrador de este servicio, puede poner fin a esta solicitud. No cambia nada y se informa a los dos contactos.
cancel-linked = También finalizan las solicitudes vinculadas a ella: { $requests }.
cancel-reason = Motivo (opcional)
cancel-request = Cancelar la solicitud
# `$account` is the customer ID of whoever asks the reader.
block-ask = Bloquear a { $account }…
block-text = El cliente { $account } ya no podrá solicitarle nada: usted no recibirá más correos ni verá más solicitudes suyas. Las que aún no haya aceptado desaparecerán de aquí y caducarán. No informamos de ello a este cliente.
block-limits = Sus roles y las solicitudes que ya haya aceptado no cambian. Puede desbloquear a este cliente en su perfil; las solicitudes ocultas hasta entonces seguirán ocultas.
block-confirm = Bloquear a { $account }
block-done = Ha bloqueado a { $account }.
block-undo = Cambiarlo en su perfil
decided-already = Usted ya ha aceptado. La solicitud está pendiente de: { $accounts }.
waits-for-linked = Todas las partes han aceptado esta solicitud. Se aplicará junto con la solicitud vinculada, en cuanto esta también se acepte.
ended-done = El cambio se ha realizado.
ended-refused = { $account } ha rechazado la solicitud. No ha cambiado nada.
ended-expired = No todas las partes aceptaron a tiempo. No ha cambiado nada; el solicitante puede repetir la solicitud con un solo clic.
ended-error = Se ha producido un error por nuestra parte. No ha cambiado nada.
only-watching = Usted ve esta solicitud porque es contacto del servicio. Está pendiente de: { $accounts }.
aborted-cancelled = El solicitante ha cancelado la solicitud. No ha cambiado nada.
aborted-right-lost = El solicitante ya no tiene derecho a solicitar este cambio. No ha cambiado nada.
aborted-contact-changed = El contacto ha cambiado entretanto. Esta solicitud no ha modificado nada.
aborted-debt = Uno de los contactos de facturación no está al corriente de pago. No ha cambiado nada.
aborted-account-disabled = Una de las cuentas que deben aceptar ya no está activa. No ha cambiado nada.
aborted-linked-ended = La solicitud vinculada ha finalizado. No ha cambiado nada.
aborted-cancelled-by-administrator = El administrador del servicio ha cancelado la solicitud. No ha cambiado nada.
aborted-superseded = El administrador del servicio ha solicitado otro cambio en su lugar. Esta solicitud no ha modificado nada.
aborted-staff = El servicio de atención al cliente ha puesto fin a la solicitud. No ha cambiado nada.
cancel-reason-given = Motivo: { $reason }
pay-invoice = Pagar mi factura
ask-again = Repetir la solicitud
ask-otherwise = Solicitar otro cambio
event-asked = { $account } ha solicitado el cambio
event-accepted = { $account } ha aceptado
event-refused = { $account } ha rechazado
event-cancelled = { $account } ha cancelado la solicitud
event-cancelled-by-administrator = El administrador del servicio ha cancelado la solicitud
event-aborted = Solicitud interrumpida
event-expired = Plazo agotado
event-done = Cambio realizado
event-error = Error
mail-asked = código
mail-resent = nuevo código
mail-reminder = recordatorio
mail-done = confirmación
mail-replaced = información
mail-refused = rechazo
mail-cancelled = cancelación
mail-aborted = información
mail-expired = caducidad
mail-pending = Correo a { $account } en camino ({ $subject })
mail-waiting = Correo a { $account } aún no entregado al servidor, seguimos intentándolo ({ $subject })
mail-sent = Correo enviado a { $account } ({ $subject })
mail-owed = Correo para { $account } ({ $subject })
mail-dead = No se ha podido entregar el correo a { $account } ({ $subject })
mail-outdated = Correo a { $account } no enviado porque ya no era necesario ({ $subject })

## Avisos: lo que se acaba de hacer

notice-registered = Su solicitud se ha registrado. Todas las partes reciben un correo con un código personal; el suyo está en camino.
notice-waiting = Usted ha aceptado. La solicitud todavía espera la aceptación del otro contacto.
notice-linked = Usted ha aceptado. El cambio se realizará en cuanto se acepte también la solicitud vinculada.
notice-done = Todas las partes han aceptado y el cambio se ha realizado. Informamos a los interesados por correo electrónico.
notice-refused = Usted ha rechazado el cambio. La solicitud ha finalizado e informamos al otro contacto.
notice-cancelled = La solicitud se ha cancelado e informamos a los interesados.
notice-blocked = Ha bloqueado a este cliente y ya no recibirá solicitudes de su parte. Puede desbloquearlo en su perfil.
notice-resent = Un nuevo código está en camino a { $address }. El anterior ya no funciona.

## Problemas

problem-title = Hay un problema
problem-signed-out = Su sesión ya no está abierta. Inicie sesión y vuelva a intentarlo.
problem-not-found = Este elemento no existe o usted no tiene acceso a él.
problem-nothing-changed = Todavía no hay ningún cambio: modifique al menos un campo.
problem-not-your-role = No puede transferir el rol de { $role } de este servicio.
problem-contact-changed = El { $role } es ahora { $account }: ha cambiado después de que usted abriera la página. Revise lo que ha introducido y vuelva a enviarlo.
problem-busy = Ya hay un cambio del { $role } pendiente de aceptación.
problem-of-companion = Sobre el servicio del mismo nombre que debe cambiar a la vez: { $problem } Desmarque su casilla para cambiar solo este servicio.
problem-companion-gone = El servicio del mismo nombre ya no puede cambiarse junto con este. No se ha enviado nada. Recargue la página.
problem-busy-link = Ver la solicitud pendiente
problem-debt-own = Tiene una factura impagada. Páguela y vuelva a solicitar el cambio.
problem-debt = Por el momento no se puede cambiar el contacto de facturación: uno de los contactos de facturación no está al corriente de pago.
problem-wrong-code =
    { $left ->
        [0] El código no es correcto. Era el último intento: pida un nuevo código.
        [one] El código no es correcto. Le queda { $left } intento.
       *[other] El código no es correcto. Le quedan { $left } intentos.
    }
problem-code-void = Este código ya no se puede usar: ha habido demasiados intentos fallidos. Pida uno nuevo.
problem-code-replaced = Este código se ha sustituido por otro más reciente. Use el de nuestro último correo o pida uno nuevo.
problem-decided = Usted ya ha tomado una decisión.
problem-ended = La solicitud ya ha finalizado. Estado: { $state }.
problem-not-requester = Solo el solicitante puede hacer esto.
problem-too-many-blocked = Ha bloqueado a { NUMBER($count) } clientes, el máximo posible. Desbloquee antes a alguno en su perfil.
problem-too-many =
    { $minutes ->
        [one] Demasiados intentos. Vuelva a intentarlo dentro de { $minutes } minuto.
       *[other] Demasiados intentos. Vuelva a intentarlo dentro de { $minutes } minutos.
    }
problem-contended = Otra persona está modificando esto en este momento. No se ha cambiado nada. Inténtelo de nuevo dentro de unos segundos.
problem-overloaded = El servidor está muy ocupado en este momento. No se ha cambiado nada. Inténtelo de nuevo dentro de unos segundos.
problem-cross-site = El envío procedía de otro sitio web y no se ha tenido en cuenta.
problem-malformed = El servidor no ha entendido los datos enviados. Recargue la página y vuelva a intentarlo.
problem-unreachable = No hay conexión con el servidor. Lo que ha introducido se conserva; vuelva a intentarlo.
problem-internal = Se ha producido un error por nuestra parte. Si estaba cambiando algo, compruebe si ya está hecho antes de volver a intentarlo. Si se repite, indíquenos este número: { $id }
wrong-empty = { $field }: este campo es obligatorio.
wrong-format-id = { $field }: no es un identificador de cliente. El formato es xx11111-ovh.
wrong-format-code = { $field }: no es uno de nuestros códigos. Un código tiene 28 letras y cifras.
wrong-format-text = { $field }: hay caracteres no permitidos.
wrong-too-long = { $field }: el texto es demasiado largo.
wrong-too-long-note = { $field }: el texto es demasiado largo. Use { NUMBER($count) } caracteres como máximo.
# Las tres que siguen tratan de una contraseña.
# De una dirección de correo electrónico.

## Página no encontrada

not-found-title = Página no encontrada
not-found-text = Esta página no existe o usted no tiene acceso a ella. Si ha llegado por el enlace de un correo, compruebe que ha iniciado sesión con la cuenta que lo recibió.
not-found-home = Ir a mis servicios
