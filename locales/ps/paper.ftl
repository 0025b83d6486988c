# د سندونو کلمې، په هره ژبه چې سند پرې لیکل کېدای شي: شمېرې، واحدونه، نومونې. پردې یې هم کاروي.

language-name = پښتو
language-direction = rtl
language-formats = ps-AF

# -- څه څنګه لیکل کېږي
decimal-sign = .
arrow = ←
list-separator = {"، "}
clause-separator = {"؛ "}
amount = { $number } { $unit }
date-and-time = { $date }، { $time }
moment = { $date }، { $time } { $zone }
period = { $value } – { $other }
period-from = له { $value } څخه
period-until = تر { $value } پورې
quantity-about = نږدې { $amount }
quantity-at-least = لږ تر لږه { $amount }
quantity-at-most = ډېر تر ډېره { $amount }
quantity-not-stated = { $unit }: نه دی ښودل شوی
not-stated = نه دی ښودل شوی
figure-not-stated = نه دی ښودل شوی
date-not-stated = نېټه نه ده ښودل شوې
nothing = هېڅ
with-note = { $value } ({ $other })
and-more = { $value } او { $other } نور

# -- واحدونه (د UN/ECE د ۲۰مې او ۲۱مې سپارښتنې کوډونه؛ په کوچنیو تورو لیکل شوي زموږ دي)
unit-TNE = ټن
unit-DTN = کوینتال
unit-KGM = کیلوګرام
unit-GRM = ګرام
unit-LTR = لیټر
unit-MLT = ملي‌لیټر
unit-MTQ = متر مکعب
unit-H87 = { $plural ->
    [one] دانه
   *[other] دانې
}
unit-PR = { $plural ->
    [one] جوړه
   *[other] جوړې
}
unit-SET = { $plural ->
    [alone] سټ
    [one] سټ
   *[other] سټونه
}
unit-KT = { $plural ->
    [alone] کیټ
    [one] کیټ
   *[other] کیټونه
}
unit-E27 = { $plural ->
    [alone] ډوز
    [one] ډوز
   *[other] ډوزونه
}
unit-U2 = { $plural ->
    [alone] ټابلیټ
    [one] ټابلیټ
   *[other] ټابلیټونه
}
unit-XBO = { $plural ->
    [one] بوتل
   *[other] بوتلونه
}
unit-XCX = قوطۍ
unit-XBX = { $plural ->
    [one] بکس
   *[other] بکسونه
}
unit-XBG = بورۍ
unit-XCT = { $plural ->
    [one] کارتن
   *[other] کارتنونه
}
unit-XBL = { $plural ->
    [alone] عدل
    [one] عدل
   *[other] عدلونه
}
unit-XDR = { $plural ->
    [alone] بېرل
    [one] بېرل
   *[other] بېرلونه
}
unit-XJY = { $plural ->
    [alone] جرکین
    [one] جرکین
   *[other] جرکینونه
}
unit-XPX = { $plural ->
    [alone] پالټ
    [one] پالټ
   *[other] پالټونه
}
unit-XRO = { $plural ->
    [one] رول
   *[other] رولونه
}
unit-XPK = { $plural ->
    [alone] بسته
    [one] بسته
   *[other] بستې
}
unit-bed = { $plural ->
    [one] کټ
   *[other] کټونه
}
unit-tent = { $plural ->
    [one] خیمه
   *[other] خیمې
}
unit-family-parcel = { $plural ->
    [alone] کورنۍ بسته
    [one] کورنۍ بسته
   *[other] کورنۍ بستې
}
unit-family = کورنۍ
dimension-mass = وزن
dimension-volume = حجم

# -- د لېږد ډولونه (د UN/CEFACT نولسمه سپارښتنه)
mode-rail = اورګاډی
mode-road = سړک
mode-air = هوايي
mode-sea = سمندري
mode-inland = داخلي اوبه
mode-mail = پوستي
mode-multimodal = څو ډوله
mode-fixed = نل‌لیکه
mode-not-stated = نه دی ښودل شوی
by-mode-rail = د رېل پټلۍ له لارې
by-mode-road = د سړک له لارې
by-mode-air = د هوا له لارې
by-mode-sea = د سمندر له لارې
by-mode-inland = د داخلي اوبو له لارې
by-mode-mail = د پوستې له لارې
by-mode-multimodal = په څو ډوله لېږد
by-mode-fixed = د نل‌لیکې له لارې
by-mode-not-stated = په نه ښودل شوي ډول لېږد
mode-and-units = { $value }، { $other }
mode-with-units = { $value } ({ $other })

