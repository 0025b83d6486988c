//! The table of units. Sources: UN/ECE Recommendation 20 (units) and Recommendation 21 (packages, here with the prefix X that
//! Recommendation 20 prescribes); both are published for free use. The list is what relief shipments are counted in (domain.md §3.3).
//! Where a code list has no code the code is ours and lower-case. The words are what people type, in English, Russian, Kazakh, Dari and
//! Pashto; they are folded before they are compared, so case, ё/е and ي/ی need no second entry.

use crate::values::unit::Dimension;

pub(super) struct Row {
    pub(super) code: &'static str,
    pub(super) dimension: Dimension,
    /// Thousandths of the base in one unit.
    pub(super) factor: i64,
    pub(super) package: bool,
    pub(super) words: &'static [&'static str],
}

const fn mass(code: &'static str, factor: i64, words: &'static [&'static str]) -> Row {
    Row { code, dimension: Dimension::Mass, factor, package: false, words }
}

const fn volume(code: &'static str, factor: i64, words: &'static [&'static str]) -> Row {
    Row { code, dimension: Dimension::Volume, factor, package: false, words }
}

const fn counted(code: &'static str, words: &'static [&'static str]) -> Row {
    Row { code, dimension: Dimension::Count, factor: 1_000, package: false, words }
}

const fn package(code: &'static str, words: &'static [&'static str]) -> Row {
    Row { code, dimension: Dimension::Count, factor: 1_000, package: true, words }
}

#[rustfmt::skip]
pub(super) static ROWS: &[Row] = &[
    mass("TNE", 1_000_000, &[
        "t", "mt", "m t", "ton", "tons", "tonne", "tonnes", "metric ton", "metric tons", "metric tonne", "metric tonnes",
        "т", "мт", "тн", "тонна", "тонны", "тонн", "тонну", "тонне",
        "тоннаға", "тоннадан", "тоннаны", "تن", "تُن", "متریک تن", "ټن", "ټنه", "میټریک ټن"]),
    mass("DTN", 100_000, &[
        "q", "qtl", "quintal", "quintals", "centner", "centners", "ц", "цн", "центнер", "центнера", "центнеров", "центнеры", "کوینتال"]),
    mass("KGM", 1_000, &[
        "kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogramme", "kilogrammes",
        "кг", "кило", "килограмм", "килограмма", "килограммов", "килограммы", "келі", "килограмға", "килограмнан",
        "کیلو", "کیلوگرم", "کیلو گرم", "کیلوگرام", "کیلو گرام", "کیلوګرام", "کیلو ګرام", "کیلوګرامه", "کگ"]),
    mass("GRM", 1, &["g", "gr", "gm", "gram", "grams", "gramme", "grammes", "г", "гр", "грамм", "грамма", "граммов", "граммы", "گرم", "گرام", "ګرام", "ګرامه"]),

    volume("LTR", 1_000, &[
        "l", "lt", "ltr", "ltrs", "liter", "liters", "litre", "litres", "л", "литр", "литра", "литров", "литры", "литрге", "литрден",
        "لیتر", "لتر", "لیټر", "لیتره"]),
    volume("MLT", 1, &["ml", "milliliter", "milliliters", "millilitre", "millilitres", "мл", "миллилитр", "миллилитра", "миллилитров", "ملی لیتر", "ملیلیتر", "ملی لیټر", "ملیلیټر"]),
    volume("MTQ", 1_000_000, &[
        "m3", "cbm", "cu m", "cubic meter", "cubic meters", "cubic metre", "cubic metres", "м3", "куб", "кубов", "куб м", "куб м3", "кубометр",
        "кубометра", "кубометров", "кубический метр", "кубических метра", "кубических метров", "текше метр", "متر مکعب", "مترمکعب", "متر مکعبه"]),

    counted("H87", &[
        "pc", "pcs", "piece", "pieces", "ea", "each", "item", "items", "unit", "units", "шт", "штук", "штука", "штуки", "единица", "единицы", "единиц",
        "дана", "عدد", "دانه", "دانې"]),
    counted("PR", &["pr", "prs", "pair", "pairs", "пара", "пары", "пар", "жұп", "جوره", "جوړه", "جوړې", "جفت"]),
    counted("SET", &[
        "set", "sets", "комплект", "комплекта", "комплектов", "комплекты", "компл", "жиынтық", "سیت", "ست", "سټ", "سټونه"]),
    counted("KT", &["kit", "kits", "набор", "набора", "наборов", "наборы", "жинақ", "کیت", "کیټ", "کیټونه"]),
    counted("E27", &["dose", "doses", "доза", "дозы", "доз", "دوز", "ډوز", "ډوزه", "ډوزونه"]),
    counted("U2", &["tab", "tabs", "tablet", "tablets", "табл", "таблетка", "таблетки", "таблеток", "قرص", "تابلیت", "ټابلیټ", "ټابلیټونه", "ګولۍ"]),
    counted("bed", &["beds", "bed", "кровать", "кровати", "кроватей", "койка", "койки", "коек", "төсек", "кереует", "تخت", "تختخواب", "تخت خواب", "چپرکت", "بستر", "کټ", "کټونه"]),
    counted("tent", &["tent", "tents", "палатка", "палатки", "палаток", "шатер", "шатыр", "خیمه", "خیمې", "کېږدۍ"]),
    counted("family-parcel", &[
        "family parcel", "family parcels", "parcel", "parcels", "food basket", "food baskets", "food parcel", "food parcels", "family kit", "family kits",
        "семейный набор", "семейные наборы", "семейных набора", "семейных наборов", "продуктовый набор", "продуктовых набора", "продуктовых наборов",
        "продуктовая корзина", "продуктовых корзин", "азық түлік себеті", "азық түлік жиынтығы", "بسته غذایی", "بسته خوراکی", "بسته خانوادگی",
        "خوراکي بسته", "کورنۍ بسته", "کورنۍ بستې", "отбасылық жиынтық"]),
    counted("family", &[
        "family", "families", "household", "households", "hh", "hhs", "семья", "семьи", "семей", "семьям", "отбасы",
        "خانواده", "خانوار", "فامیل", "کورنۍ", "کورنیو"]),

    package("XPK", &[
        "pk", "pkg", "pkgs", "package", "packages", "pack", "packs", "упаковка", "упаковки", "упаковок", "уп", "упак", "пачка", "пачки", "пачек", "место", "места", "мест",
        "қаптама", "بسته", "بستې", "پاکت", "بنډل", "کڅوړه"]),
    package("XBO", &["bottle", "bottles", "btl", "бутылка", "бутылки", "бутылок", "бут", "флакон", "флакона", "флаконов", "бөтелке", "шиша", "بوتل", "بطری", "بوتلونه"]),
    package("XCX", &["can", "cans", "tin", "tins", "банка", "банки", "банок", "қалбыр", "قوطی", "قوطۍ", "قطی", "ډبلی"]),
    package("XBX", &[
        "box", "boxes", "bx", "коробка", "коробки", "коробок", "кор", "ящик", "ящика", "ящиков", "ящики", "қорап", "жәшік",
        "جعبه", "صندوق", "بکس", "صندوقونه", "بکسونه"]),
    package("XBG", &[
        "bag", "bags", "sack", "sacks", "мешок", "мешка", "мешки", "мешков", "меш", "қап", "қапшық", "بوری", "بوجی", "کیسه", "بورۍ", "خریطه"]),
    package("XCT", &["carton", "cartons", "ctn", "ctns", "картон", "картонная коробка", "картонные коробки", "картонных коробок", "картон қорап", "کارتن", "کارتون", "کارتنونه"]),
    package("XBL", &["bale", "bales", "тюк", "тюка", "тюков", "тюки", "кипа", "кипы", "кип", "буда", "عدل", "عدلونه", "بیل"]),
    package("XDR", &["drum", "drums", "barrel", "barrels", "бочка", "бочки", "бочек", "бөшке", "بشکه", "بیرل", "بېرل", "بېرلونه"]),
    package("XJY", &["jerrycan", "jerrycans", "jerrican", "jerricans", "jerry can", "jerry cans", "канистра", "канистры", "канистр", "جریکن", "جری کن", "بوشکه", "جرکین", "جرکینونه"]),
    package("XPX", &["pallet", "pallets", "поддон", "поддона", "поддонов", "поддоны", "паллет", "паллета", "паллеты", "түпқойма", "پالت", "پلت", "پالټ", "پالټونه"]),
    package("XRO", &["roll", "rolls", "рулон", "рулона", "рулонов", "рулоны", "орам", "رول", "رولونه", "توپ"]),
];
