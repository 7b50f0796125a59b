### The texts of the pages that only the server renders, in English: the reference language.

## The foot of every page

footer-promise = Nothing changes until everyone has accepted.
choose-theme = Appearance
theme-system = System
theme-light = Light
theme-dark = Dark

## Signing in

sign-in-lead = Manage who administers, runs and pays for each of your services.
sign-in-first = Sign in to continue. You will then return to this page.
login-label = Customer ID or email address
password-label = Password
email-new = New email address
password-new = New password
login-hint = For example xx11111-ovh
wrong-format-login = { $field }: enter a customer ID such as xx11111-ovh, or an email address such as name@example.org.
forgotten-link = Forgotten your password?
sign-up-link = Create an account

## Creating an account

sign-up-title = Create an account
sign-up-lead = We will email you a customer ID. With it you can become the administrator, technical or billing contact for services.
name-hint = Yours, or your company’s
address-hint = We send a confirmation email there now, and your codes later.
sign-up-submit = Create the account
sign-up-already = I already have an account
sign-up-sent = We have sent an email to { $address }. Follow its link within 24 hours to continue.
sign-up-confirm-title = Open your account
sign-up-confirm-address = Enter your password to confirm the address { $address } and open your account.
sign-up-confirm-code = Enter the code from our email and your password to confirm your address and open your account.
sign-up-confirm-password = The one you chose when you created the account
sign-up-confirm-other = If your password is not accepted, it was mistyped the first time, or someone else asked for an account with your address. Create the account again, then follow the link in our latest email.
sign-up-confirm-submit = Confirm and open my account
sign-up-done-title = Your account is open
sign-up-done-lead = This is your customer ID:
sign-up-done-text = We have emailed it to you as well. Other customers need it to hand over a role to you. Sign in with it, or with your email address, and the password you chose.
sign-up-stale = If you have already opened your account, sign in. If not, fill in the form again and we will send you a new link.

## Forgotten passwords

forgotten-title = Forgotten your password?
forgotten-lead = Enter your customer ID or email address. We will email you a link to choose a new password.
forgotten-submit = Send the link
forgotten-sent = If there is an account for { $login }, an email is on its way to its address. Follow the link within an hour to choose a new password.
reset-title = Choose a new password
reset-lead = Once you have chosen it, the old one no longer works and all your devices are signed out.
reset-stale = If you have not changed your password yet, ask for a new link. A link works once, and only for an hour.
reset-again = Send me a new link
invite-title = Choose your password
invite-lead = Your account { $account } is ready. Choose its password: nobody knows one yet.
choose-own-title = Choose your own password
choose-own-lead = The password you signed in with was given to { $account } by customer support. To continue, choose one that only you know.
sent-title = Check your email
sent-to-you = you
sent-nothing = No email yet? It may take a few minutes, or be in your spam folder. We send at most three of these emails an hour.
sent-again = Back to the form
stale-title = This link can no longer be used

## Profile

profile-id = Customer ID
profile-name = Name
profile-email = Email address
profile-organisation = Organisation
name-title = Name and organisation
name-text = We use these to address you.
name-submit = Save name and organisation
email-title = Email address
email-text = We send your codes and notices to this address.
email-pending = { $address } is not confirmed yet. Open the link in the email we sent there.
email-submit = Change the address
language-title = Language
language-text = Pages and emails are in this language.
password-title = Password
password-hint = At least 12 characters. A few unrelated words are a good choice.
password-current = Current password
password-submit = Change the password
sessions-title = Where you are signed in
sessions-text = If you do not recognise a device, sign it out and choose a new password.
sessions-device = Device
sessions-since = Signed in
sessions-used = Last used
sessions-unknown = Unknown device
sessions-here = This device
sessions-end = Sign out
sessions-end-label = Sign out: { $device }
sessions-end-others = Sign out all other devices
blocked-title = Blocked customers
blocked-text = A customer you have blocked can no longer ask you for anything: you get no emails and see none of their requests. They are not told. Requests that were hidden stay hidden after you unblock them.
blocked-none = You have not blocked anyone.
blocked-since = Blocked on
block-submit = Block this customer
unblock = Unblock
unblock-label = Unblock: { $account }
confirm-email-title = Confirm your email address
confirm-email-text = Confirm the new address to use it from now on.
confirm-email-address = Confirm to receive our emails at { $address } from now on. Codes sent to the former address stop working.
confirm-email-submit = Confirm the address
email-stale = If your profile still shows the former address, change it there again and we will send you a new link.
notice-email-asked = We have sent an email to the new address. Open its link to confirm the change.
notice-email-confirmed = Your email address has been changed. Codes sent to the old one no longer work; ask for new ones on the request page.
notice-password = Your password has been changed, and all your other devices are signed out.
notice-session-ended = The device is signed out.
notice-sessions-ended = All your other devices are signed out.
notice-password-reset = Your password has been changed, and all your devices are signed out. Sign in with the new password.
notice-password-chosen = Your password is set. Sign in with it.
notice-name = Your name and organisation are saved.
notice-customer-blocked = The customer is blocked: you receive no more requests from them.
notice-customer-unblocked = The customer is unblocked. Requests hidden until now stay hidden.
notice-signed-out = You are signed out.

