//! The words of files for what the house keeps as codes: modes, statuses, kinds of wagons, and the words that say nothing.

use super::fields::List;
use crate::{
    catalogue::Category,
    consignments::{
        Sharing, Status,
        model::{Document, TransportUnit, WeightKind},
    },
    values::{Mode, Qualifier, names::bare},
};
use std::{collections::HashMap, sync::LazyLock};

/// What a quantity's note says of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Noted {
    /// How surely it is stated.
    pub qualifier: Option<Qualifier>,
    /// How several goods share it.
    pub sharing: Option<Sharing>,
    /// It counts what came before, too: no load of its own.
    pub running: bool,
    /// What else it says.
    pub rest: String,
}

/// The code a word stands for in a list; `None` where it is no word of it.
pub fn code(list: List, word: &str) -> Option<&'static str> {
    let word = word.trim();
    let own = match list {
        List::Mode => Mode::from_code(word).map(Mode::code),
        List::Status => {
            Status::from_code(word).map(Status::code).or(["void", "contested"].into_iter().find(|c| *c == word))
        }
        List::UnitKind => TransportUnit::from_code(word).map(TransportUnit::code),
        List::Document => Document::from_code(word).map(Document::code),
        List::Sharing => Sharing::from_code(word).map(Sharing::code),
        List::Category => Category::from_code(word).map(Category::code),
        List::WeightKind => WeightKind::from_code(word).map(WeightKind::code),
        List::Qualifier => Qualifier::read(word).map(Qualifier::code),
    };
    own.or_else(|| WORDS.get(&(list as u8, bare(word))).copied())
}

/// Every code of a list.
pub fn codes(list: List) -> Vec<&'static str> {
    match list {
        List::Mode => Mode::ALL.iter().map(|it| it.code()).collect(),
        // That a part was received is said by receipts.
        List::Status => Status::ALL.iter().filter(|it| **it != Status::PartlyReceived).map(|it| it.code()).collect(),
        List::UnitKind => TransportUnit::ALL.iter().map(|it| it.code()).collect(),
        List::Document => Document::ALL.iter().map(|it| it.code()).collect(),
        List::Sharing => Sharing::ALL.iter().map(|it| it.code()).collect(),
        List::Category => Category::ALL.iter().map(|it| it.code()).collect(),
        List::WeightKind => WeightKind::ALL.iter().map(|it| it.code()).collect(),
        List::Qualifier => Qualifier::ALL.iter().map(|it| it.code()).collect(),
    }
}

/// Whether a cell says that nothing is said: "N/A", "—", "нет данных".
pub fn says_nothing(text: &str) -> bool {
    is_dash(text) || NOTHING.contains(&bare(text).as_str())
}

/// Whether a cell holds a dash, a question mark or nothing.
pub fn is_dash(text: &str) -> bool {
    text.trim().chars().all(|c| "-–—.?/".contains(c))
}

/// Whether goods are only the sum of the others: "total", "итого".
pub fn is_total(goods: &str) -> bool {
    TOTAL.contains(&bare(goods).as_str())
}

/// Whether goods may be a sum of the others: "Total weight", "Итого по вагону".
pub fn perhaps_total(goods: &str) -> bool {
    let goods = bare(goods);
    goods.starts_with("общий итог") || TOTAL.iter().any(|word| goods.starts_with(&format!("{word} ")))
}

/// What the note beside a quantity says.
pub fn noted(text: &str) -> Noted {
    let mut out = Noted::default();
    let mut rest = vec![];
    for part in text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        let bared = bare(part);
        if RUNNING.iter().any(|word| bared.split(' ').any(|own| own == *word) || bared.contains(word)) {
            out.running = true;
            rest.push(part);
        } else if let Some(qualifier) = Qualifier::read(part).filter(|_| out.qualifier.is_none()) {
            out.qualifier = Some(qualifier);
        } else if ["each", "of each", "каждый", "каждого", "әрқайсысы", "هر کدام"].contains(&bared.as_str())
        {
            out.sharing = Some(Sharing::Each);
        } else if TOTAL.contains(&bared.as_str()) {
            out.sharing = Some(Sharing::Together);
        } else {
            rest.push(part);
        }
    }
    out.rest = rest.join(", ");
    out
}

