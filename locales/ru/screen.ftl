# Все слова экранов. Один ключ — один смысл; в каждом языке те же ключи с теми же переменными.

# -- как что пишется
yes = да
any = Все
all = Все

# -- виды транспорта (Рекомендация 19 СЕФАКТ ООН)
mode-choose-each-time = Выбирается для каждой партии

# -- транспортные единицы
unit-kind-by-mode = Обычные для этого вида транспорта

# -- перевозочные документы
document-none = Пока нет

# -- на что приходится количество нескольких товаров
sharing-together = На все вместе
sharing-each = На каждый отдельно
sharing-unsaid = Не уточнено
good-as-typed = { $value } (нет в каталоге)
in-all = всего { $value }
about-by-density = примерно { $value } при { $other } кг/л
packages-come-to = по упаковке выходит { $value }

# -- вес
check-figure = для сверки, в итог не входит
lines-come-to = по строкам выходит { $value }

# -- как далеко продвинулась партия
status-by-dates = По датам
mission-status-planned = Запланирована
mission-status-active = Действует
mission-status-closed = Закрыта

# -- каждая страница
skip-to-content = Перейти к содержанию
main-menu = Главное меню
menu-home = Главная
menu-missions = Миссии
menu-consignments = Партии груза
menu-catalogue = Товары
menu-organisations = Организации
menu-places = Места
save = Сохранить
edit = Изменить
copy = Копировать
move = Перенести в другую миссию
void = Аннулировать
cancel = Отмена
print = Печать
pages = Страницы
first-page = ← Первая страница
next-page = Следующая страница →
choose-day = Выбрать день
error-prefix = Ошибка:

# -- формы
problems-title = Исправьте следующее
which-one = Что имеется в виду?
row-line = Строка { $n }, { $field }
row-leg = Участок пути { $n }, { $field }
row-allot = Выделенный товар { $n }, { $field }
conflict-title = Запись тем временем изменили
conflict-text = Пока вы писали, запись сохранил кто-то другой. Ниже показано и то и другое; ничего из введённого вами не потеряно. Исправьте форму, как должно быть, и сохраните снова.
conflict-caption = В чём различие
conflict-field = Поле
conflict-theirs = Сохранено сейчас
conflict-yours = У вас
draft-offer = Вы начали заполнять эту форму и не сохранили её. Она осталась в этом браузере:
draft-restore = Продолжить
draft-discard = Удалить

# -- история изменений
history-title = История
verb-created = Зарегистрировано
verb-changed = Изменено
verb-voided = Аннулировано
verb-moved = Перенесено в другую миссию
verb-merged = Объединено
verb-happened = Отмечено в пути
verb-approved = Сводка утверждена
done-logged = Сохранено.
done-logged-another = записана. Следующая начинается с тех же участников и маршрута.
done-changed = Изменение сохранено.
done-voided = Партия аннулирована. Её номер сохраняется.
done-moved = Партия перенесена.
done-mission-opened = Миссия открыта. Зарегистрируйте её первую партию.
done-mission-changed = Изменение сохранено.
done-mission-approved = Сводка утверждена в нынешнем виде.
done-mission-not-approved = Не утверждено: пока вы смотрели, данные изменились. Вот они сейчас.

# -- главная
home-title = Помощь в пути
home-active = { $n } { $plural ->
    [one] действующая миссия
    [few] действующие миссии
    [many] действующих миссий
   *[other] действующей миссии
}
home-empty = Пока ничего не отправляется
home-empty-text = Откройте миссию и зарегистрируйте отправленное. И то и другое можно сделать в одной форме.
latest-consignments = Последние партии
all-consignments = Все партии груза
progress-received = { $value } % получено
progress-transit = { $value } % отправлено, ещё не получено
progress-planned = { $value } % запланировано
progress-lost = { $value } % утрачено или возвращено
progress-of-mass = по массе
progress-of-consignments = по числу партий

# -- миссии
missions-count = { $n } { $plural ->
    [one] миссия
    [few] миссии
    [many] миссий
   *[other] миссии
}
missions-caption = Сначала новые
no-missions = Миссий пока нет
no-missions-text = Миссия объединяет партии, отправленные в связи с одной чрезвычайной ситуацией или одним событием. Откройте миссию, затем регистрируйте её партии.
open-mission = Открыть миссию
edit-mission = Изменить миссию: { $value }
mission-empty = Партий пока нет
mission-empty-text = Здесь регистрируется отправленное в рамках этой миссии; сводка подводит итог.
group-mission = Миссия
group-defaults = Обычные участники и места
group-need = Потребности и примечания
group-record = Сведения
hint-mission-code = Латинские буквы, цифры и дефисы, например KZ-AF-2023-04
hint-donors = Если доноров несколько, разделите их точкой с запятой
hint-glide = Например, EQ-2022-000232-AFG
hint-defaults = Подставляются в каждую новую партию этой миссии; там их можно изменить.
hint-allotments = Что выделено решением, по одному товару в строке. Сравнивается с отправленным.
field-code = Код
field-title = Название
field-starts = Начало
field-ends = Окончание
field-status = Состояние
field-notes = Примечания
field-decision-number = Номер решения
field-decision-date = Дата решения
field-allot-goods = Товар
field-allot-quantity = Количество
field-allot-unit = Единица
field-need-source = Источник этого числа
field-default-consignor = Грузоотправитель
field-default-consignee = Грузополучатель
field-default-carrier = Перевозчик
field-default-mode = Вид транспорта
field-default-from = Откуда
field-default-via = Погранпереход или узел
field-default-to = Куда

# -- партии: форма
log-consignment = Зарегистрировать партию груза
log-lead = Укажите, что отправлено, сколько, каким транспортом и когда. «Не указано» — тоже ответ; всё остальное можно не заполнять.
edit-consignment = Изменить партию { $value }
log-another = Зарегистрировать ещё одну
save-and-another = Сохранить и зарегистрировать ещё одну
group-goods = Что отправлено
group-journey = Как перевозится
group-progress = Ход перевозки
group-parties = Участники
group-rest = Вес, стоимость, источник и примечания
group-events = В пути
add-line = Добавить строку
add-leg = Добавить участок пути
remove-line = Убрать строку { $value }
remove-leg = Убрать участок пути { $value }
look-over = Проверить, не сохраняя
line-more = Подробнее об этой строке
leg-more = План и документы этого участка пути
new-mission-here = Или откройте здесь новую миссию
hint-mission = Код миссии
hint-goods = Несколько товаров с одним общим количеством пишутся в одной строке через запятую. Если количество неизвестно, поставьте знак вопроса: ?
hint-money = С валютой, например 1200 USD
hint-stated-weight = Всей партии, в кг или т; сверяется со строками, но к ним не прибавляется
hint-source = Кто это сообщил и где
hint-reported = День сообщения; если других дат нет, партия числится под ним
hint-reason = Почему внесено изменение, если это стоит запомнить
field-mission = Миссия
field-new-mission-code = Код новой миссии
field-new-mission-title = Название
field-new-mission-recipient-country = Страна-получатель
field-new-mission-donors = Доноры
field-line-goods = Товары
field-line-unit = Единица
field-line-unsaid = Количество не указано
field-line-donor = Донор, если другой
field-line-cost = Затраты
field-line-note = Примечание
field-line-catalogue = Добавить товары в каталог
field-leg-unit-kind = Вид транспортных единиц
field-leg-document-type = Вид документа
field-dates-unsaid = Ни одна дата не указана
field-main-leg = Основной участок пути
field-received = Дата получения или передачи
field-stated-weight-kind = Какой это вес
field-source = Источник
field-reported = Дата сообщения
field-reason = Причина
field-number = Номер
category-by-goods = Как в каталоге
like-title = Эта партия уже зарегистрирована?
like-save-anyway = Это другая партия: сохранить
doubt-title = Так и есть?
disagreements-title = Здесь есть расхождения
doubt-save = Да, сохранить
doubt-future = { $value }: { $other } ещё не наступило.
doubt-legs-cross = Участок { $leg } начат { $left }, раньше, чем закончен предыдущий ({ $arrived }).
doubt-received-early = Получено { $value }, раньше, чем прибыло ({ $other }).
doubt-parted = { $value }: { $other } – не целое число.
doubt-net-above-gross = { $value }: вес нетто, { $other }, больше веса брутто.
doubt-expired = { $value }: срок годности ({ $other }) истёк до отправления.
doubt-packages = { $value }: по упаковке выходит { $other }, а указано другое количество.
doubt-net = { $value }: вес нетто, { $other }, больше количества.
doubt-gross = { $value }: вес брутто, { $other }, меньше количества.
save-as-new = Сохранить моё как новую партию
hint-save-as-new = Останутся обе; уже сохранённая не изменится.

