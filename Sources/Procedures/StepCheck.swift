/// A question with an expected answer.
package struct StepCheck: Hashable, Sendable, Codable {
  /// What is asked: Prometheus, a web server, or a command.
  package enum Kind: String, Hashable, Sendable, Codable, CaseIterable { case promql, http, sh }

  package var kind: Kind
  package var query: String
  /// What the answer should be ("< 0.001"); nil where the source leaves the reading to a person.
  package var expect: String?
  /// The line of the file where its block begins, from 1.
  package var line: Int

  package init(kind: Kind, query: String, expect: String? = nil, line: Int) {
    self.kind = kind
    self.query = query
    self.expect = expect
    self.line = line
  }

  private enum CodingKeys: String, CodingKey { case kind, query, expect, line }

  /// Writes an unknown expectation as null, so that readers find every field.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(query, forKey: .query)
    try container.encode(expect, forKey: .expect)
    try container.encode(line, forKey: .line)
  }
}
