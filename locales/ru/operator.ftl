# Что программа говорит тому, кто её запускает.

op-database = База данных: { $database }
op-serving = Keruen открыт по адресу { $address } (Ctrl-C закрывает его).
op-demo = Демонстрация Keruen открыта по адресу { $address } (Ctrl-C закрывает и удаляет её).
op-migrated = { $database }: всё обновлено.
op-copied-aside = Перед обновлением сохранена копия: { $file }

op-database-form = База данных записывается так: sqlite:ПУТЬ или postgres://ПОЛЬЗОВАТЕЛЬ@СЕРВЕР/ИМЯ. Укажите --database или KERUEN_DATABASE в одном из этих видов.
op-database-plain-text = Соединение с сервером PostgreSQL на другой машине не было бы зашифровано. Возьмите сборку с TLS и добавьте к адресу sslmode=verify-full или напишите sslmode=disable, если сеть между ними безопасна.
op-no-data-folder = Нет папки для данных: у этой учётной записи нет домашней папки. Укажите место: --database sqlite:/путь/keruen.db
op-no-database = Базы данных { $database } нет. Проверьте --database; новую создают «keruen serve» и «keruen migrate».
op-folder-unwritable = В папку { $folder } нельзя писать ({ $cause }). Дайте этой учётной записи право записи или выберите другое место: --database sqlite:/путь/keruen.db
op-file-unreadable = Файл { $file } не читается ({ $cause }).
op-sqlite-unreachable = { $database } не открывается ({ $cause }). Проверьте, что это база данных Keruen и что эта учётная запись может читать её и писать в неё.
op-postgres-unreachable = { $database } не отвечает ({ $cause }). Проверьте, что сервер PostgreSQL работает, адрес верен и у этой учётной записи есть доступ к базе.
op-sqlite-old = SQLite { $version } слишком старая: версии до { $oldest } могут потерять сохранённые записи. Возьмите сборку с более новой SQLite.
op-database-newer = С { $database } работал более новый Keruen (в ней есть шаг { $step }, которого эта программа не знает). Возьмите ту, более новую программу или восстановите копию, сделанную этой.
op-copy-failed = Обновление { $database } не начато: сначала не удалось сохранить копию ({ $cause }). Освободите место на диске и попробуйте снова.
op-migration-failed = { $database } не удалось обновить ({ $cause }). Ничего не изменено; попробуйте снова, а если не получится, сообщите это предложение разработчикам.

op-listen-form = «{ $typed }» — не адрес, по которому можно принимать запросы. Напишите его так: 127.0.0.1:8080
op-port-busy = По адресу { $address } уже работает другая программа; возможно, это Keruen. Закройте её или выберите другой порт, например --listen 127.0.0.1:8081
op-port-refused = По адресу { $address } принимать запросы нельзя ({ $cause }). Выберите другой адрес, например --listen 127.0.0.1:8080
op-server-failed = Сервер остановился: { $cause }
op-locales-unreadable = Языки не читаются ({ $cause }). Исправьте файл или не указывайте --locales.
op-log-wrong = «{ $typed }» не говорит, что записывать в журнал ({ $cause }). Напишите error, warn, info или debug.

op-missions = { $n } { $plural ->
    [one] миссия
    [few] миссии
   *[other] миссий
}
op-consignments = { $n } { $plural ->
    [one] партия груза
    [few] партии груза
   *[other] партий груза
}
op-backup-done = { $file } записан и проверен: { $missions }, { $consignments }.
op-backup-exists = { $file } уже есть и не перезаписывается. Выберите другое имя.
op-backup-folder = Папки { $folder } нет. Создайте её или укажите файл в другой папке.
op-backup-failed = Копия { $file } не сделана: { $cause }
op-backup-postgres = Базу PostgreSQL Keruen сам не копирует. Возьмите программу самой PostgreSQL, она не мешает работе: pg_dump --format=custom --file="{ $file }" "{ $database }"
op-restore-done = { $database } восстановлена и проверена: { $missions }, { $consignments }.
op-restore-failed = { $file } не восстановлен, ничего не изменено: { $cause }
op-restore-postgres = Базу PostgreSQL Keruen сам не восстанавливает. Закройте Keruen и возьмите программу самой PostgreSQL: pg_restore --clean --if-exists --dbname="{ $database }" "{ $file }"
op-set-aside = Прежняя база данных отложена: { $file }
op-set-aside-failed = { $database } не удалось отложить ({ $cause }). Ничего не изменено.
op-database-in-use = { $database } занята: она открыта в Keruen или в другой программе. Закройте её и попробуйте снова; ничего не изменено.
op-file-missing = такого файла нет
op-file-not-ours = это не база данных Keruen
op-file-newer = с ней работал более новый Keruen (шаг { $step })
op-file-damaged = база данных повреждена ({ $cause })

