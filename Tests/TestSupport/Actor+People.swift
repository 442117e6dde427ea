package import EventLog

extension Actor {
  /// A person at her own terminal.
  package static let lea = Actor(
    person: "lea", login: "lea", uid: 1_000, host: "bastion", via: "tty", assurance: .verified)
  /// A second person, over SSH.
  package static let tom = Actor(
    person: "tom", login: "tom", uid: 1_001, host: "bastion", via: "ssh:192.0.2.7", assurance: .verified)
  /// The sender of alerts.
  package static let alertmanager = Actor(person: "alertmanager", via: "http:test", assurance: .machine)
  /// The daemon that performs what is due.
  package static let serve = Actor(person: "sitrep", host: "bastion", via: "serve", assurance: .machine)
}
