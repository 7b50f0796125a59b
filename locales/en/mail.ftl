### The texts of the mails, in English: the reference language.
### The names of roles stand after a colon, in brackets or alone, never inside a sentence: so no language has to inflect them.
### `$service` is a service's name, `$account`, `$to`, `$from`, `$by` are customer IDs, `$roles` is a list of roles.

## Every mail

brand = { -brand }
# The last line of every mail.
footer = Sent by { -brand }
footer-automatic = This is an automatic message to customer { $account }. Replies are not read.
# To those who have no account, or are not told its customer ID.
footer-automatic-unnamed = This is an automatic message. Replies are not read.
footer-support = Customer support: { $address }
footer-safety = We never ask for your password by email. Links in our emails always begin with { $origin }
greeting = Hello { $name },
# To an address that may not be the customer's.
greeting-unnamed = Hello,
# After a label, in the plain text of a mail.
colon = { ":" }

## Names

role-admin = administrator
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
category-email = email service
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
# What else the same form asks of the service; roles and a customer ID follow.
fact-siblings = Asked together with it
# In place of a customer ID that the recipient may not see.
other-customer = another customer
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
fact-stops = Stops on
fact-your-role = Your role
fact-account = Customer ID
fact-new-address = New address
fact-name = Name
fact-organisation = Organisation
fact-valid-until = Valid until
fact-date = Date

## Code, button, message

code-label = Your validation code
code-hint = It is yours alone and works once. Do not share it.
button-request = Open the request
button-decide = Accept or refuse
button-hint = The code is filled in for you. Nothing is decided until you choose Accept or Refuse there.
# Under the button; the address of the page follows.
button-instead = If the button does not work, enter the code on this page:
quote-message = Message written by { $by }
quote-reason = Reason given by { $by }
quote-reason-administrator = Reason given by the administrator
quote-reason-staff = Reason given by customer support

## A request was made: to its parties

asked-own-subject = { $service }: accept the change you asked for ({ $roles })
asked-own-heading = Accept the change you asked for
asked-own-lead =
    { $count ->
        [one] You asked to hand over this role for { $service } to { $to }: { $roles }.
       *[other] You asked to hand over these roles for { $service } to { $to }: { $roles }.
    }
asked-own-rule = Nothing changes until you and { $to } have both accepted. Each of you receives a separate code.
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
asked-new-rule = Nothing changes until you and { $by } have both accepted. Each of you receives a separate code.
duty-title =
    { $count ->
        [one] What this role means
       *[other] What these roles mean
    }
duty-admin = The administrator manages the service as a whole, names the other contacts and may edit the owner’s details.
duty-tech = The technical contact runs the service.
duty-billing = The billing contact pays for the service and is told before it expires.
linked-title = Linked requests
linked-text = This request and those sent with it take effect together or not at all. Each has its own email and code.
doubt-own-title = If you did not ask for this
doubt-own-text = Open the request and choose Refuse: nothing will change. Then change your password, because someone has used your account.
doubt-new-title = If you did not expect this
doubt-new-text = Open the request and choose Refuse: nothing will change, and { $by } will be told. If you do nothing, the request expires on { $date }.
# To be asked no more; the address of the request's page follows.
block-title = If you want no more requests from { $by }
block-text = You can block this customer on the request page. Opening it decides nothing:

## A new code in place of the former one

resent-subject = { $service }: your new validation code ({ $roles })
resent-heading = Your new validation code
resent-lead = Here is the new code you asked for. Earlier codes for this request no longer work.

## Many requests in a short time: one mail brings them together

digest-subject =
    { $count ->
        [one] { $count } request is waiting for your decision
       *[other] { $count } requests are waiting for your decision
    }
digest-lead = Several changes of contact were requested from you within a short time. This email brings these requests together.
digest-rule = You decide on each request separately. Nothing changes until you accept it.
digest-more-title =
    { $count ->
        [one] And { $count } more request
       *[other] And { $count } more requests
    }
digest-more-text = Their codes are not in this email. On the page of each request you can ask for a code:
digest-doubt-text = Open the requests and choose Refuse: nothing will change. If you do nothing, each request expires on the date shown.
button-requests = Open my requests
# All requests that the mail tells of have ended.
digest-ended-subject =
    { $count ->
        [one] { $count } request has ended
       *[other] { $count } requests have ended
    }
digest-ended-lead = We had written to you about these requests. They have ended: nothing has changed, and their codes no longer work.
digest-ended-title = Requests that have ended
# `$request` names a service and a request: example.org (domain name), No. 42
digest-cancelled = { $request }: cancelled
digest-refused = { $request }: refused
digest-aborted = { $request }: not carried out
digest-ended-more =
    { $count ->
        [one] And { $count } more.
       *[other] And { $count } more.
    }

