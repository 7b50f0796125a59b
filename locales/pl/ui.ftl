### Teksty interfejsu, po polsku.
### Do czytelnika zwracamy się przez „Ty”, bez form, które zdradzają płeć; zaimki „Ty”, „Twój”, „Ci” piszemy wielką literą.
### Identyfikatory klientów stoją po słowie „klient” albo po dwukropku, więc nie trzeba ich odmieniać ani znać płci klienta.

# Nazwa języka w tym języku, do menu języków.
language-name = Polski

## Daty. Miesiące stoją tylko w `date-pattern`: w dopełniaczu.

month-january = stycznia
month-february = lutego
month-march = marca
month-april = kwietnia
month-may = maja
month-june = czerwca
month-july = lipca
month-august = sierpnia
month-september = września
month-october = października
month-november = listopada
month-december = grudnia
# 27 listopada 2026
date-pattern = { NUMBER($day) } { $month } { NUMBER($year) }
# 27 listopada 2026, 14:05 UTC
date-time-pattern = { $date }, { $time } UTC

## Ile czasu pozostało

left-days =
    { $days ->
        [one] pozostał { $days } dzień
        [few] pozostały { $days } dni
        [many] pozostało { $days } dni
       *[other] pozostało { $days } dnia
    }
left-hours =
    { $hours ->
        [one] pozostała { $hours } godzina
        [few] pozostały { $hours } godziny
        [many] pozostało { $hours } godzin
       *[other] pozostało { $hours } godziny
    }
left-under-an-hour = pozostała niecała godzina

## Wszędzie

skip-link = Przejdź do treści
home = { -brand }, moje usługi
account-menu = Moje konto
contact-management = Zarządzanie kontaktami
my-services = Moje usługi
my-requests = Moje zlecenia
profile = Profil
help = Pomoc
help-mail = Co zrobić, gdy e-mail nie dociera
help-roles = Co może każdy kontakt
help-states = Co oznaczają statusy zleceń
sign-out = Wyloguj się
choose-language = Język
banner-decide =
    { $count ->
        [one] Na Twoją decyzję czeka { $count } zlecenie.
        [few] Na Twoją decyzję czekają { $count } zlecenia.
        [many] Na Twoją decyzję czeka { $count } zleceń.
       *[other] Na Twoją decyzję czeka { $count } zlecenia.
    }
banner-waiting =
    { $count ->
        [one] Na akceptację drugiego kontaktu czeka { $count } Twoje zlecenie.
        [few] Na akceptację drugiego kontaktu czekają { $count } Twoje zlecenia.
        [many] Na akceptację drugiego kontaktu czeka { $count } Twoich zleceń.
       *[other] Na akceptację drugiego kontaktu czeka { $count } Twojego zlecenia.
    }
banner-show = Pokaż
live-lost = Utracono połączenie: wyświetlane dane mogą być nieaktualne. Łączymy się ponownie…
loading = Wczytywanie…
error-title = Błąd: { $title }
page-title = { $title } · { -brand }
me-mark = ja
previous-page = Poprzednia
next-page = Następna
pages = Strony
back-to-requests = Wróć do moich zleceń

## Logowanie

sign-in = Zaloguj się

## Role, kategorie, statusy

role-admin = Administracyjny
role-tech = Techniczny
role-billing = Księgowy
role-admin-long = kontakt administracyjny
role-tech-long = kontakt techniczny
role-billing-long = kontakt księgowy
category-domain = Nazwa domeny
category-dns-zone = Strefa DNS
category-pair = Nazwa domeny i strefa DNS
category-hosting = Hosting WWW
category-database = Baza danych
category-vps = VPS
category-dedicated-server = Serwer dedykowany
category-public-cloud = Projekt Public Cloud
category-email = E-mail
category-telephony = Telefonia
category-internet-access = Dostęp do internetu
status-ok = Aktywna
status-in-creation = Tworzona
status-expired = Wygasła
status-pending-debt = Oczekuje na płatność
status-unpaid = Nieopłacona
state-todo = Do realizacji
state-check-validity = W trakcie weryfikacji
state-validating = Oczekuje na akceptację
state-doing = W trakcie realizacji
state-done = Zrealizowane
state-refused = Odrzucone
state-aborted = Anulowane
state-expired = Wygasłe
state-error = Nieudane

## Moje usługi

