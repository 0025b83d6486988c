# What the program says to the person who runs it.

op-database = Database: { $database }
op-serving = Keruen is open at { $address } (Ctrl-C closes it).
op-demo = Keruen's demonstration is open at { $address } (Ctrl-C closes it and removes it).
op-migrated = { $database } is up to date.
op-copied-aside = Before the update a copy was set aside: { $file }

op-database-form = The database is written sqlite:PATH or postgres://USER@HOST/NAME. Please give --database or KERUEN_DATABASE in one of these forms.
op-database-plain-text = The connection to a PostgreSQL server on another machine would not be encrypted. Use a build with TLS and add sslmode=verify-full to the address, or write sslmode=disable if the network between the two is safe.
op-no-data-folder = There is no folder for data, because this account has no home. Please say where the data is to be: --database sqlite:/path/keruen.db
op-no-database = There is no database at { $database }. Check --database; “keruen serve” or “keruen migrate” makes a new one.
op-folder-unwritable = The folder { $folder } cannot be written to ({ $cause }). Give this account the right to write there, or choose another place with --database sqlite:/path/keruen.db
op-file-unreadable = The file { $file } cannot be read ({ $cause }).
op-sqlite-unreachable = { $database } cannot be opened ({ $cause }). Check that the file is a database of Keruen and that this account may read and write it.
op-postgres-unreachable = { $database } does not answer ({ $cause }). Check that the PostgreSQL server runs, that the address is right and that this account may use the database.
op-sqlite-old = SQLite { $version } is too old: versions before { $oldest } can lose saved records. Please use a build with a newer SQLite.
op-database-newer = { $database } was used by a newer Keruen (it has had the step { $step }, which this program does not know). Use that newer program; or restore a backup made by this one.
op-copy-failed = The update of { $database } was not begun: a copy could not be set aside first ({ $cause }). Make room on the disk and try again.
op-migration-failed = { $database } could not be brought up to date ({ $cause }). Nothing was changed; try again, and if it fails again, report this sentence.

op-listen-form = “{ $typed }” is not an address to listen at. Please write it like 127.0.0.1:8080
op-port-busy = Another program already listens at { $address }; perhaps Keruen is running. Close it, or choose another port, for example --listen 127.0.0.1:8081
op-port-refused = It is not possible to listen at { $address } ({ $cause }). Choose another address, for example --listen 127.0.0.1:8080
op-server-failed = The server stopped: { $cause }
op-locales-unreadable = The languages cannot be read ({ $cause }). Correct the file, or leave --locales out.
op-log-wrong = “{ $typed }” does not say what to log ({ $cause }). Write error, warn, info or debug.

op-missions = { $n } { $plural ->
    [one] mission
   *[other] missions
}
op-consignments = { $n } { $plural ->
    [one] consignment
   *[other] consignments
}
op-backup-done = { $file } is written and checked: { $missions }, { $consignments }.
op-backup-exists = { $file } is there already and is not overwritten. Choose another name.
op-backup-folder = There is no folder { $folder }. Make it first, or name a file in another one.
op-backup-failed = No backup was made in { $file }: { $cause }
op-backup-postgres = Keruen does not copy a PostgreSQL database itself. Use PostgreSQL's own tool, which works while others go on: pg_dump --format=custom --file="{ $file }" "{ $database }"
op-restore-done = { $database } is restored and checked: { $missions }, { $consignments }.
op-restore-failed = { $file } was not restored, and nothing was changed: { $cause }
op-restore-postgres = Keruen does not restore a PostgreSQL database itself. Stop Keruen and use PostgreSQL's own tool: pg_restore --clean --if-exists --dbname="{ $database }" "{ $file }"
op-set-aside = The database that was there is set aside: { $file }
op-set-aside-failed = { $database } could not be set aside ({ $cause }). Nothing was changed.
op-database-in-use = { $database } is in use: Keruen or another program has it open. Close that program and try again; nothing was changed.
op-file-missing = there is no such file
op-file-not-ours = it is not a database of Keruen
op-file-newer = it was used by a newer Keruen (step { $step })
op-file-damaged = the database is damaged ({ $cause })

op-well = well
op-not-well = NOT WELL
op-finding = { $verdict }: { $said }
op-engine = { $name } { $version }
op-steps-done = the database has had every update ({ $n })
op-steps-missing = { $n } { $plural ->
    [one] update is
   *[other] updates are
} missing; run “keruen migrate”
op-files-whole = the engine finds nothing wrong with its files
op-disk = { $free } MB free on the disk; the database takes { $size } MB
op-disk-elsewhere = the disk is the PostgreSQL server's
op-disk-unknown = free space on the disk is not measured on this system
op-sums-agree = the kept sums agree with { $n } { $plural ->
    [one] consignment
   *[other] consignments
}
op-sums-differ = the kept sums of { $n } { $plural ->
    [one] mission differs
   *[other] missions differ
} from the consignments; “keruen doctor --repair” puts them right
op-terms-agree = search finds all of { $n } { $plural ->
    [one] consignment
   *[other] consignments
}
op-terms-differ = search and filters are wrong in { $n } { $plural ->
    [one] mission
   *[other] missions
}; “keruen doctor --repair” puts them right
op-listed-agree = status and dates of { $n } { $plural ->
    [one] consignment
   *[other] consignments
} agree with what happened
op-listed-differ = status or dates of { $n } { $plural ->
    [one] consignment
   *[other] consignments
} in the lists are not what happened; “keruen doctor --repair” puts them right
op-repaired = Put right; looking again.
op-doctor-failed = The house could not be looked over ({ $cause }).

