import Testing

@testable import Intake

@Suite struct PresentedKeyTests {
  @Test(
    arguments: [
      ("Bearer abc", nil, "abc"), ("bearer  abc", nil, "abc"), (nil, "abc", "abc"), (nil, nil, nil),
      ("Basic YW06YWJj", nil, "abc"), ("Basic OmE6Yg==", nil, "a:b"), ("Basic %%%", nil, nil), ("Basic YWJj", nil, nil),
      ("Digest abc", "other", nil), ("Bearer", "other", nil), ("Bearer abc", "other", "abc"),
    ] as [(String?, String?, String?)])
  func isReadFromTheRequest(authorization: String?, apiKey: String?, text: String?) {
    #expect(PresentedKey.text(authorization: authorization, apiKey: apiKey) == text)
  }
}
