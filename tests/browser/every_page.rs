//! What holds on every kind of page, in every language: nothing that axe-core finds, nothing wider than a small screen,
//! nothing heavy, nothing from elsewhere.

use crate::{
    browser::{Browser, Scripts},
    served::Served,
};
use keruen::accounts::pages::DEMO_PASSWORD;
use serde_json::{Value, json};

const LANGUAGES: [&str; 3] = ["en", "ru", "ar-XB"];

/// The narrowest screen everything must fit on.
const NARROW: u32 = 320;

/// What one may see at once of a first view, and of a later one, in bytes that came over the line.
const FIRST_VIEW: u64 = 30_000;
const LATER_VIEW: u64 = 12_000;

/// A page, by its name, and what asks for it.
struct Page {
    name: &'static str,
    path: String,
    /// What is posted there; `None` for a page that is only looked at.
    fields: Option<Value>,
    /// What makes it this kind of page.
    shows: &'static str,
}

impl Page {
    async fn show(&self, b: &Browser, language: &str) {
        let path = &self.path;
        let path = format!("{path}{}lang={language}", if path.contains('?') { '&' } else { '?' });
        let Some(fields) = &self.fields else {
            b.go(&path).await;
            b.find(self.shows).await;
            return;
        };
        b.go("/robots.txt").await;
        b.run_with(
            "const form = document.createElement('form');
             Object.assign(form, { method: 'post', action: arguments[0] });
             for (const [name, value] of arguments[1]) form.append(Object.assign(document.createElement('input'), { name, value }));
             document.body.append(form); form.submit();",
            vec![json!(path), fields.clone()],
        )
        .await;
        b.wait(self.shows).await;
        b.until("return document.readyState === 'complete'").await;
    }
}

/// What a form holds when it is opened, with some fields changed.
pub async fn form(b: &Browser, path: &str, changes: &[(&str, &str)]) -> Value {
    let script = "const [path, changes, done] = arguments;
        fetch(path).then(answer => answer.text()).then(text => {
          const form = new DOMParser().parseFromString(text, 'text/html').querySelector('main form[method=post]');
          const fields = new FormData(form);
          changes.forEach(([name, value]) => fields.set(name, value));
          done([...fields]);
        });";
    b.run_later(script, vec![json!(path), json!(changes)]).await
}

/// Posts a form that must be accepted; answers the record's path.
pub async fn done(b: &Browser, path: &str, fields: &Value) -> String {
    let script = "const [path, fields, done] = arguments;
        fetch(path, { method: 'POST', body: new URLSearchParams(fields) }).then(async answer => done(answer.redirected
          ? new URL(answer.url).pathname
          : 'refused: ' + (await answer.text()).split('summary-of-errors').pop().slice(0, 800)));";
    let led = b.run_later(script, vec![json!(path), fields.clone()]).await;
    let led = led.as_str().unwrap().to_string();
    assert!(!led.starts_with("refused"), "{path}: {led}");
    led
}

/// The path of the first link to a record on a page.
async fn record(b: &Browser, path: &str, words: &str) -> String {
    b.go(path).await;
    let script =
        "return [...document.querySelectorAll('tbody th a')].find(a => a.textContent.includes(arguments[0]))?.pathname";
    let found = b.run_with(script, vec![json!(words)]).await;
    found.as_str().unwrap_or_else(|| panic!("no {words} on {path}")).to_string()
}

