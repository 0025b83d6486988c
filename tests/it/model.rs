//! The account against a model of it: random sequences of what people do, on both engines, against a few lines that say what
//! should come of it, and against each other.

use crate::{
    harness::{Holding, House},
    journey::{kept, keys, receipt, sound, step},
    logging::{flour, mission},
};
use keruen::{
    consignments::{Measure, all_sums, model::Status},
    values::Id,
};
use std::collections::BTreeMap;

/// What chance brings, the same for the same seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// What a receipt found of each line: good, damaged, missing, in grams.
#[derive(Debug, Clone)]
struct Receipt {
    id: Id,
    found: Vec<[i64; 3]>,
    void: bool,
}

/// A consignment as the model has it.
#[derive(Debug, Clone)]
struct Load {
    id: Id,
    /// What each line holds, in grams.
    lines: Vec<i64>,
    left: bool,
    arrived: bool,
    /// Received by its form alone.
    by_word: bool,
    receipts: Vec<Receipt>,
    /// Called off, lost or turned back: what is the last of it.
    ended: Option<Status>,
    lost: bool,
    closed: bool,
    void: bool,
    corrections: usize,
}

impl Load {
    fn live(&self) -> impl Iterator<Item = &Receipt> {
        self.receipts.iter().filter(|receipt| !receipt.void)
    }

    fn found(&self, line: usize) -> [i64; 3] {
        self.live().fold([0; 3], |sum, receipt| std::array::from_fn(|n| sum[n] + receipt.found[line][n]))
    }

    fn rest(&self, line: usize) -> i64 {
        self.lines[line] - self.found(line).iter().sum::<i64>()
    }

    fn status(&self) -> Status {
        let some = self.live().next().is_some();
        let complete = some && (0..self.lines.len()).all(|line| self.rest(line) <= 0);
        if self.closed && self.ended.is_none() {
            Status::Closed
        } else if complete {
            Status::Received
        } else if let Some(ended) = self.ended {
            ended
        } else if some {
            Status::PartlyReceived
        } else if self.by_word {
            Status::Received
        } else if self.arrived {
            Status::Arrived
        } else if self.left {
            Status::InTransit
        } else {
            Status::Planned
        }
    }

    /// Good, damaged, missing, turned back, under way, surplus of a line.
    fn account(&self, line: usize) -> [i64; 6] {
        let [mut good, damaged, mut missing] = self.found(line);
        if matches!(self.status(), Status::Planned | Status::Cancelled) {
            return [0; 6];
        }
        let (rest, surplus) = (self.rest(line).max(0), (-self.rest(line)).max(0));
        let (mut returned, mut under_way) = (0, 0);
        match self.status() {
            Status::Received | Status::Closed if self.live().next().is_none() => good += rest,
            Status::Lost => missing += rest,
            Status::Returned => returned += rest,
            _ => under_way += rest,
        }
        [good, damaged, missing, returned, under_way, surplus]
    }

    /// Whether a step makes sense now.
    fn takes(&self, code: &str) -> bool {
        use Status::{Arrived, Cancelled, Closed, InTransit, Lost, PartlyReceived, Planned, Received, Returned};
        let status = self.status();
        let under_way = matches!(status, InTransit | Arrived | PartlyReceived);
        !self.void
            && match code {
                "departed" => !self.left && !self.arrived && (status == Planned || under_way),
                "arrived" => !self.arrived && (status == Planned || under_way),
                "returned" | "lost" => under_way,
                "reconsigned" => under_way || status == Returned,
                "found" => self.lost,
                "cancelled" => status == Planned,
                "planned" => matches!(status, Planned | Cancelled),
                "closed" => status == Received,
                "note" => true,
                _ => !matches!(status, Planned | Cancelled | Closed | Lost) || status == Lost,
            }
    }

    fn step(&mut self, code: &str) {
        match code {
            "departed" => self.left = true,
            "arrived" => self.arrived = true,
            "returned" => self.ended = Some(Status::Returned),
            "lost" => (self.ended, self.lost) = (Some(Status::Lost), true),
            "cancelled" => self.ended = Some(Status::Cancelled),
            "reconsigned" => self.ended = self.ended.filter(|ended| *ended != Status::Returned),
            "found" => (self.ended, self.lost) = (self.ended.filter(|ended| *ended != Status::Lost), false),
            "planned" => self.ended = self.ended.filter(|ended| *ended != Status::Cancelled),
            "closed" => self.closed = true,
            _ => {}
        }
    }

