### Les textes des pages que seul le serveur produit.

## Pied de page

footer-promise = Aucun contact ne change sans tous les accords nécessaires.
choose-theme = Apparence
theme-system = Système
theme-light = Clair
theme-dark = Sombre

## Se connecter

sign-in-lead = Choisissez qui administre, exploite et paie chacun de vos services.
sign-in-first = Connectez-vous pour continuer. Vous reviendrez ensuite sur cette page.
login-label = Identifiant client ou adresse e-mail
password-label = Mot de passe
email-new = Nouvelle adresse e-mail
password-new = Nouveau mot de passe
login-hint = Par exemple xx11111-ovh
wrong-format-login = { $field } : ce n’est ni un identifiant client ni une adresse e-mail. La forme attendue est xx11111-ovh ou nom@example.org.
forgotten-link = Mot de passe oublié ?
sign-up-link = Créer un compte

## Créer un compte

sign-up-title = Créer un compte
sign-up-lead = Vous recevrez votre identifiant client par e-mail. Il permet de vous confier un rôle de contact : administrateur, technique ou facturation.
name-hint = Le vôtre, ou celui de votre société.
address-hint = Nous y envoyons un e-mail pour vérifier qu’elle est bien à vous. Vos codes y seront envoyés aussi.
sign-up-submit = Créer le compte
sign-up-already = J’ai déjà un compte
sign-up-sent = Nous avons envoyé un e-mail à { $address }. Ouvrez le lien qu’il contient dans les 24 heures pour continuer.
sign-up-confirm-title = Ouvrez votre compte
sign-up-confirm-address = Saisissez votre mot de passe et appuyez sur le bouton pour confirmer l’adresse { $address } et ouvrir votre compte.
sign-up-confirm-code = Saisissez le code de notre e-mail et votre mot de passe, puis appuyez sur le bouton : votre adresse est confirmée et votre compte ouvert.
sign-up-confirm-password = Celui que vous avez choisi en créant le compte.
sign-up-confirm-other = Si votre mot de passe n’est pas accepté ici, vous l’aviez mal saisi la première fois, ou quelqu’un d’autre a demandé un compte avec votre adresse : créez de nouveau le compte, puis suivez le lien du dernier e-mail reçu.
sign-up-confirm-submit = Confirmer et ouvrir mon compte
sign-up-done-title = Votre compte est ouvert
sign-up-done-lead = Voici votre identifiant client :
sign-up-done-text = Nous vous l’avons aussi envoyé par e-mail. Les autres clients en ont besoin pour vous transférer un rôle de contact. Connectez-vous avec cet identifiant, ou avec votre adresse e-mail, et le mot de passe que vous avez choisi.
sign-up-stale = Si vous avez déjà ouvert votre compte, connectez-vous. Sinon, remplissez à nouveau le formulaire : vous recevrez un nouveau lien.

## Mot de passe oublié

forgotten-title = Mot de passe oublié ?
forgotten-lead = Indiquez votre identifiant client ou votre adresse e-mail. Nous vous enverrons un e-mail avec un lien pour choisir un nouveau mot de passe.
forgotten-submit = Envoyer l’e-mail
forgotten-sent = S’il existe un compte pour { $login }, un e-mail est en route vers son adresse. Ouvrez le lien qu’il contient dans l’heure pour choisir un nouveau mot de passe.
reset-title = Choisissez un nouveau mot de passe
reset-lead = Dès que vous l’aurez choisi, l’ancien ne fonctionnera plus et tous les appareils connectés seront déconnectés.
reset-stale = Si votre mot de passe n’a pas encore été modifié, demandez un nouveau lien. Un lien ne fonctionne qu’une fois, pendant une heure.
reset-again = Recevoir un nouveau lien
invite-title = Choisissez votre mot de passe
invite-lead = Votre compte { $account } est prêt. Choisissez son mot de passe : personne n’en connaît encore.
choose-own-title = Choisissez votre propre mot de passe
choose-own-lead = Le mot de passe que vous venez de saisir a été attribué à { $account } par le service client. Pour continuer, choisissez-en un que vous seul connaissez.
sent-title = Consultez votre messagerie
sent-to-you = votre adresse
sent-nothing = Rien n’est arrivé ? L’envoi peut prendre quelques minutes ; regardez aussi parmi les courriers indésirables. Nous n’envoyons pas plus de trois de ces e-mails par heure à la même personne.
sent-again = Revenir au formulaire
stale-title = Ce lien n’est plus utilisable

