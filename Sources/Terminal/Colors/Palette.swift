package import Screens

/// From roles to looks. A background is never set and black, white and grey are no text colours, so that the screen can
/// be read on a light terminal as on a dark one; blue is too dark on most. In mono, words and attributes tell all.
package struct Palette: Equatable, Sendable {
  package let depth: ColorDepth
  private let looks: [Look]

  package init(_ depth: ColorDepth) {
    self.depth = depth
    looks = StyleRole.allCases.map { Self.look(of: $0, depth: depth) }
  }

  package subscript(role: StyleRole) -> Look { looks[Int(role.rawValue)] }

  private static func look(of role: StyleRole, depth: ColorDepth) -> Look {
    let attributes = attributes(of: role)
    guard let tint = tint(of: role) else { return Look(attributes) }
    switch depth {
    case .mono: return Look(attributes)
    case .eight: return Look(attributes, foreground: tint.eight)
    case .indexed: return Look(attributes, foreground: tint.indexed)
    }
  }

  private static func attributes(of role: StyleRole) -> StyleAttributes {
    switch role {
    case .headerAlarm, .severity1: [.bold, .reverse]
    case .title, .header, .footerKey, .severity2, .danger, .warning, .drill, .notice: .bold
    case .selected, .tabSelected: .reverse
    case .link, .tableHeading: .underline
    case .normal, .dim, .footer, .tab, .severity3, .severity4, .good, .inputText, .placeholder, .machine, .person,
      .border:
      []
    }
  }

  /// A colour of the eight, and one of the 256 that has a contrast of about 4 : 1 on black as on white.
  private enum Tint {
    case red, orange, green, teal, purple

    var eight: Int {
      switch self {
      case .red: 1
      case .orange: 3
      case .green: 2
      case .teal: 6
      case .purple: 5
      }
    }

    var indexed: Int {
      switch self {
      case .red: 167
      case .orange: 130
      case .green: 28
      case .teal: 31
      case .purple: 133
      }
    }
  }

  private static func tint(of role: StyleRole) -> Tint? {
    switch role {
    case .headerAlarm, .severity1, .danger: .red
    case .severity2, .warning: .orange
    case .good: .green
    case .link, .footerKey, .machine: .teal
    case .drill, .notice: .purple
    case .normal, .dim, .title, .header, .footer, .tab, .tabSelected, .tableHeading, .selected, .severity3, .severity4,
      .inputText, .placeholder, .person, .border:
      nil
    }
  }
}
