//! Everything that is asked of a house of one size, and the table it comes to.

use crate::{
    Outcome,
    client::{Client, PLAIN},
    data, doors, floor,
    measure::{self, Figures},
    program::Program,
};
use diesel::prelude::*;
use keruen::{
    db::{Pool, schema::consignments},
    each, missions,
    values::Id,
};
use std::{path::Path, process::Command};

/// What a row is held to.
#[derive(Clone, Copy, PartialEq)]
enum Goal {
    /// Three times the floor or 10 ms, whichever is more.
    List,
    /// Half a second: filters that are rarely combined.
    Combined,
    /// Nothing but being known.
    Known,
}

/// The most milliseconds of [`Goal::List`] when the floor is lower still, and of [`Goal::Combined`].
const MOST: f64 = 10.0;
const MOST_COMBINED: f64 = 500.0;

/// Forms each writer sends.
const ALONE: usize = 200;
const TOGETHER: usize = 25;
const WRITERS: usize = 16;

/// The table, printed row by row.
struct Table {
    only: String,
    floor: f64,
    over: Vec<String>,
}

/// Asks everything, and prints it.
pub fn run(pool: &Pool, folder: &Path, only: &str) -> Outcome {
    let database = match pool.address() {
        keruen::db::Address::Sqlite(file) => format!("sqlite:{}", file.display()),
        keruen::db::Address::Postgres(url) => url.clone(),
    };
    let mut serve = Command::new(env!("CARGO_BIN_EXE_keruen"));
    for name in ["KERUEN_DATABASE_FILE", "KERUEN_HOSTS", "KERUEN_LOCALES", "KERUEN_LOG"] {
        serve.env_remove(name);
    }
    serve.args(["serve", "--listen", "127.0.0.1:0", "--database", &database]);
    let house = Program::start(&mut serve, &folder.join("house.log"))?;
    let mut client = Client::to(house.address)?;
    let first = read(&mut client, "/consignments")?;
    let frame = folder.join("frame.html");
    std::fs::write(&frame, around_rows(&first)?)?;
    let mut floor = Command::new(std::env::current_exe()?);
    floor.args(["--floor", &database, &frame.to_string_lossy()]);
    let floor = Program::start(&mut floor, &folder.join("floor.log"))?;

    println!(
        "{:<46} {:>5} {:>9} {:>9} {:>8} {:>8} {:>7}",
        "", "times", "p50 ms", "p99 ms", "CPU ms", "bytes", "×floor"
    );
    let mut table = Table { only: only.into(), floor: f64::INFINITY, over: vec![] };
    table.floor_row(&floor)?;
    for (name, path, goal) in lists(pool, &mut client)? {
        table.ask(&house, name, &path, goal)?;
    }
    table.floor_row(&floor)?;
    drop(floor);
    let mut medians = vec![];
    // The first connection has been idle too long by now.
    for (name, path) in pages(pool, &mut Client::to(house.address)?)? {
        medians.push((name, table.ask(&house, name, &path, Goal::Known)?));
    }
    let waybill = "waybill, 500 lines";
    if waybill.contains(only) {
        let long = long_consignment(&mut Client::to(house.address)?)?;
        table.ask(&house, waybill, &format!("/consignments/{long}/documents/waybill"), Goal::Known)?;
    }
    ratio(&medians, "summary, 100 lines", "summary, 100 000 lines");
    ratio(&medians, "mission, 100 lines", "mission, 100 000 lines");
    drop(client);
    table.create(pool, &house)?;
    drop(house);
    if "guess".contains(only) {
        doors::run(pool, &mut serve, folder)?;
    }
    match table.over.as_slice() {
        [] => println!("every list within three times the floor or {MOST} ms"),
        over => println!("over three times the floor or {MOST} ms: {}", over.join("; ")),
    }
    Ok(())
}

impl Table {
    fn floor_row(&mut self, floor: &Program) -> Outcome {
        let figures = measure::page(floor, "the floor", "/")?;
        self.floor = self.floor.min(figures.p50());
        print(&figures, Some(self.floor), ' ');
        Ok(())
    }

