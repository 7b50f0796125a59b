### Les textes de l’interface, en français.

language-name = Français

## Dates

month-january = janvier
month-february = février
month-march = mars
month-april = avril
month-may = mai
month-june = juin
month-july = juillet
month-august = août
month-september = septembre
month-october = octobre
month-november = novembre
month-december = décembre
date-pattern =
    { $day ->
        [one] 1er
       *[other] { $day }
    } { $month } { NUMBER($year) }
date-time-pattern = { $date } à { $time } UTC

## Temps restant

left-days =
    { $days ->
        [one] il reste { $days } jour
       *[other] il reste { $days } jours
    }
left-hours =
    { $hours ->
        [one] il reste { $hours } heure
       *[other] il reste { $hours } heures
    }
left-under-an-hour = il reste moins d’une heure

## Partout

skip-link = Aller au contenu
home = { -brand }, mes services
account-menu = Mon compte
contact-management = Gestion des contacts
my-services = Mes services
my-requests = Mes demandes
profile = Profil
help = Aide
help-mail = Que faire quand un e-mail n’arrive pas
help-roles = Ce que chacun des trois contacts peut faire
help-states = Ce que signifient les états
sign-out = Se déconnecter
choose-language = Langue
banner-decide =
    { $count ->
        [one] { $count } demande attend votre décision.
       *[other] { $count } demandes attendent votre décision.
    }
banner-waiting =
    { $count ->
        [one] { $count } de vos demandes attend l’accord de l’autre contact.
       *[other] { $count } de vos demandes attendent l’accord de l’autre contact.
    }
banner-show = Afficher
live-lost = Connexion perdue : ce que vous voyez n’est peut-être plus à jour. Nouvelle tentative…
loading = Chargement…
error-title = Erreur : { $title }
page-title = { $title } · { -brand }
me-mark = moi
previous-page = Précédent
next-page = Suivant
pages = Pages
back-to-requests = Retour à mes demandes

## Connexion

sign-in = Se connecter

## Rôles, catégories, états

role-admin = Administrateur
role-tech = Technique
role-billing = Facturation
role-admin-long = contact administrateur
role-tech-long = contact technique
role-billing-long = contact facturation
category-domain = Nom de domaine
category-dns-zone = Zone DNS
category-pair = Nom de domaine et zone DNS
category-hosting = Hébergement web
category-database = Base de données
category-vps = VPS
category-dedicated-server = Serveur dédié
category-public-cloud = Projet public cloud
category-email = E-mail
category-telephony = Téléphonie
category-internet-access = Accès internet
status-ok = Actif
status-in-creation = En cours de création
status-expired = Expiré
status-pending-debt = Paiement en attente
status-unpaid = Impayé
state-todo = À traiter
state-check-validity = En cours de vérification
state-validating = En attente d’acceptation
state-doing = En cours d’exécution
state-done = Effectuée
state-refused = Refusée
state-aborted = Annulée
state-expired = Expirée
state-error = Échec

## Mes services

services-caption = Les services dont vous êtes un contact
column-name = Service
column-category = Catégorie
column-status = État
column-expiry = Expiration
column-actions = Actions
search-label = Rechercher
search-hint = Service ou identifiant client
filter-category = Catégorie
filter-role = Mon rôle
# Vaut pour une catégorie, un rôle ou un état : ni masculin ni féminin.
filter-all = Tout
apply-filters = Filtrer
clear-filters = Tout afficher
services-count =
    { $count ->
        [0] Aucun service
        [one] { $count } service
       *[other] { $count } services
    }
services-more = Plus de { NUMBER($count) } services
services-none = Vous n’êtes encore contact d’aucun service.
services-none-next = Dès qu’un service sera commandé avec votre identifiant client, ou qu’un rôle vous sera transféré, il apparaîtra ici.
services-no-match = Aucun service ne correspond à votre recherche.
actions-for = Actions pour { $service } ({ $category })
edit-contacts = Modifier les contacts
expires-on = Expire le
owner-link = Propriétaire
history = Historique
show-request = Voir la demande
show-request-number = Voir la demande n° { $number }
change-pending = changement en attente

## Modifier les contacts

