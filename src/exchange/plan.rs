//! What would become of each consignment of a file: made, the same as before, corrected, or refused. Nothing is changed by
//! planning; what is planned is what is applied.

use super::{
    load::Piece,
    reading::Row,
    report::SHOWN,
    store,
    understand::{Columns, Spot, Understood, understand},
};
use crate::{
    accounts::{Act, Visitor},
    consignments::{
        self, Consignment, Load,
        actions::{self as consignment_actions, New},
        doubts::doubts,
        form::{self, check_with, split_goods},
        model::Body,
    },
    db::Db,
    error::Result,
    history::{self, Change},
    missions::{self, Mission},
    names::{Known, Names, Promised},
    values::{Id, Moment, names::bare},
    web::{Input, Problems, field_label, fingerprint},
};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

/// What becomes of one consignment of a file.
#[derive(Debug)]
pub enum Fate {
    /// That is not found out yet.
    Open,
    /// It is new.
    Made(Box<New>),
    /// It is known, and the file says nothing new of it.
    Same(Id),
    /// It is known, and the file says something else of it than is kept.
    Changed(Box<Correction>),
    /// It cannot be taken in.
    Refused(Vec<Spot>),
}

/// A consignment as it would be after a correction.
#[derive(Debug)]
pub struct Correction {
    /// Which.
    pub id: Id,
    /// Its version now.
    pub version: i64,
    /// Its number as people write it.
    pub reference: String,
    /// The form it is.
    pub before: Input,
    /// The form it would be.
    pub after: Input,
    /// What differs.
    pub changes: Vec<Change>,
}

/// A consignment of a file with what becomes of it.
#[derive(Debug)]
pub struct Planned {
    /// What its rows came to.
    pub understood: Understood,
    /// Its mission, where that is known.
    pub mission: Option<Id>,
    /// By what it will be known again.
    pub key: String,
    /// The print of what the file says of it.
    pub print: String,
    /// What becomes of it.
    pub fate: Fate,
}

/// What was counted for a consignment: by their hashes, for a file may hold hundreds of thousands.
enum Counted {
    Print(u64),
    Key(u64),
}

/// How many pairs of a file are looked at that may be one load.
const LIKENED: usize = 2_000;

/// Plans a file, piece by piece.
pub struct Planner<'a> {
    columns: &'a Columns,
    who: &'a Visitor,
    mission: Option<Mission>,
    origin: String,
    known: Known,
    missions: HashMap<String, Option<Mission>>,
    defaults: HashMap<Id, Input>,
    /// How many consignments without a reference said the same so far.
    alike: HashMap<u64, u32>,
    /// The keys that came before: a second consignment of one key is a repetition.
    seen: HashSet<u64>,
    /// What the last piece added to the two.
    last: Vec<Counted>,
    /// How many new consignments keep what was typed.
    shown: usize,
}

impl<'a> Planner<'a> {
    /// A planner of a file with these columns, for a mission where its rows do not say. `origin` is what the history will say of
    /// where a consignment comes from.
    pub fn new(columns: &'a Columns, mission: Option<Mission>, origin: String, who: &'a Visitor) -> Self {
        Self {
            columns,
            who,
            mission,
            origin,
            known: Known::promising(),
            missions: HashMap::new(),
            defaults: HashMap::new(),
            alike: HashMap::new(),
            seen: HashSet::new(),
            last: vec![],
            shown: 0,
        }
    }

    /// The organisations and places that the consignments planned last name for the first time: what is refused names nobody.
    pub fn promised(&mut self, planned: &[Planned]) -> Promised {
        let mut promised = self.known.promised();
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        for one in planned {
            match &one.fate {
                Fate::Made(new) => {
                    let (organisations, places, _) = new.body.refs();
                    ids.extend(organisations.into_iter().chain(places));
                }
                Fate::Changed(correction) => names.extend(correction.after.fields().map(|(_, value)| value)),
                _ => {}
            }
        }
        let used = |(id, name): &(Id, String)| ids.contains(id) || names.contains(name.as_str());
        promised.organisations.retain(used);
        promised.places.retain(used);
        promised
    }

    /// Asks anew what names mean: what was promised has been made meanwhile.
    pub fn ask_anew(&mut self) {
        self.known = Known::promising();
        self.missions.clear();
    }

