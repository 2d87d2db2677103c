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

  /// How often it looks for changed files, in seconds; less often where looking takes long.
  private static let watchPause = 2.0
  private static let watchShare = 50.0

  /// Looks from time to time for files that are not as `stamps` say, and posts when there are more or fewer of them.
  static func watch(_ reader: CorpusReader, _ stamps: [String: FileStamp], into mailbox: Mailbox) -> Job {
    let job = Job()
    run {
      var known: FileChanges?
      var pause = watchPause
      while true {
        usleep(useconds_t(pause * 1_000_000))
        guard !job.isCancelled else { return }
        let start = Stopwatch.now
        let changes = reader.changes(since: stamps)
        pause = max(watchPause, (Stopwatch.now - start) * watchShare)
        if changes != known, !job.isCancelled { mailbox.post(.changed(changes)) }
        known = changes
      }
    }
    return job
  }

  /// Reads the filters of earlier runs and posts them.
  static func recall(_ history: BrowserHistory, into mailbox: Mailbox) {
    run { mailbox.post(.remembered(history.load())) }
  }

  /// Writes filters that are to be kept, and posts why it cannot.
  static func keep(_ history: BrowserHistory, into mailbox: Mailbox) {
    run {
      do throws(HistoryFault) { try history.flush() } catch { mailbox.post(.notRemembered(error)) }
    }
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
  /// Seconds.
  private static let longest = 0.05

  var mailbox: Mailbox
  private var files: [ReadFile] = []
  /// Articles that were read and not indexed yet.
  private var articles: [Article] = []
  private var posted = 0.0
  private var speed = Speed()

  init(mailbox: Mailbox) { self.mailbox = mailbox }

  mutating func add(_ file: ReadFile) {
    files.append(file.packed())
    articles += file.articles
    if articles.count >= IndexSegment.capacity { index() }
    speed.add(file.size)
    let now = Stopwatch.now
    if files.count >= Self.most || now - posted >= Self.longest { post(at: now) }
  }

  private mutating func post(at now: Double) {
    posted = now
    if let bytesPerSecond = speed.reading(at: now) { mailbox.post(.loading(bytesPerSecond: bytesPerSecond)) }
    guard !files.isEmpty else { return }
    mailbox.post(.loaded(files))
    files = []
  }

  /// Posts everything, and the index of what was not indexed yet.
  mutating func index() {
    post(at: Stopwatch.now)
    while !articles.isEmpty {
      let segment = IndexSegment(articles)
      articles.removeFirst(segment.count)
      mailbox.post(.indexed(segment))
    }
  }
}

/// How fast something goes on: read from time to time, over the time since the last reading.
private struct Speed {
  /// Seconds from one reading to the next.
  private static let span = 0.5
  private var bytes = 0
  private var start = Stopwatch.now

  mutating func add(_ count: Int) { bytes += count }

  /// Bytes a second; nil if it is too early for a new reading.
  mutating func reading(at now: Double) -> Int? {
    guard now - start >= Self.span else { return nil }
    defer { (bytes, start) = (0, now) }
    return Int(Double(bytes) / (now - start))
  }
}

private enum Stopwatch {
  /// Seconds of a clock that only goes forward.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
