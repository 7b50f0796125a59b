### The texts of the mails, in English: the reference language.
### The names of roles stand after a colon, in brackets or alone, never inside a sentence: so no language has to inflect them.
### `$service` is a service's name, `$account`, `$to`, `$from`, `$by` are customer IDs, `$roles` is a list of roles.

## Every mail

brand = { -brand }
# The last line of every mail.
footer = Sent by { -brand }
footer-automatic = This is an automatic message to customer { $account }; replies to it are not read.
# To those who have no account, or are not told its customer ID.
footer-automatic-unnamed = This is an automatic message; replies to it are not read.
footer-support = Customer support: { $address }
footer-safety = We never ask for your password by e-mail. Links in our mails always begin with { $origin }
greeting = Hello { $name },
# To an address that may not be the customer's.
greeting-unnamed = Hello,
# After a label, in the plain text of a mail.
colon = { ":" }

## Names

role-admin = administrator contact
role-tech = technical contact
role-billing = billing contact
# In subjects, in brackets.
role-admin-short = administrator
role-tech-short = technical
role-billing-short = billing
# A domain name and its DNS zone, which change together.
service-pair = { $service } (domain name and DNS zone)
# example.org (domain name)
service-of-category = { $service } ({ $category })
category-domain = domain name
category-dns-zone = DNS zone
category-hosting = web hosting
category-database = database
category-vps = VPS
category-dedicated-server = dedicated server
category-public-cloud = public cloud project
category-email = e-mail service
category-telephony = telephone line
category-internet-access = internet access
# Marks the recipient's own customer ID.
account-you = { $account } (you)

## The table of facts

fact-service = Service
fact-roles =
    { $count ->
        [one] Role
       *[other] Roles
    }
fact-holder = Current contact
fact-former = Former contact
fact-new = New contact
fact-proposed = Proposed contact
fact-asked-by = Requested by
# `$count` accounts follow.
fact-must-accept =
    { $count ->
        [one] Must accept
       *[other] Must accept
    }
fact-still-to-accept = Still to accept
fact-not-accepted =
    { $count ->
        [one] Did not accept
       *[other] Did not accept
    }
fact-until = Decide by
fact-changed-at = Changed on
fact-number = Request
# 42
fact-number-value = No. { $number }
fact-changed-by = Changed by
# `$count` details follow.
fact-details =
    { $count ->
        [one] Detail changed
       *[other] Details changed
    }
fact-expires = Expires on
fact-your-role = Your role
fact-account = Customer ID
fact-new-address = New address
fact-valid-until = Valid until
fact-date = Date

## Code, button, message

code-label = Your validation code
code-hint = It is personal and works once. Do not pass it on.
button-request = Open the request
button-hint = The code is filled in for you. Opening the page decides nothing: there you choose Accept or Refuse.
# Under the button; the address of the page follows.
button-instead = If the button does not work, enter the code on this page:
quote-message = Message from { $by }, in their own words
quote-reason = Reason given by { $by }

## A request was made: to its parties

asked-own-subject = { $service }: confirm the change of contact ({ $roles })
asked-own-heading = Confirm the change of contact
asked-own-lead =
    { $count ->
        [one] You asked to hand this role for { $service } over to { $to }: { $roles }.
       *[other] You asked to hand these roles for { $service } over to { $to }: { $roles }.
    }
asked-own-rule = Nothing changes until you and { $to } have both accepted. Each of you receives a code of their own.
asked-self-lead =
    { $count ->
        [one] You asked to take over this role for { $service } yourself: { $roles }.
       *[other] You asked to take over these roles for { $service } yourself: { $roles }.
    }
asked-self-rule = Only your own acceptance is needed. The change is made as soon as you accept.
asked-new-subject = { $service }: you are asked to become a contact ({ $roles })
asked-new-heading = You are asked to become a contact
asked-new-lead =
    { $count ->
        [one] { $by } asks you to take over this role for { $service }: { $roles }.
       *[other] { $by } asks you to take over these roles for { $service }: { $roles }.
    }
asked-new-rule = Nothing changes until you and { $by } have both accepted. Each of you receives a code of their own.
duty-title =
    { $count ->
        [one] What this role means
       *[other] What these roles mean
    }
duty-admin = The administrator contact manages the whole service, names the other contacts and may edit the owner’s details.
duty-tech = The technical contact manages the technical side of the service.
duty-billing = The billing contact pays for the service and is told of its renewals.
linked-title = More than one request
linked-text = This request and those sent along with it are carried out together, or not at all. Each has a mail and a code of its own.
doubt-own-title = You did not ask for this?
doubt-own-text = Open the request and choose Refuse: nothing will change. Then change your password, because someone has used your account.
doubt-new-title = You did not expect this?
doubt-new-text = Open the request and choose Refuse: nothing will change, and { $by } is told. If you do nothing, the request expires on { $date }.

