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
date-pattern = { NUMBER($day) } { $month } { NUMBER($year) }
# 27 November 2026, 14:05 UTC
date-time-pattern = { $date }, { $time } UTC

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

skip-link = Skip to content
home = { -brand }: my services
account-menu = My account
contact-management = Contact management
my-services = My services
my-requests = My requests
profile = Profile
help = Help
help-mail = What to do if an email does not arrive
help-roles = What each contact may do
help-states = What each state means
sign-out = Sign out
choose-language = Language
banner-decide =
    { $count ->
        [one] { $count } request is waiting for your decision.
       *[other] { $count } requests are waiting for your decision.
    }
banner-waiting =
    { $count ->
        [one] { $count } of your requests is waiting for the other contact.
       *[other] { $count } of your requests are waiting for the other contact.
    }
banner-show = View
live-lost = Connection lost. This page may be out of date. Reconnecting…
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
role-admin-long = administrator
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
category-email = Email
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
state-doing = Accepted by everyone
state-done = Done
state-refused = Refused
state-aborted = Cancelled
state-expired = Expired
state-error = Failed

## My services

services-caption = Services for which you are a contact
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
clear-filters = Show all
services-count =
    { $count ->
        [0] No services
        [one] { $count } service
       *[other] { $count } services
    }
services-more = More than { NUMBER($count) } services
services-none = You are not a contact for any service yet.
services-none-next = Services appear here when they are ordered with your customer ID, or when you take over a role.
services-no-match = No services match your search.
actions-for = Actions for { $service } ({ $category })
edit-contacts = Edit contacts
# A date follows.
expires-on = Expires on
owner-link = Owner
history = History
show-request = View the request
show-request-number = View request no. { $number }
change-pending = change pending

## Editing contacts

edit-title = Edit contacts for { $service }
edit-lead = Enter the customer ID of each new contact. Nothing changes until everyone who must accept has done so with a personal code.
edit-meanwhile = This service or its requests have changed since you opened this page.
field-admin = Administrator contact
field-tech = Technical contact
field-billing = Billing contact
field-hint = Customer ID, with or without { $suffix }
closed-not-yours = Only the administrator or the { $role } may hand over this role.
closed-admin = Only the administrator may hand over this role.
closed-pending = A request to change this role is already open.
replaces-pending = Request no. { $number } is open for this role. If you name another contact here, that request ends and those concerned are told.
use-me = Me
use-me-for = Me: { $field }
message-label = Message to the new contact (optional)
message-hint = Up to 500 characters, shown in the email and on the request page.
companion-dns-zone = Also change the DNS zone of the same name: both or neither
companion-domain = Also change the domain name of the same name: both or neither
submit-request = Confirm
preview-request = Preview
cancel-edit = Leave without changes
what-happens = What will happen
preview-nothing = Change a contact to see who must accept and who will be told.
preview-move = { $role }: { $from } → { $to }
preview-accept = Must accept: { $accounts }
preview-told = Told once it is done: { $accounts }
preview-replaces = This ends request no. { $number }, and those concerned are told.
preview-days =
    { $days ->
        [one] Everyone has { $days } day to accept; after that, the request expires.
       *[other] Everyone has { $days } days to accept; after that, the request expires.
    }
preview-count-linked =
    { $count ->
        [one] This makes { $count } request.
       *[other] This makes { $count } requests. Each is accepted separately, but all take effect together or not at all.
    }
preview-count =
    { $count ->
        [one] This makes { $count } request.
       *[other] This makes { $count } requests, each accepted separately.
    }
preview-debt-own = You have an unpaid invoice. Pay it before you change the billing contact.
preview-debt = Neither the old nor the new billing contact may have an unpaid invoice. This is checked when you send the request and again when the change is made.

## My requests