## Profil

profile-id = Identifiant client
profile-name = Nom
profile-email = Adresse e-mail
profile-organisation = Organisation
name-title = Nom et organisation
name-text = C’est ainsi que nous nous adressons à vous.
name-submit = Enregistrer le nom et l’organisation
email-title = Adresse e-mail
email-text = Vos codes et les informations sur vos demandes y sont envoyés.
email-pending = { $address } attend votre confirmation : ouvrez le lien de l’e-mail que nous y avons envoyé.
email-submit = Modifier l’adresse
language-title = Langue
language-text = Les pages et les e-mails sont dans cette langue.
password-title = Mot de passe
password-hint = 12 caractères au moins. Quelques mots sans rapport entre eux conviennent bien.
password-current = Mot de passe actuel
password-submit = Modifier le mot de passe
sessions-title = Vos connexions
sessions-text = Si vous ne reconnaissez pas un appareil, déconnectez-le et choisissez un nouveau mot de passe.
sessions-device = Appareil
sessions-since = Connexion
sessions-used = Dernière utilisation
sessions-unknown = Appareil inconnu
sessions-here = Cet appareil
sessions-end = Déconnecter
sessions-end-label = Déconnecter : { $device }
sessions-end-others = Déconnecter tous les autres appareils
blocked-title = Clients bloqués
blocked-text = Un client que vous avez bloqué ne peut plus rien vous demander : vous ne recevez pas d’e-mail et ne voyez pas ses demandes. Il n’en est pas informé. Si vous le débloquez, les demandes déjà masquées le restent.
blocked-none = Vous n’avez bloqué aucun client.
blocked-since = Date du blocage
block-submit = Bloquer ce client
unblock = Débloquer
unblock-label = Débloquer : { $account }
confirm-email-title = Confirmez votre adresse e-mail
confirm-email-text = Appuyez sur le bouton : nos e-mails iront désormais à la nouvelle adresse. Les codes déjà envoyés à l’ancienne ne fonctionneront plus.
confirm-email-address = Appuyez sur le bouton : nos e-mails iront désormais à { $address }. Les codes déjà envoyés à l’ancienne adresse ne fonctionneront plus.
confirm-email-submit = Confirmer l’adresse
email-stale = Si votre profil affiche encore l’ancienne adresse, changez-la de nouveau : nous vous enverrons un nouveau lien.
notice-email-asked = Nous avons envoyé un e-mail à la nouvelle adresse. Ouvrez le lien qu’il contient pour la confirmer.
notice-email-confirmed = Votre adresse e-mail est modifiée. Les codes envoyés à l’ancienne ne fonctionnent plus ; demandez-en de nouveaux sur la page de chaque demande.
notice-password = Votre mot de passe est modifié. Vos autres sessions ont été fermées.
notice-session-ended = L’appareil est déconnecté.
notice-sessions-ended = Tous vos autres appareils sont déconnectés.
notice-password-reset = Votre mot de passe est modifié et toutes les sessions sont fermées. Connectez-vous avec le nouveau mot de passe.
notice-password-chosen = Votre mot de passe est enregistré. Connectez-vous avec lui.
notice-name = Votre nom et votre organisation sont enregistrés.
notice-customer-blocked = Ce client est bloqué : vous ne recevez plus de demandes de sa part.
notice-customer-unblocked = Ce client est débloqué. Les demandes déjà masquées le restent.
notice-signed-out = Vous êtes déconnecté.

