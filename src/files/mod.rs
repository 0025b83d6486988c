//! Files that people attach, or bring to be taken in: kept in a folder of their own outside the database, each under the SHA-256 of its bytes, written
//! and on the disk before any row names it. What a file is called or says of itself decides nothing.

mod upload;

pub use upload::{Upload, upload};

use crate::{
    error::{Error, Result},
    web::hex,
};
use sha2::{Digest, Sha256};
use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    time::Duration,
};
use tempfile::NamedTempFile;

/// The largest file that is taken, in bytes.
pub const LARGEST: u64 = 20_000_000;

/// How long a file may stand that no row names: a database that was set aside may name it.
const UNNAMED: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// How long what was not sent to its end may stand.
const UNFINISHED: Duration = Duration::from_secs(24 * 60 * 60);

/// What the name of a file on its way in begins with.
const INCOMING: &str = ".incoming-";

/// How many of its first bytes tell what a file is.
const HEAD: usize = 8192;

/// The kinds of file that are taken, by content.
const TAKEN: &[&str] = &[
    "image/jpeg",
    "image/png",
    "image/webp",
    "image/gif",
    "image/heif",
    "image/heic",
    "image/tiff",
    "application/pdf",
];

/// Where the files are.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

/// A file on its way in.
pub struct Incoming {
    file: NamedTempFile,
    hash: Sha256,
    size: u64,
    head: Vec<u8>,
    largest: u64,
}

/// A file that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// How many bytes.
    pub size: i64,
    /// Its media type, by its content.
    pub media: &'static str,
}

/// Why a file is not taken.
#[derive(Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There is nothing in it.
    Empty,
    /// It is larger than what is taken.
    TooLarge,
    /// It is neither a photograph nor a PDF.
    Kind,
}

impl Folder {
    /// The folder at this path; made when the first file comes.
    pub fn at(path: PathBuf) -> Self {
        Self(path)
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Where the file with this content is, if it is here.
    pub fn file(&self, sha256: &str) -> PathBuf {
        self.0.join(sha256.get(..2).unwrap_or_default()).join(sha256)
    }

    /// Begins to take in a file of at most so many bytes.
    pub fn incoming(&self, largest: u64) -> Result<Incoming> {
        make_folder(&self.0).map_err(Error::internal)?;
        let file = tempfile::Builder::new().prefix(INCOMING).tempfile_in(&self.0).map_err(Error::internal)?;
        Ok(Incoming { file, hash: Sha256::new(), size: 0, head: vec![], largest })
    }

    /// Keeps a photograph or a PDF: it is on the disk when this returns.
    pub fn keep(&self, incoming: Incoming) -> Result<std::result::Result<Kept, Unfit>> {
        match infer::get(&incoming.head).and_then(|kind| TAKEN.iter().find(|taken| **taken == kind.mime_type())) {
            None if incoming.size > 0 && incoming.size <= incoming.largest => Ok(Err(Unfit::Kind)),
            media => self.keep_as(incoming, media.copied().unwrap_or_default()),
        }
    }

    /// Keeps a file whatever it is, under a media type: for what is read by the program itself and never shown.
    pub fn keep_as(&self, incoming: Incoming, media: &'static str) -> Result<std::result::Result<Kept, Unfit>> {
        let Incoming { file, hash, size, largest, .. } = incoming;
        if size == 0 {
            return Ok(Err(Unfit::Empty));
        }
        if size > largest {
            return Ok(Err(Unfit::TooLarge));
        }
        let sha256 = hex(&hash.finalize());
        let to = self.file(&sha256);
        let folder = to.parent().unwrap_or(&self.0);
        make_folder(folder).map_err(Error::internal)?;
        file.as_file().sync_all().map_err(Error::internal)?;
        file.persist(&to).map_err(|e| Error::internal(e.error))?;
        for folder in [folder, &self.0] {
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(Error::internal)?;
        }
        Ok(Ok(Kept { sha256, size: i64::try_from(size).unwrap_or(i64::MAX), media }))
    }

    /// The bytes of a file.
    pub fn read(&self, sha256: &str) -> Result<Vec<u8>> {
        fs::read(self.file(sha256)).map_err(|e| match e.kind() {
            io::ErrorKind::NotFound => Error::NotFound,
            _ => Error::internal(e),
        })
    }

    /// Whether a file is there and is what its name says.
    pub fn is_whole(&self, sha256: &str) -> bool {
        let hashed = File::open(self.file(sha256)).and_then(|mut file| {
            let mut hash = Sha256::new();
            io::copy(&mut file, &mut hash)?;
            Ok(hex(&hash.finalize()))
        });
        hashed.is_ok_and(|found| found == sha256)
    }

    /// Takes away what was not sent to its end, and what no row has named for long: how many there were. Only what this folder
    /// itself has written is ever touched.
    pub fn sweep(&self, named: &HashSet<String>) -> io::Result<usize> {
        let mut swept = 0;
        for file in self.all()? {
            let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let age = fs::metadata(&file)?.modified()?.elapsed().unwrap_or_default();
            let kept = name.len() == 64 && name.bytes().all(|b| b.is_ascii_hexdigit()) && file == self.file(name);
            let unfinished = name.starts_with(INCOMING) && age > UNFINISHED;
            if unfinished || kept && age > UNNAMED && !named.contains(name) {
                fs::remove_file(&file)?;
                swept += 1;
            }
        }
        Ok(swept)
    }

    /// Copies all files to another folder, those left out that are there already.
    pub fn copy_to(&self, other: &Folder) -> io::Result<()> {
        for file in self.all()? {
            let Some(name) = file.file_name().and_then(|name| name.to_str()).filter(|name| !name.starts_with('.'))
            else {
                continue;
            };
            let to = other.file(name);
            if !to.exists() {
                let folder = to.parent().unwrap_or(&other.0);
                make_folder(folder)?;
                // Under its name only when it is whole.
                let mut copy = tempfile::Builder::new().prefix(INCOMING).tempfile_in(folder)?;
                io::copy(&mut File::open(&file)?, copy.as_file_mut())?;
                copy.as_file().sync_all()?;
                copy.persist(&to)?;
            }
        }
        Ok(())
    }

    fn all(&self) -> io::Result<Vec<PathBuf>> {
        let mut out = vec![];
        let mut folders = vec![self.0.clone()];
        while let Some(folder) = folders.pop() {
            let entries = match fs::read_dir(&folder) {
                Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
                entries => entries?,
            };
            for entry in entries {
                let path = entry?.path();
                if path.is_dir() { folders.push(path) } else { out.push(path) }
            }
        }
        Ok(out)
    }
}

impl Incoming {
    /// Takes more of it; what is too large is counted and not written.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.size += bytes.len() as u64;
        if self.size > self.largest {
            return Ok(());
        }
        self.head.extend(bytes.iter().take(HEAD.saturating_sub(self.head.len())));
        self.hash.update(bytes);
        self.file.write_all(bytes).map_err(Error::internal)
    }
}

