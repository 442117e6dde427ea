/// What every HTML document of ours begins and ends with: it loads nothing and runs nothing, and says so to the browser.
enum HTMLPage {
  /// - Parameter title: Escaped already, or a template's.
  static func beginning(title: String, style: String = HTMLStyle.text) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
    <meta name="referrer" content="no-referrer"/>
    <title>\(title)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>

    """
  }

  static let end = """
    </body>
    </html>

    """
}