/// Every kind of page of the demonstration.
async fn pages(b: &Browser) -> Vec<Page> {
    let april = record(b, "/missions", "KZ-AF-2023-04").await;
    let august = record(b, "/missions", "KZ-AF-2022-08").await;
    let rail = record(b, "/consignments?mission=KZ-AF-2023-04&mode=rail", "").await;
    let air = record(b, "/consignments?mission=KZ-AF-2023-04&mode=air", "").await;
    let cups = record(b, "/consignments?mission=KZ-AF-2022-08", "").await;
    let (good, place) =
        (record(b, "/catalogue?q=flour", "lour").await, record(b, "/places?q=Hairatan", "Hairatan").await);
    let organisation = record(b, "/organisations", "").await;

    // One that was moved, one that is void, one that two people change at once.
    let spare = form(
        b,
        "/consignments/new",
        &[
            ("mission", "KZ-AF-2025-09"),
            ("line.0.goods", "Tents"),
            ("line.0.quantity", "7"),
            ("line.0.unit", "pcs"),
            ("leg.0.mode", "road"),
            ("leg.0.departed", "2025-09"),
        ],
    )
    .await;
    let moved = done(b, "/consignments", &spare).await;
    done(
        b,
        &format!("{moved}/move"),
        &json!([["mission", "KZ-AF-2023-04"], ["reason", "typed into the wrong mission"]]),
    )
    .await;
    let spare = form(
        b,
        &format!("/consignments/new?copy={}", moved.rsplit('/').next().unwrap()),
        &[("line.0.quantity", "8"), ("leg.0.departed", "2025-09")],
    )
    .await;
    let void = done(b, "/consignments", &spare).await;
    done(b, &format!("{void}/void"), &json!([["reason", "never sent"]])).await;
    let legs = form(
        b,
        "/consignments/new",
        &[
            ("mission", "KZ-AF-2025-09"),
            ("line.0.goods", "Flour, rice and sugar"),
            ("line.0.quantity", "12"),
            ("line.0.unit", "t"),
            ("line.0.packages", "240 bags x 50 kg"),
            ("line.0.batch", "B-1"),
            ("line.0.value", "1200 USD"),
            ("leg.0.mode", "rail"),
            ("leg.0.from", "Almaty"),
            ("leg.0.to", "Hairatan"),
            ("leg.0.departed", "2025-09-01"),
            ("leg.1.mode", "road"),
            ("leg.1.from", "Hairatan"),
            ("leg.1.to", "Kabul"),
            ("leg.1.units", "12"),
            ("remarks", "Averyveryverylongwordwithoutasinglespaceinitthatwouldpushasmallscreenwideifnothingbrokeit"),
        ],
    )
    .await;
    let legs = done(b, "/consignments", &legs).await;
    let edit = format!("{air}/edit");
    let stale = form(b, &edit, &[("remarks", "What the second one wrote")]).await;
    done(b, &air, &form(b, &edit, &[("remarks", "What the first one wrote")]).await).await;
    let bare = form(b, "/missions/new", &[("code", "KZ-XX-2026-01"), ("title", "Nothing sent yet")]).await;
    let bare = done(b, "/missions", &bare).await;

    let wrong = form(
        b,
        "/consignments/new",
        &[
            ("mission", "KZ-AF-2023-04"),
            ("line.0.goods", ""),
            ("line.0.quantity", "-5"),
            ("line.0.unit", "t"),
            ("line.1.goods", "Oil"),
            ("line.1.quantity", "60 000"),
            ("line.1.unit", "firkins"),
            ("line.1.packages", "many"),
            ("leg.0.mode", ""),
            ("leg.0.departed", "31.2.2022"),
            ("value", "12"),
        ],
    )
    .await;
    // In English this comma groups and the load is simply logged; other readers are asked.
    let asked = form(
        b,
        "/consignments/new",
        &[
            ("mission", "KZ-AF-2023-04"),
            ("line.0.goods", "Flour"),
            ("line.0.quantity", "272,728"),
            ("line.0.unit", "t"),
            ("line.1.goods", "Sugar"),
            ("line.1.quantity", "5"),
            ("line.1.unit", "L"),
            ("leg.0.mode", "rail"),
            ("leg.0.departed", "2023"),
        ],
    )
    .await;
    let twice =
        form(b, &format!("/consignments/new?copy={}", rail.rsplit('/').next().unwrap()), &[("received", "15.4.2023")])
            .await;
    let mission = form(b, "/missions/new", &[("code", ""), ("starts", "31.2.2022"), ("allot.0.goods", "Flour")]).await;

    let way = journey(b).await;
    let files = files(b).await;

    let id = |path: &str| path.rsplit('/').next().unwrap().to_string();
    let see = |name, path: &str| Page { name, path: path.to_string(), fields: None, shows: "main" };
    let send =
        |name, path: &str, fields: Value, shows| Page { name, path: path.to_string(), fields: Some(fields), shows };
    vec![
        see("home", "/"),
        see("missions", "/missions"),
        see("mission-new", "/missions/new"),
        send("mission-wrong", "/missions", mission, ".summary-of-errors"),
        see("mission", &april),
        see("mission-units-apart", &format!("{august}?done=mission-changed")),
        see("mission-bare", &bare),
        see("mission-edit", &format!("{april}/edit")),
        see("mission-list", &format!("{april}/consignments")),
        see("sheet", &format!("{april}/summary")),
        see("sheet-units-apart", &format!("{august}/summary")),
        see("sheet-bare", &format!("{bare}/summary")),
        see("consignments", "/consignments"),
        see("consignments-filtered", "/consignments?q=flour&mode=rail&to=Hairatan&since=2020&status=received"),
        see("consignments-asked-wrongly", "/consignments?since=31.2.2022&q=a"),
        see("consignments-none-found", "/consignments?q=zzzz"),
        see("consignment-new", &format!("/consignments/new?mission={}", id(&april))),
        send("consignment-wrong", "/consignments", wrong, ".summary-of-errors"),
        send("consignment-asked", "/consignments", asked, "main"),
        send("consignment-twice", "/consignments", twice, ".notice.warn button[name=confirm]"),
        see("consignment", &format!("{rail}?done=logged")),
        see("consignment-not-stated", &air),
        see("consignment-many-lines", &cups),
        see("consignment-legs", &legs),
        see("consignment-moved", &moved),
        see("consignment-void", &void),
        see("consignment-edit", &format!("{legs}/edit")),
        send("consignment-conflict", &air, stale, ".conflict"),
        see("void", &format!("{rail}/void")),
        send("void-wrong", &format!("{rail}/void"), json!([["reason", ""]]), ".summary-of-errors"),
        see("move", &format!("{rail}/move")),
        send(
            "move-wrong",
            &format!("{rail}/move"),
            json!([["mission", "NO-SUCH"], ["reason", ""]]),
            ".summary-of-errors",
        ),
        see("organisations", "/organisations"),
        see("organisation-new", "/organisations/new"),
        see("organisation", &organisation),
        see("places", "/places"),
        see("places-none-found", "/places?q=zzzz"),
        see("place-new", "/places/new"),
        send("place-wrong", "/places", json!([["name", ""], ["latitude", "north"]]), ".summary-of-errors"),
        see("place", &place),
        see("catalogue", "/catalogue"),
        see("good-new", "/catalogue/new"),
        see("good", &good),
        see("not-found", "/nowhere"),
        see("journey", &format!("{}?done=step&all=1", way.load)),
        see("journey-steps", &format!("{}/events/new", way.load)),
        see("journey-step", &format!("{}/events/new?step=arrived", way.load)),
        send(
            "journey-step-wrong",
            &format!("{}/events", way.load),
            json!([["step", "cancelled"], ["units", "x"]]),
            ".summary-of-errors",
        ),
        see("journey-units", &way.units),
        send(
            "journey-units-wrong",
            &way.units,
            json!([["units", "52916674; A; heavy\n52916674"]]),
            ".summary-of-errors",
        ),
        see("journey-receipt-new", &format!("{}/receipts/new", way.load)),
        send(
            "journey-receipt-wrong",
            &format!("{}/receipts", way.load),
            json!([["happened", "31.2.2023"], ["part.0.key", way.part], ["part.0.damaged", "1 t"], ["seen", "9"]]),
            ".summary-of-errors",
        ),
        send(
            "journey-receipt-beside",
            &format!("{}/receipts", way.load),
            json!([["happened", "2026-11-12"], ["as_listed", "1"]]),
            ".notice.warn",
        ),
        see("journey-receipt", &format!("{}?done=received", way.receipt)),
        see("journey-receipt-void", &format!("{}/void", way.receipt)),
        see("journey-loss-new", &format!("{}/losses/new", way.load)),
        see("journey-loss", &way.loss),
        see("journey-source-new", &format!("{}/sources/new", way.load)),
        see("journey-attach", &format!("{}/attachments/new", way.load)),
        see("journey-papers", &format!("{}/papers", way.mission)),
        see("journey-mission", &way.mission),
        see("journey-sheet", &format!("{}/summary", way.mission)),
        see("journey-list", "/consignments?differs=1&overdue="),
        see("paper-waybill", &format!("{}/documents/waybill", way.load)),
        see("paper-waybill-in-two", &format!("{}/documents/waybill?first=en&second=fa-AF", way.load)),
        see("paper-packing-list", &format!("{}/documents/packing-list?first=ru&second=kk", way.load)),
        see("paper-gift", &format!("{}/documents/gift-certificate?first=en&second=ps", way.load)),
        see("paper-received", &format!("{}/documents/goods-received-note?receipt={}", way.load, id(&way.receipt))),
        see("paper-loss", &format!("{}/documents/loss-report?loss={}", way.load, id(&way.loss))),
        see("paper-issued", &way.document),
        see("paper-issued-now", &format!("{}?done=issued", way.document)),
        see("paper-void", &format!("{}/void", way.document)),
        see("paper-list", &format!("{}/documents", way.mission)),
        see("paper-batch", &format!("{}/documents/waybills", way.mission)),
        see("paper-summary", &format!("{}/summary?form=full&second=ru", way.mission)),
        see("paper-checked", &way.check),
        see("paper-unknown", "/verify/0000-0000-0000"),
        see("paper-to-check", "/verify"),
        see("imports", "/imports"),
        see("import-columns", &format!("{}/columns", files.waiting)),
        see("import-seen", &files.waiting),
        see("import-taken-in", &format!("{}?done=imported", files.done)),
        see("import-undo", &format!("{}/undo", files.done)),
        send("import-undo-wrong", &format!("{}/undo", files.done), json!([["reason", ""]]), ".summary-of-errors"),
        see("import-list", "/imports?lists=catalogue"),
        see("import-list-columns", &format!("{}/columns", files.list)),
        see("import-list-seen", &files.list),
        see("import-unreadable", &files.unreadable),
        see("import-unreadable-columns", &format!("{}/columns", files.unreadable)),
        see("conflicts", &format!("{}/conflicts", files.mission)),
        send(
            "conflicts-wrong",
            &format!("{}/conflicts", files.mission),
            json!([["group", "G"], ["reason", ""]]),
            ".summary-of-errors",
        ),
        see("conflicts-none", &format!("{april}/conflicts")),
        see("conflicts-mission", &files.mission),
    ]
}

