//! What leaves comes back: lists as CSV, as a workbook and as lines of JSON into an empty house, and whole houses to the other
//! engine and back. The story, what is most likely to be mangled, and houses made up at random.

use crate::{
    commands::moved,
    exchange::{data, run_in, run_into, shipped_mapping},
    harness::{House, each_engine, the_house},
    journey,
    logging::{flour, logged, mission},
};
use keruen::{
    consignments,
    exchange::{self, cupboards::Cupboard, export::COLUMNS, fields, words::codes},
    missions,
    reports::Scope,
    values::{Currency, Id, Unit},
    web::Input,
};
use proptest::{
    prelude::*,
    sample::select,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};

/// Everything a house exports of its consignments, as rows; and as a workbook.
fn exported(house: &House) -> (Vec<Vec<String>>, std::fs::File) {
    use exchange::export::{List, Loads, workbook};
    let (pool, lang) = (&house.pool, the_house().lang);
    let list = Loads(Scope { oldest_first: true, ..Scope::default() });
    let (mut rows, mut after, mut more) = (vec![], None, true);
    while more {
        let (piece, next) = pool.read_now(|db| list.piece(db, after.as_ref(), lang)).unwrap();
        rows.extend(piece);
        more = next.is_some();
        after = next;
    }
    rows.sort();
    (rows, workbook(pool, &list, lang, true).unwrap())
}

/// A house with the missions of another, and nothing in them.
fn beside(house: &House) -> House {
    let other = House::sqlite(crate::harness::Holding::Nothing);
    let codes = house.pool.read_now(missions::list_codes_by_id).unwrap();
    for (_, code) in codes {
        let form = Input::default().with("code", code).with("title", "The same");
        let done = other.pool.attempt_now(|db| missions::actions::open(db, Id::fresh(), &form, &the_house()));
        assert!(done.unwrap().is_ok());
    }
    other
}

/// Holds that all a house lists comes back as it was from each kind of file into a house with nothing, and that a second time
/// nothing changes. Answers the workbook.
async fn returns(house: &House) -> std::fs::File {
    let (wanted, mut sheet) = exported(house);
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    for (name, path) in [
        ("marked.csv", "/consignments.csv?hxl=1"),
        ("plain.csv", "/consignments.csv?bom=0"),
        ("lines.jsonl", "/consignments.jsonl"),
    ] {
        std::fs::write(file(name), house.get(path).await.body).unwrap();
    }
    std::io::copy(&mut sheet, &mut std::fs::File::create(file("book.xlsx")).unwrap()).unwrap();
    for name in ["marked.csv", "plain.csv", "lines.jsonl", "book.xlsx"] {
        let other = beside(house);
        let report = run_in(&other, None, &file(name), None, false).unwrap();
        assert_eq!(report.counts.refused, 0, "{name}: {:?}", report.refused);
        let (came, _) = exported(&other);
        for (was, is) in wanted.iter().zip(&came) {
            for ((column, was), is) in COLUMNS.iter().zip(was).zip(is) {
                assert_eq!(was, is, "{name}: {column:?} of {}", told_apart(&wanted, &came));
            }
        }
        assert_eq!(wanted.len(), came.len(), "{name}");
        assert!(other.pool.read_now(consignments::derived::differences).is_ok_and(|it| !it.any()));
        let again = run_in(&other, None, &file(name), None, false).unwrap();
        assert_eq!((again.counts.made, again.counts.changed, again.counts.refused), (0, 0, 0), "{name}");
    }
    sheet
}

/// The first rows that differ.
fn told_apart(wanted: &[Vec<String>], came: &[Vec<String>]) -> String {
    let pair = wanted.iter().zip(came).find(|(was, is)| was != is);
    pair.map(|(was, is)| format!("{was:?}\n{is:?}")).unwrap_or_default()
}

