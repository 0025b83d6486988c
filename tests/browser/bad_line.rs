//! A receipt over a bad line: 50 kbit/s, 400 ms, one packet in twenty lost, and now and then the line is cut after the form
//! was sent and before the answer came. The page is small, and what is sent again is saved once.

use crate::served::Served;
use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

/// Bits a second, each way.
const SPEED: u64 = 50_000;

/// Half of the time there and back.
const DELAY: Duration = Duration::from_millis(200);

/// What a lost packet costs until it is sent again: TCP's first time-out.
const AGAIN: Duration = Duration::from_millis(1000);

/// The bytes of a packet.
const PACKET: usize = 1400;

/// Stands between: what passes is slow, late and partly sent again; where `cut` is set the next answer is lost with the line.
fn line(to: String, cut: Arc<AtomicBool>) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap().to_string();
    let passed = Arc::new(AtomicUsize::new(0));
    let counted = passed.clone();
    thread::spawn(move || {
        for near in listener.incoming().map_while(Result::ok) {
            let far = TcpStream::connect(&to).unwrap();
            let (near2, far2) = (near.try_clone().unwrap(), far.try_clone().unwrap());
            let (cut, counted) = (cut.clone(), counted.clone());
            thread::spawn(move || shaped(near2, far2, None, None));
            thread::spawn(move || shaped(far, near, Some(cut), Some(counted)));
        }
    });
    (at, passed)
}

fn shaped(mut from: TcpStream, mut to: TcpStream, cut: Option<Arc<AtomicBool>>, counted: Option<Arc<AtomicUsize>>) {
    let (mut packet, mut n) = ([0; PACKET], 0usize);
    while let Ok(read) = from.read(&mut packet) {
        if read == 0 {
            break;
        }
        if cut.as_ref().is_some_and(|cut| cut.swap(false, Ordering::SeqCst)) {
            break;
        }
        n += 1;
        thread::sleep(DELAY + Duration::from_micros(read as u64 * 8 * 1_000_000 / SPEED));
        // One in twenty, and always the same ones: nothing here is left to luck.
        if n % 20 == 7 {
            thread::sleep(AGAIN);
        }
        if let Some(counted) = &counted {
            counted.fetch_add(read, Ordering::SeqCst);
        }
        if to.write_all(&packet[..read]).is_err() {
            break;
        }
    }
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}

/// Asks once, as a browser does; `None` where the line was cut.
fn asked(at: &str, host: &str, cookie: &str, method: &str, path: &str, body: &str) -> Option<(String, String)> {
    let mut stream = TcpStream::connect(at).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    let form = if body.is_empty() { "" } else { "Content-Type: application/x-www-form-urlencoded\r\n" };
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {cookie}\r\nAccept-Language: ru\r\n\
         Accept-Encoding: identity\r\nConnection: close\r\n{form}Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .ok()?;
    let mut answer = vec![];
    stream.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n")?;
    Some((head.to_string(), body.to_string()))
}

fn header<'a>(head: &'a str, name: &str) -> &'a str {
    let lines = head.lines().filter_map(|line| line.split_once(": "));
    lines.filter(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value).next().unwrap_or_default()
}

/// The value of the first attribute after some text.
fn after<'a>(page: &'a str, text: &str, before: &str) -> &'a str {
    let at = page.split(text).nth(1).unwrap_or_else(|| panic!("no {text}"));
    at.split(before).nth(1).unwrap().split('"').next().unwrap()
}

#[test]
fn a_receipt_over_a_bad_line_is_small_and_saved_once() {
    let house = Served::story();
    let direct = house.at.trim_start_matches("http://").to_string();
    let (name, password) = house.reader;
    let form = |fields: &[(&str, &str)]| {
        let pairs = fields.iter().map(|(name, value)| {
            let encode = |text: &str| -> String { text.bytes().map(|b| format!("%{b:02x}")).collect() };
            format!("{}={}", encode(name), encode(value))
        });
        pairs.collect::<Vec<_>>().join("&")
    };
    let (head, _) =
        asked(&direct, &direct, "", "POST", "/sign-in", &form(&[("sign_in", name), ("password", password)])).unwrap();
    let cookie = format!("{}; lang=ru", header(&head, "set-cookie").split(';').next().unwrap());
    // A load that is under way.
    let id = "0192f0c0-0000-7000-8000-00000000000a";
    let load = form(&[
        ("id", id),
        ("mission", "KZ-AF-2023-04"),
        ("line.0.goods", "Wheat flour"),
        ("line.0.quantity", "60"),
        ("line.0.unit", "t"),
        ("line.1.goods", "Vegetable oil"),
        ("line.1.quantity", "5000"),
        ("line.1.unit", "L"),
        ("leg.0.mode", "rail"),
        ("leg.0.units", "1"),
        ("leg.0.departed", "1.4.2023"),
        ("confirm", "save"),
    ]);
    let (head, _) = asked(&direct, &direct, &cookie, "POST", "/consignments", &load).unwrap();
    assert!(header(&head, "location").contains(id), "{head}");

    let cut = Arc::new(AtomicBool::new(false));
    let (at, passed) = line(direct.clone(), cut.clone());
    let (head, page) = asked(&at, &direct, &cookie, "GET", &format!("/consignments/{id}/receipts/new"), "").unwrap();
    assert!(head.starts_with("HTTP/1.1 200") && page.contains("Приёмка"), "{head}");
    let came = passed.load(Ordering::SeqCst);
    assert!(came <= 20_000, "the page is {came} bytes, not compressed");
    let own = after(&page, "name=\"id\"", "value=\"");
    let key = after(&page, "name=\"part.0.key\"", "value=\"");
    let receipt = form(&[
        ("id", own),
        ("seen", "0"),
        ("happened", "5.4.2023"),
        ("part.0.key", key),
        ("part.0.missing", "50 kg"),
        ("part.0.missing_reason", "theft"),
        ("as_listed", "1"),
    ]);
    // Sent, and the line is cut before the answer; sent again, twice, for a clerk presses twice.
    cut.store(true, Ordering::SeqCst);
    let path = format!("/consignments/{id}/receipts");
    assert!(asked(&at, &direct, &cookie, "POST", &path, &receipt).is_none(), "the answer was lost");
    for _ in 0..2 {
        let (head, _) = asked(&at, &direct, &cookie, "POST", &path, &receipt).unwrap();
        assert!(header(&head, "location").starts_with(&format!("/receipts/{own}")), "{head}");
    }
    let (_, page) = asked(&direct, &direct, &cookie, "GET", &format!("/consignments/{id}"), "").unwrap();
    assert_eq!(page.matches("href=\"/receipts/").count(), 2, "one receipt: in its list, and on the way");
    assert!(page.contains("59,95"), "60 t without 50 kg came");
}
