# Слова документов: на всех языках, на которых может быть документ. Ими пользуются и экраны.

language-name = Русский
language-direction = ltr
language-formats = ru

# -- как что пишется
decimal-sign = ,
arrow = →
list-separator = {", "}
clause-separator = {"; "}
amount = { $number } { $unit }
date-and-time = { $date }, { $time }
moment = { $date }, { $time } { $zone }
period = { $value } — { $other }
period-from = начало: { $value }
period-until = окончание: { $value }
quantity-about = примерно { $amount }
quantity-at-least = { $amount } и более
quantity-at-most = { $amount } и менее
quantity-not-stated = { $unit }: не указано
not-stated = не указано
figure-not-stated = Не указано
date-not-stated = дата не указана
nothing = пусто
with-note = { $value } ({ $other })
and-more = { $value } и ещё { $other }

# -- единицы (коды Рекомендаций 20 и 21 ЕЭК ООН; строчные — наши). *[other] — единица без числа («коробки») и дробное число
unit-TNE = т
unit-DTN = ц
unit-KGM = кг
unit-GRM = г
unit-LTR = л
unit-MLT = мл
unit-MTQ = м³
unit-H87 = { $plural ->
    [one] шт.
    [few] шт.
    [many] шт.
   *[other] штуки
}
unit-PR = { $plural ->
    [one] пара
    [few] пары
    [many] пар
   *[other] пары
}
unit-SET = { $plural ->
    [alone] комплекты
    [one] комплект
    [few] комплекта
    [many] комплектов
   *[other] комплекта
}
unit-KT = { $plural ->
    [alone] наборы
    [one] набор
    [few] набора
    [many] наборов
   *[other] набора
}
unit-E27 = { $plural ->
    [one] доза
    [few] дозы
    [many] доз
   *[other] дозы
}
unit-U2 = { $plural ->
    [one] таблетка
    [few] таблетки
    [many] таблеток
   *[other] таблетки
}
unit-XBO = { $plural ->
    [one] бутылка
    [few] бутылки
    [many] бутылок
   *[other] бутылки
}
unit-XCX = { $plural ->
    [one] банка
    [few] банки
    [many] банок
   *[other] банки
}
unit-XBX = { $plural ->
    [one] коробка
    [few] коробки
    [many] коробок
   *[other] коробки
}
unit-XBG = { $plural ->
    [alone] мешки
    [one] мешок
    [few] мешка
    [many] мешков
   *[other] мешка
}
unit-XCT = { $plural ->
    [alone] картонные коробки
    [one] картонная коробка
    [few] картонные коробки
    [many] картонных коробок
   *[other] картонной коробки
}
unit-XBL = { $plural ->
    [one] кипа
    [few] кипы
    [many] кип
   *[other] кипы
}
unit-XDR = { $plural ->
    [one] бочка
    [few] бочки
    [many] бочек
   *[other] бочки
}
unit-XJY = { $plural ->
    [one] канистра
    [few] канистры
    [many] канистр
   *[other] канистры
}
unit-XPX = { $plural ->
    [one] паллета
    [few] паллеты
    [many] паллет
   *[other] паллеты
}
unit-XRO = { $plural ->
    [alone] рулоны
    [one] рулон
    [few] рулона
    [many] рулонов
   *[other] рулона
}
unit-XPK = { $plural ->
    [one] упаковка
    [few] упаковки
    [many] упаковок
   *[other] упаковки
}
unit-bed = { $plural ->
    [one] кровать
    [few] кровати
    [many] кроватей
   *[other] кровати
}
unit-tent = { $plural ->
    [one] палатка
    [few] палатки
    [many] палаток
   *[other] палатки
}
unit-family-parcel = { $plural ->
    [alone] семейные наборы
    [one] семейный набор
    [few] семейных набора
    [many] семейных наборов
   *[other] семейного набора
}
unit-family = { $plural ->
    [one] семья
    [few] семьи
    [many] семей
   *[other] семьи
}
dimension-mass = Масса
dimension-volume = Объём

