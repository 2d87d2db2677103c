import Corpus
import Glibc
import TUI

/// Events from other threads, with a descriptor that becomes readable when there are some.
final class Mailbox: Sendable {
  /// The descriptor to be polled.
  let descriptor: Int32
  private let waker: Int32
  private let events = Locked<[Event]>([])

  init() {
    var ends: [Int32] = [-1, -1]
    pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, waker) = (ends[0], ends[1])
  }

  /// Puts an event in, from any thread.
  func post(_ event: Event) {
    let wasEmpty = events.withLock { events in
      events.append(event)
      return events.count == 1
    }
    if wasEmpty { withUnsafeBytes(of: UInt8(1)) { _ = write(waker, $0.baseAddress, 1) } }
  }

  /// Takes everything out.
  func take() -> [Event] {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
    return events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}
