import Testing

@testable import Review

struct HTMLProseTests {
  @Test(arguments: [
    ("one\ntwo\n\nthree", "<p>one\ntwo</p>\n<p>three</p>"),
    ("# Head\ntext", "<h3>Head</h3>\n<p>text</p>"),
    ("- a\n- b\n  more", "<ul><li>a</li>\n<li>b more</li></ul>"),
    ("1. a\n2) b", "<ol><li>a</li>\n<li>b</li></ol>"),
    ("text\n- a", "<p>text</p>\n<ul><li>a</li></ul>"),
    ("> said", "<blockquote>said</blockquote>"),
    ("```\n<b>\n  x\n```\nafter", "<pre><code>&lt;b&gt;\n  x</code></pre>\n<p>after</p>"),
    ("```\nnever closed", "<pre><code>never closed</code></pre>"),
    ("`a < b` and **c**", "<p><code>a &lt; b</code> and <strong>c</strong></p>"),
    ("a ** b ` c [d] (e) <f>", "<p>a ** b ` c [d] (e) &lt;f&gt;</p>"),
    ("\\*\\*no\\*\\*", "<p>**no**</p>"), ("#42 and -5 %", "<p>#42 and -5 %</p>"), ("", ""), ("\r\n\r\n", ""),
    (
      "[g](https://x.example/?a=1&b=2)",
      "<p><a href=\"https://x.example/?a=1&amp;b=2\" rel=\"noreferrer\">g</a></p>"
    ),
    ("<https://x.example>", "<p><a href=\"https://x.example\" rel=\"noreferrer\">https://x.example</a></p>"),
    ("[x](javascript:y)", "<p>[x](javascript:y)</p>"), ("[x](https://a b)", "<p>[x](https://a b)</p>"),
  ])
  func reads(text: String, expected: String) { #expect(HTMLProse(text).html == expected) }

  @Test func marksThatNeverCloseAreReadInOneGo() {
    let text = String(repeating: "[`**<", count: 5_000)
    #expect(HTMLShape(HTMLProse(text).html).faults == [])
  }
}
