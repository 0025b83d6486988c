# The words of documents, in every language a document may be written in: figures, units, labels. Screens use them too.

language-name = English
language-direction = ltr
language-formats = en-GB

# -- how things are written
decimal-sign = .
arrow = →
list-separator = {", "}
clause-separator = {"; "}
amount = { $number } { $unit }
date-and-time = { $date }, { $time }
moment = { $date }, { $time } { $zone }
period = { $value } – { $other }
period-from = from { $value }
period-until = until { $value }
quantity-about = about { $amount }
quantity-at-least = at least { $amount }
quantity-at-most = at most { $amount }
quantity-not-stated = { $unit }: not stated
not-stated = not stated
figure-not-stated = Not stated
date-not-stated = date not stated
nothing = nothing
with-note = { $value } ({ $other })
and-more = { $value } and { $other } more

# -- units (codes of UN/ECE Recommendations 20 and 21; lower case: ours)
unit-TNE = t
unit-DTN = quintals
unit-KGM = kg
unit-GRM = g
unit-LTR = L
unit-MLT = ml
unit-MTQ = m³
unit-H87 = { $plural ->
    [one] piece
   *[other] pieces
}
unit-PR = { $plural ->
    [one] pair
   *[other] pairs
}
unit-SET = { $plural ->
    [one] set
   *[other] sets
}
unit-KT = { $plural ->
    [one] kit
   *[other] kits
}
unit-E27 = { $plural ->
    [one] dose
   *[other] doses
}
unit-U2 = { $plural ->
    [one] tablet
   *[other] tablets
}
unit-XBO = { $plural ->
    [one] bottle
   *[other] bottles
}
unit-XCX = { $plural ->
    [one] can
   *[other] cans
}
unit-XBX = { $plural ->
    [one] box
   *[other] boxes
}
unit-XBG = { $plural ->
    [one] bag
   *[other] bags
}
unit-XCT = { $plural ->
    [one] carton
   *[other] cartons
}
unit-XBL = { $plural ->
    [one] bale
   *[other] bales
}
unit-XDR = { $plural ->
    [one] drum
   *[other] drums
}
unit-XJY = { $plural ->
    [one] jerrycan
   *[other] jerrycans
}
unit-XPX = { $plural ->
    [one] pallet
   *[other] pallets
}
unit-XRO = { $plural ->
    [one] roll
   *[other] rolls
}
unit-XPK = { $plural ->
    [one] package
   *[other] packages
}
unit-bed = { $plural ->
    [one] bed
   *[other] beds
}
unit-tent = { $plural ->
    [one] tent
   *[other] tents
}
unit-family-parcel = { $plural ->
    [one] family parcel
   *[other] family parcels
}
unit-family = { $plural ->
    [one] family
   *[other] families
}
dimension-mass = Mass
dimension-volume = Volume

# -- modes of transport (UN/CEFACT Recommendation 19)
mode-rail = Rail
mode-road = Road
mode-air = Air
mode-sea = Sea
mode-inland = Inland water
mode-mail = Mail
mode-multimodal = Multimodal
mode-fixed = Pipeline
mode-not-stated = Not stated
by-mode-rail = by rail
by-mode-road = by road
by-mode-air = by air
by-mode-sea = by sea
by-mode-inland = by inland water
by-mode-mail = by mail
by-mode-multimodal = by several modes
by-mode-fixed = by pipeline
by-mode-not-stated = by a mode not stated
mode-and-units = { $value }, { $other }
mode-with-units = { $value } ({ $other })

# -- transport units
units-wagon = { $n } { $plural ->
    [one] wagon
   *[other] wagons
}
units-container = { $n } { $plural ->
    [one] container
   *[other] containers
}
units-truck = { $n } { $plural ->
    [one] truck
   *[other] trucks
}
units-flight = { $n } { $plural ->
    [one] flight
   *[other] flights
}
units-vessel = { $n } { $plural ->
    [one] vessel
   *[other] vessels
}
units-other = { $n } { $plural ->
    [one] transport unit
   *[other] transport units
}
unit-kind-wagon = Wagons
unit-kind-container = Containers
unit-kind-truck = Trucks
unit-kind-flight = Flights
unit-kind-vessel = Vessels
unit-kind-other = Other transport units