each_engine! {
    /// What leaves as a spreadsheet comes back as it was: the story, and what is most likely to be mangled.
    async fn what_leaves_comes_back_the_same(house: House, Story) {
        mission(&house, "ODD-1").await;
        let odd = flour("ODD-1")
            .set("external_ref", "=1+1")
            .set("line.0.goods", "=cmd|' /C calc'!A0;")
            .set("line.0.note", "two\nlines, \"quoted\"; and more")
            .set("line.0.batch", "＝1")
            .set("line.0.expiry", "2024-06")
            .set("line.0.value", "1234.50 USD")
            .set("line.0.net", "272727.999 kg")
            .set("line.0.packages", "10909 bags x 25 kg")
            .set("line.1.goods", "Blankets; +1 bed")
            .set("line.1.quantity", "about 2000")
            .set("line.1.unit", "pcs")
            .set("line.1.sharing", "each")
            .set("line.2.goods", "medicine")
            .set("line.2.quantity", "?")
            .set("line.2.unit", "boxes")
            .set("leg.0.from", "Almaty")
            .set("leg.0.to", "Termez; the \\ hub")
            .set("leg.0.units", "81")
            .set("leg.0.document", "N; 1=2")
            .set("leg.1.mode", "road")
            .set("leg.1.to", "Kabul")
            .set("leg.1.planned_arrival", "2023-05")
            .set("main_leg", "1")
            .set("freight", "10 KZT")
            .set("remarks", "-12\n@home")
            .set("confirm", "save");
        logged(&house, &odd).await;
        let void = flour("ODD-1").set("leg.0.departed", "18.4.2023");
        logged(&house, &void).await;
        let address = format!("/consignments/{}/void", void.id());
        assert_eq!(house.post(&address, &[("reason", "=a slip")]).await.status, 303);
        logged(&house, &flour("ODD-1").set("leg.0.departed", "19.4.2023").set("status", "received")).await;
        let sheet = returns(&house).await;
        // Another reader sees the same values: numbers as numbers, formulas as text.
        let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(sheet).unwrap();
        let range = calamine::Reader::worksheet_range(&mut book, "consignments").unwrap();
        let names: Vec<String> = range.rows().next().unwrap().iter().map(ToString::to_string).collect();
        let at = |name: &str| names.iter().position(|own| own == name).unwrap();
        let row = range.rows().find(|row| row[at("external_ref")] == calamine::Data::String("=1+1".into())).unwrap();
        assert_eq!(row[at("quantity")], calamine::Data::Float(272.728));
        assert_eq!(row[at("net_kg")], calamine::Data::Float(272_727.999));
        assert_eq!(row[at("goods")], calamine::Data::String("=cmd|' /C calc'!A0".into()));
    }

    /// Conflicting reports that wait for a choice come back as such.
    async fn reports_come_back_as_they_were_told(house: House) {
        let mission = mission(&house, "REP-1").await;
        let mapping = shipped_mapping("reported.toml");
        run_in(&house, Some(mission), &data("reported_consignments.csv"), Some(&mapping), false).unwrap();
        returns(&house).await;
    }

    /// What the cupboards hold comes back from a list of it.
    async fn a_cupboard_comes_back_as_it_was(house: House, Story) {
        let form = |fields: &[(&str, &str)]| fields.iter().fold(Input::default().with("id", Id::fresh().to_string()), |form, (name, value)| form.with(*name, *value));
        let who = the_house();
        house.pool.write_now(|db| {
            let one = form(&[("name", "=Aid & Co"), ("other_names", "AC\nПомощь"), ("country", "kz"), ("address", "Astana,\nAbay 1"), ("contact", "+A"), ("phone", "+7 701"), ("email", "a@b.kz"), ("notes", "-x")]);
            assert!(keruen::organisations::actions::create(db, &one, &who)?.is_ok());
            let one = form(&[("name", "Depot №5"), ("other_names", "D5"), ("country", "Afghanistan"), ("function.rail", "1"), ("function.border", "1"), ("latitude", "34.50"), ("longitude", "-0.1"), ("notes", "two\nlines")]);
            assert!(keruen::places::actions::create(db, &one, &who)?.is_ok());
            let one = form(&[("name.en", "Camel feed, mixed"), ("name.kk", "Түйе жемі"), ("other_names", "feed"), ("category", "other"), ("unit", "TNE"), ("package", "XBG"), ("kg_per_unit", "1000"), ("density", "0.7"), ("figure_source", "the mill"), ("hs", "2309"), ("flag.dangerous", "1"), ("flag.cold-chain", "1"), ("notes", "n")]);
            assert!(keruen::catalogue::actions::create(db, &one, &who)?.is_ok());
            Ok(())
        }).unwrap();
        for cupboard in Cupboard::ALL {
            for kind in ["csv", "xlsx", "jsonl"] {
                let other = House::sqlite(crate::harness::Holding::Nothing);
                // Of thousands of places some will do, once all of them came.
                let some = if kind == "csv" { "" } else { "?country=UZ&category=oil" };
                let wanted = house.get(&format!("/{cupboard}.jsonl{some}")).await.body;
                let file = house.get(&format!("/{cupboard}.{kind}{some}")).await.bytes;
                let report = run_into(&other, *cupboard, &format!("list.{kind}"), &file, false).unwrap();
                assert_eq!(report.counts.refused, 0, "{cupboard} {kind}: {:?}", report.refused);
                let came = other.get(&format!("/{cupboard}.jsonl{some}")).await.body;
                for (was, is) in wanted.lines().zip(came.lines()) {
                    assert_eq!(was, is, "{cupboard} {kind}");
                }
                assert_eq!(wanted.len(), came.len(), "{cupboard} {kind}");
                let again = run_into(&other, *cupboard, &format!("list.{kind}"), &file, false).unwrap();
                assert_eq!((again.counts.made, again.counts.changed, again.counts.refused), (0, 0, 0), "{cupboard} {kind}");
            }
        }
        // As searched, within what someone sees.
        let found = house.get("/organisations.csv?q=aid&bom=0").await.body;
        assert_eq!(found.lines().filter(|line| line.contains("'=Aid & Co")).count(), 1, "{found}");
        assert!(!found.contains("Red Crescent"), "{found}");
        let missions = house.get("/missions.csv?bom=0").await.body;
        assert!(missions.starts_with("mission,title,") && missions.contains("KZ-AF-2023-04"), "{missions}");
    }

    /// A mission's workbook holds what its pages say, and numbers are numbers.
    async fn a_mission_is_a_workbook(house: House) {
        let id = mission(&house, "BOOK-1").await;
        journey::a_full_journey(&house, "BOOK-1").await;
        let answer = house.get(&format!("/missions/{id}/workbook.xlsx")).await;
        assert_eq!(answer.status, 200);
        assert!(answer.header("content-disposition").contains("BOOK-1-"), "{}", answer.header("content-disposition"));
        let its_mission = house.pool.read_now(|db| missions::find(db, id)).unwrap().unwrap();
        let made = exchange::export::mission_workbook(&house.pool, &its_mission, the_house().lang).unwrap();
        let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(made).unwrap();
        let rows = |book: &mut calamine::Xlsx<std::fs::File>, sheet: &str| {
            let range = calamine::Reader::worksheet_range(book, sheet).unwrap();
            range.rows().map(<[calamine::Data]>::to_vec).collect::<Vec<_>>()
        };
        for (sheet, least) in [("summary", 10), ("consignments", 2), ("lines", 2), ("receipts", 3), ("losses", 2), ("sources", 1)] {
            assert!(rows(&mut book, sheet).len() >= least, "{sheet}");
        }
        let summary = rows(&mut book, "summary");
        let text = |text: &str| calamine::Data::String(text.into());
        let sent = summary.iter().find(|row| row[0] == text("all") && row[2] == text("quantity")).unwrap();
        assert!(matches!(sent[5], calamine::Data::Float(_)), "{sent:?}");
        assert_eq!(rows(&mut book, "consignments").len(), 2, "the line of names, and the one consignment");
    }
}