# -- виды транспорта (Рекомендация 19 СЕФАКТ ООН)
mode-rail = Железнодорожный
mode-road = Автомобильный
mode-air = Воздушный
mode-sea = Морской
mode-inland = Внутренний водный
mode-mail = Почтовый
mode-multimodal = Смешанный
mode-fixed = Трубопроводный
mode-not-stated = Не указан
by-mode-rail = железнодорожным транспортом
by-mode-road = автомобильным транспортом
by-mode-air = воздушным транспортом
by-mode-sea = морским транспортом
by-mode-inland = внутренним водным транспортом
by-mode-mail = почтой
by-mode-multimodal = несколькими видами транспорта
by-mode-fixed = по трубопроводу
by-mode-not-stated = вид транспорта не указан
mode-and-units = { $value }, { $other }
mode-with-units = { $value } ({ $other })

# -- транспортные единицы
units-wagon = { $n } { $plural ->
    [one] вагон
    [few] вагона
    [many] вагонов
   *[other] вагона
}
units-container = { $n } { $plural ->
    [one] контейнер
    [few] контейнера
    [many] контейнеров
   *[other] контейнера
}
units-truck = { $n } { $plural ->
    [one] грузовик
    [few] грузовика
    [many] грузовиков
   *[other] грузовика
}
units-flight = { $n } { $plural ->
    [one] рейс
    [few] рейса
    [many] рейсов
   *[other] рейса
}
units-vessel = { $n } { $plural ->
    [one] судно
    [few] судна
    [many] судов
   *[other] судна
}
units-other = { $n } { $plural ->
    [one] транспортная единица
    [few] транспортные единицы
    [many] транспортных единиц
   *[other] транспортной единицы
}
unit-kind-wagon = Вагоны
unit-kind-container = Контейнеры
unit-kind-truck = Грузовики
unit-kind-flight = Рейсы
unit-kind-vessel = Суда
unit-kind-other = Другие транспортные единицы

# -- перевозочные документы
document-smgs = Накладная СМГС
document-cim = Накладная ЦИМ (CIM)
document-cmr = Накладная CMR
document-awb = Авианакладная
document-bl = Коносамент
document-waybill = Накладная
document-other = Другой документ

# -- на что приходится количество нескольких товаров
sharing-said-together = на все вместе, доли не указаны
sharing-said-each = на каждый
sharing-said-unsaid = на каждый или на все вместе: не уточнено
shares-not-stated = доли не указаны
packages-of = { $value } × { $other }

# -- вес
weight-net = Нетто
weight-gross = Брутто
weight-unsaid = Не уточнено

# -- как далеко продвинулась партия
status-planned = Запланирована
status-ready = Готова к отправке
status-in-transit = В пути
status-arrived = Прибыла
status-received = Получена
status-closed = Закрыта
status-cancelled = Отменена
status-lost = Утрачена
status-returned = Возвращена
status-contested = Сведения расходятся
status-void = Аннулирована
milestone-ready = Погружено
milestone-departed = Отправлено
milestone-arrived = Прибыло
milestone-received = Получено
milestone-closed = Закрыто
milestone-cancelled = Отменено
milestone-lost = Утрачено
milestone-returned = Возвращено
date-departed = отправлено
date-arrived = прибыло
date-received = получено
date-planned-departure = отправление по плану
date-planned-arrival = прибытие по плану
date-reported = сообщено

# -- миссии
group-decision = Правовое основание
group-handover = Передача
field-crisis = Чрезвычайная ситуация
field-glide = Номер GLIDE
field-recipient-country = Страна-получатель
field-donors = Доноры
field-purpose = Цель
field-need-people = Число нуждающихся
field-handover-from = Передающая сторона
field-handover-to = Принимающая сторона
field-handover-office = Принимающее ведомство
field-handover-place = Место передачи
field-handover-date = Дата передачи
field-handover-act = Номер акта приёма-передачи

