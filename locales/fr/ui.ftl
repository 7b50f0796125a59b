### Les textes de l’interface, en français.

language-name = Français

## Dates

month-january = janvier
month-february = février
month-march = mars
month-april = avril
month-may = mai
month-june = juin
month-july = juillet
month-august = août
month-september = septembre
month-october = octobre
month-november = novembre
month-december = décembre
date-pattern =
    { $day ->
        [one] 1er
       *[other] { $day }
    } { $month } { NUMBER($year) }
date-time-pattern = { $date } à { $time } UTC

## Temps restant

left-days =
    { $days ->
        [one] il reste { $days } jour
       *[other] il reste { $days } jours
    }
left-hours =
    { $hours ->
        [one] il reste { $hours } heure
       *[other] il reste { $hours } heures
    }
left-under-an-hour = il reste moins d’une heure