/// Files that were brought.
struct Files {
    mission: String,
    /// One that is not taken in yet, with everything that can be said of a row.
    waiting: String,
    done: String,
    unreadable: String,
    /// A list of goods.
    list: String,
}

const LOADS: &str = "Waybill,Goods,Qty,Unit,Mode,Dispatch date,Weight (kg),Value (USD),Colour,Conflict group\n\
    W-1,\"Flour, rice\",272.728,t,camel,17.4.2023,see below,100,white,\n\
    W-2,Rice,60,t,rail,19.4.2031,\"5,403\",N/A,,G\n\
    W-3,Rice,61,t,rail,19.4.2023,,,,G\n\
    W-4,Oil,many,l,rail,19.4.2023,61,12,,\n";

const GOODS: &str = "Item,Наименование,Category,Unit,kg per unit,Source,Colour\n\
    Woollen blanket M-7,Одеяло М-7,Shelter and household,pcs,1.8,the maker,grey\n\
    Wheat flour,,,,,,white\n\
    Camel saddle,,,pcs,0.0001,,\n\
    Camel saddle,,,pcs,,,\n";

async fn files(b: &Browser) -> Files {
    let mission = form(b, "/missions/new", &[("code", "FILES-1"), ("title", "From files")]).await;
    let mission = done(b, "/missions", &mission).await;
    Files {
        done: {
            let taken = brought(b, "taken in.csv", &LOADS.replace("W-", "T-"), "").await;
            done(b, &taken, &json!([["reason", "so it says"]])).await
        },
        waiting: brought(b, "waiting.csv", LOADS, "").await,
        unreadable: brought(b, "page.xls", "<html><p>no table</p></html>", "").await,
        list: brought(b, "goods.csv", GOODS, "catalogue").await,
        mission,
    }
}

