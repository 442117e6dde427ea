/// Values at hand by number, of bounded memory: those not asked for since as many others came are let go.
struct Generations<Value> {
  private let limit: Int
  private var young: [Int64: Value] = [:]
  private var old: [Int64: Value] = [:]

  /// - Parameter limit: half of what is held at the most.
  init(limit: Int) { self.limit = limit }

  /// Asking for a value keeps it.
  subscript(key: Int64) -> Value? {
    mutating get {
      if let value = young[key] { return value }
      guard let value = old.removeValue(forKey: key) else { return nil }
      put(value, key)
      return value
    }
    set {
      old[key] = nil
      guard let newValue else {
        young[key] = nil
        return
      }
      put(newValue, key)
    }
  }

  mutating func removeAll() {
    young.removeAll()
    old.removeAll()
  }

  private mutating func put(_ value: Value, _ key: Int64) {
    if young.count >= limit, young[key] == nil {
      old = young
      young = [:]
    }
    young[key] = value
  }
}
