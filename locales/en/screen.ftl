# The words of the screens that no document shares. One key, one meaning; the same keys with the same variables stand in every language.

# -- how things are written
yes = yes
any = Any
all = All

# -- modes of transport (UN/CEFACT Recommendation 19)
mode-choose-each-time = Chosen for each consignment

# -- transport units
unit-kind-by-mode = As usual for the mode

# -- documents of carriage
document-none = None yet

# -- how goods share a quantity
sharing-together = All of them together
sharing-each = This much of each
sharing-unsaid = Not said
good-as-typed = { $value } (not in the catalogue)
in-all = { $value } in all
about-by-density = about { $value } at { $other } kg/L
packages-come-to = the packages come to { $value }

# -- weights
check-figure = to check against, not added
lines-come-to = the lines come to { $value }

# -- how far a consignment has come
status-by-dates = As its dates say
mission-status-planned = Planned
mission-status-active = Active
mission-status-closed = Closed

# -- every page
skip-to-content = Skip to content
main-menu = Main menu
menu-home = Home
menu-missions = Missions
menu-consignments = Consignments
menu-catalogue = Goods
menu-organisations = Organisations
menu-places = Places
save = Save
edit = Edit
copy = Copy
move = Move to another mission
void = Declare void
cancel = Cancel
print = Print
pages = Pages
first-page = ← First page
next-page = Next page →
choose-day = Choose a day
error-prefix = Error:

# -- forms
problems-title = Please put this right
which-one = Which one is meant?
row-line = Line { $n }, { $field }
row-leg = Leg { $n }, { $field }
row-allot = Allotted item { $n }, { $field }
conflict-title = This was changed meanwhile
conflict-text = Someone else saved the record while you were writing. Both are shown below; nothing you typed is lost. Change the form to what is right and save again.
conflict-caption = What differs
conflict-field = Field
conflict-theirs = Saved now
conflict-yours = Yours
draft-offer = You began this form and did not save it. It was kept in this browser:
draft-restore = Go on with it
draft-discard = Throw it away

# -- the record of changes
history-title = History
verb-created = Entered
verb-changed = Changed
verb-voided = Declared void
verb-moved = Moved to another mission
verb-merged = Merged
verb-happened = Recorded on the way
verb-approved = Summary approved
done-logged = Saved.
done-logged-another = is saved. The next one begins with the same parties and route.
done-changed = The change is saved.
done-voided = Declared void. Its number stays.
done-moved = Moved.
done-mission-opened = The mission is open. Log its first consignment.
done-mission-changed = The change is saved.
done-mission-approved = The summary is approved as it stands.
done-mission-not-approved = Not approved: the figures changed while you were looking. Here they are as they are now.

# -- home
home-title = Aid under way
home-active = { $n } active { $plural ->
    [one] mission
   *[other] missions
}
home-empty = Nothing is under way yet
home-empty-text = Open a mission, then log what is sent. Both can be done in one form.
latest-consignments = Latest consignments
all-consignments = All consignments
progress-received = { $value } % received
progress-transit = { $value } % sent, not yet received
progress-planned = { $value } % planned
progress-lost = { $value } % lost or turned back
progress-of-mass = by mass
progress-of-consignments = by number of consignments

# -- missions
missions-count = { $n } { $plural ->
    [one] mission
   *[other] missions
}
missions-caption = Newest first
no-missions = No missions yet
no-missions-text = A mission gathers the consignments sent for one crisis or occasion. Open one; its consignments follow.
open-mission = Open a mission
edit-mission = Edit { $value }
mission-empty = No consignments yet
mission-empty-text = What is sent in this mission is logged here; the summary adds it up.
group-mission = Mission
group-defaults = Usual parties and places
group-need = Need and notes
group-record = Record
hint-mission-code = Latin letters, digits and hyphens, such as KZ-AF-2023-04
hint-donors = Several are separated by semicolons
hint-glide = Such as EQ-2022-000232-AFG
hint-defaults = They are filled in for each new consignment of this mission and can be changed there.
hint-allotments = What the decision allots, one good a row. It is compared with what was sent.
field-code = Code
field-title = Title
field-starts = Begins
field-ends = Ends
field-status = Status
field-notes = Notes
field-decision-number = Number of the decision
field-decision-date = Date of the decision
field-allot-goods = Goods
field-allot-quantity = Quantity
field-allot-unit = Unit
field-need-source = Source of that figure
field-default-consignor = Consignor
field-default-consignee = Consignee
field-default-carrier = Carrier
field-default-mode = Mode of transport
field-default-from = From
field-default-via = Border or hub
field-default-to = To

# -- consignments: the form
log-consignment = Log a consignment
log-lead = Say what is sent, how much, how and when. “Not stated” is an answer; everything else may be left empty.
edit-consignment = Edit { $value }
log-another = Log another
save-and-another = Save and log another
group-goods = What is sent
group-journey = How it travels
group-progress = How far it has come
group-parties = Who
group-rest = Weights, value, source and remarks
group-events = On the way
add-line = Add a line
add-leg = Add a leg
remove-line = Remove line { $value }
remove-leg = Remove leg { $value }
look-over = Look it over without saving
line-more = More about this line
leg-more = Plans and papers of this leg
new-mission-here = Or open a new mission here
hint-mission = The mission’s code
hint-goods = Several goods with one quantity stand in one line, separated by commas. An unknown quantity is a question mark: ?
hint-money = With its currency, such as 1200 USD
hint-stated-weight = Of the whole consignment, in kg or t; compared with the lines, never added
hint-source = Who says so, and where
hint-reported = The day of that report; where no other date is stated, the consignment is filed under it
hint-reason = Why it is changed, if that should be remembered
field-mission = Mission
field-new-mission-code = Code of the new mission
field-new-mission-title = Title
field-new-mission-recipient-country = Recipient country
field-new-mission-donors = Donors
field-line-goods = Goods
field-line-unit = Unit
field-line-unsaid = The quantity is not stated
field-line-donor = Donor, if another
field-line-cost = Cost
field-line-note = Note
field-line-catalogue = Add the goods to the catalogue
field-leg-unit-kind = What they are
field-leg-document-type = Kind of paper
field-dates-unsaid = No date is stated
field-main-leg = Main leg
field-received = Received or handed over on
field-stated-weight-kind = That weight is
field-source = Source
field-reported = Reported on
field-reason = Reason
field-number = Number
category-by-goods = As in the catalogue
like-title = Is this one logged already?
like-save-anyway = It is another one: save it
doubt-title = Is this right?
disagreements-title = This does not agree
doubt-save = Yes, save it
doubt-future = { $value }: { $other } is still to come.
doubt-legs-cross = Leg { $leg } left on { $left }, before the leg before it arrived on { $arrived }.
doubt-received-early = Received on { $value }, before it arrived on { $other }.
doubt-parted = { $value }: { $other } is not a whole number.
doubt-net-above-gross = { $value }: the net weight, { $other }, is more than the gross weight.
doubt-expired = { $value }: expired ({ $other }) before it left.
doubt-packages = { $value }: the packages come to { $other }, not to the quantity.
doubt-net = { $value }: the net weight, { $other }, is more than the quantity.
doubt-gross = { $value }: the gross weight, { $other }, is less than the quantity.
save-as-new = Save mine as a new consignment
hint-save-as-new = Both are kept; the one already saved stays as it is.

