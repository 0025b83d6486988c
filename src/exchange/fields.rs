//! What a column of a file can mean: one entry for each thing a consignment states. The code is its name in mapping files
//! and in the house's own exports; the words are what people write above such a column, in the house's languages; the tags
//! are HXL's (hxlstandard.org, 1.1).

use super::cupboards::Cupboard;
use crate::values::names::bare;
use std::{collections::HashMap, sync::LazyLock};

/// What a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// A record of a cupboard.
    Record,
    /// The consignment, whatever its lines.
    Consignment,
    /// Its way.
    Leg,
    /// One line of goods.
    Line,
}

/// How a field's cells are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Any text.
    Text,
    /// The name of an organisation, a place.
    Name,
    /// Names of goods.
    Goods,
    /// How much; the unit may stand with it.
    Quantity,
    /// A unit of quantity.
    Unit,
    /// "about", "more than", "not stated", "each": how a quantity is meant.
    QuantityNote,
    /// A whole number.
    Count,
    /// A weight, in kilograms where no unit is said.
    Weight,
    /// A volume, in litres where no unit is said.
    Volume,
    /// An amount of money.
    Money,
    /// The currency of an amount.
    Currency,
    /// A date.
    Date,
    /// One of a few codes: which list it is of.
    Code(List),
    /// "4 000 bags × 25 kg".
    Packages,
    /// Which of several marks something bears, each by its code.
    Marks,
    /// By what records are known: missions, numbers, references.
    Reference,
    /// What the house's own files say again of what stands in other columns.
    Again,
}

/// The closed lists that words of a column are read by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// How goods travel.
    Mode,
    /// How far it has come.
    Status,
    /// What carries it.
    UnitKind,
    /// The paper it travels under.
    Document,
    /// How several goods share a quantity.
    Sharing,
    /// The category of goods.
    Category,
    /// What a stated weight means.
    WeightKind,
    /// How surely an amount is stated.
    Qualifier,
}

/// A thing that a column can mean.
#[derive(Debug)]
pub struct Field {
    /// Its name in mapping files and in the house's own exports.
    pub code: &'static str,
    /// What it belongs to.
    pub of: Of,
    /// The form's field it fills, without its row; empty where it fills none by itself.
    pub form: &'static str,
    /// How its cells are read.
    pub kind: Kind,
    /// What people write above such a column.
    words: &'static [&'static str],
    /// The HXL tags that mean it, each with the attributes it needs.
    tags: &'static [&'static str],
}

pub(super) const fn field(
    code: &'static str,
    of: Of,
    form: &'static str,
    kind: Kind,
    words: &'static [&'static str],
    tags: &'static [&'static str],
) -> Field {
    Field { code, of, form, kind, words, tags }
}

use Kind::{
    Again, Code, Count, Currency, Date, Goods, Money, Name, Packages, Quantity, QuantityNote, Reference, Text, Unit,
    Volume, Weight,
};
use Of::{Consignment, Leg, Line};

