//! The history proves itself: whatever is changed behind the program's back is found, and where.

use crate::{
    harness::{House, each_engine},
    logging::{flour, logged, mission},
};
use diesel::RunQueryDsl;
use keruen::{
    accounts, catalogue, consignments,
    history::{self, Broken, Tally, chain::NOTHING},
    missions, organisations, places,
};

/// Does something behind the program's back.
fn behind(house: &House, sql: &str) {
    let changed = house.pool.write_now(|db| Ok(diesel::sql_query(sql).execute(db)?)).unwrap();
    assert!(changed > 0, "{sql}");
}

fn sealed(house: &House) -> i64 {
    history::seal_all(&house.pool).unwrap();
    house.pool.read_now(history::heads).unwrap().count
}

fn verified(house: &House, expected: Option<(i64, String)>) -> Result<Tally, Broken> {
    history::verify(&house.pool, expected, |_| {}).unwrap()
}

/// What does not agree with its history, by kind.
fn astray(house: &House) -> Vec<String> {
    house
        .pool
        .read_now(|db| {
            let mut out = missions::actions::astray(db)?;
            out.extend(consignments::derived::astray(db)?);
            out.extend(organisations::actions::astray(db)?);
            out.extend(places::actions::astray(db)?);
            out.extend(catalogue::actions::astray(db)?);
            out.extend(accounts::actions::astray(db)?);
            Ok(out)
        })
        .unwrap()
}