    fn receivable(&self) -> bool {
        !self.void && !matches!(self.status(), Status::Planned | Status::Cancelled | Status::Closed)
    }
}

fn grams(milli: i64) -> String {
    format!("{}.{:03} kg", milli / 1000, milli % 1000)
}

const STEPS: [&str; 10] =
    ["departed", "arrived", "returned", "reconsigned", "lost", "found", "cancelled", "planned", "closed", "note"];

/// Does something to one of the loads, and says what should come of it.
async fn act(house: &House, loads: &mut Vec<Load>, chance: &mut Chance) -> String {
    if loads.len() < 5 && chance.below(6) == 0 || loads.is_empty() {
        let lines: Vec<i64> = (0..=chance.below(2)).map(|_| 1 + chance.below(9_000_000) as i64).collect();
        let how = chance.below(4);
        let mut form =
            flour("MODEL-1").set("leg.0.departed", if how > 0 { "1.4.2023" } else { "" }).set("confirm", "save");
        if how == 0 {
            form = form.set("leg.0.planned_departure", "1.4.2023");
        } else if how == 3 {
            form = form.set("received", "9.4.2023");
        }
        for (n, milli) in lines.iter().enumerate() {
            form = form
                .set(&format!("line.{n}.goods"), ["Wheat flour", "Rice"][n])
                .set(&format!("line.{n}.unit"), "kg")
                .set(&format!("line.{n}.quantity"), &format!("{}.{:03}", milli / 1000, milli % 1000));
        }
        assert_eq!(form.send(house, "/consignments").await.status, 303);
        let id = form.id();
        loads.push(Load {
            id,
            lines,
            left: how > 0,
            arrived: false,
            by_word: how == 3,
            receipts: vec![],
            ended: None,
            lost: false,
            closed: false,
            void: false,
            corrections: 0,
        });
        return format!("log {how}");
    }
    let n = chance.below(loads.len() as u64) as usize;
    let load = &mut loads[n];
    let path = format!("/consignments/{}", load.id);
    match chance.below(12) {
        0..=5 => {
            let code = STEPS[chance.below(STEPS.len() as u64) as usize];
            let answer =
                step(house, load.id, &[("step", code), ("happened", "5.4.2023"), ("remark", "x"), ("confirm", "save")])
                    .await;
            assert_eq!(answer.status == 303, load.takes(code), "{code} {load:?} {}", answer.text());
            if load.takes(code) {
                load.step(code);
            }
            code.into()
        }
        6..=8 => {
            let c = kept(house, load.id);
            let listed = chance.below(3) == 0;
            let found: Vec<[i64; 3]> = load
                .lines
                .iter()
                .map(|line| {
                    let mut part = || if listed { 0 } else { chance.below(*line as u64 / 2 + 1) as i64 };
                    [part(), part(), part()]
                })
                .collect();
            let mut form = receipt(&c, "6.4.2023", &[]).set("confirm", "save");
            for (line, amounts) in found.iter().enumerate() {
                for (field, milli) in ["good", "damaged", "missing"].into_iter().zip(amounts) {
                    form = form
                        .set(&format!("part.{line}.{field}"), &grams(*milli))
                        .set(&format!("part.{line}.{field}_reason"), "wet");
                }
            }
            if listed {
                form = form.set("as_listed", "1");
            }
            let found: Vec<[i64; 3]> =
                if listed { (0..load.lines.len()).map(|line| [load.account(line)[4], 0, 0]).collect() } else { found };
            let nothing = found.iter().flatten().all(|milli| *milli == 0);
            let answer = form.send(house, &format!("{path}/receipts")).await;
            assert_eq!(answer.status == 303, load.receivable() && !nothing, "{load:?} {found:?} {}", answer.text());
            if answer.status == 303 {
                load.receipts.push(Receipt { id: form.id(), found, void: false });
            }
            format!("receive {listed}")
        }
        9 => {
            let live: Vec<usize> = (0..load.receipts.len()).filter(|n| !load.receipts[*n].void).collect();
            if live.is_empty() {
                return "nothing to void".into();
            }
            let n = live[chance.below(live.len() as u64) as usize];
            let answer =
                house.post(&format!("/receipts/{}/void", load.receipts[n].id), &[("reason", "mistaken")]).await;
            let may = !load.void && load.status() != Status::Closed;
            assert_eq!(answer.status == 303, may, "{load:?} {}", answer.text());
            load.receipts[n].void |= may;
            "void a receipt".into()
        }
        10 => {
            let line = chance.below(load.lines.len() as u64) as usize;
            let milli = 1 + chance.below(9_000_000) as i64;
            let mut edit = house.get(&format!("{path}/edit")).await.form();
            let quantity = format!("{}.{:03}", milli / 1000, milli % 1000);
            for (name, value) in [
                (format!("line.{line}.quantity"), quantity.as_str()),
                ("reason".into(), "counted"),
                ("correction_source".into(), "ticket"),
                ("confirm".into(), "save"),
            ] {
                edit.retain(|(n, _)| *n != name);
                edit.push((name, value.into()));
            }
            let answer = house.post_form(&path, &edit).await;
            if load.void {
                assert_ne!(answer.status, 200);
                return "edit a void one".into();
            }
            assert_eq!(answer.status, 303, "{}", answer.text());
            let sent = !matches!(load.status(), Status::Planned | Status::Cancelled);
            load.corrections += usize::from(sent && load.lines[line] != milli);
            load.lines[line] = milli;
            "edit".into()
        }
        _ => {
            if chance.below(4) > 0 {
                return "rest".into();
            }
            let answer = house.post(&format!("{path}/void"), &[("reason", "never was")]).await;
            assert_eq!(answer.status == 303, !load.void || answer.status == 303, "{}", answer.text());
            load.void = true;
            "void".into()
        }
    }
}

