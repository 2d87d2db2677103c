import Glibc
import Synchronization

/// Searches of an index's segments that several threads share: each takes the next segment once it is done with one.
final class SegmentSearches: Sendable {
  /// Searches the segment of a number; nil where `isStale` said that nobody waits for it.
  typealias Search = @Sendable (_ number: Int, _ isStale: () -> Bool) -> DocumentBits?

  /// Threads, at most.
  private static let mostThreads = 4

  private let search: Search
  private let next = Atomic(0)
  private let isCancelled = Atomic(false)
  private let results: Locked<[DocumentBits?]>
  private let count: Int

  /// Searches of so many segments.
  init(_ count: Int, search: @escaping Search) {
    self.count = count
    self.search = search
    results = Locked([DocumentBits?](repeating: nil, count: count))
  }

  /// Searches all segments, on this thread and, where `isHard`, on as many others as there are processors, and gives the
  /// results in order; nil once `isStale`, which this thread asks, says so.
  func run(isHard: Bool, isStale: () -> Bool) -> [DocumentBits]? {
    let others = isHard ? min(count, FileSystem.processors, Self.mostThreads) - 1 : 0
    let threads = (0..<max(0, others)).compactMap { _ in start() }
    takeSegments(isStale)
    for thread in threads { pthread_join(thread, nil) }
    guard !isCancelled.load(ordering: .acquiring), threads.isEmpty || !isStale() else { return nil }
    return results.withLock { $0.compactMap { $0 } }
  }

  /// A thread that helps; nil where none can be started.
  private func start() -> pthread_t? {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer {
          let work = Unmanaged<SegmentSearches>.fromOpaque(pointer).takeRetainedValue()
          work.takeSegments { false }
        }
        return nil
      }, box.toOpaque())
    if code == 0 { return thread }
    box.release()
    return nil
  }

  private func takeSegments(_ isStale: () -> Bool) {
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < count, !isCancelled.load(ordering: .relaxed) else { return }
      let result = search(number) { isCancelled.load(ordering: .relaxed) || isStale() }
      guard let result else { return isCancelled.store(true, ordering: .releasing) }
      results.withLock { $0[number] = result }
    }
  }
}
