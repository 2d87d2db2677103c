/// A paragraph measured and cut into grapheme clusters: what the typesetter chooses line ends from.
struct SetText {
  /// A grapheme cluster with what is known of it.
  struct Cluster {
    /// Where it stands in its paragraph, in Unicode scalars.
    var offset: Int
    /// Where it stands in the displayable text, in bytes of UTF-8.
    var byte: Int
    var columns: Int
    /// A line may begin with it.
    var mayBegin: Bool
    /// Its first scalar, which decides what clreq says of it.
    var first: Unicode.Scalar

    var isSpace: Bool { first.isBreakingSpace }
    var isHanzi: Bool { ("\u{4E00}"..."\u{9FFF}").contains(first) }
    var endsWord: Bool { first.isASCIIAlphanumeric || first == "%" }
  }

  /// A place where a line may end.
  struct LineEnd {
    /// The cluster that the next line begins with.
    var next: Int
    /// The columns of the line up to here, without white space at its end.
    var columns: Int
  }

  let clusters: [Cluster]
  /// The paragraph as it is displayed, and how many scalars it has.
  private let text: String
  private let scalarCount: Int

  init(_ paragraph: String, width: CellWidth) {
    text = displayable(paragraph)
    let scalars = Array(text.unicodeScalars)
    scalarCount = scalars.count
    clusters = Self.clusters(of: text, scalars, width: width)
  }

  private static func clusters(of text: String, _ scalars: [Unicode.Scalar], width: CellWidth) -> [Cluster] {
    let allowed = LineBreaker.allowedBreaks(in: scalars)
    var reader = ClusterReader(text, scalars, width: width)
    var clusters: [Cluster] = []
    clusters.reserveCapacity(scalars.count)
    while reader.offset < scalars.count {
      let (offset, byte) = (reader.offset, reader.byte)
      let columns = reader.next()
      clusters.append(
        Cluster(
          offset: offset, byte: byte, columns: columns, mayBegin: allowed[offset], first: scalars[offset]))
    }
    return clusters
  }

  /// The first cluster that is no white space.
  var firstVisible: Int { clusters.firstIndex { !$0.isSpace } ?? clusters.count }

  /// The ends that a line beginning with this cluster may have, the shortest line first; never empty while
  /// clusters are left. If no allowed break fits, the end is where the line is full.
  ///
  /// - Parameters:
  ///   - available: The columns of the line.
  ///   - hang: Whether one pause or stop mark may stand behind them.
  func lineEnds(from start: Int, available: Int, hang: Bool) -> [LineEnd] {
    var ends: [LineEnd] = []
    var columns = 0
    var trimmed = 0
    var hangs = false
    for index in start..<clusters.count {
      let cluster = clusters[index]
      if cluster.mayBegin, index > start { ends.append(LineEnd(next: index, columns: trimmed)) }
      columns += cluster.columns
      guard !cluster.isSpace else { continue }
      if columns > available {
        guard hang, !hangs, cluster.first.mayHang, columns - cluster.columns <= available else {
          return ends.isEmpty ? [forcedEnd(from: start, available: available)] : ends
        }
        hangs = true
      }
      trimmed = columns
    }
    ends.append(LineEnd(next: clusters.count, columns: trimmed))
    return ends
  }

  /// The end of a line in which no break is allowed: as far to the right as fits, if possible where clreq
  /// prohibits neither the end nor the next beginning, else outside —— and …….
  private func forcedEnd(from start: Int, available: Int) -> LineEnd {
    let boundaries = fittingBoundaries(from: start, available: available)
    let chosen =
      boundaries.last { isDecent($0.next) } ?? boundaries.last { !isInsideDash($0.next) } ?? boundaries.last
    guard var end = chosen else { return LineEnd(next: start + 1, columns: clusters[start].columns) }
    while end.next < clusters.count, clusters[end.next].isSpace { end.next += 1 }
    return end
  }

  private func fittingBoundaries(from start: Int, available: Int) -> [LineEnd] {
    var boundaries: [LineEnd] = []
    var columns = 0
    for index in start..<clusters.count {
      guard columns <= available else { break }
      if index > start, !clusters[index - 1].isSpace {
        boundaries.append(LineEnd(next: index, columns: columns))
      }
      columns += clusters[index].columns
    }
    return boundaries
  }

  private func isDecent(_ index: Int) -> Bool {
    let next = clusters[index...].first { !$0.isSpace }
    return next?.first.isProhibitedAtLineStart != true && !clusters[index - 1].first.isProhibitedAtLineEnd
  }

  private func isInsideDash(_ index: Int) -> Bool {
    "—…".unicodeScalars.contains(clusters[index].first) && clusters[index].first == clusters[index - 1].first
  }

  /// Where the column that an odd number of single columns leaves over at the end of a line is better spent: after
  /// the first such run, so that the hanzi behind it stand on the two-column raster. In scalars from the line's
  /// beginning; nil where no hanzi follows a letter, figure or % off the raster.
  func pad(from start: Int, to end: LineEnd) -> Int? {
    var column = 0
    for index in start..<end.next {
      let cluster = clusters[index]
      if index > start, !column.isMultiple(of: 2), cluster.isHanzi, clusters[index - 1].endsWord {
        return cluster.offset - clusters[start].offset
      }
      column += cluster.columns
    }
    return nil
  }

  /// The line from one cluster to before another.
  func line(from start: Int, to end: LineEnd, indent: Int) -> TextLine {
    let last = clusters[start..<end.next].lastIndex { !$0.isSpace } ?? start - 1
    let next = scalar(at: end.next)
    return TextLine(
      text: string(from: start, to: last + 1), start: clusters[start].offset,
      dropped: next - scalar(at: last + 1), indent: indent, columns: end.columns)
  }

  /// Where a cluster begins, or the paragraph ends, in scalars.
  private func scalar(at cluster: Int) -> Int {
    cluster < clusters.count ? clusters[cluster].offset : scalarCount
  }

  private func string(from start: Int, to end: Int) -> String {
    let first = text.utf8.index(text.startIndex, offsetBy: clusters[start].byte)
    guard end < clusters.count else { return String(text[first...]) }
    return String(text[first..<text.utf8.index(first, offsetBy: clusters[end].byte - clusters[start].byte)])
  }
}
