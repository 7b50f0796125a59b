### I testi delle pagine che solo il server produce, in italiano.

## Piè di pagina

footer-promise = Nessun contatto cambia senza tutte le accettazioni necessarie.
choose-theme = Aspetto
theme-system = Sistema
theme-light = Chiaro
theme-dark = Scuro

## Accesso

sign-in-lead = Per ogni tuo servizio, decidi chi lo gestisce, chi ne cura la parte tecnica e chi lo paga.
sign-in-first = Accedi per continuare. Poi tornerai su questa pagina.
login-label = Identificativo cliente o indirizzo email
password-label = Password
email-new = Nuovo indirizzo email
password-new = Nuova password
login-hint = Per esempio xx11111-ovh
wrong-format-login = { $field }: non è né un identificativo cliente né un indirizzo email. Il formato è xx11111-ovh oppure nome@example.org.
forgotten-link = Hai dimenticato la password?
sign-up-link = Crea un account

## Creare un account

sign-up-title = Crea un account
sign-up-lead = Il tuo identificativo cliente arriva via email. Con questo identificativo puoi diventare contatto di un servizio: amministratore, tecnico o di fatturazione.
name-hint = Il tuo o quello della tua azienda.
address-hint = Inviamo un’email a questo indirizzo per verificare che sia tuo. Lì arriveranno anche i tuoi codici.
sign-up-submit = Crea l’account
sign-up-already = Ho già un account
sign-up-sent = È in arrivo un’email per { $address }. Contiene un link: aprilo entro 24 ore e segui le istruzioni.
sign-up-confirm-title = Attiva il tuo account
sign-up-confirm-address = Inserisci la password e premi il pulsante per confermare l’indirizzo { $address } e attivare il tuo account.
sign-up-confirm-code = Inserisci il codice della nostra email e la password, poi premi il pulsante: l’indirizzo viene confermato e l’account attivato.
sign-up-confirm-password = Quella che hai scelto quando hai creato l’account.
sign-up-confirm-other = Se qui la password non viene accettata, la prima volta era stata inserita male oppure qualcun altro ha chiesto un account con il tuo indirizzo: crea di nuovo l’account, poi apri il link dell’ultima email ricevuta.
sign-up-confirm-submit = Conferma e attiva il mio account
sign-up-done-title = Il tuo account è attivo
sign-up-done-lead = Questo è il tuo identificativo cliente:
sign-up-done-text = Te l’abbiamo inviato anche via email. Serve agli altri clienti per trasferirti un ruolo di contatto. Accedi con questo identificativo, o con il tuo indirizzo email, e con la password che hai scelto.
sign-up-stale = Se hai già attivato il tuo account, accedi. Altrimenti compila di nuovo il modulo: riceverai un nuovo link.

## Password dimenticata

forgotten-title = Hai dimenticato la password?
forgotten-lead = Inserisci il tuo identificativo cliente o il tuo indirizzo email. Ti inviamo un’email con un link per scegliere una nuova password.
forgotten-submit = Invia l’email
forgotten-sent = Se esiste un account per { $login }, è in arrivo un’email all’indirizzo di quell’account. Apri il link entro un’ora per scegliere una nuova password.
reset-title = Scegli una nuova password
reset-lead = Appena l’avrai scelta, quella precedente non funzionerà più e tutte le sessioni aperte verranno chiuse.
reset-stale = Se la tua password non è ancora stata modificata, richiedi un nuovo link. Ogni link funziona una sola volta, per un’ora.
reset-again = Inviami un nuovo link
invite-title = Scegli la tua password
invite-lead = Il tuo account { $account } è pronto. Scegli la sua password: nessuno ne conosce ancora una.
choose-own-title = Scegli una password solo tua
choose-own-lead = La password con cui hai effettuato l’accesso è stata assegnata a { $account } dall’assistenza clienti. Per continuare scegline una che conosci soltanto tu.
sent-title = Controlla la tua casella di posta
sent-to-you = te
sent-nothing = Non è arrivato nulla? Possono volerci alcuni minuti. Controlla anche la posta indesiderata. Inviamo al massimo tre di queste email all’ora.
sent-again = Torna al modulo
stale-title = Questo link non è più utilizzabile

## Profilo

