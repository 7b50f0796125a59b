### Teksty stron, które tworzy tylko serwer, po polsku.

## Stopka

footer-promise = Żaden kontakt nie zmieni się bez wszystkich wymaganych akceptacji.
choose-theme = Wygląd
theme-system = Systemowy
theme-light = Jasny
theme-dark = Ciemny

## Logowanie

sign-in-lead = Decyduj, kto zarządza każdą z Twoich usług, kto ją obsługuje, a kto opłaca.
sign-in-first = Zaloguj się, aby kontynuować. Potem wrócisz na tę stronę.
login-label = Identyfikator klienta lub adres e-mail
password-label = Hasło
email-new = Nowy adres e-mail
password-new = Nowe hasło
login-hint = Na przykład xx11111-ovh
wrong-format-login = { $field }: to nie jest ani identyfikator klienta, ani adres e-mail. Oczekiwana postać to xx11111-ovh lub nazwa@example.org.
forgotten-link = Nie pamiętasz hasła?
sign-up-link = Utwórz konto

## Tworzenie konta

sign-up-title = Utwórz konto
sign-up-lead = Identyfikator klienta otrzymasz e-mailem. Dzięki niemu możesz zostać kontaktem usług: administracyjnym, technicznym lub księgowym.
name-hint = Twoje, a w przypadku firmy jej nazwa.
address-hint = Wyślemy na niego e-mail, aby sprawdzić, czy należy do Ciebie. Na ten adres będą też przychodzić kody.
sign-up-submit = Utwórz konto
sign-up-already = Mam już konto
sign-up-sent = Wysłaliśmy e-mail na adres { $address }. W ciągu 24 godzin otwórz zawarty w nim link; dowiesz się, co dalej.
sign-up-confirm-title = Aktywuj konto
sign-up-confirm-address = Wpisz hasło i naciśnij przycisk, aby potwierdzić adres { $address } i aktywować konto.
sign-up-confirm-code = Wpisz kod z naszego e-maila oraz hasło i naciśnij przycisk: adres zostanie potwierdzony, a konto aktywowane.
sign-up-confirm-password = Wybrane przy tworzeniu konta.
sign-up-confirm-other = Jeśli hasło nie zostanie tu przyjęte, to albo za pierwszym razem wpisano je z błędem, albo ktoś inny chciał utworzyć konto na Twój adres. Utwórz konto jeszcze raz i otwórz link z ostatniego e-maila.
sign-up-confirm-submit = Potwierdź i aktywuj konto
sign-up-done-title = Twoje konto jest aktywne
sign-up-done-lead = Oto Twój identyfikator klienta:
sign-up-done-text = Wysłaliśmy go także e-mailem. Inni klienci potrzebują go, aby przekazać Ci rolę kontaktu. Zaloguj się tym identyfikatorem lub adresem e-mail oraz wybranym hasłem.
sign-up-stale = Jeśli Twoje konto jest już aktywne, zaloguj się. Jeśli nie, wypełnij formularz jeszcze raz: otrzymasz nowy link.

## Zapomniane hasła

forgotten-title = Nie pamiętasz hasła?
forgotten-lead = Podaj identyfikator klienta lub adres e-mail. Wyślemy Ci e-mail z linkiem do ustawienia nowego hasła.
forgotten-submit = Wyślij e-mail
# `$login` bywa też tekstem `sent-to-you`.
forgotten-sent = Jeśli identyfikator lub adres { $login } należy do konta, e-mail jest już w drodze na adres tego konta. W ciągu godziny otwórz zawarty w nim link, aby ustawić nowe hasło.
reset-title = Ustaw nowe hasło
reset-lead = Gdy tylko je ustawisz, dotychczasowe przestanie działać, a wszystkie zalogowane urządzenia zostaną wylogowane.
reset-stale = Jeśli hasło nie zostało jeszcze zmienione, poproś o nowy link. Każdy link działa tylko raz, przez godzinę.
reset-again = Poproś o nowy link
invite-title = Ustaw swoje hasło
invite-lead = Twoje konto { $account } jest gotowe. Ustaw hasło: nikt go jeszcze nie zna.
choose-own-title = Ustaw własne hasło
choose-own-lead = Hasło, którym się logujesz, nadała obsługa klienta dla konta { $account }. Aby kontynuować, ustaw hasło znane tylko Tobie.
sent-title = Sprawdź swoją skrzynkę
# Stoi po słowie „adres”.
sent-to-you = podany przez Ciebie
sent-nothing = E-mail nie dotarł? Może to potrwać kilka minut; zajrzyj też do folderu ze spamem. W ciągu godziny wysyłamy jednej osobie najwyżej trzy takie e-maile.
sent-again = Wróć do formularza
stale-title = Tego linku nie można już użyć

