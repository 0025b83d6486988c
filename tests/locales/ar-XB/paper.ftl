# Made by tests/pseudo.py from the English words. Do not edit.
# The words of documents, in every language a document may be written in: figures, units, labels. Screens use them too.

language-name = Pseudo-عربي
language-direction = rtl
language-formats = ar

# -- how things are written
decimal-sign = .
arrow = ←
list-separator = {", "}
clause-separator = {"; "}
amount = { $number } { $unit }
date-and-time = { $date }, { $time }
moment = { $date }, { $time } { $zone }
period = { $value } – { $other }
period-from = فرووم { $value }
period-until = ونتییل { $value }
quantity-about = اابوووت { $amount }
quantity-at-least = اات لههااست { $amount }
quantity-at-most = اات مووست { $amount }
quantity-not-stated = { $unit }: نووت ستااتههد
not-stated = نووت ستااتههد
figure-not-stated = نووت ستااتههد
date-not-stated = دااتهه نووت ستااتههد
nothing = نووتحیینگ
with-note = { $value } ({ $other })
and-more = { $value } ااند { $other } موورهه

# -- units (codes of UN/ECE Recommendations 20 and 21; lower case: ours)
unit-TNE = ت
unit-DTN = قویینتاالس
unit-KGM = کگ
unit-GRM = گ
unit-LTR = ل
unit-MLT = مل
unit-MTQ = م³
unit-H87 = { $plural ->
    [one] پییههچهه
   *[other] پییههچههس
}
unit-PR = { $plural ->
    [one] پااییر
   *[other] پااییرس
}
unit-SET = { $plural ->
    [one] سههت
   *[other] سههتس
}
unit-KT = { $plural ->
    [one] کییت
   *[other] کییتس
}
unit-E27 = { $plural ->
    [one] دووسهه
   *[other] دووسههس
}
unit-U2 = { $plural ->
    [one] تاابلههت
   *[other] تاابلههتس
}
unit-XBO = { $plural ->
    [one] بووتتلهه
   *[other] بووتتلههس
}
unit-XCX = { $plural ->
    [one] چاان
   *[other] چاانس
}
unit-XBX = { $plural ->
    [one] بووخ
   *[other] بووخههس
}
unit-XBG = { $plural ->
    [one] بااگ
   *[other] بااگس
}
unit-XCT = { $plural ->
    [one] چاارتوون
   *[other] چاارتوونس
}
unit-XBL = { $plural ->
    [one] باالهه
   *[other] باالههس
}
unit-XDR = { $plural ->
    [one] دروم
   *[other] درومس
}
unit-XJY = { $plural ->
    [one] جههرريچاان
   *[other] جههرريچاانس
}
unit-XPX = { $plural ->
    [one] پااللههت
   *[other] پااللههتس
}
unit-XRO = { $plural ->
    [one] روولل
   *[other] رووللس
}
unit-XPK = { $plural ->
    [one] پااچکااگهه
   *[other] پااچکااگههس
}
unit-bed = { $plural ->
    [one] بههد
   *[other] بههدس
}
unit-tent = { $plural ->
    [one] تههنت
   *[other] تههنتس
}
unit-family-parcel = { $plural ->
    [one] فاامییلي پاارچههل
   *[other] فاامییلي پاارچههلس
}
unit-family = { $plural ->
    [one] فاامییلي
   *[other] فاامییلییههس
}
dimension-mass = مااسس
dimension-volume = ڤوولومهه

# -- modes of transport (UN/CEFACT Recommendation 19)
mode-rail = رااییل
mode-road = رووااد
mode-air = ااییر
mode-sea = سههاا
mode-inland = یینلااند شااتههر
mode-mail = مااییل
mode-multimodal = مولتییمووداال
mode-fixed = پییپههلیینهه
mode-not-stated = نووت ستااتههد
by-mode-rail = بي رااییل
by-mode-road = بي رووااد
by-mode-air = بي ااییر
by-mode-sea = بي سههاا
by-mode-inland = بي یینلااند شااتههر
by-mode-mail = بي مااییل
by-mode-multimodal = بي سههڤههراال موودههس
by-mode-fixed = بي پییپههلیینهه
by-mode-not-stated = بي اا موودهه نووت ستااتههد
mode-and-units = { $value }, { $other }
mode-with-units = { $value } ({ $other })