## Aide

help-title = Aide
help-lead = Qui peut faire quoi, comment transférer un rôle, et que faire quand tout ne se passe pas comme prévu.
help-on-this-page = Sur cette page
help-roles-title = Les trois contacts
help-roles-text = Pour chaque service, chaque rôle est tenu par un seul compte. Un même compte peut avoir les trois.
help-drawing-title = Un service et ses trois contacts
help-drawing-service = Service
help-drawing-admin = gère l’ensemble
help-drawing-tech = l’exploite
help-drawing-billing = le paie
help-admin = Gère l’ensemble du service. Peut désigner un autre contact technique ou facturation, reprendre ces rôles, désigner un autre administrateur à sa place et modifier les coordonnées du propriétaire d’un nom de domaine.
help-tech = Exploite le service. Peut désigner un autre contact technique à sa place, et rien d’autre.
help-billing = Paie le service et est prévenu avant son expiration. Peut désigner un autre contact facturation à sa place, et rien d’autre.
help-owner = Le propriétaire est le titulaire légal d’un nom de domaine : ce n’est ni un contact ni un rôle. Le contact administrateur peut modifier ses coordonnées ; le propriétaire en est informé à son ancienne et à sa nouvelle adresse e-mail.
help-id-title = L’identifiant client
help-id-text = Votre identifiant client se compose de deux lettres, de chiffres et d’une terminaison, par exemple xx11111-ovh. Vous l’avez reçu par e-mail à la création de votre compte, et il figure en haut de chaque page. Pour transférer un rôle, il vous faut l’identifiant client du nouveau contact : demandez-le-lui.
help-steps-title = Comment transférer un rôle
help-step-1 = Dans « Mes services », ouvrez « Modifier les contacts » et saisissez l’identifiant client du nouveau contact. Vous pouvez ajouter un message. Avant l’envoi, la page indique qui doit accepter, qui sera informé et ce qui s’y oppose.
help-step-2 = Le nouveau contact et vous recevez chacun un e-mail avec un code personnel. Le lien de cet e-mail ouvre la demande, où le code est déjà saisi.
help-step-3 = Chacun accepte. Demander n’est pas accepter : vous devez accepter vous aussi. Quand le contact administrateur reprend un rôle, son propre accord suffit. Un refus met fin à la demande.
help-step-4 = Au dernier accord, le changement est effectué aussitôt et toutes les personnes concernées en sont informées, y compris l’ancien contact.
help-step-5 = Un nom de domaine et sa zone DNS peuvent changer ensemble : les deux changent, ou aucun.
help-states-title = Ce que signifie chaque état
help-state-validating = Quelqu’un n’a pas encore accepté. La demande indique qui, et jusqu’à quand.
help-state-doing = Tout le monde a accepté cette demande ; elle sera exécutée dès que celle dont elle est indissociable sera acceptée à son tour.
help-state-done = Le changement est effectué. L’historique du service indique qui a demandé et qui a accepté.
help-state-refused = Quelqu’un a refusé ; la demande indique qui. Rien n’a changé.
help-state-aborted = Le demandeur a annulé, ou quelque chose s’y opposait à la fin : un contact avait changé, un compte était fermé ou une facture impayée. La demande indique la raison.
help-state-expired = Tout le monde n’a pas accepté à temps. Rien n’a changé ; le demandeur peut refaire la demande d’un clic.
help-state-error = Une erreur s’est produite de notre côté et rien n’a changé. Refaites la demande.
help-mail-title = L’e-mail n’arrive pas
help-mail-1 = Regardez dans le dossier des courriers indésirables.
help-mail-2 = Sur la page de la demande, le déroulement indique si notre e-mail est envoyé, en route, ou définitivement refusé par votre serveur de messagerie.
help-mail-3 = Vérifiez l’adresse e-mail de votre profil. Si ce n’est plus la vôtre, modifiez-la.
help-mail-4 = Demandez ensuite un nouveau code sur la page de la demande. Il remplace le précédent.
help-codes-title = Les codes
help-codes-text = Un code est personnel et ne sert qu’une fois. Après cinq essais erronés, il n’est plus utilisable ; demandez-en un nouveau sur la page de la demande. Ouvrir un lien ne décide de rien : seuls « Accepter » et « Refuser » comptent. Ne transmettez jamais un code : personne d’autre n’en a besoin, nous non plus.
help-billing-title = Les factures impayées
help-billing-text = Le contact facturation ne peut changer que si ni l’ancien ni le nouveau n’ont de facture impayée. C’est vérifié à l’envoi de la demande, puis juste avant le changement. Seul le débiteur est informé qu’il s’agit de sa facture.
help-support-title = Service client
help-support-text = Une équipe vous répond ici :
help-history-title = Qui a modifié quoi
help-history-text = Chaque service a un historique : qui a demandé, qui a accepté, quand, et de qui à qui. Ses contacts actuels le consultent depuis « Mes services » et peuvent le télécharger.

