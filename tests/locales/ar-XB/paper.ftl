# Made by tests/pseudo.py from the English words. Do not edit.
# The fixed words of documents.

sheet-title = مییسسییوون سوممااري
stamp-draft = دراافت
stamp-partial = پاارتییاال ڤییههش
as-of = ااس ووف
prepared-by = پرههپاارههد بي
approved-by = ااپپرووڤههد بي
seal = سههاال
sheet-more = تحهه نههشههست { $n } چوونسییگنمههنتس اارهه لییستههد; تحهه تووتاالس چووونت االل ووف تحههم.
log-part = اا پاارت ووف تحهه لووگ: { $n } ههنترییههس; تحههرهه اارهه موورهه.
list-part = اا پاارت ووف تحهه لییست: { $n } چوونسییگنمههنتس; تحههرهه اارهه موورهه.
