/// What every terminal can do to a cell, with or without colours.
package struct StyleAttributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = StyleAttributes(rawValue: 1)
  package static let reverse = StyleAttributes(rawValue: 2)
  package static let underline = StyleAttributes(rawValue: 4)
}
