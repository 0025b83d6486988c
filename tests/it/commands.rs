//! What the program does when it is called: the real binary, as an operator runs it.

use crate::{
    exchange,
    harness::{Bare, Holding, House, PASSWORD, each_engine, postgres_address, postgres_server, temporary, whole},
    journey,
    logging::mission,
};
use diesel::{Connection, PgConnection, RunQueryDsl, connection::SimpleConnection};
use keruen::{
    accounts::Role,
    consignments,
    db::{
        Address, Pool,
        rows::{Tally, tables},
    },
    values::Id,
};
use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, Output, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

const PROGRAM: &str = env!("CARGO_BIN_EXE_keruen");

/// The program with nothing said by the environment.
fn keruen(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("KERUEN_") || name == "STATE_DIRECTORY") {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C").args(arguments);
    command
}

fn run(arguments: &[&str]) -> Output {
    keruen(arguments).output().unwrap()
}

/// What was said on both streams.
fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

#[track_caller]
fn done(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", said(&output));
    said(&output)
}

/// An address as it is written.
fn written(address: &Address) -> String {
    match address {
        Address::Sqlite(file) => format!("sqlite:{}", file.display()),
        Address::Postgres(url) => url.clone(),
    }
}

/// What every table of a house holds.
fn tallies(address: &Address) -> BTreeMap<String, Tally> {
    let pool = Pool::open(address.clone()).unwrap();
    pool.read_now(|db| {
        let all = tables(db)?;
        all.iter().map(|table| Ok((table.name.clone(), table.tally(db)?))).collect()
    })
    .unwrap()
}

/// Holds that a house goes to SQLite, on to PostgreSQL and back, and out as text and in again, and is the same each time. Answers
/// the folder of what was made: `copy.db`, and the text in `all`.
pub fn moved(house: &House) -> tempfile::TempDir {
    let wanted = tallies(&house.address);
    let folder = temporary();
    let at = |name: &str| Address::Sqlite(folder.path().join(name));
    let (from, here) = (written(&house.address), written(&at("copy.db")));
    let told = done(&["copy", "--from", &from, "--to", &here]);
    assert!(told.contains("read back and found the same"), "{told}");
    assert_eq!(tallies(&at("copy.db")), wanted);
    if let Some(bare) = Bare::postgres() {
        done(&["copy", "--from", &here, "--to", &written(&bare.0)]);
        assert_eq!(tallies(&bare.0), wanted);
        done(&["copy", "--from", &written(&bare.0), "--to", &written(&at("back.db"))]);
        assert_eq!(tallies(&at("back.db")), wanted);
    }
    let out = folder.path().join("all");
    let out = out.to_str().unwrap();
    done(&["export", "--all", out, "--database", &from]);
    done(&["copy", "--from", out, "--to", &written(&at("again.db"))]);
    assert_eq!(tallies(&at("again.db")), wanted);
    // Written anew from another engine, every file is the same to the byte.
    let anew = folder.path().join("anew");
    done(&["export", "--all", anew.to_str().unwrap(), "--database", &here]);
    for table in wanted.keys() {
        let file = |folder: &str| std::fs::read(format!("{folder}/tables/{table}.jsonl")).unwrap();
        assert!(file(out) == file(anew.to_str().unwrap()), "{table}");
    }
    folder
}

