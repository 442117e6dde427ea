/// A command of a step, ready to be copied: prompts stripped, printed output kept apart.
package struct StepCommand: Hashable, Sendable, Codable {
  /// As the fence names it, in lower case; empty where it names none.
  package var language: String
  package var text: String
  package var risk: CommandRisk
  /// What the source shows as the command's output, where prompts tell the two apart.
  package var output: String?
  /// The line of the file where its block begins, from 1.
  package var line: Int

  package init(language: String, text: String, risk: CommandRisk, output: String? = nil, line: Int) {
    self.language = language
    self.text = text
    self.risk = risk
    self.output = output
    self.line = line
  }

  private enum CodingKeys: String, CodingKey { case language, text, risk, output, line }

  /// Writes output that the source does not show as null, so that readers find every field.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(language, forKey: .language)
    try container.encode(text, forKey: .text)
    try container.encode(risk, forKey: .risk)
    try container.encode(output, forKey: .output)
    try container.encode(line, forKey: .line)
  }
}
