package import EventLog

/// An open incident of a service that another one depends on: what happens there probably comes from here.
package struct SuspectedParent: Hashable, Sendable {
  package var id: StreamID
  package var number: Int
  package var because: String

  package init(id: StreamID, number: Int, because: String) {
    self.id = id
    self.number = number
    self.because = because
  }

  var event: ParentSuspected { ParentSuspected(parent: id, number: number, because: because) }

  /// The services that one depends on, directly or through others, the nearest first; a ring is gone through once.
  package static func dependencies(of service: String, in services: [String: Service]) -> [String] {
    var found: [String] = []
    var next = services[service]?.dependencies ?? []
    while let name = next.first {
      next.removeFirst()
      guard name != service, !found.contains(name) else { continue }
      found.append(name)
      next += services[name]?.dependencies ?? []
    }
    return found
  }
}