# -- documents of carriage
document-smgs = SMGS rail note
document-cim = CIM rail note
document-cmr = CMR road note
document-awb = Air waybill
document-bl = Bill of lading
document-waybill = Waybill
document-other = Other paper

# -- how goods share a quantity
sharing-said-together = together, shares not stated
sharing-said-each = of each
sharing-said-unsaid = of each or together: not said
shares-not-stated = shares not stated
packages-of = { $value } × { $other }

# -- weights
weight-net = Net
weight-gross = Gross
weight-unsaid = Not said

# -- how far a consignment has come
status-planned = Planned
status-ready = Ready to leave
status-in-transit = In transit
status-arrived = Arrived
status-received = Received
status-closed = Closed
status-cancelled = Cancelled
status-lost = Lost
status-returned = Returned
status-contested = Reports differ
status-void = Void
milestone-ready = Loaded
milestone-departed = Left
milestone-arrived = Arrived
milestone-received = Received
milestone-closed = Closed
milestone-cancelled = Cancelled
milestone-lost = Lost
milestone-returned = Turned back
date-departed = left
date-arrived = arrived
date-received = received
date-planned-departure = to leave
date-planned-arrival = to arrive
date-reported = reported

# -- missions
group-decision = Legal basis
group-handover = Handover
field-crisis = Crisis
field-glide = GLIDE number
field-recipient-country = Recipient country
field-donors = Donors
field-purpose = Purpose
field-need-people = People in need
field-handover-from = Handed over by
field-handover-to = Handed over to
field-handover-office = Receiving office
field-handover-place = Place of handover
field-handover-date = Date of handover
field-handover-act = Number of the act

# -- consignments: the form
leg = Leg
main-leg = main leg
field-line-quantity = Quantity
field-line-packages = Packages
field-line-sharing = If several goods: the quantity is of
field-line-category = Category
field-line-net = Net weight
field-line-gross = Gross weight
field-line-volume = Volume
field-line-batch = Batch or lot
field-line-expiry = Expires
field-line-hs = HS code
field-line-value = Value
field-leg-mode = Mode of transport
field-leg-from = From
field-leg-via = Border or hub
field-leg-to = To
field-leg-carrier = Carrier
field-leg-units = How many wagons, trucks, flights …
field-leg-document = Number of the paper
field-leg-planned-departure = To leave on
field-leg-departed = Left on
field-leg-planned-arrival = To arrive on
field-leg-arrived = Arrived on
field-donor = Donor
field-consignor = Consignor
field-consignee = Consignee
field-external-ref = Their own number
field-stated-weight = Weight as stated
field-stated-packages = Packages as stated
field-value = Declared value
field-freight = Freight
field-insurance = Insurance
field-remarks = Remarks

# -- consignments: pages and lists
col-number = Number
col-code = Code
col-goods = Goods
col-quantity = Quantity
col-mode = Mode
col-route = Route
col-date = Date
col-status = Status
col-units = Transport units
col-period = Period
col-month = Month
col-total = Total
col-allotted = Allotted
col-sent = Sent
figure-consignments = Consignments
days-under-way = { $n } { $plural ->
    [one] day
   *[other] days
} on the way
days-late = { $n } { $plural ->
    [one] day
   *[other] days
} late
days-overdue = { $n } { $plural ->
    [one] day
   *[other] days
} overdue
lines-not-stated = { $n } { $plural ->
    [one] line
   *[other] lines
} not stated

# -- summary
by-item = By goods
by-consignment = By consignment
by-donor = By donor
by-mode = By mode
by-month = By month
by-category = By category
never-added = quantities of different kinds are never added together
total-of = Total { $value }
allotted-and-sent = Allotted and sent
decision-of = { $value } of { $other }
nothing-sent = nothing
within-shared = within goods sent together
and-within-shared = { $value }, and within goods sent together
in-consignments = { $n } { $plural ->
    [one] consignment
   *[other] consignments
}
sentence = { $donors } sent { $what } to { $country } in { $consignments }, { $how }.{ $handover }
sentence-handed-over = {" "}Handed over on { $value }.
sentence-unsaid = { $value } (how many is not stated)
sentence-mission = This mission
sentence-somewhere = a country not stated
sentence-nothing = Nothing has been logged in this mission yet.
sentence-no-match = Nothing in this mission matches all of this.
sentence-nothing-sent = Nothing has been sent in this mission.

