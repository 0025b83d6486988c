
## Organisations, places, goods: what their lists and forms share

save = Save
show = Show
show-all = Show all
in-order-of-name = in order of name
nothing-found = Nothing found
nothing-found-text = Try the beginning of another name, or fewer words.
title-error = Error:
not-stated = Not stated
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
field-notes = Notes
field-into = It is the same as
field-merged-into = Merged into
field-merged-from = Merged from
error-name-empty = Enter a name.
error-name-too-long = A name may have at most { $most } characters.
error-country = Enter the name or the code of a country.
error-choose = Choose one from the list.
error-which-record = Several are called “{ $typed }”. Choose the one you mean.
error-no-such-record = Nothing here is called “{ $typed }”.
error-merge-with-itself = This is the record itself. Enter the name of the other one.

## Organisations

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
field-contact = Contact person
field-phone = Telephone
field-email = E-mail
field-address = Address
error-email = This is not an e-mail address. It should look like name@example.org.
error-organisation-taken = { $name } has this name already. Open it, or if this record is a second one of it, merge the two.

## Places

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

## The catalogue of goods

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
error-item-taken = { $name } has this name already. Open it, or if this record is a second one of it, merge the two.
error-not-kilograms = Enter a weight in kilograms.
error-not-exact = Enter one exact number, without “about” or “at least”.
error-zero = This must be more than zero.
error-figure-source = Enter who says what it weighs.
error-hs = An HS code has 4 to 10 digits, for example 1512.19.