# -- consignments: pages and lists
col-details = Details
planned-for = planned:
carried-not-added = each leg carries the same goods: carried, not added
logged-at = Logged
recorded-at = recorded { $value }
formerly = Formerly { $value }
number-moved = { $value } moved to another mission with its consignment
void-title = Declare { $value } void
void-lead = It stays visible under its number, and counts nowhere. This cannot be undone.
void-do = Declare void
void-is = This consignment is void
move-title = Move { $value } to another mission
move-lead = It takes the next number there; the number it has now stays its own for ever.
move-do = Move it
no-consignments = No consignments yet
no-consignments-text = Log the first one; it can open its mission in the same form.
nothing-found = Nothing found
nothing-found-text = Nothing matches all of this. Take a filter back, or look at everything.
nothing-found-log = No entry matches all of this. Take a filter back, or look at everything.
show-all = Show all
newest-first = newest first
oldest-first = oldest first
sort-oldest = Oldest first
sort-newest = Newest first
download-csv = Download as CSV
download-xlsx = Download as XLSX
add-up = Add up everything that is filtered
too-many-to-add = This is too much to add up at once. Choose a mission or a shorter period.
search-too-short = More words begin like this than are looked for at once. A longer word finds all of it.
search-cut = Looked back as far as { $value }. Choose a mission, a period or a rarer word to see further.
filtered-by = Filtered by
remove-filter = Remove the filter { $value }: { $other }
filter-do = Show
filter-q = Search
filter-mission = Mission
filter-donor = Donor
filter-mode = Mode
filter-status = Status
filter-category = Category
filter-item = Goods
filter-from = From
filter-to = To
filter-since = Since
filter-until = Until

# -- summary
summary = Summary
print-summary = Print summary
search-and-filter = Search and filter these consignments
more-consignments = only the newest are shown here
approve = Approve the summary
approve-hint = Until then its sheet is marked as a draft; a change makes it a draft again.
approved-at = Approved { $value }
back-to-mission = Back to the mission
list-every-consignment = List every consignment
list-to-print = List all to print

# -- what may be wrong
error-broken-text = It holds characters that are no text, such as a NUL. Type it again.
error-too-long = It is { $length } characters long; at most { $most } fit. Shorten it.
error-name-too-long = It is too long; at most { $most } characters fit. Shorten it.
error-choose = Choose one of the list.
error-title-empty = Enter a title.
error-mission-code-empty = Enter a code, such as KZ-AF-2023-04.
error-mission-code = Use Latin letters, digits, dots and hyphens, 2 to 40 of them, such as KZ-AF-2023-04.
error-code-used = The code { $code } is in use. Choose another code.
error-code-taken = { $code } is taken by “{ $title }”. Choose another code.
error-code-frozen = The code stays { $code }: consignments are numbered under it.
error-glide = A GLIDE number looks like EQ-2022-000232-AFG.
error-country = This country is not known. Enter its name or its two-letter code.
error-need-source = Say where the number of people in need comes from.
error-ends-before-starts = It ends before it begins. Correct one of the dates.
error-mission-empty = Enter the mission’s code, or open a new mission below.
error-mission-unknown = No mission has the code “{ $typed }”. Correct it, or open a new mission below.
error-move-where = Enter the code of the mission it belongs to.
error-move-unknown = No mission has the code “{ $typed }”. Check the code.
error-move-there = It is in the mission { $code } already.
error-mission-twice = Name a mission or open a new one, not both.
error-goods-empty = Enter what is sent.
error-quantity-empty = Enter how much, or ? when it is not stated.
error-not-a-number = “{ $typed }” is not a number. Write it like 5403 or 272.728.
error-negative = “{ $typed }” is negative. Enter a quantity of zero or more.
error-too-large = “{ $typed }” is more than a consignment can hold. Check the number and the unit.
error-too-fine = “{ $typed }” is finer than the house keeps: a thousandth of a kilogram, a litre or a piece.
error-no-unit = Enter the unit, such as t, kg, L, boxes or sets.
error-unknown-unit = The unit “{ $unit }” is not known. Enter one of the list, such as t, kg, L, boxes or sets.
error-mixed-units = “{ $typed }” mixes units that cannot be added. Enter one quantity a line.
error-which-number = “{ $typed }” can be read in two ways.
error-which-record = “{ $typed }” is the name of several.
error-packages = “{ $typed }” is not understood. Write it like 4000 bags × 25 kg.
error-not-a-weight = Enter a weight, such as 500 kg or 1.5 t.
error-not-a-volume = Enter a volume, such as 200 L or 1.5 m³.
error-not-whole = Enter a whole number.
error-currency = Enter the amount with its currency, such as 1200 USD.
error-hs = An HS code has 4 to 10 digits.
error-mode-empty = Choose how it travels, or “Not stated”.
error-date-empty = Enter a date, or tick “No date is stated” below.
error-not-a-date = “{ $typed }” is not a date. Write it like 17.4.2023, April 2023 or 2023.
error-no-such-day = “{ $typed }” does not exist: { $month } has { $last } days.
error-no-such-month = “{ $typed }” does not exist: a year has 12 months. The day comes before the month.
error-two-digit-year = Write the year of “{ $typed }” with four digits.
error-year-out-of-range = The year of “{ $typed }” must be between 1900 and 2200.
error-arrives-before-leaving = It arrives before it leaves. Correct one of the dates.
error-received-before-leaving = It is received before it leaves. Correct one of the dates.
error-status-behind-dates = “{ $chosen }” does not go with the dates, which say “{ $dates }”. Correct the status or the dates.
error-too-many-lines = A consignment takes at most { $most } lines. Log the rest as another consignment.
error-too-many-legs = A consignment takes at most { $most } legs.
error-reason-empty = Say why.
error-void = This consignment is void and cannot be changed.
error-filter-unknown = “{ $typed }” is not known here, so nothing is found. Correct it or take the filter back.

# -- Organisations, places, goods: what their lists and forms share

show = Show
in-order-of-name = in order of name
title-error = Error:
done-created = Added.
done-saved = Saved.
done-merged = Merged. The other names are kept here, so that the old words still find it.
merged-title = Merged into another record
merge = Merge
merge-title = This is the same as another one
merge-text = Its names become other names of that one, and whatever refers to it shows that one. Nothing is deleted.
other-names-hint = One a line, in any language: all of them find it.
country-hint = Its name or code, for example Kazakhstan or KZ.
field-name = Name
field-other-names = Other names
field-country = Country
field-into = It is the same as
field-merged-into = Merged into
field-merged-from = Merged from
error-name-of-signs = A name has a letter or a digit in it. Leave the field empty if it is not known.
error-name-empty = Enter a name.
error-no-such-record = Nothing here is called “{ $typed }”.
error-merge-with-itself = This is the record itself. Enter the name of the other one.

# -- Organisations

organisations-title = Organisations
organisations-new = Add an organisation
organisations-search = Search by name
organisations-count = { $plural ->
    [one] { $n } organisation
   *[other] { $n } organisations
}
organisations-none = No organisations yet
organisations-none-text = Donors, consignors, carriers and consignees appear here as soon as a form names them. You can also add them yourself.
organisations-names = Names
organisations-reach = How to reach them
organisations-merge-hint = The name of the organisation it is.
field-email = E-mail
error-email = This is not an e-mail address. It should look like name@example.org.
error-organisation-taken = { $name } has this name already. Open it, or if this record is a second one of it, merge the two.

# -- Places

places-title = Places
places-new = Add a place
places-search = Search by name or code
places-count = { $plural ->
    [one] { $n } place
   *[other] { $n } places
}
places-none = No places yet
places-none-text = Towns, stations, border crossings and warehouses appear here.
places-names = Names
places-there = What is there
places-where = Where it is
places-merge-hint = The name of the place it is, with its code or country when others share the name.
any-country = Any
field-locode = UN/LOCODE
field-latitude = Latitude
field-longitude = Longitude
field-function-port = Port
field-function-rail = Railway station
field-function-road = Road terminal
field-function-airport = Airport
field-function-post = Postal exchange
field-function-depot = Inland depot
field-function-fixed = Pipeline or other fixed installation
field-function-border = Border crossing
locode-hint = For example UZTER; may be empty.
latitude-hint = Degrees north, for example 37.2167.
longitude-hint = Degrees east, for example 67.2667.
error-locode = A UN/LOCODE has two letters for the country and three letters or digits from 2 to 9, for example UZTER.
error-locode-country = The first two letters of the UN/LOCODE name another country.
error-locode-taken = { $name } has this UN/LOCODE already.
error-place-taken = { $name } has this name in this country already. Enter the UN/LOCODE of both to tell them apart, or merge the two.
error-latitude = Enter a decimal number of degrees from −90 to 90, for example 37.2167.
error-longitude = Enter a decimal number of degrees from −180 to 180, for example 67.2667.
error-other-coordinate = Enter both coordinates, or neither.