# -- د لېږد واحدونه
units-wagon = { $n } { $plural ->
    [one] واګون
   *[other] واګونه
}
units-container = { $n } { $plural ->
    [one] کانټینر
   *[other] کانټینرونه
}
units-truck = { $n } لارۍ
units-flight = { $n } { $plural ->
    [one] الوتنه
   *[other] الوتنې
}
units-vessel = { $n } بېړۍ
units-other = { $n } { $plural ->
    [one] د لېږد واحد
   *[other] د لېږد واحدونه
}
unit-kind-wagon = واګونونه
unit-kind-container = کانټینرونه
unit-kind-truck = لارۍ
unit-kind-flight = الوتنې
unit-kind-vessel = بېړۍ
unit-kind-other = د لېږد نور واحدونه

# -- د لېږد سندونه
document-smgs = د اورګاډي بارنامه SMGS
document-cim = د اورګاډي بارنامه CIM
document-cmr = د سړک بارنامه CMR
document-awb = هوايي بارنامه
document-bl = سمندري بارنامه
document-waybill = بارنامه
document-other = بل سند

# -- توکي یو مقدار څنګه سره وېشي
sharing-said-together = د ټولو ګډ، ونډې نه دي ښودل شوې
sharing-said-each = د هر یوه
sharing-said-unsaid = د هر یوه یا د ټولو ګډ: مشخص نه دی
shares-not-stated = ونډې نه دي ښودل شوې
packages-of = { $value } × { $other }

# -- وزنونه
weight-net = خالص
weight-gross = مجموعي
weight-unsaid = مشخص نه دی

# -- محموله تر کومه رسېدلې
status-planned = پلان شوې
status-ready = لېږلو ته چمتو
status-in-transit = په لاره کې
status-arrived = رسېدلې
status-received = ترلاسه شوې
status-closed = تړل شوې
status-cancelled = لغوه شوې
status-lost = له لاسه وتلې
status-returned = بېرته ستنه شوې
status-contested = راپورونه توپیر لري
status-void = باطل
milestone-ready = بارول
milestone-departed = روانېدل
milestone-arrived = رسېدل
milestone-received = ترلاسه کول
milestone-closed = تړل
milestone-cancelled = لغوه کول
milestone-lost = له لاسه وتل
milestone-returned = بېرته ستنېدل
date-departed = روانېدل
date-arrived = رسېدل
date-received = ترلاسه کول
date-planned-departure = د روانېدو پلان
date-planned-arrival = د رسېدو پلان
date-reported = راپور ورکول

# -- ماموریتونه
group-decision = قانوني بنسټ
group-handover = سپارنه
field-crisis = بحران
field-glide = د GLIDE ګڼه
field-recipient-country = ترلاسه کوونکی هېواد
field-donors = مرسته کوونکي
field-purpose = موخه
field-need-people = مرستې ته اړ کسان
field-handover-from = سپارونکی لوری
field-handover-to = اخیستونکی لوری
field-handover-office = اخیستونکې اداره
field-handover-place = د سپارنې ځای
field-handover-date = د سپارنې نېټه
field-handover-act = د سپارنې د سند ګڼه

