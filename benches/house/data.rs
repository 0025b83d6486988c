//! The records a run works on: made up, and the same every time.

use crate::Outcome;
use chrono::{Days, NaiveDate};
use keruen::{
    accounts::{self, Grant, Person, Role, Visitor},
    catalogue, consignments,
    consignments::{
        Sharing, Status,
        actions::New,
        form::usual_unit,
        model::{Body, Good, Leg, Line, WeightKind},
    },
    db::{Db, Pool},
    lang::Lang,
    missions::{self, Mission, MissionStatus},
    names, organisations, places,
    values::{Currency, Id, Mode, Money, Packaging, Qualifier, Quantity, Unit, When},
};

/// How many are logged in one transaction.
const PIECE: usize = 2_000;

/// How many missions there are besides the two of a known size.
const MISSIONS: usize = 200;

/// What the five largest missions hold, of a hundred consignments; the others share the rest.
const LARGEST: [usize; 5] = [20, 12, 9, 7, 5];

/// The lines of each consignment in the missions of exactly a hundred and exactly a hundred thousand lines.
const LINES_EACH: usize = 5;

/// The mission that holds most consignments.
pub const LARGE: &str = "BENCH-001";

/// A mission like most: one of many.
pub const SMALL: &str = "BENCH-150";

/// The mission of exactly a hundred lines.
pub const HUNDRED: &str = "BENCH-LINES-100";

/// The mission of exactly a hundred thousand lines, where there are consignments enough for it.
pub const HUNDRED_THOUSAND: &str = "BENCH-LINES-100000";

/// The donors.
pub const DONORS: [&str; 4] =
    ["Northern Relief Agency", "Steppe Foundation", "Harbour Aid Fund", "River Valley Red Crescent"];

/// The places, by UN/LOCODE: where consignments leave from.
pub const ORIGINS: [&str; 4] = ["KZALA", "UZTAS", "TRIST", "EGCAI"];

/// Where they go.
pub const DESTINATIONS: [&str; 8] = ["AFKBL", "AFHEA", "AFKDH", "AFBIN", "TJDYU", "KGFRU", "PSGZA", "UAIEV"];

/// A word in most remarks, one in every fiftieth, and one in five of them all.
pub const COMMON: &str = "convoy";
/// See [`COMMON`].
pub const MEDIUM: &str = "winter";
/// See [`COMMON`].
pub const RARE: &str = "saxaul";

/// The words of remarks are three of these together.
const SYLLABLES: [&str; 12] = ["ka", "ra", "to", "mi", "sel", "du", "bo", "nur", "tash", "vel", "an", "is"];

/// The good that is sent most.
pub const FIRST_GOOD: &str = "Wheat flour";

/// The first day of the eight years.
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2018, 1, 1).expect("a day");

/// The days of the eight years.
const DAYS: usize = 2_922;

/// Numbers that look random and are the same every time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        // Knuth's constants; the low bits of such a generator are poor, so they are left out.
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 24
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// Whether something that happens `n` times in a thousand happens now.
    fn of_thousand(&mut self, n: usize) -> bool {
        self.below(1_000) < n
    }

    /// One of many, the first far more often than the last (Zipf).
    fn zipf(&mut self, weights: &[f64]) -> usize {
        let total = weights.last().copied().unwrap_or_default();
        let at = (self.next() % 1_000_000) as f64 / 1_000_000.0 * total;
        weights.partition_point(|w| *w <= at).min(weights.len() - 1)
    }
}

/// What [`Chance::zipf`] draws from: the running sums of 1, 1/2, 1/3 ….
fn weights(n: usize) -> Vec<f64> {
    (1..=n)
        .scan(0.0, |sum, k| {
            *sum += 1.0 / k as f64;
            Some(*sum)
        })
        .collect()
}

/// An item of the catalogue as lines need it.
struct Item {
    id: Id,
    category: catalogue::Category,
    unit: Unit,
}

/// Everything consignments refer to.
struct Stock {
    donors: Vec<Id>,
    consignees: Vec<Id>,
    carriers: Vec<Id>,
    from: Vec<Id>,
    to: Vec<Id>,
    items: Vec<Item>,
    item_weights: Vec<f64>,
    words: Vec<String>,
    word_weights: Vec<f64>,
    dollar: Currency,
}

/// The session that every request comes with: its officer may log and keep missions.
pub const SESSION: &str = "bench";

