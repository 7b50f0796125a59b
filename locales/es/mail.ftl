### Los textos de los correos, en español de España.
### Los nombres de los roles van tras dos puntos, entre paréntesis o solos, nunca dentro de una frase.
### `$service` es el nombre de un servicio; `$account`, `$to`, `$from` y `$by` son identificadores de cliente; `$roles` es una lista de roles.

## Todos los correos

brand = { -brand }
# La última línea de cada correo.
footer = Enviado por { -brand }
footer-automatic = Este es un mensaje automático para el cliente { $account }; no leemos las respuestas.
# Para quien no tiene cuenta, o a quien no se le dice su identificador de cliente.
footer-automatic-unnamed = Este es un mensaje automático; no leemos las respuestas.
footer-support = Atención al cliente: { $address }
footer-safety = Nunca le pedimos su contraseña por correo electrónico. Los enlaces de nuestros correos siempre empiezan por { $origin }
greeting = Hola, { $name }:
# A una dirección que puede no ser la del cliente.
greeting-unnamed = Hola:
# Tras una etiqueta, en el texto sin formato de un correo.
colon = { ":" }

## Nombres

role-admin = contacto administrador
role-tech = contacto técnico
role-billing = contacto de facturación
# En los asuntos, entre paréntesis.
role-admin-short = administrador
role-tech-short = técnico
role-billing-short = facturación
# Un nombre de dominio y su zona DNS, que cambian a la vez.
service-pair = { $service } (nombre de dominio y zona DNS)
# example.org (nombre de dominio)
service-of-category = { $service } ({ $category })
category-domain = nombre de dominio
category-dns-zone = zona DNS
category-hosting = alojamiento web
category-database = base de datos
category-vps = VPS
category-dedicated-server = servidor dedicado
category-public-cloud = proyecto Public Cloud
category-email = servicio de correo electrónico
category-telephony = línea telefónica
category-internet-access = acceso a internet
# Señala el identificador de cliente del propio destinatario.
account-you = { $account } (usted)

## La tabla

fact-service = Servicio
fact-roles =
    { $count ->
        [one] Rol
       *[other] Roles
    }
fact-holder = Contacto actual
fact-former = Contacto anterior
fact-new = Nuevo contacto
fact-proposed = Contacto propuesto
fact-asked-by = Solicitante
# What else the same form asks of the service; roles and a customer ID follow.
fact-siblings = Solicitado a la vez
# In place of a customer ID that the recipient may not see.
other-customer = otro cliente
# Siguen `$count` cuentas.
fact-must-accept =
    { $count ->
        [one] Debe aceptar
       *[other] Deben aceptar
    }
fact-still-to-accept = Falta la aceptación de
fact-not-accepted =
    { $count ->
        [one] No ha aceptado
       *[other] No han aceptado
    }
fact-until = Fecha límite
fact-changed-at = Fecha del cambio
fact-number = Solicitud
# 42
fact-number-value = N.º { $number }
fact-changed-by = Modificado por
# Siguen `$count` datos.
fact-details =
    { $count ->
        [one] Dato modificado
       *[other] Datos modificados
    }
fact-expires = Caduca el
fact-stops = Suspensión
fact-your-role = Su rol
fact-account = Identificador de cliente
fact-new-address = Nueva dirección
fact-name = Nombre
fact-organisation = Organización
fact-valid-until = Fecha límite
fact-date = Fecha

## Código, botón, mensaje

code-label = Su código de verificación
code-hint = Es personal y solo sirve una vez. No lo comparta.
button-request = Abrir la solicitud
button-decide = Aceptar o rechazar
button-hint = El código aparecerá ya introducido. Abrir la página no decide nada: allí usted elige «Aceptar» o «Rechazar».
# Bajo el botón; sigue la dirección de la página.
button-instead = Si el botón no funciona, introduzca el código en esta página:
quote-message = Mensaje de { $by }, con sus propias palabras
quote-reason = Motivo indicado por { $by }
quote-reason-administrator = Motivo indicado por el administrador
quote-reason-staff = Motivo indicado por el servicio de atención al cliente

## Se ha hecho una solicitud: a las partes

asked-own-subject = { $service }: confirme el cambio de contacto ({ $roles })
asked-own-heading = Confirme el cambio de contacto
asked-own-lead =
    { $count ->
        [one] Usted ha solicitado transferir a { $to } este rol en { $service }: { $roles }.
       *[other] Usted ha solicitado transferir a { $to } estos roles en { $service }: { $roles }.
    }