    /// Measures one page; its median, where it was measured.
    fn ask(&mut self, house: &Program, name: &str, path: &str, goal: Goal) -> Outcome<Option<f64>> {
        if !name.contains(&self.only) {
            return Ok(None);
        }
        // A filter that is not understood finds nothing, quickly: that would be no measure of it.
        let page = read(&mut Client::to(house.address)?, path)?;
        if page.contains("class=\"notice warn\"") {
            return Err(format!("{name}: {path} is not understood").into());
        }
        let figures = measure::page(house, name, path)?;
        let most = match goal {
            Goal::List => MOST.max(3.0 * self.floor),
            Goal::Combined => MOST_COMBINED,
            Goal::Known => f64::INFINITY,
        };
        let over = figures.p50() > most;
        if over {
            self.over.push(name.into());
        }
        let floor = Some(self.floor).filter(|_| goal != Goal::Known);
        print(&figures, floor, if over { '!' } else { ' ' });
        Ok(Some(figures.p50()))
    }

    /// Logs consignments by the form: one writer alone, sixteen in one mission, sixteen in as many.
    fn create(&mut self, pool: &Pool, house: &Program) -> Outcome {
        let code = |n: usize| format!("BENCH-{n:03}");
        let mut n = 0;
        let mut forms = |writers: usize, each: usize, mission: &dyn Fn(usize) -> String| -> Vec<Vec<String>> {
            let mut form = |writer| {
                n += 1;
                form(&mission(writer), n)
            };
            (0..writers).map(|writer| (0..each).map(|_| form(writer)).collect()).collect()
        };
        for (name, forms) in [
            ("create, 1 writer", forms(1, ALONE, &|_| code(100))),
            ("create, 16 writers, one mission", forms(WRITERS, TOGETHER, &|_| code(101))),
            ("create, 16 writers, 16 missions", forms(WRITERS, TOGETHER, &|writer| code(110 + writer))),
        ] {
            if name.contains(&self.only) {
                print(&measure::forms(house, name, "/consignments", forms)?, None, ' ');
            }
        }
        for n in (100..102).chain(110..110 + WRITERS) {
            whole(pool, &code(n))?;
        }
        println!("numbers of the missions written to: no gap, none twice");
        Ok(())
    }
}

/// Prints a row.
pub fn print(figures: &Figures, floor: Option<f64>, mark: char) {
    let cpu = figures.cpu.map_or("-".into(), |ms| format!("{ms:.2}"));
    let ratio = floor.map(|floor| format!("{:.1}", figures.p50() / floor)).unwrap_or_default();
    println!(
        "{mark} {:<44} {:>5} {:>9.2} {:>9.2} {cpu:>8} {:>8} {ratio:>7} {}",
        figures.name,
        figures.times.len(),
        figures.p50(),
        figures.percentile(99),
        figures.bytes,
        figures.note,
    );
}

fn ratio(medians: &[(&str, Option<f64>)], small: &str, large: &str) {
    let median = |name| medians.iter().find(|(n, _)| *n == name).and_then(|(_, median)| *median);
    if let Some((small_ms, large_ms)) = median(small).zip(median(large)) {
        println!("{large} takes {:.1} times as long as {small}", large_ms / small_ms);
    }
}

/// A page as text.
fn read(client: &mut Client, path: &str) -> Outcome<String> {
    let answer = client.get(path, PLAIN)?;
    measure::expect(&answer, 200, path)?;
    Ok(String::from_utf8(answer.body)?)
}

/// The list's page without its rows.
fn around_rows(page: &str) -> Outcome<String> {
    let (before, rest) = page.split_once("<tbody>").ok_or("a list without rows")?;
    let (_, after) = rest.split_once("</tbody>").ok_or("a list without an end")?;
    Ok(format!("{before}<tbody>{}</tbody>{after}", floor::ROWS))
}

/// The fortieth page of a list, by following its links.
fn fortieth(client: &mut Client) -> Outcome<String> {
    let mut path = "/consignments".to_string();
    for _ in 1..40 {
        let page = read(client, &path)?;
        match page.split_once("rel=\"next\" href=\"").and_then(|(_, rest)| rest.split('"').next()) {
            Some(next) => path = next.replace("&amp;", "&").replace("&#38;", "&"),
            None => break,
        }
    }
    Ok(path)
}

