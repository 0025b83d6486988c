//! The cupboards: organisations, places and the catalogue, through the doors the other rooms use.

use crate::harness::the_house;
use keruen::{
    catalogue::{self, Category},
    db::{self, Address, Db, Pool},
    error::Result,
    history::{self, Subject, Verb},
    lang::Lang,
    organisations, places,
    values::Id,
    web::{Found, Input, Refusal},
};

/// A house with the built-in places and goods.
fn house() -> (tempfile::TempDir, Pool) {
    crate::harness::speak();
    let folder = tempfile::tempdir().unwrap();
    let address = match std::env::var("KERUEN_TEST_POSTGRES") {
        Ok(url) => Address::read(&url).unwrap(),
        Err(_) => Address::Sqlite(folder.path().join("house.db")),
    };
    db::migrate(&address, |db, _| {
        places::actions::seed(db)?;
        catalogue::actions::seed(db)
    })
    .unwrap();
    (folder, Pool::open(address).unwrap())
}

/// Runs in one transaction that is undone, so that tests may share a database.
fn within(f: impl FnOnce(&mut Db) -> Result<()>) {
    let (_folder, pool) = house();
    let mut f = Some(f);
    let done: std::result::Result<(), ()> = pool
        .attempt_now(|db| {
            f.take().expect("run once")(db)?;
            Ok(Err::<(), ()>(()))
        })
        .unwrap();
    assert!(done.is_err());
}

fn en() -> Lang {
    crate::harness::speak();
    Lang::english()
}

fn form(fields: &[(&str, &str)]) -> Input {
    let input = Input::default().with("id", Id::fresh().to_string());
    fields.iter().fold(input, |input, (name, value)| input.with(*name, *value))
}

/// The keys of the problems a form was refused for.
fn problems(refusal: Refusal) -> Vec<(String, &'static str)> {
    let Refusal::Problems(problems) = refusal else { panic!("{refusal:?}") };
    problems.iter().map(|p| (p.field.clone(), p.key)).collect()
}

fn verbs(db: &mut Db, kind: Subject, id: Id) -> Result<Vec<Verb>> {
    Ok(history::of(db, (kind, id))?.into_iter().filter_map(|entry| entry.verb).collect())
}

#[test]
fn an_organisation_is_made_once_and_found_by_any_name() {
    within(|db| {
        let typed = form(&[("name", "Казақстан темір жолы"), ("other_names", "KTZ\nКТЖ"), ("country", "kz")]);
        let id = organisations::actions::create(db, &typed, &the_house())?.unwrap();
        assert_eq!(organisations::actions::create(db, &typed, &the_house())?.unwrap(), id);
        for name in ["ktz", " КТЖ ", "казақстан ТЕМІР-жолы"] {
            assert_eq!(organisations::find(db, name)?, Found::One(id), "{name}");
            assert_eq!(organisations::actions::take(db, name, &the_house())?, id);
        }
        assert_eq!(organisations::find(db, "темір")?, Found::Nothing);
        assert_eq!(organisations::matching(db, "темір", 10)?, [id]);
        let other = typed.clone().with("name", "Another");
        let stale = organisations::actions::create(db, &other, &the_house())?.unwrap_err();
        assert!(matches!(stale, Refusal::Stale { version: 1, .. }));
        let taken = form(&[("name", "Railways"), ("other_names", "Temir Zholy\nktz")]);
        let refused = organisations::actions::create(db, &taken, &the_house())?.unwrap_err();
        assert_eq!(problems(refused), [("other_names".into(), "error-organisation-taken")]);
        assert_eq!(verbs(db, Subject::Organisation, id)?, [Verb::Created]);
        Ok(())
    });
}

#[test]
fn a_change_needs_the_version_it_was_made_from() {
    within(|db| {
        let id = organisations::actions::take(db, "Kazakh Invest", &the_house())?;
        let typed = form(&[("name", "Kazakh Invest"), ("phone", "1")]).with("id", id.to_string()).with("version", "1");
        organisations::actions::change(db, &typed, &the_house())?.unwrap();
        organisations::actions::change(db, &typed, &the_house())?.expect("the same again is done already");
        let late = typed.clone().with("phone", "2");
        let Refusal::Stale { theirs, yours, version, .. } =
            organisations::actions::change(db, &late, &the_house())?.unwrap_err()
        else {
            panic!("it is stale");
        };
        assert_eq!((theirs.get("phone"), yours.get("phone"), version), ("1", "2", 2));
        organisations::actions::change(db, &late.with("version", "2"), &the_house())?.unwrap();
        assert_eq!(verbs(db, Subject::Organisation, id)?, [Verb::Changed, Verb::Changed, Verb::Created]);
        Ok(())
    });
}

#[test]
fn a_merged_organisation_shows_the_one_it_is() {
    within(|db| {
        let take = |db: &mut Db, name| organisations::actions::take(db, name, &the_house());
        let (a, b, c) = (take(db, "Red Crescent A")?, take(db, "Red Crescent B")?, take(db, "Red Crescent C")?);
        organisations::actions::merge(db, a, "red crescent b", &the_house())?.unwrap();
        let itself = organisations::actions::merge(db, b, "Red Crescent A", &the_house())?.unwrap_err();
        assert_eq!(problems(itself), [("into".into(), "error-merge-with-itself")]);
        let nobody = organisations::actions::merge(db, b, "Nobody", &the_house())?.unwrap_err();
        assert_eq!(problems(nobody), [("into".into(), "error-no-such-record")]);
        organisations::actions::merge(db, b, "Red Crescent C", &the_house())?.unwrap();
        organisations::actions::merge(db, b, "Red Crescent C", &the_house())?.expect("the same again is done already");
        let names = organisations::names(db, &[a, b, c])?;
        assert_eq!(names.len(), 3);
        assert!(names.values().all(|name| name == "Red Crescent C"));
        assert_eq!(organisations::find(db, "Red Crescent A")?, Found::One(c));
        let mut all = [a, b, c];
        all.sort_unstable();
        assert_eq!(organisations::matching(db, "crescent", 10)?, all);
        assert_eq!(organisations::merged_ids(db, c)?.len(), 3);
        assert_eq!(organisations::some_names(db, 10)?, ["Red Crescent C"]);
        assert_eq!(verbs(db, Subject::Organisation, b)?, [Verb::Merged, Verb::Merged, Verb::Created]);
        Ok(())
    });
}