/// Every field, in the order people see them.
#[rustfmt::skip]
pub static FIELDS: &[Field] = &[
    field("goods", Line, "goods", Goods, &[
        "goods", "item", "items", "item description", "item name", "description", "description of goods", "commodity", "product", "product name", "article", "material",
        "товар", "товары", "груз", "наименование", "наименование груза", "наименование товара", "номенклатура", "тауар", "жүк", "жүк атауы", "атауы",
        "جنس", "اجناس", "کالا", "نوع جنس", "شرح", "توکي", "جنسونه", "سامان"], &["#item+name", "#item", "#item+description"]),
    field("quantity", Line, "quantity", Quantity, &[
        "quantity", "qty", "amount", "line item quantity", "quantity shipped", "shipped quantity", "quantity sent", "shipment amount", "shipmentamount", "number of units", "total quantity",
        "количество", "кол во", "колво", "объем", "масса", "саны", "мөлшері", "көлемі", "مقدار", "تعداد", "اندازه", "کچه", "شمېر"], &["#item+quantity", "#item+qty", "#value+quantity", "#output+quantity"]),
    field("unit", Line, "unit", Unit, &[
        "unit", "units", "unit of measure", "uom", "unit of measurement", "quantity unit",
        "единица", "ед изм", "ед", "единица измерения", "ед измерения", "өлшем бірлігі", "бірлік", "واحد", "واحد اندازه گیری", "واحد مقیاس"], &["#item+unit", "#unit"]),
    field("quantity_note", Line, "", QuantityNote, &[
        "quantity note", "quantity remark", "qualifier note", "примечание к количеству", "уточнение количества"], &[]),
    field("qualifier", Line, "", Code(List::Qualifier), &["qualifier"], &[]),
    field("sharing", Line, "sharing", Code(List::Sharing), &["sharing"], &[]),
    field("category", Line, "category", Code(List::Category), &[
        "category", "item category", "категория", "санат", "کتگوری", "دسته"], &["#item+category", "#item+type"]),
    field("packages", Line, "packages", Packages, &[
        "packages", "packaging", "packing", "number of packages", "упаковка", "количество мест", "мест", "қаптама", "بسته بندی", "بسته‌ها"], &["#item+packages"]),
    field("net_kg", Line, "net", Weight, &[
        "net weight", "net kg", "net", "weight", "weight kg", "kg", "net weight kg",
        "вес", "вес нетто", "вес нетто кг", "нетто кг", "нетто", "масса нетто", "вес кг", "таза салмақ", "салмағы", "وزن", "وزن خالص"], &["#item+weight", "#item+weight+net"]),
    field("gross_kg", Line, "gross", Weight, &[
        "gross weight", "gross kg", "gross", "gross weight kg", "вес брутто", "вес брутто кг", "брутто кг", "брутто", "масса брутто", "жалпы салмақ", "وزن ناخالص"], &["#item+weight+gross"]),
    field("volume_l", Line, "volume", Volume, &[
        "volume", "volume l", "volume m3", "cubic meters", "объем м3", "объём", "көлем", "حجم"], &["#item+volume"]),
    field("batch", Line, "batch", Text, &[
        "batch", "lot", "batch number", "lot number", "batch no", "lot no", "партия", "серия", "номер серии", "топтама", "شماره بچ"], &["#item+batch"]),
    field("expiry", Line, "expiry", Date, &[
        "expiry", "expiry date", "expiration date", "best before", "use by", "exp date", "срок годности", "годен до", "жарамдылық мерзімі", "تاریخ انقضا", "د پای نېټه"], &["#date+expiry", "#item+expiry"]),
    field("hs", Line, "hs", Text, &["hs", "hs code", "tariff code", "customs code", "код тн вэд", "тн вэд", "سی اچ اس"], &["#item+code+hs"]),
    field("line_value", Line, "value", Money, &[
        "line value", "line item value", "value", "total value", "declared value", "item value", "стоимость", "сумма", "құны", "ارزش", "قیمت مجموعی"], &["#value", "#value+usd", "#value+item"]),
    field("line_value_currency", Line, "", Currency, &["line value currency", "currency", "валюта", "валютасы", "اسعار", "واحد پول"], &["#currency", "#value+currency"]),
    field("line_cost", Line, "cost", Money, &["line cost", "cost", "purchase cost", "затраты", "себестоимость"], &["#value+cost"]),
    field("line_cost_currency", Line, "", Currency, &["line cost currency"], &[]),
    field("line_donor", Line, "donor", Name, &["line donor"], &[]),
    field("line_note", Line, "note", Text, &["line note"], &[]),
    field("cold", Line, "cold", Text, &["cold", "temperature", "storage temperature", "температура", "температурный режим"], &[]),
    field("dangerous", Line, "dangerous", Text, &["dangerous", "un number", "dangerous goods", "номер оон"], &[]),

    field("mission", Consignment, "", Reference, &["mission", "mission code", "миссия", "код миссии", "миссия коды", "ماموریت"], &["#activity+code"]),
    field("number", Consignment, "", Reference, &["number"], &[]),
    field("external_ref", Consignment, "external_ref", Reference, &[
        "external ref", "reference", "consignment id", "consignment", "consignment number", "shipment", "shipment id", "shipment number", "shipment no", "waybill", "waybill number", "waybill no",
        "asn dn", "asn", "delivery note", "dispatch number", "packing list", "packing list number", "ref", "ref no", "reference no", "reference number", "consignment no", "cmr no", "bl no", "b l no", "awb no", "накладной", "no накладной", "накладная no", "номер ж д накладной", "ж д накладной", "ттн", "номер ттн", "ттн no", "ord", "orderid", "order id", "po number", "po",
        "номер накладной", "накладная", "номер отправки", "номер партии", "отправка", "жүкқұжат", "жүкқұжат нөмірі", "شماره", "شماره بارنامه", "بارنامه"], &["#item+id", "#meta+id", "#activity+id", "#shipment+id"]),
    field("conflict", Consignment, "", Reference, &["conflict", "conflict group"], &[]),
    field("donor", Consignment, "donor", Name, &[
        "donor", "donors", "funder", "donated by", "source organisation", "донор", "даритель", "донор ұйым", "تمویل کننده", "اهدا کننده", "مرسته کوونکی"], &["#org+donor", "#org+funder", "#org+name+funder", "#org+funding"]),
    field("consignor", Consignment, "consignor", Name, &[
        "consignor", "sender", "shipper", "vendor", "supplier", "sent by", "from organisation", "отправитель", "грузоотправитель", "поставщик", "жүк жөнелтуші", "жіберуші", "فرستنده", "لېږونکی"], &["#org+consignor", "#org+supplier", "#org+sender"]),
    field("consignee", Consignment, "consignee", Name, &[
        "consignee", "recipient", "receiver", "client", "delivered to", "to organisation", "beneficiary", "получатель", "грузополучатель", "жүк алушы", "алушы", "گیرنده", "تسلیم شونده", "اخیستونکی"], &["#org+consignee", "#org+recipient", "#org+impl", "#org+name+impl"]),
    field("status", Consignment, "status", Code(List::Status), &["status", "state", "delivery status", "статус", "состояние", "күйі", "мәртебесі", "وضعیت", "حالت"], &["#status", "#status+shipment"]),
    field("own_status", Consignment, "", Code(List::Status), &["own status"], &[]),
    field("void_reason", Consignment, "", Text, &["void reason"], &[]),
    field("received", Consignment, "received", Date, &[
        "received", "received on", "date received", "received date", "handed over", "handover date", "date of receipt", "получено", "дата получения", "дата передачи", "передано", "қабылданды", "تاریخ تسلیمی", "تاریخ دریافت", "د رسید نېټه"], &["#date+received", "#date+handover"]),
    field("reported", Consignment, "reported", Date, &[
        "reported", "date reported", "reported on", "report date", "дата сообщения", "сообщено", "хабарланған күні", "تاریخ گزارش"], &["#date+reported"]),
    field("source", Consignment, "source", Text, &[
        "source", "source title", "source address", "source document", "источник", "дереккөз", "منبع", "سرچینه"], &["#meta+source", "#meta+url"]),
    field("remarks", Consignment, "remarks", Text, &[
        "remarks", "remark", "note", "notes", "comment", "comments", "примечание", "примечания", "комментарий", "ескерту", "ескертпе", "ملاحظات", "تبصره", "یادښت"], &["#meta+note", "#description", "#meta+comment"]),
    field("stated_weight_kg", Consignment, "stated_weight", Weight, &["stated weight", "stated weight kg", "total weight", "общий вес", "общая масса", "жалпы салмағы", "وزن مجموعی"], &[]),
    field("stated_weight_kind", Consignment, "stated_weight_kind", Code(List::WeightKind), &["stated weight kind"], &[]),
    field("stated_packages", Consignment, "stated_packages", Count, &["stated packages", "total packages", "всего мест"], &[]),
    field("value", Consignment, "value", Money, &["consignment value", "shipment value", "стоимость партии"], &[]),
    field("value_currency", Consignment, "", Currency, &["value currency"], &[]),
    field("freight", Consignment, "freight", Money, &["freight", "freight cost", "transport cost", "фрахт", "стоимость перевозки", "тасымалдау құны", "کرایه"], &["#value+freight"]),
    field("freight_currency", Consignment, "", Currency, &["freight currency"], &[]),
    field("insurance", Consignment, "insurance", Money, &["insurance", "insurance cost", "line item insurance", "страховка", "страхование", "сақтандыру", "بیمه"], &["#value+insurance"]),
    field("insurance_currency", Consignment, "", Currency, &["insurance currency"], &[]),

    field("mode", Leg, "mode", Code(List::Mode), &[
        "mode", "transport mode", "shipment mode", "mode of transport", "transport", "means of transport", "вид транспорта", "транспорт", "способ доставки", "көлік түрі", "وسیله نقلیه", "نوع ترانسپورت", "ترانسپورت"], &["#item+transport", "#transport+mode", "#mode"]),
    field("from", Leg, "from", Name, &[
        "from", "origin", "place of dispatch", "dispatched from", "loading point", "warehouse from", "откуда", "место отправления", "пункт отправления", "станция отправления", "қайдан", "жөнелту орны", "از", "مبدا", "له کوم ځایه"], &["#loc+origin", "#loc+from", "#loc+name+origin"]),
    field("via", Leg, "via", Name, &[
        "via", "border", "border crossing", "entry point", "hub", "port of entry", "через", "погранпереход", "пограничный переход", "пункт пропуска", "арқылы", "از طریق", "بندر", "سرحد"], &["#loc+via", "#loc+border", "#loc+entry"]),
    field("to", Leg, "to", Name, &[
        "to", "destination", "place of delivery", "delivered at", "final destination", "country", "куда", "место назначения", "пункт назначения", "станция назначения", "қайда", "баратын жері", "به", "مقصد", "مقصد نهایی"], &["#loc+dest", "#loc+destination", "#loc+name", "#loc", "#adm1+name", "#country"]),
    field("carrier", Leg, "carrier", Name, &["carrier", "transporter", "forwarder", "перевозчик", "тасымалдаушы", "انتقال دهنده", "شرکت ترانسپورتی"], &["#org+carrier", "#org+transporter"]),
    field("document_type", Leg, "document_type", Code(List::Document), &["document type"], &[]),
    field("document", Leg, "document", Text, &["document", "transport document", "awb", "b l", "bill of lading", "cmr", "smgs", "перевозочный документ", "номер документа"], &[]),
    field("transport_units", Leg, "units", Count, &[
        "transport units", "wagons", "number of wagons", "trucks", "number of trucks", "containers", "number of containers", "вагоны", "вагонов", "количество вагонов", "машин", "вагон саны", "تعداد واگون", "واگون ها"], &[]),
    field("transport_unit_kind", Leg, "unit_kind", Code(List::UnitKind), &["transport unit kind", "transport unit type", "вид транспортной единицы"], &[]),
    field("planned_departure", Leg, "planned_departure", Date, &["planned departure", "etd", "planned dispatch", "план отправки", "плановая дата отправки"], &["#date+departure+planned"]),
    field("departed", Leg, "departed", Date, &[
        "departed", "date dispatched", "dispatch date", "dispatched", "departure", "departure date", "ship date", "shipped", "date shipped", "shipping date", "date sent", "date", "shipment date", "sent", "sent on", "shipped on", "date of dispatch", "dispatched on", "dispatch", "loading date", "date of loading", "loaded", "loaded on", "дата погрузки", "дата отгрузки груза", "отгружено",
        "дата отправки", "отправлено", "дата отгрузки", "дата", "жөнелтілген күні", "күні", "تاریخ ارسال", "تاریخ حرکت", "تاریخ", "د لېږلو نېټه", "نېټه"], &["#date+departed", "#date+dispatched", "#date+start", "#date"]),
    field("planned_arrival", Leg, "planned_arrival", Date, &[
        "planned arrival", "eta", "scheduled delivery date", "expected arrival", "expected delivery", "delivery due", "план прибытия", "ожидаемая дата прибытия", "плановая дата прибытия", "تاریخ متوقعه"], &["#date+arrival+planned", "#date+eta"]),
    field("arrived", Leg, "arrived", Date, &[
        "arrived", "date arrived", "arrival", "arrival date", "delivered", "delivery date", "date delivered", "delivered to client date", "дата прибытия", "прибыло", "дата доставки", "келген күні", "تاریخ رسیدن", "د رسېدو نېټه"], &["#date+arrived", "#date+delivered", "#date+end"]),
    field("legs", Leg, "", Text, &["legs"], &[]),

    field("line", Line, "", Again, &["line"], &[]),
    field("date", Consignment, "", Again, &[], &[]),
    field("date_kind", Consignment, "", Again, &["date kind"], &[]),
    field("base_quantity", Line, "", Again, &["base quantity"], &[]),
    field("base_unit", Line, "", Again, &["base unit"], &[]),
    field("refused_because", Consignment, "", Again, &[], &[]),
    field("logged_at", Consignment, "", Again, &["logged at"], &[]),
];

