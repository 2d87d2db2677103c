/// The number or the mark with which an item of a list begins: `1.`, `2、`, `一、`, `（三）`, `④`, `●`.
struct ListItem: Equatable {
  /// What tells its list from others: the punctuation behind the number, or the mark itself.
  let style: UInt32
  /// From 1; 0 for a mark.
  let number: Int

  /// Nil where `text`, without white space, begins in another way.
  init?(_ text: Scalars) {
    guard let first = text.first else { return nil }
    if first.isBullet {
      self.init(style: first.value, number: 0)
    } else if let number = first.circledNumber {
      self.init(style: 0x2460, number: number)
    } else if first.digit != nil || ChineseNumeral.isNumeral(first) || first.opensRemark {
      self.init(numbered: text)
    } else {
      return nil
    }
  }

  private init(style: UInt32, number: Int) {
    self.style = style
    self.number = number
  }

  private init?(numbered text: Scalars) {
    let isBracketed = text[0].opensRemark
    let isChinese = text.count > 1 && ChineseNumeral.isNumeral(text[isBracketed ? 1 : 0])
    var cursor = Cursor(text)
    if isBracketed { _ = cursor.skip(text[0]) }
    guard let number = cursor.number(), (1...40).contains(number), cursor.at < min(5, text.count) else {
      return nil
    }
    let behind = text[cursor.at]
    guard isBracketed ? behind.closesRemark : Self.stops.contains(behind) else { return nil }
    // `1.5万` is no item.
    if cursor.at + 1 < text.count, text[cursor.at + 1].digit != nil, !isBracketed { return nil }
    self.init(style: (isBracketed ? 0x28 : behind.value) | (isChinese ? 0x10000 : 0), number: number)
  }

  private static let stops: ScalarSet = ".．、"

  /// Whether `next` follows it in one list.
  func isBefore(_ next: ListItem) -> Bool {
    style == next.style && (number == 0 || number + 1 == next.number)
  }
}

extension Unicode.Scalar {
  /// 1 to 20 for ① to ⑳.
  fileprivate var circledNumber: Int? {
    (0x2460...0x2473).contains(value) ? Int(value) - 0x245F : nil
  }
}
