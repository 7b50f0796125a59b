### The texts of the pages that only the server renders, in English: the reference language.

## Signing in

sign-in-lead = Manage who administers, runs and pays for each of your services.
sign-in-first = Sign in to go on. You come back to this page afterwards.
login-label = Customer ID or e-mail address
password-label = Password
email-new = New e-mail address
password-new = New password
login-hint = For example xx11111-ovh
wrong-format-login = { $field }: this is neither a customer ID nor an e-mail address. It looks like xx11111-ovh or name@example.org.
forgotten-link = Forgotten your password?
sign-up-link = Create an account

## Creating an account

sign-up-title = Create an account
sign-up-lead = Your customer ID comes by e-mail. With it you become a contact of services: as their administrator, technical or billing contact.
name-hint = Yours, or your company's.
address-hint = We send a mail there, to make sure that it is yours. Your codes will go there as well.
sign-up-submit = Create the account
sign-up-already = I already have an account
sign-up-sent = We have sent a mail to { $address }. Follow its link within 24 hours; there you find out how to go on.
sign-up-confirm-title = Open your account
sign-up-confirm-address = Type your password and press the button to confirm the address { $address } and open your account.
sign-up-confirm-code = Type the code from our mail and your password, and press the button: your address is confirmed and your account opened.
sign-up-confirm-password = The one that you chose when you created the account.
sign-up-confirm-other = If your password is not accepted here, it was mistyped the first time, or somebody else has asked for an account with your address: create the account again, then follow the link of the new mail.
sign-up-confirm-submit = Confirm and open my account
sign-up-done-title = Your account is open
sign-up-done-lead = This is your customer ID:
sign-up-done-text = We have sent it to you by e-mail as well. Other customers need it to hand a contact role over to you. Sign in with it, or with your e-mail address, and the password that you chose.
sign-up-stale = If you have opened your account already, sign in. If not, fill in the form again: you receive a new link.

## Forgotten passwords

forgotten-title = Forgotten your password?
forgotten-lead = Tell us your customer ID or your e-mail address. We send you a mail with a link to choose a new password.
forgotten-submit = Send the mail
forgotten-sent = If there is an active account for { $login }, a mail is on its way to its e-mail address. Follow its link within an hour to choose a new password.
reset-title = Choose a new password
reset-lead = As soon as you have chosen it, the former one no longer works, and every device that is signed in is signed out.
reset-stale = If your password has not been changed yet, ask for a new link. Only the latest one works, for an hour.
reset-again = Send me a new link
sent-title = Check your mailbox
sent-to-you = you
sent-nothing = Nothing there? It may take a few minutes, or be in the spam folder. Nobody receives more than three of these mails in an hour.
sent-again = Back to the form
stale-title = This link can no longer be used

## Profile

profile-id = Customer ID
profile-name = Name
profile-email = E-mail address
profile-organisation = Organisation
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
notice-password-reset = Your password is changed, and every session has ended. Sign in with the new password.
notice-signed-out = You are signed out.

## Help