# -- محمولې: فورمه
leg = د لارې برخه
main-leg = د لارې اصلي برخه
field-line-quantity = مقدار
field-line-packages = بستې
field-line-sharing = که توکي څو ډوله وي، مقدار
field-line-category = کټګوري
field-line-net = خالص وزن
field-line-gross = مجموعي وزن
field-line-volume = حجم
field-line-batch = بچ یا لاټ
field-line-expiry = د ختمېدو نېټه
field-line-hs = د HS کوډ
field-line-value = ارزښت
field-leg-mode = د لېږد ډول
field-leg-from = له کوم ځایه
field-leg-via = سرحدي بندر یا ترانزیټي مرکز
field-leg-to = کوم ځای ته
field-leg-carrier = وړونکی
field-leg-units = د واګونونو، لاریو، الوتنو … شمېر
field-leg-document = د سند ګڼه
field-leg-planned-departure = د روانېدو پلان شوې نېټه
field-leg-departed = د روانېدو نېټه
field-leg-planned-arrival = د رسېدو پلان شوې نېټه
field-leg-arrived = د رسېدو نېټه
field-donor = مرسته کوونکی
field-consignor = لېږونکی
field-consignee = ترلاسه کوونکی
field-external-ref = د هغوی خپله ګڼه
field-stated-weight = ښودل شوی وزن
field-stated-packages = د بستو ښودل شوی شمېر
field-value = اظهار شوی ارزښت
field-freight = د لېږد کرایه
field-insurance = بیمه
field-remarks = ملاحظات

# -- محمولې: پاڼې او لېستونه
col-number = ګڼه
col-code = کوډ
col-goods = توکي
col-quantity = مقدار
col-mode = د لېږد ډول
col-route = مسیر
col-date = نېټه
col-status = حالت
col-units = د لېږد واحدونه
col-period = موده
col-month = میاشت
col-total = ټول
col-allotted = ځانګړي شوي
col-sent = لېږل شوي
figure-consignments = محمولې
days-under-way = { $n } { $plural ->
    [one] ورځ
   *[other] ورځې
} په لاره کې
days-late = { $n } { $plural ->
    [one] ورځ
   *[other] ورځې
} ځنډ
days-overdue = له ټاکلې نېټې { $n } { $plural ->
    [one] ورځ
   *[other] ورځې
} وروسته
lines-not-stated = { $n } { $plural ->
    [one] کرښه
   *[other] کرښې
} بې مقداره

# -- لنډیز
by-item = د توکو له مخې
by-consignment = د محمولو له مخې
by-donor = د مرسته کوونکو له مخې
by-mode = د لېږد د ډول له مخې
by-month = د میاشتو له مخې
by-category = د کټګورۍ له مخې
never-added = بېلابېل ډول مقدارونه هېڅکله سره نه جمع کېږي
total-of = ټول: { $value }
allotted-and-sent = ځانګړي شوي او لېږل شوي
decision-of = { $value }، نېټه { $other }
nothing-sent = هېڅ
within-shared = د یوځای لېږل شویو توکو په منځ کې
and-within-shared = { $value }، او د یوځای لېږل شویو توکو په منځ کې
in-consignments = { $n } { $plural ->
    [one] محموله
   *[other] محمولو
}
sentence = د { $donors } له خوا په { $consignments } کې، { $how }، { $country } ته توکي ولېږل شول: { $what }.{ $handover }
sentence-handed-over = {" "}په { $value } وسپارل شول.
sentence-unsaid = { $value } (مقدار یې نه دی ښودل شوی)
sentence-mission = دې ماموریت
sentence-somewhere = یوه نه ښودل شوي هېواد
sentence-nothing = په دې ماموریت کې تر اوسه هېڅ نه دي ثبت شوي.
sentence-no-match = په دې ماموریت کې هېڅ شی له دې ټولو شرطونو سره برابر نه دی.
sentence-nothing-sent = په دې ماموریت کې هېڅ نه دي لېږل شوي.

# -- سازمانونه
field-contact = د اړیکو کس
field-phone = ټیلیفون
field-address = پته

# -- د توکو کتلاګ
category-cereals = غلې دانې او اوړه
category-pulses = حبوبات
category-oil = د خوړو غوړي
category-sugar-salt = بوره، مالګه، چای
category-canned = کنسرو شوي خواړه او لبنیات
category-nutrition = تغذیه او نور خواړه
category-household = سرپناه او د کور سامان
category-clothing = جامې او بوټونه
category-hygiene = اوبه او حفظ الصحه
category-medicine = درمل
category-medical-equipment = طبي تجهیزات
category-education = ښوونه او روزنه
category-fuel = د سون توکي
category-vehicles = موټر او ماشینونه
category-other = نور

