//! What scripts make quicker on the form that logs a consignment.

use crate::{
    browser::{Browser, Scripts},
    served::Served,
};
use keruen::accounts::pages::DEMO_PASSWORD;
use serde_json::json;

/// The form for a new consignment, on a page that knows whether it was left.
async fn new_form() -> Option<Browser> {
    let b = Browser::open(Served::story, Scripts::On).await?;
    fresh(&b).await;
    Some(b)
}

async fn fresh(b: &Browser) {
    b.go("/consignments/new").await;
    b.run("window.sameTab = true").await;
}

async fn same_page(b: &Browser) -> bool {
    b.run("return window.sameTab === true").await == json!(true)
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_come_and_go_without_a_new_page() {
    let Some(b) = new_form().await else { return };
    b.fill("line.0.goods", "Flour").await;
    b.press("button[name=add][value=line]").await;
    assert_eq!(b.focused().await, "line.1.goods", "the new line can be typed into at once");
    b.fill("line.1.goods", "Rice").await;
    assert_eq!(b.count(".line").await, 2);
    assert_eq!(b.said(".line ~ .line [data-no]").await, "2");
    b.press("button[name=remove][value='line.0']").await;
    assert_eq!(b.count(".line").await, 1);
    assert_eq!(b.value("line.1.goods").await, "Rice");
    assert_eq!(b.said(".line [data-no]").await, "1", "lines are numbered anew");
    b.press("button[name=remove][value='line.1']").await;
    assert_eq!(b.count(".line").await, 1, "the last line is emptied");
    b.press("button[name=add][value=leg]").await;
    assert_eq!(b.count(".leg").await, 2);
    assert_eq!(b.focused_name().await, "leg.1.mode");
    assert_eq!(b.count(".leg ~ .leg .dated button[aria-label]").await, 4, "its dates have pickers");
    assert!(same_page(&b).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_understood_stands_under_the_line() {
    let Some(b) = new_form().await else { return };
    b.fill_all(&[("line.0.goods", "Vegetable oil"), ("line.0.quantity", "60 000"), ("line.0.unit", "litres")]).await;
    b.field("line.0.packages").await.click().await.unwrap();
    b.until("return document.querySelector('.line [data-said]').textContent.replace(/\\s/g, ' ').includes('60 000 L')")
        .await;
    let said = b.said(".line [data-said]").await;
    assert!(said.contains("about") && said.contains("kg/L"), "its weight by the catalogue's density: {said}");
    b.press("button[name=add][value=line]").await;
    b.fill_all(&[("line.1.goods", "Flour, rice"), ("line.1.quantity", "12"), ("line.1.unit", "t")]).await;
    b.field("line.1.packages").await.click().await.unwrap();
    b.until("return document.querySelectorAll('.line [data-said]')[1].textContent.includes('not said')").await;
    assert!(b.said(".line [data-said]").await.contains("60 000 L"), "the other line keeps its own");
    assert!(same_page(&b).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_table_fills_the_lines() {
    let Some(b) = new_form().await else { return };
    b.run(
        "const held = new DataTransfer();
         held.setData('text/plain', 'Wheat flour\\t272.728\\tt\\r\\nVegetable oil\\t60 000\\tL\\t\"20\" x 5 L\\r\\nBeds\\t2 000\\tbeds\\r\\n');
         document.querySelector('[name=\"line.0.goods\"]').dispatchEvent(
           new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }))",
    )
    .await;
    for (name, pasted) in [
        ("line.0.goods", "Wheat flour"),
        ("line.0.quantity", "272.728"),
        ("line.0.unit", "t"),
        ("line.1.goods", "Vegetable oil"),
        ("line.1.unit", "L"),
        ("line.2.goods", "Beds"),
        ("line.2.quantity", "2 000"),
    ] {
        assert_eq!(b.value(name).await, pasted, "{name}");
    }
    assert_eq!(b.count(".line").await, 3);
    b.until("return document.querySelectorAll('.line [data-said]')[2].textContent.includes('beds')").await;
    assert!(same_page(&b).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_outlives_the_page_and_goes_when_it_is_saved() {
    let Some(b) = new_form().await else { return };
    b.fill_all(&[("mission", "KZ-AF-2023-04"), ("line.0.goods", "Felt boots"), ("line.0.quantity", "40")]).await;
    b.fill("line.0.unit", "pairs").await;
    b.press("button[name=add][value=line]").await;
    b.fill_all(&[("line.1.goods", "Blankets"), ("line.1.quantity", "not stated"), ("line.1.unit", "pcs")]).await;
    b.tick("leg.0.mode", "road").await;
    b.fill("leg.0.departed", "17.4.2023").await;

    // The page is loaded anew, as after a dead battery: it is offered, and comes back whole.
    fresh(&b).await;
    assert!(b.find("[data-draft-offer]").await.is_displayed().await.unwrap());
    assert_ne!(b.said("[data-draft-time]").await, "", "it says since when");
    assert_eq!(b.value("line.0.goods").await, "", "nothing comes back unasked");
    b.picture("draft-offered").await;
    b.press("[data-draft-restore]").await;
    for (name, kept) in [
        ("mission", "KZ-AF-2023-04"),
        ("line.0.goods", "Felt boots"),
        ("line.0.quantity", "40"),
        ("line.0.unit", "pairs"),
        ("line.1.goods", "Blankets"),
        ("line.1.unit", "pcs"),
        ("leg.0.departed", "17.4.2023"),
    ] {
        assert_eq!(b.value(name).await, kept, "{name}");
    }
    assert!(b.find("[name='leg.0.mode'][value=road]").await.is_selected().await.unwrap());
    assert_eq!((b.count(".line").await, b.count(".leg").await), (2, 1));
    assert!(!b.find("[data-draft-offer]").await.is_displayed().await.unwrap());

    // Reloading without having touched it offers it again.
    b.reload().await;
    assert!(b.find("[data-draft-offer]").await.is_displayed().await.unwrap());
    b.press("[data-draft-restore]").await;

    // Enter saves, and the draft is gone.
    b.enter("line.1.quantity").await;
    b.wait(".notice.good").await;
    let said = b.said("main").await;
    assert!(said.contains("Felt boots") && said.contains("Blankets") && said.contains("not stated"), "{said}");
    fresh(&b).await;
    assert!(!b.find("[data-draft-offer]").await.is_displayed().await.unwrap());

    // One that is thrown away stays away.
    b.fill("external_ref", "X").await;
    fresh(&b).await;
    b.press("[data-draft-discard]").await;
    fresh(&b).await;
    assert!(!b.find("[data-draft-offer]").await.is_displayed().await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_its_persons_and_goes_when_they_sign_out() {
    let Some(b) = new_form().await else { return };
    let drafts = async || b.run("return Object.keys(localStorage).filter(key => key.includes('draft')).length").await;
    b.fill("external_ref", "MARAT-1").await;
    fresh(&b).await;
    assert!(b.find("[data-draft-offer]").await.is_displayed().await.unwrap());

    // The session ends without a word, and somebody else signs in: nothing of it is offered to them.
    b.leave().await;
    b.sign_in("leila", DEMO_PASSWORD).await;
    fresh(&b).await;
    assert!(!b.find("[data-draft-offer]").await.is_displayed().await.unwrap());
    assert_eq!(drafts().await, 1, "it waits for its person");
    b.leave().await;
    b.sign_in("marat", DEMO_PASSWORD).await;
    fresh(&b).await;
    b.press("[data-draft-restore]").await;
    assert_eq!(b.value("external_ref").await, "MARAT-1");

    // Forgotten by the script alone, where a browser does not heed `Clear-Site-Data` …
    b.leave().await;
    b.go("/sign-in?done=signed-out").await;
    b.until("return !Object.keys(localStorage).some(key => key.includes('draft'))").await;
    // … and by signing out.
    b.sign_in("marat", DEMO_PASSWORD).await;
    fresh(&b).await;
    b.fill("external_ref", "MARAT-2").await;
    b.go("/me").await;
    assert_eq!(drafts().await, 1);
    b.press("form[action='/sign-out'] button").await;
    b.wait("[name=sign_in]").await;
    assert_eq!(drafts().await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_has_the_focus_and_leads_to_its_field() {
    let Some(b) = new_form().await else { return };
    b.fill_all(&[
        ("mission", "KZ-AF-2023-04"),
        ("line.0.goods", "Flour"),
        ("line.0.quantity", "5"),
        ("line.0.unit", "t"),
    ])
    .await;
    b.press(".line .more > summary").await;
    b.fill("line.0.net", "heavy").await;
    b.enter("line.0.goods").await;
    b.wait(".summary-of-errors").await;
    b.until("return document.activeElement.matches('.summary-of-errors')").await;
    assert_eq!(b.value("line.0.net").await, "heavy");
    assert_eq!(b.count(".line").await, 1, "Enter removed nothing");
    // A fold that hides the field is opened on the way.
    b.run("document.querySelectorAll('details').forEach(fold => { fold.open = false; })").await;
    b.press(".summary-of-errors a[href='#line.0.net']").await;
    assert_eq!(b.focused().await, "line.0.net");
    assert!(b.field("line.0.net").await.is_displayed().await.unwrap());
}
