//! People: who comes in, and what each may do. The matrix asks every address for every role, in their own mission and in
//! another's.

use crate::{
    exchange,
    harness::{Answer, House, PASSWORD, TESTER_NAME, each_engine, posted, whole, within},
    journey,
    logging::{Form, flour, logged, mission},
};
use actix_web::test::TestRequest;
use diesel::RunQueryDsl;
use futures_util::future::join_all;
use keruen::{
    accounts::{self, Act, Grant, Need, Role, second},
    history, organisations,
    server::{self, Listed},
    values::{Id, Moment},
    web::guard::Site,
};
use serde_json::json;

/// Every way into the house, as its table says.
fn table() -> Vec<(&'static str, &'static str, Need)> {
    let mut listed = Listed::default();
    server::routes(&mut listed);
    listed.0
}

/// What a cell of the matrix should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    SignIn,
    Forbidden,
    NotFound,
    LetIn,
}

fn found(answer: &Answer) -> Cell {
    match answer.status.as_u16() {
        401 => Cell::SignIn,
        303 if answer.location().starts_with("/sign-in") => Cell::SignIn,
        403 => Cell::Forbidden,
        404 => Cell::NotFound,
        500.. => panic!("{} {}", answer.status, answer.text()),
        _ => Cell::LetIn,
    }
}

/// What the law says of one address, for someone with this right, about a record of a mission or of the house.
fn expected(grant: &Grant, need: Need, path: &str, of: Option<Id>) -> Cell {
    let Need::To(act) = need else { return Cell::LetIn };
    let path = path.strip_prefix("/api/v1").unwrap_or(path);
    let reaches = act.roles().contains(&grant.role) && (act.within_a_mission() || grant.mission.is_none());
    if !reaches {
        return Cell::Forbidden;
    }
    let of_a_mission = path.starts_with("/missions/{id}")
        || path.starts_with("/consignments/{id}")
        || path.starts_with("/receipts/{id}")
        || path.starts_with("/losses/{id}")
        || path.starts_with("/sources/{id}")
        || path.starts_with("/attachments/{id}")
        || path.starts_with("/documents/{id}")
        || path.starts_with("/imports/{id}");
    match (of_a_mission, grant.mission) {
        (true, Some(own)) if Some(own) != of => Cell::NotFound,
        _ => Cell::LetIn,
    }
}

/// The records that addresses name.
struct Records {
    /// A mission with a consignment.
    mission: Id,
    consignment: Id,
    leg: Id,
    event: Id,
    receipt: Id,
    loss: Id,
    source: Id,
    attachment: Id,
    document: Id,
    /// A file that waits to be taken in.
    import: Id,
    organisation: Id,
    place: Id,
    item: Id,
    person: Id,
}

async fn records(house: &House, code: &str) -> Records {
    let mission = mission(house, code).await;
    let form = flour(code).set("consignor", "Ministry of Emergency Situations").set("leg.0.from", "Almaty");
    logged(house, &form).await;
    let kept = house.pool.read_now(|db| keruen::consignments::find(db, form.id())).unwrap().unwrap();
    let receipt = Form::new(&[
        ("happened", "20.4.2023"),
        ("part.0.key", &format!("{}.0", kept.body.lines[0].id)),
        ("part.0.good", "1 t"),
    ]);
    let answer = receipt.send(house, &format!("/consignments/{}/receipts", form.id())).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let loss = Form::new(&[
        ("happened", "19.4.2023"),
        ("circumstances", "a sack fell"),
        ("part.0.key", &format!("{}.0", kept.body.lines[0].id)),
        ("part.0.damaged", "50 kg"),
        ("part.0.damaged_reason", "torn"),
    ]);
    let answer = loss.send(house, &format!("/consignments/{}/losses", form.id())).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let note = Form::new(&[("step", "note"), ("happened", "18.4.2023"), ("remark", "seen")]);
    assert_eq!(note.send(house, &format!("/consignments/{}/events", form.id())).await.status, 303);
    let figure = format!("line.quantity|{}", kept.body.lines[0].id);
    let source = Form::new(&[("figure", &figure), ("stated", "272 t"), ("said_by", "a driver")]);
    let answer = source.send(house, &format!("/consignments/{}/sources", form.id())).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let attachment = Id::fresh().to_string();
    let fields = [("id", attachment.as_str()), ("paper", "photo")];
    let path = format!("/consignments/{}/attachments", form.id());
    assert_eq!(house.send(journey::with_file(&path, &fields, "a.pdf", journey::PDF)).await.status, 303);
    let note_of = Form::new(&[("receipt", &receipt.id().to_string())]);
    let path = format!("/consignments/{}/documents/goods-received-note", form.id());
    assert_eq!(note_of.send(house, &path).await.status, 303);
    let import = exchange::brought(house, code, "load.csv", b"goods,quantity,unit,date\nrice,1,t,2023-05-01\n").await;
    let person = format!("someone in {code}").replace(' ', "-");
    house.person(&person, &[]);
    let (organisation, place, item, person) = house
        .pool
        .read_now(|db| {
            let names = |found| match found {
                keruen::web::Found::One(id) => id,
                other => panic!("{other:?}"),
            };
            let organisation = names(organisations::find(db, "Ministry of Emergency Situations")?);
            let place = names(keruen::places::find(db, "KZALA")?);
            let item = names(keruen::catalogue::find(db, "Wheat flour")?);
            Ok((organisation, place, item, accounts::by_sign_in(db, &person)?.unwrap().id))
        })
        .unwrap();
    let (leg, event) = (kept.body.legs[0].id, note.id());
    Records {
        mission,
        consignment: form.id(),
        leg,
        event,
        receipt: receipt.id(),
        loss: loss.id(),
        source: source.id(),
        attachment: attachment.parse().unwrap(),
        document: note_of.id(),
        import,
        organisation,
        place,
        item,
        person,
    }
}

