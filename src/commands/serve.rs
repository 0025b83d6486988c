//! `keruen serve`: the house, open until it is stopped.

use super::{Outcome, house, tell};
use crate::{
    config::Settings,
    lang::Lang,
    server::{self, House},
};
use std::{
    future::{Future, poll_fn},
    io::ErrorKind,
    net::{SocketAddr, TcpListener, ToSocketAddrs},
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
    let address = house::address(settings, lang)?;
    let listener = bind(listen, lang)?;
    let pool = house::open(&address, lang)?;
    tell(&lang.say_with("op-database", [("database", address.shown())]));
    let house = House::new(pool, &settings.hosts);
    block_on(lang, async move {
        let stop = stop()?;
        tell(&lang.say_with("op-serving", [("address", url(&listener)?)]));
        server::serve(listener, house, PATIENCE, stop).await
    })
}

/// Runs a server to its end.
pub fn block_on(lang: Lang, serving: impl Future<Output = std::io::Result<()>>) -> Outcome {
    let served = actix_web::rt::System::new().block_on(serving);
    served.map_err(|e| lang.say_with("op-server-failed", [("cause", e.to_string())]))?;
    Ok(ExitCode::SUCCESS)
}

/// Reads `--listen`. Until people and passwords exist only this machine may knock: any other address is refused.
pub fn listen_address(settings: &Settings, lang: Lang) -> Outcome<Option<SocketAddr>> {
    let Some(typed) = settings.listen.as_deref() else { return Ok(None) };
    let found = typed.to_socket_addrs().ok().and_then(|mut found| found.next());
    let found = found.ok_or_else(|| lang.say_with("op-listen-form", [("typed", typed.to_string())]))?;
    if !found.ip().is_loopback() {
        return Err(lang.say_with("op-listen-not-here", [("typed", typed.to_string())]));
    }
    Ok(Some(found))
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
    Ok(format!("http://{}/", listener.local_addr()?))
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
