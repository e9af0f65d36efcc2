import { examinePostgres } from '../../persistence/postgres/examine.ts'
import { STEPS_AHEAD } from '../../persistence/postgres/migrate.ts'
import { bad, type Finding, good, note } from '../output/finding.ts'

/** Nothing is changed, and running desks go on. */
export async function checkPostgres(url: string): Promise<Finding[]> {
  try {
    const { version, tickets, stepsToCome, unknownSteps, isDurable } = await examinePostgres(url)
    const newest = unknownSteps.at(-1)
    if (unknownSteps.length > STEPS_AHEAD)
      return [bad(`The database was written by a newer version of Textdesk (it has "${newest}"). Update this one.`)]
    const what = tickets === null ? 'no desk yet; the first start makes one' : `${tickets} tickets`
    return [
      good(`PostgreSQL ${version} answers: ${what}.`),
      ...(newest === undefined
        ? []
        : [note('A newer version has brought the database up to date. This one works beside it; update it next.')]),
      ...(tickets !== null && stepsToCome > 0
        ? [note('The database is from an older version. The next start brings it up to date.')]
        : []),
      ...(isDurable ? [] : [bad('PostgreSQL runs without fsync or full_page_writes. A power cut could lose texts.')]),
    ]
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return [bad(`PostgreSQL does not answer: ${reason}. Check DATABASE_URL, and that the server runs.`)]
  }
}