# -- د هغه څه پاڼې چې سم نه وي تللي.
besides-cancelled = سربېره پر دې، لغوه شوي: { $value }
sentence-planned = {" "}لا هم په پلان کې: { $value }.
sentence-only-planned = تر اوسه هېڅ نه دي لېږل شوي.{ $value }
totals-whole = مجموعې د ښودل شویو بشپړو محمولو دي، له ټولو کرښو سره.
more-items = د توکو { $n } { $plural ->
    [one] بله کرښه
   *[other] نورې کرښې
}؛ په مجموعو کې حساب شوې

# -- ټوله تاریخچه
chain-on-paper = د تاریخچې حالت:
chain-count-and-head = { $value } ثبتونه، د ځنځیر سر { $other }

# -- سفر
status-partly-received = یوه برخه ترلاسه شوې
milestone-planned = پلان کول
milestone-passed = تېرېدل
milestone-reloaded = له سره بارول
milestone-detached = شاته پاتې کېدل
milestone-reconsigned = بل ځای ته لېږل
milestone-found = موندل کېدل
milestone-problem = د ستونزې له امله ځنډ
milestone-cleared = د ستونزې حل
milestone-note = یادښت
field-happened = کله
field-line-cold = د ساتلو تودوخه
field-line-dangerous = خطرناک توکي، د UN ګڼه
units-listed = له { $other } څخه { $value } په لېست کې
units-told = { $step }: { $some } (ټول { $all })
col-unit-number = ګڼه
col-seals = پلمپونه
col-gross = مجموعي
col-tare = تش وزن
col-net = خالص
col-ticket = د تلې رسید
col-contents = منځپانګه
receipt-note-line = د فزیکي شمېرنې له مخې لیکل شوی. په لېږل شوي مقدار کې هېڅ بدلون نه راولي.
field-receiver = د ترلاسه کوونکي نوم
field-temperature = د رسېدو پر مهال تودوخه
nothing-listed = په لېست کې نشته
all-of-it = ټول
counted-otherwise = شمېرل شوي، نه دي تلل شوي
balance-not-drawn = نه شي محاسبه کېدای: نه دی ښودل شوی
fate-good = سالم
fate-damaged = زیانمن شوي
fate-missing = ورک شوي
fate-returned = بېرته ستانه شوي
reason-unsaid = مشخص نه دی
reason-short-packed = په بسته کې کموالی
reason-missing-in-transit = په لاره کې ورکېدل
reason-theft = غلا
reason-torn = څیرېدل یا څڅېدل
reason-wet = لندېدل
reason-infested = حشرې یا پوپنک
reason-expired = د نېټې تېرېدل
reason-wrong-item = ناسم توکي
reason-underweight = د وزن کموالی
reason-rejected = د چارواکو له خوا ردول
reason-other = نور
col-dispatched = لېږل شوي
col-before = مخکې
col-after = وروسته
col-surplus = اضافي
col-under-way = په لاره کې
col-reason = لامل
became-planned = پلان شوي
became-under-way = په لاره کې
became-received = ترلاسه شوي
became-damaged = زیانمن شوي
became-missing = ورک شوي
became-returned = بېرته ستانه شوي
became-surplus = اضافي
by-reason = ضایعات د لامل له مخې
by-transit = د لارې وخت د لېږد د ډول له مخې
col-legs = د لارې برخې
col-days = ورځې
col-days-planned = پلان شوې
col-late = ځنډېدلې
legs-late = { $value }، په منځني ډول { $other } ورځې
amendments = اصلاحات
amendment-number = اصلاح { $value }
became-dispatched = لېږل شوي
held-up = ځنډول شوې

# -- د ضایعاتو راپورونه
field-stage = پړاو
field-circumstances = د پېښې څرنګوالی
field-disposition = زیانمن توکي
field-commercial-act = تجارتي محضر (رېل پټلۍ)، ګڼه
field-police-report = د پولیسو راپور، ګڼه
field-survey-report = د سروې راپور، ګڼه
stage-unsaid = نه دی ښودل شوی
stage-loading = بارول
stage-leg = په لاره کې
stage-border = پر پوله
stage-warehouse = په ګودام کې
stage-distribution = وېش
disposition-unsaid = نه دی ښودل شوی
disposition-destroyed = له منځه وړل شوي
disposition-reconditioned = بیا سم شوي
disposition-returned = بېرته لېږل شوي
disposition-fit = د کارولو وړ