# -- Organisations
field-contact = Contact person
field-phone = Telephone
field-address = Address

# -- The catalogue of goods
category-cereals = Cereals and flour
category-pulses = Pulses
category-oil = Edible oil
category-sugar-salt = Sugar, salt, tea
category-canned = Canned and dairy food
category-nutrition = Nutrition and other food
category-household = Shelter and household
category-clothing = Clothing and shoes
category-hygiene = Water and hygiene
category-medicine = Medicines
category-medical-equipment = Medical equipment
category-education = Education
category-fuel = Fuel
category-vehicles = Vehicles and machines
category-other = Other

# -- pages for what goes wrong.
besides-cancelled = besides, cancelled: { $value }
sentence-planned = {" "}Still planned: { $value }.
sentence-only-planned = Nothing has been sent yet.{ $value }
totals-whole = Totals are of the whole consignments shown, with all their lines.
more-items = { $n } { $plural ->
    [one] row
   *[other] rows
} of goods more; the totals count them

# -- the whole history
chain-on-paper = State of the history:
chain-count-and-head = { $value } entries, head { $other }

# -- the journey
status-partly-received = Partly received
milestone-planned = Planned
milestone-passed = Passed
milestone-reloaded = Reloaded
milestone-detached = Left behind
milestone-reconsigned = Sent on to another place
milestone-found = Found
milestone-problem = Held up by a problem
milestone-cleared = Problem over
milestone-note = Note
field-happened = When
field-line-cold = Temperature to keep
field-line-dangerous = Dangerous goods, UN number
units-listed = { $value } of { $other } listed
units-told = { $step }: { $some } of { $all }
col-unit-number = Number
col-seals = Seals
col-gross = Gross
col-tare = Tare
col-net = Net
col-ticket = Weighbridge ticket
col-contents = Contents
receipt-note-line = Written against the physical count. It changes nothing of what was dispatched.
field-receiver = Received by
field-temperature = Temperature on arrival
nothing-listed = not listed
all-of-it = all of it
counted-otherwise = counted, not weighed
balance-not-drawn = cannot be drawn: not stated
fate-good = Good
fate-damaged = Damaged
fate-missing = Missing
fate-returned = Turned back
reason-unsaid = Not said
reason-short-packed = Short-packed
reason-missing-in-transit = Missing in transit
reason-theft = Theft
reason-torn = Torn or leaking
reason-wet = Wet
reason-infested = Infested or mouldy
reason-expired = Expired
reason-wrong-item = Wrong item
reason-underweight = Underweight
reason-rejected = Rejected by an authority
reason-other = Other
col-dispatched = Dispatched
col-before = Before
col-after = After
col-surplus = Surplus
col-under-way = Under way
col-reason = Reason
became-planned = Planned
became-under-way = Under way
became-received = Received
became-damaged = Damaged
became-missing = Missing
became-returned = Turned back
became-surplus = Surplus
by-reason = Losses by reason
by-transit = Time on the way, by mode
col-legs = Legs
col-days = Days
col-days-planned = Planned
col-late = Late
legs-late = { $value }, by { $other } days on average
amendments = Corrections
amendment-number = Correction { $value }
became-dispatched = Dispatched
held-up = held up

# -- loss reports
field-stage = Stage
field-circumstances = Circumstances
field-disposition = Damaged goods
field-commercial-act = Commercial act (railway), number
field-police-report = Police report, number
field-survey-report = Survey report, number
stage-unsaid = Not stated
stage-loading = Loading
stage-leg = On the way
stage-border = At a border
stage-warehouse = In a warehouse
stage-distribution = Distribution
disposition-unsaid = Not stated
disposition-destroyed = Destroyed
disposition-reconditioned = Reconditioned
disposition-returned = Sent back
disposition-fit = Fit for use