/// Brings a file, of consignments or for a cupboard; answers the import's path.
async fn brought(b: &Browser, name: &str, text: &str, lists: &str) -> String {
    let script = "const [name, text, lists, done] = arguments;
        fetch('/imports').then(answer => answer.text()).then(page => {
          const form = new DOMParser().parseFromString(page, 'text/html').querySelector('main form[method=post]');
          const fields = new FormData(form);
          fields.set('mission', 'FILES-1');
          fields.set('lists', lists);
          fields.set('file', new File([text], name));
          return fetch('/imports', { method: 'POST', body: fields });
        }).then(answer => done(new URL(answer.url).pathname));";
    let led = b.run_later(script, vec![json!(name), json!(text), json!(lists)]).await;
    led.as_str().unwrap().trim_end_matches("/columns").to_string()
}

/// A load on its way, of which everything is told.
struct Way {
    mission: String,
    load: String,
    units: String,
    receipt: String,
    loss: String,
    part: String,
    /// A waybill that was issued, and where it is checked.
    document: String,
    check: String,
}

/// Lets a load travel: wagons, steps, a loss, a receipt, a source, a correction, papers asked for.
async fn journey(b: &Browser) -> Way {
    let mission =
        form(b, "/missions/new", &[("code", "WAY-2026-11"), ("title", "On its way"), ("donors", "Kazakhstan")]).await;
    let mission = done(b, "/missions", &mission).await;
    done(b, &format!("{mission}/papers"), &json!([["paper.rail.signed_waybill", "1"], ["paper.rail.origin", "1"]]))
        .await;
    let load = form(
        b,
        "/consignments/new",
        &[
            ("mission", "WAY-2026-11"),
            ("line.0.goods", "Wheat flour"),
            ("line.0.quantity", "120"),
            ("line.0.unit", "t"),
            ("line.0.packages", "2400 bags x 50 kg"),
            ("line.0.expiry", "2027-01"),
            ("line.1.goods", "Vaccines"),
            ("line.1.quantity", "?"),
            ("line.1.unit", "boxes"),
            ("line.1.cold", "2–8 °C"),
            ("line.1.dangerous", "3373"),
            ("leg.0.mode", "rail"),
            ("leg.0.from", "Almaty"),
            ("leg.0.to", "Hairatan"),
            ("leg.0.units", "2"),
            ("leg.0.departed", "2026-11-02"),
            ("leg.0.planned_departure", "2026-11-01"),
            ("leg.0.planned_arrival", "2026-11-05"),
        ],
    )
    .await;
    let load = done(b, "/consignments", &load).await;
    b.go(&load).await;
    let units =
        b.run("return document.querySelector('a[href$=\"/units\"]').pathname").await.as_str().unwrap().to_string();
    let list = "52916673; A1, A2; 82.5 t; 22.5 t; 60 t; W-7; flour\n52916674; B1; 82.5 t; 22.5 t; 60 t; W-8; flour";
    done(b, &units, &form(b, &units, &[("units", list), ("confirm", "save")]).await).await;
    for fields in [
        &[("step", "passed"), ("happened", "2026-11-06"), ("place", "Termez"), ("remark", "Seals whole")][..],
        &[("step", "problem"), ("happened", "2026-11-07"), ("remark", "The border is closed")],
        &[("step", "arrived"), ("happened", "2026-11-09"), ("units", "1")],
    ] {
        let new = format!("{load}/events/new?step={}", fields[0].1);
        done(b, &format!("{load}/events"), &form(b, &new, fields).await).await;
    }
    let empty = form(b, &format!("{load}/losses/new"), &[]).await;
    let part = empty.as_array().unwrap().iter().find(|field| field[0] == "part.0.key").unwrap()[1]
        .as_str()
        .unwrap()
        .to_string();
    let loss = [
        ("happened", "2026-11-08"),
        ("circumstances", "Seal broken at night"),
        ("part.0.missing", "500 kg"),
        ("part.0.missing_reason", "theft"),
        ("commercial_act", "KA-17"),
    ];
    let loss = done(b, &format!("{load}/losses"), &form(b, &format!("{load}/losses/new"), &loss).await).await;
    let receipt = [
        ("happened", "2026-11-10"),
        ("units", "1"),
        ("part.0.good", "1190 bags"),
        ("part.0.damaged", "10 bags"),
        ("part.0.damaged_reason", "wet"),
        ("new.0.goods", "Peas"),
        ("new.0.good", "3"),
        ("new.0.unit", "t"),
        ("receiver", "Rahim"),
    ];
    let receipt = done(b, &format!("{load}/receipts"), &form(b, &format!("{load}/receipts/new"), &receipt).await).await;
    let source = [("stated", "118 t"), ("said_by", "Ariana News"), ("web_address", "https://www.ariananews.af/")];
    done(b, &format!("{load}/sources"), &form(b, &format!("{load}/sources/new"), &source).await).await;
    let change = [("line.0.quantity", "119.9"), ("reason", "Weighed again"), ("correction_source", "Ticket 17")];
    done(b, &load, &form(b, &format!("{load}/edit"), &change).await).await;
    let waybill = format!("{load}/documents/waybill");
    let document = done(b, &waybill, &form(b, &waybill, &[("second", "ru"), ("pad", "A-17")]).await).await;
    b.go(&document).await;
    let check = b.run("return document.querySelector('a[href^=\"/verify/\"]').pathname").await;
    Way { mission, load, units, receipt, loss, part, document, check: check.as_str().unwrap().into() }
}

