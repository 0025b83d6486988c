//! The interface for programs: tokens, documents, versions, pages, what goes wrong; and its description.

use crate::{
    harness::{Answer, HOST, House, PASSWORD, each_engine, whole, within},
    logging::{flour, logged, mission},
};
use actix_web::test::{self, TestRequest};
use diesel::RunQueryDsl;
use keruen::{
    accounts::Role,
    history, openapi,
    server::{self, Listed},
    values::Id,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What one sends to make something new.
async fn make(house: &House, path: &str, key: &str, document: &Value) -> Answer {
    house.program("POST", path, &[("idempotency-key", key)], Some(document)).await
}

/// What one sends to change something read before.
async fn change(house: &House, path: &str, version: i64, document: &Value) -> Answer {
    house.program("PUT", path, &[("if-match", &format!("\"{version}\""))], Some(document)).await
}

async fn read(house: &House, path: &str) -> Value {
    let answer = house.get(path).await;
    assert_eq!(answer.status, 200, "{path}: {}", answer.body);
    answer.json()
}

fn fresh() -> String {
    Id::fresh().to_string()
}

/// A load of flour by rail, as a document.
fn load(mission: &str) -> Value {
    json!({
        "mission": mission,
        "external_ref": "A-17",
        "consignor": "Ministry of Emergency Situations",
        "lines": [
            {"goods": ["Wheat flour"], "quantity": "272.728", "unit": "TNE",
             "packages": {"count": 10909, "unit": "XBG", "each": "25", "each_unit": "KGM"}},
            {"goods": ["Beds", "Blankets, woollen"], "unit": "H87", "qualifier": "not_stated"},
        ],
        "legs": [{"mode": "rail", "from": "Almaty", "to": "Hairatan", "units": 5, "departed": "2023-04-10"}],
        "freight": {"amount": "1500.50", "currency": "USD"},
    })
}

/// Every pointer and code of a refusal.
fn told(answer: &Answer) -> Vec<(String, String)> {
    let problem = answer.json();
    assert_eq!(answer.header("content-type"), "application/problem+json", "{problem}");
    assert_eq!(problem["status"], answer.status.as_u16());
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let errors = problem["errors"].as_array().cloned().unwrap_or_default();
    errors.iter().map(|it| (text(&it["pointer"]), text(&it["code"]))).collect()
}

/// The word of a problem's kind.
fn kind(answer: &Answer) -> String {
    answer.json()["type"].as_str().unwrap().rsplit(':').next().unwrap().to_string()
}

/// How much was ever done.
fn deeds(house: &House) -> i64 {
    history::seal_all(&house.pool, |_| {}).unwrap();
    house.pool.read_now(history::heads).unwrap().count
}

#[test]
fn the_description_is_kept_and_names_every_call() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/openapi.json");
    let made = openapi::text().unwrap();
    if std::env::var_os("KERUEN_WRITE_OPENAPI").is_some() {
        std::fs::write(path, made).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(kept == made, "docs/openapi.json is not what the program says; KERUEN_WRITE_OPENAPI=1 writes it anew");
    let described: Value = serde_json::from_str(made).unwrap();
    assert!(described["openapi"].as_str().unwrap().starts_with("3.1"));
    let mut listed = Listed::default();
    server::routes(&mut listed);
    let ways: BTreeSet<(String, String)> = listed
        .0
        .iter()
        .filter(|(_, path, _)| path.starts_with("/api/") && !path.ends_with("openapi.json"))
        .map(|(method, path, _)| (path.to_string(), method.to_lowercase()))
        .collect();
    let calls = described["paths"].as_object().unwrap().iter().flat_map(|(path, calls)| {
        calls.as_object().unwrap().keys().map(|method| (path.clone(), method.clone())).collect::<Vec<_>>()
    });
    assert_eq!(calls.collect::<BTreeSet<_>>(), ways);
}

each_engine! {
    async fn a_load_is_logged_once_read_and_changed(house: House) {
        mission(&house, "KZ-1").await;
        let key = fresh();
        let document = json!({"stated": load("KZ-1")});
        let made = make(&house, "/api/v1/consignments", &key, &document).await;
        assert_eq!(made.status, 201, "{}", made.body);
        let path = format!("/api/v1/consignments/{key}");
        assert_eq!(made.location(), path);
        let it = made.json();
        assert_eq!((&it["number"], &it["standing"], &it["version"]), (&json!("KZ-1/001"), &json!("in_transit"), &json!(1)));
        let line = &it["stated"]["lines"][0];
        assert_eq!((&line["quantity"], &line["unit"], &line["qualifier"]), (&json!("272.728"), &json!("TNE"), &json!("exact")));
        assert_eq!(line["packages"], json!({"count": 10909, "unit": "XBG", "each": "25", "each_unit": "KGM"}));
        assert_eq!(it["stated"]["lines"][1]["goods"], json!(["Beds", "Blankets, woollen"]));
        assert_eq!(it["stated"]["lines"][1]["quantity"], Value::Null, "what is not stated is no zero");
        assert_eq!(it["stated"]["freight"], json!({"amount": "1500.50", "currency": "USD"}));
        assert_eq!(it["account"][0]["dispatched"], json!("272728"));

        // Sent again, it is the same; something else under its key is refused.
        let before = deeds(&house);
        let again = make(&house, "/api/v1/consignments", &key, &document).await;
        assert_eq!((again.status.as_u16(), again.json()), (201, it.clone()));
        let mut other = document.clone();
        other["stated"]["external_ref"] = json!("B");
        let taken = make(&house, "/api/v1/consignments", &key, &other).await;
        assert_eq!((taken.status.as_u16(), kind(&taken).as_str()), (409, "taken"));
        assert_eq!(taken.json()["differs"][0]["pointer"], "/stated/external_ref");
        // What looks like it asks first.
        let doubt = make(&house, "/api/v1/consignments", &fresh(), &document).await;
        assert_eq!((doubt.status.as_u16(), kind(&doubt).as_str()), (409, "doubt"), "{}", doubt.body);
        assert!(doubt.body.contains("KZ-1/001"), "{}", doubt.body);
        // What was read may be sent: nothing changes.
        let same = change(&house, &path, 1, &json!({"stated": it["stated"]})).await;
        assert_eq!((same.status.as_u16(), same.header("etag")), (200, "\"1\""), "{}", same.body);
        assert_eq!(deeds(&house), before);
        let twin = json!({"stated": load("KZ-1"), "confirm": true});
        assert_eq!(make(&house, "/api/v1/consignments", &fresh(), &twin).await.json()["number"], "KZ-1/002");

        // Once it has left, a figure is corrected, with a reason.
        let mut stated = it["stated"].clone();
        stated["lines"][0]["quantity"] = json!("272.7");
        let silent = change(&house, &path, 1, &json!({"stated": stated})).await;
        assert_eq!(silent.status, 422);
        assert_eq!(told(&silent), [("/reason".into(), "correction-reason".into()), ("/correction_source".into(), "correction-source".into())]);
        let corrected = json!({"stated": stated, "reason": "a slip", "correction_source": "the waybill", "confirm": true});
        let done = change(&house, &path, 1, &corrected).await;
        assert_eq!((done.status.as_u16(), done.header("etag")), (200, "\"2\""), "{}", done.body);
        assert_eq!(done.json()["corrections"][0]["old"], "272.728 TNE");
        let stale = change(&house, &path, 1, &json!({"stated": it["stated"]})).await;
        assert_eq!((stale.status.as_u16(), kind(&stale).as_str(), &stale.json()["version"]), (412, "stale", &json!(2)));
        assert_eq!(change(&house, &path, 1, &corrected).await.status, 200, "sent again, it is done already");

        let known = house.get_as(&path, &[("if-none-match", "\"2\"")]).await;
        assert_eq!((known.status.as_u16(), known.body.as_str()), (304, ""));
        let past = read(&house, &format!("{path}/history")).await;
        assert_eq!(past["items"][0]["verb"], "corrected");
    }

    async fn what_is_read_of_everything_may_be_sent_and_changes_nothing(house: House, Story) {
        read(&house, "/api/v1/missions").await;
        let before = deeds(&house);
        let mut seen = 0;
        for list in ["missions", "consignments", "organisations", "places", "catalogue"] {
            let mut next = Some(format!("/api/v1/{list}"));
            let mut ids = BTreeSet::new();
            while let Some(path) = next {
                let page = read(&house, &path).await;
                for it in page["items"].as_array().unwrap() {
                    let id = it["id"].as_str().unwrap();
                    assert!(ids.insert(id.to_string()), "{list} {id} twice");
                    if ids.len() > 60 {
                        continue;
                    }
                    let path = format!("/api/v1/{list}/{id}");
                    let record = read(&house, &path).await;
                    let sent = json!({"stated": record["stated"]});
                    let answer = change(&house, &path, record["version"].as_i64().unwrap(), &sent).await;
                    assert_eq!(answer.status, 200, "{path}: {} {sent}", answer.body);
                    assert_eq!(answer.json(), record, "{path}");
                    seen += 1;
                }
                next = page["next"].as_str().map(String::from);
            }
        }
        assert!(seen > 100, "{seen}");
        assert_eq!(deeds(&house), before);
    }

    async fn what_happens_on_the_way_is_told_and_taken_back(house: House) {
        mission(&house, "KZ-1").await;
        mission(&house, "KZ-2").await;
        let key = fresh();
        let it = make(&house, "/api/v1/consignments", &key, &json!({"stated": load("KZ-1")})).await.json();
        let path = format!("/api/v1/consignments/{key}");
        let (leg, line) = (it["stated"]["legs"][0]["id"].as_str().unwrap(), it["stated"]["lines"][0]["id"].clone());

        let wagons = json!({"units": [{"number": "52916673", "net": "60"}, {"number": "52916681\tx"}], "confirm": true});
        let listed = change(&house, &format!("{path}/legs/{leg}/units"), 1, &wagons).await;
        assert_eq!(listed.status, 200, "{}", listed.body);
        assert_eq!(listed.json()["units"].as_array().unwrap().len(), 2);

        let event = fresh();
        let note = json!({"step": "problem", "happened": "2023-04-12T10:30", "place": "Hairatan", "remark": "a strike"});
        for _ in 0..2 {
            let told = make(&house, &format!("{path}/events"), &event, &note).await;
            assert_eq!(told.status, 201, "{}", told.body);
            let events = told.json()["events"].clone();
            let events = events.as_array().unwrap();
            let own: Vec<&Value> = events.iter().filter(|e| e["id"] == json!(event)).collect();
            assert_eq!((own.len(), &own[0]["happened"], own[0]["place"].as_str().unwrap().contains("Hairatan")), (1, &json!("2023-04-12T10:30"), true));
        }
        let back = house.program("POST", &format!("{path}/events/{event}/withdrawal"), &[], Some(&json!({"reason": "not so"}))).await;
        assert_eq!(back.status, 200, "{}", back.body);
        let arrived = json!({"step": "arrived", "happened": "2023-04-17"});
        assert_eq!(make(&house, &format!("{path}/events"), &fresh(), &arrived).await.json()["standing"], "arrived");

        let receipt = fresh();
        let found = json!({"happened": "2023-04-18", "place": "Hairatan", "parts": [
            {"line": line, "unit": "KGM", "good": "272700", "damaged": "28", "damaged_reason": "torn"}]});
        let short = make(&house, &format!("{path}/receipts"), &fresh(), &json!({"happened": "2023-04-18", "parts": [{"line": line, "damaged": "28"}]})).await;
        assert_eq!(told(&short), [("/parts/0/damaged_reason".into(), "reason-code-empty".into())]);
        for _ in 0..2 {
            let made = make(&house, &format!("{path}/receipts"), &receipt, &found).await;
            assert_eq!(made.status, 201, "{}", made.body);
            assert_eq!((&made.json()["number"], &made.json()["found"][1]["quantity"]), (&json!("KZ-1/001-R1"), &json!("28")));
        }
        let now = read(&house, &path).await;
        assert_eq!((&now["account"][0]["good"], &now["account"][0]["damaged"]), (&json!("272700"), &json!("28")));
        assert_eq!(read(&house, &format!("{path}/receipts")).await["items"].as_array().unwrap().len(), 1);

        let loss = json!({"receipt": receipt, "undated": true, "circumstances": "the sacks were old"});
        let made = make(&house, &format!("{path}/losses"), &fresh(), &loss).await;
        assert_eq!((made.status.as_u16(), &made.json()["number"]), (201, &json!("KZ-1/001-L1")), "{}", made.body);

        let note = json!({"kind": "goods-received-note", "receipt": receipt});
        let issued = make(&house, &format!("{path}/documents"), &fresh(), &note).await;
        assert_eq!((issued.status.as_u16(), &issued.json()["standing"]), (201, &json!("current")), "{}", issued.body);
        let stands = make(&house, &format!("{path}/documents"), &fresh(), &note).await;
        assert_eq!(stands.json()["id"], issued.json()["id"], "what says the same is not issued again");
        let listed = read(&house, &format!("/api/v1/missions/{}/documents", it["mission_id"].as_str().unwrap())).await;
        assert_eq!(listed["items"][0]["number"], issued.json()["number"]);

        let void = house.program("POST", &format!("/api/v1/receipts/{receipt}/void"), &[], Some(&json!({"reason": "counted anew"}))).await;
        assert_eq!((void.status.as_u16(), &void.json()["void"]["reason"]), (200, &json!("counted anew")), "{}", void.body);
        let moved = house.program("POST", &format!("{path}/move"), &[], Some(&json!({"mission": "KZ-2", "reason": "theirs"}))).await;
        assert_eq!((moved.status.as_u16(), &moved.json()["number"]), (200, &json!("KZ-2/001")), "{}", moved.body);
        let void = house.program("POST", &format!("{path}/void"), &[], Some(&json!({"reason": "a test"}))).await;
        assert_eq!(void.json()["standing"], "void", "{}", void.body);
    }

    async fn what_is_wrong_is_said_where_it_stands(house: House) {
        mission(&house, "KZ-1").await;
        read(&house, "/api/v1/missions").await;
        let before = deeds(&house);
        let post = |document: Value| {
            let house = &house;
            async move { make(house, "/api/v1/consignments", &fresh(), &document).await }
        };
        let shape = post(json!({"stated": {"lines": [{"quantity": 5}]}})).await;
        assert_eq!((shape.status.as_u16(), told(&shape)[0].0.as_str()), (400, "/stated/lines/0/quantity"));
        let unknown = post(json!({"stated": {"colour": "red"}})).await;
        assert_eq!((unknown.status.as_u16(), kind(&unknown).as_str()), (400, "shape"), "{}", unknown.body);
        for wrong in ["1,5", "1e3", "", "five"] {
            assert_eq!(post(json!({"stated": {"stated_weight": wrong}})).await.status, 400, "{wrong}");
        }
        let mut document = load("KZ-1");
        document["lines"][0]["unit"] = json!("LTR");
        document["lines"][1]["qualifier"] = json!("exact");
        document["legs"][0]["arrived"] = json!("2023-04-01");
        document["remarks"] = json!("nul\u{0}");
        let refused = post(json!({"stated": document})).await;
        let places: Vec<String> = told(&refused).into_iter().map(|(place, _)| place).collect();
        assert_eq!(refused.status, 422, "{}", refused.body);
        for place in ["/stated/lines/1/quantity", "/stated/legs/0/arrived", "/stated/remarks"] {
            assert!(places.iter().any(|own| own == place), "{place}: {places:?}");
        }
        let nowhere = post(json!({"stated": load("KZ-9")})).await;
        assert_eq!(told(&nowhere)[0], ("/stated/mission".into(), "mission-unknown".into()));

        let path = "/api/v1/consignments";
        let no_key = house.program("POST", path, &[], Some(&json!({"stated": load("KZ-1")}))).await;
        assert_eq!((no_key.status.as_u16(), kind(&no_key).as_str()), (400, "key"));
        let form = house.program("POST", path, &[("idempotency-key", &fresh()), ("content-type", "text/plain")], None).await;
        assert_eq!((form.status.as_u16(), kind(&form).as_str()), (415, "media-type"));
        let broken = TestRequest::post().uri(path).insert_header(("host", HOST)).insert_header(("idempotency-key", fresh()))
            .insert_header(("content-type", "application/json")).set_payload("{\"stated\": {}} x");
        assert_eq!(house.send(broken).await.status, 400);
        let no_version = house.program("PUT", &format!("{path}/{}", fresh()), &[], Some(&json!({"stated": {}}))).await;
        assert_eq!((no_version.status.as_u16(), kind(&no_version).as_str()), (400, "version"));
        for question in ["?limit=0", "?limit=201", "?limit=x", "?colour=red", "?mode=mule", "?mission=KZ-9", "?after=x", "?overdue=yes", "?since=never", "?status=lost&status=void"] {
            let answer = house.get(&format!("{path}{question}")).await;
            assert_eq!((answer.status.as_u16(), kind(&answer).as_str()), (400, "question"), "{question}");
        }
        let nothing = house.get(&format!("{path}/{}", fresh())).await;
        assert_eq!((nothing.status.as_u16(), kind(&nothing).as_str()), (404, "not-found"));
        assert_eq!(kind(&house.get("/api/v1/nowhere").await), "not-found");
        let method = house.program("DELETE", path, &[], None).await;
        assert_eq!((method.status.as_u16(), method.header("allow")), (405, "GET, HEAD, POST"));
        assert_eq!(kind(&method), "method");
        let russian = house.program("POST", path, &[("idempotency-key", &fresh()), ("accept-language", "ru")], Some(&json!({"stated": {}}))).await;
        assert!(russian.json()["title"].as_str().unwrap().contains("документе"), "{}", russian.body);
        assert_eq!(deeds(&house), before, "nothing was done");
    }

    async fn a_list_is_paged_by_key_and_shows_each_once(house: House) {
        mission(&house, "KZ-1").await;
        for n in 1..=7 {
            logged(&house, &flour("KZ-1").set("line.0.quantity", &n.to_string())).await;
        }
        let (mut next, mut seen) = (Some("/api/v1/consignments?mission=KZ-1&limit=3".to_string()), vec![]);
        while let Some(path) = next {
            let page = read(&house, &path).await;
            assert!(page["items"].as_array().unwrap().len() <= 3);
            seen.extend(page["items"].as_array().unwrap().iter().map(|it| it["number"].as_str().unwrap().to_string()));
            next = page["next"].as_str().map(String::from);
        }
        assert_eq!(seen.len(), 7);
        assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 7);
    }

    async fn a_token_is_made_for_the_password_shown_once_and_ended(house: House) {
        let own = mission(&house, "KZ-1").await;
        mission(&house, "KZ-2").await;
        let leila = house.person("leila", &[within(Role::Logger, own)]);
        let page = leila.get("/me/tokens").await;
        let offered: Vec<String> = page.attributes("input[type=checkbox]", "name");
        assert_eq!(offered, ["act.log", "act.receive", "act.goods"]);
        let fields = |password: &'static str, act: &'static str, days: &'static str, missions: &'static str| {
            [("name", "the scale"), ("days", days), ("missions", missions), ("password", password), (act, "1")]
        };
        for (wrong, at) in [
            (fields("wrong", "act.log", "30", ""), "#password-error"),
            (fields(PASSWORD, "act.void", "30", ""), "#acts-error"),
            (fields(PASSWORD, "act.log", "0", ""), "#days-error"),
            (fields(PASSWORD, "act.log", "367", ""), "#days-error"),
            (fields(PASSWORD, "act.log", "30", "KZ-2"), "#missions-error"),
        ] {
            let answer = leila.post("/me/tokens", &wrong).await;
            assert_eq!((answer.status.as_u16(), answer.all(at).len()), (422, 1), "{at}: {}", answer.text());
        }
        let made = leila.post("/me/tokens", &fields(PASSWORD, "act.log", "30", "KZ-1")).await;
        assert_eq!(made.status, 200, "{}", made.text());
        let token = made.all(".notice .code").concat();
        assert!(token.starts_with("keruen_") && token.len() == 71, "{token}");
        assert!(!leila.get("/me/tokens").await.body.contains(&token), "it is shown once");
        #[derive(diesel::QueryableByName)]
        struct Kept {
            #[diesel(sql_type = diesel::sql_types::Text)]
            hash: String,
        }
        let kept: Vec<Kept> = house.pool.read_now(|db| Ok(diesel::sql_query("SELECT hash FROM tokens WHERE name = 'the scale'").load(db)?)).unwrap();
        assert!(kept.len() == 1 && kept[0].hash.len() == 64 && !token.contains(&kept[0].hash), "its hash alone is kept");

        let ask = |token: String, method: &'static str, path: String, document: Option<Value>| {
            let nobody = house.asked_by(None);
            async move {
                let bearer = format!("Bearer {token}");
                nobody.program(method, &path, &[("authorization", &bearer), ("idempotency-key", &fresh())], document.as_ref()).await
            }
        };
        let path = String::from("/api/v1/consignments");
        let logged = ask(token.clone(), "POST", path.clone(), Some(json!({"stated": load("KZ-1")}))).await;
        assert_eq!(logged.status, 201, "{}", logged.body);
        assert_eq!(ask(token.clone(), "GET", path.clone(), None).await.status, 200, "it may look at what it logs");
        let elsewhere = ask(token.clone(), "POST", path.clone(), Some(json!({"stated": load("KZ-2")}))).await;
        assert_eq!(elsewhere.status, 422, "{}", elsewhere.body);
        assert_eq!(ask(token.clone(), "GET", "/api/v1/catalogue".into(), None).await.status, 403, "they may, it may not");
        assert_eq!(ask(format!("{token}0"), "GET", path.clone(), None).await.status, 401);
        let past = house.get("/history?person=leila").await;
        assert!(past.text().contains("the scale"), "{}", past.text());

        let id = leila.get("/me/tokens").await.attributes("form[action$='/end']", "action").into_iter().next().unwrap();
        assert_eq!(house.post(&id, &[]).await.status, 404, "nobody ends another's");
        assert_eq!(leila.post(&id, &[]).await.status, 303);
        let ended = ask(token, "GET", path.clone(), None).await;
        assert_eq!((ended.status.as_u16(), ended.header("www-authenticate"), kind(&ended).as_str()), (401, "Bearer", "sign-in"));

        // A cookie opens nothing here, whatever page it comes from.
        let cookie = TestRequest::get().uri(&path).insert_header(("host", HOST)).insert_header(("cookie", "keruen=token-of-leila"));
        assert_eq!(house.asked_by(None).send(cookie).await.status, 401);
        // Too old, or of somebody who may no longer come in.
        assert_eq!(leila.get(&path).await.status, 200);
        let late = "UPDATE tokens SET expires_at = '2020-01-01T00:00:00Z' WHERE name = 'test'";
        house.pool.write_now(|db| Ok(diesel::sql_query(late).execute(db)?)).unwrap();
        assert_eq!(leila.get(&path).await.status, 401);
        let sara = house.person("sara", &[whole(Role::Viewer)]);
        assert_eq!(sara.get(&path).await.status, 200);
        let by = history::By::default();
        let id = house.pool.read_now(|db| keruen::accounts::by_sign_in(db, "sara")).unwrap().unwrap().id;
        house.pool.write_now(|db| keruen::accounts::actions::disable(db, id, &by, keruen::lang::Lang::english())).unwrap().unwrap();
        assert_eq!(sara.get(&path).await.status, 401);
    }

    async fn who_asks_too_often_waits(house: House) {
        // Without a token, calls are counted by where they come from. One is given back every 20 ms.
        let app = test::init_service(server::app(house.house.clone())).await;
        let mut refused = None;
        for _ in 0..100 {
            while house.house.desk.may_call("api ").is_ok() {}
            let request = TestRequest::get().uri("/api/v1/missions").insert_header(("host", HOST)).to_request();
            let answer = test::call_service(&app, request).await;
            if answer.status() == 429 {
                refused = Some(answer);
                break;
            }
            assert_eq!(answer.status(), 401);
        }
        let headers = refused.expect("an end").headers().clone();
        let header = |name: &str| headers.get(name).unwrap().to_str().unwrap().to_string();
        assert_eq!((header("retry-after").as_str(), header("content-type").as_str()), ("1", "application/problem+json"));
        assert_eq!(house.get("/api/v1/missions").await.status, 200, "whoever has a token is counted by that");
        assert_eq!(house.asked_by(None).get("/api/v1/openapi.json").await.status, 200);
    }
}