/// The columns that every file of a house has, and hardly any other file all of.
const OWN: [&str; 4] = ["number", "line", "goods", "qualifier"];

/// Whether a file with these columns is one that a house wrote: then every cell stands for what it says.
pub fn is_own(headers: &[&str]) -> bool {
    OWN.iter().all(|own| headers.contains(own))
}

/// What the columns of a file can mean that goes into a cupboard, or, without one, makes consignments.
pub fn fields(into: Option<Cupboard>) -> &'static [Field] {
    into.map_or(FIELDS, Cupboard::fields)
}

impl Field {
    /// The field of a consignment with this code.
    pub fn of_code(code: &str) -> Option<&'static Field> {
        Self::named(None, code)
    }

    /// The field with this code.
    pub fn named(into: Option<Cupboard>, code: &str) -> Option<&'static Field> {
        fields(into).iter().find(|field| field.code == code)
    }

    /// The field that people mean by such a header; `None` where nobody would know.
    pub fn of_header(into: Option<Cupboard>, header: &str) -> Option<&'static Field> {
        let named = |header: &str| HEADERS.get(&(into, bare(header)));
        named(header).or_else(|| named(without_brackets(header))).copied()
    }

    /// The field that an HXL tag means: the one whose tag it is with most attributes in common.
    pub fn of_tag(into: Option<Cupboard>, tag: &str) -> Option<&'static Field> {
        let given = attributes(tag)?;
        let candidates = fields(into).iter().flat_map(|field| field.tags.iter().map(move |tag| (field, *tag)));
        let fitting = candidates.filter_map(|(field, own)| {
            let own = attributes(own)?;
            let fits = own.0 == given.0 && own.1.iter().all(|attribute| given.1.contains(attribute));
            fits.then_some((own.1.len(), field))
        });
        // Of those alike the first stands.
        fitting
            .fold(None, |best: Option<(usize, &Field)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                _ => Some(next),
            })
            .map(|(_, field)| field)
    }

    /// The tag that exports carry for it.
    pub fn tag(&self) -> &'static str {
        self.tags.first().copied().unwrap_or_default()
    }

    /// The form's field it fills on a row of the form, or the one that problems with it are told under.
    pub fn form_name(&self, line: usize) -> String {
        match self.of {
            Of::Record | Consignment => self.form.to_string(),
            Leg => format!("leg.0.{}", self.form),
            Line => format!("line.{line}.{}", self.form),
        }
    }

    /// Whether the values of several lines of one consignment come together rather than having to agree.
    pub fn adds_up(&self) -> bool {
        self.of == Consignment && self.kind == Money
    }
}

