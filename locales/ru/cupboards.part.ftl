
## Организации, места, товары: общее для списков и форм

save = Сохранить
show = Показать
show-all = Показать все
in-order-of-name = по названию
nothing-found = Ничего не найдено
nothing-found-text = Попробуйте начало другого названия или меньше слов.
title-error = Ошибка:
not-stated = Не указано
done-created = Добавлено.
done-saved = Сохранено.
done-merged = Объединено. Прежние названия сохранены здесь, и по ним запись по-прежнему находится.
merged-title = Объединено с другой записью
merge = Объединить
merge-title = Это то же, что и другая запись
merge-text = Её названия станут другими названиями той записи, и всё, что на неё ссылается, будет показывать ту запись. Ничего не удаляется.
other-names-hint = По одному в строке, на любом языке: запись находится по каждому.
country-hint = Название или код, например Казахстан или KZ.
field-name = Название
field-other-names = Другие названия
field-country = Страна
field-notes = Примечания
field-into = Это то же, что
field-merged-into = Объединено с
field-merged-from = Присоединена запись
error-name-empty = Введите название.
error-name-too-long = Название может содержать не более { $most } знаков.
error-country = Введите название или код страны.
error-choose = Выберите из списка.
error-which-record = Название «{ $typed }» носят несколько записей. Выберите нужную.
error-no-such-record = Записи с названием «{ $typed }» нет.
error-merge-with-itself = Это сама эта запись. Введите название другой.

## Организации

organisations-title = Организации
organisations-new = Добавить организацию
organisations-search = Поиск по названию
organisations-count = { $plural ->
    [one] { $n } организация
    [few] { $n } организации
   *[other] { $n } организаций
}
organisations-none = Организаций пока нет
organisations-none-text = Доноры, отправители, перевозчики и получатели появляются здесь, как только их назовут в какой-либо форме. Их можно добавить и самостоятельно.
organisations-names = Названия
organisations-reach = Как связаться
organisations-merge-hint = Название организации, которой она является.
field-contact = Контактное лицо
field-phone = Телефон
field-email = Электронная почта
field-address = Адрес
error-email = Это не адрес электронной почты. Он выглядит так: name@example.org.
error-organisation-taken = Такое название уже есть у записи «{ $name }». Откройте её или, если это её повтор, объедините обе.

## Места

places-title = Места
places-new = Добавить место
places-search = Поиск по названию или коду
places-count = { $plural ->
    [one] { $n } место
    [few] { $n } места
   *[other] { $n } мест
}
places-none = Мест пока нет
places-none-text = Здесь появляются города, станции, пограничные переходы и склады.
places-names = Названия
places-there = Что там есть
places-where = Где находится
places-merge-hint = Название этого места; если так называются и другие, то с кодом или страной.
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

## Каталог товаров

catalogue-title = Товары
catalogue-new = Добавить товар
catalogue-search = Поиск по названию
catalogue-count = { $plural ->
    [one] { $n } товар
    [few] { $n } товара
   *[other] { $n } товаров
}
catalogue-none = Товаров пока нет
catalogue-none-text = Здесь перечислено, что можно отправить: с единицей измерения и весом.
catalogue-names = Названия
catalogue-kind = Что это
catalogue-weight = Сколько весит
catalogue-weighs = Вес
catalogue-merge-hint = Название товара, которым он является.
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
figure-source-hint = Кто это утверждает: сертификат, поставщик, руководство.
category-cereals = Крупы и мука
category-pulses = Бобовые
category-oil = Пищевое масло
category-sugar-salt = Сахар, соль, чай
category-canned = Консервы и молочные продукты
category-nutrition = Питание и другие продукты
category-household = Жильё и быт
category-clothing = Одежда и обувь
category-hygiene = Вода и гигиена
category-medicine = Лекарства
category-medical-equipment = Медицинское оборудование
category-education = Образование
category-fuel = Топливо
category-vehicles = Транспорт и техника
category-other = Прочее
error-item-taken = Такое название уже есть у товара «{ $name }». Откройте его или, если это его повтор, объедините обе записи.
error-not-kilograms = Введите вес в килограммах.
error-not-exact = Введите одно точное число, без «около» и «не менее».
error-zero = Должно быть больше нуля.
error-figure-source = Укажите, кто сообщает этот вес.
error-hs = Код ТН ВЭД состоит из 4–10 цифр, например 1512.19.
