//! `keruen demo`: a fresh temporary house with the story, gone when it is stopped.

use super::{Outcome, house, serve, story, tell};
use crate::{
    accounts::Desk,
    config::Settings,
    db::Address,
    lang::Lang,
    server::{self, House},
};
use std::{net::SocketAddr, time::Duration};

/// Serves the demonstration. When nobody said where, and the usual port is taken, any free port will do.
pub fn run(settings: &Settings, lang: Lang) -> Outcome {
    let listener = match serve::listen_address(settings, lang)? {
        Some(listen) => serve::bind(listen, lang)?,
        None => {
            serve::bind(serve::USUAL, lang).or_else(|_| serve::bind(SocketAddr::new(serve::USUAL.ip(), 0), lang))?
        }
    };
    let here = listener.local_addr().map_err(|e| lang.say_with("op-server-failed", [("cause", e.to_string())]))?;
    let site = serve::site(settings, here, lang)?;
    // Nothing of it stays: the folder goes when this function ends, however the program is told to stop.
    let unwritable = |e: std::io::Error| {
        let folder = house::shown(&std::env::temp_dir());
        lang.say_with("op-folder-unwritable", [("folder", folder), ("cause", e.to_string())])
    };
    let folder = tempfile::Builder::new().prefix("keruen-demo-").tempdir().map_err(unwritable)?;
    let address = Address::Sqlite(folder.path().join("keruen.db"));
    let done = serve::block_on(lang, async {
        let stop = serve::stop()?;
        let pool = house::open(&address, lang).map_err(std::io::Error::other)?;
        story::load(&pool).map_err(std::io::Error::other)?;
        story::people(&pool).map_err(std::io::Error::other)?;
        let url = serve::url(&listener)?;
        tell(&lang.say_with("op-demo", [("address", url)]));
        let files = house::files(settings, &address, lang).map_err(std::io::Error::other)?;
        let desk = Desk::demo().map_err(std::io::Error::other)?;
        server::serve(listener, House::new(pool, site, desk, files), Duration::from_secs(2), stop).await
    });
    folder.close().map_err(unwritable)?;
    done
}
