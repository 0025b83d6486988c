//! The journey: from loading to receipt, with every difference accounted for.

use crate::{
    chain::all_astray,
    harness::{Answer, HOST, House, each_engine, within},
    logging::{Form, flour, logged, mission},
};
use actix_web::test::TestRequest;
use keruen::{
    accounts::Role,
    consignments::{
        self, Consignment,
        model::{Fate, Status},
    },
    history,
    values::Id,
};

/// Wagons of the 1520 mm gauge with the check digits they should have.
pub fn wagons(n: usize) -> Vec<String> {
    let number = |n: usize| {
        let body = format!("{:07}", 5_200_000 + n * 37);
        let sum: u32 = body
            .chars()
            .enumerate()
            .map(|(at, c)| c.to_digit(10).unwrap() * if at % 2 == 0 { 2 } else { 1 })
            .map(|n| n / 10 + n % 10)
            .sum();
        format!("{body}{}", (10 - sum % 10) % 10)
    };
    (0..n).map(number).collect()
}

pub fn kept(house: &House, id: Id) -> Consignment {
    house.pool.read_now(|db| consignments::find(db, id)).unwrap().unwrap()
}

/// The page of a consignment.
async fn page(house: &House, id: Id) -> Answer {
    house.get(&format!("/consignments/{id}")).await
}

/// Records a step of a consignment.
pub async fn step(house: &House, id: Id, fields: &[(&str, &str)]) -> Answer {
    Form::new(fields).send(house, &format!("/consignments/{id}/events")).await
}

async fn took(house: &House, id: Id, fields: &[(&str, &str)]) {
    let answer = step(house, id, fields).await;
    assert_eq!(answer.status, 303, "{fields:?} {}", answer.text());
}

/// By what a receipt's form knows the parts of a consignment.
pub fn keys(c: &Consignment) -> Vec<String> {
    c.parts().iter().map(|part| format!("{}.{}", part.line.id, part.index)).collect()
}

/// A receipt of the parts of a consignment: what was typed for each.
pub fn receipt(c: &Consignment, happened: &str, typed: &[(usize, &str, &str)]) -> Form {
    let mut form = Form::new(&[("happened", happened), ("seen", "99")]);
    for (n, key) in keys(c).iter().enumerate() {
        form = form.set(&format!("part.{n}.key"), key);
    }
    for (n, field, value) in typed {
        form = form.set(&format!("part.{n}.{field}"), value);
    }
    form
}

async fn received(house: &House, id: Id, form: &Form) -> Answer {
    let answer = form.send(house, &format!("/consignments/{id}/receipts")).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    house.get(answer.location()).await
}

/// Nothing that is kept differs from the records, nothing from the history, and the chain holds.
pub fn sound(house: &House) {
    let found = house.pool.read_now(consignments::derived::differences).unwrap();
    assert!(!found.any(), "{found:?}");
    let astray = house.pool.read_now(all_astray).unwrap();
    assert!(astray.is_empty(), "{astray:?}");
    history::seal_all(&house.pool, |_| {}).unwrap();
    history::verify(&house.pool, None, |_| {}).unwrap().unwrap();
}

/// Of the first part: good, damaged, missing, turned back, under way, surplus.
fn figures(c: &Consignment, n: usize) -> [i64; 6] {
    let (_, a) = c.accounts()[n];
    [a.good, a.damaged, a.missing, a.returned, a.under_way, a.surplus]
}

