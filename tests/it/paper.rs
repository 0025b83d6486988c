//! Documents through the front door: every field of the lists, issuing and revising, checking by a stranger, letterhead and settings.

use super::{
    harness::*,
    journey::{PDF, receipt, sound, with_file, with_named_file},
    logging::{Form, flour, logged, mission},
};
use actix_web::test::TestRequest;
use keruen::{
    accounts::Role,
    documents::{self, model::Kind},
    history,
    values::Id,
};
use scraper::{Html, Selector};
use std::collections::BTreeMap;

/// A mission with a second language, and a consignment of which everything is stated that a document may tell.
async fn full(house: &House, code: &str) -> (Id, Form) {
    let opened = Form::new(&[
        ("code", code),
        ("title", "Aid to Herat"),
        ("recipient_country", "AF"),
        ("donors", "Government of Kazakhstan"),
        ("status", "active"),
        ("glide", "EQ-2022-000232-AFG"),
        ("decision.number", "PP-412"),
        ("decision.date", "30.3.2023"),
        ("purpose", "Food and medicine for Herat"),
        ("crisis", "Earthquake in Herat"),
        ("need.people", "120 000"),
        ("need.source", "OCHA"),
        ("handover.to", "Afghan authorities"),
        ("handover.date", "20.4.2023"),
        ("narrative", "The first trucks crossed."),
        ("asked", "Agree to a second tranche."),
        ("allot.0.goods", "Wheat flour"),
        ("allot.0.quantity", "200"),
        ("allot.0.unit", "t"),
    ]);
    let answer = opened.send(house, "/missions").await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    for (name, address, contact, phone) in [
        ("Ministry of Emergency Situations", "Beibitshilik 8, Astana", "A. Serik", "+7 717 2 000"),
        ("Afghan Red Crescent Society", "Afshar, Kabul", "M. Nabi", "+93 20 000"),
        ("Kazakhstan Temir Zholy", "Kunayev 6, Astana", "B. Erlan", "+7 717 2 111"),
    ] {
        let made = Form::new(&[
            ("name", name),
            ("country", "KZ"),
            ("address", address),
            ("contact", contact),
            ("phone", phone),
        ]);
        let answer = made.send(house, "/organisations").await;
        assert!(answer.status == 303 || answer.text().contains("is taken"), "{}", answer.text());
    }
    let load = flour(code)
        .set("consignor", "Ministry of Emergency Situations")
        .set("consignee", "Afghan Red Crescent Society")
        .set("external_ref", "KZ-77")
        .set("leg.0.mode", "road")
        .set("leg.0.from", "KZALA")
        .set("leg.0.via", "UZTER")
        .set("leg.0.to", "AFHRT")
        .set("leg.0.carrier", "Kazakhstan Temir Zholy")
        .set("leg.0.departed", "")
        .set("leg.0.planned_departure", "10.4.2023")
        .set("leg.0.planned_arrival", "17.4.2023")
        .set("leg.0.units", "2")
        .set("leg.0.unit_kind", "truck")
        .set("leg.0.document_type", "cmr")
        .set("leg.0.document", "CMR-55")
        .set("line.0.quantity", "100 t")
        .set("line.0.packages", "4000 bags x 25 kg")
        .set("line.0.gross", "101 t")
        .set("line.0.batch", "A-11")
        .set("line.0.expiry", "1.5.2024")
        .set("line.0.hs", "110100")
        .set("line.0.value", "40000 USD")
        .set("line.1.goods", "Vegetable oil")
        .set("line.1.quantity", "60000 L")
        .set("line.1.cold", "below 25 °C")
        .set("line.1.dangerous", "UN1993")
        .set("remarks", "Keep dry.");
    logged(house, &load).await;
    let kept = of(house, load.id());
    let units = format!("/consignments/{}/legs/{}/units", load.id(), kept.body.legs[0].id);
    let rows = "01 ABC 02; S-1; 28000; 8000; 20000; T-9; flour; 05 TRL 02; Driver Karim, +7 701\n01 DEF 02; S-2";
    let version = kept.version.to_string();
    assert_eq!(house.post(&units, &[("version", &version), ("units", rows)]).await.status, 303);
    (opened.id(), load)
}

fn of(house: &House, id: Id) -> keruen::consignments::Consignment {
    house.pool.read_now(|db| keruen::consignments::find(db, id)).unwrap().unwrap()
}

