import ArgumentParser
import Commands
import EventLog
import Incidents
import OnCall
import Settings

/// Whom a message is for, as every verb on messages takes it.
struct AudienceOption: ParsableArguments {
  @Option(help: "internal, public, customers, management or vip.")
  var audience: String

  /// - Throws: a refusal that names those there are.
  func value() throws(Trouble) -> Audience {
    if let audience = Audience(rawValue: audience) { return audience }
    let known = Audience.allCases.map(\.rawValue).joined(separator: ", ")
    throw Trouble(.badInput, "\"\(audience)\" is no audience: \(known).")
  }
}

extension Session {
  /// What a message is, in the words of the field; nil where nothing was said.
  func moment(named text: String?) throws(Trouble) -> MessageMoment? {
    guard let text else { return nil }
    if let moment = MessageMoment(rawValue: text) { return moment }
    let known = MessageMoment.allCases.map(\.rawValue).joined(separator: ", ")
    throw Trouble(.badInput, "\"\(text)\" is no kind of message: \(known).")
  }

  /// A time ahead, by the wall clock of the display zone: "14:30" is the next one, "+30m" counts from now.
  func timeAhead(_ text: String?) throws(Trouble) -> Instant? {
    guard let text else { return nil }
    let now = SystemClock.now()
    let zone = configuration.console.displayZone
    guard let time = CivilTime.timeOfDay(text) else {
      return try moment(text)
    }
    var civil = CivilTime(now, offset: zone.offset(at: now))
    (civil.hour, civil.minute, civil.second, civil.millisecond) = (time.hour, time.minute, 0, 0)
    let today = zone.instant(of: civil)
    return today > now ? today : zone.instant(of: civil.adding(days: 1))
  }
}
