### Teksty e-maili, po polsku.
### Nazwy ról stoją po dwukropku, w nawiasie lub osobno, nigdy wewnątrz zdania: nie trzeba ich odmieniać.
### `$service` to nazwa usługi, `$account`, `$to`, `$from`, `$by` to identyfikatory klientów (zawsze po słowie „klient”), `$roles` to lista ról.

## Każdy e-mail

brand = { -brand }
# Ostatni wiersz każdego e-maila.
footer = Wysłane przez { -brand }
footer-automatic = To automatyczna wiadomość dla klienta { $account }; nie czytamy odpowiedzi.
# Dla osób bez konta lub takich, którym nie podajemy identyfikatora klienta.
footer-automatic-unnamed = To automatyczna wiadomość; nie czytamy odpowiedzi.
footer-support = Obsługa klienta: { $address }
footer-safety = Nigdy nie prosimy e-mailem o podanie hasła. Linki w naszych e-mailach zawsze zaczynają się od { $origin }
greeting = Dzień dobry, { $name }!
# Na adres, który może nie należeć do klienta.
greeting-unnamed = Dzień dobry!
# Po etykiecie, w tekstowej wersji e-maila.
colon = { ":" }

## Nazwy

role-admin = kontakt administracyjny
role-tech = kontakt techniczny
role-billing = kontakt księgowy
# W tematach, w nawiasie.
role-admin-short = administracyjny
role-tech-short = techniczny
role-billing-short = księgowy
# Nazwa domeny i jej strefa DNS, które zmieniają się razem.
service-pair = { $service } (nazwa domeny i strefa DNS)
# example.org (nazwa domeny)
service-of-category = { $service } ({ $category })
category-domain = nazwa domeny
category-dns-zone = strefa DNS
category-hosting = hosting WWW
category-database = baza danych
category-vps = VPS
category-dedicated-server = serwer dedykowany
category-public-cloud = projekt Public Cloud
category-email = usługa e-mail
category-telephony = linia telefoniczna
category-internet-access = dostęp do internetu
# Oznacza identyfikator samego odbiorcy.
account-you = { $account } (Ty)

## Tabela

fact-service = Usługa
fact-roles =
    { $count ->
        [one] Rola
        [few] Role
        [many] Role
       *[other] Role
    }
fact-holder = Obecny kontakt
fact-former = Dotychczasowy kontakt
fact-new = Nowy kontakt
fact-proposed = Proponowany kontakt
fact-asked-by = Zlecający
# What else the same form asks of the service; roles and a customer ID follow.
fact-siblings = Zlecono razem z tym
# In place of a customer ID that the recipient may not see.
other-customer = inny klient
# Dalej stoi `$count` kont.
fact-must-accept =
    { $count ->
        [one] Wymagana akceptacja
        [few] Wymagane akceptacje
        [many] Wymagane akceptacje
       *[other] Wymagane akceptacje
    }
fact-still-to-accept = Czekamy jeszcze na
fact-not-accepted =
    { $count ->
        [one] Brak akceptacji
        [few] Brak akceptacji
        [many] Brak akceptacji
       *[other] Brak akceptacji
    }
fact-until = Termin akceptacji
fact-changed-at = Data zmiany
fact-number = Zlecenie
# 42
fact-number-value = nr { $number }
fact-changed-by = Autor zmiany
# Dalej stoi `$count` pól.
fact-details =
    { $count ->
        [one] Zmienione pole
        [few] Zmienione pola
        [many] Zmienione pola
       *[other] Zmienione pola
    }
fact-expires = Wygasa
fact-stops = Przestanie działać
fact-your-role = Twoja rola
fact-account = Identyfikator klienta
fact-new-address = Nowy adres
fact-name = Imię i nazwisko
fact-organisation = Organizacja
fact-valid-until = Termin ważności
fact-date = Data

## Kod, przycisk, wiadomość