    /// Goes back to before the last piece was planned.
    pub fn back(&mut self) {
        for print in self.last.drain(..) {
            match print {
                Counted::Print(print) => drop(self.alike.entry(print).and_modify(|n| *n -= 1)),
                Counted::Key(key) => drop(self.seen.remove(&key)),
            }
        }
        self.ask_anew();
    }

    /// Plans a piece.
    pub fn plan(&mut self, db: &mut Db, piece: &Piece) -> Result<Vec<Planned>> {
        let mut planned = vec![];
        self.last.clear();
        for rows in &piece.groups {
            let understood = understand(rows, self.columns, self.who.lang);
            planned.push(self.begin(db, rows, understood)?);
        }
        // The others of a group may be in another piece.
        if piece.alone {
            self.contest(db, &mut planned)?;
        }
        self.recognise(db, &mut planned)?;
        let mut odd = vec![];
        for at in 0..planned.len() {
            if let Some(it) = planned.get_mut(at)
                && matches!(it.fate, Fate::Open)
                && self.check(db, it)?
            {
                odd.push(at);
            }
        }
        self.ask(db, &mut planned, &odd)?;
        // The pieces of a large file are not held against each other.
        if piece.alone {
            self.liken(db, &mut planned)?;
        }
        Ok(planned)
    }

    /// Asks about what is new and says the same as a load that is logged already, where no two references tell them apart.
    fn liken(&mut self, db: &mut Db, planned: &mut [Planned]) -> Result<()> {
        let mut new: BTreeMap<Id, HashMap<Load, Vec<usize>>> = BTreeMap::new();
        for (at, it) in planned.iter().enumerate() {
            if let (Fate::Made(made), Some(mission)) = (&it.fate, it.mission)
                && let (true, Some(line)) = (made.contested.is_empty(), made.body.lines.first())
            {
                let load = (made.body.day(), line.quantity.milli(), line.quantity.unit().code().to_string());
                new.entry(mission).or_default().entry(load).or_default().push(at);
            }
        }
        for (mission, new) in new {
            let wanted = new.keys().cloned().collect();
            let mut pairs: Vec<(usize, Id)> = vec![];
            for (load, id, reference) in consignments::like(db, mission, &wanted, LIKENED)? {
                let own = new.get(&load).into_iter().flatten().filter(|at| {
                    let made = planned.get(**at).map(|it| &it.fate);
                    matches!(made, Some(Fate::Made(made)) if reference.is_empty() || made.body.external_ref.is_empty())
                });
                let room = LIKENED.saturating_sub(pairs.len());
                pairs.extend(own.take(room).map(|at| (*at, id)));
            }
            if pairs.is_empty() {
                continue;
            }
            let code = missions::find(db, mission)?.map(|mission| mission.body.code).unwrap_or_default();
            for pairs in pairs.chunks(200) {
                let ids: Vec<Id> = pairs.iter().map(|(_, id)| *id).collect();
                let there: HashMap<Id, Consignment> =
                    consignments::load(db, &ids)?.into_iter().map(|c| (c.id, c)).collect();
                for (at, id) in pairs {
                    let (Some(it), Some(other)) = (planned.get_mut(*at), there.get(id)) else { continue };
                    let Fate::Made(made) = &it.fate else { continue };
                    if consignment_actions::says_the_same(&made.body, &other.body) {
                        let says = self.who.lang.v("import-like", other.reference(&code));
                        let row = it.understood.rows.first().copied().unwrap_or_default();
                        it.understood.doubts.push(Spot { row, column: None, typed: String::new(), says });
                    }
                }
            }
        }
        Ok(())
    }

