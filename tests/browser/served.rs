//! The real program, serving a house of its own.

use keruen::accounts::pages::DEMO_PASSWORD;
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
};
use tempfile::TempDir;

/// A program that is serving; stopped, and its house removed, when the test ends.
pub struct Served {
    child: Child,
    /// `http://127.0.0.1:PORT`
    pub at: String,
    /// Who looks at it: sign-in name and password.
    pub reader: (&'static str, &'static str),
    _folder: TempDir,
}

impl Served {
    /// A house in which nothing has been written yet.
    pub fn empty() -> Self {
        let folder = temporary();
        let database = format!("sqlite:{}", folder.path().join("keruen.db").display());
        let mut add = Command::new(env!("CARGO_BIN_EXE_keruen"));
        add.args(["user", "add", "marat", "--name", "Marat", "--role", "manager", "--password-stdin"]);
        let mut adding =
            add.args(["--database", &database]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap();
        adding.stdin.take().unwrap().write_all(DEMO_PASSWORD.as_bytes()).unwrap();
        assert!(adding.wait().unwrap().success());
        Self::start(&["serve", "--database", &database], folder)
    }

    /// The demonstration.
    pub fn story() -> Self {
        Self::start(&["demo"], temporary())
    }

    fn start(arguments: &[&str], folder: TempDir) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_keruen"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("KERUEN_") || name == "STATE_DIRECTORY") {
            command.env_remove(name);
        }
        command
            .args(arguments)
            .args(["--listen", "127.0.0.1:0", "--log", "warn"])
            .env("LC_ALL", "C")
            .env("TMPDIR", folder.path())
            .env("KERUEN_LOCALES", Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/locales"));
        let (child, at) = start(command, "http://127.0.0.1:");
        Self { child, at: format!("http://127.0.0.1:{at}"), reader: ("marat", DEMO_PASSWORD), _folder: folder }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-INT", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}

/// Starts a program that takes any free port; answers the number it prints after `before`.
pub fn start(mut command: Command, before: &str) -> (Child, u16) {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let port = lines.find_map(|line| {
        let after = line.split(before).nth(1)?;
        after.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    });
    thread::spawn(move || lines.for_each(drop));
    (child, port.unwrap_or_else(|| panic!("{command:?} does not say where it is")))
}

/// A folder that goes when the test ends.
pub fn temporary() -> TempDir {
    tempfile::Builder::new().prefix("keruen-").tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap()
}