edit-title = Modifier les contacts : { $service }
edit-lead = Saisissez l’identifiant client de chaque nouveau contact. Rien ne change tant que tous ceux dont l’accord est nécessaire n’ont pas accepté avec leur code personnel.
edit-meanwhile = Ce service, ou une demande qui le concerne, a changé depuis l’ouverture de cette page. Affichez la version à jour avant de confirmer.
field-admin = Contact administrateur
field-tech = Contact technique
field-billing = Contact facturation
field-hint = Identifiant client, avec ou sans { $suffix }
closed-not-yours = Seuls le contact administrateur et le { $role } peuvent transférer ce rôle.
closed-admin = Seul le contact administrateur peut transférer ce rôle.
closed-pending = Un changement de ce rôle est déjà en attente.
replaces-pending = La demande n° { $number } est en attente pour ce rôle. Si vous indiquez ici un autre contact, elle prend fin et les personnes concernées en sont informées.
use-me = Moi
use-me-for = Moi, pour : { $field }
message-label = Message au nouveau contact (facultatif)
message-hint = 500 caractères au plus. Il figurera dans l’e-mail et sur la page de la demande.
companion-dns-zone = Modifier aussi la zone DNS du même nom : les deux changent, ou aucun des deux
companion-domain = Modifier aussi le nom de domaine correspondant : les deux changent, ou aucun des deux
submit-request = Confirmer
preview-request = Vérifier d’abord
cancel-edit = Revenir sans rien modifier
what-happens = Ce qui va se passer
preview-nothing = Modifiez un champ pour voir qui doit accepter et qui sera informé.
preview-move = { $role } : { $from } → { $to }
preview-accept = Accord nécessaire : { $accounts }
preview-told = E-mail après le changement : { $accounts }
preview-replaces = Cela met fin à la demande n° { $number } ; les personnes concernées en sont informées.
preview-days =
    { $days ->
        [one] Chacun a { $days } jour pour accepter ; ensuite, la demande expire.
       *[other] Chacun a { $days } jours pour accepter ; ensuite, la demande expire.
    }
preview-count-linked =
    { $count ->
        [one] { $count } demande sera créée.
       *[other] { $count } demandes seront créées. Chacune s’accepte séparément ; toutes prennent effet ensemble, ou aucune.
    }
preview-count =
    { $count ->
        [one] { $count } demande sera créée.
       *[other] { $count } demandes seront créées, à accepter chacune séparément.
    }
preview-debt-own = Vous avez une facture impayée. Le contact facturation pourra être changé une fois celle-ci réglée.
preview-debt = L’ancien et le nouveau contact facturation doivent être à jour de leurs paiements. C’est vérifié à l’envoi de la demande, puis juste avant le changement.

## Mes demandes

requests-caption = Les demandes que vous avez envoyées ou reçues, de la plus récente à la plus ancienne
column-request = Demande
column-date = Date
column-roles = Rôles
column-from = De
column-to = À
column-state = État
filter-state = État
filter-open = En cours
requests-none = Il n’y a encore aucune demande.
requests-none-next = Quand vous transférerez un rôle, ou qu’on vous en transférera un, la demande apparaîtra ici.
requests-no-match = Aucune demande n’est dans cet état.
waiting-for-you = En attente de votre décision
waiting-for = En attente de { $accounts }
decide-now = Accepter ou refuser
open-request = Ouvrir
# Suit aussi « Voir la demande ».
request-number = n° { $number }

## Une demande

