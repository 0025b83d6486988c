//! What the columns of lists can mean that go into a cupboard: the fields of its form, with the words people write above them in the
//! house's languages, and HXL's tags (hxlstandard.org, 1.1).

use crate::exchange::fields::{
    Field,
    Kind::{Code, Marks, Name, Text, Unit, Weight},
    List,
    Of::Record,
    field,
};

#[rustfmt::skip]
const OTHER_NAMES: Field = field("other_names", Record, "other_names", Text, &[
    "other names", "also known as", "aliases", "alias", "acronym", "abbreviation", "short name", "synonyms",
    "другие названия", "другие имена", "сокращение", "краткое название", "басқа атаулары", "қысқартылған атауы", "نام های دیگر", "مخفف", "نور نومونه"],
    &["#org+acronym", "#org+name+alt", "#loc+name+alt", "#item+name+alt"]);

#[rustfmt::skip]
const COUNTRY: Field = field("country", Record, "country", Name, &[
    "country", "country name", "country code", "страна", "ел", "елі", "мемлекет", "کشور", "هیواد"], &["#country", "#country+name", "#country+code"]);

#[rustfmt::skip]
const NOTES: Field = field("notes", Record, "notes", Text, &[
    "notes", "note", "remarks", "remark", "comment", "comments", "примечание", "примечания", "комментарий", "ескертпе", "ескерту", "ملاحظات", "یادداشت", "یادښت"],
    &["#description", "#meta+note", "#meta+comment"]);

/// Of an organisation.
#[rustfmt::skip]
pub static ORGANISATIONS: &[Field] = &[
    field("name", Record, "name", Name, &[
        "name", "organisation", "organization", "organisation name", "organization name", "org", "org name", "partner", "donor", "consignee", "supplier", "vendor",
        "название", "название организации", "организация", "наименование", "наименование организации", "ұйым", "ұйым атауы", "атауы", "سازمان", "نام سازمان", "نام", "اداره", "نهاد", "مؤسسه", "نوم"],
        &["#org+name", "#org"]),
    OTHER_NAMES,
    COUNTRY,
    field("address", Record, "address", Text, &[
        "address", "postal address", "адрес", "почтовый адрес", "мекенжай", "мекенжайы", "آدرس", "نشانی", "پته"], &["#contact+address", "#loc+address"]),
    field("contact", Record, "contact", Name, &[
        "contact", "contact person", "contact name", "focal point", "контакт", "контактное лицо", "байланыс", "байланыс тұлғасы", "شخص ارتباطی", "تماس", "مسئول تماس"],
        &["#contact+name", "#contact"]),
    field("phone", Record, "phone", Name, &[
        "phone", "telephone", "phone number", "tel", "mobile", "телефон", "номер телефона", "تلفن", "شماره تماس", "ټیلیفون"], &["#contact+phone"]),
    field("email", Record, "email", Name, &[
        "email", "e mail", "email address", "mail", "эл почта", "электронная почта", "почта", "электрондық пошта", "ایمیل", "بریښنالیک"], &["#contact+email"]),
    NOTES,
];

/// Of a place.
#[rustfmt::skip]
pub static PLACES: &[Field] = &[
    field("name", Record, "name", Name, &[
        "name", "place", "place name", "location", "town", "city", "station", "warehouse", "border crossing",
        "место", "название", "город", "станция", "пункт", "склад", "орын", "атауы", "қала", "бекет", "محل", "نام", "شهر", "ایستگاه", "ځای", "نوم", "ښار"],
        &["#loc+name", "#loc"]),
    OTHER_NAMES,
    field("locode", Record, "locode", Name, &[
        "locode", "un locode", "unlocode", "code", "place code", "код", "код места", "коды", "کد"], &["#loc+code+locode", "#loc+code"]),
    COUNTRY,
    field("functions", Record, "function", Marks, &["functions", "function", "назначение"], &["#loc+type"]),
    field("latitude", Record, "latitude", Name, &["latitude", "lat", "широта", "ендік", "عرض جغرافیایی"], &["#geo+lat"]),
    field("longitude", Record, "longitude", Name, &["longitude", "lon", "long", "lng", "долгота", "бойлық", "طول جغرافیایی"], &["#geo+lon"]),
    NOTES,
];

/// Of an item of the catalogue.
#[rustfmt::skip]
pub static CATALOGUE: &[Field] = &[
    field("name_en", Record, "name.en", Name, &[
        "name", "item", "items", "item name", "item description", "description", "goods", "commodity", "product", "product name", "article", "name in english", "english name", "name english"],
        &["#item+name", "#item", "#item+name+en"]),
    field("name_ru", Record, "name.ru", Name, &[
        "name in russian", "russian name", "наименование", "название", "товар", "груз", "номенклатура", "название по русски"], &["#item+name+ru"]),
    field("name_kk", Record, "name.kk", Name, &["name in kazakh", "kazakh name", "атауы", "тауар", "жүк атауы", "қазақша атауы"], &["#item+name+kk"]),
    field("name_fa", Record, "name.fa", Name, &["name in dari", "dari name", "جنس", "نام جنس", "نام", "کالا"], &["#item+name+fa"]),
    field("name_ps", Record, "name.ps", Name, &["name in pashto", "pashto name", "توکي", "نوم"], &["#item+name+ps"]),
    OTHER_NAMES,
    field("category", Record, "category", Code(List::Category), &[
        "category", "item category", "group", "type", "категория", "группа", "вид", "санат", "санаты", "دسته", "کتگوری", "ډله"], &["#item+category", "#item+type"]),
    field("unit", Record, "unit", Unit, &[
        "unit", "units", "uom", "unit of measure", "unit of measurement", "единица", "единица измерения", "ед изм", "ед", "өлшем бірлігі", "бірлік", "واحد", "واحد مقیاس"],
        &["#item+unit", "#unit"]),
    field("package", Record, "package", Unit, &["package", "packaging", "packing", "упаковка", "қаптама", "بسته بندی", "بسته"], &["#item+package"]),
    field("kg_per_unit", Record, "kg_per_unit", Weight, &[
        "kg per unit", "unit weight", "weight per unit", "unit weight kg", "вес единицы", "масса единицы", "бірлік салмағы", "وزن واحد"], &["#item+weight"]),
    field("density", Record, "density", Weight, &["density", "kg per litre", "kg per liter", "плотность", "тығыздық", "کثافت"], &[]),
    field("figure_source", Record, "figure_source", Text, &[
        "figure source", "source of these figures", "source", "источник", "источник данных", "дереккөз", "منبع"], &["#meta+source"]),
    field("hs", Record, "hs", Name, &["hs", "hs code", "tariff code", "customs code", "код тн вэд", "тн вэд"], &["#item+code+hs"]),
    field("flags", Record, "flag", Marks, &["flags", "flag", "marks", "handling", "отметки"], &["#item+flag"]),
    NOTES,
];