/// Makes a folder, for this account alone.
pub(crate) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut making = fs::DirBuilder::new();
    making.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut making, 0o700);
    making.create(folder)
}

/// The last part of a file's name, without what is no text: what it was called, and never where it was.
pub fn bare_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).take(120).collect();
    clean.trim().trim_start_matches('.').to_string()
}

/// A name of letters, digits and a few signs alone, for the header of a download.
pub fn plain_name(name: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain: String =
        stem.chars().map(|c| if c.is_ascii_alphanumeric() || ".-_".contains(c) { c } else { '_' }).collect();
    if plain.is_empty() { "file".into() } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{io::Read, time::SystemTime};

    fn taken(folder: &Folder, bytes: &[u8]) -> std::result::Result<Kept, Unfit> {
        let mut incoming = folder.incoming(LARGEST).unwrap();
        bytes.chunks(1000).for_each(|chunk| incoming.write(chunk).unwrap());
        folder.keep(incoming).unwrap()
    }

    #[test]
    fn a_file_is_what_it_holds_and_stands_under_its_hash() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::at(place.path().join("files"));
        let pdf = taken(&folder, b"%PDF-1.7 something").unwrap();
        assert_eq!((pdf.media, pdf.size), ("application/pdf", 18));
        assert_eq!(folder.read(&pdf.sha256).unwrap(), b"%PDF-1.7 something");
        assert!(folder.is_whole(&pdf.sha256));
        assert_eq!(taken(&folder, b"%PDF-1.7 something").unwrap(), pdf, "twice the same is once");
        assert_eq!(taken(&folder, b"<!DOCTYPE html><script>alert(1)</script>"), Err(Unfit::Kind));
        assert_eq!(taken(&folder, b""), Err(Unfit::Empty));
        assert_eq!(taken(&folder, &vec![0xff; LARGEST as usize + 1]), Err(Unfit::TooLarge));
        // What no row names goes when it is old; what one names stays.
        let other = taken(&folder, b"%PDF-1.7 other").unwrap();
        let old = SystemTime::now() - 2 * UNNAMED;
        for kept in [&pdf, &other] {
            File::options().write(true).open(folder.file(&kept.sha256)).unwrap().set_modified(old).unwrap();
        }
        assert_eq!(folder.sweep(&HashSet::from([pdf.sha256.clone()])).unwrap(), 1);
        assert!(folder.is_whole(&pdf.sha256) && folder.read(&other.sha256).is_err());
        // What this folder did not write stays.
        let other = folder.path().join("keruen.db");
        fs::write(&other, "x").unwrap();
        File::options().write(true).open(&other).unwrap().set_modified(old).unwrap();
        assert_eq!(folder.sweep(&HashSet::from([pdf.sha256.clone()])).unwrap(), 0);
        let copy = Folder::at(place.path().join("copy"));
        folder.copy_to(&copy).unwrap();
        assert!(copy.is_whole(&pdf.sha256));
        let mut tail = vec![];
        File::open(copy.file(&pdf.sha256)).unwrap().read_to_end(&mut tail).unwrap();
        assert_eq!(tail.len(), 18);
    }

    #[test]
    fn a_name_is_no_path() {
        assert_eq!(bare_name("../../etc/passwd"), "passwd");
        assert_eq!(bare_name("C:\\Users\\x\\scan\u{7}.pdf"), "scan.pdf");
        assert_eq!(bare_name("..."), "");
    }
}