each_engine! {
    /// A whole house goes to the other engine and back, and out as text and in again: nothing is lost, nothing changed.
    async fn a_house_moves_whole(house: House, Story) {
        mission(&house, "FULL-1").await;
        journey::a_full_journey(&house, "FULL-1").await;
        house.person("someone", &[whole(Role::Viewer)]);
        let id = exchange::brought(&house, "FULL-1", "load.csv", b"goods,quantity,unit,date\n\"\xd0\xbc\xd1\x83\xd0\xba\xd0\xb0 \"\"x\"\" \\ \xf0\x9f\x90\xab\",1,t,2023-05-01\n").await;
        assert_eq!(house.post(&format!("/imports/{id}"), &[]).await.status, 303);
        let wanted = tallies(&house.address);
        assert!(wanted.values().map(|tally| tally.rows).sum::<u64>() > 500);
        assert!(wanted["receipts"].rows > 0 && wanted["imports"].rows > 0 && wanted["people"].rows > 0);
        let folder = moved(&house);
        let from = written(&house.address);
        let at = |name: &str| Address::Sqlite(folder.path().join(name));
        let here = written(&at("copy.db"));
        assert!(refused(&["copy", "--from", &from, "--to", &here]).contains("in use already"));
        let out = folder.path().join("all");
        let out = out.to_str().unwrap();
        assert!(refused(&["export", "--all", out, "--database", &from]).contains("holds something already"));
        let line = std::fs::read_to_string(format!("{out}/tables/missions.jsonl")).unwrap();
        let mission: serde_json::Value = serde_json::from_str(line.lines().next().unwrap()).unwrap();
        assert!(mission["code"].is_string() && mission["created_at"].as_str().unwrap().ends_with('Z'));
        // What was changed on the way is found.
        let file = format!("{out}/tables/lines.jsonl");
        let changed = std::fs::read_to_string(&file).unwrap().replacen("\"milli\":", "\"milli\":1", 1);
        std::fs::write(&file, changed).unwrap();
        let told = refused(&["copy", "--from", out, "--to", &written(&at("wrong.db"))]);
        assert!(told.contains("not what the manifest says"), "{told}");
        done(&["audit", "verify", "--database", &here]);
    }
}

/// Runs a command that must refuse, in a sentence and not in a dump.
#[track_caller]
fn refused(arguments: &[&str]) -> String {
    let output = run(arguments);
    let said = said(&output);
    assert!(!output.status.success(), "{arguments:?}: {said}");
    assert!(!said.contains("panicked") && !said.contains("Error {") && !said.contains("[op-"), "{said}");
    said
}

fn sqlite(file: &Path) -> String {
    format!("sqlite:{}", file.display())
}

/// A program that is serving, stopped when the test ends.
struct Serving {
    child: Child,
    /// Host and port.
    at: String,
    /// The session of whoever asks.
    cookie: String,
}

impl Serving {
    fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line =
            lines.by_ref().map(Result::unwrap).find(|line| line.contains("http://")).expect("it says where it is");
        let at = line.split("http://").nth(1).unwrap().split('/').next().unwrap().to_string();
        thread::spawn(move || lines.for_each(drop));
        Self { child, at, cookie: String::new() }
    }

    /// Signs in: what is asked from now on is asked by this person.
    fn sign_in(mut self, name: &str, password: &str) -> Self {
        let (status, answer) = self.post("/sign-in", &[("sign_in", name), ("password", password)]);
        assert_eq!(status, 303, "{answer}");
        let cookie = answer.split("set-cookie: ").nth(1).expect("a session");
        self.cookie = cookie.split(';').next().unwrap().into();
        self
    }

    /// Stops it with a signal; its exit code.
    fn stop(&mut self, signal: &str) -> Option<i32> {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &pid]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }

    /// One request on a connection of its own: (status, head and body).
    fn request(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.at).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {at}\r\nOrigin: http://{at}\r\nConnection: close\r\nContent-Length: {}\r\n\
             Cookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n{body}",
            body.len(),
            self.cookie,
            at = self.at,
        )
        .unwrap();
        let mut answer = vec![];
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        (answer.split(' ').nth(1).unwrap_or_default().parse().unwrap_or(0), answer)
    }

    fn post(&self, path: &str, fields: &[(&str, &str)]) -> (u16, String) {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.request("POST", path, &body)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        if self.child.try_wait().unwrap().is_none() {
            self.child.kill().unwrap();
            self.child.wait().unwrap();
        }
    }
}

