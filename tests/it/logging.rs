//! Logging consignments by hand, without JavaScript: the story's two missions, and everything that can go wrong.

use crate::harness::{Answer, House, each_engine};
use keruen::{
    consignments, missions,
    values::{Id, Qualifier},
};

/// A form as a person leaves it, with an id of its own.
pub struct Form(pub Vec<(String, String)>);

impl Form {
    /// With a fresh id.
    pub fn new(fields: &[(&str, &str)]) -> Self {
        let mut form = Self(vec![("id".into(), Id::fresh().to_string())]);
        for (name, value) in fields {
            form.0.push((name.to_string(), value.to_string()));
        }
        form
    }

    /// With a field set.
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.0.retain(|(n, _)| n != name);
        self.0.push((name.into(), value.into()));
        self
    }

    /// The same without some fields.
    pub fn clone_without(&self, names: &[&str]) -> Self {
        Self(self.0.iter().filter(|(name, _)| !names.contains(&name.as_str())).cloned().collect())
    }

    pub fn id(&self) -> Id {
        self.0.iter().find(|(n, _)| n == "id").unwrap().1.parse().unwrap()
    }

    pub async fn send(&self, house: &House, path: &str) -> Answer {
        house.post_form(path, &self.0).await
    }
}

/// A mission with the usual parties; answers its id.
pub async fn mission(house: &House, code: &str) -> Id {
    let form = Form::new(&[("code", code), ("title", "A mission"), ("recipient_country", "Afghanistan")]);
    let answer = form.send(house, "/missions").await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    form.id()
}

/// A plain load: flour by rail on a day.
pub fn flour(code: &str) -> Form {
    Form::new(&[
        ("mission", code),
        ("line.0.goods", "Wheat flour"),
        ("line.0.quantity", "272.728"),
        ("line.0.unit", "t"),
        ("leg.0.mode", "rail"),
        ("leg.0.departed", "17.4.2023"),
    ])
}

/// Logs a load and answers the page it leads to.
pub async fn logged(house: &House, form: &Form) -> Answer {
    let answer = form.send(house, "/consignments").await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    house.get(answer.location()).await
}