asked-own-rule = No cambia nada hasta que usted y { $to } hayan aceptado. Cada parte recibe su propio código.
asked-self-lead =
    { $count ->
        [one] Usted ha solicitado asumir este rol en { $service }: { $roles }.
       *[other] Usted ha solicitado asumir estos roles en { $service }: { $roles }.
    }
asked-self-rule = Solo hace falta su propia aceptación. El cambio se realiza en cuanto usted acepte.
asked-new-subject = { $service }: le proponen ser contacto ({ $roles })
asked-new-heading = Le proponen ser contacto
asked-new-lead =
    { $count ->
        [one] { $by } le propone asumir este rol en { $service }: { $roles }.
       *[other] { $by } le propone asumir estos roles en { $service }: { $roles }.
    }
asked-new-rule = No cambia nada hasta que usted y { $by } hayan aceptado. Cada parte recibe su propio código.
duty-title =
    { $count ->
        [one] Qué implica este rol
       *[other] Qué implican estos roles
    }
duty-admin = El contacto administrador gestiona el servicio en su conjunto, designa a los demás contactos y puede modificar los datos del titular.
duty-tech = El contacto técnico se ocupa de la parte técnica del servicio.
duty-billing = El contacto de facturación paga el servicio y recibe los avisos de renovación.
linked-title = Varias solicitudes
linked-text = Esta solicitud y las enviadas junto con ella se aplican todas a la vez o no se aplica ninguna. Cada una tiene su propio correo y su propio código.
doubt-own-title = ¿No lo ha solicitado usted?
doubt-own-text = Abra la solicitud y elija «Rechazar»: no cambiará nada. Después cambie su contraseña, porque alguien ha utilizado su cuenta.
doubt-new-title = ¿No lo esperaba?
doubt-new-text = Abra la solicitud y elija «Rechazar»: no cambiará nada e informaremos a { $by }. Si no hace nada, la solicitud caduca el { $date }.
# To be asked no more; the address of the request's page follows.
block-title = ¿No desea recibir más solicitudes de { $by }?
block-text = Puede bloquear a este cliente en la página de la solicitud. Abrirla no decide nada:

## Un nuevo código en lugar del anterior

resent-subject = { $service }: su nuevo código de verificación ({ $roles })
resent-heading = Su nuevo código de verificación
resent-lead = Este es el nuevo código que ha pedido. Los códigos que recibió antes para esta solicitud ya no funcionan.

## Muchas solicitudes en poco tiempo: un solo correo las reúne

digest-subject =
    { $count ->
        [one] { $count } solicitud espera su decisión
       *[other] { $count } solicitudes esperan su decisión
    }
digest-lead = En poco tiempo le han propuesto varios cambios de contacto. Este correo reúne esas solicitudes.
digest-rule = Usted decide sobre cada solicitud por separado. No cambia nada hasta que la acepte.
digest-more-title =
    { $count ->
        [one] Y { $count } solicitud más
       *[other] Y { $count } solicitudes más
    }
digest-more-text = Sus códigos no están en este correo. En la página de cada solicitud puede pedir un código:
digest-doubt-text = Abra las solicitudes y elija «Rechazar»: no cambiará nada. Si no hace nada, cada solicitud caduca en la fecha indicada.
button-requests = Abrir mis solicitudes
digest-ended-subject =
    { $count ->
        [one] { $count } solicitud ha finalizado
       *[other] { $count } solicitudes han finalizado
    }
digest-ended-lead = Le habíamos escrito sobre estas solicitudes. Han finalizado: no ha cambiado nada, y sus códigos ya no funcionan.
digest-ended-title = Solicitudes finalizadas
digest-cancelled = { $request }: cancelada
digest-refused = { $request }: rechazada
digest-aborted = { $request }: no realizada
digest-ended-more =
    { $count ->
        [one] Y { $count } más.
       *[other] Y { $count } más.
    }

## Quedan dos días

reminder-subject = { $service }: decida a más tardar el { $date } ({ $roles })
reminder-heading = Esperamos su decisión
reminder-lead =
    { $count ->
        [one] Un cambio de contacto en { $service } sigue pendiente de su decisión. Afecta a este rol: { $roles }.
       *[other] Un cambio de contacto en { $service } sigue pendiente de su decisión. Afecta a estos roles: { $roles }.
    }