## Two days are left

reminder-subject = { $service }: please decide by { $date } ({ $roles })
reminder-heading = Your decision is needed
reminder-lead =
    { $count ->
        [one] A change of contact for { $service } is still waiting for your decision. Role: { $roles }.
       *[other] A change of contact for { $service } is still waiting for your decision. Roles: { $roles }.
    }
reminder-rule = If not everyone has accepted by { $date }, the request expires and nothing changes.
reminder-code = Your code is in our earlier email about this request. If you cannot find it, ask for a new one on the request page.
reminder-doubt-text = Open the request and choose Refuse: nothing will change, and the other contact will be told.

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
        [one] The change you asked for has been made. { $to } now holds this role for { $service }: { $roles }.
       *[other] The change you asked for has been made. { $to } now holds these roles for { $service }: { $roles }.
    }
done-nothing-to-do = There is nothing more for you to do.
done-doubt-title = If you did not agree to this
done-doubt-text = Change your password at once, then contact customer support and quote the request number.
replaced-subject = { $service }: you are no longer a contact ({ $roles })
replaced-heading = You are no longer a contact
replaced-lead =
    { $count ->
        [one] At the request of { $by }, you no longer hold this role for { $service }: { $roles }.
       *[other] At the request of { $by }, you no longer hold these roles for { $service }: { $roles }.
    }
replaced-rest = Any other roles you hold stay as they are. There is nothing for you to do.
replaced-doubt-title = If you did not expect this
replaced-doubt-text = The administrator of a service may decide this without you. Ask { $by }, or contact customer support and quote the request number.

## The change was not made

nothing-changed = Nothing has changed. Codes sent for this request no longer work.
refused-subject = { $service }: the change of contact was refused ({ $roles })
refused-heading = The change of contact was refused
refused-lead = { $by } has refused the request for { $service }.
cancelled-subject = { $service }: the change of contact was cancelled ({ $roles })
cancelled-heading = The change of contact was cancelled
cancelled-lead = { $by } has cancelled the request for { $service }.
cancelled-by-administrator-lead = The administrator of { $service } has cancelled the request.
aborted-subject = { $service }: the change of contact was not made ({ $roles })
aborted-heading = The change of contact was not made
aborted-lead = The request for { $service } could not be carried out and has ended.
expired-subject = { $service }: the request to change the contact has expired ({ $roles })
expired-heading = The request has expired
expired-lead = Not everyone accepted the request for { $service } in time.
again-own = If you still want the change, ask again on the request page.
again-other = If the change is still wanted, { $by } can ask again.

reason-cancelled = The requester cancelled it.
reason-right-lost = The requester is no longer entitled to ask for this change.
reason-contact-changed = The contact to be replaced has changed in the meantime.
# Tells nobody whose debt it is.
reason-debt = A billing contact is not up to date with their payments. If you have an unpaid invoice, please pay it before the change is requested again.
reason-account-disabled = An account that had to accept is no longer active.
reason-linked-ended = Its linked request has ended.
reason-cancelled-by-administrator = The administrator of the service cancelled it.
reason-superseded = The administrator of the service has asked for another change in its place.
reason-staff = Customer support has ended it.

## The account itself