code-label = Twój kod weryfikacyjny
code-hint = Jest osobisty i jednorazowy. Nikomu go nie podawaj.
button-request = Otwórz zlecenie
button-decide = Zaakceptuj lub odrzuć
button-hint = Kod będzie już wpisany. Samo otwarcie strony o niczym nie decyduje: dopiero tam wybierasz „Zaakceptuj” lub „Odrzuć”.
# Pod przyciskiem; dalej stoi adres strony.
button-instead = Jeśli przycisk nie działa, wpisz kod na tej stronie:
quote-message = Wiadomość od klienta { $by } w oryginalnym brzmieniu
quote-reason = Powód podany przez klienta { $by }
quote-reason-administrator = Powód podany przez administratora
quote-reason-staff = Powód podany przez obsługę klienta

## Złożono zlecenie: do jego uczestników

asked-own-subject = { $service }: zaakceptuj zmianę kontaktu ({ $roles })
asked-own-heading = Zaakceptuj zmianę kontaktu
asked-own-lead =
    { $count ->
        [one] Otrzymaliśmy Twoje zlecenie przekazania klientowi { $to } tej roli w usłudze { $service }: { $roles }.
        [few] Otrzymaliśmy Twoje zlecenie przekazania klientowi { $to } tych ról w usłudze { $service }: { $roles }.
        [many] Otrzymaliśmy Twoje zlecenie przekazania klientowi { $to } tych ról w usłudze { $service }: { $roles }.
       *[other] Otrzymaliśmy Twoje zlecenie przekazania klientowi { $to } tych ról w usłudze { $service }: { $roles }.
    }
asked-own-rule = Nic się nie zmieni bez dwóch akceptacji: Twojej i klienta { $to }. Każdy otrzymuje własny kod.
asked-self-lead =
    { $count ->
        [one] Otrzymaliśmy Twoje zlecenie przejęcia tej roli w usłudze { $service }: { $roles }.
        [few] Otrzymaliśmy Twoje zlecenie przejęcia tych ról w usłudze { $service }: { $roles }.
        [many] Otrzymaliśmy Twoje zlecenie przejęcia tych ról w usłudze { $service }: { $roles }.
       *[other] Otrzymaliśmy Twoje zlecenie przejęcia tych ról w usłudze { $service }: { $roles }.
    }
asked-self-rule = Wystarczy Twoja akceptacja: zmiana nastąpi zaraz po niej.
asked-new-subject = { $service }: prośba o przejęcie roli kontaktu ({ $roles })
asked-new-heading = Prośba o przejęcie roli kontaktu
asked-new-lead =
    { $count ->
        [one] Klient { $by } prosi Cię o przejęcie tej roli w usłudze { $service }: { $roles }.
        [few] Klient { $by } prosi Cię o przejęcie tych ról w usłudze { $service }: { $roles }.
        [many] Klient { $by } prosi Cię o przejęcie tych ról w usłudze { $service }: { $roles }.
       *[other] Klient { $by } prosi Cię o przejęcie tych ról w usłudze { $service }: { $roles }.
    }
asked-new-rule = Nic się nie zmieni bez dwóch akceptacji: Twojej i klienta { $by }. Każdy otrzymuje własny kod.
duty-title =
    { $count ->
        [one] Na czym polega ta rola
        [few] Na czym polegają te role
        [many] Na czym polegają te role
       *[other] Na czym polegają te role
    }