profile-id = Identificativo cliente
profile-name = Nome
profile-email = Indirizzo email
profile-organisation = Organizzazione
name-title = Nome e organizzazione
name-text = Li usiamo per rivolgerci a te.
name-submit = Salva nome e organizzazione
email-title = Indirizzo email
email-text = Codici e avvisi arrivano a questo indirizzo.
email-pending = { $address } attende la tua conferma: apri il link nell’email che abbiamo inviato a questo indirizzo.
email-submit = Modifica l’indirizzo
language-title = Lingua
language-text = Per le pagine e le email.
password-title = Password
password-hint = Almeno 12 caratteri. Alcune parole senza legami tra loro sono una buona scelta.
password-current = Password attuale
password-submit = Modifica la password
sessions-title = Dove hai effettuato l’accesso
sessions-text = Se non riconosci un dispositivo, disconnettilo e scegli una nuova password.
sessions-device = Dispositivo
sessions-since = Accesso
sessions-used = Ultimo utilizzo
sessions-unknown = Dispositivo sconosciuto
sessions-here = Questo dispositivo
sessions-end = Disconnetti
sessions-end-label = Disconnetti: { $device }
sessions-end-others = Disconnetti tutti gli altri dispositivi
blocked-title = Clienti bloccati
blocked-text = Un cliente bloccato non può più chiederti nulla: non ricevi email e non vedi le sue richieste. Il cliente non ne viene informato. Le richieste che erano nascoste restano nascoste anche dopo lo sblocco.
blocked-none = Non hai bloccato nessun cliente.
blocked-since = Data del blocco
block-submit = Blocca questo cliente
unblock = Sblocca
unblock-label = Sblocca: { $account }
confirm-email-title = Conferma il tuo indirizzo email
confirm-email-text = Premi il pulsante per iniziare a usare il nuovo indirizzo.
confirm-email-address = Premi il pulsante per ricevere d’ora in poi le nostre email all’indirizzo { $address }. I codici inviati al vecchio indirizzo non funzioneranno più.
confirm-email-submit = Conferma l’indirizzo
email-stale = Se il tuo profilo mostra ancora il vecchio indirizzo, modificalo di nuovo: ti invieremo un nuovo link.
notice-email-asked = Abbiamo inviato un’email al nuovo indirizzo. Apri il link che contiene per confermarlo.
notice-email-confirmed = Il tuo indirizzo email è stato modificato. I codici inviati all’indirizzo precedente non funzionano più: richiedine uno nuovo nella pagina della richiesta.
notice-password = La tua password è stata modificata. Le tue altre sessioni sono state chiuse.
notice-session-ended = Il dispositivo è stato disconnesso.
notice-sessions-ended = Tutti gli altri dispositivi sono stati disconnessi.
notice-password-reset = La tua password è stata modificata e tutte le sessioni sono state chiuse. Accedi con la nuova password.
notice-password-chosen = La tua password è impostata. Usala per accedere.
notice-name = Il tuo nome e la tua organizzazione sono stati salvati.
notice-customer-blocked = Il cliente è bloccato: non riceverai più le sue richieste.
notice-customer-unblocked = Il cliente è sbloccato. Le richieste che erano nascoste restano nascoste.
notice-signed-out = La tua sessione è stata chiusa.

## Aiuto

