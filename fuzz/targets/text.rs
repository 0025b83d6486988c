//! Separated text in any encoding.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| keruen_fuzz::read(data));