/// Everything as the house has it: for each load its status and accounts, and the mission's sums.
type Picture = (Vec<(Status, Vec<[i64; 6]>, usize)>, BTreeMap<&'static str, i64>);

const SUMS: [(Measure, usize); 5] =
    [(Measure::Good, 0), (Measure::Damaged, 1), (Measure::Missing, 2), (Measure::Returned, 3), (Measure::Surplus, 5)];

fn pictured(house: &House, of: Id, loads: &[Load]) -> Picture {
    let told = loads.iter().map(|load| {
        let c = kept(house, load.id);
        assert_eq!(keys(&c).len(), load.lines.len());
        let accounts = c.accounts().into_iter().map(|(_, a)| {
            let sent = a.dispatched.is_some();
            if sent { [a.good, a.damaged, a.missing, a.returned, a.under_way, a.surplus] } else { [0; 6] }
        });
        (c.body.status, accounts.collect(), c.amendments.len())
    });
    let told = told.collect();
    let kept = house.pool.read_now(all_sums).unwrap().remove(&of).unwrap_or_default();
    let sum = |measure: Measure| -> i64 {
        let cells = kept
            .iter()
            .filter(|(cell, _)| cell.facet.code() == "all" && cell.measure == measure && cell.state != "cancelled");
        cells.map(|(_, figures)| figures.amount).sum()
    };
    (told, SUMS.iter().map(|(measure, _)| (measure.code(), sum(*measure))).collect())
}

fn expected(loads: &[Load]) -> Picture {
    let told = loads.iter().map(|load| {
        let accounts = (0..load.lines.len()).map(|line| load.account(line)).collect();
        (load.status(), accounts, load.corrections)
    });
    let told: Vec<(Status, Vec<[i64; 6]>, usize)> = told.collect();
    let sums = SUMS.iter().map(|(measure, n)| {
        let live = loads.iter().zip(&told).filter(|(load, _)| !load.void);
        (measure.code(), live.flat_map(|(_, (_, accounts, _))| accounts).map(|account| account[*n]).sum())
    });
    (told.clone(), sums.collect())
}

async fn lived(house: &House, seed: u64, deeds: usize) -> Picture {
    let of = mission(house, "MODEL-1").await;
    let (mut chance, mut loads) = (Chance(seed), vec![]);
    let mut done = vec![];
    for n in 0..deeds {
        done.push(act(house, &mut loads, &mut chance).await);
        if n % 5 == 4 || n + 1 == deeds {
            assert_eq!(pictured(house, of, &loads), expected(&loads), "seed {seed}: {done:?}");
        }
    }
    sound(house);
    pictured(house, of, &loads)
}

#[actix_web::test]
async fn whatever_people_do_the_account_is_that_of_the_model() {
    for seed in [1, 7, 19, 2023] {
        let one = lived(&House::sqlite(Holding::Nothing), seed, 90).await;
        if let Some(house) = House::postgres(Holding::Nothing) {
            assert_eq!(lived(&house, seed, 90).await, one, "the engines differ, seed {seed}");
        }
    }
}