# -- партии: страницы и списки
col-details = Подробности
planned-for = план:
carried-not-added = на всех участках пути везут один и тот же груз, количества не складываются
logged-at = Зарегистрирована
recorded-at = записано { $value }
formerly = Прежний номер: { $value }
number-moved = Партия { $value } перенесена в другую миссию
void-title = Аннулировать партию { $value }
void-lead = Партия останется видна под своим номером, но нигде не будет учитываться. Отменить это нельзя.
void-do = Аннулировать
void-is = Эта партия аннулирована
move-title = Перенести партию { $value } в другую миссию
move-lead = Там партия получит следующий номер; нынешний номер навсегда останется за ней.
move-do = Перенести
no-consignments = Партий пока нет
no-consignments-text = Зарегистрируйте первую; миссию для неё можно открыть в той же форме.
nothing-found = Ничего не найдено
nothing-found-log = Ни одна запись не отвечает всем этим условиям. Снимите одно из них или посмотрите всё.
nothing-found-text = Всем этим условиям ничто не отвечает. Снимите одно из них или посмотрите всё.
show-all = Показать все
newest-first = сначала новые
oldest-first = сначала старые
sort-oldest = Сначала старые
sort-newest = Сначала новые
download-csv = Скачать CSV
download-xlsx = Скачать XLSX
add-up = Подвести итог по всему отобранному
too-many-to-add = Слишком много, чтобы сложить сразу. Выберите миссию или более короткий период.
search-too-short = Слов с таким началом больше, чем можно искать сразу. По более длинному слову найдётся всё.
search-cut = Поиск дошёл до { $value }; чтобы увидеть и более ранние партии, выберите миссию, период или более редкое слово.
filtered-by = Отобрано по
remove-filter = Снять условие «{ $value }: { $other }»
filter-do = Показать
filter-q = Поиск
filter-mission = Миссия
filter-donor = Донор
filter-mode = Вид транспорта
filter-status = Состояние
filter-category = Категория
filter-item = Товар
filter-from = Откуда
filter-to = Куда
filter-since = С даты
filter-until = По дату

# -- сводка
summary = Сводка
print-summary = Напечатать сводку
search-and-filter = Поиск и отбор среди этих партий
more-consignments = здесь показаны только самые новые
approve = Утвердить сводку
approve-hint = До утверждения лист помечен как черновик; после любого изменения он снова становится черновиком.
approved-at = Утверждена { $value }
back-to-mission = Назад к миссии
list-every-consignment = Перечислить все партии
list-to-print = Весь список для печати

# -- что может быть не так
error-broken-text = Здесь есть символы, которые не являются текстом, например NUL. Введите заново.
error-too-long = Слишком длинно: знаков { $length }, помещается не более { $most }. Сократите.
error-name-too-long = Слишком длинно: знаков помещается не более { $most }. Сократите.
error-choose = Выберите из списка.
error-title-empty = Введите название.
error-mission-code-empty = Введите код, например KZ-AF-2023-04.
error-mission-code = Нужны латинские буквы, цифры, точки и дефисы, от 2 до 40 знаков, например KZ-AF-2023-04.
error-code-used = Код { $code } уже используется. Выберите другой.
error-code-taken = Код { $code } уже занят миссией «{ $title }». Выберите другой код.
error-code-frozen = Код остаётся { $code }: под ним пронумерованы партии.
error-glide = Номер GLIDE выглядит так: EQ-2022-000232-AFG.
error-country = Такой страны в списке нет. Введите её название или двухбуквенный код.
error-need-source = Укажите, откуда взято число нуждающихся.
error-ends-before-starts = Окончание раньше начала. Исправьте одну из дат.
error-mission-empty = Введите код миссии или откройте ниже новую миссию.
error-mission-unknown = Миссии с кодом «{ $typed }» нет. Исправьте код или откройте ниже новую миссию.
error-move-where = Введите код миссии, к которой относится партия.
error-move-unknown = Миссии с кодом «{ $typed }» нет. Проверьте код.
error-move-there = Партия уже находится в миссии { $code }.
error-mission-twice = Назовите существующую миссию или откройте новую, но не то и другое сразу.
error-goods-empty = Введите, что отправлено.
error-quantity-empty = Введите количество или знак «?», если оно не указано.
error-not-a-number = «{ $typed }» — не число. Напишите его так: 5403 или 272,5.
error-negative = «{ $typed }» меньше нуля. Введите количество, равное нулю или больше.
error-too-large = «{ $typed }» — больше, чем может быть в партии. Проверьте число и единицу.
error-too-fine = «{ $typed }» — слишком дробное число: учёт ведётся до тысячной доли килограмма, литра или штуки.
error-no-unit = Введите единицу, например т, кг, л, коробки или комплекты.
error-unknown-unit = Единица «{ $unit }» неизвестна. Введите единицу из списка, например т, кг, л, коробки или комплекты.
error-mixed-units = В «{ $typed }» смешаны единицы, которые не складываются. В каждой строке укажите одно количество.
error-which-number = «{ $typed }» можно прочитать двояко.
error-which-record = Название «{ $typed }» носят несколько записей. Выберите нужную.
error-packages = Запись «{ $typed }» непонятна. Напишите так: 4000 мешков × 25 кг.
error-not-a-weight = Введите вес, например 500 кг или 1,5 т.
error-not-a-volume = Введите объём, например 200 л или 1,5 м³.
error-not-whole = Введите целое число.
error-currency = Введите сумму с валютой, например 1200 USD.
error-hs = Код ТН ВЭД (HS) состоит из 4–10 цифр.
error-mode-empty = Выберите вид транспорта или «Не указан».
error-date-empty = Введите дату или отметьте ниже «Ни одна дата не указана».
error-not-a-date = «{ $typed }» — не дата. Напишите её так: 17.4.2023, апрель 2023 или 2023.
error-no-such-day = Даты «{ $typed }» нет: { $month } заканчивается { $last }-м числом.
error-no-such-month = Даты «{ $typed }» нет: в году 12 месяцев. Сначала пишется день, потом месяц.
error-two-digit-year = Напишите год в «{ $typed }» четырьмя цифрами.
error-year-out-of-range = Год в «{ $typed }» должен быть от 1900 до 2200.
error-arrives-before-leaving = Прибытие раньше отправления. Исправьте одну из дат.
error-received-before-leaving = Получение раньше отправления. Исправьте одну из дат.
error-status-behind-dates = «{ $chosen }» не согласуется с датами: по ним — «{ $dates }». Исправьте состояние или даты.
error-too-many-lines = В партии может быть не более { $most } строк. Остальное зарегистрируйте другой партией.
error-too-many-legs = В партии может быть не более { $most } участков пути.
error-reason-empty = Укажите причину.
error-void = Эта партия аннулирована, и изменить её нельзя.
error-filter-unknown = «{ $typed }» здесь не значится, поэтому ничего не найдено. Исправьте или снимите это условие.

# -- Организации, места, товары: общее для списков и форм

show = Показать
in-order-of-name = по названию
title-error = Ошибка:
done-created = Добавлено.
done-saved = Сохранено.
done-merged = Объединено. Прежние названия сохранены здесь, и по ним запись по-прежнему находится.
merged-title = Объединено с другой записью
merge = Объединить
merge-title = Это то же, что и другая запись
merge-text = Её названия станут другими названиями той записи, и всё, что на неё ссылается, будет показывать ту запись. Ничего не удаляется.
other-names-hint = По одному в строке, на любом языке: запись находится по каждому.
country-hint = Название или код, например Казахстан или KZ.
field-name = Имя или название
field-other-names = Другие названия
field-country = Страна
field-into = Это то же, что
field-merged-into = Объединено с
field-merged-from = Присоединена запись
error-name-of-signs = В названии есть буква или цифра. Если оно неизвестно, оставьте поле пустым.
error-name-empty = Введите название.
error-no-such-record = Записи с названием «{ $typed }» нет.
error-merge-with-itself = Это та же самая запись. Введите название другой.

# -- Организации

organisations-title = Организации
organisations-new = Добавить организацию
organisations-search = Поиск по названию
organisations-count = { $plural ->
    [one] { $n } организация
    [few] { $n } организации
    [many] { $n } организаций
   *[other] { $n } организации
}
organisations-none = Организаций пока нет
organisations-none-text = Доноры, грузоотправители, перевозчики и грузополучатели появляются здесь, как только их назовут в какой-либо форме. Их можно добавить и самостоятельно.
organisations-names = Названия
organisations-reach = Как связаться
organisations-merge-hint = Название организации, с которой эта запись совпадает.
field-email = Электронная почта
error-email = Это не адрес электронной почты. Он выглядит так: name@example.org.
error-organisation-taken = Такое название уже есть у записи «{ $name }». Откройте её или, если это её повтор, объедините обе.

# -- Места

places-title = Места
places-new = Добавить место
places-search = Поиск по названию или коду
places-count = { $plural ->
    [one] { $n } место
    [few] { $n } места
    [many] { $n } мест
   *[other] { $n } места
}
places-none = Мест пока нет
places-none-text = Здесь появляются города, станции, пограничные переходы и склады.
places-names = Названия
places-there = Что там есть
places-where = Где находится
places-merge-hint = Название места, с которым эта запись совпадает; если так называются и другие, добавьте код или страну.
any-country = Любая
field-locode = UN/LOCODE
field-latitude = Широта
field-longitude = Долгота
field-function-port = Порт
field-function-rail = Железнодорожная станция
field-function-road = Автомобильный терминал
field-function-airport = Аэропорт
field-function-post = Почтовый обмен
field-function-depot = Внутренний терминал
field-function-fixed = Трубопровод или другая стационарная установка
field-function-border = Пограничный переход
locode-hint = Например, UZTER; можно не заполнять.
latitude-hint = Градусы северной широты, например 37,2167.
longitude-hint = Градусы восточной долготы, например 67,2667.
error-locode = UN/LOCODE состоит из двух букв страны и трёх букв или цифр от 2 до 9, например UZTER.
error-locode-country = Первые две буквы UN/LOCODE обозначают другую страну.
error-locode-taken = Этот UN/LOCODE уже есть у записи «{ $name }».
error-place-taken = Место с таким названием в этой стране уже есть: «{ $name }». Укажите UN/LOCODE обоих, чтобы их различать, или объедините записи.
error-latitude = Введите десятичное число градусов от −90 до 90, например 37,2167.
error-longitude = Введите десятичное число градусов от −180 до 180, например 67,2667.
error-other-coordinate = Введите обе координаты или ни одной.

