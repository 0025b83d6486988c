# Made by tests/pseudo.py from the English words. Do not edit.
# Every word of the screens. One key, one meaning; the same keys with the same variables stand in every language.

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
yes = يههس
any = ااني
all = االل
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
mode-choose-each-time = چحووسههن فوور ههااچح چوونسییگنمههنت

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
unit-kind-by-mode = ااس وسواال فوور تحهه موودهه

# -- documents of carriage
document-none = نوونهه يههت
document-smgs = سمگس رااییل نووتهه
document-cim = چییم رااییل نووتهه
document-cmr = چمر رووااد نووتهه
document-awb = ااییر شاايبییلل
document-bl = بییلل ووف لاادیینگ
document-waybill = شاايبییلل
document-other = ووتحههر پااپههر

# -- how goods share a quantity
sharing-together = االل ووف تحههم تووگههتحههر
sharing-each = تحییس موچح ووف ههااچح
sharing-unsaid = نووت ساایید
sharing-said-together = تووگههتحههر, سحاارههس نووت ستااتههد
sharing-said-each = ووف ههااچح
sharing-said-unsaid = ووف ههااچح وور تووگههتحههر: نووت ساایید
good-as-typed = { $value } (نووت یین تحهه چااتاالووگوهه)
shares-not-stated = سحاارههس نووت ستااتههد
in-all = { $value } یین االل
about-by-density = اابوووت { $value } اات { $other } کگ/ل
packages-come-to = تحهه پااچکااگههس چوومهه توو { $value }
packages-of = { $value } × { $other }

# -- weights
weight-net = نههت
weight-gross = گرووسس
weight-unsaid = نووت ساایید
check-figure = توو چحههچک ااگاایینست, نووت ااددههد
lines-come-to = تحهه لیینههس چوومهه توو { $value }

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
status-void = ڤوویید
status-by-dates = ااس ییتس دااتههس سااي
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
mission-status-planned = پلااننههد
mission-status-active = ااچتییڤهه
mission-status-closed = چلووسههد

# -- every page
skip-to-content = سکییپ توو چوونتههنت
main-menu = ماایین مههنو
menu-home = حوومهه
menu-missions = مییسسییوونس
menu-consignments = چوونسییگنمههنتس
menu-catalogue = گوووودس
menu-organisations = وورگاانییسااتییوونس
menu-places = پلااچههس
save = سااڤهه
edit = ههدییت
copy = چووپي
move = مووڤهه توو اانووتحههر مییسسییوون
void = دههچلاارهه ڤوویید
cancel = چاانچههل
print = پریینت
pages = پااگههس
first-page = ← فییرست پااگهه
next-page = نههخت پااگهه →
choose-day = چحووووسهه اا دااي
error-prefix = ههرروور:

# -- forms
problems-title = پلههااسهه پوت تحییس رییگحت
which-one = شحییچح وونهه ییس مههاانت?
row-line = لیینهه { $n }, { $field }
row-leg = لههگ { $n }, { $field }
row-allot = االلووتتههد ییتههم { $n }, { $field }
conflict-title = تحییس شااس چحاانگههد مههاانشحییلهه
conflict-text = سوومههوونهه ههلسهه سااڤههد تحهه رههچوورد شحییلهه يووو شههرهه شرییتیینگ. بووتح اارهه سحووشن بههلووش; نووتحیینگ يووو تيپههد ییس لووست. چحاانگهه تحهه فوورم توو شحاات ییس رییگحت ااند سااڤهه ااگاایین.
conflict-caption = شحاات دییففههرس
conflict-field = فییههلد
conflict-theirs = سااڤههد نووش
conflict-yours = يووورس
draft-offer = يووو بههگاان تحییس فوورم ااند دیید نووت سااڤهه ییت. ییت شااس کههپت یین تحییس برووشسههر:
draft-restore = گوو وون شییتح ییت
draft-discard = تحرووش ییت ااشااي

# -- the record of changes
history-title = حییستووري
verb-created = ههنتههرههد
verb-changed = چحاانگههد
verb-voided = دههچلاارههد ڤوویید
verb-moved = مووڤههد توو اانووتحههر مییسسییوون
verb-merged = مههرگههد
verb-happened = رههچووردههد وون تحهه شااي
verb-approved = سوممااري ااپپرووڤههد
done-logged = سااڤههد.
done-logged-another = ییس سااڤههد. تحهه نههخت وونهه بههگیینس شییتح تحهه ساامهه پاارتییههس ااند روووتهه.
done-changed = تحهه چحاانگهه ییس سااڤههد.
done-voided = دههچلاارههد ڤوویید. ییتس نومبههر ستاايس.
done-moved = مووڤههد.
done-mission-opened = تحهه مییسسییوون ییس ووپههن. لووگ ییتس فییرست چوونسییگنمههنت.
done-mission-changed = تحهه چحاانگهه ییس سااڤههد.
done-mission-approved = تحهه سوممااري ییس ااپپرووڤههد ااس ییت ستااندس.
done-mission-not-approved = نووت ااپپرووڤههد: تحهه فییگورههس چحاانگههد شحییلهه يووو شههرهه لووووکیینگ. حههرهه تحههي اارهه ااس تحههي اارهه نووش.

# -- home
home-title = اایید وندههر شااي
home-active = { $n } ااچتییڤهه { $plural ->
    [one] مییسسییوون
   *[other] مییسسییوونس
}
home-empty = نووتحیینگ ییس وندههر شااي يههت
home-empty-text = ووپههن اا مییسسییوون, تحههن لووگ شحاات ییس سههنت. بووتح چاان بهه دوونهه یین وونهه فوورم.
latest-consignments = لااتههست چوونسییگنمههنتس
all-consignments = االل چوونسییگنمههنتس
progress-received = { $value } % رههچههییڤههد
progress-transit = { $value } % سههنت, نووت يههت رههچههییڤههد
progress-planned = { $value } % پلااننههد
progress-lost = { $value } % لووست وور تورنههد بااچک
progress-of-mass = بي مااسس
progress-of-consignments = بي نومبههر ووف چوونسییگنمههنتس

# -- missions
missions-count = { $n } { $plural ->
    [one] مییسسییوون
   *[other] مییسسییوونس
}
missions-caption = نههشههست فییرست
no-missions = نوو مییسسییوونس يههت
no-missions-text = اا مییسسییوون گااتحههرس تحهه چوونسییگنمههنتس سههنت فوور وونهه چرییسییس وور ووچچااسییوون. ووپههن وونهه; ییتس چوونسییگنمههنتس فووللووش.
open-mission = ووپههن اا مییسسییوون
edit-mission = ههدییت { $value }
mission-empty = نوو چوونسییگنمههنتس يههت
mission-empty-text = شحاات ییس سههنت یین تحییس مییسسییوون ییس لووگگههد حههرهه; تحهه سوممااري ااددس ییت وپ.
group-mission = مییسسییوون
group-defaults = وسواال پاارتییههس ااند پلااچههس
group-decision = لههگاال بااسییس
group-handover = حااندووڤههر
group-need = نههههد ااند نووتههس
group-record = رههچوورد
hint-mission-code = لااتیین لههتتههرس, دییگییتس ااند حيپحههنس, سوچح ااس کز-ااف-2023-04
hint-donors = سههڤههراال اارهه سههپاارااتههد بي سههمییچوولوونس
hint-glide = سوچح ااس ههق-2022-000232-اافگ
hint-defaults = تحههي اارهه فییللههد یین فوور ههااچح نههش چوونسییگنمههنت ووف تحییس مییسسییوون ااند چاان بهه چحاانگههد تحههرهه.
hint-allotments = شحاات تحهه دههچییسییوون االلووتس, وونهه گوووود اا رووش. ییت ییس چوومپاارههد شییتح شحاات شااس سههنت.
field-code = چوودهه
field-title = تییتلهه
field-crisis = چرییسییس
field-glide = گلییدهه نومبههر
field-recipient-country = رههچییپییههنت چووونتري
field-donors = دوونوورس
field-purpose = پورپووسهه
field-starts = بههگیینس
field-ends = ههندس
field-status = ستااتوس
field-notes = نووتههس
field-decision-number = نومبههر ووف تحهه دههچییسییوون
field-decision-date = دااتهه ووف تحهه دههچییسییوون
field-allot-goods = گوووودس
field-allot-quantity = قواانتییتي
field-allot-unit = ونییت
field-need-people = پههووپلهه یین نههههد
field-need-source = سووورچهه ووف تحاات فییگورهه
field-handover-from = حااندههد ووڤههر بي
field-handover-to = حااندههد ووڤههر توو
field-handover-office = رههچههییڤیینگ ووففییچهه
field-handover-place = پلااچهه ووف حااندووڤههر
field-handover-date = دااتهه ووف حااندووڤههر
field-handover-act = نومبههر ووف تحهه ااچت
field-default-consignor = چوونسییگنوور
field-default-consignee = چوونسییگنهههه
field-default-carrier = چااررییههر
field-default-mode = موودهه ووف تراانسپوورت
field-default-from = فرووم
field-default-via = بووردههر وور حوب
field-default-to = توو

