//! What stands at the door of every request: its id, the host list, the same-site check, the security headers, and
//! the language cookie.

use super::{Query, page::RequestId};
use crate::{error::Error, lang};
use actix_web::{
    Error as ActixError, HttpMessage,
    body::MessageBody,
    cookie::{Cookie, SameSite, time::Duration},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderName, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use std::time::Instant;

/// The hosts this house answers to, without ports; a page of another name that points at this machine (DNS rebinding) is
/// refused.
#[derive(Debug, Clone)]
pub struct Hosts(Vec<String>);

impl Hosts {
    /// The names of this machine for itself, and `more`.
    pub fn with(more: &[String]) -> Self {
        let own = ["localhost", "127.0.0.1", "[::1]"].map(String::from);
        Self(own.into_iter().chain(more.iter().map(|h| h.to_lowercase())).collect())
    }

    fn allow(&self, host: &str) -> bool {
        let host = host.to_lowercase();
        let name = match host.rfind(':') {
            Some(colon) if !host.ends_with(']') => &host[..colon],
            _ => &host,
        };
        self.0.iter().any(|h| h == name)
    }
}

/// The headers every answer carries. The content policy allows nothing that is not the house's own: no inline script,
/// no inline style, no third party.
const HEADERS: &[(&str, &str)] = &[
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

/// The outermost layer: gives the request its id, sets the headers, writes one log line.
pub async fn record(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, ActixError> {
    let started = Instant::now();
    let id = uuid::Uuid::new_v4().simple().to_string()[..16].to_string();
    req.extensions_mut().insert(RequestId(id.clone()));
    let (method, path) = (req.method().clone(), req.path().to_string());
    let chosen = lang::find(Query::parse(req.query_string()).get("lang"));
    let mut res = next.call(req).await?;
    let headers = res.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    if let Some(lang) = chosen {
        let cookie = Cookie::build("lang", lang.code())
            .path("/")
            .max_age(Duration::days(365))
            .http_only(true)
            .same_site(SameSite::Lax)
            .finish();
        res.response_mut().add_cookie(&cookie).map_err(Error::internal)?;
    }
    let (status, micros) = (res.status().as_u16(), started.elapsed().as_micros() as u64);
    match res.response().error() {
        Some(e) if status >= 500 => tracing::error!(request = id, %method, path, status, micros, cause = %e),
        _ => tracing::info!(request = id, %method, path, status, micros),
    }
    Ok(res)
}

/// Refuses a host that is not on the list and an unsafe request that another site's page may have sent.
pub async fn check(
    req: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, ActixError> {
    let host = req.headers().get(header::HOST).and_then(|v| v.to_str().ok()).or(req.uri().host()).unwrap_or_default();
    let known = req.app_data::<Data<Hosts>>().is_some_and(|hosts| hosts.allow(host));
    if !known {
        return Ok(req.error_response(Error::Forbidden("host")).map_into_right_body());
    }
    let text = |name: HeaderName| req.headers().get(name).map(|v| v.to_str().unwrap_or("?"));
    let (site, origin) = (text(HeaderName::from_static("sec-fetch-site")), text(header::ORIGIN));
    if !same_site(req.method(), site, origin, host) {
        return Ok(req.error_response(Error::Forbidden("site")).map_into_right_body());
    }
    Ok(next.call(req).await?.map_into_left_body())
}

/// Whether a request may change anything, judged by where it says it comes from (design 9.16): `Sec-Fetch-Site` of
/// `same-origin` or `none` passes; without it `Origin` must be this host; with neither it is refused.
fn same_site(method: &Method, site: Option<&str>, origin: Option<&str>, host: &str) -> bool {
    if method.is_safe() {
        return true;
    }
    match (site, origin) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://")) == Some(host)
        }
        (None, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_houses_own_pages_may_change_it() {
        let post = |site, origin| same_site(&Method::POST, site, origin, "localhost:8080");
        for (site, origin, may) in [
            (Some("same-origin"), None, true),
            (Some("none"), None, true),
            (Some("same-site"), Some("http://localhost:8080"), false),
            (Some("cross-site"), Some("http://localhost:8080"), false),
            (None, Some("http://localhost:8080"), true),
            (None, Some("https://localhost:8080"), true),
            (None, Some("http://localhost:8081"), false),
            (None, Some("http://evil.example"), false),
            (None, Some("null"), false),
            (None, None, false),
        ] {
            assert_eq!(post(site, origin), may, "{site:?} {origin:?}");
        }
        assert!(same_site(&Method::GET, Some("cross-site"), None, "x"));
    }

    #[test]
    fn hosts_are_compared_without_their_port() {
        let hosts = Hosts::with(&["aid.example".into()]);
        for host in ["localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8080", "[::1]", "Aid.Example:443"] {
            assert!(hosts.allow(host), "{host}");
        }
        for host in ["", "evil.example", "localhost.evil.example", "10.0.0.1"] {
            assert!(!hosts.allow(host), "{host}");
        }
    }
}