# -- The catalogue of goods

catalogue-title = Goods
catalogue-new = Add an item
catalogue-search = Search by name
catalogue-count = { $plural ->
    [one] { $n } item
   *[other] { $n } items
}
catalogue-none = No goods yet
catalogue-none-text = What can be sent appears here, with its unit and what one of it weighs.
catalogue-names = Names
catalogue-kind = What it is
catalogue-weight = What it weighs
catalogue-weighs = Weight
catalogue-merge-hint = The name of the item it is.
any-category = Any
choose-category = Choose a category
weight-per-unit = { $value } each
weight-per-litre = { $value } a litre
field-name-en = Name in English
field-name-ru = Name in Russian
field-name-kk = Name in Kazakh
field-name-fa = Name in Dari
field-name-ps = Name in Pashto
field-category = Category
field-unit = Unit
field-package = Package
field-hs = HS code
field-kg-per-unit = Kilograms in one unit
field-density = Kilograms in one litre
field-figure-source = Source of these figures
field-flag-cold-chain = Keep cold
field-flag-dangerous = Dangerous goods
field-flag-controlled = Needs a licence
hs-hint = 4 to 10 digits, for example 1512.19.
kg-per-unit-hint = For example 1.5; leave empty when no source says.
density-hint = For example 0.92; leave empty when no source says.
figure-source-hint = Who says so: a certificate, a supplier, a guideline.
error-item-taken = { $name } has this name already. Open it, or if this record is a second one of it, merge the two.
error-not-kilograms = Enter a weight in kilograms.
error-not-exact = Enter one exact number, without “about” or “at least”.
error-zero = This must be more than zero.
error-figure-source = Enter who says what it weighs.

# -- pages for what goes wrong.
error-home = Go to the home page
error-code = Code { $value } · request { $other }
error-spent-title = This link opens nothing any more
error-spent-text = It was good once, and not for long: it was used, a newer one was made, or it is too old. Ask an administrator for a new one. The link for the first administrator is printed anew each time the program starts.
error-not-found-title = This page is not here
error-not-found-text = Check the address, or look for the record in the list of consignments or missions.
error-method-title = This address does not take that
error-method-text = The page was asked for in a way it does not answer. Go back and use the buttons of the page.
error-invalid-title = The request was not understood
error-invalid-text = Something was missing or broken in what the browser sent. Go back and try again.
error-too-large-title = Too much at once
error-too-large-text = What was sent is larger than the house takes in one piece. Nothing was saved. Go back, make it smaller and save again.
error-busy-title = Too busy just now
error-busy-text = Nothing was saved. Go back and try again in a few seconds: sending the same form twice saves it once.
error-internal-title = Something went wrong here
error-internal-text = The fault is ours and is in the log. Nothing was saved. Go back and try again; if it happens again, tell the person who runs Keruen the code below.
error-forbidden-title = You may not do this
error-forbidden-text = Ask the person who runs Keruen.
error-host-title = This is not an address of Keruen here
error-host-text = Open Keruen by its own address. The person who runs it can allow further names with --host.
error-site-title = This was sent from another site
error-site-text = Nothing was saved: forms are only taken from Keruen's own pages. Open the page again and save there.
main-leg-is-this = It counts under this leg
error-too-many-goods = A line takes at most { $most } goods. Put the rest into another line.
error-both-unsaid = A quantity is given, and “not stated” is ticked. Clear one of them.
error-busy = Too many are writing just now. Nothing was saved, and nothing you typed is lost: press Save again in a moment.
error-mission-same-id = The mission opened in this form was changed since. Name it by its code above instead of opening it here.
field-gone = { $value } (taken away)

# -- signing in, one's own page
sign-in = Sign in
sign-out = Sign out
sign-in-forgotten = Forgotten? Ask an administrator of your organisation for a one-time link.
sign-in-nobody = Nobody is known here yet. Open the link that the program printed when it started: it makes the first administrator.
field-sign-in = Sign-in name
field-password = Password
field-new-password = New password
field-organisation = Organisation
field-lang = Language
field-calendar = Calendar
field-digits = Digits
field-time-zone = Time zone
field-theme = Colours
field-role = Role
field-grant-role = Role
field-grant-mission = Mission
field-grant-organisation = Organisation
field-second-factor = Second factor asked from
row-grant = Right { $n }, { $field }
hint-sign-in = A short name or an e-mail address, without spaces.
hint-password = At least 12 characters. Several words are easier to remember than signs, and harder to guess. You may paste it.
hint-code = Six digits from your device, or one of your recovery codes.
hint-first-code = Six digits that your device shows now.
hint-organisation-own = As it is to stand on pages and papers.
hint-rights = One row for each role. A role without a mission holds in all missions. Leave the role empty to take a right away.
hint-role-mission = Leave empty for all missions. The whole history, people and settings are for all missions only.
hint-role-organisation = For a donor: whose gifts they may follow.
hint-second-factor-roles = Who has one of these roles is led to set up a second factor before anything else.
show-password = Show
hide-password = Hide
plain-http = This connection is not encrypted. What you type can be read on the way.
session-ended-title = Please sign in again
session-ended-text = Your session has ended.
session-ended-kept = Your session has ended. Nothing that you typed is lost: sign in, and go on.
continue-title = You are signed in
continue-text = Signed in as { $value }. What you sent before is here. It was not saved yet.
continue = Send it now
continue-not = Leave it
second-title = Second factor
second-text = Open the app on your device and type the code for Keruen.
set-up = Set up Keruen
set-up-text = You are the first one here. You will keep the people and the settings, and may open missions.
set-up-do = Set up
choose-password = Choose a password
choose-password-text = For { $value }, who signs in as { $other }.
change-password = Change password
change-password-text = You stay signed in here; everywhere else you are signed out.
demo-people = Try it as
demo-people-text = This is a demonstration; everyone's password is
my-page = My page
no-rights = You may do nothing here yet. Ask an administrator for a role.
my-manner = Name, language and dates
my-sessions = Signed in at
this-session = this one
end-session = End
end-session-of = End the session of { $value } from { $other }
end-sessions = End all sessions
end-other-sessions = End all the others
col-browser = Browser
col-from = From
col-began = Began
col-seen = Last used
col-do = What to do
col-roles = Roles
col-act = What one may do
col-mission = Mission
second-factor = Second factor
second-factor-none = Besides your password nothing is asked of you. With a second factor a stolen password opens nothing.
second-factor-there = A code from your device is asked besides your password.
second-factor-set-up = Set up a second factor
second-factor-first = A second factor first
second-factor-first-text = Since you opened this form, a second factor is asked of you. What you sent is kept in this page and was not saved yet. Set the second factor up (it opens beside this page), then send it here.
second-factor-asked = Your role asks for a second factor. Nothing else opens before it is set up.
second-factor-text = A code from your device will be asked besides your password.
second-factor-scan = Scan this picture with an authenticator app:
second-factor-picture = A picture for your authenticator app. The key below says the same.
second-factor-by-hand = Or type this key into the app:
second-factor-here = Open it in an app on this device
second-factor-do = Set it up
second-factor-remove = Take the second factor away
codes-left = { $plural ->
    [one] { $n } recovery code is left.
   *[other] { $n } recovery codes are left.
}
recovery-title = Recovery codes
recovery-text = Each of these codes opens your account once when your device is lost. Print them or write them down, and keep them apart from the device. They are not shown again.
recovery-done = I have kept them
lang-by-browser = As the browser says
calendar-gregory = Gregorian
calendar-persian = Solar Hijri
calendar-both = Solar Hijri, with the Gregorian day
digits-latn = 0123456789
digits-arabext = ۰۱۲۳۴۵۶۷۸۹
theme-auto = As the system says
theme-light = Light
theme-dark = Dark
done-signed-out = You are signed out.
done-password-chosen = Your password is chosen. Sign in with it.
done-preferred = Saved.
done-password-changed = Your password is changed. Everywhere else you are signed out.
done-secured = Your second factor is set up.
done-unsecured = The second factor is taken away.
done-session-ended = That session has ended.
done-sessions-ended = The sessions have ended.
error-sign-in = Name and password do not belong together, or this person may not sign in.
error-sign-in-often = Too many tries. Wait a minute, then try again.
error-second = This code is not right, or was used already. Take the next one your device shows.
error-password-short = Too short: use at least { $least } characters.
error-password-long = Too long: at most { $most } characters.
error-password-common = Many people use this password, and whoever guesses begins with it. Choose another.
error-password-own = Too close to your name, your organisation's or this program's. Choose another.
error-password-same = The same characters over and over. Choose another.
error-password-wrong = This is not your password.
error-time-zone = Choose a time zone from the list, such as Asia/Almaty or Asia/Kabul.
error-organisation-name = Say what your organisation is called.

