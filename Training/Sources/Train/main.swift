import Foundation

@testable import Corpus

// usage: Train [--rounds N] [--only GROUP,GROUP] [--write FOLDER] TUNED... --aside HELD...
//        Train --examples FOLDER PAGES...
//
// Scores the trained weights on folders of pages with truth.json; with --rounds, improves them on the first folders,
// shows what that gives on those held aside, and writes the numbers into the sources in FOLDER. With --examples, writes what is
// seen before each decision and what is true there, from which scripts/trees.py trains trees.
let options = try Options(Array(CommandLine.arguments.dropFirst()))
if let path = options.examples {
  try ExampleTables.write(try options.tuned.map(Samples.init(path:)), to: path)
  exit(0)
}
let tuned = Judge(folders: try options.tuned.map(Samples.init(path:)))
let aside = Judge(folders: try options.aside.map(Samples.init(path:)))
tuned.report("tuned", .trained)
aside.report("aside", .trained)
var climber = Climber(judge: tuned, weights: .trained)
var generator = SystemRandomNumberGenerator()
for round in 0..<options.rounds {
  let changed = climber.round(&generator) { name in
    options.only.isEmpty || options.only.contains { name.hasPrefix($0) }
  }
  print("round \(round + 1): \(changed) weights changed, tuned \(climber.best)")
  aside.report("aside", Vector.weights(climber.values))
  if let folder = options.folder { try SourceWriter.write(climber.values, to: folder) }
}
if options.rounds > 0 { tuned.report("tuned", Vector.weights(climber.values)) }
