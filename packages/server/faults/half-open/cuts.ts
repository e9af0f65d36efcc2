import type { FaultProxy } from '../../test/support/fault-proxy.ts'

/** A way in which the network between a server and PostgreSQL falls silent. */
export interface Cut {
  readonly name: string
  /** New connections lead nowhere either, for as long as the cut is held. */
  readonly isHeld: boolean
  begin(proxy: FaultProxy): void
  /** New connections pass from now on. */
  end(proxy: FaultProxy): void
}

export const cuts: readonly Cut[] = [
  {
    name: 'nothing passes, and later only what is new',
    isHeld: true,
    begin: blackHole,
    end: (proxy) => proxy.treat({ kind: 'pass' }),
  },
  {
    name: 'what is there is forgotten, what is new passes',
    isHeld: false,
    begin: (proxy) => proxy.freeze(),
    end: () => {},
  },
  {
    name: 'nothing passes, and later everything does',
    isHeld: true,
    begin: blackHole,
    end: (proxy) => {
      proxy.treat({ kind: 'pass' })
      proxy.thaw()
    },
  },
]

function blackHole(proxy: FaultProxy): void {
  proxy.treat({ kind: 'black-hole' })
  proxy.freeze()
}