duty-admin = Kontakt administracyjny zarządza całą usługą, wyznacza pozostałe kontakty i może edytować dane właściciela.
duty-tech = Kontakt techniczny obsługuje usługę od strony technicznej.
duty-billing = Kontakt księgowy opłaca usługę i otrzymuje powiadomienie, zanim ona wygaśnie.
linked-title = Więcej niż jedno zlecenie
linked-text = To zlecenie i zlecenia wysłane wraz z nim zostaną zrealizowane razem: wszystkie albo żadne. Każde ma własny e-mail i własny kod.
doubt-own-title = To zlecenie nie pochodzi od Ciebie?
doubt-own-text = Otwórz zlecenie i wybierz „Odrzuć”: nic się nie zmieni. Następnie zmień hasło, ponieważ ktoś użył Twojego konta.
doubt-new-title = Nie spodziewasz się tego zlecenia?
doubt-new-text = Otwórz zlecenie i wybierz „Odrzuć”: nic się nie zmieni, a klient { $by } otrzyma o tym informację. Jeśli nic nie zrobisz, zlecenie wygaśnie { $date }.
# To be asked no more; the address of the request's page follows.
block-title = Nie chcesz otrzymywać więcej zleceń od klienta { $by }?
block-text = Możesz zablokować tego klienta na stronie zlecenia. Jej otwarcie o niczym nie przesądza:

## Nowy kod zamiast poprzedniego

resent-subject = { $service }: Twój nowy kod weryfikacyjny ({ $roles })
resent-heading = Twój nowy kod weryfikacyjny
resent-lead = Oto nowy kod, wysłany na Twoją prośbę. Wcześniejsze kody do tego zlecenia już nie działają.

## Wiele zleceń w krótkim czasie: jeden e-mail zbiera je razem

digest-subject =
    { $count ->
        [one] { $count } zlecenie czeka na Twoją decyzję
        [few] { $count } zlecenia czekają na Twoją decyzję
        [many] { $count } zleceń czeka na Twoją decyzję
       *[other] { $count } zlecenia czeka na Twoją decyzję
    }
digest-lead = W krótkim czasie zaproponowano Ci kilka zmian kontaktu. Ten e-mail zbiera te zlecenia razem.
digest-rule = O każdym zleceniu decydujesz osobno. Nic się nie zmieni, dopóki go nie zaakceptujesz.
digest-more-title =
    { $count ->
        [one] I jeszcze { $count } zlecenie
        [few] I jeszcze { $count } zlecenia
        [many] I jeszcze { $count } zleceń
       *[other] I jeszcze { $count } zlecenia
    }
digest-more-text = Ich kodów nie ma w tym e-mailu. Na stronie każdego zlecenia możesz poprosić o kod:
digest-doubt-text = Otwórz zlecenia i wybierz „Odrzuć”: nic się nie zmieni. Jeśli nic nie zrobisz, każde zlecenie wygaśnie w podanym terminie.
button-requests = Otwórz moje zlecenia
digest-ended-subject =
    { $count ->
        [one] { $count } zlecenie zostało zakończone
        [few] { $count } zlecenia zostały zakończone
        [many] { $count } zleceń zostało zakończonych
       *[other] { $count } zlecenia zostało zakończone
    }
digest-ended-lead = Pisaliśmy do Ciebie w sprawie tych zleceń. Zostały zakończone: nic się nie zmieniło, a ich kody już nie działają.
digest-ended-title = Zakończone zlecenia
digest-cancelled = { $request }: anulowane
digest-refused = { $request }: odrzucone
digest-aborted = { $request }: niezrealizowane
digest-ended-more =
    { $count ->
        [one] I jeszcze { $count }.
        [few] I jeszcze { $count }.
        [many] I jeszcze { $count }.
       *[other] I jeszcze { $count }.
    }

## Zostały dwa dni

reminder-subject = { $service }: prosimy o decyzję do { $date } ({ $roles })
reminder-heading = Czekamy na Twoją decyzję
reminder-lead =
    { $count ->
        [one] Zmiana kontaktu w usłudze { $service } wciąż czeka na Twoją decyzję. Dotyczy tej roli: { $roles }.
        [few] Zmiana kontaktu w usłudze { $service } wciąż czeka na Twoją decyzję. Dotyczy tych ról: { $roles }.
        [many] Zmiana kontaktu w usłudze { $service } wciąż czeka na Twoją decyzję. Dotyczy tych ról: { $roles }.
       *[other] Zmiana kontaktu w usłudze { $service } wciąż czeka na Twoją decyzję. Dotyczy tych ról: { $roles }.
    }
