//! A house of its own for every test, on either engine, and a browser's view of it.

use actix_web::{
    cookie::Cookie,
    http::{
        StatusCode,
        header::{self, HeaderMap},
    },
    test::{self, TestRequest},
    web::Data,
};
use diesel::{Connection, PgConnection, connection::SimpleConnection};
use futures_util::future::LocalBoxFuture;
use keruen::{
    accounts::{self, Act, Desk, Grant, Person, Rights, Role, Token, Visitor, second::Key},
    commands::{bring_up, story},
    db::{Address, Db, Pool, let_go},
    files::Folder,
    history,
    lang::{self, Lang},
    server,
    values::{Id, Moment},
    web::{Problems, guard::Site},
};
use scraper::{Html, Selector};
use serde_json::Value;
use std::{
    fs,
    rc::Rc,
    sync::{
        LazyLock,
        atomic::{AtomicU32, Ordering},
    },
};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// The language of `tests/locales`: the CLDR's name for a made-up one that is written from right to left.
pub const MADE_UP: &str = "ar-XB";

/// The host every request names.
pub const HOST: &str = "localhost:8080";

/// Where the PostgreSQL half of the tests goes: a server whose databases may be made and dropped.
pub fn postgres_server() -> Option<String> {
    static SERVER: LazyLock<Option<String>> = LazyLock::new(|| {
        let server = std::env::var("KERUEN_TEST_POSTGRES").ok();
        if server.is_none() {
            eprintln!(
                "KERUEN_TEST_POSTGRES is not set: the PostgreSQL half of the tests is skipped (tests/run sets it)"
            );
        }
        server
    });
    SERVER.clone()
}

/// What a house holds when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// The built-in places and goods.
    Nothing,
    /// The story as well.
    Story,
}

async fn put_together(house: server::House) -> App {
    let app = Rc::new(test::init_service(server::app(house)).await);
    Box::new(move |request, program| {
        let app = app.clone();
        Box::pin(async move {
            let mut request = request.to_request();
            if let Some((pool, token)) = program.filter(|_| request.path().starts_with("/api/")) {
                pool.write_now(|db| give_program(db, &token)).unwrap();
                let bearer = format!("Bearer {}", program_token(&token));
                request.headers_mut().insert(header::AUTHORIZATION, bearer.parse().unwrap());
            }
            let answer = test::call_service(&*app, request).await;
            let (status, headers) = (answer.status(), answer.headers().clone());
            let bytes = test::read_body(answer).await;
            Answer { status, headers, body: String::from_utf8_lossy(&bytes).into_owned(), bytes: bytes.to_vec() }
        })
    })
}

/// A house for one test.
pub struct House {
    pub pool: Pool,
    /// Where its data is.
    pub address: Address,
    /// What stands behind the addresses.
    pub house: server::House,
    /// The token of whoever asks; none when nobody is signed in.
    token: Option<String>,
    /// The application, put together once for all who ask.
    app: Rc<OnceCell<App>>,
    _kept: Rc<(Kept, TempDir)>,
}

/// The whole application: what is asked, and with whose token a program asks; what is answered.
type App = Box<dyn Fn(TestRequest, Option<(Pool, String)>) -> LocalBoxFuture<'static, Answer>>;

/// The token of the tester, who may do everything that people may.
pub const TESTER: &str = "the tester's token";

/// The tester's sign-in name.
pub const TESTER_NAME: &str = "tester";

