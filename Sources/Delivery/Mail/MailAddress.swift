/// Mail addresses as far as they are put into a header: the common form, without comments and quotes.
package enum MailAddress {
  /// "lea@example.org", or "lea" for a person of this host.
  package static func isPlain(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), text.utf8.count <= 254, text.first != "-" else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._+-=/%!#$&'*?^`{|}~".contains($0)) }
    }
  }

  /// The address of "Sitrep <sitrep@example.org>" or of a bare one; nil where there is none.
  package static func bare(_ text: String) -> String? {
    guard let open = text.firstIndex(of: "<") else { return isPlain(text) ? text : nil }
    guard text.last == ">" else { return nil }
    let address = String(text[text.index(after: open)...].dropLast())
    return isPlain(address) ? address : nil
  }
}
