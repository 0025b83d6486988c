//! What the sign-in desk works with: how often one may try, whose turn it is, the key that seals secrets.

use super::{password::Turns, second::Key};
use crate::{
    error::{Error, Result},
    values::{Id, fold},
};
use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};
use std::{
    net::IpAddr,
    num::NonZeroU32,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

/// How often a program may ask: fifty times a second, five hundred at once. What asks more often is mistaken, and others wait
/// for it.
const CALL: (u32, Duration) = (500, Duration::from_millis(20));

/// The sign-in desk; one for a program.
#[derive(Clone)]
pub struct Desk(Arc<Inside>);

struct Inside {
    pairs: DefaultKeyedRateLimiter<String>,
    names: DefaultKeyedRateLimiter<String>,
    addresses: DefaultKeyedRateLimiter<String>,
    checks: DefaultKeyedRateLimiter<String>,
    calls: DefaultKeyedRateLimiter<String>,
    asked: AtomicU32,
    turns: Turns,
    key: Key,
    demo: bool,
}

/// How often one name may be tried from one address: ten times, and once more every half minute. Ten are more than anyone
/// mistypes; a thousand guesses take eight hours.
const PAIR: (u32, Duration) = (10, Duration::from_secs(30));

/// How often one name may be tried from wherever: more than one address can use up, so that whoever guesses at a name does not
/// keep its owner out from elsewhere.
const NAME: (u32, Duration) = (60, Duration::from_secs(5));

/// How often one address may try: an office behind one address signs in together in the morning.
const ADDRESS: (u32, Duration) = (40, Duration::from_secs(3));

/// How often one address may check the code of a paper: thirty papers at a border, and twenty more a minute.
const CHECK: (u32, Duration) = (30, Duration::from_secs(3));

impl Desk {
    /// A desk with this key.
    pub fn new(key: Key) -> Self {
        Self::with(key, false)
    }

    /// The desk of the demonstration, which says how to sign in.
    pub fn demo() -> Result<Self> {
        Ok(Self::with(Key::fresh()?, true))
    }

    fn with(key: Key, demo: bool) -> Self {
        let limiter = |(burst, pause): (u32, Duration)| {
            let quota = Quota::with_period(pause).unwrap_or(Quota::per_minute(NonZeroU32::MIN));
            RateLimiter::keyed(quota.allow_burst(NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN)))
        };
        Self(Arc::new(Inside {
            pairs: limiter(PAIR),
            names: limiter(NAME),
            addresses: limiter(ADDRESS),
            checks: limiter(CHECK),
            calls: limiter(CALL),
            asked: AtomicU32::new(0),
            turns: Turns::default(),
            key,
            demo,
        }))
    }

    /// Whether one more try is allowed, by this name from this address. A name nobody has is counted like any other.
    pub fn may_try(&self, name: &str, address: &str) -> bool {
        self.forget_rested();
        // Cut before it is folded: a name of a megabyte costs no more than one of a line.
        let name = fold(&name.chars().take(100).collect::<String>());
        let address = network(address);
        // What is refused already uses up nothing more.
        self.0.addresses.check_key(&address).is_ok()
            && self.0.pairs.check_key(&format!("{address} {name}")).is_ok()
            && self.0.names.check_key(&name).is_ok()
    }

    /// Whether one more code of a person's second factor may be tried: as often as a name from one address, wherever from, for
    /// whoever comes so far knows the password.
    pub fn may_try_code(&self, person: Id) -> bool {
        self.0.pairs.check_key(&format!("second {person}")).is_ok()
    }

    /// Whether one more code of a paper may be checked from an address.
    pub fn may_check(&self, address: &str) -> bool {
        self.forget_rested();
        self.0.checks.check_key(&network(address)).is_ok()
    }

    /// Whether a program may ask once more, by its token or, without one, by its address; else how many seconds it is to wait.
    pub fn may_call(&self, by: &str) -> Result<()> {
        self.forget_rested();
        self.0.calls.check_key(&network(by)).map_err(|until| {
            let wait = until.wait_time_from(DefaultClock::default().now());
            Error::TooOften(wait.as_secs() + 1)
        })
    }

    /// Names and addresses that have rested are forgotten, so that a flood of made-up ones does not fill the memory.
    fn forget_rested(&self) {
        if self.0.asked.fetch_add(1, Ordering::Relaxed) % 1024 == 1023 {
            self.0.pairs.retain_recent();
            self.0.names.retain_recent();
            self.0.addresses.retain_recent();
            self.0.checks.retain_recent();
            self.0.calls.retain_recent();
        }
    }

    /// Whose turn it is to have a password tried.
    pub fn turns(&self) -> &Turns {
        &self.0.turns
    }

    /// The key that seals second factors.
    pub fn key(&self) -> &Key {
        &self.0.key
    }

    /// Whether this is the demonstration.
    pub fn is_demo(&self) -> bool {
        self.0.demo
    }
}

/// What is counted as one address: of IPv6 the network of 64 bits, all of which one machine may have.
fn network(address: &str) -> String {
    match address.parse() {
        Ok(IpAddr::V6(it)) => it.segments()[..4].iter().map(|part| format!("{part:x}:")).collect(),
        _ => address.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_tried_ten_times_from_an_address_and_sixty_from_wherever() {
        let desk = Desk::demo().unwrap();
        let tries = (0..15).filter(|_| desk.may_try("Aigul", "10.0.0.1")).count();
        assert_eq!(tries, 10);
        assert!(!desk.may_try("AIGUL ", "10.0.0.1"), "however it is spelled");
        assert!(desk.may_try("Bolat", "10.0.0.1"));
        assert!((0..10).all(|_| desk.may_try("aigul", "10.0.0.2")), "its owner comes in from elsewhere");
        let tries = (0..100).filter(|n| desk.may_try("aigul", &format!("10.0.1.{n}"))).count();
        assert_eq!(tries, 40);
    }

    #[test]
    fn a_network_of_ipv6_is_one_address() {
        let desk = Desk::demo().unwrap();
        let tries = (0..20).filter(|n| desk.may_try("Aigul", &format!("2001:db8:0:1::{n:x}"))).count();
        assert_eq!(tries, 10);
        assert!(desk.may_try("Aigul", "2001:db8:0:2::1"));
    }

    #[test]
    fn an_address_tries_forty_names() {
        let desk = Desk::demo().unwrap();
        let tries = (0..100).filter(|n| desk.may_try(&format!("name{n}"), "10.0.0.1")).count();
        assert_eq!(tries, 40);
        assert!(desk.may_try("another", "10.0.0.2"));
    }
}
