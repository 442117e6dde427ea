/// What a store says in which nothing was ever written: how to go on, and that nothing is "all clear" here.
enum FirstRun {
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
    for (role, text) in FirstRun.text {
      lines += StyledLine.wrapped(
        text, Style(role), width: max(1, region.width - 1), lead: StyledLine(" "), indent: 1, glyphs: grid.glyphs)
    }
    grid.draw(lines, in: region)
  }
}
