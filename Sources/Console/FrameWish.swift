/// How soon the answer to a piece of work is to be seen.
enum FrameWish {
  /// A person waits for it.
  case atOnce
  /// In the next frame of the background's pace.
  case soon
  /// It changes nothing that is seen.
  case none
}