# -- consignments: the form
log-consignment = لووگ اا چوونسییگنمههنت
log-lead = سااي شحاات ییس سههنت, حووش موچح, حووش ااند شحههن. “نووت ستااتههد” ییس اان اانسشههر; ههڤههريتحیینگ ههلسهه مااي بهه لههفت ههمپتي.
edit-consignment = ههدییت { $value }
log-another = لووگ اانووتحههر
save-and-another = سااڤهه ااند لووگ اانووتحههر
group-goods = شحاات ییس سههنت
group-journey = حووش ییت ترااڤههلس
group-progress = حووش فاار ییت حااس چوومهه
group-parties = شحوو
group-rest = شههییگحتس, ڤاالوهه, سووورچهه ااند رههماارکس
group-events = وون تحهه شااي
add-line = اادد اا لیینهه
add-leg = اادد اا لههگ
remove-line = رههمووڤهه لیینهه { $value }
remove-leg = رههمووڤهه لههگ { $value }
look-over = لووووک ییت ووڤههر شییتحوووت سااڤیینگ
line-more = موورهه اابوووت تحییس لیینهه
leg-more = پلاانس ااند پااپههرس ووف تحییس لههگ
leg = لههگ
main-leg = ماایین لههگ
new-mission-here = وور ووپههن اا نههش مییسسییوون حههرهه
hint-mission = تحهه مییسسییوون’س چوودهه
hint-goods = سههڤههراال گوووودس شییتح وونهه قواانتییتي ستااند یین وونهه لیینهه, سههپاارااتههد بي چووممااس. اان ونکنووشن قواانتییتي ییس اا قوههستییوون ماارک: ?
hint-money = شییتح ییتس چوررههنچي, سوچح ااس 1200 وسد
hint-stated-weight = ووف تحهه شحوولهه چوونسییگنمههنت, یین کگ وور ت; چوومپاارههد شییتح تحهه لیینههس, نههڤههر ااددههد
hint-source = شحوو ساايس سوو, ااند شحههرهه
hint-reported = تحهه دااي ووف تحاات رههپوورت; شحههرهه نوو ووتحههر دااتهه ییس ستااتههد, تحهه چوونسییگنمههنت ییس فییلههد وندههر ییت
hint-reason = شحي ییت ییس چحاانگههد, ییف تحاات سحووولد بهه رههمههمبههرههد
field-mission = مییسسییوون
field-new-mission-code = چوودهه ووف تحهه نههش مییسسییوون
field-new-mission-title = تییتلهه
field-new-mission-recipient-country = رههچییپییههنت چووونتري
field-new-mission-donors = دوونوورس
field-line-goods = گوووودس
field-line-quantity = قواانتییتي
field-line-unit = ونییت
field-line-packages = پااچکااگههس
field-line-unsaid = تحهه قواانتییتي ییس نووت ستااتههد
field-line-sharing = ییف سههڤههراال گوووودس: تحهه قواانتییتي ییس ووف
field-line-category = چااتههگووري
field-line-donor = دوونوور, ییف اانووتحههر
field-line-net = نههت شههییگحت
field-line-gross = گرووسس شههییگحت
field-line-volume = ڤوولومهه
field-line-batch = بااتچح وور لووت
field-line-expiry = ههخپییرههس
field-line-hs = حس چوودهه
field-line-value = ڤاالوهه
field-line-cost = چووست
field-line-note = نووتهه
field-line-catalogue = اادد تحهه گوووودس توو تحهه چااتاالووگوهه
field-leg-mode = موودهه ووف تراانسپوورت
field-leg-from = فرووم
field-leg-via = بووردههر وور حوب
field-leg-to = توو
field-leg-carrier = چااررییههر
field-leg-units = حووش مااني شااگوونس, تروچکس, فلییگحتس …
field-leg-unit-kind = شحاات تحههي اارهه
field-leg-document-type = کییند ووف پااپههر
field-leg-document = نومبههر ووف تحهه پااپههر
field-leg-planned-departure = توو لههااڤهه وون
field-leg-departed = لههفت وون
field-leg-planned-arrival = توو ااررییڤهه وون
field-leg-arrived = ااررییڤههد وون
field-dates-unsaid = نوو دااتهه ییس ستااتههد
field-main-leg = ماایین لههگ
field-received = رههچههییڤههد وور حااندههد ووڤههر وون
field-donor = دوونوور
field-consignor = چوونسییگنوور
field-consignee = چوونسییگنهههه
field-external-ref = تحههییر ووشن نومبههر
field-stated-weight = شههییگحت ااس ستااتههد
field-stated-weight-kind = تحاات شههییگحت ییس
field-stated-packages = پااچکااگههس ااس ستااتههد
field-value = دههچلاارههد ڤاالوهه
field-freight = فرههییگحت
field-insurance = یینسوراانچهه
field-source = سووورچهه
field-reported = رههپوورتههد وون
field-remarks = رههماارکس
field-reason = رههااسوون
field-number = نومبههر
category-by-goods = ااس یین تحهه چااتاالووگوهه
like-title = ییس تحییس وونهه لووگگههد االرههاادي?
like-save-anyway = ییت ییس اانووتحههر وونهه: سااڤهه ییت
doubt-title = ییس تحییس رییگحت?
disagreements-title = تحییس دووههس نووت ااگرهههه
doubt-save = يههس, سااڤهه ییت
doubt-future = { $value }: { $other } ییس ستییلل توو چوومهه.
doubt-legs-cross = لههگ { $leg } لههفت وون { $left }, بههفوورهه تحهه لههگ بههفوورهه ییت ااررییڤههد وون { $arrived }.
doubt-received-early = رههچههییڤههد وون { $value }, بههفوورهه ییت ااررییڤههد وون { $other }.
doubt-parted = { $value }: { $other } ییس نووت اا شحوولهه نومبههر.
doubt-net-above-gross = { $value }: تحهه نههت شههییگحت, { $other }, ییس موورهه تحاان تحهه گرووسس شههییگحت.
doubt-expired = { $value }: ههخپییرههد ({ $other }) بههفوورهه ییت لههفت.
doubt-packages = { $value }: تحهه پااچکااگههس چوومهه توو { $other }, نووت توو تحهه قواانتییتي.
doubt-net = { $value }: تحهه نههت شههییگحت, { $other }, ییس موورهه تحاان تحهه قواانتییتي.
doubt-gross = { $value }: تحهه گرووسس شههییگحت, { $other }, ییس لههسس تحاان تحهه قواانتییتي.
save-as-new = سااڤهه میینهه ااس اا نههش چوونسییگنمههنت
hint-save-as-new = بووتح اارهه کههپت; تحهه وونهه االرههاادي سااڤههد ستاايس ااس ییت ییس.

# -- consignments: pages and lists
col-number = نومبههر
col-code = چوودهه
col-goods = گوووودس
col-quantity = قواانتییتي
col-mode = موودهه
col-route = روووتهه
col-date = دااتهه
col-status = ستااتوس
col-details = دههتااییلس
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
planned-for = پلااننههد:
carried-not-added = ههااچح لههگ چااررییههس تحهه ساامهه گوووودس: چااررییههد, نووت ااددههد
logged-at = لووگگههد
recorded-at = رههچووردههد { $value }
formerly = فوورمههرلي { $value }
number-moved = { $value } مووڤههد توو اانووتحههر مییسسییوون شییتح ییتس چوونسییگنمههنت
void-title = دههچلاارهه { $value } ڤوویید
void-lead = ییت ستاايس ڤییسییبلهه وندههر ییتس نومبههر, ااند چووونتس نووشحههرهه. تحییس چااننووت بهه وندوونهه.
void-do = دههچلاارهه ڤوویید
void-is = تحییس چوونسییگنمههنت ییس ڤوویید
move-title = مووڤهه { $value } توو اانووتحههر مییسسییوون
move-lead = ییت تااکههس تحهه نههخت نومبههر تحههرهه; تحهه نومبههر ییت حااس نووش ستاايس ییتس ووشن فوور ههڤههر.
move-do = مووڤهه ییت
no-consignments = نوو چوونسییگنمههنتس يههت
no-consignments-text = لووگ تحهه فییرست وونهه; ییت چاان ووپههن ییتس مییسسییوون یین تحهه ساامهه فوورم.
nothing-found = نووتحیینگ فوووند
nothing-found-text = نووتحیینگ مااتچحههس االل ووف تحییس. تااکهه اا فییلتههر بااچک, وور لووووک اات ههڤههريتحیینگ.
nothing-found-log = نوو ههنتري مااتچحههس االل ووف تحییس. تااکهه اا فییلتههر بااچک, وور لووووک اات ههڤههريتحیینگ.
show-all = سحووش االل
newest-first = نههشههست فییرست
oldest-first = وولدههست فییرست
sort-oldest = وولدههست فییرست
sort-newest = نههشههست فییرست
download-csv = دووشنلووااد ااس چسڤ
add-up = اادد وپ ههڤههريتحیینگ تحاات ییس فییلتههرههد
too-many-to-add = تحییس ییس توووو موچح توو اادد وپ اات وونچهه. چحووووسهه اا مییسسییوون وور اا سحوورتههر پههرییوود.
search-too-short = موورهه شووردس بههگیین لییکهه تحییس تحاان اارهه لووووکههد فوور اات وونچهه. اا لوونگههر شوورد فییندس االل ووف ییت.
search-cut = لووووکههد بااچک ااس فاار ااس { $value }. چحووووسهه اا مییسسییوون, اا پههرییوود وور اا راارههر شوورد توو سهههه فورتحههر.
filtered-by = فییلتههرههد بي
remove-filter = رههمووڤهه تحهه فییلتههر { $value }: { $other }
filter-do = سحووش
filter-q = سههاارچح
filter-mission = مییسسییوون
filter-donor = دوونوور
filter-mode = موودهه
filter-status = ستااتوس
filter-category = چااتههگووري
filter-item = گوووودس
filter-from = فرووم
filter-to = توو
filter-since = سیینچهه
filter-until = ونتییل
lines-not-stated = { $n } { $plural ->
    [one] لیینهه
   *[other] لیینههس
} نووت ستااتههد

# -- summary
summary = سوممااري
print-summary = پریینت سوممااري
search-and-filter = سههاارچح ااند فییلتههر تحههسهه چوونسییگنمههنتس
more-consignments = وونلي تحهه نههشههست اارهه سحووشن حههرهه
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
approve = ااپپرووڤهه تحهه سوممااري
approve-hint = ونتییل تحههن ییتس سحههههت ییس ماارکههد ااس اا دراافت; اا چحاانگهه مااکههس ییت اا دراافت ااگاایین.
approved-at = ااپپرووڤههد { $value }
back-to-mission = بااچک توو تحهه مییسسییوون
list-every-consignment = لییست ههڤههري چوونسییگنمههنت
list-to-print = لییست االل توو پریینت

