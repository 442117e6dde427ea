import Commands
import Review

/// The Markdown of a post-mortem, its refusals worded like all others.
enum PostMortemText {
  static func markdown(_ draft: PostMortem) throws(Trouble) -> String {
    do { return try draft.markdown() } catch { throw Trouble(.configuration, error.sentence) }
  }

  static func html(_ draft: PostMortem) throws(Trouble) -> String {
    do { return try draft.html() } catch { throw Trouble(.configuration, error.sentence) }
  }
}