## Help

help-title = Help
help-lead = Who may do what, how to hand over a role, and what to do when something does not go as expected.
help-on-this-page = On this page
help-roles-title = The three contacts
help-roles-text = Every service has exactly one account in each role. One account may hold all three.
help-drawing-title = A service and its three contacts
help-drawing-service = Service
help-drawing-admin = manages it
help-drawing-tech = runs it
help-drawing-billing = pays for it
help-admin = Manages the service as a whole. May name another technical or billing contact, take over either role, hand over the administrator role, and edit the owner’s details of a domain name.
help-tech = Runs the service. May hand over this role, and no other.
help-billing = Pays for the service and is told before it expires. May hand over this role, and no other.
help-owner = The owner is the legal holder of a domain name; this is neither a contact nor a role. The administrator edits the owner’s details, and every change is announced to the owner’s old and new email addresses.
help-id-title = The customer ID
help-id-text = Your customer ID is two letters, digits and an ending, for example xx11111-ovh. We emailed it to you when your account was created, and it is at the top of every page. To hand over a role, ask the new contact for their customer ID.
help-steps-title = How to hand over a role
help-step-1 = Under My services, open Edit contacts and enter the customer ID of the new contact. You may add a message. Before you confirm, the page shows who must accept, who will be told, and what stands in the way.
help-step-2 = You and the new contact each receive an email with a personal code. Its link opens the request with the code filled in.
help-step-3 = You both accept: asking is not accepting, so you countersign too. If you are the administrator and take over a role yourself, only you accept. If anyone refuses, the request ends.
help-step-4 = With the last acceptance the change is made at once. Everyone concerned is told, including the replaced contact.
help-step-5 = A domain name and its DNS zone can change together: both change, or neither does.
help-states-title = What each state means
help-state-validating = Someone has yet to accept. The request shows who, and until when.
help-state-doing = Everyone has accepted this request. The change is made as soon as its linked request is accepted too.
help-state-done = The change has been made. The service’s history shows who asked and who accepted.
help-state-refused = One of the two refused. Nothing has changed.
help-state-aborted = The requester cancelled, or something prevented the change: a contact had changed, an account was closed, or an invoice was unpaid. The request says which. Nothing has changed.
help-state-expired = Not everyone accepted in time. Nothing has changed; the requester can ask again.
help-state-error = Something went wrong on our side. Nothing has changed; the requester can ask again.
help-mail-title = If an email does not arrive
help-mail-1 = Look in your spam folder.
help-mail-2 = On the request page, “What happened” shows whether our email was sent, is on its way, or could not be delivered.
help-mail-3 = Check the address in your profile. If it is no longer yours, change it there.
help-mail-4 = Then ask for a new code on the request page. It replaces the old one.
help-codes-title = Codes
help-codes-text = A code is yours alone and works once. After five wrong tries it no longer works: ask for a new one on the request page. Opening a link decides nothing; only Accept or Refuse does. Never share a code: nobody else needs it, not even us.
help-billing-title = Unpaid invoices
help-billing-text = The billing contact can be changed only when neither the old nor the new one has an unpaid invoice. This is checked when the request is sent and again when the change is made. Only the customer who owes an invoice is told about it.
help-support-title = Customer support
help-support-text = Our team answers here:
help-history-title = Who changed what
help-history-text = Every service has a history: who asked, who accepted, when, and from whom to whom. Its current contacts can read and download it under My services.

## History

history-title = History of { $service }
history-lead = Who asked, who accepted, and when. Visible to the service’s current contacts.
history-when = When
history-role = Change
history-asked-by = Requested by
history-accepted-by = Accepted by
history-added = new service
history-owner = Owner: { $fields }
history-csv = Download as CSV