// --- houses made up at random

/// What is likely to be mangled on the way.
#[rustfmt::skip]
const TEXTS: &[&str] = &[
    "=1+1", "=cmd|' /C calc'!A0", "+7 701 000", "-5", "@home", "'quoted", "''", "'=x", "＝1", "\"", "a;b", "a, b and c", "two\nlines",
    "N/A", "-", "—", "?", "not stated", "0012", "1e5", "1,234.50", "TRUE", "#N/A", "2023-04-17", "17.4.2023", "25%", "Total", "Итого",
    "мука \"в/с\"", "آرد گندم", "e\u{301}té", "🐫", "#item+name", "a\\b", "a|b\tc", "x\u{200f}y", "a  b", "mission", "goods", "5 t", "\u{a0}x", "_x000D_",
];

fn text() -> BoxedStrategy<String> {
    let one = select(TEXTS.to_vec());
    prop_oneof![
        one.clone().prop_map(String::from),
        (one.clone(), one).prop_map(|(a, b)| format!("{a} {b}")),
        "[ -~]{0,12}",
        "[\\p{L}\\p{N}\\p{P}\\p{S} ]{0,8}",
    ]
    .boxed()
}

/// What a record may be called: a name has a letter or a digit.
fn name() -> BoxedStrategy<String> {
    text()
        .prop_map(|text| if text.contains(char::is_alphanumeric) { text } else { format!("{text}7") })
        .prop_map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .boxed()
}