each_engine! {
    async fn april_2023_is_entered_by_hand(house: House) {
        let opened = Form::new(&[
            ("code", "KZ-AF-2023-04"),
            ("title", "Humanitarian mission, April 2023"),
            ("recipient_country", "AF"),
            ("donors", "Government of Kazakhstan"),
            ("handover.date", "15 April 2023"),
            ("handover.to", "Afghan authorities"),
            ("decision.number", "Resolution 215"),
        ]);
        assert_eq!(opened.send(&house, "/missions").await.status, 303);
        let rail = Form::new(&[
            ("mission", "KZ-AF-2023-04"),
            ("line.0.goods", "Canned milk, flour, vegetable oil and buckwheat"),
            ("line.0.sharing", "together"),
            ("line.0.quantity", "5 403"),
            ("line.0.unit", "t"),
            ("leg.0.mode", "rail"),
            ("leg.0.units", "81"),
            ("leg.0.to", "Hairatan"),
            ("received", "15.4.2023"),
        ]);
        let page = logged(&house, &rail).await;
        let said = page.text();
        for part in ["KZ-AF-2023-04/001", "5 403 t", "81 wagons", "together, shares not stated", "Received"] {
            assert!(said.contains(part), "{part} in {said}");
        }
        let air = Form::new(&[
            ("mission", "KZ-AF-2023-04"),
            ("line.0.goods", "Medicines"),
            ("line.0.quantity", "not stated"),
            ("line.0.unit", "boxes"),
            ("leg.0.mode", "air"),
            ("leg.0.to", "Kabul"),
            ("received", "15 Apr 2023"),
        ]);
        assert!(logged(&house, &air).await.text().contains("boxes: not stated"));

        let sheet = house.get(&format!("/missions/{}/summary", opened.id())).await;
        let said = sheet.text();
        for part in [
            "5 403 t", "81 wagons", "boxes: not stated", "1 line not stated", "DRAFT", "15 Apr 2023", "Resolution 215",
            "Buckwheat, Canned milk, Vegetable oil, Wheat flour shares not stated",
        ] {
            assert!(said.contains(part), "{part} in {said}");
        }
    }

    async fn what_is_late_is_said_to_be(house: House) {
        let id = mission(&house, "LATE-1").await;
        let form = flour("LATE-1").set("leg.0.planned_arrival", "20.4.2023");
        let page = logged(&house, &form).await;
        assert!(page.all(".state.warn").concat().contains("days overdue"), "{}", page.text());
        for path in ["/consignments", &format!("/missions/{id}"), &format!("/missions/{id}/summary")] {
            assert!(house.get(path).await.text().contains("days overdue"), "{path}");
        }
        // It arrived after all, two days late: nothing is overdue, and the leg says how it went.
        let arrived = Form::new(&[("step", "arrived"), ("happened", "22.4.2023")]);
        let answer = arrived.send(&house, &format!("/consignments/{}/events", form.id())).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = house.get(&format!("/consignments/{}", form.id())).await;
        assert!(page.text().contains("5 days on the way, 2 days late"), "{}", page.text());
        assert!(!page.text().contains("overdue") && !house.get("/consignments").await.text().contains("overdue"));
        // What is void is waited for by nobody.
        let other = flour("LATE-1").set("line.0.quantity", "1").set("leg.0.planned_arrival", "20.4.2023");
        logged(&house, &other).await;
        assert_eq!(house.post(&format!("/consignments/{}/void", other.id()), &[("reason", "a trial")]).await.status, 303);
        assert!(!house.get(&format!("/consignments/{}", other.id())).await.text().contains("overdue"));
    }

    async fn august_2022_keeps_litres_tonnes_and_sets_apart(house: House) {
        let id = mission(&house, "KZ-AF-2022-08").await;
        let mut form = Form::new(&[
            ("mission", "KZ-AF-2022-08"),
            ("leg.0.mode", "rail"),
            ("leg.0.units", "9"),
            ("leg.0.via", "Termez"),
            ("leg.0.arrived", "31.8.2022"),
        ]);
        for (n, (goods, quantity, unit)) in [
            ("Vegetable oil", "60 000", "L"),
            ("Grain; condensed milk", "~20", "t"),
            ("Sets of bowls, cups and cutlery", "2,000", "sets"),
            ("Beds", "2000", "beds"),
            ("Blankets", "2000", "pcs"),
        ]
        .into_iter()
        .enumerate()
        {
            form = form.set(&format!("line.{n}.goods"), goods).set(&format!("line.{n}.quantity"), quantity).set(&format!("line.{n}.unit"), unit);
        }
        logged(&house, &form).await;
        let said = house.get(&format!("/missions/{id}")).await.text();
        for part in ["60 000 L", "about 20 t", "2 000 sets", "2 000 beds", "2 000 pieces", "9 wagons"] {
            assert!(said.contains(part), "{part} in {said}");
        }
        assert!(!said.contains("4 000"), "counted things of different kinds were added");
    }

    async fn a_figure_survives_entry_edit_summary_and_spreadsheet(house: House) {
        let id = mission(&house, "M-1").await;
        for (n, (quantity, unit, shown)) in
            [("272.728", "t", "272.728 t"), ("3.396", "t", "3.396 t"), ("0.001", "kg", "0.001 kg"), ("272 t 728 kg", "", "272.728 t")]
                .into_iter()
                .enumerate()
        {
            let form = flour("M-1").set("line.0.quantity", quantity).set("line.0.unit", unit).set("confirm", "save");
            assert!(logged(&house, &form).await.text().contains(shown), "{quantity} {unit}");
            // The form to edit it, sent back untouched, changes nothing; with another remark it keeps the figure.
            let edit = house.get(&format!("/consignments/{}/edit", form.id())).await;
            let mut fields = edit.form();
            let same = house.post_form(&format!("/consignments/{}", form.id()), &fields).await;
            assert_eq!(same.status, 303, "{}", same.text());
            fields.retain(|(name, _)| name != "remarks");
            fields.push(("remarks".into(), format!("seen {n}")));
            assert_eq!(house.post_form(&format!("/consignments/{}", form.id()), &fields).await.status, 303);
            let kept = house.pool.read_now(|db| consignments::find(db, form.id())).unwrap().unwrap();
            let quantity = kept.body.lines[0].quantity;
            assert_eq!(quantity.qualifier(), Qualifier::Exact);
            assert!(house.get(&format!("/consignments/{}", form.id())).await.text().contains(shown));
        }
        assert!(house.get(&format!("/missions/{id}")).await.text().contains("548.852001 t"));
        let csv = house.get("/consignments.csv").await.body;
        for cell in ["272.728,TNE", "3.396,TNE", "0.001,KGM"] {
            assert!(csv.contains(cell), "{cell} in {csv}");
        }
    }

    async fn a_doubtful_comma_is_asked_about_in_russian_and_grouped_in_english(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1").set("line.0.quantity", "272,728");
        let asked = form.send(&house, "/consignments?lang=ru").await;
        assert_eq!(asked.status, 422);
        let choices = asked.attributes(".choices button[name=set]", "value");
        assert_eq!(choices, ["line.0.quantity=272728", "line.0.quantity=272.728"]);
        assert!(asked.form().contains(&("line.0.quantity".into(), "272,728".into())), "what was typed is still there");
        let answered = form.set("set", &choices[1]);
        let page = house.post_form("/consignments?lang=ru", &answered.0).await;
        assert_eq!(page.status, 303);
        assert!(house.get(&format!("/consignments/{}", answered.id())).await.text().contains("272.728 t"));

        let english = flour("M-1").set("line.0.quantity", "272,728");
        assert!(logged(&house, &english).await.text().contains("272 728 t"));
    }

    async fn bad_input_gets_a_sentence_and_loses_nothing(house: House) {
        mission(&house, "M-1").await;
        let big = "x".repeat(1_000_000);
        for (field, value, key) in [
            ("line.0.quantity", "-5", "is negative"),
            ("line.0.quantity", "", "Enter how much"),
            ("line.0.quantity", "many", "is not a number"),
            ("line.0.unit", "firkins", "is not known"),
            ("line.0.unit", "", "Enter the unit"),
            ("leg.0.departed", "31.2.2022", "February 2022 has 28 days"),
            ("leg.0.departed", "soon", "is not a date"),
            ("leg.0.departed", "", "Enter a date"),
            ("leg.0.mode", "", "Choose how it travels"),
            ("line.0.goods", "", "Enter what is sent"),
            ("mission", "M-9", "No mission has the code"),
            ("remarks", big.as_str(), "characters long"),
            ("remarks", "a\0b", "no text"),
            ("leg.0.arrived", "1.1.2020", "arrives before it leaves"),
            ("value", "12", "with its currency"),
        ] {
            let form = flour("M-1").set("external_ref", "kept").set(field, value);
            let answer = form.send(&house, "/consignments").await;
            assert_eq!(answer.status, 422, "{field}={value:.20}");
            let errors = answer.all(".summary-of-errors li").join(" ");
            assert!(errors.contains(key), "{field}={value:.20}: {errors}");
            assert!(answer.body.contains("Error: Log a consignment"), "the title says it");
            let again = answer.form();
            assert!(again.contains(&("external_ref".into(), "kept".into())));
            if !value.contains('\0') {
                assert!(value.is_empty() || again.contains(&(field.into(), value.into())), "{field} is kept");
            }
            // Each entry of the list leads to a field that is there.
            for target in answer.attributes(".summary-of-errors a", "href") {
                assert!(answer.body.contains(&format!("id=\"{}\"", &target[1..])), "{target}");
            }
        }
        assert_eq!(house.pool.read_now(consignments::count).unwrap(), 0, "nothing was half saved");
        let numbers = house.pool.read_now(|db| Ok(missions::by_code(db, "M-1")?.unwrap().id)).unwrap();
        let kept = house.pool.read_now(|db| missions::find(db, numbers)).unwrap().unwrap();
        assert_eq!(kept.last_number, 0, "no number was spent");
    }

    async fn the_same_form_twice_or_twenty_times_at_once_is_one_consignment(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1");
        let sent = futures_util::future::join_all((0..20).map(|_| form.send(&house, "/consignments"))).await;
        let wanted = format!("/consignments/{}?done=logged", form.id());
        for answer in &sent {
            assert_eq!((answer.status.as_u16(), answer.location()), (303, wanted.as_str()), "{}", answer.text());
        }
        assert_eq!(form.send(&house, "/consignments").await.location(), wanted);
        assert_eq!(house.pool.read_now(consignments::count).unwrap(), 1);

        // The same id with other content shows both and saves neither.
        let other = Form(form.0.clone()).set("line.0.quantity", "300");
        let both = other.send(&house, "/consignments").await;
        assert_eq!(both.status, 409);
        let shown = both.all(".conflict td").join(" ");
        assert!(shown.contains("272.728") && shown.contains("300"), "{shown}");
    }

    async fn a_likely_double_is_asked_about_and_never_refused(house: House) {
        mission(&house, "M-1").await;
        logged(&house, &flour("M-1")).await;
        let again = flour("M-1");
        let asked = again.send(&house, "/consignments").await;
        assert_eq!(asked.status, 422);
        assert!(asked.text().contains("M-1/001"), "{}", asked.text());
        assert!(logged(&house, &again.set("confirm", "save")).await.text().contains("M-1/002"));
    }

    async fn what_is_odd_is_asked_about_once_and_never_refused(house: House) {
        mission(&house, "M-1").await;
        let odd = flour("M-1").set("line.0.net", "300").set("line.0.gross", "30").set("leg.0.arrived", "1.1.2199");
        let asked = odd.send(&house, "/consignments").await;
        assert_eq!(asked.status, 422);
        let said = asked.all(".notice.warn").join(" ");
        assert!(said.contains("300 kg, is more than the gross weight") && said.contains("still to come"), "{said}");
        assert!(asked.form().contains(&("line.0.gross".into(), "30".into())), "nothing typed is lost");
        assert!(asked.attributes("button[name=confirm]", "value").contains(&"save".to_string()));
        let path = format!("/consignments/{}", odd.id());
        logged(&house, &odd.set("confirm", "save")).await;
        // Known by now, it is not asked about again; what is newly odd is.
        let with = |name: &str, value: &str, mut fields: Vec<(String, String)>| {
            fields.retain(|(n, _)| n != name);
            fields.push((name.into(), value.into()));
            fields
        };
        let opened = house.get(&format!("{path}/edit")).await.form();
        assert_eq!(house.post_form(&path, &with("remarks", "seen", opened)).await.status, 303);
        let opened = house.get(&format!("{path}/edit")).await.form();
        let opened = with("reason", "counted again", with("correction_source", "packing list", opened));
        let sets = house.post_form(&path, &with("line.0.unit", "sets", with("line.0.quantity", "2.5", opened))).await;
        assert_eq!(sets.status, 422);
        let said = sets.all(".notice.warn").join(" ");
        assert!(said.contains("2.5 sets is not a whole number") && !said.contains("gross"), "{said}");
        let sure = with("confirm", "save", sets.form());
        assert_eq!(house.post_form(&path, &sure).await.status, 303);
        assert!(house.get(&path).await.text().contains("2.5 sets"));
    }

    async fn everything_wrong_is_said_at_once(house: House) {
        let form = flour("NOWHERE-1")
            .set("line.0.quantity", "many")
            .set("line.0.expiry", "31 February 2024")
            .set("line.0.hs", "flour")
            .set("leg.0.departed", "17.4.23")
            .set("value", "12");
        let refused = form.send(&house, "/consignments").await;
        assert_eq!(refused.status, 422);
        let fields = refused.attributes(".summary-of-errors a", "href");
        for field in ["mission", "line.0.quantity", "line.0.expiry", "line.0.hs", "leg.0.departed", "value"] {
            assert!(fields.contains(&format!("#{field}")), "{field}: {fields:?}");
        }
        let bare = flour("NOWHERE-1").set("leg.0.mode", "").send(&house, "/consignments").await;
        assert_eq!(bare.attributes(".summary-of-errors a", "href"), ["#mission"], "the mission may say how it travels");
    }

    async fn another_form_under_a_used_id_can_be_kept_as_another_consignment(house: House) {
        mission(&house, "M-1").await;
        let first = flour("M-1");
        logged(&house, &first).await;
        // As after Back: the same form, retyped.
        let retyped = Form(first.0.clone()).set("line.0.quantity", "11");
        let both = retyped.send(&house, "/consignments").await;
        assert_eq!(both.status, 409);
        assert_eq!(both.attributes("button[name=as_new]", "formaction"), ["/consignments"]);
        let mut fields = both.form();
        fields.push(("as_new".into(), "1".into()));
        let kept = house.post_form("/consignments", &fields).await;
        assert_eq!(kept.status, 303, "{}", kept.text());
        assert!(house.get(kept.location()).await.text().contains("M-1/002"));
        assert!(house.get(&format!("/consignments/{}", first.id())).await.text().contains("272.728 t"));
        // With only the mission changed, that is what both are shown by.
        mission(&house, "M-2").await;
        let elsewhere = Form(first.0.clone()).set("mission", "M-2").send(&house, "/consignments").await;
        assert_eq!(elsewhere.status, 409);
        assert_eq!(elsewhere.all(".conflict tbody tr"), ["MissionM-1M-2"]);
        let mut fields = elsewhere.form();
        fields.extend([("as_new".into(), "1".into()), ("confirm".into(), "save".into())]);
        let kept = house.post_form("/consignments", &fields).await;
        assert!(house.get(kept.location()).await.text().contains("M-2/001"));
        assert_eq!(house.pool.read_now(consignments::count).unwrap(), 3);
    }

    async fn a_day_of_report_files_what_has_no_other_date(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1").set("leg.0.departed", "").set("reported", "11 April 2023");
        let page = logged(&house, &form).await;
        assert!(page.text().contains("11 Apr 2023"), "{}", page.text());
        let found = house.get("/consignments?since=2023-04-11&until=2023-04-11").await;
        assert_eq!(found.all("tbody td.day"), ["11 Apr 2023 reported"]);
        let path = format!("/consignments/{}", form.id());
        let edit = house.get(&format!("{path}/edit")).await.form();
        assert!(edit.contains(&("reported".into(), "2023-04-11".into())));
        assert_eq!(house.post_form(&path, &edit).await.status, 303);
    }

    async fn what_was_understood_names_the_good(house: House) {
        let said = |goods: &'static str, more: &'static [(&'static str, &'static str)]| {
            let house = &house;
            async move {
                let mut fields = vec![("line.0.goods", goods)];
                fields.extend(more);
                house.post("/consignments/said", &fields).await.body
            }
        };
        let tonnes: &[_] = &[("line.0.quantity", "20"), ("line.0.unit", "t")];
        assert_eq!(said("мука особая", tonnes).await, "line.0\tмука особая (not in the catalogue); 20 t");
        assert_eq!(said("Пшеничная мука", tonnes).await, "line.0\tWheat flour; 20 t");
        assert_eq!(said("Wheat flour", &[("line.0.quantity", "many")]).await, "line.0\tWheat flour");
        let unsaid = said("Wheat flour", &[("line.0.unsaid", "1")]).await;
        assert!(unsaid.starts_with("line.0\tWheat flour; ") && unsaid.contains("not stated"), "{unsaid}");
    }

    async fn looking_a_form_over_says_everything_and_saves_nothing(house: House) {
        mission(&house, "M-1").await;
        let look = flour("M-1").set("look", "1");
        let well = look.send(&house, "/consignments").await;
        assert_eq!((well.status.as_u16(), well.all(".summary-of-errors").len()), (200, 0), "{}", well.text());
        assert_eq!(well.all(".said")[0], "Wheat flour; 272.728 t");
        let wrong = look.set("line.0.quantity", "1.234,5").set("line.0.net", "-1 kg");
        let wrong = wrong.send(&house, "/consignments").await;
        assert_eq!(wrong.attributes(".summary-of-errors a", "href"), ["#line.0.quantity", "#line.0.net"]);
        let odd = flour("M-1").set("look", "1").set("line.0.packages", "4000 bags x 25 kg").send(&house, "/consignments").await;
        assert!(odd.all(".said")[0].contains("the packages come to 100 000 kg"), "{}", odd.text());
        assert_eq!(house.pool.read_now(consignments::count).unwrap(), 0);
        let form = flour("M-1").set("line.0.packages", "4000 bags x 25 kg").set("line.0.net", "300 t");
        let page = logged(&house, &form).await;
        let said = page.all(".notice.warn").join(" ");
        assert!(said.contains("the packages come to 100 000 kg") && said.contains("300 000 kg, is more than"), "{said}");
        let path = format!("/consignments/{}", form.id());
        let mut edit = house.get(&format!("{path}/edit")).await.form();
        edit.retain(|(name, _)| name != "line.0.quantity");
        edit.extend([("line.0.quantity".into(), "many".into()), ("look".into(), "1".into())]);
        assert_eq!(house.post_form(&path, &edit).await.status, 422);
        assert!(house.get(&path).await.text().contains("272.728 t"));
    }

    async fn the_account_is_honest_about_what_is_not_there(house: House) {
        let form = Form::new(&[
            ("code", "M-1"),
            ("title", "A mission"),
            ("allot.0.goods", "Wheat flour"),
            ("allot.0.quantity", "100"),
            ("allot.0.unit", "t"),
        ]);
        assert_eq!(form.send(&house, "/missions").await.status, 303);
        let path = format!("/missions/{}", form.id());
        let of = |quantity: &str, status: &str| flour("M-1").set("line.0.quantity", quantity).set("status", status);
        logged(&house, &of("10", "received").set("leg.0.units", "3")).await;
        logged(&house, &of("20", "lost")).await;
        logged(&house, &of("30", "planned").set("leg.0.departed", "").set("dates_unsaid", "1")).await;
        let page = house.get(&path).await;
        let said = page.text();
        assert!(said.contains("17 % received") && said.contains("50 % planned") && said.contains("33 % lost"), "{said}");
        assert!(!said.contains("not yet received"), "{said}");
        assert!(said.contains("at least 3 wagons"), "others do not say: {said}");
        let allotted = page.all("table:has(#allotted) tbody tr");
        assert_eq!(allotted, ["Wheat flour100 t30 t10 t"], "what is planned is not sent");
        // A part says nothing about the whole.
        let part = house.get(&format!("{path}/summary?status=planned")).await;
        assert!(!part.all("caption").concat().contains("Allotted"), "{}", part.text());
        let none = house.get(&format!("{path}/summary?mode=air")).await.text();
        assert!(none.contains("Nothing in this mission matches"), "{none}");
        let never = house.get("/consignments?since=31.02.2026").await;
        assert!(never.all("tbody tr").is_empty() && never.text().contains("31.02.2026"));
    }

    async fn a_void_consignment_opens_no_form(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1");
        logged(&house, &form).await;
        let path = format!("/consignments/{}", form.id());
        assert_eq!(house.post(&format!("{path}/void"), &[("reason", "logged twice")]).await.status, 303);
        for door in ["edit", "move", "void"] {
            let sent = house.get(&format!("{path}/{door}")).await;
            assert_eq!((sent.status.as_u16(), sent.location()), (303, path.as_str()), "{door}");
        }
        // A form that was open when someone else declared it void comes back with what was typed.
        mission(&house, "M-2").await;
        let moved = house.post(&format!("{path}/move"), &[("mission", "M-2"), ("reason", "mistyped")]).await;
        assert_eq!(moved.status, 422);
        assert!(moved.form().contains(&("reason".into(), "mistyped".into())) && !moved.all(".summary-of-errors").is_empty());
    }

    async fn lines_and_legs_are_added_and_removed_by_plain_posts(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1").set("add", "line");
        let more = form.send(&house, "/consignments").await;
        assert_eq!(more.status, 200);
        assert_eq!(more.all("form .line").len(), 2);
        let mut fields = more.form();
        fields.push(("line.1.goods".into(), "Rice".into()));
        fields.push(("remove".into(), "line.0".into()));
        let less = house.post_form("/consignments", &fields).await;
        assert!(less.form().contains(&("line.1.goods".into(), "Rice".into())));
        assert!(!less.form().iter().any(|(name, _)| name == "line.0.goods"));
        let leg = flour("M-1").set("add", "leg").send(&house, "/consignments").await;
        assert_eq!(leg.all("form .leg").len(), 2);
        assert_eq!(house.pool.read_now(consignments::count).unwrap(), 0);
    }

    async fn two_people_editing_lose_nothing(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1");
        logged(&house, &form).await;
        let path = format!("/consignments/{}", form.id());
        let opened = house.get(&format!("{path}/edit")).await.form();
        let with = |remark: &str| {
            let mut fields = opened.clone();
            fields.retain(|(name, _)| name != "remarks");
            fields.push(("remarks".into(), remark.into()));
            fields
        };
        assert_eq!(house.post_form(&path, &with("first")).await.status, 303);
        let second = house.post_form(&path, &with("second")).await;
        assert_eq!(second.status, 409);
        let shown = second.all(".conflict td").join(" ");
        assert!(shown.contains("first") && shown.contains("second"), "{shown}");
        // Saved again on purpose, it counts.
        assert_eq!(house.post_form(&path, &second.form()).await.status, 303);
        let page = house.get(&path).await;
        assert!(page.text().contains("second"));
        let past = page.all(".past del, .past ins").join(" ");
        assert!(past.contains("first") && past.contains("second"), "{past}");
    }

    async fn what_only_the_other_changed_is_taken_over(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1");
        logged(&house, &form).await;
        let path = format!("/consignments/{}", form.id());
        let opened = house.get(&format!("{path}/edit")).await.form();
        let with = |name: &str, value: &str| {
            let mut fields = opened.clone();
            fields.retain(|(n, _)| n != name);
            fields.push((name.into(), value.into()));
            fields
        };
        assert_eq!(house.post_form(&path, &with("remarks", "counted twice")).await.status, 303);
        let second = house.post_form(&path, &with("source", "the border post")).await;
        assert_eq!(second.status, 409);
        assert!(second.form().contains(&("remarks".into(), "counted twice".into())), "the first one's work stays");
        assert_eq!(house.post_form(&path, &second.form()).await.status, 303);
        let said = house.get(&path).await.text();
        assert!(said.contains("counted twice") && said.contains("the border post"), "{said}");
    }

    async fn saving_what_is_there_changes_nothing(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1").set("line.0.goods", "мука");
        logged(&house, &form).await;
        let path = format!("/consignments/{}", form.id());
        for lang in ["en", "ru"] {
            let same = house.get(&format!("{path}/edit?lang={lang}")).await.form();
            assert_eq!(house.post_form(&format!("{path}?lang={lang}"), &same).await.status, 303);
        }
        let kept = house.pool.read_now(|db| consignments::find(db, form.id())).unwrap().unwrap();
        assert_eq!(kept.version, 1);
    }

    async fn an_arrival_is_added_to_what_is_under_way(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1");
        logged(&house, &form).await;
        let path = format!("/consignments/{}", form.id());
        let mut fields = house.get(&format!("{path}/edit")).await.form();
        fields.retain(|(name, _)| name != "leg.0.arrived");
        fields.push(("leg.0.arrived".into(), "20.4.2023".into()));
        let answer = house.post_form(&path, &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = house.get(&path).await;
        assert!(page.all(".head .state").join(" ").contains("Arrived"));
        let copy = house.get(&format!("/consignments/new?copy={}", form.id())).await.form();
        assert!(!copy.iter().any(|(name, value)| name.ends_with("arrived") && !value.is_empty()), "a copy has not arrived");
    }

    async fn goods_keep_a_name_when_they_are_merged(house: House) {
        mission(&house, "M-1").await;
        for goods in ["Basmati", "Jasmine"] {
            logged(&house, &flour("M-1").set("line.0.goods", goods).set("line.0.catalogue", "1")).await;
        }
        let list = house.get("/catalogue?q=basmati").await;
        let one = list.attributes("tbody th a", "href").remove(0);
        let merged = house.post(&format!("{one}/merge"), &[("into", "Jasmine")]).await;
        assert_eq!(merged.status, 303, "{}", merged.text());
        let rows = house.get("/consignments").await.all("tbody tr");
        assert!(rows.iter().all(|row| row.contains("Jasmine")), "{rows:?}");
        assert!(house.get("/consignments.csv").await.body.matches("Jasmine").count() == 2);
    }

    async fn a_mission_can_be_opened_in_the_same_form(house: House) {
        let form = flour("")
            .set("mission", "")
            .set("new_mission.id", &Id::fresh().to_string())
            .set("new_mission.code", "KZ-KG-2021-05")
            .set("new_mission.title", "First batch")
            .set("new_mission.recipient_country", "KG");
        let answer = form.send(&house, "/consignments").await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(form.send(&house, "/consignments").await.status, 303, "sent twice it is one");
        assert!(house.get(answer.location()).await.text().contains("KZ-KG-2021-05/001"));
        assert_eq!(house.pool.read_now(consignments::count).unwrap(), 1);
    }

    async fn defaults_of_the_mission_come_in(house: House) {
        let opened = Form::new(&[
            ("code", "M-2"), ("title", "With defaults"), ("donors", "Kazakhstan"), ("default.consignee", "Red Crescent"),
            ("default.mode", "road"), ("default.from", "Almaty"), ("default.to", "Kabul"),
        ]);
        assert_eq!(opened.send(&house, "/missions").await.status, 303);
        let fresh = house.get(&format!("/consignments/new?mission={}", opened.id())).await.form();
        assert!(fresh.contains(&("consignee".into(), "Red Crescent".into())));
        assert!(fresh.contains(&("leg.0.mode".into(), "road".into())));
        let bare = Form::new(&[
            ("mission", "M-2"), ("line.0.goods", "Rice"), ("line.0.quantity", "1"), ("line.0.unit", "t"),
            ("leg.0.departed", "2023"),
        ]);
        let said = logged(&house, &bare).await.text();
        assert!(said.contains("Almaty") && said.contains("Red Crescent") && said.contains("Road"), "{said}");
    }

    async fn void_and_move_keep_every_number(house: House) {
        let (one, two) = (mission(&house, "M-1").await, mission(&house, "M-2").await);
        let form = flour("M-1");
        logged(&house, &form).await;
        let path = format!("/consignments/{}", form.id());
        assert_eq!(house.post(&format!("{path}/move"), &[("mission", "M-2"), ("reason", "")]).await.status, 422);
        let moved = house.post(&format!("{path}/move"), &[("mission", "M-2"), ("reason", "typed in the wrong one")]).await;
        assert_eq!(moved.status, 303);
        let said = house.get(&path).await.text();
        assert!(said.contains("M-2/001") && said.contains("Formerly M-1/001"), "{said}");
        assert!(house.get(&format!("/missions/{one}")).await.text().contains("M-1/001 moved"));
        assert!(logged(&house, &flour("M-1")).await.text().contains("M-1/002"), "a number is never given twice");

        assert_eq!(house.post(&format!("{path}/void"), &[("reason", "")]).await.status, 422);
        assert_eq!(house.post(&format!("{path}/void"), &[("reason", "never sent")]).await.status, 303);
        let said = house.get(&path).await.text();
        assert!(said.contains("never sent") && said.contains("M-2/001"), "{said}");
        assert!(house.get(&format!("/missions/{two}")).await.text().contains("Nothing has been sent"));
        let edit = house.get(&format!("{path}/edit")).await.form();
        let mut fields = edit;
        fields.push(("remarks".into(), "too late".into()));
        assert_eq!(house.post_form(&path, &fields).await.status, 422);
    }

    async fn copy_and_save_and_another(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1").set("consignee", "Red Crescent").set("then", "another").set("external_ref", "X-1");
        let answer = form.send(&house, "/consignments").await;
        let next = house.get(answer.location()).await.form();
        assert!(next.contains(&("consignee".into(), "Red Crescent".into())));
        assert!(next.contains(&("line.0.goods".into(), String::new())), "the lines are new");
        assert!(!next.iter().any(|(n, v)| n == "external_ref" && v == "X-1"), "numbers are its own");
        let copy = house.get(&format!("/consignments/new?copy={}", form.id())).await.form();
        assert!(copy.contains(&("line.0.goods".into(), "Wheat flour".into())));
        assert!(!copy.iter().any(|(_, v)| *v == form.id().to_string()));
    }

    async fn several_legs_count_once(house: House) {
        let id = mission(&house, "M-1").await;
        let form = flour("M-1")
            .set("leg.0.units", "81")
            .set("leg.0.to", "Hairatan")
            .set("leg.1.mode", "road")
            .set("leg.1.units", "200")
            .set("leg.1.from", "Hairatan")
            .set("leg.1.to", "Kabul");
        let said = logged(&house, &form).await.text();
        assert!(said.contains("carried, not added") && said.contains("200 trucks"), "{said}");
        let said = house.get(&format!("/missions/{id}")).await.text();
        assert!(said.contains("272.728 t") && said.contains("81 wagons") && !said.contains("200 trucks"), "{said}");
    }

    async fn a_new_good_can_be_added_to_the_catalogue(house: House) {
        mission(&house, "M-1").await;
        let form = flour("M-1").set("line.0.goods", "Camel wool").set("line.0.catalogue", "1");
        logged(&house, &form).await;
        assert!(house.get("/catalogue?q=camel").await.text().contains("Camel wool"));
        logged(&house, &flour("M-1").set("line.0.goods", "Felt boots")).await;
        assert!(!house.get("/catalogue?q=felt").await.text().contains("Felt boots"), "free text stays free text");
    }

    async fn sixteen_writers_lose_nothing(house: House) {
        let id = mission(&house, "M-1").await;
        let forms: Vec<Form> = (0..48).map(|n| flour("M-1").set("line.0.quantity", &format!("{}.001", n + 1))).collect();
        for batch in forms.chunks(16) {
            let sent = futures_util::future::join_all(batch.iter().map(|form| form.send(&house, "/consignments"))).await;
            assert!(sent.iter().all(|answer| answer.status == 303), "none is refused");
        }
        let ids: Vec<Id> = forms.iter().map(Form::id).collect();
        let kept = house.pool.read_now(|db| consignments::load(db, &ids)).unwrap();
        let mut numbers: Vec<i64> = kept.iter().map(|c| c.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=48).collect::<Vec<_>>(), "neither gap nor double");
        // 1.001 + … + 48.001 = 1176.048
        assert!(house.get(&format!("/missions/{id}")).await.text().contains("1 176.048 t"));
    }
}
