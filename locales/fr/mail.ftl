### Les textes des e-mails, en français.
### Les espaces devant « : ; ? ! » et à l’intérieur des guillemets sont insécables.

## Tous les e-mails

brand = { -brand }
footer = Envoyé par { -brand }
footer-automatic = Ceci est un message automatique destiné au client { $account } ; les réponses ne sont pas lues.
footer-automatic-unnamed = Ceci est un message automatique ; les réponses ne sont pas lues.
footer-support = Service client : { $address }
footer-safety = Nous ne demandons jamais votre mot de passe par e-mail. Les liens de nos e-mails commencent toujours par { $origin }
greeting = Bonjour { $name },
greeting-unnamed = Bonjour,
colon = { " :" }

## Noms

role-admin = contact administrateur
role-tech = contact technique
role-billing = contact facturation
role-admin-short = administrateur
role-tech-short = technique
role-billing-short = facturation
service-pair = { $service } (nom de domaine et zone DNS)
service-of-category = { $service } ({ $category })
category-domain = nom de domaine
category-dns-zone = zone DNS
category-hosting = hébergement web
category-database = base de données
category-vps = VPS
category-dedicated-server = serveur dédié
category-public-cloud = projet public cloud
category-email = service e-mail
category-telephony = ligne téléphonique
category-internet-access = accès internet
account-you = { $account } (vous)

## Le tableau

fact-service = Service
fact-roles =
    { $count ->
        [one] Rôle
       *[other] Rôles
    }
fact-holder = Contact actuel
fact-former = Ancien contact
fact-new = Nouveau contact
fact-proposed = Contact proposé
fact-asked-by = Demandé par
# What else the same form asks of the service; roles and a customer ID follow.
fact-siblings = Demandé en même temps
# In place of a customer ID that the recipient may not see.
other-customer = un autre client
fact-must-accept =
    { $count ->
        [one] Doit accepter
       *[other] Doivent accepter
    }
fact-still-to-accept = Réponse attendue de
fact-not-accepted =
    { $count ->
        [one] N’a pas accepté
       *[other] N’ont pas accepté
    }
fact-until = À décider avant le
fact-changed-at = Effectué le
fact-number = Demande
fact-number-value = N° { $number }
fact-changed-by = Modifié par
fact-details =
    { $count ->
        [one] Donnée modifiée
       *[other] Données modifiées
    }
fact-expires = Expire le
fact-stops = Arrêt le
fact-your-role = Votre rôle
fact-account = Identifiant client
fact-new-address = Nouvelle adresse
fact-name = Nom
fact-organisation = Organisation
fact-valid-until = Valable jusqu’au
fact-date = Date

## Code, bouton, message

code-label = Votre code de validation
code-hint = Il est personnel et ne sert qu’une fois. Ne le communiquez à personne.
button-request = Voir la demande
button-decide = Accepter ou refuser
button-hint = Le code y est déjà saisi. Ouvrir la page n’engage à rien : c’est là que vous choisissez Accepter ou Refuser.
button-instead = Si le bouton ne fonctionne pas, saisissez le code sur cette page :
quote-message = Message de { $by }, tel qu’il a été écrit
quote-reason = Motif donné par { $by }
quote-reason-administrator = Motif donné par l’administrateur
quote-reason-staff = Motif donné par le service client

## Une demande a été faite

asked-own-subject = { $service } : confirmez le changement de contact ({ $roles })
asked-own-heading = Confirmez le changement de contact
asked-own-lead =
    { $count ->
        [one] Vous avez demandé que { $to } devienne { $roles } pour { $service }.
       *[other] Vous avez demandé que { $to } reprenne ces rôles pour { $service } : { $roles }.
    }
asked-own-rule = À vous d’accepter aussi : rien ne change tant que { $to } et vous n’avez pas accepté tous les deux. Chacun reçoit son propre code.
asked-self-lead =
    { $count ->
        [one] Vous avez demandé à devenir vous-même { $roles } pour { $service }.
       *[other] Vous avez demandé à reprendre vous-même ces rôles pour { $service } : { $roles }.
    }