reminder-rule = Jeśli nie wszyscy zaakceptują zlecenie, wygaśnie ono { $date } i nic się nie zmieni.
reminder-code = Kod jest w e-mailu, który wysłaliśmy Ci wcześniej w sprawie tego zlecenia. Jeśli nie możesz go znaleźć, poproś o nowy na stronie zlecenia.
reminder-doubt-text = Otwórz zlecenie i wybierz „Odrzuć”: nic się nie zmieni, a drugi kontakt otrzyma o tym informację.

## Zmiana została wprowadzona

done-subject = { $service }: kontakt został zmieniony ({ $roles })
done-heading = Kontakt został zmieniony
done-new-lead =
    { $count ->
        [one] Od teraz pełnisz tę rolę w usłudze { $service }: { $roles }.
        [few] Od teraz pełnisz te role w usłudze { $service }: { $roles }.
        [many] Od teraz pełnisz te role w usłudze { $service }: { $roles }.
       *[other] Od teraz pełnisz te role w usłudze { $service }: { $roles }.
    }
done-former-lead =
    { $count ->
        [one] Klient { $to } zaakceptował zlecenie. Nie pełnisz już tej roli w usłudze { $service }: { $roles }.
        [few] Klient { $to } zaakceptował zlecenie. Nie pełnisz już tych ról w usłudze { $service }: { $roles }.
        [many] Klient { $to } zaakceptował zlecenie. Nie pełnisz już tych ról w usłudze { $service }: { $roles }.
       *[other] Klient { $to } zaakceptował zlecenie. Nie pełnisz już tych ról w usłudze { $service }: { $roles }.
    }
done-own-lead =
    { $count ->
        [one] Zlecona przez Ciebie zmiana została wprowadzona. Klient { $to } pełni teraz tę rolę w usłudze { $service }: { $roles }.
        [few] Zlecona przez Ciebie zmiana została wprowadzona. Klient { $to } pełni teraz te role w usłudze { $service }: { $roles }.
        [many] Zlecona przez Ciebie zmiana została wprowadzona. Klient { $to } pełni teraz te role w usłudze { $service }: { $roles }.
       *[other] Zlecona przez Ciebie zmiana została wprowadzona. Klient { $to } pełni teraz te role w usłudze { $service }: { $roles }.
    }
done-nothing-to-do = Nie musisz już nic robić.
done-doubt-title = To nie była Twoja decyzja?
done-doubt-text = Natychmiast zmień hasło, a następnie skontaktuj się z obsługą klienta i podaj numer zlecenia.
replaced-subject = { $service }: nie jesteś już kontaktem ({ $roles })
replaced-heading = Nie jesteś już kontaktem
replaced-lead =
    { $count ->
        [one] Na zlecenie klienta { $by } nie pełnisz już tej roli w usłudze { $service }: { $roles }.
        [few] Na zlecenie klienta { $by } nie pełnisz już tych ról w usłudze { $service }: { $roles }.
        [many] Na zlecenie klienta { $by } nie pełnisz już tych ról w usłudze { $service }: { $roles }.
       *[other] Na zlecenie klienta { $by } nie pełnisz już tych ról w usłudze { $service }: { $roles }.
    }
replaced-rest = Twoje pozostałe role, jeśli je masz, nie zmieniają się. Nie musisz nic robić.
replaced-doubt-title = Nie spodziewasz się tej zmiany?
replaced-doubt-text = Kontakt administracyjny usługi może o tym zdecydować bez Twojego udziału. Zapytaj klienta { $by } albo skontaktuj się z obsługą klienta i podaj numer zlecenia.

## Zmiana nie została wprowadzona