# -- د شمېرو سرچینې
also-reported = دا هم راپور شوي:
said-by = سرچینه:
told-title = چا څه ویلي

# -- سندونه
paper-signed-waybill = لاسلیک شوې بارنامه
paper-received-note = د توکو د ترلاسه کولو لاسلیک شوی سند
paper-packing-list = د بسته‌بندۍ لېست
paper-invoice = انوایس
paper-origin = د مبدأ تصدیق‌لیک
paper-phytosanitary = د نباتي یا حیواني روغتیا تصدیق‌لیک
paper-quality = د کیفیت تصدیق‌لیک
paper-gift = د ډالۍ تصدیق‌لیک
paper-duty-exemption = د ګمرکي محصول د معافیت سند
paper-customs-release = د ګمرک د خوشې کولو سند
paper-loss-report = تجارتي محضر، د پولیسو یا سروې راپور
paper-photo = عکس
paper-other = نور
papers-outstanding = پاتې سندونه

# -- رسمي سندونه
doc-waybill = بارنامه
doc-packing-list = د بسته‌بندۍ لېست
doc-goods-received-note = د توکو د ترلاسه کولو سند
doc-loss-report = د ضایعاتو او زیانونو راپور
doc-gift-certificate = د ډالۍ تصدیق‌لیک
doc-summary = د ماموریت لنډیز
stamp-draft = مسوده
stamp-partial = د معلوماتو یوه برخه
stamp-copy = کاپي
stamp-void = باطل
stamp-superseded = بدل شوی
stamp-reprinted = په { $value } بیا چاپ شوی
superseded-by = ځای یې د { $other } نېټې بیاکتنې { $value } نیولی
void-since = له { $value } راهیسې باطل
doc-number = ګڼه
doc-revision = بیاکتنه { $value }
doc-revision-label = بیاکتنه
doc-not-issued = لا نه دی صادر شوی
doc-issued = صادر شوی
doc-issued-by = صادروونکی
doc-pad = د چاپي فورمې ګڼه
doc-code = د تصدیق کوډ
doc-check-at = د دې سند د اعتبار کتلو لپاره: { $value }
doc-changes = بیاکتنه { $value } څه بدلوي
doc-change = { $what }: { $old } ← { $new }
doc-change-text = متن
doc-change-nothing = منځپانګه هماغه ده؛ یوازې بڼه یا ژبې یې بدلې شوې.
doc-row = کرښه { $value }
as-of = د معلوماتو نېټه
prepared-by = چمتو کوونکی
approved-by = منظوروونکی
checked-by = کتونکی
seal = مهر

# -- د سندونو نومونې
label-mission = ماموریت
label-consignment = محموله
label-receipt = ترلاسه کول
label-decision = پرېکړه
label-opening = چېرته او کله
label-parties = لوري
label-route = مسیر
label-means = د لېږد وسیله
label-dispatch-place = د لېږلو ځای
label-delivery-place = د سپارلو ځای
label-truck = لارۍ، پلېټ
label-trailer = ټرېلر، پلېټ
label-driver = چلوونکی
label-wagons = واګونونه
label-containers = کانټینرونه
label-flight = الوتنه
label-vessel = بېړۍ
label-transport-units = د لېږد واحدونه
label-numbers = ګڼې
label-note-smgs = د SMGS بارنامې ګڼه
label-note-cim = د CIM بارنامې ګڼه
label-note-cmr = د CMR بارنامې ګڼه
label-note-awb = د هوايي بارنامې ګڼه
label-note-bl = د سمندري بارنامې ګڼه
label-note-waybill = د وړونکي د بارنامې ګڼه
label-note-other = د وړونکي د سند ګڼه
label-packages = بستې
label-gross = مجموعي وزن
label-net = خالص وزن
label-volume = حجم
label-quantity = مقدار
label-declared-value = اظهار شوی ارزښت
label-instructions = لارښوونې
label-departure-temperature = د روانېدو پر مهال تودوخه
label-arrival = رسېدل (نېټه، وخت)
label-reasons = د لاملونو کوډونه
label-this-sheet = دا پاڼه
label-shipper = لېږونکی
label-waybill = بارنامه
label-goods-received-note = د توکو د ترلاسه کولو سند
label-received-on = د ترلاسه کولو نېټه
label-received-at = د ترلاسه کولو ځای
label-dispatched-from = له کوم ځایه لېږل شوي
label-vehicle = موټر یا واګون
label-lines-differ = توپیر لرونکې کرښې
label-packages-missing = ورکې شوې بستې
label-packages-damaged = زیانمنې شوې بستې
label-photos = ضمیمه عکسونه
label-incident = د پېښې نېټه
label-incident-place = د پېښې ځای
label-report-date = د راپور نېټه
label-loss-value = د ضایعاتو ارزښت
label-gift-from = ورکوونکی (مرسته کوونکی)
label-gift-to = اخیستونکی (ترلاسه کوونکی)
label-period = موده
label-people-in-need = مرستې ته اړ کسان
label-legal-basis = قانوني بنسټ
label-source = سرچینه
page-number = { $value } مخ