# -- партии: форма
leg = Участок пути
main-leg = основной участок пути
field-line-quantity = Количество
field-line-packages = Упаковка
field-line-sharing = Если товаров несколько, количество дано
field-line-category = Категория
field-line-net = Вес нетто
field-line-gross = Вес брутто
field-line-volume = Объём
field-line-batch = Серия или лот
field-line-expiry = Годен до
field-line-hs = Код ТН ВЭД (HS)
field-line-value = Стоимость
field-leg-mode = Вид транспорта
field-leg-from = Откуда
field-leg-via = Погранпереход или узел
field-leg-to = Куда
field-leg-carrier = Перевозчик
field-leg-units = Сколько вагонов, грузовиков, рейсов…
field-leg-document = Номер документа
field-leg-planned-departure = Отправление по плану
field-leg-departed = Отправлено
field-leg-planned-arrival = Прибытие по плану
field-leg-arrived = Прибыло
field-donor = Донор
field-consignor = Грузоотправитель
field-consignee = Грузополучатель
field-external-ref = Внешний номер
field-stated-weight = Заявленный вес
field-stated-packages = Заявленное число мест
field-value = Объявленная стоимость
field-freight = Провозная плата
field-insurance = Страхование
field-remarks = Примечания

# -- партии: страницы и списки
col-number = Номер
col-code = Код
col-goods = Товары
col-quantity = Количество
col-mode = Вид транспорта
col-route = Маршрут
col-date = Дата
col-status = Состояние
col-units = Транспортные единицы
col-period = Период
col-month = Месяц
col-total = Всего
col-allotted = Выделено
col-sent = Отправлено
figure-consignments = Партии груза
days-under-way = в пути { $n } { $plural ->
    [one] день
    [few] дня
   *[other] дней
}
days-late = с опозданием на { $n } { $plural ->
    [one] день
    [few] дня
   *[other] дней
}
days-overdue = просрочено на { $n } { $plural ->
    [one] день
    [few] дня
   *[other] дней
}
lines-not-stated = { $n } { $plural ->
    [one] строка
    [few] строки
    [many] строк
   *[other] строки
} без количества

# -- сводка
by-item = По товарам
by-consignment = По партиям
by-donor = По донорам
by-mode = По видам транспорта
by-month = По месяцам
by-category = По категориям
never-added = количества разного рода не складываются
total-of = Итого: { $value }
allotted-and-sent = Выделено и отправлено
decision-of = { $value } от { $other }
nothing-sent = ничего
within-shared = в составе товаров, отправленных вместе
and-within-shared = { $value } и в составе товаров, отправленных вместе
in-consignments = { $n } { $plural ->
    [one] партии
    [few] партиях
    [many] партиях
   *[other] партии
}
sentence = { $donors }: отправлено { $what } в { $consignments }, { $how }. Страна-получатель: { $country }.{ $handover }
sentence-handed-over = {" "}Груз передан ({ $value }).
sentence-unsaid = { $value } (количество не указано)
sentence-mission = По этой миссии
sentence-somewhere = не указана
sentence-nothing = В этой миссии пока ничего не зарегистрировано.
sentence-no-match = В этой миссии ничто не отвечает всем этим условиям.
sentence-nothing-sent = В этой миссии ничего не отправлено.

# -- Организации
field-contact = Контактное лицо
field-phone = Телефон
field-address = Адрес

# -- Каталог товаров
category-cereals = Зерно, крупы и мука
category-pulses = Бобовые
category-oil = Пищевое масло
category-sugar-salt = Сахар, соль, чай
category-canned = Консервы и молочные продукты
category-nutrition = Лечебное питание и другие продукты
category-household = Временное жильё и предметы быта
category-clothing = Одежда и обувь
category-hygiene = Вода и гигиена
category-medicine = Лекарства
category-medical-equipment = Медицинское оборудование
category-education = Образование
category-fuel = Топливо
category-vehicles = Транспорт и техника
category-other = Прочее

# -- страницы о том, что пошло не так.
besides-cancelled = кроме того, отменено: { $value }
sentence-planned = {" "}Ещё запланировано: { $value }.
sentence-only-planned = Пока ничего не отправлено.{ $value }
totals-whole = Итоги — по показанным партиям целиком, со всеми их строками.
more-items = Ещё строк товаров: { $n }; в итогах они учтены

# -- вся история
chain-on-paper = Состояние истории:
chain-count-and-head = записей { $value }, голова { $other }

