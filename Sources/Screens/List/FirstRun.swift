/// What a store says in which nothing was ever written: how to go on, and that nothing is "all clear" here.
enum FirstRun {
  /// How far the second line of an explanation is set in.
  private static let indent = 18

  static let text: [(StyleRole, String)] = [
    (.title, "This store is new: nothing was ever written into it. That says nothing about your systems."),
    (.normal, ""),
    (.normal, "sitrep demo      shows an incident with everything in it, in a store that is thrown away"),
    (.normal, "Alertmanager     connect it as docs/alertmanager.md says; sitrep doctor tells whether it arrives"),
    (.normal, "n                declares an incident by hand"),
    (.normal, ""),
    (.dim, "Sitrep wakes nobody yet: it shows, keeps the clocks and writes down. Keep your pager."),
  ]

  static func draw(_ grid: inout CellGrid, _ region: Region) {
    var lines: [StyledLine] = region.height > 10 ? [StyledLine()] : []
    for (role, text) in FirstRun.text where !text.isEmpty || region.height > 12 {
      lines += StyledLine.wrapped(
        text, Style(role), width: max(1, region.width - 1), lead: StyledLine(" "),
        indent: role == .normal && region.width > 60 ? indent : 1, glyphs: grid.glyphs)
    }
    grid.draw(lines, in: region)
  }
}