nothing-changed = Nic się nie zmieniło, a kody do tego zlecenia już nie działają.
refused-subject = { $service }: zmiana kontaktu została odrzucona ({ $roles })
refused-heading = Zmiana kontaktu została odrzucona
refused-lead = Klient { $by } odrzucił zlecenie dotyczące usługi { $service }.
cancelled-subject = { $service }: zmiana kontaktu została anulowana ({ $roles })
cancelled-heading = Zmiana kontaktu została anulowana
cancelled-lead = Klient { $by } anulował zlecenie dotyczące usługi { $service }.
cancelled-by-administrator-lead = Administrator usługi { $service } anulował zlecenie.
aborted-subject = { $service }: zmiana kontaktu nie została wprowadzona ({ $roles })
aborted-heading = Zmiana kontaktu nie została wprowadzona
aborted-lead = Zlecenia dotyczącego usługi { $service } nie można było zrealizować i zostało ono zakończone.
expired-subject = { $service }: zlecenie zmiany kontaktu wygasło ({ $roles })
expired-heading = Zlecenie wygasło
expired-lead = Nie wszyscy zaakceptowali w terminie zlecenie dotyczące usługi { $service }.
again-own = Jeśli zmiana jest nadal potrzebna, złóż nowe zlecenie.
again-other = Jeśli zmiana jest nadal potrzebna, klient { $by } może złożyć nowe zlecenie.

reason-cancelled = Zlecający anulował zlecenie.
reason-right-lost = Zlecający nie ma już uprawnień do zlecenia tej zmiany.
reason-contact-changed = Kontakt, który miał zostać zastąpiony, w międzyczasie się zmienił.
# Nikomu nie mówi, o czyją fakturę chodzi.
reason-debt = Warunki zmiany kontaktu księgowego nie są spełnione. Jeśli masz nieopłaconą fakturę, opłać ją, zanim zmiana zostanie zlecona ponownie.
reason-account-disabled = Konto jednego z uczestników zlecenia nie jest już aktywne.
reason-linked-ended = Zlecenie, które miało zostać zrealizowane razem z tym, zostało zakończone.
reason-cancelled-by-administrator = Administrator usługi anulował zlecenie.
reason-superseded = Administrator usługi zlecił w jego miejsce inną zmianę.
reason-staff = Obsługa klienta zakończyła zlecenie.

## Konto