/// Removed with the house.
enum Kept {
    Folder(#[expect(dead_code, reason = "held for its drop")] TempDir),
    Database(String),
}

impl Drop for Kept {
    fn drop(&mut self) {
        if let (Self::Database(name), Some(server)) = (self, postgres_server())
            && let Ok(mut admin) = PgConnection::establish(&server)
            && let Err(e) = admin.batch_execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        {
            eprintln!("{name} stays: {e}");
        }
    }
}

/// A PostgreSQL database with nothing in it, not even tables; it goes when this does.
pub struct Bare(pub Address, #[expect(dead_code, reason = "held for its drop")] Kept);

impl Bare {
    /// One, where there is a server.
    pub fn postgres() -> Option<Self> {
        let server = postgres_server()?;
        let name = fresh_name();
        PgConnection::establish(&server).unwrap().batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        Some(Self(postgres_address(&server, &name), Kept::Database(name)))
    }
}

impl House {
    /// On SQLite.
    pub fn sqlite(holding: Holding) -> Self {
        speak();
        static EMPTY: LazyLock<Vec<u8>> = LazyLock::new(|| sqlite_bytes(Holding::Nothing));
        static STORY: LazyLock<Vec<u8>> = LazyLock::new(|| sqlite_bytes(Holding::Story));
        let folder = temporary();
        let file = folder.path().join("keruen.db");
        fs::write(&file, if holding == Holding::Story { &*STORY } else { &*EMPTY }).unwrap();
        Self::at(Address::Sqlite(file), Kept::Folder(folder))
    }

    /// On PostgreSQL, where there is one.
    pub fn postgres(holding: Holding) -> Option<Self> {
        speak();
        static EMPTY: LazyLock<String> = LazyLock::new(|| postgres_template(Holding::Nothing));
        static STORY: LazyLock<String> = LazyLock::new(|| postgres_template(Holding::Story));
        let server = postgres_server()?;
        let template = if holding == Holding::Story { &*STORY } else { &*EMPTY };
        let name = fresh_name();
        let mut admin = PgConnection::establish(&server).unwrap();
        admin.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE {template}")).unwrap();
        Some(Self::at(postgres_address(&server, &name), Kept::Database(name)))
    }

    fn at(address: Address, kept: Kept) -> Self {
        let pool = Pool::open(address.clone()).unwrap();
        let desk = Desk::new(Key::fresh().unwrap());
        let files = temporary();
        let folder = Folder::at(files.path().to_path_buf());
        let house = server::House::new(pool.clone(), Site::new(None, &[], vec![]), desk, folder);
        Self { house, pool, address, token: Some(TESTER.into()), app: Rc::default(), _kept: Rc::new((kept, files)) }
    }

    /// The same house, asked by someone else; by nobody without a token.
    pub fn asked_by(&self, token: Option<&str>) -> Self {
        Self {
            pool: self.pool.clone(),
            address: self.address.clone(),
            house: self.house.clone(),
            token: token.map(String::from),
            app: self.app.clone(),
            _kept: self._kept.clone(),
        }
    }

    /// The same house, reached otherwise.
    pub fn reached(&self, site: Site) -> Self {
        let mut other = self.asked_by(self.token.as_deref());
        other.house.site = Data::new(site);
        other.app = Rc::default();
        other
    }

    /// Adds a person with these roles and signs them in: the same house, asked by them.
    pub fn person(&self, name: &str, grants: &[Grant]) -> Self {
        let token = format!("token of {name}");
        self.pool.write_now(|db| add_person(db, name, grants, &token)).unwrap();
        self.asked_by(Some(&token))
    }

    /// Sends a request through all of the middleware.
    pub async fn send(&self, mut request: TestRequest) -> Answer {
        if let Some(token) = &self.token {
            let name = if self.house.site.is_secure() { "__Host-keruen" } else { "keruen" };
            request = request.cookie(Cookie::new(name, token.replace(' ', "-")));
        }
        let app = self.app.get_or_init(|| put_together(self.house.clone())).await;
        app(request, self.token.clone().map(|token| (self.pool.clone(), token))).await
    }

    /// `GET`, as a browser that reads English.
    pub async fn get(&self, path: &str) -> Answer {
        self.get_as(path, &[]).await
    }

    /// `GET` with further headers.
    pub async fn get_as(&self, path: &str, headers: &[(&'static str, &str)]) -> Answer {
        let mut request = TestRequest::get().uri(path).insert_header(("host", HOST));
        for (name, value) in headers {
            request = match (*name, value.split_once('=')) {
                ("cookie", Some((name, value))) => request.cookie(Cookie::new(name.to_string(), value.to_string())),
                _ => request.insert_header((*name, *value)),
            };
        }
        self.send(request).await
    }

    /// Sends a form, as a browser does from one of the house's own pages.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(posted(path, fields)).await
    }

    /// Asks as a program of the same person: a method, an address, headers, a document.
    pub async fn program(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        document: Option<&Value>,
    ) -> Answer {
        let method = method.parse().unwrap();
        let mut request = TestRequest::default().method(method).uri(path).insert_header(("host", HOST));
        for header in headers {
            request = request.insert_header(*header);
        }
        if let Some(document) = document {
            request = request.set_payload(document.to_string()).insert_header(("content-type", "application/json"));
        }
        self.send(request).await
    }

    /// Sends a form whose names were made up on the way.
    pub async fn post_form(&self, path: &str, fields: &[(String, String)]) -> Answer {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        self.post(path, &fields).await
    }
}

/// A form on its way, as a browser sends it.
pub fn posted(path: &str, fields: &[(&str, &str)]) -> TestRequest {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    TestRequest::post()
        .uri(path)
        .insert_header(("host", HOST))
        .insert_header(("origin", format!("http://{HOST}")))
        .insert_header(("content-type", "application/x-www-form-urlencoded"))
        .set_payload(body)
}

/// An answer as a browser gets it.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
    /// What came over the line.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The document it is.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }

    /// A header; empty when there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// Where it sends the reader.
    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The page's words, one space between them.
    pub fn text(&self) -> String {
        self.all("body").join(" ")
    }

    /// The words of every element that a selector finds.
    pub fn all(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        let found = page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
        found
            .into_iter()
            .map(|e| e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    /// An attribute of every element that a selector finds and that has it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        let found = page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
        found.into_iter().filter_map(|e| e.attr(name)).map(String::from).collect()
    }

    /// What the page's form would send as it stands, without pressing a button that has a name.
    pub fn form(&self) -> Vec<(String, String)> {
        self.form_at("main form")
    }

    /// What of the page stands within a selector, as it was sent.
    pub fn inner(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        page.select(&Selector::parse(selector).unwrap()).map(|it| it.inner_html()).collect()
    }

    /// The fields of the forms within a selector, as a browser would send them.
    pub fn form_at(&self, selector: &str) -> Vec<(String, String)> {
        let page = Html::parse_document(&self.body);
        let fields = Selector::parse(&format!("{selector} :is(input, textarea, select)[name]")).unwrap();
        let options = Selector::parse("option").unwrap();
        let mut out = vec![];
        for field in page.select(&fields) {
            let kind = field.attr("type").unwrap_or("text");
            let value = match field.value().name() {
                "textarea" => Some(field.text().collect()),
                "select" => field
                    .select(&options)
                    .find(|o| o.attr("selected").is_some())
                    .or(field.select(&options).next())
                    .map(|o| o.attr("value").unwrap_or_default().to_string()),
                _ if matches!(kind, "checkbox" | "radio") && field.attr("checked").is_none() => None,
                _ => Some(field.attr("value").unwrap_or_default().to_string()),
            };
            out.extend(value.map(|value| (field.attr("name").unwrap_or_default().to_string(), value)));
        }
        out
    }
}

/// Writes every test twice: once on SQLite, once on PostgreSQL.
///
/// `async fn name(house: House) { … }` opens an empty house, `async fn name(house: House, Story) { … }` one with the story.
macro_rules! each_engine {
    ($($(#[$note:meta])* async fn $name:ident($house:ident: House $(, $holding:ident)?) $body:block)*) => { $(
        $(#[$note])*
        mod $name {
            #[allow(unused_imports, reason = "not every test needs all of them")]
            use super::*;
            use $crate::harness::{Holding, House};

            async fn on($house: House) $body

            #[allow(unused_variables, reason = "the last one holds")]
            fn holding() -> Holding {
                let holding = Holding::Nothing;
                $(let holding = Holding::$holding;)?
                holding
            }

            #[actix_web::test]
            async fn sqlite() {
                on(House::sqlite(holding())).await;
            }

            #[actix_web::test]
            async fn postgres() {
                if let Some(house) = House::postgres(holding()) {
                    on(house).await;
                }
            }
        }
    )* };
}
pub(crate) use each_engine;

/// Opens the languages once, the made-up one with them.
pub fn speak() {
    static SPOKEN: LazyLock<()> = LazyLock::new(|| {
        let more = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/locales");
        lang::open(Some(&more)).unwrap();
    });
    LazyLock::force(&SPOKEN);
}

/// A folder that goes when the test ends.
pub fn temporary() -> TempDir {
    tempfile::Builder::new().prefix("keruen-").tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}

fn sqlite_bytes(holding: Holding) -> Vec<u8> {
    let folder = temporary();
    let file = folder.path().join("template.db");
    furnish(&Address::Sqlite(file.clone()), holding);
    // A pool closes its connections behind whoever drops it.
    let began = std::time::Instant::now();
    while !let_go(&file).unwrap() {
        assert!(began.elapsed().as_secs() < 30, "somebody keeps the template open");
    }
    fs::read(&file).unwrap()
}

fn postgres_template(holding: Holding) -> String {
    let server = postgres_server().unwrap();
    let name = fresh_name();
    PgConnection::establish(&server).unwrap().batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
    furnish(&postgres_address(&server, &name), holding);
    // A template may be copied only while nobody is in it; the pool's last connections may take a moment to leave.
    let leave = format!(
        "ALTER DATABASE {name} ALLOW_CONNECTIONS false;
         SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    );
    PgConnection::establish(&server).unwrap().batch_execute(&leave).unwrap();
    name
}

fn furnish(address: &Address, holding: Holding) {
    bring_up(address).unwrap();
    let pool = Pool::open(address.clone()).unwrap();
    let all = [Role::Manager, Role::Administrator, Role::Auditor].map(whole);
    pool.write_now(|db| add_person(db, TESTER_NAME, &all, TESTER)).unwrap();
    if holding == Holding::Story {
        story::load(&pool).unwrap();
    }
}

/// A role in the whole house.
pub fn whole(role: Role) -> Grant {
    Grant { role, mission: None, organisation: None }
}

/// A role in one mission.
pub fn within(role: Role, mission: Id) -> Grant {
    Grant { mission: Some(mission), ..whole(role) }
}

/// Everyone's password here.
pub const PASSWORD: &str = "camels go by night";

/// The hash of [`PASSWORD`], made once.
fn password() -> String {
    static HASH: LazyLock<String> = LazyLock::new(|| accounts::password::hash(PASSWORD).unwrap());
    HASH.clone()
}

fn add_person(db: &mut Db, name: &str, grants: &[Grant], token: &str) -> keruen::error::Result<()> {
    let person = Person { password: password(), ..Person::new(name, name) };
    let given: Vec<_> = grants.iter().map(|grant| (*grant, grant.role.to_string())).collect();
    let by = history::By::default();
    accounts::actions::add(db, &person, &given, &by, Lang::english())?.unwrap();
    let kept = accounts::second::kept(&token.replace(' ', "-"));
    accounts::actions::begin(db, &person, &kept, "127.0.0.1", "", None)?;
    Ok(())
}

/// Gives a program of whoever has this session its token, unless it has it.
fn give_program(db: &mut Db, session: &str) -> keruen::error::Result<()> {
    let name = if session == TESTER { TESTER_NAME } else { session.strip_prefix("token of ").unwrap_or(session) };
    let Some(person) = accounts::by_sign_in(db, name)? else { return Ok(()) };
    if accounts::tokens_of(db, person.id)?.iter().any(|token| token.name == "test") {
        return Ok(());
    }
    let now = Moment::now();
    let program = Token {
        id: Id::fresh(),
        person: person.id,
        name: "test".into(),
        hint: "keruen_test".into(),
        acts: Act::ALL.iter().copied().filter(|act| act.for_programs()).collect(),
        missions: vec![],
        created_at: now,
        expires_at: accounts::actions::days_from(now, 1),
        used_at: None,
    };
    let hash = accounts::second::kept(&program_token(session));
    let problems = Problems::new(Lang::english());
    accounts::actions::give_token(db, &program, &hash, &Rights::all(), &history::By::default(), problems)?.unwrap();
    Ok(())
}

/// The token by which a program acts for whoever has this session.
pub fn program_token(session: &str) -> String {
    format!("keruen_{}", session.replace(' ', "-"))
}

/// The program itself, as those ask who are not in front of a browser.
pub fn the_house() -> Visitor {
    Visitor::house(Lang::english())
}

fn fresh_name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("keruen_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// A database on the test server.
pub fn postgres_address(server: &str, name: &str) -> Address {
    let (before, _) = server.rsplit_once('/').unwrap();
    Address::Postgres(format!("{before}/{name}"))
}