/// A form with a file, as a browser sends it.
pub fn with_file(path: &str, fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> TestRequest {
    with_named_file(path, fields, ("file", name), bytes)
}

/// [`with_file`], in a field of this name.
pub fn with_named_file(path: &str, fields: &[(&str, &str)], (field, name): (&str, &str), bytes: &[u8]) -> TestRequest {
    let file = field;
    let mut body = vec![];
    for (field, value) in fields {
        body.extend(format!("--cut\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").bytes());
    }
    body.extend(format!("--cut\r\nContent-Disposition: form-data; name=\"{file}\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n").bytes());
    body.extend(bytes);
    body.extend(b"\r\n--cut--\r\n");
    TestRequest::post()
        .uri(path)
        .insert_header(("host", HOST))
        .insert_header(("origin", format!("http://{HOST}")))
        .insert_header(("content-type", "multipart/form-data; boundary=cut"))
        .set_payload(body)
}

/// A small PDF.
pub const PDF: &[u8] = b"%PDF-1.7\n1 0 obj<<>>endobj";

/// A consignment of which everything is told that can be: wagons, a step of some, a loss that a receipt took up, a receipt that
/// is void, a correction.
pub async fn a_full_journey(house: &House, code: &str) -> Id {
    let form = flour(code).set("leg.0.units", "2").set("line.0.packages", "100 bags x 25 kg");
    logged(house, &form).await;
    let id = form.id();
    let (c, two) = (kept(house, id), wagons(2).join("; A1; 80 t; 20 t; 60 t; W1; flour\n"));
    let units = format!("/consignments/{id}/legs/{}/units", c.body.legs[0].id);
    assert_eq!(house.post(&units, &[("version", "1"), ("units", &two)]).await.status, 303);
    took(
        house,
        id,
        &[
            ("step", "arrived"),
            ("happened", "20.4.2023"),
            ("units", &wagons(1)[0]),
            ("place", "Termez"),
            ("remark", "x"),
        ],
    )
    .await;
    let loss = Form::new(&[
        ("happened", "18.4.2023"),
        ("place", "Termez"),
        ("stage", "leg"),
        ("circumstances", "theft"),
        ("value", "9 USD"),
        ("part.0.key", &keys(&c)[0]),
        ("part.0.missing", "2 t"),
        ("part.0.missing_reason", "theft"),
        ("part.0.note", "n"),
    ]);
    assert_eq!(loss.send(house, &format!("/consignments/{id}/losses")).await.status, 303);
    let of_one =
        receipt(&c, "21.4.2023", &[(0, "good", "10 bags"), (0, "missing", "2 t"), (0, "missing_reason", "theft")])
            .set(&format!("take.{}", loss.id()), "1")
            .set("units", &wagons(1)[0])
            .set("place", "Termez")
            .set("gross", "80 t")
            .set("tare", "20 t");
    received(house, id, &of_one).await;
    let mistaken = receipt(&c, "22.4.2023", &[(0, "good", "1 t")]);
    received(house, id, &mistaken).await;
    assert_eq!(house.post(&format!("/receipts/{}/void", mistaken.id()), &[("reason", "x")]).await.status, 303);
    let fields = [("paper", "signed_waybill"), ("note", "n")];
    let answer = house.send(with_file(&format!("/consignments/{id}/attachments"), &fields, "scan.pdf", PDF)).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let figure = format!("line.quantity|{}", c.body.lines[0].id);
    let said = [
        ("figure", figure.as_str()),
        ("stated", "272 t"),
        ("said_by", "a"),
        ("document", "b"),
        ("web_address", "https://c"),
        ("dated", "2023"),
    ];
    assert_eq!(Form::new(&said).send(house, &format!("/consignments/{id}/sources")).await.status, 303);
    let mut edit = house.get(&format!("/consignments/{id}/edit")).await.form();
    for (name, value) in [("line.0.quantity", "270"), ("reason", "weighed"), ("correction_source", "ticket")] {
        edit.retain(|(n, _)| n != name);
        edit.push((name.into(), value.into()));
    }
    let answer = house.post_form(&format!("/consignments/{id}"), &edit).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    id
}

each_engine! {
    async fn eighty_one_wagons_arrive_in_two_parts(house: House) {
        mission(&house, "KZ-AF-2023-04").await;
        let form = flour("KZ-AF-2023-04").set("line.0.quantity", "5403").set("leg.0.departed", "").set("leg.0.units", "81")
            .set("leg.0.planned_departure", "5.4.2023").set("leg.0.planned_arrival", "12.4.2023").set("leg.0.to", "Hairatan");
        logged(&house, &form).await;
        let (id, leg) = (form.id(), kept(&house, form.id()).body.legs[0].id);
        let numbers = wagons(81);
        let units = Form::new(&[("version", "1"), ("units", &numbers.join("\n"))]);
        let answer = units.send(&house, &format!("/consignments/{id}/legs/{leg}/units")).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert!(page(&house, id).await.text().contains("81 of 81 listed"));
        assert_eq!(page(&house, id).await.all(".actions .button.first"), ["Record departure"]);
        took(&house, id, &[("step", "departed"), ("happened", "6.4.2023"), ("place", "Almaty")]).await;
        assert_eq!(kept(&house, id).body.status, Status::InTransit);
        took(&house, id, &[("step", "passed"), ("happened", "10.4.2023"), ("place", "Termez"), ("remark", "seals whole")]).await;
        took(&house, id, &[("step", "arrived"), ("happened", "11.4.2023"), ("units", &numbers[..35].join(" "))]).await;
        let said = page(&house, id).await.text();
        assert!(said.contains("35 of 81 wagons") && said.contains("In transit"), "{said}");
        // More than are left is refused, and so is one that is there already.
        let too_many = step(&house, id, &[("step", "arrived"), ("happened", "12.4.2023"), ("units", "47")]).await;
        assert!(too_many.text().contains("Only 46 of 81 are left"), "{}", too_many.text());
        let again = step(&house, id, &[("step", "arrived"), ("happened", "12.4.2023"), ("units", &numbers[0])]).await;
        assert!(again.text().contains("already recorded"), "{}", again.text());
        took(&house, id, &[("step", "arrived"), ("happened", "12.4.2023"), ("units", "46")]).await;
        let c = kept(&house, id);
        assert_eq!((c.body.status, c.body.legs[0].arrived.map(|w| w.iso())), (Status::Arrived, Some("2023-04-12".into())));
        let said = page(&house, id).await;
        assert!(said.text().contains("6 days on the way"), "{}", said.text());
        assert_eq!(said.all(".actions .button.first"), ["Receive"]);
        // A step of which nobody knows the day stays through an edit of something else.
        took(&house, id, &[("step", "detached"), ("undated", "1"), ("units", "1"), ("remark", "hot axle")]).await;
        let c = kept(&house, id);
        let mut edit = house.get(&format!("/consignments/{id}/edit")).await.form();
        edit.retain(|(name, _)| name != "remarks");
        edit.push(("remarks".into(), "seen".into()));
        assert_eq!(house.post_form(&format!("/consignments/{id}"), &edit).await.status, 303);
        let live = |c: &Consignment| c.events.iter().filter(|event| event.counts()).count();
        assert_eq!((live(&kept(&house, id)), kept(&house, id).body.status), (live(&c), c.body.status));
        let c = kept(&house, id);
        // The form, saved untouched, changes nothing of it.
        let edit = house.get(&format!("/consignments/{id}/edit")).await.form();
        assert_eq!(house.post_form(&format!("/consignments/{id}"), &edit).await.status, 303);
        assert_eq!(kept(&house, id).version, c.version);
        sound(&house);
    }

    async fn a_load_is_received_in_parts_to_the_gram(house: House) {
        let of = mission(&house, "M-1").await;
        let mut form = flour("M-1").set("line.0.quantity", "100").set("line.0.packages", "4000 bags x 25 kg").set("leg.0.units", "4");
        for (n, (goods, quantity, unit)) in
            [("Vegetable oil", "60 000", "L"), ("Buckwheat", "20.5", "t"), ("Canned milk", "12 000", "cans")].into_iter().enumerate()
        {
            let n = n + 1;
            form = form.set(&format!("line.{n}.goods"), goods).set(&format!("line.{n}.quantity"), quantity).set(&format!("line.{n}.unit"), unit);
        }
        logged(&house, &form).await;
        let id = form.id();
        // The first truck: flour counted in bags, a carton of milk torn.
        let first = receipt(&kept(&house, id), "20.4.2023", &[
            (0, "good", "1 990 bags"), (0, "damaged", "10 bags"), (0, "damaged_reason", "wet"),
            (3, "good", "5990"), (3, "damaged", "10"), (3, "damaged_reason", "torn"), (3, "note", "carton crushed"),
        ]).set("units", "1").set("receiver", "Rahim, warehouse");
        let shown = received(&house, id, &first).await;
        let said = shown.text();
        assert!(said.contains("49.75 t (1 990 bags × 25 kg)") && said.contains("carton crushed"), "{said}");
        assert!(said.contains("Receipt M-1/001-R1") && said.contains("Rahim, warehouse"), "{said}");
        assert_eq!(first.send(&house, &format!("/consignments/{id}/receipts")).await.location().split('?').next(),
            Some(format!("/receipts/{}", first.id()).as_str()), "sent twice it is one");
        let c = kept(&house, id);
        assert_eq!((c.body.status, c.findings.len()), (Status::PartlyReceived, 4));
        assert_eq!(figures(&c, 0), [49_750_000, 250_000, 0, 0, 50_000_000, 0]);
        // The rest: as listed, but for flour that is short and oil that is more.
        let second = receipt(&c, "21.4.2023", &[
            (0, "missing", "125 kg"), (0, "missing_reason", "theft"), (1, "good", "60 010"),
        ]).set("as_listed", "1").set("new.0.goods", "Peas").set("new.0.good", "0.5").set("new.0.unit", "t");
        let doubt = second.send(&house, &format!("/consignments/{id}/receipts")).await;
        assert_eq!(doubt.status, 422);
        assert!(doubt.text().contains("10 L more"), "{}", doubt.text());
        let second = second.set("confirm", "save");
        let said = received(&house, id, &second).await.text();
        assert!(said.contains("not listed") && said.contains("Theft"), "{said}");
        let c = kept(&house, id);
        assert_eq!(c.body.status, Status::Received);
        assert_eq!(figures(&c, 0), [99_625_000, 250_000, 125_000, 0, 0, 0]);
        assert_eq!(figures(&c, 1), [60_010_000, 0, 0, 0, 0, 10_000]);
        assert_eq!(figures(&c, 2), [20_500_000, 0, 0, 0, 0, 0]);
        assert_eq!(figures(&c, 3), [11_990_000, 10_000, 0, 0, 0, 0]);
        assert_eq!(figures(&c, 4), [500_000, 0, 0, 0, 0, 500_000]);
        assert_eq!(c.body.lines[0].quantity.milli(), 100_000_000, "what was dispatched stays");
        let said = house.get(&format!("/missions/{of}")).await.text();
        for part in ["99.625 t", "0.25 t", "0.125 t", "60 010 L", "10 L", "11 990 cans", "Theft", "Wet", "120.5 t"] {
            assert!(said.contains(part) || said.contains(&part.replace("0.25 t", "250 kg").replace("0.125 t", "125 kg")), "{part} in {said}");
        }
        let differing = house.get("/consignments?differs=1").await;
        assert_eq!(differing.all("tbody tr").len(), 1);
        // The second was a mistake: it is void, and what it found counts no more.
        let path = format!("/receipts/{}/void", second.id());
        assert_eq!(house.post(&path, &[("reason", "")]).await.status, 422);
        assert_eq!(house.post(&path, &[("reason", "wrong wagon")]).await.status, 303);
        let c = kept(&house, id);
        assert_eq!((c.body.status, c.parts().len()), (Status::PartlyReceived, 4));
        assert_eq!(figures(&c, 0), [49_750_000, 250_000, 0, 0, 50_000_000, 0]);
        let third = receipt(&c, "22.4.2023", &[]).set("as_listed", "1");
        received(&house, id, &third).await;
        assert_eq!(kept(&house, id).body.status, Status::Received);
        sound(&house);
    }

    async fn two_clerks_receive_the_same_wagon(house: House) {
        let of = mission(&house, "M-1").await;
        let form = flour("M-1");
        logged(&house, &form).await;
        let id = form.id();
        let one = house.person("rahim", &[within(Role::Receiver, of)]);
        let two = house.person("farid", &[within(Role::Receiver, of)]);
        let path = format!("/consignments/{id}/receipts");
        let empty = format!("/consignments/{id}/receipts/new");
        let fill = |mut form: Vec<(String, String)>| {
            form.retain(|(name, _)| name != "happened");
            form.push(("happened".into(), "20.4.2023".into()));
            form.push(("as_listed".into(), "1".into()));
            form
        };
        let (first, second) = (fill(one.get(&empty).await.form()), fill(two.get(&empty).await.form()));
        assert_eq!(one.post_form(&path, &first).await.status, 303);
        let asked = two.post_form(&path, &second).await;
        assert_eq!(asked.status, 422);
        let said = asked.all(".notice.warn").join(" ");
        assert!(said.contains("Someone has recorded a receipt meanwhile") && said.contains("M-1/001-R1"), "{said}");
        assert!(said.contains("272.728 t"), "{said}");
        // They leave it at that: the totals are right.
        assert_eq!(figures(&kept(&house, id), 0), [272_728_000, 0, 0, 0, 0, 0]);
        // Or they say what else came: more than was dispatched is asked about.
        let mut more = asked.form();
        more.retain(|(name, _)| !name.ends_with(".good"));
        more.push(("part.0.good".into(), "1 t".into()));
        more.push(("confirm".into(), "save".into()));
        let answer = two.post_form(&path, &more).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(figures(&kept(&house, id), 0), [273_728_000, 0, 0, 0, 0, 1_000_000]);
        // Each mends their own; a manager mends anybody's.
        let theirs = format!("/receipts/{}/void", first.iter().find(|(name, _)| name == "id").unwrap().1);
        let refused = two.post(&theirs, &[("reason", "doubled")]).await;
        assert!(refused.status == 422 && refused.text().contains("Only whoever recorded"), "{}", refused.text());
        assert_eq!(house.post(&theirs, &[("reason", "doubled")]).await.status, 303);
        assert_eq!(figures(&kept(&house, id), 0), [1_000_000, 0, 0, 0, 271_728_000, 0]);
        sound(&house);
    }

    async fn what_makes_no_sense_is_refused_with_what_does(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1").set("leg.0.departed", "").set("leg.0.planned_departure", "17.4.2023").set("line.0.packages", "100 pallets");
        logged(&house, &form).await;
        let id = form.id();
        let refused = step(&house, id, &[("step", "returned"), ("happened", "18.4.2023"), ("remark", "x")]).await;
        assert_eq!(refused.status, 422);
        let said = refused.text();
        assert!(said.contains("It has not left yet. What can be: ") && said.contains("Called off") || said.contains("Cancelled"), "{said}");
        assert!(refused.form().contains(&("remark".into(), "x".into())), "nothing typed is lost");
        assert!(house.get(&format!("/consignments/{id}/receipts/new")).await.status == 303, "there is nothing to receive");
        let early = receipt(&kept(&house, id), "18.4.2023", &[]).set("as_listed", "1");
        assert!(early.send(&house, &format!("/consignments/{id}/receipts")).await.text().contains("It has not left yet"));
        took(&house, id, &[("step", "departed"), ("happened", "17.4.2023")]).await;
        // Times that contradict each other are asked about, not refused.
        let odd = [("step", "arrived"), ("happened", "16.4.2023")];
        let asked = step(&house, id, &odd).await;
        assert!(asked.status == 422 && asked.text().contains("before"), "{}", asked.text());
        for (typed, why) in [
            ("5 drums", "does not say how much"), ("3 pallets", "does not say how much"), ("3 L", "does not say how much"),
            ("many", "is not a number"), ("~5 t", "states what was counted"), ("-1 t", "negative"),
        ] {
            let wrong = receipt(&kept(&house, id), "20.4.2023", &[(0, "good", typed)]);
            let answer = wrong.send(&house, &format!("/consignments/{id}/receipts")).await;
            assert!(answer.status == 422 && answer.text().contains(why), "{typed}: {}", answer.text());
            assert!(answer.form().contains(&("part.0.good".into(), typed.into())), "{typed} is still there");
        }
        for (fields, why) in [
            (vec![(0, "damaged", "1 t")], "Choose why"),
            (vec![(0, "missing", "1 t"), (0, "missing_reason", "other")], "what the other reason is"),
            (vec![(0, "missing", "-1 t")], "are missing so far"),
            (vec![], "Nothing is entered"),
        ] {
            let answer = receipt(&kept(&house, id), "20.4.2023", &fields).send(&house, &format!("/consignments/{id}/receipts")).await;
            assert!(answer.status == 422 && answer.text().contains(why), "{why}: {}", answer.text());
        }
        // A wagon whose number has a slip of the pen.
        let leg = kept(&house, id).body.legs[0].id;
        let path = format!("/consignments/{id}/legs/{leg}/units");
        let version = kept(&house, id).version.to_string();
        let typed = "52916674; A1, A2; 82.5 t; 22500; 60000; W-7; flour\nCSQU3054383";
        let asked = house.post(&path, &[("version", &version), ("units", typed)]).await;
        assert!(asked.status == 422 && asked.text().contains("the last digit should be 3"), "{}", asked.text());
        assert!(asked.body.contains(typed.lines().last().unwrap()));
        assert_eq!(house.post(&path, &[("version", &version), ("units", typed), ("confirm", "save")]).await.status, 303);
        let said = page(&house, id).await.text();
        assert!(said.contains("last digit should be 3") && said.contains("A1, A2") && said.contains("82 500 kg"), "{said}");
        let bad = house.post(&path, &[("version", "9"), ("units", "52916673; x; heavy\n52916673")]).await;
        assert!(bad.text().contains("Row 1, Gross: “heavy” is not a weight"), "{}", bad.text());
        assert!(bad.text().contains("stands in row 1 already"), "{}", bad.text());
    }

    async fn after_departure_a_figure_is_corrected_with_reason_and_source(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1");
        logged(&house, &form).await;
        let path = format!("/consignments/{}", form.id());
        let change = |mut fields: Vec<(String, String)>, with: &[(&str, &str)]| {
            for (name, value) in with {
                fields.retain(|(n, _)| n != name);
                fields.push((name.to_string(), value.to_string()));
            }
            fields
        };
        let edit = house.get(&format!("{path}/edit")).await.form();
        let bare = house.post_form(&path, &change(edit.clone(), &[("line.0.quantity", "271")])).await;
        assert_eq!(bare.status, 422);
        assert!(bare.text().contains("say why 272.728 t becomes 271 t"), "{}", bare.text());
        let told = [("line.0.quantity", "271"), ("reason", "weighed again"), ("correction_source", "Weighbridge ticket 17")];
        assert_eq!(house.post_form(&path, &change(edit, &told)).await.status, 303);
        let page = house.get(&path).await;
        assert_eq!(page.all("tbody td del"), ["272.728 t"]);
        assert!(page.text().contains("Correction 1") && page.text().contains("Weighbridge ticket 17"), "{}", page.text());
        assert!(page.text().contains("Entered") && !page.text().contains("was spoilt"), "{}", page.text());
        // What has left once is corrected as such, though somebody takes the day of departure away.
        let edit = house.get(&format!("{path}/edit")).await.form();
        let undone = [("leg.0.departed", ""), ("leg.0.planned_departure", "17.4.2023")];
        assert_eq!(house.post_form(&path, &change(edit, &undone)).await.status, 303);
        let edit = house.get(&format!("{path}/edit")).await.form();
        assert!(house.post_form(&path, &change(edit.clone(), &[("line.0.quantity", "1")])).await.text().contains("say why 271 t becomes 1 t"));
        assert_eq!(house.post_form(&path, &change(edit, &[("leg.0.departed", "17.4.2023")])).await.status, 303);
        // What is no figure needs neither.
        let edit = house.get(&format!("{path}/edit")).await.form();
        assert_eq!(house.post_form(&path, &change(edit, &[("remarks", "seen")])).await.status, 303);
        // A line that a receipt tells of stays.
        let c = kept(&house, form.id());
        received(&house, form.id(), &receipt(&c, "20.4.2023", &[(0, "good", "1 t")])).await;
        let edit = house.get(&format!("{path}/edit")).await.form();
        let why = [("reason", "x"), ("correction_source", "y")];
        let other = change(change(edit.clone(), &why), &[("line.0.goods", "Rice")]);
        assert!(house.post_form(&path, &other).await.text().contains("must stay"));
        let elsewhere = change(change(edit.clone(), &why), &[("leg.0.id", ""), ("leg.0.via", "Termez")]);
        let refused = house.post_form(&path, &elsewhere).await;
        assert!(refused.text().contains("A leg whose wagons are listed"), "{} {}", refused.status, refused.text());
        let litres = change(change(edit, &why), &[("line.0.unit", "L")]);
        assert!(house.post_form(&path, &litres).await.text().contains("must stay"));
        sound(&house);
    }

    async fn lost_found_turned_back_and_called_off(house: House) {
        let of = mission(&house, "M-1").await;
        let form = flour("M-1");
        logged(&house, &form).await;
        let id = form.id();
        let c = kept(&house, id);
        received(&house, id, &receipt(&c, "20.4.2023", &[(0, "good", "100 t")])).await;
        took(&house, id, &[("step", "lost"), ("happened", "21.4.2023")]).await;
        let c = kept(&house, id);
        assert_eq!((c.body.status, figures(&c, 0)), (Status::Lost, [100_000_000, 0, 172_728_000, 0, 0, 0]));
        took(&house, id, &[("step", "found"), ("happened", "22.4.2023")]).await;
        assert_eq!(kept(&house, id).body.status, Status::PartlyReceived);
        took(&house, id, &[("step", "returned"), ("happened", "23.4.2023"), ("remark", "no papers")]).await;
        let c = kept(&house, id);
        assert_eq!((c.body.status, figures(&c, 0)), (Status::Returned, [100_000_000, 0, 0, 172_728_000, 0, 0]));
        took(&house, id, &[("step", "reconsigned"), ("happened", "24.4.2023"), ("remark", "to Herat")]).await;
        took(&house, id, &[("step", "problem"), ("happened", "24.4.2023"), ("remark", "the border is closed")]).await;
        assert!(page(&house, id).await.text().contains("the border is closed"));
        took(&house, id, &[("step", "cleared"), ("happened", "25.4.2023")]).await;
        let open = step(&house, id, &[("step", "closed"), ("happened", "26.4.2023")]).await;
        assert!(open.status == 422 && open.text().contains("still planned, under way"), "{}", open.text());
        let c = kept(&house, id);
        received(&house, id, &receipt(&c, "26.4.2023", &[(0, "missing", "0.728 t"), (0, "missing_reason", "underweight")]).set("as_listed", "1")).await;
        // What was missing turns up.
        let c = kept(&house, id);
        received(&house, id, &receipt(&c, "27.4.2023", &[(0, "missing", "-0.728 t"), (0, "good", "0.728 t")])).await;
        let c = kept(&house, id);
        assert_eq!((c.body.status, figures(&c, 0)), (Status::Received, [272_728_000, 0, 0, 0, 0, 0]));
        took(&house, id, &[("step", "closed"), ("happened", "28.4.2023")]).await;
        assert_eq!(kept(&house, id).body.status, Status::Closed);
        // A step that was a mistake is taken back.
        let closed = kept(&house, id).events.last().unwrap().id;
        let path = format!("/consignments/{id}/events/{closed}/withdrawal");
        assert_eq!(house.post(&path, &[("reason", "")]).await.status, 422);
        assert_eq!(house.post(&path, &[("reason", "too early")]).await.status, 303);
        assert_eq!(kept(&house, id).body.status, Status::Received);

        let planned = flour("M-1").set("leg.0.departed", "").set("leg.0.planned_departure", "1.5.2023");
        logged(&house, &planned).await;
        took(&house, planned.id(), &[("step", "cancelled"), ("happened", "2.5.2023"), ("remark", "no money")]).await;
        assert_eq!(kept(&house, planned.id()).body.status, Status::Cancelled);
        took(&house, planned.id(), &[("step", "planned"), ("happened", "3.5.2023")]).await;
        took(&house, planned.id(), &[("step", "ready"), ("happened", "4.5.2023")]).await;
        assert_eq!(kept(&house, planned.id()).body.status, Status::Ready);
        assert!(kept(&house, id).findings.iter().any(|found| found.fate == Fate::Missing && found.milli < 0));
        // The summary tells what is planned apart from what was dispatched.
        let table = house.get(&format!("/missions/{of}")).await;
        let heads: Vec<String> = table.all("table:has(#items) thead th");
        assert_eq!(heads, ["Goods", "Total", "Planned", "Dispatched", "Received"]);
        assert_eq!(table.all("table:has(#items) tbody td"), ["545.456 t", "272.728 t", "272.728 t", "272.728 t"]);
        sound(&house);
    }

    async fn where_nothing_is_stated_packages_are_counted(house: House) {
        let of = mission(&house, "M-1").await;
        let form = flour("M-1").set("line.0.goods", "Medicines").set("line.0.quantity", "?").set("line.0.unit", "t")
            .set("line.1.goods", "Bandages").set("line.1.quantity", "?").set("line.1.unit", "boxes");
        logged(&house, &form).await;
        let c = kept(&house, form.id());
        let shown = received(&house, form.id(), &receipt(&c, "20.4.2023", &[(0, "good", "12 pallets"), (1, "good", "120")])).await;
        assert!(shown.text().contains("12 pallets") && shown.text().contains("120 boxes"), "{}", shown.text());
        let c = kept(&house, form.id());
        assert_eq!(c.body.status, Status::Received);
        assert!(page(&house, form.id()).await.text().contains("cannot be drawn"));
        assert!(house.get(&format!("/missions/{of}")).await.text().contains("120 boxes"));
        sound(&house);
    }

    async fn what_is_overdue_or_expires_is_found(house: House) {
        mission(&house, "M-1").await;
        let late = flour("M-1").set("leg.0.planned_arrival", "20.4.2023");
        let there = flour("M-1").set("leg.0.planned_arrival", "20.4.2023").set("leg.0.arrived", "25.4.2023").set("confirm", "save");
        let old = flour("M-1").set("line.0.expiry", "2024-05").set("line.0.quantity", "5");
        let fresh = flour("M-1").set("line.0.expiry", "2098").set("line.0.quantity", "6").set("line.0.cold", "2–8 °C").set("line.0.dangerous", "un1202");
        for form in [&late, &there, &old, &fresh] {
            logged(&house, form).await;
        }
        let found = async |question: &str| house.get(&format!("/consignments?{question}")).await.attributes("tbody th a", "href");
        assert_eq!(found("overdue=1").await, [format!("/consignments/{}", late.id())]);
        assert!(found("waiting=1").await == [format!("/consignments/{}", there.id())] && found("trouble=1").await.is_empty());
        took(&house, late.id(), &[("step", "problem"), ("happened", "20.4.2023"), ("remark", "no papers")]).await;
        assert_eq!(found("trouble=1").await, [format!("/consignments/{}", late.id())]);
        assert!(house.get("/consignments?trouble=1").await.text().contains("Held up by a problem: yes"));
        let home = house.get("/").await.text();
        assert!(home.contains("To do") && home.contains("Waiting to be received") && home.contains("Held up"), "{home}");
        assert_eq!(found("expiry=3").await, [format!("/consignments/{}", old.id())]);
        assert_eq!(found("expiry=9").await, [format!("/consignments/{}", old.id())]);
        let said = page(&house, old.id()).await.text();
        assert!(said.contains("expired"), "{said}");
        let said = page(&house, fresh.id()).await.text();
        assert!(said.contains("2–8 °C") && said.contains("UN 1202") && !said.contains("expired"), "{said}");
        took(&house, late.id(), &[("step", "arrived"), ("happened", "1.5.2023")]).await;
        assert!(found("overdue=1").await.is_empty());
        sound(&house);
    }
}

each_engine! {
    async fn a_loss_on_the_way_is_counted_once(house: House) {
        let of = mission(&house, "M-1").await;
        let form = flour("M-1").set("line.0.quantity", "100");
        logged(&house, &form).await;
        let id = form.id();
        let c = kept(&house, id);
        let path = format!("/consignments/{id}/losses");
        let report = Form::new(&[
            ("happened", "18.4.2023"), ("place", "Termez"), ("stage", "border"), ("circumstances", "Seal broken, sacks gone"),
            ("part.0.key", &keys(&c)[0]), ("part.0.missing", "2 t"), ("part.0.missing_reason", "theft"),
            ("commercial_act", "KA-17"), ("value", "900 USD"),
        ]);
        let bare = report.clone_without(&["circumstances"]);
        assert!(bare.send(&house, &path).await.text().contains("how it came about"));
        for _ in 0..2 {
            let answer = report.send(&house, &path).await;
            assert_eq!(answer.status, 303, "{}", answer.text());
        }
        let said = house.get(&format!("/losses/{}", report.id())).await.text();
        assert!(said.contains("M-1/001-L1") && said.contains("KA-17") && said.contains("Theft") && said.contains("At a border"), "{said}");
        assert_eq!(figures(&kept(&house, id), 0), [0, 0, 2_000_000, 0, 98_000_000, 0]);
        // The clerk counts everything, the lost sacks too, and says so: they are not counted twice.
        let counted = receipt(&kept(&house, id), "20.4.2023", &[
            (0, "good", "97.5 t"), (0, "missing", "2.5 t"), (0, "missing_reason", "theft"),
        ]);
        let odd = counted.send(&house, &format!("/consignments/{id}/receipts")).await;
        assert!(odd.status == 422 && odd.text().contains("2 t more"), "{}", odd.text());
        // Ticked and not counted it would be gone: that is asked about.
        let gone = receipt(&kept(&house, id), "20.4.2023", &[(0, "good", "97.5 t")]).set(&format!("take.{}", report.id()), "1");
        let asked = gone.send(&house, &format!("/consignments/{id}/receipts")).await;
        assert!(asked.status == 422 && asked.text().contains("ticked as counted here is Missing 2 t"), "{}", asked.text());
        received(&house, id, &counted.set(&format!("take.{}", report.id()), "1")).await;
        // What comes after it does not count the loss again.
        let more = receipt(&kept(&house, id), "21.4.2023", &[(0, "good", "1 kg")]).set("confirm", "save");
        let shown = received(&house, id, &more).await;
        assert_eq!(shown.all("[data-label=Before]"), ["100 t"], "{}", shown.text());
        assert_eq!(house.post(&format!("/receipts/{}/void", more.id()), &[("reason", "a trial")]).await.status, 303);
        let c = kept(&house, id);
        assert_eq!((figures(&c, 0), c.body.status), ([97_500_000, 0, 2_500_000, 0, 0, 0], Status::Received));
        assert!(house.get(&format!("/losses/{}", report.id())).await.text().contains("not counted twice"));
        // Where the receipt was a mistake, the report counts again by itself.
        let receipts = c.findings.iter().filter(|found| found.counts() && found.document != report.id()).map(|found| found.document).collect::<Vec<_>>();
        assert_eq!(house.post(&format!("/receipts/{}/void", receipts[0]), &[("reason", "x")]).await.status, 303);
        assert_eq!(figures(&kept(&house, id), 0), [0, 0, 2_000_000, 0, 98_000_000, 0]);
        // A report of what a receipt found has no amounts of its own.
        let again = receipt(&kept(&house, id), "21.4.2023", &[(0, "damaged", "1 t"), (0, "damaged_reason", "wet")]).set("as_listed", "1");
        received(&house, id, &again).await;
        let of_receipt = Form::new(&[("happened", "21.4.2023"), ("circumstances", "Rain"), ("disposition", "destroyed"), ("receipt", &again.id().to_string())]);
        assert_eq!(of_receipt.send(&house, &path).await.status, 303);
        assert!(house.get(&format!("/losses/{}", of_receipt.id())).await.text().contains("Damaged 1 t (Wet)"));
        assert_eq!(figures(&kept(&house, id), 0), [97_000_000, 1_000_000, 2_000_000, 0, 0, 0]);
        assert!(house.get(&format!("/missions/{of}")).await.text().contains("Losses by reason"));
        assert_eq!(house.post(&format!("/losses/{}/void", of_receipt.id()), &[("reason", "x")]).await.status, 303);
        sound(&house);
    }

    async fn two_sources_may_disagree(house: House) {
        let of = mission(&house, "M-1").await;
        let form = flour("M-1").set("leg.0.units", "27").set("source", "Ministry, letter 5");
        logged(&house, &form).await;
        let (id, c) = (form.id(), kept(&house, form.id()));
        let path = format!("/consignments/{id}/sources");
        let line = format!("line.quantity|{}", c.body.lines[0].id);
        let own = Form::new(&[
            ("figure", &line), ("says", "own"), ("document", "Waybill 7"), ("page", "2"), ("dated", "16.10.2023"), ("said_by", "Kazakhstan railways"),
        ]);
        let also = Form::new(&[("figure", &line), ("says", "also"), ("stated", "1 662"), ("said_by", "adyrna.kz"), ("web_address", "https://adyrna.kz/post/173974")]);
        for form in [&own, &also, &also] {
            let answer = form.send(&house, &path).await;
            assert_eq!(answer.status, 303, "{}", answer.text());
        }
        let shown = page(&house, id).await;
        let said = shown.text();
        assert!(said.contains("also reported: 1 662 t (adyrna.kz)") && said.contains("source: (Kazakhstan railways, Waybill 7, p. 2, 16 Oct 2023)"), "{said}");
        assert!(shown.attributes("a", "href").contains(&"https://adyrna.kz/post/173974".to_string()));
        assert!(said.contains("272.728 t"), "the figure that counts stays");
        for (field, value, why) in [
            ("figure", "line.quantity|nothing", "Choose the figure"), ("stated", "", "what it reports"), ("stated", "much", "is not a number"),
            ("web_address", "javascript:alert(1)", "begins with https://"), ("dated", "soon", "is not a date"),
        ] {
            let wrong = also.clone_without(&["id", field]).set("id", &Id::fresh().to_string()).set(field, value);
            let answer = wrong.send(&house, &path).await;
            assert!(answer.status == 422 && answer.text().contains(why), "{value}: {}", answer.text());
        }
        for page in [format!("/missions/{of}"), format!("/missions/{of}/summary")] {
            let said = house.get(&page).await.text();
            let title = if page.ends_with("summary") { "Sources and corrections" } else { "Who said what" };
            assert!(said.contains(title) && said.contains("also reported: 1 662 t (adyrna.kz)") && said.contains("Ministry, letter 5"), "{said}");
        }
        let void = format!("/sources/{}/void", also.id());
        assert_eq!(house.post(&void, &[("reason", "")]).await.status, 422);
        assert_eq!(house.post(&void, &[("reason", "misread")]).await.status, 303);
        assert!(!page(&house, id).await.text().contains("adyrna"));
        sound(&house);
    }

    async fn a_file_is_judged_by_its_content_and_cannot_run(house: House) {
        let of = mission(&house, "M-1").await;
        let form = flour("M-1");
        logged(&house, &form).await;
        let (id, path) = (form.id(), format!("/consignments/{}/attachments", form.id()));
        let send = async |fields: &[(&str, &str)], name: &str, bytes: &[u8]| house.send(with_file(&path, fields, name, bytes)).await;
        let waybill = [("id", "0192f0c0-0000-7000-8000-000000000001"), ("paper", "signed_waybill"), ("note", "page 1 of 2")];
        for (name, bytes, why) in [
            ("invoice.pdf", &b"<!DOCTYPE html><html><script>alert(1)</script></html>"[..], "“invoice.pdf” is neither a photograph nor a PDF"),
            ("empty.pdf", b"", "This one is empty"),
            ("photo.jpg", &[&[0xff, 0xd8, 0xff, 0xe0][..], &vec![7; 50_000_000]].concat(), "“photo.jpg” is larger than 20 MB"),
            ("../../../etc/passwd", b"root:x:0:0", "“passwd” is neither"),
        ] {
            let answer = send(&waybill, name, bytes).await;
            assert!(answer.status == 422 && answer.text().contains(why), "{name}: {} {}", answer.status, answer.text());
            assert!(answer.form().contains(&("note".into(), "page 1 of 2".into())), "nothing typed is lost");
        }
        assert!(send(&[("paper", "")], "a.pdf", PDF).await.text().contains("Choose what it is"));
        assert!(kept(&house, id).attachments.is_empty());
        // What the mission asks for is missing, until it is there.
        assert_eq!(house.post(&format!("/missions/{of}/papers"), &[("paper.rail.signed_waybill", "1"), ("paper.rail.origin", "1"), ("paper.air.gift", "1")]).await.status, 303);
        let lacking = async || house.get("/consignments?papers=1").await.all("tbody tr").len();
        assert_eq!(lacking().await, 1);
        assert!(house.get("/").await.text().contains("Papers missing"));
        for paper in [format!("/missions/{of}"), format!("/missions/{of}/summary")] {
            let said = house.get(&paper).await.text();
            assert!(said.contains("Papers outstanding") && said.contains("M-1/001: Signed waybill"), "{said}");
        }
        for _ in 0..2 {
            assert_eq!(send(&waybill, "../scans/накладная.pdf", PDF).await.status, 303);
        }
        let c = kept(&house, id);
        assert_eq!((c.attachments.len(), c.attachments[0].name.as_str(), c.attachments[0].media.as_str()), (1, "накладная.pdf", "application/pdf"));
        let shown = page(&house, id).await;
        assert_eq!(shown.all(".checklist .lacking").len(), 1, "{}", shown.text());
        assert!(shown.all(".checklist .lacking")[0].contains("Certificate of origin"));
        let file = shown.attributes("a", "href").into_iter().find(|href| href.starts_with("/attachments/") && !href.ends_with("void")).unwrap();
        let answer = house.get(&file).await;
        assert_eq!((answer.status.as_u16(), answer.header("content-type"), answer.bytes.len()), (200, "application/pdf", PDF.len()));
        assert!(answer.header("content-security-policy").contains("sandbox") && answer.header("x-content-type-options") == "nosniff");
        assert!(!answer.header("content-disposition").contains(".."));
        // The form of the first, sent back with another file: that is another file.
        let origin = [("id", waybill[0].1), ("paper", "origin")];
        assert_eq!(send(&origin, "b.pdf", b"%PDF-1.4 origin").await.status, 303);
        assert_eq!(lacking().await, 0);
        // Taken off, it is missing again.
        assert_eq!(house.post(&format!("{file}/void"), &[("reason", "")]).await.status, 422);
        assert_eq!(house.post(&format!("{file}/void"), &[("reason", "another one's")]).await.status, 303);
        assert_eq!(lacking().await, 1);
        // Whoever may not look at the mission sees no file of it.
        let stranger = house.person("stranger", &[within(Role::Viewer, mission(&house, "M-2").await)]);
        assert_eq!(stranger.get(&file).await.status, 404);
        assert_eq!(stranger.send(with_file(&path, &waybill, "c.pdf", PDF)).await.status, 403);
        sound(&house);
    }

    async fn a_long_consignment_shows_its_first_lines_and_the_rest_one_link_away(house: House) {
        mission(&house, "M-1").await;
        let mut form = flour("M-1").set("leg.0.units", "81");
        for n in 0..500 {
            form = form.set(&format!("line.{n}.goods"), &format!("Kit {n:03}")).set(&format!("line.{n}.quantity"), "1.001").set(&format!("line.{n}.unit"), "t");
        }
        logged(&house, &form).await;
        let id = form.id();
        for n in 0..60 {
            took(&house, id, &[("step", "note"), ("happened", "18.4.2023"), ("remark", &format!("seen {n}"))]).await;
        }
        let c = kept(&house, id);
        let units = format!("/consignments/{id}/legs/{}/units", c.body.legs[0].id);
        assert_eq!(house.post(&units, &[("version", &c.version.to_string()), ("units", &wagons(81).join("\n"))]).await.status, 303);
        let shown = page(&house, id).await;
        let text = shown.text();
        assert!(text.contains("500.5 t") && text.contains("Show all 500 lines") && text.contains("Show all 61 steps"), "{text}");
        assert!(text.contains("Kit 049") && !text.contains("Kit 050"), "the first fifty");
        let all = house.get(&format!("/consignments/{id}?all=1")).await;
        assert!(all.text().contains("Kit 499") && all.text().contains("seen 59"));
        // A receipt of all of it; its page shows as many, and the form goes on to the next.
        let c = kept(&house, id);
        let form = house.get(&format!("/consignments/{id}/receipts/new")).await;
        assert_eq!(form.all("fieldset.part").len(), 50);
        assert_eq!(house.get(&format!("/consignments/{id}/receipts/new?from=450")).await.all("fieldset.part").len(), 50);
        received(&house, id, &receipt(&c, "20.4.2023", &[(499, "missing", "1 kg"), (499, "missing_reason", "theft")]).set("as_listed", "1")).await;
        assert_eq!(kept(&house, id).body.status, Status::Received);
        let after = page(&house, id).await.text();
        assert!(after.contains("Received") && after.contains("500.5 t"), "{after}");
        sound(&house);
    }
}
