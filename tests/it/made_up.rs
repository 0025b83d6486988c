//! A made-up language that is written from right to left: the English words with every Latin letter turned into an
//! Arabic one. It keeps the layout honest and shows any word that did not come from the language files.

use std::{fs, path::Path};

/// Its code: a language subtag kept for private use.
pub const CODE: &str = "qar";

/// Writes its folder into `folder`.
pub fn write(folder: &Path) {
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales/en");
    fs::create_dir_all(folder.join(CODE)).unwrap();
    for file in fs::read_dir(english).unwrap() {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(folder.join(CODE).join(path.file_name().unwrap()), turned(&text)).unwrap();
    }
}

/// A language file with its words turned.
fn turned(ftl: &str) -> String {
    let mut out = String::new();
    for line in ftl.lines() {
        let fixed = ["language-name =", "language-direction =", "language-formats ="];
        match fixed.iter().position(|key| line.starts_with(key)) {
            Some(0) => out.push_str("language-name = ⟨qar⟩"),
            Some(1) => out.push_str("language-direction = rtl"),
            Some(_) => out.push_str("language-formats = ar"),
            None => out.push_str(&turned_line(line)),
        }
        out.push('\n');
    }
    out
}

fn turned_line(line: &str) -> String {
    if line.starts_with('#') {
        return line.into();
    }
    // A line that begins at the margin begins a message: its key stays. `[one]` and `*[other]` name variants.
    let words_from = match line.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => line.find('=').map_or(line.len(), |at| at + 1),
        _ => line.find(']').filter(|_| line.trim_start().starts_with(['[', '*'])).map_or(0, |at| at + 1),
    };
    let mut out = line[..words_from].to_string();
    let mut depth = 0;
    for c in line[words_from..].chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        out.push(if depth == 0 { letter(c) } else { c });
    }
    out
}

fn letter(c: char) -> char {
    const LETTERS: [char; 26] = [
        'ا', 'ب', 'ج', 'د', 'ه', 'ف', 'غ', 'ح', 'ي', 'ژ', 'ك', 'ل', 'م', 'ن', 'و', 'پ', 'ق', 'ر', 'س', 'ت', 'ع', 'ڤ',
        'ط', 'خ', 'ى', 'ز',
    ];
    match c.to_ascii_lowercase() {
        lower @ 'a'..='z' => LETTERS[lower as usize - 'a' as usize],
        _ => c,
    }
}

#[test]
fn only_words_are_turned() {
    assert_eq!(turned_line("save = Save { $n } all"), "save = ساڤه { $n } الل");
    assert_eq!(turned_line("   *[other] days"), "   *[other] داىس");
    assert_eq!(turned_line("# A remark"), "# A remark");
}