# -- transport units
units-wagon = { $n } { $plural ->
    [one] شااگوون
   *[other] شااگوونس
}
units-container = { $n } { $plural ->
    [one] چوونتاایینههر
   *[other] چوونتاایینههرس
}
units-truck = { $n } { $plural ->
    [one] تروچک
   *[other] تروچکس
}
units-flight = { $n } { $plural ->
    [one] فلییگحت
   *[other] فلییگحتس
}
units-vessel = { $n } { $plural ->
    [one] ڤههسسههل
   *[other] ڤههسسههلس
}
units-other = { $n } { $plural ->
    [one] تراانسپوورت ونییت
   *[other] تراانسپوورت ونییتس
}
unit-kind-wagon = شااگوونس
unit-kind-container = چوونتاایینههرس
unit-kind-truck = تروچکس
unit-kind-flight = فلییگحتس
unit-kind-vessel = ڤههسسههلس
unit-kind-other = ووتحههر تراانسپوورت ونییتس

# -- documents of carriage
document-smgs = سمگس رااییل نووتهه
document-cim = چییم رااییل نووتهه
document-cmr = چمر رووااد نووتهه
document-awb = ااییر شاايبییلل
document-bl = بییلل ووف لاادیینگ
document-waybill = شاايبییلل
document-other = ووتحههر پااپههر

# -- how goods share a quantity
sharing-said-together = تووگههتحههر, سحاارههس نووت ستااتههد
sharing-said-each = ووف ههااچح
sharing-said-unsaid = ووف ههااچح وور تووگههتحههر: نووت ساایید
shares-not-stated = سحاارههس نووت ستااتههد
packages-of = { $value } × { $other }

# -- weights
weight-net = نههت
weight-gross = گرووسس
weight-unsaid = نووت ساایید

# -- how far a consignment has come
status-planned = پلااننههد
status-ready = رههاادي توو لههااڤهه
status-in-transit = یین تراانسییت
status-arrived = ااررییڤههد
status-received = رههچههییڤههد
status-closed = چلووسههد
status-cancelled = چاانچههللههد
status-lost = لووست
status-returned = رههتورنههد
status-contested = رههپوورتس دییففههر
status-void = ڤوویید
milestone-ready = لوواادههد
milestone-departed = لههفت
milestone-arrived = ااررییڤههد
milestone-received = رههچههییڤههد
milestone-closed = چلووسههد
milestone-cancelled = چاانچههللههد
milestone-lost = لووست
milestone-returned = تورنههد بااچک
date-departed = لههفت
date-arrived = ااررییڤههد
date-received = رههچههییڤههد
date-planned-departure = توو لههااڤهه
date-planned-arrival = توو ااررییڤهه
date-reported = رههپوورتههد

# -- missions
group-decision = لههگاال بااسییس
group-handover = حااندووڤههر
field-crisis = چرییسییس
field-glide = گلییدهه نومبههر
field-recipient-country = رههچییپییههنت چووونتري
field-donors = دوونوورس
field-purpose = پورپووسهه
field-need-people = پههووپلهه یین نههههد
field-handover-from = حااندههد ووڤههر بي
field-handover-to = حااندههد ووڤههر توو
field-handover-office = رههچههییڤیینگ ووففییچهه
field-handover-place = پلااچهه ووف حااندووڤههر
field-handover-date = دااتهه ووف حااندووڤههر
field-handover-act = نومبههر ووف تحهه ااچت

