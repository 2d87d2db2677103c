/// Which kinds of telling characters a line has: noted once, while its characters are counted, so that many questions
/// about it need not look through its text again. A sign that is not there rules out what it stands for.
struct LineSigns: OptionSet {
  let rawValue: UInt8

  /// 转, as in `（下转第二版）`.
  static let turn = LineSigns(rawValue: 1)
  /// 讯, as in `本报讯`.
  static let report = LineSigns(rawValue: 2)
  /// What stands in every day, weekday, page number and paper's name.
  static let masthead = LineSigns(rawValue: 4)
  /// What stands in every post of those who made the page.
  static let editors = LineSigns(rawValue: 8)
  /// 记, as in 记者.
  static let reporter = LineSigns(rawValue: 16)

  /// The signs of each character of the main Han block and of all before it, by its number.
  static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0xA000)
    let kinds: [(LineSigns, Scalars)] = [
      (.turn, Scalars(of: "转轉")), (.report, Scalars(of: "讯訊")), (.masthead, Masthead.tellingCharacters),
      (.editors, Scalars(of: "编編校版")), (.reporter, Scalars(of: "记記")),
    ]
    for (sign, scalars) in kinds {
      for scalar in scalars where Int(scalar.value) < table.count {
        table[Int(scalar.value)] |= sign.rawValue
      }
    }
    return table
  }()
}