## A new code in place of the former one

resent-subject = { $service }: your new validation code ({ $roles })
resent-heading = Your new validation code
resent-lead = Here is the new code that you asked for. Codes sent to you earlier for this request no longer work.

## Two days are left

reminder-subject = { $service }: please decide by { $date } ({ $roles })
reminder-heading = Your decision is awaited
reminder-lead =
    { $count ->
        [one] A change of contact for { $service } is still waiting for your decision. It is about this role: { $roles }.
       *[other] A change of contact for { $service } is still waiting for your decision. It is about these roles: { $roles }.
    }
reminder-rule = Without every acceptance the request expires on { $date }, and nothing changes.
reminder-code = Your code is in the mail that we sent you earlier about this request. If you cannot find it, ask for a new one on the request’s page.
reminder-doubt-text = Open the request and choose Refuse: nothing will change, and the other party is told.

## The change was made

done-subject = { $service }: the contact has been changed ({ $roles })
done-heading = The contact has been changed
done-new-lead =
    { $count ->
        [one] You now hold this role for { $service }: { $roles }.
       *[other] You now hold these roles for { $service }: { $roles }.
    }
done-former-lead =
    { $count ->
        [one] { $to } has accepted. You no longer hold this role for { $service }: { $roles }.
       *[other] { $to } has accepted. You no longer hold these roles for { $service }: { $roles }.
    }
done-own-lead =
    { $count ->
        [one] The change that you asked for has been made. { $to } now holds this role for { $service }: { $roles }.
       *[other] The change that you asked for has been made. { $to } now holds these roles for { $service }: { $roles }.
    }
done-nothing-to-do = You have nothing more to do.
done-doubt-title = You did not agree to this?
done-doubt-text = Change your password at once, then contact customer support and give the number of the request.
replaced-subject = { $service }: you are no longer a contact ({ $roles })
replaced-heading = You are no longer a contact
replaced-lead =
    { $count ->
        [one] At the request of { $by }, you no longer hold this role for { $service }: { $roles }.
       *[other] At the request of { $by }, you no longer hold these roles for { $service }: { $roles }.
    }
replaced-rest = Your other roles, if you have any, stay as they are. You have nothing to do.
replaced-doubt-title = You did not expect this?
replaced-doubt-text = The administrator contact of a service may decide this without you. Ask { $by }, or contact customer support and give the number of the request.

## The change was not made

nothing-changed = Nothing has changed, and codes sent for this request no longer work.
refused-subject = { $service }: the change of contact was refused ({ $roles })
refused-heading = The change of contact was refused
refused-lead = { $by } has refused the request for { $service }.
cancelled-subject = { $service }: the change of contact was cancelled ({ $roles })
cancelled-heading = The change of contact was cancelled
cancelled-lead = { $by } has cancelled the request for { $service }.
aborted-subject = { $service }: the change of contact was not made ({ $roles })
aborted-heading = The change of contact was not made
aborted-lead = The request for { $service } could not be carried out, and has ended.
expired-subject = { $service }: the request to change the contact has expired ({ $roles })
expired-heading = The request has expired
expired-lead = The request for { $service } was not accepted by everyone in time.
again-own = If you still want the change, make a new request.
again-other = If the change is still wanted, { $by } can make a new request.

reason-cancelled = The requester cancelled it.
reason-right-lost = The requester is no longer entitled to ask for this change.
reason-contact-changed = The contact to be replaced has changed in the meantime.
# Tells nobody whose debt it is.
reason-debt = The conditions for changing the billing contact are not met. If you have an unpaid invoice, please pay it before the change is asked for again.
reason-account-disabled = The account of one of the parties is no longer active.
reason-linked-ended = A request that was to be carried out together with this one has ended.

## The account itself