each_engine! {
    async fn an_untouched_history_verifies(house: House, Story) {
        assert_eq!(house.pool.read_now(history::heads).unwrap().hash, NOTHING);
        let count = sealed(&house);
        assert!(count > 40, "{count}");
        let tally = verified(&house, None).unwrap();
        assert_eq!(tally.count, count);
        assert_eq!(verified(&house, Some((count, tally.hash.clone()))).unwrap().hash, tally.hash);
        assert_eq!(astray(&house), Vec::<String>::new());
        // Later entries leave what was written down true.
        mission(&house, "LATER-1").await;
        sealed(&house);
        assert!(verified(&house, Some((count, tally.hash.clone()))).is_ok());
        assert_eq!(verified(&house, Some((count, "0".repeat(64)))), Err(Broken::Head(count)));
        assert!(matches!(verified(&house, Some((9999, tally.hash))), Err(Broken::Short { expected: 9999, .. })));
    }

    async fn a_changed_entry_is_named(house: House, Story) {
        let count = sealed(&house);
        for (n, change) in [
            (3, "reason = 'another'"),
            (5, "changes = '[]'"),
            (7, "actor = 'someone'"),
            (9, "verb = 'voided'"),
            (10, "content_hash = 'x'"),
            (12, "state = 'x'"),
        ] {
            let before = house.pool.read_now(|db| history::sealed_after(db, n - 1, 1)).unwrap().remove(0);
            behind(&house, &format!("UPDATE history SET {change} WHERE sealed_order = {n}"));
            let found = verified(&house, None);
            assert!(matches!(found, Err(Broken::Content(at, _)) if at == n), "{change}: {found:?}");
            let quoted = |text: &str| text.replace('\'', "''");
            behind(&house, &format!(
                "UPDATE history SET reason = '{}', changes = '{}', actor = '{}', verb = '{}', content_hash = '{}', state = '{}' WHERE sealed_order = {n}",
                quoted(&before.reason), quoted(&before.changes), before.actor, before.verb, before.content_hash, before.state,
            ));
            assert_eq!(verified(&house, None).unwrap().count, count, "{change}");
        }
        behind(&house, "UPDATE history SET sealed_hash = 'x' WHERE sealed_order = 4");
        assert!(matches!(verified(&house, None), Err(Broken::Link(4, _))));
    }

    async fn a_missing_entry_is_named(house: House, Story) {
        let count = sealed(&house);
        let head = verified(&house, None).unwrap().hash;
        behind(&house, &format!("DELETE FROM history WHERE sealed_order = {count}"));
        assert!(verified(&house, None).is_ok(), "a cut tail looks whole");
        let cut = verified(&house, Some((count, head)));
        assert_eq!(cut, Err(Broken::Short { count: count - 1, expected: count }), "but not to who wrote the head down");
        behind(&house, "DELETE FROM history WHERE sealed_order = 6");
        assert_eq!(verified(&house, None), Err(Broken::Missing(6)));
    }

    async fn swapped_entries_are_named(house: House, Story) {
        sealed(&house);
        behind(&house, "UPDATE history SET sealed_order = -1 WHERE sealed_order = 8");
        behind(&house, "UPDATE history SET sealed_order = 8 WHERE sealed_order = 9");
        behind(&house, "UPDATE history SET sealed_order = 9 WHERE sealed_order = -1");
        assert!(matches!(verified(&house, None), Err(Broken::Link(8, _))));
    }

    async fn a_changed_name_is_found_and_an_erased_one_is_not_missed(house: House) {
        let form = [("name", "Depot"), ("contact", "Aidos"), ("phone", "+7 700"), ("id", "01933b1e-0000-7000-8000-0000000000bb")];
        assert_eq!(house.post("/organisations", &form).await.status, 303);
        let count = sealed(&house);
        let page = house.get("/organisations/01933b1e-0000-7000-8000-0000000000bb").await;
        assert!(page.body.contains("Aidos"));
        let raw = house.pool.read_now(|db| history::sealed_after(db, count - 1, 1)).unwrap().remove(0);
        assert!(!raw.changes.contains("Aidos") && raw.private.contains("Aidos"), "{raw:?}");
        behind(&house, &format!("UPDATE history SET private = replace(private, 'Aidos', 'Someone') WHERE sealed_order = {count}"));
        assert!(matches!(verified(&house, None), Err(Broken::Private(at, _)) if at == count));
        behind(&house, &format!("UPDATE history SET private = '' WHERE sealed_order = {count}"));
        assert!(verified(&house, None).is_ok());
    }

    async fn a_record_changed_behind_the_programs_back_is_named(house: House, Story) {
        mission(&house, "TRUE-1").await;
        let form = flour("TRUE-1").set("consignor", "Honest Shipping").set("leg.0.from", "Nowhere Station");
        logged(&house, &form).await;
        assert_eq!(astray(&house), Vec::<String>::new());
        for (change, name) in [
            (format!("UPDATE missions SET title = 'Another' WHERE code = '{}'", "TRUE-1"), "TRUE-1"),
            ("UPDATE lines SET milli = milli + 1 WHERE milli = 272728000".into(), "TRUE-1/001"),
            ("UPDATE consignments SET remarks = 'x' WHERE remarks = '' AND source = ''".into(), "TRUE-1/001"),
            ("UPDATE organisations SET country = 'KZ' WHERE name = 'Honest Shipping'".into(), "Honest Shipping"),
            ("UPDATE places SET notes = 'x' WHERE name = 'Nowhere Station'".into(), "Nowhere Station"),
            ("UPDATE places SET latitude = '1' WHERE code = 'KZALA'".into(), "Almaty"),
            ("UPDATE items SET kg_per_unit = 1 WHERE id IN (SELECT item_id FROM item_names WHERE folded = 'wheat flour')".into(), "Wheat flour"),
            ("UPDATE people SET name = 'Someone' WHERE sign_in = 'tester'".into(), "tester"),
            ("UPDATE grants SET role = 'viewer' WHERE role = 'auditor'".into(), "tester"),
        ] {
            let before = astray(&house).len();
            behind(&house, &change);
            let found = astray(&house);
            assert!(found.iter().any(|said| said.contains(name)), "{change}: {found:?}");
            assert!(found.len() >= before, "{change}");
        }
    }

    async fn the_log_is_read_by_person_record_verb_and_day(house: House, Story) {
        mission(&house, "LOG-1").await;
        let page = house.get("/history").await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains("LOG-1") && page.text().contains("tester"), "{}", page.text());
        assert_eq!(page.all(".past > li").len(), 50);
        let next = page.attributes(".pager a[rel=next]", "href").concat();
        assert!(house.get(&next).await.all(".past > li").len() > 3);
        for (question, some) in [
            ("person=tester", true), ("person=nobody", false), ("record=LOG-1", true), ("record=KZ-AF-2023-04/001", true),
            ("verb=created", true), ("verb=voided", false), ("kind=place", true), ("since=2099-01-01", false),
            ("until=2001", false), ("since=2020-01-01&verb=created&kind=mission", true),
        ] {
            let page = house.get(&format!("/history?{question}")).await;
            assert_eq!(!page.all(".past > li").is_empty(), some, "{question}: {}", page.text());
        }
        let page = house.get("/history?record=LOG-1").await;
        assert_eq!(page.all(".past > li").len(), 1, "{}", page.text());
    }
}
