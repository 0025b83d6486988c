//! Reviewing: the list with its search and filters, totals, the spreadsheet, and the summary whose every total is compared
//! with the lines.

use crate::{
    harness::{House, each_engine},
    logging::{flour, logged, mission},
};
use diesel::RunQueryDsl;
use keruen::{
    consignments::{self, Cells, Facet, contributions},
    reports,
    values::Id,
};

/// The numbers a list shows, in its order.
fn numbers(answer: &crate::harness::Answer) -> Vec<String> {
    answer.all("table tbody tr th a")
}

/// Every consignment of a house.
fn everything(house: &House) -> Vec<consignments::Consignment> {
    let ids: Vec<Id> = house.pool.read_now(|db| consignments::ids_after(db, None, 10_000)).unwrap();
    house.pool.read_now(|db| consignments::load(db, &ids)).unwrap()
}

each_engine! {
    async fn every_page_of_the_story_answers(house: House, Story) {
        let mut paths = vec!["/".to_string(), "/missions".into(), "/consignments".into(), "/consignments/new".into(),
            "/missions/new".into(), "/catalogue".into(), "/places".into(), "/organisations".into(), "/consignments.csv".into()];
        for page in ["/missions", "/consignments"] {
            paths.extend(house.get(page).await.attributes("tbody th a", "href"));
        }
        for path in paths.clone() {
            if path.starts_with("/missions/") && path != "/missions/new" {
                paths.extend([format!("{path}/summary"), format!("{path}/edit"), format!("{path}/consignments")]);
            } else if path.starts_with("/consignments/") && path != "/consignments/new" {
                paths.extend([format!("{path}/edit"), format!("{path}/void"), format!("{path}/move")]);
            }
        }
        assert!(paths.len() > 100);
        for path in paths {
            for lang in ["en", "ru", "ar-XB"] {
                let answer = house.get_as(&path, &[("accept-language", lang)]).await;
                assert_eq!(answer.status, 200, "{path} {lang}");
                assert!(!answer.body.contains("[field-") && !answer.body.contains("[error-"), "{path} {lang}: a word is missing");
            }
        }
    }

    async fn filters_find_what_they_say(house: House, Story) {
        for (query, wanted) in [
            ("q=мука", vec!["KZ-AF-2023-04/001", "KZ-TJ-2020-05/001"]),
            ("q=flo", vec!["KZ-AF-2023-04/001"]),
            ("q=hairatan", vec!["KZ-AF-2023-04/001"]),
            ("q=KZ-AF-2023-04", vec!["KZ-AF-2023-04/001", "KZ-AF-2023-04/002"]),
            ("q=berkut", vec![]),
            ("mode=air&mission=KZ-AF-2023-04", vec!["KZ-AF-2023-04/002"]),
            ("item=Buckwheat", vec!["KZ-AF-2023-04/001"]),
            ("category=medicine&mission=KZ-AF-2023-04", vec!["KZ-AF-2023-04/002"]),
            ("since=2023-04-01&until=2023-04-30", vec!["KZ-AF-2023-04/001", "KZ-AF-2023-04/002"]),
            ("since=April 2023&until=April 2023&mode=rail", vec!["KZ-AF-2023-04/001"]),
            ("to=Termez", vec!["KZ-AF-2022-08/001"]),
            ("status=received&q=buckwheat milk", vec!["KZ-AF-2023-04/001"]),
            ("donor=Government of Kazakhstan&to=Kabul&mode=air", vec!["KZ-AF-2023-04/002"]),
        ] {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            let asked = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
            let page = house.get(&format!("/consignments?{asked}")).await;
            assert_eq!(page.status, 200);
            let found = numbers(&page);
            for number in &wanted {
                assert!(found.iter().any(|f| f == number), "{query}: {number} in {found:?}");
            }
            if query.contains('&') || query.contains("Buckwheat") {
                assert!(found.len() <= 12, "{query}: {found:?}");
            }
            assert_eq!(page.all(".tags a").len(), query.split('&').count(), "{query}: one tag a filter");
        }
        let nothing = house.get("/consignments?donor=Nobody").await;
        assert!(nothing.text().contains("is not known here") && numbers(&nothing).is_empty());
        let wrong = house.get("/consignments?since=31.2.2022").await;
        assert!(wrong.text().contains("28 days"), "{}", wrong.text());
    }

    async fn pages_follow_each_other_without_gap_or_double(house: House) {
        mission(&house, "M-1").await;
        let mut wanted = vec![];
        for n in 0..120 {
            let day = format!("{}.{}.2023", n % 7 + 1, n % 3 + 1);
            let form = flour("M-1").set("line.0.quantity", &format!("{}", n + 1)).set("leg.0.departed", &day);
            wanted.push(form.id());
            logged(&house, &form).await;
        }
        for start in ["/consignments", "/consignments?mode=rail", "/consignments?q=wheat", "/consignments?mode=rail&q=flour",
            "/consignments?since=2023-01-02",
            "/consignments?since=2023-01-02&sort=oldest", "/consignments?sort=oldest", "/consignments?sort=oldest&mode=rail&q=flour",
            "/consignments?mission=M-1&status=in_transit"]
        {
            let (mut seen, mut path, mut days) = (vec![], start.to_string(), vec![]);
            for _ in 0..5 {
                let page = house.get(&path).await;
                seen.extend(numbers(&page));
                days.extend(page.all("tbody td.day bdi"));
                match page.attributes("a[rel=next]", "href").pop() {
                    Some(next) => path = next,
                    None => break,
                }
            }
            let total = if start.contains("since") { 120 - wanted.len().div_ceil(21) } else { 120 };
            let mut once = seen.clone();
            once.sort();
            once.dedup();
            assert_eq!((seen.len(), once.len()), (once.len(), total), "{start}");
        }
    }

    async fn a_list_is_printed_whole(house: House) {
        mission(&house, "M-1").await;
        for n in 0..53 {
            logged(&house, &flour("M-1").set("line.0.quantity", &format!("{}", n + 1))).await;
        }
        let page = house.get("/consignments?mode=rail").await;
        assert_eq!(numbers(&page).len(), 50);
        assert!(page.all(".paper-only").join(" ").contains("A part of the list: 50"), "{}", page.text());
        let all = page.attributes(".head a", "href").into_iter().find(|at| at.contains("all=1")).unwrap();
        let whole = house.get(&all).await;
        assert_eq!(numbers(&whole).len(), 53);
        assert!(!whole.all(".paper-only").join(" ").contains("A part of the list"));
        assert!(whole.attributes("a[rel=next]", "href").is_empty());
    }

    async fn what_was_moved_is_found_by_its_former_number(house: House) {
        mission(&house, "M-1").await;
        mission(&house, "OTHER-2").await;
        let form = flour("M-1");
        logged(&house, &form).await;
        let path = format!("/consignments/{}", form.id());
        assert_eq!(house.post(&format!("{path}/move"), &[("mission", "OTHER-2"), ("reason", "mistyped")]).await.status, 303);
        assert_eq!(numbers(&house.get("/consignments?q=M-1/001").await), ["OTHER-2/001"]);
        let mut edit = house.get(&format!("{path}/edit")).await.form();
        edit.retain(|(name, _)| name != "remarks");
        edit.push(("remarks".into(), "weighed again".into()));
        assert_eq!(house.post_form(&path, &edit).await.status, 303);
        for word in ["M-1/001", "M-1/1", "OTHER-2/001", "OTHER-2/1", "weighed"] {
            assert_eq!(numbers(&house.get(&format!("/consignments?q={word}")).await), ["OTHER-2/001"], "{word}");
        }
        let differences = house.pool.read_now(consignments::derived::differences).unwrap();
        assert!(!differences.any(), "{differences:?}");
    }

    async fn the_past_is_told_in_the_readers_words(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1");
        logged(&house, &form).await;
        let path = format!("/consignments/{}", form.id());
        let mut edit = house.get(&format!("{path}/edit")).await.form();
        edit.retain(|(name, _)| name != "leg.0.mode" && name != "leg.0.departed");
        edit.extend([("leg.0.mode".into(), "road".into()), ("leg.0.departed".into(), "2023-04-18".into())]);
        assert_eq!(house.post_form(&path, &edit).await.status, 303);
        let english = house.get(&path).await.all(".past li li").join(" ");
        assert!(english.contains("Rail → Road") && english.contains("17 Apr 2023 → 18 Apr 2023"), "{english}");
        let russian = house.get(&format!("{path}?lang=ru")).await.all(".past li li").join(" ");
        assert!(!russian.contains("road") && !russian.contains("2023-04-18"), "{russian}");
    }

    async fn places_are_named_in_the_readers_script(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1").set("leg.0.from", "KZALA").set("leg.0.to", "Hairatan");
        logged(&house, &form).await;
        let route = async |lang: &str| house.get(&format!("/consignments?lang={lang}")).await.all("tbody td")[3].clone();
        assert_eq!(route("en").await, "Almaty → Hairatan");
        assert_eq!(route("ru").await, "Алматы → Хайратан");
    }

    async fn a_month_is_found_by_any_day_of_it(house: House) {
        mission(&house, "M-1").await;
        logged(&house, &flour("M-1").set("leg.0.departed", "April 2023")).await;
        logged(&house, &flour("M-1").set("leg.0.departed", "2022").set("line.0.quantity", "5")).await;
        let found = |since: &'static str, until: &'static str| {
            let house = &house;
            async move { numbers(&house.get(&format!("/consignments?since={since}&until={until}")).await) }
        };
        assert_eq!(found("2023-04-20", "2023-04-21").await, ["M-1/001"]);
        assert_eq!(found("2022-12-31", "2023-04-01").await, ["M-1/001", "M-1/002"]);
        assert_eq!(found("2022-06-01", "2022-06-02").await, ["M-1/002"]);
        assert!(found("2023-05-01", "2023-06-01").await.is_empty());
        assert_eq!(numbers(&house.get("/consignments?since=2022-12-31&until=2023-04-01&sort=oldest").await), ["M-1/002", "M-1/001"]);
        let page = house.get("/consignments?since=2023-04-20&until=2023-04-21&mode=rail&q=flour").await;
        assert_eq!(numbers(&page), ["M-1/001"], "with other filters too");
    }

    async fn months_and_years_follow_days_from_page_to_page(house: House) {
        mission(&house, "M-1").await;
        let mut n = 0;
        for (when, times) in [("20 March 2023", 60), ("March 2023", 55), ("2023", 55), ("1 March 2023", 5), ("January 2023", 5)] {
            for _ in 0..times {
                n += 1;
                logged(&house, &flour("M-1").set("leg.0.departed", when).set("line.0.quantity", &n.to_string())).await;
            }
        }
        // From 10 March on: the days, then the month, then the year; the first of March and January are over.
        for (question, total) in [
            ("since=2023-03-10", 170),
            ("since=2023-03-10&until=2023-03-31", 170),
            ("since=2023-03-10&mode=rail&q=wheat", 170),
            ("since=2023-01-15", 180),
            ("since=2023-03-01", 175),
            ("since=2024-01-01", 0),
        ] {
            for order in ["", "&sort=oldest"] {
                let (mut seen, mut path) = (vec![], format!("/consignments?{question}{order}"));
                for _ in 0..5 {
                    let page = house.get(&path).await;
                    seen.extend(numbers(&page));
                    match page.attributes("a[rel=next]", "href").pop() {
                        Some(next) => path = next,
                        None => break,
                    }
                }
                let mut once = seen.clone();
                once.sort();
                once.dedup();
                assert_eq!((seen.len(), once.len()), (total, total), "{question}{order}");
            }
        }
    }

    async fn what_has_no_date_is_in_no_period_and_comes_last(house: House) {
        mission(&house, "M-1").await;
        logged(&house, &flour("M-1").set("leg.0.departed", "").set("dates_unsaid", "1")).await;
        logged(&house, &flour("M-1").set("leg.0.departed", "2.1.2020").set("line.0.quantity", "5")).await;
        assert_eq!(numbers(&house.get("/consignments").await), ["M-1/002", "M-1/001"]);
        assert_eq!(numbers(&house.get("/consignments?q=wheat&mode=rail").await), ["M-1/002", "M-1/001"]);
        assert_eq!(numbers(&house.get("/consignments?sort=oldest&q=wheat&mode=rail").await), ["M-1/001", "M-1/002"]);
        for period in ["since=1990", "until=2200", "since=1990&until=2200&q=wheat&mode=rail"] {
            assert_eq!(numbers(&house.get(&format!("/consignments?{period}")).await), ["M-1/002"], "{period}");
        }
    }

    async fn sent_is_what_has_left(house: House) {
        let id = mission(&house, "M-1").await;
        for (amount, status) in [("10", "in_transit"), ("20", "planned"), ("40", "cancelled"), ("80", "lost")] {
            let form = flour("M-1").set("line.0.quantity", amount).set("leg.0.departed", "").set("dates_unsaid", "1");
            logged(&house, &form.set("status", status)).await;
        }
        let page = house.get(&format!("/missions/{id}")).await;
        let sentence = page.all("p.lead").join(" ");
        assert!(sentence.contains("90 t") && sentence.contains("in 2 consignments"), "{sentence}");
        assert!(sentence.contains("Still planned: 20 t"), "{sentence}");
        assert!(page.text().contains("besides, cancelled: 40 t"));
    }

    async fn every_total_comes_from_the_lines(house: House, Story) {
        let all = everything(&house);
        let kept = house.pool.read_now(consignments::all_sums).unwrap();
        for (mission, sums) in kept {
            let mut lines = Cells::new();
            for c in all.iter().filter(|c| c.mission == mission) {
                for (cell, figures) in contributions(c) {
                    lines.entry(cell).or_default().add(&figures, 1);
                }
            }
            assert_eq!(sums, lines);
        }
    }

    async fn kept_sums_follow_whatever_is_done(house: House) {
        for code in ["M-1", "M-2"] {
            mission(&house, code).await;
        }
        let mut ids: Vec<Id> = vec![];
        let mut dice: u64 = 20230415;
        let mut roll = move |sides: u64| {
            dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (dice >> 33) % sides
        };
        for n in 0..70 {
            let unit = ["t", "kg", "L", "cans", "sets"][roll(5) as usize];
            let amount = ["5", "~7.25", "?", ">=3", "0.001"][roll(5) as usize];
            let form = flour(if roll(2) == 0 { "M-1" } else { "M-2" })
                .set("line.0.quantity", amount)
                .set("line.0.unit", unit)
                .set("line.0.goods", ["Rice", "Rice; Flour", "Felt boots"][roll(3) as usize])
                .set("line.0.sharing", ["each", "together", "unsaid"][roll(3) as usize])
                .set("leg.0.mode", ["rail", "air", "road"][roll(3) as usize])
                .set("leg.0.departed", &format!("{}.{}.2023", n % 28 + 1, roll(12) + 1))
                .set("confirm", "save");
            match (roll(6), ids.is_empty()) {
                (0..3, _) | (_, true) => {
                    ids.push(form.id());
                    logged(&house, &form).await;
                }
                (3, _) => {
                    // An edit: the page's own form with other figures.
                    let path = format!("/consignments/{}", ids[roll(ids.len() as u64) as usize]);
                    let mut fields = house.get(&format!("{path}/edit")).await.form();
                    fields.retain(|(name, _)| !matches!(name.as_str(), "line.0.quantity" | "line.0.unit" | "status"));
                    fields.extend([("line.0.quantity".into(), amount.into()), ("line.0.unit".into(), unit.into())]);
                    house.post_form(&path, &fields).await;
                }
                (4, _) => {
                    let path = format!("/consignments/{}/move", ids[roll(ids.len() as u64) as usize]);
                    house.post(&path, &[("mission", if roll(2) == 0 { "M-1" } else { "M-2" }), ("reason", "x")]).await;
                }
                _ => {
                    let path = format!("/consignments/{}/void", ids[roll(ids.len() as u64) as usize]);
                    house.post(&path, &[("reason", "x")]).await;
                }
            }
        }
        let all = everything(&house);
        assert!(all.iter().any(|c| c.void.is_some()) && all.iter().any(|c| c.version > 1));
        for (mission, mut kept) in house.pool.read_now(consignments::all_sums).unwrap() {
            let mut wanted = Cells::new();
            for c in all.iter().filter(|c| c.mission == mission) {
                for (cell, figures) in contributions(c) {
                    wanted.entry(cell).or_default().add(&figures, 1);
                }
            }
            kept.retain(|_, figures| !figures.is_zero());
            assert_eq!(kept, wanted);
        }
        // And each is found under what it says now, and nothing else.
        for (query, mode) in [("mode=rail", "Rail"), ("mode=air", "Air"), ("mode=road", "Road")] {
            let page = house.get(&format!("/consignments?{query}")).await;
            assert!(page.all("tbody .mode").iter().all(|said| said == mode));
            assert_eq!(numbers(&page).len(), all.iter().filter(|c| c.body.legs[0].mode.code() == mode.to_lowercase()).count());
        }
    }

    async fn the_spreadsheet_is_the_list_as_filtered(house: House, Story) {
        let answer = house.get("/consignments.csv?mission=KZ-AF-2022-08").await;
        assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8; header=present");
        let body = answer.body.trim_start_matches('\u{feff}');
        let mut reader = csv::Reader::from_reader(body.as_bytes());
        let columns = reader.headers().unwrap().clone();
        let at = |name: &str| columns.iter().position(|c| c == name).unwrap();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 6, "one row a line");
        let oil = rows.iter().find(|r| &r[at("unit")] == "LTR").unwrap();
        assert_eq!((&oil[at("quantity")], &oil[at("qualifier")], &oil[at("number")]), ("60000", "exact", "KZ-AF-2022-08/001"));
        let about = rows.iter().find(|r| &r[at("unit")] == "TNE").unwrap();
        assert_eq!((&about[at("quantity")], &about[at("qualifier")]), ("20", "about"));
        let all = house.get("/consignments.csv").await.body;
        assert_eq!(all.lines().count(), 1 + 29, "every line of the story");
    }

    async fn no_cell_of_the_spreadsheet_is_a_formula(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1").set("line.0.goods", "=HYPERLINK(\"x\")").set("remarks", "line one\r\n\"quoted\", and more");
        logged(&house, &form).await;
        let body = house.get("/consignments.csv").await.body;
        assert!(body.contains("'=HYPERLINK"), "{body}");
        let mut reader = csv::Reader::from_reader(body.trim_start_matches('\u{feff}').as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        assert!(row.iter().any(|cell| cell == "line one\n\"quoted\", and more"));
    }

    async fn a_filtered_summary_says_that_it_is_partial(house: House, Story) {
        let missions = house.get("/missions").await;
        let at = missions.all("tbody th a").iter().position(|code| code == "KZ-AF-2023-04").unwrap();
        let path = missions.attributes("tbody th a", "href")[at].clone();
        let part = house.get(&format!("{path}/summary?mode=rail")).await.text();
        assert!(part.contains("PARTIAL VIEW") && part.contains("5 403 t") && !part.contains("/002"), "{part}");
        let whole = house.get(&format!("{path}/summary")).await.text();
        assert!(!whole.contains("PARTIAL VIEW") && whole.contains("DRAFT"));
        let seen = house.get(&path).await.attributes("input[name=seen]", "value")[0].clone();
        let approve = async || house.post(&format!("{path}/approvals"), &[("seen", seen.as_str())]).await;
        assert_eq!(approve().await.status, 303);
        assert!(house.get(&format!("{path}/summary")).await.text().contains("DRAFT"), "until it is issued");
        assert!(house.get(&path).await.text().contains("Approved"));
        assert_eq!(approve().await.status, 303);
        let approved = house.get(&path).await.all(".past strong").iter().filter(|verb| *verb == "Summary approved").count();
        assert_eq!(approved, 1, "approved twice is approved once");
        logged(&house, &flour("KZ-AF-2023-04")).await;
        assert!(!house.get(&path).await.text().contains("Approved 2"), "a change takes the approval back");
        assert!(approve().await.location().ends_with("done=mission-not-approved"), "other figures than were seen");
        assert!(house.get(&format!("{path}/summary")).await.text().contains("DRAFT"));
        // Not a figure, and yet not what was seen.
        let seen = house.get(&path).await.attributes("input[name=seen]", "value")[0].clone();
        let load = house.get(&path).await.attributes("tbody th a", "href")[0].clone();
        let mut edit = house.get(&format!("{load}/edit")).await.form();
        edit.retain(|(name, _)| name != "leg.0.to");
        edit.push(("leg.0.to".into(), "Herat".into()));
        assert_eq!(house.post_form(&load, &edit).await.status, 303);
        let late = house.post(&format!("{path}/approvals"), &[("seen", seen.as_str())]).await;
        assert!(late.location().ends_with("done=mission-not-approved"), "{}", late.location());
    }

    async fn one_look_up_answers_each_filter(house: House, Story) {
        let scope = |terms: &[&[&str]], mission| reports::Scope {
            mission,
            terms: terms.iter().map(|set| set.iter().map(|t| t.to_string()).collect()).collect(),
            ..reports::Scope::default()
        };
        let mission = everything(&house)[0].mission;
        let sqlite = matches!(house.address, keruen::db::Address::Sqlite(_));
        let sets: [&[&[&str]]; 4] = [
            &[],
            &[&["mode:rail"]],
            &[&["w:flour", "w:wheat", "item:x"]],
            &[&["w:flour", "w:wheat"], &["mode:rail"]],
        ];
        for (terms, mission) in sets.iter().flat_map(|terms| [(terms, None), (terms, Some(mission))]) {
            for oldest_first in [false, true] {
                let scope = reports::Scope { oldest_first, ..scope(terms, mission) };
                let plan = house.pool.read_now(|db| {
                    if !sqlite {
                        // On so few rows PostgreSQL would rather read a table through and sort it, were it free to.
                        diesel::sql_query("SET LOCAL enable_seqscan = off").execute(db)?;
                        diesel::sql_query("SET LOCAL enable_sort = off").execute(db)?;
                        diesel::sql_query("SET LOCAL enable_bitmapscan = off").execute(db)?;
                    }
                    reports::explain(db, &scope)
                });
                let plan = plan.unwrap();
                let said = format!("{scope:?}\n{plan}");
                if sqlite {
                    let found = plan.lines().filter(|line| line.contains("SEARCH t USING")).count();
                    assert_eq!(found, terms.first().map_or(1, |set| set.len()), "{said}");
                    assert!(!plan.contains("SCAN t"), "{said}");
                    let sorted = plan.lines().filter(|line| line.contains("TEMP B-TREE FOR ORDER BY")).count();
                    assert!(sorted <= usize::from(terms.first().is_some_and(|set| set.len() > 1)), "{said}");
                } else {
                    let index = if terms.is_empty() { "consignments" } else { "consignment_terms" };
                    let by_index = |line: &&str| line.contains("Index") && line.contains(" Scan") && line.contains(index);
                    let condition = plan.lines().skip_while(|line| !by_index(line)).nth(1).unwrap_or_default();
                    assert!(condition.contains("day") && !plan.contains("Seq Scan"), "{said}");
                    assert!(terms.is_empty() || condition.contains("term ="), "{said}");
                    let sorts = plan.lines().filter(|line| line.contains("Sort  (")).count();
                    assert!(sorts <= usize::from(terms.first().is_some_and(|set| set.len() > 1)), "{said}");
                }
            }
        }
    }

    async fn what_a_summary_is_told_are_the_kept_sums(house: House, Story) {
        let kept = house.pool.read_now(consignments::all_sums).unwrap();
        let parts = [Facet::Category, Facet::Donor, Facet::Month, Facet::Leg, Facet::Arrival];
        for (mission, all) in kept {
            for told in [&parts[..], &parts[..1], &[]] {
            let mut wanted = Cells::new();
            for (mut cell, figures) in all.clone() {
                let whole = parts.contains(&cell.facet);
                let left_out = match (cell.facet.code(), cell.measure.code()) {
                    ("status", measure) => measure != "consignments",
                    ("item", measure) => measure == "consignments",
                    _ => whole && (cell.state == "cancelled" || !told.contains(&cell.facet)),
                };
                if whole {
                    cell.state.clear();
                }
                if !left_out {
                    wanted.entry(cell).or_default().add(&figures, 1);
                }
            }
            assert_eq!(house.pool.read_now(|db| consignments::sums_of(db, mission, told)).unwrap(), wanted);
            }
        }
    }
}