help-title = Aiuto
help-lead = Chi può fare che cosa, come si trasferisce un ruolo e che cosa fare se qualcosa non va come previsto.
help-on-this-page = In questa pagina
help-roles-title = I tre contatti
help-roles-text = In ogni servizio ciascun ruolo è ricoperto da un solo account. Lo stesso account può ricoprirli tutti e tre.
help-drawing-title = Un servizio e i suoi tre contatti
help-drawing-service = Servizio
help-drawing-admin = lo gestisce
help-drawing-tech = ne cura la parte tecnica
help-drawing-billing = lo paga
help-admin = Gestisce il servizio nel suo insieme. Può nominare un altro contatto tecnico o di fatturazione, riprendere questi ruoli, nominare un altro amministratore al suo posto e modificare i dati del proprietario di un dominio.
help-tech = Cura la parte tecnica del servizio. Può nominare un altro contatto tecnico al suo posto, e nient’altro.
help-billing = Paga il servizio e viene avvisato prima della scadenza. Può nominare un altro contatto di fatturazione al suo posto, e nient’altro.
help-owner = Il proprietario è l’intestatario legale di un dominio: non è né un contatto né un ruolo. A modificarne i dati è il contatto amministratore; ogni modifica viene comunicata sia al precedente sia al nuovo indirizzo email del proprietario.
help-id-title = L’identificativo cliente
help-id-text = Il tuo identificativo cliente è composto da due lettere, alcune cifre e un suffisso, per esempio xx11111-ovh. L’hai ricevuto via email alla creazione dell’account e compare in alto in ogni pagina. Per trasferire un ruolo ti serve l’identificativo cliente del nuovo contatto: chiediglielo.
help-steps-title = Come si trasferisce un ruolo
help-step-1 = In «I miei servizi» apri «Modifica i contatti» e inserisci l’identificativo cliente del nuovo contatto. Puoi aggiungere un messaggio. Prima dell’invio, la pagina indica chi deve accettare, chi sarà informato e se qualcosa impedisce il cambio.
help-step-2 = Tu e il nuovo contatto ricevete ciascuno un’email con un codice personale. Il link apre la richiesta con il codice già inserito.
help-step-3 = Accettate entrambi. Chiedere non è accettare: anche tu convalidi con il tuo codice. Quando un amministratore riprende un ruolo, basta la sua accettazione. Un rifiuto chiude la richiesta.
help-step-4 = Con l’ultima accettazione il cambio viene eseguito subito e tutti gli interessati ne vengono informati, anche il contatto precedente.
help-step-5 = Un dominio e la sua zona DNS possono cambiare insieme: cambiano entrambi o nessuno dei due.
help-states-title = Che cosa significa ogni stato
help-state-validating = Qualcuno deve ancora accettare. La richiesta indica chi, ed entro quando.
help-state-doing = Tutti hanno accettato questa richiesta, che attende la richiesta collegata.
help-state-done = Il cambio è stato eseguito. Lo storico del servizio indica chi l’ha chiesto e chi ha accettato.
help-state-refused = Una delle due parti ha rifiutato. Non è cambiato nulla.
help-state-aborted = Il richiedente ha annullato la richiesta, o alla fine c’era un impedimento: un contatto era cambiato, un account era stato chiuso o una fattura non era stata pagata. La richiesta indica il motivo.
help-state-expired = Non tutti hanno accettato in tempo. Non è cambiato nulla; il richiedente può ripetere la richiesta con un clic.
help-state-error = Si è verificato un errore da parte nostra e non è cambiato nulla. Ripeti la richiesta.
help-mail-title = L’email non arriva
help-mail-1 = Guarda nella cartella della posta indesiderata.
help-mail-2 = Nella pagina della richiesta, la «Cronologia» indica se la nostra email è stata inviata, è in corso di invio o è stata respinta definitivamente dal tuo server di posta.
help-mail-3 = Controlla l’indirizzo nel tuo profilo. Se non è più il tuo, modificalo.
help-mail-4 = Poi, nella pagina della richiesta, premi «Invia di nuovo l’email». Il nuovo codice sostituisce il precedente.
help-codes-title = I codici
help-codes-text = Un codice è personale e si può usare una sola volta. Dopo cinque tentativi errati non è più utilizzabile: richiedine uno nuovo nella pagina della richiesta. Aprire un link non ti impegna: contano solo «Accetta» e «Rifiuta». Non comunicare mai un codice: non serve a nessun altro, nemmeno a noi.
help-billing-title = Le fatture non pagate
help-billing-text = Il contatto di fatturazione può cambiare solo se né l’attuale né il nuovo hanno fatture non pagate. Lo verifichiamo all’invio della richiesta e di nuovo al momento del cambio. Di chi è la fattura lo sa solo chi deve pagarla.
help-support-title = Assistenza clienti
help-support-text = Ti risponde una persona:
help-history-title = Chi ha cambiato che cosa
help-history-text = Ogni servizio ha uno storico: chi ha chiesto, chi ha accettato, quando, da chi e a chi. I suoi contatti attuali lo consultano da «I miei servizi» e possono scaricarlo.

## Storico

history-title = Storico di { $service }
history-lead = Chi ha chiesto, chi ha accettato e quando. Lo vedono i contatti attuali del servizio.
history-when = Data
history-role = Voce
history-asked-by = Richiesto da
history-accepted-by = Accettato da
history-added = servizio aggiunto
history-owner = Proprietario: { $fields }
history-csv = Scarica in formato CSV

## Il proprietario di un servizio