impl Records {
    fn address(&self, path: &str) -> String {
        let id = match path.trim_start_matches("/api/v1").split('/').nth(1).unwrap() {
            "missions" => self.mission,
            "consignments" => self.consignment,
            "organisations" => self.organisation,
            "places" => self.place,
            "catalogue" => self.item,
            "people" => self.person,
            "receipts" => self.receipt,
            "losses" => self.loss,
            "sources" => self.source,
            "attachments" => self.attachment,
            "documents" => self.document,
            "imports" => self.import,
            _ => Id::fresh(),
        };
        let path = path.replace("{kind}", "waybill");
        let path = path.replace("{leg}", &self.leg.to_string()).replace("{event}", &self.event.to_string());
        path.replace("{id}", &id.to_string())
    }
}

/// The version a form was opened with.
fn version(page: &Answer) -> String {
    page.form().into_iter().find(|(name, _)| name == "version").map(|(_, value)| value).unwrap_or_default()
}

/// The version a person's form holds.
async fn version_of(house: &House, id: &str) -> String {
    version(&house.get(&format!("/people/{id}")).await)
}

async fn ask(house: &House, method: &str, path: &str) -> Answer {
    if !path.starts_with("/api/") {
        return if method == "GET" { house.get(path).await } else { house.post(path, &[]).await };
    }
    // Of the right shape, so that it is the right that decides.
    let document = match path.rsplit('/').next().unwrap() {
        "events" => json!({"step": "note"}),
        "void" | "withdrawal" => json!({"reason": "why"}),
        "move" => json!({"mission": "NOWHERE", "reason": "why"}),
        "units" => json!({"units": []}),
        "receipts" | "losses" => json!({}),
        "documents" => json!({"kind": "waybill"}),
        _ => json!({"stated": {}}),
    };
    let key = Id::fresh().to_string();
    let headers = [("idempotency-key", key.as_str()), ("if-match", "\"99\"")];
    house.program(method, path, &headers, Some(&document).filter(|_| method != "GET")).await
}