/// Writes `rows` consignments into an empty house, and signs an officer in.
pub fn fill(pool: &Pool, rows: usize) -> Outcome {
    let who = Visitor::house(Lang::english());
    pool.write_now(|db| {
        let officer = Person::new("officer", "Officer");
        let rights = (Grant { role: Role::Manager, mission: None, organisation: None }, "manager".to_string());
        if accounts::actions::add(db, &officer, &[rights], &who.by, who.lang)?.is_ok() {
            let token = accounts::second::kept(SESSION);
            accounts::actions::begin(db, &officer, &token, "127.0.0.1", "", None)?;
        }
        Ok(())
    })?;
    let stock = pool.write_now(|db| Ok(stock(db)))??;
    let mut chance = Chance(rows as u64);
    let mut made = 0;
    for (code, consignments, lines_each) in plan(rows) {
        let period = period(&code, &mut chance);
        let mission = open(pool, &code, &stock, period)?;
        let mut left = consignments;
        while left > 0 {
            let size = left.min(PIECE);
            let done = consignments - left;
            let bodies: Vec<New> = (0..size)
                .map(|n| {
                    let along = (done + n) * period.1 / consignments;
                    let day = period.0 + along + chance.below(10);
                    body(&mut chance, &stock, day, lines_each, made + n, rows).into()
                })
                .collect();
            pool.write_now(|db| consignments::actions::log_many(db, &mission, bodies.clone(), &who))?;
            left -= size;
            made += size;
        }
    }
    Ok(())
}

/// The missions: code, consignments, lines in each consignment where that is fixed.
fn plan(rows: usize) -> Vec<(String, usize, Option<usize>)> {
    let mut plan = vec![(HUNDRED.to_string(), 100 / LINES_EACH, Some(LINES_EACH))];
    if rows >= 100_000 {
        plan.push((HUNDRED_THOUSAND.to_string(), 100_000 / LINES_EACH, Some(LINES_EACH)));
    }
    let left = rows - plan.iter().map(|(_, n, _)| n).sum::<usize>();
    let large = LARGEST.map(|percent| left * percent / 100);
    let others = MISSIONS - LARGEST.len();
    let rest = left - large.iter().sum::<usize>();
    for n in 0..MISSIONS {
        let other = n.saturating_sub(LARGEST.len());
        let size = large.get(n).copied().unwrap_or(rest / others + usize::from(other < rest % others));
        plan.push((format!("BENCH-{:03}", n + 1), size, None));
    }
    plan
}

/// When a mission runs: its first day and how many days.
fn period(code: &str, chance: &mut Chance) -> (usize, usize) {
    let large = code == HUNDRED_THOUSAND || (1..=LARGEST.len()).any(|n| code == format!("BENCH-{n:03}"));
    let length = if large { 1_095 } else { 30 + chance.below(370) };
    (chance.below(DAYS - length - 20), length)
}

fn stock(db: &mut Db) -> Outcome<Stock> {
    let who = Visitor::house(Lang::english());
    let organisations = |db: &mut Db, names: &[&str]| {
        names.iter().map(|name| organisations::actions::take(db, name, &who)).collect::<Result<Vec<Id>, _>>()
    };
    let places = |db: &mut Db, codes: &[&str]| {
        codes.iter().map(|code| places::actions::take(db, code, &who)).collect::<Result<Vec<Id>, _>>()
    };
    let mut good_names = catalogue::some_names(db, Lang::english(), 1_000)?;
    good_names.sort_by_key(|name| name != FIRST_GOOD);
    let mut items = vec![];
    for name in good_names {
        let Some(id) = names::item(db, &name)? else { continue };
        let Some(item) = catalogue::items(db, &[id], Lang::english())?.remove(&id) else { continue };
        let unit = item.unit.or(Unit::from_code("H87")).ok_or("no unit")?;
        items.push(Item { id, category: item.category, unit });
    }
    let mut words = vec![COMMON.to_string()];
    for (n, a) in SYLLABLES.iter().enumerate() {
        for (m, b) in SYLLABLES.iter().enumerate() {
            words.push(format!("{b}{a}{}", SYLLABLES[(n * 5 + m * 7) % SYLLABLES.len()]));
            words.push(format!("{a}{b}{}", SYLLABLES[(n * 7 + m * 3 + 1) % SYLLABLES.len()]));
        }
    }
    Ok(Stock {
        donors: organisations(db, &DONORS)?,
        consignees: organisations(
            db,
            &["Ministry for Refugees", "City Hospital No. 2", "School Board", "Red Crescent Office"],
        )?,
        carriers: organisations(db, &["Steppe Railways", "Caravan Trucking", "Blue Sky Cargo"])?,
        from: places(db, &ORIGINS)?,
        to: places(db, &DESTINATIONS)?,
        item_weights: weights(items.len()),
        items,
        word_weights: weights(words.len()),
        words,
        dollar: Currency::from_code("USD").ok_or("no dollar")?,
    })
}