/// Runs a command that reads a password from its standard input.
fn with_password(arguments: &[&str], password: &str) -> Output {
    let mut command = keruen(arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(password.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// Serves a database, and signs in as someone who logs and keeps missions.
fn serve(database: &str) -> Serving {
    let add = ["user", "add", "officer", "--role", "manager", "--password-stdin", "--database", database];
    let added = with_password(&add, PASSWORD);
    assert!(added.status.success(), "{}", said(&added));
    let serving = ["serve", "--database", database, "--listen", "127.0.0.1:0", "--log", "warn"];
    Serving::start(keruen(&serving)).sign_in("officer", PASSWORD)
}

#[test]
fn a_wrong_setting_gets_a_sentence_that_says_what_to_do() {
    let folder = temporary();
    let file = folder.path().join("a-file");
    fs::write(&file, "not a database, but long enough to be looked at as one: ".repeat(100)).unwrap();
    let beneath = sqlite(&file.join("keruen.db"));
    for (arguments, words) in [
        (&["serve", "--database", "mysql://here/k"][..], "sqlite:PATH or postgres://USER@HOST/NAME"),
        (&["serve", "--database", "keruen.db"], "sqlite:PATH or postgres://USER@HOST/NAME"),
        (&["migrate", "--database", "postgres://db.example/k"], "would not be encrypted"),
        (&["migrate", "--database", "postgres://keruen:secret@127.0.0.1:1/k"], "Check that the PostgreSQL server runs"),
        (&["migrate", "--database", &beneath], "cannot be written to"),
        (&["migrate", "--database", &sqlite(&file)], "Check that the file is a database of Keruen"),
        (&["doctor", "--database", &sqlite(&folder.path().join("none.db"))], "There is no database"),
        (&["doctor", "--log", "blah"], "“blah” does not say what to log"),
        (&["doctor", "--locales", "/no/such/folder"], "/no/such/folder"),
        (&["backup", "/no/such/folder/copy.db", "--database", &sqlite(&file)], "There is no folder /no/such/folder"),
        (&["serve", "--listen", "0.0.0.0:8080"], "--public-address https://YOUR.NAME"),
        (&["serve", "--listen", "[::]:8080"], "without encryption"),
        (&["serve", "--listen", "0.0.0.0:8080", "--public-address", "http://aid.example"], "without encryption"),
        (&["serve", "--public-address", "aid.example"], "is no public address"),
        (&["serve", "--public-address", "https://aid.example/keruen"], "is no public address"),
        (&["serve", "--listen", "somewhere"], "is not an address to listen at"),
        (&["migrate", "--database-file", "/nowhere/at/all"], "cannot be read"),
        (&["migrate", "--log", "keruen=loud=very"], "does not say what to log"),
        (&["migrate", "--locales", "/nowhere/at/all"], "The languages cannot be read"),
    ] {
        let said = refused(arguments);
        assert!(said.contains(words), "{arguments:?}: {said}");
        assert!(!said.contains("secret"), "a password is not repeated: {said}");
    }
    assert!(!folder.path().join("none.db").exists(), "looking does not make a database");
}

#[test]
fn the_operator_is_spoken_to_in_their_language() {
    let output = keruen(&["serve", "--listen", "0.0.0.0:1"]).env("LC_ALL", "ru_RU.UTF-8").output().unwrap();
    assert!(said(&output).contains("без шифрования"), "{}", said(&output));
}

#[test]
fn a_busy_port_gets_a_sentence() {
    let folder = temporary();
    let database = sqlite(&folder.path().join("k.db"));
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let said = refused(&["serve", "--database", &database, "--listen", &address]);
    assert!(said.contains("Another program already listens") && said.contains(&address), "{said}");
    assert!(!folder.path().join("k.db").exists(), "nothing was begun");
}

#[test]
fn without_settings_data_lives_in_the_data_folder() {
    let (home, state) = (temporary(), temporary());
    let here = temporary();
    let mut by_home = keruen(&["migrate"]);
    by_home.env("HOME", home.path()).env_remove("XDG_DATA_HOME").current_dir(here.path());
    let output = by_home.output().unwrap();
    assert!(output.status.success() && said(&output).contains(&home.path().display().to_string()), "{}", said(&output));
    let output = keruen(&["migrate"]).env("STATE_DIRECTORY", state.path()).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    assert!(state.path().join("keruen.db").exists());
    assert_eq!(fs::read_dir(here.path()).unwrap().count(), 0, "never the working directory");
    let address = here.path().join("address");
    fs::write(&address, format!("{}\n", sqlite(&here.path().join("new folder/k.db")))).unwrap();
    done(&["migrate", "--database-file", &address.display().to_string()]);
    assert!(here.path().join("new folder/k.db").exists());
}

/// A fresh, empty database on each engine, with what keeps it.
fn empty_databases() -> Vec<(String, Box<dyn std::any::Any>)> {
    let folder = temporary();
    let mut out: Vec<(String, Box<dyn std::any::Any>)> = vec![(sqlite(&folder.path().join("k.db")), Box::new(folder))];
    if let Some(server) = postgres_server() {
        let name = format!("keruen_commands_{}", Id::fresh().0.simple());
        let mut admin = PgConnection::establish(&server).unwrap();
        admin.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        out.push((postgres_address(&server, &name).shown(), Box::new(())));
    }
    out
}

fn open(database: &str) -> Pool {
    Pool::open(Address::read(database).unwrap()).unwrap()
}

fn change(database: &str, sql: &str) {
    let changed = open(database).write_now(|db| Ok(diesel::sql_query(sql).execute(db)?)).unwrap();
    assert!(changed > 0, "{sql}");
}

#[test]
fn migrating_twice_is_migrating_once_and_two_may_start_at_once() {
    for (database, _kept) in empty_databases() {
        thread::scope(|scope| {
            let runs: Vec<_> = (0..3).map(|_| scope.spawn(|| done(&["migrate", "--database", &database]))).collect();
            runs.into_iter().for_each(|run| assert!(run.join().unwrap().contains("is up to date")));
        });
        assert!(!done(&["migrate", "--database", &database]).contains("copy"), "nothing to do is nothing to copy");
        done(&["doctor", "--database", &database]);
    }
}

#[test]
fn a_database_newer_than_the_program_is_refused_and_left_alone() {
    for (database, _kept) in empty_databases() {
        done(&["migrate", "--database", &database]);
        change(&database, "INSERT INTO schema_steps (name, applied_at) VALUES ('9999_newer', '')");
        for command in ["serve", "migrate"] {
            let said = refused(&[command, "--database", &database, "--listen", "127.0.0.1:0"]);
            assert!(said.contains("was used by a newer Keruen") && said.contains("9999_newer"), "{said}");
        }
        let said = refused(&["doctor", "--database", &database]);
        assert!(said.contains("NOT WELL: it was used by a newer Keruen"), "{said}");
    }
}

#[test]
fn the_doctor_finds_what_is_wrong_and_repairs_what_can_be_derived() {
    let houses = [Some(House::sqlite(Holding::Story)), House::postgres(Holding::Story)];
    for house in houses.into_iter().flatten() {
        let database = match &house.address {
            Address::Sqlite(file) => sqlite(file),
            Address::Postgres(url) => url.clone(),
        };
        let doctor = ["doctor", "--database", &database];
        let said = done(&doctor);
        assert!(!said.contains("NOT WELL") && said.contains("20 consignments"), "{said}");
        for (planted, words) in [
            ("UPDATE mission_sums SET amount = amount + 1 WHERE facet = 'all' AND measure = 'quantity'", "sums"),
            ("DELETE FROM mission_sums WHERE facet = 'month'", "sums"),
            ("DELETE FROM consignment_terms WHERE term LIKE 'mode:%'", "search"),
            ("UPDATE consignment_terms SET day = day + 1 WHERE term LIKE 'w:%'", "search"),
            ("UPDATE consignments SET status = 'lost', day = day + 1 WHERE number = 1", "status or dates"),
        ] {
            change(&database, planted);
            let said = refused(&doctor);
            let wrong: Vec<&str> = said.lines().filter(|line| line.starts_with("NOT WELL")).collect();
            assert!(wrong.len() == 1 && wrong[0].contains(words), "{planted}: {said}");
            assert!(done(&["doctor", "--repair", "--database", &database]).contains("Put right"), "{planted}");
            assert!(!done(&doctor).contains("NOT WELL"), "{planted}");
        }
    }
}

#[test]
fn a_damaged_file_is_not_well() {
    let house = House::sqlite(Holding::Story);
    let Address::Sqlite(file) = &house.address else { return };
    let copy = temporary();
    let damaged = copy.path().join("damaged.db");
    let mut bytes = fs::read(file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 20_000].fill(0x5a);
    fs::write(&damaged, bytes).unwrap();
    let said = refused(&["doctor", "--database", &sqlite(&damaged)]);
    assert!(said.contains("NOT WELL") || said.contains("could not be looked over"), "{said}");
    let target = sqlite(&copy.path().join("new.db"));
    let said = refused(&["restore", &damaged.display().to_string(), "--database", &target]);
    assert!(said.contains("nothing was changed"), "{said}");
}

#[test]
fn a_backup_made_while_four_people_log_holds_everything_confirmed_before() {
    let folder = temporary();
    let database = sqlite(&folder.path().join("k.db"));
    let mut serving = serve(&database);
    let mission = [("code", "KZ-AF-2023-04"), ("title", "April 2023"), ("recipient_country", "AF")];
    assert_eq!(serving.post("/missions", &mission).0, 303);

    let confirmed = Mutex::new(vec![]);
    let enough = AtomicBool::new(false);
    let backup = folder.path().join("backup.db").display().to_string();
    let mut before = vec![];
    thread::scope(|scope| {
        for writer in 0..4 {
            let (serving, confirmed, enough) = (&serving, &confirmed, &enough);
            scope.spawn(move || {
                for n in 0.. {
                    if enough.load(Ordering::Relaxed) {
                        break;
                    }
                    let id = Id::fresh();
                    let (status, answer) = serving.post("/consignments", &consignment(id, writer * 1000 + n));
                    assert_eq!(status, 303, "{answer}");
                    confirmed.lock().unwrap().push(id);
                }
            });
        }
        let wait = |more: usize| {
            let started = Instant::now();
            while confirmed.lock().unwrap().len() < more && started.elapsed() < Duration::from_secs(60) {
                thread::sleep(Duration::from_millis(5));
            }
        };
        wait(20);
        before = confirmed.lock().unwrap().clone();
        let said = run(&["backup", &backup, "--database", &database]);
        wait(before.len() + 20);
        enough.store(true, Ordering::Relaxed);
        assert!(said.status.success(), "{}", self::said(&said));
    });
    let after = confirmed.into_inner().unwrap();
    assert!(before.len() >= 20 && after.len() >= before.len() + 20, "{} {}", before.len(), after.len());
    assert_eq!(serving.stop("-TERM"), Some(0));

    let elsewhere = sqlite(&folder.path().join("elsewhere/k.db"));
    assert!(done(&["restore", &backup, "--database", &elsewhere]).contains("is restored and checked"));
    for (database, ids) in [(&elsewhere, &before), (&database, &after)] {
        assert!(!done(&["doctor", "--database", database]).contains("NOT WELL"));
        let found = open(database).read_now(|db| consignments::load(db, ids)).unwrap();
        assert_eq!(found.len(), ids.len(), "{database}");
        let count = open(database).read_now(consignments::count).unwrap();
        let numbers = open(database).read_now(|db| {
            let all = consignments::ids_after(db, None, 100_000)?;
            Ok(consignments::load(db, &all)?.iter().map(|c| c.number).collect::<std::collections::BTreeSet<_>>())
        });
        assert_eq!(numbers.unwrap(), (1..=count).collect(), "numbers without gaps or doubles");
    }
    assert!(refused(&["backup", &backup, "--database", &database]).contains("is not overwritten"));
    assert_eq!(
        fs::read_dir(folder.path())
            .unwrap()
            .filter(|f| { f.as_ref().unwrap().file_name().to_string_lossy().starts_with(".keruen-") })
            .count(),
        0,
        "no half-made copy stays"
    );
}

fn consignment(id: Id, n: i32) -> Vec<(&'static str, &'static str)> {
    // Leaked: a test's few strings, so that the fields read like a form.
    let leak = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
    vec![
        ("id", leak(id.to_string())),
        ("mission", "KZ-AF-2023-04"),
        ("line.0.goods", "Wheat flour"),
        ("line.0.quantity", leak(format!("{n}.5"))),
        ("line.0.unit", "t"),
        ("leg.0.mode", "rail"),
        ("leg.0.departed", "2023-04-15"),
        ("confirm", "save"),
    ]
}

#[test]
fn restoring_sets_the_present_database_aside_and_waits_for_it_to_be_closed() {
    let story = House::sqlite(Holding::Story);
    let Address::Sqlite(from) = &story.address else { return };
    let folder = temporary();
    let backup = folder.path().join("backup.db").display().to_string();
    let said = done(&["backup", &backup, "--database", &sqlite(from)]);
    assert!(said.contains("16 missions, 20 consignments"), "{said}");

    let database = sqlite(&folder.path().join("k.db"));
    let mut serving = serve(&database);
    let restore = ["restore", backup.as_str(), "--database", &database];
    let said = refused(&restore);
    assert!(said.contains("is in use") && said.contains("nothing was changed"), "{said}");
    assert_eq!(serving.request("GET", "/readyz", "").0, 200, "it goes on serving");
    serving.stop("-TERM");

    let said = done(&restore);
    let aside = said.split("set aside: ").nth(1).unwrap().lines().next().unwrap().to_string();
    assert_eq!(open(&sqlite(Path::new(&aside))).read_now(consignments::count).unwrap(), 0);
    assert_eq!(open(&database).read_now(consignments::count).unwrap(), 20);
    done(&["doctor", "--database", &database]);

    let stranger = folder.path().join("stranger.db");
    diesel::SqliteConnection::establish(&stranger.display().to_string())
        .unwrap()
        .batch_execute("CREATE TABLE t (a)")
        .unwrap();
    for (file, words) in [
        (stranger.display().to_string(), "it is not a database of Keruen"),
        (folder.path().join("none").display().to_string(), "there is no such file"),
    ] {
        let said = refused(&["restore", &file, "--database", &database]);
        assert!(said.contains(words) && said.contains("nothing was changed"), "{said}");
    }
    change(&sqlite(Path::new(&backup)), "INSERT INTO schema_steps (name, applied_at) VALUES ('9999_newer', '')");
    assert!(refused(&restore).contains("it was used by a newer Keruen"));
    assert_eq!(open(&database).read_now(consignments::count).unwrap(), 20);
}

#[test]
fn postgresql_is_copied_by_its_own_tools() {
    let Some(server) = postgres_server() else { return };
    let said = refused(&["backup", "copy", "--database", &server]);
    assert!(said.contains("pg_dump --format=custom --file=\"copy\""), "{said}");
    assert!(refused(&["restore", "copy", "--database", &server]).contains("pg_restore"));
}

#[test]
fn the_demonstration_leaves_nothing_behind() {
    for signal in ["-INT", "-TERM", "-HUP"] {
        let temp = temporary();
        let mut command = keruen(&["demo", "--listen", "127.0.0.1:0", "--log", "warn"]);
        command.env("TMPDIR", temp.path()).env("HOME", temp.path()).env_remove("XDG_DATA_HOME");
        let mut demo = Serving::start(command).sign_in("marat", keruen::accounts::pages::DEMO_PASSWORD);
        let (status, page) = demo.request("GET", "/consignments", "");
        assert!(status == 200 && page.contains("KZ-AF-2023-04/001"), "{status}");
        assert_eq!(demo.stop(signal), Some(0), "{signal}");
        assert_eq!(fs::read_dir(temp.path()).unwrap().count(), 0, "{signal}");
    }
}

#[test]
fn a_second_demonstration_finds_a_port_of_its_own() {
    let start = || Serving::start(keruen(&["demo", "--log", "warn"]));
    let (one, other) = (start(), start());
    assert_ne!(one.at, other.at);
}

#[test]
fn what_is_under_way_is_finished_when_the_house_is_closed() {
    let folder = temporary();
    let mut serving = serve(&sqlite(&folder.path().join("k.db")));
    // A connection that stays open and idle does not keep the house from closing.
    let mut idle = TcpStream::connect(&serving.at).unwrap();
    write!(idle, "GET /livez HTTP/1.1\r\nHost: {}\r\n\r\n", serving.at).unwrap();
    let mut first = [0; 12];
    idle.read_exact(&mut first).unwrap();
    assert_eq!(&first, b"HTTP/1.1 200");
    let started = Instant::now();
    assert_eq!(serving.stop("-TERM"), Some(0));
    assert!(started.elapsed() < Duration::from_secs(10), "{:?}", started.elapsed());
}

#[test]
#[cfg(target_os = "linux")]
fn the_program_needs_no_library_of_a_database() {
    let libraries = Command::new("ldd").arg(PROGRAM).output().unwrap();
    let libraries = String::from_utf8_lossy(&libraries.stdout).into_owned();
    assert!(libraries.contains("libc"), "{libraries}");
    for library in ["libpq", "libssl", "libcrypto", "libsqlite", "libkrb5", "libldap"] {
        assert!(!libraries.contains(library), "{libraries}");
    }
}

/// The value of a cookie an answer sets.
fn cookie_of(answer: &str) -> String {
    answer.split("set-cookie: keruen=").nth(1).expect("a session").split(';').next().unwrap().to_string()
}

/// The value of a hidden field, or of an address, that follows some words.
fn after<'a>(text: &'a str, words: &str, end: char) -> &'a str {
    text.split(words).nth(1).unwrap_or_else(|| panic!("no {words} in {text}")).split(end).next().unwrap()
}

#[test]
fn from_an_empty_database_to_a_logger_of_one_mission() {
    let folder = temporary();
    let database = sqlite(&folder.path().join("k.db"));
    let security = folder.path().join("security.log");
    let mut command = keruen(&["serve", "--database", &database, "--listen", "127.0.0.1:0", "--log", "warn"]);
    command.env("KERUEN_SECURITY_LOG", &security);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let link = lines.find(|line| line.contains("/set-up?token=")).unwrap();
    let at = after(&link, "http://", '/').to_string();
    let token = link.split("token=").nth(1).unwrap().trim().to_string();
    thread::spawn(move || lines.for_each(drop));
    let mut house = Serving { child, at, cookie: String::new() };
    assert_eq!(house.request("GET", "/set-up?token=guessed", "").0, 404);
    assert_eq!(house.request("GET", &format!("/set-up?token={token}"), "").0, 200);
    let first = [("token", token.as_str()), ("organisation", "Ministry"), ("name", "Adil"), ("sign_in", "adil")];
    let with = |password| [&first[..], &[("password", password)]].concat();
    assert_eq!(house.post("/set-up", &with("short")).0, 422);
    let (status, answer) = house.post("/set-up", &with("the first of the house"));
    assert_eq!(status, 303, "{answer}");
    house.cookie = format!("keruen={}", cookie_of(&answer));
    assert_eq!(house.request("GET", &format!("/set-up?token={token}"), "").0, 404, "once");
    for code in ["OWN-1", "OTHER-1"] {
        let mission = [("code", code), ("title", "A mission"), ("recipient_country", "AF")];
        assert_eq!(house.post("/missions", &mission).0, 303);
    }
    let them = [("name", "Leila"), ("sign_in", "leila"), ("grant.0.role", "logger"), ("grant.0.mission", "OWN-1")];
    let (status, page) = house.post("/people", &them);
    assert_eq!(status, 200, "{page}");
    let token = after(&page, "/choose-password?token=", '<').to_string();
    house.cookie.clear();
    let choose = [("token", token.as_str()), ("password", "leila logs the loads")];
    assert_eq!(house.post("/choose-password", &choose).0, 303);
    assert_ne!(house.post("/sign-in", &[("sign_in", "leila"), ("password", "what leila never chose")]).0, 303);
    house = house.sign_in("leila", "leila logs the loads");
    let load = |code: &'static str| {
        [
            ("mission", code),
            ("line.0.goods", "Wheat flour"),
            ("line.0.quantity", "272.728"),
            ("line.0.unit", "t"),
            ("leg.0.mode", "rail"),
            ("leg.0.departed", "17.4.2023"),
        ]
    };
    assert_eq!(house.post("/consignments", &load("OWN-1")).0, 303);
    assert_eq!(house.post("/consignments", &load("OTHER-1")).0, 422);
    let (_, list) = house.request("GET", "/missions", "");
    assert!(list.contains("OWN-1") && !list.contains("OTHER-1"), "{list}");
    assert_eq!(house.request("GET", "/people", "").0, 403);
    house.stop("-TERM");
    // What happened at the door stands in a log of its own, without names, passwords and tokens.
    let log = fs::read_to_string(&security).unwrap();
    for event in ["set-up", "person-added", "link-made", "password-chosen", "sign-in-refused", "signed-in", "refused"] {
        assert!(log.contains(&format!("event=\"{event}\"")), "{event}: {log}");
    }
    for secret in [token.as_str(), "leila", "the first of the house", "logs the loads", "never chose"] {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
    let listed = done(&["user", "list", "--database", &database]);
    assert!(listed.contains("leila\tLeila\tlogger:OWN-1") && listed.contains("adil\tAdil"), "{listed}");
    done(&["doctor", "--database", &database]);
}

#[test]
fn people_are_kept_at_the_command_line() {
    let folder = temporary();
    let database = sqlite(&folder.path().join("k.db"));
    let with = |more: &[&'static str]| {
        [more, &["--database", database.as_str()]].concat().iter().map(|s| s.to_string()).collect::<Vec<_>>()
    };
    let ask = |more: &[&'static str], password: &str| {
        let arguments = with(more);
        with_password(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), password)
    };
    let add = &["user", "add", "marat", "--role", "manager", "--password-stdin"];
    assert!(said(&ask(add, "short")).contains("Too short"));
    assert!(ask(add, PASSWORD).status.success());
    assert!(said(&ask(add, PASSWORD)).contains("Someone else signs in"));
    let wrong = ["user", "add", "x", "--role", "king"];
    assert!(said(&ask(&wrong, "")).contains("is no role"));
    assert!(
        said(&ask(&["user", "add", "x", "--role", "logger", "--mission", "NO-1"], ""))
            .contains("No mission has the code")
    );
    let linked = said(&ask(&["user", "add", "aigul", "--name", "Aigul B.", "--role", "auditor"], ""));
    assert!(linked.contains("/choose-password?token="), "{linked}");
    let listed = said(&ask(&["user", "list"], ""));
    assert!(listed.contains("marat\tmarat\tmanager") && listed.contains("aigul\tAigul B.\tauditor"), "{listed}");
    let file = folder.path().join("password");
    fs::write(&file, "another good sentence\n").unwrap();
    done(&["user", "reset", "marat", "--password-file", &file.display().to_string(), "--database", &database]);
    assert!(said(&ask(&["user", "disable", "marat"], "")).contains("may sign in no longer"));
    assert!(said(&ask(&["user", "list"], "")).contains("disabled"));
    assert!(said(&ask(&["user", "disable", "nobody"], "")).contains("Nobody signs in as"));
    assert!(said(&ask(&["user", "add", "x", "--role", "viewer", "--password"], "")).contains("nobody to ask"));
}

