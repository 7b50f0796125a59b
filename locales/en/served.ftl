### The texts of the pages that only the server renders, in English: the reference language.

## Signing in

sign-in-lead = Manage who administers, runs and pays for each of your services.
sign-in-first = Sign in to go on. You come back to this page afterwards.
login-label = Customer ID or e-mail address
password-label = Password
email-new = New e-mail address
password-new = New password
login-hint = For example xx11111-ovh

## Profile

profile-id = Customer ID
profile-name = Name
profile-email = E-mail address
email-title = E-mail address
email-text = Your codes and notices go to this address.
email-pending = { $address } waits for your confirmation: open the link in the mail that we sent there.
email-password = Your password
email-submit = Change the address
language-title = Language
language-text = Pages and mails are in this language.
password-title = Password
password-hint = At least 12 characters. A few unrelated words are a good choice.
password-current = Current password
password-submit = Change the password
confirm-email-title = Confirm your e-mail address
confirm-email-text = Press the button to use the new address from now on.
confirm-email-submit = Confirm the address
notice-email-asked = We have sent a mail to the new address. Open its link to confirm the address.
notice-email-confirmed = Your e-mail address is changed. Codes sent to the former one no longer work; ask for new ones on the request's page.
notice-password = Your password is changed. Your other sessions have ended.
notice-signed-out = You are signed out.

## Help

help-title = Help
help-roles-title = The three contacts
help-roles-text = Every service has exactly one account in each role. One account may hold all three.
help-admin = The administrator manages the service as a whole, names the other contacts, and may edit the owner's details.
help-tech = The technical contact runs the service, and may name another technical contact in its place.
help-billing = The billing contact pays for the service, is told of renewals, and may name another billing contact in its place.
help-id-title = The customer ID
help-id-text = Your customer ID is two letters, digits and an ending, for example xx11111-ovh. You received it by mail when your account was created, and it stands at the top of every page. To hand a role over you need the customer ID of the new contact.
help-steps-title = How a role is handed over
help-step-1 = Under My services, open Edit contacts and type the customer ID of the new contact.
help-step-2 = You and the new contact each receive a mail with a personal code. Its link opens the request with the code filled in.
help-step-3 = Both accept. When an administrator takes a role back, its own acceptance is enough. A refusal ends the request.
help-step-4 = With the last acceptance the change is made, and everyone concerned is told.
help-codes-title = Codes
help-codes-text = A code is yours alone and can be used once. After five wrong tries it is void, and you ask for a new one on the request's page. Opening a link decides nothing: only Accept or Refuse does.
help-billing-title = Unpaid invoices
help-billing-text = The billing contact can only be changed when neither the old nor the new one has an unpaid invoice.