# -- people and settings
menu-people = People
menu-history = History
menu-gifts = Our gifts
people-title = People
people-count = { $plural ->
    [one] { $n } person
   *[other] { $n } people
}
people-new = Add a person
people-add = Add, and make a link
person = Person
person-sign-in = Signing in
person-disabled = may not sign in
person-no-password = no password chosen yet
person-erased = Erased person
the-program = the program
no = no
rights = What they may do
add-right = Add a right
make-link = Make a one-time link
link-title = One-time link
link-text = Hand this link to the person by a safe way. By it they choose a password. It is good once, for { $value } hours, and is not shown again.
disable = Let them sign in no longer
enable = Let them sign in again
erase-title = Erase what is known of them
erase-text = Name, sign-in name and where they signed in from are erased, here and in the history. What they did stays, done by someone without a name. This cannot be taken back.
erase = Erase
erase-contact-title = Erase the contact for good
erase-contact-text = Contact, telephone and e-mail are erased, here and in the history. This cannot be undone.
settings-title = Settings
roles-title = Who may do what
roles-text = Each role, for all missions or for one, and what comes with it.
role-none = No role
role-viewer = Viewer
role-viewer-text = looks at everything, changes nothing
role-logger = Logger
role-logger-text = logs consignments and edits them
role-manager = Manager
role-manager-text = keeps missions, goods and names; voids, moves, approves
role-receiver = Receiver
role-receiver-text = records what arrived
role-donor = Donor
role-donor-text = follows their own organisation's gifts
role-auditor = Auditor
role-auditor-text = reads everything, verifies the history
role-administrator = Administrator
role-administrator-text = keeps people and settings
act-look = Look at missions and consignments
act-log = Log and edit consignments
act-receive = Record what arrived
act-void = Declare a consignment void
act-move = Move a consignment to another mission
act-steer = Change a mission, close it
act-approve = Approve a summary
act-open = Open a mission
act-goods = Look at the catalogue
act-names = Look at organisations and places
act-stock = Keep goods, organisations and places
act-gifts = Follow their own organisation's gifts
act-audit = Read the whole history and verify it
act-people = Keep people and their rights
act-settings = Keep the settings
act-whole-house = not for one mission alone
done-person-changed = Saved.
done-disabled = They may sign in no longer, and are signed out everywhere.
done-enabled = They may sign in again.
done-contact-erased = The contact is erased.
done-erased = What was known of them is erased.
done-settings-saved = The settings are saved.
error-person-name = Say the name.
error-person-added = This form has added { $name } already. To change what they may do, open their page; to add someone else, open an empty form.
error-password-old = This is the password you have. Choose another.
error-rights-many = There are more than { $most } rights. Take some away.
error-role-no-organisation = Only a donor's right names an organisation. Choose the role Donor, or leave this empty.
error-person-sign-in = Say by which name they sign in.
error-person-sign-in-form = No spaces, please; at least one letter or digit.
error-person-taken = Someone else signs in by this name.
error-last-administrator = Nobody else keeps people and settings. Make someone else an administrator first.
error-role-whole-house = An administrator keeps people and settings for all missions. Leave the mission empty.
error-role-organisation = Say whose gifts they may follow.
error-mission-log-right = You may look at { $code }, but not log in it.
error-mission-open-right = You may not open missions. Ask a manager, or choose a mission you may log in.
error-catalogue-right = You may not add to the catalogue. Take the tick away: the name stays as you typed it.

# -- a donor's report
gifts-title = What became of our gifts
gifts-caption = Line by line
gifts-none = Nothing yet
gifts-none-text = Nothing that your organisation gave has been logged.
gifts-sent = Sent
gifts-received = { $value } of it received

# -- the whole history
log-title = History
log-text = Everything that was done, by whom, when and from where. Nothing of it can be changed unnoticed.
filter-person = By (sign-in name)
filter-kind = Kind of record
filter-record = Record
filter-verb = What was done
subject-mission = mission
subject-consignment = consignment
subject-organisation = organisation
subject-place = place
subject-item = item
subject-person = person
subject-settings = settings
verb-damaged = This entry was spoilt: verify the history
verb-granted = Right given
verb-revoked = Right taken away
verb-disabled = Signing in ended
verb-enabled = Signing in allowed again
verb-invited = One-time link made
verb-password = Password chosen
verb-secured = Second factor set up
verb-unsecured = Second factor taken away
verb-erased = Personal data erased
entry-number = entry { $value }
entry-unsealed = not sealed yet
chain-title = The chain
chain-count = Entries sealed
chain-head = Head
chain-unsealed = Waiting for their seal
chain-text = Write count and head down on paper. Whoever has them can prove later that nothing before was changed or taken out.
chain-verify = Verify the whole history
verify-well = All { $n } entries are as they were written. Head: { $head }
verify-late = { $n } of them say a time more than an hour before one that was written earlier, first entry { $first }: a clock was set back, or somebody wrote them in the past.
verify-too-many = { $plural ->
    [one] { $n } entry is too many for a page: run "keruen audit verify" on the server.
   *[other] { $n } entries are too many for a page: run "keruen audit verify" on the server.
}
broken-missing = Entry { $n } of the history is missing.
broken-content = Entry { $n } of the history is not what was written: { $what }.
broken-link = Entry { $n } of the history does not follow the one before it: { $what }.
broken-private = A name or contact in entry { $n } of the history is not the one that was written, or is gone though nobody erased it: { $what }.
broken-outside = An entry of the history stands outside the chain, at place { $n }: { $what }.
broken-unreadable = Entry { $n } of the history cannot be read.
broken-head = Entry { $n } of the history has another seal than the one written down.
broken-short = The history ends at entry { $n }; { $expected } were written down.
field-arrived = Arrived on
error-role-mission = No mission has the code “{ $typed }”. Correct it, or leave the field empty for all missions.
fields-entered = { $plural ->
    [one] { $n } field
   *[other] { $n } fields
}

