//! What stands at the door of every request: its id, the host list, the same-site check, the security headers, and
//! the language cookie.

use super::{Query, page::RequestId};
use crate::{error::Error, lang};
use actix_web::{
    Error as ActixError, HttpMessage, HttpRequest,
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
use std::{
    net::{IpAddr, SocketAddr},
    time::Instant,
};

/// Where the house is reached, and through whom.
#[derive(Debug, Clone)]
pub struct Site {
    /// The hosts it answers to, without ports; a page of another name that points at this machine (DNS rebinding) is
    /// refused.
    hosts: Vec<String>,
    /// The address people type, such as `https://aid.example`: a setting, never taken from a request.
    public: Option<String>,
    /// Proxies whose word is taken for where a request came from.
    proxies: Vec<IpAddr>,
}

impl Site {
    /// The names of this machine for itself, and `more`; the public address, and the proxies that are believed.
    pub fn new(public: Option<String>, more: &[String], proxies: Vec<IpAddr>) -> Self {
        let own = ["localhost", "127.0.0.1", "[::1]"].map(String::from);
        let authority = public.as_deref().and_then(|p| p.split_once("://")).map(|(_, host)| host_of(host).to_string());
        let hosts = own.into_iter().chain(authority).chain(more.iter().map(|host| host.to_lowercase())).collect();
        Self { hosts, public, proxies }
    }

    /// Whether people reach it over HTTPS.
    pub fn is_secure(&self) -> bool {
        self.public.as_deref().is_some_and(|public| public.starts_with("https://"))
    }

    /// The whole address of one of its pages, to be handed on; without a public address, as this request reached it (the
    /// host was checked at the door).
    pub fn link_from(&self, req: &HttpRequest, path: &str) -> String {
        let host = req.headers().get(header::HOST).and_then(|v| v.to_str().ok()).unwrap_or_default();
        self.public.as_ref().map_or_else(|| format!("http://{host}{path}"), |public| format!("{public}{path}"))
    }

    /// The public address, where one is set.
    pub fn public(&self) -> Option<&str> {
        self.public.as_deref()
    }

    /// The address a request came from: the last one that no trusted proxy has, read from the right of `X-Forwarded-For`.
    pub fn client(&self, req: &HttpRequest) -> String {
        let Some(peer) = req.peer_addr().map(|peer| peer.ip()) else { return String::new() };
        let said =
            req.headers().get_all("x-forwarded-for").filter_map(|v| v.to_str().ok()).collect::<Vec<_>>().join(",");
        self.behind(peer, &said).to_string()
    }

    fn behind(&self, peer: IpAddr, said: &str) -> IpAddr {
        let mut found = peer.to_canonical();
        // Some proxies write the port too.
        let address = |text: &str| text.parse().or_else(|_| text.parse::<SocketAddr>().map(|it| it.ip())).ok();
        let mut before = said.rsplit(',').map(|text| address(text.trim()));
        while self.proxies.contains(&found) {
            match before.next() {
                Some(Some(address)) => found = address.to_canonical(),
                _ => break,
            }
        }
        found
    }

    /// The cookie that remembers a language, for the pages before the next sign-in too.
    pub fn lang_cookie(&self, code: &str) -> Cookie<'static> {
        Cookie::build("lang", code.to_string())
            .path("/")
            .max_age(Duration::days(365))
            .http_only(true)
            .secure(self.is_secure())
            .same_site(SameSite::Lax)
            .finish()
    }

    fn allow(&self, host: &str) -> bool {
        let host = host.to_lowercase();
        self.hosts.iter().any(|own| own == host_of(&host))
    }

    /// Whether a request may change anything, judged by where it says it comes from (design 9.16): `Sec-Fetch-Site` of
    /// `same-origin` or `none` passes; without it `Origin` must be this house; with neither it is refused.
    fn same_site(&self, method: &Method, site: Option<&str>, origin: Option<&str>, host: &str) -> bool {
        if method.is_safe() {
            return true;
        }
        match (site, origin) {
            (Some(site), _) => matches!(site, "same-origin" | "none"),
            (None, Some(origin)) => {
                let here = matches!(host_of(host), "localhost" | "127.0.0.1" | "[::1]");
                match &self.public {
                    Some(public) if !here => origin == public,
                    _ => origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://")) == Some(host),
                }
            }
            (None, None) => false,
        }
    }
}