/// All that axe-core looks for, by its tags.
const RULES: &[&str] = &["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// What of it is a matter of colour.
const COLOURS: &[&str] = &["color-contrast", "link-in-text-block"];

/// What axe-core finds on the page that is shown.
async fn findings(b: &Browser, rules: &[&str]) -> Vec<String> {
    if b.run("return typeof axe === 'undefined'").await == json!(true) {
        b.run(include_str!("axe.min.js")).await;
    }
    let script = "const [runOnly, done] = arguments;
        axe.run(document, { runOnly, resultTypes: ['violations'] }).then(
          found => done(found.violations.map(v => `${v.id}: ` + v.nodes.map(n => `${n.target} (${n.failureSummary.replace(/\\s+/g, ' ')})`).join('; '))),
          failed => done([String(failed)]));";
    let found = b.run_later(script, vec![json!(rules)]).await;
    found.as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_string()).collect()
}

/// The parts that make the page wider than its screen.
async fn sideways(b: &Browser) -> Vec<String> {
    let script = "const page = document.documentElement;
        if (page.scrollWidth <= page.clientWidth) return [];
        const wide = e => { const box = e.getBoundingClientRect(); return box.right > page.clientWidth + .5 || box.left < -.5; };
        return [`${page.scrollWidth} of ${page.clientWidth}`, ...[...document.querySelectorAll('body *')].filter(wide)
          .map(e => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 40)}`).slice(0, 12)];";
    let found = b.run(script).await;
    found.as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_string()).collect()
}

/// The tables of a sheet that are wider than their place: on paper nobody can scroll.
async fn cut_off(b: &Browser) -> Vec<String> {
    let wide = "return [...document.querySelectorAll('.paper .table')]
        .filter(table => table.scrollWidth > table.clientWidth + 1).map(table => table.innerText.slice(0, 60))";
    serde_json::from_value(b.run(wide).await).unwrap()
}

/// What others than the manager see: who, and their pages.
async fn pages_of_others(b: &Browser) -> Vec<(&'static str, Vec<Page>)> {
    let see = |name, path: &str| Page { name, path: path.to_string(), fields: None, shows: "main" };
    let send = |name, path: &str, fields, shows| Page { name, path: path.into(), fields: Some(fields), shows };
    let rail = record(b, "/consignments?mission=KZ-AF-2023-04&mode=rail", "").await;
    b.leave().await;
    b.sign_in("adil", DEMO_PASSWORD).await;
    let person = record(b, "/people", "Vera").await;
    let wrong = json!([
        ["name", ""],
        ["sign_in", "two words"],
        ["grant.0.role", "administrator"],
        ["grant.0.mission", "X-1"],
        ["grant.1.role", "donor"]
    ]);
    vec![
        (
            "adil",
            vec![
                see("people", "/people"),
                see("person-new", "/people/new"),
                send("person-wrong", "/people", wrong, ".summary-of-errors"),
                see("person", &person),
                send("person-link", &format!("{person}/link"), json!([]), ".code"),
                see("roles", "/people/roles"),
                see("settings", "/settings"),
                see("me", "/me?done=preferred"),
                send("me-wrong", "/me/password", json!([["new_password", "short"]]), ".summary-of-errors"),
                see("second-factor", "/me/second-factor"),
                see("tokens", "/me/tokens"),
                send("tokens-wrong", "/me/tokens", json!([["days", "0"]]), ".summary-of-errors"),
                see("api", "/api"),
                see("forbidden", "/missions"),
            ],
        ),
        (
            "aigul",
            vec![
                see("history", "/history"),
                see("history-filtered", "/history?verb=created&kind=mission&since=31.2.2020"),
                send("history-verified", "/history/verification", json!([]), ".notice.good"),
            ],
        ),
        ("dana", vec![see("gifts", "/gifts")]),
        ("rahim", vec![see("consignment-to-receive", &rail), see("home-of-a-receiver", "/")]),
        ("vera", vec![see("home-of-a-viewer", "/"), see("catalogue-of-a-viewer", "/catalogue")]),
    ]
}

/// What one sees before signing in.
fn pages_of_strangers() -> Vec<Page> {
    let see = |name, path: &str| Page { name, path: path.to_string(), fields: None, shows: "main" };
    let send = |name, path: &str, fields, shows| Page { name, path: path.into(), fields: Some(fields), shows };
    vec![
        see("sign-in", "/sign-in"),
        see("signed-out", "/sign-in?done=signed-out"),
        send("sign-in-wrong", "/sign-in", json!([["sign_in", "nobody"], ["password", "x"]]), ".summary-of-errors"),
        send("session-ended", "/consignments", json!([["remarks", "kept"]]), ".notice.info"),
        see("no-such-link", "/choose-password?token=x"),
    ]
}

/// Looks at a page: light, dark, and on a small screen.
async fn look(b: &Browser, page: &Page, language: &str, wrong: &mut Vec<String>) {
    page.show(b, language).await;
    let shown = b.run("return document.documentElement.lang").await;
    assert_eq!(shown, json!(language), "{}", page.name);
    let mut note = |how: &str, found: Vec<String>| {
        wrong.extend(found.into_iter().map(|what| format!("{} {language} {how}: {what}", page.name)));
    };
    note("light", findings(b, RULES).await);
    note("cut off", cut_off(b).await);
    b.picture(&format!("{}.{language}", page.name)).await;
    b.media("dark").await;
    note("dark", findings(b, COLOURS).await);
    b.picture(&format!("{}.{language}.dark", page.name)).await;
    b.media("light").await;
    b.width(NARROW).await;
    note("narrow", sideways(b).await);
    note("narrow", findings(b, RULES).await);
    b.picture(&format!("{}.{language}.narrow", page.name)).await;
    b.full_width().await;
}

/// Looks at every page in one language.
async fn look_at_every_page(language: &str) {
    let Some(b) = Browser::open(Served::story, Scripts::On).await else { return };
    let mut wrong = vec![];
    for page in pages(&b).await {
        look(&b, &page, language, &mut wrong).await;
    }
    for (name, pages) in pages_of_others(&b).await {
        b.leave().await;
        b.sign_in(name, DEMO_PASSWORD).await;
        for page in pages {
            look(&b, &page, language, &mut wrong).await;
        }
    }
    b.leave().await;
    for page in pages_of_strangers() {
        look(&b, &page, language, &mut wrong).await;
    }
    assert!(wrong.is_empty(), "{} findings\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_well_in_english() {
    look_at_every_page("en").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_well_in_russian() {
    look_at_every_page("ru").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_well_from_right_to_left() {
    look_at_every_page("ar-XB").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_in_which_nothing_is_written_is_well() {
    let Some(b) = Browser::open(Served::empty, Scripts::On).await else { return };
    let mut wrong = vec![];
    for language in LANGUAGES {
        for path in ["/", "/missions", "/consignments", "/consignments/new", "/organisations"] {
            b.go(&format!("{path}?lang={language}")).await;
            b.width(NARROW).await;
            b.picture(&format!("empty{}.{language}.narrow", path.replace('/', "-"))).await;
            let found = [sideways(&b).await, findings(&b, RULES).await].concat();
            wrong.extend(found.into_iter().map(|what| format!("{path} {language}: {what}")));
            b.full_width().await;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_light_and_ask_nobody_else() {
    let Some(b) = Browser::open(Served::story, Scripts::On).await else { return };
    let came =
        "const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
        return all.map(e => [e.name, e.transferSize]);";
    let mut wrong = vec![];
    for page in pages(&b).await {
        for language in LANGUAGES {
            b.ask("Network.clearBrowserCache", json!({})).await;
            for (view, limit) in [("first", FIRST_VIEW), ("later", LATER_VIEW)] {
                page.show(&b, language).await;
                let came = b.run(came).await;
                let came: Vec<(String, u64)> = serde_json::from_value(came).unwrap();
                let elsewhere = came.iter().filter(|(name, _)| !name.starts_with(&format!("{}/", b.at)));
                wrong.extend(elsewhere.map(|(name, _)| format!("{} asks {name}", page.name)));
                let sum: u64 = came.iter().map(|(_, bytes)| bytes).sum();
                assert!(sum > 0, "{}: {came:?}", page.name);
                if sum > limit {
                    wrong.push(format!("{} {language}, {view} view: {sum} bytes: {came:?}", page.name));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