# -- the journey
do-planned = Plan again
do-departed = Record departure
do-arrived = Record arrival
do-closed = Close the file
do-cleared = The problem is over
step-is-planned = It is to be sent after all.
step-is-ready = The goods are loaded and ready to leave.
step-is-departed = The goods, or some of the wagons, left.
step-is-passed = It passed a border or a place of transhipment.
step-is-reloaded = The goods were moved into other wagons or vehicles.
step-is-detached = Wagons or vehicles were left on the way.
step-is-arrived = The goods, or some of the wagons, arrived.
step-is-received = Count what came and record it.
step-is-returned = The goods were turned back before anyone received them.
step-is-reconsigned = The goods go on to another place or consignee.
step-is-lost = The goods, or some of the wagons, are lost.
step-is-found = What was lost turned up.
step-is-problem = Something holds it up: customs, a closed border, a breakdown.
step-is-cleared = What held it up is over.
step-is-cancelled = It will not be sent.
step-is-closed = Nothing more is to be done.
step-is-note = Something else worth telling.
step-title = What happened to { $value }
step-which = What happened?
step-other = Something else happened
step-another = Record a step
step-void = This consignment is void.
step-cancelled = This consignment was called off.
step-lost = This consignment is lost.
step-returned = This consignment was turned back.
step-closed = Its file is closed.
step-received = All of it was received already.
step-by-receipt = What was received is recorded by a receipt.
step-no-problem = No problem was raised.
step-not-lost = Nothing of it is said to be lost.
step-begun = That is past: it was loaded or left already.
step-open = It is still planned, under way or waiting to be received.
step-left = It has left: it can be recorded as turned back or lost, but no longer called off.
step-all-left = All of it has left already.
step-all-arrived = All of it has arrived already.
step-not-left = It has not left yet.
error-step = This cannot be recorded now. { $why } What can be: { $steps }.
error-step-empty = Choose what happened.
error-step-sent = This form was saved before, with other content. Open an empty form to record another step.
error-close-open = Some of it is not accounted for yet: record it as received, missing or lost first.
error-remark-empty = Say in a few words what happened.
error-which-units = Say which wagons or vehicles, or how many.
error-happened-empty = Enter when it happened, or tick that nobody said.
error-units-differ = The number does not agree with the ticked ones.
error-no-such-unit = “{ $number }” is not among those listed. Enter numbers from the list, or how many.
error-units-left = Only { $left } of { $all } are left. Leave it empty for all of them.
error-unit-again = This is already recorded of { $number }.
error-too-many-units = These are too many: at most { $most } are listed for one consignment.
error-unit-number = Row { $row }: the number is missing.
error-unit-row = Row { $row }: too long, or more than seven cells. Enter number, seals, gross, tare, net, ticket, contents.
error-unit-twice = Row { $row }: { $number } stands in row { $first } already.
error-unit-weight = Row { $row }, { $column }: “{ $typed }” is not a weight. Enter kilograms, or tonnes with “t”.
error-unit-told-of = { $number } must stay in the list: a step or a receipt tells of it.
error-units-stale = Someone changed this consignment meanwhile. Look it over and save again.
doubt-check-digit = { $value }: the last digit should be { $other }. Is the number right?
doubt-step-before = { $step } { $when }, before { $other } ({ $then }).
doubt-surplus = { $goods }: { $accounted } accounted for, { $dispatched } dispatched: { $surplus } more.
check-digit = last digit should be { $value }
field-undated = The date is not stated
field-place = Where
field-leg = Leg
field-units = Wagons or vehicles
field-remark = Remarks
field-step = Step
field-on-leg = Leg
field-of-units = Wagons or vehicles
field-receipt = Receipt
field-loss = Loss report
field-correction-source = Source of the correction
hint-units = How many, or their numbers. Empty: all of them.
hint-units-received = How many of them, or their numbers. Empty: not by wagon.
hint-units-list = One in each row: number; seals; gross; tare; net; ticket; contents; trailer; driver. Paste a column or several from a spreadsheet. Only the number is needed.
hint-correction-source = Needed when a figure is changed after departure: who or which paper says so
choose-units = Choose from the list
units-title = Wagons and vehicles of { $value }
units-listed-title = Wagons and vehicles, one by one
list-units = List them
error-correction-reason = It has left: say why { $old } becomes { $new }.
error-correction-source = Say whose word or which paper the correction rests on.
error-line-received = A receipt or a loss report tells of these goods ({ $goods }): the line, its goods and its kind of unit must stay.
error-leg-listed = A leg whose wagons are listed, or that a receipt names, must stay.
error-received-by-receipt = Receipts say when it was received. A mistaken one is declared void and entered again.
error-un-number = “{ $typed }” is not a UN number. It has four digits, such as UN 1202.
take-back-title = Take a step of { $value } back
take-back-text = It stays in the history and no longer counts.
take-back = Take back
take-back-step = Take back: { $value }
done-step = Recorded.
done-step-taken-back = Taken back.
done-units = The list is saved.
done-received = The receipt is saved.
done-receipt-voided = The receipt is void. Enter it again as it should be.
receive = Receive
receipt = Receipt
receipts = Receipts
receipt-title = Receipt of { $value }
receipt-others = Someone has recorded a receipt meanwhile
receipt-beside = Mine is another one: save it too
receipt-leave = Do not save
received-as-listed = Received as listed
received-as-listed-text = Everything still awaited came and is in good condition, except what you enter below.
receipt-exceptions = Or line by line
receipt-next-lines = { $n } lines in all: the next ones
receipt-takes = Reported lost before
receipt-takes-text = Tick what is part of the amounts above, so that it is not counted twice.
receipt-unlisted = Goods that were not listed
receipt-more = Seals, weighing, paper
receipt-found = What was found
receipt-void = Declare the receipt void
receipt-void-is = This receipt is void
receipt-void-title = Declare receipt { $value } void
receipt-void-text = Its number stays and it no longer counts. Then enter it again as it should be.
receipt-another = Another receipt
save-receipt = Save the receipt
to-consignment = To the consignment
recorded = Recorded
field-part-good = Good
field-part-damaged = Damaged
field-part-damaged-reason = Why damaged
field-part-missing = Missing
field-part-missing-reason = Why missing
field-part-note = Note
field-new-goods = Goods
field-new-good = Good
field-new-unit = Unit
field-new-damaged = Damaged
field-new-damaged-reason = Why damaged
field-new-note = Note
field-as-listed = Received as listed
field-seals = Seals, and whether whole
field-ticket = Weighbridge ticket
field-gross = Gross weight
field-tare = Tare
row-part = Line { $n }, { $field }
row-new = Unlisted goods { $n }, { $field }
so-far-sent = sent: { $value }
so-far-told = so far: { $value }
so-far-awaited = awaited: { $value }
reason-choose = Choose why
error-reason-code-empty = Choose why.
error-reason-other = Say in the note what the other reason is.
error-found-too-much = Only { $missing } are missing so far.
error-cannot-convert = “{ $typed }”: the packaging of this line does not say how much one of “{ $other }” holds in “{ $unit }”. Enter the amount in “{ $unit }”.
error-mixed-units-plain = Enter both amounts in one kind of unit.
error-nothing-received = Nothing is entered. Press “Received as listed”, or enter what came.
error-as-listed-units = What is in these wagons is not listed. Enter below how much of each came.
error-receipt-sent = This form was saved before, with other content. Open the receipt, declare it void if it is wrong, and enter it again.
error-receipt-not-yours = Only whoever recorded a receipt, or a manager, declares it void.
error-receipt-void = This receipt is void already.
account = What became of it
account-by-word = said to be received; nobody counted
col-awaited = Awaited
keeps-expired = expired
keeps-soon = less than three months
keeps-later = less than nine months
filter-overdue = Overdue
filter-differs = Damaged, missing or surplus
filter-expiry = Keeps less than
expiry-3 = three months
expiry-9 = nine months
verb-corrected = Corrected
subject-receipt = receipt
subject-loss = loss report
subject-source = source of a figure
show-all-lines = Show { $plural ->
    [one] the one line
   *[other] all { $n } lines
}
show-all-steps = Show { $plural ->
    [one] the one step
   *[other] all { $n } steps
}
show-all-units = Show { $plural ->
    [one] the one wagon or vehicle
   *[other] all { $n } wagons and vehicles
}
receipt-damaged-missing = Damaged or missing
work-title = To do
work-overdue = Overdue
work-waiting = Waiting to be received
work-trouble = Held up
work-all = All of them
filter-waiting = Waiting to be received
filter-trouble = Held up by a problem
filter-more = More filters
show-all-past = Show all of its history
error-receipt-not-exact = “{ $typed }”: a receipt states what was counted. Enter an exact number.
units-listed-differ = { $value } listed, { $other } stated: this does not agree
void-short = void
error-void-found = A later receipt found again what this one reports missing. Declare that one void first.