## Historique

history-title = Historique : { $service }
history-lead = Qui a demandé, qui a accepté, et quand. Visible par les contacts actuels du service.
history-when = Date
history-role = Objet
history-asked-by = Demandé par
history-accepted-by = Accepté par
history-added = ajout du service
history-owner = Propriétaire : { $fields }
history-csv = Télécharger en CSV

## Le propriétaire d’un service

owner-title = Propriétaire : { $service }
owner-lead = Le propriétaire est le titulaire légal du service. Les trois contacts voient ces coordonnées ; seul le contact administrateur peut les modifier.
owner-none = Aucun propriétaire n’est encore enregistré.
owner-none-yours = Aucun propriétaire n’est encore enregistré. Merci de saisir les coordonnées du titulaire légal.
owner-none-other = Le contact administrateur, { $account }, peut saisir ces coordonnées.
owner-edit-title = Modifier les coordonnées
owner-enter-title = Saisir les coordonnées
owner-not-yours = Seul le contact administrateur, { $account }, peut modifier ces coordonnées.
owner-last-edit = Dernière modification le { $date } par { $account }.
owner-told = Chaque modification est annoncée par e-mail à l’ancienne et à la nouvelle adresse du propriétaire.
owner-submit = Enregistrer
owner-back = Retour aux contacts du service
owner-name = Nom
owner-name-hint = La personne, ou celle qui représente l’organisation
owner-organisation = Organisation (facultatif)
owner-street = Rue et numéro
owner-street-hint = D’une à trois lignes
owner-postal-code = Code postal
owner-postal-code-hint = À laisser vide s’il n’y en a pas
owner-city = Ville
owner-country = Pays
owner-country-choose = Choisissez un pays
owner-phone = Téléphone
owner-phone-hint = Par exemple +33 6 12 34 56 78
owner-email = Adresse e-mail du propriétaire
owner-now-title = Coordonnées enregistrées
owner-meanwhile =
    { $count ->
        [one] Le { $date }, { $account } a modifié ce champ : { $fields }.
       *[other] Le { $date }, { $account } a modifié ces champs : { $fields }.
    }