email-confirm-subject = Potwierdź nowy adres e-mail
email-confirm-heading = Potwierdź nowy adres e-mail
email-confirm-lead = Ten adres podano jako nowy adres e-mail klienta { $account }. Po jego potwierdzeniu nasze e-maile będą przychodzić tutaj.
email-confirm-button = Potwierdź ten adres
email-confirm-hint = Kod będzie już wpisany. W razie potrzeby najpierw się zalogujesz.
email-confirm-doubt-title = Nic Ci to nie mówi?
email-confirm-doubt-text = Zignoruj ten e-mail. Dopóki klient się nie zaloguje i nie użyje kodu, nic się nie zmieni.
email-announce-subject = Podano nowy adres e-mail dla Twojego konta
email-announce-heading = Twój adres e-mail wkrótce się zmieni
email-announce-lead = Dla Twojego konta podano nowy adres e-mail. Gdy tylko zostanie potwierdzony, nasze e-maile będą przychodzić tam, a nie tutaj.
email-announce-doubt-title = To nie Ty?
email-announce-doubt-text = Natychmiast zmień hasło, ponieważ ktoś użył Twojego konta. Następnie skontaktuj się z obsługą klienta.
button-profile = Otwórz mój profil
password-changed-subject = Twoje hasło zostało zmienione
password-changed-heading = Twoje hasło zostało zmienione
password-changed-lead = Hasło do Twojego konta zostało zmienione. Wszystkie zalogowane urządzenia zostały wylogowane.
password-changed-doubt-title = To nie Ty?
password-changed-doubt-text = Natychmiast skontaktuj się z obsługą klienta: ktoś użył Twojego konta.
password-reset-subject = Ustaw nowe hasło
password-reset-heading = Ustaw nowe hasło
password-reset-lead = Ktoś poprosił o nowe hasło do Twojego konta. Jeśli to Ty, ustaw je na stronie, do której prowadzi ten e-mail. Do tego czasu obowiązuje obecne hasło.
password-reset-button = Ustaw nowe hasło
password-reset-hint = Kod będzie już wpisany. Gdy tylko zostanie ustawione nowe hasło, link przestanie działać.
password-reset-doubt-title = To nie Ty?
password-reset-doubt-text = Zignoruj ten e-mail: bez kodu nikt nie zmieni Twojego hasła.
name-changed-subject = Zmieniono Twoje imię, nazwisko lub organizację
name-changed-lead = Zmieniono imię, nazwisko lub organizację Twojego konta. Obecne dane podajemy poniżej.
name-changed-doubt-title = To nie była Twoja zmiana?
name-changed-doubt-text = Natychmiast zmień hasło, ponieważ ktoś mógł użyć Twojego konta. Następnie skontaktuj się z obsługą klienta.
invite-subject = Ustaw hasło do nowego konta
invite-heading = Twoje konto jest gotowe
invite-lead = Utworzyliśmy dla Ciebie konto. Ustaw hasło na stronie, do której prowadzi ten e-mail, a potem zaloguj się identyfikatorem klienta lub tym adresem e-mail.
invite-button = Ustaw hasło
invite-hint = Kod będzie już wpisany. Jeśli link straci ważność, poproś o nowy na stronie logowania („Nie pamiętasz hasła?”).
invite-doubt-title = Nie spodziewasz się tego e-maila?
invite-doubt-text = Ktoś podał Twój adres. Powiadom o tym obsługę klienta.
account-disabled-subject = Twoje konto jest wyłączone
account-disabled-lead = Ktoś poprosił o nowe konto lub nowe hasło, podając ten adres. Adres należy do Twojego konta, które jest wyłączone: nikt nie może się na nie zalogować i żadne inne konto nie może używać tego adresu. Jeśli chcesz znów z niego korzystać, skontaktuj się z obsługą klienta.
account-disabled-button = Jak się z nami skontaktować
account-disabled-doubt-title = To nie Ty?
account-disabled-doubt-text = Zignoruj ten e-mail: nic się nie zmieniło, a osoba, która o to poprosiła, nie dowiedziała się, że masz konto.
sign-up-confirm-subject = Potwierdź adres e-mail, aby aktywować konto
sign-up-confirm-heading = Potwierdź adres e-mail
sign-up-confirm-lead = Ten adres podano przy tworzeniu konta. Konto będzie gotowe, gdy tylko potwierdzisz adres.
sign-up-confirm-button = Potwierdź i aktywuj konto
sign-up-confirm-hint = Kod będzie już wpisany. Samo otwarcie strony o niczym nie decyduje: konto zostanie aktywowane, gdy wpiszesz tam wybrane hasło i naciśniesz przycisk.
sign-up-confirm-doubt-title = To nie Ty?
sign-up-confirm-doubt-text = Zignoruj ten e-mail: bez kodu konto nie zostanie aktywowane, a wpisane dane zostaną usunięte.
sign-up-known-subject = Masz już konto
sign-up-known-heading = Masz już konto
sign-up-known-lead = Ten adres podano przy tworzeniu konta, ale jest już do niego przypisane konto. Zaloguj się tym adresem e-mail i swoim hasłem.
sign-up-known-forgotten-title = Nie pamiętasz hasła?
sign-up-known-forgotten-text = Ustaw nowe na tej stronie:
sign-up-known-doubt-title = To nie Ty?
sign-up-known-doubt-text = Zignoruj ten e-mail: nic się nie zmieniło, a osoba, która podała Twój adres, nie dowiedziała się, że masz konto.
welcome-subject = Twój identyfikator klienta
welcome-heading = Witamy! Oto Twój identyfikator klienta
welcome-lead = Twoje konto jest gotowe. Logujesz się identyfikatorem klienta lub tym adresem e-mail oraz swoim hasłem.
welcome-use = Inni klienci potrzebują Twojego identyfikatora klienta, aby przekazać Ci rolę kontaktu. Zachowaj ten e-mail.
button-sign-in = Zaloguj się
welcome-doubt-title = To konto nie jest Twoje?
welcome-doubt-text = Ktoś podał Twój adres. Powiadom o tym obsługę klienta.

