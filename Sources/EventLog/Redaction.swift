/// What is read in place of a redacted payload.
package enum Redaction {
  package static let mark = "[redacted]"

  /// The payload with the text of its redactable fields blanked; "{}" where its shape is not known, so that nothing
  /// slips through.
  ///
  /// - Parameter originalKind: for a correction, the kind of the event that it corrects: then only what is text there
  ///   is blanked. Without it every field of the correction is.
  package static func replacement(
    for event: Event, payloads: [any EventPayload.Type], originalKind: String? = nil
  ) -> String {
    let known: (any EventPayload.Type)? =
      event.kind == EventCorrected.kind ? EventCorrected.self : payloads.first { $0.kind == event.kind }
    guard let type = known, let payload = event.payload,
      case .object(var object)? = PayloadText.decode(JSONValue.self, from: payload)
    else { return "{}" }
    for name in type.redactable {
      guard let value = object[name] else { continue }
      object[name] = blank(value)
      if name == "fields", type == EventCorrected.self, case .object(let fields) = value,
        let original = payloads.first(where: { $0.kind == originalKind })
      {
        object[name] = .object(
          Dictionary(
            uniqueKeysWithValues: fields.map { field, value in
              (field, original.redactable.contains(field) ? blank(value) : value)
            }))
      }
    }
    return PayloadText.encode(JSONValue.object(object))
  }

  private static func blank(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null: .null
    case .array(let values): .array(values.map(blank))
    case .object(let fields): .object(fields.mapValues(blank))
    default: .string(mark)
    }
  }
}