/// Whether an address is for programs: there a token opens, and a browser's cookie does not.
pub fn is_program(path: &str) -> bool {
    path.starts_with("/api/")
}

/// A host without its port.
fn host_of(host: &str) -> &str {
    match host.rfind(':') {
        Some(colon) if !host.ends_with(']') => &host[..colon],
        _ => host,
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
    let site = req.app_data::<Data<Site>>().cloned();
    let mut res = next.call(req).await?;
    let headers = res.headers_mut();
    for (name, value) in HEADERS {
        // A file that somebody attached has a stricter policy of its own.
        if !headers.contains_key(*name) {
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
    }
    if site.as_ref().is_some_and(|site| site.is_secure()) {
        // A year: a browser that came once over HTTPS comes no other way.
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000"));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Ok(value) = HeaderValue::from_str(&id) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
    if let (Some(lang), Some(site)) = (chosen, site) {
        res.response_mut().add_cookie(&site.lang_cookie(lang.code())).map_err(Error::internal)?;
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
    let site = req.app_data::<Data<Site>>().cloned();
    if !site.as_ref().is_some_and(|site| site.allow(host)) {
        tracing::warn!(target: "security", event = "host-refused", host, path = req.path());
        return Ok(req.error_response(Error::Forbidden("host")).map_into_right_body());
    }
    let text = |name: HeaderName| req.headers().get(name).map(|v| v.to_str().unwrap_or("?"));
    let (from, origin) = (text(HeaderName::from_static("sec-fetch-site")), text(header::ORIGIN));
    // Where programs ask, no cookie opens anything: there is nothing that another site's page could use.
    if !is_program(req.path()) && !site.is_some_and(|site| site.same_site(req.method(), from, origin, host)) {
        tracing::warn!(target: "security", event = "cross-site", from, origin, path = req.path());
        return Ok(req.error_response(Error::Forbidden("site")).map_into_right_body());
    }
    Ok(next.call(req).await?.map_into_left_body())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_houses_own_pages_may_change_it() {
        let house = Site::new(None, &[], vec![]);
        let post = |site, origin| house.same_site(&Method::POST, site, origin, "localhost:8080");
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
        assert!(house.same_site(&Method::GET, Some("cross-site"), None, "x"));
    }

    #[test]
    fn behind_a_public_address_only_that_address_may_change_it() {
        let house = Site::new(Some("https://aid.example".into()), &[], vec![]);
        let post = |origin| house.same_site(&Method::POST, None, Some(origin), "aid.example");
        assert!(post("https://aid.example"));
        for other in ["http://aid.example", "https://aid.example:8443", "https://evil.example", "null", ""] {
            assert!(!post(other), "{other}");
        }
        assert!(house.allow("aid.example") && house.allow("AID.example:443") && !house.allow("other.example"));
        assert!(house.is_secure());
    }

    #[test]
    fn only_a_trusted_proxy_is_believed() {
        let (proxy, stranger): (IpAddr, IpAddr) = ("10.0.0.1".parse().unwrap(), "203.0.113.9".parse().unwrap());
        let house = Site::new(None, &[], vec![proxy]);
        let seen = |peer, said| house.behind(peer, said).to_string();
        assert_eq!(seen(proxy, "198.51.100.7"), "198.51.100.7");
        assert_eq!(seen(proxy, "1.2.3.4, 198.51.100.7"), "198.51.100.7", "what the client made up stands to the left");
        assert_eq!(seen(proxy, "198.51.100.7, 10.0.0.1"), "198.51.100.7");
        assert_eq!(seen(stranger, "198.51.100.7"), "203.0.113.9");
        assert_eq!(seen(proxy, "nonsense"), "10.0.0.1");
        assert_eq!(seen(proxy, ""), "10.0.0.1");
    }

    #[test]
    fn hosts_are_compared_without_their_port() {
        let hosts = Site::new(None, &["aid.example".into()], vec![]);
        for host in ["localhost", "localhost:8080", "127.0.0.1:1", "[::1]:8080", "[::1]", "Aid.Example:443"] {
            assert!(hosts.allow(host), "{host}");
        }
        for host in ["", "evil.example", "localhost.evil.example", "10.0.0.1"] {
            assert!(!hosts.allow(host), "{host}");
        }
    }
}