# -- what may be wrong
error-broken-text = ییت حوولدس چحاارااچتههرس تحاات اارهه نوو تههخت, سوچح ااس اا نول. تيپهه ییت ااگاایین.
error-too-long = ییت ییس { $length } چحاارااچتههرس لوونگ; اات مووست { $most } فییت. سحوورتههن ییت.
error-name-too-long = ییت ییس توووو لوونگ; اات مووست { $most } چحاارااچتههرس فییت. سحوورتههن ییت.
error-choose = چحووووسهه وونهه ووف تحهه لییست.
error-title-empty = ههنتههر اا تییتلهه.
error-mission-code-empty = ههنتههر اا چوودهه, سوچح ااس کز-ااف-2023-04.
error-mission-code = وسهه لااتیین لههتتههرس, دییگییتس, دووتس ااند حيپحههنس, 2 توو 40 ووف تحههم, سوچح ااس کز-ااف-2023-04.
error-code-used = تحهه چوودهه { $code } ییس یین وسهه. چحووووسهه اانووتحههر چوودهه.
error-code-taken = { $code } ییس تااکههن بي “{ $title }”. چحووووسهه اانووتحههر چوودهه.
error-code-frozen = تحهه چوودهه ستاايس { $code }: چوونسییگنمههنتس اارهه نومبههرههد وندههر ییت.
error-glide = اا گلییدهه نومبههر لووووکس لییکهه ههق-2022-000232-اافگ.
error-country = تحییس چووونتري ییس نووت کنووشن. ههنتههر ییتس ناامهه وور ییتس تشوو-لههتتههر چوودهه.
error-need-source = سااي شحههرهه تحهه نومبههر ووف پههووپلهه یین نههههد چوومههس فرووم.
error-ends-before-starts = ییت ههندس بههفوورهه ییت بههگیینس. چووررههچت وونهه ووف تحهه دااتههس.
error-mission-empty = ههنتههر تحهه مییسسییوون’س چوودهه, وور ووپههن اا نههش مییسسییوون بههلووش.
error-mission-unknown = نوو مییسسییوون حااس تحهه چوودهه “{ $typed }”. چووررههچت ییت, وور ووپههن اا نههش مییسسییوون بههلووش.
error-move-where = ههنتههر تحهه چوودهه ووف تحهه مییسسییوون ییت بههلوونگس توو.
error-move-unknown = نوو مییسسییوون حااس تحهه چوودهه “{ $typed }”. چحههچک تحهه چوودهه.
error-move-there = ییت ییس یین تحهه مییسسییوون { $code } االرههاادي.
error-mission-twice = ناامهه اا مییسسییوون وور ووپههن اا نههش وونهه, نووت بووتح.
error-goods-empty = ههنتههر شحاات ییس سههنت.
error-quantity-empty = ههنتههر حووش موچح, وور ? شحههن ییت ییس نووت ستااتههد.
error-not-a-number = “{ $typed }” ییس نووت اا نومبههر. شرییتهه ییت لییکهه 5403 وور 272.728.
error-negative = “{ $typed }” ییس نههگااتییڤهه. ههنتههر اا قواانتییتي ووف زههروو وور موورهه.
error-too-large = “{ $typed }” ییس موورهه تحاان اا چوونسییگنمههنت چاان حوولد. چحههچک تحهه نومبههر ااند تحهه ونییت.
error-too-fine = “{ $typed }” ییس فیینههر تحاان تحهه حوووسهه کههههپس: اا تحوووسااندتح ووف اا کییلووگراام, اا لییترهه وور اا پییههچهه.
error-no-unit = ههنتههر تحهه ونییت, سوچح ااس ت, کگ, ل, بووخههس وور سههتس.
error-unknown-unit = تحهه ونییت “{ $unit }” ییس نووت کنووشن. ههنتههر وونهه ووف تحهه لییست, سوچح ااس ت, کگ, ل, بووخههس وور سههتس.
error-mixed-units = “{ $typed }” مییخههس ونییتس تحاات چااننووت بهه ااددههد. ههنتههر وونهه قواانتییتي اا لیینهه.
error-which-number = “{ $typed }” چاان بهه رههااد یین تشوو شاايس.
error-which-record = “{ $typed }” ییس تحهه ناامهه ووف سههڤههراال.
error-packages = “{ $typed }” ییس نووت وندههرستوووود. شرییتهه ییت لییکهه 4000 بااگس × 25 کگ.
error-not-a-weight = ههنتههر اا شههییگحت, سوچح ااس 500 کگ وور 1.5 ت.
error-not-a-volume = ههنتههر اا ڤوولومهه, سوچح ااس 200 ل وور 1.5 م³.
error-not-whole = ههنتههر اا شحوولهه نومبههر.
error-currency = ههنتههر تحهه اامووونت شییتح ییتس چوررههنچي, سوچح ااس 1200 وسد.
error-hs = اان حس چوودهه حااس 4 توو 10 دییگییتس.
error-mode-empty = چحووووسهه حووش ییت ترااڤههلس, وور “نووت ستااتههد”.
error-date-empty = ههنتههر اا دااتهه, وور تییچک “نوو دااتهه ییس ستااتههد” بههلووش.
error-not-a-date = “{ $typed }” ییس نووت اا دااتهه. شرییتهه ییت لییکهه 17.4.2023, ااپرییل 2023 وور 2023.
error-no-such-day = “{ $typed }” دووههس نووت ههخییست: { $month } حااس { $last } داايس.
error-no-such-month = “{ $typed }” دووههس نووت ههخییست: اا يههاار حااس 12 موونتحس. تحهه دااي چوومههس بههفوورهه تحهه موونتح.
error-two-digit-year = شرییتهه تحهه يههاار ووف “{ $typed }” شییتح فووور دییگییتس.
error-year-out-of-range = تحهه يههاار ووف “{ $typed }” موست بهه بههتشههههن 1900 ااند 2200.
error-arrives-before-leaving = ییت ااررییڤههس بههفوورهه ییت لههااڤههس. چووررههچت وونهه ووف تحهه دااتههس.
error-received-before-leaving = ییت ییس رههچههییڤههد بههفوورهه ییت لههااڤههس. چووررههچت وونهه ووف تحهه دااتههس.
error-status-behind-dates = “{ $chosen }” دووههس نووت گوو شییتح تحهه دااتههس, شحییچح سااي “{ $dates }”. چووررههچت تحهه ستااتوس وور تحهه دااتههس.
error-too-many-lines = اا چوونسییگنمههنت تااکههس اات مووست { $most } لیینههس. لووگ تحهه رههست ااس اانووتحههر چوونسییگنمههنت.
error-too-many-legs = اا چوونسییگنمههنت تااکههس اات مووست { $most } لههگس.
error-reason-empty = سااي شحي.
error-void = تحییس چوونسییگنمههنت ییس ڤوویید ااند چااننووت بهه چحاانگههد.
error-filter-unknown = “{ $typed }” ییس نووت کنووشن حههرهه, سوو نووتحیینگ ییس فوووند. چووررههچت ییت وور تااکهه تحهه فییلتههر بااچک.

# -- Organisations, places, goods: what their lists and forms share

show = سحووش
in-order-of-name = یین ووردههر ووف ناامهه
title-error = ههرروور:
done-created = ااددههد.
done-saved = سااڤههد.
done-merged = مههرگههد. تحهه ووتحههر ناامههس اارهه کههپت حههرهه, سوو تحاات تحهه وولد شووردس ستییلل فییند ییت.
merged-title = مههرگههد یینتوو اانووتحههر رههچوورد
merge = مههرگهه
merge-title = تحییس ییس تحهه ساامهه ااس اانووتحههر وونهه
merge-text = ییتس ناامههس بههچوومهه ووتحههر ناامههس ووف تحاات وونهه, ااند شحااتههڤههر رههفههرس توو ییت سحووشس تحاات وونهه. نووتحیینگ ییس دههلههتههد.
other-names-hint = وونهه اا لیینهه, یین ااني لاانگوااگهه: االل ووف تحههم فییند ییت.
country-hint = ییتس ناامهه وور چوودهه, فوور ههخاامپلهه کاازااکحستاان وور کز.
field-name = ناامهه
field-other-names = ووتحههر ناامههس
field-country = چووونتري
field-into = ییت ییس تحهه ساامهه ااس
field-merged-into = مههرگههد یینتوو
field-merged-from = مههرگههد فرووم
error-name-empty = ههنتههر اا ناامهه.
error-no-such-record = نووتحیینگ حههرهه ییس چااللههد “{ $typed }”.
error-merge-with-itself = تحییس ییس تحهه رههچوورد ییتسههلف. ههنتههر تحهه ناامهه ووف تحهه ووتحههر وونهه.

# -- Organisations

organisations-title = وورگاانییسااتییوونس
organisations-new = اادد اان وورگاانییسااتییوون
organisations-search = سههاارچح بي ناامهه
organisations-count = { $plural ->
    [one] { $n } وورگاانییسااتییوون
   *[other] { $n } وورگاانییسااتییوونس
}
organisations-none = نوو وورگاانییسااتییوونس يههت
organisations-none-text = دوونوورس, چوونسییگنوورس, چااررییههرس ااند چوونسییگنههههس ااپپههاار حههرهه ااس سوووون ااس اا فوورم ناامههس تحههم. يووو چاان االسوو اادد تحههم يووورسههلف.
organisations-names = ناامههس
organisations-reach = حووش توو رههااچح تحههم
organisations-merge-hint = تحهه ناامهه ووف تحهه وورگاانییسااتییوون ییت ییس.
field-contact = چوونتااچت پههرسوون
field-phone = تههلههپحوونهه
field-email = هه-مااییل
field-address = ااددرههسس
error-email = تحییس ییس نووت اان هه-مااییل ااددرههسس. ییت سحووولد لووووک لییکهه ناامهه@ههخاامپلهه.وورگ.
error-organisation-taken = { $name } حااس تحییس ناامهه االرههاادي. ووپههن ییت, وور ییف تحییس رههچوورد ییس اا سههچووند وونهه ووف ییت, مههرگهه تحهه تشوو.

# -- Places

places-title = پلااچههس
places-new = اادد اا پلااچهه
places-search = سههاارچح بي ناامهه وور چوودهه
places-count = { $plural ->
    [one] { $n } پلااچهه
   *[other] { $n } پلااچههس
}
places-none = نوو پلااچههس يههت
places-none-text = تووشنس, ستااتییوونس, بووردههر چرووسسیینگس ااند شاارههحوووسههس ااپپههاار حههرهه.
places-names = ناامههس
places-there = شحاات ییس تحههرهه
places-where = شحههرهه ییت ییس
places-merge-hint = تحهه ناامهه ووف تحهه پلااچهه ییت ییس, شییتح ییتس چوودهه وور چووونتري شحههن ووتحههرس سحاارهه تحهه ناامهه.
any-country = ااني
field-locode = ون/لووچوودهه
field-latitude = لااتییتودهه
field-longitude = لوونگییتودهه
field-function-port = پوورت
field-function-rail = رااییلشااي ستااتییوون
field-function-road = رووااد تههرمییناال
field-function-airport = ااییرپوورت
field-function-post = پووستاال ههخچحاانگهه
field-function-depot = یینلااند دههپووت
field-function-fixed = پییپههلیینهه وور ووتحههر فییخههد یینستااللااتییوون
field-function-border = بووردههر چرووسسیینگ
locode-hint = فوور ههخاامپلهه وزتههر; مااي بهه ههمپتي.
latitude-hint = دههگرههههس نوورتح, فوور ههخاامپلهه 37.2167.
longitude-hint = دههگرههههس ههااست, فوور ههخاامپلهه 67.2667.
error-locode = اا ون/لووچوودهه حااس تشوو لههتتههرس فوور تحهه چووونتري ااند تحرهههه لههتتههرس وور دییگییتس فرووم 2 توو 9, فوور ههخاامپلهه وزتههر.
error-locode-country = تحهه فییرست تشوو لههتتههرس ووف تحهه ون/لووچوودهه ناامهه اانووتحههر چووونتري.
error-locode-taken = { $name } حااس تحییس ون/لووچوودهه االرههاادي.
error-place-taken = { $name } حااس تحییس ناامهه یین تحییس چووونتري االرههاادي. ههنتههر تحهه ون/لووچوودهه ووف بووتح توو تههلل تحههم ااپاارت, وور مههرگهه تحهه تشوو.
error-latitude = ههنتههر اا دههچییماال نومبههر ووف دههگرههههس فرووم −90 توو 90, فوور ههخاامپلهه 37.2167.
error-longitude = ههنتههر اا دههچییماال نومبههر ووف دههگرههههس فرووم −180 توو 180, فوور ههخاامپلهه 67.2667.
error-other-coordinate = ههنتههر بووتح چووووردیینااتههس, وور نههییتحههر.

# -- The catalogue of goods

