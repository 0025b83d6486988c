//! Lists that go into the cupboards, and come out of them: organisations, places, goods.

use crate::{
    exchange::{counts, run_into},
    harness::{Answer, House, each_engine},
    journey,
};
use keruen::{
    accounts::Role,
    catalogue,
    exchange::{cupboards::Cupboard, model::Counts},
    organisations, places,
    values::Id,
    web::Found,
};

/// Brings a list for a cupboard as its page does, with what is proposed of its columns; answers its id, and what would come of it.
async fn seen(house: &House, into: Cupboard, name: &str, text: &str) -> (Id, Answer) {
    let id = Id::fresh();
    let fields = [("id", id.to_string()), ("lists", into.to_string())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = house.send(journey::with_file("/imports", &fields, name, text.as_bytes())).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let form = house.get(answer.location()).await.form();
    let answer = house.post_form(&format!("/imports/{id}/columns"), &form).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    (id, house.get(&format!("/imports/{id}")).await)
}

async fn taken_in(house: &House, id: Id) -> Answer {
    assert_eq!(house.post(&format!("/imports/{id}"), &[]).await.status, 303);
    house.get(&format!("/imports/{id}")).await
}

fn organisation(house: &House, name: &str) -> organisations::Organisation {
    let found = house.pool.read_now(|db| match organisations::find(db, name)? {
        Found::One(id) => organisations::by_id(db, id),
        _ => Ok(None),
    });
    found.unwrap().unwrap_or_else(|| panic!("no {name}"))
}

fn place(house: &House, name: &str) -> places::Place {
    let found = house.pool.read_now(|db| match places::find(db, name)? {
        Found::One(id) => places::by_id(db, id),
        _ => Ok(None),
    });
    found.unwrap().unwrap_or_else(|| panic!("no {name}"))
}

const PARTNERS: &str = "Организация;Страна;Контактное лицо;Телефон;E-mail;Район работы\n\
    Kazakhstan Temir Zholy;KZ;A. Serik;+7 701 000;cargo@ktz.kz;all\n\
    Afghan Red Crescent Society;Афганистан;;;;Kabul\n\
    ;;;;;\n\
    Nobody's mail;KZ;;;not an address;\n\
    Kazakhstan temir zholy;KZ;;;;\n";

each_engine! {
    /// A list of partners comes in by the steps of any spreadsheet, is known again, and completes what is there.
    async fn a_list_of_organisations_comes_in(house: House) {
        let (id, page) = seen(&house, Cupboard::Organisations, "partners.csv", PARTNERS).await;
        let said = page.text();
        assert!(said.contains("Afghan Red Crescent Society") && said.contains("not an e-mail address"), "{said}");
        assert!(said.contains("Row 2 names the same"), "{said}");
        assert!(house.pool.read_now(|db| organisations::find(db, "Kazakhstan Temir Zholy")).unwrap() == Found::Nothing, "looking makes nothing");
        taken_in(&house, id).await;
        assert_eq!(counts(&house, id), Counts { made: 2, lines: 2, refused: 2, blank: 1, ..Counts::default() });
        let it = organisation(&house, "Kazakhstan Temir Zholy");
        assert_eq!((it.country.as_str(), it.phone.as_str(), it.notes.as_str()), ("KZ", "+7 701 000", "Район работы: all"));
        let refused = house.get(&format!("/imports/{id}/refused.csv")).await;
        assert!(refused.body.contains("not an address") && !refused.body.contains("Red Crescent"), "{}", refused.body);
        // The same once more changes nothing; more of one of them completes it.
        let (again, _) = seen(&house, Cupboard::Organisations, "partners.csv", PARTNERS).await;
        taken_in(&house, again).await;
        assert_eq!(counts(&house, again), Counts { unchanged: 2, refused: 2, blank: 1, ..Counts::default() });
        let more = "name,other names\nRailways,KTZ\nKazakhstan Temir Zholy,KTZ\n";
        let (id, page) = seen(&house, Cupboard::Organisations, "more.csv", more).await;
        assert!(page.text().contains("Railways") && page.text().contains("KTZ"), "{}", page.text());
        taken_in(&house, id).await;
        assert_eq!(counts(&house, id), Counts { made: 1, lines: 1, refused: 1, ..Counts::default() }, "no two share a name");
        let more = "name,other names,address,phone\nKazakhstan Temir Zholy,КТЖ; Казахстанские железные дороги,Astana,\n";
        let (id, page) = seen(&house, Cupboard::Organisations, "more.csv", more).await;
        assert!(page.text().contains("What would be completed") && page.text().contains("Astana"), "{}", page.text());
        taken_in(&house, id).await;
        assert_eq!(counts(&house, id), Counts { changed: 1, ..Counts::default() });
        let it = organisation(&house, "КТЖ");
        assert_eq!((it.name.as_str(), it.address.as_str(), it.phone.as_str()), ("Kazakhstan Temir Zholy", "Astana", "+7 701 000"));
        // Notes are added, an organisation of two names is one, and a sum lists nothing.
        let more = "name,Район,notes\nKazakhstan Temir Zholy,Astana,\nКТЖ,,other\nИтого,2,\n";
        let (id, page) = seen(&house, Cupboard::Organisations, "notes.csv", more).await;
        assert!(page.text().contains("only sums up others") && page.text().contains("Row 2 names the same"), "{}", page.text());
        taken_in(&house, id).await;
        assert_eq!(counts(&house, id), Counts { changed: 1, refused: 2, ..Counts::default() });
        assert_eq!(organisation(&house, "КТЖ").notes, "Район работы: all\nРайон: Astana");
        // It is kept by whoever keeps the cupboards, and is not taken back.
        assert_eq!(house.post(&format!("/imports/{id}/undo"), &[("reason", "so")]).await.status, 404);
        let logger = house.person("logger", &[crate::harness::whole(Role::Logger)]);
        assert_eq!(logger.get(&format!("/imports/{id}")).await.status, 404);
        let fields = [("lists", "organisations")];
        assert_eq!(logger.send(journey::with_file("/imports", &fields, "x.csv", b"name\nx\n")).await.status, 403);
    }

    /// Places are known by their codes, or by their names in their countries; goods by a name in any language.
    async fn lists_of_places_and_goods_come_in(house: House) {
        house.pool.write_now(|db| {
            let typed = keruen::web::Input::default().with("id", Id::fresh().to_string()).with("name", "Yangi-Galaba");
            places::actions::create(db, &typed, &crate::harness::the_house()).map(|made| assert!(made.is_ok()))
        }).unwrap();
        let text = "name,locode,country,functions,lat,lon\n\
            Yangi-Galaba,UZYGL,Uzbekistan,\"rail, border\",37.2167,67.2667\n\
            Termez,UZTER,,,,\n\
            Bagram,BAG,AF,--3-----,,\n\
            Nowhere,,Atlantis,,,\n\
            Depot 5,,AF,airfield,,\n\
            Depot 6,,AF,,97,\n";
        let report = run_into(&house, Cupboard::Places, "places.csv", text.as_bytes(), false).unwrap();
        assert_eq!(report.counts.refused, 3, "{:?}", report.refused);
        let it = place(&house, "Yangi-Galaba");
        assert_eq!((it.code.as_str(), it.function.as_str(), it.latitude.as_str()), ("UZYGL", "-2-----B", "37.2167"));
        assert_eq!((report.counts.changed, report.counts.unchanged), (1, 2), "{report:?}");
        assert!(report.refused.iter().any(|it| it.spots.iter().any(|spot| spot.typed == "airfield")), "{:?}", report.refused);
        // Namibia is no "N/A"; a country that holds for all rows tells places apart.
        let namibia = run_into(&house, Cupboard::Places, "na.csv", b"name,country\nRundu 7,NA\n", false).unwrap();
        assert_eq!((namibia.counts.made, place(&house, "Rundu 7").country.as_str()), (1, "NA"));
        let again = run_into(&house, Cupboard::Places, "places.csv", text.as_bytes(), false).unwrap();
        assert_eq!(again.counts, Counts { unchanged: 3, refused: 3, ..Counts::default() });

        let text = "Наименование,Item,Category,Unit,Package,kg per unit,Source,HS code,Flags\n\
            Одеяло шерстяное М-7,Woollen blanket M-7,household,pcs,bale,1.8,certificate 12,6301.20,\n\
            Инсулин Х-7,Insulin X-7,medicine,pack,,,,3004,cold-chain\n\
            Без категории,No category,,pcs,,,,,\n\
            Мука,Wheat flour,,,,,,,\n\
            Игла,Needle M-7,medicine,pcs,,0.0037,,,\n\
            Груз,Load M-7,other,pcs,,0,,,\n";
        let dry = run_into(&house, Cupboard::Catalogue, "goods.csv", text.as_bytes(), true).unwrap();
        let report = run_into(&house, Cupboard::Catalogue, "goods.csv", text.as_bytes(), false).unwrap();
        assert_eq!(dry.counts, report.counts);
        assert_eq!((report.counts.made, report.counts.refused, report.kept.len()), (4, 1, 1), "{:?}", report.refused);
        assert!(report.refused[0].spots[0].says.contains("its category is not said"), "{:?}", report.refused);
        let insulin = house.pool.read_now(|db| match catalogue::find(db, "инсулин х-7")? {
            Found::One(id) => catalogue::by_id(db, id),
            _ => Ok(None),
        });
        let insulin = insulin.unwrap().unwrap();
        assert_eq!((insulin.flags.as_slice(), insulin.hs.as_str()), (&[catalogue::Flag::ColdChain][..], "3004"));
        let blanket = house.pool.read_now(|db| match catalogue::find(db, "woollen blanket m-7")? {
            Found::One(id) => catalogue::by_id(db, id),
            _ => Ok(None),
        });
        assert_eq!(blanket.unwrap().unwrap().kg_per_unit, Some(1_800));
        // What holds for rows that do not say is said of what is new, and of nothing that is kept.
        let mapping = "into = \"catalogue\"\n[fixed]\ncategory = \"other\"\nunit = \"piece\"\n[[column]]\nheader = \"what\"\nmeans = \"name_en\"\n[[column]]\nheader = \"code\"\nmeans = \"hs\"\n";
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("what.csv"), "what,code\nWoollen blanket M-7,630120\nThing M-7,\n").unwrap();
        let report = crate::exchange::run_in(&house, None, &folder.path().join("what.csv"), Some(mapping), false).unwrap();
        assert_eq!((report.counts.made, report.counts.unchanged), (1, 1), "{report:?}");
        assert!(house.pool.read_now(catalogue::actions::astray).unwrap().names.is_empty());
    }
}
