//! A server in a process of its own, so that what it costs can be told from what asking costs.

use crate::Outcome;
use std::{
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::Path,
    process::{Child, Command, Stdio},
};

/// A server that runs until this is dropped.
pub struct Program {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Program {
    /// Starts a command that says on its standard output, as `http://ADDRESS:PORT/`, where it listens. What it logs goes
    /// to `log`, as it would to a journal.
    pub fn start(command: &mut Command, log: &Path) -> Outcome<Self> {
        let mut child = command
            .env("LC_ALL", "C")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(std::fs::File::create(log)?)
            .spawn()?;
        let out = child.stdout.take().ok_or("no output")?;
        for line in BufReader::new(out).lines() {
            let line = line?;
            let address = line.split_once("http://").and_then(|(_, rest)| rest.split('/').next()?.parse().ok());
            if let Some(address) = address {
                return Ok(Self { child, address });
            }
        }
        child.wait()?;
        Err(format!("the server did not start: {}", std::fs::read_to_string(log)?).into())
    }

    /// The processor time it has used, in milliseconds; nothing where the system does not tell.
    pub fn cpu(&self) -> Option<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        // After the name in brackets: state is the first field, user and system time the 12th and 13th, in hundredths.
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks: u64 = fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?;
        Some(ticks as f64 * 10.0)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if self.child.kill().is_ok() && self.child.wait().is_err() {
            eprintln!("a server is still running: process {}", self.child.id());
        }
    }
}
