//! The four small pieces that cover what `MultiConnection` cannot say by itself.

use super::{Db, MultiBackend, MultiRawValue};
use crate::values::{Id, Moment, sql};
use diesel::{
    backend::Backend,
    deserialize::{self, FromSql},
    expression::{AppearsOnTable, Expression, SelectableExpression, ValidGrouping, is_aggregate},
    pg::Pg,
    prelude::*,
    query_builder::{AstPass, Query, QueryFragment, QueryId},
    serialize::{self, IsNull, Output, ToSql},
    sql_types::{BigInt, HasSqlType},
    sqlite::Sqlite,
};

/// What `MultiConnection` asks for each (SQL type, Rust type) pair of ours.
macro_rules! on_both_engines {
    ($rust:ty as $sql:path) => {
        impl HasSqlType<$sql> for MultiBackend {
            fn metadata(lookup: &mut Self::MetadataLookup) -> Self::TypeMetadata {
                MultiBackend::lookup_sql_type::<$sql>(lookup)
            }
        }
        impl FromSql<$sql, MultiBackend> for $rust {
            fn from_sql(value: MultiRawValue<'_>) -> deserialize::Result<Self> {
                value.from_sql::<Self, $sql>()
            }
        }
        impl ToSql<$sql, MultiBackend> for $rust {
            fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, MultiBackend>) -> serialize::Result {
                out.set_value(($sql, self));
                Ok(IsNull::No)
            }
        }
    };
}
on_both_engines!(Id as sql::Id);
on_both_engines!(Moment as sql::Moment);

/// A query that both engines understand but the enum's types do not (upserts, unions).
#[derive(Debug, Clone, Copy)]
pub struct Both<Q>(pub Q);

impl<Q: QueryFragment<Pg> + QueryFragment<Sqlite>> QueryFragment<MultiBackend> for Both<Q> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(&self.0, pass)
    }
}
impl<Q: QueryId> QueryId for Both<Q> {
    type QueryId = Q::QueryId;
    const HAS_STATIC_QUERY_ID: bool = Q::HAS_STATIC_QUERY_ID;
}
impl<Q: Query> Query for Both<Q> {
    type SqlType = Q::SqlType;
}
impl<Q> RunQueryDsl<Db> for Both<Q> {}

/// An expression spelled differently by each engine.
#[derive(Debug, Clone, Copy)]
pub struct Either<P, S> {
    postgres: P,
    sqlite: S,
}

/// An expression spelled `postgres` there and `sqlite` here.
pub fn either<P, S>(postgres: P, sqlite: S) -> Either<P, S> {
    Either { postgres, sqlite }
}

impl<P: QueryFragment<Pg>, S> QueryFragment<Pg> for Either<P, S> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Pg>) -> QueryResult<()> {
        self.postgres.walk_ast(pass)
    }
}
impl<P, S: QueryFragment<Sqlite>> QueryFragment<Sqlite> for Either<P, S> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, Sqlite>) -> QueryResult<()> {
        self.sqlite.walk_ast(pass)
    }
}
impl<P: QueryFragment<Pg>, S: QueryFragment<Sqlite>> QueryFragment<MultiBackend> for Either<P, S> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(self, pass)
    }
}
impl<P, S> QueryId for Either<P, S> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}
impl<P: Expression, S: Expression<SqlType = P::SqlType>> Expression for Either<P, S> {
    type SqlType = P::SqlType;
}
impl<QS, P: AppearsOnTable<QS>, S: AppearsOnTable<QS>> AppearsOnTable<QS> for Either<P, S> where Self: Expression {}
impl<QS, P: SelectableExpression<QS>, S: SelectableExpression<QS>> SelectableExpression<QS> for Either<P, S> where
    Self: AppearsOnTable<QS>
{
}
impl<GB, P: ValidGrouping<GB>, S> ValidGrouping<GB> for Either<P, S> {
    type IsAggregate = P::IsAggregate;
}

/// `CAST(COALESCE(SUM(x), 0) AS BIGINT)`, see [`total`].
#[derive(Debug, Clone, Copy, QueryId)]
pub struct Total<E>(E);

/// The exact total of a column as `i64` on both engines; more than an `i64` holds is an error, never a wrong figure.
pub fn total<E: Expression<SqlType = BigInt>>(column: E) -> Total<E> {
    Total(column)
}

impl<E: QueryFragment<DB>, DB: Backend> QueryFragment<DB> for Total<E> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql("CAST(COALESCE(SUM(");
        self.0.walk_ast(out.reborrow())?;
        out.push_sql("), 0) AS BIGINT)");
        Ok(())
    }
}
impl<E: Expression> Expression for Total<E> {
    type SqlType = BigInt;
}
impl<QS, E: AppearsOnTable<QS>> AppearsOnTable<QS> for Total<E> {}
impl<QS, E: SelectableExpression<QS>> SelectableExpression<QS> for Total<E> {}
impl<GB, E> ValidGrouping<GB> for Total<E> {
    type IsAggregate = is_aggregate::Yes;
}
