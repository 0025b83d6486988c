//! April 2023 from loading to receipt, with scripts and without: 81 wagons pasted, 35 of them at Hairatan, then all; two
//! receipts, one of them on a telephone in Russian; a correction with its source.

use crate::{
    browser::{Browser, Scripts},
    served::Served,
};

/// Wagons of the 1520 mm gauge, with the check digits they should have.
fn wagons() -> Vec<String> {
    let number = |n: usize| {
        let body = format!("{:07}", 5_200_000 + n * 37);
        let double = |(at, c): (usize, char)| c.to_digit(10).unwrap() * if at % 2 == 0 { 2 } else { 1 };
        let sum: u32 = body.chars().enumerate().map(double).map(|n| n / 10 + n % 10).sum();
        format!("{body}{}", (10 - sum % 10) % 10)
    };
    (0..81).map(number).collect()
}

async fn lived(scripts: Scripts) {
    let Some(b) = Browser::open(Served::empty, scripts).await else { return };
    b.go("/missions/new").await;
    b.fill_all(&[
        ("code", "KZ-AF-2023-04"),
        ("title", "Humanitarian aid to Afghanistan, April 2023"),
        ("recipient_country", "Afghanistan"),
        ("donors", "Government of Kazakhstan"),
    ])
    .await;
    b.enter("title").await;
    b.wait(".notice.good").await;
    let mission = b.path().await;
    b.press(".head a.button.first").await;
    b.wait("#log").await;
    b.fill_all(&[("line.0.goods", "Wheat flour"), ("line.0.quantity", "4 860"), ("line.0.unit", "t")]).await;
    b.fill("line.0.packages", "97200 bags x 50 kg").await;
    b.tick("leg.0.mode", "rail").await;
    b.fill_all(&[("leg.0.from", "Almaty"), ("leg.0.to", "Hairatan"), ("leg.0.units", "81")]).await;
    b.press(".leg .more > summary").await;
    b.fill_all(&[("leg.0.planned_departure", "5.4.2023"), ("leg.0.planned_arrival", "12.4.2023")]).await;
    b.enter("leg.0.to").await;
    b.wait(".notice.good").await;
    let load = b.path().await;

    // The wagons come from a column of a spreadsheet; a slip of the pen is asked about.
    let wagons = wagons();
    b.press("a[href$='/units']").await;
    b.wait("[name=units]").await;
    let mut typed = wagons.clone();
    typed[80] = format!("{}{}", &typed[80][..7], (typed[80][7..].parse::<u32>().unwrap() + 1) % 10);
    b.fill("units", &typed.join("\n")).await;
    b.press(".button.first").await;
    b.wait(".notice.warn").await;
    assert!(b.said(".notice.warn").await.contains("last digit should be"));
    assert_eq!(b.value("units").await.lines().count(), 81, "nothing is lost");
    b.fill("units", &wagons.join("\n")).await;
    b.press("#units-form .button.first").await;
    b.wait(".notice.good").await;
    assert!(b.said("main").await.contains("81 of 81 listed"));

    // Departure, then 35 wagons at Hairatan, then the rest.
    b.press(".head .button.first").await;
    b.wait("#step").await;
    b.fill_all(&[("happened", "6.4.2023"), ("place", "Almaty")]).await;
    b.enter("place").await;
    b.wait(".notice.good").await;
    b.press(".head .button.first").await;
    b.wait("#step").await;
    b.fill_all(&[("happened", "11.4.2023"), ("units", &wagons[..35].join(" "))]).await;
    b.enter("units").await;
    b.wait(".notice.good").await;
    assert!(b.said("main").await.contains("Arrived: 35 of 81 wagons"));
    b.press(".head .button.first").await;
    b.wait("#step").await;
    b.fill("happened", "12.4.2023").await;
    b.enter("happened").await;
    b.wait(".notice.good").await;
    assert!(b.said(".head").await.contains("Arrived"));
    b.picture(&format!("journey-{scripts:?}-arrived")).await;

    // The first receipt, with exceptions.
    b.press(".head .button.first").await;
    b.wait("#receipt").await;
    b.fill_all(&[("happened", "13.4.2023"), ("units", "35"), ("part.0.good", "41 900 bags")]).await;
    b.press(".part .more > summary").await;
    b.fill("part.0.damaged", "100 bags").await;
    b.choose("part.0.damaged_reason", "torn").await;
    b.press("#receipt > .actions .button.first").await;
    b.wait(".notice.good").await;
    let said = b.said("main").await;
    assert!(said.contains("2 095 t (41 900 bags × 50 kg)") && said.contains("Torn or leaking"), "{said}");

    // The second on a telephone, in Russian: what is left came as listed, but for two sacks.
    b.width(320).await;
    b.go(&format!("{load}/receipts/new?lang=ru")).await;
    b.wait("#receipt").await;
    b.fill("happened", "14.4.2023").await;
    b.press(".part .more > summary").await;
    b.fill("part.0.missing", "100 кг").await;
    b.choose("part.0.missing_reason", "theft").await;
    b.picture(&format!("journey-{scripts:?}-telephone")).await;
    b.press("#as_listed .button").await;
    b.wait(".notice.good").await;
    assert!(b.said("main").await.contains("Хищение"), "{}", b.said("main").await);
    b.full_width().await;

    // A figure is corrected, with its source.
    b.go(&format!("{load}/edit?lang=en")).await;
    b.fill_all(&[("leg.0.units", "80"), ("reason", "One wagon was counted twice")]).await;
    b.enter("reason").await;
    b.wait(".summary-of-errors").await;
    b.fill("correction_source", "Ariana News, 11 April 2023").await;
    b.enter("correction_source").await;
    b.wait(".notice.good").await;
    let said = b.said("main").await;
    assert!(said.contains("Correction 1") && said.contains("Ariana News, 11 April 2023"), "{said}");
    b.go(&mission).await;
    let said = b.said("main").await;
    for part in ["4 860 t", "4 854.9 t", "5 t", "100 kg", "Theft", "Torn or leaking", "Who said what", "Received: 1"] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn april_2023_from_loading_to_receipt() {
    lived(Scripts::On).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn april_2023_from_loading_to_receipt_without_script() {
    lived(Scripts::Off).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photograph_is_made_smaller_before_it_is_sent() {
    let Some(b) = Browser::open(Served::story, Scripts::On).await else { return };
    b.go("/consignments?mission=KZ-AF-2023-04&mode=rail").await;
    b.press("tbody th a").await;
    b.wait("#papers").await;
    b.press("a[href$='/attachments/new']").await;
    b.wait("[data-shrink]").await;
    // A picture as a camera takes it: large, and noisy, so that nothing else makes it small.
    let script = "const done = arguments[0];
        const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 }), paint = canvas.getContext('2d');
        for (let n = 0; n < 40000; n++) { paint.fillStyle = `hsl(${n * 137 % 360} 80% ${n % 90}%)`; paint.fillRect(n * 7919 % 4000, n * 104729 % 3000, 40, 30); }
        canvas.toBlob(blob => {
          const files = new DataTransfer(), input = document.querySelector('[data-shrink]');
          files.items.add(new File([blob], 'IMG_1.jpg', { type: 'image/jpeg' }));
          input.files = files.files; input.dispatchEvent(new Event('change', { bubbles: true }));
          done(blob.size);
        }, 'image/jpeg', .95);";
    let before = b.run_later(script, vec![]).await.as_u64().unwrap();
    let small = format!("return document.querySelector('[data-shrink]').files[0].size < {before} / 2");
    b.until(&small).await;
    b.choose("paper", "photo").await;
    b.press(".button.first").await;
    b.wait(".notice.good").await;
    assert!(b.said("#papers ~ .past").await.contains("IMG_1.jpg"), "{}", b.said("main").await);
}
