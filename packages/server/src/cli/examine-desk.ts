import { loadEnvironment } from '../config/load-config.ts'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { checkAccess } from './doctor/check-access.ts'
import { checkPage, checkPort } from './doctor/check-machine.ts'
import { checkProvider } from './doctor/check-provider.ts'
import { checkStorage } from './doctor/check-storage.ts'
import { bad, type Finding, findingLine, good } from './output/finding.ts'

/** `desk doctor`: one sentence about each thing; the exit code is 1 when something keeps the desk from its work. */
export async function examineDesk(): Promise<void> {
  const config = readConfiguration()
  const findings = Array.isArray(config) ? config : await examine(config)
  for (const finding of findings) console.log(findingLine(finding))
  const troubles = findings.filter(({ level }) => level === 'bad').length
  console.log(
    troubles === 0 ? '\nNothing is wrong.' : `\n${troubles === 1 ? '1 thing is' : `${troubles} things are`} wrong.`,
  )
  if (troubles > 0) process.exitCode = 1
}

function readConfiguration(): Config | Finding[] {
  try {
    return readConfig(loadEnvironment())
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(bad)
    throw error
  }
}

async function examine(config: Config): Promise<Finding[]> {
  return [
    good(`Node ${process.versions.node}. The configuration is complete.`),
    ...(await checkStorage(config)),
    ...checkAccess(config, '.env'),
    await checkPort(config),
    checkPage(config),
    ...(await checkProvider(config, Date.now)),
  ]
}