# -- loss reports
loss = Loss report
loss-new = Report a loss
loss-of-receipt = Report the loss
loss-title = Loss report of { $value }
loss-lines = What was damaged or lost
loss-what = What happened
loss-void = Declare the report void
loss-void-is = This report is void
loss-void-title = Declare loss report { $value } void
loss-taken = A receipt counts these amounts: they are not counted twice.
loss-from-receipt = The amounts are those the receipt found
receipts-and-losses = Receipts and loss reports
done-loss = The loss report is saved.
done-loss-voided = The loss report is void.
error-circumstances-empty = Say how it came about.
error-nothing-lost = Enter what was damaged or lost.
error-loss-sent = This form was saved before, with other content. Open the report, declare it void if it is wrong, and enter it again.
error-loss-not-yours = Only whoever made a report, or a manager, declares it void.
error-loss-void = This report is void already.
doubt-loss-not-within = { $goods }: the loss ticked as counted here is { $lost }; the amounts hold { $held } of that kind. Is that right?

# -- sources of figures
source-title = Sources of the figures of { $value }
source-text = Name the source of a figure, or write down what others reported beside it.
source-new = Add a source
source-role-also = Reports another figure
source-role-own = Source of the figure that counts
source-void-title = Take a source back
take-back-source = Take back: { $value }
said-of-stated-weight = Weight, as reported
said-of-stated-packages = Packages, as reported
said-of-value = Value, as reported
field-figure = Figure
field-stated = What it reports
field-said-by = Who said it
field-document = Document
field-page = Page
field-dated = Dated
field-note = Note
hint-stated = With its unit where it is another one
hint-said-by = An office, a newspaper, a person by function
hint-address = https://…
done-source = The source is saved.
done-source-voided = The source is taken back.
error-figure-empty = Choose the figure.
error-stated-empty = Enter what it reports.
error-said-by-empty = Say who said it, in which document, or where it can be read.
error-address = An address begins with https:// or http://.
error-source-sent = This form was saved before, with other content. Open an empty form to name another source.
error-too-many-sources = These are too many: at most { $most } for one consignment.
source-void-text = It stays in the history and is no longer shown.
field-says = What the source says
field-web-address = Address on the web

# -- papers
work-papers = Papers missing
filter-papers = Papers missing
papers = Papers
papers-required = Required papers
papers-title = Papers required in { $value }
papers-text = Tick what must be attached to every consignment that travels so. What is missing stands on its page and in the lists.
paper-lacking = missing
attach = Attach
attach-file = Attach a file
attach-title = Attach a file to { $value }
attach-text = A photograph or a PDF of up to { $value } MB. A camera will do.
detach = Remove
detach-title = Remove a file
detach-file = Remove: { $value }
detach-text = It is kept in the history and no longer shown.
megabytes = { $value } MB
field-paper = What it is
field-file = File
field-papers = Required papers
hint-file = JPEG, PNG, WebP, GIF, TIFF, HEIC or PDF
done-attached = The file is attached.
done-detached = The file is removed.
done-papers = Saved.
error-file-empty = Choose a file. This one is empty.
error-file-too-large = “{ $name }” is larger than { $most } MB. Take a smaller photograph, or scan at a lower resolution.
error-file-kind = “{ $name }” is neither a photograph nor a PDF, whatever it is called. Attach a photograph or a PDF.
error-paper-empty = Choose what it is.
error-too-many-files = These are too many: at most { $most } for one consignment.
error-file-not-yours = Only whoever attached a file, or a manager, removes it.
doubt-close-papers = Papers are missing: { $value }.
kilobytes = { $value } KB
log-part = A part of the log: { $n } entries; there are more.
list-part = A part of the list: { $n } consignments; there are more.

# -- documents: their pages
documents-title = Documents
documents-issued = Issued documents
documents-none = Nothing is issued yet
documents-none-text = Waybills, packing lists, goods received notes and gift certificates are issued from a consignment’s page.
documents-waybills = Waybills
documents-waybills-count = { $n } { $plural ->
    [one] waybill
   *[other] waybills
}.
documents-drafts = { $n } of them { $plural ->
    [one] is a draft
   *[other] are drafts
}: not issued yet.
documents-print-waybills = Print all waybills
document-first = Language
document-second = Second language
document-second-none = None
document-units = Only some wagons or vehicles
document-show = Show
document-issue = Issue
document-issue-again = Issue the next revision
document-issue-hint = Issued, it gets its number and its code and never changes. If the record changes later, the next revision says how.
document-stands = { $value } is issued and in force. If you issue again, it is superseded by the next revision.
document-see = Look at it
document-is-copy = A print of this page says COPY. The original is printed right after it is issued.
document-check = Public check page
document-void-title = Declare { $value } void
document-void-text = Its number stays and is given to nothing else. Whoever checks the paper is told that it is void.
document-state-issued = In force
document-state-superseded = Superseded
document-state-void = Void
document-draft = Write
done-issued = Issued. Print it now: later prints say COPY.
done-stands = This is issued already and would say the same: here it is.
done-document-voided = Declared void.
done-summary-chosen = This is how the mission’s summary is printed from now on.
verb-issued = Issued
subject-document = document
field-document-number = Number
field-document-revision = Revision
field-document-hash = Fingerprint (SHA-256)
error-document-sent = This form has issued a document already, and says something else now. Open the draft again.
error-document-not-yours = Only whoever issued it or a manager may declare it void.
error-document-void = It is void already.
error-document-superseded = A newer revision is in force. Declare that one void.
error-document-of-void = What it tells of is void. No document is issued of it.
error-pad-used = The printed form { $pad } was used for { $number }. Each has its own number.

# -- documents: settings and missions
hint-letterhead = The address as it stands on the letterhead of documents
verify-settings = What a stranger may compare who checks a paper
hint-verify-settings = Whoever has a paper in their hand can check it by its code. That it was issued, its number, revision and date are always shown.
verify-shows-party = Who sends and who receives
verify-shows-vehicle = Wagons, plates, flights
verify-shows-total = Totals
gift-wording = Wording of the gift certificate
hint-gift-wording = Empty, the usual wording stands there. It is used for certificates issued from now on.
field-gift-en = Gift certificate, English
field-gift-ru = Gift certificate, Russian
field-gift-kk = Gift certificate, Kazakh
field-gift-fa-AF = Gift certificate, Dari
field-gift-ps = Gift certificate, Pashto
field-withheld = Withheld when a paper is checked
field-logo = Logo
hint-logo = A PNG, JPEG or WebP picture of at most 200 KB
save-logo = Put it on the letterhead
remove-logo = Take it off
error-logo-too-large = The picture is larger than 200 KB. Choose a smaller one.
error-logo-kind = This is no PNG, JPEG or WebP picture. Choose another file.
group-paper = On paper
field-second-language = Second language on documents
hint-second-language = It stands beside the first on every document of this mission.
second-language-none = None
field-narrative = Narrative of the summary
hint-narrative = Highlights, security, border and customs, transport, funding, gaps. Earlier versions stay in the history.
field-asked = What is asked of the reader
field-summary = How the summary is printed
summary-form = Form
summary-blocks = What it tells
summary-make-usual = Make this the mission’s usual summary
block-charts = Charts
block-allotted = Allotted, sent, received
block-items = By goods
block-consignments = By consignment
block-donors = By donor
block-modes = By mode
block-legs = By leg
block-months = By month
block-losses = Losses and differences
block-arrivals = Expected arrivals
block-papers = Papers outstanding
block-narrative = Narrative
block-sources = Sources and corrections
error-document-right = You may look at this document and print the draft. Whoever logs consignments issues it.