## Profil

profile-id = Identyfikator klienta
profile-name = Imię i nazwisko
profile-email = Adres e-mail
profile-organisation = Organizacja
name-title = Imię i nazwisko oraz organizacja
name-text = W ten sposób zwracamy się do Ciebie.
name-submit = Zapisz imię, nazwisko i organizację
email-title = Adres e-mail
email-text = Na ten adres przychodzą kody i powiadomienia.
email-pending = Adres { $address } czeka na Twoje potwierdzenie: otwórz link z e-maila, który tam wysłaliśmy.
email-submit = Zmień adres
language-title = Język
language-text = W tym języku wyświetlamy strony i wysyłamy e-maile.
password-title = Hasło
password-hint = Co najmniej 12 znaków. Dobry wybór to kilka niezwiązanych ze sobą słów.
password-current = Obecne hasło
password-submit = Zmień hasło
sessions-title = Zalogowane urządzenia
sessions-text = Jeśli nie rozpoznajesz urządzenia, wyloguj je i ustaw nowe hasło.
sessions-device = Urządzenie
sessions-since = Zalogowano
sessions-used = Ostatnio używane
sessions-unknown = Nieznane urządzenie
sessions-here = To urządzenie
sessions-end = Wyloguj
sessions-end-label = Wyloguj: { $device }
sessions-end-others = Wyloguj wszystkie pozostałe urządzenia
blocked-title = Zablokowani klienci
blocked-text = Zablokowany klient nie może kierować do Ciebie zleceń: nie otrzymujesz e-maili i nie widzisz jego zleceń. Klient nie otrzymuje o tym informacji. Ukryte zlecenia pozostają ukryte także po odblokowaniu klienta.
blocked-none = Nie blokujesz żadnego klienta.
blocked-since = Data zablokowania
block-submit = Zablokuj tego klienta
unblock = Odblokuj
unblock-label = Odblokuj: { $account }
confirm-email-title = Potwierdź adres e-mail
confirm-email-text = Naciśnij przycisk, aby od teraz używać nowego adresu.
confirm-email-address = Naciśnij przycisk, aby od teraz otrzymywać nasze e-maile na adres { $address }. Kody wysłane na poprzedni adres przestaną działać.
confirm-email-submit = Potwierdź adres
email-stale = Jeśli w profilu nadal widnieje poprzedni adres, zmień go ponownie, a wyślemy nowy link.
notice-email-asked = Wysłaliśmy e-mail na nowy adres. Otwórz zawarty w nim link, aby potwierdzić adres.
notice-email-confirmed = Twój adres e-mail został zmieniony. Kody wysłane na poprzedni adres już nie działają; o nowe poproś na stronie zlecenia.
notice-password = Twoje hasło zostało zmienione. Pozostałe sesje zostały zakończone.
notice-session-ended = Urządzenie zostało wylogowane.
notice-sessions-ended = Wszystkie pozostałe urządzenia zostały wylogowane.
notice-password-reset = Twoje hasło zostało zmienione, a wszystkie sesje zakończone. Zaloguj się nowym hasłem.
notice-password-chosen = Twoje hasło zostało ustawione. Zaloguj się nim.
notice-name = Imię i nazwisko oraz organizacja zostały zapisane.
notice-customer-blocked = Klient został zablokowany: nie otrzymasz od niego więcej zleceń.
notice-customer-unblocked = Klient został odblokowany. Ukryte dotąd zlecenia pozostaną ukryte.
notice-signed-out = Wylogowano Cię.

## Pomoc