#[test]
fn the_history_is_written_to_a_file_that_verifies_by_itself() {
    let story = House::sqlite(Holding::Story);
    let Address::Sqlite(from) = &story.address else { return };
    let (folder, database) = (temporary(), sqlite(from));
    let file = folder.path().join("history.jsonl");
    let path = file.display().to_string();
    let verified = done(&["audit", "verify", "--database", &database]);
    let (count, head) =
        (after(&verified, "All ", ' ').to_string(), verified.trim().rsplit(' ').next().unwrap().to_string());
    done(&["audit", "export", &path, "--database", &database]);
    assert!(refused(&["audit", "export", &path, "--database", &database]).contains("is there already"));
    let alone = done(&["audit", "verify", &path, "--head", &head, "--count", &count]);
    assert!(alone.contains(&head), "{alone}");
    let bytes = fs::read(&file).unwrap();
    // A byte here and there, the first and the last of all, one more and one less.
    let places = [0, 9, bytes.len() / 3, bytes.len() / 2, bytes.len() - 70, bytes.len() - 2, bytes.len() - 1];
    for place in places {
        let mut changed = bytes.clone();
        changed[place] = changed[place].wrapping_add(1);
        fs::write(&file, &changed).unwrap();
        refused(&["audit", "verify", &path]);
    }
    for changed in [[bytes.as_slice(), b"\n"].concat(), bytes[..bytes.len() - 1].to_vec()] {
        fs::write(&file, &changed).unwrap();
        refused(&["audit", "verify", &path]);
    }
    let first = bytes.iter().position(|b| *b == b'\n').unwrap();
    fs::write(&file, &bytes[..=first]).unwrap();
    refused(&["audit", "verify", &path]);

    change(&database, "UPDATE history SET reason = 'x' WHERE sealed_order = 3");
    assert!(refused(&["audit", "verify", "--database", &database]).contains("Entry 3 of the history"));
    assert!(refused(&["doctor", "--database", &database]).contains("Entry 3 of the history"));
    change(&database, "UPDATE missions SET title = 'x' WHERE code = 'KZ-AF-2023-04'");
    assert!(
        refused(&["doctor", "--database", &database]).contains("mission KZ-AF-2023-04 is not what its history says")
    );
}

#[test]
fn a_network_is_not_served_in_the_clear_unless_that_is_said() {
    let folder = temporary();
    let database = sqlite(&folder.path().join("k.db"));
    let mut command =
        keruen(&["serve", "--database", &database, "--listen", "0.0.0.0:0", "--plain-http", "--log", "warn"]);
    let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    assert!(lines.by_ref().any(|line| line.contains("WITHOUT ENCRYPTION")));
    assert!(lines.by_ref().any(|line| line.contains("/set-up?token=")));
    child.kill().unwrap();
    child.wait().unwrap();
    let key = folder.path().join("keruen.key");
    assert_eq!(fs::read_to_string(&key).unwrap().trim().len(), 64);
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&key).unwrap().permissions()) & 0o777, 0o600);
    fs::write(&key, "nonsense").unwrap();
    assert!(refused(&["serve", "--database", &database, "--listen", "127.0.0.1:0"]).contains("hexadecimal"));
}
