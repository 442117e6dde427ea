/// Why a room will not do what was asked: an enum in each room, every case worded for the person who asked.
package protocol DomainRefusal: Error, Sendable, Equatable {
  /// What is refused, why, and what to do next; a whole sentence.
  var sentence: String { get }
}