help-title = Pomoc
help-lead = Kto co może, jak przekazać rolę i co zrobić, gdy coś przebiega inaczej, niż oczekujesz.
help-on-this-page = Na tej stronie
help-roles-title = Trzy kontakty
help-roles-text = W każdej usłudze każdą rolę pełni dokładnie jedno konto. Jedno konto może pełnić wszystkie trzy role.
help-drawing-title = Usługa i jej trzy kontakty
help-drawing-service = Usługa
help-drawing-admin = zarządza nią
help-drawing-tech = obsługuje ją
help-drawing-billing = opłaca ją
help-admin = Zarządza całą usługą. Może wyznaczyć inny kontakt techniczny lub księgowy, przejąć te role, wyznaczyć na swoje miejsce inny kontakt administracyjny oraz edytować dane właściciela nazwy domeny.
help-tech = Obsługuje usługę od strony technicznej. Może wyznaczyć na swoje miejsce inny kontakt techniczny i nic więcej.
help-billing = Opłaca usługę i otrzymuje powiadomienie, zanim ona wygaśnie. Może wyznaczyć na swoje miejsce inny kontakt księgowy i nic więcej.
help-owner = Właściciel to osoba lub organizacja, do której nazwa domeny prawnie należy: nie jest ani kontaktem, ani rolą. Jego dane edytuje kontakt administracyjny, a informację o zmianie wysyłamy i na dotychczasowy, i na nowy adres.
help-id-title = Identyfikator klienta
help-id-text = Identyfikator klienta składa się z dwóch liter, cyfr i końcówki, na przykład xx11111-ovh. Otrzymujesz go e-mailem po utworzeniu konta, a po zalogowaniu widzisz go u góry każdej strony. Aby przekazać rolę, potrzebujesz identyfikatora nowego kontaktu: poproś, aby Ci go podał.
help-steps-title = Jak przekazać rolę
help-step-1 = W sekcji „Moje usługi” otwórz „Edytuj kontakty” i wpisz identyfikator klienta nowego kontaktu. Możesz dodać wiadomość. Jeszcze przed wysłaniem strona pokazuje, kto musi zaakceptować zmianę, kto otrzyma powiadomienie i co stoi na przeszkodzie.
help-step-2 = Ty i nowy kontakt otrzymujecie e-maile, każdy z osobistym kodem. Link z e-maila otwiera zlecenie z wpisanym już kodem.
help-step-3 = Zlecenie akceptujesz i Ty, i nowy kontakt: samo zlecenie zmiany to jeszcze nie akceptacja. Gdy kontakt administracyjny przejmuje rolę, wystarczy jego własna akceptacja. Odrzucenie kończy zlecenie.
help-step-4 = Po ostatniej akceptacji zmiana następuje od razu, a wszyscy zainteresowani otrzymują informację, także dotychczasowy kontakt.
help-step-5 = Nazwę domeny i jej strefę DNS można zmienić razem: zmienią się obie albo żadna.
help-states-title = Co oznaczają statusy zleceń
help-state-validating = Ktoś jeszcze nie zaakceptował zlecenia. Na stronie zlecenia widać, kto i do kiedy może to zrobić.
help-state-doing = Wszyscy zaakceptowali to zlecenie; czeka ono na zlecenie, z którym jest powiązane.
help-state-done = Zmiana została wprowadzona. Historia usługi pokazuje, kto ją zlecił i kto zaakceptował.
help-state-refused = Zlecający lub nowy kontakt odrzucił zlecenie. Nic się nie zmieniło.
help-state-aborted = Zlecający anulował zlecenie albo na końcu coś stanęło na przeszkodzie: kontakt się zmienił, konto zostało zamknięte lub faktura była nieopłacona. Przyczynę podaje strona zlecenia.
help-state-expired = Nie wszyscy zaakceptowali zlecenie w terminie. Nic się nie zmieniło; zlecający może je ponowić jednym kliknięciem.
help-state-error = Wystąpił błąd po naszej stronie i nic się nie zmieniło. Ponów zlecenie.
help-mail-title = E-mail nie dociera
help-mail-1 = Zajrzyj do folderu ze spamem.
help-mail-2 = Na stronie zlecenia, w części „Przebieg zlecenia”, widać, czy nasz e-mail został wysłany, jest w drodze, czy też Twój serwer pocztowy ostatecznie go odrzucił.
help-mail-3 = Sprawdź adres w swoim profilu. Jeśli nie jest już Twój, zmień go tam.
help-mail-4 = Następnie poproś na stronie zlecenia o ponowne wysłanie e-maila. Nowy kod zastąpi poprzedni.
help-codes-title = Kody
help-codes-text = Kod jest osobisty i jednorazowy. Po pięciu błędnych próbach traci ważność; o nowy poprosisz na stronie zlecenia. Otwarcie linku o niczym nie decyduje: liczy się dopiero „Zaakceptuj” lub „Odrzuć”. Nikomu nie podawaj kodu: nikt inny go nie potrzebuje, my także nie.
help-billing-title = Nieopłacone faktury
help-billing-text = Kontakt księgowy można zmienić tylko wtedy, gdy ani dotychczasowy, ani nowy nie ma nieopłaconej faktury. Sprawdzamy to przy wysłaniu zlecenia i ponownie przy wprowadzaniu zmiany. Czyja to faktura, dowiaduje się tylko ten, kto ma ją opłacić.
help-support-title = Obsługa klienta
help-support-text = Tu odpowiadają ludzie:
help-history-title = Historia zmian
help-history-text = Każda usługa ma historię: kto zlecił zmianę, kto ją zaakceptował, kiedy oraz z jakiego konta na jakie. Obecne kontakty usługi znajdą ją w sekcji „Moje usługi” i mogą ją pobrać.

