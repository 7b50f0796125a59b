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
