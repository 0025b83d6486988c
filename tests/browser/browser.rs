//! A headless Chromium, and what a person does with it.

use crate::served::{Served, start, temporary};
use base64::prelude::{BASE64_STANDARD, Engine};
use fantoccini::{Client, ClientBuilder, Locator, elements::Element, key::Key, wd::WebDriverCompatibleCommand};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::{
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    sync::LazyLock,
    time::Duration,
};
use tempfile::TempDir;

/// Whether pages may run scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    Off,
    On,
}

/// A browser looking at one house, with nothing remembered.
pub struct Browser {
    client: Client,
    /// Where the house is.
    pub at: String,
    _house: Served,
    // Dropped in this order: first the browser ends, then its folder goes.
    _driver: Driver,
    _folder: TempDir,
}

/// chromedriver.
struct Driver {
    child: Child,
    port: u16,
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It is asked first, so that it closes the browsers it opened.
        if let Ok(mut stream) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
            let asked = write!(stream, "GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
            let _ = asked.and_then(|()| stream.read_to_end(&mut vec![]));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether there is a browser on this machine; says so once when there is none.
fn there_is_one() -> bool {
    static THERE: LazyLock<bool> = LazyLock::new(|| {
        let runs = |name| {
            let mut command = Command::new(name);
            command.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
            command.status().is_ok_and(|status| status.success())
        };
        let there = runs("chromedriver") && runs("chromium");
        if !there {
            // Past the test runner, which swallows what a passing test prints.
            let _ =
                writeln!(std::io::stderr(), "Journeys in a browser are skipped: chromium and chromedriver are needed");
        }
        there
    });
    let required = std::env::var("KERUEN_TEST_BROWSER").is_ok_and(|value| value == "required");
    assert!(*THERE || !required, "KERUEN_TEST_BROWSER=required, but chromium or chromedriver does not start");
    *THERE
}

impl Browser {
    /// Opens a browser for a house; `None` where there is no browser.
    pub async fn open(house: fn() -> Served, scripts: Scripts) -> Option<Self> {
        let browser = Self::stranger(house, scripts).await?;
        let (name, password) = browser._house.reader;
        browser.sign_in(name, password).await;
        Some(browser)
    }

    /// Signs in.
    pub async fn sign_in(&self, name: &str, password: &str) {
        self.go("/sign-in").await;
        self.fill_all(&[("sign_in", name), ("password", password)]).await;
        self.enter("password").await;
        self.wait("a[href='/me']").await;
    }

    /// Forgets who is signed in.
    pub async fn leave(&self) {
        self.ask("Network.clearBrowserCookies", json!({})).await;
    }

    /// Opens a browser in which nobody is signed in.
    pub async fn stranger(house: fn() -> Served, scripts: Scripts) -> Option<Self> {
        if !there_is_one() {
            return None;
        }
        let house = house();
        let folder = temporary();
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").env("TMPDIR", folder.path());
        let (child, port) = start(command, "successfully on port ");
        let driver = Driver { child, port };
        let profile = format!("--user-data-dir={}", folder.path().join("profile").display());
        let mut options = json!({ "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1200,900",
            "--lang=en", "--accept-lang=en", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--no-first-run", "--disable-quic", profile,
        ] });
        if scripts == Scripts::Off {
            options["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
        }
        let wanted = json!({ "goog:chromeOptions": options, "timeouts": { "pageLoad": 60_000, "script": 60_000 } });
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted.as_object().unwrap().clone())
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .unwrap();
        let browser = Self { client, at: house.at.clone(), _house: house, _driver: driver, _folder: folder };
        // Nothing moves while it is looked at.
        browser.media("light").await;
        browser.ask("Emulation.setScrollbarsHidden", json!({ "hidden": true })).await;
        Some(browser)
    }

    /// Opens one of the house's pages.
    pub async fn go(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.at)).await.unwrap();
    }

    /// The path of the page that is shown, without its question.
    pub async fn path(&self) -> String {
        self.client.current_url().await.unwrap().path().to_string()
    }

    pub async fn title(&self) -> String {
        self.client.title().await.unwrap()
    }

    pub async fn reload(&self) {
        self.client.refresh().await.unwrap();
    }

    /// Waits until something is there.
    pub async fn wait(&self, selector: &str) -> Element {
        let found = self.client.wait().at_most(Duration::from_secs(20)).for_element(Locator::Css(selector)).await;
        match found {
            Ok(element) => element,
            Err(e) => panic!("{selector}: {e}; the page says: {}", self.said("body").await),
        }
    }

    /// Waits until what a script answers is true.
    pub async fn until(&self, script: &str) {
        for _ in 0..100 {
            if self.run(script).await == json!(true) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("never true: {script}; the page says: {}", self.said("body").await);
    }

    pub async fn find(&self, selector: &str) -> Element {
        self.client.find(Locator::Css(selector)).await.unwrap_or_else(|e| panic!("{selector}: {e}"))
    }

    /// How many elements a selector finds.
    pub async fn count(&self, selector: &str) -> usize {
        self.client.find_all(Locator::Css(selector)).await.unwrap().len()
    }

    /// What is read on the first element a selector finds.
    pub async fn said(&self, selector: &str) -> String {
        let text = self.find(selector).await.text().await.unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Presses something.
    pub async fn press(&self, selector: &str) {
        let element = self.find(selector).await;
        element.click().await.unwrap_or_else(|e| panic!("{selector}: {e}"));
    }

    /// A field, by its name.
    pub async fn field(&self, name: &str) -> Element {
        self.find(&format!("[name='{name}']:not([type=hidden]):not([hidden])")).await
    }

    /// What a field holds.
    pub async fn value(&self, name: &str) -> String {
        self.field(name).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Types into a field instead of what is in it.
    pub async fn fill(&self, name: &str, text: &str) {
        let field = self.field(name).await;
        field.clear().await.unwrap_or_else(|e| panic!("{name}: {e}"));
        field.send_keys(text).await.unwrap_or_else(|e| panic!("{name}: {e}"));
    }

    pub async fn fill_all(&self, fields: &[(&str, &str)]) {
        for (name, text) in fields {
            self.fill(name, text).await;
        }
    }

    /// Chooses from a list.
    pub async fn choose(&self, name: &str, code: &str) {
        self.field(name).await.select_by_value(code).await.unwrap_or_else(|e| panic!("{name}: {e}"));
    }

    /// Chooses one of several round buttons.
    pub async fn tick(&self, name: &str, value: &str) {
        self.press(&format!("[name='{name}'][value='{value}']")).await;
    }

    /// Presses Enter in a field.
    pub async fn enter(&self, name: &str) {
        self.field(name).await.send_keys(&Key::Enter.to_string()).await.unwrap();
    }

    /// The id of what has the focus.
    pub async fn focused(&self) -> String {
        self.client.active_element().await.unwrap().attr("id").await.unwrap().unwrap_or_default()
    }

    /// The name of what has the focus.
    pub async fn focused_name(&self) -> String {
        self.client.active_element().await.unwrap().attr("name").await.unwrap().unwrap_or_default()
    }

    /// Runs a script as the page's own would be, whatever the page's policy.
    pub async fn run(&self, script: &str) -> Value {
        self.run_with(script, vec![]).await
    }

    pub async fn run_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute(script, arguments).await.unwrap_or_else(|e| panic!("{script:.200}: {e}"))
    }

    /// Runs a script that answers later, by its last argument.
    pub async fn run_later(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.client.execute_async(script, arguments).await.unwrap_or_else(|e| panic!("{script:.200}: {e}"))
    }

    /// Asks the browser itself.
    pub async fn ask(&self, command: &str, parameters: Value) -> Value {
        let asked = Ask { command: command.into(), parameters };
        self.client.issue_cmd(asked).await.unwrap_or_else(|e| panic!("{command}: {e}"))
    }

    /// Light or dark; nothing moves.
    pub async fn media(&self, scheme: &str) {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.ask("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// A screen this wide, and no wider: a window may refuse to be that small.
    pub async fn width(&self, width: u32) {
        let metrics = json!({ "width": width, "height": 640, "deviceScaleFactor": 1, "mobile": false });
        self.ask("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// The window as it is.
    pub async fn full_width(&self) {
        self.ask("Emulation.clearDeviceMetricsOverride", json!({})).await;
    }

    /// The page on paper, as a browser that prints its own header and footer would print it.
    pub async fn print(&self) -> Vec<u8> {
        let how = json!({ "displayHeaderFooter": true, "preferCSSPageSize": true, "printBackground": false });
        bytes(&self.ask("Page.printToPDF", how).await["data"])
    }

    /// Keeps a picture of the whole page where somebody wants to see it.
    pub async fn picture(&self, name: &str) {
        let Ok(folder) = std::env::var("KERUEN_TEST_PICTURES") else { return };
        std::fs::create_dir_all(&folder).unwrap();
        let shot = self.ask("Page.captureScreenshot", json!({ "captureBeyondViewport": true })).await;
        std::fs::write(Path::new(&folder).join(format!("{name}.png")), bytes(&shot["data"])).unwrap();
    }
}

fn bytes(text: &Value) -> Vec<u8> {
    BASE64_STANDARD.decode(text.as_str().unwrap()).unwrap()
}

/// A command of Chromium's own protocol.
#[derive(Debug)]
struct Ask {
    command: String,
    parameters: Value,
}

impl WebDriverCompatibleCommand for Ask {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.command, "params": self.parameters }).to_string()))
    }
}