each_engine! {
    async fn every_role_at_every_address(house: House) {
        let (own, other) = (records(&house, "OWN-1").await, records(&house, "OTHER-1").await);
        let mut grants = vec![];
        for role in Role::ALL {
            let organisation = (*role == Role::Donor).then_some(own.organisation);
            grants.push(Grant { organisation, ..whole(*role) });
            if role.within_a_mission() {
                grants.push(Grant { organisation, ..within(*role, own.mission) });
            }
        }
        // What ends something of the asker's own is tried elsewhere.
        let ways: Vec<_> = table().into_iter().filter(|(_, path, need)| *need != Need::Nothing && *path != "/sign-out").collect();
        assert!(ways.len() > 55, "{}", ways.len());
        let mut cells = 0;
        for (n, grant) in grants.iter().enumerate() {
            let them = house.person(&format!("person-{n}"), &[*grant]);
            for (method, path, need) in &ways {
                for records in [&own, &other] {
                    let about = path.contains("{id}").then_some(records.mission);
                    if about.is_none() && records.mission == other.mission {
                        continue;
                    }
                    let answer = ask(&them, method, &records.address(path)).await;
                    let mut wanted = expected(grant, *need, path, about);
                    if matches!(*path, "/me/sessions/{id}/end" | "/me/tokens/{id}/end" | "/logos/{sha256}") {
                        wanted = Cell::NotFound;
                    }
                    assert_eq!(found(&answer), wanted, "{grant:?} {method} {path} {}: {}", answer.status, answer.text());
                    cells += 1;
                }
            }
        }
        let nobody = house.asked_by(None);
        for (method, path, _) in &ways {
            let answer = ask(&nobody, method, &own.address(path)).await;
            assert_eq!(found(&answer), Cell::SignIn, "nobody {method} {path}: {}", answer.status);
        }
        assert!(cells > 800, "{cells}");
    }

    /// With forms in which nothing is wrong: what is refused is refused for the right alone, and changes nothing.
    async fn a_form_without_a_fault_changes_nothing_without_the_right(house: House) {
        let (looks, logs, hidden) =
            (records(&house, "LOOKS-1").await, records(&house, "LOGS-1").await, records(&house, "HIDDEN-1").await);
        let rights = [within(Role::Viewer, looks.mission), within(Role::Logger, logs.mission)];
        let them = house.person("mixed", &rights);
        let entries = || {
            history::seal_all(&house.pool, |_| {})?;
            Ok::<_, keruen::error::Error>(house.pool.read_now(history::heads)?.count)
        };
        for (records, code, refused) in [(&looks, "LOOKS-1", 403), (&hidden, "HIDDEN-1", 404)] {
            let consignment = format!("/consignments/{}", records.consignment);
            let mission = format!("/missions/{}", records.mission);
            let seen = house.get(&mission).await.attributes("[name=seen]", "value").concat();
            let mut edit = house.get(&format!("{consignment}/edit")).await.form();
            edit.retain(|(name, _)| name != "remarks");
            edit.push(("remarks".into(), "changed".into()));
            let mut steer = house.get(&format!("{mission}/edit")).await.form();
            steer.retain(|(name, _)| name != "title");
            steer.push(("title".into(), "changed".into()));
            let own = |fields: &[(&str, &str)]| -> Vec<(String, String)> {
                fields.iter().map(|(n, v)| (n.to_string(), v.to_string())).collect()
            };
            let before = entries().unwrap();
            for (path, form) in [
                (consignment.clone(), edit),
                (format!("{consignment}/void"), own(&[("reason", "why")])),
                (format!("{consignment}/move"), own(&[("mission", "LOGS-1"), ("reason", "why")])),
                (format!("{consignment}/events"), own(&[("step", "arrived"), ("happened", "20.4.2023")])),
                (format!("{consignment}/events/{}/withdrawal", records.event), own(&[("reason", "why")])),
                (format!("{consignment}/legs/{}/units", records.leg), own(&[("version", "2"), ("units", "52916673")])),
                (format!("{consignment}/receipts"), own(&[("happened", "21.4.2023"), ("as_listed", "1")])),
                (format!("/receipts/{}/void", records.receipt), own(&[("reason", "why")])),
                (format!("/attachments/{}/void", records.attachment), own(&[("reason", "why")])),
                (format!("{consignment}/attachments"), own(&[("paper", "photo")])),
                (format!("/sources/{}/void", records.source), own(&[("reason", "why")])),
                (format!("{consignment}/sources"), own(&[("figure", "stated_weight"), ("stated", "5 t"), ("said_by", "x")])),
                (format!("/losses/{}/void", records.loss), own(&[("reason", "why")])),
                (format!("{consignment}/losses"), own(&[("happened", "21.4.2023"), ("circumstances", "x"), ("receipt", &records.receipt.to_string())])),
                (mission.clone(), steer),
                (format!("{mission}/approvals"), own(&[("seen", &seen)])),
            ] {
                // Who may do none of it anywhere is turned away at the door, whatever the record.
                let here = if path.ends_with(&format!("{}/void", records.consignment)) || path.ends_with("/move") || path.starts_with("/missions") { 403 } else { refused };
                let answer = them.post_form(&path, &form).await;
                assert_eq!(answer.status, here, "{path}: {}", answer.text());
            }
            // Logging names its mission in a field: the form comes back, and says only what they may know.
            let answer = flour(code).send(&them, "/consignments").await;
            assert_eq!(answer.status, 422, "{}", answer.text());
            assert_eq!(answer.text().contains("You may look at"), refused == 403, "{}", answer.text());
            assert_eq!(entries().unwrap(), before, "{code}");
        }
        assert_eq!(flour("LOGS-1").set("line.0.quantity", "5").send(&them, "/consignments").await.status, 303);
    }

    async fn who_keeps_to_one_mission_learns_nothing_of_another(house: House) {
        let (own, other) = (records(&house, "OWN-1").await, records(&house, "OTHER-1").await);
        let secret = flour("OTHER-1").set("remarks", "zanzibar").set("consignee", "Secret Society")
            .set("leg.0.to", "Hidden Valley").set("line.0.quantity", "999.5");
        logged(&house, &secret).await;
        let logger = house.person("leila", &[within(Role::Logger, own.mission)]);
        let told = ["OTHER-1", "zanzibar", "Secret Society", "Hidden Valley", "999.5"];
        for path in [
            "/", "/missions", "/consignments", "/consignments?totals=1", "/consignments?q=zanzibar", "/consignments.csv",
            "/consignments?mission=OTHER-1", "/consignments.csv?q=zanzibar", "/consignments/new", "/consignments?q=za",
            "/consignments?status=received&mode=rail", "/consignments?all=1&sort=oldest", "/catalogue",
        ] {
            let answer = logger.get(path).await;
            assert!(matches!(answer.status.as_u16(), 200 | 400), "{path} {}", answer.status);
            for word in told {
                // What was asked stands in the search field again.
                let shown = answer.body.replace(&format!("value=\"{word}\""), "");
                let repeated = path.contains(word) && !path.ends_with(".csv");
                assert!(repeated || !shown.contains(word), "{path} tells {word}");
            }
        }
        let page = logger.get("/consignments").await;
        assert_eq!(page.all("tbody tr").len(), 1, "{}", page.text());
        assert_eq!(logger.get("/consignments.csv").await.body.lines().count(), 2);
        for path in [
            format!("/missions/{}", other.mission),
            format!("/missions/{}/summary", other.mission),
            format!("/missions/{}/consignments", other.mission),
            format!("/consignments/{}", other.consignment),
            format!("/consignments/new?copy={}", other.consignment),
            format!("/consignments/new?like={}&done=logged-another", other.consignment),
            format!("/consignments/new?mission={}", other.mission),
        ] {
            assert_eq!(logger.get(&path).await.status, 404, "{path}");
        }
        // Nor can anything be put there, or taken over by its id.
        let there = flour("OTHER-1").send(&logger, "/consignments").await;
        assert_eq!(there.status, 422);
        assert!(there.text().contains("OTHER-1") && !there.text().contains("Log in it"), "{}", there.text());
        let stolen = flour("OWN-1").set("id", &other.consignment.to_string()).send(&logger, "/consignments").await;
        assert_eq!(stolen.status, 404);
        let mine = flour("OWN-1").set("remarks", "mine").set("confirm", "save");
        assert_eq!(mine.send(&logger, "/consignments").await.status, 303);
        // What only a manager may is said at its field, and nothing typed is lost.
        let opened = flour("").set("new_mission.code", "NEW-1").set("new_mission.title", "x").send(&logger, "/consignments").await;
        assert_eq!(opened.status, 422);
        assert!(opened.text().contains("You may not open missions"), "{}", opened.text());
        let added = flour("OWN-1").set("line.0.goods", "Carpets that fly").set("line.0.catalogue", "1");
        assert!(added.send(&logger, "/consignments").await.text().contains("You may not add to the catalogue"));
    }

    async fn several_missions_are_one_list_and_no_more(house: House) {
        let mut missions = vec![];
        for code in ["A-1", "B-1", "C-1"] {
            missions.push(mission(&house, code).await);
            for n in 1..4 {
                logged(&house, &flour(code).set("leg.0.departed", &format!("{n}.4.2023")).set("confirm", "save")).await;
            }
        }
        let two = house.person("vera", &[within(Role::Viewer, missions[0]), within(Role::Viewer, missions[2])]);
        for path in ["/consignments", "/consignments?q=flour", "/consignments?mode=rail&q=flour&sort=oldest"] {
            let page = two.get(path).await;
            let rows = page.all("tbody th");
            assert_eq!(rows.len(), 6, "{path}: {rows:?}");
            assert!(!page.body.contains("B-1"), "{path}");
        }
        assert_eq!(two.get("/missions").await.all("tbody tr").len(), 2);
    }

    async fn a_donor_sees_their_own_gifts_and_nothing_else(house: House) {
        let own = mission(&house, "GIFT-1").await;
        let form = flour("GIFT-1").set("donor", "Red Crescent of Kazakhstan").set("remarks", "an unkind word")
            .set("line.1.goods", "Blankets").set("line.1.quantity", "500").set("line.1.unit", "pieces")
            .set("line.1.donor", "Another Donor");
        logged(&house, &form).await;
        let organisation = house.pool.read_now(|db| organisations::find(db, "Red Crescent of Kazakhstan")).unwrap();
        let keruen::web::Found::One(organisation) = organisation else { panic!() };
        let donor = house.person("dana", &[Grant { organisation: Some(organisation), ..whole(Role::Donor) }]);
        assert_eq!(donor.get("/").await.location(), "/gifts");
        let page = donor.get("/gifts").await;
        let text = page.text();
        assert!(text.contains("272.728 t") && text.contains("GIFT-1/001") && text.contains("Wheat flour"), "{text}");
        for other in ["Blankets", "Another Donor", "unkind", "500"] {
            assert!(!text.contains(other), "{other} in {text}");
        }
        assert!(page.attributes("main a", "href").iter().all(|link| !link.contains("/consignments")), "{}", page.body);
        for path in ["/consignments".to_string(), "/history".into(), format!("/missions/{own}"), "/organisations".into()] {
            assert_eq!(donor.get(&path).await.status, 403, "{path}");
        }
    }

    async fn a_receiver_records_an_arrival_and_no_more(house: House) {
        let own = mission(&house, "REC-1").await;
        let form = flour("REC-1");
        logged(&house, &form).await;
        let receiver = house.person("rahim", &[within(Role::Receiver, own)]);
        let path = format!("/consignments/{}/events", form.id());
        let page = receiver.get(&format!("{path}/new?step=arrived")).await;
        assert_eq!(page.status, 200);
        let mut fields = page.form();
        for (name, value) in &mut fields {
            if name == "happened" {
                *value = "20.4.2023".into();
            }
        }
        assert_eq!(receiver.post_form(&path, &fields).await.status, 303);
        assert_eq!(receiver.post_form(&path, &fields).await.status, 303, "sent twice, it happened once");
        let after = receiver.get(&format!("/consignments/{}", form.id())).await.text();
        assert!(after.contains("Arrived") && after.contains("20 Apr 2023") && after.contains("rahim"), "{after}");
        // What those who send record is not theirs to record.
        let back = [("step", "returned"), ("happened", "21.4.2023"), ("remark", "refused")];
        assert_eq!(receiver.post(&path, &back).await.status, 403);
        assert_eq!(receiver.get(&format!("/consignments/{}/edit", form.id())).await.status, 403);
    }

    async fn wrong_passwords_open_nothing_and_tell_nothing(house: House) {
        let nobody = house.asked_by(None);
        let tries = async |name: &str, password: &str| {
            nobody.post("/sign-in", &[("sign_in", name), ("password", password)]).await
        };
        let (known, unknown) = (tries(TESTER_NAME, "wrong").await, tries("nobody", "wrong").await);
        let told = |answer: &Answer| answer.text().replace(TESTER_NAME, "").replace("nobody", "");
        assert_eq!((known.status.as_u16(), told(&known)), (422, told(&unknown)));
        assert!(!known.body.contains("wrong"), "a password is not repeated");
        assert!(known.header("set-cookie").is_empty());
        let mut often = 0;
        for n in 0..40 {
            let answer = tries(TESTER_NAME, &format!("guess {n}")).await;
            assert!(matches!(answer.status.as_u16(), 422 | 429), "{}", answer.status);
            often += usize::from(answer.status == 429);
        }
        assert!(often > 25, "{often}");
        assert_eq!(tries(TESTER_NAME, PASSWORD).await.status, 429, "not even with the right one, before the pause");
    }

    async fn a_session_is_begun_listed_renewed_and_ended(house: House) {
        let nobody = house.asked_by(None);
        let sign_in = async || {
            let answer = nobody.post("/sign-in", &[("sign_in", "TESTER"), ("password", PASSWORD), ("next", "/missions")]).await;
            assert_eq!((answer.status.as_u16(), answer.location()), (303, "/missions"), "{}", answer.text());
            let cookie = answer.header("set-cookie").to_string();
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"), "{cookie}");
            cookie.split_once('=').unwrap().1.split(';').next().unwrap().to_string()
        };
        let (one, two) = (sign_in().await, sign_in().await);
        let (first, second) = (house.asked_by(Some(&one)), house.asked_by(Some(&two)));
        assert_eq!(first.get("/missions").await.status, 200);
        // What stands in the database opens nothing.
        let kept = second::kept(&one);
        assert_eq!(house.asked_by(Some(&kept)).get("/missions").await.status, 303);
        // Ended elsewhere, at once.
        let page = second.get("/me").await;
        assert!(page.all("tbody tr").len() >= 3, "{}", page.text());
        assert_eq!(second.post("/me/sessions/end", &[]).await.status, 303);
        assert_eq!(first.get("/missions").await.status, 303, "at its next request");
        assert_eq!(second.get("/missions").await.status, 200);
        // A change of rights brings a new token; the old one lasts a moment for what is under way.
        let them = house.person("leila", &[whole(Role::Viewer)]);
        let admin = house.person("adil", &[whole(Role::Administrator)]);
        let id = house.pool.read_now(|db| Ok(accounts::by_sign_in(db, "leila")?.unwrap().id)).unwrap();
        let version = version(&admin.get(&format!("/people/{id}")).await);
        let form = [("name", "Leila"), ("sign_in", "leila"), ("grant.0.role", "logger"), ("version", &version)];
        assert_eq!(admin.post(&format!("/people/{id}"), &form).await.status, 303);
        let renewed = them.get("/consignments/new").await;
        assert_eq!(renewed.status, 200, "the new right holds at once");
        assert!(renewed.header("set-cookie").starts_with("keruen="));
        assert_eq!(them.get("/missions").await.status, 200, "under way");
        let fresh = renewed.header("set-cookie").split_once('=').unwrap().1.split(';').next().unwrap().to_string();
        let them = house.asked_by(Some(&fresh));
        assert_eq!(them.get("/missions").await.status, 200);
        // It comes with whatever the answer is, a refusal too: else they would be out a minute later.
        let version = version_of(&admin, &id.to_string()).await;
        let form = [("name", "Leila"), ("sign_in", "leila"), ("grant.0.role", "viewer"), ("version", &version)];
        let changed = admin.post(&format!("/people/{id}"), &form).await;
        assert_eq!(changed.status, 303, "{}", changed.text());
        let refused = them.get("/consignments/new").await;
        assert_eq!(refused.status, 403);
        let fresh = refused.header("set-cookie").split_once('=').unwrap().1.split(';').next().unwrap().to_string();
        let them = house.asked_by(Some(&fresh));
        assert_eq!(them.get("/missions").await.status, 200);
        // Who may no longer sign in is out.
        assert_eq!(admin.post(&format!("/people/{id}/disable"), &[]).await.status, 303);
        assert_eq!(them.get("/missions").await.status, 303);
        let again = nobody.post("/sign-in", &[("sign_in", "leila"), ("password", PASSWORD)]).await;
        assert_eq!(again.status, 422);
        let out = second.post("/sign-out", &[]).await;
        assert_eq!(out.location(), "/sign-in?done=signed-out");
        assert!(out.header("clear-site-data").contains("storage"));
        assert_eq!(second.get("/missions").await.status, 303);
    }

    async fn a_new_password_ends_every_other_session(house: House) {
        let one = house.person("marat", &[whole(Role::Manager)]);
        let nobody = house.asked_by(None);
        let other = nobody.post("/sign-in", &[("sign_in", "marat"), ("password", PASSWORD)]).await;
        let other = other.header("set-cookie").split_once('=').unwrap().1.split(';').next().unwrap().to_string();
        let other = house.asked_by(Some(&other));
        assert_eq!(other.get("/missions").await.status, 200);
        let wrong = one.post("/me/password", &[("password", "not this"), ("new_password", "a whole new sentence")]).await;
        assert_eq!((wrong.status.as_u16(), wrong.all(".error")), (422, vec!["This is not your password.".to_string()]));
        for (unfit, why) in [("short", "Too short"), ("1q2w3e4r5t6y", "Many people"), ("marat-marat-1", "Too close")] {
            let answer = one.post("/me/password", &[("password", PASSWORD), ("new_password", unfit)]).await;
            assert_eq!(answer.status, 422);
            assert!(answer.text().contains(why), "{unfit}: {}", answer.text());
        }
        let done = one.post("/me/password", &[("password", PASSWORD), ("new_password", " a whole new sentence ")]).await;
        assert_eq!(done.location(), "/me?done=password-changed");
        assert_eq!(other.get("/missions").await.status, 303, "signed out elsewhere");
        assert_eq!(one.get("/missions").await.status, 200, "and not here");
        let tries = async |password: &str| nobody.post("/sign-in", &[("sign_in", "marat"), ("password", password)]).await.status.as_u16();
        assert_eq!(tries(PASSWORD).await, 422);
        assert_eq!(tries("a whole new sentence").await, 422, "the spaces are part of it");
        assert_eq!(tries(" a whole new sentence ").await, 303);
    }

    async fn a_one_time_link_is_good_once(house: House) {
        let form = [("id", "01933b1e-0000-7000-8000-0000000000aa"), ("name", "Aigul"), ("sign_in", "aigul@aid.example"), ("grant.0.role", "auditor")];
        let made = house.post("/people", &form).await;
        assert_eq!(made.status, 200, "{}", made.text());
        let link = made.all(".code").concat();
        let path = link.split_once("localhost:8080").unwrap().1.to_string();
        let nobody = house.asked_by(None);
        assert_eq!(nobody.get(&path).await.status, 200, "looking uses nothing up");
        let token = path.split_once("token=").unwrap().1;
        let choose = async |password: &str| nobody.post("/choose-password", &[("token", token), ("password", password)]).await;
        assert_eq!(choose("short").await.status, 422);
        assert_eq!(choose("the auditor reads it all").await.location(), "/sign-in?done=password-chosen");
        assert_eq!(choose("the auditor reads it all").await.status, 404);
        assert_eq!(nobody.get(&path).await.status, 404);
        let made = house.post("/people", &[("name", "Dana"), ("sign_in", "dana"), ("grant.0.role", "viewer")]).await;
        let token = made.all(".code").concat().split_once("token=").unwrap().1.to_string();
        let form = [("token", token.as_str()), ("password", "one of us at once")];
        let at_once = join_all((0..4).map(|_| nobody.post("/choose-password", &form))).await;
        assert_eq!(at_once.iter().filter(|answer| answer.status == 303).count(), 1);
        // A newer link ends an older one, and time ends both.
        let id = house.pool.read_now(|db| Ok(accounts::by_sign_in(db, "aigul@aid.example")?.unwrap().id)).unwrap();
        let link = async || {
            let made = house.post(&format!("/people/{id}/link"), &[]).await.all(".code").concat();
            made.split_once("localhost:8080").unwrap().1.to_string()
        };
        let (older, newer) = (link().await, link().await);
        assert_eq!((nobody.get(&older).await.status.as_u16(), nobody.get(&newer).await.status.as_u16()), (404, 200));
        house.pool.write_now(|db| {
            let late = "UPDATE tickets SET expires_at = '2020-01-01T00:00:00Z'";
            Ok(diesel::sql_query(late).execute(db)?)
        }).unwrap();
        assert_eq!(nobody.get(&newer).await.status, 404);
        let signed = nobody.post("/sign-in", &[("sign_in", "Aigul@AID.example"), ("password", "the auditor reads it all")]).await;
        assert_eq!(signed.status, 303);
        let taken = house.post("/people", &[("name", "Other"), ("sign_in", "AIGUL@aid.example"), ("grant.0.role", "viewer")]).await;
        assert!(taken.text().contains("Someone else signs in by this name"), "{}", taken.text());
    }

    async fn a_second_factor_is_asked_and_each_code_is_good_once(house: House) {
        let them = house.person("aigul", &[whole(Role::Auditor)]);
        let page = them.get("/me/second-factor").await;
        assert_eq!(page.all("svg.qr").len(), 1);
        let id = house.pool.read_now(|db| Ok(accounts::by_sign_in(db, "aigul")?.unwrap().id)).unwrap();
        let sealed = page.form().into_iter().find(|(name, _)| name == "sealed").unwrap().1;
        let secret = house.house.desk.key().open(id, &sealed).unwrap();
        let give = async |code: &str, password: &str| {
            them.post("/me/second-factor", &[("sealed", &sealed), ("code", code), ("password", password)]).await
        };
        assert_eq!(give("000000", PASSWORD).await.status, 422);
        let at = |seconds: i64| Moment(Moment::now().0 + chrono::Duration::seconds(seconds));
        let early = second::code_at(&secret, at(-30)).unwrap();
        assert_eq!(give(&early, "not mine").await.status, 422, "a stolen session cannot set one up");
        let done = give(&early, PASSWORD).await;
        let mut codes = done.all(".codes .code");
        assert_eq!((done.status.as_u16(), codes.len()), (200, 10), "{}", done.text());
        let again = give(&early, PASSWORD).await;
        let unseen = std::mem::replace(&mut codes, again.all(".codes .code"));
        assert!(again.status == 200 && codes.len() == 10 && codes != unseen, "sent twice: {}", again.text());
        let stored = house.pool.read_now(|db| Ok(accounts::by_sign_in(db, "aigul")?.unwrap().totp)).unwrap();
        assert!(!stored.is_empty() && !stored.contains(&second::shown(&secret)));

        let nobody = house.asked_by(None);
        let password = async || {
            let answer = nobody.post("/sign-in", &[("sign_in", "aigul"), ("password", PASSWORD)]).await;
            assert_eq!((answer.status.as_u16(), answer.header("set-cookie")), (200, ""), "{}", answer.text());
            answer.form().into_iter().find(|(name, _)| name == "ticket").unwrap().1
        };
        let give = async |ticket: &str, code: &str| nobody.post("/sign-in/second", &[("ticket", ticket), ("code", code)]).await;
        let code = second::code_at(&secret, at(0)).unwrap();
        let ticket = password().await;
        assert_eq!(give(&ticket, &early).await.status, 422, "the code that set it up is used");
        assert_eq!(give(&ticket, &code).await.status, 303);
        assert_eq!(give(&ticket, &code).await.status, 401, "the ticket is torn up");
        let ticket = password().await;
        assert_eq!(give(&ticket, &code).await.status, 422, "a code works once");
        assert_eq!(give(&ticket, &codes[0].to_lowercase()).await.status, 303, "a recovery code");
        let ticket = password().await;
        assert_eq!(give(&ticket, &codes[0]).await.status, 422, "once");
        let at_once = join_all((0..4).map(|_| give(&ticket, &codes[1]))).await;
        assert_eq!(at_once.iter().filter(|answer| answer.status == 303).count(), 1, "once, at the same moment too");
        // Whoever got as far as the code with a password that was changed meanwhile gets no farther.
        let ticket = password().await;
        let change = [("password", PASSWORD), ("new_password", "a new one by day")];
        assert_eq!(them.post("/me/password", &change).await.status, 303);
        assert_eq!(give(&ticket, &codes[2]).await.status, 401);
        assert!(nobody.get("/missions").await.location().starts_with("/sign-in"));
        // It is taken away for the password, or by an administrator.
        assert_eq!(them.post("/me/second-factor/removal", &[("password", "no")]).await.status, 422);
        assert_eq!(them.post("/me/second-factor/removal", &[("password", "a new one by day")]).await.status, 303);
    }

    async fn a_role_may_be_led_to_a_second_factor(house: House) {
        let saved = house.post("/settings", &[("organisation", "Ministry"), ("second_factor.viewer", "1")]).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        let viewer = house.person("vera", &[whole(Role::Viewer)]);
        for path in ["/", "/missions", "/consignments.csv"] {
            assert_eq!(viewer.get(path).await.location(), "/me/second-factor?asked=1", "{path}");
        }
        assert_eq!(viewer.get("/me").await.status, 200);
        assert_eq!(house.get("/missions").await.status, 200, "nobody else is");
        // A form that was open meanwhile is kept.
        let sent = viewer.post("/consignments", &[("mission", "M-1"), ("remarks", "typed before")]).await;
        assert_eq!(sent.status, 403);
        assert!(sent.form().contains(&("remarks".into(), "typed before".into())), "{}", sent.body);
    }

    async fn a_form_outlives_its_session(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1").set("remarks", "typed on a bad line\nsecond line");
        let nobody = house.asked_by(None);
        let kept = form.send(&nobody, "/consignments").await;
        assert_eq!(kept.status, 401);
        assert!(kept.text().contains("Nothing that you typed is lost"), "{}", kept.text());
        let mut fields = kept.form();
        fields.extend([("sign_in".into(), TESTER_NAME.into()), ("password".into(), PASSWORD.into())]);
        let on = nobody.post_form("/sign-in", &fields).await;
        assert_eq!(on.status, 200, "{}", on.text());
        assert_eq!(on.attributes("main form", "action"), ["/consignments"]);
        let cookie = on.header("set-cookie").split_once('=').unwrap().1.split(';').next().unwrap().to_string();
        let them = house.asked_by(Some(&cookie));
        let saved = them.post_form("/consignments", &on.form()).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        assert!(them.get(&format!("/consignments/{}", form.id())).await.body.contains("typed on a bad line\nsecond line"));
        // A page asked for comes after signing in.
        assert_eq!(nobody.get("/consignments?mode=rail").await.location(), "/sign-in?next=%2Fconsignments%3Fmode%3Drail");
    }

    async fn over_https_the_cookie_is_the_houses_alone(house: House) {
        let site = Site::new(Some("https://aid.example".into()), &[], vec![]);
        let secure = house.reached(site);
        let send = |origin: &str| {
            let body = posted("/sign-in", &[("sign_in", TESTER_NAME), ("password", PASSWORD)]);
            body.insert_header(("host", "aid.example")).insert_header(("origin", origin))
        };
        let answer = secure.asked_by(None).reached(secure.house.site.as_ref().clone()).send(send("https://aid.example")).await;
        let cookie = answer.header("set-cookie");
        assert!(cookie.starts_with("__Host-keruen=") && cookie.contains("Secure") && !cookie.contains("Domain"), "{cookie}");
        assert!(answer.header("strict-transport-security").contains("max-age"));
        assert_eq!(secure.send(send("http://aid.example")).await.status, 403);
        assert_eq!(secure.send(send("https://evil.example")).await.status, 403);
        let page = TestRequest::get().uri("/sign-in").insert_header(("host", "aid.example"));
        let page = secure.asked_by(None).reached(secure.house.site.as_ref().clone()).send(page).await;
        assert!(page.header("content-security-policy").contains("frame-ancestors 'none'"));
        assert_eq!(page.header("x-frame-options"), "DENY");
    }

    async fn whoever_signs_in_ends_the_session_the_browser_had(house: House) {
        let leila = house.person("leila", &[whole(Role::Logger)]);
        house.person("marat", &[whole(Role::Manager)]);
        assert_eq!(leila.get("/missions").await.status, 200);
        // Marat signs in where Leila's session was left open.
        let answer = leila.post("/sign-in", &[("sign_in", "marat"), ("password", PASSWORD)]).await;
        assert_eq!(answer.status, 303);
        assert_eq!(leila.get("/missions").await.status, 303, "her token opens nothing any more");
    }

    async fn the_last_administrator_stays(house: House) {
        let id = house.pool.read_now(|db| Ok(accounts::by_sign_in(db, TESTER_NAME)?.unwrap().id)).unwrap();
        let refused = house.post(&format!("/people/{id}/disable"), &[]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("Nobody else keeps people"), "{}", refused.text());
        let version = version(&house.get(&format!("/people/{id}")).await);
        let form = [("name", "tester"), ("sign_in", "tester"), ("grant.0.role", "viewer"), ("version", &version)];
        assert_eq!(house.post(&format!("/people/{id}"), &form).await.status, 422);
    }

    async fn two_administrators_cannot_both_send_the_other_away(house: House) {
        let them = ["adil", "bolat"].map(|name| house.person(name, &[whole(Role::Administrator)]));
        let id = |name: &str| house.pool.read_now(|db| Ok(accounts::by_sign_in(db, name)?.unwrap().id)).unwrap();
        let paths = ["bolat", "adil"].map(|name| format!("/people/{}/disable", id(name)));
        // The tester, who made them, is no administrator any more.
        let tester = format!("/people/{}/disable", id(TESTER_NAME));
        assert_eq!(them[0].post(&tester, &[]).await.status, 303);
        let [first, second] = &them;
        let ((), ()) = futures_util::future::join(
            async { drop(first.post(&paths[0], &[]).await) },
            async { drop(second.post(&paths[1], &[]).await) },
        ).await;
        let left = house.pool.read_now(accounts::list).unwrap().into_iter().filter(|(it, _)| it.disabled_at.is_none()).count();
        assert_eq!(left, 1);
    }

    async fn rights_taken_meanwhile_are_not_given_back(house: House) {
        house.person("marat", &[whole(Role::Manager)]);
        let id = house.pool.read_now(|db| Ok(accounts::by_sign_in(db, "marat")?.unwrap().id)).unwrap();
        let path = format!("/people/{id}");
        let opened = version(&house.get(&path).await);
        let form = |name: &'static str, role: &'static str, version: &str| {
            [("name", name), ("sign_in", "marat"), ("grant.0.role", role)].map(|(n, v)| (n, v.to_string())).into_iter()
                .chain([("version", version.to_string())]).collect::<Vec<_>>()
        };
        let send = async |form: Vec<(&'static str, String)>| {
            house.post(&path, &form.iter().map(|(n, v)| (*n, v.as_str())).collect::<Vec<_>>()).await
        };
        assert_eq!(send(form("marat", "viewer", &opened)).await.status, 303);
        let stale = send(form("Marat B.", "manager", &opened)).await;
        assert_eq!(stale.status, 409);
        assert!(stale.text().contains("Viewer") && stale.text().contains("Marat B."), "{}", stale.text());
        let rights = || house.pool.read_now(|db| accounts::grants_of(db, id)).unwrap();
        assert_eq!(rights(), [whole(Role::Viewer)]);
        assert_eq!(send(form("Marat B.", "manager", &version(&stale))).await.status, 303, "knowing it");
        assert_eq!(rights(), [whole(Role::Manager)]);
    }

    async fn a_form_adds_one_person_and_says_so_when_it_is_used_again(house: House) {
        let form = |name: &'static str, role: &'static str| {
            [("id", "01933b1e-0000-7000-8000-0000000000aa"), ("name", name), ("sign_in", "first"), ("grant.0.role", role)]
        };
        assert_eq!(house.post("/people", &form("First", "viewer")).await.status, 200);
        assert_eq!(house.post("/people", &form("First", "viewer")).await.status, 200, "sent twice");
        for (name, role) in [("Second", "viewer"), ("First", "manager")] {
            let answer = house.post("/people", &form(name, role)).await;
            assert_eq!(answer.status, 422);
            assert!(answer.text().contains("This form has added First already"), "{}", answer.text());
        }
        let wide = [("name", "W"), ("sign_in", "w"), ("grant.0.role", "viewer"), ("grant.0.organisation", "Zephyr")];
        let answer = house.post("/people", &wide).await;
        assert_eq!((answer.status.as_u16(), answer.all(".error").len()), (422, 1), "{}", answer.text());
    }

    async fn a_person_is_erased_and_the_chain_holds(house: House) {
        house.person("Zarina-Bekova", &[whole(Role::Viewer)]);
        let id = house.pool.read_now(|db| Ok(accounts::by_sign_in(db, "Zarina-Bekova")?.unwrap().id)).unwrap();
        assert_eq!(house.post(&format!("/people/{id}/erase"), &[]).await.status, 400, "only who is disabled");
        house.post(&format!("/people/{id}/disable"), &[]).await;
        assert_eq!(house.post(&format!("/people/{id}/erase"), &[]).await.status, 303);
        for path in ["/people".to_string(), format!("/people/{id}"), "/history".into()] {
            assert!(!house.get(&path).await.body.contains("Zarina"), "{path}");
        }
        let page = house.post("/history/verification", &[]).await;
        assert!(page.text().contains("entries are as they were written"), "{}", page.text());
    }
}

#[test]
fn the_matrix_in_the_documents_is_the_law() {
    let mut wanted = String::from("| | ");
    for role in Role::ALL {
        wanted.push_str(&format!("{role} | "));
    }
    wanted.push_str("\n|---|");
    wanted.push_str(&"---|".repeat(Role::ALL.len()));
    for act in Act::ALL {
        wanted.push_str(&format!("\n| {act}{} | ", if act.within_a_mission() { "" } else { " (whole house)" }));
        for role in Role::ALL {
            wanted.push_str(if act.roles().contains(role) { "yes | " } else { "– | " });
        }
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/security.md");
    let text = std::fs::read_to_string(path).unwrap();
    let written = text.split("<!-- rights -->\n").nth(1).and_then(|rest| rest.split("\n<!-- end -->").next());
    let trimmed = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    assert_eq!(trimmed(written.unwrap_or_default()), trimmed(&wanted), "docs/security.md; it should be:\n{wanted}\n");
}