/// The labels of a sheet with their values.
fn facts(page: &Answer) -> BTreeMap<String, String> {
    let labels = page.all(".paper dl:not(.fill) > div > dt");
    let values: Vec<String> = page.all(".paper dl:not(.fill) > div").into_iter().collect();
    labels.iter().zip(&values).map(|(label, both)| (label.clone(), both.replacen(label.as_str(), "", 1))).collect()
}

#[track_caller]
fn says(page: &Answer, wanted: &[(&str, &str)]) {
    let facts = facts(page);
    for (label, value) in wanted {
        let said = facts.get(*label).map(|said| said.replace('\u{202f}', " "));
        assert!(said.as_ref().is_some_and(|said| said.contains(value)), "{label}: {said:?}, not {value} in {facts:?}");
    }
}

/// The first table of a sheet: its heads and its rows.
fn table(page: &Answer) -> (Vec<String>, Vec<String>) {
    let first = Html::parse_fragment(&page.inner(".paper .table").remove(0));
    let all = |selector: &str| -> Vec<String> {
        let text =
            |it: scraper::ElementRef<'_>| it.text().collect::<String>().trim().replace(['\u{202f}', '\u{a0}'], " ");
        first.select(&Selector::parse(selector).unwrap()).map(text).collect()
    };
    (all("thead tr:last-child th"), all("tbody tr"))
}

