/// A shell text as its simple commands, each a list of words without quotes. Substitutions are commands of their own.
///
/// It reads for judging risk, not for running: what it cannot tell it leaves as a word.
struct ShellWords {
  private(set) var commands: [[String]] = []
  private var open: [Frame] = [Frame()]

  private struct Frame {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var inDoubleQuotes = false
    var closesWithBacktick = false
  }

  init(_ text: String) {
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      index += 1
      if character == "\\" {
        if next != "\n", let next { append(next) }
        index += 1
      } else if character == "'", !top.inDoubleQuotes {
        while index < characters.count, characters[index] != "'" {
          append(characters[index])
          index += 1
        }
        open[open.count - 1].isQuoted = true
        index += 1
      } else if character == "\"" {
        open[open.count - 1].inDoubleQuotes.toggle()
        open[open.count - 1].isQuoted = true
      } else if character == "`" {
        if top.closesWithBacktick { close() } else { push(closesWithBacktick: true) }
      } else if character == "$", next == "(" {
        push(closesWithBacktick: false)
        index += 1
      } else if top.inDoubleQuotes {
        append(character)
      } else if character == "#", top.word.isEmpty, !top.isQuoted {
        while index < characters.count, characters[index] != "\n" { index += 1 }
      } else {
        unquoted(character)
      }
    }
    while open.count > 1 { close() }
    endCommand()
  }

  private var top: Frame { open[open.count - 1] }

  private mutating func unquoted(_ character: Character) {
    switch character {
    case " ", "\t": endWord()
    case "\n", ";", "|", "&":
      // "2>&1" and "&>file" are redirections.
      if character == "&", top.word.hasSuffix(">") { return append(character) }
      endCommand()
    case "(": push(closesWithBacktick: false)
    case ")": if open.count > 1 { close() }
    case ">":
      if let last = top.word.last, !last.isNumber, last != ">" { endWord() }
      append(character)
    default: append(character)
    }
  }

  private mutating func append(_ character: Character) {
    open[open.count - 1].word.append(character)
  }

  private mutating func push(closesWithBacktick: Bool) {
    guard open.count < 64 else { return }
    open.append(Frame(closesWithBacktick: closesWithBacktick))
  }

  private mutating func close() {
    endCommand()
    open.removeLast()
    if open.isEmpty { open = [Frame()] }
    // What the substitution prints is not known; the word it stands in is.
    append("…")
  }

  private mutating func endWord() {
    let frame = top
    if !frame.word.isEmpty || frame.isQuoted { open[open.count - 1].words.append(frame.word) }
    open[open.count - 1].word = ""
    open[open.count - 1].isQuoted = false
  }

  private mutating func endCommand() {
    endWord()
    if !top.words.isEmpty { commands.append(top.words) }
    open[open.count - 1].words = []
  }
}