reminder-rule = Si falta alguna aceptación, la solicitud caduca el { $date } y no cambia nada.
reminder-code = Su código está en el correo que ya le enviamos sobre esta solicitud. Si no lo encuentra, pida uno nuevo en la página de la solicitud.
reminder-doubt-text = Abra la solicitud y elija «Rechazar»: no cambiará nada e informaremos a la otra parte.

## El cambio se ha realizado

done-subject = { $service }: se ha realizado el cambio de contacto ({ $roles })
done-heading = Se ha realizado el cambio de contacto
done-new-lead =
    { $count ->
        [one] Usted tiene ahora este rol en { $service }: { $roles }.
       *[other] Usted tiene ahora estos roles en { $service }: { $roles }.
    }
done-former-lead =
    { $count ->
        [one] { $to } ha aceptado. Usted ya no tiene este rol en { $service }: { $roles }.
       *[other] { $to } ha aceptado. Usted ya no tiene estos roles en { $service }: { $roles }.
    }
done-own-lead =
    { $count ->
        [one] Se ha realizado el cambio que usted solicitó. { $to } tiene ahora este rol en { $service }: { $roles }.
       *[other] Se ha realizado el cambio que usted solicitó. { $to } tiene ahora estos roles en { $service }: { $roles }.
    }
done-nothing-to-do = No tiene que hacer nada más.
done-doubt-title = ¿No lo ha aceptado usted?
done-doubt-text = Cambie su contraseña de inmediato; después, diríjase a atención al cliente e indique el número de la solicitud.
replaced-subject = { $service }: usted ya no es contacto ({ $roles })
replaced-heading = Usted ya no es contacto
replaced-lead =
    { $count ->
        [one] A petición de { $by }, usted ya no tiene este rol en { $service }: { $roles }.
       *[other] A petición de { $by }, usted ya no tiene estos roles en { $service }: { $roles }.
    }
replaced-rest = Sus demás roles, si los tiene, no cambian. No tiene que hacer nada.
replaced-doubt-title = ¿No lo esperaba?
replaced-doubt-text = El contacto administrador de un servicio puede decidirlo sin usted. Pregunte a { $by }, o diríjase a atención al cliente e indique el número de la solicitud.

## El cambio no se ha realizado

nothing-changed = No ha cambiado nada, y los códigos enviados para esta solicitud ya no funcionan.
refused-subject = { $service }: se ha rechazado el cambio de contacto ({ $roles })
refused-heading = Se ha rechazado el cambio de contacto
refused-lead = { $by } ha rechazado la solicitud sobre { $service }.
cancelled-subject = { $service }: se ha cancelado el cambio de contacto ({ $roles })
cancelled-heading = Se ha cancelado el cambio de contacto
cancelled-lead = { $by } ha cancelado la solicitud sobre { $service }.
cancelled-by-administrator-lead = El administrador de { $service } ha cancelado la solicitud.
aborted-subject = { $service }: no se ha realizado el cambio de contacto ({ $roles })
aborted-heading = No se ha realizado el cambio de contacto
aborted-lead = La solicitud sobre { $service } no se ha podido aplicar y ha finalizado.
expired-subject = { $service }: ha caducado la solicitud de cambio de contacto ({ $roles })
expired-heading = La solicitud ha caducado
expired-lead = No todas las partes aceptaron a tiempo la solicitud sobre { $service }.
again-own = Si sigue queriendo el cambio, haga una nueva solicitud.
again-other = Si el cambio sigue haciendo falta, { $by } puede hacer una nueva solicitud.

reason-cancelled = El solicitante la ha cancelado.
reason-right-lost = El solicitante ya no tiene derecho a solicitar este cambio.
reason-contact-changed = El contacto que se iba a sustituir ha cambiado entretanto.
# No dice a nadie de quién es la deuda.
reason-debt = No se cumplen las condiciones para cambiar el contacto de facturación. Si tiene una factura impagada, páguela antes de que se vuelva a solicitar el cambio.
reason-account-disabled = La cuenta de una de las partes ya no está activa.
reason-linked-ended = Una solicitud vinculada a esta ha finalizado.
reason-cancelled-by-administrator = El administrador del servicio la ha cancelado.
reason-superseded = El administrador del servicio ha solicitado otro cambio en su lugar.
reason-staff = El servicio de atención al cliente le ha puesto fin.

