//! Asking again and again, and what it took.

use crate::{
    Outcome,
    client::{Answer, Client, PACKED},
    program::Program,
};
use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

/// How often a page is asked for, at most, and for how long.
const OFTEN: usize = 200;
const LONG: Duration = Duration::from_secs(3);

/// What asking for something took.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// What.
    pub name: String,
    /// Milliseconds each time, in order of size.
    pub times: Vec<f64>,
    /// Milliseconds of the server's processor time, each.
    pub cpu: Option<f64>,
    /// Bytes over the wire, each.
    pub bytes: usize,
    /// Anything else there is to say.
    pub note: String,
}

impl Figures {
    /// The time that `percent` of a hundred stayed within.
    pub fn percentile(&self, percent: usize) -> f64 {
        let at = (self.times.len() * percent).div_ceil(100).max(1) - 1;
        self.times.get(at).copied().unwrap_or_default()
    }

    /// The middle time.
    pub fn p50(&self) -> f64 {
        self.percentile(50)
    }
}

/// Asks for a page: a few times to warm up, then as often as is agreed.
pub fn page(program: &Program, name: &str, path: &str) -> Outcome<Figures> {
    let mut client = Client::to(program.address)?;
    let mut figures = Figures { name: name.into(), ..Figures::default() };
    for _ in 0..3 {
        expect(&client.get(path, PACKED)?, 200, path)?;
    }
    let (began, cpu) = (Instant::now(), program.cpu());
    while figures.times.len() < OFTEN && began.elapsed() < LONG {
        let asked = Instant::now();
        let answer = client.get(path, PACKED)?;
        figures.times.push(milliseconds(asked));
        figures.bytes = answer.bytes;
        expect(&answer, 200, path)?;
    }
    figures.cpu = each(cpu, program.cpu(), figures.times.len());
    figures.times.sort_by(f64::total_cmp);
    Ok(figures)
}

/// Sends forms by several writers at once, each over its own connection: `forms[writer][n]`. Counts those refused.
pub fn forms(program: &Program, name: &str, path: &str, forms: Vec<Vec<String>>) -> Outcome<Figures> {
    let (began, cpu) = (Instant::now(), program.cpu());
    let writers: Vec<_> = forms
        .into_iter()
        .map(|forms| {
            let (address, path) = (program.address, path.to_string());
            std::thread::spawn(move || write(address, &path, &forms).map_err(|e| e.to_string()))
        })
        .collect();
    let mut figures = Figures { name: name.into(), ..Figures::default() };
    let mut refused = 0;
    for writer in writers {
        let (times, bytes, no) = writer.join().map_err(|_| "a writer panicked")??;
        figures.times.extend(times);
        figures.bytes = bytes;
        refused += no;
    }
    let a_second = figures.times.len() as f64 / began.elapsed().as_secs_f64();
    figures.cpu = each(cpu, program.cpu(), figures.times.len());
    figures.times.sort_by(f64::total_cmp);
    figures.note = format!("{a_second:.0} a second, {refused} refused");
    Ok(figures)
}

fn write(address: SocketAddr, path: &str, forms: &[String]) -> Outcome<(Vec<f64>, usize, usize)> {
    let mut client = Client::to(address)?;
    let (mut times, mut bytes, mut refused) = (vec![], 0, 0);
    for form in forms {
        let asked = Instant::now();
        let answer = client.post(path, form)?;
        times.push(milliseconds(asked));
        bytes = answer.bytes;
        refused += usize::from(answer.status != 303);
    }
    Ok((times, bytes, refused))
}

/// That an answer has the status it should have.
pub fn expect(answer: &Answer, status: u16, path: &str) -> Outcome {
    let said = || String::from_utf8_lossy(&answer.body).chars().take(300).collect::<String>();
    if answer.status == status { Ok(()) } else { Err(format!("{} at {path}: {}", answer.status, said()).into()) }
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1_000.0
}

fn each(before: Option<f64>, after: Option<f64>, times: usize) -> Option<f64> {
    Some((after? - before?) / times.max(1) as f64)
}
