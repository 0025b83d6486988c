//! Spreadsheets, brought as people bring them: looked at, told what their columns mean, taken in, known again, corrected, taken back.

use crate::{
    harness::{Answer, House, each_engine, the_house, within},
    journey,
    logging::{flour, logged, mission},
};
use keruen::{
    accounts::Role,
    consignments::{self, Consignment, Facet, Measure, Status},
    exchange::{
        self,
        cupboards::Cupboard,
        mapping::Mapping,
        model::{Counts, Import, Stage},
        reading::Limits,
        report::Report,
        run::{self, Manner},
    },
    missions,
    values::{Id, Moment, Qualifier},
};
use std::{collections::BTreeMap, io::Read, path::Path};

/// Brings a file for a mission and keeps what is proposed; answers the import's id. Nothing of it is taken in.
pub async fn brought(house: &House, code: &str, name: &str, bytes: &[u8]) -> Id {
    let id = Id::fresh();
    let fields = [("id", id.to_string()), ("mission", code.to_string())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = house.send(journey::with_file("/imports", &fields, name, bytes)).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(answer.location(), format!("/imports/{id}/columns"));
    id
}

/// [`brought`], with what is proposed of its columns kept but for these fields of the form; answers what would come of it.
async fn seen(house: &House, code: &str, name: &str, bytes: &[u8], said: &[(&str, &str)]) -> (Id, Answer) {
    let id = brought(house, code, name, bytes).await;
    let page = house.get(&format!("/imports/{id}/columns")).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let mut form = page.form();
    form.retain(|(name, _)| !said.iter().any(|(own, _)| own == name));
    form.extend(said.iter().map(|(name, value)| (name.to_string(), value.to_string())));
    let answer = house.post_form(&format!("/imports/{id}/columns"), &form).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    (id, house.get(&format!("/imports/{id}")).await)
}

/// Takes an import in, as its page offers.
async fn taken_in(house: &House, id: Id) -> Answer {
    let answer = house.post(&format!("/imports/{id}"), &[("reason", "so the list says")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    house.get(&format!("/imports/{id}")).await
}

pub fn counts(house: &House, id: Id) -> Counts {
    house.pool.read_now(|db| exchange::find(db, id)).unwrap().unwrap().counts
}

fn kept(house: &House, mission: Id) -> Vec<Consignment> {
    house
        .pool
        .read_now(|db| {
            let ids = consignments::ids_after(db, None, 100_000)?;
            let mut all = consignments::load(db, &ids)?;
            all.retain(|c| c.mission == mission);
            all.sort_by_key(|c| c.number);
            Ok(all)
        })
        .unwrap()
}

/// Takes a file in as the command line does.
pub fn run_in(
    house: &House,
    mission: Option<Id>,
    file: &Path,
    mapping: Option<&str>,
    dry: bool,
) -> Result<Report, String> {
    run_with(house, mission, file, mapping.map(|text| Mapping::read(text).unwrap()), dry)
}

/// Takes a list into a cupboard as the command line does.
pub fn run_into(house: &House, into: Cupboard, name: &str, bytes: &[u8], dry: bool) -> Result<Report, String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(name);
    std::fs::write(&file, bytes).unwrap();
    run_with(house, None, &file, Some(Mapping { into: Some(into), ..Mapping::default() }), dry)
}

fn run_with(
    house: &House,
    mission: Option<Id>,
    file: &Path,
    said: Option<Mapping>,
    dry: bool,
) -> Result<Report, String> {
    let who = the_house();
    let lang = who.lang;
    let mut opened = run::open(&house.pool, file, Limits::of_bytes(2_000_000_000), said)
        .map_err(|cause| exchange::told::unopened(&cause, lang))?;
    let mission = mission.map(|id| house.pool.read_now(|db| missions::find(db, id)).unwrap().unwrap());
    let (sha256, size) = run::print_of(file).unwrap();
    let name = file.file_name().unwrap().to_string_lossy().to_string();
    let done = if dry {
        run::preview(&house.pool, &mut opened, mission.as_ref(), (&name, &sha256), false, &who)
    } else {
        let import = Import {
            id: Id::fresh(),
            mission: mission.as_ref().map(|mission| mission.id),
            name,
            sha256,
            size: size as i64,
            signature: opened.signature(),
            mapping: opened.mapping.clone(),
            stage: Stage::Running,
            counts: Counts::default(),
            by: None,
            at: Moment::now(),
            ended: None,
        };
        house.pool.write_now(|db| exchange::actions::bring(db, &import, &who)).unwrap();
        let manner = Manner { reason: "so the file says", strict: false };
        run::take_in(&house.pool, &mut opened, (&import, mission.as_ref()), manner, &who, |_| {})
    };
    done.map_err(|cause| format!("{} ({cause:?})", exchange::told::stopped(&cause, lang)))
}

pub fn data(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name)
}

pub fn shipped_mapping(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/mappings").join(name)).unwrap()
}

const LOADS: &str = "Our list of loads\n\n\
    Waybill,Goods,Qty,Unit,Mode,Date,Weight (kg),Colour,Expiry date\n\
    W-1,Wheat flour,272.728,t,Train,17.4.2023,see below,white,2024-06\n\
    W-1,Vegetable oil,60000,l,Train,17.4.2023,,yellow,\n\
    ,,,,,,,,\n\
    W-2,Blankets,2000,pcs,lorry,18.4.2023,3000,grey,\n\
    W-3,Rice,many,t,rail,19.4.2023,,white,\n";

each_engine! {
    /// What a person sees, step by step.
    async fn a_spreadsheet_comes_in_by_its_steps(house: House) {
        let mission = mission(&house, "STEPS-1").await;
        let (id, page) = seen(&house, "STEPS-1", "loads.csv", LOADS.as_bytes(), &[]).await;
        let text = page.text();
        assert!(kept(&house, mission).is_empty(), "nothing is done before it is seen");
        for said in ["Refused", "“many” is not a number", "see below", "272.728", "Kept as text"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        let page = taken_in(&house, id).await;
        assert!(page.text().contains("Taken in"), "{}", page.text());
        let wanted = Counts { made: 2, lines: 3, unchanged: 0, changed: 0, refused: 1, blank: 1 };
        assert_eq!(counts(&house, id), wanted, "every row once");
        let loads = kept(&house, mission);
        assert_eq!(loads.len(), 2);
        let first = &loads[0].body;
        assert_eq!((first.external_ref.as_str(), first.lines.len()), ("W-1", 2));
        assert_eq!(first.lines[0].quantity.milli(), 272_728_000);
        assert_eq!(first.lines[0].net, None, "a word is no weight");
        assert!(first.lines[0].note.contains("Weight (kg): see below") && first.lines[0].note.contains("Colour: white"));
        assert_eq!(first.lines[0].expiry.unwrap().iso(), "2024-06");
        assert_eq!(loads[1].body.main().unwrap().mode.code(), "road");
        assert_eq!(loads[1].body.lines[0].net, Some(3_000_000));
        // Whoever asks where it comes from is told the file, its print, the rows, and who brought it.
        let past = house.get(&format!("/consignments/{}", loads[0].id)).await.text();
        assert!(past.contains("From loads.csv (SHA-256 ") && past.contains("rows 4, 5"), "{past}");
        // The rows that were refused, with why; corrected, they come in, and the others are known.
        let refused = house.get(&format!("/imports/{id}/refused.csv")).await;
        let refused = refused.body;
        assert!(refused.contains("W-3,Rice,many") && refused.contains("refused_because"), "{refused}");
        let corrected = refused.replace("many", "60");
        let (again, _) = seen(&house, "STEPS-1", "corrected.csv", corrected.as_bytes(), &[]).await;
        taken_in(&house, again).await;
        assert_eq!(counts(&house, again), Counts { made: 1, lines: 1, ..Counts::default() });
        // Taken back as a whole, it can be brought again.
        let answer = house.post(&format!("/imports/{id}/undo"), &[("reason", "a wrong list")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(kept(&house, mission).iter().filter(|c| c.void.is_some()).count(), 2);
        let (anew, _) = seen(&house, "STEPS-1", "loads.csv", LOADS.as_bytes(), &[]).await;
        taken_in(&house, anew).await;
        assert_eq!(counts(&house, anew).made, 2);
        let astray = house.pool.read_now(exchange::actions::astray).unwrap();
        assert!(astray.names.is_empty(), "{astray:?}");
    }

    /// The same rows make no second copy, whatever the file is called and however it is written; others are corrections.
    async fn what_is_known_is_known_again(house: House) {
        let mission = mission(&house, "AGAIN-1").await;
        let (id, _) = seen(&house, "AGAIN-1", "loads.csv", LOADS.as_bytes(), &[]).await;
        taken_in(&house, id).await;
        let turned = format!("\u{feff}{}", LOADS.replace(',', ";").replace('\n', "\r"));
        let (same, page) = seen(&house, "AGAIN-1", "other name.txt", turned.as_bytes(), &[]).await;
        assert!(page.text().contains("nothing new"), "{}", page.text());
        taken_in(&house, same).await;
        assert_eq!(counts(&house, same), Counts { unchanged: 3, refused: 1, blank: 1, ..Counts::default() });
        assert_eq!(kept(&house, mission).len(), 2);
        // A figure of what has left is corrected, with the old one beside it.
        let changed = LOADS.replace("272.728", "272.8");
        let (more, page) = seen(&house, "AGAIN-1", "loads.csv", changed.as_bytes(), &[]).await;
        assert!(page.text().contains("272.8"), "{}", page.text());
        taken_in(&house, more).await;
        assert_eq!(counts(&house, more), Counts { changed: 2, unchanged: 1, refused: 1, blank: 1, ..Counts::default() });
        let load = &kept(&house, mission)[0];
        assert_eq!(load.body.lines[0].quantity.milli(), 272_800_000);
        assert_eq!((load.amendments[0].old.as_str(), load.amendments[0].reason.as_str()), ("272.728 TNE", "so the list says"));
        // The correction depends on the first import, which cannot be taken back before it.
        let answer = house.post(&format!("/imports/{id}/undo"), &[("reason", "x")]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains("AGAIN-1/001"), "{}", answer.text());
        let answer = house.post(&format!("/imports/{more}/undo"), &[("reason", "it was right")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(kept(&house, mission)[0].body.lines[0].quantity.milli(), 272_728_000);
        assert!(house.pool.read_now(consignments::derived::differences).is_ok_and(|it| !it.any()));
        // Now nothing depends on the first one any more.
        let answer = house.post(&format!("/imports/{id}/undo"), &[("reason", "it was another mission's")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert!(kept(&house, mission).iter().all(|load| load.void.is_some()));
    }

    /// What somebody logged by hand under the same reference is that consignment, not a second one.
    async fn what_was_logged_by_hand_is_known_by_its_reference(house: House) {
        let mission = mission(&house, "HAND-1").await;
        logged(&house, &flour("HAND-1").set("external_ref", "W-1").set("line.0.batch", "B-7")).await;
        let (id, _) = seen(&house, "HAND-1", "loads.csv", b"Waybill,Goods,Qty,Unit,Mode,Date\nW-1,Wheat flour,272.728,t,rail,17.4.2023\n", &[]).await;
        taken_in(&house, id).await;
        assert_eq!(counts(&house, id), Counts { unchanged: 1, ..Counts::default() });
        let loads = kept(&house, mission);
        assert_eq!((loads.len(), loads[0].body.lines[0].batch.as_str()), (1, "B-7"));
    }

    /// What can be read in two ways is asked about, what is not read is said, and an empty cell takes nothing away.
    async fn what_is_doubtful_is_said(house: House) {
        let mission = mission(&house, "DOUBT-1").await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("loads.csv");
        let brought = |text: &str, dry: bool| {
            std::fs::write(&file, text).unwrap();
            run_in(&house, Some(mission), &file, None, dry).unwrap()
        };
        let says = |report: &Report| report.doubts.iter().map(|it| it.says.clone()).collect::<Vec<_>>().join(" ");
        let report = brought("№ накладной;Goods;Quantity;Unit;Mode;Shipped on\nД-1;Rice;12.500;kg;rail;3/4/2024\nД-1;Sugar;1.750;kg;rail;3/4/2024\n", false);
        assert_eq!((report.counts.made, report.counts.lines), (1, 2));
        assert!(says(&report).contains("If it parts thousands") && says(&report).contains("If it is the other way round"), "{}", says(&report));
        let report = brought("Waybill;Goods;Quantity;Unit\nД-1;Rice;;kg\nД-1;Sugar;1.8;kg\n", false);
        assert_eq!(report.counts, Counts { changed: 2, ..Counts::default() });
        let lines = &kept(&house, mission)[0].body.lines;
        assert_eq!((lines[0].quantity.milli(), lines[1].quantity.milli()), (12_500, 1_800), "an empty cell says nothing");
        let report = brought("Goods;Quantity;Unit;Mode;Date;Value;Currency\nRice;10;t;rail;2024-05-01;1200;USD\nTotal weight;10;t;;;;\nИтого;10;t;;;;\n", true);
        assert!(says(&report).contains("looks like a row that sums up others"), "{}", says(&report));
        assert!(report.refused[0].spots[0].says.contains("only sums up others"), "{:?}", report.refused);
        assert_eq!(report.totals.amounts().next().map(|(code, _, minor, _)| (code, minor)), Some(("line_value", 120_000)));
        let mut zip = zip::ZipWriter::new(std::fs::File::create(folder.path().join("two.zip")).unwrap());
        for name in ["march.csv", "april.csv"] {
            zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            std::io::Write::write_all(&mut zip, b"Goods,Quantity,Unit,Date\nTea,5,t,2024-03-01\n").unwrap();
        }
        zip.finish().unwrap();
        let report = run_in(&house, Some(mission), &folder.path().join("two.zip"), None, true).unwrap();
        assert_eq!(report.unread.len(), 1, "{:?}", report.unread);
    }

    /// What says the same as a load that bears no reference, or says none itself, is asked about; two references tell loads apart.
    async fn what_may_be_there_already_is_asked_about(house: House) {
        let mission = mission(&house, "TWICE-1").await;
        logged(&house, &flour("TWICE-1")).await;
        logged(&house, &flour("TWICE-1").set("external_ref", "W-9").set("leg.0.departed", "18.4.2023").set("line.0.goods", "Rice")).await;
        let file = b"Waybill,Goods,Qty,Unit,Mode,Date
W-1,Wheat flour,272.728,t,rail,17.4.2023
W-2,Rice,272.728,t,rail,18.4.2023
,Rice,272.728,t,rail,18.4.2023
W-3,Wheat flour,272.728,t,rail,19.4.2023
";
        let (id, page) = seen(&house, "TWICE-1", "loads.csv", file, &[]).await;
        let said = page.text();
        assert_eq!(said.matches("It says the same as").count(), 2, "{said}");
        assert!(said.contains("TWICE-1/001, which is logged already") && said.contains("TWICE-1/002, which"), "{said}");
        let answer = house.post(&format!("/imports/{id}"), &[("strict", "1")]).await;
        assert_eq!(answer.status, 303);
        assert_eq!(counts(&house, id), Counts { made: 2, lines: 2, refused: 2, ..Counts::default() });
        assert_eq!(kept(&house, mission).len(), 4);
    }

    /// Lines are known by their goods, not by where they stand; what is not told stays, and what cannot be told apart is refused.
    async fn lines_are_known_by_their_goods(house: House) {
        let mission = mission(&house, "LINES-1").await;
        let file = |rows: &[(&str, &str)]| {
            let rows = rows.iter().map(|(goods, t)| format!("W-1,{goods},{t},t,rail,17.4.2023\n"));
            format!("Waybill,Goods,Qty,Unit,Mode,Date\n{}", rows.collect::<String>())
        };
        let lines = || kept(&house, mission)[0].body.lines.iter().map(|line| line.quantity.milli()).collect::<Vec<_>>();
        let first = file(&[("Wheat flour", "10"), ("Beans of the garden", "60")]);
        let (id, _) = seen(&house, "LINES-1", "a.csv", first.as_bytes(), &[]).await;
        taken_in(&house, id).await;
        assert_eq!(lines(), [10_000_000, 60_000_000]);
        let turned = file(&[("beans of the garden", "61"), ("wheat flour", "10")]);
        let (id, page) = seen(&house, "LINES-1", "b.csv", turned.as_bytes(), &[]).await;
        assert!(!page.text().contains("stay as they are"), "{}", page.text());
        taken_in(&house, id).await;
        assert_eq!((counts(&house, id).changed, lines()), (2, vec![10_000_000, 61_000_000]));
        let part = file(&[("Wheat flour", "11")]);
        let (id, page) = seen(&house, "LINES-1", "c.csv", part.as_bytes(), &[]).await;
        assert!(page.text().contains("stay as they are"), "{}", page.text());
        taken_in(&house, id).await;
        assert_eq!((counts(&house, id).changed, lines()), (1, vec![11_000_000, 61_000_000]));
        let others = file(&[("Rice", "1"), ("Tents", "2")]);
        let (id, page) = seen(&house, "LINES-1", "d.csv", others.as_bytes(), &[]).await;
        assert!(page.text().contains("known with other goods"), "{}", page.text());
        taken_in(&house, id).await;
        assert_eq!((counts(&house, id).refused, lines()), (2, vec![11_000_000, 61_000_000]));
    }

    /// A number is this mission's own, or none; and leaves room for those that follow.
    async fn a_number_is_the_missions_own(house: House) {
        let mission = mission(&house, "NUM-1").await;
        let file = "No.,Goods,Qty,Unit,Date\nnum-1/5,rice,1,t,2023-05-01\nOTHER/6,rice,2,t,2023-05-01\n\
                    9223372036854775807,rice,3,t,2023-05-01\n7,rice,4,t,2023-05-01\n7,rice,5,t,2023-05-01\n";
        let said = [("column.0.means", "number")];
        let (id, page) = seen(&house, "NUM-1", "numbers.csv", file.as_bytes(), &said).await;
        assert!(page.text().contains("reads like NUM-1/12"), "{}", page.text());
        taken_in(&house, id).await;
        let numbers: Vec<i64> = kept(&house, mission).iter().map(|c| c.number).collect();
        assert_eq!((counts(&house, id).made, numbers.contains(&5)), (2, true), "{numbers:?}");
    }

    /// What was told of words, and what holds for every row, is still so when the columns are said again.
    async fn what_was_said_of_words_stays(house: House) {
        mission(&house, "WORDS-1").await;
        let file = "Goods,Qty,Unit,Mode,Date\nrice,1,t,zugweise,2023-05-01\nrice,2,t,auf rädern,2023-05-02\n";
        let (id, _) = seen(&house, "WORDS-1", "words.csv", file.as_bytes(), &[("column.3.means", "mode")]).await;
        let path = format!("/imports/{id}/columns");
        let told = |form: &[(String, String)], word: &str| {
            let said = form.iter().find(|(name, value)| name.contains(".said.") && value == word);
            said.map(|(name, _)| name.replace(".said.", ".word.")).unwrap()
        };
        let mut form = house.get(&path).await.form();
        let own = told(&form, "zugweise");
        form.retain(|(name, _)| *name != own);
        form.push((own, "rail".into()));
        form.push(("fixed.batch".into(), "B-9".into()));
        let answer = house.post_form(&path, &form).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let again = house.get(&path).await.form();
        let value = |name: &str| again.iter().find(|(own, _)| own == name).map(|(_, value)| value.clone()).unwrap_or_default();
        assert_eq!(value(&told(&again, "zugweise")), "rail");
        assert_eq!(value(&told(&again, "auf rädern")), "");
        assert_eq!(value("fixed.batch"), "B-9");
    }

    /// Files that are no tables, or mean harm, are refused with a sentence, and nothing falls over.
    async fn what_is_no_spreadsheet_is_refused_with_a_sentence(house: House) {
        mission(&house, "BAD-1").await;
        let wide = (0..10_000).map(|n| format!("c{n}")).collect::<Vec<_>>().join(",") + "\n1,2,3\n";
        let long = format!("goods,quantity\n{},1\n", "x".repeat(5_000_000));
        for (name, bytes, said) in [
            ("page.xls", b"<html><table><tr><td>1</td></tr></table></html>".to_vec(), "a web page"),
            ("paper.csv", b"%PDF-1.7 goods,quantity".to_vec(), "a PDF document"),
            ("list.json", b"[{\"goods\": \"flour\"}]".to_vec(), "JSON"),
            ("wide.csv", wide.into_bytes(), "more than 512 columns"),
            ("long.csv", long.into_bytes(), "more than 100"),
            ("quote.csv", format!("goods,quantity\n\"flour,1\n{}", "rice,1\n".repeat(50)).into_bytes(), "quotation mark"),
            ("cut.xlsx", b"PK\x03\x04 cut off".to_vec(), "broken"),
            ("blank.csv", b"\n\n\n".to_vec(), "nothing in the file"),
            ("list.csv", b"item code,item description\nA1,\"BAG, PE\"\n".to_vec(), "No column says how much"),
            ("names.csv", b"goods,quantity,unit\n".to_vec(), "no rows below"),
        ] {
            let id = brought(&house, "BAD-1", name, &bytes).await;
            for page in ["columns", ""] {
                let page = house.get(format!("/imports/{id}/{page}").trim_end_matches('/')).await;
                assert_eq!(page.status, 200, "{name}");
                let well = page.text().contains(said) || (name == "list.csv" && page.text().contains("What the columns mean"));
                assert!(well, "{name}: {}", page.text());
            }
        }
        let answer = house.send(journey::with_file("/imports", &[("mission", "BAD-1")], "none.csv", b"")).await;
        assert_eq!(answer.status, 422);
    }

    /// Of conflicting reports none counts until somebody chooses.
    async fn conflicting_reports_wait_for_a_choice(house: House) {
        let mission = mission(&house, "REP-1").await;
        let report = run_in(&house, Some(mission), &data("reported_consignments.csv"), Some(&shipped_mapping("reported.toml")), false).unwrap();
        assert_eq!(report.counts, Counts { made: 90, lines: 132, refused: 3, ..Counts::default() });
        let loads = kept(&house, mission);
        let named = |reference: &str| loads.iter().find(|c| c.body.external_ref == reference).unwrap();
        // "More than 4 000 t", not stated, one quantity of several goods, wagons of a consignment of several rows.
        let line = &named("KZ-AF-2021-10").body.lines[0];
        assert_eq!((line.quantity.qualifier(), line.quantity.milli()), (Qualifier::AtLeast, 4_000_000_000));
        assert_eq!(named("KZ-AF-2023-04-B").body.lines[0].quantity.qualifier(), Qualifier::NotStated);
        assert_eq!(named("KZ-AF-2023-04-C").body.lines[0].goods.len(), 5);
        let paktika = named("KZ-AF-2022-08");
        assert_eq!((paktika.body.lines.len(), paktika.body.main().unwrap().units), (6, Some(9)));
        let thousand = loads.iter().flat_map(|c| &c.body.lines).find(|line| line.quantity.milli() == 2_200_000_000).unwrap();
        assert_eq!(thousand.quantity.unit().code(), "TNE", "2.2 thousand tonnes");
        // 81 wagons or 80: neither counts yet.
        let units = |house: &House| {
            let cells = house.pool.read_now(|db| consignments::sums_of(db, mission, &[])).unwrap();
            let of = |c: &&consignments::Cell| c.facet == Facet::All && c.measure == Measure::Units && c.unit == "wagon";
            cells.iter().filter(|(cell, _)| of(cell)).map(|(_, figures)| figures.amount).sum::<i64>()
        };
        let before = units(&house);
        let (one, other) = (named("KZ-AF-2023-04-A"), named("KZ-AF-2023-04-C"));
        assert_eq!((one.contested.as_str(), one.standing()), ("G-KZ-2023-04", "contested"));
        let page = house.get(&format!("/missions/{mission}/conflicts?group=G-KZ-2023-04")).await;
        assert!(page.text().contains("5 403 t") && page.text().contains("Kazakhstan sends humanitarian aid"), "{}", page.text());
        let choice = |id: Id| vec![("group".to_string(), "G-KZ-2023-04".to_string()), (format!("counts.{id}"), "1".into()), ("reason".into(), "the sender’s own figure".into())];
        let address = format!("/missions/{mission}/conflicts");
        let answer = house.post_form(&address, &choice(one.id)[..1]).await;
        assert_eq!(answer.status, 422, "{}", answer.text());
        assert_eq!(house.post_form(&address, &choice(one.id)).await.status, 303);
        assert_eq!(house.post_form(&address, &choice(one.id)).await.status, 303, "sent twice");
        assert_eq!(units(&house), before + 81);
        let after = kept(&house, mission);
        let standing = |id: Id| after.iter().find(|c| c.id == id).unwrap().standing();
        assert_eq!(standing(one.id), "arrived");
        assert_eq!(standing(other.id), "void");
        assert!(house.pool.read_now(consignments::derived::differences).is_ok_and(|it| !it.any()));
        let again = run_in(&house, Some(mission), &data("reported_consignments.csv"), Some(&shipped_mapping("reported.toml")), false).unwrap();
        assert_eq!(again.counts, Counts { unchanged: 132, refused: 3, ..Counts::default() });
    }

    /// Years of deliveries come in whole, to the cent, and not a second time.
    async fn ten_thousand_deliveries_come_in_whole(house: House) {
        let mission = mission(&house, "SCMS").await;
        let file = data("scms_deliveries.zip");
        let report = run_in(&house, Some(mission), &file, Some(&shipped_mapping("scms.toml")), false).unwrap();
        assert_eq!(report.counts, Counts { made: 7_030, lines: 10_324, ..Counts::default() });
        let totals = &report.totals;
        let money: BTreeMap<&str, (i128, i64)> = totals.amounts().map(|(code, _, minor, rows)| (code, (minor, rows))).collect();
        assert_eq!(money["line_value"].0, 162_758_445_729);
        assert_eq!(money["freight"], (6_881_784_941, 6_198));
        assert_eq!(money["insurance"], (241_006_061, 10_037));
        assert_eq!(totals.measured["net_kg"], (21_820_540_000, 6_372));
        assert_eq!(totals.quantities.values().map(|sum| sum.milli).sum::<i128>(), 189_265_090_000);
        let by_mode = |words: &str| report.by_mode[words].amounts().find(|(code, ..)| *code == "line_value").unwrap().2;
        for (words, cents) in [("Air", 62_728_593_745), ("Truck", 58_738_236_910), ("Air Charter", 24_637_223_115), ("Ocean", 12_617_794_379), ("N/A", 4_036_597_580)] {
            assert_eq!(by_mode(words), cents, "{words}");
        }
        // What the house adds up says the same: air and air charter are both by air.
        let cells = house.pool.read_now(|db| consignments::sums_of(db, mission, &[])).unwrap();
        let sum = |facet: Facet, value: &str, measure: Measure| -> i64 {
            let of = |c: &consignments::Cell| c.facet == facet && c.value == value && c.measure == measure;
            cells.iter().filter(|(cell, _)| of(cell)).map(|(_, figures)| figures.amount).sum()
        };
        assert_eq!(sum(Facet::All, "", Measure::Value), 162_758_445_729);
        assert_eq!(sum(Facet::All, "", Measure::Freight), 6_881_784_941);
        assert_eq!(sum(Facet::Mode, "air", Measure::Value), 62_728_593_745 + 24_637_223_115);
        assert_eq!(sum(Facet::Mode, "sea", Measure::Value), 12_617_794_379);
        assert_eq!(sum(Facet::All, "", Measure::Quantity), 189_265_090_000);
        // The same with line ends of another kind.
        let mut text = vec![];
        let mut zip = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
        zip.by_index(0).unwrap().read_to_end(&mut text).unwrap();
        text.iter_mut().filter(|byte| **byte == b'\n').for_each(|byte| *byte = b'\r');
        let folder = tempfile::tempdir().unwrap();
        let turned = folder.path().join("scms_deliveries_cr_only.csv");
        std::fs::write(&turned, text).unwrap();
        let again = run_in(&house, Some(mission), &turned, Some(&shipped_mapping("scms.toml")), false).unwrap();
        assert_eq!(again.counts, Counts { unchanged: 10_324, ..Counts::default() });
        let one = kept(&house, mission).into_iter().find(|c| c.body.external_ref == "ASN-8").unwrap();
        assert_eq!((one.body.status, one.body.lines[0].goods[0].name.as_str()), (Status::Arrived, "HIV, Reveal G3 Rapid HIV-1 Antibody Test, 30 Tests"));
        assert_eq!(one.body.main().unwrap().arrived.unwrap().iso(), "2006-06-02");
    }

    /// Who logs in one mission brings files for it, and learns nothing of another.
    async fn a_file_keeps_to_the_missions_of_who_brings_it(house: House) {
        let (own, other) = (mission(&house, "OWN-1").await, mission(&house, "OTHER-1").await);
        let them = house.person("logger", &[within(Role::Logger, own)]);
        let file = b"mission,goods,quantity,unit,date\nOWN-1,rice,1,t,2023-05-01\nOTHER-1,rice,1,t,2023-05-01\n";
        let (id, page) = seen(&them, "OWN-1", "both.csv", file, &[]).await;
        assert!(page.text().contains("no mission “OTHER-1”"), "{}", page.text());
        taken_in(&them, id).await;
        assert_eq!(counts(&house, id), Counts { made: 1, lines: 1, refused: 1, ..Counts::default() });
        assert!(kept(&house, other).is_empty());
        let foreign = brought(&house, "OTHER-1", "other.csv", file).await;
        for (method, path) in [("GET", ""), ("GET", "/columns"), ("GET", "/refused.csv"), ("GET", "/mapping.toml"), ("POST", ""), ("POST", "/columns")] {
            let path = format!("/imports/{foreign}{path}");
            let answer = if method == "GET" { them.get(&path).await } else { them.post(&path, &[]).await };
            assert_eq!(answer.status, 404, "{method} {path}");
        }
        assert!(!them.get("/imports").await.text().contains("other.csv"));
    }
}

each_engine! {
    /// A large file comes in piece by piece; cut off between two of them it goes on where it was, and nothing is doubled.
    async fn a_large_file_goes_on_where_it_was_cut_off(house: House) {
        let mission = mission(&house, "LARGE-1").await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("large.csv");
        let mut text = String::from("Waybill,Goods,Qty,Unit,To,Date\n");
        // Rows of one consignment stand far apart.
        for n in 0..20_400 {
            let n = n % 20_000;
            text.push_str(&format!("W-{n},Rice,1.5,t,Place {},2023-05-{:02}\n", n % 7, n % 28 + 1));
        }
        std::fs::write(&file, text).unwrap();
        let who = the_house();
        let (sha256, size) = run::print_of(&file).unwrap();
        let import = Import {
            id: Id::fresh(),
            mission: Some(mission),
            name: "large.csv".into(),
            sha256,
            size: size as i64,
            signature: String::new(),
            mapping: Mapping::default(),
            stage: Stage::Running,
            counts: Counts::default(),
            by: None,
            at: Moment::now(),
            ended: None,
        };
        house.pool.write_now(|db| exchange::actions::bring(db, &import, &who)).unwrap();
        let its_mission = house.pool.read_now(|db| missions::find(db, mission)).unwrap();
        let take = |import: &Import, stop_at: usize| {
            let mut opened = run::open(&house.pool, &file, Limits::of_bytes(2_000_000_000), None).map_err(|_| ()).unwrap();
            let manner = Manner { reason: "", strict: false };
            run::take_in(&house.pool, &mut opened, (import, its_mission.as_ref()), manner, &who, |rows| assert!(rows < stop_at, "cut off"))
        };
        let cut = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| take(&import, 6_000)));
        assert!(cut.is_err());
        let half = house.pool.read_now(|db| exchange::find(db, import.id)).unwrap().unwrap();
        assert_eq!(half.stage, Stage::Running);
        assert!(half.counts.made > 1_000 && half.counts.made < 19_000, "{:?}", half.counts);
        take(&half, usize::MAX).unwrap();
        let whole = house.pool.read_now(|db| exchange::find(db, import.id)).unwrap().unwrap();
        assert_eq!((whole.stage, whole.counts), (Stage::Applied, Counts { made: 20_000, lines: 20_400, ..Counts::default() }));
        assert_eq!(house.pool.read_now(consignments::count).unwrap(), 20_000);
        assert!(house.pool.read_now(consignments::derived::differences).is_ok_and(|it| !it.any()));
    }
}
