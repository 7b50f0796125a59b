### I testi dell’interfaccia, in italiano.
### Le date stanno dopo un’etichetta o i due punti, mai dopo un articolo: «il 7», ma «l’8» e «l’11».
### Lo spazio dopo «n.», tra giorno e mese, prima di «UTC» e nei numeri di telefono è unificatore.

# Il nome della lingua, per il menu delle lingue.
language-name = Italiano

## Date

month-january = gennaio
month-february = febbraio
month-march = marzo
month-april = aprile
month-may = maggio
month-june = giugno
month-july = luglio
month-august = agosto
month-september = settembre
month-october = ottobre
month-november = novembre
month-december = dicembre
# 27 novembre 2026; 1º dicembre 2026
date-pattern =
    { $day ->
        [one] 1º
       *[other] { $day }
    } { $month } { NUMBER($year) }
# 27 novembre 2026, 14:05 UTC
date-time-pattern = { $date }, { $time } UTC

## Tempo che resta

left-days =
    { $days ->
        [one] manca { $days } giorno
       *[other] mancano { $days } giorni
    }
left-hours =
    { $hours ->
        [one] manca { $hours } ora
       *[other] mancano { $hours } ore
    }
left-under-an-hour = manca meno di un’ora

## Ovunque

skip-link = Vai al contenuto
home = { -brand }, i miei servizi
account-menu = Il mio account
contact-management = Gestione dei contatti
my-services = I miei servizi
my-requests = Le mie richieste
profile = Profilo
help = Aiuto
help-mail = Che cosa fare se un’email non arriva
help-roles = Che cosa può fare ciascuno dei tre contatti
help-states = Che cosa significano gli stati
sign-out = Esci
choose-language = Lingua
banner-decide =
    { $count ->
        [one] { $count } richiesta attende la tua decisione.
       *[other] { $count } richieste attendono la tua decisione.
    }
banner-waiting =
    { $count ->
        [one] { $count } delle tue richieste attende la decisione dell’altro contatto.
       *[other] { $count } delle tue richieste attendono la decisione dell’altro contatto.
    }
banner-show = Mostra
live-lost = Connessione interrotta: le informazioni visualizzate potrebbero non essere aggiornate. Nuovo tentativo in corso…
loading = Caricamento…
error-title = Errore: { $title }
page-title = { $title } · { -brand }
me-mark = tu
previous-page = Precedente
next-page = Successiva
pages = Pagine
back-to-requests = Torna alle mie richieste

## Accesso

sign-in = Accedi

## Ruoli, categorie, stati

role-admin = Amministratore
role-tech = Tecnico
role-billing = Fatturazione
role-admin-long = contatto amministratore
role-tech-long = contatto tecnico
role-billing-long = contatto di fatturazione
category-domain = Dominio
category-dns-zone = Zona DNS
category-pair = Dominio e zona DNS
category-hosting = Hosting web
category-database = Database
category-vps = VPS
category-dedicated-server = Server dedicato
category-public-cloud = Progetto Public Cloud
category-email = Email
category-telephony = Telefonia
category-internet-access = Accesso Internet
status-ok = Attivo
status-in-creation = In creazione
status-expired = Scaduto
status-pending-debt = In attesa di pagamento
status-unpaid = Non pagato
# Concordano con «richiesta».
state-todo = Da elaborare
state-check-validity = In verifica
state-validating = In attesa di accettazione
state-doing = In esecuzione
state-done = Eseguita
state-refused = Rifiutata
state-aborted = Annullata
state-expired = Scaduta
state-error = Non riuscita

## I miei servizi

services-caption = I servizi di cui sei contatto
column-name = Servizio
column-category = Categoria
column-status = Stato
column-expiry = Scadenza
column-actions = Azioni
search-label = Cerca
search-hint = Servizio o identificativo cliente
filter-category = Categoria
filter-role = Il mio ruolo
# Per una categoria, un ruolo o uno stato: né maschile né femminile.
filter-all = Qualsiasi
apply-filters = Filtra
clear-filters = Mostra tutto
services-count =
    { $count ->
        [0] Nessun servizio
        [one] { $count } servizio
       *[other] { $count } servizi
    }
services-more = Più di { NUMBER($count) } servizi
services-none = Non sei ancora contatto di alcun servizio.
services-none-next = Un servizio comparirà qui quando verrà ordinato con il tuo identificativo cliente o quando qualcuno ti trasferirà un ruolo.
services-no-match = Nessun servizio corrisponde alla ricerca.
actions-for = Azioni per { $service } ({ $category })
edit-contacts = Modifica i contatti
# Segue una data.
expires-on = Scadenza:
owner-link = Proprietario
history = Storico
show-request = Mostra la richiesta
show-request-number = Mostra la richiesta n. { $number }
change-pending = cambio in attesa