## Historia

history-title = Historia: { $service }
history-lead = Kto zlecił zmianę, kto ją zaakceptował i kiedy. Historię widzą obecne kontakty usługi.
history-when = Data
history-role = Zmiana
history-asked-by = Zlecający
history-accepted-by = Akceptacja
history-added = dodanie usługi
history-owner = Właściciel: { $fields }
history-csv = Pobierz jako CSV

## Właściciel usługi

owner-title = Właściciel: { $service }
owner-lead = Właściciel to osoba lub organizacja, do której usługa prawnie należy. Jego dane widzą wszystkie trzy kontakty, ale edytować je może tylko kontakt administracyjny.
owner-none = Nie zapisano jeszcze danych właściciela.
owner-none-yours = Nie zapisano jeszcze danych właściciela. Wpisz dane osoby lub organizacji, do której usługa prawnie należy.
owner-none-other = Może je wpisać kontakt administracyjny: { $account }.
owner-edit-title = Edytuj dane
owner-enter-title = Wpisz dane
owner-not-yours = Te dane może edytować tylko kontakt administracyjny: { $account }.
# W miejscu `$date` i `$account` stoją data i identyfikator klienta.
owner-last-edit = Ostatnia zmiana: { $date } (klient { $account }).
owner-told = Informację o każdej zmianie wysyłamy i na dotychczasowy, i na nowy adres e-mail właściciela.
owner-submit = Zapisz
owner-back = Wróć do kontaktów usługi
owner-name = Imię i nazwisko
owner-name-hint = Właściciela lub osoby, która reprezentuje organizację
owner-organisation = Organizacja (opcjonalnie)
owner-street = Ulica i numer
owner-street-hint = Od jednego do trzech wierszy
owner-postal-code = Kod pocztowy
owner-postal-code-hint = Pozostaw puste, jeśli adres go nie ma
owner-city = Miejscowość
owner-country = Kraj
owner-country-choose = Wybierz kraj
owner-phone = Telefon
owner-phone-hint = Na przykład +48 123 456 789
owner-email = Adres e-mail właściciela
owner-now-title = Obecnie zapisane dane
# Co zmieniono, gdy formularz był otwarty; `$fields` to etykiety pól.
owner-meanwhile =
    { $count ->
        [one] Klient { $account } zmienił to pole ({ $date }): { $fields }.
        [few] Klient { $account } zmienił te pola ({ $date }): { $fields }.
        [many] Klient { $account } zmienił te pola ({ $date }): { $fields }.
       *[other] Klient { $account } zmienił te pola ({ $date }): { $fields }.
    }