notice-owner = Les coordonnées du propriétaire sont enregistrées, et le propriétaire est prévenu par e-mail.
problem-changed = D’autres coordonnées ont été enregistrées depuis que vous avez ouvert cette page. Votre saisie est toujours dans le formulaire : comparez-la à ce qui est enregistré, puis enregistrez de nouveau.
problem-credentials = L’identifiant client, l’adresse e-mail ou le mot de passe est incorrect.
problem-stale-link = Le lien a déjà servi, un plus récent a été envoyé ou son délai est dépassé.
wrong-too-short = { $field } : la saisie est trop courte. Il faut 12 caractères au moins.
wrong-guessable = { $field } : la saisie est trop facile à deviner. Choisissez quelques mots sans rapport entre eux.
wrong-related = { $field } : la saisie reprend votre nom, votre adresse, votre identifiant client ou un nom de ce service. Choisissez quelques mots sans rapport avec vous ni avec nous.
wrong-pattern = { $field } : la saisie est un mot courant complété par une année, des chiffres ou des signes. Choisissez quelques mots sans rapport entre eux.
wrong-mismatch = { $field } : ce n’est pas le bon.
wrong-unchanged = { $field } : c’est déjà votre adresse actuelle.
wrong-same-password = { $field } : c’est votre mot de passe actuel. Choisissez-en un autre.
wrong-taken = { $field } : un autre compte utilise cette adresse.
wrong-own = { $field } : il s’agit de votre propre identifiant. Indiquez-en un autre.
wrong-blocked = { $field } : vous avez déjà bloqué ce client.
wrong-format-email = { $field } : ce n’est pas une adresse e-mail. La forme attendue est nom@example.org.
problem-not-administrator = Seul le contact administrateur du service peut faire cela.
wrong-format-phone = { $field } : ce n’est pas un numéro de téléphone. Commencez par + et l’indicatif du pays, par exemple +33 6 12 34 56 78.
wrong-format-postal-code = { $field } : ce n’est pas un code postal valable pour le pays choisi.
wrong-format-country = { $field } : choisissez un pays dans la liste.
country-names =
    AF Afghanistan
    ZA Afrique du Sud
    AL Albanie
    DZ Algérie
    DE Allemagne
    AD Andorre
    AO Angola
    AI Anguilla
    AQ Antarctique
    AG Antigua-et-Barbuda
    SA Arabie saoudite
    AR Argentine
    AM Arménie
    AW Aruba
    AU Australie
    AT Autriche
    AZ Azerbaïdjan
    BS Bahamas
    BH Bahreïn
    BD Bangladesh
    BB Barbade
    BE Belgique
    BZ Belize
    BJ Bénin
    BM Bermudes
    BT Bhoutan
    BY Biélorussie
    BO Bolivie
    BA Bosnie-Herzégovine
    BW Botswana
    BR Brésil
    BN Brunei
    BG Bulgarie
    BF Burkina Faso
    BI Burundi
    KH Cambodge
    CM Cameroun
    CA Canada
    CV Cap-Vert
    CL Chili
    CN Chine
    CY Chypre
    CO Colombie
    KM Comores
    CG Congo (Brazzaville)
    CD Congo (Kinshasa)
    KP Corée du Nord
    KR Corée du Sud
    CR Costa Rica
    CI Côte d’Ivoire
    HR Croatie
    CU Cuba
    CW Curaçao
    DK Danemark
    DJ Djibouti
    DM Dominique
    EG Égypte
    AE Émirats arabes unis
    EC Équateur
    ER Érythrée
    ES Espagne
    EE Estonie
    SZ Eswatini
    US États-Unis
    ET Éthiopie
    FJ Fidji
    FI Finlande
    FR France
    GA Gabon
    GM Gambie
    GE Géorgie
    GS Géorgie du Sud-et-les Îles Sandwich du Sud
    GH Ghana
    GI Gibraltar
    GR Grèce
    GD Grenade
    GL Groenland
    GP Guadeloupe
    GU Guam
    GT Guatemala
    GG Guernesey
    GN Guinée
    GQ Guinée équatoriale
    GW Guinée-Bissau
    GY Guyana
    GF Guyane française
    HT Haïti
    HN Honduras
    HK Hong Kong
    HU Hongrie
    BV Île Bouvet
    CX Île Christmas
    IM Île de Man
    NF Île Norfolk
    AX Îles Åland
    KY Îles Caïmans
    CC Îles Cocos
    CK Îles Cook
    FO Îles Féroé
    HM Îles Heard-et-MacDonald
    FK Îles Malouines
    MP Îles Mariannes du Nord
    MH Îles Marshall
    UM Îles mineures éloignées des États-Unis
    PN Îles Pitcairn
    SB Îles Salomon
    TC Îles Turques-et-Caïques
    VG Îles Vierges britanniques
    VI Îles Vierges des États-Unis
    IN Inde
    ID Indonésie
    IQ Irak
    IR Iran
    IE Irlande
    IS Islande
    IL Israël
    IT Italie
    JM Jamaïque
    JP Japon
    JE Jersey
    JO Jordanie
    KZ Kazakhstan
    KE Kenya
    KG Kirghizstan
    KI Kiribati
    KW Koweït
    RE La Réunion
    LA Laos
    LS Lesotho
    LV Lettonie
    LB Liban
    LR Liberia
    LY Libye
    LI Liechtenstein
    LT Lituanie
    LU Luxembourg
    MO Macao
    MK Macédoine du Nord
    MG Madagascar
    MY Malaisie
    MW Malawi
    MV Maldives
    ML Mali
    MT Malte
    MA Maroc
    MQ Martinique
    MU Maurice
    MR Mauritanie
    YT Mayotte
    MX Mexique
    FM Micronésie
    MD Moldavie
    MC Monaco
    MN Mongolie
    ME Monténégro
    MS Montserrat
    MZ Mozambique
    MM Myanmar (Birmanie)
    NA Namibie
    NR Nauru
    NP Népal
    NI Nicaragua
    NE Niger
    NG Nigeria
    NU Niue
    NO Norvège
    NC Nouvelle-Calédonie
    NZ Nouvelle-Zélande
    OM Oman
    UG Ouganda
    UZ Ouzbékistan
    PK Pakistan
    PW Palaos
    PS Palestine
    PA Panama
    PG Papouasie-Nouvelle-Guinée
    PY Paraguay
    NL Pays-Bas
    BQ Pays-Bas caribéens
    PE Pérou
    PH Philippines
    PL Pologne
    PF Polynésie française
    PR Porto Rico
    PT Portugal
    QA Qatar
    CF République centrafricaine
    DO République dominicaine
    RO Roumanie
    GB Royaume-Uni
    RU Russie
    RW Rwanda
    EH Sahara occidental
    BL Saint-Barthélemy
    KN Saint-Christophe-et-Niévès
    SM Saint-Marin
    MF Saint-Martin
    SX Saint-Martin (partie néerlandaise)
    PM Saint-Pierre-et-Miquelon
    VC Saint-Vincent-et-les Grenadines
    SH Sainte-Hélène
    LC Sainte-Lucie
    SV Salvador
    WS Samoa
    AS Samoa américaines
    ST Sao Tomé-et-Principe
    SN Sénégal
    RS Serbie
    SC Seychelles
    SL Sierra Leone
    SG Singapour
    SK Slovaquie
    SI Slovénie
    SO Somalie
    SD Soudan
    SS Soudan du Sud
    LK Sri Lanka
    SE Suède
    CH Suisse
    SR Suriname
    SJ Svalbard et Jan Mayen
    SY Syrie
    TJ Tadjikistan
    TW Taïwan
    TZ Tanzanie
    TD Tchad
    CZ Tchéquie
    TF Terres australes françaises
    IO Territoire britannique de l’océan Indien
    TH Thaïlande
    TL Timor oriental
    TG Togo
    TK Tokelau
    TO Tonga
    TT Trinité-et-Tobago
    TN Tunisie
    TM Turkménistan
    TR Turquie
    TV Tuvalu
    UA Ukraine
    UY Uruguay
    VU Vanuatu
    VA Vatican
    VE Venezuela
    VN Viêt Nam
    WF Wallis-et-Futuna
    YE Yémen
    ZM Zambie
    ZW Zimbabwe