request-title = Demande n° { $number }
request-service = Service
request-roles = Rôles concernés
request-by = Demandé par
request-expires = À accepter avant le
request-ended = Terminé le
request-message = Message de { $account }
request-siblings = Demandé en même temps
# In place of a customer ID that the reader may not see.
other-customer = un autre client
siblings-linked = Ces demandes sont exécutées toutes ensemble ou pas du tout.
signatures-title = Accords nécessaires
signed = A accepté
signed-not = A refusé
signed-never = N’a pas accepté
signed-not-yet = N’a pas encore accepté
timeline-title = Déroulement
your-decision = Votre décision
code-label = Code de validation
code-hint = Il se trouve dans l’e-mail envoyé à { $address }. Il est personnel et ne sert qu’une fois.
accept = Accepter
refuse = Refuser
refuse-ask = Refuser…
refuse-sure = Un refus met fin à la demande pour tous. Il est irrévocable.
refuse-confirm = Refuser définitivement
resend-title = Pas d’e-mail ?
resend-text = Nous envoyons les codes à { $address }. Un nouveau code remplace le précédent.
resend = Recevoir un nouveau code
wrong-address = Cette adresse n’est pas la bonne ? Modifiez-la dans votre profil.
cancel-ask = Annuler la demande…
cancel-text = La demande prend fin et l’autre contact en est informé.
cancel-text-administrator = En tant qu’administrateur de ce service, vous pouvez mettre fin à cette demande. Rien ne change et les deux contacts en sont informés.
cancel-linked = Les demandes qui vont avec elle prennent fin aussi : { $requests }.
cancel-reason = Motif (facultatif)
cancel-request = Annuler la demande
# `$account` is the customer ID of whoever asks the reader.
block-ask = Bloquer { $account }…
block-text = Le client { $account } ne peut plus rien vous demander : vous ne recevez plus d’e-mail et ne voyez plus ses demandes. Celles que vous n’avez pas encore acceptées disparaissent d’ici, puis expirent. Ce client n’en est pas informé.
block-limits = Vos rôles et les demandes que vous avez déjà acceptées ne changent pas. Vous pourrez débloquer ce client dans votre profil ; les demandes masquées entre-temps le resteront.
block-confirm = Bloquer { $account }
block-done = Vous avez bloqué { $account }.
block-undo = Modifier dans votre profil
decided-already = Vous avez accepté. La demande attend la décision de : { $accounts }.
waits-for-linked = Tous ont accepté cette demande. Elle sera exécutée avec celle dont elle est indissociable, dès que celle-ci sera acceptée à son tour.
ended-done = Le changement est effectué.
ended-refused = { $account } a refusé. Rien n’a changé.
ended-expired = Tous les accords n’ont pas été donnés à temps. Rien n’a changé ; le demandeur peut refaire la demande d’un clic.
ended-error = Un problème est survenu de notre côté. Rien n’a changé.
only-watching = Vous voyez cette demande parce que vous êtes un contact du service. Elle attend la décision de : { $accounts }.
aborted-cancelled = Le demandeur a annulé la demande. Rien n’a changé.
aborted-right-lost = Le demandeur n’a plus, pour ce service, le rôle qui permet de demander ce changement. Rien n’a changé.
aborted-contact-changed = Le contact à remplacer a changé entre-temps. Cette demande n’a rien modifié.
aborted-debt = Un contact facturation n’est pas à jour de ses paiements. Rien n’a changé.
aborted-account-disabled = Un compte dont l’accord est nécessaire n’est plus actif. Rien n’a changé.
aborted-linked-ended = La demande dont celle-ci est indissociable a pris fin. Rien n’a changé.
aborted-cancelled-by-administrator = L’administrateur du service a annulé la demande. Rien n’a changé.
aborted-superseded = L’administrateur du service a demandé un autre changement à la place. Cette demande n’a rien modifié.
aborted-staff = Le service client a mis fin à la demande. Rien n’a changé.
cancel-reason-given = Motif : { $reason }
pay-invoice = Payer ma facture
ask-again = Refaire la demande
ask-otherwise = Demander autre chose
event-asked = { $account } a demandé le changement
event-accepted = { $account } a accepté
event-refused = { $account } a refusé
event-cancelled = { $account } a annulé
event-cancelled-by-administrator = L’administrateur du service a annulé
event-aborted = Demande annulée automatiquement
event-expired = Délai dépassé
event-done = Changement effectué
event-error = Échec
mail-asked = code
mail-resent = nouveau code
mail-reminder = rappel
mail-done = confirmation
mail-replaced = information
mail-refused = refus
mail-cancelled = annulation
mail-aborted = information
mail-expired = expiration
mail-pending = E-mail à { $account } en cours d’envoi ({ $subject })
mail-waiting = E-mail à { $account } pas encore remis, nous continuons d’essayer ({ $subject })
mail-sent = E-mail envoyé à { $account } ({ $subject })
mail-owed = E-mail à { $account } ({ $subject })
mail-dead = E-mail à { $account } non distribué ({ $subject })
mail-outdated = E-mail à { $account } non envoyé, car devenu inutile ({ $subject })

## Ce qui vient d’être fait

