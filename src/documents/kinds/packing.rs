//! The packing list: which packages there are, numbered one after the other, and what is in them.

use super::Writer;
use crate::{
    consignments::{model::Line, said},
    documents::{
        sheet::{Block, Holds, Look, Row},
        totals::Totals,
    },
};

pub(super) fn blocks(w: &Writer<'_>) -> Vec<Block<String>> {
    let body = &w.m.c.body;
    let lines = w.listed();
    let main = body.main();
    let mut head = vec![w.fact("label-waybill", w.waybill_number(None))];
    head.push(w.fact("field-leg-mode", main.map(|leg| w.mode(leg.mode)).unwrap_or_default()));
    let mut out = vec![w.identity(head)];
    let from = w.place(body.legs.first().and_then(|leg| leg.from));
    let to = w.place(body.legs.last().and_then(|leg| leg.to));
    out.push(w.facts(
        "",
        Look::Boxes,
        vec![
            w.party("label-shipper", w.consignor()),
            w.party("field-consignee", w.consignee()),
            w.fact("label-route", [from, to].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" – ")),
        ],
    ));
    out.push(packages(w, &lines));
    out.push(w.facts("table-total", Look::Sums, Totals::of(lines.iter().copied()).facts(w.lang)));
    let labels = ["box-name", "box-function", "box-date"];
    out.push(w.signs(vec![w.sign("prepared-by", "", &labels), w.sign("checked-by", "", &labels)]));
    out
}

fn packages(w: &Writer<'_>, lines: &[&Line]) -> Block<String> {
    let columns = vec![
        w.column("col-parcels", Holds::Figure),
        w.column("col-packages", Holds::Figure),
        w.column("col-gross-each", Holds::Figure),
        w.column("col-gross-weight", Holds::Figure),
        w.column("field-line-net", Holds::Text),
        w.column("field-line-volume", Holds::Text),
        w.column("col-line", Holds::Figure),
        w.column("col-description", Holds::Name),
        w.column("col-net-quantity", Holds::Figure),
        w.column("col-net-each", Holds::Figure),
        w.column("field-line-batch", Holds::Text),
        w.column("field-line-expiry", Holds::Text),
        w.column("col-flags", Holds::Text),
    ];
    let mut last = 0;
    let rows = lines.iter().enumerate().map(|(n, line)| {
        // What goes in no packages has no numbers, and leaves none out.
        let count = line.packages.map_or(0, |packages| packages.count);
        let (from, to) = (w.lang.count(last + 1), w.lang.count(last + count));
        last += count;
        let range = match count {
            0 => String::new(),
            1 => to,
            _ => w.lang.vv("package-range", from, to),
        };
        Row {
            key: line.id.to_string(),
            cells: vec![
                range,
                w.packages(line),
                gross_each(line).map(|milli| said::kilograms(milli, w.lang)).unwrap_or_default(),
                w.kilograms(line.gross),
                w.kilograms(line.net),
                w.volume(line),
                w.lang.count(n as i64 + 1),
                w.description(line),
                w.lang.quantity(line.quantity),
                w.each(line),
                line.batch.clone(),
                w.when(line.expiry),
                w.flags(line),
            ],
        }
    });
    let rows = rows.collect();
    w.table("table-parcels", columns, rows)
}

/// What one package weighs, where they can all weigh the same: thousandths of a kilogram.
fn gross_each(line: &Line) -> Option<i64> {
    let (gross, count) = (line.gross?, line.packages?.count);
    (count > 0 && gross % count == 0).then(|| gross / count)
}