# -- Каталог товаров

catalogue-title = Товары
catalogue-new = Добавить товар
catalogue-search = Поиск по названию
catalogue-count = { $plural ->
    [one] { $n } товар
    [few] { $n } товара
    [many] { $n } товаров
   *[other] { $n } товара
}
catalogue-none = Товаров пока нет
catalogue-none-text = Здесь перечислено, что можно отправить: с единицей измерения и весом.
catalogue-names = Названия
catalogue-kind = Что это
catalogue-weight = Сколько весит
catalogue-weighs = Вес
catalogue-merge-hint = Название товара, с которым эта запись совпадает.
any-category = Любая
choose-category = Выберите категорию
weight-per-unit = { $value } за единицу
weight-per-litre = { $value } за литр
field-name-en = Название на английском
field-name-ru = Название на русском
field-name-kk = Название на казахском
field-name-fa = Название на дари
field-name-ps = Название на пушту
field-category = Категория
field-unit = Единица
field-package = Упаковка
field-hs = Код ТН ВЭД (HS)
field-kg-per-unit = Килограммов в одной единице
field-density = Килограммов в одном литре
field-figure-source = Источник этих данных
field-flag-cold-chain = Хранить в холоде
field-flag-dangerous = Опасный груз
field-flag-controlled = Нужна лицензия
hs-hint = От 4 до 10 цифр, например 1512.19.
kg-per-unit-hint = Например, 1,5; оставьте пустым, если источника нет.
density-hint = Например, 0,92; оставьте пустым, если источника нет.
figure-source-hint = Кто это сообщает: сертификат, поставщик, руководство.
error-item-taken = Такое название уже есть у товара «{ $name }». Откройте его или, если это его повтор, объедините обе записи.
error-not-kilograms = Введите вес в килограммах.
error-not-exact = Введите одно точное число, без «около» и «не менее».
error-zero = Должно быть больше нуля.
error-figure-source = Укажите, кто сообщает этот вес.

# -- страницы о том, что пошло не так.
error-home = На главную страницу
error-code = Код { $value } · запрос { $other }
error-spent-title = Эта ссылка больше ничего не открывает
error-spent-text = Она действует один раз и недолго: её уже использовали, сделали новую или она устарела. Попросите у администратора новую. Ссылка для первого администратора печатается при каждом запуске программы.
error-not-found-title = Такой страницы нет
error-not-found-text = Проверьте адрес или найдите запись в списке партий груза или миссий.
error-method-title = Этот адрес такого не принимает
error-method-text = Страницу запросили способом, на который она не отвечает. Вернитесь и воспользуйтесь кнопками страницы.
error-invalid-title = Запрос не понят
error-invalid-text = В том, что отправил браузер, чего-то не хватает или что-то испорчено. Вернитесь и попробуйте снова.
error-too-large-title = Слишком много сразу
error-too-large-text = Отправлено больше, чем принимается за один раз. Ничего не сохранено. Вернитесь, сократите и сохраните снова.
error-busy-title = Сейчас слишком много работы
error-busy-text = Ничего не сохранено. Вернитесь и через несколько секунд попробуйте снова: одна и та же форма, отправленная дважды, сохраняется один раз.
error-internal-title = У нас что-то пошло не так
error-internal-text = Это наша ошибка, она записана в журнал. Ничего не сохранено. Вернитесь и попробуйте снова; если повторится, сообщите код ниже тому, кто ведёт Keruen.
error-forbidden-title = Вам это не разрешено
error-forbidden-text = Обратитесь к тому, кто ведёт Keruen.
error-host-title = Это не адрес здешнего Keruen
error-host-text = Откройте Keruen по его собственному адресу. Другие имена разрешает тот, кто его ведёт, с помощью --host.
error-site-title = Это отправлено с другого сайта
error-site-text = Ничего не сохранено: формы принимаются только со страниц самого Keruen. Откройте страницу снова и сохраните там.
main-leg-is-this = Партия учитывается по этому участку
error-too-many-goods = В одной строке не больше { $most } товаров. Остальные внесите другой строкой.
error-both-unsaid = Количество указано, и отмечено «не указано». Оставьте что-то одно.
error-busy = Сейчас записывают слишком многие. Ничего не сохранено, и ничего из введённого не потеряно: нажмите «Сохранить» ещё раз чуть позже.
error-mission-same-id = Миссия, открытая в этой форме, с тех пор изменена. Укажите её код выше, не открывая её здесь.
field-gone = { $value } (убрано)

# -- вход, своя страница
sign-in = Войти
sign-out = Выйти
sign-in-nobody = Здесь пока никого нет. Откройте ссылку, которую программа напечатала при запуске: по ней заводят первого администратора.
sign-in-forgotten = Забыли? Попросите у администратора вашей организации одноразовую ссылку.
field-sign-in = Имя для входа
field-password = Пароль
field-new-password = Новый пароль
field-organisation = Организация
field-lang = Язык
field-calendar = Календарь
field-digits = Цифры
field-time-zone = Часовой пояс
field-theme = Цвета
field-role = Роль
field-grant-role = Роль
field-grant-mission = Миссия
field-grant-organisation = Организация
field-second-factor = Второй фактор требуется от
row-grant = Право { $n }, { $field }
hint-sign-in = Короткое имя или адрес электронной почты, без пробелов.
hint-password = Не меньше 12 знаков. Несколько слов легче запомнить, чем знаки, и труднее угадать. Можно вставить из буфера.
hint-code = Шесть цифр с вашего устройства или один из кодов восстановления.
hint-first-code = Шесть цифр, которые устройство показывает сейчас.
hint-organisation-own = Так, как оно должно стоять на страницах и бумагах.
hint-rights = По строке на каждую роль. Роль без миссии действует во всех миссиях. Чтобы снять право, оставьте роль пустой.
hint-role-mission = Оставьте пустым для всех миссий. Вся история, люди и настройки – только для всех миссий.
hint-role-organisation = Для донора: за чьими дарами он может следить.
hint-second-factor-roles = Тот, у кого есть одна из этих ролей, сначала настроит второй фактор.
show-password = Показать
hide-password = Скрыть
plain-http = Соединение не зашифровано. То, что вы вводите, могут прочесть по пути.
session-ended-title = Войдите ещё раз
session-ended-text = Ваш сеанс закончился.
session-ended-kept = Ваш сеанс закончился. Ничего из введённого не потеряно: войдите и продолжайте.
continue-title = Вы вошли
continue-text = Вы вошли как { $value }. То, что вы отправили раньше, здесь. Оно ещё не сохранено.
continue = Отправить сейчас
continue-not = Оставить
second-title = Второй фактор
second-text = Откройте приложение на своём устройстве и введите код для Keruen.
set-up = Настройка Keruen
set-up-text = Вы здесь первый. Вы будете вести людей и настройки и сможете открывать миссии.
set-up-do = Настроить
choose-password = Выберите пароль
choose-password-text = Для { $value }, имя для входа { $other }.
change-password = Сменить пароль
change-password-text = Здесь вы останетесь; во всех других местах сеансы закончатся.
demo-people = Попробовать как
demo-people-text = Это демонстрация; пароль у всех один:
my-page = Моя страница
no-rights = Вам пока ничего не открыто. Попросите у администратора роль.
my-manner = Имя, язык и даты
my-sessions = Сеансы
this-session = этот
end-session = Закончить
end-session-of = Закончить сеанс { $value } с { $other }
end-sessions = Закончить все сеансы
end-other-sessions = Закончить все остальные
col-browser = Браузер
col-from = Откуда
col-began = Начат
col-seen = Последний раз
col-do = Действие
col-roles = Роли
col-act = Что можно делать
col-mission = Миссия
second-factor = Второй фактор
second-factor-none = Кроме пароля от вас ничего не требуется. Со вторым фактором украденный пароль ничего не откроет.
second-factor-there = Кроме пароля спрашивается код с вашего устройства.
second-factor-set-up = Настроить второй фактор
second-factor-first = Сначала второй фактор
second-factor-first-text = С тех пор как вы открыли форму, от вас стали требовать второй фактор. То, что вы отправили, хранится на этой странице и ещё не сохранено. Настройте второй фактор (он откроется рядом), затем отправьте отсюда.
second-factor-asked = Ваша роль требует второго фактора. Пока его нет, больше ничего не открывается.
second-factor-text = Кроме пароля будет спрашиваться код с вашего устройства.
second-factor-scan = Снимите эту картинку приложением для кодов:
second-factor-picture = Картинка для приложения. Ключ ниже говорит то же самое.
second-factor-by-hand = Или введите в приложение этот ключ:
second-factor-here = Открыть в приложении на этом устройстве
second-factor-do = Настроить
second-factor-remove = Убрать второй фактор
codes-left = { $plural ->
    [one] Остался { $n } код восстановления.
    [few] Осталось { $n } кода восстановления.
   *[other] Осталось { $n } кодов восстановления.
}
recovery-title = Коды восстановления
recovery-text = Каждый из этих кодов один раз откроет вашу учётную запись, если устройство потеряно. Напечатайте их или запишите и храните отдельно от устройства. Больше они не показываются.
recovery-done = Я сохранил их
lang-by-browser = Как скажет браузер
calendar-gregory = Григорианский
calendar-persian = Солнечная хиджра
calendar-both = Солнечная хиджра, рядом григорианский день
digits-latn = 0123456789
digits-arabext = ۰۱۲۳۴۵۶۷۸۹
theme-auto = Как в системе
theme-light = Светлые
theme-dark = Тёмные
done-signed-out = Вы вышли.
done-password-chosen = Пароль выбран. Войдите с ним.
done-preferred = Сохранено.
done-password-changed = Пароль сменён. Во всех других местах сеансы закончены.
done-secured = Второй фактор настроен.
done-unsecured = Второй фактор убран.
done-session-ended = Этот сеанс закончен.
done-sessions-ended = Сеансы закончены.
error-sign-in = Имя и пароль не подходят друг к другу, или этому человеку вход закрыт.
error-sign-in-often = Слишком много попыток. Подождите минуту и попробуйте снова.
error-second = Код неверен или уже использован. Возьмите следующий, который покажет устройство.
error-password-short = Слишком коротко: нужно не меньше { $least } знаков.
error-password-long = Слишком длинно: не больше { $most } знаков.
error-password-common = Этот пароль у многих, с него начинают подбор. Выберите другой.
error-password-own = Слишком похоже на ваше имя, название организации или этой программы. Выберите другой.
error-password-same = Одни и те же знаки. Выберите другой.
error-password-wrong = Это не ваш пароль.
error-time-zone = Выберите часовой пояс из списка, например Asia/Almaty или Asia/Kabul.
error-organisation-name = Скажите, как называется ваша организация.

