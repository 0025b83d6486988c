//! The history proves itself: whatever is changed behind the program's back is found, and where.

use crate::{
    exchange,
    harness::{House, each_engine, whole},
    journey,
    logging::{flour, logged, mission},
    paper,
};
use diesel::RunQueryDsl;
use keruen::{
    accounts::{self, Role},
    catalogue, consignments,
    db::{Address, Db, schema},
    documents, exchange as taken_in,
    history::{
        self, Broken, Raw, Tally,
        chain::{NOTHING, content_hash},
    },
    missions, organisations, places, receipts, settings, sources,
    values::Moment,
};

/// Does something behind the program's back.
fn behind(house: &House, sql: &str) {
    let changed = house.pool.write_now(|db| Ok(diesel::sql_query(sql).execute(db)?)).unwrap();
    assert!(changed > 0, "{sql}");
}

/// An id as the engine writes it.
fn quoted(house: &House, id: &str) -> String {
    match house.address {
        Address::Sqlite(_) => format!("X'{}'", id.replace('-', "")),
        Address::Postgres(_) => format!("'{id}'"),
    }
}

fn sealed(house: &House) -> i64 {
    history::seal_all(&house.pool, |_| {}).unwrap();
    house.pool.read_now(history::heads).unwrap().count
}

fn verified(house: &House, expected: Option<(i64, String)>) -> Result<Tally, Broken> {
    history::verify(&house.pool, expected, |_| {}).unwrap()
}

/// What does not agree with its history, by name.
fn astray(house: &House) -> Vec<String> {
    house.pool.read_now(all_astray).unwrap()
}

pub fn all_astray(db: &mut Db) -> keruen::error::Result<Vec<String>> {
    let found = [
        missions::actions::astray(db)?,
        consignments::derived::astray(db)?,
        receipts::actions::astray(db)?,
        receipts::losses::actions::astray(db)?,
        sources::actions::astray(db)?,
        taken_in::actions::astray(db)?,
        organisations::actions::astray(db)?,
        places::actions::astray(db)?,
        catalogue::actions::astray(db)?,
        accounts::actions::astray(db)?,
        settings::actions::astray(db)?,
        documents::actions::astray(db)?,
    ];
    Ok(found.into_iter().flat_map(|found| found.names).collect())
}

/// What compares a table's rows with what they should be; whether anything is found.
fn comparing(table: &str) -> fn(&mut Db) -> keruen::error::Result<bool> {
    match table {
        "places" | "place_names" => |db| Ok(!places::actions::astray(db)?.names.is_empty()),
        "items" | "item_names" => |db| Ok(!catalogue::actions::astray(db)?.names.is_empty()),
        "organisations" | "organisation_names" => |db| Ok(!organisations::actions::astray(db)?.names.is_empty()),
        "people" | "grants" | "tokens" => |db| Ok(!accounts::actions::astray(db)?.names.is_empty()),
        "receipts" => |db| Ok(!receipts::actions::astray(db)?.names.is_empty()),
        "losses" => |db| Ok(!receipts::losses::actions::astray(db)?.names.is_empty()),
        "sources" => |db| Ok(!sources::actions::astray(db)?.names.is_empty()),
        "imports" => |db| Ok(!taken_in::actions::astray(db)?.names.is_empty()),
        "documents" | "document_counters" => |db| Ok(!documents::actions::astray(db)?.names.is_empty()),
        "settings" | "logos" => |db| Ok(!settings::actions::astray(db)?.names.is_empty()),
        "missions" | "mission_donors" | "mission_allotments" => |db| {
            let of_missions = missions::actions::astray(db)?.names;
            Ok(!of_missions.is_empty() || !consignments::derived::astray(db)?.names.is_empty())
        },
        _ => |db| {
            let found = consignments::derived::astray(db)?.names;
            Ok(!found.is_empty() || consignments::derived::differences(db)?.any())
        },
    }
}

/// What is compared with nothing, by table and column (`*` is all of it): see docs/security.md, *The history's chain*. The
/// history itself is verified by its chain.
const NOT_COMPARED: &[(&str, &str)] = &[
    ("history", "*"),
    ("schema_steps", "*"),
    ("import_keys", "*"),
    ("import_deeds", "*"),
    ("sessions", "*"),
    ("tickets", "*"),
    ("recovery_codes", "*"),
    ("people", "totp_step"),
    ("people", "version"),
    ("people", "created_at"),
    ("people", "updated_at"),
    ("grants", "granted_at"),
    ("tokens", "used_at"),
    ("organisations", "created_at"),
    ("organisations", "updated_at"),
    ("places", "built_in"),
    ("places", "created_at"),
    ("places", "updated_at"),
    ("items", "built_in"),
    ("items", "created_at"),
    ("items", "updated_at"),
    ("missions", "created_at"),
    ("missions", "updated_at"),
    ("missions", "edition"),
    // Of a mission without a date: where it stands in the list.
    ("missions", "day"),
    ("consignments", "updated_at"),
    // What a mission asks for decides what is found as lacking, and no figure.
    ("required_papers", "*"),
    ("former_numbers", "moved_at"),
];