fn decimal(decimals: u32) -> BoxedStrategy<String> {
    let whole = prop_oneof![0..10i64, 0..100_000i64, Just(272_728i64)];
    (whole, 0..10i64.pow(decimals), any::<bool>())
        .prop_map(move |(whole, part, fine)| match fine && decimals > 0 {
            true => format!("{whole}.{part:0width$}", width = decimals as usize),
            false => whole.to_string(),
        })
        .boxed()
}

fn money() -> BoxedStrategy<String> {
    let currencies: Vec<Currency> = Currency::all().collect();
    select(currencies)
        .prop_flat_map(|own| decimal(own.exponent()).prop_map(move |n| format!("{n} {}", own.code())))
        .boxed()
}

fn day(years: std::ops::Range<i32>) -> BoxedStrategy<String> {
    let day = (years, 1..13, 1..29);
    (day, 0..4)
        .prop_map(|((year, month, day), precision)| match precision {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-{day:02}T08:05"),
            _ => format!("{year}-{month:02}-{day:02}"),
        })
        .boxed()
}

fn code(codes: &[&'static str]) -> BoxedStrategy<String> {
    select(codes.to_vec()).prop_map(String::from).boxed()
}

fn of(list: fields::List) -> BoxedStrategy<String> {
    code(&codes(list))
}

fn unit() -> BoxedStrategy<&'static str> {
    let units: Vec<&str> = Unit::all().map(Unit::code).collect();
    prop_oneof![4 => select(vec!["KGM", "TNE", "LTR", "H87", "XBG"]), 1 => select(units)].boxed()
}

fn quantity() -> BoxedStrategy<String> {
    let qualified = select(vec!["", "", "", "about ", "more than ", "up to "]);
    prop_oneof![1 => Just("?".to_string()), 6 => (qualified, decimal(3)).prop_map(|(q, n)| format!("{q}{n}"))].boxed()
}

fn packages() -> BoxedStrategy<String> {
    let each = (decimal(3), select(vec!["KGM", "LTR", "H87"])).prop_map(|(n, unit)| format!(" x {n} {unit}"));
    (1..20_000i64, select(vec!["XBG", "XCT", "XPX", "H87"]), prop::option::of(each))
        .prop_map(|(n, kind, each)| format!("{n} {kind}{}", each.unwrap_or_default()))
        .boxed()
}

fn weight() -> BoxedStrategy<String> {
    (decimal(3), select(vec!["kg", "t"])).prop_map(|(n, unit)| format!("{n} {unit}")).boxed()
}

fn goods() -> BoxedStrategy<String> {
    let known =
        select(vec!["Wheat flour", "Vegetable oil", "Blankets", "Мука пшеничная", "Rice"]).prop_map(String::from);
    prop_oneof![
        known,
        name(),
        name().prop_map(|text| format!("{text};")),
        (name(), name()).prop_map(|(a, b)| format!("{a}; {b}")),
    ]
    .boxed()
}