    /// Finds out which mission a consignment is of and by what it is known; refuses what cannot be read.
    fn begin(&mut self, db: &mut Db, rows: &[Row], understood: Understood) -> Result<Planned> {
        let mut print = fingerprint(&understood.input);
        let mut it = Planned {
            mission: None,
            key: String::new(),
            print: String::new(),
            fate: Fate::Refused(vec![]),
            understood,
        };
        let whole = |says: String| Spot {
            row: it.understood.rows.first().copied().unwrap_or_default(),
            column: None,
            typed: String::new(),
            says,
        };
        let mission = match self.mission_of(db, &it.understood.mission)? {
            Ok(mission) => mission,
            Err(key) => {
                let says = self.who.lang.v(key, &it.understood.mission);
                let column = self.columns.of("mission");
                it.fate = Fate::Refused(vec![Spot { column, ..whole(says) }]);
                return Ok(it);
            }
        };
        it.mission = Some(mission.id);
        let reference = it.understood.input.get("external_ref").to_string();
        let number = self.number_of(&it.understood, &mission);
        it.key = match (number, reference.as_str()) {
            (Some(number), _) => format!("number:{number}"),
            (None, "") => {
                let hash = hash(&print);
                self.last.push(Counted::Print(hash));
                let ordinal = self.alike.entry(hash).and_modify(|n| *n += 1).or_insert(1);
                format!("print:{print}#{ordinal}")
            }
            (None, reference) => format!("ref:{reference}"),
        };
        print.push_str(&it.understood.contested);
        it.print = print;
        // Also of one that is refused: what comes after it would be half a consignment.
        let key = hash((mission.id, &it.key));
        let ragged = self.columns.ragged(rows, self.who.lang);
        if !self.seen.insert(key) {
            it.fate = Fate::Refused(vec![whole(self.who.lang.say("import-key-twice"))]);
            return Ok(it);
        }
        self.last.push(Counted::Key(key));
        if rows.len() > form::MOST_LINES {
            let says = self.who.lang.v("import-too-many-rows", self.who.lang.count(form::MOST_LINES as i64));
            it.fate = Fate::Refused(vec![whole(says)]);
        } else if !ragged.is_empty() {
            it.fate = Fate::Refused(ragged);
        } else if number.is_none() && !it.understood.number.is_empty() {
            let says = self.who.lang.v("import-number-unknown", format!("{}/12", mission.body.code));
            let (column, typed) = (self.columns.of("number"), it.understood.number.clone());
            it.fate = Fate::Refused(vec![Spot { column, typed, ..whole(says) }]);
        } else if it.understood.void.is_some() && !self.who.may(Act::Void, mission.id) {
            let column = self.columns.of("void_reason");
            it.fate = Fate::Refused(vec![Spot { column, ..whole(self.who.lang.say("import-may-not-void")) }]);
        } else if !it.understood.problems.is_empty() {
            it.fate = Fate::Refused(self.spots(&it.understood, &it.understood.problems));
        } else {
            it.fate = Fate::Open;
        }
        Ok(it)
    }

    /// The number a file gives a consignment of this mission, as people write it or without the mission's code.
    fn number_of(&self, understood: &Understood, mission: &Mission) -> Option<i64> {
        let (code, number) = understood.number.rsplit_once('/').unwrap_or(("", &understood.number));
        let number = number.trim().parse().ok().filter(|n| (1..=HIGHEST).contains(n))?;
        let own = code.is_empty() || bare(code) == bare(&mission.body.code);
        own.then_some(number)
    }