const NOTHING: &[&str] = &[
    "n a",
    "na",
    "none",
    "null",
    "nil",
    "nan",
    "tbd",
    "tba",
    "unknown",
    "not stated",
    "not available",
    "not applicable",
    "not known",
    "not captured",
    "date not captured",
    "нет",
    "нет данных",
    "н д",
    "не указано",
    "не указан",
    "неизвестно",
    "көрсетілмеген",
    "белгісіз",
    "نامعلوم",
    "نا معلوم",
    "ندارد",
    "ذکر نشده",
];

const TOTAL: &[&str] = &[
    "total",
    "totals",
    "grand total",
    "sub total",
    "subtotal",
    "sum",
    "altogether",
    "together",
    "in all",
    "итого",
    "всего",
    "барлығы",
    "жиыны",
    "مجموع",
    "جمله",
    "ټول",
    "مجموعه",
];

const RUNNING: &[&str] =
    &["cumulative", "cumulatively", "to date", "running total", "нарастающим", "накопительно", "с начала", "تجمعی"];

static WORDS: LazyLock<HashMap<(u8, String), &'static str>> = LazyLock::new(|| {
    let lists = [
        (List::Mode, MODES),
        (List::Status, STATUSES),
        (List::UnitKind, UNIT_KINDS),
        (List::Document, DOCUMENTS),
        (List::Category, CATEGORIES),
    ];
    let rows = lists.iter().flat_map(|(list, rows)| rows.iter().map(move |(code, words)| (*list, *code, *words)));
    let words = rows.flat_map(|(list, code, words)| words.iter().map(move |word| ((list as u8, bare(word)), code)));
    // A code is a word, too, however it is written.
    let own = lists.iter().flat_map(|(list, _)| codes(*list).into_iter().map(|code| ((*list as u8, bare(code)), code)));
    own.chain(words).collect()
});

/// A code with the words that stand for it.
type Words = &'static [(&'static str, &'static [&'static str])];

#[rustfmt::skip]
const MODES: Words = &[
    ("rail", &["rail", "railway", "by rail", "train", "railroad", "жд", "ж д", "железная дорога", "железнодорожный", "железнодорожный транспорт", "поезд", "по железной дороге", "темір жол", "теміржол", "خط آهن", "ریل", "قطار", "راه آهن", "اورګاډی"]),
    ("road", &["road", "by road", "truck", "trucks", "lorry", "автомобиль", "авто", "автотранспорт", "автомобильный", "грузовик", "дорога", "автокөлік", "жол", "جاده", "موتر", "لاری", "زمینی", "سرک"]),
    ("air", &["air", "by air", "plane", "aircraft", "flight", "airplane", "air charter", "air freight", "airlift", "самолет", "авиа", "воздушный", "авиация", "әуе", "ұшақ", "هوایی", "طیاره", "هوا"]),
    ("sea", &["sea", "ocean", "by sea", "ship", "vessel", "maritime", "sea freight", "море", "морской", "судно", "теңіз", "кеме", "بحری", "دریایی", "کشتی"]),
    ("inland", &["inland", "river", "barge", "inland water", "река", "речной", "өзен", "دریا"]),
    ("mail", &["mail", "post", "courier", "почта", "курьер", "пошта", "پست"]),
    ("multimodal", &["multimodal", "combined", "intermodal", "air and rail", "sea and road", "rail and road", "air and road", "смешанный", "комбинированный", "мультимодальный", "аралас"]),
    ("fixed", &["pipeline", "трубопровод", "құбыр", "پایپ لاین"]),
    ("not_stated", &["not specified", "n a", "other"]),
];