catalogue-title = گوووودس
catalogue-new = اادد اان ییتههم
catalogue-search = سههاارچح بي ناامهه
catalogue-count = { $plural ->
    [one] { $n } ییتههم
   *[other] { $n } ییتههمس
}
catalogue-none = نوو گوووودس يههت
catalogue-none-text = شحاات چاان بهه سههنت ااپپههاارس حههرهه, شییتح ییتس ونییت ااند شحاات وونهه ووف ییت شههییگحس.
catalogue-names = ناامههس
catalogue-kind = شحاات ییت ییس
catalogue-weight = شحاات ییت شههییگحس
catalogue-weighs = شههییگحت
catalogue-merge-hint = تحهه ناامهه ووف تحهه ییتههم ییت ییس.
any-category = ااني
choose-category = چحووووسهه اا چااتههگووري
weight-per-unit = { $value } ههااچح
weight-per-litre = { $value } اا لییترهه
field-name-en = ناامهه یین ههنگلییسح
field-name-ru = ناامهه یین روسسییاان
field-name-kk = ناامهه یین کاازااکح
field-name-fa = ناامهه یین دااریی
field-name-ps = ناامهه یین پااسحتوو
field-category = چااتههگووري
field-unit = ونییت
field-package = پااچکااگهه
field-hs = حس چوودهه
field-kg-per-unit = کییلووگراامس یین وونهه ونییت
field-density = کییلووگراامس یین وونهه لییترهه
field-figure-source = سووورچهه ووف تحههسهه فییگورههس
field-flag-cold-chain = کههههپ چوولد
field-flag-dangerous = داانگههروووس گوووودس
field-flag-controlled = نههههدس اا لییچههنچهه
hs-hint = 4 توو 10 دییگییتس, فوور ههخاامپلهه 1512.19.
kg-per-unit-hint = فوور ههخاامپلهه 1.5; لههااڤهه ههمپتي شحههن نوو سووورچهه ساايس.
density-hint = فوور ههخاامپلهه 0.92; لههااڤهه ههمپتي شحههن نوو سووورچهه ساايس.
figure-source-hint = شحوو ساايس سوو: اا چههرتییفییچااتهه, اا سوپپلییههر, اا گوییدههلیینهه.
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
error-item-taken = { $name } حااس تحییس ناامهه االرههاادي. ووپههن ییت, وور ییف تحییس رههچوورد ییس اا سههچووند وونهه ووف ییت, مههرگهه تحهه تشوو.
error-not-kilograms = ههنتههر اا شههییگحت یین کییلووگراامس.
error-not-exact = ههنتههر وونهه ههخااچت نومبههر, شییتحوووت “اابوووت” وور “اات لههااست”.
error-zero = تحییس موست بهه موورهه تحاان زههروو.
error-figure-source = ههنتههر شحوو ساايس شحاات ییت شههییگحس.

# -- pages for what goes wrong.
error-home = گوو توو تحهه حوومهه پااگهه
error-code = چوودهه { $value } · رههقوههست { $other }
error-spent-title = تحییس لیینک ووپههنس نووتحیینگ ااني موورهه
error-spent-text = ییت شااس گوووود وونچهه, ااند نووت فوور لوونگ: ییت شااس وسههد, اا نههشههر وونهه شااس ماادهه, وور ییت ییس توووو وولد. ااسک اان اادمیینییسترااتوور فوور اا نههش وونهه. تحهه لیینک فوور تحهه فییرست اادمیینییسترااتوور ییس پریینتههد اانههش ههااچح تییمهه تحهه پرووگراام ستاارتس.
error-not-found-title = تحییس پااگهه ییس نووت حههرهه
error-not-found-text = چحههچک تحهه ااددرههسس, وور لووووک فوور تحهه رههچوورد یین تحهه لییست ووف چوونسییگنمههنتس وور مییسسییوونس.
error-method-title = تحییس ااددرههسس دووههس نووت تااکهه تحاات
error-method-text = تحهه پااگهه شااس ااسکههد فوور یین اا شااي ییت دووههس نووت اانسشههر. گوو بااچک ااند وسهه تحهه بوتتوونس ووف تحهه پااگهه.
error-invalid-title = تحهه رههقوههست شااس نووت وندههرستوووود
error-invalid-text = سوومههتحیینگ شااس مییسسیینگ وور برووکههن یین شحاات تحهه برووشسههر سههنت. گوو بااچک ااند تري ااگاایین.
error-too-large-title = توووو موچح اات وونچهه
error-too-large-text = شحاات شااس سههنت ییس لاارگههر تحاان تحهه حوووسهه تااکههس یین وونهه پییههچهه. نووتحیینگ شااس سااڤههد. گوو بااچک, مااکهه ییت سمااللههر ااند سااڤهه ااگاایین.
error-busy-title = توووو بوسي جوست نووش
error-busy-text = نووتحیینگ شااس سااڤههد. گوو بااچک ااند تري ااگاایین یین اا فههش سههچووندس: سههندیینگ تحهه ساامهه فوورم تشییچهه سااڤههس ییت وونچهه.
error-internal-title = سوومههتحیینگ شههنت شروونگ حههرهه
error-internal-text = تحهه فااولت ییس ووورس ااند ییس یین تحهه لووگ. نووتحیینگ شااس سااڤههد. گوو بااچک ااند تري ااگاایین; ییف ییت حااپپههنس ااگاایین, تههلل تحهه پههرسوون شحوو رونس کههروههن تحهه چوودهه بههلووش.
error-forbidden-title = يووو مااي نووت دوو تحییس
error-forbidden-text = ااسک تحهه پههرسوون شحوو رونس کههروههن.
error-host-title = تحییس ییس نووت اان ااددرههسس ووف کههروههن حههرهه
error-host-text = ووپههن کههروههن بي ییتس ووشن ااددرههسس. تحهه پههرسوون شحوو رونس ییت چاان االلووش فورتحههر ناامههس شییتح --حووست.
error-site-title = تحییس شااس سههنت فرووم اانووتحههر سییتهه
error-site-text = نووتحیینگ شااس سااڤههد: فوورمس اارهه وونلي تااکههن فرووم کههروههن'س ووشن پااگههس. ووپههن تحهه پااگهه ااگاایین ااند سااڤهه تحههرهه.
main-leg-is-this = ییت چووونتس وندههر تحییس لههگ
error-too-many-goods = اا لیینهه تااکههس اات مووست { $most } گوووودس. پوت تحهه رههست یینتوو اانووتحههر لیینهه.
error-both-unsaid = اا قواانتییتي ییس گییڤههن, ااند “نووت ستااتههد” ییس تییچکههد. چلههاار وونهه ووف تحههم.
besides-cancelled = بههسییدههس, چاانچههللههد: { $value }
sentence-planned = {" "}ستییلل پلااننههد: { $value }.
sentence-only-planned = نووتحیینگ حااس بههههن سههنت يههت.{ $value }
totals-whole = تووتاالس اارهه ووف تحهه شحوولهه چوونسییگنمههنتس سحووشن, شییتح االل تحههییر لیینههس.
error-busy = توووو مااني اارهه شرییتیینگ جوست نووش. نووتحیینگ شااس سااڤههد, ااند نووتحیینگ يووو تيپههد ییس لووست: پرههسس سااڤهه ااگاایین یین اا موومههنت.
error-mission-same-id = تحهه مییسسییوون ووپههنههد یین تحییس فوورم شااس چحاانگههد سیینچهه. ناامهه ییت بي ییتس چوودهه اابووڤهه یینستههااد ووف ووپههنیینگ ییت حههرهه.
field-gone = { $value } (تااکههن ااشااي)
more-items = { $n } { $plural ->
    [one] رووش
   *[other] رووشس
} ووف گوووودس موورهه; تحهه تووتاالس چووونت تحههم