# -- د سندونو ستنې
col-line = ګڼه
col-description = تفصیل
col-packages = بستې
col-net-each = د بستې خالص
col-net-quantity = خالص مقدار
col-gross-weight = مجموعي وزن
col-gross-each = د بستې مجموعي
col-flags = ځانګړی چلند
col-donor = مرسته کوونکی
col-value = ارزښت
col-unit-value = د یوه ارزښت
col-good = سالم
col-damaged = زیانمن
col-missing = ورک
col-reason-code = کوډ
col-parcels = د بستو ګڼې
col-per-waybill = د بارنامې له مخې
col-running = مخکې · اوس · وروسته
col-comment = لامل، یادونه
col-loss-value = د ضایعاتو ارزښت
col-driver = چلوونکی
col-trailer = ټرېلر
col-week = اونۍ
col-route-words = له – ته
col-arrives = د رسېدو پلان
table-lines = توکي
table-units = د لېږد واحدونه
table-parcels = بستې او منځپانګه یې
table-found = څه وموندل شول
table-lost = څه ورک یا زیانمن شول
table-delivery = د سپارلو پر مهال
table-total = ټول

# -- د سندونو جملې
goods-unlisted = په بارنامه کې نشته
flag-cold = په سړه کې وساتئ: { $value }
flag-dangerous = خطرناک توکي، UN { $value }
flag-controlled = تر کنټرول لاندې
package-range = { $value }–{ $other }
customs-only = ارزښت یوازې د ګمرکي موخو لپاره دی.
group-waybill = د لېږد یوازې دا واحدونه رانغاړي: له { $other } څخه { $value }. کرښې د ټولې محمولې دي.
group-note = د هر واحد خالص مقدار د لېږد د واحدونو په جدول کې راغلی.
sign-only-after-counting = یوازې له شمېرلو وروسته یې لاسلیک کړئ.
good-order = د لېست له مخې، په ظاهر کې په ښه حالت ترلاسه شول.
grn-note = د فزیکي شمېرنې پر بنسټ صادر شوی. توپیرونه بارنامه نه بدلوي.
loss-attach = بارنامه او د توکو د ترلاسه کولو سند ورسره ضمیمه کړئ.
gift-mark = بشري مرسته – د پلور لپاره نه ده
gift-statement = دلته لېست شوي توکي د بشري مرستې په توګه وړیا ورکول کېږي. دا توکي د پلور لپاره نه دي، په بدل کې یې هېڅ پیسې نه دي ورکړل شوې او نه به ورکړل شي، او سوداګریز ارزښت نه لري؛ اظهار شوی ارزښت یوازې د ګمرکي موخو لپاره دی.
gift-second = ترلاسه کوونکی دا توکي د ډالۍ په توګه مني او یوازې د پورته یادې شوې موخې لپاره به یې کاروي.
copy-original = اصل
copy-transporter = کاپي 1: وړونکی
copy-consignee = کاپي 2: ترلاسه کوونکی
copy-return = کاپي 3: لېږونکي ته ستنېږي