/// Some fields of a form, each told or not.
fn told(fields: Vec<(&'static str, u32, BoxedStrategy<String>)>) -> BoxedStrategy<Vec<(String, String)>> {
    let each: Vec<_> = fields
        .into_iter()
        .map(|(name, of_ten, value)| {
            (0..10u32, value).prop_map(move |(n, value)| (n < of_ten).then(|| (name.to_string(), value)))
        })
        .collect();
    each.prop_map(|all| all.into_iter().flatten().collect()).boxed()
}

/// Rows of a list of the form.
fn rows(
    list: &'static str,
    most: usize,
    row: BoxedStrategy<Vec<(String, String)>>,
) -> BoxedStrategy<Vec<(String, String)>> {
    prop::collection::vec(row, 1..=most)
        .prop_map(move |rows| {
            let named = |(n, row): (usize, Vec<(String, String)>)| {
                row.into_iter().map(move |(name, value)| (format!("{list}.{n}.{name}"), value))
            };
            rows.into_iter().enumerate().flat_map(named).collect()
        })
        .boxed()
}

/// A consignment as a form: most that come are taken, and what is refused is told to no one.
fn any_consignment() -> BoxedStrategy<Vec<(String, String)>> {
    let line = told(vec![
        ("goods", 10, goods()),
        ("sharing", 3, of(fields::List::Sharing)),
        ("category", 2, of(fields::List::Category)),
        ("quantity", 10, quantity()),
        ("unit", 10, unit().prop_map(String::from).boxed()),
        ("packages", 3, packages()),
        ("net", 3, weight()),
        ("gross", 3, weight()),
        ("volume", 2, decimal(3).prop_map(|n| format!("{n} L")).boxed()),
        ("batch", 3, text()),
        ("expiry", 3, day(2023..2027)),
        ("hs", 2, code(&["1101", "110100", "1101 00", "0402991000"])),
        ("value", 3, money()),
        ("cost", 2, money()),
        ("donor", 2, name()),
        ("note", 3, text()),
        ("cold", 1, text()),
        ("dangerous", 1, code(&["1170", "UN 0012"])),
    ]);
    let leg = told(vec![
        ("mode", 10, of(fields::List::Mode)),
        ("from", 5, name()),
        ("via", 3, name()),
        ("to", 5, name()),
        ("carrier", 3, name()),
        ("document_type", 3, of(fields::List::Document)),
        ("document", 3, text()),
        ("units", 4, (0..200).prop_map(|n: i32| n.to_string()).boxed()),
        ("unit_kind", 3, of(fields::List::UnitKind)),
        ("planned_departure", 2, day(2022..2023)),
        ("departed", 4, day(2022..2023)),
        ("planned_arrival", 2, day(2023..2025)),
        ("arrived", 3, day(2023..2025)),
    ]);
    let whole = told(vec![
        ("external_ref", 5, text()),
        ("consignor", 4, name()),
        ("donor", 4, name()),
        ("consignee", 4, name()),
        ("main_leg", 3, code(&["0", "1", "2"])),
        ("stated_weight", 3, weight()),
        ("stated_weight_kind", 3, of(fields::List::WeightKind)),
        ("stated_packages", 2, (0..9_000).prop_map(|n: i32| n.to_string()).boxed()),
        ("value", 3, money()),
        ("freight", 3, money()),
        ("insurance", 3, money()),
        ("source", 3, text()),
        ("reported", 5, day(2022..2026)),
        ("remarks", 4, text()),
        ("received", 2, day(2023..2025)),
        ("status", 1, of(fields::List::Status)),
        ("dates_unsaid", 10, code(&["1"])),
    ]);
    (rows("line", 3, line), rows("leg", 3, leg), whole).prop_map(|(a, b, c)| [a, b, c].concat()).boxed()
}

/// What makes the house up: the same each time, and another for each number in KERUEN_TEST_SEED.
fn chance() -> TestRunner {
    let number: u64 = std::env::var("KERUEN_TEST_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or_default();
    let seed = number.to_le_bytes().repeat(4);
    TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &seed))
}

