import Commands
import EventLog

extension ScreenState {
  /// What the open room shows: the incident as it is, or as it was known at the moment gone back to.
  var roomDetail: IncidentDetail? {
    guard case .room(let id) = place else { return nil }
    guard room.knownAt != nil else { return details[id] }
    return known?.row.id == id ? known : nil
  }

  /// The state as the room reads it: in the past its clocks stand at that moment.
  var inRoom: ScreenState {
    guard let moment = roomDetail?.knownAt else { return self }
    var then = self
    then.now = moment
    return then
  }

  /// "02:41", with seconds where it is not a whole minute, and with its day where that is not today.
  func momentWords(_ moment: Instant) -> String {
    let words = ClockWords.near(moment, now: now, offset: offset)
    let seconds = moment.milliseconds / 1_000 % 60
    return seconds == 0 ? words : words + (seconds < 10 ? ":0" : ":") + String(seconds)
  }

  /// Into the past at the selected entry, or back to now.
  mutating func turnToPast() {
    guard room.knownAt == nil else { return comeBackToNow() }
    guard let moment = selectedEntry?.recordedAt else { return refuse("Nothing was recorded yet.") }
    goBack(to: moment)
  }

  mutating func comeBackToNow() {
    (room.knownAt, known) = (nil, nil)
    (room.entry, room.bottom) = (nil, nil)
  }

  /// To the moment before or after at which something was recorded.
  mutating func stepInPast(by direction: Int) {
    guard case .room(let id) = place, let detail = details[id] else { return }
    let moments = Set(detail.timeline.map(\.recordedAt)).sorted()
    let here = room.knownAt ?? now
    if direction > 0 {
      guard room.knownAt != nil else { return notice = Notice("This is now; [ goes back.") }
      guard let next = moments.first(where: { $0 > here }) else {
        return notice = Notice("Nothing was recorded after that; t comes back to now.")
      }
      goBack(to: next)
    } else if let next = moments.last(where: { $0 < here }) {
      goBack(to: next)
    } else if detail.earlierEntries > 0 {
      room.limit = detail.timeline.count + 500
      notice = Notice("Earlier entries are on their way; press [ again.")
    } else {
      notice = Notice("Nothing was recorded before that.")
    }
  }

  mutating func stepMinute(by direction: Int64) {
    guard room.knownAt != nil || direction < 0 else { return notice = Notice("This is now; { goes back.") }
    let here = (room.knownAt ?? now).milliseconds
    let minute: Int64 = 60_000
    let floor = here - here % minute
    let next = Instant(milliseconds: direction > 0 ? floor + minute : here == floor ? floor - minute : floor)
    guard next < now else {
      comeBackToNow()
      return notice = Notice("This is now.")
    }
    goBack(to: next)
  }

  private mutating func goBack(to moment: Instant) {
    room.knownAt = moment
    (room.entry, room.bottom) = (nil, nil)
    mode = .keys
  }

  /// Takes what was known at a moment, if that is still asked for; what cannot be had leaves the screen as it is.
  mutating func keep(_ result: Result<IncidentDetail, Trouble>, of incident: StreamID, at moment: Instant) {
    guard place == .room(incident), room.knownAt == moment else { return }
    switch result {
    case .success(let detail): known = detail
    case .failure(let trouble):
      room.knownAt = known?.row.id == incident ? known?.knownAt : nil
      refuse(trouble)
    }
  }
}
