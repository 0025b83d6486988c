# The fixed words of documents.

sheet-title = Mission summary
stamp-draft = DRAFT
stamp-partial = PARTIAL VIEW
as-of = As of
prepared-by = Prepared by
approved-by = Approved by
seal = Seal
sheet-more = The newest { $n } consignments are listed; the totals count all of them.
log-part = A part of the log: { $n } entries; there are more.
list-part = A part of the list: { $n } consignments; there are more.
