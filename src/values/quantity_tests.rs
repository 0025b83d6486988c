//! What people type into an amount field, and what it is read as.

use super::*;
use proptest::prelude::*;

fn read(amount: &str, unit: &str) -> String {
    shown(Quantity::read(amount, unit, Comma::Ambiguous))
}

fn shown(read: Result<Quantity, Fault>) -> String {
    match read {
        Ok(quantity) => quantity.canonical(),
        Err(Fault::Ambiguous { grouped, decimal }) => format!("{grouped} | {decimal}"),
        Err(fault) => format!("{fault:?}"),
    }
}

#[test]
fn amounts_with_a_unit_in_either_field() {
    for (amount, unit, expected) in [
        ("272.728", "t", "272.728 TNE"),
        ("272.728 t", "", "272.728 TNE"),
        ("60 000 л", "", "60000 LTR"),
        ("2,5 mt", "", "2.5 TNE"),
        ("۶۰٬۰۰۰ لیتر", "", "60000 LTR"),
        ("۲٫۵ تن", "", "2.5 TNE"),
        ("272 t 728 kg", "", "272.728 TNE"),
        ("272t728kg", "t", "272.728 TNE"),
        ("1 t 5 000 kg", "", "6 TNE"),
        ("5 m3", "", "5 MTQ"),
        ("5 куб. м", "", "5 MTQ"),
        ("5 m³", "m3", "5 MTQ"),
        ("12 E27", "", "12 E27"),
        ("0", "kg", "0 KGM"),
        ("0.001", "kg", "0.001 KGM"),
        ("0.000001", "t", "0.000001 TNE"),
        ("5. t", "", "5 TNE"),
        ("200", "кроватей", "200 bed"),
        ("\u{200f}60\u{a0}000\u{200e} kg", "kg", "60000 KGM"),
        ("1000000 t", "", "1000000 TNE"),
        (".5 t", "", "0.5 TNE"),
        ("5 kg.", "", "5 KGM"),
    ] {
        assert_eq!(read(amount, unit), expected, "{amount} {unit}");
    }
}

#[test]
fn qualifiers_before_and_after() {
    for (amount, expected) in [
        ("~20 t", "~20 TNE"),
        ("≈ 20 t", "~20 TNE"),
        ("approx. 20 t", "~20 TNE"),
        ("approx.20 t", "~20 TNE"),
        ("около 20 т", "~20 TNE"),
        ("шамамен 20 т", "~20 TNE"),
        ("حدود ۲۰ تن", "~20 TNE"),
        ("> 5403 t", ">=5403 TNE"),
        ("≥5403 t", ">=5403 TNE"),
        ("не менее 5 403 т", ">=5403 TNE"),
        ("بیش از ۵۴۰۳ تن", ">=5403 TNE"),
        ("لږ تر لږه ۵ ټن", ">=5 TNE"),
        ("up to 3 t", "<=3 TNE"),
        ("до 3 т", "<=3 TNE"),
        ("<=3 t", "<=3 TNE"),
        ("4000+ t", ">=4000 TNE"),
        ("4000 t+", ">=4000 TNE"),
        ("4000 тоннадан астам", ">=4000 TNE"),
        ("3 тоннаға дейін", "<=3 TNE"),
        ("? XBX", "? XBX"),
        ("not stated boxes", "? XBX"),
        ("не указано коробок", "? XBX"),
        ("? m3", "? MTQ"),
        ("~20 t approx.", "~20 TNE"),
    ] {
        assert_eq!(read(amount, ""), expected, "{amount}");
    }
    for words in [
        "?",
        "not stated",
        "Unknown",
        "n/a",
        "не указано",
        "неизвестно",
        "белгісіз",
        "көрсетілмеген",
        "نامعلوم",
        "ذکر نشده",
        "نه دی ښودل شوی",
    ] {
        assert_eq!(read(words, "boxes"), "? XBX", "{words}");
        assert_eq!(read(words, ""), "NoUnit", "{words}");
    }
}

#[test]
fn two_readings_are_both_given_back() {
    assert_eq!(read("272,728", "t"), "272728 | 272.728");
    assert_eq!(read("около 272,728 т", ""), "~272728 т | ~272.728 т");
    assert_eq!(read("1,234 t 5 kg", ""), "1234 t 5 kg | 1.234 t 5 kg");
    assert_eq!(shown(Quantity::read("272,728", "t", Comma::Groups)), "272728 TNE");
}

#[test]
fn faults() {
    for (amount, unit, expected) in [
        ("", "t", "Empty"),
        (" \u{200f}", "t", "Empty"),
        ("abc", "t", "NotANumber"),
        ("-5", "t", "Negative"),
        ("−5 t", "", "Negative"),
        ("~-5", "t", "Negative"),
        ("5", "", "NoUnit"),
        ("5", "parsec", "UnknownUnit(\"parsec\")"),
        ("5 parsec", "", "UnknownUnit(\"parsec\")"),
        ("5 t", "kg", "Mixed"),
        ("3 t 5 l", "", "Mixed"),
        ("3 boxes 2 bags", "", "Mixed"),
        ("0.0005", "kg", "TooFine"),
        ("1.5", "g", "TooFine"),
        ("1000000.001", "t", "TooLarge"),
        ("99999999999999999999999", "t", "TooLarge"),
        ("5-6", "t", "NotANumber"),
        ("12\u{0}3", "t", "NotANumber"),
        ("5\0", "t", "NotANumber"),
        ("1.234,5", "t", "NotANumber"),
        ("6 00 00", "t", "NotANumber"),
        ("272 t 728", "", "NotANumber"),
        ("? 5", "t", "NotANumber"),
        ("5;", "t", "NotANumber"),
        ("5 t <b>", "", "NotANumber"),
        ("до 5+", "t", "NotANumber"),
        ("900000 t 900000 t", "", "TooLarge"),
        ("5", "t\0x", "UnknownUnit(\"tx\")"),
    ] {
        assert_eq!(read(amount, unit), expected, "{amount} {unit}");
    }
    assert_eq!(read(&"a1".repeat(1_000_000), "t"), "NotANumber");
}