# -- signing in, one's own page
sign-in = سییگن یین
sign-out = سییگن وووت
sign-in-forgotten = فوورگووتتههن? ااسک اان اادمیینییسترااتوور ووف يووور وورگاانییسااتییوون فوور اا وونهه-تییمهه لیینک.
sign-in-nobody = نووبوودي ییس کنووشن حههرهه يههت. ووپههن تحهه لیینک تحاات تحهه پرووگراام پریینتههد شحههن ییت ستاارتههد: ییت مااکههس تحهه فییرست اادمیینییسترااتوور.
field-sign-in = سییگن-یین ناامهه
field-password = پااسسشوورد
field-new-password = نههش پااسسشوورد
field-organisation = وورگاانییسااتییوون
field-lang = لاانگوااگهه
field-calendar = چاالههنداار
field-digits = دییگییتس
field-time-zone = تییمهه زوونهه
field-theme = چوولووورس
field-role = روولهه
field-grant-role = روولهه
field-grant-mission = مییسسییوون
field-grant-organisation = وورگاانییسااتییوون
field-second-factor = سههچووند فااچتوور ااسکههد فرووم
row-grant = رییگحت { $n }, { $field }
hint-sign-in = اا سحوورت ناامهه وور اان هه-مااییل ااددرههسس, شییتحوووت سپااچههس.
hint-password = اات لههااست 12 چحاارااچتههرس. سههڤههراال شووردس اارهه ههااسییههر توو رههمههمبههر تحاان سییگنس, ااند حااردههر توو گوههسس. يووو مااي پااستهه ییت.
hint-code = سییخ دییگییتس فرووم يووور دههڤییچهه, وور وونهه ووف يووور رههچووڤههري چوودههس.
hint-first-code = سییخ دییگییتس تحاات يووور دههڤییچهه سحووشس نووش.
hint-organisation-own = ااس ییت ییس توو ستااند وون پااگههس ااند پااپههرس.
hint-rights = وونهه رووش فوور ههااچح روولهه. اا روولهه شییتحوووت اا مییسسییوون حوولدس یین االل مییسسییوونس. لههااڤهه تحهه روولهه ههمپتي توو تااکهه اا رییگحت ااشااي.
hint-role-mission = لههااڤهه ههمپتي فوور االل مییسسییوونس. تحهه شحوولهه حییستووري, پههووپلهه ااند سههتتیینگس اارهه فوور االل مییسسییوونس وونلي.
hint-role-organisation = فوور اا دوونوور: شحووسهه گییفتس تحههي مااي فووللووش.
hint-second-factor-roles = شحوو حااس وونهه ووف تحههسهه روولههس ییس لههد توو سههت وپ اا سههچووند فااچتوور بههفوورهه اانيتحیینگ ههلسهه.
show-password = سحووش
hide-password = حییدهه
plain-http = تحییس چووننههچتییوون ییس نووت ههنچريپتههد. شحاات يووو تيپهه چاان بهه رههااد وون تحهه شااي.
session-ended-title = پلههااسهه سییگن یین ااگاایین
session-ended-text = يووور سههسسییوون حااس ههندههد.
session-ended-kept = يووور سههسسییوون حااس ههندههد. نووتحیینگ تحاات يووو تيپههد ییس لووست: سییگن یین, ااند گوو وون.
continue-title = يووو اارهه سییگنههد یین
continue-text = سییگنههد یین ااس { $value }. شحاات يووو سههنت بههفوورهه ییس حههرهه. ییت شااس نووت سااڤههد يههت.
continue = سههند ییت نووش
continue-not = لههااڤهه ییت
second-title = سههچووند فااچتوور
second-text = ووپههن تحهه ااپپ وون يووور دههڤییچهه ااند تيپهه تحهه چوودهه فوور کههروههن.
set-up = سههت وپ کههروههن
set-up-text = يووو اارهه تحهه فییرست وونهه حههرهه. يووو شییلل کههههپ تحهه پههووپلهه ااند تحهه سههتتیینگس, ااند مااي ووپههن مییسسییوونس.
set-up-do = سههت وپ
choose-password = چحووووسهه اا پااسسشوورد
choose-password-text = فوور { $value }, شحوو سییگنس یین ااس { $other }.
change-password = چحاانگهه پااسسشوورد
change-password-text = يووو ستااي سییگنههد یین حههرهه; ههڤههريشحههرهه ههلسهه يووو اارهه سییگنههد وووت.
demo-people = تري ییت ااس
demo-people-text = تحییس ییس اا دههموونسترااتییوون; ههڤههريوونهه'س پااسسشوورد ییس
my-page = مي پااگهه
no-rights = يووو مااي دوو نووتحیینگ حههرهه يههت. ااسک اان اادمیینییسترااتوور فوور اا روولهه.
my-manner = ناامهه, لاانگوااگهه ااند دااتههس
my-sessions = سییگنههد یین اات
this-session = تحییس وونهه
end-session = ههند
end-session-of = ههند تحهه سههسسییوون ووف { $value } فرووم { $other }
end-sessions = ههند االل سههسسییوونس
end-other-sessions = ههند االل تحهه ووتحههرس
col-browser = برووشسههر
col-from = فرووم
col-began = بههگاان
col-seen = لااست وسههد
col-do = شحاات توو دوو
col-roles = روولههس
col-act = شحاات وونهه مااي دوو
col-mission = مییسسییوون
second-factor = سههچووند فااچتوور
second-factor-none = بههسییدههس يووور پااسسشوورد نووتحیینگ ییس ااسکههد ووف يووو. شییتح اا سههچووند فااچتوور اا ستوولههن پااسسشوورد ووپههنس نووتحیینگ.
second-factor-there = اا چوودهه فرووم يووور دههڤییچهه ییس ااسکههد بههسییدههس يووور پااسسشوورد.
second-factor-set-up = سههت وپ اا سههچووند فااچتوور
second-factor-first = اا سههچووند فااچتوور فییرست
second-factor-first-text = سیینچهه يووو ووپههنههد تحییس فوورم, اا سههچووند فااچتوور ییس ااسکههد ووف يووو. شحاات يووو سههنت ییس کههپت یین تحییس پااگهه ااند شااس نووت سااڤههد يههت. سههت تحهه سههچووند فااچتوور وپ (ییت ووپههنس بههسییدهه تحییس پااگهه), تحههن سههند ییت حههرهه.
second-factor-asked = يووور روولهه ااسکس فوور اا سههچووند فااچتوور. نووتحیینگ ههلسهه ووپههنس بههفوورهه ییت ییس سههت وپ.
second-factor-text = اا چوودهه فرووم يووور دههڤییچهه شییلل بهه ااسکههد بههسییدههس يووور پااسسشوورد.
second-factor-scan = سچاان تحییس پییچتورهه شییتح اان ااوتحههنتییچااتوور ااپپ:
second-factor-picture = اا پییچتورهه فوور يووور ااوتحههنتییچااتوور ااپپ. تحهه کههي بههلووش ساايس تحهه ساامهه.
second-factor-by-hand = وور تيپهه تحییس کههي یینتوو تحهه ااپپ:
second-factor-here = ووپههن ییت یین اان ااپپ وون تحییس دههڤییچهه
second-factor-do = سههت ییت وپ
second-factor-remove = تااکهه تحهه سههچووند فااچتوور ااشااي
codes-left = { $plural ->
    [one] { $n } رههچووڤههري چوودهه ییس لههفت.
   *[other] { $n } رههچووڤههري چوودههس اارهه لههفت.
}
recovery-title = رههچووڤههري چوودههس
recovery-text = ههااچح ووف تحههسهه چوودههس ووپههنس يووور ااچچووونت وونچهه شحههن يووور دههڤییچهه ییس لووست. پریینت تحههم وور شرییتهه تحههم دووشن, ااند کههههپ تحههم ااپاارت فرووم تحهه دههڤییچهه. تحههي اارهه نووت سحووشن ااگاایین.
recovery-done = یی حااڤهه کههپت تحههم
lang-by-browser = ااس تحهه برووشسههر ساايس
calendar-gregory = گرههگوورییاان
calendar-persian = سوولاار حییجریی
digits-latn = 0123456789
digits-arabext = ۰۱۲۳۴۵۶۷۸۹
theme-auto = ااس تحهه سيستههم ساايس
theme-light = لییگحت
theme-dark = داارک
done-signed-out = يووو اارهه سییگنههد وووت.
done-password-chosen = يووور پااسسشوورد ییس چحووسههن. سییگن یین شییتح ییت.
done-preferred = سااڤههد.
done-password-changed = يووور پااسسشوورد ییس چحاانگههد. ههڤههريشحههرهه ههلسهه يووو اارهه سییگنههد وووت.
done-secured = يووور سههچووند فااچتوور ییس سههت وپ.
done-unsecured = تحهه سههچووند فااچتوور ییس تااکههن ااشااي.
done-session-ended = تحاات سههسسییوون حااس ههندههد.
done-sessions-ended = تحهه سههسسییوونس حااڤهه ههندههد.
error-sign-in = ناامهه ااند پااسسشوورد دوو نووت بههلوونگ تووگههتحههر, وور تحییس پههرسوون مااي نووت سییگن یین.
error-sign-in-often = توووو مااني ترییههس. شااییت اا میینوتهه, تحههن تري ااگاایین.
error-second = تحییس چوودهه ییس نووت رییگحت, وور شااس وسههد االرههاادي. تااکهه تحهه نههخت وونهه يووور دههڤییچهه سحووشس.
error-password-short = توووو سحوورت: وسهه اات لههااست { $least } چحاارااچتههرس.
error-password-long = توووو لوونگ: اات مووست { $most } چحاارااچتههرس.
error-password-common = مااني پههووپلهه وسهه تحییس پااسسشوورد, ااند شحووههڤههر گوههسسههس بههگیینس شییتح ییت. چحووووسهه اانووتحههر.
error-password-own = توووو چلووسهه توو يووور ناامهه, يووور وورگاانییسااتییوون'س وور تحییس پرووگراام'س. چحووووسهه اانووتحههر.
error-password-same = تحهه ساامهه چحاارااچتههرس ووڤههر ااند ووڤههر. چحووووسهه اانووتحههر.
error-password-wrong = تحییس ییس نووت يووور پااسسشوورد.
error-time-zone = چحووووسهه اا تییمهه زوونهه فرووم تحهه لییست, سوچح ااس ااسییاا/االمااتي وور ااسییاا/کاابول.
error-organisation-name = سااي شحاات يووور وورگاانییسااتییوون ییس چااللههد.

# -- people and settings
menu-people = پههووپلهه
menu-history = حییستووري
menu-gifts = ووور گییفتس
people-title = پههووپلهه
people-count = { $plural ->
    [one] { $n } پههرسوون
   *[other] { $n } پههووپلهه
}
people-new = اادد اا پههرسوون
people-add = اادد, ااند مااکهه اا لیینک
person = پههرسوون
person-sign-in = سییگنیینگ یین
person-disabled = مااي نووت سییگن یین
person-no-password = نوو پااسسشوورد چحووسههن يههت
person-erased = ههرااسههد پههرسوون
the-program = تحهه پرووگراام
no = نوو
rights = شحاات تحههي مااي دوو
add-right = اادد اا رییگحت
make-link = مااکهه اا وونهه-تییمهه لیینک
link-title = وونهه-تییمهه لیینک
link-text = حااند تحییس لیینک توو تحهه پههرسوون بي اا ساافهه شااي. بي ییت تحههي چحووووسهه اا پااسسشوورد. ییت ییس گوووود وونچهه, فوور { $value } حووورس, ااند ییس نووت سحووشن ااگاایین.
disable = لههت تحههم سییگن یین نوو لوونگههر
enable = لههت تحههم سییگن یین ااگاایین
erase-title = ههرااسهه شحاات ییس کنووشن ووف تحههم
erase-text = ناامهه, سییگن-یین ناامهه ااند شحههرهه تحههي سییگنههد یین فرووم اارهه ههرااسههد, حههرهه ااند یین تحهه حییستووري. شحاات تحههي دیید ستاايس, دوونهه بي سوومههوونهه شییتحوووت اا ناامهه. تحییس چااننووت بهه تااکههن بااچک.
erase = ههرااسهه
erase-contact-title = ههرااسهه تحهه چوونتااچت فوور گوووود
erase-contact-text = چوونتااچت, تههلههپحوونهه ااند هه-مااییل اارهه ههرااسههد, حههرهه ااند یین تحهه حییستووري. تحییس چااننووت بهه وندوونهه.
settings-title = سههتتیینگس
roles-title = شحوو مااي دوو شحاات
roles-text = ههااچح روولهه, فوور االل مییسسییوونس وور فوور وونهه, ااند شحاات چوومههس شییتح ییت.
role-none = نوو روولهه
role-viewer = ڤییههشههر
role-viewer-text = لووووکس اات ههڤههريتحیینگ, چحاانگههس نووتحیینگ
role-logger = لووگگههر
role-logger-text = لووگس چوونسییگنمههنتس ااند ههدییتس تحههم
role-manager = ماانااگههر
role-manager-text = کههههپس مییسسییوونس, گوووودس ااند ناامههس; ڤووییدس, مووڤههس, ااپپرووڤههس
role-receiver = رههچههییڤههر
role-receiver-text = رههچووردس شحاات ااررییڤههد
role-donor = دوونوور
role-donor-text = فووللووشس تحههییر ووشن وورگاانییسااتییوون'س گییفتس
role-auditor = ااودییتوور
role-auditor-text = رههاادس ههڤههريتحیینگ, ڤههرییفییههس تحهه حییستووري
role-administrator = اادمیینییسترااتوور
role-administrator-text = کههههپس پههووپلهه ااند سههتتیینگس
act-look = لووووک اات مییسسییوونس ااند چوونسییگنمههنتس
act-log = لووگ ااند ههدییت چوونسییگنمههنتس
act-receive = رههچوورد شحاات ااررییڤههد
act-void = دههچلاارهه اا چوونسییگنمههنت ڤوویید
act-move = مووڤهه اا چوونسییگنمههنت توو اانووتحههر مییسسییوون
act-steer = چحاانگهه اا مییسسییوون, چلووسهه ییت
act-approve = ااپپرووڤهه اا سوممااري
act-open = ووپههن اا مییسسییوون
act-goods = لووووک اات تحهه چااتاالووگوهه
act-names = لووووک اات وورگاانییسااتییوونس ااند پلااچههس
act-stock = کههههپ گوووودس, وورگاانییسااتییوونس ااند پلااچههس
act-gifts = فووللووش تحههییر ووشن وورگاانییسااتییوون'س گییفتس
act-audit = رههااد تحهه شحوولهه حییستووري ااند ڤههرییفي ییت
act-people = کههههپ پههووپلهه ااند تحههییر رییگحتس
act-settings = کههههپ تحهه سههتتیینگس
act-whole-house = نووت فوور وونهه مییسسییوون االوونهه
done-person-changed = سااڤههد.
done-disabled = تحههي مااي سییگن یین نوو لوونگههر, ااند اارهه سییگنههد وووت ههڤههريشحههرهه.
done-enabled = تحههي مااي سییگن یین ااگاایین.
done-contact-erased = تحهه چوونتااچت ییس ههرااسههد.
done-erased = شحاات شااس کنووشن ووف تحههم ییس ههرااسههد.
done-settings-saved = تحهه سههتتیینگس اارهه سااڤههد.
error-person-name = سااي تحهه ناامهه.
error-person-added = تحییس فوورم حااس ااددههد { $name } االرههاادي. توو چحاانگهه شحاات تحههي مااي دوو, ووپههن تحههییر پااگهه; توو اادد سوومههوونهه ههلسهه, ووپههن اان ههمپتي فوورم.
error-password-old = تحییس ییس تحهه پااسسشوورد يووو حااڤهه. چحووووسهه اانووتحههر.
error-rights-many = تحههرهه اارهه موورهه تحاان { $most } رییگحتس. تااکهه سوومهه ااشااي.
error-role-no-organisation = وونلي اا دوونوور'س رییگحت ناامههس اان وورگاانییسااتییوون. چحووووسهه تحهه روولهه دوونوور, وور لههااڤهه تحییس ههمپتي.
error-person-sign-in = سااي بي شحییچح ناامهه تحههي سییگن یین.
error-person-sign-in-form = نوو سپااچههس, پلههااسهه; اات لههااست وونهه لههتتههر وور دییگییت.
error-person-taken = سوومههوونهه ههلسهه سییگنس یین بي تحییس ناامهه.
error-last-administrator = نووبوودي ههلسهه کههههپس پههووپلهه ااند سههتتیینگس. مااکهه سوومههوونهه ههلسهه اان اادمیینییسترااتوور فییرست.
error-role-whole-house = اان اادمیینییسترااتوور کههههپس پههووپلهه ااند سههتتیینگس فوور االل مییسسییوونس. لههااڤهه تحهه مییسسییوون ههمپتي.
error-role-organisation = سااي شحووسهه گییفتس تحههي مااي فووللووش.
error-mission-log-right = يووو مااي لووووک اات { $code }, بوت نووت لووگ یین ییت.
error-mission-open-right = يووو مااي نووت ووپههن مییسسییوونس. ااسک اا ماانااگههر, وور چحووووسهه اا مییسسییوون يووو مااي لووگ یین.
error-catalogue-right = يووو مااي نووت اادد توو تحهه چااتاالووگوهه. تااکهه تحهه تییچک ااشااي: تحهه ناامهه ستاايس ااس يووو تيپههد ییت.

