/// What kind of page decisions are made on: how its paragraphs are set, and what stands between them. The same for all decisions of a
/// page, but for where on it they are made.
struct PageSigns {
  /// What each says, in order.
  static let names = [
    "pageBodies", "pageWrapped", "pageBlanks", "pageLength", "pageOpen", "pageStrong", "pageContinues",
    "pageHeads",
    "pageBylines",
  ]

  private let signs: Signs

  init(_ pieces: [Piece]) {
    let bodies = pieces.filter { $0.kind == .body }
    let count = Double(max(1, bodies.count))
    func share(_ holds: (Piece) -> Bool) -> Double { Double(bodies.count(where: holds)) / count }
    var signs = Signs()
    for sign in [
      min(400, count), share(\.isWrapped), share { $0.blanksBefore > 0 },
      Double(bodies.reduce(0) { $0 + $1.text.count }) / count, share(\.isOpen), share(\.opening.isStrong),
      share(\.continues), Double(pieces.count { $0.kind == .head }) / count,
      Double(pieces.count { $0.kind == .byline }) / count,
    ] { signs.add(sign) }
    self.signs = signs
  }

  func add(to others: inout Signs) { others.add(signs) }
}