/// The lists: name, address, goal.
fn lists(pool: &Pool, client: &mut Client) -> Outcome<Vec<(&'static str, String, Goal)>> {
    let middle = format!("after=18900~{}", Id(Default::default()));
    let large = format!("/missions/{}/consignments", mission(pool, data::LARGE)?);
    let all = |query: &str| form_encoded("/consignments", query);
    let in_large = |query: &str| form_encoded(&large, query);
    let donor = format!("donor={}", data::DONORS[1]);
    let item = format!("item={}", data::FIRST_GOOD);
    let (from, to) = (format!("from={}", data::ORIGINS[1]), format!("to={}", data::DESTINATIONS[2]));
    let mut out = vec![
        ("list, first page", all(""), Goal::List),
        ("list, 40th page", fortieth(client)?, Goal::List),
        ("list, from the middle", all(&middle), Goal::List),
    ];
    let filters = [
        ("mode", "mode=road"),
        ("rare mode", "mode=sea"),
        ("status", "status=received"),
        ("rare status", "status=lost"),
        ("category", "category=cereals"),
        ("item", item.as_str()),
        ("rare item", "item=Tarpaulins"),
        ("donor", donor.as_str()),
        ("from", from.as_str()),
        ("to", to.as_str()),
        ("since", "since=2021-06-15"),
        ("until", "until=2021-06-15"),
        ("since and until", "since=2021-06&until=2021-07"),
    ];
    let named = |prefix: &str, name: &str| -> &'static str { format!("{prefix}{name}").leak() };
    for (name, query) in filters {
        out.push((named("by ", name), all(query), Goal::List));
    }
    out.push(("by mode, from the middle", all(&format!("mode=road&{middle}")), Goal::List));
    out.push(("by mission", all(&format!("mission={}", data::LARGE)), Goal::List));
    out.push(("by small mission", all(&format!("mission={}", data::SMALL)), Goal::List));
    out.push(("mission's own list", in_large(""), Goal::List));
    for (name, query) in filters {
        out.push((named("mission and ", name), in_large(query), Goal::List));
    }
    for (name, query) in [
        ("search, common word", data::COMMON),
        ("search, word of one in fifty", data::MEDIUM),
        ("search, rare word", data::RARE),
        ("search, a number", "0000123"),
        ("search, no such word", "zzyzx"),
        ("search, common good", "flour"),
        ("search, common good in Russian", "мука"),
        ("search, place", "kabul"),
        ("search, start of words", "kara"),
        ("search, two letters", "ka"),
    ] {
        out.push((name, all(&format!("q={query}")), Goal::List));
        out.push((named("mission and ", name), in_large(&format!("q={query}")), Goal::List));
    }
    out.push(("search, common word, from the middle", all(&format!("q={}&{middle}", data::COMMON)), Goal::List));
    for (name, query) in [
        ("search, common and rare word", format!("q={} {}", data::COMMON, data::RARE)),
        ("search, two common words", format!("q={} flour", data::COMMON)),
        ("search, three words", format!("q={} flour {}", data::COMMON, data::MEDIUM)),
        ("search, two starts of words", "q=kara selto".to_string()),
        ("mode and status", "mode=road&status=received".to_string()),
        ("mode and rare status", "mode=road&status=lost".to_string()),
        ("rare mode and rare status", "mode=sea&status=lost".to_string()),
        ("category and donor", format!("category=cereals&{donor}")),
        ("item and to", format!("{item}&{to}")),
        ("two rare items", "item=Tarpaulins&q=Tents".to_string()),
        ("word and mode", format!("q={}&mode=air", data::MEDIUM)),
        ("mode, status and donor since a day", format!("mode=road&status=received&{donor}&since=2021-06-15")),
    ] {
        out.push((name, all(&query), Goal::Combined));
    }
    Ok(out)
}

/// The other pages: name, address.
fn pages(pool: &Pool, client: &mut Client) -> Outcome<Vec<(&'static str, String)>> {
    let list = read(client, "/consignments")?;
    let one = list.split_once("scope=\"row\"><a href=\"").and_then(|(_, rest)| rest.split('"').next());
    let mut out = vec![
        ("home", "/".to_string()),
        ("missions", "/missions".into()),
        ("consignment", one.ok_or("no consignment in the list")?.to_string()),
        ("form to log one", "/consignments/new".into()),
    ];
    for (page, summary, code) in [
        ("mission, 100 lines", "summary, 100 lines", data::HUNDRED),
        ("mission, 100 000 lines", "summary, 100 000 lines", data::HUNDRED_THOUSAND),
        ("mission, the largest", "summary, the largest", data::LARGE),
    ] {
        if let Ok(id) = mission(pool, code) {
            out.push((page, format!("/missions/{id}")));
            out.push((summary, format!("/missions/{id}/summary")));
        }
    }
    let hundred = mission(pool, data::HUNDRED)?;
    out.push((
        "summary in two languages, 100 lines",
        format!("/missions/{hundred}/summary?form=one-page&first=en&second=fa-AF"),
    ));
    out.push(("summary in full, 100 lines", format!("/missions/{hundred}/summary?form=full")));
    out.push(("CSV of a small mission", format!("/consignments.csv?mission={}", data::SMALL)));
    out.push(("list of a mode, added up", "/consignments?mode=sea&totals=1".into()));
    Ok(out)
}

