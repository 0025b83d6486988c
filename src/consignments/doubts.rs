//! What is odd about a consignment and yet possible: asked once before it is saved, never refused; and what does not agree
//! within it, which its page says.

use super::{
    journey::{Event, Milestone},
    model::{Body, Consignment, Line},
    said,
};
use crate::{
    lang::Lang,
    names::Names,
    values::{Dimension, Id, Packaging, Qualifier, When},
};
use chrono::{Days, NaiveDate};
use std::collections::HashMap;

/// The questions a consignment raises, in the reader's words. `today` is the server's day; a day more is allowed, for
/// people live east of it.
pub fn doubts(body: &Body, names: &Names, today: NaiveDate) -> Vec<String> {
    let lang = names.lang;
    let mut out = in_the_future(body, lang, today + Days::new(1));
    let ways = body.legs.iter().zip(body.legs.iter().skip(1));
    for (n, (leg, next)) in ways.enumerate() {
        if let (Some(arrived), Some(left)) = (leg.arrived, next.departed)
            && left.last() < arrived.first()
        {
            let args = [("leg", lang.count(n as i64 + 2)), ("left", lang.when(left)), ("arrived", lang.when(arrived))];
            out.push(lang.say_with("doubt-legs-cross", args));
        }
    }
    let arrived = body.legs.last().and_then(|leg| leg.arrived);
    if let (Some(arrived), Some(received)) = (arrived, body.received)
        && received.last() < arrived.first()
    {
        out.push(lang.vv("doubt-received-early", lang.when(received), lang.when(arrived)));
    }
    out.extend(body.lines.iter().flat_map(|line| told(line, of_line(line, body, lang), names)));
    out
}

/// What is odd about the time of a step: it has not come yet, or contradicts that of a step which goes before it or after it.
pub fn of_step(c: &Consignment, event: &Event, lang: Lang, today: NaiveDate) -> Vec<String> {
    let Some(when) = event.happened else { return vec![] };
    let name = |milestone: Milestone| said::step(milestone, lang);
    let mut out = vec![];
    if when.first() > today + Days::new(1) {
        out.push(lang.vv("doubt-future", name(event.milestone), lang.when(when)));
    }
    let others = c.events.iter().filter(|other| {
        // Of the parts of one leg some may arrive before others leave.
        let alone = event.units.is_some() && other.units.is_some();
        let apart = other.leg.is_some() && event.leg.is_some() && other.leg != event.leg;
        // What is received has left, on whichever leg.
        let apart = apart && event.milestone.of_a_leg() && other.milestone.of_a_leg();
        other.counts() && !alone && !apart
    });
    let mut contradicted = others.filter_map(|other| {
        let then = other.happened?;
        let early = goes_before(other.milestone, event.milestone) && when.last() < then.first();
        let late = goes_before(event.milestone, other.milestone) && then.last() < when.first();
        Some((early || late, late, other.milestone, then))
    });
    if let Some((_, late, other, then)) = contradicted.rfind(|(odd, ..)| *odd) {
        let ((first, on), (second, at)) = match late {
            true => ((other, then), (event.milestone, when)),
            false => ((event.milestone, when), (other, then)),
        };
        let args = [("step", name(first)), ("when", lang.when(on)), ("other", name(second)), ("then", lang.when(at))];
        out.push(lang.say_with("doubt-step-before", args));
    }
    out
}

/// Of what more is accounted for than was dispatched, and more than before.
pub fn surplus(before: &Consignment, after: &Consignment, names: &Names) -> Vec<String> {
    let lang = names.lang;
    let had: HashMap<(Id, i64), i64> =
        before.accounts().iter().map(|(part, account)| (part.key(), account.surplus)).collect();
    let mut out = vec![];
    for (part, account) in after.accounts() {
        let more = account.surplus > had.get(&part.key()).copied().unwrap_or_default();
        if more && part.line.found_by.is_none() {
            let amount = |milli: i64| said::amount(&part, milli, lang);
            let args = [
                ("goods", said::names_of(part.goods, names)),
                ("dispatched", account.dispatched.map(amount).unwrap_or_default()),
                ("accounted", amount(account.accounted())),
                ("surplus", amount(account.surplus)),
            ];
            out.push(lang.say_with("doubt-surplus", args));
        }
    }
    out
}

/// Whether one step goes before another: loading before leaving, leaving before whatever follows, arriving before receipt.
fn goes_before(one: Milestone, other: Milestone) -> bool {
    use Milestone::{Arrived, Cancelled, Cleared, Closed, Departed, Note, Planned, Problem, Ready, Received};
    match one {
        Ready => other == Departed,
        Departed => !matches!(other, Planned | Ready | Departed | Cancelled | Note | Problem | Cleared),
        Arrived => matches!(other, Received | Closed),
        Received => other == Closed,
        _ => false,
    }
}

/// What does not agree: packages and weights that contradict a line's quantity, in the reader's words.
pub fn disagreements(body: &Body, names: &Names) -> Vec<String> {
    body.lines.iter().flat_map(|line| told(line, within_line(line, names.lang), names)).collect()
}

/// What was found of a line, with its goods: the sentences.
fn told(line: &Line, found: impl Iterator<Item = Finding>, names: &Names) -> Vec<String> {
    found.map(|(key, figure)| names.lang.vv(key, said::goods(line, names), figure)).collect()
}