email-confirm-subject = Confirm your new email address
email-confirm-heading = Confirm your new email address
email-confirm-lead = This address was given as the new email address of customer { $account }. Once it is confirmed, our emails come here.
email-confirm-button = Confirm this address
email-confirm-hint = The code is filled in for you. You may have to sign in first.
email-confirm-doubt-title = If this means nothing to you
email-confirm-doubt-text = Ignore this email. Nothing changes without the code and the customer’s own sign-in.
email-announce-subject = A new email address was given for your account
email-announce-heading = Your email address is about to change
email-announce-lead = A new email address was given for your account. As soon as it is confirmed, our emails go there and no longer here.
email-announce-doubt-title = If this was not you
email-announce-doubt-text = Change your password at once, because someone has used your account. Then contact customer support.
button-profile = Open my profile
password-changed-subject = Your password was changed
password-changed-heading = Your password was changed
password-changed-lead = The password of your account was changed. Every device that was signed in has been signed out.
password-changed-doubt-title = If this was not you
password-changed-doubt-text = Contact customer support at once: someone has used your account.
password-reset-subject = Choose a new password
password-reset-heading = Choose a new password
password-reset-lead = Someone has asked for a new password for your account. If it was you, choose one on the page this email links to. Until then, your current password keeps working.
password-reset-button = Choose a new password
password-reset-hint = The code is filled in for you. Once a new password is chosen, the link no longer works.
password-reset-doubt-title = If this was not you
password-reset-doubt-text = Ignore this email: without the code, nobody can change your password.
name-changed-subject = Your name or organisation was changed
name-changed-lead = The name or the organisation of your account was changed. This is how it reads now.
name-changed-doubt-title = If you did not want this
name-changed-doubt-text = Change your password at once, because someone may have used your account. Then contact customer support.
invite-subject = Choose a password for your new account
invite-heading = Your account is ready
invite-lead = An account was created for you. Choose its password on the page this email links to, then sign in with your customer ID or this email address.
invite-button = Choose my password
invite-hint = The code is filled in for you. Once the link has expired, ask for another on the sign-in page: choose “Forgotten your password?”
invite-doubt-title = If you did not expect this
invite-doubt-text = Someone gave your address. Please tell customer support.
account-disabled-subject = Your account is disabled
account-disabled-lead = Someone asked for a new account or a new password with this address. The address belongs to your account, which is disabled: nobody can sign in to it, and no other account can use the address. If you want to use it again, contact customer support.
account-disabled-button = How to reach us
account-disabled-doubt-title = If this was not you
account-disabled-doubt-text = Ignore this email: nothing has changed, and whoever asked was not told that you have an account.
sign-up-confirm-subject = Confirm your email address to open your account
sign-up-confirm-heading = Confirm your email address
sign-up-confirm-lead = This address was given to open an account. Your account is ready as soon as you confirm the address.
sign-up-confirm-button = Confirm and open my account
sign-up-confirm-hint = The code is filled in for you. The account is opened only when you enter the password you chose and confirm.
sign-up-confirm-doubt-title = If this was not you
sign-up-confirm-doubt-text = Ignore this email: without the code no account is opened, and what was entered is deleted.
sign-up-known-subject = You already have an account
sign-up-known-heading = You already have an account
sign-up-known-lead = This address was given to open an account, but you already have one. Sign in with this email address and your password.
sign-up-known-forgotten-title = If you have forgotten your password
sign-up-known-forgotten-text = Choose a new one on this page:
sign-up-known-doubt-title = If this was not you
sign-up-known-doubt-text = Ignore this email: nothing has changed, and whoever gave your address was not told that you have an account.
welcome-subject = Your customer ID
welcome-heading = Welcome: here is your customer ID
welcome-lead = Your account is ready. Sign in with your customer ID, or with this email address, and your password.
welcome-use = Other customers need your customer ID to hand over a role to you. Keep this email.
button-sign-in = Sign in
welcome-doubt-title = If you did not open an account
welcome-doubt-text = Someone gave your address. Please tell customer support.

## The owner's details were edited: to its former and its present address. Nothing that stands in them is told.

owner-changed-subject = { $service }: the owner’s details have been changed
owner-changed-heading = The owner’s details have been changed
owner-first-subject = { $service }: the owner’s details have been entered
owner-first-heading = The owner’s details have been entered
owner-changed-lead = { $by }, the administrator of { $service }, has changed the owner’s details.
owner-first-lead = { $by }, the administrator of { $service }, has entered the owner’s details.
owner-changed-why = You receive this email because your address is, or was until now, the owner’s email address. If the change is right, there is nothing for you to do.
owner-doubt-title = If this is not right
owner-doubt-text = Ask { $by }, who alone may edit these details, or contact customer support and name the service. The owner is the legal holder of the service, so do not leave a wrong entry uncorrected.
owner-name = name
owner-organisation = organisation
owner-street = street
owner-postal-code = postal code
owner-city = town or city
owner-country = country
owner-phone = telephone
owner-email = email address

## A service runs out: to its billing contact

# `$date` is a day: 27 November 2026.
renewal-subject = { $service }: expires on { $date }
renewal-heading = A service is about to expire
renewal-lead =
    { $days ->
        [one] { $service } expires on { $date }, in { $days } day.
       *[other] { $service } expires on { $date }, in { $days } days.
    }
renewal-rule = To keep it, renew it before that day. If you have already arranged its renewal, there is nothing for you to do.
renewal-doubt-title = If you do not pay for this service
renewal-doubt-text = You receive this email as the billing contact. On the service’s page you can hand over this role to someone else.
button-service = Open the service
# The service has an unpaid invoice.
unpaid-subject = { $service }: unpaid invoice, stops on { $date }
unpaid-heading = A service is about to stop
unpaid-lead =
    { $days ->
        [one] { $service } has an unpaid invoice. If it stays unpaid, the service stops on { $date }, in { $days } day.
       *[other] { $service } has an unpaid invoice. If it stays unpaid, the service stops on { $date }, in { $days } days.
    }
unpaid-rule = To keep the service, pay the invoice before that day. Payments may take some time to reach us: if you have just paid, there is nothing more for you to do.
button-pay = Pay my invoices