# -- consignments: the form
leg = لههگ
main-leg = ماایین لههگ
field-line-quantity = قواانتییتي
field-line-packages = پااچکااگههس
field-line-sharing = ییف سههڤههراال گوووودس: تحهه قواانتییتي ییس ووف
field-line-category = چااتههگووري
field-line-net = نههت شههییگحت
field-line-gross = گرووسس شههییگحت
field-line-volume = ڤوولومهه
field-line-batch = بااتچح وور لووت
field-line-expiry = ههخپییرههس
field-line-hs = حس چوودهه
field-line-value = ڤاالوهه
field-leg-mode = موودهه ووف تراانسپوورت
field-leg-from = فرووم
field-leg-via = بووردههر وور حوب
field-leg-to = توو
field-leg-carrier = چااررییههر
field-leg-units = حووش مااني شااگوونس, تروچکس, فلییگحتس …
field-leg-document = نومبههر ووف تحهه پااپههر
field-leg-planned-departure = توو لههااڤهه وون
field-leg-departed = لههفت وون
field-leg-planned-arrival = توو ااررییڤهه وون
field-leg-arrived = ااررییڤههد وون
field-donor = دوونوور
field-consignor = چوونسییگنوور
field-consignee = چوونسییگنهههه
field-external-ref = تحههییر ووشن نومبههر
field-stated-weight = شههییگحت ااس ستااتههد
field-stated-packages = پااچکااگههس ااس ستااتههد
field-value = دههچلاارههد ڤاالوهه
field-freight = فرههییگحت
field-insurance = یینسوراانچهه
field-remarks = رههماارکس

# -- consignments: pages and lists
col-number = نومبههر
col-code = چوودهه
col-goods = گوووودس
col-quantity = قواانتییتي
col-mode = موودهه
col-route = روووتهه
col-date = دااتهه
col-status = ستااتوس
col-units = تراانسپوورت ونییتس
col-period = پههرییوود
col-month = موونتح
col-total = تووتاال
col-allotted = االلووتتههد
col-sent = سههنت
figure-consignments = چوونسییگنمههنتس
days-under-way = { $n } { $plural ->
    [one] دااي
   *[other] داايس
} وون تحهه شااي
days-late = { $n } { $plural ->
    [one] دااي
   *[other] داايس
} لااتهه
days-overdue = { $n } { $plural ->
    [one] دااي
   *[other] داايس
} ووڤههردوهه
lines-not-stated = { $n } { $plural ->
    [one] لیینهه
   *[other] لیینههس
} نووت ستااتههد

# -- summary
by-item = بي گوووودس
by-consignment = بي چوونسییگنمههنت
by-donor = بي دوونوور
by-mode = بي موودهه
by-month = بي موونتح
by-category = بي چااتههگووري
never-added = قواانتییتییههس ووف دییففههرههنت کییندس اارهه نههڤههر ااددههد تووگههتحههر
total-of = تووتاال { $value }
allotted-and-sent = االلووتتههد ااند سههنت
decision-of = { $value } ووف { $other }
nothing-sent = نووتحیینگ
within-shared = شییتحیین گوووودس سههنت تووگههتحههر
and-within-shared = { $value }, ااند شییتحیین گوووودس سههنت تووگههتحههر
in-consignments = { $n } { $plural ->
    [one] چوونسییگنمههنت
   *[other] چوونسییگنمههنتس
}
sentence = { $donors } سههنت { $what } توو { $country } یین { $consignments }, { $how }.{ $handover }
sentence-handed-over = {" "}حااندههد ووڤههر وون { $value }.
sentence-unsaid = { $value } (حووش مااني ییس نووت ستااتههد)
sentence-mission = تحییس مییسسییوون
sentence-somewhere = اا چووونتري نووت ستااتههد
sentence-nothing = نووتحیینگ حااس بههههن لووگگههد یین تحییس مییسسییوون يههت.
sentence-no-match = نووتحیینگ یین تحییس مییسسییوون مااتچحههس االل ووف تحییس.
sentence-nothing-sent = نووتحیینگ حااس بههههن سههنت یین تحییس مییسسییوون.

# -- Organisations
field-contact = چوونتااچت پههرسوون
field-phone = تههلههپحوونهه
field-address = ااددرههسس

