### I testi delle email, in italiano.
### I nomi dei ruoli stanno dopo i due punti, tra parentesi o da soli, mai dentro una frase: così non vanno concordati.
### Anche le date stanno dopo i due punti, tra parentesi o dopo un nome, mai dopo un articolo: «il 7», ma «l’8» e «l’11».
### `$service` è il nome di un servizio, `$account`, `$to`, `$from`, `$by` sono identificativi cliente, `$roles` è un elenco di ruoli.

## Tutte le email

brand = { -brand }
# L’ultima riga di ogni email.
footer = Inviato da { -brand }
footer-automatic = Questo è un messaggio automatico per il cliente { $account }; le risposte non vengono lette.
# A chi non ha un account, o non deve conoscerne l’identificativo cliente.
footer-automatic-unnamed = Questo è un messaggio automatico; le risposte non vengono lette.
footer-support = Assistenza clienti: { $address }
footer-safety = Non chiediamo mai la tua password via email. I link nelle nostre email iniziano sempre con { $origin }
greeting = Buongiorno { $name },
# A un indirizzo che potrebbe non essere del cliente.
greeting-unnamed = Buongiorno,
# Dopo un’etichetta, nel testo semplice di un’email.
colon = { ":" }

## Nomi

role-admin = contatto amministratore
role-tech = contatto tecnico
role-billing = contatto di fatturazione
# Negli oggetti, tra parentesi.
role-admin-short = amministratore
role-tech-short = tecnico
role-billing-short = fatturazione
# Un dominio e la sua zona DNS, che cambiano insieme.
service-pair = { $service } (dominio e zona DNS)
# example.org (dominio)
service-of-category = { $service } ({ $category })
category-domain = dominio
category-dns-zone = zona DNS
category-hosting = hosting web
category-database = database
category-vps = VPS
category-dedicated-server = server dedicato
category-public-cloud = progetto Public Cloud
category-email = servizio email
category-telephony = linea telefonica
category-internet-access = accesso Internet
# Contrassegna l’identificativo cliente del destinatario.
account-you = { $account } (tu)

## La tabella dei dati

fact-service = Servizio
fact-roles =
    { $count ->
        [one] Ruolo
       *[other] Ruoli
    }
fact-holder = Contatto attuale
fact-former = Contatto precedente
fact-new = Nuovo contatto
fact-proposed = Contatto proposto
fact-asked-by = Richiesto da
# What else the same form asks of the service; roles and a customer ID follow.
fact-siblings = Richiesto insieme
# In place of a customer ID that the recipient may not see.
other-customer = un altro cliente
# Seguono `$count` account.
fact-must-accept =
    { $count ->
        [one] Deve accettare
       *[other] Devono accettare
    }
fact-still-to-accept = In attesa di
fact-not-accepted =
    { $count ->
        [one] Non ha accettato
       *[other] Non hanno accettato
    }
fact-until = Termine per decidere
fact-changed-at = Data
fact-number = Richiesta
# n. 42
fact-number-value = n. { $number }
fact-changed-by = Modificato da
# Seguono `$count` dati.
fact-details =
    { $count ->
        [one] Dato modificato
       *[other] Dati modificati
    }
fact-expires = Scadenza
fact-stops = Interruzione
fact-your-role = Il tuo ruolo
fact-account = Identificativo cliente
fact-new-address = Nuovo indirizzo
fact-name = Nome
fact-organisation = Organizzazione
fact-valid-until = Scadenza del codice
fact-date = Data

## Codice, pulsante, messaggio

code-label = Il tuo codice di convalida
code-hint = È personale e si può usare una sola volta. Non comunicarlo a nessuno.
button-request = Apri la richiesta
button-decide = Accetta o rifiuta
button-hint = Il codice è già inserito. Aprire la pagina non ti impegna: lì puoi scegliere «Accetta» o «Rifiuta».
# Sotto il pulsante; segue l’indirizzo della pagina.
button-instead = Se il pulsante non funziona, inserisci il codice in questa pagina:
quote-message = Messaggio di { $by }, così come è stato scritto
quote-reason = Motivo indicato da { $by }
quote-reason-administrator = Motivo indicato dall’amministratore
quote-reason-staff = Motivo indicato dall’assistenza clienti

## È stata fatta una richiesta: alle parti