/// Headers as people write them, bare, to the field they mean. What stands first is meant.
static HEADERS: LazyLock<HashMap<(Option<Cupboard>, String), &'static Field>> = LazyLock::new(|| {
    let mut out = HashMap::new();
    for into in [None].into_iter().chain(Cupboard::ALL.iter().copied().map(Some)) {
        // The house's own names come before anything people may call a column.
        for field in fields(into) {
            out.insert((into, bare(field.code)), field);
        }
        for field in fields(into) {
            for word in field.words {
                out.entry((into, bare(word))).or_insert(field);
            }
        }
    }
    out
});

/// A header without what stands in brackets behind it: "Weight (Kilograms)".
pub fn without_brackets(header: &str) -> &str {
    header.split(['(', '[', '（']).next().unwrap_or(header)
}

/// What stands in brackets behind a header: its unit, or its currency.
pub fn in_brackets(header: &str) -> Option<&str> {
    let from = header.find(['(', '['])?;
    let rest = header.get(from + 1..)?;
    rest.find([')', ']']).and_then(|to| rest.get(..to)).map(str::trim)
}

/// A tag without its attributes, and those.
fn attributes(tag: &str) -> Option<(String, Vec<String>)> {
    let tag = tag.trim().to_lowercase();
    let mut parts = tag.strip_prefix('#')?.split('+').map(|part| part.trim().to_string());
    let name = parts.next().filter(|name| !name.is_empty())?;
    Some((name, parts.filter(|part| !part.is_empty()).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(field: Option<&Field>) -> &str {
        field.map_or("", |field| field.code)
    }

    #[test]
    fn headers_are_read_in_the_houses_languages() {
        for (header, wanted) in [
            ("Item Description", "goods"),
            ("Weight (Kilograms)", "net_kg"),
            ("ASN/DN #", "external_ref"),
            ("Кол-во", "quantity"),
            ("Ед. изм.", "unit"),
            ("تاریخ رسیدن", "arrived"),
            ("net_kg", "net_kg"),
            ("line_value_currency", "line_value_currency"),
            ("Dosage", ""),
        ] {
            assert_eq!(code(Field::of_header(None, header)), wanted, "{header}");
        }
        assert_eq!(in_brackets("Freight Cost (USD)"), Some("USD"));
        assert_eq!(in_brackets("Freight"), None);
    }

    #[test]
    fn a_tag_means_the_field_it_has_most_in_common_with() {
        for (tag, wanted) in [
            ("#item+name", "goods"),
            ("#item +unit", "unit"),
            ("#date+reported", "reported"),
            ("#date", "departed"),
            ("#org+name+funder", "donor"),
            ("#value+usd", "line_value"),
            ("#sector", ""),
            ("no tag", ""),
        ] {
            assert_eq!(code(Field::of_tag(None, tag)), wanted, "{tag}");
        }
    }

    #[test]
    fn the_houses_own_names_are_each_known() {
        for into in [None].into_iter().chain(Cupboard::ALL.iter().copied().map(Some)) {
            for field in fields(into) {
                assert_eq!(code(Field::of_header(into, field.code)), field.code);
                assert_eq!(code(Field::named(into, field.code)), field.code);
            }
        }
    }
}
