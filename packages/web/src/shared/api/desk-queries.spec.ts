import { QueryObserver } from '@tanstack/vue-query'
import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Deferred, deferred } from '../testing/deferred.ts'
import { DeskQueries } from './desk-queries.ts'

const KEY = ['ticket', 1]

let answers: Deferred<string>[]
let queries: DeskQueries
let stop: () => void

describe('news of what is being fetched for the first time', () => {
  beforeEach(() => {
    answers = []
    queries = new DeskQueries({ defaultOptions: { queries: { retry: false } } })
    const observer = new QueryObserver(queries, {
      queryKey: KEY,
      queryFn: () => {
        const answer = deferred<string>()
        answers.push(answer)
        return answer.promise
      },
    })
    stop = observer.subscribe(() => undefined)
  })
  afterEach(() => {
    stop()
    queries.clear()
  })

  async function news(): Promise<void> {
    void queries.invalidateQueries({ queryKey: ['ticket'] })
    await aTurn()
  }

  it('is fetched once more, after the answer that may be older', async () => {
    await news()
    expect(answers).toHaveLength(1)
    answers[0]?.resolve('before')
    await aTurn()
    answers[1]?.resolve('after')
    await aTurn()
    expect(queries.getQueryData(KEY)).toBe('after')
    expect(answers).toHaveLength(2)
  })

  it('is fetched once more for any number of news', async () => {
    await news()
    await news()
    await news()
    answers[0]?.resolve('before')
    await aTurn()
    expect(answers).toHaveLength(2)
  })

  it('is fetched once for each piece of news when it was there', async () => {
    answers[0]?.resolve('first')
    await aTurn()
    await news()
    answers[1]?.resolve('second')
    await aTurn()
    expect(answers).toHaveLength(2)
  })
})

/** The library refetches a turn of the loop after it was told. */
async function aTurn(): Promise<void> {
  await flushPromises()
  await flushPromises()
}
