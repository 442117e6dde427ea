"""Each rule on a text that breaks it and on one that keeps it."""

import unittest

from . import house, package_arrows, rules
from .swift_text import mask


def found(path, text):
    return [(line, rule) for line, _, rule in rules.check(path, text)]


def documented(line):
    return "/// What it is.\n" + line + "\n"


class Masking(unittest.TestCase):
    def test_comments_and_strings_are_no_code(self):
        for text in ['// print("x")', '/* a /* print() */ b */', '"print()"', '#"a "print()" b"#', '"""\nprint()\n"""']:
            self.assertNotIn("print", mask(text), text)

    def test_code_between_and_after_stays(self):
        self.assertEqual(mask('a("x") // y').split(), ["a(", ")"])
        self.assertIn("print(1)", mask('"a \\(print(1)) b"'))
        self.assertIn("print(1)", mask('"it\\"s" + print(1)'))
        self.assertIn("print(1)", mask('#"a \\#(print(1)) b"#'))

    def test_lines_stay_where_they_are(self):
        text = 'a\n/* b\nc */\n"""\nd\n"""\ne\n'
        self.assertEqual(mask(text).count("\n"), text.count("\n"))
        self.assertEqual(len(mask(text)), len(text))


class Imports(unittest.TestCase):
    def test_a_room_imports_what_the_list_says(self):
        self.assertEqual(found("Sources/Review/A.swift", "package import EventLog\nimport Mustache\n"), [])

    def test_nothing_else(self):
        for module in ["GRDB", "OnCall", "Foundation", "Desk", "Glibc"]:
            self.assertEqual(found("Sources/Review/A.swift", f"import {module}\n"), [(1, "imports")], module)
        self.assertEqual(found("Sources/Incidents/A.swift", "import struct Foundation.Date\n"), [(1, "imports")])
        self.assertEqual(found("Sources/Incidents/A.swift", "@preconcurrency import Glibc\n"), [(1, "imports")])

    def test_some_modules_only_in_some_files(self):
        self.assertEqual(found("Sources/OnCall/Zone+WallClock.swift", "import Foundation\n"), [])
        self.assertEqual(found("Sources/OnCall/Rota.swift", "import Foundation\n"), [(1, "imports")])

    def test_a_room_that_nobody_listed(self):
        self.assertEqual(found("Sources/Attic/A.swift", ""), [(1, "imports")])

    def test_a_comment_imports_nothing(self):
        self.assertEqual(found("Sources/Incidents/A.swift", "// import GRDB\n"), [])


class Purity(unittest.TestCase):
    CALLS = ["Date()", "Date.now", "UUID()", "Int.random(in: 0..<3)", "list.shuffled()", 'getenv("HOME")', "print(1)",
             "FileManager.default", "ContinuousClock().now", "try await Task.sleep(for: x)", "fopen(path, mode)"]

    def test_a_pure_room_calls_nothing_from_outside(self):
        for call in self.CALLS:
            self.assertIn((1, "purity"), found("Sources/Incidents/A.swift", f"let x = {call}\n"), call)

    def test_hands_may(self):
        for call in self.CALLS:
            self.assertEqual(found("Sources/Console/A.swift", f"let x = {call}\n"), [], call)

    def test_words_that_only_look_alike(self):
        for line in ["let update = incident.update", "case open(Incident)", "open(deadline)", "blueprint()", "incident.open(at: now)",
                     '"print() at Date()"', "func print(_ letter: Letter) {}", "shuffled(using: &generator)"]:
            self.assertEqual(found("Sources/Incidents/A.swift", line + "\n"), [], line)


class Length(unittest.TestCase):
    def test_three_hundred_lines_are_the_most(self):
        self.assertEqual(found("Sources/Desk/A.swift", "let a = 1\n" * 300), [])
        self.assertEqual(found("Sources/Desk/A.swift", "let a = 1\n" * 301), [(300, "length")])