fn mission(pool: &Pool, code: &str) -> Outcome<Id> {
    let found = pool.read_now(|db| missions::by_code(db, code))?;
    Ok(found.ok_or_else(|| format!("no mission {code}"))?.id)
}

fn form_encoded(path: &str, query: &str) -> String {
    let mut out = form_urlencoded::Serializer::new(String::new());
    out.extend_pairs(query.split('&').filter_map(|pair| pair.split_once('=')));
    format!("{path}?{}", out.finish())
}

/// Logs a consignment of five hundred lines and starts its way; its id.
fn long_consignment(client: &mut Client) -> Outcome<String> {
    let id = Id::fresh().to_string();
    let mut out = form_urlencoded::Serializer::new(String::new());
    // In a house that is kept there may be one like it.
    out.extend_pairs([("id", id.as_str()), ("version", ""), ("confirm", "save"), ("mission", "BENCH-102")]);
    for n in 0..500 {
        out.append_pair(&format!("line.{n}.goods"), data::FIRST_GOOD);
        out.append_pair(&format!("line.{n}.quantity"), &format!("{}.{n:03}", 1 + n));
        out.append_pair(&format!("line.{n}.unit"), "t");
        out.append_pair(&format!("line.{n}.packages"), "40 bags × 25 kg");
    }
    out.extend_pairs([
        ("leg.0.mode", "road"),
        ("leg.0.from", data::ORIGINS[0]),
        ("leg.0.to", data::DESTINATIONS[0]),
        ("leg.0.departed", "11 Apr 2023"),
    ]);
    let answer = client.post("/consignments", &out.finish())?;
    measure::expect(&answer, 303, "a consignment of five hundred lines")?;
    Ok(id)
}

/// The form of a consignment, as a browser sends it. Each has a quantity of its own, so that none is asked about as a
/// likely double.
fn form(mission: &str, n: usize) -> String {
    let id = Id::fresh().to_string();
    let quantity = format!("{}.{:03}", 90_000 + n, n % 1_000);
    let mut out = form_urlencoded::Serializer::new(String::new());
    out.extend_pairs([
        ("id", id.as_str()),
        ("version", ""),
        ("defaults", ""),
        ("mission", mission),
        ("line.0.id", ""),
        ("line.0.goods", data::FIRST_GOOD),
        ("line.0.quantity", &quantity),
        ("line.0.unit", "t"),
        ("line.0.packages", "4000 bags × 25 kg"),
        ("line.0.note", ""),
        ("line.1.goods", "Blankets; Tents"),
        ("line.1.quantity", "2000"),
        ("line.1.unit", "sets"),
        ("line.1.packages", ""),
        ("leg.0.id", ""),
        ("leg.0.mode", "rail"),
        ("leg.0.from", data::ORIGINS[0]),
        ("leg.0.via", ""),
        ("leg.0.to", data::DESTINATIONS[0]),
        ("leg.0.departed", "11 Apr 2023"),
        ("leg.0.arrived", ""),
        ("leg.0.units", "81"),
        ("leg.0.carrier", "Steppe Railways"),
        ("donor", data::DONORS[0]),
        ("remarks", "Second part of the convoy"),
    ]);
    out.finish()
}

/// That a mission's numbers run from 1 to its last without a gap; that none is twice the database itself sees to.
fn whole(pool: &Pool, code: &str) -> Outcome {
    let id = mission(pool, code)?;
    let last = pool.read_now(|db| missions::find(db, id))?.map_or(0, |m| m.last_number);
    let mut db = pool.connection()?;
    let of_mission = consignments::table.filter(consignments::mission_id.eq(id));
    let (there, highest): (i64, Option<i64>) = each!(&mut *db, c => of_mission
        .select((diesel::dsl::count_star(), diesel::dsl::max(consignments::number)))
        .first(c))?;
    if there == last && highest.unwrap_or_default() == last {
        return Ok(());
    }
    Err(format!("{code}: {there} consignments, numbered to {highest:?}, the last given {last}").into())
}
