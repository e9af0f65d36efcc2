import { join } from 'node:path'
import { recordTexts } from './record-texts.ts'
import { Replay } from './replay.ts'

export type BareCommand =
  | { readonly kind: 'record'; readonly folder: string; readonly known: number; readonly texts: number }
  | { readonly kind: 'replay'; readonly texts: number; readonly group: number }

let replay: Replay | null = null

process.on('message', (command: BareCommand) => void handle(command).then((answer) => process.send?.(answer)))
process.on('disconnect', () => process.exit())

/** Answers how many texts were recorded, or how many were replayed a second. */
async function handle(command: BareCommand): Promise<number> {
  if (command.kind === 'replay') return replay?.run(command) ?? 0
  const { folder, known, texts } = command
  const before = join(folder, 'replayed.sqlite')
  const units = await recordTexts({ file: join(folder, 'recorded.sqlite'), before, known, texts })
  replay = new Replay(before, units)
  return units.length
}