services-caption = Usługi, których jesteś kontaktem
column-name = Usługa
column-category = Kategoria
column-status = Status
column-expiry = Wygasa
column-actions = Działania
search-label = Szukaj
search-hint = Usługa lub identyfikator klienta
filter-category = Kategoria
filter-role = Moja rola
# Dla kategorii, ról i statusów.
filter-all = Wszystkie
apply-filters = Filtruj
clear-filters = Pokaż wszystko
services-count =
    { $count ->
        [0] Brak usług
        [one] { $count } usługa
        [few] { $count } usługi
        [many] { $count } usług
       *[other] { $count } usługi
    }
services-more = Ponad { NUMBER($count) } usług
services-none = Nie jesteś jeszcze kontaktem żadnej usługi.
services-none-next = Usługa pojawi się tutaj, gdy zostanie zamówiona z Twoim identyfikatorem klienta lub gdy ktoś przekaże Ci w niej rolę.
services-no-match = Żadna usługa nie spełnia kryteriów wyszukiwania.
actions-for = Działania: { $service } ({ $category })
edit-contacts = Edytuj kontakty
# Dalej stoi data.
expires-on = Wygasa
owner-link = Właściciel
history = Historia
show-request = Pokaż zlecenie
show-request-number = Pokaż zlecenie nr { $number }
change-pending = zmiana w toku

## Edycja kontaktów

edit-title = Edycja kontaktów: { $service }
edit-lead = Wpisz identyfikator klienta każdego nowego kontaktu. Zmiana nastąpi dopiero wtedy, gdy wszyscy, których akceptacja jest wymagana, zaakceptują ją osobistym kodem.
edit-meanwhile = W międzyczasie zmieniła się ta usługa lub dotyczące jej zlecenia.
field-admin = Kontakt administracyjny
field-tech = Kontakt techniczny
field-billing = Kontakt księgowy
field-hint = Identyfikator klienta, z końcówką { $suffix } lub bez niej
closed-not-yours = Tę rolę może przekazać tylko kontakt administracyjny lub { $role }.
closed-admin = Tę rolę może przekazać tylko kontakt administracyjny.
closed-pending = Zmiana tej roli już czeka na akceptację.
replaces-pending = Na tę rolę czeka zlecenie nr { $number }. Jeśli podasz tu inny kontakt, tamto zlecenie zostanie zakończone, a zainteresowani otrzymają o tym informację.
use-me = Ja
use-me-for = Ja, w polu: { $field }
message-label = Wiadomość do nowego kontaktu (opcjonalnie)
message-hint = Do 500 znaków. Będzie widoczna w e-mailu i na stronie zlecenia.
companion-dns-zone = Zmień też strefę DNS o tej samej nazwie: obie zmiany albo żadna
companion-domain = Zmień też odpowiadającą jej nazwę domeny: obie zmiany albo żadna
submit-request = Potwierdź
preview-request = Najpierw sprawdź
cancel-edit = Wróć bez zmian
what-happens = Co się stanie
preview-nothing = Zmień wybrane pole, aby zobaczyć, kto musi zaakceptować zmianę i kto otrzyma powiadomienie.
preview-move = { $role }: { $from } → { $to }
preview-accept = Wymagana akceptacja: { $accounts }
preview-told = Powiadomienie po zmianie: { $accounts }
preview-replaces = To zakończy zlecenie nr { $number }, a zainteresowani otrzymają o tym informację.
preview-days =
    { $days ->
        [one] Wszyscy mają na akceptację { $days } dzień, potem zlecenie wygaśnie.
        [few] Wszyscy mają na akceptację { $days } dni, potem zlecenie wygaśnie.
        [many] Wszyscy mają na akceptację { $days } dni, potem zlecenie wygaśnie.
       *[other] Wszyscy mają na akceptację { $days } dnia, potem zlecenie wygaśnie.
    }
preview-count-linked =
    { $count ->
        [one] Powstanie { $count } zlecenie.
        [few] Powstaną { $count } zlecenia. Każde akceptuje się osobno, ale zostaną zrealizowane razem: wszystkie albo żadne.
        [many] Powstanie { $count } zleceń. Każde akceptuje się osobno, ale zostaną zrealizowane razem: wszystkie albo żadne.
       *[other] Powstanie { $count } zlecenia. Każde akceptuje się osobno, ale zostaną zrealizowane razem: wszystkie albo żadne.
    }