# -- путь
status-partly-received = Получена частично
milestone-planned = Запланировано
milestone-passed = Проследовало
milestone-reloaded = Перегружено
milestone-detached = Отцеплено
milestone-reconsigned = Переадресовано
milestone-found = Найдено
milestone-problem = Задержано: есть препятствие
milestone-cleared = Препятствие устранено
milestone-note = Заметка
field-happened = Когда
field-line-cold = Температура хранения
field-line-dangerous = Опасный груз, номер ООН
units-listed = в списке { $value } из { $other }
units-told = { $step }: { $some } (всего { $all })
col-unit-number = Номер
col-seals = Пломбы
col-gross = Брутто
col-tare = Тара
col-net = Нетто
col-ticket = Весовая квитанция
col-contents = Содержимое
receipt-note-line = Составлено по фактическому пересчёту. Отправленное от этого не меняется.
field-receiver = Кто принял
field-temperature = Температура при прибытии
nothing-listed = вне списка
all-of-it = полностью
counted-otherwise = пересчитано, не взвешено
balance-not-drawn = не выводится: не указано
fate-good = Исправно
fate-damaged = Повреждено
fate-missing = Не хватает
fate-returned = Возвращено
reason-unsaid = Не указана
reason-short-packed = Недовложение
reason-missing-in-transit = Пропало в пути
reason-theft = Хищение
reason-torn = Порвано или течёт
reason-wet = Подмочено
reason-infested = Вредители или плесень
reason-expired = Истёк срок
reason-wrong-item = Не тот товар
reason-underweight = Недовес
reason-rejected = Забраковано властями
reason-other = Другое
col-dispatched = Отправлено
col-before = До акта
col-after = После акта
col-surplus = Излишек
col-under-way = В пути
col-reason = Причина
became-planned = Запланировано
became-under-way = В пути
became-received = Получено
became-damaged = Повреждено
became-missing = Не хватает
became-returned = Возвращено
became-surplus = Излишек
by-reason = Утраты по причинам
by-transit = Время в пути по видам транспорта
col-legs = Участков
col-days = Дней
col-days-planned = По плану
col-late = С опозданием
legs-late = { $value }, в среднем на { $other } дн.
amendments = Исправления
amendment-number = Исправление { $value }
became-dispatched = Отправлено
held-up = задержана

# -- акты об утрате
field-stage = Этап
field-circumstances = Обстоятельства
field-disposition = Повреждённый груз
field-commercial-act = Коммерческий акт (железная дорога), номер
field-police-report = Протокол полиции, номер
field-survey-report = Акт экспертизы, номер
stage-unsaid = Не указан
stage-loading = Погрузка
stage-leg = В пути
stage-border = На границе
stage-warehouse = На складе
stage-distribution = Распределение
disposition-unsaid = Не указано
disposition-destroyed = Уничтожен
disposition-reconditioned = Приведён в порядок
disposition-returned = Отправлен обратно
disposition-fit = Пригоден к использованию

# -- источники чисел
also-reported = сообщают также:
said-by = источник:
told-title = Кто что сообщил

# -- бумаги
paper-signed-waybill = Подписанная накладная
paper-received-note = Подписанный акт приёмки
paper-packing-list = Упаковочный лист
paper-invoice = Счёт-фактура
paper-origin = Сертификат происхождения
paper-phytosanitary = Фитосанитарный или ветеринарный сертификат
paper-quality = Сертификат качества
paper-gift = Дарственный сертификат
paper-duty-exemption = Подтверждение освобождения от пошлин
paper-customs-release = Таможенное разрешение
paper-loss-report = Коммерческий акт, протокол или экспертиза
paper-photo = Фотография
paper-other = Другое
papers-outstanding = Недостающие бумаги

