import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { nl } from './nl.ts'
import type { Wordings } from './wordings.ts'

export const WORDINGS: readonly Wordings[] = [en, de, fr, es, nl]
