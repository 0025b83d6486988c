//! Zips: of texts, of workbooks, of neither.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    keruen_fuzz::read(data);
    // Two members, parted by the first byte of the input.
    if let Some((at, rest)) = data.split_first() {
        let (one, other) = rest.split_at(usize::from(*at).min(rest.len()));
        keruen_fuzz::read(&keruen_fuzz::zipped(&[("one.csv", one), ("folder/other.csv", other)]));
    }
});