# -- The catalogue of goods
category-cereals = چههرههاالس ااند فلووور
category-pulses = پولسههس
category-oil = ههدییبلهه ووییل
category-sugar-salt = سوگاار, ساالت, تههاا
category-canned = چااننههد ااند دااییري فوووود
category-nutrition = نوترییتییوون ااند ووتحههر فوووود
category-household = سحههلتههر ااند حوووسههحوولد
category-clothing = چلووتحیینگ ااند سحووههس
category-hygiene = شااتههر ااند حيگییههنهه
category-medicine = مههدییچیینههس
category-medical-equipment = مههدییچاال ههقوییپمههنت
category-education = ههدوچااتییوون
category-fuel = فوههل
category-vehicles = ڤههحییچلههس ااند مااچحیینههس
category-other = ووتحههر

# -- pages for what goes wrong.
besides-cancelled = بههسییدههس, چاانچههللههد: { $value }
sentence-planned = {" "}ستییلل پلااننههد: { $value }.
sentence-only-planned = نووتحیینگ حااس بههههن سههنت يههت.{ $value }
totals-whole = تووتاالس اارهه ووف تحهه شحوولهه چوونسییگنمههنتس سحووشن, شییتح االل تحههییر لیینههس.
more-items = { $n } { $plural ->
    [one] رووش
   *[other] رووشس
} ووف گوووودس موورهه; تحهه تووتاالس چووونت تحههم

# -- the whole history
chain-on-paper = ستااتهه ووف تحهه حییستووري:
chain-count-and-head = { $value } ههنترییههس, حههااد { $other }

# -- the journey
status-partly-received = پاارتلي رههچههییڤههد
milestone-planned = پلااننههد
milestone-passed = پااسسههد
milestone-reloaded = رههلوواادههد
milestone-detached = لههفت بههحییند
milestone-reconsigned = سههنت وون توو اانووتحههر پلااچهه
milestone-found = فوووند
milestone-problem = حههلد وپ بي اا پرووبلههم
milestone-cleared = پرووبلههم ووڤههر
milestone-note = نووتهه
field-happened = شحههن
field-line-cold = تههمپههرااتورهه توو کههههپ
field-line-dangerous = داانگههروووس گوووودس, ون نومبههر
units-listed = { $value } ووف { $other } لییستههد
units-told = { $step }: { $some } ووف { $all }
col-unit-number = نومبههر
col-seals = سههاالس
col-gross = گرووسس
col-tare = تاارهه
col-net = نههت
col-ticket = شههییگحبرییدگهه تییچکههت
col-contents = چوونتههنتس
receipt-note-line = شرییتتههن ااگاایینست تحهه پحيسییچاال چووونت. ییت چحاانگههس نووتحیینگ ووف شحاات شااس دییسپااتچحههد.
field-receiver = رههچههییڤههد بي
field-temperature = تههمپههرااتورهه وون ااررییڤاال
nothing-listed = نووت لییستههد
all-of-it = االل ووف ییت
counted-otherwise = چووونتههد, نووت شههییگحههد
balance-not-drawn = چااننووت بهه درااشن: نووت ستااتههد
fate-good = گوووود
fate-damaged = داامااگههد
fate-missing = مییسسیینگ
fate-returned = تورنههد بااچک
reason-unsaid = نووت ساایید
reason-short-packed = سحوورت-پااچکههد
reason-missing-in-transit = مییسسیینگ یین تراانسییت
reason-theft = تحههفت
reason-torn = توورن وور لههااکیینگ
reason-wet = شههت
reason-infested = یینفههستههد وور مووولدي
reason-expired = ههخپییرههد
reason-wrong-item = شروونگ ییتههم
reason-underweight = وندههرشههییگحت
reason-rejected = رههجههچتههد بي اان ااوتحوورییتي
reason-other = ووتحههر
col-dispatched = دییسپااتچحههد
col-before = بههفوورهه
col-after = اافتههر
col-surplus = سورپلوس
col-under-way = وندههر شااي
col-reason = رههااسوون
became-planned = پلااننههد
became-under-way = وندههر شااي
became-received = رههچههییڤههد
became-damaged = داامااگههد
became-missing = مییسسیینگ
became-returned = تورنههد بااچک
became-surplus = سورپلوس
by-reason = لووسسههس بي رههااسوون
by-transit = تییمهه وون تحهه شااي, بي موودهه
col-legs = لههگس
col-days = داايس
col-days-planned = پلااننههد
col-late = لااتهه
legs-late = { $value }, بي { $other } داايس وون ااڤههرااگهه
amendments = چووررههچتییوونس
amendment-number = چووررههچتییوون { $value }
became-dispatched = دییسپااتچحههد
held-up = حههلد وپ

