### The texts of the interface, in English: the reference language.
### A key here must be in every other language, with the same placeholders; the build says what is missing.
### `NUMBER($x)` or a select makes `$x` a number; every other placeholder is a text.

# The language's own name, for the language menu.
language-name = English

## Dates. The months stand only inside `date-pattern`: write them in the form that they take there.

month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
# 27 November 2026
date-pattern = { NUMBER($day) } { $month } { NUMBER($year) }
# 27 November 2026, 14:05 UTC
date-time-pattern = { $date }, { $time } UTC

## How long something is still open.

left-days =
    { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
left-hours =
    { $hours ->
        [one] { $hours } hour left
       *[other] { $hours } hours left
    }
left-under-an-hour = less than an hour left

## Everywhere

skip-link = Skip to the content
home = { -brand }, my services
account-menu = My account
contact-management = Contact management
my-services = My services
my-requests = My requests
profile = Profile
help = Help
help-mail = What to do when a mail does not come
help-roles = What the three contacts may do
help-states = What the states mean
sign-out = Sign out
choose-language = Language
choose-theme = Appearance
theme-system = System
theme-light = Light
theme-dark = Dark
footer-promise = No contact changes without every acceptance it needs.
banner-decide =
    { $count ->
        [one] { $count } request waits for your decision.
       *[other] { $count } requests wait for your decision.
    }
banner-waiting =
    { $count ->
        [one] { $count } of your requests waits for the other contact.
       *[other] { $count } of your requests wait for the other contact.
    }
banner-show = Show
live-lost = Connection lost: what you see may be out of date. Trying again…
loading = Loading…
error-title = Error: { $title }
page-title = { $title } · { -brand }
me-mark = me
previous-page = Previous
next-page = Next
pages = Pages
back-to-requests = Back to my requests

## Signing in

sign-in = Sign in

## Roles, categories, states

role-admin = Administrator
role-tech = Technical
role-billing = Billing
role-admin-long = administrator contact
role-tech-long = technical contact
role-billing-long = billing contact
category-domain = Domain name
category-dns-zone = DNS zone
category-pair = Domain name and DNS zone
category-hosting = Web hosting
category-database = Database
category-vps = VPS
category-dedicated-server = Dedicated server
category-public-cloud = Public cloud project
category-email = E-mail
category-telephony = Telephony
category-internet-access = Internet access
status-ok = Active
status-in-creation = Being created
status-expired = Expired
status-pending-debt = Payment pending
status-unpaid = Unpaid
state-todo = To do
state-check-validity = Being checked
state-validating = Waiting for acceptance
state-doing = Being applied
state-done = Done
state-refused = Refused
state-aborted = Cancelled
state-expired = Expired
state-error = Failed

## My services

services-caption = The services for which you are a contact
column-name = Service
column-category = Category
column-status = Status
column-expiry = Expires
column-actions = Actions
search-label = Search
search-hint = Service or customer ID
filter-category = Category
filter-role = My role
filter-all = All
apply-filters = Filter
clear-filters = Clear the search
services-count =
    { $count ->
        [0] No service
        [one] { $count } service
       *[other] { $count } services
    }
services-more = More than { NUMBER($count) } services
services-none = You are not a contact of any service yet.
services-none-next = As soon as a service is ordered with your customer ID, or a role is handed over to you, it appears here.
services-no-match = No service matches your search.
actions-for = Actions for { $service } ({ $category })
edit-contacts = Edit contacts
# A date follows.
expires-on = Expires on
owner-link = Owner
history = History
show-request = Show the request
show-request-number = Show request no. { $number }
change-pending = change pending

## Editing contacts

edit-title = Edit the contacts of { $service }
edit-lead = Type the customer ID of each new contact. Nothing changes until everyone who must agree has accepted with a personal code.
edit-meanwhile = Meanwhile this service, or what is asked for it, has changed.
field-admin = Administrator contact
field-tech = Technical contact
field-billing = Billing contact
field-hint = Customer ID, with or without { $suffix }
closed-not-yours = Only the administrator and the { $role } may hand this role over.
closed-admin = Only the administrator may hand this role over.
closed-pending = A change of this role is already waiting.
use-me = Me
use-me-for = Me, as: { $field }
message-label = Message to the new contact (optional)
message-hint = Up to 500 characters. It is in the mail and on the request's page.
companion-dns-zone = Change the DNS zone of the same name as well: all or nothing
companion-domain = Change the domain name of the same name as well: all or nothing
submit-request = Confirm
preview-request = Check first
cancel-edit = Back without changing anything
what-happens = What will happen
preview-nothing = Change a field to see who must accept and who is told.
preview-move = { $role }: { $from } → { $to }
preview-accept = Must accept: { $accounts }
preview-told = Told when it is done: { $accounts }
preview-days =
    { $days ->
        [one] Everyone has { $days } day to accept, then the request expires.
       *[other] Everyone has { $days } days to accept, then the request expires.
    }
preview-count-linked =
    { $count ->
        [one] This makes { $count } request.
       *[other] This makes { $count } requests. Each is accepted on its own, and all take effect together or none does.
    }
preview-count =
    { $count ->
        [one] This makes { $count } request.
       *[other] This makes { $count } requests, each accepted on its own.
    }
preview-debt-own = You have an unpaid invoice. The billing contact can be changed once it is paid.
preview-debt = Neither the old nor the new billing contact may have an unpaid invoice. This is checked when you send the request, and again when it is applied.

## My requests

requests-caption = The requests that you sent or received, newest first
column-request = Request
column-date = Date
column-roles = Roles
column-from = From
column-to = To
column-state = State
filter-state = State
filter-open = Open
requests-none = There is no request yet.
requests-none-next = When you hand a role over, or someone hands one over to you, the request appears here.
requests-no-match = No request is in this state.
waiting-for-you = Waiting for you
waiting-for = Waiting for { $accounts }
decide-now = Accept or refuse
open-request = Open
request-number = No. { $number }

## A request

request-title = Request no. { $number }
request-service = Service
request-roles = Roles handed over
request-from = From
request-to = To
request-by = Asked by
request-asked = Asked on
request-expires = Can be accepted until
request-ended = Ended on
request-message = Message from { $account }
request-linked = Goes together with
signatures-title = Who must accept
signed = Accepted
signed-not = Refused
signed-never = Did not accept
signed-not-yet = Has yet to accept
timeline-title = What happened
your-decision = Your decision
code-label = Validation code
code-hint = From the mail that we sent to { $address }. It is yours alone and can be used once.
accept = Accept
refuse = Refuse
refuse-ask = Refuse…
refuse-sure = A refusal ends the request for everyone. It cannot be taken back.
refuse-confirm = Refuse the change
resend-title = No mail?
resend-text = We send codes to { $address }. A new code replaces the former one.
resend = Send the mail again
wrong-address = Wrong address? Change it in your profile.
cancel-ask = Cancel the request…
cancel-text = The request ends, and the other contact is told.
cancel-linked = The requests that stand together with it end as well: { $requests }.
cancel-reason = Reason (optional)
cancel-request = Cancel the request
decided-already = You have accepted. The request waits for: { $accounts }.
waits-for-linked = Everyone has accepted this request. It is applied together with its companion request, as soon as that one is accepted too.
ended-done = The change is made.
ended-refused = { $account } refused. Nothing has changed.
ended-expired = Not everyone accepted in time. Nothing has changed; the requester can ask again with one press.
ended-error = Something failed on our side. Nothing has changed.
only-watching = You see this request because you are a contact of the service. It waits for: { $accounts }.
aborted-cancelled = The requester cancelled. Nothing has changed.
aborted-right-lost = The requester may no longer ask for this change. Nothing has changed.
aborted-contact-changed = The contact has changed meanwhile. Nothing has been changed by this request.
aborted-debt = A billing contact is not up to date with its payments. Nothing has changed.
aborted-account-disabled = An account that must agree is no longer active. Nothing has changed.
aborted-linked-ended = Its companion request has ended. Nothing has changed.
cancel-reason-given = Reason: { $reason }
pay-invoice = Pay my invoice
ask-again = Ask again
ask-otherwise = Ask for something else
event-asked = { $account } asked for the change
event-accepted = { $account } accepted
event-refused = { $account } refused
event-cancelled = { $account } cancelled
event-aborted = Stopped
event-expired = Time ran out
event-done = The change was made
event-error = Failed
mail-asked = code
mail-resent = new code
mail-reminder = reminder
mail-done = confirmation
mail-replaced = information
mail-refused = refusal
mail-cancelled = cancellation
mail-aborted = information
mail-expired = expiry
mail-pending = Mail to { $account } on its way ({ $subject })
mail-sent = Mail sent to { $account } ({ $subject })
mail-owed = Mail to { $account } ({ $subject })
mail-dead = Mail to { $account } could not be delivered ({ $subject })

## Notices: what has just been done

notice-registered = Your request is registered. Everyone who must agree receives a mail with a personal code; yours is on its way.
notice-waiting = You have accepted. The request is still waiting for the other contact.
notice-linked = You have accepted. The change is made as soon as its companion request is accepted too.
notice-done = Everyone has accepted, and the change is made. All concerned are told by mail.
notice-refused = You have refused. The request has ended, and the other contact is told.
notice-cancelled = The request is cancelled, and the other contact is told.
notice-resent = A new code is on its way to { $address }. The former one no longer works.

## Problems

problem-title = There is a problem
problem-signed-out = You are not signed in any more. Sign in and try again.
problem-credentials = Customer ID, e-mail address or password is not right.
problem-not-found = This does not exist, or you may not see it.
problem-nothing-changed = Nothing is changed yet: change at least one field.
problem-not-your-role = You may not hand over the role of { $role } of this service.
problem-contact-changed = The { $role } is { $account } by now: this changed after you had opened the page. Check what you typed, and send it again.
problem-busy = A change of the { $role } is already waiting for acceptance.
problem-of-companion = About the service of the same name that is to change along: { $problem } Untick it to change this service alone.
problem-companion-gone = The service of the same name can no longer be changed along with this one. Nothing was sent. Load the page again.
problem-busy-link = Go to the request that is waiting
problem-debt-own = You have an unpaid invoice. Pay it, then ask for the change again.
problem-debt = The billing contact cannot be changed at the moment: one of the billing contacts is not up to date with its payments.
problem-wrong-code =
    { $left ->
        [0] This is not the right code. That was the last try: ask for a new code.
        [one] This is not the right code. { $left } try is left.
       *[other] This is not the right code. { $left } tries are left.
    }
problem-code-void = This code can no longer be used: there were too many wrong tries. Ask for a new one.
problem-code-replaced = This code was replaced by a newer one. Use the code of our latest mail, or ask for a new one.
problem-decided = You have already decided.
problem-ended = The request has already ended ({ $state }).
problem-not-requester = Only the requester may do this.
problem-stale-link = This link can no longer be used: it was used already, a newer one was sent, or its time is over.
problem-too-many =
    { $minutes ->
        [one] Too many attempts. Try again in { $minutes } minute.
       *[other] Too many attempts. Try again in { $minutes } minutes.
    }
problem-cross-site = The request came from another site and was not carried out.
problem-malformed = The server did not understand what was sent. Reload the page and try again.
problem-unreachable = There is no connection to the server. What you typed is still here; try again.
problem-internal = Something failed on our side, and nothing was changed. If it happens again, tell us this number: { $id }
wrong-empty = { $field }: this is missing.
wrong-format-id = { $field }: this is not a customer ID. It looks like xx11111-ovh.
wrong-format-email = { $field }: this is not an e-mail address. It looks like name@example.org.
wrong-format-code = { $field }: this is not one of our codes. A code has 28 letters and digits.
wrong-format-text = { $field }: this holds characters that cannot be used.
wrong-too-long = { $field }: this is too long.
wrong-too-long-note = { $field }: this is too long. Use at most { NUMBER($count) } characters.
wrong-too-short = { $field }: this is too short.
wrong-guessable = { $field }: this is too easily guessed. Take a few unrelated words.
wrong-mismatch = { $field }: this is not right.
wrong-unchanged = { $field }: this is the current one.
wrong-taken = { $field }: another account uses this address.

## Not found

not-found-title = Page not found
not-found-text = There is nothing here, or it is not yours to see. If a link in a mail brought you here, make sure that you are signed in with the account that received it.
not-found-home = Go to my services