## Modificare i contatti

edit-title = Modifica i contatti di { $service }
edit-lead = Inserisci l’identificativo cliente di ogni nuovo contatto. Non cambia nulla finché tutte le parti non hanno accettato con il proprio codice personale.
edit-meanwhile = Nel frattempo questo servizio, o una richiesta che lo riguarda, è cambiato.
field-admin = Contatto amministratore
field-tech = Contatto tecnico
field-billing = Contatto di fatturazione
field-hint = Identificativo cliente, con o senza { $suffix }
closed-not-yours = Solo il contatto amministratore e il { $role } possono trasferire questo ruolo.
closed-admin = Solo il contatto amministratore può trasferire questo ruolo.
closed-pending = Per questo ruolo c’è già un cambio in attesa.
replaces-pending = Per questo ruolo è in attesa la richiesta n. { $number }. Se indichi qui un altro contatto, quella richiesta viene chiusa e gli interessati ne vengono informati.
use-me = Io
use-me-for = Io, come: { $field }
message-label = Messaggio al nuovo contatto (facoltativo)
message-hint = Al massimo 500 caratteri. Compare nell’email e nella pagina della richiesta.
companion-dns-zone = Cambia anche la zona DNS con lo stesso nome: tutto o niente
companion-domain = Cambia anche il dominio con lo stesso nome: tutto o niente
submit-request = Conferma
preview-request = Anteprima
cancel-edit = Indietro senza modifiche
what-happens = Che cosa succederà
preview-nothing = Modifica un campo per vedere chi deve accettare e chi sarà informato.
preview-move = { $role }: { $from } → { $to }
preview-accept = Chi deve accettare: { $accounts }
preview-told = Chi sarà informato dopo il cambio: { $accounts }
preview-replaces = In questo modo viene chiusa la richiesta n. { $number } e gli interessati ne vengono informati.
preview-days =
    { $days ->
        [one] C’è { $days } giorno di tempo per accettare, poi la richiesta scade.
       *[other] Ci sono { $days } giorni di tempo per accettare, poi la richiesta scade.
    }
preview-count-linked =
    { $count ->
        [one] Verrà creata { $count } richiesta.
       *[other] Verranno create { $count } richieste. Ognuna si accetta separatamente; hanno effetto tutte insieme oppure nessuna.
    }
preview-count =
    { $count ->
        [one] Verrà creata { $count } richiesta.
       *[other] Verranno create { $count } richieste, da accettare separatamente.
    }
preview-debt-own = Hai una fattura non pagata. Potrai cambiare il contatto di fatturazione dopo averla pagata.
preview-debt = Né l’attuale né il nuovo contatto di fatturazione possono avere fatture non pagate. Lo verifichiamo all’invio della richiesta e di nuovo al momento del cambio.

## Le mie richieste

requests-caption = Le richieste che hai inviato o ricevuto, dalla più recente
column-request = Richiesta
column-date = Data
column-roles = Ruoli
column-from = Da
column-to = A
column-state = Stato
filter-state = Stato
filter-open = In corso
requests-none = Non c’è ancora nessuna richiesta.
requests-none-next = Quando trasferirai un ruolo, o qualcuno ne trasferirà uno a te, la richiesta comparirà qui.
requests-no-match = Nessuna richiesta è in questo stato.
waiting-for-you = In attesa di te
waiting-for = In attesa di { $accounts }
decide-now = Accetta o rifiuta
open-request = Apri
# Sta anche dopo i due punti e in un elenco.
request-number = n. { $number }

## Una richiesta