asked-self-rule = Seul votre accord est nécessaire. Le changement est effectué dès que vous acceptez.
asked-new-subject = { $service } : il vous est proposé de devenir contact ({ $roles })
asked-new-heading = Il vous est proposé de devenir contact
asked-new-lead =
    { $count ->
        [one] { $by } vous propose de devenir { $roles } pour { $service }.
       *[other] { $by } vous propose de reprendre ces rôles pour { $service } : { $roles }.
    }
asked-new-rule = Rien ne change tant que { $by } et vous n’avez pas accepté tous les deux. Chacun reçoit son propre code.
duty-title =
    { $count ->
        [one] À quoi ce rôle engage
       *[other] À quoi ces rôles engagent
    }
duty-admin = Le contact administrateur gère l’ensemble du service, désigne les autres contacts et peut modifier les coordonnées du propriétaire.
duty-tech = Le contact technique exploite le service.
duty-billing = Le contact facturation paie le service et est prévenu de ses renouvellements.
linked-title = Plusieurs demandes
linked-text = Cette demande et celles envoyées en même temps sont exécutées toutes ensemble ou pas du tout. Chacune a son e-mail et son code.
doubt-own-title = Vous n’avez rien demandé ?
doubt-own-text = Ouvrez la demande et choisissez Refuser : rien ne changera. Changez ensuite votre mot de passe, car quelqu’un a utilisé votre compte.
doubt-new-title = Vous ne vous y attendiez pas ?
doubt-new-text = Ouvrez la demande et choisissez Refuser : rien ne changera, et { $by } en sera informé. Sans réponse de votre part, la demande expire le { $date }.
# To be asked no more; the address of the request's page follows.
block-title = Vous ne souhaitez plus recevoir de demandes de { $by } ?
block-text = Vous pouvez bloquer ce client sur la page de la demande. L’ouvrir ne vous engage à rien :

## Un nouveau code à la place du précédent

resent-subject = { $service } : votre nouveau code de validation ({ $roles })
resent-heading = Votre nouveau code de validation
resent-lead = Voici le nouveau code que vous avez demandé. Les codes reçus auparavant pour cette demande ne fonctionnent plus.

## Beaucoup de demandes en peu de temps : un seul e-mail les réunit

digest-subject =
    { $count ->
        [one] { $count } demande attend votre décision
       *[other] { $count } demandes attendent votre décision
    }
digest-lead = Plusieurs changements de contact vous ont été proposés en peu de temps. Cet e-mail réunit ces demandes.
digest-rule = Vous décidez séparément pour chaque demande. Rien ne change tant que vous ne l’avez pas acceptée.
digest-more-title =
    { $count ->
        [one] Et { $count } autre demande
       *[other] Et { $count } autres demandes
    }
digest-more-text = Leurs codes ne figurent pas dans cet e-mail. Sur la page de chaque demande, vous pouvez en recevoir un :
digest-doubt-text = Ouvrez les demandes et choisissez Refuser : rien ne changera. Sans réponse de votre part, chaque demande expire à la date indiquée.
button-requests = Voir mes demandes
digest-ended-subject =
    { $count ->
        [one] { $count } demande est close
       *[other] { $count } demandes sont closes
    }
digest-ended-lead = Nous vous avions écrit au sujet de ces demandes. Elles sont closes : rien n’a changé, et leurs codes ne fonctionnent plus.
digest-ended-title = Demandes closes
digest-cancelled = { $request } : annulée
digest-refused = { $request } : refusée
digest-aborted = { $request } : sans suite
digest-ended-more =
    { $count ->
        [one] Et { $count } autre.
       *[other] Et { $count } autres.
    }

## Il reste deux jours

reminder-subject = { $service } : votre décision est attendue d’ici au { $date } ({ $roles })
reminder-heading = Votre décision est attendue
reminder-lead =
    { $count ->
        [one] Un changement de { $roles } pour { $service } attend toujours votre décision.
       *[other] Un changement de contact pour { $service } attend toujours votre décision, pour ces rôles : { $roles }.
    }
reminder-rule = Si l’un des accords manque, la demande expire le { $date } et rien ne change.
reminder-code = Votre code se trouve dans l’e-mail que nous vous avons déjà envoyé pour cette demande. Si vous ne le retrouvez pas, demandez-en un nouveau sur la page de la demande.
reminder-doubt-text = Ouvrez la demande et choisissez Refuser : rien ne changera, et l’autre contact en sera informé.

## Le changement est effectué