# -- sources of figures
also-reported = also reported:
said-by = source:
told-title = Who said what

# -- papers
paper-signed-waybill = Signed waybill or consignment note
paper-received-note = Signed goods received note
paper-packing-list = Packing list
paper-invoice = Invoice
paper-origin = Certificate of origin
paper-phytosanitary = Phytosanitary or veterinary certificate
paper-quality = Certificate of quality
paper-gift = Gift certificate
paper-duty-exemption = Proof of duty exemption
paper-customs-release = Customs release
paper-loss-report = Commercial act, police or survey report
paper-photo = Photograph
paper-other = Other
papers-outstanding = Papers outstanding

# -- the documents
doc-waybill = Waybill
doc-packing-list = Packing list
doc-goods-received-note = Goods received note
doc-loss-report = Loss and damage report
doc-gift-certificate = Gift certificate
doc-summary = Mission summary
stamp-draft = DRAFT
stamp-partial = PARTIAL VIEW
stamp-copy = COPY
stamp-void = VOID
stamp-superseded = SUPERSEDED
stamp-reprinted = re-printed on { $value }
superseded-by = Superseded by revision { $value } of { $other }
void-since = Void since { $value }
doc-number = No.
doc-revision = Revision { $value }
doc-revision-label = Revision
doc-not-issued = not issued yet
doc-issued = Issued
doc-issued-by = Issued by
doc-pad = Number of the printed form
doc-code = Verification code
doc-check-at = To check this paper: { $value }
doc-changes = What revision { $value } changes
doc-change = { $what }: { $old } → { $new }
doc-change-text = Text
doc-change-nothing = The content is the same; only its form or its languages changed.
doc-row = Line { $value }
as-of = As of
prepared-by = Prepared by
approved-by = Approved by
checked-by = Checked by
seal = Seal

# -- labels of documents
label-mission = Mission
label-consignment = Consignment
label-receipt = Receipt
label-decision = Decision
label-opening = Where and when
label-parties = Parties
label-route = Route
label-means = Means of transport
label-dispatch-place = Place of dispatch
label-delivery-place = Place of delivery
label-truck = Truck, plate
label-trailer = Trailer, plate
label-driver = Driver
label-wagons = Wagons
label-containers = Containers
label-flight = Flight
label-vessel = Vessel
label-transport-units = Transport units
label-numbers = Numbers
label-note-smgs = SMGS note no.
label-note-cim = CIM note no.
label-note-cmr = CMR note no.
label-note-awb = Air waybill no.
label-note-bl = Bill of lading no.
label-note-waybill = Carrier’s waybill no.
label-note-other = Carrier’s paper no.
label-packages = Packages
label-gross = Gross weight
label-net = Net weight
label-volume = Volume
label-quantity = Quantity
label-declared-value = Declared value
label-instructions = Instructions
label-departure-temperature = Temperature at departure
label-arrival = Arrived (date, time)
label-reasons = Reason codes
label-this-sheet = This sheet
label-shipper = Shipper
label-waybill = Waybill
label-goods-received-note = Goods received note
label-received-on = Received on
label-received-at = Received at
label-dispatched-from = Dispatched from
label-vehicle = Vehicle or wagon
label-lines-differ = Lines with a difference
label-packages-missing = Packages missing
label-packages-damaged = Packages damaged
label-photos = Photographs attached
label-incident = Date of the incident
label-incident-place = Place of the incident
label-report-date = Date of the report
label-loss-value = Value of the loss
label-gift-from = From (donor)
label-gift-to = To (recipient)
label-period = Period
label-people-in-need = People in need
label-legal-basis = Legal basis
label-source = Source
page-number = p. { $value }

# -- columns of documents
col-line = No.
col-description = Description
col-packages = Packages
col-net-each = Net per package
col-net-quantity = Net quantity
col-gross-weight = Gross weight
col-gross-each = Gross each
col-flags = Handling
col-donor = Donor
col-value = Value
col-unit-value = Value of one
col-good = Good
col-damaged = Damaged
col-missing = Missing
col-reason-code = Code
col-parcels = Package nos.
col-per-waybill = Per waybill
col-running = Before · now · after
col-comment = Reason, comment
col-loss-value = Value lost
col-driver = Driver
col-trailer = Trailer
col-week = Week
col-route-words = From – to
col-arrives = To arrive
table-lines = Goods
table-units = Transport units
table-parcels = Packages and their contents
table-found = What was found
table-lost = What was lost or damaged
table-delivery = At delivery
table-total = Total

