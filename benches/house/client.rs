//! A browser's side of HTTP/1.1, as small as it can be: one connection kept alive, answers read to their last byte and
//! counted, nothing unpacked.

use crate::{Outcome, data::SESSION};
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpStream},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};

/// How many forms were sent.
static FORMS: AtomicU32 = AtomicU32::new(0);

/// What a browser says it can unpack; and nothing, for the answers that are read here.
pub const PACKED: &str = "br, gzip";
/// See [`PACKED`].
pub const PLAIN: &str = "identity";

/// One connection.
pub struct Client {
    to: TcpStream,
    from: BufReader<TcpStream>,
    host: String,
}

/// An answer.
pub struct Answer {
    /// Its status.
    pub status: u16,
    /// Every byte of it, as it came over the wire.
    pub bytes: usize,
    /// Where it sends the browser.
    pub location: String,
    /// Its body, as it came.
    pub body: Vec<u8>,
}

impl Client {
    /// Connects.
    pub fn to(address: SocketAddr) -> Outcome<Self> {
        let to = TcpStream::connect(address)?;
        to.set_nodelay(true)?;
        to.set_read_timeout(Some(Duration::from_secs(120)))?;
        Ok(Self { from: BufReader::with_capacity(1 << 16, to.try_clone()?), to, host: address.to_string() })
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str, packing: &str) -> Outcome<Answer> {
        let host = &self.host;
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: {host}\r\naccept: text/html\r\naccept-encoding: {packing}\r\naccept-language: en\r\n\
             cookie: keruen={SESSION}\r\n\r\n"
        );
        self.to.write_all(request.as_bytes())?;
        self.answer()
    }

    /// Sends a form.
    pub fn post(&mut self, path: &str, form: &str) -> Outcome<Answer> {
        let (host, size) = (&self.host, form.len());
        // Another address each time, where the server believes that.
        let from = Ipv4Addr::from_bits(0x0A00_0000 + FORMS.fetch_add(1, Ordering::Relaxed));
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\norigin: http://{host}\r\nsec-fetch-site: same-origin\r\naccept-encoding: {PACKED}\r\n\
             cookie: keruen={SESSION}\r\nx-forwarded-for: {from}\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {size}\r\n\r\n{form}"
        );
        self.to.write_all(request.as_bytes())?;
        self.answer()
    }

    fn answer(&mut self) -> Outcome<Answer> {
        let mut answer = Answer { status: 0, bytes: 0, location: String::new(), body: vec![] };
        let line = self.line(&mut answer)?;
        answer.status = line.split(' ').nth(1).and_then(|code| code.parse().ok()).ok_or("no status")?;
        let (mut size, mut chunked) = (0, false);
        loop {
            let line = self.line(&mut answer)?;
            let Some((name, value)) = line.split_once(':') else { break };
            match (name.to_ascii_lowercase().as_str(), value.trim()) {
                ("content-length", n) => size = n.parse()?,
                ("transfer-encoding", how) => chunked = how == "chunked",
                ("location", to) => answer.location = to.into(),
                _ => {}
            }
        }
        loop {
            if chunked {
                size = usize::from_str_radix(&self.line(&mut answer)?, 16)?;
            }
            let start = answer.body.len();
            answer.body.resize(start + size, 0);
            self.from.read_exact(&mut answer.body[start..])?;
            answer.bytes += size;
            if !chunked {
                return Ok(answer);
            }
            self.line(&mut answer)?;
            if size == 0 {
                return Ok(answer);
            }
        }
    }

    /// One line, without its end.
    fn line(&mut self, answer: &mut Answer) -> Outcome<String> {
        let mut line = String::new();
        answer.bytes += self.from.read_line(&mut line)?;
        Ok(line.trim_end().to_string())
    }
}
