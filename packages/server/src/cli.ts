import { commands } from './cli/commands.ts'
import { readCommandLine } from './cli/output/command-line.ts'
import { explain } from './cli/output/explain.ts'

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