op-well = хорошо
op-not-well = ПЛОХО
op-finding = { $verdict }: { $said }
op-engine = { $name } { $version }
op-steps-done = все обновления базы данных выполнены ({ $n })
op-steps-missing = не хватает: { $n } { $plural ->
    [one] обновление
    [few] обновления
   *[other] обновлений
}; выполните «keruen migrate»
op-files-whole = с файлами базы всё в порядке
op-disk = на диске свободно { $free } МБ; база занимает { $size } МБ
op-disk-elsewhere = диск принадлежит серверу PostgreSQL
op-disk-unknown = свободное место на диске в этой системе не измеряется
op-sums-agree = хранимые суммы сходятся с записями: { $n } { $plural ->
    [one] партия груза
    [few] партии груза
   *[other] партий груза
}
op-sums-differ = хранимые суммы не сходятся с записями: { $n } { $plural ->
    [one] миссия
    [few] миссии
   *[other] миссий
}; «keruen doctor --repair» исправит
op-terms-agree = поиск находит всё: { $n } { $plural ->
    [one] партия груза
    [few] партии груза
   *[other] партий груза
}
op-terms-differ = поиск и отборы неверны: { $n } { $plural ->
    [one] миссия
    [few] миссии
   *[other] миссий
}; «keruen doctor --repair» исправит
op-listed-agree = состояние и даты соответствуют событиям: { $n } { $plural ->
    [one] партия груза
    [few] партии груза
   *[other] партий груза
}
op-listed-differ = состояние или даты в списках не соответствуют событиям: { $n } { $plural ->
    [one] партия груза
    [few] партии груза
   *[other] партий груза
}; «keruen doctor --repair» исправит
op-repaired = Исправлено; смотрим ещё раз.
op-doctor-failed = Не удалось всё осмотреть ({ $cause }).