## The owner of a service

owner-title = Owner of { $service }
owner-lead = The owner is the legal holder of the service. The three contacts can see these details; only the administrator may edit them.
owner-none = No owner details yet.
owner-none-yours = No owner details yet. Please enter those of the legal holder.
owner-none-other = The administrator, { $account }, can enter the details.
owner-edit-title = Edit the details
owner-enter-title = Enter the details
owner-not-yours = Only the administrator, { $account }, may edit these details.
# A date and a customer ID stand in the place of `$date` and `$account`.
owner-last-edit = Last edited on { $date } by { $account }.
owner-told = Every change is announced to the owner’s old and new email addresses.
owner-submit = Save
owner-back = Back to the service’s contacts
owner-name = Name
owner-name-hint = The person, or the organisation’s representative
owner-organisation = Organisation (optional)
owner-street = Street and number
owner-street-hint = One to three lines
owner-postal-code = Postal code
owner-postal-code-hint = Leave empty if there is none
owner-city = Town or city
owner-country = Country
owner-country-choose = Choose a country
owner-phone = Telephone
owner-phone-hint = For example +33 6 12 34 56 78
owner-email = Owner’s email address
owner-now-title = What is saved now
# What another edit has changed while the form was open; `$fields` are labels of fields.
owner-meanwhile =
    { $count ->
        [one] On { $date }, { $account } changed this detail: { $fields }.
       *[other] On { $date }, { $account } changed these details: { $fields }.
    }