done-subject = { $service } : le changement de contact est effectué ({ $roles })
done-heading = Le changement de contact est effectué
done-new-lead =
    { $count ->
        [one] Vous êtes désormais { $roles } pour { $service }.
       *[other] Vous avez désormais ces rôles pour { $service } : { $roles }.
    }
done-former-lead =
    { $count ->
        [one] { $to } a accepté. Vous n’êtes plus { $roles } pour { $service }.
       *[other] { $to } a accepté. Vous n’avez plus ces rôles pour { $service } : { $roles }.
    }
done-own-lead =
    { $count ->
        [one] Le changement que vous avez demandé est effectué. { $to } est désormais { $roles } pour { $service }.
       *[other] Le changement que vous avez demandé est effectué. { $to } a désormais ces rôles pour { $service } : { $roles }.
    }
done-nothing-to-do = Vous n’avez plus rien à faire.
done-doubt-title = Vous n’avez pas donné votre accord ?
done-doubt-text = Changez immédiatement votre mot de passe, puis contactez le service client en indiquant le numéro de la demande.
replaced-subject = { $service } : vous n’êtes plus contact ({ $roles })
replaced-heading = Vous n’êtes plus contact
replaced-lead =
    { $count ->
        [one] À la demande de { $by }, vous n’êtes plus { $roles } pour { $service }.
       *[other] À la demande de { $by }, vous n’avez plus ces rôles pour { $service } : { $roles }.
    }
replaced-rest = Vos autres rôles, si vous en avez, restent inchangés. Vous n’avez rien à faire.
replaced-doubt-title = Vous ne vous y attendiez pas ?
replaced-doubt-text = Le contact administrateur d’un service peut en décider sans vous. Adressez-vous à { $by }, ou au service client en indiquant le numéro de la demande.

## Le changement n’a pas eu lieu

nothing-changed = Rien n’a changé, et les codes envoyés pour cette demande ne fonctionnent plus.
refused-subject = { $service } : le changement de contact a été refusé ({ $roles })
refused-heading = Le changement de contact a été refusé
refused-lead = { $by } a refusé la demande concernant { $service }.
cancelled-subject = { $service } : le changement de contact a été annulé ({ $roles })
cancelled-heading = Le changement de contact a été annulé
cancelled-lead = { $by } a annulé la demande concernant { $service }.
cancelled-by-administrator-lead = L’administrateur de { $service } a annulé la demande.
aborted-subject = { $service } : le changement de contact n’a pas eu lieu ({ $roles })
aborted-heading = Le changement de contact n’a pas eu lieu
aborted-lead = La demande concernant { $service } n’a pas pu être exécutée et a pris fin.
expired-subject = { $service } : la demande de changement de contact a expiré ({ $roles })
expired-heading = La demande a expiré
expired-lead = La demande concernant { $service } n’a pas été acceptée par tous dans les délais.
again-own = Si vous souhaitez toujours ce changement, faites une nouvelle demande.
again-other = Si ce changement est toujours souhaité, il faut une nouvelle demande : adressez-vous à { $by }.

reason-cancelled = Le demandeur l’a annulée.
reason-right-lost = Le demandeur n’a plus, pour ce service, le rôle qui permet de demander ce changement.
reason-contact-changed = Le contact à remplacer a changé entre-temps.
reason-debt = Un contact facturation n’est pas à jour de ses paiements. Si vous avez une facture impayée, réglez-la avant toute nouvelle demande.
reason-account-disabled = Un compte dont l’accord est nécessaire n’est plus actif.
reason-linked-ended = Une demande qui devait être exécutée avec celle-ci a pris fin.
reason-cancelled-by-administrator = L’administrateur du service l’a annulée.
reason-superseded = L’administrateur du service a demandé un autre changement à la place.
reason-staff = Le service client y a mis fin.

## Le compte lui-même

