//! Documents on paper, as Chromium prints them: how many pages, what stands on each, and nothing of the browser's own.

use crate::{
    browser::{Browser, Scripts},
    every_page::{done, form},
    served::Served,
    without_script::{look, squeezed},
};
use serde_json::json;

/// Logs so many consignments of three goods each, one after the other; answers the path of the last.
async fn log_many(b: &Browser, mission: &str, n: usize) -> String {
    let script = "const [mission, n, done] = arguments;
        const goods = [['Wheat flour', '100 t', '4000 bags x 25 kg', '101 t'], ['Vegetable oil', '60000 L', '', '55.2 t'], ['Buckwheat', '40 t', '1600 bags x 25 kg', '40.4 t'],
          ['Canned milk', '200000 cans', '4000 cartons', '84 t'], ['Sugar', '20 t', '400 bags x 50 kg', '20.2 t'], ['Rice', '30.5 t', '610 bags x 50 kg', '30.8 t'],
          ['Beds', '2000 beds', '', '30 t'], ['Blankets', '2000 pieces', '67 bales', '3.2 t'], ['Tents', '200 tents', '', '9 t'], ['Medicines', '?', '35 boxes', '420 kg'],
          ['Winter coats', '2000 pieces', '100 cartons', '4 t'], ['Kitchen sets', '2000 sets', '500 cartons', '6 t']];
        const lines = n === 1 ? 12 : 3;
        (async () => {
          let last = '';
          for (let k = 0; k < n; k++) {
            const fields = new URLSearchParams({ id: crypto.randomUUID(), mission, confirm: 'save', 'leg.0.mode': ['road', 'rail', 'air'][k % 3], 'leg.0.from': 'Almaty', 'leg.0.via': 'Termez (UZTER)',
              'leg.0.to': 'Hairatan (AFHRT)', 'leg.0.units': '2', 'leg.0.unit_kind': ['truck', 'wagon', 'flight'][k % 3], 'leg.0.planned_departure': '2026-01-05', 'leg.0.planned_arrival': '2026-01-12',
              external_ref: mission + k, remarks: 'Keep dry.' });
            for (let line = 0; line < lines; line++) {
              const [name, quantity, packages, gross] = goods[(k + 5 * line) % 12];
              for (const [field, value] of Object.entries({ goods: name, quantity, packages, gross })) if (value) fields.set(`line.${line}.${field}`, value);
              if (line % 4 === 0) { fields.set(`line.${line}.batch`, 'A-' + line); fields.set(`line.${line}.expiry`, '2027-05-01'); }
            }
            const answer = await fetch('/consignments', { method: 'POST', body: fields });
            if (!answer.redirected) return done('refused: ' + (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\\s+/g, ' ').slice(0, 2000));
            last = new URL(answer.url).pathname;
          }
          done(last);
        })();";
    let last = b.run_later(script, vec![json!(mission), json!(n)]).await;
    let last = last.as_str().unwrap().to_string();
    assert!(!last.starts_with("refused"), "{last}");
    last
}

/// Opens a mission of which everything is told that a summary may say.
async fn open(b: &Browser, code: &str) -> String {
    let fields = [
        ("code", code),
        ("title", "Aid to Herat after the earthquake"),
        ("recipient_country", "AF"),
        ("donors", "Government of Kazakhstan"),
        ("glide", "EQ-2023-000184-AFG"),
        ("crisis", "Earthquake in Herat"),
        ("decision.number", "PP-412"),
        ("decision.date", "2023-10-10"),
        ("default.consignor", "Ministry of Emergency Situations"),
        ("default.consignee", "Afghan Red Crescent Society"),
        ("default.carrier", "Kazakhstan Temir Zholy"),
        ("need.people", "120 000"),
        ("need.source", "OCHA"),
        ("handover.to", "Afghan authorities"),
        ("handover.place", "Herat"),
        ("handover.date", "2023-10-20"),
        ("narrative", "The first trucks crossed at Hairatan.\nTwo days of waiting at the border.\nBlankets are short."),
        ("asked", "Agree to a second tranche of 200 t of flour."),
        ("allot.0.goods", "Wheat flour"),
        ("allot.0.quantity", "3000"),
        ("allot.0.unit", "t"),
    ];
    let fields = form(b, "/missions/new", &fields).await;
    done(b, "/missions", &fields).await
}

/// What stands on paper that is no business of it.
const FURNITURE: &[&str] = &["127.0.0.1:", "Skip to", "Show", "Second language", "Issue the"];