# -- files taken in
subject-import = file
field-contested = Conflicting reports
field-import-made = Consignments made
field-import-lines = Rows they were made of
field-import-unchanged = Rows known already
field-import-changed = Rows of corrected consignments
field-import-records = Records made
field-import-rows = Rows they were made of
field-import-completed = Records completed
field-import-refused = Rows refused
field-import-blank = Blank rows
import-origin = From { $value }, { $other }
import-origin-rows = { $plural ->
    [one] row { $rows }
   *[other] rows { $rows }
}
import-reason = The file { $value } says so now
import-row = row { $value }
import-sheet-row = sheet “{ $value }”, row { $other }
import-row-column = row { $value }, column { $other }
import-cells = { $n } { $plural ->
    [one] cell
   *[other] cells
}
import-rows = { $n } { $plural ->
    [one] row
   *[other] rows
}
import-lines = { $n } { $plural ->
    [one] line of goods
   *[other] lines of goods
}
import-consignments = { $n } { $plural ->
    [one] consignment
   *[other] consignments
}
import-all = All together
import-amount = { $what } { $amount } ({ $rows })
import-kept-line = Kept as text: { $times } like “{ $shape }” in column { $column }, first in row { $row }
import-doubt-line = To look at: { $value }: { $other }
import-refused-line = Refused: { $value }: { $other }
import-more-doubts = … and { $n } more to look at
import-more-refused = … and { $n } { $plural ->
    [one] more consignment
   *[other] more consignments
} refused
import-more-rows-refused = … and { $n } { $plural ->
    [one] more row
   *[other] more rows
} refused
import-contested = { $n } { $plural ->
    [one] consignment is one
   *[other] consignments are some
} of several reports that differ: until somebody chooses on the mission’s page, they count nowhere
import-total-row = This row only sums up the others: its weight is compared with theirs and not added
import-running-total = { $value } counts what came before, too: it is kept as a note and not added
import-like = It says the same as { $value }, which is logged already. Take it in only if it is another load
import-perhaps-total = This looks like a row that sums up others. Leave it out if it does
import-total-alone = This row only sums up others: it is left out
import-which-order = The day is read first, then the month. If it is the other way round, say so of this column
import-point-or-group = The point is read as the decimal point. If it parts thousands, say so of this column
import-unread-sheets = Not read: the other sheets of this file ({ $value }). Bring the file again for each, and choose the sheet
import-noted-columns = Kept as notes: column { $value }
import-two-currencies = The rows of this consignment state amounts in different currencies, which do not add up. Write them in one currency
import-rows-differ = Row { $row } of the same consignment says “{ $other }”: that one holds, this one is kept as a note
import-which-decimal = “{ $typed }” can be read in two ways. Say which sign this column’s decimals have
import-error-cell = The spreadsheet itself shows an error here: { $error }
import-no-result = The file does not hold the result of this formula. Open it in a spreadsheet program, save it there, and bring it again
import-unknown-word = Say what “{ $typed }” means
import-other-dimension = “{ $typed }” has a unit that does not fit this column
import-too-many-rows = More than { $value } rows share this reference: that is more than one consignment holds
import-key-twice = The same number stands further up in this file. Give each consignment its own, and put all rows of one under the same mission
import-named-twice = Row { $value } names the same. Say all that is known of it in one row
import-ragged = This row has { $value } cells, but the header row has { $other }: which column they belong to cannot be told. Fill in what is missing, or put quotation marks around a cell that contains the separator
import-no-mission = It is not said which mission this belongs to. Choose a mission for the file, or say it in a column
import-mission-unknown = There is no mission “{ $value }” in which you may log
import-several-bear-it = Several consignments of this mission bear this reference: which one is meant cannot be told
import-known-void = This consignment is known and was declared void: it is not taken in again
import-changed-meanwhile = Somebody changed this consignment meanwhile. Bring the row again
import-not-applied = This file is not taken in, so there is nothing to take back
import-depended-on = It cannot be taken back as a whole any more: { $n } of its consignments were changed, received or printed since ({ $numbers }). Correct or void the others one by one
import-house-busy = Others are working on the same records just now. Nothing more was taken in; try again
import-no-sheet = The file has no sheet “{ $value }”
import-no-header = No row of the file names its columns. Put a row with a name above each column, above the goods
import-no-rows = There are no rows below the names of the columns
import-field-mission = Mission
import-field-number = Consignment number here
import-field-conflict = Group of conflicting reports
import-field-quantity-note = Remark on the quantity
import-field-qualifier = Exact, about, at least or at most (code)
import-field-own-status = Its own status, where it is void or waits for a choice
import-field-void-reason = Why it is void
import-field-legs = All legs of the route
import-field-line-value-currency = Currency of the value of the goods
import-field-line-cost-currency = Currency of their cost
import-field-value-currency = Currency of the declared value
import-field-freight-currency = Currency of the freight
import-field-insurance-currency = Currency of the insurance
import-field-functions = What is there: port, rail, road, airport, post, depot, fixed, border
import-field-flags = What has to be minded: cold-chain, dangerous, controlled
field-lists = It lists
mapping-form = This is not written as a mapping is: { $value }
mapping-no-field = A mapping cannot say “{ $value }”: there is no field of this name
mapping-twice = The columns “{ $value }” and “{ $other }” mean the same. Choose one, and keep the other as a note
mapping-no-unit = “{ $value }” is no unit
mapping-no-currency = “{ $value }” is no currency
mapping-no-column = The file has no column “{ $value }”, which its mapping names
file-empty = There is nothing in the file
file-too-large = The file is larger than { $value } MB. Divide it, or have it taken in at the command line
file-too-many-entries = There are more than { $value } files in the zip. Bring the spreadsheet by itself
file-inflates = The file unpacks to more than { $value } MB: it is not read further
file-too-many-rows = The file has more than { $value } rows. Divide it
file-too-many-columns = There are more than { $other } columns ({ $value }). Take away what is right of the table
file-cell-too-long = A cell holds more than { $most } bytes of text ({ $place }, column { $column }). Shorten it
file-encrypted = The file is protected by a password. Save it without one and bring it again
file-broken = The file began as { $value } and is broken or cut off. Save it again and bring it again
file-not-a-table = This is { $value }, not a spreadsheet. Save the table as CSV, XLSX, XLS or ODS
file-no-table = There is no spreadsheet in the zip
file-open-quote = A quotation mark opens in { $value } and never closes: it would swallow the rows below. Close it or take it away
file-unreadable = The file cannot be read ({ $value })
looks-html = a web page (some programs call one .xls)
looks-pdf = a PDF document
looks-image = a picture
looks-json = JSON
looks-xml = XML
looks-document = a text document
looks-presentation = a presentation
looks-binary-workbook = a binary workbook (.xlsb)
looks-archive = an archive
looks-binary = a file of unknown kind