#[test]
fn only_what_is_kept_can_be_made() {
    let tonne = Unit::read("t").expect("readable");
    assert!(Quantity::new(Qualifier::Exact, MAX, tonne).is_some());
    assert!(Quantity::new(Qualifier::Exact, MAX + 1, tonne).is_none());
    assert!(Quantity::new(Qualifier::Exact, -1, tonne).is_none());
    assert!(Quantity::new(Qualifier::NotStated, 1, tonne).is_none());
    assert_eq!(Quantity::new(Qualifier::NotStated, 0, tonne), Some(Quantity::not_stated(tonne)));
}

#[test]
fn a_sum_carries_its_weakest_qualifier() {
    let sum = |amounts: &[&str]| {
        let mut sum = Sum::default();
        for amount in amounts {
            sum.add(Quantity::read(amount, "t", Comma::Groups).expect("readable"));
        }
        (sum.milli / 1_000_000, sum.qualifier())
    };
    assert_eq!(sum(&[]), (0, Qualifier::Exact));
    assert_eq!(sum(&["1", "2"]), (3, Qualifier::Exact));
    assert_eq!(sum(&["1", ">=2"]), (3, Qualifier::AtLeast));
    assert_eq!(sum(&["1", "<=2"]), (3, Qualifier::AtMost));
    assert_eq!(sum(&[">=1", "<=2"]), (3, Qualifier::About));
    assert_eq!(sum(&[">=1", "~2"]), (3, Qualifier::About));
    assert_eq!(sum(&["1", "?"]), (1, Qualifier::AtLeast));
    assert_eq!(sum(&["<=1", "?"]), (1, Qualifier::AtMost));
    assert_eq!(sum(&["?", "?"]), (0, Qualifier::NotStated));
}

#[test]
fn sums_keep_what_does_not_add_apart() {
    let lines = ["2 t", "500 kg", "3 l", "1 m3", "5 boxes", "2 bags"]
        .map(|text| Quantity::read(text, "", Comma::Groups).expect("readable"));
    let shown: Vec<_> = sums(lines).into_iter().map(|(unit, sum)| (unit.code(), sum.milli)).collect();
    assert_eq!(shown, [("KGM", 2_500_000), ("LTR", 1_003_000), ("XBX", 5_000), ("XBG", 2_000)]);
}

fn any_quantity() -> impl Strategy<Value = Quantity> {
    let units: Vec<Unit> = Unit::all().collect();
    let milli = prop_oneof![0..=MAX, 0..=10_000_i64, (0..=1_000_000_i64).prop_map(|n| n * 1_000)];
    (proptest::sample::select(Qualifier::ALL.to_vec()), milli, proptest::sample::select(units)).prop_map(
        |(qualifier, milli, unit)| {
            let milli = if qualifier == Qualifier::NotStated { 0 } else { milli };
            Quantity::new(qualifier, milli, unit).expect("readable")
        },
    )
}

proptest! {
    #[test]
    fn canonical_amounts_are_read_again(quantity in any_quantity(), groups: bool) {
        let comma = if groups { Comma::Groups } else { Comma::Ambiguous };
        prop_assert_eq!(Quantity::read(&quantity.amount(), quantity.unit().code(), comma), Ok(quantity));
        prop_assert_eq!(Quantity::read(&quantity.canonical(), "", comma), Ok(quantity));
    }

    #[test]
    fn both_readings_are_read_as_they_say(whole in 1..1000_i64, rest in 0..1000_i64) {
        let typed = format!("~{whole},{rest:03} t");
        let Err(Fault::Ambiguous { grouped, decimal }) = Quantity::read(&typed, "", Comma::Ambiguous) else {
            return Err(TestCaseError::fail(typed));
        };
        let milli = |text: &str| Quantity::read(text, "", Comma::Ambiguous).map(Quantity::milli);
        prop_assert_eq!(milli(&grouped), Ok((whole * 1000 + rest) * 1_000_000));
        prop_assert_eq!(milli(&decimal), Ok((whole * 1000 + rest) * 1_000));
    }

    #[test]
    fn no_text_brings_it_down(amount in any::<String>(), unit in any::<String>()) {
        let _ = Quantity::read(&amount, &unit, Comma::Ambiguous);
    }

    #[test]
    fn no_text_of_our_letters_brings_it_down(amount in "[0-9.,' ٫٬،~+\\-<>?tkgлm3٣٠xEH]{0,16}") {
        if let Ok(quantity) = Quantity::read(&amount, "kg", Comma::Groups) {
            prop_assert!((0..=MAX).contains(&quantity.milli()));
        }
    }
}
