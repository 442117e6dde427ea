/// What a store says in which nothing was ever written: how to go on, and that nothing is "all clear" here.
enum FirstRun {
  /// How far the second line of an explanation is set in.
  private static let indent = 18

  private static let always: [(StyleRole, String)] = [
    (.title, "This store is new: nothing was ever written into it. That says nothing about your systems."),
    (.normal, ""),
    (.normal, "sitrep demo      shows an incident with everything in it, in a store that is thrown away"),
    (.normal, "Alertmanager     connect it as docs/alertmanager.md says; sitrep doctor tells whether it arrives"),
    (.normal, "n                declares an incident by hand"),
  ]

  private static let whereNobodyIsWoken: [(StyleRole, String)] = [
    (.normal, ""),
    (.dim, "Sitrep wakes nobody yet: it shows, keeps the clocks and writes down. Keep your pager."),
  ]

  /// Where there is no room for all of it.
  /// - Parameter wakesNobody: no service has a pager, which is said as long as somebody could believe otherwise.
  static func text(wakesNobody: Bool) -> [(StyleRole, String)] { always + (wakesNobody ? whereNobodyIsWoken : []) }

  private static let shortText: [(StyleRole, String)] = [
    (.title, "This store is new. That says nothing about your systems."),
    (.normal, "n declares an incident; sitrep demo shows one."),
  ]

  private static let shortWakesNobody: (StyleRole, String) = (.dim, "Sitrep wakes nobody yet. Keep your pager.")

  /// - Parameter wakesNobody: as for `text`.
  static func draw(_ grid: inout CellGrid, _ region: Region, wakesNobody: Bool) {
    let whole = lines(
      text(wakesNobody: wakesNobody).filter { !$0.1.isEmpty || region.height > 12 }, region, grid.glyphs)
    let isWhole = whole.count <= region.height
    let blank = region.height > 10 ? [StyledLine()] : []
    let short = FirstRun.shortText + (wakesNobody ? [shortWakesNobody] : [])
    grid.draw(isWhole ? blank + whole : lines(short, region, grid.glyphs), in: region)
  }

  private static func lines(_ text: [(StyleRole, String)], _ region: Region, _ glyphs: Glyphs) -> [StyledLine] {
    text.flatMap { role, text in
      StyledLine.wrapped(
        text, Style(role), width: max(1, region.width - 1), lead: StyledLine(" "),
        indent: role == .normal && region.width > 60 ? indent : 1, glyphs: glyphs)
    }
  }
}
