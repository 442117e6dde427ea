package import EventLog
import Incidents

extension PublicPage {
  /// The same for programs; times are RFC 3339 UTC, what is unknown is null.
  package var json: JSONValue {
    .object([
      "title": .string(title), "drill": .bool(isDrill), "open": .bool(!isAllWell), "updated_at": Self.time(updatedAt),
      "written_at": Self.time(writtenAt), "incidents": .array(items.map(Self.json)),
    ])
  }

  private static func json(_ item: Item) -> JSONValue {
    .object([
      "id": .string(item.label), "title": .string(item.title), "state": .string(item.state.rawValue),
      "told_at": time(item.toldAt), "resolved_at": time(item.resolvedAt), "next_update_at": time(item.nextUpdateAt),
      "updates": .array(
        item.updates.map { update in
          .object([
            "at": time(update.at), "state": update.state.map { .string($0.rawValue) } ?? .null,
            "correction": .bool(update.moment == .correction), "put_right": .bool(update.isCorrected),
            "text": .string(update.text),
          ])
        }),
    ])
  }

  private static func time(_ instant: Instant?) -> JSONValue { instant.map { .string($0.rfc3339) } ?? .null }
}