# -- loss reports
field-stage = ستااگهه
field-circumstances = چییرچومستاانچههس
field-disposition = داامااگههد گوووودس
field-commercial-act = چووممههرچییاال ااچت (رااییلشااي), نومبههر
field-police-report = پوولییچهه رههپوورت, نومبههر
field-survey-report = سورڤههي رههپوورت, نومبههر
stage-unsaid = نووت ستااتههد
stage-loading = لوواادیینگ
stage-leg = وون تحهه شااي
stage-border = اات اا بووردههر
stage-warehouse = یین اا شاارههحوووسهه
stage-distribution = دییسترییبوتییوون
disposition-unsaid = نووت ستااتههد
disposition-destroyed = دههستروويههد
disposition-reconditioned = رههچووندییتییوونههد
disposition-returned = سههنت بااچک
disposition-fit = فییت فوور وسهه

# -- sources of figures
also-reported = االسوو رههپوورتههد:
said-by = سووورچهه:
told-title = شحوو ساایید شحاات

# -- papers
paper-signed-waybill = سییگنههد شاايبییلل وور چوونسییگنمههنت نووتهه
paper-received-note = سییگنههد گوووودس رههچههییڤههد نووتهه
paper-packing-list = پااچکیینگ لییست
paper-invoice = یینڤووییچهه
paper-origin = چههرتییفییچااتهه ووف وورییگیین
paper-phytosanitary = پحيتووساانییتااري وور ڤههتههریینااري چههرتییفییچااتهه
paper-quality = چههرتییفییچااتهه ووف قواالییتي
paper-gift = گییفت چههرتییفییچااتهه
paper-duty-exemption = پرووووف ووف دوتي ههخههمپتییوون
paper-customs-release = چوستوومس رههلههااسهه
paper-loss-report = چووممههرچییاال ااچت, پوولییچهه وور سورڤههي رههپوورت
paper-photo = پحووتووگرااپح
paper-other = ووتحههر
papers-outstanding = پااپههرس وووتستااندیینگ

# -- the documents
doc-waybill = شاايبییلل
doc-packing-list = پااچکیینگ لییست
doc-goods-received-note = گوووودس رههچههییڤههد نووتهه
doc-loss-report = لووسس ااند داامااگهه رههپوورت
doc-gift-certificate = گییفت چههرتییفییچااتهه
doc-summary = مییسسییوون سوممااري
stamp-draft = دراافت
stamp-partial = پاارتییاال ڤییههش
stamp-copy = چووپي
stamp-void = ڤوویید
stamp-superseded = سوپههرسههدههد
stamp-reprinted = رهه-پریینتههد وون { $value }
superseded-by = سوپههرسههدههد بي رههڤییسییوون { $value } ووف { $other }
void-since = ڤوویید سیینچهه { $value }
doc-number = نوو.
doc-revision = رههڤییسییوون { $value }
doc-revision-label = رههڤییسییوون
doc-not-issued = نووت ییسسوههد يههت
doc-issued = ییسسوههد
doc-issued-by = ییسسوههد بي
doc-pad = نومبههر ووف تحهه پریینتههد فوورم
doc-code = ڤههرییفییچااتییوون چوودهه
doc-check-at = توو چحههچک تحییس پااپههر: { $value }
doc-changes = شحاات رههڤییسییوون { $value } چحاانگههس
doc-change = { $what }: { $old } → { $new }
doc-change-text = تههخت
doc-change-nothing = تحهه چوونتههنت ییس تحهه ساامهه; وونلي ییتس فوورم وور ییتس لاانگوااگههس چحاانگههد.
doc-row = لیینهه { $value }
as-of = ااس ووف
prepared-by = پرههپاارههد بي
approved-by = ااپپرووڤههد بي
checked-by = چحههچکههد بي
seal = سههاال