# -- bringing files: pages
imports-title = Bring a spreadsheet
imports-text = CSV, XLSX, XLS or ODS, also in a zip, up to { $value } MB. Nothing is taken in before you have seen what would come of it.
imports-brought = Files that were brought
import-bring = Look at the file
import-another = Choose another file
import-unreadable = This file cannot be read
import-when = Brought
import-who = By
import-stage-draft = Not taken in yet
import-stage-running = Being taken in
import-stage-applied = Taken in
import-stage-undone = Taken back
import-of-line = Of a line of goods
import-of-consignment = Of the consignment
import-of-leg = Of the transport
import-of-record = Of the record
import-said = { $value }
import-no-goods = No column says what the goods are. Choose the column that names them
import-no-name = No column says the names. Choose the column that names what the list lists
import-no-category = It is not in the catalogue yet, and its category is not said. Say the category
import-proposed = What the columns mean was proposed by the program. Look at it before you take the file in:
import-would = What would come of it
import-count-made = New consignments
import-count-records = New
import-count-lines = Rows of new consignments
import-count-unchanged = Rows known already
import-count-changed = Rows that correct
import-count-completed = Completed
import-count-refused = Rows refused
import-count-blank = Blank rows
import-take-in = Take it in
import-later = Decide later
import-nothing-new = The file brings nothing new that can be taken in.
import-refused-file = Refused rows as a spreadsheet
import-refused-left = Refused rows are left out. Correct them in the spreadsheet and bring that; what was taken in is known again.
import-totals = What the new consignments come to
import-col-mode = Transport, as the file says it
import-col-lines = Lines
import-col-figures = Figures
import-col-row = Row
import-col-rows = Rows
import-col-typed = In the cell
import-col-says = What is wrong, and what to do
import-col-times = How often
import-col-first = First in row
import-col-kept = Kept here
import-col-file = In the file
import-refused-title = Refused
import-doubts-title = { $n } to look at
import-kept-title = Kept as text: these cells hold no figure or date
import-completed-title = What would be completed
import-corrections-title = { $n } { $plural ->
    [one] consignment
   *[other] consignments
} to be corrected
import-new-names = Organisations and places named for the first time
import-made-title = The first of the new consignments
import-records-title = What is new
import-at-work = The file is being taken in
import-interrupted = Taking the file in was interrupted
import-so-far = { $n } { $plural ->
    [one] row is
   *[other] rows are
} done so far.
import-look-again = Look again
import-go-on = Go on
import-undo = Take it back
import-undo-title = Take the whole file back
import-undo-text = What it made becomes void, what it corrected becomes what it was. The file can be brought again.
done-imported = The file is taken in.
done-import-undone = The file is taken back.
done-report-chosen = The choice is kept: the others are void and name what counts.
hint-import-file = The first row above the goods names the columns.
hint-import-mission = Where the rows do not say it themselves.
hint-import-correction = Figures of consignments that have left are corrected with this reason; the old ones stay beside the new.
field-strict = Leave out what is to be looked at
field-sheet = Sheet
field-header = Row that names the columns
field-encoding = Text is written in
field-separator = Separator of cells
field-fixed-category = Category, where a row does not say
field-fixed-figure-source = Source of the weights, where a row does not say
field-fixed-unit = Unit where the file gives none
hint-fixed-unit = For quantities that have no unit of their own, such as t or boxes.
hint-header-row = Only where it was not found.
as-found = As found
choose = Choose
separator-tab = tab
separator-space = space
columns-title = What the columns mean
columns-text = Each column is proposed a meaning by its name and what stands below it. What means nothing here can be kept as a note.
columns-caption = Columns
columns-column = Column
columns-values = First values
columns-means = Means
columns-how = How to read it
columns-look = See what would come of it
columns-keep = Keep this as a mapping
columns-file = How the file is written
columns-separator = separated by
columns-doubtful = How the letters are written could not be told for certain. If names look wrong, choose another way below.
columns-dates = Dates
columns-decimal = Decimals
columns-unit = Unit
columns-currency = Currency
columns-goods = A cell names
columns-unreadable = Cells that cannot be read
columns-word = “{ $value }” means
import-column = { $value } “{ $other }”
means-note = Kept as a note
means-nothing = Left out
order-day-month-year = day, month, year
order-month-day-year = month, day, year
order-year-month-day = year, month, day
decimal-ask = not decided
decimal-point = point: 272.728
decimal-comma = comma: 272,728
goods-one = one thing
goods-several = several things
unreadable-note = kept as a note
unreadable-refuse = refuse the row
conflicts-title = Conflicting reports
conflicts-text = Several reports of the same consignment differ. Until somebody chooses, none of them counts.
conflicts-none = No reports conflict
conflicts-none-text = Every report of this mission counts, or is void.
conflicts-groups = Groups of reports
conflicts-counts = Counts
conflicts-this = counts
conflicts-choose = Keep this choice
hint-conflict-reason = Why these and not the others; it is kept with all of them.
field-chosen = Counts
error-choose-report = Tick the report that counts, or those that count together
contested-title = Reports of this consignment differ
contested-text = It is one of several reports of the same. Until somebody chooses, it counts nowhere.
contested-go = See the reports side by side
contested-consignments = { $n } { $plural ->
    [one] consignment waits for a choice between reports that differ, and counts nowhere until then.
   *[other] consignments wait for a choice between reports that differ, and count nowhere until then.
}
columns-amounts = Where several rows are one consignment
amounts-row = each row has its share
amounts-whole = each row says the whole
import-no-quantity = No column says how much was sent. A list that names goods alone makes no consignments; choose the column that says how much
import-house-failed = Something went wrong in the program; its log says what. What was taken in so far stays, and the file can be brought again
mission-workbook = Workbook
import-number-unknown = This is no number of this mission. A number reads like { $value }; leave the column out if the numbers are somebody else's
import-may-not-void = This row says that the consignment is void, and you may not void consignments in this mission
import-lines-differ = This consignment is known with other goods, and which of its lines these rows are cannot be told. Correct it on its page
import-lines-stay = Some lines that are kept of this consignment are not in the file. They stay as they are
import-known-elsewhere = This consignment is known and was moved to another mission. Whoever logs there can correct it

# The interface for programs.
problem-sign-in = A token is needed: “Authorization: Bearer keruen_…”. One is made on one's own page, under Tokens.
problem-often = Asked too often. Wait as many seconds as Retry-After says.
problem-forbidden = The token, or its person, may not do this.
problem-host = This is not an address of Keruen here.
problem-site = This was sent from another site.
problem-spent = This is good no longer.
problem-not-found = There is no such record or address here.
problem-method = This address does not take that method; Allow says which it takes.
problem-too-large = The document is larger than the house takes in one piece.
problem-busy = Too busy just now. Nothing was changed; send the same again in a few seconds.
problem-internal = The fault is Keruen's and is in its log, under the number that X-Request-Id gives. Nothing was changed.
problem-invalid = The request was not understood.
problem-media-type = The document must be JSON: “Content-Type: application/json”.
problem-shape = The document has not the shape it is to have.
problem-question = The question of the address cannot be read.
problem-key = An Idempotency-Key is needed: the UUID the new record will have.
problem-version = An If-Match is needed: the ETag of the record as it was read.
problem-refused = The document says something that cannot be, or too little.
problem-doubt = It looks odd. If it is meant, send it again with “confirm”.
problem-stale = The record was changed meanwhile. Read it again and send what is meant.
problem-taken = Under this Idempotency-Key something else was saved.
api-title = Interface for programs
api-text = Other programs read and write here what people do on the pages: by the same rules, with the same rights.
api-groups = Groups of calls
api-looks-like = It looks like { $value }: { $other }
error-mission-by-move = The consignment is in { $code }. Another mission takes a move.
tokens-title = Tokens
tokens-text = By a token another program acts for you. It may do no more than you may, and no more than you let it.
tokens-caption = Your tokens
tokens-none = You have none.
token-made = Copy the token now: it is not shown again.
token-new = A new token
token-make = Make the token
token-acts = What the program may do
hint-token-acts = It may look at what you see. Besides that, as little as it needs.
hint-token-name = What it is for, so that you know it again.
hint-token-days = In days; at most 366.
hint-token-missions = Codes, if it is to keep to some missions. Empty: all that you reach.
token-all-missions = all
token-over = Too old
token-unused = Never
end-token = End
end-token-of = End the token { $value }
done-token-ended = The token opens nothing any more.
field-days = Good for
field-missions = Missions
field-acts = What the program may do
field-token = Token
col-token-acts = May
col-token-missions = Missions
col-token-until = Until
error-token-name = Say what the token is for.
error-token-acts = Choose what the program may do.
error-token-days = A token is good for 1 to { $most } days.
error-token-many = You have { $most } tokens. End one that nothing uses any more.
