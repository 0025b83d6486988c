//! Which language answers a request: `?lang=`, then the cookie, then what the browser asks for, then English.

use super::{Lang, find, papers};

/// The language for these wishes, each as it came; unknown ones are passed over.
pub fn choose(query: Option<&str>, cookie: Option<&str>, accept: Option<&str>) -> Lang {
    query
        .and_then(find)
        .or_else(|| cookie.and_then(find))
        .or_else(|| accept.and_then(|header| accepted(header, find)))
        .unwrap_or_else(Lang::english)
}

/// The code of the language of documents for these wishes.
pub fn choose_paper(query: &str, accept: Option<&str>) -> &'static str {
    let find = |code: &str| papers().find(|lang| lang.code().eq_ignore_ascii_case(code));
    // "fa" is the Dari of this house.
    let alike = |code: &str| find(code).or_else(|| papers().find(|lang| lang.code().split('-').next() == Some(code)));
    let chosen = alike(query).or_else(|| accept.and_then(|header| accepted(header, alike)));
    chosen.unwrap_or_else(Lang::english).code()
}

/// The best of an `Accept-Language` header: by weight (in thousandths), then by order; `ru-RU` finds `ru`.
fn accepted(header: &str, find: impl Fn(&str) -> Option<Lang>) -> Option<Lang> {
    let mut wishes: Vec<(u32, &str)> = header
        .split(',')
        .filter_map(|wish| {
            let mut parts = wish.split(';').map(str::trim);
            let tag = parts.next().filter(|t| !t.is_empty())?;
            let weight = parts.find_map(|p| p.strip_prefix("q=")).map_or(1000, weight);
            (weight > 0).then_some((weight, tag))
        })
        .collect();
    wishes.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wishes.into_iter().find_map(|(_, tag)| find(tag).or_else(|| tag.split('-').next().and_then(&find)))
}

/// `0.8` as 800; nonsense as 0.
fn weight(text: &str) -> u32 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let fraction = format!("{fraction:0<3}");
    let thousandths = fraction.get(..3).and_then(|f| f.parse::<u32>().ok());
    match (whole.parse::<u32>(), thousandths) {
        (Ok(whole), Some(f)) => (whole * 1000 + f).min(1000),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_question_in_the_address_wins_then_the_cookie_then_the_browser() {
        let code = |q, c, a| choose(q, c, a).code();
        assert_eq!(code(Some("ru"), Some("en"), None), "ru");
        assert_eq!(code(Some("xx"), Some("ru"), None), "ru");
        assert_eq!(code(None, None, Some("de, ru-RU;q=0.8, en;q=0.7")), "ru");
        assert_eq!(code(None, None, Some("ru;q=0.1, en-GB;q=0.9")), "en");
        assert_eq!(code(None, None, Some("ru;q=0, fr")), "en");
        assert_eq!(code(None, None, None), "en");
    }
}