op-listen-plain = Дом открылся бы на { $typed } без шифрования. Поставьте впереди прокси с HTTPS и укажите --public-address https://ВАШЕ.ИМЯ (README, «Behind a reverse proxy»). В закрытой сети, и только там, без него обслуживает --plain-http.
op-plain-http = ВНИМАНИЕ: дом открыт БЕЗ ШИФРОВАНИЯ (--plain-http). Все в сети по пути могут прочесть пароли и записи. Только для закрытой сети и ненадолго.
op-public-address-form = «{ $typed }» не публичный адрес. Он начинается с https:// (или http://), дальше имя, и больше ничего: https://aid.example
op-key-made = Новый ключ для вторых факторов в { $file }. Храните его копию отдельно от резервных копий.
op-key-unusable = Ключ для вторых факторов в { $file } не годится: { $cause }
op-key-form = это не одна строка из 64 шестнадцатеричных цифр
op-set-up = Здесь ещё никого нет. Откройте этот адрес, чтобы создать первого администратора; он действует один раз, { $hours } ч, до следующего запуска программы: { $link }
op-log-unwritable = Журнал безопасности { $file } нельзя записать: { $cause }
op-user-added = { $name }: человек добавлен.
op-user-link = По этой ссылке выбирается пароль; она действует один раз, { $hours } ч: { $link }
op-user-reset = { $name }: новый пароль задан, все сеансы закончены.
op-user-disabled = { $name }: вход закрыт, все сеансы закончены.
op-user-enabled = { $name }: вход снова открыт.
op-user-is-disabled = вход закрыт
op-user-unknown = Под именем «{ $name }» никто не входит. Всех показывает «keruen user list».
op-user-failed = Этого сделать не удалось: { $cause }
op-role-whole-house = Администратор ведёт людей и настройки для всех миссий. Уберите --mission.
op-role-mission = Миссии с кодом «{ $typed }» нет. Исправьте код или уберите --mission, чтобы право действовало во всех миссиях.
op-role-organisation = Скажите, за чьими дарами можно следить: --organisation НАЗВАНИЕ.
op-role-unknown = «{ $typed }» не роль. Роли: { $known }.
op-organisation-unknown = Организации «{ $typed }» нет, или их несколько.
op-password-prompt = Пароль:
op-password-no-terminal = Спросить пароль некого. Используйте --password-file или --password-stdin.
op-password-unreadable = Пароль прочесть не удалось: { $cause }
op-audit-failed = Историю прочесть не удалось: { $cause }
op-audit-unwritable = { $file } записать не удалось: { $cause }
op-audit-exported = Записей истории { $n } в { $file }, голова { $head }
op-audit-line = Строка { $n } в { $file } не такая, какой была записана.
op-audit-sum = { $file } не такой, каким был записан: контрольная сумма другая.
op-where = { $said }: { $names }
op-unreadable = эти партии груза содержат то, чего никто не мог записать
op-kind-unreadable = { $kind }: хранится то, чего никто не мог записать ({ $cause })
op-user-no-factor = У { $name } не было второго фактора.
op-user-factor-gone = Второй фактор { $name } снят.
op-user-still-disabled = { $name } не может входить: «keruen user enable { $name }» снова откроет вход.
op-unsealed = ещё не запечатаны и не проверены: { $n } { $plural ->
    [one] новая запись
    [few] новые записи
   *[other] новых записей
}; их запечатает «keruen audit verify»
op-history-agrees = Записи согласны со своей историей.
op-history-differs = { $kind } { $name } не соответствует своей истории: изменено в обход программы.
op-history-silent = Записей, изменённых в последний раз ещё до того, как история стала хранить их отпечатки: { $n }. Изменение их в обход программы не заметно до следующей правки.
op-attached-whole = Приложенные файлы: { $plural ->
    [one] { $n } файл, цел
    [few] { $n } файла, все целы
   *[other] { $n } файлов, все целы
}
op-attached-gone = Приложенные файлы: { $n } отсутствуют или повреждены в { $folder }; первый — { $first }. Верните их из резервной копии.

op-import-failed = Файл не загружен ({ $value }).
op-no-mission = Нет миссии «{ $value }». Сначала откройте её или укажите код другой: --mission
op-report-unwritable = Отчёт { $file } не записан ({ $cause }).

op-copy-all-failed = База не скопирована ({ $value }). Новая осталась как была.
op-copy-all-older = { $value } обновлена не полностью. Сначала выполните для неё «keruen migrate»
op-copy-all-used = { $value } уже используется: копировать можно только в пустую базу. Выберите другой адрес
op-copy-all-differs = Копия прочитана и отличается: { $value }. Не пользуйтесь ею и сообщите эту фразу
op-copy-all-done = { $from } скопирована в { $to }: строк { $rows }, прочитаны обратно и совпали.
op-copy-all-key = Второй фактор открывается тем ключом, которым закрыт: перенесите keruen.key.
op-export-failed = Выгрузка в { $folder } не удалась ({ $cause }).
op-export-used = В { $value } уже что-то есть. Выберите папку, которой ещё нет
op-export-done = Всё записано в { $folder }: строк { $rows }. Что в файлах, сказано в manifest.json.
op-export-unreadable = Выгрузку в { $folder } нельзя принять обратно ({ $cause }). Ничего не изменено
op-export-other-version = она записана другой версией программы
