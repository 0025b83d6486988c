#!/usr/bin/env python3
"""The made-up right-to-left language of the tests (ar-XB, as CLDR calls it), from the English words.

Every text run is written in Arabic letters with its vowels doubled: text that was not translated stays Latin, and the
layout has to bear about a third more. Keys, placeables, selectors and variant keys stay as they are.

    python3 tests/pseudo.py            writes tests/locales/ar-XB
    python3 tests/pseudo.py --check    fails when what is committed is not what would be written
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
ENGLISH = ROOT / "locales" / "en"
OURS = ROOT / "tests" / "locales" / "ar-XB"
FILES = ["screen.ftl", "paper.ftl"]

# What the language says of itself, and how it writes numbers.
OWN = {
    "language-name": "Pseudo-عربي",
    "language-direction": "rtl",
    "language-formats": "ar",
    "decimal-sign": ".",
    "arrow": "←",
}

LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", "ابچدهفگحیجکلمنوپقرستوڤشخيز", strict=True))
DOUBLED = "aeio"

MESSAGE = re.compile(r"(-?[a-zA-Z][\w-]*) *= *")
VARIANT = re.compile(r"\s*\*?\[ *[\w.-]+ *\] *")
LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"')


def flipped(text):
    """A text run in Arabic letters."""
    return "".join(LETTERS.get(c.lower(), c) * (2 if c.lower() in DOUBLED else 1) for c in text)


class Message:
    """The value of one message, walked from left to right."""

    def __init__(self, text):
        self.text, self.at, self.out = text, 0, []

    def fail(self, why):
        raise ValueError(f"{why} in: {self.text}")

    def keep(self, length):
        self.out.append(self.text[self.at : self.at + length])
        self.at += length

    def pattern(self, within):
        """Text and placeables; `within` a placeable, up to the next variant or the brace that closes it."""
        while self.at < len(self.text):
            rest = self.text[self.at :]
            if rest[0] == "{":
                self.placeable()
            elif rest[0] == "}" or (within and rest[0] == "\n" and (VARIANT.match(rest) or rest.lstrip()[:1] == "}")):
                if not within:
                    self.fail("a brace closes nothing")
                return
            else:
                self.out.append(flipped(rest[0]))
                self.at += 1

    def placeable(self):
        """From one brace to the other: kept as it is, but for the words of variants."""
        self.keep(1)
        while self.at < len(self.text):
            rest = self.text[self.at :]
            if rest[0] == "}":
                return self.keep(1)
            if rest[0] == "{":
                self.placeable()
            elif literal := LITERAL.match(rest):
                self.keep(literal.end())
            elif rest.startswith("->"):
                self.keep(2)
                self.variants()
            else:
                self.keep(1)
        self.fail("a brace is not closed")

    def variants(self):
        while variant := VARIANT.match(self.text, self.at):
            self.keep(variant.end() - self.at)
            self.pattern(within=True)
        space = re.compile(r"\s*").match(self.text, self.at)
        self.keep(space.end() - self.at)


def pseudo(english):
    """The English file's twin."""
    out = ["# Made by tests/pseudo.py from the English words. Do not edit.\n"]
    # A message is its first line and the lines that hang from it: indented ones, and braces that close.
    for block in re.findall(r"(?m)^.*\n(?:(?:[ \t]+\S.*|\}.*)\n)*", english):
        key = MESSAGE.match(block)
        if block.startswith("#") or not block.strip():
            out.append(block)
        elif not key:
            raise ValueError(f"not a message: {block}")
        elif key[1] in OWN:
            out.append(f"{key[0]}{OWN[key[1]]}\n")
        else:
            message = Message(block[key.end() :])
            message.pattern(within=False)
            out.append(key[0] + "".join(message.out))
    return "".join(out)


def main():
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        sys.exit(__doc__)
    stale = []
    for name in FILES:
        made = pseudo((ENGLISH / name).read_text(encoding="utf-8"))
        path = OURS / name
        if check:
            if not path.exists() or path.read_text(encoding="utf-8") != made:
                stale.append(str(path.relative_to(ROOT)))
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made, encoding="utf-8", newline="\n")
    if stale:
        sys.exit(f"Not up to date: {', '.join(stale)}. Run python3 tests/pseudo.py")


if __name__ == "__main__":
    main()