asked-own-subject = { $service }: conferma il cambio di contatto ({ $roles })
asked-own-heading = Conferma il cambio di contatto
asked-own-lead =
    { $count ->
        [one] Hai chiesto di trasferire a { $to } questo ruolo per { $service }: { $roles }.
       *[other] Hai chiesto di trasferire a { $to } questi ruoli per { $service }: { $roles }.
    }
asked-own-rule = Non cambia nulla finché tu e { $to } non avrete accettato entrambi. Ognuno riceve il proprio codice.
asked-self-lead =
    { $count ->
        [one] Hai chiesto di assumere personalmente questo ruolo per { $service }: { $roles }.
       *[other] Hai chiesto di assumere personalmente questi ruoli per { $service }: { $roles }.
    }
asked-self-rule = Basta la tua accettazione. Il cambio viene eseguito non appena accetti.
asked-new-subject = { $service }: ti viene chiesto di diventare contatto ({ $roles })
asked-new-heading = Ti viene chiesto di diventare contatto
asked-new-lead =
    { $count ->
        [one] { $by } ti chiede di assumere questo ruolo per { $service }: { $roles }.
       *[other] { $by } ti chiede di assumere questi ruoli per { $service }: { $roles }.
    }
asked-new-rule = Non cambia nulla finché tu e { $by } non avrete accettato entrambi. Ognuno riceve il proprio codice.
duty-title =
    { $count ->
        [one] Che cosa comporta questo ruolo
       *[other] Che cosa comportano questi ruoli
    }
duty-admin = Il contatto amministratore gestisce il servizio nel suo insieme, nomina gli altri contatti e può modificare i dati del proprietario.
duty-tech = Il contatto tecnico cura la parte tecnica del servizio.
duty-billing = Il contatto di fatturazione paga il servizio e viene informato dei rinnovi.
linked-title = Più di una richiesta
linked-text = Questa richiesta e quelle inviate insieme vengono eseguite tutte o nessuna. Ognuna ha la propria email e il proprio codice.
doubt-own-title = Non l’hai chiesto tu?
doubt-own-text = Apri la richiesta e scegli «Rifiuta»: non cambierà nulla. Poi modifica la tua password, perché qualcuno ha usato il tuo account.
doubt-new-title = Non te l’aspettavi?
doubt-new-text = Apri la richiesta e scegli «Rifiuta»: non cambierà nulla e { $by } riceverà un avviso. Se non fai nulla, la richiesta scade da sola ({ $date }).
# To be asked no more; the address of the request's page follows.
block-title = Non vuoi più ricevere richieste da { $by }?
block-text = Puoi bloccare questo cliente nella pagina della richiesta. Aprirla non decide nulla:

## Un nuovo codice al posto del precedente

resent-subject = { $service }: il tuo nuovo codice di convalida ({ $roles })
resent-heading = Il tuo nuovo codice di convalida
resent-lead = Ecco il nuovo codice che hai richiesto. I codici ricevuti in precedenza per questa richiesta non funzionano più.

## Molte richieste in poco tempo: una sola email le riunisce

digest-subject =
    { $count ->
        [one] { $count } richiesta attende la tua decisione
       *[other] { $count } richieste attendono la tua decisione
    }
digest-lead = In poco tempo ti sono stati proposti diversi cambi di contatto. Questa email riunisce tali richieste.
digest-rule = Decidi per ogni richiesta separatamente. Non cambia nulla finché non la accetti.
digest-more-title =
    { $count ->
        [one] E un’altra richiesta ({ $count })
       *[other] E altre { $count } richieste
    }
digest-more-text = I relativi codici non sono in questa email. Nella pagina di ogni richiesta puoi chiedere un codice:
digest-doubt-text = Apri le richieste e scegli «Rifiuta»: non cambierà nulla. Se non fai nulla, ogni richiesta scade alla data indicata.
button-requests = Apri le mie richieste
digest-ended-subject =
    { $count ->
        [one] { $count } richiesta si è conclusa
       *[other] { $count } richieste si sono concluse
    }
digest-ended-lead = Ti avevamo scritto di queste richieste. Si sono concluse: non è cambiato nulla e i loro codici non funzionano più.
digest-ended-title = Richieste concluse
digest-cancelled = { $request }: annullata
digest-refused = { $request }: rifiutata
digest-aborted = { $request }: non eseguita
digest-ended-more =
    { $count ->
        [one] E un’altra ({ $count }).
       *[other] E altre { $count }.
    }

## Mancano due giorni

