import Glibc

/// Reads with several threads and hands over in the walk's order.
final class ParallelReading: @unchecked Sendable {
  /// Batches that may be read ahead of what is handed over.
  private static let window = 64
  /// Files in a batch; the first ones are small, so that there is soon something to show.
  private static let batchSize = 8

  // All below is touched only while the lock is held.
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let hasResult: UnsafeMutablePointer<pthread_cond_t>
  private let hasRoom: UnsafeMutablePointer<pthread_cond_t>
  private var walk: FolderWalk
  private var taken = 0
  private var delivered = 0
  private var results: [Int: [ReadFile]] = [:]
  private var hasEnded = false
  private var isStopped = false
  private var workers = 0

  private let read: @Sendable (FolderWalk.Item) -> [ReadFile]

  /// `read` is what is done with what the walk finds, on several threads.
  init(_ walk: FolderWalk, _ read: @escaping @Sendable (FolderWalk.Item) -> [ReadFile]) {
    self.walk = walk
    self.read = read
    lock = .allocate(capacity: 1)
    hasResult = .allocate(capacity: 1)
    hasRoom = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(hasResult, nil)
    pthread_cond_init(hasRoom, nil)
  }

  deinit {
    pthread_cond_destroy(hasRoom)
    pthread_cond_destroy(hasResult)
    pthread_mutex_destroy(lock)
    hasRoom.deallocate()
    hasResult.deallocate()
    lock.deallocate()
  }

  /// Reads everything, or until `receive` returns false. Threads that are busy then end by themselves.
  func run(workers count: Int, _ receive: (ReadFile) -> Bool) {
    for _ in 0..<count { start() }
    while let files = nextResult() {
      for file in files where !receive(file) { return stop() }
    }
  }

  private func start() {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self)
    locked { workers += 1 }
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<ParallelReading>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
      }, box.toOpaque())
    if code == 0 { pthread_detach(thread); return }
    box.release()
    locked { workers -= 1 }
  }

  /// What a thread does.
  private func work() {
    while let (ticket, items) = nextBatch() {
      finish(ticket, items.flatMap { isWanted ? read($0) : [] })
    }
    locked {
      workers -= 1; _ = pthread_cond_broadcast(hasResult)
    }
  }

  private func nextBatch() -> (ticket: Int, items: [FolderWalk.Item])? {
    locked {
      while !isStopped, !hasEnded, taken - delivered >= Self.window { pthread_cond_wait(hasRoom, lock) }
      return isStopped ? nil : takeBatch()
    }
  }

  private func takeBatch() -> (ticket: Int, items: [FolderWalk.Item])? {
    var items: [FolderWalk.Item] = []
    let size = min(Self.batchSize, taken / 4 + 1)
    while !hasEnded, items.count < size {
      if let item = walk.next() { items.append(item) } else { hasEnded = true }
    }
    if hasEnded { pthread_cond_broadcast(hasRoom); pthread_cond_broadcast(hasResult) }
    guard !items.isEmpty else { return nil }
    taken += 1
    return (taken - 1, items)
  }

  private func finish(_ ticket: Int, _ files: [ReadFile]) {
    locked {
      results[ticket] = files
      if ticket == delivered { pthread_cond_signal(hasResult) }
    }
  }

  /// The next batch in order, nil at the end. Where no thread could be started the caller reads itself.
  private func nextResult() -> [ReadFile]? {
    let own: (ticket: Int, items: [FolderWalk.Item])? = locked {
      while results[delivered] == nil, workers > 0, !(hasEnded && taken == delivered) {
        pthread_cond_wait(hasResult, lock)
      }
      return results[delivered] == nil && workers == 0 ? takeBatch() : nil
    }
    if let own { finish(own.ticket, own.items.flatMap(read)) }
    return locked {
      let files = results.removeValue(forKey: delivered)
      if files != nil { delivered += 1; pthread_cond_broadcast(hasRoom) }
      return files
    }
  }

  private func stop() {
    locked {
      isStopped = true; _ = pthread_cond_broadcast(hasRoom)
    }
  }

  private var isWanted: Bool { locked { !isStopped } }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}