request-title = Richiesta n. { $number }
request-service = Servizio
request-roles = Ruoli
request-by = Richiesto da
request-expires = Termine per decidere
request-ended = Data di chiusura
request-message = Messaggio di { $account }
request-siblings = Richiesto insieme
# In place of a customer ID that the reader may not see.
other-customer = un altro cliente
siblings-linked = Vengono eseguite tutte o nessuna.
signatures-title = Chi deve accettare
signed = Ha accettato
signed-not = Ha rifiutato
signed-never = Non ha accettato
signed-not-yet = Non ha ancora accettato
timeline-title = Cronologia
your-decision = La tua decisione
code-label = Codice di convalida
code-hint = Si trova nell’email che abbiamo inviato a { $address }. È personale e si può usare una sola volta.
accept = Accetta
refuse = Rifiuta
refuse-ask = Rifiuta…
refuse-sure = Il rifiuto chiude la richiesta per tutti e non si può revocare.
refuse-confirm = Rifiuta il cambio
resend-title = L’email non è arrivata?
resend-text = Inviamo i codici a { $address }. Un nuovo codice sostituisce il precedente.
resend = Invia di nuovo l’email
wrong-address = L’indirizzo è sbagliato? Modificalo nel tuo profilo.
cancel-ask = Annulla la richiesta…
cancel-text = La richiesta viene chiusa e l’altro contatto ne viene informato.
cancel-text-administrator = Come amministratore di questo servizio puoi chiudere questa richiesta. Non cambia nulla ed entrambi i contatti ne vengono informati.
cancel-linked = Vengono chiuse anche le richieste collegate: { $requests }.
cancel-reason = Motivo (facoltativo)
cancel-request = Annulla la richiesta
# `$account` is the customer ID of whoever asks the reader.
block-ask = Blocca { $account }…
block-text = Il cliente { $account } non potrà più chiederti nulla: non riceverai più email e non vedrai più le sue richieste. Quelle che non hai ancora accettato scompaiono da qui e scadono. Il cliente non ne viene informato.
block-limits = I tuoi ruoli e le richieste che hai già accettato non cambiano. Puoi sbloccare questo cliente nel tuo profilo; le richieste nascoste fino ad allora restano nascoste.
block-confirm = Blocca { $account }
block-done = Hai bloccato { $account }.
block-undo = Modifica nel tuo profilo
decided-already = Hai accettato. La richiesta attende la decisione di { $accounts }.
waits-for-linked = Tutti hanno accettato questa richiesta. Sarà eseguita insieme alla richiesta collegata, non appena anche quella sarà accettata.
ended-done = Il cambio è stato eseguito.
ended-refused = { $account } ha rifiutato. Non è cambiato nulla.
ended-expired = Non tutti hanno accettato in tempo. Non è cambiato nulla; il richiedente può ripetere la richiesta con un clic.
ended-error = Si è verificato un errore da parte nostra. Non è cambiato nulla.
only-watching = Vedi questa richiesta perché sei contatto del servizio. La richiesta attende la decisione di { $accounts }.
aborted-cancelled = Il richiedente ha annullato la richiesta. Non è cambiato nulla.
aborted-right-lost = Il richiedente non ha più il diritto di chiedere questo cambio. Non è cambiato nulla.
aborted-contact-changed = Nel frattempo il contatto da sostituire è cambiato. Questa richiesta non ha modificato nulla.
aborted-debt = Un contatto di fatturazione non è in regola con i pagamenti. Non è cambiato nulla.
aborted-account-disabled = Un account che deve accettare non è più attivo. Non è cambiato nulla.
aborted-linked-ended = La richiesta collegata è stata chiusa. Non è cambiato nulla.
aborted-cancelled-by-administrator = L’amministratore del servizio ha annullato la richiesta. Non è cambiato nulla.
aborted-superseded = L’amministratore del servizio ha chiesto un altro cambio al suo posto. Questa richiesta non ha modificato nulla.
aborted-staff = L’assistenza clienti ha chiuso la richiesta. Non è cambiato nulla.
cancel-reason-given = Motivo: { $reason }
pay-invoice = Paga la mia fattura
ask-again = Ripeti la richiesta
ask-otherwise = Fai un’altra richiesta
event-asked = { $account } ha chiesto il cambio
event-accepted = { $account } ha accettato
event-refused = { $account } ha rifiutato
event-cancelled = { $account } ha annullato
event-cancelled-by-administrator = L’amministratore del servizio ha annullato
event-aborted = Richiesta interrotta
event-expired = Tempo scaduto
event-done = Cambio eseguito
event-error = Cambio non riuscito
mail-asked = codice
mail-resent = nuovo codice
mail-reminder = promemoria
mail-done = conferma
mail-replaced = informazione
mail-refused = rifiuto
mail-cancelled = annullamento
mail-aborted = informazione
mail-expired = scadenza
mail-pending = Email a { $account } in corso di invio ({ $subject })
mail-waiting = Email a { $account } non ancora consegnata al server, continuiamo a provare ({ $subject })
mail-sent = Email inviata a { $account } ({ $subject })
mail-owed = Email a { $account } ({ $subject })
mail-dead = Email a { $account } non recapitata ({ $subject })
mail-outdated = Email a { $account } non inviata perché non più necessaria ({ $subject })

## Avvisi: ciò che è appena stato fatto