# -- люди и настройки
menu-people = Люди
menu-history = История
menu-gifts = Наши дары
people-title = Люди
people-count = { $plural ->
    [one] { $n } человек
    [few] { $n } человека
   *[other] { $n } человек
}
people-new = Добавить человека
people-add = Добавить и создать ссылку
person = Человек
person-sign-in = Вход
person-disabled = вход закрыт
person-no-password = пароль ещё не выбран
person-erased = Стёртый человек
the-program = программа
no = нет
rights = Что может делать
add-right = Добавить право
make-link = Создать одноразовую ссылку
link-title = Одноразовая ссылка
link-text = Передайте эту ссылку человеку надёжным путём. По ней он выберет пароль. Она действует один раз, { $value } ч, и больше не показывается.
disable = Закрыть вход
enable = Открыть вход снова
erase-title = Стереть всё, что о нём известно
erase-text = Имя, имя для входа и то, откуда входил, стираются здесь и в истории. Сделанное остаётся как сделанное кем-то без имени. Вернуть это нельзя.
erase = Стереть
erase-contact-title = Стереть контакты навсегда
erase-contact-text = Контактное лицо, телефон и почта стираются здесь и в истории. Отменить это нельзя.
settings-title = Настройки
roles-title = Кто что может
roles-text = Каждая роль, для всех миссий или для одной, и что с ней приходит.
role-none = Без роли
role-viewer = Наблюдатель
role-viewer-text = смотрит всё, ничего не меняет
role-logger = Учётчик
role-logger-text = записывает партии и правит их
role-manager = Руководитель
role-manager-text = ведёт миссии, товары и названия; аннулирует, переносит, утверждает
role-receiver = Получатель
role-receiver-text = записывает, что прибыло
role-donor = Донор
role-donor-text = следит за дарами своей организации
role-auditor = Ревизор
role-auditor-text = читает всё, проверяет историю
role-administrator = Администратор
role-administrator-text = ведёт людей и настройки
act-look = Смотреть миссии и партии
act-log = Записывать и править партии
act-receive = Записывать прибытие
act-void = Аннулировать партию
act-move = Переносить партию в другую миссию
act-steer = Менять и закрывать миссию
act-approve = Утверждать сводку
act-open = Открывать миссии
act-goods = Смотреть каталог
act-names = Смотреть организации и места
act-stock = Вести товары, организации и места
act-gifts = Следить за дарами своей организации
act-audit = Читать всю историю и проверять её
act-people = Вести людей и их права
act-settings = Вести настройки
act-whole-house = не для одной миссии
done-person-changed = Сохранено.
done-disabled = Вход закрыт, все сеансы закончены.
done-enabled = Вход снова открыт.
done-contact-erased = Контакты стёрты.
done-erased = Всё, что было о нём известно, стёрто.
done-settings-saved = Настройки сохранены.
error-person-name = Укажите имя.
error-person-added = Этой формой уже добавлен человек: { $name }. Чтобы изменить его права, откройте его страницу; чтобы добавить другого, откройте пустую форму.
error-password-old = Это ваш нынешний пароль. Выберите другой.
error-rights-many = Прав больше { $most }. Уберите лишние.
error-role-no-organisation = Организация указывается только для роли «Донор». Выберите её или оставьте поле пустым.
error-person-sign-in = Скажите, под каким именем он входит.
error-person-sign-in-form = Без пробелов и хотя бы с одной буквой или цифрой.
error-person-taken = Под этим именем входит кто-то другой.
error-last-administrator = Больше никто не ведёт людей и настройки. Сначала сделайте администратором кого-нибудь ещё.
error-role-whole-house = Администратор ведёт людей и настройки для всех миссий. Оставьте миссию пустой.
error-role-organisation = Скажите, за чьими дарами он может следить.
error-mission-log-right = Вы можете смотреть { $code }, но не записывать в неё.
error-mission-open-right = Вы не можете открывать миссии. Попросите руководителя или выберите миссию, в которую можете записывать.
error-catalogue-right = Вы не можете добавлять в каталог. Снимите отметку: название останется, как введено.

# -- отчёт донора
gifts-title = Что стало с нашими дарами
gifts-caption = По строкам
gifts-none = Пока ничего
gifts-none-text = Ничего из подаренного вашей организацией ещё не записано.
gifts-sent = Отправлено
gifts-received = из них получено { $value }

# -- вся история
log-title = История
log-text = Всё, что было сделано: кем, когда и откуда. Ничего из этого нельзя изменить незаметно.
filter-person = Кем (имя для входа)
filter-kind = Вид записи
filter-record = Запись
filter-verb = Что сделано
subject-mission = миссия
subject-consignment = партия
subject-organisation = организация
subject-place = место
subject-item = товар
subject-person = человек
subject-settings = настройки
verb-damaged = Эта запись испорчена: проверьте историю
verb-granted = Дано право
verb-revoked = Снято право
verb-disabled = Вход закрыт
verb-enabled = Вход снова открыт
verb-invited = Создана одноразовая ссылка
verb-password = Выбран пароль
verb-secured = Настроен второй фактор
verb-unsecured = Убран второй фактор
verb-erased = Личные данные стёрты
entry-number = запись { $value }
entry-unsealed = ещё не запечатана
chain-title = Цепочка
chain-count = Запечатано записей
chain-head = Голова
chain-unsealed = Ждут печати
chain-text = Запишите число и голову на бумаге. У кого они есть, тот потом докажет, что до того ничего не изменено и не вынуто.
chain-verify = Проверить всю историю
verify-well = Все записи ({ $n }) такие, какими были сделаны. Голова: { $head }
verify-late = Записей, чьё время больше чем на час раньше сделанных до них: { $n }, первая — { $first }: часы перевели назад или кто-то записал их задним числом.
verify-too-many = { $plural ->
    [one] { $n } запись — слишком много для страницы: выполните на сервере «keruen audit verify».
   *[other] Записей { $n }: слишком много для страницы; выполните на сервере «keruen audit verify».
}
broken-missing = Записи { $n } в истории нет.
broken-content = Запись { $n } в истории не такая, какой была сделана: { $what }.
broken-link = Запись { $n } в истории не следует за предыдущей: { $what }.
broken-private = Имя или контакт в записи { $n } не те, что были записаны, или исчезли, хотя никто их не стирал: { $what }.
broken-outside = Запись истории стоит вне цепочки, на месте { $n }: { $what }.
broken-unreadable = Запись { $n } в истории нельзя прочесть.
broken-head = У записи { $n } другая печать, чем записанная на бумаге.
broken-short = История кончается на записи { $n }; записано было { $expected }.
field-arrived = Прибыло
error-role-mission = Миссии с кодом «{ $typed }» нет. Исправьте его или оставьте поле пустым для всех миссий.
fields-entered = { $plural ->
    [one] { $n } поле
    [few] { $n } поля
   *[other] { $n } полей
}

