//! OpenDocument spreadsheets: one of the parts is the input.
#![no_main]

const MEMBERS: &[(&str, &[u8])] = &[
    ("content.xml", br#"<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="One"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>Flour<text:s text:c="2"/>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="2.5"/><table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2023-04-17"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#),
    ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
    ("META-INF/manifest.xml", br#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>"#),
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let mut members = keruen_fuzz::with_one_of(MEMBERS, data);
    // The kind is told by the first member.
    members.swap(0, 1);
    keruen_fuzz::read(&keruen_fuzz::zipped(&members));
});