# -- sentences of documents
goods-unlisted = not on the waybill
flag-cold = keep cold: { $value }
flag-dangerous = dangerous goods, UN { $value }
flag-controlled = controlled
package-range = { $value }–{ $other }
customs-only = Value for customs purposes only.
group-waybill = Covers these transport units only: { $value } of { $other }. The lines are those of the whole consignment.
group-note = The net quantities of each unit stand in the table of transport units.
sign-only-after-counting = Sign only after counting.
good-order = Received in apparent good order, as listed.
grn-note = Issued against the physical count. Differences do not change the waybill.
loss-attach = Attach the waybill and the goods received note.
gift-mark = HUMANITARIAN AID – NOT FOR SALE
gift-statement = The goods listed here are given free of charge as humanitarian aid. They are not for sale, no payment was made or is due for them, and they have no commercial value; the value declared is for customs purposes only.
gift-second = The recipient accepts the goods as a gift and will use them only for the purpose named above.
copy-original = Original
copy-transporter = Copy 1: transporter
copy-consignee = Copy 2: consignee
copy-return = Copy 3: return to sender

# -- sign-off
sign-dispatched = Loaded and dispatched by
sign-transporter = Transporter
sign-consignee = Consignee
sign-delivered = Delivered by
sign-received = Received by
sign-donor = For the donor
sign-recipient = For the recipient
box-name = Name
box-function = Function
box-date = Date
box-place = Place
box-condition = Condition
box-remarks = Remarks
box-signature = Signature, stamp

# -- the mission summary
summary-one-page = One page
summary-full = Full form
by-leg = By leg
legs-not-added = carried, not added: goods that change from one leg to the next stand in each
arrivals-expected = Expected arrivals, next eight weeks
arrivals-none = Nothing is expected to arrive in the next eight weeks.
losses-and-differences = Losses and differences
loss-reports = Loss reports
narrative = Narrative
asked-of-reader = What is asked of the reader
narrative-goes-on = It goes on in the full form.
sources-and-amendments = Sources and corrections
shown-in-full-form = { $n } more in the full form
also-in-full-form = Also in the full form: { $value }.
and-more-rows = { $n } more
sheet-more = The newest { $n } consignments are listed; the totals count all of them.
chart-goods = Planned, dispatched and received
chart-arrivals = Received by month
chart-modes = Share by mode of transport
chart-bar = { $value }: { $other }
chart-of-dispatched = { $value } % received
unit-kind-consignments = consignments

# -- checking a paper without signing in
verify-title = Check a paper
verify-lead = Every paper issued here carries a code. Enter it, or point a camera at the square on the paper.
verify-field = Verification code
verify-button = Check
verify-issued = This paper was issued
verify-current = It is the latest revision and is in force.
verify-superseded = A newer revision has taken its place
verify-superseded-text = This paper was issued, and revision { $value } of { $other } stands in its place. Ask for the newer one.
verify-void = This paper was declared void
verify-void-text = It was issued, and was declared void on { $value }. It must not be used.
verify-record-void = What it tells of was declared void
verify-record-void-text = The paper was issued; the record behind it was declared void on { $value }. Ask its issuer.
verify-unknown = No such paper
verify-unknown-text = No paper with the code { $value } was issued here. Compare it letter by letter with the paper in your hand; there is no letter I, L, O or U in a code.
verify-often = Too many tries
verify-often-text = Too many codes were tried from your network. Wait a minute and try again.
verify-compare = Compare with the paper in your hand
verify-compare-text = If anything differs, the paper was altered.
verify-withheld = The issuer shows nothing more here. Ask them.
verify-hash = Fingerprint of its content (SHA-256)
verify-kind = Kind of paper
verify-organisation = Issued by
verify-checked-at = Checked { $value }