each_engine! {
    /// Whatever a house may hold comes back from each kind of file as it was, and moves to the other engine and back.
    async fn a_house_made_up_at_random_comes_back_the_same(house: House) {
        let who = the_house();
        for code in ["RANDOM-1", "RANDOM-2"] {
            mission(&house, code).await;
        }
        let all = prop::collection::vec((any_consignment(), select(vec!["RANDOM-1", "RANDOM-2"]), 0..8), 100);
        let mut taken = 0;
        for (fields, code, fate) in all.new_tree(&mut chance()).unwrap().current() {
            let id = Id::fresh();
            let fields = [vec![("mission".to_string(), code.to_string())], fields].concat();
            let input: Input = fields.into_iter().collect();
            // What does not go together is refused, as it is when people type it.
            let done = house.pool.attempt_now(|db| consignments::actions::log(db, id, &input, &who)).unwrap();
            taken += usize::from(done.is_ok());
            if done.is_ok() && fate == 0 {
                let reason = TEXTS[taken % TEXTS.len()].trim();
                assert!(house.pool.attempt_now(|db| consignments::actions::void(db, id, reason, &who)).unwrap().is_ok());
            }
        }
        assert!(taken > 30, "only {taken} were taken");
        returns(&house).await;
        moved(&house);
    }
}

// --- the columns, written down

/// `docs/columns.md`: what the columns of every file mean, by which names and tags.
fn columns_told() -> String {
    use keruen::exchange::{export::List, fields::Field, report::field_words};
    let lang = keruen::lang::Lang::english();
    let table = |of: Option<Cupboard>, columns: Vec<(&str, bool)>, tags: Vec<&str>| {
        let row = |((name, number), tag): (&(&str, bool), &str)| {
            let means = match (Field::named(of, name), *name) {
                (_, "date") => "The date it is filed under, said again".into(),
                (_, "date_kind") => "Which of its dates that is".into(),
                (_, "line") => "The number of the line, from 1".into(),
                (_, "base_quantity") => "The quantity in its base unit, said again".into(),
                (_, "base_unit") => "That unit: kilogram, litre, piece or package".into(),
                (Some(field), _) => field_words(field, lang),
                (None, name) => lang.say(&format!("field-{}", name.replace('_', "-"))),
            };
            let tag = if tag.is_empty() { String::new() } else { format!("`{tag}`") };
            format!("| `{name}` | {means} | {} | {tag} |\n", if *number { "number" } else { "text" })
        };
        let rows: String = columns.iter().zip(tags).map(row).collect();
        format!("| column | what it says | in a workbook | HXL tag |\n| --- | --- | --- | --- |\n{rows}")
    };
    fn of<L: List>(
        table: impl Fn(Option<Cupboard>, Vec<(&str, bool)>, Vec<&str>) -> String,
        into: Option<Cupboard>,
    ) -> String {
        format!("\n## {}\n\n{}", L::NAME, table(into, L::columns(), L::tags()))
    }
    use keruen::exchange::export::{Items, Loads, Missions, Organisations, Places};
    [
        "# The columns of files\n\nEvery list leaves with these columns, under these names in every language, and comes in by them again (but for\n\
         missions, which people open). Dates are reduced ISO 8601 (`2023-04-17`, `2023-04`, `2023`), decimals have a point, units are codes of\n\
         UN/ECE Recommendations 20 and 21, countries of ISO 3166-1, currencies of ISO 4217. `?hxl=1` adds the row of tags (hxlstandard.org,\n\
         1.1).\n"
            .to_string(),
        of::<Loads>(table, None),
        of::<Organisations>(table, Some(Cupboard::Organisations)),
        of::<Places>(table, Some(Cupboard::Places)),
        of::<Items>(table, Some(Cupboard::Catalogue)),
        of::<Missions>(table, None),
    ]
    .concat()
}

#[test]
fn the_columns_are_written_down() {
    crate::harness::speak();
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/columns.md");
    let told = columns_told();
    assert!(!told.contains("[field-") && !told.contains("[import-"), "{told}");
    if std::env::var("KERUEN_WRITE_COLUMNS").is_ok() {
        std::fs::write(&file, &told).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == told, "docs/columns.md is not what the program says; KERUEN_WRITE_COLUMNS=1 writes it anew");
}