#[rustfmt::skip]
const STATUSES: Words = &[
    ("planned", &["planned", "pending", "announced", "draft", "new", "pledged", "запланировано", "планируется", "план", "жоспарланған", "پلان شده", "پلان"]),
    ("ready", &["ready", "packed", "loaded", "collected", "готово", "загружено", "погружено", "дайын", "آماده", "چمتو"]),
    ("in_transit", &["in transit", "dispatched", "shipped", "sent", "departed", "on the way", "under way", "в пути", "отправлено", "отправлен", "отгружено", "жолда", "жіберілді", "در راه", "ارسال شده", "په لاره"]),
    ("arrived", &["arrived", "прибыло", "прибыл", "прибыли", "келді", "жетті", "رسیده", "رسید", "رارسېدلی"]),
    ("received", &["received", "delivered", "handed over", "distributed", "completed", "complete", "accepted", "получено", "доставлено", "передано", "вручено", "роздано", "қабылданды", "жеткізілді", "тапсырылды", "تسلیم شده", "دریافت شده", "توزیع شده", "سپارل شوی"]),
    ("closed", &["closed", "закрыто", "жабық", "بسته"]),
    ("cancelled", &["cancelled", "canceled", "called off", "отменено", "отменен", "бас тартылды", "لغو شده"]),
    ("lost", &["lost", "утеряно", "потеряно", "утрачено", "жоғалған", "گم شده"]),
    ("returned", &["returned", "turned back", "возвращено", "қайтарылды", "برگشت داده شده"]),
];

#[rustfmt::skip]
const UNIT_KINDS: Words = &[
    ("wagon", &["wagon", "wagons", "train car", "train cars", "rail car", "railcar", "вагон", "вагона", "вагоны", "вагонов", "واگن", "واگون", "واگن ها", "ریل"]),
    ("container", &["container", "containers", "контейнер", "контейнера", "контейнеры", "контейнеров", "کانتینر", "کانتینرها"]),
    ("truck", &["truck", "trucks", "lorry", "lorries", "грузовик", "грузовика", "грузовики", "грузовиков", "машина", "машин", "фура", "фуры", "фур", "жүк көлігі", "لاری", "موتر"]),
    ("flight", &["flight", "flights", "plane", "planes", "aircraft", "рейс", "рейса", "рейсов", "самолет", "самолета", "самолетов", "ұшақ", "рейстер", "پرواز", "طیاره"]),
    ("vessel", &["vessel", "vessels", "ship", "ships", "судно", "судна", "судов", "кеме", "کشتی"]),
];

#[rustfmt::skip]
const DOCUMENTS: Words = &[
    ("smgs", &["smgs", "смгс"]),
    ("cim", &["cim", "цим"]),
    ("cmr", &["cmr", "смр"]),
    ("awb", &["awb", "air waybill", "авианакладная"]),
    ("bl", &["b l", "bill of lading", "коносамент"]),
    ("waybill", &["waybill", "delivery note", "накладная", "жүкқұжат", "بارنامه"]),
];