/// Changes one field of a consignment.
async fn changed(house: &House, id: Id, field: &str, value: &str) {
    let mut edit = house.get(&format!("/consignments/{id}/edit")).await.form();
    edit.retain(|(name, _)| name != field && !["reason", "correction_source"].contains(&name.as_str()));
    let more = [(field, value), ("confirm", "save"), ("reason", "weighed"), ("correction_source", "ticket")];
    edit.extend(more.map(|(name, value)| (name.into(), value.into())));
    let answer = house.post_form(&format!("/consignments/{id}"), &edit).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

/// Issues a document by its draft's form; answers its address.
pub async fn issue(house: &House, draft: &str) -> String {
    let page = house.get(draft).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let forms = page.form_at("form[method=post]");
    let answer = house.post_form(draft.split('?').next().unwrap(), &forms).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().split('?').next().unwrap().to_string()
}

/// Issues a document on a printed form.
async fn on_pad(house: &House, draft: &str, pad: &str) -> Answer {
    let mut form = house.get(draft).await.form_at("form[method=post]");
    form.retain(|(name, _)| name != "pad");
    form.push(("pad".into(), pad.into()));
    house.post_form(draft.split('?').next().unwrap(), &form).await
}

fn hash_of(house: &House, address: &str) -> (String, String) {
    let id: Id = address.rsplit('/').next().unwrap().parse().unwrap();
    let it = house.pool.read_now(|db| documents::find(db, id)).unwrap().unwrap();
    assert_eq!(documents::actions::hash(&it.content, &it.body), it.brief.hash);
    (it.brief.hash, it.brief.code)
}

each_engine! {
    async fn every_document_has_the_fields_of_its_list(house: House) {
        let (mission, load) = full(&house, "P-1").await;
        let (id, kept) = (load.id(), of(&house, load.id()));
        let path = format!("/consignments/{id}/documents");
        let parties = [
            ("Consignor", "Ministry of Emergency Situations"), ("Carrier", "Kazakhstan Temir Zholy"), ("Consignee", "Afghan Red Crescent Society"),
            ("Consignor", "Beibitshilik 8, Astana"), ("Consignor", "A. Serik"), ("Consignee", "+93 20 000"),
        ];
        let waybill = house.get(&format!("{path}/waybill")).await;
        says(&waybill, &parties);
        says(&waybill, &[
            ("Mission", "P-1 · Aid to Herat"), ("Consignment", "P-1/001"), ("GLIDE number", "EQ-2022-000232-AFG"), ("Decision", "PP-412"),
            ("Place of dispatch", "Almaty (KZALA), Kazakhstan"), ("Place of delivery", "Hairatan (AFHRT), Afghanistan"), ("Border or hub", "Termez"),
            ("Mode of transport", "Road"), ("To leave on", "10 Apr 2023"), ("To arrive on", "17 Apr 2023"), ("Truck, plate", "01 ABC 02"), ("Driver", "Karim"),
            ("Trailer, plate", "05 TRL 02"), ("CMR note no.", "CMR-55"), ("Packages", "4 000 bags"), ("Gross weight", "101 t"),
            ("Net weight", "at least 100 t (1 line not stated)"), ("Quantity", "60 000 L"), ("Declared value", "40 000 USD"), ("Instructions", "keep cold"),
            ("Temperature at departure", ""), ("Remarks", "Keep dry."),
        ]);
        let (heads, rows) = table(&waybill);
        assert_eq!(
            heads,
            ["No.", "Description", "Batch or lot, Expires", "Handling", "Packages", "Net per package", "Net quantity", "Gross weight", "Value",
             "Good", "Damaged", "Missing", "Surplus", "Code"],
        );
        assert!(rows[0].contains("Wheat flour") && rows[0].contains("HS code 110100") && rows[0].contains("4 000 bags25 kg100 t101 000 kg"), "{rows:?}");
        assert!(rows[1].contains("UN 1993") && rows[1].contains("60 000 L"), "{rows:?}");
        let said = waybill.text();
        for part in ["Loaded and dispatched by", "Transporter", "Received in apparent good order", "Signature, stamp", "Arrived (date, time)", "Original", "Copy 3: return to sender",
                     "1 Short-packed", "DRAFT", "Seals", "20 000 kg", "Value for customs purposes only."] {
            assert!(said.contains(part) || said.replace('\u{202f}', " ").contains(part), "{part} in {said}");
        }

        // Of one truck alone.
        let unit = kept.units[1].id;
        let one = house.get(&format!("{path}/waybill?leg={}&unit.{unit}=1", kept.body.legs[0].id)).await;
        assert!(one.text().contains("Covers these transport units only: 1 of 2 trucks"), "{}", one.text());
        says(&one, &[("Truck, plate", "01 DEF 02")]);
        assert!(!one.text().contains("01 ABC 02, ") && !facts(&one)["Truck, plate"].contains("ABC"));

        let packing = house.get(&format!("{path}/packing-list")).await;
        says(&packing, &[("Shipper", "Ministry"), ("Consignee", "Red Crescent"), ("Waybill", ""), ("Mode of transport", "Road"), ("Packages", "4 000 bags")]);
        let (_, rows) = table(&packing);
        assert!(rows[0].contains("1–4 0004 000 bags25.25 kg101 000 kg"), "{rows:?}");
        assert!(packing.all(".paper.landscape").len() == 1 && packing.text().contains("Prepared by"));

        let gift = house.get(&format!("{path}/gift-certificate")).await;
        says(&gift, &[("From (donor)", "Government of Kazakhstan"), ("To (recipient)", "Afghan Red Crescent"), ("Purpose", "Food and medicine for Herat"),
                      ("Packages", "4 000 bags"), ("Mode of transport", "Road")]);
        let said = gift.text();
        assert!(said.contains("HUMANITARIAN AID – NOT FOR SALE") && said.contains("free of charge") && said.contains("For the recipient"), "{said}");
        assert!(table(&gift).1[0].replace('\u{202f}', " ").contains("400 USD40 000 USD"), "{:?}", table(&gift).1);

        // A receipt with damage and shortage, its note; and the loss report of it.
        let depart = Form::new(&[("step", "departed"), ("happened", "10.4.2023")]);
        assert_eq!(depart.send(&house, &format!("/consignments/{id}/events")).await.status, 303);
        let key = format!("{}.0", kept.body.lines[0].id);
        let receipt = Form::new(&[
            ("happened", "18.4.2023"), ("place", "AFHRT"), ("receiver", "R. Clerk"), ("seals", "S-1 whole"), ("ticket", "T-9"), ("gross", "28000 kg"),
            ("external_ref", "GRN-PAD-3"), ("temperature", "18 °C"), ("remarks", "Rain."),
            ("part.0.key", &key), ("part.0.good", "99 t"), ("part.0.damaged", "500 kg"), ("part.0.damaged_reason", "wet"),
            ("part.0.missing", "500 kg"), ("part.0.missing_reason", "theft"), ("part.0.note", "tarpaulin torn"),
        ]);
        let answer = receipt.send(&house, &format!("/consignments/{id}/receipts")).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let photo = [("id", "0192f0c0-0000-7000-8000-00000000000a"), ("paper", "photo"), ("receipt", &receipt.id().to_string())];
        assert_eq!(house.send(with_file(&format!("/consignments/{id}/attachments"), &photo, "a.pdf", PDF)).await.status, 303);
        let issued = issue(&house, &format!("{path}/waybill")).await;
        let note_at = format!("{path}/goods-received-note?receipt={}", receipt.id());
        let note = house.get(&note_at).await;
        says(&note, &parties);
        says(&note, &[
            ("Receipt", "P-1/001-R1"), ("Received on", "18 Apr 2023"), ("Received at", "Hairatan"), ("Dispatched from", "Almaty"), ("Waybill", "P-1/WB-001"),
            ("Seals", "S-1 whole"), ("Weighbridge ticket", "T-9"), ("Gross", "28 000 kg"), ("Temperature on arrival", "18 °C"),
            ("Good", "99 t"), ("Damaged", "500 kg"), ("Missing", "500 kg"), ("Surplus", "–"), ("Lines with a difference", "1"),
            ("Packages missing", "20"), ("Packages damaged", "20"), ("Photographs attached", "1"), ("Remarks", "Rain."),
        ]);
        let (heads, rows) = table(&note);
        assert_eq!(heads, ["No.", "Description", "Batch or lot", "Expires", "Per waybill", "Good", "Damaged", "Missing", "Surplus", "Reason, comment"]);
        assert!(rows[0].contains("5 Wet") && rows[0].contains("3 Theft") && rows[0].contains("tarpaulin torn"), "{rows:?}");
        let said = note.text();
        assert!(said.contains("R. Clerk") && said.contains("Differences do not change the waybill.") && said.contains("Delivered by") && said.contains("Checked by"), "{said}");
        assert_eq!(note.attributes("input[name=pad]", "value"), ["GRN-PAD-3"], "the number of the pad is known");
        let note_issued = issue(&house, &note_at).await;
        assert!(house.get(&note_issued).await.text().contains("GRN-PAD-3"));

        let loss = Form::new(&[("happened", "17.4.2023"), ("receipt", &receipt.id().to_string()), ("stage", "border"), ("place", "UZTER"),
                               ("circumstances", "The tarpaulin tore at the border."), ("disposition", "destroyed"), ("commercial_act", "CA-4"), ("police_report", "P-8")]);
        let answer = loss.send(&house, &format!("/consignments/{id}/losses")).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let report = house.get(&format!("{path}/loss-report?loss={}", loss.id())).await;
        says(&report, &[
            ("Loss and damage report", "P-1/001-L1"), ("Date of the incident", "17 Apr 2023"), ("Place of the incident", "Termez"), ("Stage", "At a border"),
            ("Waybill", "P-1/WB-001"), ("Goods received note", "P-1/GRN-001"), ("Carrier", "Temir Zholy"), ("Value of the loss", "400 USD"),
            ("Damaged goods", "Destroyed"), ("Commercial act (railway), number", "CA-4"), ("Police report, number", "P-8"),
        ]);
        let (heads, rows) = table(&report);
        assert_eq!(heads, ["Description", "Dispatched", "Good", "Damaged", "Missing", "Surplus", "Value of one", "Value lost", "Reason, comment"]);
        assert!(rows[0].contains("500 kg500 kg400 USD400 USD"), "{rows:?}");
        assert!(report.text().contains("The tarpaulin tore at the border.") && report.text().contains("Approved by"));

        let summary = house.get(&format!("/missions/{mission}/summary?form=full")).await;
        says(&summary, &[("Recipient country", "Afghanistan"), ("Crisis", "Earthquake in Herat"), ("GLIDE number", "EQ-2022-000232-AFG"), ("People in need", "120 000 (OCHA)"),
                         ("Legal basis", "PP-412"), ("Handover", "Afghan authorities"), ("Consignments", "1"), ("Mass", "100 t"), ("Volume", "60 000 L"), ("Trucks", "2")]);
        let said = summary.text().replace('\u{202f}', " ");
        for part in ["Allotted and sent", "By goods", "By consignment", "By donor", "By mode", "By leg", "By month", "Losses and differences", "Expected arrivals",
                     "The first trucks crossed.", "Agree to a second tranche.", "Theft", "Road: Almaty – Hairatan", "State of the history", "Prepared by", "Approved by"] {
            assert!(said.contains(part), "{part} in {said}");
        }
        assert!(summary.all(".paper tbody tr").iter().any(|row| row.replace('\u{202f}', " ") == "Wheat flour200 t100 t99 t"), "allotted, sent, received");
        assert!(house.get(&issued).await.text().contains("P-1/WB-001"));
        sound(&house);
    }

    async fn an_issued_document_never_changes(house: House) {
        let (_, load) = full(&house, "P-1").await;
        let (id, draft) = (load.id(), format!("/consignments/{}/documents/waybill?first=en&second=ru", load.id()));
        let first = issue(&house, &draft).await;
        let (hash, code) = hash_of(&house, &first);
        let shown = house.get(&first).await;
        let body = |page: &Answer| page.inner("article.paper").concat();
        assert!(shown.text().contains("COPY") && shown.text().contains("re-printed on"), "{}", shown.text());
        let original = house.get(&format!("{first}?done=issued")).await;
        assert!(original.all(".over").is_empty(), "right after it is issued the original is printed");
        assert_eq!(body(&original), body(&shown), "what is printed is the same");
        assert!(body(&shown).contains("Накладная") && body(&shown).contains("Пшеничная мука"), "in two languages");
        // Sent again it is the same document; and nothing new is to be said.
        assert_eq!(issue(&house, &draft).await, first);

        let subject = (history::Subject::Document, first.rsplit('/').next().unwrap().parse().unwrap());
        let entries = house.pool.read_now(|db| history::of(db, subject)).unwrap();
        assert!(entries[0].changes.iter().any(|change| change.0 == "document.hash" && change.2 == hash), "{entries:?}");

        // The record changes; what was issued does not, and says that it is superseded once it is.
        changed(&house, id, "line.0.quantity", "98 t").await;
        assert_eq!(body(&house.get(&first).await), body(&shown));
        let second = issue(&house, &draft).await;
        assert_ne!(second, first);
        let said = house.get(&second).await.text().replace('\u{202f}', " ");
        assert!(said.contains("Revision 2") && said.contains("What revision 2 changes"), "{said}");
        assert!(said.contains("Goods · Wheat flour") && said.contains("Net quantity: 100 t → 98 t"), "{said}");
        assert!(said.contains("Количество нетто: 100 т → 98 т"), "{said}");
        let old = house.get(&first).await;
        assert!(old.text().contains("SUPERSEDED") && old.text().contains("revision 2"), "{}", old.text());
        assert_eq!(body(&old), body(&shown));
        assert_eq!(hash_of(&house, &first).0, hash);
        let asked = house.asked_by(None).get(&format!("/verify/{}", documents::model::shown_code(&code))).await;
        assert!(asked.text().contains("A newer revision has taken its place") && asked.text().contains(&hash), "{}", asked.text());

        // In the print of all of them it is a copy too.
        let all = house.get(&format!("/missions/{}/documents/waybills", of(&house, id).mission)).await;
        assert!(all.all(".over").len() == 1 && all.all(".over")[0].contains("COPY re-printed on"), "{:?}", all.all(".over"));
        assert_eq!(all.all("article.paper").len(), 1);

        // A pad has each of its numbers once.
        assert_eq!(on_pad(&house, &draft, "A-1").await.status, 303);
        let other = flour("P-1").set("line.0.quantity", "5 t");
        logged(&house, &other).await;
        let refused = on_pad(&house, &format!("/consignments/{}/documents/waybill", other.id()), "A-1").await;
        assert!(refused.status == 422 && refused.text().contains("The printed form A-1 was used for P-1/WB-001"), "{}", refused.text());

        // Void: by its number nothing else goes; the next has a new one.
        let last = issue(&house, &format!("{draft}&again=1")).await;
        let voiding = format!("{last}/void");
        assert_eq!(house.post(&voiding, &[("reason", "")]).await.status, 422);
        assert_eq!(house.post(&voiding, &[("reason", "spoilt")]).await.status, 303);
        assert!(house.get(&last).await.text().contains("VOID"));
        assert!(house.post(&format!("{first}/void"), &[("reason", "x")]).await.text().contains("A newer revision is in force"));
        let fresh = house.get(&issue(&house, &draft).await).await.text();
        assert!(fresh.contains("P-1/WB-002") && fresh.contains("Revision 1"), "{fresh}");
        let list = house.get(&format!("/missions/{}/documents", of(&house, id).mission)).await.all("tbody tr").join("\n");
        assert!(list.contains("Void") && list.contains("Superseded") && list.contains("In force"), "{list}");
        sound(&house);
    }

    async fn a_paper_stays_in_its_series_when_its_consignment_moves(house: House) {
        let (first_mission, second_mission) = (mission(&house, "P-1").await, mission(&house, "P-2").await);
        let (a, b) = (flour("P-1"), flour("P-2").set("line.0.quantity", "7 t"));
        for load in [&a, &b] {
            logged(&house, load).await;
        }
        let draft = |load: &Form| format!("/consignments/{}/documents/waybill", load.id());
        let (one, other) = (issue(&house, &draft(&a)).await, issue(&house, &draft(&b)).await);
        let there = [("mission", "P-2"), ("reason", "entered in the wrong one")];
        assert_eq!(house.post(&format!("/consignments/{}/move", a.id()), &there).await.status, 303);
        let again = issue(&house, &draft(&a)).await;
        let said = house.get(&again).await.text();
        assert!(again != one && said.contains("P-1/WB-001") && said.contains("Revision 2"), "{said}");
        assert!(said.contains("Mission: P-1 · ") && said.contains("→ P-2 · "), "{said}");
        let stranger = house.asked_by(None);
        let standing = async |document: &str| stranger.get(&format!("/verify/{}", hash_of(&house, document).1)).await.text();
        assert!(standing(&other).await.contains("in force"), "another's number is not superseded");
        assert!(standing(&one).await.contains("A newer revision has taken its place"));
        changed(&house, b.id(), "line.0.quantity", "8 t").await;
        let said = house.get(&issue(&house, &draft(&b)).await).await.text();
        assert!(said.contains("P-2/WB-001") && said.contains("Revision 2"), "{said}");

        // Who may only be in the one mission neither sees nor spoils what went to the other, and reads no number of it.
        let them = house.person("aidos", &[within(Role::Manager, first_mission)]);
        for path in [again.clone(), format!("{again}/void")] {
            assert_eq!(them.get(&path).await.status, 404, "{path}");
        }
        assert_eq!(them.post(&format!("{again}/void"), &[("reason", "x")]).await.status, 404);
        let list = them.get(&format!("/missions/{first_mission}/documents")).await;
        assert!(list.text().contains("P-1/WB-001") && !list.text().contains("P-2"), "{}", list.text());
        let owner = house.person("botagoz", &[within(Role::Manager, second_mission)]);
        assert_eq!(owner.post(&format!("{again}/void"), &[("reason", "spoilt")]).await.status, 303);

        // With its last revision the number is void, the older ones too.
        assert!(standing(&one).await.contains("This paper was declared void"));
        let old = house.get(&one).await.text();
        assert!(old.contains("VOID") && !old.contains("SUPERSEDED"), "{old}");
        // What stands for a record that is void is stamped so, as a stranger is told.
        let fresh = issue(&house, &draft(&a)).await;
        assert_eq!(house.post(&format!("/consignments/{}/void", a.id()), &[("reason", "twice")]).await.status, 303);
        let said = house.get(&fresh).await.text();
        assert!(said.contains("VOID") && said.contains("What it tells of was declared void"), "{said}");
        sound(&house);
    }

    async fn a_list_tells_the_last_revision_whenever_its_draft_was_opened(house: House) {
        let in_mission = mission(&house, "P-1").await;
        let load = flour("P-1");
        logged(&house, &load).await;
        let draft = format!("/consignments/{}/documents/waybill", load.id());
        let early = house.get(&draft).await.form_at("form[method=post]");
        issue(&house, &draft).await;
        changed(&house, load.id(), "line.0.quantity", "98 t").await;
        assert_eq!(house.post_form(&draft, &early).await.status, 303);
        let rows = house.get(&format!("/missions/{in_mission}/documents")).await.all("tbody tr");
        let revision = |n: &str| rows.iter().find(|row| row.contains(&format!("Waybill P-1/001 {n} ")) || row.contains(&format!("P-1/001{n}"))).unwrap().clone();
        assert!(revision("1").contains("Superseded") && revision("2").contains("In force"), "{rows:?}");
    }

    async fn what_a_note_counts_in_packages_is_in_its_totals(house: House) {
        mission(&house, "P-1").await;
        let load = flour("P-1").set("line.0.quantity", "?").set("line.1.goods", "Bandages").set("line.1.quantity", "20").set("line.1.unit", "boxes");
        logged(&house, &load).await;
        let receive = async |typed: &[(usize, &str, &str)]| {
            let form = receipt(&of(&house, load.id()), "20.4.2023", typed).set("confirm", "save");
            let answer = form.send(&house, &format!("/consignments/{}/receipts", load.id())).await;
            assert_eq!(answer.status, 303, "{}", answer.text());
            let note = format!("/consignments/{}/documents/goods-received-note?receipt={}", load.id(), form.id());
            (house.get(&note).await, form.id())
        };
        let (note, first) = receive(&[(0, "good", "360 bags"), (0, "missing", "40 bags"), (0, "missing_reason", "theft"), (1, "good", "22")]).await;
        says(&note, &[("Good", "22 boxes, 360 bags"), ("Missing", "40 bags"), ("Packages missing", "40"), ("Surplus", "2 boxes"), ("Lines with a difference", "2")]);
        // What one receipt found more, the next does not tell again.
        let (note, _) = receive(&[(1, "good", "3")]).await;
        says(&note, &[("Good", "3 boxes"), ("Missing", "–"), ("Surplus", "3 boxes"), ("Lines with a difference", "1")]);
        let note = house.get(&format!("/consignments/{}/documents/goods-received-note?receipt={first}", load.id())).await;
        says(&note, &[("Surplus", "2 boxes")]);
    }

    async fn two_at_once_get_two_numbers(house: House) {
        mission(&house, "P-1").await;
        let loads: Vec<Form> = (0..4).map(|n| flour("P-1").set("line.0.quantity", &format!("{} t", n + 1))).collect();
        for load in &loads {
            logged(&house, load).await;
        }
        let issuing = loads.iter().map(|load| {
            let (pool, id) = (house.pool.clone(), load.id());
            std::thread::spawn(move || {
                let who = keruen::accounts::Visitor::house(keruen::lang::Lang::english());
                let done = pool.write_now(|db| {
                    let c = keruen::consignments::find(db, id)?.unwrap();
                    let about = documents::kinds::About::Leg(c.body.legs[0].id, vec![]);
                    let matter = documents::actions::matter(db, id, about, &who)?;
                    let write = |db: &mut keruen::db::Db, lang| documents::actions::sheet(db, Kind::Waybill, &matter, lang);
                    let draft = documents::actions::Draft {
                        mission: &matter.mission, consignment: Some(id), subject: matter.about.key(), title: String::new(), partial: false, write: &write,
                    };
                    let order = documents::actions::Order {
                        id: Id::fresh(), kind: Kind::Waybill, languages: ["en".into(), String::new()], pad: String::new(), check_at: "http://x/verify".into(),
                    };
                    documents::actions::issue(db, &order, &draft, &who)
                });
                done.unwrap().unwrap()
            })
        });
        let issuing: Vec<_> = issuing.collect();
        let done: Vec<_> = issuing.into_iter().map(|it| it.join().unwrap()).collect();
        assert_eq!(done.len(), 4);
        let mut numbers: Vec<i64> = loads
            .iter()
            .flat_map(|load| house.pool.read_now(|db| documents::of(db, load.id())).unwrap())
            .map(|it| it.number)
            .collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2, 3, 4]);
        sound(&house);
    }

    async fn a_stranger_checks_a_paper(house: House) {
        let (_, load) = full(&house, "P-1").await;
        let stranger = house.asked_by(None);
        let (id, draft) = (load.id(), format!("/consignments/{}/documents/waybill", load.id()));
        let document = issue(&house, &draft).await;
        let (hash, code) = hash_of(&house, &document);
        let shown = documents::model::shown_code(&code);
        assert_eq!(house.get(&document).await.attributes(".proof .qr", "aria-label")[0], format!("http://{HOST}/verify/{shown}"));
        let right = stranger.get(&format!("/verify/{shown}")).await;
        let said = right.text().replace('\u{202f}', " ");
        assert_eq!(right.status, 200);
        for part in ["This paper was issued", "in force", "P-1/WB-001", &hash, "Ministry of Emergency Situations", "01 ABC 02", "4 000 bags", "101 t"] {
            assert!(said.contains(part), "{part} in {said}");
        }
        for secret in ["Karim", "A. Serik", "+93", "Beibitshilik", "Aid to Herat", "Keep dry", "PP-412", "A-11"] {
            assert!(!said.contains(secret), "{secret} in {said}");
        }
        assert_eq!(stranger.get(&format!("/verify/{}", shown.to_lowercase().replace('-', ""))).await.status, 200, "however it is typed");
        assert_eq!(stranger.get(&format!("/verify?code={shown}")).await.location(), format!("/verify/{shown}"));
        let dari = stranger.get(&format!("/verify/{shown}?lang=fa-AF")).await;
        assert!(dari.attributes("html", "dir") == ["rtl"] && dari.text().contains("بارنامه"), "{}", dari.text());

        // What the settings withhold is not told.
        let settings = [("organisation", "The Ministry"), ("verify.total", "1"), ("address", "Astana"), ("gift.en", "Our own words.")];
        assert_eq!(house.post("/settings", &settings).await.status, 303);
        let said = stranger.get(&format!("/verify/{shown}")).await.text().replace('\u{202f}', " ");
        assert!(said.contains("101 t") && said.contains("The issuer shows nothing more here"), "{said}");
        assert!(!said.contains("Ministry of Emergency") && !said.contains("01 ABC 02"), "{said}");
        let gift = house.get(&format!("/consignments/{id}/documents/gift-certificate")).await.text();
        assert!(gift.contains("Our own words.") && gift.contains("The Ministry") && gift.contains("Astana") && !gift.contains("free of charge"), "{gift}");

        // The record is declared void; then the document itself.
        assert_eq!(house.post(&format!("/consignments/{id}/void"), &[("reason", "twice")]).await.status, 303);
        assert!(stranger.get(&format!("/verify/{shown}")).await.text().contains("What it tells of was declared void"));
        assert_eq!(house.post(&format!("{document}/void"), &[("reason", "with its record")]).await.status, 303);
        let void = stranger.get(&format!("/verify/{shown}")).await.text();
        assert!(void.contains("This paper was declared void") && !void.contains("with its record"), "{void}");
        let refused = house.post_form(&draft, &[("leg".into(), of(&house, id).body.legs[0].id.to_string())]).await;
        assert!(refused.status == 422 && refused.text().contains("void"), "{}", refused.text());

        // Guessing: soon nobody from there is answered, whatever they try.
        let (mut unknown, mut often) = (0, 0);
        let guesses = (0..10_000u32).map(|n| TestRequest::get().uri(&format!("/verify/{n:012}")).insert_header(("host", HOST)));
        for guess in guesses {
            match stranger.send(guess).await.status.as_u16() {
                404 => unknown += 1,
                429 => often += 1,
                other => panic!("{other}"),
            }
        }
        assert!(unknown <= 40 && often > 9_900, "{unknown} {often}");
        // Whoever waits long enough may ask once; not twice.
        let right = || TestRequest::get().uri(&format!("/verify/{shown}")).insert_header(("host", HOST));
        stranger.send(right()).await;
        let late = stranger.send(right()).await;
        assert_eq!((late.status.as_u16(), late.header("retry-after")), (429, "60"), "a right code too");
        assert!(!late.text().contains("P-1"), "{}", late.text());
    }

    async fn a_letterhead_has_a_logo(house: House) {
        let (_, load) = full(&house, "P-1").await;
        let png = {
            let mut bytes = vec![0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];
            bytes.extend([0; 64]);
            bytes
        };
        for (bytes, why) in [(vec![b'x'; 50], "no PNG"), (vec![0x89; 300_000], "larger than 200 KB"), (b"<svg onload=alert(1)>".to_vec(), "no PNG")] {
            let answer = house.send(with_named_file("/settings/logo", &[], ("logo", "logo.png"), &bytes)).await;
            assert!(answer.status == 422 && answer.text().contains(why), "{}", answer.text());
        }
        let answer = house.send(with_named_file("/settings/logo", &[], ("logo", "logo.png"), &png)).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let draft = format!("/consignments/{}/documents/waybill", load.id());
        let document = issue(&house, &draft).await;
        let logo = house.get(&document).await.attributes(".letterhead img", "src")[0].clone();
        let shown = house.get(&logo).await;
        assert_eq!((shown.status.as_u16(), shown.header("content-type")), (200, "image/png"));
        assert!(shown.header("content-security-policy").contains("sandbox"));
        // Taken off, it stays on what was issued.
        let off = house.send(with_named_file("/settings/logo", &[], ("off", ""), b"1")).await;
        assert_eq!(off.status, 303, "{}", off.text());
        assert!(house.get(&draft).await.attributes(".letterhead img", "src").is_empty());
        assert_eq!(house.get(&document).await.attributes(".letterhead img", "src"), [logo.as_str()]);
        assert_eq!(house.get(&logo).await.status, 200);
        sound(&house);
    }

    async fn a_summary_is_printed_as_it_was_chosen(house: House) {
        let (mission, _) = full(&house, "P-1").await;
        let path = format!("/missions/{mission}/summary");
        let few = house.get(&format!("{path}?form=one-page&show.items=1&first=ru&second=none")).await;
        assert_eq!(few.attributes("article.paper", "lang"), ["ru"]);
        let captions = few.all(".paper caption").concat();
        assert!(captions.contains("По товарам") && !captions.contains("По партиям"), "{captions}");
        let kept = few.attributes("input[name=choice]", "value")[0].clone();
        let chosen = house.post(&format!("{path}/choice"), &[("choice", kept.as_str())]).await;
        assert_eq!(chosen.status, 303);
        assert_eq!(house.get(&path).await.all(".paper caption"), few.all(".paper caption"), "the mission's usual choice");
        let part = house.get(&format!("{path}?form=full&until=2020")).await.text();
        assert!(part.contains("PARTIAL VIEW") && part.contains("Nothing in this mission matches"), "{part}");
        let document = issue(&house, &path).await;
        let said = house.get(&document).await.text();
        assert!(said.contains("P-1/MS-001") && !said.contains("ЧЕРНОВИК"), "{said}");
        sound(&house);
    }
}