owner-title = Proprietario di { $service }
owner-lead = Il proprietario è l’intestatario legale del servizio. I tre contatti vedono questi dati; solo il contatto amministratore può modificarli.
owner-none = Non è ancora stato registrato alcun proprietario.
owner-none-yours = Non è ancora stato registrato alcun proprietario. Inserisci i dati dell’intestatario legale.
owner-none-other = Il contatto amministratore, { $account }, può inserire i dati.
owner-edit-title = Modifica i dati
owner-enter-title = Inserisci i dati
owner-not-yours = Per modificare questi dati rivolgiti al contatto amministratore: { $account }.
# Al posto di `$date` e `$account` stanno una data e un identificativo cliente.
owner-last-edit = Ultima modifica: { $date } (da { $account }).
owner-told = Ogni modifica viene comunicata al precedente e al nuovo indirizzo email del proprietario.
owner-submit = Salva
owner-back = Torna ai contatti del servizio
owner-name = Nome
owner-name-hint = La persona, o chi rappresenta l’organizzazione
owner-organisation = Organizzazione (facoltativa)
owner-street = Via e numero civico
owner-street-hint = Da una a tre righe
owner-postal-code = Codice postale
owner-postal-code-hint = Se non esiste, lascia il campo vuoto
owner-city = Città
owner-country = Paese
owner-country-choose = Scegli un Paese
owner-phone = Telefono
owner-phone-hint = Per esempio +39 06 1234 5678
owner-email = Indirizzo email del proprietario
owner-now-title = Dati registrati ora
# Ciò che un’altra modifica ha cambiato mentre il modulo era aperto; `$fields` sono etichette di campi.
owner-meanwhile =
    { $count ->
        [one] { $date }: { $account } ha modificato questo dato: { $fields }.
       *[other] { $date }: { $account } ha modificato questi dati: { $fields }.
    }