#[rustfmt::skip]
const CATEGORIES: Words = &[
    ("cereals", &["cereals and flour", "зерно крупы и мука", "астық жарма және ұн", "غله‌جات و آرد", "غلې دانې او اوړه", "cereal", "grain", "flour", "зерно", "мука", "крупы"]),
    ("pulses", &["бобовые", "бұршақ дақылдары", "حبوبات", "legumes", "beans"]),
    ("oil", &["edible oil", "пищевое масло", "тағамдық май", "روغن خوراکی", "د خوړو غوړي", "vegetable oil", "fats", "oils and fats", "масло", "май", "روغن"]),
    ("sugar-salt", &["sugar salt tea", "сахар соль чай", "қант тұз шай", "بوره نمک چای", "بوره مالګه چای", "sugar", "salt", "tea", "sugar and salt"]),
    ("canned", &["canned and dairy food", "консервы и молочные продукты", "консервілер және сүт өнімдері", "کنسرو و لبنیات", "کنسرو شوي خواړه او لبنیات", "canned food", "dairy", "tins", "консервы", "молочные продукты"]),
    ("nutrition", &["nutrition and other food", "лечебное питание и другие продукты", "емдік тағам және басқа азық түлік", "مواد تغذی و سایر مواد غذایی", "تغذیه او نور خواړه", "food", "foodstuffs", "food items", "продовольствие", "продукты", "продукты питания", "азық түлік", "مواد غذایی", "خواړه"]),
    ("household", &["shelter and household", "временное жильё и предметы быта", "баспана және тұрмыстық заттар", "سرپناه و لوازم خانه", "سرپناه او د کور سامان", "shelter", "nfi", "non food items", "bedding", "household items", "relief items", "жильё", "жилье", "предметы быта"]),
    ("clothing", &["clothing and shoes", "одежда и обувь", "киім және аяқ киім", "لباس و پاپوش", "جامې او بوټونه", "clothes", "shoes", "одежда", "обувь", "киім", "لباس"]),
    ("hygiene", &["water and hygiene", "вода и гигиена", "су және гигиена", "آب و حفظ‌الصحه", "اوبه او حفظ الصحه", "wash", "water", "sanitation", "гигиена", "حفظ الصحه"]),
    ("medicine", &["medicines", "лекарства", "дәрілік заттар", "دواها", "درمل", "drugs", "pharmaceuticals", "medicaments", "медикаменты", "дәрі дәрмек", "ادویه", "دوا"]),
    ("medical-equipment", &["medical equipment", "медицинское оборудование", "медициналық жабдықтар", "تجهیزات طبی", "طبي تجهیزات", "equipment medical", "medical supplies", "медоборудование"]),
    ("education", &["образование", "білім беру", "معارف", "ښوونه او روزنه", "school", "school supplies"]),
    ("fuel", &["топливо", "отын", "مواد سوخت", "د سون توکي", "fuels"]),
    ("vehicles", &["vehicles and machines", "транспорт и техника", "көлік және техника", "وسایط و ماشین‌آلات", "موټر او ماشینونه", "vehicle", "machines", "машины", "техника", "транспорт"]),
    ("other", &["прочее", "басқа", "سایر", "نور", "miscellaneous", "misc", "разное", "прочие"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_several_languages_are_codes() {
        for (list, word, wanted) in [
            (List::Mode, "Truck", Some("road")),
            (List::Mode, "Air Charter", Some("air")),
            (List::Mode, "Ocean", Some("sea")),
            (List::Mode, "sea and road", Some("multimodal")),
            (List::Mode, "camel", None),
            (List::Status, "handed over", Some("received")),
            (List::Status, "in_transit", Some("in_transit")),
            (List::UnitKind, "واگن", Some("wagon")),
            (List::UnitKind, "вагон", Some("wagon")),
            (List::Category, "Shelter and household", Some("household")),
            (List::Category, "Pulses", Some("pulses")),
            (List::Category, "Sugar-salt", Some("sugar-salt")),
            (List::Category, "Одежда и обувь", Some("clothing")),
            (List::Category, "غله‌جات و آرد", Some("cereals")),
            (List::Qualifier, "at_least", Some("at_least")),
        ] {
            assert_eq!(code(list, word), wanted, "{word}");
        }
        for list in [List::Mode, List::Status, List::UnitKind, List::Document, List::Sharing, List::Category] {
            assert!(codes(list).iter().all(|own| code(list, own) == Some(own)));
        }
    }

    #[test]
    fn what_says_nothing_is_no_zero() {
        assert!(["N/A", "n/a", "—", "-", "", "Нет данных", "?"].iter().all(|text| says_nothing(text)));
        assert!(!says_nothing("0") && !says_nothing("N/A - From RDC"));
    }

    #[test]
    fn a_note_beside_a_quantity_is_taken_apart() {
        let said = |text: &str| {
            let it = noted(text);
            (it.qualifier, it.sharing, it.running, it.rest)
        };
        assert_eq!(said("more than"), (Some(Qualifier::AtLeast), None, false, String::new()));
        assert_eq!(said("almost, total"), (Some(Qualifier::About), Some(Sharing::Together), false, String::new()));
        assert_eq!(said("each"), (None, Some(Sharing::Each), false, String::new()));
        assert_eq!(said("cumulative, ten batches"), (None, None, true, "cumulative, ten batches".into()));
        assert_eq!(said("not stated"), (Some(Qualifier::NotStated), None, false, String::new()));
        assert_eq!(said("first batch"), (None, None, false, "first batch".into()));
    }
}