#[tokio::test(flavor = "multi_thread")]
async fn a_waybill_of_twelve_lines_is_one_page() {
    let Some(b) = Browser::open(Served::story, Scripts::On).await else { return };
    open(&b, "HERAT-1").await;
    let load = log_many(&b, "HERAT-1", 1).await;
    let waybill = format!("{load}/documents/waybill");
    for language in ["en", "ru", "kk", "fa-AF", "ps"] {
        b.go(&format!("{waybill}?first={language}&second=none")).await;
        let (pages, size, _) = look(&b.print().await);
        assert!(size.is_none_or(|size| size.contains("A4")));
        assert_eq!(pages, 1, "{language}");
    }
    // In two languages every row is two lines high: a second page may hold the signatures, no third.
    for (first, second) in [("en", "ru"), ("en", "fa-AF"), ("ru", "kk"), ("en", "ps")] {
        b.go(&format!("{waybill}?first={first}&second={second}")).await;
        let (pages, _, text) = look(&b.print().await);
        assert!(pages <= 2, "{first} {second}: {pages}");
        if let Some(text) = text {
            assert!(text.matches(&squeezed("HERAT-1")).count() >= pages, "the number is on every page");
        }
    }
    // Issued: number, revision and page on every page, the code that is checked, and nothing of the browser's own.
    let issued = done(&b, &waybill, &form(&b, &waybill, &[("second", "none")]).await).await;
    b.go(&issued).await;
    let (pages, _, text) = look(&b.print().await);
    assert_eq!(pages, 1);
    let Some(text) = text else { return };
    for part in [
        "HERAT-1/WB-001",
        "Revision 1",
        "COPY re-printed on",
        "1 / 1",
        "Wheat flour",
        "Kitchen sets",
        "384.22 t",
        "Copy 3: return to sender",
        "http://127.0.0.1",
    ] {
        assert!(text.contains(&squeezed(part)), "{part} in {text}");
    }
    for furniture in FURNITURE.iter().filter(|it| !it.starts_with("127")) {
        assert!(!text.contains(&squeezed(furniture)), "{furniture} in {text}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_summary_fits_one_page_and_the_full_form_as_many_as_it_takes() {
    let Some(b) = Browser::open(Served::story, Scripts::On).await else { return };
    let thirty = open(&b, "HERAT-30").await;
    log_many(&b, "HERAT-30", 30).await;
    for (first, second) in
        [("en", "none"), ("ru", "none"), ("fa-AF", "none"), ("en", "ru"), ("en", "fa-AF"), ("ru", "kk"), ("en", "ps")]
    {
        b.go(&format!("{thirty}/summary?form=one-page&first={first}&second={second}")).await;
        let (pages, size, text) = look(&b.print().await);
        assert!(size.is_none_or(|size| size.contains("A4")));
        assert_eq!(pages, 1, "{first} {second}");
        let Some(text) = text.filter(|_| (first, second) == ("en", "none")) else { continue };
        for part in [
            "HERAT-30",
            "PP-412",
            "30",
            "By goods",
            "more in the full form",
            "Agree to a second tranche",
            "Approved by",
            "1 / 1",
        ] {
            assert!(text.contains(&squeezed(part)), "{part} in {text}");
        }
        for furniture in FURNITURE {
            assert!(!text.contains(&squeezed(furniture)), "{furniture} in {text}");
        }
    }

    let many = open(&b, "HERAT-200").await;
    log_many(&b, "HERAT-200", 200).await;
    b.go(&format!("{many}/summary?form=full&first=en&second=none")).await;
    b.picture("paper-summary-200").await;
    let (pages, _, text) = look(&b.print().await);
    assert!((8..30).contains(&pages), "{pages}");
    let Some(text) = text else { return };
    for n in 1..=pages {
        assert!(text.contains(&format!("{n}/{pages}")), "page {n} of {pages}");
    }
    for n in 1..=200 {
        assert_eq!(text.matches(&format!("HERAT-200/{n:03}")).count(), 1, "each consignment stands there once: {n}");
    }
    // The running head, and the heads of the table that goes on, stand on every page it goes on to.
    assert!(text.matches(&squeezed("Mission summary · HERAT-200")).count() >= pages, "{pages}");
    assert!(text.matches(&squeezed("Number Goods Quantity Mode Route Date Status")).count() >= 3, "{text}");
}