email-confirm-subject = Confirmez votre nouvelle adresse e-mail
email-confirm-heading = Confirmez votre nouvelle adresse e-mail
email-confirm-lead = Cette adresse a été indiquée comme nouvelle adresse e-mail du client { $account }. Dès qu’elle sera confirmée, nos e-mails y seront envoyés.
email-confirm-button = Confirmer cette adresse
email-confirm-hint = Le code est déjà saisi sur la page qui s’ouvre. Si vous n’êtes pas connecté, elle vous demande d’abord de vous connecter.
email-confirm-doubt-title = Cela ne vous dit rien ?
email-confirm-doubt-text = Ignorez cet e-mail. Tant que le client ne s’est pas connecté pour saisir ce code, rien ne change.
email-announce-subject = Une nouvelle adresse e-mail a été indiquée pour votre compte
email-announce-heading = Une nouvelle adresse e-mail a été indiquée
email-announce-lead = Une nouvelle adresse e-mail a été indiquée pour votre compte. Si c’est bien vous, confirmez-la par le lien que nous y avons envoyé : nos e-mails iront alors à cette adresse et n’arriveront plus ici.
email-announce-doubt-title = Ce n’était pas vous ?
email-announce-doubt-text = Changez immédiatement votre mot de passe, car quelqu’un a utilisé votre compte. Contactez ensuite le service client.
button-profile = Ouvrir mon profil
password-changed-subject = Votre mot de passe a été modifié
password-changed-heading = Votre mot de passe a été modifié
password-changed-lead = Le mot de passe de votre compte a été modifié. Tous les appareils connectés ont été déconnectés.
password-changed-doubt-title = Ce n’était pas vous ?
password-changed-doubt-text = Contactez immédiatement le service client : quelqu’un a utilisé votre compte.
password-reset-subject = Choisissez un nouveau mot de passe
password-reset-heading = Choisissez un nouveau mot de passe
password-reset-lead = Un nouveau mot de passe a été demandé pour votre compte. Si c’est bien vous, ouvrez le lien de cet e-mail pour le choisir. D’ici là, votre mot de passe actuel reste valable.
password-reset-button = Choisir un nouveau mot de passe
password-reset-hint = Le code est déjà saisi sur la page qui s’ouvre. Dès qu’un nouveau mot de passe est choisi, le lien ne fonctionne plus.
password-reset-doubt-title = Ce n’était pas vous ?
password-reset-doubt-text = Ignorez cet e-mail : sans ce code, personne ne peut modifier votre mot de passe.
name-changed-subject = Votre nom ou votre organisation a été modifié
name-changed-lead = Le nom ou l’organisation de votre compte a été modifié. Voici ce qui est enregistré à présent.
name-changed-doubt-title = Ce n’était pas voulu ?
name-changed-doubt-text = Changez immédiatement votre mot de passe, car quelqu’un a pu utiliser votre compte. Contactez ensuite le service client.
invite-subject = Choisissez le mot de passe de votre nouveau compte
invite-heading = Votre compte est prêt
invite-lead = Un compte a été créé pour vous. Choisissez son mot de passe sur la page qu’ouvre cet e-mail, puis connectez-vous avec votre identifiant client ou cette adresse e-mail.
invite-button = Choisir mon mot de passe
invite-hint = Le code est déjà saisi sur la page qui s’ouvre. Si le lien a expiré, demandez-en un autre sur la page de connexion : « Mot de passe oublié ? ».
invite-doubt-title = Vous n’attendiez pas cet e-mail ?
invite-doubt-text = Quelqu’un a indiqué votre adresse. Merci d’en informer le service client.
account-disabled-subject = Votre compte est désactivé
account-disabled-lead = Un nouveau compte ou un nouveau mot de passe a été demandé avec cette adresse. Elle appartient à votre compte, qui est désactivé : personne ne peut s’y connecter, et aucun autre compte ne peut utiliser cette adresse. Pour l’utiliser de nouveau, contactez le service client.
account-disabled-button = Nous contacter
account-disabled-doubt-title = Ce n’était pas vous ?
account-disabled-doubt-text = Ignorez cet e-mail : rien n’a changé, et la personne qui a fait cette demande ne sait pas que vous avez un compte.
sign-up-confirm-subject = Confirmez votre adresse e-mail pour ouvrir votre compte
sign-up-confirm-heading = Confirmez votre adresse e-mail
sign-up-confirm-lead = Cette adresse a été indiquée pour ouvrir un compte. Votre compte sera prêt dès que vous l’aurez confirmée.
sign-up-confirm-button = Confirmer et ouvrir mon compte
sign-up-confirm-hint = Le code est déjà saisi sur la page qui s’ouvre. L’ouvrir n’engage à rien : votre compte n’est créé qu’une fois que vous y avez saisi le mot de passe choisi et appuyé sur le bouton.
sign-up-confirm-doubt-title = Ce n’était pas vous ?
sign-up-confirm-doubt-text = Ignorez cet e-mail : sans ce code, aucun compte n’est ouvert et les données saisies sont supprimées.
sign-up-known-subject = Vous avez déjà un compte
sign-up-known-heading = Vous avez déjà un compte
sign-up-known-lead = Cette adresse a été indiquée pour ouvrir un compte, mais un compte l’utilise déjà. Connectez-vous avec cette adresse e-mail et votre mot de passe.
sign-up-known-forgotten-title = Vous avez oublié votre mot de passe ?
sign-up-known-forgotten-text = Choisissez-en un nouveau sur cette page :
sign-up-known-doubt-title = Ce n’était pas vous ?
sign-up-known-doubt-text = Ignorez cet e-mail : rien n’a changé, et la personne qui a indiqué votre adresse ne sait pas que vous avez un compte.
welcome-subject = Votre identifiant client
welcome-heading = Bienvenue : voici votre identifiant client
welcome-lead = Votre compte est prêt. Pour vous connecter, saisissez votre identifiant client ou cette adresse e-mail, puis votre mot de passe.
welcome-use = Les autres clients ont besoin de votre identifiant client pour vous transférer un rôle de contact. Conservez cet e-mail.
button-sign-in = Se connecter
welcome-doubt-title = Vous n’avez pas ouvert de compte ?
welcome-doubt-text = Quelqu’un a indiqué votre adresse. Merci d’en informer le service client.

