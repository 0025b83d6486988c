//! `keruen serve`: the house, open until it is stopped.

use super::{Outcome, house, tell};
use crate::{
    accounts::{self, Desk, actions, second},
    config::Settings,
    consignments,
    db::Pool,
    exchange,
    files::Folder,
    lang::Lang,
    server::{self, House},
    web::guard::Site,
};
use sd_notify::NotifyState;
use std::{
    future::{Future, poll_fn},
    io::ErrorKind,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, ToSocketAddrs},
    process::ExitCode,
    task::Poll,
    time::Duration,
};

/// Where the house listens when nobody says.
pub const USUAL: SocketAddr = SocketAddr::V4(std::net::SocketAddrV4::new(std::net::Ipv4Addr::LOCALHOST, 8080));

/// How long requests under way may take to finish once the house is told to stop.
const PATIENCE: Duration = Duration::from_secs(20);

/// Opens the house and serves it.
pub fn run(settings: &Settings, lang: Lang) -> Outcome {
    let listen = listen_address(settings, lang)?.unwrap_or(USUAL);
    let site = site(settings, listen, lang)?;
    let address = house::address(settings, lang)?;
    let listener = bind(listen, lang)?;
    let pool = house::open(&address, lang)?;
    let key = house::key(settings, &address, lang)?;
    tell(&lang.say_with("op-database", [("database", address.shown())]));
    let first = first_link(&pool, lang)?;
    let files = house::files(settings, &address, lang)?;
    sweep(&pool, &files);
    let house = House::new(pool, site, Desk::new(key), files);
    block_on(lang, async move {
        let stop = stop()?;
        let at = house.site.public().map_or_else(|| url(&listener), |public| Ok(format!("{public}/")))?;
        tell(&lang.say_with("op-serving", [("address", at.clone())]));
        if let Some(token) = first {
            let link = format!("{at}set-up?token={token}");
            tell(&lang.say_with("op-set-up", [("link", link), ("hours", actions::SET_UP_HOURS.to_string())]));
        }
        ready();
        server::serve(listener, house, PATIENCE, async move {
            stop.await;
            if let Err(cause) = sd_notify::notify(false, &[NotifyState::Stopping]) {
                tracing::debug!(%cause, "the service manager was not told");
            }
        })
        .await
    })
}

/// Takes files away that no row names: what was sent and never saved. That it cannot be done stops nobody.
fn sweep(pool: &Pool, files: &Folder) {
    let named = pool.read_now(|db| {
        let mut named = consignments::all_contents(db)?;
        named.extend(exchange::all_contents(db)?);
        Ok(named)
    });
    let swept = named.map(|named| files.sweep(&named.into_iter().collect()));
    match swept {
        Ok(Ok(0)) => {}
        Ok(Ok(swept)) => tracing::info!(swept, "files that nothing names were taken away"),
        Ok(Err(cause)) => tracing::warn!(%cause, "files could not be swept"),
        Err(cause) => tracing::warn!(%cause, "files could not be swept"),
    }
}

/// The token of the set-up link, while there is nobody.
fn first_link(pool: &Pool, lang: Lang) -> Outcome<Option<String>> {
    let failed = |e: crate::error::Error| lang.say_with("op-server-failed", [("cause", e.to_string())]);
    if pool.read_now(accounts::count).map_err(failed)? > 0 {
        return Ok(None);
    }
    let (token, hash) = second::token().map_err(failed)?;
    pool.write_now(|db| actions::invite_first(db, &hash)).map_err(failed)?;
    Ok(Some(token))
}

/// Tells the service manager, where there is one, that requests are answered from now on.
fn ready() {
    if let Err(cause) = sd_notify::notify(false, &[NotifyState::Ready]) {
        tracing::debug!(%cause, "the service manager was not told");
    }
}

