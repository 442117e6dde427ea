/// What a message should not hold, or should not lack.
package enum MessageRule: String, Hashable, Sendable, CaseIterable {
  case gap, empty
  case internalName = "internal_name"
  case customerName = "customer_name"
  case blame, cause, promise, inconvenience
  case nextUpdate = "next_update"
  case dataWord = "data_word"

  /// Whether a message must not go out like that.
  package var blocks: Bool { self == .gap || self == .empty }

  package var why: String {
    switch self {
    case .gap: "nothing says yet what belongs there"
    case .empty: "it says nothing"
    case .internalName: "readers outside do not know it, and attackers learn from it"
    case .customerName: "one customer is none of the others' business"
    case .blame: "it lays the incident at somebody's door"
    case .cause: "the cause is not confirmed, and what is taken back costs trust"
    case .promise: "nobody knows when it will be solved, and a time that passes costs more than none"
    case .inconvenience: "it makes small of what people could not do"
    case .nextUpdate: "people do not know when they hear again"
    case .dataWord: "whether data was lost is what people ask first once it is over"
    }
  }

  package var suggestion: String {
    switch self {
    case .gap: "fill it in, or take its line out"
    case .empty: "say what people notice"
    case .internalName: "name the part of the product as users know it"
    case .customerName: "say how many are affected, or which plan or region"
    case .blame: "say what happened in the system"
    case .cause: "say what people notice; confirm a hypothesis before you name a cause"
    case .promise: "promise the next update, not the fix"
    case .inconvenience: "say what did not work and, where it helps, that you are sorry for it"
    case .nextUpdate: "add: Next update by 14:30 UTC"
    case .dataWord: "say whether data was lost"
    }
  }
}