# -- a donor's report
gifts-title = شحاات بههچاامهه ووف ووور گییفتس
gifts-caption = لیینهه بي لیینهه
gifts-none = نووتحیینگ يههت
gifts-none-text = نووتحیینگ تحاات يووور وورگاانییسااتییوون گااڤهه حااس بههههن لووگگههد.
gifts-sent = سههنت
gifts-received = { $value } ووف ییت رههچههییڤههد


# -- the whole history
log-title = حییستووري
log-text = ههڤههريتحیینگ تحاات شااس دوونهه, بي شحووم, شحههن ااند فرووم شحههرهه. نووتحیینگ ووف ییت چاان بهه چحاانگههد وننووتییچههد.
filter-person = بي (سییگن-یین ناامهه)
filter-kind = کییند ووف رههچوورد
filter-record = رههچوورد
filter-verb = شحاات شااس دوونهه
subject-mission = مییسسییوون
subject-consignment = چوونسییگنمههنت
subject-organisation = وورگاانییسااتییوون
subject-place = پلااچهه
subject-item = ییتههم
subject-person = پههرسوون
subject-settings = سههتتیینگس
verb-damaged = تحییس ههنتري شااس سپووییلت: ڤههرییفي تحهه حییستووري
verb-granted = رییگحت گییڤههن
verb-revoked = رییگحت تااکههن ااشااي
verb-disabled = سییگنیینگ یین ههندههد
verb-enabled = سییگنیینگ یین االلووشههد ااگاایین
verb-invited = وونهه-تییمهه لیینک ماادهه
verb-password = پااسسشوورد چحووسههن
verb-secured = سههچووند فااچتوور سههت وپ
verb-unsecured = سههچووند فااچتوور تااکههن ااشااي
verb-erased = پههرسووناال دااتاا ههرااسههد
entry-number = ههنتري { $value }
entry-unsealed = نووت سههاالههد يههت
chain-title = تحهه چحاایین
chain-count = ههنترییههس سههاالههد
chain-head = حههااد
chain-unsealed = شااییتیینگ فوور تحههییر سههاال
chain-text = شرییتهه چووونت ااند حههااد دووشن وون پااپههر. شحووههڤههر حااس تحههم چاان پرووڤهه لااتههر تحاات نووتحیینگ بههفوورهه شااس چحاانگههد وور تااکههن وووت.
chain-verify = ڤههرییفي تحهه شحوولهه حییستووري
chain-on-paper = ستااتهه ووف تحهه حییستووري:
chain-count-and-head = { $value } ههنترییههس, حههااد { $other }
verify-well = االل { $n } ههنترییههس اارهه ااس تحههي شههرهه شرییتتههن. حههااد: { $head }
verify-late = { $n } ووف تحههم سااي اا تییمهه موورهه تحاان اان حووور بههفوورهه وونهه تحاات شااس شرییتتههن ههاارلییههر, فییرست ههنتري { $first }: اا چلووچک شااس سههت بااچک, وور سوومههبوودي شرووتهه تحههم یین تحهه پااست.
verify-too-many = { $plural ->
    [one] { $n } ههنتري ییس توووو مااني فوور اا پااگهه: رون "کههروههن ااودییت ڤههرییفي" وون تحهه سههرڤههر.
   *[other] { $n } ههنترییههس اارهه توووو مااني فوور اا پااگهه: رون "کههروههن ااودییت ڤههرییفي" وون تحهه سههرڤههر.
}
broken-missing = ههنتري { $n } ووف تحهه حییستووري ییس مییسسیینگ.
broken-content = ههنتري { $n } ووف تحهه حییستووري ییس نووت شحاات شااس شرییتتههن: { $what }.
broken-link = ههنتري { $n } ووف تحهه حییستووري دووههس نووت فووللووش تحهه وونهه بههفوورهه ییت: { $what }.
broken-private = اا ناامهه وور چوونتااچت یین ههنتري { $n } ووف تحهه حییستووري ییس نووت تحهه وونهه تحاات شااس شرییتتههن, وور ییس گوونهه تحوووگح نووبوودي ههرااسههد ییت: { $what }.
broken-outside = اان ههنتري ووف تحهه حییستووري ستااندس وووتسییدهه تحهه چحاایین, اات پلااچهه { $n }: { $what }.
broken-unreadable = ههنتري { $n } ووف تحهه حییستووري چااننووت بهه رههااد.
broken-head = ههنتري { $n } ووف تحهه حییستووري حااس اانووتحههر سههاال تحاان تحهه وونهه شرییتتههن دووشن.
broken-short = تحهه حییستووري ههندس اات ههنتري { $n }; { $expected } شههرهه شرییتتههن دووشن.
field-arrived = ااررییڤههد وون
error-role-mission = نوو مییسسییوون حااس تحهه چوودهه “{ $typed }”. چووررههچت ییت, وور لههااڤهه تحهه فییههلد ههمپتي فوور االل مییسسییوونس.
fields-entered = { $plural ->
    [one] { $n } فییههلد
   *[other] { $n } فییههلدس
}

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
do-planned = پلاان ااگاایین
do-departed = رههچوورد دههپاارتورهه
do-arrived = رههچوورد ااررییڤاال
do-closed = چلووسهه تحهه فییلهه
do-cleared = تحهه پرووبلههم ییس ووڤههر
step-is-planned = ییت ییس توو بهه سههنت اافتههر االل.
step-is-ready = تحهه گوووودس اارهه لوواادههد ااند رههاادي توو لههااڤهه.
step-is-departed = تحهه گوووودس, وور سوومهه ووف تحهه شااگوونس, لههفت.
step-is-passed = ییت پااسسههد اا بووردههر وور اا پلااچهه ووف تراانسحییپمههنت.
step-is-reloaded = تحهه گوووودس شههرهه مووڤههد یینتوو ووتحههر شااگوونس وور ڤههحییچلههس.
step-is-detached = شااگوونس وور ڤههحییچلههس شههرهه لههفت وون تحهه شااي.
step-is-arrived = تحهه گوووودس, وور سوومهه ووف تحهه شااگوونس, ااررییڤههد.
step-is-received = چووونت شحاات چاامهه ااند رههچوورد ییت.
step-is-returned = تحهه گوووودس شههرهه تورنههد بااچک بههفوورهه اانيوونهه رههچههییڤههد تحههم.
step-is-reconsigned = تحهه گوووودس گوو وون توو اانووتحههر پلااچهه وور چوونسییگنهههه.
step-is-lost = تحهه گوووودس, وور سوومهه ووف تحهه شااگوونس, اارهه لووست.
step-is-found = شحاات شااس لووست تورنههد وپ.
step-is-problem = سوومههتحیینگ حوولدس ییت وپ: چوستوومس, اا چلووسههد بووردههر, اا برههااکدووشن.
step-is-cleared = شحاات حههلد ییت وپ ییس ووڤههر.
step-is-cancelled = ییت شییلل نووت بهه سههنت.
step-is-closed = نووتحیینگ موورهه ییس توو بهه دوونهه.
step-is-note = سوومههتحیینگ ههلسهه شوورتح تههللیینگ.
step-title = شحاات حااپپههنههد توو { $value }
step-which = شحاات حااپپههنههد?
step-other = سوومههتحیینگ ههلسهه حااپپههنههد
step-another = رههچوورد اا ستههپ
step-void = تحییس چوونسییگنمههنت ییس ڤوویید.
step-cancelled = تحییس چوونسییگنمههنت شااس چااللههد ووفف.
step-lost = تحییس چوونسییگنمههنت ییس لووست.
step-returned = تحییس چوونسییگنمههنت شااس تورنههد بااچک.
step-closed = ییتس فییلهه ییس چلووسههد.
step-received = االل ووف ییت شااس رههچههییڤههد االرههاادي.
step-by-receipt = شحاات شااس رههچههییڤههد ییس رههچووردههد بي اا رههچههییپت.
step-no-problem = نوو پرووبلههم شااس رااییسههد.
step-not-lost = نووتحیینگ ووف ییت ییس ساایید توو بهه لووست.
step-begun = تحاات ییس پااست: ییت شااس لوواادههد وور لههفت االرههاادي.
step-open = ییت ییس ستییلل پلااننههد, وندههر شااي وور شااییتیینگ توو بهه رههچههییڤههد.
step-left = ییت حااس لههفت: ییت چاان بهه رههچووردههد ااس تورنههد بااچک وور لووست, بوت نوو لوونگههر چااللههد ووفف.
step-all-left = االل ووف ییت حااس لههفت االرههاادي.
step-all-arrived = االل ووف ییت حااس ااررییڤههد االرههاادي.
step-not-left = ییت حااس نووت لههفت يههت.
error-step = تحییس چااننووت بهه رههچووردههد نووش. { $why } شحاات چاان بهه: { $steps }.
error-step-empty = چحووووسهه شحاات حااپپههنههد.
error-step-sent = تحییس فوورم شااس سااڤههد بههفوورهه, شییتح ووتحههر چوونتههنت. ووپههن اان ههمپتي فوورم توو رههچوورد اانووتحههر ستههپ.
error-close-open = سوومهه ووف ییت ییس نووت ااچچووونتههد فوور يههت: رههچوورد ییت ااس رههچههییڤههد, مییسسیینگ وور لووست فییرست.
error-remark-empty = سااي یین اا فههش شووردس شحاات حااپپههنههد.
error-which-units = سااي شحییچح شااگوونس وور ڤههحییچلههس, وور حووش مااني.
error-happened-empty = ههنتههر شحههن ییت حااپپههنههد, وور تییچک تحاات نووبوودي ساایید.
error-units-differ = تحهه نومبههر دووههس نووت ااگرهههه شییتح تحهه تییچکههد وونههس.
error-no-such-unit = “{ $number }” ییس نووت ااموونگ تحووسهه لییستههد. ههنتههر نومبههرس فرووم تحهه لییست, وور حووش مااني.
error-units-left = وونلي { $left } ووف { $all } اارهه لههفت. لههااڤهه ییت ههمپتي فوور االل ووف تحههم.
error-unit-again = تحییس ییس االرههاادي رههچووردههد ووف { $number }.
error-too-many-units = تحههسهه اارهه توووو مااني: اات مووست { $most } اارهه لییستههد فوور وونهه چوونسییگنمههنت.
error-unit-number = رووش { $row }: تحهه نومبههر ییس مییسسیینگ.
error-unit-row = رووش { $row }: توووو لوونگ, وور موورهه تحاان سههڤههن چههللس. ههنتههر نومبههر, سههاالس, گرووسس, تاارهه, نههت, تییچکههت, چوونتههنتس.
error-unit-twice = رووش { $row }: { $number } ستااندس یین رووش { $first } االرههاادي.
error-unit-weight = رووش { $row }, { $column }: “{ $typed }” ییس نووت اا شههییگحت. ههنتههر کییلووگراامس, وور تووننههس شییتح “ت”.
error-unit-told-of = { $number } موست ستااي یین تحهه لییست: اا ستههپ وور اا رههچههییپت تههللس ووف ییت.
error-units-stale = سوومههوونهه چحاانگههد تحییس چوونسییگنمههنت مههاانشحییلهه. لووووک ییت ووڤههر ااند سااڤهه ااگاایین.
doubt-check-digit = { $value }: تحهه لااست دییگییت سحووولد بهه { $other }. ییس تحهه نومبههر رییگحت?
doubt-step-before = { $step } { $when }, بههفوورهه { $other } ({ $then }).
doubt-surplus = { $goods }: { $accounted } ااچچووونتههد فوور, { $dispatched } دییسپااتچحههد: { $surplus } موورهه.
check-digit = لااست دییگییت سحووولد بهه { $value }
field-happened = شحههن
field-undated = تحهه دااتهه ییس نووت ستااتههد
field-place = شحههرهه
field-leg = لههگ
field-units = شااگوونس وور ڤههحییچلههس
field-remark = رههماارکس
field-step = ستههپ
field-on-leg = لههگ
field-of-units = شااگوونس وور ڤههحییچلههس
field-receipt = رههچههییپت
field-loss = لووسس رههپوورت
field-correction-source = سووورچهه ووف تحهه چووررههچتییوون
field-line-cold = تههمپههرااتورهه توو کههههپ
field-line-dangerous = داانگههروووس گوووودس, ون نومبههر
hint-units = حووش مااني, وور تحههییر نومبههرس. ههمپتي: االل ووف تحههم.
hint-units-received = حووش مااني ووف تحههم, وور تحههییر نومبههرس. ههمپتي: نووت بي شااگوون.
hint-units-list = وونهه یین ههااچح رووش: نومبههر; سههاالس; گرووسس; تاارهه; نههت; تییچکههت; چوونتههنتس. پااستهه اا چوولومن وور سههڤههراال فرووم اا سپرههاادسحههههت. وونلي تحهه نومبههر ییس نههههدههد.
hint-correction-source = نههههدههد شحههن اا فییگورهه ییس چحاانگههد اافتههر دههپاارتورهه: شحوو وور شحییچح پااپههر ساايس سوو
choose-units = چحووووسهه فرووم تحهه لییست
units-title = شااگوونس ااند ڤههحییچلههس ووف { $value }
units-listed = { $value } ووف { $other } لییستههد
units-listed-title = شااگوونس ااند ڤههحییچلههس, وونهه بي وونهه
units-told = { $step }: { $some } ووف { $all }
list-units = لییست تحههم
col-unit-number = نومبههر
col-seals = سههاالس
col-gross = گرووسس
col-tare = تاارهه
col-net = نههت
col-ticket = شههییگحبرییدگهه تییچکههت
col-contents = چوونتههنتس
error-correction-reason = ییت حااس لههفت: سااي شحي { $old } بههچوومههس { $new }.
error-correction-source = سااي شحووسهه شوورد وور شحییچح پااپههر تحهه چووررههچتییوون رههستس وون.
error-line-received = اا رههچههییپت وور اا لووسس رههپوورت تههللس ووف تحههسهه گوووودس ({ $goods }): تحهه لیینهه, ییتس گوووودس ااند ییتس کییند ووف ونییت موست ستااي.
error-leg-listed = اا لههگ شحووسهه شااگوونس اارهه لییستههد, وور تحاات اا رههچههییپت ناامههس, موست ستااي.
error-received-by-receipt = رههچههییپتس سااي شحههن ییت شااس رههچههییڤههد. اا مییستااکههن وونهه ییس دههچلاارههد ڤوویید ااند ههنتههرههد ااگاایین.
error-un-number = “{ $typed }” ییس نووت اا ون نومبههر. ییت حااس فووور دییگییتس, سوچح ااس ون 1202.
take-back-title = تااکهه اا ستههپ ووف { $value } بااچک
take-back-text = ییت ستاايس یین تحهه حییستووري ااند نوو لوونگههر چووونتس.
take-back = تااکهه بااچک
take-back-step = تااکهه بااچک: { $value }
done-step = رههچووردههد.
done-step-taken-back = تااکههن بااچک.
done-units = تحهه لییست ییس سااڤههد.
done-received = تحهه رههچههییپت ییس سااڤههد.
done-receipt-voided = تحهه رههچههییپت ییس ڤوویید. ههنتههر ییت ااگاایین ااس ییت سحووولد بهه.
receive = رههچههییڤهه
receipt = رههچههییپت
receipts = رههچههییپتس
receipt-title = رههچههییپت ووف { $value }
receipt-others = سوومههوونهه حااس رههچووردههد اا رههچههییپت مههاانشحییلهه
receipt-beside = میینهه ییس اانووتحههر وونهه: سااڤهه ییت توووو
receipt-leave = دوو نووت سااڤهه
received-as-listed = رههچههییڤههد ااس لییستههد
received-as-listed-text = ههڤههريتحیینگ ستییلل ااشااییتههد چاامهه ااند ییس یین گوووود چووندییتییوون, ههخچههپت شحاات يووو ههنتههر بههلووش.
receipt-exceptions = وور لیینهه بي لیینهه
receipt-next-lines = { $n } لیینههس یین االل: تحهه نههخت وونههس
receipt-takes = رههپوورتههد لووست بههفوورهه
receipt-takes-text = تییچک شحاات ییس پاارت ووف تحهه اامووونتس اابووڤهه, سوو تحاات ییت ییس نووت چووونتههد تشییچهه.
receipt-unlisted = گوووودس تحاات شههرهه نووت لییستههد
receipt-more = سههاالس, شههییگحیینگ, پااپههر
receipt-found = شحاات شااس فوووند
receipt-void = دههچلاارهه تحهه رههچههییپت ڤوویید
receipt-void-is = تحییس رههچههییپت ییس ڤوویید
receipt-void-title = دههچلاارهه رههچههییپت { $value } ڤوویید
receipt-void-text = ییتس نومبههر ستاايس ااند ییت نوو لوونگههر چووونتس. تحههن ههنتههر ییت ااگاایین ااس ییت سحووولد بهه.
receipt-another = اانووتحههر رههچههییپت
receipt-note-line = شرییتتههن ااگاایینست تحهه پحيسییچاال چووونت. ییت چحاانگههس نووتحیینگ ووف شحاات شااس دییسپااتچحههد.
save-receipt = سااڤهه تحهه رههچههییپت
to-consignment = توو تحهه چوونسییگنمههنت
recorded = رههچووردههد
field-part-good = گوووود
field-part-damaged = داامااگههد
field-part-damaged-reason = شحي داامااگههد
field-part-missing = مییسسیینگ
field-part-missing-reason = شحي مییسسیینگ
field-part-note = نووتهه
field-new-goods = گوووودس
field-new-good = گوووود
field-new-unit = ونییت
field-new-damaged = داامااگههد
field-new-damaged-reason = شحي داامااگههد
field-new-note = نووتهه
field-as-listed = رههچههییڤههد ااس لییستههد
field-receiver = رههچههییڤههد بي
field-seals = سههاالس, ااند شحههتحههر شحوولهه
field-ticket = شههییگحبرییدگهه تییچکههت
field-gross = گرووسس شههییگحت
field-tare = تاارهه
field-temperature = تههمپههرااتورهه وون ااررییڤاال
row-part = لیینهه { $n }, { $field }
row-new = ونلییستههد گوووودس { $n }, { $field }
so-far-sent = سههنت: { $value }
so-far-told = سوو فاار: { $value }
so-far-awaited = ااشااییتههد: { $value }
nothing-listed = نووت لییستههد
all-of-it = االل ووف ییت
counted-otherwise = چووونتههد, نووت شههییگحههد
balance-not-drawn = چااننووت بهه درااشن: نووت ستااتههد
fate-good = گوووود
fate-damaged = داامااگههد
fate-missing = مییسسیینگ
fate-returned = تورنههد بااچک
reason-choose = چحووووسهه شحي
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
error-reason-code-empty = چحووووسهه شحي.
error-reason-other = سااي یین تحهه نووتهه شحاات تحهه ووتحههر رههااسوون ییس.
error-found-too-much = وونلي { $missing } اارهه مییسسیینگ سوو فاار.
error-cannot-convert = “{ $typed }”: تحهه پااچکااگیینگ ووف تحییس لیینهه دووههس نووت سااي حووش موچح وونهه ووف “{ $other }” حوولدس یین “{ $unit }”. ههنتههر تحهه اامووونت یین “{ $unit }”.
error-mixed-units-plain = ههنتههر بووتح اامووونتس یین وونهه کییند ووف ونییت.
error-nothing-received = نووتحیینگ ییس ههنتههرههد. پرههسس “رههچههییڤههد ااس لییستههد”, وور ههنتههر شحاات چاامهه.
error-as-listed-units = شحاات ییس یین تحههسهه شااگوونس ییس نووت لییستههد. ههنتههر بههلووش حووش موچح ووف ههااچح چاامهه.
error-receipt-sent = تحییس فوورم شااس سااڤههد بههفوورهه, شییتح ووتحههر چوونتههنت. ووپههن تحهه رههچههییپت, دههچلاارهه ییت ڤوویید ییف ییت ییس شروونگ, ااند ههنتههر ییت ااگاایین.
error-receipt-not-yours = وونلي شحووههڤههر رههچووردههد اا رههچههییپت, وور اا ماانااگههر, دههچلاارههس ییت ڤوویید.
error-receipt-void = تحییس رههچههییپت ییس ڤوویید االرههاادي.
account = شحاات بههچاامهه ووف ییت
account-by-word = ساایید توو بهه رههچههییڤههد; نووبوودي چووونتههد
col-dispatched = دییسپااتچحههد
col-before = بههفوورهه
col-after = اافتههر
col-surplus = سورپلوس
col-awaited = ااشااییتههد
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
keeps-expired = ههخپییرههد
keeps-soon = لههسس تحاان تحرهههه موونتحس
keeps-later = لههسس تحاان نیینهه موونتحس
filter-overdue = ووڤههردوهه
filter-differs = داامااگههد, مییسسیینگ وور سورپلوس
filter-expiry = کههههپس لههسس تحاان
expiry-3 = تحرهههه موونتحس
expiry-9 = نیینهه موونتحس
verb-corrected = چووررههچتههد
subject-receipt = رههچههییپت
subject-loss = لووسس رههپوورت
subject-source = سووورچهه ووف اا فییگورهه
show-all-lines = سحووش { $plural ->
    [one] تحهه وونهه لیینهه
   *[other] االل { $n } لیینههس
}
show-all-steps = سحووش { $plural ->
    [one] تحهه وونهه ستههپ
   *[other] االل { $n } ستههپس
}
show-all-units = سحووش { $plural ->
    [one] تحهه وونهه شااگوون وور ڤههحییچلهه
   *[other] االل { $n } شااگوونس ااند ڤههحییچلههس
}
receipt-damaged-missing = داامااگههد وور مییسسیینگ
became-dispatched = دییسپااتچحههد
work-title = توو دوو
work-overdue = ووڤههردوهه
work-waiting = شااییتیینگ توو بهه رههچههییڤههد
work-trouble = حههلد وپ
work-all = االل ووف تحههم
filter-waiting = شااییتیینگ توو بهه رههچههییڤههد
filter-trouble = حههلد وپ بي اا پرووبلههم
filter-more = موورهه فییلتههرس
show-all-past = سحووش االل ووف ییتس حییستووري
error-receipt-not-exact = “{ $typed }”: اا رههچههییپت ستااتههس شحاات شااس چووونتههد. ههنتههر اان ههخااچت نومبههر.
units-listed-differ = { $value } لییستههد, { $other } ستااتههد: تحییس دووههس نووت ااگرهههه
void-short = ڤوویید
held-up = حههلد وپ
error-void-found = اا لااتههر رههچههییپت فوووند ااگاایین شحاات تحییس وونهه رههپوورتس مییسسیینگ. دههچلاارهه تحاات وونهه ڤوویید فییرست.