class Names(unittest.TestCase):
    def test_a_name_says_what_the_thing_is(self):
        for name in ["StringUtils", "AlertManager", "BaseView", "GridHelper", "CommonRows"]:
            self.assertEqual(found("Sources/Desk/A.swift", f"struct {name} {{}}\n"), [(1, "names")], name)
            self.assertEqual(found(f"Sources/Desk/{name}.swift", ""), [(1, "names")], name)

    def test_a_word_inside_a_word(self):
        for name in ["Database", "Alertmanager", "Implication", "Baseline"]:
            self.assertEqual(found("Sources/Desk/A.swift", f"struct {name} {{}}\n"), [], name)


class Access(unittest.TestCase):
    def test_nothing_is_public(self):
        self.assertEqual(found("Sources/Desk/A.swift", "public struct A {}\n"), [(1, "access")])
        self.assertEqual(found("Sources/Desk/A.swift", documented("package struct A {}")), [])


class Risky(unittest.TestCase):
    def test_it_carries_its_reason(self):
        for line in ["fatalError()", "try! a()", "a as! B", "final class A: @unchecked Sendable {}",
                     "nonisolated(unsafe) var a = 1"]:
            self.assertEqual(found("Sources/Desk/A.swift", line + "\n"), [(1, "risky")], line)
            self.assertEqual(found("Sources/Desk/A.swift", "// Cannot happen: …\n" + line + "\n"), [], line)


class Unfinished(unittest.TestCase):
    def test_nothing_is_left_for_later(self):
        # In two parts, so that this file does not hold the word itself.
        self.assertEqual(found("Sources/Desk/A.swift", "let a = 1  // TO" + "DO later\n"), [(1, "unfinished")])
        self.assertEqual(found("Sources/Desk/A.swift", "case todo\n"), [])


class Waiting(unittest.TestCase):
    def test_a_test_never_sleeps(self):
        for line in ["usleep(10)", "try await Task.sleep(for: .seconds(1))"]:
            self.assertEqual(found("Tests/DeskTests/A.swift", line + "\n"), [(1, "waiting")], line)
        self.assertEqual(found("Sources/Desk/A.swift", "usleep(10)\n"), [])


class Documentation(unittest.TestCase):
    def test_what_another_room_sees_is_said(self):
        for line in ["package struct A {}", "package func a() {}", "package let a = 1", "package final class A {}"]:
            self.assertEqual(found("Sources/Desk/A.swift", line + "\n"), [(1, "documentation")], line)
            self.assertEqual(found("Sources/Desk/A.swift", documented(line)), [], line)
            self.assertEqual(found("Sources/Desk/A.swift", documented("@TerminalActor\n" + line)), [], line)

    def test_types_inside_types_too(self):
        self.assertEqual(found("Sources/Desk/A.swift", "struct A {\n  package enum B {}\n}\n"), [(2, "documentation")])
        self.assertEqual(found("Sources/Desk/A.swift", "struct A {\n  package var b: Int\n}\n"), [])


class Arrows(unittest.TestCase):
    MANIFEST = """
    let yams = Target.Dependency.product(name: "Yams", package: "Yams")
    targets: room("EventLog", []) + room("Settings", ["EventLog", yams])
    .executableTarget(name: "sitrep", dependencies: ["Settings"])
    """

    def test_arrows_are_read(self):
        self.assertEqual(package_arrows.arrows(self.MANIFEST),
                         {"EventLog": set(), "Settings": {"EventLog", "Yams"}, "sitrep": {"Settings"}})

    def test_a_difference_is_named(self):
        said = "\n".join(package_arrows.disagreement(self.MANIFEST.replace('["EventLog", yams]', '["Desk", yams]')))
        self.assertIn("Package.swift lets Settings import Desk", said)
        self.assertIn("scripts/linting/house.py lets Settings import EventLog", said)

    def test_the_list_points_downwards(self):
        self.assertEqual(house.disorder(), [])


if __name__ == "__main__":
    unittest.main()