/// A table of the house.
struct Table {
    name: String,
    /// Its key, as SQL names it.
    key: String,
    /// Its columns with their types.
    columns: Vec<(String, String)>,
}

fn tables() -> Vec<Table> {
    let mut out = vec![];
    for table in include_str!("../../src/db/schema.rs").split("diesel::table! {").skip(1) {
        let mut lines =
            table.lines().map(str::trim).skip_while(|line| !line.ends_with('{') || line.starts_with("use "));
        let (name, key) = lines.next().unwrap().split_once(" (").unwrap();
        let columns = lines.take_while(|line| *line != "}").filter_map(|line| {
            let (column, kind) = line.trim_end_matches(',').split_once(" -> ")?;
            Some((column.to_string(), kind.to_string()))
        });
        let key = key.split(')').next().unwrap().to_string();
        out.push(Table { name: name.to_string(), key, columns: columns.collect() });
    }
    assert!(out.len() > 20, "{}", out.len());
    out
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
            (13, "at = '2020-01-01T00:00:00Z'"),
            (14, "subject_kind = 'place'"),
            (15, "origin = 'x'"),
            (16, &format!("subject_id = {}", quoted(&house, "01933b1e-0000-7000-8000-0000000000cc"))),
        ] {
            let before = house.pool.read_now(|db| history::sealed_after(db, n - 1, 1)).unwrap().remove(0);
            behind(&house, &format!("UPDATE history SET {change} WHERE sealed_order = {n}"));
            let found = verified(&house, None);
            assert!(matches!(found, Err(Broken::Content(at, _)) if at == n), "{change}: {found:?}");
            let escaped = |text: &str| text.replace('\'', "''");
            behind(&house, &format!(
                "UPDATE history SET reason = '{}', changes = '{}', actor = '{}', verb = '{}', content_hash = '{}', state = '{}', \
                 subject_kind = '{}', origin = '{}', subject_id = {}, at = '{}' WHERE sealed_order = {n}",
                escaped(&before.reason), escaped(&before.changes), before.actor, before.verb, before.content_hash, before.state,
                before.subject_kind, before.origin, quoted(&house, &before.subject_id.to_string()), before.at,
            ));
            assert_eq!(verified(&house, None).unwrap().count, count, "{change}");
        }
        behind(&house, &format!("UPDATE history SET id = {} WHERE sealed_order = 6", quoted(&house, "01933b1e-0000-7000-8000-0000000000dd")));
        assert!(matches!(verified(&house, None), Err(Broken::Link(6, _))));
        behind(&house, "UPDATE history SET previous_hash = 'x' WHERE sealed_order = 5");
        assert!(matches!(verified(&house, None), Err(Broken::Link(5, _))));
        behind(&house, "UPDATE history SET sealed_hash = 'x' WHERE sealed_order = 4");
        assert!(matches!(verified(&house, None), Err(Broken::Link(4, _))));
    }

    async fn an_entry_outside_the_chain_is_named(house: House, Story) {
        sealed(&house);
        let columns = "subject_kind, subject_id, at, actor, verb, reason, changes, content_hash, previous_hash, sealed_hash, origin, state, private";
        let id = quoted(&house, "01933b1e-0000-7000-8000-0000000000ee");
        for place in [0, -7] {
            behind(&house, &format!(
                "INSERT INTO history (id, sealed_order, {columns}) SELECT {id}, {place}, {columns} FROM history WHERE sealed_order = 2"
            ));
            assert!(matches!(verified(&house, None), Err(Broken::Outside(at, _)) if at == place));
            behind(&house, &format!("DELETE FROM history WHERE sealed_order = {place}"));
        }
        assert!(verified(&house, None).is_ok());
    }

    async fn an_entry_written_in_the_past_is_remarked_upon(house: House) {
        mission(&house, "NOW-1").await;
        let count = sealed(&house);
        assert_eq!(verified(&house, None).unwrap().late, None);
        let raw = house.pool.read_now(|db| history::sealed_after(db, count - 1, 1)).unwrap().remove(0);
        let id = "01933b1e-0000-7000-8000-0000000000ff".parse().unwrap();
        let at = Moment(raw.at.0 - chrono::Duration::days(200));
        let mut forged = Raw { id, at, verb: "approved".into(), sealed_order: None, previous_hash: None, sealed_hash: None, ..raw };
        forged.content_hash = content_hash(&forged);
        house.pool.write_now(|db| Ok(diesel::insert_into(schema::history::table).values(&forged).execute(db)?)).unwrap();
        assert_eq!(sealed(&house), count + 1);
        assert_eq!(verified(&house, None).unwrap().late, Some((1, count + 1)));
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
        // Erased by the program, it is not missed.
        let stored = raw.private.clone();
        behind(&house, &format!("UPDATE history SET private = '{stored}' WHERE sealed_order = {count}"));
        assert_eq!(house.post("/organisations/01933b1e-0000-7000-8000-0000000000bb/erase", &[]).await.status, 303);
        sealed(&house);
        assert!(verified(&house, None).is_ok() && astray(&house).is_empty());
        let left = house.pool.read_now(|db| history::sealed_after(db, 0, 1000)).unwrap();
        assert!(left.iter().all(|raw| !raw.private.contains("Aidos")));
        let page = house.get("/organisations/01933b1e-0000-7000-8000-0000000000bb").await;
        assert!(page.body.contains("Depot") && !page.body.contains("Aidos"));
        // A contact that came later is not excused by that.
        let mut edit = page.form();
        edit.retain(|(name, _)| name != "contact");
        edit.push(("contact".into(), "Botagoz".into()));
        assert_eq!(house.post_form("/organisations/01933b1e-0000-7000-8000-0000000000bb", &edit).await.status, 303);
        let count = sealed(&house);
        assert!(verified(&house, None).is_ok() && astray(&house).is_empty());
        let raw = house.pool.read_now(|db| history::sealed_after(db, count - 1, 1)).unwrap().remove(0);
        behind(&house, &format!("UPDATE history SET private = '' WHERE sealed_order = {count}"));
        assert!(matches!(verified(&house, None), Err(Broken::Private(at, _)) if at == count), "what came after an erasure");
        behind(&house, &format!("UPDATE history SET private = '{}' WHERE sealed_order = {count}", raw.private));
        // By anybody else, it is.
        assert_eq!(house.post("/organisations", &[("name", "Store"), ("contact", "Dina")]).await.status, 303);
        let count = sealed(&house);
        behind(&house, &format!("UPDATE history SET private = '' WHERE sealed_order = {count}"));
        assert!(matches!(verified(&house, None), Err(Broken::Private(at, _)) if at == count), "nobody erased it");
    }

    async fn an_erased_person_is_not_missed(house: House) {
        let them = house.person("aidos", &[whole(Role::Manager)]);
        assert_eq!(them.post("/missions", &[("code", "M-1"), ("title", "T"), ("recipient_country", "AF")]).await.status, 303);
        let id = house.pool.read_now(|db| Ok(accounts::by_sign_in(db, "aidos")?.unwrap().id)).unwrap();
        let count = sealed(&house);
        for step in ["disable", "erase"] {
            assert_eq!(house.post(&format!("/people/{id}/{step}"), &[]).await.status, 303, "{step}");
        }
        assert_eq!(sealed(&house), count + 2);
        assert!(verified(&house, None).is_ok());
        let left = house.pool.read_now(|db| history::sealed_after(db, 0, 1000)).unwrap();
        assert!(left.iter().all(|raw| !raw.private.contains("aidos") && !raw.changes.contains("aidos")));
        // For good: nobody else steps into their place.
        let other = [("name", "Other"), ("sign_in", "other"), ("grant.0.role", "viewer"), ("version", "9")];
        for (path, form) in [("", &other[..]), ("/enable", &[]), ("/link", &[])] {
            assert_eq!(house.post(&format!("/people/{id}{path}"), form).await.status, 404, "{path}");
        }
        let page = house.get(&format!("/people/{id}")).await;
        assert!(page.all("form[action$=enable], [name=sign_in]").is_empty(), "{}", page.text());
    }

    async fn a_record_changed_behind_the_programs_back_is_named(house: House, Story) {
        mission(&house, "TRUE-1").await;
        let form = flour("TRUE-1").set("consignor", "Honest Shipping").set("leg.0.from", "Nowhere Station").set("remarks", "true");
        logged(&house, &form).await;
        assert_eq!(house.post("/settings", &[("organisation", "Ministry")]).await.status, 303);
        assert_eq!(astray(&house), Vec::<String>::new());
        let mission_id = "(SELECT id FROM missions WHERE code = 'TRUE-1')";
        // What is changed, in which rows, to what and back again, and whose name must be said.
        for (table, column, rows, new, old, name) in [
            ("missions", "title", "code = 'TRUE-1'".into(), "'x'", "'A mission'", "TRUE-1"),
            ("missions", "approved_at", "code = 'TRUE-1'".into(), "'2024-01-01T00:00:00Z'", "NULL", "TRUE-1"),
            ("lines", "milli", "consignment_id IN (SELECT id FROM consignments WHERE remarks = 'true')".into(), "milli + 1", "milli - 1", "TRUE-1/001"),
            ("consignments", "source", format!("mission_id = {mission_id}"), "'x'", "''", "TRUE-1/001"),
            ("legs", "document", format!("consignment_id IN (SELECT id FROM consignments WHERE mission_id = {mission_id})"), "'x'", "''", "TRUE-1/001"),
            ("organisations", "country", "name = 'Honest Shipping'".into(), "'KZ'", "''", "Honest Shipping"),
            ("places", "notes", "name = 'Nowhere Station'".into(), "'x'", "''", "Nowhere Station"),
            ("places", "notes", "code = 'KZALA'".into(), "'x'", "''", "Almaty"),
            ("items", "notes", "id IN (SELECT item_id FROM item_names WHERE folded = 'wheat flour')".into(), "notes || 'x'", "replace(notes, 'x', '')", "Wheat flour"),
            ("people", "name", "sign_in = 'tester'".into(), "'Someone'", "'tester'", "tester"),
            ("people", "disabled_at", "sign_in = 'tester'".into(), "'2024-01-01T00:00:00Z'", "NULL", "tester"),
            ("grants", "role", "role = 'auditor'".into(), "'donor'", "'auditor'", "tester"),
            ("settings", "value", "name = 'organisation'".into(), "'x'", "'Ministry'", "settings"),
        ] {
            behind(&house, &format!("UPDATE {table} SET {column} = {new} WHERE {rows}"));
            assert_eq!(astray(&house).len(), 1, "{table}.{column}: {:?}", astray(&house));
            assert!(astray(&house)[0].contains(name), "{table}.{column}: {:?}", astray(&house));
            let rows = rows.replace("role = 'auditor'", "role = 'donor'");
            behind(&house, &format!("UPDATE {table} SET {column} = {old} WHERE {rows}"));
            assert_eq!(astray(&house), Vec::<String>::new(), "{table}.{column}");
        }
        // What nobody entered is named, and so is who lost a right.
        let columns = "name, other_names, country, address, contact, phone, email, notes, version, created_at, updated_at";
        let id = quoted(&house, "01933b1e-0000-7000-8000-0000000000ab");
        behind(&house, &format!(
            "INSERT INTO organisations (id, {columns}) SELECT {id}, 'Ghost', other_names, country, address, contact, phone, email, notes, version, created_at, updated_at FROM organisations WHERE name = 'Honest Shipping'"
        ));
        assert_eq!(astray(&house), ["Ghost"]);
        behind(&house, "DELETE FROM organisations WHERE name = 'Ghost'");
        behind(&house, "DELETE FROM grants WHERE role = 'auditor'");
        assert_eq!(astray(&house), ["tester"]);
    }

    async fn whatever_column_is_changed_behind_the_programs_back_is_found(house: House, Story) {
        // So that every table holds something: a merged, a moved, a void, an approved one, and allotments.
        let id = mission(&house, "TRUE-1").await;
        let mut edit = house.get(&format!("/missions/{id}/edit")).await.form();
        edit.retain(|(name, _)| !name.starts_with("allot."));
        edit.extend([("allot.0.goods", "Wheat flour"), ("allot.0.quantity", "5"), ("allot.0.unit", "t"), ("donors", "A; B")].map(|(n, v)| (n.into(), v.into())));
        assert_eq!(house.post_form(&format!("/missions/{id}"), &edit).await.status, 303);
        let moved = flour("TRUE-1");
        logged(&house, &moved).await;
        let there = [("mission", "KZ-AF-2023-04"), ("reason", "entered in the wrong one")];
        assert_eq!(house.post(&format!("/consignments/{}/move", moved.id()), &there).await.status, 303);
        let seen = house.get(&format!("/missions/{id}")).await.attributes("[name=seen]", "value").concat();
        assert_eq!(house.post(&format!("/missions/{id}/approvals"), &[("seen", &seen)]).await.status, 303);
        assert_eq!(house.post("/settings", &[("organisation", "Ministry")]).await.status, 303);
        mission(&house, "WAY-1").await;
        journey::a_full_journey(&house, "WAY-1").await;
        let logo = [&[0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a][..], &[0; 64]].concat();
        let letterhead = journey::with_named_file("/settings/logo", &[], ("logo", "logo.png"), &logo);
        assert_eq!(house.send(letterhead).await.status, 303);
        paper::issue(&house, &format!("/consignments/{}/documents/packing-list", moved.id())).await;
        let import = exchange::brought(&house, "TRUE-1", "load.csv", b"goods,quantity,unit,date\nrice,1,t,2023-05-01\n").await;
        assert_eq!(house.post(&format!("/imports/{import}"), &[]).await.status, 303);
        assert_eq!(house.get("/api/v1/missions").await.status, 200);
        assert_eq!(astray(&house), Vec::<String>::new());
        let mut missed = vec![];
        for Table { name: table, key, columns } in tables() {
            if NOT_COMPARED.contains(&(table.as_str(), "*")) {
                continue;
            }
            let last = format!("({key}) = (SELECT {key} FROM {table} ORDER BY {} DESC LIMIT 1)", key.replace(", ", " DESC, "));
            let deeds = columns.iter().filter_map(|(column, kind)| {
                let value = match kind.as_str() {
                    k if k.contains("Text") => format!("{column} || 'x'"),
                    k if k.contains("BigInt") => format!("COALESCE({column}, 0) + 1"),
                    k if k.contains("Bool") => format!("NOT {column}"),
                    k if k.contains("Moment") => "'2020-01-01T00:00:00Z'".into(),
                    _ if key.split(", ").any(|part| part == column) => return None,
                    // A link: to none, or to something else of the same kind that is there.
                    k if k.contains("Nullable") => return Some((column.clone(), format!("UPDATE {table} SET {column} = NULL WHERE {last} AND {column} IS NOT NULL"))),
                    _ => format!("(SELECT o.{column} FROM {table} o WHERE o.{column} <> {table}.{column} LIMIT 1)"),
                };
                Some((column.clone(), format!("UPDATE {table} SET {column} = {value} WHERE {last}")))
            });
            for (column, deed) in deeds.chain([("(gone)".into(), format!("DELETE FROM {table} WHERE {last}"))]) {
                let mut found = None;
                let undone: keruen::error::Result<()> = house.pool.write_now(|db| {
                    found = match diesel::sql_query(&deed).execute(db) {
                        // The engine itself refuses it, or nothing was different.
                        Err(_) | Ok(0) => None,
                        Ok(_) => Some(comparing(&table)(db).map_or(true, |found| found)),
                    };
                    Err(keruen::error::Error::NotFound)
                });
                assert!(undone.is_err());
                if found == Some(false) && !NOT_COMPARED.contains(&(table.as_str(), column.as_str())) {
                    missed.push(format!("{table}.{column}: {deed}"));
                }
            }
        }
        assert_eq!(missed, Vec::<String>::new());
        assert_eq!(astray(&house), Vec::<String>::new());
    }

    async fn a_spoilt_entry_spoils_no_page(house: House) {
        let id = mission(&house, "LOG-1").await;
        let count = sealed(&house);
        for spoilt in ["verb = 'x'", "changes = 'x'", "private = 'x'", "subject_kind = 'x'"] {
            let before = house.pool.read_now(|db| history::sealed_after(db, count - 1, 1)).unwrap().remove(0);
            behind(&house, &format!("UPDATE history SET {spoilt} WHERE sealed_order = {count}"));
            for path in [String::from("/history"), format!("/missions/{id}")] {
                let page = house.get(&path).await;
                let told = spoilt.starts_with("subject") || page.text().contains("This entry was spoilt");
                assert!(page.status == 200 && told, "{spoilt} {path}: {}", page.text());
            }
            let found = house.post("/history/verification", &[]).await;
            assert!(found.status == 200 && found.text().contains(&format!("ntry {count} of the history")), "{}", found.text());
            behind(&house, &format!(
                "UPDATE history SET verb = '{}', changes = '{}', private = '{}', subject_kind = '{}' WHERE sealed_order = {count}",
                before.verb, before.changes.replace('\'', "''"), before.private, before.subject_kind
            ));
        }
        assert_eq!(verified(&house, None).unwrap().count, count);
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