/// Where the house is reached. A network is served over HTTPS, by a proxy in front; without it only when that is asked for
/// by name.
pub fn site(settings: &Settings, listen: SocketAddr, lang: Lang) -> Outcome<Site> {
    let public = match settings.public_address.as_deref() {
        None => None,
        Some(typed) => Some(public_address(typed, lang)?),
    };
    let encrypted = public.as_deref().is_some_and(|public| public.starts_with("https://"));
    let within = listen.ip().is_loopback() && public.as_deref().is_none_or(is_loopback);
    if !encrypted && !within {
        if !settings.plain_http {
            return Err(lang.say_with("op-listen-plain", [("typed", listen.to_string())]));
        }
        tell(&lang.say("op-plain-http"));
        tracing::warn!(target: "security", event = "plain-http", %listen);
    }
    let mut hosts = settings.hosts.clone();
    // Where one address is listened on, it is a name of the house.
    if !listen.ip().is_unspecified() {
        hosts.push(match listen.ip() {
            IpAddr::V6(ip) => format!("[{ip}]"),
            ip => ip.to_string(),
        });
    }
    Ok(Site::new(public, &hosts, settings.trusted_proxies.clone()))
}

/// Reads `--public-address`: a scheme and a host, and nothing after.
fn public_address(typed: &str, lang: Lang) -> Outcome<String> {
    let bare = typed.trim().trim_end_matches('/').to_lowercase();
    let host = bare.strip_prefix("https://").or_else(|| bare.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => Ok(bare),
        _ => Err(lang.say_with("op-public-address-form", [("typed", typed.to_string())])),
    }
}

fn is_loopback(public: &str) -> bool {
    let host = public.trim_start_matches("http://");
    ["localhost", "127.0.0.1", "[::1]"].iter().any(|own| host == *own || host.starts_with(&format!("{own}:")))
}

/// Runs a server to its end.
pub fn block_on(lang: Lang, serving: impl Future<Output = std::io::Result<()>>) -> Outcome {
    let served = actix_web::rt::System::new().block_on(serving);
    served.map_err(|e| lang.say_with("op-server-failed", [("cause", e.to_string())]))?;
    Ok(ExitCode::SUCCESS)
}

/// Reads `--listen`.
pub fn listen_address(settings: &Settings, lang: Lang) -> Outcome<Option<SocketAddr>> {
    let Some(typed) = settings.listen.as_deref() else { return Ok(None) };
    let found = typed.to_socket_addrs().ok().and_then(|mut found| found.next());
    found.map(Some).ok_or_else(|| lang.say_with("op-listen-form", [("typed", typed.to_string())]))
}

/// Takes the port.
pub fn bind(listen: SocketAddr, lang: Lang) -> Outcome<TcpListener> {
    TcpListener::bind(listen).map_err(|e| {
        let key = match e.kind() {
            ErrorKind::AddrInUse => "op-port-busy",
            _ => "op-port-refused",
        };
        lang.say_with(key, [("address", listen.to_string()), ("cause", e.to_string())])
    })
}

/// The address to type into a browser.
pub fn url(listener: &TcpListener) -> std::io::Result<String> {
    Ok(reached_at(listener.local_addr()?))
}

/// The address by which a browser on this machine reaches a listening one.
pub fn reached_at(listen: SocketAddr) -> String {
    let ip = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    format!("http://{}/", SocketAddr::new(ip, listen.port()))
}

/// Resolves when the program is told to stop, in whichever way: Ctrl-C, `kill`, the terminal closed.
#[cfg(unix)]
pub fn stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let ways = [SignalKind::interrupt(), SignalKind::terminate(), SignalKind::hangup(), SignalKind::quit()];
    let mut ways = ways.into_iter().map(signal).collect::<Result<Vec<_>, _>>()?;
    Ok(poll_fn(move |context| {
        let told = ways.iter_mut().map(|way| way.poll_recv(context).is_ready()).fold(false, |told, now| told | now);
        if told { Poll::Ready(()) } else { Poll::Pending }
    }))
}

/// Resolves when the program is told to stop.
#[cfg(not(unix))]
pub fn stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