reminder-subject = { $service }: manca la tua decisione, scadenza { $date } ({ $roles })
reminder-heading = Attendiamo la tua decisione
reminder-lead =
    { $count ->
        [one] Un cambio di contatto per { $service } attende ancora la tua decisione. Riguarda questo ruolo: { $roles }.
       *[other] Un cambio di contatto per { $service } attende ancora la tua decisione. Riguarda questi ruoli: { $roles }.
    }
reminder-rule = Se alla scadenza ({ $date }) manca anche una sola accettazione, non cambia nulla.
reminder-code = Il tuo codice è nell’email che ti abbiamo già inviato per questa richiesta. Se non la trovi, richiedi un nuovo codice nella pagina della richiesta.
reminder-doubt-text = Apri la richiesta e scegli «Rifiuta»: non cambierà nulla e l’altra parte ne sarà informata.

## Il cambio è stato eseguito

done-subject = { $service }: il contatto è cambiato ({ $roles })
done-heading = Il contatto è cambiato
done-new-lead =
    { $count ->
        [one] Ora ricopri questo ruolo per { $service }: { $roles }.
       *[other] Ora ricopri questi ruoli per { $service }: { $roles }.
    }
done-former-lead =
    { $count ->
        [one] { $to } ha accettato. Non ricopri più questo ruolo per { $service }: { $roles }.
       *[other] { $to } ha accettato. Non ricopri più questi ruoli per { $service }: { $roles }.
    }
done-own-lead =
    { $count ->
        [one] Il cambio che hai chiesto è stato eseguito. Ora { $to } ricopre questo ruolo per { $service }: { $roles }.
       *[other] Il cambio che hai chiesto è stato eseguito. Ora { $to } ricopre questi ruoli per { $service }: { $roles }.
    }
done-nothing-to-do = Non devi fare altro.
done-doubt-title = Non hai accettato tu questo cambio?
done-doubt-text = Modifica subito la tua password, poi contatta l’assistenza clienti indicando il numero della richiesta.
replaced-subject = { $service }: non sei più contatto ({ $roles })
replaced-heading = Non sei più contatto
replaced-lead =
    { $count ->
        [one] Su richiesta di { $by }, non ricopri più questo ruolo per { $service }: { $roles }.
       *[other] Su richiesta di { $by }, non ricopri più questi ruoli per { $service }: { $roles }.
    }
replaced-rest = Gli altri tuoi ruoli, se ne hai, restano invariati. Non devi fare nulla.
replaced-doubt-title = Non te l’aspettavi?
replaced-doubt-text = Il contatto amministratore di un servizio può deciderlo senza di te. Rivolgiti a { $by }, o contatta l’assistenza clienti indicando il numero della richiesta.

## Il cambio non è stato eseguito

nothing-changed = Non è cambiato nulla e i codici inviati per questa richiesta non funzionano più.
refused-subject = { $service }: il cambio di contatto è stato rifiutato ({ $roles })
refused-heading = Il cambio di contatto è stato rifiutato
refused-lead = { $by } ha rifiutato la richiesta per { $service }.
cancelled-subject = { $service }: il cambio di contatto è stato annullato ({ $roles })
cancelled-heading = Il cambio di contatto è stato annullato
cancelled-lead = { $by } ha annullato la richiesta per { $service }.
cancelled-by-administrator-lead = L’amministratore di { $service } ha annullato la richiesta.
aborted-subject = { $service }: il cambio di contatto non è stato eseguito ({ $roles })
aborted-heading = Il cambio di contatto non è stato eseguito
aborted-lead = Non è stato possibile eseguire la richiesta per { $service }, che è stata chiusa.
expired-subject = { $service }: la richiesta di cambio di contatto è scaduta ({ $roles })
expired-heading = La richiesta è scaduta
expired-lead = La richiesta per { $service } non è stata accettata da tutti in tempo.
again-own = Se il cambio ti serve ancora, fai una nuova richiesta.
again-other = Se il cambio serve ancora, { $by } può fare una nuova richiesta.

reason-cancelled = Il richiedente l’ha annullata.
reason-right-lost = Il richiedente non ha più il diritto di chiedere questo cambio.
reason-contact-changed = Nel frattempo il contatto da sostituire è cambiato.
# Non dice a nessuno di chi è il debito.
reason-debt = Mancano le condizioni per cambiare il contatto di fatturazione. Se hai una fattura non pagata, pagala prima che il cambio venga chiesto di nuovo.
reason-account-disabled = L’account di una delle parti non è più attivo.
reason-linked-ended = Una richiesta da eseguire insieme a questa è stata chiusa.
reason-cancelled-by-administrator = L’amministratore del servizio l’ha annullata.
reason-superseded = L’amministratore del servizio ha chiesto un altro cambio al suo posto.
reason-staff = L’assistenza clienti l’ha chiusa.

