import { readCommandLine } from './console/command-line.ts'
import { explain } from './console/explain.ts'
import { commands } from './wiring/commands/commands.ts'

try {
  const asked = readCommandLine(commands, process.argv.slice(2))
  if ('run' in asked) await asked.run()
  else if (!asked.isMistake) console.log(asked.text)
  else {
    console.error(asked.text)
    process.exitCode = 2
  }
} catch (error) {
  console.error(explain(error, process.env['PORT'] ?? '8080'))
  process.exitCode = 1
}
