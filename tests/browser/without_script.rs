//! The main job with scripts switched off: April 2023 by hand, and its sheet on paper.

use crate::{
    browser::{Browser, Scripts},
    served::{Served, temporary},
};
use std::process::Command;

#[tokio::test(flavor = "multi_thread")]
async fn april_2023_is_logged_and_printed() {
    let Some(b) = Browser::open(Served::empty, Scripts::Off).await else { return };

    // A fresh house leads to the first mission.
    b.go("/").await;
    b.press(".empty a.button.first").await;
    b.wait("[name=code]").await;
    b.fill_all(&[
        ("code", "KZ-AF-2023-04"),
        ("title", "Humanitarian aid to Afghanistan, April 2023"),
        ("recipient_country", "Afghanistan"),
        ("donors", "Government of Kazakhstan"),
        ("handover.to", "Afghan authorities"),
        ("handover.place", "Kabul"),
        ("handover.date", "15 April 2023"),
    ])
    .await;
    b.enter("handover.date").await;
    b.wait(".notice.good").await;
    let mission = b.path().await;

    // One line of four goods, by rail; Enter between the fields of a line saves and removes nothing.
    b.press(".head a.button.first").await;
    b.wait("#log").await;
    assert_eq!(b.value("mission").await, "KZ-AF-2023-04");
    assert_eq!(b.count(".dated").await, 0, "no script has run");
    b.fill_all(&[
        ("line.0.goods", "Canned milk, flour, vegetable oil and buckwheat"),
        ("line.0.quantity", "5 403"),
        ("line.0.unit", "t"),
    ])
    .await;
    b.press(".line .more > summary").await;
    b.choose("line.0.sharing", "together").await;
    b.tick("leg.0.mode", "rail").await;
    b.fill_all(&[("leg.0.to", "Hairatan"), ("leg.0.units", "81"), ("received", "15.4.2023")]).await;
    b.enter("line.0.quantity").await;
    b.wait(".notice.good").await;
    let said = b.said("main").await;
    for part in ["KZ-AF-2023-04/001", "5 403 t", "81 wagons", "together, shares not stated", "Received", "15 Apr 2023"]
    {
        assert!(said.contains(part), "{part} in {said}");
    }

    // The medicine, its quantity not stated, by air.
    b.go(&format!("/consignments/new?mission={}", mission.rsplit('/').next().unwrap())).await;
    b.fill_all(&[("line.0.goods", "Medicines"), ("line.0.quantity", "not stated"), ("line.0.unit", "boxes")]).await;
    b.press("button[name=add][value=line]").await;
    b.wait("[name='line.1.goods']").await;
    assert_eq!(b.count(".line").await, 2, "a line is added by its button");
    assert_eq!(b.value("line.0.goods").await, "Medicines");
    assert!(b.said("main").await.contains("boxes: not stated"), "what was understood is said");
    b.fill("line.1.goods", "A slip").await;
    b.tick("leg.0.mode", "air").await;
    b.fill_all(&[("leg.0.to", "Kabul"), ("leg.0.departed", "31.2.2022"), ("external_ref", "AWB 7")]).await;
    b.enter("external_ref").await;

    // What is wrong is said, each entry leads to its field, and everything typed is still there.
    b.wait(".summary-of-errors").await;
    assert!(b.title().await.starts_with("Error: "), "{}", b.title().await);
    assert!(b.said(".summary-of-errors").await.contains("February 2022 has 28 days"));
    for (name, kept) in [
        ("mission", "KZ-AF-2023-04"),
        ("line.0.goods", "Medicines"),
        ("line.0.quantity", "not stated"),
        ("line.0.unit", "boxes"),
        ("line.1.goods", "A slip"),
        ("leg.0.to", "Kabul"),
        ("leg.0.departed", "31.2.2022"),
        ("external_ref", "AWB 7"),
    ] {
        assert_eq!(b.value(name).await, kept, "{name}");
    }
    assert!(b.find("[name='leg.0.mode'][value=air]").await.is_selected().await.unwrap());
    b.press(".summary-of-errors a[href='#leg.0.departed']").await;
    assert_eq!(b.focused().await, "leg.0.departed");

    // The slip is taken out by its button, the date put right.
    b.press("button[name=remove][value='line.1']").await;
    b.wait("#log").await;
    assert_eq!(b.count(".line").await, 1);
    b.fill_all(&[("leg.0.departed", ""), ("received", "15 Apr 2023")]).await;
    b.enter("leg.0.to").await;
    b.wait(".notice.good").await;
    let said = b.said("main").await;
    assert!(said.contains("KZ-AF-2023-04/002") && said.contains("boxes: not stated"), "{said}");

    // On paper: one page, which stands alone.
    b.go(&mission).await;
    b.press(".head a[href$='/summary']").await;
    b.wait(".paper").await;
    b.picture("april-2023-sheet").await;
    let paper = b.print().await;
    let (pages, size, text) = look(&paper);
    assert_eq!(pages, 1);
    assert!(size.is_none_or(|size| size.contains("A4")), "A4");
    for language in ["ru", "ar-XB"] {
        b.go(&format!("{mission}/summary?lang={language}")).await;
        assert_eq!(look(&b.print().await).0, 1, "{language}");
    }
    let Some(text) = text else { return };
    for part in [
        "5 403 t",
        "81 wagons",
        "not stated",
        "KZ-AF-2023-04/001",
        "KZ-AF-2023-04/002",
        "DRAFT",
        "15 Apr 2023",
        "1 / 1",
    ] {
        assert!(text.contains(&squeezed(part)), "{part} in {text}");
    }
    for furniture in ["127.0.0.1", "http", "Back to", "Skip", "Organisations", "Русский", "Print"] {
        assert!(!text.contains(&squeezed(furniture)), "{furniture} in {text}");
    }
}

/// The pages of a PDF, and their size and words where poppler is there to read them.
pub fn look(pdf: &[u8]) -> (usize, Option<String>, Option<String>) {
    let folder = temporary();
    let file = folder.path().join("sheet.pdf");
    std::fs::write(&file, pdf).unwrap();
    let read = |command: &mut Command| {
        let output = command.output().ok()?;
        assert!(output.status.success(), "{output:?}");
        Some(String::from_utf8(output.stdout).unwrap())
    };
    let Some(told) = read(Command::new("pdfinfo").arg(&file)) else {
        let pages =
            String::from_utf8_lossy(pdf).split("/Type /Page").skip(1).filter(|after| !after.starts_with('s')).count();
        return (pages, None, None);
    };
    let of = |name: &str| told.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim().to_string();
    let words = read(Command::new("pdftotext").args(["-layout"]).arg(&file).arg("-")).unwrap();
    (of("Pages:").parse().unwrap(), Some(of("Page size:")), Some(squeezed(&words)))
}

/// Words without the gaps between them: on paper they are a matter of columns.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}