# -- loss reports
loss = لووسس رههپوورت
loss-new = رههپوورت اا لووسس
loss-of-receipt = رههپوورت تحهه لووسس
loss-title = لووسس رههپوورت ووف { $value }
loss-lines = شحاات شااس داامااگههد وور لووست
loss-what = شحاات حااپپههنههد
loss-void = دههچلاارهه تحهه رههپوورت ڤوویید
loss-void-is = تحییس رههپوورت ییس ڤوویید
loss-void-title = دههچلاارهه لووسس رههپوورت { $value } ڤوویید
loss-taken = اا رههچههییپت چووونتس تحههسهه اامووونتس: تحههي اارهه نووت چووونتههد تشییچهه.
loss-from-receipt = تحهه اامووونتس اارهه تحووسهه تحهه رههچههییپت فوووند
receipts-and-losses = رههچههییپتس ااند لووسس رههپوورتس
done-loss = تحهه لووسس رههپوورت ییس سااڤههد.
done-loss-voided = تحهه لووسس رههپوورت ییس ڤوویید.
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
error-circumstances-empty = سااي حووش ییت چاامهه اابوووت.
error-nothing-lost = ههنتههر شحاات شااس داامااگههد وور لووست.
error-loss-sent = تحییس فوورم شااس سااڤههد بههفوورهه, شییتح ووتحههر چوونتههنت. ووپههن تحهه رههپوورت, دههچلاارهه ییت ڤوویید ییف ییت ییس شروونگ, ااند ههنتههر ییت ااگاایین.
error-loss-not-yours = وونلي شحووههڤههر ماادهه اا رههپوورت, وور اا ماانااگههر, دههچلاارههس ییت ڤوویید.
error-loss-void = تحییس رههپوورت ییس ڤوویید االرههاادي.
doubt-loss-not-within = { $goods }: تحهه لووسس تییچکههد ااس چووونتههد حههرهه ییس { $lost }; تحهه اامووونتس حوولد { $held } ووف تحاات کییند. ییس تحاات رییگحت?