## La propia cuenta

email-confirm-subject = Confirme su nueva dirección de correo electrónico
email-confirm-heading = Confirme su nueva dirección de correo electrónico
email-confirm-lead = Se ha indicado esta dirección como nueva dirección de correo electrónico del cliente { $account }. En cuanto se confirme, enviaremos aquí nuestros correos.
email-confirm-button = Confirmar esta dirección
email-confirm-hint = El código aparecerá ya introducido. Si no ha iniciado sesión, tendrá que hacerlo primero.
email-confirm-doubt-title = ¿No sabe de qué se trata?
email-confirm-doubt-text = Ignore este correo. Mientras el propio cliente no inicie sesión e introduzca el código, no cambia nada.
email-announce-subject = Nueva dirección de correo electrónico para su cuenta
email-announce-heading = Su dirección de correo electrónico va a cambiar
email-announce-lead = Se ha indicado una nueva dirección de correo electrónico para su cuenta. En cuanto se confirme, enviaremos allí nuestros correos y ya no aquí.
email-announce-doubt-title = ¿No ha sido usted?
email-announce-doubt-text = Cambie su contraseña de inmediato, porque alguien ha utilizado su cuenta. Después, diríjase a atención al cliente.
button-profile = Abrir mi perfil
password-changed-subject = Su contraseña ha cambiado
password-changed-heading = Su contraseña ha cambiado
password-changed-lead = Se ha cambiado la contraseña de su cuenta. Se ha cerrado la sesión en todos los dispositivos que la tenían abierta.
password-changed-doubt-title = ¿No ha sido usted?
password-changed-doubt-text = Diríjase de inmediato a atención al cliente: alguien ha utilizado su cuenta.
password-reset-subject = Elija una nueva contraseña
password-reset-heading = Elija una nueva contraseña
password-reset-lead = Se ha pedido una nueva contraseña para su cuenta. Si ha sido usted, elíjala en la página que se abre desde este correo. Hasta entonces, su contraseña actual sigue siendo válida.
password-reset-button = Elegir una nueva contraseña
password-reset-hint = El código aparecerá ya introducido. En cuanto se elija una nueva contraseña, el enlace dejará de funcionar.
password-reset-doubt-title = ¿No ha sido usted?
password-reset-doubt-text = Ignore este correo: sin el código, nadie puede cambiar su contraseña.
name-changed-subject = Su nombre o su organización han cambiado
name-changed-lead = Se ha cambiado el nombre o la organización de su cuenta. Esto es lo que consta ahora.
name-changed-doubt-title = ¿No es lo que quería?
name-changed-doubt-text = Cambie su contraseña de inmediato, porque alguien puede haber utilizado su cuenta. Después, diríjase a atención al cliente.
invite-subject = Elija la contraseña de su nueva cuenta
invite-heading = Su cuenta está lista
invite-lead = Se ha creado una cuenta para usted. Elija su contraseña en la página que se abre desde este correo e inicie sesión con su identificador de cliente o con esta dirección de correo electrónico.
invite-button = Elegir mi contraseña
invite-hint = El código aparecerá ya introducido. Si el enlace ha caducado, pida otro en la página de inicio de sesión, en «¿Ha olvidado su contraseña?».
invite-doubt-title = ¿No esperaba este correo?
invite-doubt-text = Alguien ha indicado su dirección. Comuníquelo a atención al cliente.
account-disabled-subject = Su cuenta está desactivada
account-disabled-lead = Se ha pedido una nueva cuenta o una nueva contraseña con esta dirección. Pertenece a su cuenta, que está desactivada: nadie puede iniciar sesión en ella y ninguna otra cuenta puede usar la dirección. Si quiere volver a usarla, diríjase a atención al cliente.
account-disabled-button = Cómo contactar con nosotros
account-disabled-doubt-title = ¿No ha sido usted?
account-disabled-doubt-text = Ignore este correo: no ha cambiado nada, y a quien lo pidió no se le ha dicho que usted tiene una cuenta.
sign-up-confirm-subject = Confirme su dirección de correo electrónico para abrir su cuenta
sign-up-confirm-heading = Confirme su dirección de correo electrónico
sign-up-confirm-lead = Se ha indicado esta dirección para abrir una cuenta. Su cuenta estará lista en cuanto confirme la dirección.
sign-up-confirm-button = Confirmar y abrir mi cuenta
sign-up-confirm-hint = El código aparecerá ya introducido. Abrir la página no decide nada: la cuenta se abre cuando usted introduce allí la contraseña que eligió y pulsa el botón.
sign-up-confirm-doubt-title = ¿No ha sido usted?
sign-up-confirm-doubt-text = Ignore este correo: sin el código no se abre ninguna cuenta, y los datos introducidos se eliminan.
sign-up-known-subject = Ya tiene una cuenta
sign-up-known-heading = Ya tiene una cuenta
sign-up-known-lead = Se ha indicado esta dirección para abrir una cuenta, pero usted ya tiene una. Inicie sesión con esta dirección de correo electrónico y su contraseña.
sign-up-known-forgotten-title = ¿Ha olvidado su contraseña?
sign-up-known-forgotten-text = Elija una nueva en esta página:
sign-up-known-doubt-title = ¿No ha sido usted?
sign-up-known-doubt-text = Ignore este correo: no ha cambiado nada, y a quien indicó su dirección no se le ha dicho que usted tiene una cuenta.
welcome-subject = Su identificador de cliente
welcome-heading = Le damos la bienvenida
welcome-lead = Su cuenta está lista. Inicie sesión con su identificador de cliente, o con esta dirección de correo electrónico, y con su contraseña.
welcome-use = Los demás clientes necesitan su identificador de cliente para transferirle un rol de contacto. Guarde este correo.
button-sign-in = Iniciar sesión
welcome-doubt-title = ¿No ha abierto usted una cuenta?
welcome-doubt-text = Alguien ha utilizado su dirección. Diríjase a atención al cliente.