notice-owner = The owner’s details have been saved, and the owner is told by email.
problem-changed = Someone has saved other details since you opened this page. What you entered is still in the form: compare it with what is saved now, then save again.
problem-credentials = The customer ID, email address or password is incorrect.
problem-stale-link = The link has already been used, was replaced by a newer one, or has expired.
wrong-too-short = { $field }: this is too short. Make it longer.
wrong-guessable = { $field }: this is too easy to guess. Use a few unrelated words.
wrong-related = { $field }: it is made of your name, your address, your customer ID or a name of this service. Choose a few words that have nothing to do with you or with us.
wrong-pattern = { $field }: it is a common word with a year, digits or signs. Choose a few unrelated words.
wrong-mismatch = { $field }: this is incorrect. Try again.
wrong-unchanged = { $field }: this is already the current one. Enter a different one.
wrong-same-password = { $field }: it is the one you have now. Choose another.
wrong-taken = { $field }: another account already uses this address.
wrong-own = { $field }: this is your own customer ID. Enter another one.
wrong-blocked = { $field }: you have already blocked this customer.
wrong-format-email = { $field }: enter an email address, such as name@example.org.
problem-not-administrator = Only the administrator of the service may do this.
wrong-format-phone = { $field }: enter a telephone number with + and the country code, such as +33 6 12 34 56 78.
wrong-format-postal-code = { $field }: enter a postal code of the country you chose.
wrong-format-country = { $field }: choose a country from the list.
# A line for each country: its code of two letters and its name, in the order in which a reader looks for them.
country-names =
    AF Afghanistan
    AX Åland Islands
    AL Albania
    DZ Algeria
    AS American Samoa
    AD Andorra
    AO Angola
    AI Anguilla
    AQ Antarctica
    AG Antigua and Barbuda
    AR Argentina
    AM Armenia
    AW Aruba
    AU Australia
    AT Austria
    AZ Azerbaijan
    BS Bahamas
    BH Bahrain
    BD Bangladesh
    BB Barbados
    BY Belarus
    BE Belgium
    BZ Belize
    BJ Benin
    BM Bermuda
    BT Bhutan
    BO Bolivia
    BA Bosnia and Herzegovina
    BW Botswana
    BV Bouvet Island
    BR Brazil
    IO British Indian Ocean Territory
    VG British Virgin Islands
    BN Brunei
    BG Bulgaria
    BF Burkina Faso
    BI Burundi
    KH Cambodia
    CM Cameroon
    CA Canada
    CV Cape Verde
    BQ Caribbean Netherlands
    KY Cayman Islands
    CF Central African Republic
    TD Chad
    CL Chile
    CN China
    CX Christmas Island
    CC Cocos (Keeling) Islands
    CO Colombia
    KM Comoros
    CG Congo (Brazzaville)
    CD Congo (Kinshasa)
    CK Cook Islands
    CR Costa Rica
    CI Côte d’Ivoire
    HR Croatia
    CU Cuba
    CW Curaçao
    CY Cyprus
    CZ Czechia
    DK Denmark
    DJ Djibouti
    DM Dominica
    DO Dominican Republic
    EC Ecuador
    EG Egypt
    SV El Salvador
    GQ Equatorial Guinea
    ER Eritrea
    EE Estonia
    SZ Eswatini
    ET Ethiopia
    FK Falkland Islands
    FO Faroe Islands
    FJ Fiji
    FI Finland
    FR France
    GF French Guiana
    PF French Polynesia
    TF French Southern Territories
    GA Gabon
    GM Gambia
    GE Georgia
    DE Germany
    GH Ghana
    GI Gibraltar
    GR Greece
    GL Greenland
    GD Grenada
    GP Guadeloupe
    GU Guam
    GT Guatemala
    GG Guernsey
    GN Guinea
    GW Guinea-Bissau
    GY Guyana
    HT Haiti
    HM Heard and McDonald Islands
    HN Honduras
    HK Hong Kong
    HU Hungary
    IS Iceland
    IN India
    ID Indonesia
    IR Iran
    IQ Iraq
    IE Ireland
    IM Isle of Man
    IL Israel
    IT Italy
    JM Jamaica
    JP Japan
    JE Jersey
    JO Jordan
    KZ Kazakhstan
    KE Kenya
    KI Kiribati
    KW Kuwait
    KG Kyrgyzstan
    LA Laos
    LV Latvia
    LB Lebanon
    LS Lesotho
    LR Liberia
    LY Libya
    LI Liechtenstein
    LT Lithuania
    LU Luxembourg
    MO Macao
    MG Madagascar
    MW Malawi
    MY Malaysia
    MV Maldives
    ML Mali
    MT Malta
    MH Marshall Islands
    MQ Martinique
    MR Mauritania
    MU Mauritius
    YT Mayotte
    MX Mexico
    FM Micronesia
    MD Moldova
    MC Monaco
    MN Mongolia
    ME Montenegro
    MS Montserrat
    MA Morocco
    MZ Mozambique
    MM Myanmar
    NA Namibia
    NR Nauru
    NP Nepal
    NL Netherlands
    NC New Caledonia
    NZ New Zealand
    NI Nicaragua
    NE Niger
    NG Nigeria
    NU Niue
    NF Norfolk Island
    KP North Korea
    MK North Macedonia
    MP Northern Mariana Islands
    NO Norway
    OM Oman
    PK Pakistan
    PW Palau
    PS Palestine
    PA Panama
    PG Papua New Guinea
    PY Paraguay
    PE Peru
    PH Philippines
    PN Pitcairn
    PL Poland
    PT Portugal
    PR Puerto Rico
    QA Qatar
    RE Réunion
    RO Romania
    RU Russia
    RW Rwanda
    BL Saint Barthélemy
    SH Saint Helena
    KN Saint Kitts and Nevis
    LC Saint Lucia
    MF Saint Martin
    PM Saint Pierre and Miquelon
    VC Saint Vincent and the Grenadines
    WS Samoa
    SM San Marino
    ST São Tomé and Príncipe
    SA Saudi Arabia
    SN Senegal
    RS Serbia
    SC Seychelles
    SL Sierra Leone
    SG Singapore
    SX Sint Maarten
    SK Slovakia
    SI Slovenia
    SB Solomon Islands
    SO Somalia
    ZA South Africa
    GS South Georgia and the South Sandwich Islands
    KR South Korea
    SS South Sudan
    ES Spain
    LK Sri Lanka
    SD Sudan
    SR Suriname
    SJ Svalbard and Jan Mayen
    SE Sweden
    CH Switzerland
    SY Syria
    TW Taiwan
    TJ Tajikistan
    TZ Tanzania
    TH Thailand
    TL Timor-Leste
    TG Togo
    TK Tokelau
    TO Tonga
    TT Trinidad and Tobago
    TN Tunisia
    TR Türkiye
    TM Turkmenistan
    TC Turks and Caicos Islands
    TV Tuvalu
    UG Uganda
    UA Ukraine
    AE United Arab Emirates
    GB United Kingdom
    US United States
    UM United States Outlying Islands
    VI United States Virgin Islands
    UY Uruguay
    UZ Uzbekistan
    VU Vanuatu
    VA Vatican City
    VE Venezuela
    VN Vietnam
    WF Wallis and Futuna
    EH Western Sahara
    YE Yemen
    ZM Zambia
    ZW Zimbabwe