# -- документы
doc-waybill = Накладная
doc-packing-list = Упаковочный лист
doc-goods-received-note = Акт приёмки груза
doc-loss-report = Акт об утрате и повреждении
doc-gift-certificate = Сертификат дарения
doc-summary = Сводка по миссии
stamp-draft = ЧЕРНОВИК
stamp-partial = ЧАСТЬ ДАННЫХ
stamp-copy = КОПИЯ
stamp-void = НЕДЕЙСТВИТЕЛЕН
stamp-superseded = ЗАМЕНЁН
stamp-reprinted = отпечатано повторно { $value }
superseded-by = Заменён редакцией { $value } от { $other }
void-since = Недействителен с { $value }
doc-number = №
doc-revision = Редакция { $value }
doc-revision-label = Редакция
doc-not-issued = ещё не выдан
doc-issued = Выдан
doc-issued-by = Выдал
doc-pad = Номер бланка
doc-code = Проверочный код
doc-check-at = Проверить этот документ: { $value }
doc-changes = Что изменяет редакция { $value }
doc-change = { $what }: { $old } → { $new }
doc-change-text = Текст
doc-change-nothing = Содержание прежнее; изменились только форма или языки.
doc-row = Строка { $value }
as-of = По состоянию на
prepared-by = Составил
approved-by = Утвердил
checked-by = Проверил
seal = М. П.

# -- подписи полей документов
label-mission = Миссия
label-consignment = Партия
label-receipt = Приёмка
label-decision = Решение
label-opening = Где и когда
label-parties = Стороны
label-route = Маршрут
label-means = Транспорт
label-dispatch-place = Место отправления
label-delivery-place = Место доставки
label-truck = Грузовик, номер
label-trailer = Прицеп, номер
label-driver = Водитель
label-wagons = Вагоны
label-containers = Контейнеры
label-flight = Рейс
label-vessel = Судно
label-transport-units = Транспортные единицы
label-numbers = Номера
label-note-smgs = Накладная СМГС №
label-note-cim = Накладная ЦИМ №
label-note-cmr = Накладная CMR №
label-note-awb = Авианакладная №
label-note-bl = Коносамент №
label-note-waybill = Накладная перевозчика №
label-note-other = Документ перевозчика №
label-packages = Мест
label-gross = Масса брутто
label-net = Масса нетто
label-volume = Объём
label-quantity = Количество
label-declared-value = Объявленная стоимость
label-instructions = Указания
label-departure-temperature = Температура при отправке
label-arrival = Прибыл (дата, время)
label-reasons = Коды причин
label-this-sheet = Этот экземпляр
label-shipper = Отправитель
label-waybill = Накладная
label-goods-received-note = Акт приёмки груза
label-received-on = Дата приёмки
label-received-at = Место приёмки
label-dispatched-from = Откуда отправлен
label-vehicle = Транспорт или вагон
label-lines-differ = Строк с расхождением
label-packages-missing = Мест недостаёт
label-packages-damaged = Мест повреждено
label-photos = Фотографий приложено
label-incident = Дата происшествия
label-incident-place = Место происшествия
label-report-date = Дата акта
label-loss-value = Стоимость утраченного
label-gift-from = От кого (даритель)
label-gift-to = Кому (получатель)
label-period = Период
label-people-in-need = Нуждающихся
label-legal-basis = Правовое основание
label-source = Источник
page-number = с. { $value }

# -- графы документов
col-line = №
col-description = Наименование
col-packages = Мест
col-net-each = Нетто одного места
col-net-quantity = Количество нетто
col-gross-weight = Масса брутто
col-gross-each = Брутто одного места
col-flags = Обращение
col-donor = Даритель
col-value = Стоимость
col-unit-value = Стоимость единицы
col-good = Годно
col-damaged = Повреждено
col-missing = Недостаёт
col-reason-code = Код
col-parcels = №№ мест
col-per-waybill = По накладной
col-running = До · сейчас · после
col-comment = Причина, примечание
col-loss-value = Стоимость утраты
col-driver = Водитель
col-trailer = Прицеп
col-week = Неделя
col-route-words = Откуда – куда
col-arrives = Прибытие
table-lines = Груз
table-units = Транспортные единицы
table-parcels = Места и их содержимое
table-found = Что установлено
table-lost = Что утрачено или повреждено
table-delivery = При доставке
table-total = Итого