notice-registered = Votre demande est enregistrée. Tous ceux dont l’accord est nécessaire reçoivent un e-mail avec un code personnel. Vous aussi : ouvrez le vôtre pour accepter.
notice-waiting = Vous avez accepté. La demande attend encore l’accord de l’autre contact.
notice-linked = Vous avez accepté. Le changement sera effectué dès que la demande indissociable de celle-ci sera acceptée à son tour.
notice-done = Tous ont accepté et le changement est effectué. Toutes les personnes concernées en sont informées par e-mail.
notice-refused = Vous avez refusé. La demande a pris fin et l’autre contact en est informé.
notice-cancelled = La demande est annulée et les personnes concernées en sont informées.
notice-blocked = Ce client est bloqué : vous ne recevez plus de demandes de sa part. Vous pouvez le débloquer dans votre profil.
notice-resent = Un nouveau code vous est envoyé à { $address }. Le précédent ne fonctionne plus.

## Problèmes

problem-title = Il y a un problème
problem-signed-out = Vous n’êtes plus connecté. Connectez-vous et réessayez.
problem-not-found = Cet élément n’existe pas, ou vous n’y avez pas accès.
problem-nothing-changed = Rien n’est encore modifié : modifiez au moins un champ.
problem-not-your-role = Vous ne pouvez pas transférer le rôle de { $role } pour ce service.
problem-contact-changed = Le { $role } est désormais { $account } : cela a changé après l’ouverture de la page. Vérifiez votre saisie, puis renvoyez-la.
problem-busy = Un changement de { $role } est déjà en attente d’acceptation.
problem-of-companion = Pour le service du même nom, à modifier en même temps : { $problem } Décochez la case pour ne modifier que le service de cette page.
problem-companion-gone = Le service du même nom ne peut plus être modifié en même temps que celui-ci. Rien n’a été envoyé. Rechargez la page.
problem-busy-link = Voir la demande en attente
problem-debt-own = Vous avez une facture impayée. Réglez-la, puis refaites la demande.
problem-debt = Le contact facturation ne peut pas être changé pour le moment : l’un des contacts facturation n’est pas à jour de ses paiements.
problem-wrong-code =
    { $left ->
        [0] Ce code n’est pas le bon. C’était le dernier essai : demandez un nouveau code.
        [one] Ce code n’est pas le bon. Il vous reste { $left } essai.
       *[other] Ce code n’est pas le bon. Il vous reste { $left } essais.
    }
problem-code-void = Ce code n’est plus utilisable : il y a eu trop d’essais erronés. Demandez-en un nouveau.
problem-code-replaced = Ce code a été remplacé par un plus récent. Utilisez celui de notre dernier e-mail, ou demandez-en un nouveau.
problem-decided = Vous avez déjà donné votre décision.
problem-ended = La demande est déjà terminée. État : { $state }.
problem-not-requester = Seul le demandeur peut faire cela.
problem-too-many-blocked = Vous avez bloqué { NUMBER($count) } clients : c’est le maximum. Débloquez d’abord un client dans votre profil.
problem-too-many =
    { $minutes ->
        [one] Trop de tentatives. Réessayez dans { $minutes } minute.
       *[other] Trop de tentatives. Réessayez dans { $minutes } minutes.
    }
problem-contended = Quelqu’un d’autre est en train de modifier ces données. Rien n’a été modifié. Réessayez dans quelques secondes.
problem-overloaded = Le serveur est très sollicité en ce moment. Rien n’a été modifié. Réessayez dans quelques secondes.
problem-cross-site = L’envoi provenait d’un autre site et n’a pas été pris en compte.
problem-malformed = Le serveur n’a pas compris ce qui a été envoyé. Rechargez la page et réessayez.
problem-unreachable = Le serveur est injoignable. Votre saisie est conservée ; réessayez.
problem-internal = Un problème est survenu de notre côté. Si vous étiez en train de modifier quelque chose, vérifiez si c’est fait avant de réessayer. Si le problème se reproduit, indiquez-nous ce numéro : { $id }
wrong-empty = { $field } : ce champ est obligatoire.
wrong-format-id = { $field } : ce n’est pas un identifiant client. La forme attendue est xx11111-ovh.
wrong-format-code = { $field } : ce n’est pas un de nos codes. Un code compte 28 lettres et chiffres.
wrong-format-text = { $field } : la saisie contient des caractères non autorisés.
wrong-too-long = { $field } : la saisie est trop longue.
wrong-too-long-note = { $field } : ce texte est trop long. { NUMBER($count) } caractères au maximum.

## Page introuvable, aide

not-found-title = Page introuvable
not-found-text = Il n’y a rien ici, ou vous n’y avez pas accès. Si vous avez suivi le lien d’un e-mail, vérifiez que vous êtes connecté avec le compte qui l’a reçu.
not-found-home = Aller à mes services