    /// The mission a code names, or the one that was chosen; the key of what is wrong otherwise.
    fn mission_of(&mut self, db: &mut Db, code: &str) -> Result<std::result::Result<Mission, &'static str>> {
        if code.is_empty() {
            return Ok(self.mission.clone().ok_or("import-no-mission"));
        }
        if !self.missions.contains_key(code) {
            let found = match missions::by_code(db, code)?.filter(|brief| self.who.may(Act::Log, brief.id)) {
                Some(brief) => missions::find(db, brief.id)?,
                None => None,
            };
            self.missions.insert(code.to_string(), found);
        }
        Ok(self.missions.get(code).cloned().flatten().ok_or("import-mission-unknown"))
    }

    /// Of conflicting reports there are at least two; a report alone in its group conflicts with nothing.
    fn contest(&mut self, db: &mut Db, planned: &mut [Planned]) -> Result<()> {
        let mut groups: BTreeMap<(Id, String), usize> = BTreeMap::new();
        for it in planned.iter().filter(|it| !it.understood.contested.is_empty()) {
            if let Some(mission) = it.mission {
                *groups.entry((mission, it.understood.contested.clone())).or_default() += 1;
            }
        }
        let mut alone = HashSet::new();
        for ((mission, group), n) in groups {
            if n < 2 && consignments::contested(db, mission, Some(&group))?.is_empty() {
                alone.insert((mission, group));
            }
        }
        for it in planned.iter_mut() {
            if it.mission.is_some_and(|mission| alone.contains(&(mission, it.understood.contested.clone()))) {
                it.understood.contested.clear();
            }
        }
        Ok(())
    }

    /// Tells what is known already from what is new.
    fn recognise(&mut self, db: &mut Db, planned: &mut [Planned]) -> Result<()> {
        let mut by_mission: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
        for (at, it) in planned.iter().enumerate() {
            if let (Some(mission), Fate::Open) = (it.mission, &it.fate) {
                by_mission.entry(mission).or_default().push(at);
            }
        }
        for (mission, all) in by_mission {
            let keys: Vec<String> = all.iter().filter_map(|at| planned.get(*at)).map(|it| it.key.clone()).collect();
            let known = store::known(db, mission, &keys)?;
            let unknown = || keys.iter().filter(|key| !known.contains_key(*key));
            let references: Vec<String> =
                unknown().filter_map(|key| key.strip_prefix("ref:")).map(String::from).collect();
            let numbers: Vec<i64> = unknown().filter_map(|key| number_of(key)).collect();
            let mut there: HashMap<String, Vec<Id>> = HashMap::new();
            for (reference, id) in consignments::referred(db, mission, &references)? {
                there.entry(format!("ref:{reference}")).or_default().push(id);
            }
            let bearing: HashMap<i64, Id> = consignments::bearing_numbers(db, mission, &numbers)?.into_iter().collect();
            let mut look: Vec<(usize, Id)> = vec![];
            for at in all {
                let Some(it) = planned.get_mut(at) else { continue };
                let by_number = number_of(&it.key).and_then(|number| bearing.get(&number).copied());
                match (known.get(&it.key), there.get(&it.key).map(Vec::as_slice), by_number) {
                    (Some((id, print)), ..) if *print == it.print => it.fate = Fate::Same(*id),
                    (Some((id, _)), ..) | (None, Some([id]), _) => look.push((at, *id)),
                    (None, _, Some(id)) => look.push((at, id)),
                    (None, Some([_, _, ..]), _) => {
                        let column = self.columns.of("external_ref");
                        it.fate = Fate::Refused(vec![Spot { column, ..self.of_it(it, "import-several-bear-it") }]);
                    }
                    _ => {}
                }
            }
            self.compare(db, planned, &look)?;
        }
        Ok(())
    }

    /// Holds what the file says of known consignments against what is kept of them.
    fn compare(&mut self, db: &mut Db, planned: &mut [Planned], look: &[(usize, Id)]) -> Result<()> {
        for look in look.chunks(200) {
            let ids: Vec<Id> = look.iter().map(|(_, id)| *id).collect();
            let kept: HashMap<Id, Consignment> = consignments::load(db, &ids)?.into_iter().map(|c| (c.id, c)).collect();
            let missions: Vec<Id> = kept.values().map(|c| c.mission).collect::<HashSet<_>>().into_iter().collect();
            let codes: HashMap<Id, String> =
                missions::mentions(db, &missions)?.into_iter().map(|brief| (brief.id, brief.code)).collect();
            let mut refs =
                kept.values().fold((vec![], vec![], vec![]), |all, c| crate::names::join(all, c.body.refs()));
            let names = Names::load(db, self.who.lang, refs.clone())?;
            let mut told = vec![];
            for (at, id) in look {
                let (Some(it), Some(c)) = (planned.get_mut(*at), kept.get(id)) else { continue };
                match self.told(db, it, c, &names)? {
                    Ok(one) => {
                        refs = crate::names::join(refs, real(&one.body, &mut self.known));
                        told.push((*at, c, one));
                    }
                    Err(spots) => it.fate = Fate::Refused(spots),
                }
            }
            let names = Names::load(db, self.who.lang, refs)?;
            for (at, c, one) in told {
                if let Some(it) = planned.get_mut(at) {
                    it.fate = self.correction(it, (c, codes.get(&c.mission).map_or("", String::as_str)), one, &names);
                }
            }
        }
        Ok(())
    }

    /// What a known consignment would be with what the file says; what is wrong otherwise.
    fn told(
        &mut self,
        db: &mut Db,
        it: &mut Planned,
        c: &Consignment,
        names: &Names,
    ) -> Result<std::result::Result<Told, Vec<Spot>>> {
        if !self.who.may(Act::Log, c.mission) {
            return Ok(Err(vec![self.of_it(it, "import-known-elsewhere")]));
        }
        let before = form::fields(&c.body, names);
        let Some(Lines { places, stay }) = self.lines(db, &before, &it.understood.input)? else {
            return Ok(Err(vec![self.of_it(it, "import-lines-differ")]));
        };
        let after = overlay(&before, &it.understood, &places, self.columns.of("legs").is_some());
        Ok(match self.read(db, &after, &mut it.understood)? {
            Ok(body) => Ok(Told { body, before, after, stay }),
            Err(problems) => Err(self.spots(&it.understood, &problems)),
        })
    }

    /// What becomes of a known consignment, of this code's mission.
    fn correction(&self, it: &mut Planned, (c, code): (&Consignment, &str), told: Told, names: &Names) -> Fate {
        let (was, is) = (form::fields(&c.body, names), named(&told.body, names, &self.known));
        if fingerprint(&was) == fingerprint(&is) {
            return Fate::Same(c.id);
        }
        if c.void.is_some() {
            return Fate::Refused(vec![self.of_it(it, "import-known-void")]);
        }
        if told.stay {
            it.understood.doubts.push(self.of_it(it, "import-lines-stay"));
        }
        let Told { before, after, .. } = told;
        let (reference, changes) = (c.reference(code), history::changes(&was, &is));
        Fate::Changed(Box::new(Correction { id: c.id, version: c.version, reference, before, after, changes }))
    }

    /// A sentence about a consignment as a whole.
    fn of_it(&self, it: &Planned, key: &str) -> Spot {
        let row = it.understood.rows.first().copied().unwrap_or_default();
        Spot { row, column: None, typed: String::new(), says: self.who.lang.say(key) }
    }

    /// Which kept lines those of a file are: those of the same goods in their order. Where one is left over on each side its goods
    /// were renamed; where more are, which is which nobody knows.
    fn lines(&mut self, db: &mut Db, before: &Input, told: &Input) -> Result<Option<Lines>> {
        let mut kept = self.goods(db, before)?;
        let mut next = kept.last().map_or(0, |(at, _)| at + 1);
        let mut new = self.goods(db, told)?;
        let (mut places, unsaid) = (HashMap::new(), new.iter().all(|(_, goods)| goods.is_empty()));
        let matched = unsaid && new.len() == kept.len();
        new.retain(|(row, goods)| {
            let Some(n) = kept.iter().position(|(_, own)| matched || own == goods) else { return true };
            places.insert(*row, kept.remove(n).0);
            false
        });
        let mut stay = false;
        match (kept.as_slice(), new.as_slice()) {
            ([(at, _)], [(row, _)]) => drop(places.insert(*row, *at)),
            ([], _) => {
                for (row, _) in new {
                    places.insert(row, next);
                    next += 1;
                }
            }
            // A file that says nothing of lines leaves them alone.
            (_, []) => stay = !places.is_empty(),
            _ => return Ok(None),
        }
        Ok(Some(Lines { places, stay }))
    }

    /// A form's lines with what their goods are known by, however they are written.
    fn goods(&mut self, db: &mut Db, input: &Input) -> Result<Vec<(usize, String)>> {
        let mut out = vec![];
        for row in input.rows("line") {
            let mut goods = vec![];
            for name in split_goods(row.get("goods")) {
                let item = self.known.item(db, &name, self.who.lang)?;
                goods.push(item.map_or_else(|| bare(&name), |item| item.id.to_string()));
            }
            out.push((row.index, goods.join(";")));
        }
        Ok(out)
    }

    /// Reads a form. What the file leaves open as no person would is settled, and asked about.
    fn read(
        &mut self,
        db: &mut Db,
        input: &Input,
        understood: &mut Understood,
    ) -> Result<std::result::Result<Body, Problems>> {
        let problems = match check_with(db, input, self.who, &mut self.known)? {
            Ok(body) => return Ok(Ok(body)),
            Err(problems) => problems,
        };
        let mut again = input.clone();
        let mut settled = true;
        for problem in problems.iter() {
            match problem.key {
                // Not stated, and nobody says of what: things, one by one.
                "error-no-unit" => {
                    let amount = problem.field.replace(".unit", ".quantity");
                    settled &= input.get(&amount) == "?";
                    again.set(problem.field.clone(), "H87");
                }
                // The dates say more than the word.
                "error-status-behind-dates" => {
                    again.remove("status");
                    let row = understood.rows.first().copied().unwrap_or_default();
                    understood.doubts.push(Spot {
                        row,
                        column: self.columns.of("status"),
                        typed: input.get("status").to_string(),
                        says: problem.text.clone(),
                    });
                }
                _ => settled = false,
            }
        }
        if settled { check_with(db, &again, self.who, &mut self.known) } else { Ok(Err(problems)) }
    }

    /// Reads a new consignment's form; whether there may be something odd about it.
    fn check(&mut self, db: &mut Db, it: &mut Planned) -> Result<bool> {
        let Some(mission) = it.mission else { return Ok(false) };
        let defaults = self.defaults_of(db, mission)?;
        let mut input = it.understood.input.clone();
        for (field, value) in defaults.fields() {
            // What the file has a column for it says itself, by leaving it empty too.
            if self.columns.column_of(field).is_none()
                && (input.get(field).is_empty() || field == "leg.0.mode" && input.get(field) == "not_stated")
            {
                input.set(field, value);
            }
        }
        let body = match self.read(db, &input, &mut it.understood)? {
            Ok(body) => body,
            Err(problems) => {
                it.fate = Fate::Refused(self.spots(&it.understood, &problems));
                return Ok(false);
            }
        };
        // What was typed is shown of the first alone; a file holds many.
        self.shown += 1;
        if self.shown > SHOWN {
            it.understood.input = Input::default();
        }
        let odd = !doubts(&body, &Names::none(self.who.lang), Moment::now().day()).is_empty();
        let rows = it.understood.rows.iter().map(u64::to_string).collect::<Vec<_>>();
        // The beginning and the end of many.
        let (n, last) = (rows.len(), rows.last().cloned().unwrap_or_default());
        let shown = if n > 12 {
            format!("{} … {last}", rows.iter().take(10).cloned().collect::<Vec<_>>().join(", "))
        } else {
            rows.join(", ")
        };
        let plural = self.who.lang.plural(&n.to_string()).to_string();
        let shown = self.who.lang.say_with("import-origin-rows", [("plural", plural), ("rows", shown)]);
        it.fate = Fate::Made(Box::new(New {
            body,
            number: number_of(&it.key),
            contested: it.understood.contested.clone(),
            void: it.understood.void.clone(),
            origin: self.who.lang.vv("import-origin", &self.origin, shown),
        }));
        Ok(odd)
    }

    fn defaults_of(&mut self, db: &mut Db, mission: Id) -> Result<Input> {
        if let Some(defaults) = self.defaults.get(&mission) {
            return Ok(defaults.clone());
        }
        let defaults = match missions::find(db, mission)? {
            Some(mission) => consignment_actions::with_defaults(db, &Input::default(), &mission, self.who.lang)?,
            None => Input::default(),
        };
        self.defaults.insert(mission, defaults.clone());
        Ok(defaults)
    }

    /// Says what is odd about new consignments, with the names of their goods.
    fn ask(&mut self, db: &mut Db, planned: &mut [Planned], odd: &[usize]) -> Result<()> {
        for odd in odd.chunks(200) {
            let mut refs = (vec![], vec![], vec![]);
            for at in odd {
                if let Some(Planned { fate: Fate::Made(new), .. }) = planned.get(*at) {
                    refs = crate::names::join(refs, (vec![], vec![], new.body.refs().2));
                }
            }
            let names = Names::load(db, self.who.lang, refs)?;
            let today = Moment::now().day();
            for at in odd {
                if let Some(Planned { fate: Fate::Made(new), understood, .. }) = planned.get_mut(*at) {
                    let row = understood.rows.first().copied().unwrap_or_default();
                    let said = doubts(&new.body, &names, today).into_iter();
                    understood.doubts.extend(said.map(|says| Spot { row, column: None, typed: String::new(), says }));
                }
            }
        }
        Ok(())
    }

    /// What is wrong, by the cells it is about.
    fn spots(&self, understood: &Understood, problems: &Problems) -> Vec<Spot> {
        let row_of = |field: &str| {
            let line = field.strip_prefix("line.").and_then(|rest| rest.split('.').next()?.parse::<usize>().ok());
            line.and_then(|n| understood.rows.get(n)).or(understood.rows.first()).copied().unwrap_or_default()
        };
        problems
            .iter()
            .map(|problem| {
                let column = self.columns.column_of(&problem.field);
                let typed = understood.typed.get(&problem.field).cloned();
                let typed = typed.unwrap_or_else(|| understood.input.get(&problem.field).to_string());
                // Where no column is to blame, the field is named.
                let says = match column {
                    None if !problem.field.is_empty() => {
                        format!("{}: {}", field_label(&self.who.lang, &problem.field), problem.text)
                    }
                    _ => problem.text.clone(),
                };
                Spot { row: row_of(&problem.field), column, typed, says }
            })
            .collect()
    }
}