## L’account stesso

email-confirm-subject = Conferma il tuo nuovo indirizzo email
email-confirm-heading = Conferma il tuo nuovo indirizzo email
email-confirm-lead = Questo indirizzo è stato indicato come nuovo indirizzo email del cliente { $account }. Dopo la conferma, le nostre email arriveranno qui.
email-confirm-button = Conferma questo indirizzo
email-confirm-hint = Il codice è già inserito. Se non hai una sessione aperta, dovrai prima accedere.
email-confirm-doubt-title = Non ne sai nulla?
email-confirm-doubt-text = Ignora questa email: senza il codice e senza accedere a quell’account non si può cambiare nulla.
email-announce-subject = È stato indicato un nuovo indirizzo email per il tuo account
email-announce-heading = Il tuo indirizzo email sta per cambiare
email-announce-lead = È stato indicato un nuovo indirizzo email per il tuo account. Dopo la conferma, le nostre email arriveranno lì e non più qui.
email-announce-doubt-title = Non l’hai indicato tu?
email-announce-doubt-text = Modifica subito la tua password, perché qualcuno ha usato il tuo account. Poi contatta l’assistenza clienti.
button-profile = Apri il mio profilo
password-changed-subject = La tua password è stata modificata
password-changed-heading = La tua password è stata modificata
password-changed-lead = La password del tuo account è stata modificata. Tutte le sessioni aperte sono state chiuse.
password-changed-doubt-title = Non l’hai modificata tu?
password-changed-doubt-text = Contatta subito l’assistenza clienti: qualcuno ha usato il tuo account.
password-reset-subject = Scegli una nuova password
password-reset-heading = Scegli una nuova password
password-reset-lead = Qualcuno ha chiesto una nuova password per il tuo account. Se l’hai chiesta tu, sceglila nella pagina indicata qui sotto. Fino ad allora la tua password attuale resta valida.
password-reset-button = Scegli una nuova password
password-reset-hint = Il codice è già inserito. Appena viene scelta una nuova password, il link non funziona più.
password-reset-doubt-title = Non l’hai chiesta tu?
password-reset-doubt-text = Ignora questa email: senza il codice nessuno può modificare la tua password.
name-changed-subject = Il tuo nome o la tua organizzazione sono cambiati
name-changed-lead = Il nome o l’organizzazione del tuo account è stato modificato. Ecco che cosa risulta adesso.
name-changed-doubt-title = Non è quello che volevi?
name-changed-doubt-text = Modifica subito la tua password, perché qualcuno potrebbe aver usato il tuo account. Poi contatta l’assistenza clienti.
invite-subject = Scegli la password del tuo nuovo account
invite-heading = Il tuo account è pronto
invite-lead = È stato creato un account per te. Scegli la password nella pagina indicata qui sotto, poi accedi con il tuo identificativo cliente o con questo indirizzo email.
invite-button = Scegli la mia password
invite-hint = Il codice è già inserito. Se il link è scaduto, richiedine un altro nella pagina di accesso, con «Hai dimenticato la password?».
invite-doubt-title = Non aspettavi questa email?
invite-doubt-text = Qualcuno ha indicato il tuo indirizzo. Avvisa l’assistenza clienti.
account-disabled-subject = Il tuo account è disattivato
account-disabled-lead = Con questo indirizzo è stato chiesto un nuovo account o una nuova password. L’indirizzo appartiene al tuo account, che è disattivato: nessuno può accedervi e nessun altro account può usare l’indirizzo. Se vuoi usarlo di nuovo, contatta l’assistenza clienti.
account-disabled-button = Come contattarci
account-disabled-doubt-title = Non l’hai chiesto tu?
account-disabled-doubt-text = Ignora questa email: non è cambiato nulla e chi l’ha chiesto non sa che hai un account.
sign-up-confirm-subject = Conferma il tuo indirizzo email per attivare l’account
sign-up-confirm-heading = Conferma il tuo indirizzo email
sign-up-confirm-lead = Questo indirizzo è stato indicato per creare un account. Il tuo account sarà pronto non appena avrai confermato l’indirizzo.
sign-up-confirm-button = Conferma e attiva il mio account
sign-up-confirm-hint = Il codice è già inserito. Aprire la pagina non attiva nulla: l’account viene attivato quando inserisci la password che hai scelto e premi il pulsante.
sign-up-confirm-doubt-title = Non l’hai chiesto tu?
sign-up-confirm-doubt-text = Ignora questa email: senza il codice non viene attivato nessun account e i dati inseriti vengono cancellati.
sign-up-known-subject = Hai già un account
sign-up-known-heading = Hai già un account
sign-up-known-lead = Questo indirizzo è stato indicato per creare un account, ma ne ha già uno. Accedi con questo indirizzo email e la tua password.
sign-up-known-forgotten-title = Hai dimenticato la password?
sign-up-known-forgotten-text = Scegline una nuova in questa pagina:
sign-up-known-doubt-title = Non l’hai chiesto tu?
sign-up-known-doubt-text = Ignora questa email: non è cambiato nulla e chi ha indicato il tuo indirizzo non sa che hai un account.
welcome-subject = Il tuo identificativo cliente
welcome-heading = Ti diamo il benvenuto: ecco il tuo identificativo cliente
welcome-lead = Il tuo account è pronto. Accedi con il tuo identificativo cliente, o con questo indirizzo email, e la tua password.
welcome-use = Agli altri clienti serve il tuo identificativo cliente per trasferirti un ruolo di contatto. Conserva questa email.
button-sign-in = Accedi
welcome-doubt-title = Non hai creato un account?
welcome-doubt-text = Qualcuno ha indicato il tuo indirizzo. Avvisa l’assistenza clienti.

