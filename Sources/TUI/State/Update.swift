import Corpus

/// Changes the state by an event, and says what is to be done in the world. The only way in which state changes.
public func update(_ event: Event, _ state: inout AppState) -> [Effect] {
  switch event {
  case .key(let key): state.press(key)
  case .paste(let text): state.paste(text)
  case .resize(let size): state.resize(size)
  case .measured(let ambiguous): state.adopt(ambiguous)
  case .loaded(let files): state.add(files)
  case .indexed(let segment): state.add(segment)
  case .loading(let bytesPerSecond): state.notice(bytesPerSecond: bytesPerSecond)
  case .loadingEnded: state.endLoading()
  case .changed(let changes): state.notice(changes)
  case .reloaded(let reload): state.receive(reload)
  case .filtered(let matches): state.receive(matches)
  case .counted(let counts): state.receive(counts)
  case .completed(let completions): state.receive(completions)
  case .remembered(let filters): state.recallEarlier(filters)
  case .notRemembered(let fault): state.say(fault)
  }
}

extension AppState {
  /// Brings up to date what is derived from the rest and only needed for drawing. To be called once before each
  /// frame, after all waiting events. While a key is held down in the list, the detail pane need not follow each
  /// step; it must once the key rests.
  public mutating func settle(detailFollows: Bool = true) {
    keepSelectionInView()
    if detailFollows || !mayDetailWait { setDocument() }
    setRawDocument()
    clampPanel()
  }

  /// True where the pane shows another article than the selected one, and nothing else about it has changed.
  private var mayDetailWait: Bool {
    guard let document, layout.list != nil, let wanted = documentKey else { return false }
    return document.key.isSamePane(as: wanted)
  }

  mutating func press(_ key: Key) -> [Effect] {
    message = nil
    let mode = mode
    guard let action = Keymap.action(of: key, in: mode) else {
      switch mode {
      case .edit: return edit { $0.handle(key) }
      case .cities, .dates: return narrowPicker { $0.handle(key) }
      default: return pressApart(key)
      }
    }
    return perform(action, in: mode)
  }

  /// Where nothing is edited an arrow is an arrow, and instead of Alt it was Esc, shortly before the other key.
  private mutating func pressApart(_ key: Key) -> [Effect] {
    switch key {
    case .wordLeft: press(.left)
    case .wordRight: press(.right)
    case .meta(let character): press(.escape) + press(.character(character))
    default: []
    }
  }

  mutating func paste(_ text: String) -> [Effect] {
    switch mode {
    case .edit:
      return edit { editor in
        editor.insert(text)
        return true
      }
    case .cities, .dates:
      return narrowPicker { editor in
        editor.insert(text)
        return true
      }
    default: return []
    }
  }

  mutating func resize(_ size: Size) -> [Effect] {
    self.size = size
    return []
  }

  mutating func adopt(_ ambiguous: AmbiguousWidth) -> [Effect] {
    width = CellWidth(ambiguous: ambiguous)
    return []
  }

  private mutating func perform(_ action: Action, in mode: Mode) -> [Effect] {
    switch action {
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .interrupt: return [.quit(130)]
    default: break
    }
    switch mode {
    case .edit: return performInFilter(action)
    case .cities, .dates: return performInPicker(action)
    case .browse, .read, .panel: return performInReading(action)
    }
  }

  private mutating func performInReading(_ action: Action) -> [Effect] {
    if action.changesList, panel?.shape == .full { panel = nil }
    switch action {
    case .quit: return leave(quitting: true)
    case .back: return leave(quitting: false)
    case .enter: if article != nil { isReading = true; focus = .detail }
    case .switchFocus: focus = focus == .first ? .detail : .first
    case .previousArticle: moveSelection(by: -1)
    case .nextArticle: moveSelection(by: 1)
    case .nextHit: moveHit(.next)
    case .previousHit: moveHit(.previous)
    case .editFilter: beginEditing()
    case .clearFilter: return setFilter("")
    case .furniture: toggleFurniture()
    case .sort: return sortNext()
    case .cities: return openPicker(.cities)
    case .dates: return openPicker(.dates)
    case .thisCity: return filterByArticle(.city)
    case .thisDay: return filterByArticle(.date)
    case .raw: toggle(.raw(RawPanel()))
    case .owner: goToOwner()
    case .follow: followJump()
    case .followBack: followJumpBack()
    case .swapHeadline: swapHeadline()
    case .reload: return askToReload()
    case .evidence: toggle(.evidence(top: 0))
    case .problems: toggle(.problems(top: 0))
    case .help: toggle(.help(top: 0))
    default: move(action)
    }
    return []
  }

  /// One step out: of a panel, of reading, of the program.
  private mutating func leave(quitting: Bool) -> [Effect] {
    if panel != nil {
      panel = nil
      if !isReading { focus = .first }
    } else if isReading {
      isReading = false
      focus = .first
    } else if quitting {
      return [.quit(0)]
    } else {
      focus = .first
    }
    return []
  }

  /// Opens a panel, or closes it where it is open already.
  private mutating func toggle(_ next: Panel) {
    if let panel, panel.isSameKind(as: next) {
      self.panel = nil
      focus = isReading ? .detail : .first
    } else {
      panel = next
      focus = .first
    }
  }

  private mutating func toggleFurniture() {
    guard !shown.namesKind else {
      return message = wording("筛选本身指定了类别", "the filter itself says which kinds")
    }
    showsFurniture.toggle()
    refreshVisible()
    message =
      showsFurniture
      ? wording("显示版面文字（a 隐藏）", "page furniture shown (a hides it)")
      : wording("隐藏版面文字", "page furniture hidden")
  }
}

extension Panel {
  func isSameKind(as other: Panel) -> Bool {
    switch (self, other) {
    case (.raw, .raw), (.evidence, .evidence), (.problems, .problems), (.help, .help): true
    default: false
    }
  }
}