# -- путь
do-planned = Запланировать снова
do-departed = Отметить отправление
do-arrived = Отметить прибытие
do-closed = Закрыть дело
do-cleared = Препятствие устранено
step-is-planned = Её всё же отправят.
step-is-ready = Груз погружен и готов к отправке.
step-is-departed = Груз или часть вагонов отправлены.
step-is-passed = Груз прошёл границу или место перевалки.
step-is-reloaded = Груз перегрузили в другие вагоны или машины.
step-is-detached = Вагоны или машины оставлены в пути.
step-is-arrived = Груз или часть вагонов прибыли.
step-is-received = Пересчитать и записать, что пришло.
step-is-returned = Груз повернули назад до получения.
step-is-reconsigned = Груз идёт в другое место или другому получателю.
step-is-lost = Груз или часть вагонов утрачены.
step-is-found = Утраченное нашлось.
step-is-problem = Что-то задерживает: таможня, закрытая граница, поломка.
step-is-cleared = То, что задерживало, устранено.
step-is-cancelled = Её не отправят.
step-is-closed = Больше ничего делать не нужно.
step-is-note = Что-то ещё, о чём стоит сказать.
step-title = Что произошло с партией { $value }
step-which = Что произошло?
step-other = Произошло другое
step-another = Отметить событие
step-void = Эта партия аннулирована.
step-cancelled = Эта партия отменена.
step-lost = Эта партия утрачена.
step-returned = Эту партию повернули назад.
step-closed = Дело этой партии закрыто.
step-received = Она уже полностью получена.
step-by-receipt = Получение записывают актом приёмки.
step-no-problem = Препятствий не отмечено.
step-not-lost = Ничего из неё не значится утраченным.
step-begun = Это уже позади: она погружена или отправлена.
step-open = Она ещё запланирована, в пути или ждёт приёмки.
step-left = Она уже отправлена: можно отметить, что она повёрнута назад или утрачена, но не отменить её.
step-all-left = Она уже вся отправлена.
step-all-arrived = Она уже вся прибыла.
step-not-left = Она ещё не отправлена.
error-step = Сейчас этого отметить нельзя. { $why } Можно отметить: { $steps }.
error-step-empty = Выберите, что произошло.
error-step-sent = Эта форма уже сохранена с другим содержанием. Чтобы отметить ещё одно событие, откройте пустую форму.
error-close-open = Не обо всём ещё есть сведения: сначала запишите остальное как полученное, недостающее или утраченное.
error-remark-empty = Скажите в нескольких словах, что произошло.
error-which-units = Укажите, какие вагоны или машины либо сколько их.
error-happened-empty = Укажите, когда это произошло, или отметьте, что дата не указана.
error-units-differ = Число не совпадает с отмеченными.
error-no-such-unit = «{ $number }» нет в списке. Введите номера из списка или их число.
error-units-left = Осталось только { $left } из { $all }. Оставьте поле пустым, если это все.
error-unit-again = Для { $number } это уже отмечено.
error-too-many-units = Слишком много: в списке одной партии не больше { $most }.
error-unit-number = Строка { $row }: нет номера.
error-unit-row = Строка { $row }: слишком длинная или больше семи ячеек. Введите номер, пломбы, брутто, тару, нетто, квитанцию, содержимое.
error-unit-twice = Строка { $row }: { $number } уже есть в строке { $first }.
error-unit-weight = Строка { $row }, { $column }: «{ $typed }» — не вес. Введите килограммы или тонны с «т».
error-unit-told-of = { $number } должен остаться в списке: о нём есть событие или акт.
error-units-stale = Кто-то тем временем изменил эту партию. Проверьте и сохраните ещё раз.
doubt-check-digit = { $value }: последней цифрой должна быть { $other }. Верен ли номер?
doubt-step-before = { $step }: { $when }, раньше, чем { $other } ({ $then }).
doubt-surplus = { $goods }: учтено { $accounted }, отправлено { $dispatched }: на { $surplus } больше.
check-digit = последней цифрой должна быть { $value }
field-undated = Дата не указана
field-place = Где
field-leg = Участок
field-units = Вагоны или машины
field-remark = Примечания
field-step = Событие
field-on-leg = Участок
field-of-units = Вагоны или машины
field-receipt = Акт приёмки
field-loss = Акт об утрате
field-correction-source = Источник исправления
hint-units = Сколько или их номера. Пусто — все.
hint-units-received = Сколько их или их номера. Пусто — не по вагонам.
hint-units-list = По одному в строке: номер; пломбы; брутто; тара; нетто; квитанция; содержимое; прицеп; водитель. Вставьте столбец или несколько из таблицы. Нужен только номер.
hint-correction-source = Нужен, когда число меняют после отправления: кто или какая бумага это подтверждает
choose-units = Выбрать из списка
units-title = Вагоны и машины партии { $value }
units-listed-title = Вагоны и машины по одному
list-units = Внести список
error-correction-reason = Партия отправлена: укажите, почему { $old } меняется на { $new }.
error-correction-source = Укажите, чьи слова или какая бумага подтверждает исправление.
error-line-received = Об этом товаре ({ $goods }) есть акт приёмки или утраты: строка, товар и вид единицы должны остаться.
error-leg-listed = Участок, вагоны которого внесены в список или который назван в акте приёмки, должен остаться.
error-received-by-receipt = Дату получения определяют акты приёмки. Ошибочный акт аннулируют и вводят заново.
error-un-number = «{ $typed }» — не номер ООН. В нём четыре цифры, например UN 1202.
take-back-title = Отозвать событие партии { $value }
take-back-text = Оно останется в истории, но больше не учитывается.
take-back = Отозвать
take-back-step = Отозвать: { $value }
done-step = Отмечено.
done-step-taken-back = Отозвано.
done-units = Список сохранён.
done-received = Акт приёмки сохранён.
done-receipt-voided = Акт аннулирован. Введите его заново, как должно быть.
receive = Принять
receipt = Акт приёмки
receipts = Акты приёмки
receipt-title = Приёмка партии { $value }
receipt-others = Кто-то тем временем уже записал приёмку
receipt-beside = Моя — другая: сохранить и её
receipt-leave = Не сохранять
received-as-listed = Получено по списку
received-as-listed-text = Всё, что ещё ожидалось, пришло в хорошем состоянии, кроме указанного ниже.
receipt-exceptions = Или построчно
receipt-next-lines = всего строк: { $n }; следующие
receipt-takes = Ранее заявлено как утраченное
receipt-takes-text = Отметьте то, что входит в числа выше, чтобы не учесть дважды.
receipt-unlisted = Товары, которых не было в списке
receipt-more = Пломбы, взвешивание, бумаги
receipt-found = Что обнаружено
receipt-void = Аннулировать акт
receipt-void-is = Этот акт аннулирован
receipt-void-title = Аннулировать акт { $value }
receipt-void-text = Номер останется, но акт больше не учитывается. Затем введите его заново, как должно быть.
receipt-another = Ещё один акт
save-receipt = Сохранить акт
to-consignment = К партии
recorded = Записано
field-part-good = Исправно
field-part-damaged = Повреждено
field-part-damaged-reason = Причина повреждения
field-part-missing = Не хватает
field-part-missing-reason = Причина недостачи
field-part-note = Примечание
field-new-goods = Товар
field-new-good = Исправно
field-new-unit = Единица
field-new-damaged = Повреждено
field-new-damaged-reason = Причина повреждения
field-new-note = Примечание
field-as-listed = Получено по списку
field-seals = Пломбы и их целость
field-ticket = Весовая квитанция
field-gross = Вес брутто
field-tare = Тара
row-part = Строка { $n }, { $field }
row-new = Товар вне списка { $n }, { $field }
so-far-sent = отправлено: { $value }
so-far-told = учтено: { $value }
so-far-awaited = ожидается: { $value }
reason-choose = Выберите причину
error-reason-code-empty = Выберите причину.
error-reason-other = Назовите другую причину в примечании.
error-found-too-much = Пока недостаёт только { $missing }.
error-cannot-convert = «{ $typed }»: упаковка этой строки не говорит, сколько «{ $unit }» приходится на «{ $other }». Введите количество в «{ $unit }».
error-mixed-units-plain = Введите оба количества в единицах одного вида.
error-nothing-received = Ничего не введено. Нажмите «Получено по списку» или введите, что пришло.
error-as-listed-units = Что в этих вагонах, в списке не указано. Введите ниже, сколько чего пришло.
error-receipt-sent = Эта форма уже сохранена с другим содержанием. Откройте акт, аннулируйте его, если он ошибочен, и введите заново.
error-receipt-not-yours = Аннулировать акт может только тот, кто его записал, или управляющий.
error-receipt-void = Этот акт уже аннулирован.
account = Что стало с грузом
account-by-word = получено по сообщению; пересчёта не было
col-awaited = Ожидается
keeps-expired = срок истёк
keeps-soon = меньше трёх месяцев
keeps-later = меньше девяти месяцев
filter-overdue = Опаздывает
filter-differs = Повреждено, не хватает, излишек
filter-expiry = Срок годности меньше
expiry-3 = трёх месяцев
expiry-9 = девяти месяцев
verb-corrected = Исправлено
subject-receipt = акт приёмки
subject-loss = акт об утрате
subject-source = источник числа
show-all-lines = Показать { $plural ->
    [one] { $n } строку
    [few] все { $n } строки
   *[other] все { $n } строк
}
show-all-steps = Показать { $plural ->
    [one] { $n } событие
    [few] все { $n } события
   *[other] все { $n } событий
}
show-all-units = Показать { $plural ->
    [one] { $n } вагон или машину
    [few] все { $n } вагона и машины
   *[other] все { $n } вагонов и машин
}
receipt-damaged-missing = Повреждено или не хватает
work-title = Что сделать
work-overdue = Опаздывает
work-waiting = Ждёт приёмки
work-trouble = Задержано
work-all = Все
filter-waiting = Ждёт приёмки
filter-trouble = Задержано препятствием
filter-more = Ещё условия
show-all-past = Показать всю историю
error-receipt-not-exact = «{ $typed }»: в акте указывают пересчитанное. Введите точное число.
units-listed-differ = в списке { $value }, указано { $other }: не сходится
void-short = аннулирован
error-void-found = Более поздний акт нашёл то, чего недостаёт по этому. Сначала аннулируйте тот.

