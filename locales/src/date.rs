//! Dates and remaining time in words. Times are Unix milliseconds, UTC; no clock and no time zone is asked, so that the
//! server and the browser write the same.

use crate::{Ui, format::push_number};

const SECOND: i64 = 1000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

impl Ui {
    /// `27 November 2026`
    pub fn date(self, ms: i64) -> String {
        let (year, month, day) = civil(ms);
        let month = match month {
            1 => self.month_january(),
            2 => self.month_february(),
            3 => self.month_march(),
            4 => self.month_april(),
            5 => self.month_may(),
            6 => self.month_june(),
            7 => self.month_july(),
            8 => self.month_august(),
            9 => self.month_september(),
            10 => self.month_october(),
            11 => self.month_november(),
            _ => self.month_december(),
        };
        self.date_pattern(day, month, year)
    }

    /// `27 November 2026, 14:05 UTC`
    pub fn date_time(self, ms: i64) -> String {
        let mut time = String::new();
        push_time(&mut time, ms);
        self.date_time_pattern(&self.date(ms), &time)
    }

    /// `6 days left`, `3 hours left`, `less than an hour left` (also when nothing is); whole units, rounded down.
    pub fn left(self, ms_left: i64) -> String {
        if ms_left >= DAY {
            self.left_days(ms_left / DAY)
        } else if ms_left >= HOUR {
            self.left_hours(ms_left / HOUR)
        } else {
            self.left_under_an_hour().to_owned()
        }
    }
}

/// `2026-11-27T14:05:00Z`, for `<time datetime>`; parts of a second are left out.
pub fn iso_date_time(ms: i64) -> String {
    let (year, month, day) = civil(ms);
    let mut out = String::new();
    push_number(&mut out, year, 4);
    out.push('-');
    push_number(&mut out, month, 2);
    out.push('-');
    push_number(&mut out, day, 2);
    out.push('T');
    push_time(&mut out, ms);
    out.push(':');
    push_number(&mut out, ms.rem_euclid(MINUTE) / SECOND, 2);
    out.push('Z');
    out
}

fn push_time(out: &mut String, ms: i64) {
    push_number(out, ms.rem_euclid(DAY) / HOUR, 2);
    out.push(':');
    push_number(out, ms.rem_euclid(HOUR) / MINUTE, 2);
}

/// Year, month and day: `civil_from_days` of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
/// (<https://howardhinnant.github.io/date_algorithms.html>). Years begin in March there, so that a leap day is the last.
fn civil(ms: i64) -> (i64, i64, i64) {
    let days = ms.div_euclid(DAY) + 719_468; // since 1 March of the year 0
    let era = days.div_euclid(146_097); // 400 years
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use proptest::prelude::*;

    use super::*;

    fn at(iso: &str) -> i64 {
        iso.parse::<Timestamp>().expect("an instant").as_millisecond()
    }

    #[test]
    fn agrees_with_jiff_on_every_day_of_a_thousand_years() {
        for day in at("1600-01-01T00:00:00Z") / DAY..at("2600-01-01T00:00:00Z") / DAY {
            let date = Timestamp::from_millisecond(day * DAY).expect("in range").to_zoned(jiff::tz::TimeZone::UTC);
            let expected = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
            assert_eq!(civil(day * DAY), expected);
            assert_eq!(civil(day * DAY + DAY - 1), expected);
        }
    }

    proptest! {
        #[test]
        fn iso_agrees_with_jiff(ms in at("0000-01-01T00:00:00Z")..at("9999-12-30T00:00:00Z")) {
            let expected = Timestamp::from_millisecond(ms.div_euclid(SECOND) * SECOND).expect("in range");
            prop_assert_eq!(iso_date_time(ms), expected.to_string());
        }

        #[test]
        fn any_instant_has_a_form(ms: i64) {
            iso_date_time(ms);
        }
    }

    #[cfg(feature = "embed")]
    mod words {
        use super::*;
        use crate::Language::{En, Fr};

        #[test]
        fn dates() {
            let ms = at("2026-11-27T14:05:59.999Z");
            assert_eq!(Ui::of(En).date(ms), "27\u{a0}November\u{a0}2026");
            assert_eq!(Ui::of(Fr).date(ms), "27\u{a0}novembre\u{a0}2026");
            assert_eq!(Ui::of(En).date_time(ms), "27\u{a0}November\u{a0}2026, 14:05\u{a0}UTC");
            assert_eq!(Ui::of(Fr).date_time(ms), "27\u{a0}novembre\u{a0}2026 à 14:05\u{a0}UTC");
            assert_eq!(Ui::of(Fr).date(at("2026-12-01T00:00:00Z")), "1er\u{a0}décembre\u{a0}2026");
            assert_eq!(iso_date_time(ms), "2026-11-27T14:05:59Z");
        }

        #[test]
        fn every_month_has_its_name() {
            for (month, name) in (1..).zip(["January", "February", "March", "April", "May", "June", "July", "August"]) {
                assert_eq!(
                    Ui::of(En).date(at(&format!("2026-0{month}-02T00:00:00Z"))),
                    format!("2\u{a0}{name}\u{a0}2026")
                );
            }
            for (month, name) in (9..).zip(["septembre", "octobre", "novembre", "décembre"]) {
                assert_eq!(
                    Ui::of(Fr).date(at(&format!("2026-{month:02}-02T00:00:00Z"))),
                    format!("2\u{a0}{name}\u{a0}2026")
                );
            }
        }

        #[test]
        fn what_is_left() {
            let cases = [
                (7 * DAY - 1, "6 days left", "il reste 6 jours"),
                (DAY, "1 day left", "il reste 1 jour"),
                (DAY - 1, "23 hours left", "il reste 23 heures"),
                (HOUR, "1 hour left", "il reste 1 heure"),
                (HOUR - 1, "less than an hour left", "il reste moins d’une heure"),
                (-DAY, "less than an hour left", "il reste moins d’une heure"),
            ];
            for (ms, english, french) in cases {
                assert_eq!(Ui::of(En).left(ms), english);
                assert_eq!(Ui::of(Fr).left(ms), french);
            }
        }
    }
}