## Zmieniono dane właściciela: na jego dotychczasowy i obecny adres. Treści danych nie podajemy.

owner-changed-subject = { $service }: dane właściciela zostały zmienione
owner-changed-heading = Dane właściciela zostały zmienione
owner-first-subject = { $service }: wpisano dane właściciela
owner-first-heading = Wpisano dane właściciela
owner-changed-lead = Klient { $by }, kontakt administracyjny usługi { $service }, zmienił dane jej właściciela.
owner-first-lead = Klient { $by }, kontakt administracyjny usługi { $service }, wpisał dane jej właściciela.
owner-changed-why = Otrzymujesz ten e-mail, ponieważ Twój adres jest lub był dotychczas adresem e-mail właściciela. Jeśli zmiana jest prawidłowa, nie musisz nic robić.
owner-doubt-title = Coś się nie zgadza?
owner-doubt-text = Zapytaj klienta { $by }, który jako jedyny może edytować te dane, albo skontaktuj się z obsługą klienta i podaj nazwę usługi. Właściciel to osoba lub organizacja, do której usługa prawnie należy, dlatego jego dane muszą być prawidłowe.
owner-name = imię i nazwisko
owner-organisation = organizacja
owner-street = ulica
owner-postal-code = kod pocztowy
owner-city = miejscowość
owner-country = kraj
owner-phone = telefon
owner-email = adres e-mail

## Usługa wygasa: do jej kontaktu księgowego

# `$date` to dzień: 27 listopada 2026.
renewal-subject = { $service }: wygasa { $date }
renewal-heading = Usługa wkrótce wygaśnie
renewal-lead =
    { $days ->
        [one] Usługa { $service } wygasa { $date }, za { $days } dzień.
        [few] Usługa { $service } wygasa { $date }, za { $days } dni.
        [many] Usługa { $service } wygasa { $date }, za { $days } dni.
       *[other] Usługa { $service } wygasa { $date }, za { $days } dnia.
    }
renewal-rule = Jeśli chcesz ją zachować, odnów ją przed tym dniem. Jeśli jej odnowienie jest już zapewnione, nie musisz nic robić.
renewal-doubt-title = Nie opłacasz tej usługi?
renewal-doubt-text = Otrzymujesz ten e-mail jako kontakt księgowy usługi. Na jej stronie możesz przekazać tę rolę innemu klientowi.
button-service = Otwórz usługę
# Usługa ma nieopłaconą fakturę.
unpaid-subject = { $service }: przestanie działać { $date }, nieopłacona faktura
unpaid-heading = Usługa wkrótce przestanie działać
unpaid-lead =
    { $days ->
        [one] Usługa { $service } ma nieopłaconą fakturę. Bez płatności przestanie działać { $date }, za { $days } dzień.
        [few] Usługa { $service } ma nieopłaconą fakturę. Bez płatności przestanie działać { $date }, za { $days } dni.
        [many] Usługa { $service } ma nieopłaconą fakturę. Bez płatności przestanie działać { $date }, za { $days } dni.
       *[other] Usługa { $service } ma nieopłaconą fakturę. Bez płatności przestanie działać { $date }, za { $days } dnia.
    }
unpaid-rule = Aby zachować usługę, opłać fakturę przed tym dniem. Zaksięgowanie płatności może trochę potrwać: jeśli faktura jest już opłacona, nie musisz nic robić.
button-pay = Opłać faktury