requests-caption = Requests that you sent or received, newest first
column-request = Request
column-date = Date
column-roles = Roles
column-from = From
column-to = To
column-state = State
filter-state = State
filter-open = Open
requests-none = No requests yet.
requests-none-next = Requests appear here when you hand over a role, or when someone hands one over to you.
requests-no-match = No requests in this state.
waiting-for-you = Waiting for you
waiting-for = Waiting for { $accounts }
decide-now = Accept or refuse
open-request = Open
request-number = No. { $number }

## A request

request-title = Request no. { $number }
request-service = Service
request-roles = Roles
request-by = Requested by
request-expires = Expires on
request-ended = Ended on
request-message = Message from { $account }
request-siblings = Asked together with it
# In place of a customer ID that the reader may not see.
other-customer = another customer
siblings-linked = They take effect together or not at all.
signatures-title = Who must accept
signed = Accepted
signed-not = Refused
signed-never = Did not accept
signed-not-yet = Not accepted yet
timeline-title = What happened
your-decision = Your decision
code-label = Validation code
code-hint = From the email we sent to { $address }. It is yours alone and works once.
accept = Accept
refuse = Refuse
refuse-ask = Refuse…
refuse-sure = Refusing ends the request for everyone and cannot be undone.
refuse-confirm = Refuse the change
resend-title = No email from us?
resend-text = We send your codes to { $address }. A new code replaces the old one.
resend = Send a new code
wrong-address = Wrong address? Change it in your profile.
cancel-ask = Cancel the request…
cancel-text = The request ends and nothing changes. The new contact is told.
cancel-text-administrator = As the administrator of this service, you may end this request. Nothing changes, and both contacts are told.
cancel-linked = Its linked requests end too: { $requests }.
cancel-reason = Reason (optional)
cancel-request = Cancel the request
# `$account` is the customer ID of whoever asks the reader.
block-ask = Block { $account }…
block-text = { $account } can no longer ask you for anything: you get no more emails and see no more requests from them. Those that you have not accepted disappear from here and expire. { $account } is not told.
block-limits = Your roles and what you have already accepted stay as they are. You can unblock this customer in your profile; requests hidden until then stay hidden.
block-confirm = Block { $account }
block-done = You have blocked { $account }.
block-undo = Change this in your profile
decided-already = You have accepted. Still to accept: { $accounts }.
waits-for-linked = Everyone has accepted this request. The change is made as soon as its linked request is accepted too.
ended-done = The change has been made.
ended-refused = { $account } refused. Nothing has changed.
ended-expired = Not everyone accepted in time. Nothing has changed; the requester can ask again.
ended-error = Something went wrong on our side. Nothing has changed; the requester can ask again.
only-watching = You see this request because you are a contact for the service. Still to accept: { $accounts }.
aborted-cancelled = The requester cancelled. Nothing has changed.
aborted-right-lost = The requester is no longer entitled to ask for this change. Nothing has changed.
aborted-contact-changed = The contact to be replaced has changed in the meantime. This request has changed nothing.
aborted-debt = A billing contact is not up to date with their payments. Nothing has changed.
aborted-account-disabled = An account that must accept is no longer active. Nothing has changed.
aborted-linked-ended = Its linked request has ended. Nothing has changed.
aborted-cancelled-by-administrator = The administrator of the service cancelled the request. Nothing has changed.
aborted-superseded = The administrator of the service has asked for another change in its place. This request has changed nothing.
aborted-staff = Customer support ended the request. Nothing has changed.
cancel-reason-given = Reason: { $reason }
pay-invoice = Pay my invoice
ask-again = Ask again
ask-otherwise = Make a different request
event-asked = { $account } requested the change
event-accepted = { $account } accepted
event-refused = { $account } refused
event-cancelled = { $account } cancelled
event-cancelled-by-administrator = The administrator of the service cancelled
event-aborted = The request was stopped
event-expired = The request expired
event-done = The change was made
event-error = The request failed
mail-asked = code
mail-resent = new code
mail-reminder = reminder
mail-done = confirmation
mail-replaced = replacement
mail-refused = refusal
mail-cancelled = cancellation
mail-aborted = change not made
mail-expired = expiry
mail-pending = Email to { $account } on its way ({ $subject })
mail-waiting = Email to { $account } not handed over yet, we keep trying ({ $subject })
mail-sent = Email sent to { $account } ({ $subject })
mail-owed = Email addressed to { $account } ({ $subject })
mail-dead = Email to { $account } could not be delivered ({ $subject })
mail-outdated = Email to { $account } not sent, as it was no longer needed ({ $subject })