## I dati del proprietario sono stati modificati: al suo indirizzo precedente e a quello attuale. Nessuno dei dati viene riportato.

owner-changed-subject = { $service }: i dati del proprietario sono stati modificati
owner-changed-heading = I dati del proprietario sono stati modificati
owner-first-subject = { $service }: inseriti i dati del proprietario
owner-first-heading = I dati del proprietario sono stati inseriti
owner-changed-lead = { $by }, contatto amministratore di { $service }, ha modificato i dati del proprietario.
owner-first-lead = { $by }, contatto amministratore di { $service }, ha inserito i dati del proprietario.
owner-changed-why = Ricevi questa email perché il tuo indirizzo è, o è stato finora, l’indirizzo email del proprietario. Se la modifica è corretta, non devi fare nulla.
owner-doubt-title = Qualcosa non è corretto?
owner-doubt-text = Rivolgiti a { $by }, l’unico contatto che può modificare questi dati, o contatta l’assistenza clienti indicando il servizio. Il proprietario è l’intestatario legale del servizio: è importante che i suoi dati siano corretti.
owner-name = nome
owner-organisation = organizzazione
owner-street = via e numero civico
owner-postal-code = codice postale
owner-city = città
owner-country = Paese
owner-phone = telefono
owner-email = indirizzo email

## Un servizio sta per scadere: al suo contatto di fatturazione

# `$date` è un giorno: 27 novembre 2026.
renewal-subject = { $service }: scadenza { $date }
renewal-heading = Un servizio sta per scadere
renewal-lead =
    { $days ->
        [one] { $service } scade tra { $days } giorno ({ $date }).
       *[other] { $service } scade tra { $days } giorni ({ $date }).
    }
renewal-rule = Se vuoi mantenerlo, rinnovalo prima di questa data. Se hai già provveduto al rinnovo, non devi fare nulla.
renewal-doubt-title = Non sei tu a pagare questo servizio?
renewal-doubt-text = Ricevi questa email perché sei il contatto di fatturazione del servizio. Nella pagina del servizio puoi trasferire questo ruolo a un altro cliente.
button-service = Apri il servizio
# Il servizio ha una fattura non pagata.
unpaid-subject = { $service }: fattura non pagata (interruzione: { $date })
unpaid-heading = Un servizio sta per essere interrotto
unpaid-lead =
    { $days ->
        [one] { $service } ha una fattura non pagata. Senza pagamento, il servizio verrà interrotto tra { $days } giorno ({ $date }).
       *[other] { $service } ha una fattura non pagata. Senza pagamento, il servizio verrà interrotto tra { $days } giorni ({ $date }).
    }
unpaid-rule = Per mantenere il servizio, paga la fattura prima di questa data. Può volerci un po’ di tempo prima che il pagamento ci arrivi: se hai appena pagato, non devi fare altro.
button-pay = Paga le mie fatture