# -- sources of figures
source-title = سووورچههس ووف تحهه فییگورههس ووف { $value }
source-text = ناامهه تحهه سووورچهه ووف اا فییگورهه, وور شرییتهه دووشن شحاات ووتحههرس رههپوورتههد بههسییدهه ییت.
source-new = اادد اا سووورچهه
source-role-also = رههپوورتس اانووتحههر فییگورهه
source-role-own = سووورچهه ووف تحهه فییگورهه تحاات چووونتس
source-void-title = تااکهه اا سووورچهه بااچک
take-back-source = تااکهه بااچک: { $value }
also-reported = االسوو رههپوورتههد:
said-by = سووورچهه:
said-of-stated-weight = شههییگحت, ااس رههپوورتههد
said-of-stated-packages = پااچکااگههس, ااس رههپوورتههد
said-of-value = ڤاالوهه, ااس رههپوورتههد
page-number = پ. { $value }
told-title = شحوو ساایید شحاات
field-figure = فییگورهه
field-stated = شحاات ییت رههپوورتس
field-said-by = شحوو ساایید ییت
field-document = دووچومههنت
field-page = پااگهه
field-dated = دااتههد
field-note = نووتهه
hint-stated = شییتح ییتس ونییت شحههرهه ییت ییس اانووتحههر وونهه
hint-said-by = اان ووففییچهه, اا نههشسپااپههر, اا پههرسوون بي فونچتییوون
hint-address = حتتپس://…
done-source = تحهه سووورچهه ییس سااڤههد.
done-source-voided = تحهه سووورچهه ییس تااکههن بااچک.
error-figure-empty = چحووووسهه تحهه فییگورهه.
error-stated-empty = ههنتههر شحاات ییت رههپوورتس.
error-said-by-empty = سااي شحوو ساایید ییت, یین شحییچح دووچومههنت, وور شحههرهه ییت چاان بهه رههااد.
error-address = اان ااددرههسس بههگیینس شییتح حتتپس:// وور حتتپ://.
error-source-sent = تحییس فوورم شااس سااڤههد بههفوورهه, شییتح ووتحههر چوونتههنت. ووپههن اان ههمپتي فوورم توو ناامهه اانووتحههر سووورچهه.
error-too-many-sources = تحههسهه اارهه توووو مااني: اات مووست { $most } فوور وونهه چوونسییگنمههنت.
source-void-text = ییت ستاايس یین تحهه حییستووري ااند ییس نوو لوونگههر سحووشن.
field-says = شحاات تحهه سووورچهه ساايس
field-web-address = ااددرههسس وون تحهه شههب

# -- papers
work-papers = پااپههرس مییسسیینگ
filter-papers = پااپههرس مییسسیینگ
papers = پااپههرس
papers-required = رههقوییرههد پااپههرس
papers-title = پااپههرس رههقوییرههد یین { $value }
papers-text = تییچک شحاات موست بهه ااتتااچحههد توو ههڤههري چوونسییگنمههنت تحاات ترااڤههلس سوو. شحاات ییس مییسسیینگ ستااندس وون ییتس پااگهه ااند یین تحهه لییستس.
paper-lacking = مییسسیینگ
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
attach = ااتتااچح
attach-file = ااتتااچح اا فییلهه
attach-title = ااتتااچح اا فییلهه توو { $value }
attach-text = اا پحووتووگرااپح وور اا پدف ووف وپ توو { $value } مب. اا چاامههراا شییلل دوو.
detach = رههمووڤهه
detach-title = رههمووڤهه اا فییلهه
detach-file = رههمووڤهه: { $value }
detach-text = ییت ییس کههپت یین تحهه حییستووري ااند نوو لوونگههر سحووشن.
megabytes = { $value } مب
field-paper = شحاات ییت ییس
field-file = فییلهه
field-papers = رههقوییرههد پااپههرس
hint-file = جپههگ, پنگ, شههبپ, گییف, تییفف, حههییچ وور پدف
done-attached = تحهه فییلهه ییس ااتتااچحههد.
done-detached = تحهه فییلهه ییس رههمووڤههد.
done-papers = سااڤههد.
error-file-empty = چحووووسهه اا فییلهه. تحییس وونهه ییس ههمپتي.
error-file-too-large = “{ $name }” ییس لاارگههر تحاان { $most } مب. تااکهه اا سمااللههر پحووتووگرااپح, وور سچاان اات اا لووشههر رههسوولوتییوون.
error-file-kind = “{ $name }” ییس نههییتحههر اا پحووتووگرااپح نوور اا پدف, شحااتههڤههر ییت ییس چااللههد. ااتتااچح اا پحووتووگرااپح وور اا پدف.
error-paper-empty = چحووووسهه شحاات ییت ییس.
error-too-many-files = تحههسهه اارهه توووو مااني: اات مووست { $most } فوور وونهه چوونسییگنمههنت.
error-file-not-yours = وونلي شحووههڤههر ااتتااچحههد اا فییلهه, وور اا ماانااگههر, رههمووڤههس ییت.
papers-outstanding = پااپههرس وووتستااندیینگ
doubt-close-papers = پااپههرس اارهه مییسسیینگ: { $value }.
kilobytes = { $value } کب