preview-count =
    { $count ->
        [one] Powstanie { $count } zlecenie.
        [few] Powstaną { $count } zlecenia; każde akceptuje się osobno.
        [many] Powstanie { $count } zleceń; każde akceptuje się osobno.
       *[other] Powstanie { $count } zlecenia; każde akceptuje się osobno.
    }
preview-debt-own = Masz nieopłaconą fakturę. Kontakt księgowy będzie można zmienić po jej opłaceniu.
preview-debt = Ani dotychczasowy, ani nowy kontakt księgowy nie może mieć nieopłaconej faktury. Sprawdzamy to przy wysłaniu zlecenia i ponownie przy wprowadzaniu zmiany.

## Moje zlecenia

requests-caption = Zlecenia wysłane i otrzymane, od najnowszych
column-request = Zlecenie
column-date = Data
column-roles = Role
column-from = Z konta
column-to = Na konto
column-state = Status
filter-state = Status
filter-open = W toku
requests-none = Nie ma jeszcze żadnych zleceń.
requests-none-next = Gdy przekażesz rolę albo ktoś przekaże rolę Tobie, zlecenie pojawi się tutaj.
requests-no-match = Żadne zlecenie nie ma tego statusu.
waiting-for-you = Czeka na Ciebie
waiting-for = Czeka na: { $accounts }
decide-now = Zaakceptuj lub odrzuć
open-request = Otwórz
request-number = nr { $number }

## Zlecenie

