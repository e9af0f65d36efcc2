import type { Verdict } from '../fault.ts'
import type { LivedDesk } from './live-a-little.ts'
import type { MovedDesk } from './moved-desk.ts'
import { sumsOfFile, sumsOfPostgres } from './table-sums.ts'
import { type Afterlife, useMoved } from './use-moved.ts'

export async function judgeMoved(moved: MovedDesk): Promise<Verdict> {
  const { last, killedAt, seconds, lived } = moved
  if (last.code !== 0) return { figures: {}, broken: [`the move ended with code ${last.code}:\n${last.output}`] }
  const [here, there] = [sumsOfFile(moved.file), await sumsOfPostgres(moved.url)]
  const names = [...new Set([...here.keys(), ...there.keys()])]
  const unequal = names.filter((name) => here.get(name) !== there.get(name))
  const after = await useMoved(moved)
  const rows = [...here.values()].reduce((sum, of) => sum + Number.parseInt(of, 10), 0)
  const figures = {
    'messages there at each kill': killedAt.join(', '),
    'tables compared, row by row': names.length,
    rows,
    'tables that differ': unequal.length,
    'seconds for the move, kills included': seconds.toFixed(1),
    'answers of the API compared': moved.answers.size,
    'answers that differ': after.unequal.length,
    'texts in doubt when it stopped, none sent again': lived.inDoubt,
    'texts that waited to leave, sent once': after.sentOnce,
    'sent twice': after.twice,
  }
  return { figures, broken: [...faultsOfMove(moved, unequal), ...faultsOfUse(after, lived)] }
}

function faultsOfMove({ killedAt, last, isTouched }: MovedDesk, unequal: readonly string[]): string[] {
  return [
    ...(killedAt.every((rows) => rows !== null)
      ? []
      : ['a move was over before it could be killed, so nothing was tried']),
    ...(last.output.includes('Went on with the move') ? [] : ['the last move began anew']),
    ...(isTouched ? ['the file of the source is not what it was'] : []),
    ...unequal.map((name) => `the table ${name} is not the same on both sides`),
  ]
}

function faultsOfUse({ unequal, threaded, opened, sentOnce, twice, others }: Afterlife, lived: LivedDesk): string[] {
  return [
    ...unequal.map((path) => `GET ${path} is answered otherwise`),
    ...(threaded ? [] : ['a text of a customer with an open ticket did not come to that ticket']),
    ...(opened ? [] : ['a text of a new number did not open the next ticket']),
    ...(sentOnce === lived.waiting ? [] : [`${sentOnce} of ${lived.waiting} texts that waited were sent`]),
    ...(others === 0 ? [] : [`${others} texts were sent that were not waiting`]),
    ...(twice === 0 ? [] : [`${twice} texts were sent twice`]),
  ]
}