## Les coordonnées du propriétaire ont été modifiées

owner-changed-subject = { $service } : les coordonnées du propriétaire ont été modifiées
owner-changed-heading = Les coordonnées du propriétaire ont été modifiées
owner-first-subject = { $service } : les coordonnées du propriétaire ont été saisies
owner-first-heading = Les coordonnées du propriétaire ont été saisies
owner-changed-lead = Pour { $service }, les coordonnées du propriétaire ont été modifiées par { $by }, contact administrateur du service.
owner-first-lead = Pour { $service }, les coordonnées du propriétaire ont été saisies par { $by }, contact administrateur du service.
owner-changed-why = Vous recevez cet e-mail parce que votre adresse est, ou était jusqu’ici, l’adresse e-mail du propriétaire. Si la modification est exacte, vous n’avez rien à faire.
owner-doubt-title = Ce n’est pas exact ?
owner-doubt-text = Adressez-vous à { $by }, seul contact à pouvoir modifier ces coordonnées, ou au service client en indiquant le nom du service. Le propriétaire est le titulaire légal du service : faites corriger toute erreur.
owner-name = nom
owner-organisation = organisation
owner-street = rue
owner-postal-code = code postal
owner-city = ville
owner-country = pays
owner-phone = téléphone
owner-email = adresse e-mail

## Un service arrive à échéance

renewal-subject = { $service } : expire le { $date }
renewal-heading = Un service arrive à échéance
renewal-lead =
    { $days ->
        [one] { $service } expire le { $date }, dans { $days } jour.
       *[other] { $service } expire le { $date }, dans { $days } jours.
    }
renewal-rule = Si vous souhaitez le conserver, renouvelez-le avant cette date. Si son renouvellement est déjà prévu, vous n’avez rien à faire.
renewal-doubt-title = Vous ne payez pas ce service ?
renewal-doubt-text = Vous recevez cet e-mail en tant que contact facturation du service. Depuis sa page, vous pouvez transférer ce rôle à un autre client.
button-service = Voir le service
unpaid-subject = { $service } : facture impayée, arrêt le { $date }
unpaid-heading = Un service va être arrêté
unpaid-lead =
    { $days ->
        [one] { $service } a une facture impayée. Sans paiement, le service s’arrête le { $date }, dans { $days } jour.
       *[other] { $service } a une facture impayée. Sans paiement, le service s’arrête le { $date }, dans { $days } jours.
    }
unpaid-rule = Réglez la facture avant cette date pour conserver le service. Un paiement peut mettre un peu de temps à nous parvenir : si vous venez de payer, vous n’avez plus rien à faire.
button-pay = Régler mes factures
