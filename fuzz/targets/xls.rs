//! Workbooks of Excel 5 to 2003: the input as a whole file, and as the stream of records within one.
#![no_main]

use std::io::{Cursor, Write};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    keruen_fuzz::read(data);
    let Ok(mut file) = cfb::CompoundFile::create(Cursor::new(Vec::new())) else { return };
    let Ok(mut stream) = file.create_stream("/Workbook") else { return };
    if stream.write_all(data).and_then(|()| stream.flush()).is_err() {
        return;
    }
    drop(stream);
    keruen_fuzz::read(&file.into_inner().into_inner());
});