# -- لاسلیکونه
sign-dispatched = بار کوونکی او لېږونکی
sign-transporter = وړونکی
sign-consignee = ترلاسه کوونکی
sign-delivered = سپارونکی
sign-received = اخیستونکی
sign-donor = د مرسته کوونکي له خوا
sign-recipient = د ترلاسه کوونکي له خوا
box-name = نوم
box-function = دنده
box-date = نېټه
box-place = ځای
box-condition = د توکو حالت
box-remarks = ملاحظات
box-signature = لاسلیک، مهر

# -- د ماموریت لنډیز
summary-one-page = یوه پاڼه
summary-full = بشپړه بڼه
by-leg = د لارې د برخو له مخې
legs-not-added = وړل شوي، نه جمع شوي: هغه توکي چې له یوې برخې بلې ته اوړي، په هره برخه کې راځي
arrivals-expected = په راتلونکو اتو اونیو کې د رسېدو تمه
arrivals-none = په راتلونکو اتو اونیو کې د هېڅ محمولې د رسېدو تمه نشته.
losses-and-differences = ضایعات او توپیرونه
loss-reports = د ضایعاتو راپورونه
narrative = شرح
asked-of-reader = له لوستونکي غوښتنه
narrative-goes-on = پاتې برخه یې په بشپړه بڼه کې ده.
sources-and-amendments = سرچینې او اصلاحات
shown-in-full-form = { $n } نور په بشپړه بڼه کې
also-in-full-form = همدارنګه په بشپړه بڼه کې: { $value }.
and-more-rows = { $n } نور
sheet-more = یوازې تر ټولو نوې { $n } محمولې لېست شوې؛ په مجموعو کې ټولې حساب شوې دي.
chart-goods = پلان شوي، لېږل شوي او ترلاسه شوي
chart-arrivals = د میاشتو له مخې ترلاسه شوي
chart-modes = د لېږد د ډولونو ونډې
chart-bar = { $value }: { $other }
chart-of-dispatched = { $value } سلنه ترلاسه شوي
unit-kind-consignments = محمولې

# -- د سند د اعتبار کتنه پرته له ننوتلو
verify-title = د سند د اعتبار کتنه
verify-lead = هر سند چې دلته صادرېږي، یو کوډ لري. کوډ ولیکئ، یا کمره د سند پر مربع نښه ونیسئ.
verify-field = د تصدیق کوډ
verify-button = وګورئ
verify-issued = دا سند صادر شوی دی
verify-current = دا یې وروستۍ بیاکتنه ده او اعتبار لري.
verify-superseded = نوې بیاکتنې یې ځای نیولی دی
verify-superseded-text = دا سند صادر شوی و، خو اوس یې پر ځای د { $other } نېټې بیاکتنه { $value } اعتبار لري. نوې بیاکتنه یې وغواړئ.
verify-void = دا سند باطل اعلان شوی دی
verify-void-text = دا سند صادر شوی و، خو په { $value } باطل اعلان شو. باید ونه کارول شي.
verify-record-void = هغه ثبت چې سند یې په اړه دی، باطل اعلان شوی
verify-record-void-text = سند صادر شوی و؛ خو هغه ثبت چې سند پرې ولاړ دی، په { $value } باطل اعلان شو. له صادروونکي یې وپوښتئ.
verify-unknown = داسې سند نشته
verify-unknown-text = د { $value } په کوډ دلته هېڅ سند نه دی صادر شوی. کوډ د هغه سند له کوډ سره توری په توری پرتله کړئ چې په لاس کې یې لرئ؛ په کوډ کې د I، L، O او U توري نه راځي.
verify-often = ډېرې هڅې
verify-often-text = ستاسو له شبکې ډېر زیات کوډونه وازمویل شول. یوه دقیقه صبر وکړئ او بیا هڅه وکړئ.
verify-compare = له هغه سند سره یې پرتله کړئ چې په لاس کې یې لرئ
verify-compare-text = که کوم څه توپیر ولري، سند بدل کړای شوی دی.
verify-withheld = صادروونکی دلته نور څه نه ښيي. له هغه یې وپوښتئ.
verify-hash = د منځپانګې ډیجیټلي نښه (SHA-256)
verify-kind = د سند ډول
verify-organisation = صادروونکی
verify-checked-at = وکتل شو: { $value }
