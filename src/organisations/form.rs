//! An organisation as typed, and what it means.

use super::model::Organisation;
use crate::{
    error::Result,
    lang::Lang,
    values::{Country, Id, names::others},
    web::{Input, Problems},
};

/// An empty form.
pub fn blank() -> Input {
    Input::default().with("id", Id::fresh().to_string())
}

/// Reads an organisation.
pub fn check(input: &Input, lang: Lang) -> Result<Organisation, Problems> {
    let mut problems = Problems::of(input, lang);
    problems.name("name", input.get("name"));
    problems.names("other_names", input.get("other_names"));
    let country = problems.country("country", input.get("country"));
    let email = input.get("email");
    if !email.is_empty() && !is_email(email) {
        problems.add("email", "error-email");
    }
    let name = input.get("name");
    problems.or(|| Organisation {
        id: input.get("id").parse().unwrap_or_else(|_| Id::fresh()),
        name: name.into(),
        other_names: others([name], input.get("other_names")),
        country: country.map_or("", Country::code).into(),
        address: input.get("address").into(),
        contact: input.get("contact").into(),
        phone: input.get("phone").into(),
        email: email.into(),
        notes: input.get("notes").into(),
        merged_into: None,
        version: input.get("version").parse().unwrap_or(0),
    })
}

/// An organisation as its form shows it.
pub fn fields(it: &Organisation, lang: Lang) -> Input {
    let mut f = Input::default();
    f.set_some("name", &it.name);
    f.set_some("other_names", &it.other_names);
    f.set_some("country", Country::name_of(&it.country, lang.code()));
    f.set_some("address", &it.address);
    f.set_some("contact", &it.contact);
    f.set_some("phone", &it.phone);
    f.set_some("email", &it.email);
    f.set_some("notes", &it.notes);
    f
}

/// The form to edit it.
pub fn input(it: &Organisation, lang: Lang) -> Input {
    fields(it, lang).with("id", it.id.to_string()).with("version", it.version.to_string())
}

/// Whether a text may be an e-mail address: something, one @, and a domain with a dot inside. More only sending can tell.
fn is_email(text: &str) -> bool {
    let Some((person, domain)) = text.split_once('@') else { return false };
    let dotted = domain.split('.').count() > 1 && domain.split('.').all(|part| !part.is_empty());
    !person.is_empty() && dotted && !domain.contains('@') && !text.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(input: Input) -> Vec<(String, &'static str)> {
        let wrong = check(&input, Lang::english()).expect_err("it is wrong");
        wrong.iter().map(|p| (p.field.clone(), p.key)).collect()
    }

    #[test]
    fn a_form_says_what_it_shows() {
        let typed = blank()
            .with("name", "Kazakhstan Temir Zholy")
            .with("other_names", "КТЖ\nKTZ\nКТЖ")
            .with("country", "Казахстан")
            .with("email", "info@railways.kz");
        let it = check(&typed, Lang::english()).unwrap();
        assert_eq!((it.country.as_str(), it.other_names.as_str()), ("KZ", "КТЖ\nKTZ"));
        assert_eq!(check(&input(&it, Lang::english()), Lang::english()).unwrap(), it);
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        assert_eq!(keys(blank()), [("name".into(), "error-name-empty")]);
        assert_eq!(keys(blank().with("name", "– !")), [("name".into(), "error-name-empty")]);
        assert_eq!(keys(blank().with("name", "x".repeat(201))), [("name".into(), "error-name-too-long")]);
        let typed = blank().with("name", "A").with("country", "Atlantis").with("email", "a@b");
        assert_eq!(keys(typed), [("country".into(), "error-country"), ("email".into(), "error-email")]);
    }

    #[test]
    fn an_address_for_mail_is_plausible() {
        for good in ["a@b.kz", "first.last+tag@mail.gov.kz", "а@почта.рф"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["a", "a@b", "@b.kz", "a@b.", "a b@c.kz", "a@b@c.kz"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
