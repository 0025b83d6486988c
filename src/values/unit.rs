//! Units of quantity: what they are called on the wire, what people type, and how they relate within one dimension.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

use crate::values::fold::fold;
use crate::values::unit_table::{ROWS, Row};

/// What a unit measures. Amounts of different dimensions never add: litres become tonnes only through a density that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Dimension {
    /// Weight; the base is the kilogram.
    Mass,
    /// Volume; the base is the litre.
    Volume,
    /// Counted things; every unit is its own base, so cans add with cans only.
    Count,
}

/// One unit a quantity can be entered in. Codes are UN/ECE Recommendation 20 (for packages Recommendation 21 with the prefix X that
/// Recommendation 20 prescribes); lower-case codes are ours, where neither has one. Ordered as in the table: mass, volume, counted, packages.
#[derive(Clone, Copy)]
pub struct Unit(&'static Row);

impl Unit {
    /// Every unit, in the order of the table.
    pub fn all() -> impl Iterator<Item = Unit> {
        ROWS.iter().map(Unit)
    }

    /// The unit with exactly this code; `None` when there is none.
    pub fn from_code(code: &str) -> Option<Unit> {
        Unit::all().find(|unit| unit.code() == code)
    }

    /// The unit a person means: its code, symbol or name in English, Russian, Kazakh, Dari or Pashto, in any case, number or keyboard.
    /// `None` when the text names no unit.
    pub fn read(text: &str) -> Option<Unit> {
        Unit::from_code(text.trim()).or_else(|| TYPED.get(&as_typed(text)).copied())
    }

    /// The code kept in records and exchanged: `TNE`, `H87`, `XBX`, `bed`.
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// What the unit measures.
    pub fn dimension(self) -> Dimension {
        self.0.dimension
    }

    /// Thousandths of the base in one unit, always a power of ten: 1 000 000 for a tonne, 1 for a gram, 1 000 for anything counted.
    pub fn factor(self) -> i64 {
        self.0.factor
    }

    /// The unit that sums are kept in: kilogram, litre, or the counted unit itself.
    pub fn base(self) -> Unit {
        if self.dimension() == Dimension::Count {
            return self;
        }
        Unit::all().find(|unit| unit.dimension() == self.dimension() && unit.factor() == 1_000).unwrap_or(self)
    }

    /// Whether the unit is a package (box, bag, drum …), which can hold a stated content.
    pub fn is_package(self) -> bool {
        self.0.package
    }

    fn position(self) -> usize {
        // Where the row stands in memory says it at once; sums of many lines compare units often.
        (std::ptr::from_ref(self.0).addr() - ROWS.as_ptr().addr()) / size_of::<Row>()
    }
}

/// Everything people type, folded, to the unit it names.
static TYPED: LazyLock<HashMap<String, Unit>> = LazyLock::new(|| {
    ROWS.iter().flat_map(|row| row.words.iter().map(move |word| (as_typed(word), Unit(row)))).collect()
});

/// A unit's name without what varies: "Куб.м." and "куб м", "m^3" and "m³", "25-kg" and "25 kg" are one.
fn as_typed(text: &str) -> String {
    fold(&text.replace('^', "").replace(['.', '-', '(', ')'], " "))
}

impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        self.0.code == other.0.code
    }
}

impl Eq for Unit {}

impl Hash for Unit {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.code.hash(state);
    }
}

impl PartialOrd for Unit {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Unit {
    fn cmp(&self, other: &Self) -> Ordering {
        self.position().cmp(&other.position())
    }
}

impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unit({})", self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn code(text: &str) -> &'static str {
        Unit::read(text).map_or("none", Unit::code)
    }

    #[test]
    fn every_code_is_one_unit_and_every_word_too() {
        let codes: HashSet<_> = Unit::all().map(Unit::code).collect();
        assert_eq!(codes.len(), Unit::all().count());
        let mut seen: HashMap<String, Unit> = HashMap::new();
        for unit in Unit::all() {
            assert_eq!(Unit::from_code(unit.code()), Some(unit));
            assert_eq!(Unit::read(unit.code()), Some(unit));
            for word in unit.0.words {
                if let Some(other) = seen.insert(as_typed(word), unit) {
                    assert_eq!(other, unit, "{word} names two units");
                }
            }
        }
    }

    #[test]
    fn factors_are_powers_of_ten_and_bases_are_bases() {
        for unit in Unit::all() {
            assert_eq!(10_i64.pow(unit.factor().ilog10()), unit.factor());
            assert_eq!(unit.base().factor(), 1_000);
            assert_eq!(unit.base().dimension(), unit.dimension());
            assert!(!unit.is_package() || unit.dimension() == Dimension::Count);
        }
        assert_eq!(Unit::read("t").map(|unit| unit.base().code()), Some("KGM"));
        assert_eq!(Unit::read("m3").map(|unit| unit.base().code()), Some("LTR"));
        assert_eq!(Unit::read("box").map(|unit| unit.base().code()), Some("XBX"));
    }

    #[test]
    fn what_people_type() {
        for (typed, expected) in [
            ("T", "TNE"),
            ("МТ", "TNE"),
            ("mt", "TNE"),
            ("metric tons", "TNE"),
            ("тонн", "TNE"),
            ("Т.", "TNE"),
            ("тоннаға", "TNE"),
            ("تن", "TNE"),
            ("ټن", "TNE"),
            ("ц", "DTN"),
            ("KG.", "KGM"),
            ("کيلو", "KGM"),
            ("كیلوگرم", "KGM"),
            ("g", "GRM"),
            ("Litres", "LTR"),
            ("л.", "LTR"),
            ("ليتر", "LTR"),
            ("мл", "MLT"),
            ("м³", "MTQ"),
            ("m^3", "MTQ"),
            ("куб. м", "MTQ"),
            ("CBM", "MTQ"),
            ("шт.", "H87"),
            ("عدد", "H87"),
            ("дана", "H87"),
            ("пар", "PR"),
            ("комплектов", "SET"),
            ("سیت", "SET"),
            ("kits", "KT"),
            ("доз", "E27"),
            ("tablets", "U2"),
            ("bottles", "XBO"),
            ("банок", "XCX"),
            ("tins", "XCX"),
            ("Коробки", "XBX"),
            ("صندوق", "XBX"),
            ("мешков", "XBG"),
            ("sacks", "XBG"),
            ("بوری", "XBG"),
            ("ctn", "XCT"),
            ("тюков", "XBL"),
            ("бочек", "XDR"),
            ("jerry cans", "XJY"),
            ("паллет", "XPX"),
            ("рулон", "XRO"),
            ("кроватей", "bed"),
            ("төсек", "bed"),
            ("خیمه", "tent"),
            ("Family parcels", "family-parcel"),
            ("families", "family"),
        ] {
            assert_eq!(code(typed), expected, "{typed}");
        }
        assert_eq!(code("parsec"), "none");
        assert_eq!(code("kt"), "none");
        assert_eq!(code(""), "none");
    }
}
