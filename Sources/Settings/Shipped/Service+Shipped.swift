package import Incidents

extension Service {
  /// The services of the founding recovery plan, as long as a team has not written its own.
  package static let shipped: [Service] = [
    Service(name: "api", tier: 1, dependencies: ["database", "redis"], weight: 50),
    Service(name: "database", tier: 1, weight: 30),
    Service(name: "redis", tier: 2, weight: 15),
    Service(name: "pms", tier: 2),
    Service(name: "whatsapp", tier: 2),
    Service(name: "monitoring", tier: 3),
    Service(name: "development", tier: 4),
  ]
}
