/// One thing that was looked at.
struct Finding {
  var part: String
  var isSound: Bool
  var message: String

  init(_ part: String, isSound: Bool, _ message: String) {
    self.part = part
    self.isSound = isSound
    self.message = message
  }
}