# -- labels of documents
label-mission = مییسسییوون
label-consignment = چوونسییگنمههنت
label-receipt = رههچههییپت
label-decision = دههچییسییوون
label-opening = شحههرهه ااند شحههن
label-parties = پاارتییههس
label-route = روووتهه
label-means = مههاانس ووف تراانسپوورت
label-dispatch-place = پلااچهه ووف دییسپااتچح
label-delivery-place = پلااچهه ووف دههلییڤههري
label-truck = تروچک, پلااتهه
label-trailer = ترااییلههر, پلااتهه
label-driver = درییڤههر
label-wagons = شااگوونس
label-containers = چوونتاایینههرس
label-flight = فلییگحت
label-vessel = ڤههسسههل
label-transport-units = تراانسپوورت ونییتس
label-numbers = نومبههرس
label-note-smgs = سمگس نووتهه نوو.
label-note-cim = چییم نووتهه نوو.
label-note-cmr = چمر نووتهه نوو.
label-note-awb = ااییر شاايبییلل نوو.
label-note-bl = بییلل ووف لاادیینگ نوو.
label-note-waybill = چااررییههر’س شاايبییلل نوو.
label-note-other = چااررییههر’س پااپههر نوو.
label-packages = پااچکااگههس
label-gross = گرووسس شههییگحت
label-net = نههت شههییگحت
label-volume = ڤوولومهه
label-quantity = قواانتییتي
label-declared-value = دههچلاارههد ڤاالوهه
label-instructions = یینستروچتییوونس
label-departure-temperature = تههمپههرااتورهه اات دههپاارتورهه
label-arrival = ااررییڤههد (دااتهه, تییمهه)
label-reasons = رههااسوون چوودههس
label-this-sheet = تحییس سحههههت
label-shipper = سحییپپههر
label-waybill = شاايبییلل
label-goods-received-note = گوووودس رههچههییڤههد نووتهه
label-received-on = رههچههییڤههد وون
label-received-at = رههچههییڤههد اات
label-dispatched-from = دییسپااتچحههد فرووم
label-vehicle = ڤههحییچلهه وور شااگوون
label-lines-differ = لیینههس شییتح اا دییففههرههنچهه
label-packages-missing = پااچکااگههس مییسسیینگ
label-packages-damaged = پااچکااگههس داامااگههد
label-photos = پحووتووگرااپحس ااتتااچحههد
label-incident = دااتهه ووف تحهه یینچییدههنت
label-incident-place = پلااچهه ووف تحهه یینچییدههنت
label-report-date = دااتهه ووف تحهه رههپوورت
label-loss-value = ڤاالوهه ووف تحهه لووسس
label-gift-from = فرووم (دوونوور)
label-gift-to = توو (رههچییپییههنت)
label-period = پههرییوود
label-people-in-need = پههووپلهه یین نههههد
label-legal-basis = لههگاال بااسییس
label-source = سووورچهه
page-number = پ. { $value }