help-title = Help
help-lead = Who may do what, how a role is handed over, and what to do when something does not go as you expect.
help-on-this-page = On this page
help-roles-title = The three contacts
help-roles-text = Every service has exactly one account in each role. One account may hold all three.
help-drawing-title = A service and its three contacts
help-drawing-text = The administrator stands above the service and manages it as a whole. The technical contact runs it, the billing contact pays for it.
help-drawing-service = Service
help-drawing-admin = manages it
help-drawing-tech = runs it
help-drawing-billing = pays for it
help-admin = Manages the service as a whole. May name another technical or billing contact, take these roles back, name another administrator in its place, and edit the owner’s details of a domain name.
help-tech = Runs the service. May name another technical contact in its place, and nothing else.
help-billing = Pays for the service and is told before it expires. May name another billing contact in its place, and nothing else.
help-owner = The owner is the legal holder of a domain name: neither a contact nor a role. Its details are edited by the administrator, and both the former and the new address are told.
help-id-title = The customer ID
help-id-text = Your customer ID is two letters, digits and an ending, for example xx11111-ovh. You received it by mail when your account was created, and it stands at the top of every page. To hand a role over you need the customer ID of the new contact: ask them for it.
help-steps-title = How a role is handed over
help-step-1 = Under My services, open Edit contacts and type the customer ID of the new contact. You may add a message. Before you send, the page says who must accept, who is told, and what stands in the way.
help-step-2 = You and the new contact each receive a mail with a personal code. Its link opens the request with the code filled in.
help-step-3 = Both accept. Asking is not accepting: you countersign as well. When an administrator takes a role back, its own acceptance is enough. A refusal ends the request.
help-step-4 = With the last acceptance the change is made at once, and everyone concerned is told: the former contact too.
help-step-5 = A domain name and its DNS zone can change together. Both change, or neither does.
help-states-title = What each state means
help-state-validating = Somebody has yet to accept. The request says who, and until when.
help-state-doing = Everyone has accepted this request; it waits for the one that it stands together with.
help-state-done = The change is made. The history of the service tells who asked and who accepted.
help-state-refused = One of the two refused. Nothing has changed.
help-state-aborted = The requester cancelled, or something stood in the way at the end: a contact had changed, an account was closed, or an invoice was unpaid. The request says which.
help-state-expired = Not everyone accepted in time. Nothing has changed; the requester can ask again with one press.
help-state-error = Something failed on our side, and nothing has changed. Ask again.
help-mail-title = The mail does not come
help-mail-1 = Look into the folder for unwanted mail.
help-mail-2 = On the request’s page, What happened shows whether our mail was sent, is on its way, or was refused for good by your mail server.
help-mail-3 = Compare the address in your profile. If it is not yours any more, change it there.
help-mail-4 = Then ask for the mail again on the request’s page. The new code replaces the former one.
help-codes-title = Codes
help-codes-text = A code is yours alone and can be used once. After five wrong tries it is void, and you ask for a new one on the request’s page. Opening a link decides nothing: only Accept or Refuse does. Never pass a code on: nobody else needs it, and neither do we.
help-billing-title = Unpaid invoices
help-billing-text = The billing contact can only be changed when neither the old nor the new one has an unpaid invoice. This is checked when the request is sent and again when it is applied. Whose invoice it is, is told to nobody but its debtor.
help-support-title = Customer support
help-support-text = People answer here:
help-history-title = Who changed what
help-history-text = Every service has a history: who asked, who accepted, when, from whom to whom. Its present contacts read it under My services, and can download it.

## History

history-title = History of { $service }
history-lead = Who asked, who accepted, and when. Visible to the present contacts of the service.
history-when = When
history-role = What
history-asked-by = Asked by
history-accepted-by = Accepted by
history-added = added
history-owner = Owner: { $fields }
history-csv = Download as CSV

## The owner of a service

owner-title = Owner of { $service }
owner-lead = The owner is the legal holder of the service. The three contacts see these details; the administrator contact alone may edit them.
owner-none = No owner is stored yet.
owner-none-yours = No owner is stored yet. Please enter the details of the legal holder.
owner-none-other = The administrator contact, { $account }, can enter the details.
owner-edit-title = Edit the details
owner-enter-title = Enter the details
owner-not-yours = Only the administrator contact, { $account }, may edit these details.
# A date and a customer ID stand in the place of `$date` and `$account`.
owner-last-edit = Last edited on { $date } by { $account }.
owner-told = The owner’s former and new e-mail addresses are told of every change.
owner-submit = Save
owner-back = Back to the contacts of the service
owner-name = Name
owner-name-hint = The person, or who speaks for the organisation
owner-organisation = Organisation (optional)
owner-street = Street and number
owner-street-hint = One to three lines
owner-postal-code = Postal code
owner-postal-code-hint = Leave it empty where there is none
owner-city = Town
owner-country = Country
owner-country-choose = Choose a country
owner-phone = Telephone
owner-phone-hint = For example +33 6 12 34 56 78
owner-email = Owner’s e-mail address
owner-now-title = What is stored now
# What another edit has changed while the form was open; `$fields` are labels of fields.
owner-meanwhile =
    { $count ->
        [one] On { $date }, { $account } changed this detail: { $fields }.
       *[other] On { $date }, { $account } changed these details: { $fields }.
    }
notice-owner = The owner’s details are saved, and the owner is told by mail.
problem-changed = Someone has saved other details since you opened this page. What you typed is still in the form: compare it with what is stored now, then save again.
problem-not-administrator = Only the administrator contact of the service may do this.
wrong-format-phone = { $field }: this is not a telephone number. Begin with + and the country’s code, for example +33 6 12 34 56 78.
wrong-format-postal-code = { $field }: this is not a postal code of the country that you chose.
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
    VC Saint Vincent and Grenadines
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
    GS South Georgia and South Sandwich Islands
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
