/// What a cell means. Views name a role and never a colour; each backend has its own table from roles to looks.
package enum StyleRole: UInt8, CaseIterable, Hashable, Sendable {
  case normal, dim, title, header, headerAlarm, footer, footerKey
  case tab, tabSelected, tableHeading, selected
  case severity1, severity2, severity3, severity4
  case good, warning, danger, link
  case inputText, placeholder
  /// An entry that a rule or a program made; `person` is one that somebody typed.
  case machine, person
  case drill, border, notice

  /// The letter by which `CellGrid.styleText` shows the role; each role has its own.
  package var letter: Character {
    switch self {
    case .normal: "."
    case .dim: "d"
    case .title: "T"
    case .header: "H"
    case .headerAlarm: "A"
    case .footer: "F"
    case .footerKey: "K"
    case .tab: "t"
    case .tabSelected: "c"
    case .tableHeading: "h"
    case .selected: "S"
    case .severity1: "1"
    case .severity2: "2"
    case .severity3: "3"
    case .severity4: "4"
    case .good: "g"
    case .warning: "w"
    case .danger: "D"
    case .link: "l"
    case .inputText: "i"
    case .placeholder: "p"
    case .machine: "m"
    case .person: "P"
    case .drill: "r"
    case .border: "b"
    case .notice: "n"
    }
  }
}