# -- columns of documents
col-line = نوو.
col-description = دههسچرییپتییوون
col-packages = پااچکااگههس
col-net-each = نههت پههر پااچکااگهه
col-net-quantity = نههت قواانتییتي
col-gross-weight = گرووسس شههییگحت
col-gross-each = گرووسس ههااچح
col-flags = حااندلیینگ
col-donor = دوونوور
col-value = ڤاالوهه
col-unit-value = ڤاالوهه ووف وونهه
col-good = گوووود
col-damaged = داامااگههد
col-missing = مییسسیینگ
col-reason-code = چوودهه
col-parcels = پااچکااگهه نووس.
col-per-waybill = پههر شاايبییلل
col-running = بههفوورهه · نووش · اافتههر
col-comment = رههااسوون, چووممههنت
col-loss-value = ڤاالوهه لووست
col-driver = درییڤههر
col-trailer = ترااییلههر
col-week = شههههک
col-route-words = فرووم – توو
col-arrives = توو ااررییڤهه
table-lines = گوووودس
table-units = تراانسپوورت ونییتس
table-parcels = پااچکااگههس ااند تحههییر چوونتههنتس
table-found = شحاات شااس فوووند
table-lost = شحاات شااس لووست وور داامااگههد
table-delivery = اات دههلییڤههري
table-total = تووتاال

# -- sentences of documents
goods-unlisted = نووت وون تحهه شاايبییلل
flag-cold = کههههپ چوولد: { $value }
flag-dangerous = داانگههروووس گوووودس, ون { $value }
flag-controlled = چوونترووللههد
package-range = { $value }–{ $other }
customs-only = ڤاالوهه فوور چوستوومس پورپووسههس وونلي.
group-waybill = چووڤههرس تحههسهه تراانسپوورت ونییتس وونلي: { $value } ووف { $other }. تحهه لیینههس اارهه تحووسهه ووف تحهه شحوولهه چوونسییگنمههنت.
group-note = تحهه نههت قواانتییتییههس ووف ههااچح ونییت ستااند یین تحهه تاابلهه ووف تراانسپوورت ونییتس.
sign-only-after-counting = سییگن وونلي اافتههر چووونتیینگ.
good-order = رههچههییڤههد یین ااپپاارههنت گوووود ووردههر, ااس لییستههد.
grn-note = ییسسوههد ااگاایینست تحهه پحيسییچاال چووونت. دییففههرههنچههس دوو نووت چحاانگهه تحهه شاايبییلل.
loss-attach = ااتتااچح تحهه شاايبییلل ااند تحهه گوووودس رههچههییڤههد نووتهه.
gift-mark = حوماانییتاارییاان اایید – نووت فوور ساالهه
gift-statement = تحهه گوووودس لییستههد حههرهه اارهه گییڤههن فرهههه ووف چحاارگهه ااس حوماانییتاارییاان اایید. تحههي اارهه نووت فوور ساالهه, نوو پاايمههنت شااس ماادهه وور ییس دوهه فوور تحههم, ااند تحههي حااڤهه نوو چووممههرچییاال ڤاالوهه; تحهه ڤاالوهه دههچلاارههد ییس فوور چوستوومس پورپووسههس وونلي.
gift-second = تحهه رههچییپییههنت ااچچههپتس تحهه گوووودس ااس اا گییفت ااند شییلل وسهه تحههم وونلي فوور تحهه پورپووسهه ناامههد اابووڤهه.
copy-original = وورییگییناال
copy-transporter = چووپي 1: تراانسپوورتههر
copy-consignee = چووپي 2: چوونسییگنهههه
copy-return = چووپي 3: رههتورن توو سههندههر

# -- sign-off
sign-dispatched = لوواادههد ااند دییسپااتچحههد بي
sign-transporter = تراانسپوورتههر
sign-consignee = چوونسییگنهههه
sign-delivered = دههلییڤههرههد بي
sign-received = رههچههییڤههد بي
sign-donor = فوور تحهه دوونوور
sign-recipient = فوور تحهه رههچییپییههنت
box-name = ناامهه
box-function = فونچتییوون
box-date = دااتهه
box-place = پلااچهه
box-condition = چووندییتییوون
box-remarks = رههماارکس
box-signature = سییگنااتورهه, ستاامپ

