//! Every way a request can fail, and the status each deserves. No words for people: the roof turns an `Error` into a
//! page in the reader's language.

use actix_web::http::StatusCode;
use diesel::result::{DatabaseErrorKind, Error as Dbe};

/// What went wrong, as the house sees it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No such page or record, or none this visitor may know of.
    #[error("not found")]
    NotFound,
    /// A one-time link that was used, or is too old.
    #[error("a one-time link that is good no longer")]
    Spent,
    /// Nobody is signed in, or the token is good no longer.
    #[error("sign in first")]
    SignInFirst,
    /// The visitor may not do this.
    #[error("forbidden: {0}")]
    Forbidden(&'static str),
    /// The request itself makes no sense (a malformed address, a broken encoding).
    #[error("invalid request: {0}")]
    Invalid(String),
    /// More was sent than the house takes in one piece.
    #[error("too large")]
    TooLarge,
    /// Asked too often: how many seconds to wait.
    #[error("too often: {0} s")]
    TooOften(u64),
    /// Too busy just now; nothing was changed, trying again is safe.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// The database said no.
    #[error("database: {0}")]
    Database(#[from] Dbe),
    /// A fault of the program; the log holds the cause.
    #[error("internal: {0}")]
    Internal(String),
}

/// The house's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// A fault of the program with its cause, for the log.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }

    /// The HTTP status a reader of the answer sees.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::Spent | Self::Database(Dbe::NotFound) => StatusCode::NOT_FOUND,
            Self::SignInFirst => StatusCode::UNAUTHORIZED,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Database(_) | Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Which sentences explain it: of a page `error-{word}-title` and `error-{word}-text`, to a program `problem-{word}`.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Forbidden("host") => "host",
            Self::Forbidden("site") => "site",
            Self::Spent => "spent",
            other => word_for(other.status()),
        }
    }

    /// Whether a unique key was taken, perhaps in this very moment by another writer.
    pub fn taken(&self) -> bool {
        matches!(self, Self::Database(Dbe::DatabaseError(DatabaseErrorKind::UniqueViolation, _)))
    }

    /// Whether two writers collided and the whole transaction may simply run again: PostgreSQL's 40001 and 40P01,
    /// SQLite's busy file.
    pub fn collided(&self) -> bool {
        match self {
            Self::Database(Dbe::DatabaseError(kind, info)) => match kind {
                DatabaseErrorKind::SerializationFailure => true,
                DatabaseErrorKind::Unknown => {
                    let said = info.message();
                    said.contains("deadlock detected") || said.contains("database is locked")
                }
                _ => false,
            },
            _ => false,
        }
    }
}

/// Which sentences explain a status.
pub fn word_for(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "sign-in",
        403 => "forbidden",
        404 => "not-found",
        405 => "method",
        413 => "too-large",
        429 => "often",
        503 => "busy",
        500.. => "internal",
        _ => "invalid",
    }
}

impl From<askama::Error> for Error {
    fn from(cause: askama::Error) -> Self {
        Self::internal(cause)
    }
}

impl actix_web::ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        self.status()
    }

    /// An empty answer that carries the error; the roof's middleware writes the page (`server::errors`).
    fn error_response(&self) -> actix_web::HttpResponse {
        actix_web::HttpResponse::new(self.status())
    }
}