fn open(pool: &Pool, code: &str, stock: &Stock, (start, length): (usize, usize)) -> Outcome<Mission> {
    let body = missions::model::Body {
        code: code.into(),
        title: format!("Relief by {code}"),
        crisis: "Flood".into(),
        glide: String::new(),
        donors: stock.donors.clone(),
        recipient_country: "AF".into(),
        purpose: "Food and shelter".into(),
        decision_number: format!("{start}-R"),
        decision_date: Some(When::Day(day(start))),
        allotments: vec![],
        starts: Some(When::Day(day(start))),
        ends: Some(When::Day(day(start + length + 20))),
        status: if length > 300 { MissionStatus::Active } else { MissionStatus::Closed },
        need_people: String::new(),
        need_source: String::new(),
        handover_from: String::new(),
        handover_to: String::new(),
        handover_office: String::new(),
        handover_place: String::new(),
        handover_date: None,
        handover_act: String::new(),
        consignor: stock.consignees.first().copied(),
        consignee: stock.consignees.last().copied(),
        carrier: stock.carriers.first().copied(),
        mode: Some(Mode::Rail),
        from: stock.from.first().copied(),
        via: None,
        to: stock.to.first().copied(),
        notes: String::new(),
        second_language: String::new(),
        narrative: String::new(),
        asked: String::new(),
    };
    let mission = pool.write_now(|db| {
        let opened = missions::actions::open_checked(db, Id::fresh(), body.clone(), &Visitor::house(Lang::english()))?;
        match opened {
            Ok(id) => missions::find(db, id),
            Err(_) => Ok(None),
        }
    })?;
    Ok(mission.ok_or_else(|| format!("mission {code} is refused"))?)
}

fn day(n: usize) -> NaiveDate {
    FIRST_DAY + Days::new(n as u64)
}

fn body(chance: &mut Chance, stock: &Stock, start: usize, lines: Option<usize>, n: usize, rows: usize) -> Body {
    let mode = match chance.below(100) {
        0..45 => Mode::Rail,
        45..82 => Mode::Road,
        82..95 => Mode::Air,
        95..98 => Mode::Sea,
        98 => Mode::Multimodal,
        _ => Mode::NotStated,
    };
    let status = match chance.below(1_000) {
        0..780 => Status::Received,
        780..860 => Status::Closed,
        860..910 => Status::Arrived,
        910..960 => Status::InTransit,
        960..980 => Status::Planned,
        980..989 => Status::Ready,
        989..999 => Status::Cancelled,
        _ => Status::Lost,
    };
    // One in twenty dates is a month, one consignment in fifty states none.
    let (vague, unsaid) = (chance.of_thousand(50), chance.of_thousand(20));
    let when = |after: usize| {
        let day = day(start + after);
        let month = || When::from_iso(&day.format("%Y-%m").to_string());
        if unsaid {
            None
        } else if vague {
            month()
        } else {
            Some(When::Day(day))
        }
    };
    let left = !matches!(status, Status::Planned | Status::Ready | Status::Cancelled);
    let came = matches!(status, Status::Received | Status::Closed | Status::Arrived);
    let received = matches!(status, Status::Received | Status::Closed);
    let legs = if chance.of_thousand(150) { 2 } else { 1 };
    let stop = stock.from[chance.below(stock.from.len())];
    let (from, to) = (stock.from[chance.below(stock.from.len())], stock.to[chance.below(stock.to.len())]);
    let legs: Vec<Leg> = (0..legs)
        .map(|leg| Leg {
            id: Id::fresh(),
            mode: if leg == 0 { mode } else { Mode::Road },
            from: Some(if leg == 0 { from } else { stop }),
            via: None,
            to: Some(if leg + 1 == legs { to } else { stop }),
            carrier: stock.carriers.get(chance.below(stock.carriers.len())).copied(),
            document_type: None,
            document: if chance.of_thousand(400) { format!("{:07}", chance.below(10_000_000)) } else { String::new() },
            units: chance.of_thousand(700).then(|| 1 + chance.below(80) as i64),
            unit_kind: usual_unit(mode),
            planned_departure: if left { None } else { when(leg) },
            departed: if left { when(leg) } else { None },
            planned_arrival: None,
            arrived: if came { when(leg + 3) } else { None },
        })
        .collect();
    let count = lines.unwrap_or_else(|| match chance.below(100) {
        0..60 => 1,
        60..85 => 2,
        85..95 => 3,
        _ => 4 + chance.below(5),
    });
    let money = |minor: usize| Money::new(minor as i64, stock.dollar);
    Body {
        external_ref: if chance.of_thousand(600) { format!("REF-{n:07}") } else { String::new() },
        consignor: None,
        donor: stock.donors.get(chance.below(stock.donors.len())).copied(),
        consignee: stock.consignees.get(chance.below(stock.consignees.len())).copied(),
        lines: (0..count).map(|_| line(chance, stock)).collect(),
        legs,
        main_leg: 0,
        stated_weight: chance.of_thousand(200).then(|| chance.below(60_000_000) as i64),
        stated_weight_kind: WeightKind::Gross,
        stated_packages: None,
        value: if chance.of_thousand(300) { money(chance.below(90_000_000)) } else { None },
        freight: if chance.of_thousand(200) { money(chance.below(900_000)) } else { None },
        insurance: None,
        source: String::new(),
        reported: None,
        remarks: remarks(chance, stock, n, rows),
        status,
        received: if received { when(5) } else { None },
    }
}