# -- фразы документов
goods-unlisted = в накладной не значится
flag-cold = хранить в холоде: { $value }
flag-dangerous = опасный груз, ООН { $value }
flag-controlled = под контролем
package-range = { $value }–{ $other }
customs-only = Стоимость указана только для таможенных целей.
group-waybill = Только эти транспортные единицы: { $value } из { $other }. Строки относятся ко всей партии.
group-note = Масса нетто каждой единицы указана в таблице транспортных единиц.
sign-only-after-counting = Подписывать только после пересчёта.
good-order = Принято по перечню без видимых повреждений.
grn-note = Составлен по фактическому пересчёту. Расхождения не меняют накладную.
loss-attach = Приложить накладную и акт приёмки груза.
gift-mark = ГУМАНИТАРНАЯ ПОМОЩЬ – НЕ ДЛЯ ПРОДАЖИ
gift-statement = Перечисленный здесь груз передаётся безвозмездно в качестве гуманитарной помощи. Он не предназначен для продажи, за него не уплачено и не причитается никакой платы, коммерческой стоимости он не имеет; объявленная стоимость указана только для таможенных целей.
gift-second = Получатель принимает груз в дар и использует его только по указанному выше назначению.
copy-original = Оригинал
copy-transporter = Экз. 1: перевозчику
copy-consignee = Экз. 2: получателю
copy-return = Экз. 3: вернуть отправителю

# -- подписи
sign-dispatched = Погрузил и отправил
sign-transporter = Перевозчик
sign-consignee = Грузополучатель
sign-delivered = Сдал
sign-received = Принял
sign-donor = От дарителя
sign-recipient = От получателя
box-name = Фамилия, имя
box-function = Должность
box-date = Дата
box-place = Место
box-condition = Состояние груза
box-remarks = Замечания
box-signature = Подпись, печать

# -- сводка по миссии
summary-one-page = На одной странице
summary-full = Полная форма
by-leg = По участкам пути
legs-not-added = перевезено, не суммируется: груз, идущий дальше, стоит в каждом участке
arrivals-expected = Ожидается в ближайшие восемь недель
arrivals-none = В ближайшие восемь недель прибытия не ожидается.
losses-and-differences = Утраты и расхождения
loss-reports = Акты об утрате
narrative = Пояснение
asked-of-reader = О чём просим
narrative-goes-on = Продолжение — в полной форме.
sources-and-amendments = Источники и исправления
shown-in-full-form = ещё { $n } в полной форме
also-in-full-form = Также в полной форме: { $value }.
and-more-rows = ещё { $n }
sheet-more = Перечислены только самые новые партии: { $n }; итоги учитывают все.
chart-goods = Запланировано, отправлено и получено
chart-arrivals = Получено по месяцам
chart-modes = Доли видов транспорта
chart-bar = { $value }: { $other }
chart-of-dispatched = получено { $value } %
unit-kind-consignments = партий

# -- проверка документа без входа
verify-title = Проверка документа
verify-lead = На каждом выданном здесь документе есть код. Введите его или наведите камеру на квадрат на документе.
verify-field = Проверочный код
verify-button = Проверить
verify-issued = Этот документ выдан
verify-current = Это последняя редакция, она действует.
verify-superseded = Его заменила новая редакция
verify-superseded-text = Документ был выдан; вместо него действует редакция { $value } от { $other }. Попросите новую.
verify-void = Документ признан недействительным
verify-void-text = Он был выдан и признан недействительным { $value }. Пользоваться им нельзя.
verify-record-void = То, о чём он говорит, признано недействительным
verify-record-void-text = Документ был выдан; запись, на которой он основан, признана недействительной { $value }. Спросите того, кто его выдал.
verify-unknown = Такого документа нет
verify-unknown-text = Документ с кодом { $value } здесь не выдавался. Сверьте код с бумагой знак за знаком; букв I, L, O и U в коде не бывает.
verify-often = Слишком много попыток
verify-often-text = Из вашей сети проверено слишком много кодов. Подождите минуту и попробуйте снова.
verify-compare = Сравните с бумагой в руках
verify-compare-text = Если что-то отличается, бумагу изменили.
verify-withheld = Больше ничего выдавший документ здесь не показывает. Спросите у него.
verify-hash = Отпечаток содержания (SHA-256)
verify-kind = Вид документа
verify-organisation = Выдал
verify-checked-at = Проверено { $value }
