import { join } from 'node:path'
import { recordTexts } from './record-texts.ts'
import { replay } from './replay.ts'
import type { Step } from './statement-recorder.ts'

export type BareCommand =
  | { readonly kind: 'record'; readonly folder: string; readonly known: number; readonly texts: number }
  | { readonly kind: 'replay'; readonly folder: string; readonly group: number }

let units: Step[][] = []
let replays = 0

process.on('message', (command: BareCommand) => void handle(command).then((answer) => process.send?.(answer)))
process.on('disconnect', () => process.exit())

/** Answers how many texts were recorded, or how many were replayed a second. */
async function handle(command: BareCommand): Promise<number> {
  const before = join(command.folder, 'before.sqlite')
  if (command.kind === 'record') {
    const { folder, known, texts } = command
    units = await recordTexts({ file: join(folder, 'recorded.sqlite'), before, known, texts })
    return units.length
  }
  replays += 1
  return replay(units, { before, file: join(command.folder, `replay-${replays}.sqlite`), group: command.group })
}