# -- акты об утрате
loss = Акт об утрате
loss-new = Сообщить об утрате
loss-of-receipt = Составить акт об утрате
loss-title = Акт об утрате партии { $value }
loss-lines = Что повреждено или утрачено
loss-what = Что произошло
loss-void = Аннулировать акт
loss-void-is = Этот акт аннулирован
loss-void-title = Аннулировать акт об утрате { $value }
loss-taken = Эти количества учтены в акте приёмки и дважды не считаются.
loss-from-receipt = Количества — по акту приёмки
receipts-and-losses = Акты приёмки и об утратах
done-loss = Акт об утрате сохранён.
done-loss-voided = Акт об утрате аннулирован.
error-circumstances-empty = Опишите, как это произошло.
error-nothing-lost = Укажите, что повреждено или утрачено.
error-loss-sent = Эта форма уже сохранена с другим содержанием. Откройте акт, аннулируйте его, если он ошибочен, и введите заново.
error-loss-not-yours = Аннулировать акт может только тот, кто его составил, или управляющий.
error-loss-void = Этот акт уже аннулирован.
doubt-loss-not-within = { $goods }: отмеченная как учтённая утрата — { $lost }, а в введённых количествах такого { $held }. Верно?

# -- источники чисел
source-title = Источники чисел партии { $value }
source-text = Укажите источник числа или запишите, что сообщают другие.
source-new = Добавить источник
source-role-also = Сообщает другое число
source-role-own = Источник учитываемого числа
source-void-title = Отозвать источник
take-back-source = Отозвать: { $value }
said-of-stated-weight = Вес, по сообщениям
said-of-stated-packages = Места, по сообщениям
said-of-value = Стоимость, по сообщениям
field-figure = Число
field-stated = Что сообщает
field-said-by = Кто сообщил
field-document = Документ
field-page = Страница
field-dated = Дата
field-note = Примечание
hint-stated = С единицей, если она другая
hint-said-by = Ведомство, газета, должностное лицо
hint-address = https://…
done-source = Источник сохранён.
done-source-voided = Источник отозван.
error-figure-empty = Выберите число.
error-stated-empty = Укажите, что он сообщает.
error-said-by-empty = Укажите, кто это сообщил, в каком документе или где это можно прочесть.
error-address = Адрес начинается с https:// или http://.
error-source-sent = Эта форма уже сохранена с другим содержанием. Чтобы указать ещё один источник, откройте пустую форму.
error-too-many-sources = Слишком много: не больше { $most } на одну партию.
source-void-text = Он останется в истории, но больше не показывается.
field-says = Что говорит источник
field-web-address = Адрес в сети

# -- бумаги
work-papers = Не хватает бумаг
filter-papers = Не хватает бумаг
papers = Бумаги
papers-required = Нужные бумаги
papers-title = Бумаги, нужные для { $value }
papers-text = Отметьте, что должно быть приложено к каждой партии, которая так перевозится. Недостающее видно на её странице и в списках.
paper-lacking = нет
attach = Приложить
attach-file = Приложить файл
attach-title = Приложить файл к партии { $value }
attach-text = Фотография или PDF до { $value } МБ. Подойдёт и камера.
detach = Убрать
detach-title = Убрать файл
detach-file = Убрать: { $value }
detach-text = Он останется в истории, но больше не будет показан.
megabytes = { $value } МБ
field-paper = Что это
field-file = Файл
field-papers = Нужные бумаги
hint-file = JPEG, PNG, WebP, GIF, TIFF, HEIC или PDF
done-attached = Файл приложен.
done-detached = Файл убран.
done-papers = Сохранено.
error-file-empty = Выберите файл. Этот пуст.
error-file-too-large = «{ $name }» больше { $most } МБ. Сделайте снимок поменьше или скан с меньшим разрешением.
error-file-kind = «{ $name }» — не фотография и не PDF, как бы он ни назывался. Приложите фотографию или PDF.
error-paper-empty = Выберите, что это.
error-too-many-files = Слишком много: не больше { $most } на одну партию.
error-file-not-yours = Убрать файл может только тот, кто его приложил, или управляющий.
doubt-close-papers = Не хватает бумаг: { $value }.
kilobytes = { $value } КБ
log-part = Часть журнала, записей: { $n }; есть и другие.
list-part = Часть списка, партий: { $n }; есть и другие.

# -- документы: их страницы
documents-title = Документы
documents-issued = Выданные документы
documents-none = Пока ничего не выдано
documents-none-text = Накладные, упаковочные листы, акты приёмки и сертификаты дарения выдаются со страницы партии.
documents-waybills = Накладные
documents-waybills-count = { $n } { $plural ->
    [one] накладная
    [few] накладные
   *[other] накладных
}.
documents-drafts = Из них черновиков, ещё не выданных: { $n }.
documents-print-waybills = Печать всех накладных
document-first = Язык
document-second = Второй язык
document-second-none = Нет
document-units = Только некоторые вагоны или машины
document-show = Показать
document-issue = Выдать
document-issue-again = Выдать следующую редакцию
document-issue-hint = Выданный документ получает номер и код и больше не меняется. Если запись позже изменится, следующая редакция скажет, как.
document-stands = { $value } выдан и действует. Если выдать ещё раз, его заменит следующая редакция.
document-see = Посмотреть
document-is-copy = На отпечатке этой страницы стоит «КОПИЯ». Оригинал печатают сразу после выдачи.
document-check = Страница проверки
document-void-title = Признать недействительным: { $value }
document-void-text = Номер остаётся за ним и другому не даётся. Кто проверит бумагу, узнает, что она недействительна.
document-state-issued = Действует
document-state-superseded = Заменён
document-state-void = Недействителен
document-draft = Составить
done-issued = Выдан. Отпечатайте сейчас: на следующих отпечатках будет «КОПИЯ».
done-stands = Он уже выдан и говорил бы то же самое: вот он.
done-document-voided = Признан недействительным.
done-summary-chosen = Теперь сводка миссии печатается так.
verb-issued = Выдан
subject-document = документ
field-document-number = Номер
field-document-revision = Редакция
field-document-hash = Отпечаток (SHA-256)
error-document-sent = По этой форме документ уже выдан, а теперь в ней другое. Откройте черновик заново.
error-document-not-yours = Признать его недействительным может только тот, кто его выдал, или управляющий.
error-document-void = Он уже недействителен.
error-document-superseded = Действует более новая редакция. Признайте недействительной её.
error-document-of-void = То, о чём он говорит, недействительно. Документ о нём не выдаётся.
error-pad-used = Бланк { $pad } использован для { $number }. У каждого свой номер.

# -- документы: настройки и миссии
hint-letterhead = Адрес, как он стоит на бланке документов
verify-settings = Что может сравнить посторонний, проверяя документ
hint-verify-settings = Кто держит документ в руках, может проверить его по коду. Что он выдан, его номер, редакция и дата показаны всегда.
verify-shows-party = Кто отправляет и кто получает
verify-shows-vehicle = Вагоны, номера машин, рейсы
verify-shows-total = Итоги
gift-wording = Текст сертификата дарения
hint-gift-wording = Если пусто, стоит обычный текст. Действует для сертификатов, выдаваемых с этого времени.
field-gift-en = Сертификат дарения, английский
field-gift-ru = Сертификат дарения, русский
field-gift-kk = Сертификат дарения, казахский
field-gift-fa-AF = Сертификат дарения, дари
field-gift-ps = Сертификат дарения, пушту
field-withheld = Не показывается при проверке
field-logo = Логотип
hint-logo = Изображение PNG, JPEG или WebP не больше 200 КБ
save-logo = Поместить на бланк
remove-logo = Убрать
error-logo-too-large = Изображение больше 200 КБ. Выберите поменьше.
error-logo-kind = Это не изображение PNG, JPEG или WebP. Выберите другой файл.
group-paper = На бумаге
field-second-language = Второй язык документов
hint-second-language = Он стоит рядом с первым на каждом документе этой миссии.
second-language-none = Нет
field-narrative = Пояснение к сводке
hint-narrative = Главное, безопасность, граница и таможня, транспорт, деньги, чего не хватает. Прежние тексты остаются в истории.
field-asked = О чём просим читателя
field-summary = Как печатается сводка
summary-form = Форма
summary-blocks = Что в неё входит
summary-make-usual = Всегда печатать сводку этой миссии так
block-charts = Диаграммы
block-allotted = Выделено, отправлено, получено
block-items = По видам груза
block-consignments = По партиям
block-donors = По дарителям
block-modes = По видам транспорта
block-legs = По участкам пути
block-months = По месяцам
block-losses = Утраты и расхождения
block-arrivals = Ожидаемые прибытия
block-papers = Недостающие документы
block-narrative = Пояснение
block-sources = Источники и исправления
error-document-right = Вы можете посмотреть этот документ и напечатать черновик. Выдаёт его тот, кто вносит партии.