fn hash(of: impl Hash) -> u64 {
    let mut hash = DefaultHasher::new();
    of.hash(&mut hash);
    hash.finish()
}

/// The highest number a file may give a consignment: the numbers after it have to be numbers too.
const HIGHEST: i64 = 10_000_000;

/// The number in a key.
fn number_of(key: &str) -> Option<i64> {
    key.strip_prefix("number:")?.parse().ok()
}

/// A known consignment with what the file says.
struct Told {
    body: Body,
    /// The form it is.
    before: Input,
    /// The form it would be.
    after: Input,
    /// Whether the file is silent about some of its lines.
    stay: bool,
}

/// How the lines of a file stand to those that are kept.
struct Lines {
    /// Where in the kept form each row of the file's form belongs.
    places: HashMap<usize, usize>,
    /// Whether the file is silent about some that are kept.
    stay: bool,
}

/// A known consignment's form with what the file says put over it: what it does not say stays.
fn overlay(before: &Input, understood: &Understood, place: &HashMap<usize, usize>, all_legs: bool) -> Input {
    let mut out = before.clone();
    let legs = before.rows("leg").len();
    let last = legs.saturating_sub(1);
    let told = understood.input.fields().filter(|(field, _)| *field != "dates_unsaid");
    // An empty cell says nothing of what is known; a line that is not known yet is as it stands.
    let silent = |field: &str| understood.silent.contains(field) && known_line(field, before, place);
    for (field, value) in told.filter(|(field, _)| !silent(field)) {
        let mut parts = field.splitn(3, '.');
        let field = match (parts.next(), parts.next().and_then(|n| n.parse::<usize>().ok()), parts.next()) {
            (Some("line"), Some(n), Some(own)) => format!("line.{}.{own}", place.get(&n).copied().unwrap_or(n)),
            // A file of one leg says of a longer way where it begins and ends.
            (Some("leg"), Some(_), Some(own @ ("to" | "planned_arrival" | "arrived"))) if legs > 1 && !all_legs => {
                format!("leg.{last}.{own}")
            }
            (Some("leg"), Some(_), Some("mode")) if value == "not_stated" && legs > 0 => continue,
            _ => field.to_string(),
        };
        out.set(field, value);
    }
    let told_dates =
        out.rows("leg").iter().any(|row| !row.blank(&["planned_departure", "departed", "planned_arrival", "arrived"]));
    if told_dates || !out.get("received").is_empty() || !out.get("reported").is_empty() {
        out.remove("dates_unsaid");
    }
    out
}

/// Whether a field is of a line that is kept.
fn known_line(field: &str, before: &Input, place: &HashMap<usize, usize>) -> bool {
    let n = field.split('.').nth(1).and_then(|n| n.parse::<usize>().ok());
    n.and_then(|n| place.get(&n)).is_some_and(|n| !before.get(&format!("line.{n}.quantity")).is_empty())
}

/// The records a body names that are there, not only promised.
fn real(body: &Body, known: &mut Known) -> crate::names::Refs {
    let (mut organisations, mut places, items) = body.refs();
    organisations.retain(|id| known.promised_name(*id).is_none());
    places.retain(|id| known.promised_name(*id).is_none());
    (organisations, places, items)
}

/// A body as its form shows it, with the names of what is only promised.
fn named(body: &Body, names: &Names, known: &Known) -> Input {
    form::fields(body, &names.with_promised(known))
}
