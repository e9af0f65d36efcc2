import { AddressHasher } from '../../src/persistence/address-hasher.ts'
import { PostgresTicketSearch } from '../../src/persistence/postgres/postgres-ticket-search.ts'
import { preparedFor } from '../../src/persistence/postgres/prepared-queries.ts'
import type { Query } from '../../src/persistence/query.ts'
import { KyselyTicketQueries } from '../../src/persistence/ticket/kysely-ticket-queries.ts'
import { withClient } from '../../test/support/with-client.ts'

export interface SearchPlan {
  /** As EXPLAIN prints it, without what PostgreSQL expected it to cost. */
  readonly text: string
  /** Messages whose words were fetched, found or not. */
  readonly messagesRead: number
  /** Of tables and indexes, cached or not. */
  readonly pages: number
}

interface PlanNode {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Shared Hit Blocks': number
  readonly 'Shared Read Blocks': number
  readonly Plans?: readonly PlanNode[]
}

/** How PostgreSQL finds the first page of a search, by the very statement that the desk asks. */
export async function explainSearch(url: string, word: string): Promise<SearchPlan> {
  const asked = await statementOf(word)
  return withClient(url, async (client) => {
    const explain = async (options: string) => {
      const text = `explain (analyze, buffers, costs off${options}) ${asked.text}`
      return (await client.query({ ...asked, text })).rows.map((row) => row['QUERY PLAN'])
    }
    const lines: string[] = await explain('')
    const [[{ Plan: plan }]] = (await explain(', format json')) as [[{ Plan: PlanNode }]]
    const pages = plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
    return { text: lines.join('\n'), messagesRead: rowsOf(plan, 'message_search_words'), pages }
  })
}

async function statementOf(word: string): Promise<{ text: string; values: unknown[] }> {
  const asked: { text: string; values: unknown[] }[] = []
  const session = {
    all: async <Input>(query: Query<Input, unknown>, input: Input) => {
      const { text, values = [] } = preparedFor(query, input)
      asked.push({ text, values })
      return []
    },
    first: async () => undefined,
  }
  const hasher = new AddressHasher(Buffer.alloc(32))
  const queries = new KyselyTicketQueries({ session, search: new PostgresTicketSearch(), hasher })
  await queries.list({ agentId: 'a', view: 'all', search: word, cursor: null, limit: 50, now: Date.now() })
  // The first of several: the one that looks for texts.
  const [statement] = asked
  if (!statement) throw new Error('Nothing was asked')
  return statement
}

function rowsOf(node: PlanNode, table: string): number {
  const read =
    node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  const own = node['Relation Name'] === table ? read * node['Actual Loops'] : 0
  return Math.round((node.Plans ?? []).reduce((sum, child) => sum + rowsOf(child, table), own))
}