#[test]
fn a_place_is_found_by_code_name_and_country() {
    within(|db| {
        let Found::One(termez) = places::find(db, "UZTER")? else { panic!("it is built in") };
        for typed in ["uz ter", "Termez", "Termez (UZTER)", "термез", "Termez, Uzbekistan", "ترمذ", "Termez, UZ"]
        {
            assert_eq!(places::find(db, typed)?, Found::One(termez), "{typed}");
        }
        assert_eq!(places::find(db, "Termez, Kazakhstan")?, Found::Nothing);
        let Found::Many(several) = places::find(db, "Hyderabad")? else { panic!("there are two") };
        for (id, label) in several {
            assert_eq!(places::find(db, &label)?, Found::One(id), "{label}");
        }
        let Found::One(pakistan) = places::find(db, "Hyderabad, Pakistan")? else { panic!("there is one") };
        assert_eq!(places::labels(db, &[pakistan])?[&pakistan].code, "PKHDD");
        assert_eq!(places::some_names(db, 3)?, ["Almaty (KZALA)", "Astana (KZAST)", "Termez (UZTER)"]);
        assert_eq!(verbs(db, Subject::Place, termez)?, []);
        Ok(())
    });
}

#[test]
fn a_place_of_another_is_told_apart() {
    within(|db| {
        let here = places::actions::take(db, "Gate 9", &the_house())?;
        assert_eq!(places::find(db, "gate 9")?, Found::One(here));
        let afghan = places::actions::take(db, "Gate 9, Afghanistan", &the_house())?;
        assert_ne!(here, afghan);
        let Found::Many(several) = places::find(db, "Gate 9")? else { panic!("there are two") };
        assert_eq!(several.iter().map(|(_, label)| label.as_str()).collect::<Vec<_>>(), ["Gate 9, ?", "Gate 9, AF"]);
        for (id, label) in several {
            assert_eq!(places::find(db, &label)?, Found::One(id), "{label}");
        }
        let coded = places::actions::take(db, "Gate 9 (AFGN9)", &the_house())?;
        assert_eq!(places::labels(db, &[coded])?[&coded].label(), "Gate 9 (AFGN9)");
        let again = form(&[("name", "gate-9"), ("country", "AF")]);
        let refused = places::actions::create(db, &again, &the_house())?.unwrap_err();
        assert_eq!(problems(refused), [("name".into(), "error-place-taken")]);
        let code = form(&[("name", "Other"), ("locode", "uzter")]);
        let refused = places::actions::create(db, &code, &the_house())?.unwrap_err();
        assert_eq!(problems(refused), [("locode".into(), "error-locode-taken")]);
        places::actions::merge(db, coded, "Gate 9, AF", &the_house())?.unwrap();
        assert_eq!(places::find(db, "AFGN9")?, Found::One(afghan));
        assert_eq!(places::find(db, "Gate 9 (AFGN9)")?, Found::One(afghan));
        assert_eq!(places::labels(db, &[coded])?[&coded].id, afghan);
        Ok(())
    });
}

#[test]
fn goods_are_found_in_any_language() {
    within(|db| {
        let Found::One(flour) = catalogue::find(db, "wheat FLOUR")? else { panic!("it is built in") };
        for typed in ["Пшеничная мука", "آرد گندم", "flour", "Бидай ұны"] {
            assert_eq!(catalogue::find(db, typed)?, Found::One(flour), "{typed}");
        }
        let items = catalogue::items(db, &[flour], en())?;
        assert_eq!((items[&flour].category, items[&flour].name(en())), (Category::Cereals, "Wheat flour"));
        assert!(catalogue::matching(db, "мук", 50)?.contains(&flour));
        let carpet = catalogue::actions::add(db, "Flying carpet", Category::Household, None, &the_house())?;
        assert_eq!(catalogue::actions::add(db, "flying CARPET", Category::Other, None, &the_house())?, carpet);
        assert_eq!(catalogue::some_names(db, en(), 1)?, ["Flying carpet"]);
        let taken = form(&[("name.en", "Big carpet"), ("name.ru", "flour"), ("category", "household")]);
        let refused = catalogue::actions::create(db, &taken, &the_house())?.unwrap_err();
        assert_eq!(problems(refused), [("name.ru".into(), "error-item-taken")]);
        let typed = form(&[("name.kk", "Ұшатын кілем"), ("other_names", "z\na\ny"), ("category", "household")]);
        let id = catalogue::actions::create(db, &typed, &the_house())?.unwrap();
        assert_eq!(catalogue::actions::create(db, &typed, &the_house())?.unwrap(), id);
        catalogue::actions::merge(db, id, "Flying carpet", &the_house())?.unwrap();
        assert_eq!(catalogue::find(db, "ұшатын кілем")?, Found::One(carpet));
        assert_eq!(catalogue::items(db, &[id, carpet], en())?[&id].id, carpet);
        assert_eq!(verbs(db, Subject::Item, carpet)?, [Verb::Merged, Verb::Created]);
        Ok(())
    });
}
