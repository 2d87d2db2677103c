import Corpus
import Glibc
import Synchronization
import TUI

/// Work that the screen does not wait for.
enum BrowserWorkers {
  /// A piece of work that may be told to stop.
  final class Job: Sendable {
    private let isCancelledFlag = Atomic(false)
    var isCancelled: Bool { isCancelledFlag.load(ordering: .relaxed) }
    func cancel() { isCancelledFlag.store(true, ordering: .relaxed) }
  }

  /// Reads the corpus and posts it in batches, the first file at once.
  static func load(_ reader: CorpusReader, into mailbox: Mailbox) -> Job {
    let job = Job()
    run {
      var batch = Batch(mailbox: mailbox)
      reader.read { file in
        batch.add(file)
        return !job.isCancelled
      }
      batch.index()
      HeapMemory.giveBack()
      mailbox.post(.loadingEnded)
    }
    return job
  }

  /// Answers a question unless the job is cancelled before.
  static func answer(_ question: @escaping @Sendable (() -> Bool) -> Event?, into mailbox: Mailbox) -> Job {
    let job = Job()
    run { if let event = question({ job.isCancelled }) { mailbox.post(event) } }
    return job
  }

  /// Runs work on a thread of its own.
  private static func run(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(work))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        Rescue.coverThread()
        if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    if code == 0 {
      pthread_detach(thread)
    } else {
      box.takeRetainedValue().run()
    }
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}

/// Files that were read and not posted yet.
private struct Batch {
  private static let most = 64
  private static let longest: Int64 = 50_000_000

  var mailbox: Mailbox
  private var files: [ReadFile] = []
  /// Articles that were read and not indexed yet.
  private var articles: [Article] = []
  private var posted: Int64 = 0

  init(mailbox: Mailbox) { self.mailbox = mailbox }

  mutating func add(_ file: ReadFile) {
    files.append(file.packed())
    articles += file.articles
    if articles.count >= IndexSegment.capacity { index() }
    if files.count >= Self.most || Self.now - posted >= Self.longest { post() }
  }

  mutating func post() {
    posted = Self.now
    guard !files.isEmpty else { return }
    mailbox.post(.loaded(files))
    files = []
  }

  /// Posts everything, and the index of what was not indexed yet.
  mutating func index() {
    post()
    while !articles.isEmpty {
      let segment = IndexSegment(articles)
      articles.removeFirst(segment.count)
      mailbox.post(.indexed(segment))
    }
  }

  /// Nanoseconds of a clock that only goes forward.
  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