email-confirm-subject = Confirm your new e-mail address
email-confirm-heading = Confirm your new e-mail address
email-confirm-lead = This address was given as the new e-mail address of customer { $account }. Once it is confirmed, our mails come here.
email-confirm-button = Confirm this address
email-confirm-hint = The code is filled in for you. If you are signed out, you sign in first.
email-confirm-doubt-title = This means nothing to you?
email-confirm-doubt-text = Ignore this mail. Without the code and the customer’s own sign-in, nothing changes.
email-announce-subject = A new e-mail address was given for your account
email-announce-heading = Your e-mail address is about to change
email-announce-lead = A new e-mail address was given for your account. As soon as it is confirmed, our mails go there and no longer here.
email-announce-doubt-title = This was not you?
email-announce-doubt-text = Change your password at once, because someone has used your account. Then contact customer support.
button-profile = Open my profile
password-changed-subject = Your password was changed
password-changed-heading = Your password was changed
password-changed-lead = The password of your account was changed. Every device that was signed in has been signed out.
password-changed-doubt-title = This was not you?
password-changed-doubt-text = Contact customer support at once: someone has used your account.
password-reset-subject = Choose a new password
password-reset-heading = Choose a new password
password-reset-lead = Someone has asked for a new password for your account. If it was you, choose it on the page to which this mail leads. Until then your present password stays as it is.
password-reset-button = Choose a new password
password-reset-hint = The code is filled in for you. Mails that we sent you earlier to choose a new password no longer work.
password-reset-doubt-title = This was not you?
password-reset-doubt-text = Ignore this mail: without the code nobody can change your password.
sign-up-confirm-subject = Confirm your e-mail address to open your account
sign-up-confirm-heading = Confirm your e-mail address
sign-up-confirm-lead = This address was given to open an account. Your account is ready as soon as you confirm the address.
sign-up-confirm-button = Confirm and open my account
sign-up-confirm-hint = The code is filled in for you. Opening the page decides nothing: the account is opened when you type the password that you chose and press the button there.
sign-up-confirm-doubt-title = This was not you?
sign-up-confirm-doubt-text = Ignore this mail: without the code no account is opened, and what was typed is deleted.
sign-up-known-subject = You already have an account
sign-up-known-heading = You already have an account
sign-up-known-lead = This address was given to open an account, but it already has one. Sign in with this e-mail address and your password.
sign-up-known-forgotten-title = You have forgotten your password?
sign-up-known-forgotten-text = Choose a new one on this page: { $link }
sign-up-known-doubt-title = This was not you?
sign-up-known-doubt-text = Ignore this mail: nothing has changed, and whoever gave your address was not told that you have an account.
welcome-subject = Your customer ID
welcome-heading = Welcome: here is your customer ID
welcome-lead = Your account is ready. You sign in with your customer ID, or with this e-mail address, and your password.
welcome-use = Other customers need your customer ID to hand a contact role over to you. Keep this mail.
button-sign-in = Sign in
welcome-doubt-title = You did not open an account?
welcome-doubt-text = Someone has given your address. Please tell customer support.

## The owner's details were edited: to its former and its present address. Nothing that stands in them is told.

owner-changed-subject = { $service }: the owner’s details have been changed
owner-changed-heading = The owner’s details have been changed
owner-changed-lead = { $by }, the administrator contact of { $service }, has changed the details of its owner.
owner-first-lead = { $by }, the administrator contact of { $service }, has entered the details of its owner.
owner-changed-why = You receive this mail because your address is, or was until now, the owner’s e-mail address. You have nothing to do if the change is right.
owner-doubt-title = This is not right?
owner-doubt-text = Ask { $by }, who alone may edit these details, or contact customer support and name the service. The owner is the legal holder of the service, so do not leave a wrong entry as it is.
owner-name = name
owner-organisation = organisation
owner-street = street
owner-postal-code = postal code
owner-city = town
owner-country = country
owner-phone = telephone
owner-email = e-mail address

## A service runs out: to its billing contact

# `$date` is a day: 27 November 2026.
renewal-subject = { $service }: expires on { $date }
renewal-heading = A service is about to expire
renewal-lead =
    { $days ->
        [one] { $service } expires on { $date }, in { $days } day.
       *[other] { $service } expires on { $date }, in { $days } days.
    }
renewal-rule = If you want to keep it, renew it before that day. If you have already arranged its renewal, you have nothing to do.
renewal-doubt-title = You do not pay for this service?
renewal-doubt-text = You receive this mail as the billing contact of the service. On its page you can hand this role over to someone else.
button-service = Open the service
# The service has an unpaid invoice.
unpaid-subject = { $service }: unpaid invoice, stops on { $date }
unpaid-heading = A service is about to stop
unpaid-lead =
    { $days ->
        [one] { $service } has an unpaid invoice. If it stays unpaid, the service stops on { $date }, in { $days } day.
       *[other] { $service } has an unpaid invoice. If it stays unpaid, the service stops on { $date }, in { $days } days.
    }
unpaid-rule = Pay the invoice before that day to keep the service. A payment may take some time to reach us: if you have just paid, you have nothing more to do.
button-pay = Pay my invoices