/// A sentence's key, and the figure it is about.
type Finding = (&'static str, String);

/// What is said to have happened on a day that has not come.
fn in_the_future(body: &Body, lang: Lang, latest: NaiveDate) -> Vec<String> {
    let legs = body.legs.iter().flat_map(|leg| [("departed", leg.departed), ("arrived", leg.arrived)]);
    let all = legs.chain([("received", body.received), ("reported", body.reported)]);
    all.filter_map(|(kind, when)| Some((kind, when.filter(|when| when.first() > latest)?)))
        .map(|(kind, when)| lang.vv("doubt-future", lang.say(&format!("date-{kind}")), lang.when(when)))
        .collect()
}

/// What is odd about one line.
fn of_line(line: &Line, body: &Body, lang: Lang) -> impl Iterator<Item = Finding> {
    let quantity = line.quantity;
    let parted = quantity.unit().dimension() == Dimension::Count && quantity.milli() % 1000 != 0;
    let heavy = line.net.zip(line.gross).filter(|(net, gross)| net > gross);
    let sent = body.legs.first().and_then(|leg| leg.departed).map(When::first);
    let spoilt = line.expiry.filter(|expiry| sent.is_some_and(|sent| expiry.last() < sent));
    [
        parted.then(|| ("doubt-parted", lang.quantity(quantity))),
        heavy.map(|(net, _)| ("doubt-net-above-gross", said::kilograms(net, lang))),
        spoilt.map(|expiry| ("doubt-expired", lang.when(expiry))),
    ]
    .into_iter()
    .flatten()
}

/// What contradicts a line's quantity.
fn within_line(line: &Line, lang: Lang) -> impl Iterator<Item = Finding> {
    let quantity = line.quantity;
    let packed = line.packages.as_ref().and_then(Packaging::total);
    let packed = packed.filter(|packed| {
        let alike = quantity.qualifier() == Qualifier::Exact && quantity.unit().base() == packed.unit().base();
        alike && packed.milli() != quantity.milli()
    });
    // A quantity in tonnes may be meant net or gross: it lies between the two.
    let weighed = line.mass().filter(|_| line.quantity.qualifier() == Qualifier::Exact);
    let heavier = weighed.zip(line.net).filter(|(mass, net)| net > mass);
    let light = weighed.zip(line.gross).filter(|(mass, gross)| mass > gross);
    [
        packed.map(|packed| ("doubt-packages", lang.quantity(packed))),
        heavier.map(|(_, net)| ("doubt-net", said::kilograms(net, lang))),
        light.map(|(_, gross)| ("doubt-gross", said::kilograms(gross, lang))),
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        catalogue::Category,
        consignments::model::{Good, Leg, Sharing},
        values::{Id, Qualifier, Quantity, Unit},
    };

    fn leg(departed: &str, arrived: &str) -> Leg {
        Leg { departed: When::from_iso(departed), arrived: When::from_iso(arrived), ..Leg::blank(Id::fresh()) }
    }

    fn body(milli: i64, net: i64, expiry: &str, legs: Vec<Leg>) -> Body {
        let line = Line {
            id: Id::fresh(),
            goods: vec![Good { item: None, name: "kits".into(), category: Category::Other }],
            sharing: Sharing::Together,
            quantity: Quantity::new(Qualifier::Exact, milli, Unit::from_code("SET").unwrap()).unwrap(),
            packages: None,
            net: Some(net),
            gross: Some(1000),
            volume: None,
            batch: String::new(),
            expiry: When::from_iso(expiry),
            hs: String::new(),
            value: None,
            cost: None,
            donor: None,
            note: String::new(),
            cold: String::new(),
            dangerous: String::new(),
            found_by: None,
        };
        Body::of(vec![line], legs)
    }

    #[test]
    fn a_quantity_lies_between_net_and_gross() {
        let weighing = |net: i64, gross: i64| {
            let mut body = body(7000, net, "2024", vec![]);
            for line in &mut body.lines {
                line.quantity = Quantity::new(Qualifier::Exact, 100_000, Unit::from_code("KGM").unwrap()).unwrap();
                line.gross = Some(gross);
            }
            disagreements(&body, &Names::none(Lang::english())).len()
        };
        assert_eq!(weighing(98_000, 100_000), 0, "meant gross");
        assert_eq!(weighing(100_000, 102_000), 0, "meant net");
        assert_eq!(weighing(101_000, 102_000), 1, "more net than that");
        assert_eq!(weighing(90_000, 99_000), 1, "less gross than that");
    }

    fn asked(body: &Body) -> usize {
        doubts(body, &Names::none(Lang::english()), NaiveDate::from_ymd_opt(2023, 4, 20).unwrap()).len()
    }

    #[test]
    fn what_is_odd_is_asked_about_and_nothing_else() {
        let usual = || vec![leg("2023-04-01", "2023-04-10"), leg("2023-04-10", "2023-04-15")];
        assert_eq!(asked(&body(7000, 900, "2024", usual())), 0);
        assert_eq!(asked(&body(7500, 900, "2024", usual())), 1, "seven kits and a half");
        assert_eq!(asked(&body(7000, 1100, "2024", usual())), 1, "net above gross");
        assert_eq!(asked(&body(7000, 900, "2023-03", usual())), 1, "expired when it left");
        assert_eq!(asked(&body(7000, 900, "2023-04", usual())), 0, "a month that is not over");
        assert_eq!(asked(&body(7000, 900, "2024", vec![leg("2023-04-01", "2023-04-22")])), 1, "not come yet");
        assert_eq!(
            asked(&body(7000, 900, "2024", vec![leg("2023-04", "2023-04-21")])),
            0,
            "tomorrow is today further east"
        );
        assert_eq!(
            asked(&body(7000, 900, "2024", vec![leg("", "2023-04-10"), leg("2023-04-05", "")])),
            1,
            "legs cross"
        );
    }
}
