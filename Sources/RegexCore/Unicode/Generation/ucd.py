"""Reads the Unicode Character Database and writes sets of code points as Swift literals."""

import pathlib

LAST = 0x10FFFF


class Database:
    def __init__(self, root):
        self.root = pathlib.Path(root)

    def rows(self, name):
        """The fields of each line, comments and blank lines left out."""
        for line in (self.root / name).read_text(encoding="utf-8").splitlines():
            text = line.split("#")[0].strip()
            if text:
                yield [field.strip() for field in text.split(";")]

    def version(self):
        """As the first line of each file has it: "# Scripts-15.0.0.txt"."""
        first = (self.root / "Scripts.txt").read_text(encoding="utf-8").splitlines()[0]
        return first.split("-")[1].removesuffix(".txt")

    def sets(self, name, column=1):
        """By value, the code points that have it. A field may hold several values."""
        found = {}
        for fields in self.rows(name):
            for value in fields[column].split():
                found.setdefault(value, set()).update(code_points(fields[0]))
        return found

    def value_names(self, prop):
        """All names of each value of a property, the short one first."""
        return [fields[1:] for fields in self.rows("PropertyValueAliases.txt") if fields[0] == prop]

    def property_names(self):
        """By long name, the short one."""
        return {fields[1]: fields[0] for fields in self.rows("PropertyAliases.txt")}


def code_points(field):
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def ranges(points):
    found = []
    for point in sorted(points):
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return found


def number(value):
    """Digits of five bits, the highest first: "^" to "}" for the last digit, "0" to "O" for those before it."""
    digits = [chr(0x5E + (value & 31))]
    value >>= 5
    while value:
        digits.append(chr(0x30 + (value & 31)))
        value >>= 5
    return "".join(reversed(digits))


def encoded(points):
    """For each range, how many code points lie between it and the last one, and how many follow its first."""
    text, following = "", 0
    for first, last in ranges(points):
        text += number(first - following) + number(last - first)
        following = last + 1
    return text


def literal(text, indent):
    """A Swift literal for what follows `indent` columns, in lines of at most 120."""
    if len(text) + indent < 100:
        return f'"{text}"'
    margin = " " * indent
    width = 118 - indent
    lines = [text[start : start + width] + "\\" for start in range(0, len(text), width)]
    lines[-1] = lines[-1].removesuffix("\\")
    return "\n".join([f'"""', *(margin + line for line in lines), margin + '"""'])
