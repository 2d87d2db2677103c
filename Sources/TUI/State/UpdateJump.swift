import Corpus

/// From one half of a story to the other, on another page.
extension AppState {
  /// The half that the selected article goes on in, or else the one that it goes on from.
  var otherHalf: Int? {
    guard let selected else { return nil }
    let articles = holdings.articles
    return jumps.next(of: selected, in: articles) ?? jumps.previous(of: selected, in: articles)
  }

  mutating func followJump() {
    guard let article else { return }
    guard article.continuedFrom != nil || article.continuedTo != nil else {
      return message = wording("这篇文章没有转版", "this article goes on nowhere else")
    }
    guard let other = otherHalf else {
      let page = displayable(article.continuedTo ?? article.continuedFrom ?? "")
      return message =
        isLoading
        ? wording("尚未读到\(page)", "\(page) is not read yet")
        : wording("\(page)上没有找到另一半", "its other half on \(page) was not found")
    }
    goAlong(to: other)
  }

  /// Back to where the latest jump was followed, or else to the half before.
  mutating func followJumpBack() {
    if let last = trail.last {
      if row(of: last) != nil { trail.removeLast() }
      if last != selected { goAlong(to: last, leavingTrail: false) }
      return
    }
    guard let selected, let before = jumps.previous(of: selected, in: holdings.articles) else {
      return message = wording("没有可以返回的上半篇", "there is no half to go back to")
    }
    goAlong(to: before, leavingTrail: false)
  }

  private mutating func goAlong(to other: Int, leavingTrail: Bool = true) {
    guard row(of: other) != nil else {
      return message = wording("另一半不在筛选结果中（x 清除）", "its other half is not in the filter (x clears)")
    }
    if leavingTrail, let selected { trail.append(selected) }
    select(other)
  }
}