notice-owner = Dane właściciela zostały zapisane, a właściciel otrzymuje o tym e-mail.
problem-changed = Po otwarciu tej strony ktoś zapisał inne dane. Wpisane przez Ciebie dane są nadal w formularzu: porównaj je z obecnie zapisanymi i zapisz ponownie.
problem-credentials = Nieprawidłowy identyfikator klienta, adres e-mail lub hasło.
problem-stale-link = Link został już wykorzystany, wysłano nowszy albo upłynął termin jego ważności.
wrong-too-short = { $field }: wpisano za mało znaków.
wrong-guessable = { $field }: zbyt łatwe do odgadnięcia. Użyj kilku niezwiązanych ze sobą słów.
wrong-related = { $field }: zawiera Twoje imię lub nazwisko, adres, identyfikator klienta albo nazwę związaną z tym serwisem. Użyj kilku słów, które nie mają związku ani z Tobą, ani z nami.
wrong-pattern = { $field }: to popularne słowo z rokiem, cyframi lub znakami. Użyj kilku niezwiązanych ze sobą słów.
wrong-mismatch = { $field }: jest nieprawidłowe.
wrong-unchanged = { $field }: jest taki sam jak obecny.
wrong-same-password = { $field }: jest takie samo jak obecne. Ustaw inne.
wrong-taken = { $field }: tego adresu używa inne konto.
wrong-own = { $field }: to Twój własny identyfikator. Podaj inny.
wrong-blocked = { $field }: ten klient jest już zablokowany.
wrong-format-email = { $field }: to nie jest adres e-mail. Oczekiwana postać to nazwa@example.org.
problem-not-administrator = Może to zrobić tylko kontakt administracyjny usługi.
wrong-format-phone = { $field }: to nie jest numer telefonu. Zacznij od + i numeru kierunkowego kraju, na przykład +48 123 456 789.
wrong-format-postal-code = { $field }: to nie jest kod pocztowy wybranego kraju.
wrong-format-country = { $field }: wybierz kraj z listy.
# Wiersz dla każdego kraju: dwuliterowy kod i nazwa, w kolejności polskiego alfabetu.
country-names =
    AF Afganistan
    AL Albania
    DZ Algieria
    AD Andora
    AO Angola
    AI Anguilla
    AQ Antarktyda
    AG Antigua i Barbuda
    SA Arabia Saudyjska
    AR Argentyna
    AM Armenia
    AW Aruba
    AU Australia
    AT Austria
    AZ Azerbejdżan
    BS Bahamy
    BH Bahrajn
    BD Bangladesz
    BB Barbados
    BE Belgia
    BZ Belize
    BJ Benin
    BM Bermudy
    BT Bhutan
    BY Białoruś
    BO Boliwia
    BA Bośnia i Hercegowina
    BW Botswana
    BR Brazylia
    BN Brunei
    IO Brytyjskie Terytorium Oceanu Indyjskiego
    VG Brytyjskie Wyspy Dziewicze
    BG Bułgaria
    BF Burkina Faso
    BI Burundi
    CL Chile
    CN Chiny
    HR Chorwacja
    CW Curaçao
    CY Cypr
    TD Czad
    ME Czarnogóra
    CZ Czechy
    UM Dalekie Wyspy Mniejsze Stanów Zjednoczonych
    DK Dania
    CD Demokratyczna Republika Konga
    DM Dominika
    DO Dominikana
    DJ Dżibuti
    EG Egipt
    EC Ekwador
    ER Erytrea
    EE Estonia
    SZ Eswatini
    ET Etiopia
    FK Falklandy
    FJ Fidżi
    PH Filipiny
    FI Finlandia
    FR Francja
    TF Francuskie Terytoria Południowe
    GA Gabon
    GM Gambia
    GS Georgia Południowa i Sandwich Południowy
    GH Ghana
    GI Gibraltar
    GR Grecja
    GD Grenada
    GL Grenlandia
    GE Gruzja
    GU Guam
    GG Guernsey
    GY Gujana
    GF Gujana Francuska
    GP Gwadelupa
    GT Gwatemala
    GN Gwinea
    GW Gwinea Bissau
    GQ Gwinea Równikowa
    HT Haiti
    ES Hiszpania
    HN Honduras
    HK Hongkong
    IN Indie
    ID Indonezja
    IQ Irak
    IR Iran
    IE Irlandia
    IS Islandia
    IL Izrael
    JM Jamajka
    JP Japonia
    YE Jemen
    JE Jersey
    JO Jordania
    KY Kajmany
    KH Kambodża
    CM Kamerun
    CA Kanada
    QA Katar
    KZ Kazachstan
    KE Kenia
    KG Kirgistan
    KI Kiribati
    CO Kolumbia
    KM Komory
    CG Kongo
    KR Korea Południowa
    KP Korea Północna
    CR Kostaryka
    CU Kuba
    KW Kuwejt
    LA Laos
    LS Lesotho
    LB Liban
    LR Liberia
    LY Libia
    LI Liechtenstein
    LT Litwa
    LU Luksemburg
    LV Łotwa
    MK Macedonia Północna
    MG Madagaskar
    YT Majotta
    MO Makau
    MW Malawi
    MV Malediwy
    MY Malezja
    ML Mali
    MT Malta
    MP Mariany Północne
    MA Maroko
    MQ Martynika
    MR Mauretania
    MU Mauritius
    MX Meksyk
    FM Mikronezja
    MM Mjanma (Birma)
    MD Mołdawia
    MC Monako
    MN Mongolia
    MS Montserrat
    MZ Mozambik
    NA Namibia
    NR Nauru
    NP Nepal
    NL Niderlandy (Holandia)
    BQ Niderlandy Karaibskie
    DE Niemcy
    NE Niger
    NG Nigeria
    NI Nikaragua
    NU Niue
    NF Norfolk
    NO Norwegia
    NC Nowa Kaledonia
    NZ Nowa Zelandia
    OM Oman
    PK Pakistan
    PW Palau
    PS Palestyna
    PA Panama
    PG Papua-Nowa Gwinea
    PY Paragwaj
    PE Peru
    PN Pitcairn
    PF Polinezja Francuska
    PL Polska
    PR Portoryko
    PT Portugalia
    ZA Republika Południowej Afryki
    CF Republika Środkowoafrykańska
    CV Republika Zielonego Przylądka
    RE Reunion
    RU Rosja
    RO Rumunia
    RW Rwanda
    EH Sahara Zachodnia
    BL Saint-Barthélemy
    KN Saint Kitts i Nevis
    LC Saint Lucia
    MF Saint-Martin
    PM Saint-Pierre i Miquelon
    VC Saint Vincent i Grenadyny
    SV Salwador
    WS Samoa
    AS Samoa Amerykańskie
    SM San Marino
    SN Senegal
    RS Serbia
    SC Seszele
    SL Sierra Leone
    SG Singapur
    SX Sint Maarten
    SK Słowacja
    SI Słowenia
    SO Somalia
    LK Sri Lanka
    US Stany Zjednoczone
    SD Sudan
    SS Sudan Południowy
    SR Surinam
    SJ Svalbard i Jan Mayen
    SY Syria
    CH Szwajcaria
    SE Szwecja
    TJ Tadżykistan
    TH Tajlandia
    TW Tajwan
    TZ Tanzania
    TL Timor Wschodni
    TG Togo
    TK Tokelau
    TO Tonga
    TT Trynidad i Tobago
    TN Tunezja
    TR Turcja
    TM Turkmenistan
    TC Turks i Caicos
    TV Tuvalu
    UG Uganda
    UA Ukraina
    UY Urugwaj
    UZ Uzbekistan
    VU Vanuatu
    WF Wallis i Futuna
    VA Watykan
    VE Wenezuela
    HU Węgry
    GB Wielka Brytania
    VN Wietnam
    IT Włochy
    CI Wybrzeże Kości Słoniowej
    BV Wyspa Bouveta
    CX Wyspa Bożego Narodzenia
    IM Wyspa Man
    SH Wyspa Świętej Heleny
    AX Wyspy Alandzkie
    CK Wyspy Cooka
    VI Wyspy Dziewicze Stanów Zjednoczonych
    HM Wyspy Heard i McDonalda
    CC Wyspy Kokosowe
    MH Wyspy Marshalla
    FO Wyspy Owcze
    SB Wyspy Salomona
    ST Wyspy Świętego Tomasza i Książęca
    ZM Zambia
    ZW Zimbabwe
    AE Zjednoczone Emiraty Arabskie