## Se han modificado los datos del titular: a su dirección anterior y a la actual. No se dice qué contienen.

owner-changed-subject = { $service }: se han modificado los datos del titular
owner-changed-heading = Se han modificado los datos del titular
owner-first-subject = { $service }: se han introducido los datos del titular
owner-first-heading = Se han introducido los datos del titular
owner-changed-lead = { $by }, contacto administrador de { $service }, ha modificado los datos del titular.
owner-first-lead = { $by }, contacto administrador de { $service }, ha introducido los datos del titular.
owner-changed-why = Recibe este correo porque su dirección es, o era hasta ahora, la dirección de correo electrónico del titular. Si la modificación es correcta, no tiene que hacer nada.
owner-doubt-title = ¿No es correcto?
owner-doubt-text = Pregunte a { $by }, que es quien puede modificar estos datos, o diríjase a atención al cliente e indique el nombre del servicio. El titular es el propietario legal del servicio: no deje un error sin corregir.
owner-name = nombre
owner-organisation = organización
owner-street = calle
owner-postal-code = código postal
owner-city = localidad
owner-country = país
owner-phone = teléfono
owner-email = dirección de correo electrónico

## Un servicio caduca: a su contacto de facturación

# `$date` es un día: 27 de noviembre de 2026.
renewal-subject = { $service }: caduca el { $date }
renewal-heading = Un servicio está a punto de caducar
renewal-lead =
    { $days ->
        [one] { $service } caduca el { $date }, dentro de { $days } día.
       *[other] { $service } caduca el { $date }, dentro de { $days } días.
    }
renewal-rule = Si quiere conservarlo, renuévelo antes de esa fecha. Si su renovación ya está prevista, no tiene que hacer nada.
renewal-doubt-title = ¿No es usted quien paga este servicio?
renewal-doubt-text = Recibe este correo porque es el contacto de facturación del servicio. En la página del servicio puede transferir este rol a otro cliente.
button-service = Abrir el servicio
# El servicio tiene una factura impagada.
unpaid-subject = { $service }: factura impagada, suspensión el { $date }
unpaid-heading = Un servicio está a punto de suspenderse
unpaid-lead =
    { $days ->
        [one] { $service } tiene una factura impagada. Si no se paga, el servicio se suspenderá el { $date }, dentro de { $days } día.
       *[other] { $service } tiene una factura impagada. Si no se paga, el servicio se suspenderá el { $date }, dentro de { $days } días.
    }
unpaid-rule = Pague la factura antes de esa fecha para conservar el servicio. Un pago puede tardar un poco en llegarnos: si acaba de pagar, no tiene que hacer nada más.
button-pay = Pagar mis facturas