# -- загрузка файлов
subject-import = файл
field-contested = Расходящиеся сообщения
field-import-made = Создано партий
field-import-lines = Строк, из которых они созданы
field-import-unchanged = Строк, уже известных
field-import-changed = Строк исправленных партий
field-import-records = Создано записей
field-import-rows = Строк, из которых они созданы
field-import-completed = Дополнено записей
field-import-refused = Строк отклонено
field-import-blank = Пустых строк
import-origin = Из файла { $value }, { $other }
import-origin-rows = { $plural ->
    [one] строка { $rows }
   *[other] строки { $rows }
}
import-reason = Так теперь сказано в файле { $value }
import-row = строка { $value }
import-sheet-row = лист «{ $value }», строка { $other }
import-row-column = строка { $value }, столбец { $other }
import-cells = { $n } { $plural ->
    [one] ячейка
    [few] ячейки
   *[other] ячеек
}
import-rows = { $n } { $plural ->
    [one] строка
    [few] строки
   *[other] строк
}
import-lines = { $n } { $plural ->
    [one] строка товара
    [few] строки товара
   *[other] строк товара
}
import-consignments = { $n } { $plural ->
    [one] партия
    [few] партии
   *[other] партий
}
import-all = Всё вместе
import-amount = { $what } { $amount } ({ $rows })
import-kept-line = Оставлено текстом: { $times } вида «{ $shape }» в столбце { $column }, впервые в строке { $row }
import-doubt-line = Проверьте: { $value }: { $other }
import-refused-line = Отклонено: { $value }: { $other }
import-more-doubts = … и ещё { $n } проверить
import-more-refused = … и отклонено ещё { $n } { $plural ->
    [one] партия
    [few] партии
   *[other] партий
}
import-more-rows-refused = … и отклонено ещё { $n } { $plural ->
    [one] строка
    [few] строки
   *[other] строк
}
import-contested = { $n } { $plural ->
    [one] партия — одно
    [few] партии — часть
   *[other] партий — часть
} из расходящихся сообщений: пока на странице миссии не сделан выбор, они нигде не учитываются
import-total-row = Эта строка только подводит итог другим: её вес сверяется с их весом и не прибавляется
import-running-total = { $value } включает и отправленное раньше: оставлено примечанием и не прибавляется
import-like = Здесь то же, что в { $value }, которая уже внесена. Примите, только если это другая партия
import-perhaps-total = Похоже на строку, которая подводит итог другим. Если так, исключите её
import-total-alone = Эта строка лишь подводит итог другим: она не принимается
import-which-order = Первым прочитан день, затем месяц. Если наоборот, укажите это для столбца
import-point-or-group = Точка прочитана как десятичный знак. Если она отделяет тысячи, укажите это для столбца
import-unread-sheets = Не прочитаны другие листы файла ({ $value }). Загрузите файл ещё раз для каждого и выберите лист
import-noted-columns = В примечания попадёт столбец { $value }
import-two-currencies = В строках этой партии суммы в разных валютах, их нельзя сложить. Запишите их в одной валюте
import-rows-differ = В строке { $row } той же партии сказано «{ $other }»: верна она, эта оставлена примечанием
import-which-decimal = «{ $typed }» можно прочитать двояко. Укажите десятичный знак этого столбца
import-error-cell = Сама таблица показывает здесь ошибку: { $error }
import-no-result = В файле нет результата этой формулы. Откройте файл в табличной программе, сохраните его там и загрузите ещё раз
import-unknown-word = Укажите, что значит «{ $typed }»
import-other-dimension = «{ $typed }» — в единице не той величины, что в этом столбце
import-too-many-rows = Больше { $value } строк с одним номером: столько в одной партии не бывает
import-key-twice = Тот же номер уже стоит выше в этом файле. Дайте каждой партии свой и запишите все её строки под одной миссией
import-named-twice = То же называет строка { $value }. Скажите всё известное в одной строке
import-ragged = В этой строке ячеек { $value }, а в строке названий { $other }: неясно, к каким столбцам они относятся. Добавьте недостающие или возьмите в кавычки ячейку, в которой есть разделитель
import-no-mission = Не сказано, к какой миссии это относится. Выберите миссию для файла или укажите её в столбце
import-mission-unknown = Нет миссии «{ $value }», в которой вы можете вносить партии
import-several-bear-it = С этим номером в миссии несколько партий: неясно, какая имеется в виду
import-known-void = Эта партия известна и аннулирована: снова она не вносится
import-changed-meanwhile = Кто-то тем временем изменил эту партию. Загрузите строку ещё раз
import-not-applied = Этот файл не загружен, отменять нечего
import-depended-on = Целиком отменить уже нельзя: { $n } его партий с тех пор изменены, получены или напечатаны ({ $numbers }). Исправьте или аннулируйте остальные по одной
import-house-busy = С теми же записями сейчас работают другие. Больше ничего не внесено; попробуйте ещё раз
import-no-sheet = В файле нет листа «{ $value }»
import-no-header = Ни одна строка файла не называет столбцы. Добавьте над товарами строку с названиями столбцов
import-no-rows = Под названиями столбцов нет строк
import-field-mission = Миссия
import-field-number = Номер в этой системе
import-field-conflict = Группа расходящихся сообщений
import-field-quantity-note = Как понимать количество
import-field-qualifier = Точно, около, не менее или не более (код)
import-field-own-status = Собственный статус, если она аннулирована или ждёт выбора
import-field-void-reason = Почему аннулирована
import-field-legs = Все участки маршрута
import-field-line-value-currency = Валюта стоимости товара
import-field-line-cost-currency = Валюта затрат
import-field-value-currency = Валюта заявленной стоимости
import-field-freight-currency = Валюта фрахта
import-field-insurance-currency = Валюта страховки
import-field-functions = Что там есть: port, rail, road, airport, post, depot, fixed, border
import-field-flags = На что обращать внимание: cold-chain, dangerous, controlled
field-lists = В нём перечислены
mapping-form = Это не описание столбцов: { $value }
mapping-no-field = Описание столбцов не может сказать «{ $value }»: такого поля нет
mapping-twice = Столбцы «{ $value }» и «{ $other }» значат одно и то же. Выберите один, а другой оставьте примечанием
mapping-no-unit = «{ $value }» — не единица измерения
mapping-no-currency = «{ $value }» — не валюта
mapping-no-column = В файле нет столбца «{ $value }», который назван в описании
file-empty = В файле ничего нет
file-too-large = Файл больше { $value } МБ. Разделите его или загрузите из командной строки
file-too-many-entries = В zip больше { $value } файлов. Загрузите таблицу отдельно
file-inflates = Файл распаковывается больше чем до { $value } МБ: дальше он не читается
file-too-many-rows = В файле больше { $value } строк. Разделите его
file-too-many-columns = Столбцов больше { $other } ({ $value }). Уберите то, что справа от таблицы
file-cell-too-long = В ячейке больше { $most } байт текста ({ $place }, столбец { $column }). Сократите его
file-encrypted = Файл защищён паролем. Сохраните его без пароля и загрузите снова
file-broken = Файл начинается как { $value }, но повреждён или обрезан. Сохраните его заново и загрузите снова
file-not-a-table = Это { $value }, а не таблица. Сохраните таблицу как CSV, XLSX, XLS или ODS
file-no-table = В zip нет таблицы
file-open-quote = Кавычка открывается ({ $value }) и не закрывается: она поглотила бы строки ниже. Закройте её или уберите
file-unreadable = Файл не читается ({ $value })
looks-html = веб-страница (некоторые программы называют её .xls)
looks-pdf = документ PDF
looks-image = картинка
looks-json = JSON
looks-xml = XML
looks-document = текстовый документ
looks-presentation = презентация
looks-binary-workbook = двоичная книга (.xlsb)
looks-archive = архив
looks-binary = файл неизвестного вида