op-listen-plain = The house would be served at { $typed } without encryption. Put a proxy with HTTPS in front and say --public-address https://YOUR.NAME (README, "Behind a reverse proxy"). On a closed network, and only there, --plain-http serves without it.
op-plain-http = WARNING: this house is served WITHOUT ENCRYPTION (--plain-http). Everyone on the network between can read passwords and records. Use it on a closed network only, and not for long.
op-public-address-form = "{ $typed }" is no public address. It begins with https:// (or http://), then the name, and nothing after: https://aid.example
op-key-made = A new key for second factors is in { $file }. Keep a copy of it apart from the backups.
op-key-unusable = The key for second factors in { $file } cannot be used: { $cause }
op-key-form = it is not one line of 64 hexadecimal digits
op-set-up = There is nobody yet. Open this address to make the first administrator; it is good once, for { $hours } hours, until the program starts again: { $link }
op-log-unwritable = The security log { $file } cannot be written: { $cause }
op-user-added = { $name } is added.
op-user-link = By this link they choose a password; it is good once, for { $hours } hours: { $link }
op-user-reset = { $name } has a new password, and is signed out everywhere.
op-user-disabled = { $name } may sign in no longer, and is signed out everywhere.
op-user-enabled = { $name } may sign in again.
op-user-is-disabled = disabled
op-user-unknown = Nobody signs in as "{ $name }". "keruen user list" shows everyone.
op-user-failed = That could not be done: { $cause }
op-role-whole-house = An administrator keeps people and settings for all missions. Leave --mission out.
op-role-mission = No mission has the code “{ $typed }”. Correct it, or leave --mission out for all missions.
op-role-organisation = Say whose gifts they may follow: --organisation NAME.
op-role-unknown = "{ $typed }" is no role. Roles are: { $known }.
op-organisation-unknown = No organisation is called "{ $typed }", or several are.
op-password-prompt = Password:
op-password-no-terminal = There is nobody to ask for a password. Use --password-file or --password-stdin.
op-password-unreadable = The password could not be read: { $cause }
op-audit-failed = The history could not be read: { $cause }
op-audit-unwritable = { $file } could not be written: { $cause }
op-audit-exported = { $n } entries of the history are in { $file }, head { $head }
op-audit-line = Line { $n } of { $file } is not what was written.
op-audit-sum = { $file } is not what was written: its checksum differs.
op-where = { $said }: { $names }
op-unreadable = these consignments hold what nobody could have written
op-kind-unreadable = { $kind }: something is stored that nobody could have written ({ $cause })
op-user-no-factor = { $name } had no second factor.
op-user-factor-gone = The second factor of { $name } is taken away.
op-user-still-disabled = { $name } may not sign in: “keruen user enable { $name }” lets them in again.
op-unsealed = { $plural ->
    [one] { $n } newer entry waits for its seal and was not verified; “keruen audit verify” seals it
   *[other] { $n } newer entries wait for their seals and were not verified; “keruen audit verify” seals them
}
op-history-agrees = Records agree with their history.
op-history-differs = { $kind } { $name } is not what its history says: it was changed behind the program's back.
op-history-silent = { $plural ->
    [one] { $n } record was
   *[other] { $n } records were
} last changed before the history told what became of them: of these a change behind the program's back is not noticed until the next.
op-attached-whole = Attached files: { $plural ->
    [one] 1 file, whole
   *[other] { $n } files, all whole
}
op-attached-gone = Attached files: { $n } missing or damaged in { $folder }; the first is { $first }. Take them back from a backup.

op-import-failed = The file was not taken in ({ $value }).
op-no-mission = There is no mission “{ $value }”. Open it first, or give the code of another with --mission
op-report-unwritable = The report { $file } could not be written ({ $cause }).

op-copy-all-failed = The house was not copied ({ $value }). The new one is as it was.
op-copy-all-older = { $value } has not had every update yet. Run “keruen migrate” on it first
op-copy-all-used = { $value } is in use already: a house is copied into an empty one alone. Choose another address
op-copy-all-differs = The copy was read back and differs in { $value }. Do not use it; report this sentence
op-copy-all-done = { $from } was copied to { $to }: { $rows } rows, read back and found the same.
op-copy-all-key = Second factors open with the key they were sealed with: bring keruen.key along.
op-export-failed = The export to { $folder } failed ({ $cause }).
op-export-used = { $value } holds something already. Choose a folder that is not there yet
op-export-done = Everything was written to { $folder }: { $rows } rows. What the files are is in manifest.json.
op-export-unreadable = The export in { $folder } cannot be taken back ({ $cause }). Nothing was changed
op-export-other-version = it was written by another version of this program