## Notices: what has just been done

notice-registered = Your request is registered. Everyone who must accept receives a personal code by email; yours is on its way.
notice-waiting = You have accepted. The request is still waiting for the other contact.
notice-linked = You have accepted. The change is made as soon as its linked request is accepted too.
notice-done = Everyone has accepted, and the change has been made. Everyone concerned is told by email.
notice-refused = You have refused. The request has ended, and the other contact is told.
notice-cancelled = The request is cancelled, and those concerned are told.
notice-blocked = The customer is blocked: you receive no more requests from them. You can change this in your profile.
notice-resent = A new code is on its way to { $address }. The old one no longer works.

## Problems

problem-title = There is a problem
problem-signed-out = You are no longer signed in. Sign in and try again.
problem-not-found = This does not exist, or you do not have access to it.
problem-nothing-changed = You have not changed anything. Change at least one contact.
problem-not-your-role = You may not hand over the role of { $role } for this service.
problem-contact-changed = The { $role } has changed to { $account } since you opened this page. Check what you entered, then send it again.
problem-busy = A request to change the { $role } is already open.
problem-of-companion = For the service of the same name: { $problem } Untick it to change only this service.
problem-companion-gone = The service of the same name can no longer be changed together with this one. Nothing was sent. Reload the page.
problem-busy-link = View the open request
problem-debt-own = You have an unpaid invoice. Pay it, then ask for the change again.
problem-debt = The billing contact cannot be changed at the moment: one of the billing contacts is not up to date with their payments.
problem-wrong-code =
    { $left ->
        [0] This code is incorrect, and that was your last try. Ask for a new code.
        [one] This code is incorrect. You have { $left } try left.
       *[other] This code is incorrect. You have { $left } tries left.
    }
problem-code-void = This code no longer works: there were too many wrong tries. Ask for a new one.
problem-code-replaced = A newer code has replaced this one. Use the code from our latest email, or ask for a new one.
problem-decided = You have already decided on this request.
problem-ended = The request has already ended ({ $state }).
problem-not-requester = Only the requester may do this.
problem-too-many-blocked = You have blocked { NUMBER($count) } customers, which is the most an account can block. Unblock one in your profile first.
problem-too-many =
    { $minutes ->
        [one] Too many attempts. Try again in { $minutes } minute.
       *[other] Too many attempts. Try again in { $minutes } minutes.
    }
problem-contended = Somebody else is changing this at the moment. Nothing was changed. Try again in a few seconds.
problem-overloaded = The server is very busy at the moment. Nothing was changed. Try again in a few seconds.
problem-cross-site = This came from another website and was not carried out.
problem-malformed = We could not read what was sent. Reload the page and try again.
problem-unreachable = No connection to the server. What you entered is still here; try again.
problem-internal = Something went wrong on our side. If you were changing something, see whether it was done before you try again. If it happens again, tell us this number: { $id }
wrong-empty = { $field }: please fill this in.
wrong-format-id = { $field }: enter a customer ID, such as xx11111-ovh.
wrong-format-code = { $field }: enter the 28 letters and digits from our email.
wrong-format-text = { $field }: this contains characters that are not allowed. Remove them.
wrong-too-long = { $field }: this is too long. Shorten it.
wrong-too-long-note = { $field }: this is too long. Use at most { NUMBER($count) } characters.

## Not found

not-found-title = Page not found
not-found-text = This page does not exist, or you do not have access to it. If you followed a link in an email, sign in with the account that received it.
not-found-home = Go to my services