request-title = Zlecenie nr { $number }
request-service = Usługa
request-roles = Przekazywane role
request-by = Zlecający
request-expires = Termin akceptacji
request-ended = Data zakończenia
request-message = Wiadomość od klienta { $account }
request-siblings = Zlecono razem z tym
# In place of a customer ID that the reader may not see.
other-customer = inny klient
siblings-linked = Zostaną zrealizowane razem: wszystkie albo żadne.
signatures-title = Kto musi zaakceptować
signed = Zaakceptowano
signed-not = Odrzucono
signed-never = Brak akceptacji
signed-not-yet = Jeszcze nie zaakceptowano
timeline-title = Przebieg zlecenia
your-decision = Twoja decyzja
code-label = Kod weryfikacyjny
code-hint = Znajdziesz go w e-mailu wysłanym na adres { $address }. Jest osobisty i jednorazowy.
accept = Zaakceptuj
refuse = Odrzuć
refuse-ask = Odrzuć…
refuse-sure = Odrzucenie kończy zlecenie dla wszystkich. Nie można go cofnąć.
refuse-confirm = Odrzuć zlecenie
resend-title = E-mail nie dotarł?
resend-text = Kody wysyłamy na adres { $address }. Nowy kod zastępuje poprzedni.
resend = Wyślij e-mail ponownie
wrong-address = To nie ten adres? Zmień go w swoim profilu.
cancel-ask = Anuluj zlecenie…
cancel-text = Zlecenie zostanie zakończone, a drugi kontakt otrzyma o tym informację.
cancel-text-administrator = Jako administrator tej usługi możesz zakończyć to zlecenie. Nic się nie zmieni, a oba kontakty otrzymają o tym informację.
cancel-linked = Zakończone zostaną także powiązane z nim zlecenia: { $requests }.
cancel-reason = Powód (opcjonalnie)
cancel-request = Anuluj zlecenie
# `$account` is the customer ID of whoever asks the reader.
block-ask = Zablokuj klienta { $account }…
block-text = Klient { $account } nie będzie już mógł kierować do Ciebie zleceń: nie otrzymasz e-maili ani nie zobaczysz zleceń od tego klienta. Zlecenia, które czekają na Twoją decyzję, znikną stąd i wygasną. Klient nie otrzyma o tym informacji.
block-limits = Twoje role i zlecenia już przez Ciebie zaakceptowane pozostaną bez zmian. Klienta możesz odblokować w swoim profilu; zlecenia ukryte do tego czasu pozostaną ukryte.
block-confirm = Zablokuj klienta { $account }
block-done = Klient { $account } jest przez Ciebie zablokowany.
block-undo = Zmień to w swoim profilu
decided-already = Twoja akceptacja jest zapisana. Zlecenie czeka na: { $accounts }.
waits-for-linked = Wszyscy zaakceptowali to zlecenie. Zostanie zrealizowane razem z powiązanym zleceniem, gdy tylko i ono zostanie zaakceptowane.
ended-done = Zmiana została wprowadzona.
ended-refused = Klient { $account } odrzucił zlecenie. Nic się nie zmieniło.
ended-expired = Nie wszyscy zaakceptowali zlecenie w terminie. Nic się nie zmieniło; zlecający może je ponowić jednym kliknięciem.
ended-error = Wystąpił błąd po naszej stronie. Nic się nie zmieniło.
only-watching = Widzisz to zlecenie, ponieważ jesteś kontaktem usługi. Zlecenie czeka na: { $accounts }.
aborted-cancelled = Zlecający anulował zlecenie. Nic się nie zmieniło.
aborted-right-lost = Zlecający nie ma już uprawnień do zlecenia tej zmiany. Nic się nie zmieniło.
aborted-contact-changed = W międzyczasie kontakt się zmienił. To zlecenie niczego nie zmieniło.
aborted-debt = Jeden z kontaktów księgowych zalega z płatnościami. Nic się nie zmieniło.
aborted-account-disabled = Konto, którego akceptacja jest wymagana, nie jest już aktywne. Nic się nie zmieniło.
aborted-linked-ended = Powiązane zlecenie zostało zakończone. Nic się nie zmieniło.
aborted-cancelled-by-administrator = Administrator usługi anulował zlecenie. Nic się nie zmieniło.
aborted-superseded = Administrator usługi zlecił w jego miejsce inną zmianę. To zlecenie niczego nie zmieniło.
aborted-staff = Obsługa klienta zakończyła zlecenie. Nic się nie zmieniło.
cancel-reason-given = Powód: { $reason }
pay-invoice = Opłać fakturę
ask-again = Ponów zlecenie
ask-otherwise = Zleć inną zmianę
event-asked = Klient { $account } zlecił zmianę
event-accepted = Klient { $account } zaakceptował zlecenie
event-refused = Klient { $account } odrzucił zlecenie
event-cancelled = Klient { $account } anulował zlecenie
event-cancelled-by-administrator = Administrator usługi anulował zlecenie
event-aborted = Zlecenie zostało przerwane
event-expired = Upłynął termin akceptacji
event-done = Zmiana została wprowadzona
event-error = Zlecenie nie powiodło się
mail-asked = kod
mail-resent = nowy kod
mail-reminder = przypomnienie
mail-done = potwierdzenie
mail-replaced = informacja
mail-refused = odrzucenie
mail-cancelled = anulowanie
mail-aborted = informacja
mail-expired = wygaśnięcie
mail-pending = E-mail do klienta { $account } jest w drodze ({ $subject })
mail-waiting = E-mail do klienta { $account } nie został jeszcze przekazany, ponawiamy próby ({ $subject })
mail-sent = Wysłano e-mail do klienta { $account } ({ $subject })
mail-owed = E-mail do klienta { $account } ({ $subject })
mail-dead = Nie udało się dostarczyć e-maila do klienta { $account } ({ $subject })
mail-outdated = Nie wysłano e-maila do klienta { $account }, bo nie był już potrzebny ({ $subject })

## Co właśnie zrobiono

notice-registered = Twoje zlecenie zostało zarejestrowane. Wszyscy, których akceptacja jest wymagana, otrzymują e-mail z osobistym kodem; Twój jest już w drodze.
notice-waiting = Twoja akceptacja została zapisana. Zlecenie czeka jeszcze na akceptację drugiego kontaktu.
notice-linked = Twoja akceptacja została zapisana. Zmiana nastąpi, gdy tylko powiązane zlecenie również zostanie zaakceptowane.
notice-done = Wszyscy zaakceptowali zlecenie i zmiana została wprowadzona. Wszyscy zainteresowani otrzymują o tym e-mail.
notice-refused = Zlecenie zostało odrzucone i zakończone, a drugi kontakt otrzymuje o tym informację.
notice-cancelled = Zlecenie zostało anulowane, a zainteresowani otrzymują o tym informację.
notice-blocked = Klient został zablokowany: nie otrzymasz od niego więcej zleceń. Możesz go odblokować w swoim profilu.
notice-resent = Wysyłamy nowy kod na adres { $address }. Poprzedni już nie działa.

## Problemy

