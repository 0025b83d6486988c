//! Zips, of which two kinds of workbook are made, too: unpacked with a limit while unpacking, for the sizes that a zip declares may lie.

use super::{Fault, Kind, Limits, Looks, xlsx};
use std::{
    fs::File,
    io::{self, BufReader, Read, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::{NamedTempFile, TempPath};
use zip::ZipArchive;

/// A file on the disk, which is removed after use if it was made for that.
#[derive(Clone, Debug)]
pub(super) struct Place {
    path: PathBuf,
    _temporary: Option<Arc<TempPath>>,
}

impl Place {
    pub(super) fn given(path: &Path) -> Place {
        Place { path: path.to_owned(), _temporary: None }
    }

    pub(super) fn temporary(file: NamedTempFile) -> Place {
        // Closed, so that a zip with many tables does not need as many open files.
        let path = file.into_temp_path();
        Place { path: path.to_path_buf(), _temporary: Some(Arc::new(path)) }
    }

    pub(super) fn file(&self) -> io::Result<File> {
        File::open(&self.path)
    }
}

/// A zip whose members are counted and named, not unpacked.
pub(super) struct Archive {
    zip: ZipArchive<BufReader<File>>,
    /// The members' names, in lower case and with slashes.
    names: Vec<String>,
}

/// What a zip is, going by its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packed {
    Xlsx,
    Ods,
    Files,
}

impl Archive {
    pub(super) fn open(place: &Place, limits: Limits) -> Result<Archive, Fault> {
        let file = BufReader::new(place.file()?);
        let zip = guarded(Kind::Zip, || ZipArchive::new(file).map_err(|error| fault(error, Kind::Zip)))?;
        if zip.len() > limits.entries {
            return Err(Fault::TooManyEntries { entries: zip.len(), most: limits.entries });
        }
        let names = zip.file_names_raw().map(|name| String::from_utf8_lossy(name).replace('\\', "/").to_lowercase());
        let names = names.collect();
        Ok(Archive { zip, names })
    }

    /// What the zip is.
    pub(super) fn packed(&mut self) -> Result<Packed, Fault> {
        let has = |name: &str| self.names.iter().any(|member| member == name);
        let has_in = |folder: &str| self.names.iter().any(|member| member.starts_with(folder));
        if has("[content_types].xml") {
            if has("xl/workbook.bin") {
                return Err(Fault::NotATable(Looks::BinaryWorkbook));
            } else if has_in("xl/") {
                return Ok(Packed::Xlsx);
            } else if has_in("word/") {
                return Err(Fault::NotATable(Looks::Document));
            } else if has_in("ppt/") {
                return Err(Fault::NotATable(Looks::Presentation));
            }
        }
        if has("encrypted-package") {
            return Err(Fault::Encrypted);
        }
        if !has("mimetype") {
            return Ok(Packed::Files);
        }
        const OPEN_DOCUMENT: &str = "application/vnd.oasis.opendocument.";
        let mut of = Vec::new();
        let mimetype = self.zip.by_name("mimetype").map_err(|error| fault(error, Kind::Zip))?;
        mimetype.take(100).read_to_end(&mut of).map_err(|_| Fault::Broken { what: Kind::Zip })?;
        let of = String::from_utf8_lossy(&of);
        match of.trim().strip_prefix(OPEN_DOCUMENT) {
            Some(kind) if kind.starts_with("spreadsheet") => Ok(Packed::Ods),
            Some(kind) if kind.starts_with("presentation") => Err(Fault::NotATable(Looks::Presentation)),
            Some(kind) if kind.starts_with("text") => Err(Fault::NotATable(Looks::Document)),
            Some(_) => Err(Fault::NotATable(Looks::Binary)),
            None => Ok(Packed::Files),
        }
    }

    /// Unpacks all members of a workbook once, to nowhere, so that what reads them after this can be sure of their sizes.
    pub(super) fn check(&mut self, what: Kind, limits: Limits) -> Result<(), Fault> {
        let mut left = limits.inflated;
        for index in 0..self.names.len() {
            let name = self.names.get(index).cloned().unwrap_or_default();
            let before = left;
            self.inflate(index, what, limits, &mut left, &mut io::sink())?;
            if what == Kind::Xlsx {
                let member = self.zip.by_index(index).map_err(|error| fault(error, what))?;
                xlsx::check_part(&name, before - left, limits, BufReader::new(member))?;
            }
        }
        Ok(())
    }

    /// Whether the ODS says that its parts are encrypted.
    pub(super) fn is_encrypted_ods(&mut self) -> bool {
        let Ok(manifest) = self.zip.by_name("META-INF/manifest.xml") else { return false };
        let mut text = Vec::new();
        let read = manifest.take(1_000_000).read_to_end(&mut text).is_ok();
        read && String::from_utf8_lossy(&text).contains("encryption-data")
    }

    /// Each member that may be a table, unpacked, with its name; the sizes of all together count.
    pub(super) fn files(&mut self, limits: Limits, left: &mut u64) -> Result<Vec<(String, Place)>, Fault> {
        let mut files = Vec::new();
        for index in 0..self.names.len() {
            let member = self.zip.by_index(index).map_err(|error| fault(error, Kind::Zip))?;
            let raw = String::from_utf8_lossy(member.name_raw()).replace('\\', "/");
            let name = raw.rsplit('/').next().unwrap_or_default().to_owned();
            // Macintoshes add a hidden shadow of each file.
            if member.is_dir() || name.is_empty() || name.starts_with('.') || raw.starts_with("__MACOSX/") {
                continue;
            }
            drop(member);
            if files.len() == TABLES {
                return Err(Fault::TooManyEntries { entries: self.names.len(), most: TABLES });
            }
            let mut file = NamedTempFile::new()?;
            self.inflate(index, Kind::Zip, limits, left, &mut file)?;
            files.push((name, Place::temporary(file)));
        }
        Ok(files)
    }

    fn inflate(
        &mut self,
        index: usize,
        what: Kind,
        limits: Limits,
        left: &mut u64,
        to: &mut impl Write,
    ) -> Result<(), Fault> {
        guarded(what, || {
            let mut member = self.zip.by_index(index).map_err(|error| fault(error, what))?;
            let mut bytes = vec![0; 64 * 1024];
            loop {
                let count = member.read(&mut bytes).map_err(|_| Fault::Broken { what })?;
                if count == 0 {
                    return Ok(());
                }
                *left = left.checked_sub(count as u64).ok_or(Fault::Inflates { most: limits.inflated })?;
                to.write_all(bytes.get(..count).unwrap_or_default())?;
            }
        })
    }
}

/// The most files of a zip that are looked into for tables.
const TABLES: usize = 100;

fn fault(error: zip::result::ZipError, what: Kind) -> Fault {
    match error {
        zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => Fault::Encrypted,
        _ => Fault::Broken { what },
    }
}

/// What `read` gives; if a library panics on a file made to break it, the file is broken.
pub(super) fn guarded<T>(what: Kind, read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or(Err(Fault::Broken { what }))
}