fn line(chance: &mut Chance, stock: &Stock) -> Line {
    let first = chance.zipf(&stock.item_weights);
    // Some lines hold several goods together: those that usually travel so.
    let several = if chance.of_thousand(60) { 3 } else { 1 };
    let picked = stock.items.iter().cycle().skip(first).take(several);
    let first = &stock.items[first];
    // One line in twelve is of goods that are not in the catalogue, of forty kinds.
    let free = chance.of_thousand(80).then(|| chance.below(40));
    let goods: Vec<Good> = match free {
        Some(n) => vec![Good { item: None, name: format!("Kit of {}", stock.words[n]), category: first.category }],
        None => picked.map(|item| Good { item: Some(item.id), name: String::new(), category: item.category }).collect(),
    };
    let qualifier = match chance.below(100) {
        0..90 => Qualifier::Exact,
        90..95 => Qualifier::About,
        95..97 => Qualifier::AtLeast,
        _ => Qualifier::NotStated,
    };
    let milli = 1_000 * (1 + chance.below(90_000)) as i64;
    let milli = if qualifier == Qualifier::NotStated { 0 } else { milli };
    Line {
        id: Id::fresh(),
        sharing: if goods.len() > 1 { Sharing::Unsaid } else { Sharing::Together },
        goods,
        quantity: Quantity::new(qualifier, milli, first.unit).unwrap_or_else(|| Quantity::not_stated(first.unit)),
        packages: Unit::from_code("XBG").filter(|_| chance.of_thousand(300)).map(|kind| Packaging {
            count: 1 + chance.below(4_000) as i64,
            kind,
            each: None,
        }),
        net: None,
        gross: chance.of_thousand(200).then(|| chance.below(60_000_000) as i64),
        volume: None,
        batch: String::new(),
        expiry: None,
        hs: String::new(),
        value: None,
        cost: None,
        donor: stock.donors.get(chance.below(stock.donors.len())).copied().filter(|_| chance.of_thousand(50)),
        note: String::new(),
        cold: String::new(),
        dangerous: String::new(),
        found_by: None,
    }
}

fn remarks(chance: &mut Chance, stock: &Stock, n: usize, rows: usize) -> String {
    let mut words: Vec<&str> = vec![COMMON];
    if chance.of_thousand(250) {
        words.clear();
    }
    words.extend((0..chance.below(7)).map(|_| stock.words[chance.zipf(&stock.word_weights)].as_str()));
    if chance.of_thousand(20) {
        words.push(MEDIUM);
    }
    if n % (rows / 5) == 7 {
        words.push(RARE);
    }
    words.join(" ")
}