notice-owner = I dati del proprietario sono stati salvati e il proprietario ne viene informato via email.
problem-changed = Da quando hai aperto questa pagina, qualcuno ha salvato altri dati. Ciò che hai inserito è ancora nel modulo: confrontalo con i dati registrati ora, poi salva di nuovo.
problem-credentials = Identificativo cliente, indirizzo email o password non corretti.
problem-stale-link = Il link è già stato usato, è scaduto oppure è stato sostituito da uno più recente.
wrong-too-short = { $field }: è troppo corta.
wrong-guessable = { $field }: è troppo facile da indovinare. Scegli alcune parole senza legami tra loro.
wrong-related = { $field }: contiene il tuo nome, il tuo indirizzo, il tuo identificativo cliente o un nome di questo servizio. Scegli alcune parole che non abbiano nulla a che fare con te né con noi.
wrong-pattern = { $field }: è una parola comune con un anno, cifre o segni. Scegli alcune parole senza legami tra loro.
wrong-mismatch = { $field }: non è corretta.
wrong-unchanged = { $field }: è già quello attuale.
wrong-same-password = { $field }: è quella che hai già. Scegline un’altra.
wrong-taken = { $field }: un altro account usa questo indirizzo.
wrong-own = { $field }: è il tuo identificativo. Inseriscine un altro.
wrong-blocked = { $field }: hai già bloccato questo cliente.
wrong-format-email = { $field }: non è un indirizzo email. Il formato è nome@example.org.
problem-not-administrator = Solo il contatto amministratore del servizio può farlo.
wrong-format-phone = { $field }: non è un numero di telefono. Deve iniziare con + e il prefisso del Paese, per esempio +39 06 1234 5678.
wrong-format-postal-code = { $field }: non è un codice postale del Paese scelto.
wrong-format-country = { $field }: scegli un Paese dall’elenco.
# Una riga per ogni Paese: il codice di due lettere e il nome, nell’ordine in cui lo si cerca.
country-names =
    AF Afghanistan
    AL Albania
    DZ Algeria
    AD Andorra
    AO Angola
    AI Anguilla
    AQ Antartide
    AG Antigua e Barbuda
    SA Arabia Saudita
    AR Argentina
    AM Armenia
    AW Aruba
    AU Australia
    AT Austria
    AZ Azerbaigian
    BS Bahamas
    BH Bahrein
    BD Bangladesh
    BB Barbados
    BE Belgio
    BZ Belize
    BJ Benin
    BM Bermuda
    BT Bhutan
    BY Bielorussia
    BO Bolivia
    BA Bosnia ed Erzegovina
    BW Botswana
    BR Brasile
    BN Brunei
    BG Bulgaria
    BF Burkina Faso
    BI Burundi
    KH Cambogia
    CM Camerun
    CA Canada
    CV Capo Verde
    BQ Caraibi Olandesi
    CZ Cechia
    TD Ciad
    CL Cile
    CN Cina
    CY Cipro
    VA Città del Vaticano
    CO Colombia
    KM Comore
    CG Congo (Brazzaville)
    CD Congo (Kinshasa)
    KP Corea del Nord
    KR Corea del Sud
    CI Costa d’Avorio
    CR Costa Rica
    HR Croazia
    CU Cuba
    CW Curaçao
    DK Danimarca
    DM Dominica
    EC Ecuador
    EG Egitto
    SV El Salvador
    AE Emirati Arabi Uniti
    ER Eritrea
    EE Estonia
    SZ Eswatini
    ET Etiopia
    FJ Figi
    PH Filippine
    FI Finlandia
    FR Francia
    GA Gabon
    GM Gambia
    GE Georgia
    GS Georgia del Sud e Sandwich Australi
    DE Germania
    GH Ghana
    JM Giamaica
    JP Giappone
    GI Gibilterra
    DJ Gibuti
    JO Giordania
    GR Grecia
    GD Grenada
    GL Groenlandia
    GP Guadalupa
    GU Guam
    GT Guatemala
    GG Guernsey
    GN Guinea
    GQ Guinea Equatoriale
    GW Guinea-Bissau
    GY Guyana
    GF Guyana Francese
    HT Haiti
    HN Honduras
    HK Hong Kong
    IN India
    ID Indonesia
    IR Iran
    IQ Iraq
    IE Irlanda
    IS Islanda
    BV Isola Bouvet
    CX Isola Christmas
    IM Isola di Man
    NF Isola Norfolk
    AX Isole Åland
    KY Isole Cayman
    CC Isole Cocos (Keeling)
    CK Isole Cook
    FO Isole Fær Øer
    FK Isole Falkland
    HM Isole Heard e McDonald
    MP Isole Marianne Settentrionali
    MH Isole Marshall
    UM Isole Minori Esterne degli Stati Uniti
    PN Isole Pitcairn
    SB Isole Salomone
    TC Isole Turks e Caicos
    VI Isole Vergini Americane
    VG Isole Vergini Britanniche
    IL Israele
    IT Italia
    JE Jersey
    KZ Kazakistan
    KE Kenya
    KG Kirghizistan
    KI Kiribati
    KW Kuwait
    LA Laos
    LS Lesotho
    LV Lettonia
    LB Libano
    LR Liberia
    LY Libia
    LI Liechtenstein
    LT Lituania
    LU Lussemburgo
    MO Macao
    MK Macedonia del Nord
    MG Madagascar
    MW Malawi
    MY Malaysia
    MV Maldive
    ML Mali
    MT Malta
    MA Marocco
    MQ Martinica
    MR Mauritania
    MU Mauritius
    YT Mayotte
    MX Messico
    FM Micronesia
    MD Moldavia
    MC Monaco
    MN Mongolia
    ME Montenegro
    MS Montserrat
    MZ Mozambico
    MM Myanmar (Birmania)
    NA Namibia
    NR Nauru
    NP Nepal
    NI Nicaragua
    NE Niger
    NG Nigeria
    NU Niue
    NO Norvegia
    NC Nuova Caledonia
    NZ Nuova Zelanda
    OM Oman
    NL Paesi Bassi
    PK Pakistan
    PW Palau
    PS Palestina
    PA Panama
    PG Papua Nuova Guinea
    PY Paraguay
    PE Perù
    PF Polinesia Francese
    PL Polonia
    PT Portogallo
    PR Portorico
    QA Qatar
    GB Regno Unito
    CF Repubblica Centrafricana
    DO Repubblica Dominicana
    RE Riunione
    RO Romania
    RW Ruanda
    RU Russia
    EH Sahara Occidentale
    KN Saint Kitts e Nevis
    LC Saint Lucia
    MF Saint Martin
    VC Saint Vincent e Grenadine
    BL Saint-Barthélemy
    PM Saint-Pierre e Miquelon
    WS Samoa
    AS Samoa Americane
    SM San Marino
    SH Sant’Elena
    ST São Tomé e Príncipe
    SN Senegal
    RS Serbia
    SC Seychelles
    SL Sierra Leone
    SG Singapore
    SX Sint Maarten
    SY Siria
    SK Slovacchia
    SI Slovenia
    SO Somalia
    ES Spagna
    LK Sri Lanka
    US Stati Uniti
    SS Sud Sudan
    ZA Sudafrica
    SD Sudan
    SR Suriname
    SJ Svalbard e Jan Mayen
    SE Svezia
    CH Svizzera
    TJ Tagikistan
    TW Taiwan
    TZ Tanzania
    TF Terre Australi Francesi
    IO Territorio Britannico dell’Oceano Indiano
    TH Thailandia
    TL Timor Est
    TG Togo
    TK Tokelau
    TO Tonga
    TT Trinidad e Tobago
    TN Tunisia
    TR Turchia
    TM Turkmenistan
    TV Tuvalu
    UA Ucraina
    UG Uganda
    HU Ungheria
    UY Uruguay
    UZ Uzbekistan
    VU Vanuatu
    VE Venezuela
    VN Vietnam
    WF Wallis e Futuna
    YE Yemen
    ZM Zambia
    ZW Zimbabwe