problem-title = Wystąpił problem
problem-signed-out = Twoja sesja została zakończona. Zaloguj się i spróbuj ponownie.
problem-not-found = Ten element nie istnieje lub nie masz do niego dostępu.
problem-nothing-changed = Nic jeszcze nie zostało zmienione: zmień co najmniej jedno pole.
problem-not-your-role = Nie możesz przekazać tej roli w tej usłudze: { $role }.
problem-contact-changed = Obecny { $role }: { $account }. Zmiana nastąpiła po otwarciu tej strony. Sprawdź wpisane dane i wyślij je ponownie.
problem-busy = Zmiana tej roli już czeka na akceptację: { $role }.
problem-of-companion = Dotyczy usługi o tej samej nazwie, która ma się zmienić razem z tą. { $problem } Aby zmienić tylko tę usługę, usuń zaznaczenie.
problem-companion-gone = Usługi o tej samej nazwie nie można już zmienić razem z tą. Nic nie zostało wysłane. Wczytaj stronę ponownie.
problem-busy-link = Przejdź do oczekującego zlecenia
problem-debt-own = Masz nieopłaconą fakturę. Opłać ją, a potem zleć zmianę ponownie.
problem-debt = Kontaktu księgowego nie można teraz zmienić: jeden z kontaktów księgowych zalega z płatnościami.
problem-wrong-code =
    { $left ->
        [0] Ten kod jest nieprawidłowy. To była ostatnia próba: poproś o nowy kod.
        [one] Ten kod jest nieprawidłowy. Pozostała { $left } próba.
        [few] Ten kod jest nieprawidłowy. Pozostały { $left } próby.
        [many] Ten kod jest nieprawidłowy. Pozostało { $left } prób.
       *[other] Ten kod jest nieprawidłowy. Pozostało { $left } próby.
    }
problem-code-void = Tego kodu nie można już użyć: było zbyt wiele błędnych prób. Poproś o nowy.
problem-code-replaced = Ten kod został zastąpiony nowszym. Użyj kodu z naszego ostatniego e-maila lub poproś o nowy.
problem-decided = Twoja decyzja została już zapisana.
problem-ended = Zlecenie jest już zakończone. Status: { $state }.
problem-not-requester = Może to zrobić tylko zlecający.
problem-too-many-blocked = Lista zablokowanych klientów jest pełna (maksymalnie { NUMBER($count) }). Najpierw odblokuj jednego z nich w swoim profilu.
problem-too-many =
    { $minutes ->
        [one] Zbyt wiele prób. Spróbuj ponownie za { $minutes } minutę.
        [few] Zbyt wiele prób. Spróbuj ponownie za { $minutes } minuty.
        [many] Zbyt wiele prób. Spróbuj ponownie za { $minutes } minut.
       *[other] Zbyt wiele prób. Spróbuj ponownie za { $minutes } minuty.
    }
problem-contended = Ktoś inny właśnie to zmienia. Niczego nie zmieniono. Spróbuj ponownie za kilka sekund.
problem-overloaded = Serwer jest w tej chwili bardzo obciążony. Niczego nie zmieniono. Spróbuj ponownie za kilka sekund.
problem-cross-site = Żądanie pochodziło z innej witryny i nie zostało wykonane.
problem-malformed = Serwer nie zrozumiał przesłanych danych. Wczytaj stronę ponownie i spróbuj jeszcze raz.
problem-unreachable = Brak połączenia z serwerem. Wpisane dane zostały zachowane; spróbuj ponownie.
problem-internal = Wystąpił błąd po naszej stronie. Jeśli coś było właśnie zmieniane, przed ponowną próbą sprawdź, czy zmiana nie została już zapisana. Jeśli błąd się powtórzy, podaj nam ten numer: { $id }
wrong-empty = { $field }: uzupełnij to pole.
wrong-format-id = { $field }: to nie jest identyfikator klienta. Oczekiwana postać to xx11111-ovh.
wrong-format-code = { $field }: to nie jest żaden z naszych kodów. Kod składa się z 28 liter i cyfr.
wrong-format-text = { $field }: wpisano niedozwolone znaki.
wrong-too-long = { $field }: wpisano za dużo znaków.
wrong-too-long-note = { $field }: wpisano za dużo znaków. Limit to { NUMBER($count) } znaków.

## Nie znaleziono

not-found-title = Nie znaleziono strony
not-found-text = Nic tu nie ma albo nie masz dostępu do tej strony. Jeśli otwierasz link z e-maila, upewnij się, że korzystasz z konta, które ten e-mail otrzymało.
not-found-home = Przejdź do moich usług