notice-registered = La tua richiesta è stata registrata. Chi deve accettare riceve un’email con un codice personale; la tua è in arrivo.
notice-waiting = Hai accettato. La richiesta attende ancora la decisione dell’altro contatto.
notice-linked = Hai accettato. Il cambio sarà eseguito non appena sarà accettata anche la richiesta collegata.
notice-done = Tutti hanno accettato e il cambio è stato eseguito. Gli interessati ne vengono informati via email.
notice-refused = Hai rifiutato. La richiesta è chiusa e l’altro contatto ne viene informato.
notice-cancelled = La richiesta è annullata e gli interessati ne vengono informati.
notice-blocked = Il cliente è bloccato: non riceverai più le sue richieste. Puoi sbloccarlo nel tuo profilo.
notice-resent = Stiamo inviando un nuovo codice a { $address }. Il precedente non funziona più.

## Problemi

problem-title = C’è un problema
problem-signed-out = La tua sessione è terminata. Accedi e riprova.
problem-not-found = L’elemento non esiste o non hai il diritto di vederlo.
problem-nothing-changed = Non hai ancora modificato nulla: modifica almeno un campo.
problem-not-your-role = Non puoi trasferire il ruolo di { $role } di questo servizio.
problem-contact-changed = Ora il { $role } è { $account }: è cambiato dopo che hai aperto la pagina. Verifica ciò che hai inserito e invialo di nuovo.
problem-busy = C’è già un cambio del { $role } in attesa di accettazione.
problem-of-companion = A proposito del servizio con lo stesso nome, da cambiare insieme a questo: { $problem } Togli la spunta per cambiare solo questo servizio.
problem-companion-gone = Il servizio con lo stesso nome non può più essere cambiato insieme a questo. Non è stato inviato nulla. Ricarica la pagina.
problem-busy-link = Vai alla richiesta in attesa
problem-debt-own = Hai una fattura non pagata. Pagala, poi ripeti la richiesta.
problem-debt = Al momento il contatto di fatturazione non può essere cambiato: uno dei contatti di fatturazione non è in regola con i pagamenti.
problem-wrong-code =
    { $left ->
        [0] Il codice non è corretto. Era l’ultimo tentativo: richiedi un nuovo codice.
        [one] Il codice non è corretto. Ti resta { $left } tentativo.
       *[other] Il codice non è corretto. Ti restano { $left } tentativi.
    }
problem-code-void = Questo codice non è più utilizzabile: ci sono stati troppi tentativi errati. Richiedine uno nuovo.
problem-code-replaced = Questo codice è stato sostituito da uno più recente. Usa il codice della nostra ultima email o richiedine uno nuovo.
problem-decided = Hai già deciso.
problem-ended = La richiesta è già chiusa (stato: { $state }).
problem-not-requester = Solo il richiedente può farlo.
problem-too-many-blocked = Hai bloccato { NUMBER($count) } clienti, il massimo consentito. Prima sbloccane uno nel tuo profilo.
problem-too-many =
    { $minutes ->
        [one] Troppi tentativi. Riprova tra { $minutes } minuto.
       *[other] Troppi tentativi. Riprova tra { $minutes } minuti.
    }
problem-contended = Qualcun altro sta modificando questi dati. Non è stato cambiato nulla. Riprovi tra qualche secondo.
problem-overloaded = Il server è molto occupato in questo momento. Non è stato cambiato nulla. Riprovi tra qualche secondo.
problem-cross-site = I dati provenivano da un altro sito e non sono stati presi in considerazione.
problem-malformed = Il server non ha riconosciuto i dati inviati. Ricarica la pagina e riprova.
problem-unreachable = Il server non è raggiungibile. Ciò che hai inserito è ancora qui: riprova.
problem-internal = Si è verificato un errore da parte nostra. Se stavi modificando qualcosa, controlla se è già fatto prima di riprovare. Se si ripete, comunicaci questo numero: { $id }
wrong-empty = { $field }: questo campo è obbligatorio.
wrong-format-id = { $field }: non è un identificativo cliente. Il formato è xx11111-ovh.
wrong-format-code = { $field }: non è uno dei nostri codici. Un codice è composto da 28 lettere e cifre.
wrong-format-text = { $field }: contiene caratteri non ammessi.
wrong-too-long = { $field }: contiene troppi caratteri.
wrong-too-long-note = { $field }: contiene troppi caratteri. Il massimo è { NUMBER($count) }.
# Queste tre dicono sempre di una password.

## Pagina non trovata

not-found-title = Pagina non trovata
not-found-text = La pagina non esiste o non hai il diritto di vederla. Se hai seguito il link di un’email, verifica di aver effettuato l’accesso con l’account che l’ha ricevuta.
not-found-home = Vai ai miei servizi
