//! People and their sessions.

use super::rights::Act;
use crate::{
    lang::{Lang, Manner},
    values::{Id, Moment},
};

/// Someone who signs in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: Id,
    /// The name they sign in with: a word or an e-mail address.
    pub sign_in: String,
    /// Their name, as others see it.
    pub name: String,
    /// The hash of their password; empty until they chose one.
    pub password: String,
    /// The sealed secret of their second factor; empty when there is none.
    pub totp: String,
    /// The last step of it that was used.
    pub totp_step: i64,
    /// The code of the language they work in; empty when the browser decides.
    pub lang: String,
    /// How dates, digits and times are written for them.
    pub manner: Manner,
    /// `light`, `dark`, or empty when the system decides.
    pub theme: String,
    /// Since when they may not sign in.
    pub disabled_at: Option<Moment>,
    /// Counts the edits.
    pub version: i64,
    /// When they were added.
    pub created_at: Moment,
}

impl Person {
    /// A person with these names, who has not chosen anything yet.
    pub fn new(sign_in: &str, name: &str) -> Self {
        Self {
            id: Id::fresh(),
            sign_in: sign_in.into(),
            name: name.into(),
            password: String::new(),
            totp: String::new(),
            totp_step: 0,
            lang: String::new(),
            manner: Manner::default(),
            theme: String::new(),
            disabled_at: None,
            version: 1,
            created_at: Moment::now(),
        }
    }

    /// Whether they were erased: what they did is left, by nobody.
    pub fn is_erased(&self) -> bool {
        self.name.is_empty()
    }

    /// A language in this person's manner.
    pub fn reading(&self, lang: Lang) -> Lang {
        lang.in_manner(self.manner)
    }
}

/// A place where a person is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id, which opens nothing.
    pub id: Id,
    /// Whose it is.
    pub person: Id,
    /// When it began.
    pub created_at: Moment,
    /// When it was last used, to some minutes.
    pub seen_at: Moment,
    /// From which address it began.
    pub address: String,
    /// What the browser calls itself.
    pub browser: String,
    /// Whether it is due a new token.
    pub renew: bool,
}

/// How long a session lasts without being used, in seconds: a long meal at the border station, not a night.
pub const IDLE: i64 = 4 * 3600;

/// How long a session lasts at all, in seconds: a day.
pub const LIFE: i64 = 24 * 3600;

impl Session {
    /// Whether it has lasted too long.
    pub fn over(&self, now: Moment) -> bool {
        let since = |then: Moment| (now.0 - then.0).num_seconds();
        since(self.seen_at) > IDLE || since(self.created_at) > LIFE
    }

    /// The browser in two words, such as "Firefox, Android"; empty when it is not known.
    pub fn browser_in_short(&self) -> String {
        let named = |names: &[(&str, &'static str)]| {
            names.iter().find(|(mark, _)| self.browser.contains(mark)).map(|(_, name)| *name)
        };
        let browser = named(&[
            ("Edg/", "Edge"),
            ("OPR/", "Opera"),
            ("YaBrowser/", "Yandex"),
            ("SamsungBrowser/", "Samsung Internet"),
            ("Firefox/", "Firefox"),
            ("Chrome/", "Chrome"),
            ("Safari/", "Safari"),
            ("curl/", "curl"),
        ]);
        let system = named(&[
            ("Android", "Android"),
            ("iPhone", "iPhone"),
            ("iPad", "iPad"),
            ("Windows", "Windows"),
            ("Mac OS X", "macOS"),
            ("Linux", "Linux"),
        ]);
        browser.into_iter().chain(system).collect::<Vec<_>>().join(", ")
    }
}

/// By what a program may act for a person: never more than the person may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its id, which opens nothing.
    pub id: Id,
    /// For whom it acts.
    pub person: Id,
    /// What it is for, in the person's words.
    pub name: String,
    /// Its first signs, by which its person knows it again.
    pub hint: String,
    /// What it may do.
    pub acts: Vec<Act>,
    /// In which missions alone; in all where none is named.
    pub missions: Vec<Id>,
    /// When it was made.
    pub created_at: Moment,
    /// Until when it is good.
    pub expires_at: Moment,
    /// When it was last used, to some minutes; none before the first time.
    pub used_at: Option<Moment>,
}

impl Token {
    /// Whether it is too old.
    pub fn over(&self, now: Moment) -> bool {
        now >= self.expires_at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_ends_by_idleness_and_by_age() {
        let now = Moment::now();
        let ago = |seconds: i64| Moment(now.0 - chrono::Duration::seconds(seconds));
        let session = |created, seen| Session {
            id: Id::fresh(),
            person: Id::fresh(),
            created_at: ago(created),
            seen_at: ago(seen),
            address: String::new(),
            browser: "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0".into(),
            renew: false,
        };
        assert!(!session(IDLE, IDLE).over(now) && session(IDLE + 1, IDLE + 1).over(now));
        assert!(!session(LIFE, 1).over(now) && session(LIFE + 1, 1).over(now));
        assert_eq!(session(1, 1).browser_in_short(), "Firefox, Linux");
    }
}