# -- the mission summary
summary-one-page = وونهه پااگهه
summary-full = فولل فوورم
by-leg = بي لههگ
legs-not-added = چااررییههد, نووت ااددههد: گوووودس تحاات چحاانگهه فرووم وونهه لههگ توو تحهه نههخت ستااند یین ههااچح
arrivals-expected = ههخپههچتههد ااررییڤاالس, نههخت ههییگحت شههههکس
arrivals-none = نووتحیینگ ییس ههخپههچتههد توو ااررییڤهه یین تحهه نههخت ههییگحت شههههکس.
losses-and-differences = لووسسههس ااند دییففههرههنچههس
loss-reports = لووسس رههپوورتس
narrative = نااررااتییڤهه
asked-of-reader = شحاات ییس ااسکههد ووف تحهه رههاادههر
narrative-goes-on = ییت گووههس وون یین تحهه فولل فوورم.
sources-and-amendments = سووورچههس ااند چووررههچتییوونس
shown-in-full-form = { $n } موورهه یین تحهه فولل فوورم
also-in-full-form = االسوو یین تحهه فولل فوورم: { $value }.
and-more-rows = { $n } موورهه
sheet-more = تحهه نههشههست { $n } چوونسییگنمههنتس اارهه لییستههد; تحهه تووتاالس چووونت االل ووف تحههم.
chart-goods = پلااننههد, دییسپااتچحههد ااند رههچههییڤههد
chart-arrivals = رههچههییڤههد بي موونتح
chart-modes = سحاارهه بي موودهه ووف تراانسپوورت
chart-bar = { $value }: { $other }
chart-of-dispatched = { $value } % رههچههییڤههد
unit-kind-consignments = چوونسییگنمههنتس

# -- checking a paper without signing in
verify-title = چحههچک اا پااپههر
verify-lead = ههڤههري پااپههر ییسسوههد حههرهه چااررییههس اا چوودهه. ههنتههر ییت, وور پوویینت اا چاامههراا اات تحهه سقواارهه وون تحهه پااپههر.
verify-field = ڤههرییفییچااتییوون چوودهه
verify-button = چحههچک
verify-issued = تحییس پااپههر شااس ییسسوههد
verify-current = ییت ییس تحهه لااتههست رههڤییسییوون ااند ییس یین فوورچهه.
verify-superseded = اا نههشههر رههڤییسییوون حااس تااکههن ییتس پلااچهه
verify-superseded-text = تحییس پااپههر شااس ییسسوههد, ااند رههڤییسییوون { $value } ووف { $other } ستااندس یین ییتس پلااچهه. ااسک فوور تحهه نههشههر وونهه.
verify-void = تحییس پااپههر شااس دههچلاارههد ڤوویید
verify-void-text = ییت شااس ییسسوههد, ااند شااس دههچلاارههد ڤوویید وون { $value }. ییت موست نووت بهه وسههد.
verify-record-void = شحاات ییت تههللس ووف شااس دههچلاارههد ڤوویید
verify-record-void-text = تحهه پااپههر شااس ییسسوههد; تحهه رههچوورد بههحییند ییت شااس دههچلاارههد ڤوویید وون { $value }. ااسک ییتس ییسسوههر.
verify-unknown = نوو سوچح پااپههر
verify-unknown-text = نوو پااپههر شییتح تحهه چوودهه { $value } شااس ییسسوههد حههرهه. چوومپاارهه ییت لههتتههر بي لههتتههر شییتح تحهه پااپههر یین يووور حااند; تحههرهه ییس نوو لههتتههر یی, ل, وو وور و یین اا چوودهه.
verify-often = توووو مااني ترییههس
verify-often-text = توووو مااني چوودههس شههرهه ترییههد فرووم يووور نههتشوورک. شااییت اا میینوتهه ااند تري ااگاایین.
verify-compare = چوومپاارهه شییتح تحهه پااپههر یین يووور حااند
verify-compare-text = ییف اانيتحیینگ دییففههرس, تحهه پااپههر شااس االتههرههد.
verify-withheld = تحهه ییسسوههر سحووشس نووتحیینگ موورهه حههرهه. ااسک تحههم.
verify-hash = فیینگههرپریینت ووف ییتس چوونتههنت (سحاا-256)
verify-kind = کییند ووف پااپههر
verify-organisation = ییسسوههد بي
verify-checked-at = چحههچکههد { $value }