# -- загрузка файлов: страницы
imports-title = Загрузить таблицу
imports-text = CSV, XLSX, XLS или ODS, можно в zip, до { $value } МБ. Ничего не вносится, пока вы не увидите, что из этого выйдет.
imports-brought = Загруженные файлы
import-bring = Посмотреть файл
import-another = Выбрать другой файл
import-unreadable = Этот файл не читается
import-when = Загружен
import-who = Кем
import-stage-draft = Ещё не внесён
import-stage-running = Вносится
import-stage-applied = Внесён
import-stage-undone = Отменён
import-of-line = О строке товара
import-of-consignment = О партии
import-of-leg = О перевозке
import-of-record = О записи
import-said = { $value }
import-no-goods = Ни один столбец не называет товар. Выберите столбец с названием товара
import-no-name = Ни один столбец не называет имён. Выберите столбец с названиями
import-no-category = Этого ещё нет в каталоге, а категория здесь не названа. Назовите категорию
import-proposed = Что значат столбцы, предложила программа. Проверьте, прежде чем вносить файл:
import-would = Что из этого выйдет
import-count-made = Новых партий
import-count-records = Новые
import-count-lines = Строк новых партий
import-count-unchanged = Строк, уже известных
import-count-changed = Строк, которые исправляют
import-count-completed = Дополнены
import-count-refused = Строк отклонено
import-count-blank = Пустых строк
import-take-in = Внести
import-later = Решить позже
import-nothing-new = В файле нет нового, что можно внести.
import-refused-file = Отклонённые строки таблицей
import-refused-left = Отклонённые строки не вносятся. Исправьте их в таблице и загрузите её; уже внесённое будет узнано.
import-totals = Итоги новых партий
import-col-mode = Транспорт, как в файле
import-col-lines = Строк
import-col-figures = Показатели
import-col-row = Строка
import-col-rows = Строки
import-col-typed = В ячейке
import-col-says = Что не так и что делать
import-col-times = Сколько раз
import-col-first = Впервые в строке
import-col-kept = Сохранено здесь
import-col-file = В файле
import-refused-title = Отклонено
import-doubts-title = Проверить: { $n }
import-kept-title = Оставлено текстом: в этих ячейках нет числа или даты
import-completed-title = Что будет дополнено
import-corrections-title = Исправить { $n } { $plural ->
    [one] партию
    [few] партии
   *[other] партий
}
import-new-names = Впервые названные организации и места
import-made-title = Первые из новых партий
import-records-title = Что нового
import-at-work = Файл вносится
import-interrupted = Внесение файла прервано
import-so-far = Готово строк: { $n }.
import-look-again = Посмотреть ещё раз
import-go-on = Продолжить
import-undo = Отменить внесение
import-undo-title = Отменить весь файл
import-undo-text = Созданное им будет аннулировано, исправленное станет прежним. Файл можно загрузить снова.
done-imported = Файл внесён.
done-import-undone = Внесение файла отменено.
done-report-chosen = Выбор сохранён: остальные аннулированы и называют то, что учитывается.
hint-import-file = Столбцы называет первая строка над товарами.
hint-import-mission = Если сами строки этого не говорят.
hint-import-correction = С этой причиной исправляются показатели уже отправленных партий; прежние остаются рядом.
field-strict = Не вносить то, что надо проверить
field-sheet = Лист
field-header = Строка с названиями столбцов
field-encoding = Кодировка текста
field-separator = Разделитель ячеек
field-fixed-category = Категория, если в строке не сказано
field-fixed-figure-source = Источник весов, если в строке не сказано
field-fixed-unit = Единица, если в файле её нет
hint-fixed-unit = Для количеств без своей единицы, например т или коробки.
hint-header-row = Только если она не найдена.
as-found = Как найдено
choose = Выберите
separator-tab = табуляция
separator-space = пробел
columns-title = Что значат столбцы
columns-text = Для каждого столбца предложено значение по его названию и тому, что под ним. Лишнее можно оставить примечанием.
columns-caption = Столбцы
columns-column = Столбец
columns-values = Первые значения
columns-means = Значит
columns-how = Как читать
columns-look = Посмотреть, что выйдет
columns-keep = Сохранить описание столбцов
columns-file = Как записан файл
columns-separator = разделитель
columns-doubtful = Кодировку не удалось определить уверенно. Если названия выглядят неправильно, выберите другую ниже.
columns-dates = Даты
columns-decimal = Десятичный знак
columns-unit = Единица
columns-currency = Валюта
columns-goods = Ячейка называет
columns-unreadable = Ячейки, которые не читаются
columns-word = «{ $value }» значит
import-column = { $value } «{ $other }»
means-note = Оставить примечанием
means-nothing = Не вносить
order-day-month-year = день, месяц, год
order-month-day-year = месяц, день, год
order-year-month-day = год, месяц, день
decimal-ask = не решено
decimal-point = точка: 272.728
decimal-comma = запятая: 272,728
goods-one = один товар
goods-several = несколько товаров
unreadable-note = оставить примечанием
unreadable-refuse = отклонить строку
conflicts-title = Расходящиеся сообщения
conflicts-text = Несколько сообщений об одной и той же партии расходятся. Пока выбор не сделан, ни одно не учитывается.
conflicts-none = Расхождений нет
conflicts-none-text = Каждое сообщение этой миссии учитывается или аннулировано.
conflicts-groups = Группы сообщений
conflicts-counts = Учитывается
conflicts-this = учитывается
conflicts-choose = Сохранить выбор
hint-conflict-reason = Почему эти, а не другие; это останется при каждом из них.
field-chosen = Учитывается
error-choose-report = Отметьте сообщение, которое учитывается, или те, что учитываются вместе
contested-title = Сообщения об этой партии расходятся
contested-text = Это одно из нескольких сообщений об одном и том же. Пока выбор не сделан, оно нигде не учитывается.
contested-go = Сравнить сообщения
contested-consignments = { $n } { $plural ->
    [one] партия ждёт
    [few] партии ждут
   *[other] партий ждут
} выбора между расходящимися сообщениями и пока нигде не учитывается.
columns-amounts = Если у партии несколько строк
amounts-row = в каждой своя часть
amounts-whole = в каждой вся сумма
import-no-quantity = Ни один столбец не говорит, сколько отправлено. Список одних названий не создаёт партий; выберите столбец с количеством
import-house-failed = Сбой в самой программе; подробности в её журнале. Внесённое остаётся, файл можно загрузить снова
mission-workbook = Книга XLSX
import-number-unknown = Это не номер этой миссии. Номер пишется так: { $value }; если номера чужие, не берите этот столбец
import-may-not-void = Строка говорит, что партия аннулирована, а права аннулировать партии этой миссии у вас нет
import-lines-differ = Эта партия известна с другим грузом, и неясно, какие её позиции в этих строках. Исправьте её на её странице
import-lines-stay = Некоторых позиций этой партии в файле нет. Они остаются как есть
import-known-elsewhere = Эта партия известна и перенесена в другую миссию. Исправить её может тот, кто вносит партии там

# Доступ для программ.
problem-sign-in = Нужен токен: «Authorization: Bearer keruen_…». Он создаётся на личной странице, в разделе «Токены».
problem-often = Слишком частые запросы. Подождите столько секунд, сколько указано в Retry-After.
problem-forbidden = У токена или его владельца нет права на это.
problem-host = Это не адрес Керуена.
problem-site = Отправлено с другого сайта.
problem-spent = Это больше не действует.
problem-not-found = Такой записи или такого адреса здесь нет.
problem-method = Этот адрес не принимает такой метод; какие принимает, сказано в Allow.
problem-too-large = Документ больше, чем принимается за один раз.
problem-busy = Сейчас слишком много запросов. Ничего не изменено; отправьте то же через несколько секунд.
problem-internal = Ошибка на стороне Керуена, она в журнале под номером из X-Request-Id. Ничего не изменено.
problem-invalid = Запрос не понят.
problem-media-type = Документ должен быть в формате JSON: «Content-Type: application/json».
problem-shape = Документ не того вида, какой нужен.
problem-question = Вопрос в адресе не читается.
problem-key = Нужен Idempotency-Key: UUID, который получит новая запись.
problem-version = Нужен If-Match: ETag записи, какой она была прочитана.
problem-refused = В документе сказано невозможное или слишком мало.
problem-doubt = Это выглядит странно. Если так и задумано, отправьте ещё раз с «confirm».
problem-stale = Запись тем временем изменили. Прочитайте её заново и отправьте то, что нужно.
problem-taken = Под этим Idempotency-Key сохранено другое.
api-title = Доступ для программ
api-text = Другие программы читают и записывают здесь то же, что люди на страницах: по тем же правилам, с теми же правами.
api-groups = Группы запросов
api-looks-like = Похоже на { $value }: { $other }
error-mission-by-move = Груз относится к миссии { $code }. В другую миссию его переносят отдельным действием.
tokens-title = Токены
tokens-text = С токеном другая программа действует от вашего имени. Ей можно не больше, чем вам, и не больше, чем вы ей разрешите.
tokens-caption = Ваши токены
tokens-none = Токенов нет.
token-made = Скопируйте токен сейчас: больше он не будет показан.
token-new = Новый токен
token-make = Создать токен
token-acts = Что разрешено программе
hint-token-acts = Смотреть ей можно всё, что видите вы. Кроме того — только то, что ей нужно.
hint-token-name = Для чего он, чтобы потом узнать.
hint-token-days = В днях; не больше 366.
hint-token-missions = Коды, если токен только для некоторых миссий. Пусто: для всех доступных вам.
token-all-missions = все
token-over = Просрочен
token-unused = Ни разу
end-token = Отозвать
end-token-of = Отозвать токен { $value }
done-token-ended = Токен больше ничего не открывает.
field-days = Срок
field-missions = Миссии
field-acts = Что разрешено программе
field-token = Токен
col-token-acts = Разрешено
col-token-missions = Миссии
col-token-until = До
error-token-name = Напишите, для чего токен.
error-token-acts = Выберите, что разрешено программе.
error-token-days = Токен действует от 1 до { $most } дней.
error-token-many = Токенов уже { $most }. Отзовите ненужный.
